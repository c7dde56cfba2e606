"""The prospect list: which records a view shows, in order, and their lines; every statement is bounded by a page."""

import json
from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import Connection

from journeydesk.domain.catalogue import PROSPECTS, FieldType
from journeydesk.domain.errors import UserError
from journeydesk.domain.ids import RecordId
from journeydesk.storage.folding import fold, query_text

COLUMNS: dict[str, str] = {
    "company": "company_sort",
    "contact": "contact_sort",
    "stage": "engagement_stage",
    "score": "score",
    "status": "status",
    "follow_up": "next_follow_up",
    "owner": "owner",
    "revenue": "estimated_revenue",
    "last_touch": "last_touch_at",
    "source": "source",
    "applied_on": "applied_on",
    "customer_status": "customer_status",
    "at_risk": "at_risk",
}
"""What may be sorted by: the closed map from a screen's column to the database's."""

_FILTERABLE = COLUMNS | {field.slug: field.slug for field in PROSPECTS.fields}
_COMPARE = {
    "is": "= ?",
    "before": "< ?",
    "after": "> ?",
    "on_or_before": "<= ?",
    "on_or_after": ">= ?",
    "at_least": ">= ?",
    "at_most": "<= ?",
}
_FOLDED = frozenset({"company_sort", "contact_sort"})


@dataclass(frozen=True, slots=True)
class Condition:
    """One filter: a field, an operator of `services.rows.Filter`, and its values in stored form."""

    field: str
    operator: str
    values: tuple[str | int | float, ...] = ()


@dataclass(frozen=True, slots=True)
class Query:
    """What a list shows: a search text, conditions that all must hold, and sort keys as (column, descending)."""

    search: str = ""
    conditions: tuple[Condition, ...] = ()
    sort: tuple[tuple[str, bool], ...] = (("follow_up", False),)


def _where(query: Query) -> tuple[str, list[object]]:
    parts = ["NOT deleted"]
    values: list[object] = []
    words = query_text(query.search)
    if words:
        parts.append("lid IN (SELECT rowid FROM prospect_search WHERE prospect_search MATCH ?)")
        values.append(words)
    for condition in query.conditions:
        text, given = _condition(condition)
        parts.append(text)
        values += given
    return " AND ".join(parts), values


def _condition(condition: Condition) -> tuple[str, list[object]]:
    column = _FILTERABLE.get(condition.field)
    if column is None:
        raise UserError(f"There is no field “{condition.field}” to filter by.")
    values: list[object] = [fold(str(v)) if column in _FOLDED else v for v in condition.values]
    operator = condition.operator
    if operator in _COMPARE and values:
        return f"{column} {_COMPARE[operator]}", values[:1]
    if operator == "is_not" and values:
        return f"{column} IS NOT ?", values[:1]
    if operator == "any_of":
        return f"{column} IN (SELECT value FROM json_each(?))", [json.dumps(values)]
    if operator == "none_of":
        return f"({column} IS NULL OR {column} NOT IN (SELECT value FROM json_each(?)))", [json.dumps(values)]
    if operator == "contains" and values:
        return f"instr(lower({column}), lower(?)) > 0", values[:1]
    if operator == "empty":
        return f"{column} IS NULL", []
    if operator == "not_empty":
        return f"{column} IS NOT NULL", []
    raise UserError(f"“{operator}” is not a way to filter {condition.field}, or its value is missing.")


def _columns(query: Query) -> list[tuple[str, bool]]:
    keys = []
    for name, descending in query.sort:
        if name not in COLUMNS:
            raise UserError(f"The list cannot be sorted by “{name}”.")
        keys.append((COLUMNS[name], descending))
    return keys or [("next_follow_up", False)]


def count(connection: Connection, query: Query) -> int:
    """How many prospects the query shows."""
    where, values = _where(query)
    return int(connection.exec_driver_sql(f"SELECT count(*) FROM prospects WHERE {where}", tuple(values)).scalar_one())


