"""The board: columns with counts kept by triggers, cards by page, lanes by owner."""

import json
from collections.abc import Collection, Mapping, Sequence

from journeydesk.domain.frozen_data import dataclass
from journeydesk.domain.ids import RecordId
from journeydesk.domain.journeys.fold import Standing
from journeydesk.storage.engine import sql
from journeydesk.storage.engine.connection import Connection
from journeydesk.storage.lists.standings import moves_to_write, stage_of, write_moves
from journeydesk.storage.schema.layout import LIVING, ON_BOARD
from journeydesk.storage.schema.order_triggers import is_ordered
from journeydesk.storage.sync.pending import in_conflict, touched

_ON_BOARD = " AND ".join(f"q.{part}" for part in ON_BOARD.split(" AND "))


@dataclass(frozen=True, slots=True)
class Card:
    """A card as stored: revenue in hundredths, `entered_at` a stored moment, `next_follow_up` an ISO date, `urgency` 1 (urgent) to 3
    of its pending alerts; `touched` and `conflict` 1 where something waits."""

    id: RecordId
    company: str | None
    contact_name: str | None
    estimated_revenue: int | None
    score: int | None
    entered_at: str
    next_follow_up: str | None
    owner: str | None
    urgency: int | None
    touched: int | None
    conflict: int | None


@dataclass(frozen=True, slots=True)
class Over:
    """The cards of a stage and an owner ("" for nobody) that are over its limit; revenue in hundredths."""

    stage: int
    owner: str
    count: int
    revenue: int


def column_totals(connection: Connection, journey: str, owner: str | None, min_score: int | None) -> dict[int, tuple[int, int]]:
    """Count and revenue (minor units) of each stage: straight from the kept counts, unless a score is asked for."""
    if min_score is None:
        rows = sql.rows(
            connection,
            "SELECT stage, sum(count), sum(revenue_minor) FROM board_count WHERE journey = ? "
            f"{'' if owner is None else 'AND owner = ?'} GROUP BY stage HAVING sum(count) > 0",
            (journey, *(() if owner is None else (owner,))),
        )
    else:
        rows = sql.rows(
            connection,
            "SELECT q.stage, count(*), coalesce(sum(p.estimated_revenue), 0) "
            "FROM cards_by_owner q JOIN prospects p ON p.lid = q.prospect "
            f"WHERE q.journey = ? {_filters(owner, min_score)} GROUP BY q.stage",
            (journey, *_values(owner, min_score)),
        )
    return {row[0]: (row[1], row[2]) for row in rows}


def over_limit(
    connection: Connection, journey: str, entered_before: Mapping[int, str], owner: str | None, min_score: int | None = None
) -> list[Over]:
    """Count and revenue of the cards that entered their stage before the moment given for it, by stage and owner."""
    # By prospect: in the order of entry each would be on another page, which is decrypted again for every one of them. What a deal is worth
    # is in an index, a score in the row alone.
    entries = f"INDEXED BY ix_prospects_standing ON p.lid = q.prospect AND p.{LIVING}"
    return [
        Over(stage, *row)
        for stage, moment in entered_before.items()
        for row in sql.rows(
            connection,
            "SELECT q.owner, count(*), coalesce(sum(p.estimated_revenue), 0) FROM (SELECT prospect, owner FROM cards_by_entry "
            "WHERE journey = ? AND stage = ? AND entered_at < ? ORDER BY prospect LIMIT -1) q "
            f"CROSS JOIN prospects p {entries if min_score is None else 'ON p.lid = q.prospect'} "
            f"WHERE 1 {_filters(owner, min_score)} GROUP BY 1",
            (journey, stage, moment, *_values(owner, min_score)),
        )
    ]


ORDERS: Mapping[str, str] = {
    "urgent": "q.place, q.prospect",
    "value": "p.estimated_revenue DESC, p.lid",
    "score": "p.score DESC, p.lid",
    "days": "q.entered_at, q.prospect",
    "name": "p.company_sort, p.lid",
}
"""How a column may be sorted: by alert and next follow-up, or by what a card shows."""

_SELECT_CARD = (
    "SELECT p.lid, p.company, p.contact_name, p.estimated_revenue, p.score, q.entered_at, p.next_follow_up, p.owner, "
    f"p.urgency, {touched('prospects', 'p')}, {in_conflict('prospects', 'p')}"
)
_OF_POSITION = ("urgent", "days")
_OWNER = "coalesce(q.owner, '')"


