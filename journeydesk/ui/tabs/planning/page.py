"""The parts of a planning review and where they stand."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from journeydesk.domain.words import tr
from journeydesk.services.context import Context
from journeydesk.ui.keys.actions import Action
from journeydesk.ui.tabs.planning.head import PlanningHead
from journeydesk.ui.tabs.planning.notes import Notes
from journeydesk.ui.tabs.planning.picture import HEAD, ROW
from journeydesk.ui.tabs.planning.roadmap import RoadmapView
from journeydesk.ui.tabs.planning.side import PlanningSide
from journeydesk.ui.tabs.tab import Tab
from journeydesk.ui.theme import Theme
from journeydesk.ui.widgets.buttons import KeyButton
from journeydesk.ui.widgets.choosing.segments import Segments
from journeydesk.ui.widgets.icon_label import IconLabel
from journeydesk.ui.widgets.labels import ElidedLabel, label, rule

ROADMAP, LIST = tr("Roadmap"), tr("List")
_SIDE, _NARROW_SIDE, _WIDE_FROM = 372, 300, 1100
_LEAST_NOTES = 150


class PlanningPage(Tab):
    """What is seen; `PlanningTab` says what it does."""

    def __init__(self, context: Context, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(context, theme, parent)
        self.setProperty("kind", "base")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.head = PlanningHead(theme, self)
        self.headline = ElidedLabel(theme, weight=600)
        self.below_headline = ElidedLabel(theme, step=-1, kind="secondary")
        self.views = Segments(theme, tr("View"), (ROADMAP, LIST))
        self.views.choose(ROADMAP)
        self.roadmap = RoadmapView(theme, self)
        self.area = QScrollArea(self)
        self.area.setWidget(self.roadmap)
        self.area.setWidgetResizable(True)
        self.area.setFrameShape(QFrame.Shape.NoFrame)
        self.area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.strip_icon = IconLabel(theme, "flag", "text2")
        self.strip_title = ElidedLabel(theme, weight=600)
        self.strip_words = ElidedLabel(theme, step=-1, kind="secondary")
        self.change_date = KeyButton(theme, tr("Move date…"), icon="calendar", key=Action.MILESTONE_DATE.cap, parent=self)
        self.finish = KeyButton(theme, tr("Mark done"), icon="check", key=Action.MILESTONE_DONE.cap, parent=self)
        self.notes = Notes(context, theme, self)
        self.side = PlanningSide(theme, self)
        self.gone = label(theme, tr("This prospect is no longer there."), kind="secondary")
        self.gone.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._lay_out(theme)

    def _lay_out(self, theme: Theme) -> None:
        words = QVBoxLayout()
        words.setSpacing(1)
        words.addWidget(self.headline)
        words.addWidget(self.below_headline)
        above = QHBoxLayout()
        above.setContentsMargins(16, 9, 16, 9)
        above.setSpacing(12)
        above.addLayout(words, 1)
        above.addWidget(self.views)
        self.strip = QWidget(self)
        self.strip.setProperty("kind", "panel")
        self.strip.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        said = QVBoxLayout()
        said.setSpacing(1)
        said.addWidget(self.strip_title)
        said.addWidget(self.strip_words)
        strip = QHBoxLayout(self.strip)
        strip.setContentsMargins(16, 8, 16, 8)
        strip.setSpacing(10)
        strip.addWidget(self.strip_icon)
        strip.addLayout(said, 1)
        strip.addWidget(self.change_date)
        strip.addWidget(self.finish)
        left = QVBoxLayout()
        left.setSpacing(0)
        left.addLayout(above)
        left.addWidget(rule())
        left.addWidget(self.area)
        left.addWidget(rule())
        left.addWidget(self.strip)
        left.addWidget(rule())
        left.addWidget(self.notes, 1)
        between = QFrame()
        between.setProperty("kind", "line")
        between.setFixedWidth(1)
        self.body = QWidget(self)
        body = QHBoxLayout(self.body)
        body.setContentsMargins(0, 0, 0, 0)
        body.setSpacing(0)
        body.addLayout(left, 1)
        body.addWidget(between)
        body.addWidget(self.side)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.head)
        column.addWidget(rule())
        column.addWidget(self.body, 1)
        column.addWidget(self.gone, 1)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.arrange()

    def arrange(self) -> None:
        """The roadmap is as tall as its rows where the notes keep some room, and scrolls elsewhere."""
        self.side.setFixedWidth(_SIDE if self.width() >= _WIDE_FROM else _NARROW_SIDE)
        rest = self.height() - 61 - 53 - self.strip.sizeHint().height() - _LEAST_NOTES
        wanted = self.roadmap.sizeHint().height()
        self.area.setFixedHeight(max(HEAD + ROW, min(wanted, rest)))
