"""The board's questions."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from journeydesk.domain.ids import RecordId
from journeydesk.domain.money import of_hundredths
from journeydesk.domain.settings import Journey
from journeydesk.domain.time import moment_of, moment_text
from journeydesk.services.context import Context
from journeydesk.services.queries.prospects import amount, stage_mark
from journeydesk.services.rows.alerts import Priority
from journeydesk.services.rows.board import BoardColumn, CardRow, Lane
from journeydesk.services.rows.common import Amount
from journeydesk.storage.engine.connection import Connection
from journeydesk.storage.lists import board as stored

_PRIORITIES: dict[int, Priority] = {1: "Urgent", 2: "High", 3: "Normal"}


def journeys(context: Context) -> list[str]:
    """The journeys in the settings' order."""
    return [journey.name for journey in context.settings.journeys]


def _journey(context: Context, name: str) -> Journey:
    return context.settings.journey(name) or context.settings.journeys[0]


def _limits(context: Context, journey: Journey) -> dict[int, str]:
    now = context.clock()
    return {
        stage.number: moment_text(now - timedelta(days=stage.limit_days + 1))
        for stage in journey.stages
        if stage.limit_days is not None
    }


def _sum(context: Context, hundredths: int) -> Amount:
    currency = context.settings.currency
    return Amount(of_hundredths(hundredths, currency).minor, currency)


@dataclass(frozen=True, slots=True)
class Since:
    """The columns of a board as they were, and the only prospects that changed since."""

    columns: Sequence[BoardColumn]
    changed: Collection[RecordId]


def columns(
    context: Context, journey: str, owner: str | None = None, min_score: int | None = None, since: Since | None = None
) -> list[BoardColumn]:
    """The columns with counts and sums of the whole column. `since` is of the same board, and spares counting what is over its limit
    where nobody came or went."""
    selected = _journey(context, journey)
    limits = _limits(context, selected)
    with context.database.read() as connection:
        totals = stored.column_totals(connection, selected.name, owner, min_score)
        over: dict[int, int] = {}
        # With a score the counts do not tell who left a column, for they leave out who is below it.
        if since is not None and min_score is None:
            over = _over_as_before(connection, selected.name, totals, since)
        recounted = {stage: moment for stage, moment in limits.items() if stage not in over}
        over |= stored.over_limit(connection, selected.name, recounted, owner)
    headers = []
    for stage in selected.stages:
        mark = stage_mark(context, selected.name, stage.number)
        count, revenue = totals.get(stage.number, (0, 0))
        if mark is not None:
            money = _sum(context, revenue)
            headers.append(BoardColumn(mark, count, money, over.get(stage.number, 0), stage.limit_days))
    return headers


def _over_as_before(
    connection: Connection, journey: str, totals: Mapping[int, tuple[int, int]], since: Since
) -> dict[int, int]:
    """How many are over the limit in the columns that nobody came to or left: of as many cards as before, none of who changed. Who
    left for good shows in the count, for nobody else can have come in their place."""
    now = {stored.positions_of(connection, prospect).get(journey, (0, ""))[0] for prospect in since.changed}
    return {
        column.mark.number: column.over_limit
        for column in since.columns
        if column.mark.number not in now and column.count == totals.get(column.mark.number, (0, 0))[0]
    }


def cards(
    context: Context,
    journey: str,
    stage: int,
    offset: int,
    limit: int,
    owner: str | None = None,
    min_score: int | None = None,
) -> list[CardRow]:
    """A page of a column's cards."""
    selected = _journey(context, journey)
    limit_days = selected.stage(stage).limit_days
    with context.database.read() as connection:
        cards = stored.cards(connection, selected.name, stage, offset, limit, owner, min_score)
    now = context.clock()
    return [
        CardRow(
            id=card.id,
            company=card.company or "",
            contact=card.contact_name or "",
            revenue=amount(context, card.estimated_revenue),
            score=card.score,
            days=max(0, (now - moment_of(card.entered_at)).days),
            limit_days=limit_days,
            follow_up=date.fromisoformat(card.next_follow_up) if card.next_follow_up else None,
            alert=_PRIORITIES.get(card.urgency or 0),
            owner=card.owner or "",
            pending=bool(card.touched),
            conflict=bool(card.conflict),
        )
        for card in cards
    ]


def lanes(context: Context, journey: str) -> list[Lane]:
    """The swimlanes: each owner with count, sum, overdue and over limit."""
    selected = _journey(context, journey)
    limits = _limits(context, selected)
    with context.database.read() as connection:
        rows = stored.lanes(connection, selected.name, context.today().isoformat())
        over = {owner: sum(stored.over_limit(connection, selected.name, limits, owner).values()) for owner, *_ in rows}
    return [Lane(owner, count, _sum(context, revenue), overdue, over[owner]) for owner, count, revenue, overdue in rows]


def board_totals(context: Context, headers: Sequence[BoardColumn]) -> tuple[int, Amount, int]:
    """Cards, revenue and cards over their limit of the whole board whose columns these are."""
    revenue = Amount(sum(column.revenue.minor for column in headers), context.settings.currency)
    return sum(column.count for column in headers), revenue, sum(column.over_limit for column in headers)
