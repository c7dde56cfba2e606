"""The cards that are carried: what a drop on each stage would ask for and say."""

from collections.abc import Sequence

from journeydesk.domain.by_hand import title_of_spec
from journeydesk.domain.catalogue import PROSPECTS
from journeydesk.domain.ids import RecordId
from journeydesk.domain.settings import Stage
from journeydesk.services.commands.stages.needs import missing_fields
from journeydesk.services.context import Context
from journeydesk.services.queries.detail import prospect_detail
from journeydesk.services.queries.lists import board
from journeydesk.services.rows.board import CardRow
from journeydesk.ui.tabs.kanban.carrying import Place
from journeydesk.ui.tabs.kanban.move_rules import drop_words


def missing_of(context: Context, stage: Stage, cards: Sequence[CardRow]) -> dict[RecordId, tuple[str, ...]]:
    """What each of these cards lacks of what a stage needs."""
    return missing_fields(context, stage, [card.id for card in cards])


def room_in(context: Context, journey: str, stage: int) -> int | None:
    """How many cards a stage still takes, of the whole team; None where it has no limit."""
    known = context.settings.journey(journey)
    limit = known.stages[stage - 1].card_limit if known is not None else None
    return None if limit is None else limit - board.columns(context, journey)[stage - 1].count


class Lifted:
    """What was found out when they were lifted holds until they land."""

    def __init__(self, context: Context) -> None:
        self._context = context
        self._journey = ""
        self._points: int | None = None
        self._lacks: dict[int, tuple[str, ...]] = {}

    def lift(self, journey: str, cards: Sequence[CardRow]) -> None:
        """Reads the points of the one card, and what all of them lack of what each stage needs."""
        self._journey = journey
        detail = prospect_detail(self._context, cards[0].id, journey) if len(cards) == 1 else None
        self._points = detail.points if detail is not None else None
        self._lacks = {}
        known = self._context.settings.journey(journey)
        for stage in known.stages if known is not None else ():
            lacking = {slug for slugs in missing_of(self._context, stage, cards).values() for slug in slugs}
            self._lacks[stage.number] = tuple(title_of_spec(PROSPECTS.by_slug[slug]) for slug in stage.needs if slug in lacking)

    def drop_words(self, cards: Sequence[CardRow], source: Place, over: Place) -> str:
        """What a drop there would do."""
        return drop_words(
            self._context.settings,
            self._journey,
            source,
            over,
            self._points,
            len(cards),
            self._lacks.get(over.stage, ()),
            room_in(self._context, self._journey, over.stage),
        )
