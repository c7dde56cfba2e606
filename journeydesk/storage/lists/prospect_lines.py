"""The lines of the prospect list: what is shown of the records on screen, and what a selection of them is worth."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from journeydesk.domain.columns import SHOWN, Column
from journeydesk.domain.ids import Key, RecordId
from journeydesk.domain.values import Stored
from journeydesk.storage.engine import sql
from journeydesk.storage.engine.connection import Connection
from journeydesk.storage.schema.layout import LIVING
from journeydesk.storage.sync.pending import in_conflict, touched

_FEW = 200


@dataclass(frozen=True, slots=True)
class Line:
    """One line of the list as stored; `others` are the values of `OTHER_COLUMNS`. `touched` and `conflict` are 1 or None."""

    others: tuple[Stored, ...]
    record: RecordId
    key: Key
    company: str | None
    contact: str | None
    stage: int | None
    score: int | None
    status: str | None
    customer_status: str | None
    at_risk: int | None
    follow_up: str | None
    owner: str | None
    revenue: int | None
    last_touch_type: str | None
    last_touch_outcome: str | None
    last_touch_at: str | None
    deleted: int
    touched: int | None
    conflict: int | None


_LINE = (
    "lid",
    "key",
    "company",
    "contact_name",
    "engagement_stage",
    "score",
    "status",
    "customer_status",
    "at_risk",
    "next_follow_up",
    "owner",
    "estimated_revenue",
    "last_touch_type",
    "last_touch_outcome",
    "last_touch_at",
    "deleted",
)
OTHER_COLUMNS: tuple[Column, ...] = tuple(column for column in SHOWN if column.field not in _LINE)
"""The columns shown that only the list reads, so that a line needs no name for each of them."""

_SELECTED = ", ".join(
    [*(f"p.{name}" for name in _LINE), touched("prospects", "p"), in_conflict("prospects", "p")]
    + [f"p.{column.field}" for column in OTHER_COLUMNS]
)
_NAMED = len(_LINE) + 2


def _line(*columns: Any) -> Line:
    return Line(columns[_NAMED:], *columns[:_NAMED])


def lines(connection: Connection, ids: Sequence[RecordId]) -> list[Line]:
    """The lines of these records, in the order given; records that are gone are left out."""
    stored = sql.typed(
        connection,
        _line,
        f"SELECT {_SELECTED} FROM prospects p WHERE p.lid IN (SELECT value FROM json_each(?))",
        (json.dumps(list(ids)),),
    )
    by_id = {line.record: line for line in stored}
    return [by_id[record] for record in ids if record in by_id]


def revenue_of(connection: Connection, ids: Sequence[RecordId]) -> int:
    """The sum of estimated revenue in minor units."""
    return int(
        sql.scalar(
            connection,
            "SELECT coalesce(sum(estimated_revenue), 0) FROM prospects INDEXED BY ix_list_estimated_revenue "
            f"WHERE {LIVING} AND +lid IN (SELECT value FROM json_each(?))",
            (json.dumps(list(ids)),),
        )
        if len(ids) > _FEW
        else sql.scalar(
            connection,
            "SELECT coalesce(sum(estimated_revenue), 0) FROM prospects WHERE lid IN (SELECT value FROM json_each(?))",
            (json.dumps(list(ids)),),
        )
    )
