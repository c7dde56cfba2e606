"""The list of changes that wait: by keys from one to the next, past the names that they stand under."""

from functools import partial

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtWidgets import QListView, QWidget

from journeydesk.domain.words import tr
from journeydesk.ui.dialogs.outbox.pending_delegate import PendingDelegate
from journeydesk.ui.dialogs.outbox.pending_model import PendingLine, PendingModel
from journeydesk.ui.keys.actions import Action, Scope
from journeydesk.ui.keys.key_map import KeyMap
from journeydesk.ui.models.lines import LINE_ROLE
from journeydesk.ui.theme import Theme
from journeydesk.ui.widgets.keyed_list import KeyedList

_MENU = (
    Action.CHANGE_SEND,
    Action.CHANGE_HOLD,
    Action.CHANGE_COPY,
    Action.CHANGE_SHOW,
    None,
    Action.CHANGE_DROP,
)


class PendingList(KeyedList):
    """Emits the line that is current; every key but the list's own moves goes to the drawer."""

    current_changed = Signal()

    def __init__(self, theme: Theme, model: PendingModel, delegate: PendingDelegate, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._keys = KeyMap(
            Scope.OUTBOX, {Action.CHANGE_NEXT: partial(self.step, 1), Action.CHANGE_PREVIOUS: partial(self.step, -1)}
        )
        self.setModel(model)
        self.setItemDelegate(delegate)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName(tr("Changes that wait to be sent"))
        theme.changed.connect(self.viewport().update)

    def currentChanged(self, current: QModelIndex, previous: QModelIndex) -> None:  # type: ignore[override]
        super().currentChanged(current, previous)
        self.current_changed.emit()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        from journeydesk.ui.widgets.popovers.key_menu import line_at, open_key_menu

        if (where := line_at(self, event)) is not None:
            line = self.currentIndex().data(LINE_ROLE)
            title = line.name if isinstance(line, PendingLine) else ""
            open_key_menu(self._theme, self, where, title, _MENU, lambda: self.currentIndex().data(LINE_ROLE))

    def step(self, step: int) -> None:
        """To the next change in this direction, past the names."""
        model = self.model()
        place = self.currentIndex().row() + step
        if place >= model.rowCount() and model.canFetchMore(QModelIndex()):
            model.fetchMore(QModelIndex())
        while 0 <= place < model.rowCount():
            index = model.index(place, 0)
            if index.flags() & Qt.ItemFlag.ItemIsSelectable:
                self.setCurrentIndex(index)
                return
            place += step
