"""The team's journeys, one of them chosen: each with its stages in a line, and what moves it up, down or away."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from journeydesk.domain.settings import Journey
from journeydesk.domain.statuses import customer_words
from journeydesk.domain.words import tr
from journeydesk.ui.tabs.settings.page import clear, typing_kept
from journeydesk.ui.theme import Theme
from journeydesk.ui.widgets.buttons import IconButton
from journeydesk.ui.widgets.labels import ElidedLabel, tip


class JourneyList(QWidget):
    """`stepped` carries a journey and -1 or 1. The first journey stays where it is: points and alerts stand on it."""

    chosen = Signal(str)
    stepped = Signal(str, int)
    removed = Signal(str)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._group = QButtonGroup(self)
        self._shown: object = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(4)

    def show_journeys(self, journeys: Sequence[Journey], chosen: str) -> None:
        """Shows these with one of them chosen; the same ones are left as they are."""
        shown = (tuple(journeys), chosen)
        if shown == self._shown:
            return
        self._shown = shown
        with typing_kept(self):
            clear(self._column)
            for place, journey in enumerate(journeys):
                self._column.addWidget(self._row(journey, place, len(journeys), journey.name == chosen))

    def _row(self, journey: Journey, place: int, count: int, chosen: bool) -> QWidget:
        row = QWidget()
        line = QHBoxLayout(row)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(4)
        name = QPushButton(journey.name.replace("&", "&&"))
        name.setProperty("kind", "choice")
        name.setCheckable(True)
        name.setChecked(chosen)
        name.setFixedWidth(150)
        name.setStyleSheet("text-align: left;")
        name.setToolTip(tip(journey.name))
        name.setObjectName(f"journey {place}")
        name.setAccessibleName(tr("{name}, {count} stages", name=journey.name, count=len(journey.stages)))
        name.clicked.connect(lambda: self.chosen.emit(journey.name))
        self._group.addButton(name)
        line.addWidget(name)
        line.addSpacing(6)
        stages = " · ".join(customer_words(stage.name) for stage in journey.stages)
        words = ElidedLabel(self._theme, f"{len(journey.stages)}: {stages}", step=-1, kind="secondary")
        line.addWidget(words, 1)
        for icon, words_of, step, possible in (
            ("arrow-up", tr("Move up"), -1, place > 1),
            ("arrow-down", tr("Move down"), 1, 0 < place < count - 1),
        ):
            button = IconButton(self._theme, icon, f"{words_of}: {journey.name}")
            button.setObjectName(f"{words_of} {journey.name}")
            button.setEnabled(possible)
            if not place:
                button.setToolTip(tr("Points and alerts stand on the first journey; it stays the first."))
            button.clicked.connect(partial(self.stepped.emit, journey.name, step))
            line.addWidget(button)
        away = IconButton(self._theme, "x", tr("Remove the journey {name}", name=journey.name))
        away.setEnabled(place > 0)
        if not place:
            away.setToolTip(tr("Points and alerts stand on the first journey. Rename it, or its stages."))
        away.clicked.connect(partial(self.removed.emit, journey.name))
        line.addWidget(away)
        return row
