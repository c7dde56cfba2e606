"""All keys over the window, to be found and to be changed."""

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from journeydesk.domain.words import tr
from journeydesk.ui.dialogs.sheet import Sheet
from journeydesk.ui.keys.actions import Action
from journeydesk.ui.keys.keyboard import KEYBOARD
from journeydesk.ui.shortcuts.board import ShortcutBoard
from journeydesk.ui.theme import Theme
from journeydesk.ui.widgets.buttons import IconButton, KeyButton
from journeydesk.ui.widgets.icon_label import IconLabel
from journeydesk.ui.widgets.labels import label, rule

TITLE = tr("Keyboard shortcuts")
FOOT = tr("Click keys to change them. Single letters work while a list has the focus, never while you type.")
_WIDTH, _HEIGHT, _AROUND = 1019, 677, 48
_COLUMN = 300


class ShortcutList(Sheet):
    """As wide as the window allows, in as many columns as it has room for."""

    def __init__(self, theme: Theme, window: QWidget) -> None:
        width = min(_WIDTH, window.width() - _AROUND)
        super().__init__(theme, window, width)
        self.sheet.setAccessibleName(TITLE)
        self.board = ShortcutBoard(theme, max(1, min(3, width // _COLUMN)), self.sheet)
        self.board.head.setContentsMargins(18, 12, 18, 12)
        self.board.column.insertWidget(1, rule())
        self.reset = KeyButton(theme, tr("Reset all"), icon="undo", kind="flat", parent=self.sheet)
        self.reset.clicked.connect(lambda: KEYBOARD.reset())
        self.layout_.addLayout(self._head())
        self.layout_.addWidget(rule())
        self.layout_.addWidget(self.board, 1)
        self.layout_.addWidget(rule())
        self.layout_.addLayout(self._foot())
        self.board.counted.connect(self._show_reset)
        self._show_reset()
        self._fit()

    def _head(self) -> QHBoxLayout:
        close = IconButton(self.theme, "x", tr("Close"), parent=self.sheet)
        close.clicked.connect(self.done)
        head = QHBoxLayout()
        head.setContentsMargins(18, 8, 12, 8)
        head.setSpacing(8)
        head.addWidget(IconLabel(self.theme, "keyboard", "text"))
        head.addWidget(label(self.theme, TITLE, step=2, weight=600), 1)
        head.addWidget(close)
        return head

    def _foot(self) -> QHBoxLayout:
        close = KeyButton(self.theme, tr("Close"), key=Action.CLOSE.cap, parent=self.sheet)
        close.clicked.connect(self.done)
        foot = QHBoxLayout()
        foot.setContentsMargins(18, 11, 18, 11)
        foot.setSpacing(8)
        foot.addWidget(label(self.theme, FOOT, step=-1, kind="secondary", wrap=True), 1)
        foot.addWidget(self.reset)
        foot.addWidget(close)
        return foot

    def _show_reset(self) -> None:
        self.reset.setEnabled(self.board.changed > 0)

    def _fit(self) -> None:
        self.sheet.setFixedHeight(min(_HEIGHT, self._window.height() - _AROUND))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def take_focus(self) -> None:
        """Typing or pressing keys looks for a command at once."""
        self.board.search.setFocus()
