"""The board's questions."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace
from datetime import date

from journeydesk.domain.frozen_data import dataclass
from journeydesk.domain.ids import RecordId
from journeydesk.domain.money import of_hundredths
from journeydesk.domain.settings import Journey
from journeydesk.domain.time import day_of, end_of
from journeydesk.services.context import Context
from journeydesk.services.queries.lists.prospects import amount, stage_mark
from journeydesk.services.rows.alerts import Priority
from journeydesk.services.rows.board import BoardColumn, CardRow, Lane, OverLimit
from journeydesk.services.rows.common import Amount
from journeydesk.storage.lists import board as stored
from journeydesk.storage.lists.board import Card
from journeydesk.storage.sync.pending import with_waiting_logs

_PRIORITIES: dict[int, Priority] = {1: "Urgent", 2: "High", 3: "Normal"}


def journeys(context: Context) -> list[str]:
    """The journeys in the settings' order."""
    return [journey.name for journey in context.settings.journeys]


def _journey(context: Context, name: str) -> Journey:
    return context.settings.journey(name) or context.settings.journeys[0]


def _limits(context: Context, journey: Journey) -> dict[int, str]:
    """Who came to a stage with a limit before this moment is over it."""
    settings, today = context.settings, context.today()
    return {
        stage.number: end_of(settings.calendar.days.back(today, stage.limit_days + 1), settings.time_zone)
        for stage in journey.stages
        if stage.limit_days is not None
    }


def _sum(context: Context, hundredths: int) -> Amount:
    currency = context.settings.currency
    return Amount(of_hundredths(hundredths, currency).minor, currency)


@dataclass(frozen=True, slots=True)
class OverLimits:
    """The cards of a board that are over the limit of their stage: count and revenue by stage and owner."""

    counted: Mapping[tuple[int, str], OverLimit]
    currency: str

    def of_stage(self, stage: int) -> OverLimit:
        """In one column."""
        return self._sum([each for (number, _), each in self.counted.items() if number == stage])

    def of_owner(self, owner: str) -> OverLimit:
        """In one lane."""
        return self._sum([each for (_, known), each in self.counted.items() if known == owner])

    def after_move(self, cards: Sequence[CardRow], stage: int) -> "OverLimits":
        """After these cards of a stage went to another one: there they have just come, whatever they were before."""
        counted = dict(self.counted)
        for card in cards:
            place = stage, card.owner
            if card.over_limit and place in counted:
                before = counted[place]
                worth = before.revenue.minor - (card.revenue.minor if card.revenue is not None else 0)
                counted[place] = OverLimit(before.count - 1, Amount(worth, self.currency))
        return OverLimits(counted, self.currency)

    def _sum(self, parts: Sequence[OverLimit]) -> OverLimit:
        return OverLimit(sum(each.count for each in parts), Amount(sum(each.revenue.minor for each in parts), self.currency))


def columns(context: Context, journey: str, owner: str | None = None, min_score: int | None = None) -> list[BoardColumn]:
    """The columns with counts and sums of the whole column; who is over the limit is counted apart (`over_limits`)."""
    selected = _journey(context, journey)
    with context.database.read() as connection:
        totals = stored.column_totals(connection, selected.name, owner, min_score)
    headers = []
    for stage in selected.stages:
        mark = stage_mark(context, selected.name, stage.number)
        count, revenue = totals.get(stage.number, (0, 0))
        if mark is not None:
            headers.append(BoardColumn(mark, count, _sum(context, revenue), stage.limit_days, stage.card_limit))
    return headers


def over_limits(context: Context, journey: str, owner: str | None = None, min_score: int | None = None) -> OverLimits:
    """Who is over the limit of their stage, each stage and owner counted once. It reads every such card: for a thread beside the
    window's."""
    selected = _journey(context, journey)
    with context.database.read() as connection:
        rows = stored.over_limit(connection, selected.name, _limits(context, selected), owner, min_score)
    counted = {(row.stage, row.owner): OverLimit(row.count, _sum(context, row.revenue)) for row in rows}
    return OverLimits(counted, context.settings.currency)


def with_limits(columns: Sequence[BoardColumn], over: OverLimits | None) -> list[BoardColumn]:
    """The columns with what is known of who is over their limits."""
    return [
        column if over is None or column.limit_days is None else replace(column, over=over.of_stage(column.mark.number))
        for column in columns
    ]


def cards(
    context: Context,
    journey: str,
    stage: int,
    offset: int,
    limit: int,
    owner: str | None = None,
    min_score: int | None = None,
    order: str = "urgent",
    only_over: bool = False,
) -> list[CardRow]:
    """A page of a column's cards, in one of `stored.ORDERS`; with `only_over` of those over the limit of the stage."""
    selected = _journey(context, journey)
    limit_days = selected.stage(stage).limit_days
    until = _limits(context, selected).get(stage, "") if only_over else None
    with context.database.read() as connection:
        cards = stored.cards(connection, selected.name, stage, offset, limit, owner, min_score, order, until)
        logged = with_waiting_logs(connection, [card.id for card in cards])
    return _rows(context, cards, limit_days, logged)


def cards_of(context: Context, journey: str, stage: int, prospects: Collection[RecordId]) -> list[CardRow]:
    """The cards of prospects that are in this stage."""
    selected = _journey(context, journey)
    with context.database.read() as connection:
        cards = stored.cards_of(connection, selected.name, prospects)
        logged = with_waiting_logs(connection, [card.id for card in cards])
    return _rows(context, cards, selected.stage(stage).limit_days, logged)


def _rows(context: Context, cards: Sequence[Card], limit_days: int | None, logged: frozenset[RecordId]) -> list[CardRow]:
    zone, today, working = context.settings.time_zone, context.today(), context.settings.calendar.days
    return [
        CardRow(
            id=card.id,
            company=card.company or "",
            contact=card.contact_name or "",
            revenue=amount(context, card.estimated_revenue),
            score=card.score,
            days=working.between(day_of(card.entered_at, zone), today),
            limit_days=limit_days,
            follow_up=date.fromisoformat(card.next_follow_up) if card.next_follow_up else None,
            alert=_PRIORITIES.get(card.urgency or 0),
            owner=card.owner or "",
            pending=bool(card.touched) or card.id in logged,
            conflict=bool(card.conflict),
            entered=card.entered_at,
        )
        for card in cards
    ]


def lanes(context: Context, journey: str, min_score: int | None = None) -> list[Lane]:
    """The swimlanes: each owner with count, sum and overdue, and how many cards of a score are in each stage."""
    selected = _journey(context, journey)
    with context.database.read() as connection:
        rows = stored.lanes(connection, selected.name, context.today().isoformat())
        cards = stored.lane_cards(connection, selected.name, min_score)
    return [
        Lane(
            owner,
            count,
            _sum(context, revenue),
            overdue,
            tuple(cards.get((owner, stage.number), 0) for stage in selected.stages),
        )
        for owner, count, revenue, overdue in rows
    ]


def board_totals(context: Context, headers: Sequence[BoardColumn]) -> tuple[int, Amount, int]:
    """Cards, revenue and cards over their limit of the whole board whose columns these are."""
    revenue = Amount(sum(column.revenue.minor for column in headers), context.settings.currency)
    return sum(column.count for column in headers), revenue, sum(column.over_limit for column in headers)