def cards(
    connection: Connection,
    journey: str,
    stage: int,
    offset: int,
    limit: int,
    owner: str | None,
    min_score: int | None,
    order: str = "urgent",
    entered_before: str | None = None,
) -> list[Card]:
    """A page of a column's cards: urgent alerts first, then by the next follow-up, those without one last; or by another of `ORDERS`.
    `entered_before` leaves out who came then or later."""
    kept = "cards_by_entry" if order == "days" else "cards_by_place" if owner is None else "cards_by_owner"
    place, filters = "''" if order == "days" else "q.place", _filters(owner, min_score)
    if order in _OF_POSITION:
        source = f"{kept} q " + ("" if min_score is None else "JOIN prospects p ON p.lid = q.prospect ")
    elif _is_dense(connection, journey, stage, owner, offset + limit):
        # In the list's own order every so manieth is of this column: the page is full long before the column is read.
        source = "prospects p CROSS JOIN position q ON q.prospect = p.lid AND p.deleted = 0 "
        filters = f"AND {_ON_BOARD} AND {is_ordered('q')} {_filters(owner, min_score, _OWNER)}"
    else:
        source = f"{kept} q JOIN prospects p ON p.lid = q.prospect "
    late = "" if entered_before is None else "AND q.entered_at < ? "
    until = () if entered_before is None else (entered_before,)
    return sql.typed(
        connection,
        Card,
        f"{_SELECT_CARD} FROM (SELECT q.prospect, {place} AS place, q.entered_at FROM {source}"
        f"WHERE q.journey = ? AND q.stage = ? {filters}{late}"
        f"ORDER BY {ORDERS[order]} LIMIT ? OFFSET ?) q JOIN prospects p ON p.lid = q.prospect ORDER BY {ORDERS[order]}",
        (journey, stage, *_values(owner, min_score), *until, limit, offset),
    )


def cards_of(connection: Connection, journey: str, prospects: Collection[RecordId]) -> list[Card]:
    """The cards of these prospects, in no order; who is not on the board has none."""
    return sql.typed(
        connection,
        Card,
        f"{_SELECT_CARD} FROM position q JOIN prospects p ON p.lid = q.prospect "
        f"WHERE q.prospect IN (SELECT value FROM json_each(?)) AND q.journey = ? AND {_ON_BOARD}",
        (json.dumps(list(prospects)), journey),
    )


def _is_dense(connection: Connection, journey: str, stage: int, owner: str | None, wanted: int) -> bool:
    """Whether fewer cards would be read by walking through all prospects until so many are found than by sorting the column."""
    here, all_of_them = sql.only(
        connection,
        "SELECT coalesce(sum(count) FILTER (WHERE stage = ?2 AND (?3 IS NULL OR owner = ?3)), 0), coalesce(sum(count), 0) "
        "FROM board_count WHERE journey = ?1",
        (journey, stage, owner),
    )
    return bool(here * here > wanted * all_of_them)


def lanes(connection: Connection, journey: str, today: str) -> list[tuple[str, int, int, int]]:
    """Each owner with count, revenue (minor units) and overdue follow-ups, most cards first; without owner is ""."""
    totals = sql.rows(
        connection,
        "SELECT owner, sum(count), sum(revenue_minor) FROM board_count WHERE journey = ? "
        "GROUP BY owner HAVING sum(count) > 0 ORDER BY 2 DESC, 1",
        (journey,),
    )
    # A card's place ends with its follow-up, so the lane's own index knows who is late.
    late = sql.rows(
        connection,
        "SELECT owner, sum(substr(place, 2) < ?) FROM cards_by_owner WHERE journey = ? GROUP BY owner",
        (today, journey),
    )
    overdue = {row[0]: row[1] for row in late}
    return [(owner, count, revenue, overdue.get(owner, 0)) for owner, count, revenue in totals]


def lane_cards(connection: Connection, journey: str, min_score: int | None) -> dict[tuple[str, int], int]:
    """How many cards of at least this score each owner ("" for nobody) has in each stage: from the kept counts unless a score is
    asked for."""
    if min_score is None:
        rows = sql.rows(connection, "SELECT owner, stage, count FROM board_count WHERE journey = ? AND count > 0", (journey,))
    else:
        rows = sql.rows(
            connection,
            "SELECT q.owner, q.stage, count(*) FROM cards_by_owner q JOIN prospects p ON p.lid = q.prospect "
            "WHERE q.journey = ? AND p.score >= ? GROUP BY 1, 2",
            (journey, min_score),
        )
    return {(owner, stage): count for owner, stage, count in rows}


def _filters(owner: str | None, min_score: int | None, whose: str = "q.owner") -> str:
    of_owner = "" if owner is None else f"AND {whose} = ? "
    return of_owner + ("" if min_score is None else "AND p.score >= ? ")


def _values(owner: str | None, min_score: int | None) -> tuple[object, ...]:
    return (*((owner,) if owner is not None else ()), *((min_score,) if min_score is not None else ()))


def positions_of(connection: Connection, prospect: RecordId) -> dict[str, tuple[int, str]]:
    """A prospect's stage in each journey and since when."""
    rows = sql.rows(connection, "SELECT journey, stage, entered_at FROM position WHERE prospect = ?", (prospect,))
    return {row[0]: (row[1], row[2]) for row in rows}


def write_standings(
    connection: Connection, standings: Sequence[tuple[RecordId, Standing, Mapping[str, bool]]], engagement: str
) -> None:
    """Brings positions and stage history of these prospects to what the fold gave; what stands already is left alone.

    The mapping says per journey whether the prospect is on the board. `engagement` names the journey that the list shows.
    """
    write_moves(connection, moves_to_write(connection, standings))
    stages = [(*stage_of(standing, engagement), record, *stage_of(standing, engagement)) for record, standing, _ in standings]
    if stages:
        sql.run_many(
            connection,
            "UPDATE prospects SET engagement_stage = ?, stage_since = ? "
            "WHERE lid = ? AND (engagement_stage, stage_since) IS NOT (?, ?)",
            stages,
        )
