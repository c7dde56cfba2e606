"""One alert rule: its switch, name, what it does, priority and action; opened, its numbers and when its alert goes."""

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from journeydesk.domain.words import first_up, named, tr
from journeydesk.services.queries.rules import RuleLine
from journeydesk.ui.tabs.settings.field import SettingField
from journeydesk.ui.tabs.settings.named_row import NAME_WIDTH
from journeydesk.ui.tabs.settings.rules.number_words import NUMBERS
from journeydesk.ui.tabs.settings.shapes import Shape
from journeydesk.ui.theme import Theme
from journeydesk.ui.widgets.buttons import IconButton
from journeydesk.ui.widgets.labels import label, rule
from journeydesk.ui.widgets.link import link_button
from journeydesk.ui.widgets.priority_mark import PriorityMark
from journeydesk.ui.widgets.switch import Switch

MakeField = Callable[[str, str, Shape], SettingField]


class RuleRow(QWidget):
    """`switched` says whether it runs, `told` whether it notifies; `list_requested` opens the list of companies, `reps_requested` the team.

    What is inside is made when it is first opened; `filled` then asks for the values.
    """

    switched = Signal(str, bool)
    told = Signal(str, bool)
    list_requested = Signal()
    reps_requested = Signal()
    filled = Signal()

    def __init__(self, theme: Theme, line: RuleLine, make_field: MakeField) -> None:
        super().__init__()
        self._theme = theme
        self.name = line.name
        self.switch = Switch(theme, tr("{name}: on or off", name=line.name))
        self.switch.clicked.connect(lambda on: self.switched.emit(self.name, on))
        self._when = label(theme, step=-1, kind="secondary", wrap=True)
        self._state = label(theme, step=-1, kind="caption")
        self._action = label(theme, line.action, step=-1, wrap=True)
        self._action.setFixedWidth(112)
        self.more = IconButton(theme, "down", tr("{name}: numbers and more", name=line.name))
        self.more.clicked.connect(lambda: self.open(not self.is_open))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self._head = QWidget()
        head = QHBoxLayout(self._head)
        head.setContentsMargins(14, 9, 10, 9)
        head.setSpacing(12)
        head.addWidget(self.switch)
        words = QVBoxLayout()
        words.setSpacing(1)
        first = QHBoxLayout()
        first.setSpacing(8)
        first.addWidget(label(theme, first_up(named(line.name)), weight=600))
        first.addWidget(self._state)
        first.addStretch(1)
        words.addLayout(first)
        words.addWidget(self._when)
        head.addLayout(words, 1)
        head.addWidget(PriorityMark(theme, line.priority))
        head.addWidget(self._action)
        head.addWidget(self.more)
        column.addWidget(self._head)
        column.addWidget(rule())
        self._column = column
        self._make_field = make_field
        self._line = line
        self._inside: QWidget | None = None
        self.show_line(line)

    def _make_inside(self, line: RuleLine) -> QWidget:
        inside = QWidget()
        inside.setProperty("kind", "panel")
        inside.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        column = QVBoxLayout(inside)
        column.setContentsMargins(58, 10, 16, 12)
        column.setSpacing(3)
        column.addWidget(
            label(
                self._theme,
                tr("It goes when {clears}. It shows {shows}.", clears=line.clears, shows=line.shows),
                step=-1,
                kind="secondary",
                wrap=True,
            )
        )
        column.addSpacing(4)
        for key, _ in line.numbers:
            if key in NUMBERS:
                column.addWidget(self._make_field(key, *NUMBERS[key]))
        if "alerts.fortune_500" in dict(line.numbers):
            self.companies = link_button(self._theme, tr("Edit the list of companies…"))
            self.companies.clicked.connect(self.list_requested)
            column.addWidget(self.companies, 0, Qt.AlignmentFlag.AlignLeft)
        if "team.reps" in dict(line.numbers):
            reps = link_button(self._theme, tr("Reps and who of them is active: Team"))
            reps.clicked.connect(self.reps_requested)
            column.addWidget(reps, 0, Qt.AlignmentFlag.AlignLeft)
        self.notify = Switch(self._theme, tr("{name}: notification", name=line.name))
        self.notify.clicked.connect(lambda on: self.told.emit(self.name, on))
        notifying = QHBoxLayout()
        notifying.setSpacing(10)
        words = label(self._theme, tr("Notification"), kind="secondary")
        words.setFixedWidth(NAME_WIDTH)
        notifying.addWidget(words)
        notifying.addWidget(self.notify)
        self._told = label(self._theme, step=-1, kind="caption")
        notifying.addWidget(self._told)
        notifying.addStretch(1)
        column.addLayout(notifying)
        return inside

    def show_line(self, line: RuleLine) -> None:
        """Shows how the rule stands."""
        self.switch.setChecked(line.on)
        self._when.setText(line.when)
        self._state.setText("" if line.on else tr("off; on by default"))
        self._line = line
        if self._inside is not None:
            self._show_notify(line)
        self._words = f"{line.name} {line.when} {line.action} {line.priority}".casefold()

    def _show_notify(self, line: RuleLine) -> None:
        quiet = line.priority == "Normal"
        self.notify.setEnabled(not quiet)
        self.notify.setChecked(line.notifies)
        self._told.setText(
            tr("normal ones never notify")
            if quiet
            else ""
            if line.notifies
            else tr("off; on by default. The alert is raised all the same.")
        )

    def fits(self, text: str) -> bool:
        """Whether every word of a search is in its name, its words, its action or its priority."""
        return all(word in self._words for word in text.casefold().split())

    @property
    def is_open(self) -> bool:
        """Whether its numbers are shown."""
        return self._inside is not None and not self._inside.isHidden()

    def open(self, opened: bool = True) -> None:
        """Shows or hides its numbers."""
        if self._inside is None and opened:
            self._inside = self._make_inside(self._line)
            self._column.insertWidget(1, self._inside)
            self._show_notify(self._line)
            self.filled.emit()
        if self._inside is not None:
            self._inside.setVisible(opened)
        self.more.show_icon("up" if opened else "down")

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if self._head.geometry().contains(event.position().toPoint()):
            self.open(not self.is_open)
