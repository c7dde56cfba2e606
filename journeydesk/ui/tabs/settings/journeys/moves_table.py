"""Which event moves the journey to which stage, to be changed in place (docs/rules.md, "Event types")."""

from collections.abc import Mapping
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from journeydesk.domain.journeys.edit_moves import MOVING_TYPES
from journeydesk.domain.settings import Journey
from journeydesk.domain.words import tr
from journeydesk.ui.tabs.settings.journeys.event_words import words_of
from journeydesk.ui.tabs.settings.page import clear, typing_kept
from journeydesk.ui.theme import Theme
from journeydesk.ui.widgets.choosing.choice_button import ChoiceButton
from journeydesk.ui.widgets.labels import label, tip
from journeydesk.ui.widgets.stage_chip import StageBadge

_NOTHING = tr("does not move")


class MovesTable(QWidget):
    """`given` carries an event and the name of the stage that it moves to; None for none."""

    given = Signal(str, object)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.choices: dict[str, ChoiceButton] = {}
        self._shown: object = None
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        self._rows = QGridLayout()
        self._rows.setHorizontalSpacing(10)
        self._rows.setVerticalSpacing(4)
        self._rows.setColumnStretch(3, 1)
        column.addLayout(self._rows)
        self._add = QHBoxLayout()
        column.addLayout(self._add)

    def show_moves(self, journey: Journey, moves: Mapping[str, int]) -> None:
        """Shows the journey's events with the stage that each moves to, by number, in the stages' order; the same are left as they are."""
        shown = (journey, dict(moves))
        if shown == self._shown:
            return
        self._shown = shown
        with typing_kept(self):
            clear(self._rows)
            clear(self._add)
            self.choices.clear()
            stages = [(f"{stage.number}  {stage.name}", stage.name) for stage in journey.stages]
            for column, words in ((0, tr("When this happens")), (2, tr("it moves to"))):
                self._rows.addWidget(label(self._theme, words, step=-1, weight=500, kind="secondary"), 0, column)
            for row, (event, number) in enumerate(sorted(moves.items(), key=lambda move: (move[1], words_of(move[0]))), 1):
                self._row(row, event, number, stages, journey)
            unused = sorted(MOVING_TYPES - set(moves), key=words_of)
            add = ChoiceButton(self._theme, tr("Add an event that moves this journey"), tr("Add an event…"))
            add.setObjectName("add event")
            add.offer([(words_of(event), event) for event in unused], None)
            add.setEnabled(bool(unused))
            add.chosen.connect(lambda event: self.given.emit(event, journey.stages[0].name))
            self.choices[""] = add
            self._add.addWidget(add)
            self._add.addStretch(1)

    def _row(self, row: int, event: str, number: int, stages: list[tuple[str, str]], journey: Journey) -> None:
        words = label(self._theme, words_of(event))
        words.setToolTip(tip(event))
        self._rows.addWidget(words, row, 0)
        self._rows.addWidget(StageBadge(self._theme, number), row, 1)
        choice = ChoiceButton(self._theme, tr("{words} moves to", words=words_of(event)), width=230)
        choice.setObjectName(f"move {event}")
        choices: list[tuple[str, object]] = [*stages, (_NOTHING, None)]
        choice.offer(choices, journey.stage(number).name)
        choice.chosen.connect(partial(self.given.emit, event))
        self.choices[event] = choice
        self._rows.addWidget(choice, row, 2)
