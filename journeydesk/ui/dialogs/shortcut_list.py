"""All keys over the window, to be found and to be changed."""

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from journeydesk.domain.words import tr
from journeydesk.ui.dialogs.framed_sheet import AROUND, FOOT, HEAD, FramedSheet
from journeydesk.ui.keys.keyboard import KEYBOARD
from journeydesk.ui.shortcuts.board import ShortcutBoard
from journeydesk.ui.theme import Theme
from journeydesk.ui.widgets.buttons import KeyButton
from journeydesk.ui.widgets.labels import label, rule
from journeydesk.ui.window.geometry import ground_of

TITLE = tr("Keyboard shortcuts")
WORDS = tr("Click keys to change them. Single letters work while a list has the focus, never while you type.")
_WIDTH, _HEIGHT = 1019, 580
_COLUMN = 300


class ShortcutList(FramedSheet):
    """As wide as the window allows, in as many columns as it has room for."""

    def __init__(self, theme: Theme, window: QWidget) -> None:
        super().__init__(theme, window, _WIDTH, TITLE, icon="keyboard")
        self.board = ShortcutBoard(theme, max(1, min(3, self.sheet.width() // _COLUMN)), self.sheet)
        self.board.head.setContentsMargins(18, 12, 18, 12)
        self.board.column.insertWidget(1, rule())
        self.reset = KeyButton(theme, tr("Reset all"), icon="undo", kind="flat", parent=self.sheet)
        self.reset.clicked.connect(lambda: KEYBOARD.reset())
        self.body.setContentsMargins(0, 0, 0, 0)
        self.body.addWidget(self.board)
        self.offer(leave=tr("Close"), beside=label(theme, WORDS, step=-1, kind="secondary", wrap=True))
        self.foot.insertWidget(1, self.reset)
        self.board.counted.connect(self._show_reset)
        self._show_reset()
        self._fit()

    def _show_reset(self) -> None:
        self.reset.setEnabled(self.board.changed > 0)

    def _fit(self) -> None:
        self.board.setFixedHeight(min(_HEIGHT, ground_of(self._window).height() - HEAD - FOOT - AROUND))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def take_focus(self) -> None:
        """Typing or pressing keys looks for a command at once."""
        self.board.search.setFocus()
