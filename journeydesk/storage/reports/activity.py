"""What the team did in a span: calls by outcome, by rep and by hour, and how many interactions of each type."""

from collections.abc import Sequence

from journeydesk.domain.frozen_data import dataclass
from journeydesk.domain.statuses import REACHED
from journeydesk.storage.answers import within
from journeydesk.storage.engine import sql
from journeydesk.storage.engine.connection import Connection
from journeydesk.storage.records.statuses import is_one_of

_SLOT = "substr(date, 1, 15) || CASE WHEN substr(date, 16, 1) < '5' THEN '0' ELSE '5' END"
"""Five minutes: 2026-05-19T09:05 of a stored moment."""


@dataclass(frozen=True, slots=True)
class Calls:
    """So many calls of a rep ("" for nobody) with an outcome ("" for none)."""

    owner: str
    outcome: str
    count: int


@dataclass(frozen=True, slots=True)
class Slot:
    """Calls of five minutes, by the first of them in UTC (2026-05-19T09:05), and how many reached somebody."""

    begins: str
    count: int
    reached: int


def calls(connection: Connection, since: str, until: str, owner: str | None = None) -> list[Calls]:
    """The calls of a span; `owner` is who made them."""
    return sql.typed(
        within(connection, "interactions", since, until),
        Calls,
        "SELECT coalesce(owner, ''), coalesce(outcome, ''), count(*) FROM interactions WHERE deleted = 0 AND type = 'Call' "
        "AND date >= :since AND date < :until AND (:owner IS NULL OR owner = :owner) GROUP BY 1, 2 ORDER BY 1, 2",
        {"since": since, "until": until, "owner": owner},
    )


def call_slots(connection: Connection, since: str, until: str, owner: str | None = None) -> list[Slot]:
    """The calls of a span by five minutes: zones differ by quarters of an hour, so an hour of any of them is made of whole slots."""
    return sql.typed(
        within(connection, "interactions", since, until),
        Slot,
        f"SELECT {_SLOT}, count(*), coalesce(sum({is_one_of('outcome', REACHED)}), 0) FROM interactions "
        "WHERE deleted = 0 AND type = 'Call' AND date >= :since AND date < :until AND (:owner IS NULL OR owner = :owner) "
        "GROUP BY 1 ORDER BY 1",
        {"since": since, "until": until, "owner": owner},
    )


def calls_of_spans(connection: Connection, spans: Sequence[tuple[str, str]]) -> list[dict[str, int]]:
    """Each rep's calls in each of these spans."""
    return [
        dict(
            sql.rows(
                within(connection, "interactions", *span),
                "SELECT coalesce(owner, ''), count(*) FROM interactions WHERE deleted = 0 AND type = 'Call' "
                "AND date >= ? AND date < ? GROUP BY 1",
                span,
            )
        )
        for span in spans
    ]


def touches_by_type(connection: Connection, since: str, until: str, owner: str | None = None) -> dict[str, int]:
    """How many interactions of each type there were in a span."""
    rows = sql.rows(
        within(connection, "interactions", since, until),
        "SELECT coalesce(type, ''), count(*) FROM interactions WHERE deleted = 0 AND date >= :since AND date < :until "
        "AND (:owner IS NULL OR owner = :owner) GROUP BY 1 ORDER BY 1",
        {"since": since, "until": until, "owner": owner},
    )
    return {row[0]: row[1] for row in rows}
