"""The board's own bar: which journey, whose cards, from which score on, with lanes or without."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from journeydesk.domain.words import tr
from journeydesk.ui.mirror import painter_on
from journeydesk.ui.tabs.kanban.shown import ORDERS
from journeydesk.ui.theme import Theme
from journeydesk.ui.widgets.choosing.choice_button import ChoiceButton
from journeydesk.ui.widgets.choosing.segments import Segments
from journeydesk.ui.widgets.icon_label import IconLabel, KeyCap
from journeydesk.ui.widgets.labels import FittedLabel, plain_label
from journeydesk.ui.widgets.switch import Switch

BAR = 48
SCORES = (10, 20, 30, 40)
_FIRST = 100
"""The words have their room before the gap beside them has any."""


class BoardBar(QWidget):
    """Emits what was chosen; shows nothing but what it is given."""

    journey_chosen = Signal(str)
    owner_chosen = Signal(object)
    score_chosen = Signal(object)
    order_chosen = Signal(object)
    lanes_chosen = Signal(bool)

    def __init__(self, theme: Theme, journeys: Sequence[str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setFixedHeight(BAR)
        self.journeys = Segments(theme, tr("Journey"), journeys)
        self.journeys.fills = True
        self.journeys.chosen.connect(self.journey_chosen)
        self.owner = ChoiceButton(theme, tr("Owner"), tr("Owner: "))
        self.owner.chosen.connect(self.owner_chosen)
        self.score = ChoiceButton(theme, tr("Score"), tr("Score: "))
        scores: list[tuple[str, object]] = [
            (tr("any"), None),
            *((tr("{least} or more", least=least), least) for least in SCORES),
        ]
        self.score.offer(scores, None)
        self.score.chosen.connect(self.score_chosen)
        self.order = ChoiceButton(theme, tr("Sort"), tr("Sort: "))
        self.order.offer([(words, name) for name, words in ORDERS], "urgent")
        self.order.chosen.connect(self.order_chosen)
        self.lanes = Switch(theme, tr("Swimlanes by owner (G)"))
        self.lanes.toggled.connect(self.lanes_chosen)
        caption = plain_label(tr("Journey"))
        caption.setProperty("kind", "secondary")
        caption.setFont(theme.font(-2, 500))
        words = FittedLabel(theme, kind="secondary")
        words.show_wordings(tr("Swimlanes by owner"), tr("Swimlanes"))
        words.setMaximumWidth(words.fontMetrics().horizontalAdvance(words.accessibleName()) + 2)
        words.setBuddy(self.lanes)
        between = QFrame()
        between.setProperty("kind", "line")
        between.setFixedSize(1, 20)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(16, 0, 16, 0)
        layout.setSpacing(10)
        layout.addWidget(caption)
        layout.addWidget(self.journeys)
        layout.addWidget(between)
        layout.addWidget(self.owner)
        layout.addWidget(self.score)
        layout.addWidget(self.order)
        layout.addStretch(1)
        for part, after in ((IconLabel(theme, "lanes", "text2"), 8), (words, 6), (self.lanes, 6)):
            layout.addWidget(part, _FIRST if part is words else 0)
            layout.setSpacing(10)
            layout.addSpacing(after - 10)
        layout.addWidget(KeyCap(theme, "G"))

    def offer_owners(self, owners: Sequence[str], chosen: str | None) -> None:
        """Offers everyone, each owner, and those without one."""
        named: list[tuple[str, object]] = [(owner, owner) for owner in owners if owner]
        self.owner.offer([(tr("everyone"), None), *named, (tr("nobody"), "")], chosen)

    def paintEvent(self, event: QPaintEvent) -> None:
        with painter_on(self) as painter:
            painter.fillRect(self.rect(), self._theme.color("base"))
            painter.fillRect(0, self.height() - 1, self.width(), 1, self._theme.color("line"))
