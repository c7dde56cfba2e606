"""The lines of the prospect list: what is shown of the records on screen, and what a selection of them is worth."""

import json
from collections.abc import Sequence
from typing import Any

from journeydesk.domain.frozen_data import dataclass
from journeydesk.domain.ids import Key, RecordId
from journeydesk.domain.lists.columns import SHOWN, Column, Kind, name_in_base
from journeydesk.domain.values import Stored
from journeydesk.storage.engine import sql
from journeydesk.storage.engine.connection import Connection
from journeydesk.storage.schema.layout import LIVING
from journeydesk.storage.sync.pending import in_conflict, touched

_FEW = 200


@dataclass(frozen=True, slots=True)
class Line:
    """One line of the list as stored; `others` are the values of the further columns asked for. `touched` and `conflict` are 1 or
    None."""

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
_BY_NAME = frozenset(
    {"key", "company", "contact", "stage", "score", "status", "at_risk", "follow_up", "owner", "revenue", "last_touch"}
)
"""The columns, by key, that are made of what every line names."""


def others_of(columns: Sequence[Column]) -> tuple[Column, ...]:
    """Those of these columns that a line has no name for, so that they must be asked for."""
    return tuple(column for column in columns if column.key not in _BY_NAME)


OTHER_COLUMNS: tuple[Column, ...] = others_of(SHOWN)
"""The further columns of a list that chose none."""

_SELECTED = ", ".join([*(f"p.{name}" for name in _LINE), touched("prospects", "p"), in_conflict("prospects", "p")])
_NAMED = len(_LINE) + 2
_LETTERS = 400
"""So many letters of a long text are read for its cell."""


def _line(*columns: Any) -> Line:
    return Line(columns[_NAMED:], *columns[:_NAMED])


def _expression(column: Column) -> tuple[str, tuple[str, ...]]:
    if column.kind is Kind.OTHER:
        return "json_extract(p.extra, ?)", (json_path(column),)
    return (f"substr(p.{column.field}, 1, {_LETTERS})" if column.kind is Kind.LONG_TEXT else f"p.{column.field}"), ()


def json_path(column: Column) -> str:
    """Where a field of the base that is not ours is kept."""
    # SQLite takes a quoted name letter by letter, up to the next quotation mark: of one with such a mark nothing is found.
    return f'$."{name_in_base(column)}"'


def lines(connection: Connection, ids: Sequence[RecordId], others: Sequence[Column] = OTHER_COLUMNS) -> list[Line]:
    """The lines of these records with these further columns, in the order given; records that are gone are left out."""
    asked = [_expression(column) for column in others]
    stored = sql.typed(
        connection,
        _line,
        f"SELECT {', '.join([_SELECTED, *(text for text, _ in asked)])} FROM prospects p "
        "WHERE p.lid IN (SELECT value FROM json_each(?))",
        (*(value for _, values in asked for value in values), json.dumps(list(ids))),
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
