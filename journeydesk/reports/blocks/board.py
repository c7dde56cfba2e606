"""The board: measures in groups, each with its value, must and target, and how it went."""

from typing import ClassVar

from journeydesk.domain.frozen_data import dataclass
from journeydesk.domain.words import tr, within
from journeydesk.reports.blocks.block import Row, joined
from journeydesk.reports.blocks.board_drawing import draw_board
from journeydesk.reports.blocks.cards import Card, Group
from journeydesk.reports.blocks.drawn import Drawn
from journeydesk.reports.blocks.tiles import MISSED, state_words
from journeydesk.reports.drawing import Drawing


@dataclass(frozen=True, slots=True, kw_only=True)
class Board(Drawn):
    """Groups stand beside each other, their cards below each other."""

    kind: ClassVar[str] = "board"
    tall: ClassVar[float] = 640.0
    groups: tuple[Group, ...]
    half: bool = False

    @property
    def cards(self) -> tuple[Card, ...]:
        """All of them, group by group."""
        return tuple(card for group in self.groups for card in group.cards)

    @property
    def rows_a_group(self) -> int:
        """How many cards the longest group has."""
        return max((len(group.cards) for group in self.groups), default=0)

    def _finding(self) -> str:
        below = [card.title for card in self.cards if card.state in MISSED]
        if below:
            return tr("Below its must: {names}.", names=", ".join(below))
        return tr("No measure is below its must.") if self.cards else tr("No data.")

    def _alternative(self) -> str:
        said = [(f"{card.title}:", f"{card.words}, {within(state_words(card.state))}") for card in self.cards]
        return f"{self.heading}. {joined(said)}."

    def table(self) -> list[tuple[str, ...]]:
        """A row a measure."""
        head: list[tuple[str, ...]] = [
            (tr("Measure"), tr("Value"), tr("Of"), tr("Must"), tr("Target"), tr("Change"), tr("State"))
        ]
        return head + [
            (card.title, card.words, card.of, card.must_words, card.target_words, card.change, state_words(card.state))
            for card in self.cards
        ]

    def rows(self) -> list[Row]:
        """The value, the target, the change and the state; then each part of the measure."""
        rows: list[Row] = []
        for group in self.groups:
            for card in group.cards:
                rows.append((group.name, card.title, card.words, card.target_words, card.change, state_words(card.state)))
                rows += [(card.title, name, words, "", "", "") for name, words in card.parts]
        return rows

    def draw(self, width: float, height: float) -> Drawing:
        """Groups as columns, cards with their course at the right."""
        return draw_board(self.groups, width, height)
