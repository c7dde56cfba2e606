"""One service: its state, and opened, what is wrong with what to do and its last checks."""

from datetime import datetime
from zoneinfo import ZoneInfo

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPaintEvent
from PySide6.QtWidgets import QBoxLayout, QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from journeydesk.domain.words import named, tr, within
from journeydesk.services.queries.integrations import FILES, NOTIFICATIONS
from journeydesk.services.rows.sync import ServiceState
from journeydesk.services.sync.pill import ago
from journeydesk.ui.keys.actions import Action, Scope
from journeydesk.ui.keys.key_map import KeyMap
from journeydesk.ui.mirror import painter_on
from journeydesk.ui.tabs.settings.integrations.checks import CHECKS_WIDTH, UNBOUND, last_checks, spread
from journeydesk.ui.tabs.settings.integrations.marks import Mark, Tile
from journeydesk.ui.theme import Theme
from journeydesk.ui.widgets.buttons import KeyButton
from journeydesk.ui.widgets.labels import ElidedLabel, label, tip
from journeydesk.ui.words.figures import touch_day

_OF_THIS_COMPUTER = frozenset({NOTIFICATIONS, FILES})


class ServiceRow(QWidget):
    """Enter, or a click, opens and closes it; arrows go to its neighbours. It asks by name for a check, for its set-up, and for its
    details on the clipboard."""

    check_requested = Signal(str)
    set_up_requested = Signal(str)
    test_requested = Signal(str)
    copy_requested = Signal(str)
    opened = Signal(str, bool)
    step_requested = Signal(int)

    def __init__(
        self, theme: Theme, state: ServiceState, zone: ZoneInfo, now: datetime, *, is_open: bool, busy: bool, narrow: bool
    ) -> None:
        super().__init__()
        self._theme = theme
        self._keys = KeyMap(
            Scope.FIELDS,
            {
                Action.TAKE: lambda: self.open(not self.is_open),
                Action.DOWN: lambda: self.step_requested.emit(1),
                Action.UP: lambda: self.step_requested.emit(-1),
            },
        )
        self.state = state
        self.setObjectName(f"service {state.name}")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(f"{named(state.name)}: {within(named(state.state))}. {state.subtitle}")
        column = QVBoxLayout(self)
        column.setContentsMargins(14, 0, 14, 0)
        column.setSpacing(0)
        self._grid = self._head(now, busy)
        column.addLayout(self._grid)
        self._details: QWidget | None = None
        self.fit(narrow)
        self._column = column
        self._zone, self._now = zone, now
        self.is_open = is_open and self._can_open
        if self.is_open:
            self._show_details()

    @property
    def _can_open(self) -> bool:
        return bool(self.state.checks)

    def _head(self, now: datetime, busy: bool) -> QGridLayout:
        state, theme = self.state, self._theme
        grid = QGridLayout()
        grid.setContentsMargins(0, 9, 0, 9)
        grid.setHorizontalSpacing(14)
        names = QVBoxLayout()
        names.setSpacing(0)
        names.addWidget(label(theme, named(state.name), weight=600))
        names.addWidget(ElidedLabel(theme, state.subtitle, step=-1, kind="secondary"))
        service = QHBoxLayout()
        service.setSpacing(12)
        service.addWidget(Tile(theme, state.icon))
        service.addLayout(names, 1)
        grid.addLayout(service, 0, 0)
        grid.addWidget(Mark(theme, state.state, named(state.state)), 0, 1, Qt.AlignmentFlag.AlignLeft)
        success = ago(state.last_success, now) if state.last_success else tr("never")
        grid.addWidget(label(theme, success, kind="secondary"), 0, 2)
        grid.addWidget(label(theme, state.criterion, step=-1, kind="secondary", wrap=True), 0, 3)
        off = state.state == "Off" and state.name not in _OF_THIS_COMPUTER
        left = off and state.waits
        tests = state.tests and not off
        words = (
            tr("Assign…")
            if left
            else tr("Set up")
            if off
            else tr("Test…")
            if tests
            else tr("Checking…")
            if busy
            else tr("Check now")
        )
        self.button = KeyButton(theme, words, icon="user" if left else "" if off else "send" if tests else "refresh")
        self.button.setObjectName(f"check {state.name}")
        self.button.setAccessibleName(f"{self.button.text()}: {named(state.name)}")
        self.button.setEnabled(tests or not busy)
        asked = self.test_requested if tests or left else self.set_up_requested if off else self.check_requested
        self.button.clicked.connect(lambda: asked.emit(state.name))
        grid.addWidget(self.button, 0, 4, Qt.AlignmentFlag.AlignRight)
        return grid

    def fit(self, narrow: bool) -> None:
        """In a narrow page without what counts as working: the tooltip has it."""
        self.setToolTip(tip(self.state.criterion if narrow else ""))
        spread(self._grid, narrow)
        self._narrow = narrow
        self._stack()

    def _stack(self) -> None:
        """The last checks below what is said of them, where they have no room beside it."""
        if self._details is not None:
            layout = self._details.layout()
            assert isinstance(layout, QBoxLayout)
            layout.setDirection(QBoxLayout.Direction.TopToBottom if self._narrow else QBoxLayout.Direction.LeftToRight)
            layout.setSpacing(8 if self._narrow else 20)
            self._checks.setMaximumWidth(UNBOUND if self._narrow else CHECKS_WIDTH)

    def _show_details(self) -> None:
        """Made when they are first opened: most rows of a page stay closed."""
        if self._details is None:
            self._details = self._filled(self._zone, self._now)
            self._column.addWidget(self._details)
            self._stack()
        self._details.show()

    def _filled(self, zone: ZoneInfo, now: datetime) -> QWidget:
        state, theme, today = self.state, self._theme, now.astimezone(zone).date()
        details = QWidget()
        row = QHBoxLayout(details)
        row.setContentsMargins(44, 0, 0, 12)
        row.setSpacing(20)
        words = QVBoxLayout()
        words.setSpacing(4)
        words.addWidget(
            label(theme, state.problem_title or tr("{name} passed its last check", name=named(state.name)), weight=600)
        )
        words.addWidget(label(theme, self._told(zone, today), kind="secondary", wrap=True))
        if state.settles:
            words.addLayout(self._own_buttons())
        elif state.problem_title:
            buttons = QHBoxLayout()
            buttons.setSpacing(8)
            if state.name not in _OF_THIS_COMPUTER:
                mend = KeyButton(
                    theme, tr("Enter the key anew…") if state.name == "Stripe" else tr("Set up again…"), kind="primary"
                )
                mend.setObjectName(f"mend {state.name}")
                mend.clicked.connect(lambda: self.set_up_requested.emit(state.name))
                buttons.addWidget(mend)
            copy = KeyButton(theme, tr("Copy details"), icon="copy", kind="flat")
            copy.setObjectName(f"copy {state.name}")
            copy.clicked.connect(lambda: self.copy_requested.emit(state.name))
            buttons.addWidget(copy)
            buttons.addStretch(1)
            words.addSpacing(2)
            words.addLayout(buttons)
        words.addStretch(1)
        row.addLayout(words, 3)
        self._checks = last_checks(theme, state, zone, today)
        row.addWidget(self._checks, 2, Qt.AlignmentFlag.AlignTop)
        return details

    def _own_buttons(self) -> QHBoxLayout:
        """What a service of ours offers: its settings, a check, and its details to copy."""
        name = self.state.name
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        for words, icon, asked in (
            (tr("Settings…"), "", self.set_up_requested),
            (tr("Check now"), "refresh", self.check_requested),
            (tr("Copy details"), "copy", self.copy_requested),
        ):
            button = KeyButton(self._theme, words, icon=icon, kind="flat" if icon else "default")
            button.setAccessibleName(f"{words}: {name}")
            button.clicked.connect(lambda _=False, ask=asked: ask.emit(name))
            buttons.addWidget(button)
        buttons.addStretch(1)
        return buttons

    def _told(self, zone: ZoneInfo, today: object) -> str:
        state = self.state
        if not state.problem_title or not state.checks:
            return state.checks[0][2] if state.checks else ""
        failed = state.failures
        first = state.checks[failed - 1][0].astimezone(zone)
        times = tr("1 check") if failed == 1 else tr("{failed} checks", failed=failed)
        since = touch_day(first, zone, first.date() if today is None else today)  # type: ignore[arg-type]
        return tr(
            "{times} failed since {since}. {problem} What you do is saved here meanwhile.",
            times=times,
            since=since,
            problem=state.problem_text,
        )

    def open(self, opened: bool) -> None:
        """Shows or hides its details."""
        if self._can_open and opened != self.is_open:
            self.is_open = opened
            if opened:
                self._show_details()
            elif self._details is not None:
                self._details.hide()
            self.update()
            self.opened.emit(self.state.name, opened)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        # A field inside hands on the keys that it does not need; they are not meant for the row.
        if self.window().focusWidget() is not self or not self._keys.press(event):
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self.open(not self.is_open)

    def paintEvent(self, _event: QPaintEvent) -> None:
        with painter_on(self) as painter:
            if self.is_open:
                painter.fillRect(self.rect(), self._theme.color("panel"))
            if self.hasFocus():
                painter.setPen(self._theme.focus_pen)
                painter.drawRect(self.rect().adjusted(1, 1, -1, -1))
