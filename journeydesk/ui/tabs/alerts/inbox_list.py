"""The list of the inbox: J, K and the arrows step over the headers, with Shift they take along, Space takes in and out."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QItemSelection, QItemSelectionModel, QModelIndex, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QPaintEvent
from PySide6.QtWidgets import QAbstractItemView, QWidget

from journeydesk.domain.frozen_data import dataclass
from journeydesk.domain.ids import RecordId
from journeydesk.domain.words import figure, tr
from journeydesk.services.rows.alerts import AlertRow
from journeydesk.ui.delegates.alert_delegate import AlertDelegate
from journeydesk.ui.keys.actions import Action, Scope
from journeydesk.ui.keys.key_map import KeyMap, turns_page
from journeydesk.ui.mirror import draw_text, painter_on
from journeydesk.ui.models.alert_model import AlertModel
from journeydesk.ui.models.headed_rows import Index
from journeydesk.ui.theme import Theme
from journeydesk.ui.widgets.floating_bar import FloatingBar
from journeydesk.ui.widgets.list_setup import HeadedList, set_up_list

_MENU = (
    Action.ALERT_ACT,
    Action.ALERT_ACKNOWLEDGE,
    Action.ALERT_ACTIONED,
    Action.ALERT_NOTE,
    Action.ALERT_SNOOZE,
    Action.ALERT_CALL,
    None,
    Action.ALERT_OPEN,
    Action.ALERT_WHY,
    Action.ALERT_MUTE,
)
_MENU_OF_SEVERAL = (Action.ALERT_ACKNOWLEDGE, Action.ALERT_ACTIONED, Action.ALERT_SNOOZE)


@dataclass(frozen=True, slots=True)
class Held:
    """Where a hand is in the list: the alert that is current, its row, what is selected, and how far it is scrolled."""

    alert: RecordId | None
    row: int
    chosen: Sequence[RecordId]
    offset: int


class InboxList(HeadedList):
    """Tells which alert is current; letters go on to the tab."""

    current_changed = Signal(object)
    chosen_changed = Signal()

    def __init__(self, theme: Theme, model: AlertModel, delegate: AlertDelegate, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        on, back = partial(self.step, 1), partial(self.step, -1)
        self._keys = KeyMap(
            Scope.ALERTS,
            {
                Action.ALERT_NEXT: on,
                Action.ALERT_PREVIOUS: back,
                Action.ALERT_EXTEND_DOWN: partial(self.step, 1, True),
                Action.ALERT_EXTEND_UP: partial(self.step, -1, True),
                Action.ALERT_TICK: self.toggle,
                Action.ALERT_TICK_ALL: self.selectAll,
            },
        )
        self._moves = KeyMap(Scope.FIELDS, {Action.DOWN: on, Action.UP: back})
        self._theme = theme
        self._alerts = model
        self._delegate = delegate
        self.empty_text = ""
        set_up_list(self, model, delegate)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setAccessibleName(tr("Alerts"))
        self._anchor = -1
        self._bar = FloatingBar(self)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        from journeydesk.ui.widgets.popovers.key_menu import line_at, open_key_menu

        where, chosen = line_at(self, event), self.chosen()
        if where is None or not chosen:
            return
        first = chosen[0]
        several = len(chosen) > 1
        title = (
            tr("{count} selected", count=figure(len(chosen))) if several else first.company or first.contact or tr("Whole team")
        )
        offered = _MENU_OF_SEVERAL if several else _MENU
        open_key_menu(self._theme, self, where, title, offered, lambda: [alert.id for alert in self.chosen()])

    def alert(self) -> AlertRow | None:
        """The current alert."""
        return self._alerts.alert(self.currentIndex().row())

    def chosen(self) -> list[AlertRow]:
        """The alerts that are selected, in the order shown; the current one where none is."""
        rows = sorted(index.row() for index in self.selectionModel().selectedRows())
        alerts = [alert for row in rows if (alert := self._alerts.alert(row)) is not None]
        current = self.alert()
        return alerts or ([current] if current is not None else [])

    def held(self, alert: RecordId | None) -> Held:
        """Where a hand is, of whom this alert is current; for `hold`, once the list was read again."""
        chosen = [each.id for each in self.chosen()]
        return Held(alert, self.currentIndex().row(), chosen, self.verticalScrollBar().value())

    def hold(self, held: Held) -> None:
        """Leaves the hand where it was, as far as that is still in the list; without its alert at that one's row."""
        current = self.alert()
        if current is not None and current.id == held.alert:
            return
        if held.alert is None or not self.show_alert(held.alert):
            self.show_nearest(max(0, held.row))
        else:
            # What somebody scrolled to stays in sight.
            self.verticalScrollBar().setValue(held.offset)
        if len(held.chosen) > 1:
            self._choose(held.chosen)

    def _choose(self, alerts: Sequence[RecordId]) -> None:
        """Selects these, as far as they are in the list; the current one stays."""
        wanted = set(alerts)
        for row in range(self._alerts.rowCount()):
            alert = self._alerts.alert(row)
            if alert is not None and alert.id in wanted:
                self.selectionModel().select(self._alerts.index(row), QItemSelectionModel.SelectionFlag.Select)

    def show_row(self, row: int | None) -> None:
        """Makes this row current, or none."""
        if row is None:
            self.setCurrentIndex(QModelIndex())
            self.current_changed.emit(None)
            return
        self.setCurrentIndex(self._alerts.index(row))
        self.scrollTo(self._alerts.index(max(0, row - 1)))
        self.scrollTo(self._alerts.index(row))

    def show_nearest(self, row: int) -> None:
        """Makes the alert at this row current, or the one after it, or the one before."""
        if self._alerts.alert(row) is not None:
            self.show_row(row)
            return
        after = self._alerts.neighbour(row, 1)
        self.show_row(after if after is not None else self._alerts.neighbour(row, -1))

    def show_alert(self, alert: RecordId) -> bool:
        """Makes this alert current; False where it is not in the list."""
        row = self._alerts.row_of(alert)
        if row is not None:
            self.show_row(row)
        return row is not None

    def step(self, by: int, extend: bool = False) -> None:
        """Goes to the next alert (1) or the one before (-1); with `extend` all from where that began are selected."""
        before = self.currentIndex().row()
        row = self._alerts.neighbour(before, by)
        if row is None:
            return
        if not extend:
            self.show_row(row)
            return
        anchor = self._anchor if self._anchor >= 0 else before
        span = QItemSelection(self._alerts.index(min(anchor, row)), self._alerts.index(max(anchor, row)))
        flags = QItemSelectionModel.SelectionFlag
        self.selectionModel().setCurrentIndex(self._alerts.index(row), flags.NoUpdate)
        self.selectionModel().select(span, flags.ClearAndSelect)
        self._anchor = anchor
        self.scrollTo(self._alerts.index(row))

    def toggle(self) -> None:
        """Takes the current alert in or out of the selection."""
        self.selectionModel().select(self.currentIndex(), QItemSelectionModel.SelectionFlag.Toggle)

    def currentChanged(self, current: Index, previous: Index) -> None:
        super().currentChanged(current, previous)
        self._anchor = -1
        self.current_changed.emit(self._alerts.alert(current.row()) if current.isValid() else None)

    def selectionChanged(self, selected: QItemSelection, deselected: QItemSelection) -> None:
        super().selectionChanged(selected, deselected)
        self._delegate.many = len(self.selectionModel().selectedRows()) > 1
        self.viewport().update()
        self.chosen_changed.emit()

    def moveCursor(self, action: QAbstractItemView.CursorAction, modifiers: Qt.KeyboardModifier) -> QModelIndex:
        # Qt stays where it is when a key ends on a header, which cannot be chosen: Home would do nothing.
        row = super().moveCursor(action, modifiers).row()
        if row < 0 or self._alerts.alert(row) is not None:
            return self._alerts.index(row)
        ahead = -1 if action == QAbstractItemView.CursorAction.MovePageUp else 1
        beside = self._alerts.neighbour(row, ahead)
        beside = self._alerts.neighbour(row, -ahead) if beside is None else beside
        return self._alerts.index(row if beside is None else beside)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        # Everything that does not move is the tab's.
        if self._keys.press(event) or self._moves.press(event):
            return
        if turns_page(event):
            super().keyPressEvent(event)
            self.show_nearest(max(0, self.currentIndex().row()))
        else:
            event.ignore()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self._alerts.rowCount() == 0 and self.empty_text:
            with painter_on(self.viewport()) as painter:
                painter.setFont(self._theme.font())
                painter.setPen(self._theme.color("text2"))
                room = self.viewport().rect().adjusted(24, 24, -24, -24)
                draw_text(painter, room, Qt.AlignmentFlag.AlignTop | Qt.TextFlag.TextWordWrap, self.empty_text)
