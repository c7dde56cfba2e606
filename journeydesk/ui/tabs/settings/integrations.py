"""The integrations page: one row a service, its state in shape and word, and a real check."""

from functools import partial

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QShowEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from journeydesk.services.context import Context
from journeydesk.services.queries.integrations import service_states
from journeydesk.services.rows.sync import ServiceState
from journeydesk.services.sync.pill import ago
from journeydesk.ui.painting import LEFT
from journeydesk.ui.theme import Theme
from journeydesk.ui.widgets.buttons import KeyButton
from journeydesk.ui.widgets.labels import plain_label

_LOOK = {
    "Working": ("ok-circle", "ok", "ok-soft"),
    "Slow": ("warn", "warn", "warn-soft"),
    "Not working": ("x-square", "danger", "danger-soft"),
    "Off": ("minus", "text2", "sunk"),
}
_COUNTED = (("Not working", "not working"), ("Slow", "slow"), ("Working", "working"), ("Off", "off"))


class Mark(QWidget):
    """A state as icon and word, on a soft ground if `boxed`."""

    def __init__(self, theme: Theme, state: str, words: str, *, boxed: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._state = state
        self._words = words
        self._boxed = boxed
        self.setAccessibleName(words)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        self.setFont(self._theme.font(-1 if self._boxed else 0, 500))
        return QSize(self.fontMetrics().horizontalAdvance(self._words) + (39 if self._boxed else 24), 24)

    def paintEvent(self, _event: QPaintEvent) -> None:
        icon, ink, ground = _LOOK[self._state]
        theme = self._theme
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self._boxed:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.color(ground))
            painter.drawRoundedRect(QRectF(self.rect()), 4, 4)
        x = 8 if self._boxed else 0
        theme.paint_icon(painter, QRectF(x, 4.5, 15, 15), icon, ink)
        painter.setFont(theme.font(-1 if self._boxed else 0, 500 if self._boxed else 600))
        painter.setPen(theme.color(ink))
        painter.drawText(QRectF(x + 22, 0, self.width(), 24), LEFT, self._words)
        painter.end()


class Tile(QWidget):
    """A service's icon in a frame."""

    def __init__(self, theme: Theme, icon: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._icon = icon
        self.setFixedSize(32, 32)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(self._theme.color("line"), 1))
        painter.setBrush(self._theme.color("panel"))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 4, 4)
        self._theme.paint_icon(painter, QRectF(8, 8, 16, 16), self._icon, "text")
        painter.end()


