"""The integrations page: what is red first and opened, then what is slow, works, is off; each with a real check."""

from collections.abc import Callable
from datetime import date
from functools import partial
from typing import NamedTuple

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QGuiApplication, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QGridLayout, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from journeydesk.domain.words import figure, named, tr
from journeydesk.services.context import Context
from journeydesk.services.queries.integrations import service_states
from journeydesk.services.rows.sync import ServiceState
from journeydesk.services.sync.pill import ago
from journeydesk.ui.keys.actions import Action
from journeydesk.ui.tabs.settings.integrations.checks import spread
from journeydesk.ui.tabs.settings.integrations.marks import COUNTED, Mark
from journeydesk.ui.tabs.settings.integrations.service_row import ServiceRow
from journeydesk.ui.tabs.settings.page import focus_kept
from journeydesk.ui.theme import Theme
from journeydesk.ui.widgets.buttons import KeyButton
from journeydesk.ui.widgets.icon_label import IconLabel
from journeydesk.ui.widgets.labels import label, rule

_CAPTION = tr(
    "What Journeydesk talks to. Everything you do is saved on this computer first, so a failing service never blocks your work."
)
_KEYS = tr("Keys and passwords are kept in the system keychain, never in the database, logs or exports.")
_EVERY = tr("What is of this computer is checked every 15 min")
_HEADS = (tr("Service and what it is for"), tr("State"), tr("Last success"), tr("Counts as working when"), "")
_NARROW, _AROUND = 900, 28
_ORDER = [state for state, _ in COUNTED]


class Shown(NamedTuple):
    """What a row tells: where that is the same, the row stays."""

    state: ServiceState
    last_success: str
    today: date
    busy: bool


