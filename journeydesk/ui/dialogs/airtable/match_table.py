"""The tables and fields of a base beside what Journeydesk needs."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QListView, QVBoxLayout, QWidget

from journeydesk.ui.dialogs.airtable.match_delegate import MatchDelegate, columns
from journeydesk.ui.dialogs.airtable.match_model import MatchModel
from journeydesk.ui.keys.actions import Action, Scope
from journeydesk.ui.keys.key_map import KeyMap, is_key_of
from journeydesk.ui.theme import Theme
from journeydesk.ui.widgets.labels import label, rule


class MatchList(QListView):
    """Enter, Space or a press opens and closes a table."""

    toggled = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._keys = KeyMap(Scope.FIELDS, {Action.TAKE: self._toggle, Action.TOGGLE: self._toggle})

    def _toggle(self) -> None:
        self.toggled.emit(self.currentIndex().row())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self._keys.press(event):
            return
        if is_key_of(Action.ACCEPT, event) or is_key_of(Action.CLOSE, event):
            # They are the dialog's.
            event.ignore()
        else:
            super().keyPressEvent(event)


class MatchTable(QFrame):
    """The list under its titles; `width` is the room it has, in pixels."""

    def __init__(self, theme: Theme, model: MatchModel, width: int, parent: QWidget) -> None:
        super().__init__(parent)
        self.setProperty("kind", "card")
        column = QVBoxLayout(self)
        column.setContentsMargins(1, 1, 1, 1)
        column.setSpacing(0)
        heads = QWidget(self)
        heads.setFixedHeight(28)
        remote, state = columns(width)
        for x, words in ((12, "Journeydesk needs"), (remote, "In your base"), (state, "State")):
            head = label(theme, words, step=-1, kind="secondary")
            head.setParent(heads)
            head.move(x, 6)
        self.list = MatchList(self)
        self.list.setModel(model)
        self.list.setItemDelegate(MatchDelegate(theme, self.list))
        self.list.setUniformItemSizes(True)
        self.list.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setAccessibleName("Tables and fields")
        theme.changed.connect(self.list.viewport().update)
        column.addWidget(heads)
        column.addWidget(rule())
        column.addWidget(self.list, 1)
