"""The list of the inbox: J, K and the arrows step over the headers."""

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractItemView, QListView, QWidget

from journeydesk.domain.ids import RecordId
from journeydesk.services.rows import AlertRow
from journeydesk.ui.delegates.alert_delegate import AlertDelegate
from journeydesk.ui.models.alert_model import AlertModel, Index
from journeydesk.ui.theme import Theme
from journeydesk.ui.widgets.floating_bar import FloatingBar


class InboxList(QListView):
    """Tells which alert is current; letters go on to the tab."""

    current_changed = Signal(object)

    def __init__(self, theme: Theme, model: AlertModel, delegate: AlertDelegate, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._alerts = model
        self.empty_text = ""
        self.setModel(model)
        self.setItemDelegate(delegate)
        self.setFrameShape(QListView.Shape.NoFrame)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setMouseTracking(True)
        self.setTabKeyNavigation(False)
        self.setAccessibleName("Alerts")
        self._bar = FloatingBar(self)

    def alert(self) -> AlertRow | None:
        """The current alert."""
        return self._alerts.alert(self.currentIndex().row())

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

    def step(self, by: int) -> None:
        """Goes to the next alert (1) or the one before (-1)."""
        row = self._alerts.neighbour(self.currentIndex().row(), by)
        if row is not None:
            self.show_row(row)

    def currentChanged(self, current: Index, previous: Index) -> None:
        """Tells the tab."""
        super().currentChanged(current, previous)
        self.current_changed.emit(self._alerts.alert(current.row()) if current.isValid() else None)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Up and down skip the headers; everything else is the tab's."""
        step = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}.get(Qt.Key(event.key()))
        if step is not None and not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.step(step)
        elif event.key() in (Qt.Key.Key_PageUp, Qt.Key.Key_PageDown, Qt.Key.Key_Home, Qt.Key.Key_End):
            super().keyPressEvent(event)
            self.show_nearest(max(0, self.currentIndex().row()))
        else:
            event.ignore()

    def paintEvent(self, event: QPaintEvent) -> None:
        """The alerts, or why there are none."""
        super().paintEvent(event)
        if self._alerts.rowCount() == 0 and self.empty_text:
            painter = QPainter(self.viewport())
            painter.setFont(self._theme.font())
            painter.setPen(self._theme.color("text2"))
            room = self.viewport().rect().adjusted(24, 24, -24, -24)
            painter.drawText(room, Qt.AlignmentFlag.AlignTop | Qt.TextFlag.TextWordWrap, self.empty_text)
            painter.end()
