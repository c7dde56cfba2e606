"""The parts of the detail panel and where they stand, made one after the other."""

from collections import deque
from collections.abc import Iterator, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QStackedLayout, QStackedWidget, QVBoxLayout, QWidget

from journeydesk.domain.ids import RecordId
from journeydesk.domain.words import tr
from journeydesk.services.context import Context
from journeydesk.services.rows.detail import Step
from journeydesk.ui.detail.composer import Composer
from journeydesk.ui.detail.conflict_line import ConflictLine
from journeydesk.ui.detail.deleted_page import DeletedPage
from journeydesk.ui.detail.facts import Money, Who
from journeydesk.ui.detail.facts_area import FactsArea
from journeydesk.ui.detail.journey_part import JourneyPart
from journeydesk.ui.detail.range_line import RangeLine
from journeydesk.ui.detail.reach_buttons import ReachButtons
from journeydesk.ui.detail.score_and_touch import ScoreAndTouch
from journeydesk.ui.detail.tasks import NextStrip, TaskPane
from journeydesk.ui.detail.timeline.menu import TimelineMenu
from journeydesk.ui.detail.timeline.tabs import TimelineTabs
from journeydesk.ui.detail.timeline.timeline import Timeline
from journeydesk.ui.keys.actions import Action, Scope
from journeydesk.ui.keys.key_map import KeyMap
from journeydesk.ui.theme import Theme
from journeydesk.ui.widgets.labels import plain_label


class PanelParts(QWidget):
    """Nobody is shown yet."""

    said = Signal(str, bool)
    failed = Signal(str)
    closed = Signal()
    step_requested = Signal(int, str)
    conflict_requested = Signal(int, str)
    target_requested = Signal(object)

    def __init__(self, context: Context, theme: Theme, parent: QWidget | None = None, at_once: bool = True) -> None:
        """Not made `at_once` it is whole when `making` is used up: a piece at each step."""
        super().__init__(parent)
        self._keys = KeyMap(Scope.FIELDS, {Action.LEAVE: self.closed.emit})
        self._context = context
        self._theme = theme
        self.prospect: RecordId | None = None
        self.lost: RecordId | None = None
        self._steps: Sequence[Step] = ()
        self._journey = context.settings.journeys[0].name
        self._group = "all"
        self.email = self._phone = self._company = self._name = self._key = ""
        self._deleted: DeletedPage | None = None
        self.making = self._make()
        if at_once:
            deque(self.making, 0)

    def _make(self) -> Iterator[None]:
        context, theme = self._context, self._theme
        zone = context.settings.time_zone
        self._who, self._money = Who(theme, self), Money(theme, self)
        self.in_question, self.out_of_range = ConflictLine(theme, self), RangeLine(theme, self)
        self._journey_part = JourneyPart(context, theme, self)
        self._stepper = self._journey_part.stepper
        self._tabs = TimelineTabs(theme, self)
        self._score = ScoreAndTouch(theme, zone, self)
        self._score.today = context.today
        yield
        self.composer = Composer(context, theme, self)
        yield
        self.timeline = Timeline(theme, zone, context.today, self)
        TimelineMenu(context, theme, self.timeline, self.said, self.failed)
        self.strip = NextStrip(context, theme, self)
        self.tasks = TaskPane(context, theme, self)
        yield
        self._lay_out()

    def _lay_out(self) -> None:
        self.setProperty("kind", "base")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._full = QWidget(self)
        column = QVBoxLayout(self._full)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        facts = FactsArea()
        for block in (self._who, self.in_question, self.out_of_range, self._journey_part, self._money, self._score):
            facts.add(block)
        column.addWidget(facts)
        wrap = QHBoxLayout()
        wrap.setContentsMargins(16, 10, 16, 10)
        wrap.addWidget(self.composer)
        column.addLayout(wrap)
        column.addWidget(self.strip)
        below = QWidget(self)
        entries = QVBoxLayout(below)
        entries.setContentsMargins(0, 0, 0, 0)
        entries.setSpacing(0)
        entries.addWidget(self._tabs)
        self._shown_below = QStackedWidget(below)
        self._shown_below.addWidget(self.timeline)
        entries.addWidget(self._shown_below, 1)
        self._below = QStackedWidget(self)
        self._below.addWidget(below)
        self._below.addWidget(self.tasks)
        column.addWidget(self._below, 1)
        empty = plain_label(tr("Select a prospect to see its journey\nEverything you log shows up here"), self)
        empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        empty.setProperty("kind", "secondary")
        self._stack = QStackedLayout(self)
        self._stack.setContentsMargins(0, 0, 0, 0)
        self._stack.addWidget(empty)
        self._stack.addWidget(self._full)
        self.reach = ReachButtons(self._theme, self._who)
