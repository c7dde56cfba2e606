"""Shortcuts: the list of keys, to be found and to be changed."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from journeydesk.domain.words import tr
from journeydesk.services.changes import Change
from journeydesk.services.context import Context
from journeydesk.ui.keys.keyboard import KEYBOARD
from journeydesk.ui.shortcuts.board import ShortcutBoard
from journeydesk.ui.tabs.settings.form import WIDTH
from journeydesk.ui.theme import Theme
from journeydesk.ui.widgets.buttons import KeyButton
from journeydesk.ui.widgets.labels import label

_CAPTION = tr(
    "Click keys to change them, on this computer. Single letters work while a list has the focus, never while you type."
)
_COLUMNS = 2


class ShortcutsPage(QWidget):
    """The same list as in its dialog, in two columns."""

    is_stale = False

    def __init__(self, _context: Context, theme: Theme) -> None:
        super().__init__()
        self.setAccessibleName(tr("Shortcuts"))
        self.board = ShortcutBoard(theme, _COLUMNS)
        self.board.setMaximumWidth(WIDTH)
        self.board.column.setSpacing(8)
        self.reset = KeyButton(theme, tr("Reset all"), icon="undo")
        self.reset.clicked.connect(lambda: KEYBOARD.reset())
        self.board.head.insertWidget(1, self.reset)
        self.board.counted.connect(self._show_reset)
        column = QVBoxLayout(self)
        column.setContentsMargins(28, 18, 28, 16)
        column.setSpacing(4)
        column.addWidget(label(theme, tr("Shortcuts"), step=5, weight=600))
        column.addWidget(label(theme, _CAPTION, kind="secondary", wrap=True))
        column.addSpacing(10)
        column.addWidget(self.board, 1)
        self._show_reset()

    def _show_reset(self) -> None:
        self.reset.setEnabled(self.board.changed > 0)

    def refresh(self, _change: Change) -> None:
        """No change of data is of it."""

    def read_again(self) -> None:
        """Nothing of it goes stale."""