class Integrations(QWidget):
    """Emits the name of the service to check."""

    check_requested = Signal(str)

    def __init__(self, context: Context, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._theme = theme
        self._outer = QVBoxLayout(self)
        self._outer.setContentsMargins(28, 18, 28, 16)
        self._outer.setSpacing(4)
        self._body: QWidget | None = None
        self._stale = False
        theme.changed.connect(self.read)
        self.read()

    def refresh(self) -> None:
        """Reads again: now where it is seen, else when it is shown."""
        self._stale = True
        if self.isVisible():
            self.read()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._stale:
            self.read()

    def read(self) -> None:
        """Shows the services as they stand."""
        self._stale = False
        if self._body is not None:
            self._body.hide()
            self._body.deleteLater()
        self._body = QWidget(self)
        column = QVBoxLayout(self._body)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        states = service_states(self._context)
        column.addWidget(self._label("Integrations", 5, 600))
        words = "What Journeydesk talks to. Everything you do is saved on this computer first, so a failing service never blocks your work."
        column.addWidget(self._label(words, 0, 400, "secondary"))
        column.addSpacing(10)
        column.addLayout(self._summary(states))
        column.addSpacing(10)
        column.addWidget(self._table(states))
        column.addSpacing(8)
        column.addLayout(self._keys())
        column.addStretch(1)
        self._outer.addWidget(self._body)

    def _label(self, words: str, step: int = 0, weight: int = 400, kind: str = "") -> QLabel:
        label = plain_label(words, self._body)
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setFont(self._theme.font(step, weight))
        if kind:
            label.setProperty("kind", kind)
        return label

    def _summary(self, states: list[ServiceState]) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(8)
        for state, words in _COUNTED:
            count = sum(service_state.state == state for service_state in states)
            if count:
                row.addWidget(Mark(self._theme, state, f"{count} {words}", boxed=True, parent=self._body))
        row.addStretch(1)
        every = KeyButton(self._theme, "Check all", icon="refresh", parent=self._body)
        every.clicked.connect(self.check_all)
        row.addWidget(every)
        return row

    def check_all(self) -> None:
        """Asks for a check of every service that is on."""
        for service_state in service_states(self._context):
            if service_state.state != "Off":
                self.check_requested.emit(service_state.name)

    def _table(self, states: list[ServiceState]) -> QWidget:
        table = QWidget(self._body)
        table.setObjectName("services")
        table.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        line, ground = self._theme.hex("line2"), self._theme.hex("base")
        table.setStyleSheet(f"QWidget#services {{ border: 1px solid {line}; border-radius: 6px; background: {ground}; }}")
        grid = QGridLayout(table)
        grid.setContentsMargins(16, 8, 16, 8)
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(0)
        for place, title in enumerate(("", "Service", "State", "Last checked", "Last success", "Counts as working when")):
            grid.addWidget(self._label(title, -1, 500, "secondary"), 0, max(0, place), 1, 1)
        for number, state in enumerate(states, 1):
            self._row(grid, number * 3, state)
        for place, stretch in ((1, 5), (2, 4), (3, 4), (4, 4), (5, 7)):
            grid.setColumnStretch(place, stretch)
        return table

    def _row(self, grid: QGridLayout, row: int, state: ServiceState) -> None:
        now = self._context.clock()
        grid.setRowMinimumHeight(row, 56)
        grid.addWidget(Tile(self._theme, state.icon, self._body), row, 0)
        names = QVBoxLayout()
        names.setSpacing(0)
        names.addStretch(1)
        names.addWidget(self._label(state.name, 0, 600))
        names.addWidget(self._label(state.subtitle, -1, 400, "secondary"))
        names.addStretch(1)
        grid.addLayout(names, row, 1)
        grid.addWidget(Mark(self._theme, state.state, state.state, parent=self._body), row, 2)
        grid.addWidget(
            self._label(ago(state.last_checked, now) if state.last_checked else "never", 0, 400, "secondary"), row, 3
        )
        grid.addWidget(
            self._label(ago(state.last_success, now) if state.last_success else "never", 0, 400, "secondary"), row, 4
        )
        grid.addWidget(self._label(state.criterion, -1, 400, "secondary"), row, 5)
        check = KeyButton(self._theme, "Check now", icon="refresh", parent=self._body)
        check.setEnabled(state.state != "Off")
        check.clicked.connect(partial(self.check_requested.emit, state.name))
        grid.addWidget(check, row, 6)
        if state.problem_title:
            words = QVBoxLayout()
            words.addWidget(self._label(state.problem_title, 0, 600))
            problem = self._label(state.problem_text, 0, 400, "secondary")
            problem.setWordWrap(True)
            words.addWidget(problem)
            words.setContentsMargins(0, 0, 0, 12)
            grid.addLayout(words, row + 1, 1, 1, 5)

    def _keys(self) -> QHBoxLayout:
        row = QHBoxLayout()
        icon = plain_label(parent=self._body)
        icon.setPixmap(self._theme.pixmap("key", "text2"))
        row.addWidget(icon)
        words = (
            "Keys and passwords are kept in the system keychain. They are never written to the local database, logs or exports."
        )
        row.addWidget(self._label(words, -1, 400, "secondary"))
        row.addStretch(1)
        return row