class Integrations(QWidget):
    """Emits the name of the service to check or to set up; `troubled` how many do not work."""

    check_requested = Signal(str)
    set_up_requested = Signal(str)
    test_requested = Signal(str)
    end_to_end_requested = Signal()
    troubled = Signal(int)
    said = Signal(str, bool)

    def __init__(
        self, context: Context, theme: Theme, parent: QWidget | None = None, checking: Callable[[], set[str]] = set
    ) -> None:
        super().__init__(parent)
        self._context = context
        self._theme = theme
        self._checking = checking
        self._opened: dict[str, bool] = {}
        self.rows: list[ServiceRow] = []
        self._shown: list[Shown] = []
        self._stale = self._narrow = False
        self._area = QScrollArea()
        self._area.setWidgetResizable(True)
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self._area)
        theme.changed.connect(self._read_anew)
        self._read_anew()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self._narrow != (self.width() < _NARROW):
            self._narrow = not self._narrow
            self._fit()
        if self.rows:
            self._place_note()

    def _fit(self) -> None:
        """Without one of its columns, and with its buttons below its counts, where it is narrow."""
        spread(self._heads, self._narrow)
        for row in self.rows:
            row.fit(self._narrow)
        direction = QBoxLayout.Direction
        self._top.setDirection(direction.TopToBottom if self._narrow else direction.LeftToRight)
        self._place_note()

    def _place_note(self) -> None:
        """How often is checked stands beside the buttons, or, where that line has no room for it, at the foot."""
        room = self.width() - 2 * _AROUND - 24
        for part in (self._buttons, *([] if self._narrow else [self._counts])):
            widgets = [item.widget() for place in range(part.count()) if (item := part.itemAt(place)) is not None]
            room -= sum(each.sizeHint().width() + 8 for each in widgets if each is not None and each is not self._note)
        beside = self._note.sizeHint().width() <= room
        self._note.setVisible(beside)
        self._note_below.setVisible(not beside)

    def refresh(self) -> None:
        """Reads again: now where it is seen, else when it is shown."""
        self._stale = True
        if self.isVisible():
            self.read()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._stale:
            self.read()
        for state in service_states(self._context):
            # What is of this computer is asked once by itself: it costs nothing and needs no network.
            if state.subtitle == tr("Not checked yet"):
                self.check_requested.emit(state.name)

    def read(self) -> None:
        """Shows the services as they stand."""
        self._stale = False
        states = sorted(service_states(self._context), key=lambda state: _ORDER.index(state.state))
        before, self._shown = self._shown, self._to_show(states)
        if [(shown.state.name, shown.state.state) for shown in before] != [(state.name, state.state) for state in states]:
            self._lay_out(states)
        elif before != self._shown:
            with focus_kept(self):
                self._replace([place for place, shown in enumerate(self._shown) if shown != before[place]])
        self.troubled.emit(sum(state.state == "Not working" for state in states))

    def _read_anew(self) -> None:
        self._shown = []
        self.read()

    def _to_show(self, states: list[ServiceState]) -> list[Shown]:
        now, busy = self._context.clock(), self._checking()
        today = now.astimezone(self._context.settings.time_zone).date()
        return [
            Shown(state, ago(state.last_success, now) if state.last_success else "", today, state.name in busy)
            for state in states
        ]

    def _replace(self, places: list[int]) -> None:
        """Most of what comes is of one service, and building all of them takes longer than a key may wait."""
        for place in places:
            before, row = self.rows[place], self._row(self._shown[place])
            self._column.replaceWidget(before, row)
            before.hide()
            before.deleteLater()
            self.rows[place] = row
            row.show()

    def _lay_out(self, states: list[ServiceState]) -> None:
        with focus_kept(self):
            body = QWidget()
            body.setProperty("kind", "base")
            body.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
            column = QVBoxLayout(body)
            column.setContentsMargins(_AROUND, 18, _AROUND, 16)
            column.setSpacing(4)
            column.addWidget(label(self._theme, tr("Integrations"), step=5, weight=600))
            column.addWidget(label(self._theme, _CAPTION, kind="secondary", wrap=True))
            column.addSpacing(8)
            column.addLayout(self._summary(states))
            column.addSpacing(8)
            column.addWidget(self._table())
            column.addSpacing(8)
            column.addLayout(self._keys())
            column.addStretch(1)
            before = self._area.takeWidget()
            if before is not None:
                before.hide()
                before.deleteLater()
            self._area.setWidget(body)
            self._fit()

    def _summary(self, states: list[ServiceState]) -> QBoxLayout:
        self._top = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._top.setSpacing(8)
        counts, row = self._counts, self._buttons = QHBoxLayout(), QHBoxLayout()
        for part in (counts, row):
            part.setSpacing(8)
            self._top.addLayout(part)
        for state, words in COUNTED:
            count = sum(service_state.state == state for service_state in states)
            if count:
                counts.addWidget(Mark(self._theme, state, f"{count} {words}", boxed=True))
        counts.addStretch(1)
        row.addStretch(1)
        self._note = label(self._theme, _EVERY, step=-1, kind="secondary")
        row.addWidget(self._note)
        whole = KeyButton(self._theme, tr("Check from end to end…"), icon="steps")
        whole.setObjectName("check end to end")
        whole.clicked.connect(self.end_to_end_requested)
        row.addWidget(whole)
        every = KeyButton(self._theme, tr("Check all"), icon="refresh", key=Action.SYNC.cap)
        every.setObjectName("check all")
        every.clicked.connect(self.check_all)
        row.addWidget(every)
        return self._top

    def check_all(self) -> None:
        """Asks for a check of every service that is on."""
        for state in service_states(self._context):
            if state.state != "Off":
                self.check_requested.emit(state.name)

    def _table(self) -> QWidget:
        frame = QFrame()
        frame.setProperty("kind", "card")
        self._column = column = QVBoxLayout(frame)
        column.setContentsMargins(1, 1, 1, 1)
        column.setSpacing(0)
        heads = QWidget()
        heads.setProperty("kind", "panel")
        heads.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        grid = QGridLayout(heads)
        grid.setContentsMargins(14, 6, 14, 6)
        grid.setHorizontalSpacing(14)
        for place, words in enumerate(_HEADS):
            grid.addWidget(label(self._theme, words, step=-1, weight=500, kind="secondary"), 0, place)
        self._heads = grid
        column.addWidget(heads)
        self.rows = [self._row(shown) for shown in self._shown]
        for row in self.rows:
            column.addWidget(rule())
            column.addWidget(row)
        return frame

    def _row(self, shown: Shown) -> ServiceRow:
        state = shown.state
        row = ServiceRow(
            self._theme,
            state,
            self._context.settings.time_zone,
            self._context.clock(),
            is_open=self._opened.get(state.name, state.state == "Not working"),
            busy=shown.busy,
            narrow=self._narrow,
        )
        row.check_requested.connect(self.check_requested)
        row.set_up_requested.connect(self.set_up_requested)
        row.test_requested.connect(self.test_requested)
        row.copy_requested.connect(self._copy)
        row.opened.connect(self._opened.__setitem__)
        row.step_requested.connect(partial(self._step, row))
        return row

    def _step(self, row: ServiceRow, by: int) -> None:
        place = self.rows.index(row) + by
        if 0 <= place < len(self.rows):
            self.rows[place].setFocus()

    def _copy(self, name: str) -> None:
        state = next(row.state for row in self.rows if row.state.name == name)
        lines = [f"{named(state.name)}: {named(state.state)}. {state.problem_text}"]
        lines += [
            tr(
                "{at} UTC {passed} {took} s {text}",
                at=f"{at:%Y-%m-%d %H:%M}",
                passed=tr("passed") if ok else tr("failed"),
                took=figure(took, 1),
                text=text,
            )
            for at, ok, text, took in state.checks
        ]
        QGuiApplication.clipboard().setText("\n".join(lines))
        self.said.emit(tr("Copied the last checks of {name}", name=name), False)

    def _keys(self) -> QVBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(IconLabel(self._theme, "key", "text2"))
        row.addWidget(label(self._theme, _KEYS, step=-1, kind="secondary", wrap=True), 1)
        column = QVBoxLayout()
        column.setSpacing(4)
        column.addLayout(row)
        self._note_below = label(self._theme, _EVERY, step=-1, kind="secondary", wrap=True)
        column.addWidget(self._note_below)
        return column