def page_of_ids(connection: Connection, query: Query, offset: int, limit: int) -> list[RecordId]:
    """The ids from `offset` on, in order; empty values come last whichever way a column is sorted."""
    where, values = _where(query)
    keys = _columns(query)
    (first, descending), direction = keys[0], "DESC" if keys[0][1] else "ASC"
    if len(keys) > 1:
        order = ", ".join(f"{column} {'DESC' if down else 'ASC'} NULLS LAST" for column, down in keys)
        sql = f"SELECT lid FROM prospects WHERE {where} ORDER BY {order}, lid LIMIT ? OFFSET ?"
        return [RecordId(r[0]) for r in connection.exec_driver_sql(sql, (*values, limit, offset))]
    tie = "DESC" if descending else "ASC"
    # The part with values and the part without are read apart, so that each comes straight out of the column's index.
    filled = f"SELECT lid FROM prospects WHERE {first} IS NOT NULL AND {where} ORDER BY {first} {direction}, lid {tie} LIMIT ? OFFSET ?"
    found = [RecordId(r[0]) for r in connection.exec_driver_sql(filled, (*values, limit, offset))]
    if len(found) < limit:
        filled_count = offset + len(found)
        if not found and offset:
            sql = f"SELECT count(*) FROM prospects WHERE {first} IS NOT NULL AND {where}"
            filled_count = int(connection.exec_driver_sql(sql, tuple(values)).scalar_one())
        skip = max(0, offset - filled_count)
        empty = f"SELECT lid FROM prospects WHERE {first} IS NULL AND {where} ORDER BY lid LIMIT ? OFFSET ?"
        found += [RecordId(r[0]) for r in connection.exec_driver_sql(empty, (*values, limit - len(found), skip))]
    return found


def lines(connection: Connection, ids: Sequence[RecordId]) -> list[dict[str, object]]:
    """The columns of the list for these records, in the order given; records that are gone are left out."""
    wanted = json.dumps(list(ids))
    rows = connection.exec_driver_sql(
        "SELECT p.lid, p.key, p.company, p.contact_name, p.engagement_stage, p.score, p.status, p.customer_status, p.at_risk, "
        "p.next_follow_up, p.owner, p.estimated_revenue, p.last_touch_type, p.last_touch_outcome, p.last_touch_at, p.source, "
        "p.deleted, s.touched, (SELECT 1 FROM conflict c WHERE c.table_slug = 'prospects' AND c.lid = p.lid) AS conflict "
        "FROM prospects p LEFT JOIN sync_record s ON s.table_slug = 'prospects' AND s.lid = p.lid "
        "WHERE p.lid IN (SELECT value FROM json_each(?))",
        (wanted,),
    ).mappings()
    by_id = {row["lid"]: dict(row) for row in rows}
    return [by_id[record] for record in ids if record in by_id]


def revenue_of(connection: Connection, ids: Sequence[RecordId]) -> int:
    """The sum of estimated revenue in minor units."""
    return int(
        connection.exec_driver_sql(
            "SELECT coalesce(sum(estimated_revenue), 0) FROM prospects WHERE lid IN (SELECT value FROM json_each(?))",
            (json.dumps(list(ids)),),
        ).scalar_one()
    )


def distinct(connection: Connection, field: str) -> list[str]:
    """The values that occur in a text field, in order."""
    column = _FILTERABLE.get(field)
    if column is None:
        raise UserError(f"There is no field “{field}”.")
    rows = connection.exec_driver_sql(f"SELECT DISTINCT {column} FROM prospects WHERE {column} IS NOT NULL ORDER BY 1")
    return [str(row[0]) for row in rows]


def search(connection: Connection, typed: str, limit: int) -> list[dict[str, object]]:
    """The best prospects for what was typed: a match in the company weighs most, then in the person."""
    words = query_text(typed)
    if words is None:
        return []
    rows = connection.exec_driver_sql(
        "SELECT p.lid, p.company, p.contact_name, p.owner, p.engagement_stage FROM "
        "(SELECT rowid FROM prospect_search WHERE prospect_search MATCH ? LIMIT 400) f JOIN prospects p ON p.lid = f.rowid "
        "ORDER BY (instr(p.company_sort, ?) = 1) DESC, (instr(p.company_sort, ?) > 0) DESC, "
        "(instr(p.contact_sort, ?) > 0) DESC, p.score DESC LIMIT ?",
        (words, *([fold(typed.strip())] * 3), limit),
    ).mappings()
    return [dict(row) for row in rows]


def search_notes(connection: Connection, typed: str, limit: int) -> list[dict[str, object]]:
    """Interactions whose text holds what was typed, newest first among the first matches."""
    words = query_text(typed)
    if words is None:
        return []
    rows = connection.exec_driver_sql(
        "SELECT i.lid, i.summary, i.date, i.prospect, p.company FROM "
        "(SELECT rowid FROM interaction_search WHERE interaction_search MATCH ? LIMIT 200) f "
        "JOIN interactions i ON i.lid = f.rowid JOIN prospects p ON p.lid = i.prospect ORDER BY i.date DESC LIMIT ?",
        (words, limit),
    ).mappings()
    return [dict(row) for row in rows]


DATE_FIELDS = frozenset(f.slug for f in PROSPECTS.fields if f.type in (FieldType.DATE, FieldType.DATETIME))
