"""Which cards of the whole board are selected, over its columns and lanes, and where each of them is."""

from collections.abc import Callable, Collection, Sequence

from journeydesk.domain.frozen_data import dataclass
from journeydesk.domain.ids import RecordId
from journeydesk.services.rows.board import CardRow
from journeydesk.ui.models.board_model import ColumnModel


@dataclass(frozen=True, slots=True)
class Place:
    """Where a card is or would be: a stage's number, and an owner where the board has lanes."""

    stage: int
    owner: str | None = None


class Selection:
    """Shared by the lists of one board; `columns` are their models by place, in the order of the board."""

    def __init__(self, columns: Callable[[], Sequence[tuple[Place, ColumnModel]]] = tuple) -> None:
        self._columns = columns
        self.is_kept = False
        """Whether the keyboard goes to another column and what is selected stays."""
        self.left: tuple[ColumnModel, RecordId] | None = None
        """The card that had the keyboard until a press of the mouse took it to another column."""

    @property
    def cards(self) -> list[CardRow]:
        """All that are selected, column by column, from top to bottom."""
        return [card for _, model in self._columns() for card in model.chosen]

    def clear(self) -> bool:
        """Selects no card any more; whether one was."""
        had = False
        for _, model in self._columns():
            had = had or bool(model.chosen)
            model.choose(())
        return had

    def mark_moving(self, prospects: Collection[RecordId]) -> None:
        """Marks these cards as carried, wherever they are, and no others."""
        for _, model in self._columns():
            model.set_moving(prospects)

    def places_of(self, cards: Sequence[CardRow]) -> dict[RecordId, Place]:
        """Where each of these cards is."""
        wanted = {card.id for card in cards}
        return {
            prospect: place for place, model in self._columns() for prospect in wanted if model.row_of(prospect) is not None
        }


def goes(place: Place, over: Place) -> bool:
    """Whether a card that is at one place would be moved by a move to the other; one without an owner leaves whose it is."""
    return place.stage != over.stage or (over.owner is not None and place.owner != over.owner)


def source_of(places: Collection[Place], over: Place) -> Place:
    """Cards of several places as if of one, as to what a move to `over` asks and does: of the stages that they leave the last, and an
    owner that is another where any card's is. `over` without an owner leaves them."""
    stages = [place.stage for place in places if place.stage != over.stage]
    owners = [place.owner for place in places if place.owner != over.owner]
    return Place(max(stages, default=over.stage), over.owner if over.owner is None or not owners else owners[0])
