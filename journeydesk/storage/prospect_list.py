"""The prospect list: which records a view shows, in order, and their lines.

Every order is a walk along one column's index, held against the sets of the filters (`list_filters`): no row of the table is
read before it is shown.
"""

import json
from array import array
from collections.abc import Sequence
from dataclasses import dataclass
from typing import cast

from sqlalchemy import Connection

from journeydesk.domain.ids import RecordId
from journeydesk.storage.database import Database
from journeydesk.storage.list_filters import Bound, Condition, RecordSet, column_of, condition_set, search_set, walk
from journeydesk.storage.search import search_notes
from journeydesk.storage.search import search_prospects as search
from journeydesk.storage.tables import LIVING, list_columns

__all__ = [
    "Condition",
    "Query",
    "count",
    "distinct",
    "lines",
    "ordered_ids",
    "page_of_ids",
    "revenue_of",
    "search",
    "search_notes",
]

_FIRST = "next_follow_up"


@dataclass(frozen=True, slots=True)
class Query:
    """What a list shows: a search text, conditions that all must hold, and sort keys as (column, descending)."""

    search: str = ""
    conditions: tuple[Condition, ...] = ()
    sort: tuple[tuple[str, bool], ...] = (("follow_up", False),)


def _total(connection: Connection) -> int:
    return int(
        connection.exec_driver_sql(f"SELECT count(*) FROM prospects INDEXED BY ix_list_score WHERE {LIVING}").scalar_one()
    )


def _sets(connection: Connection, query: Query) -> list[RecordSet]:
    """The query's sets, the smallest first where that is known."""
    searched = search_set(connection, query.search)
    sets = [searched] if searched else []
    if query.conditions:
        total = _total(connection)
        sets += [condition_set(connection, condition, total) for condition in query.conditions]
    return sorted(sets, key=lambda each: (each.wanted is None, each.wanted or 0))


def count(connection: Connection, query: Query) -> int:
    """How many prospects the query shows."""
    sets = _sets(connection, query)
    if not sets:
        return _total(connection)
    if len(sets) > 1:
        return len(ordered_ids(connection, query))
    (only,) = sets
    if only.wanted is not None:
        return only.wanted
    return int(connection.exec_driver_sql(f"SELECT count(*) FROM ({only.sql})", only.values).scalar_one())


def page_of_ids(connection: Connection, query: Query, offset: int, limit: int) -> list[RecordId]:
    """The ids from `offset` on, in order; empty values come last whichever way a column is sorted."""
    keys = _keys(query)
    crowded = len(query.conditions) + bool(query.search) > 1
    if len(keys) > 1 or crowded or (offset and (query.conditions or query.search)):
        return [RecordId(lid) for lid in ordered_ids(connection, query)[offset : offset + limit]]
    sets = _sets(connection, query)
    found: list[RecordId] = []
    for statement, values in _walks(keys[0], sets):
        rows = connection.exec_driver_sql(f"{statement} LIMIT ? OFFSET ?", (*values, limit - len(found), offset)).scalars()
        part = [RecordId(lid) for lid in rows]
        found += part
        if len(found) == limit:
            break
        if part:
            offset = 0
        elif offset:
            skipped = connection.exec_driver_sql(f"SELECT count(*) FROM ({statement})", values).scalar_one()
            offset = max(0, offset - int(skipped))
    return found


def ordered_ids(connection: Connection, query: Query) -> "array[int]":
    """Every id in order, as 64-bit numbers.

    The last answer is kept with its connection, so that counting a view and reading its pages costs one walk; it holds until
    the next write by anybody (the change number) or through this connection.
    """
    mark = (_change_mark(connection), query)
    kept = connection.info.get(_KEPT)
    if kept is not None and kept[0] == mark:
        return cast("array[int]", kept[1])
    keys = _keys(query)
    sets = _sets(connection, query)
    found = array("q", _by_many(connection, sets, keys) if len(keys) > 1 else _all(connection, keys[0], sets))
    connection.info[_KEPT] = (mark, found)
    return found


_KEPT = "last ordered ids"


def _change_mark(connection: Connection) -> tuple[object, int]:
    number = connection.exec_driver_sql("SELECT value FROM meta WHERE key = 'change_number'").scalar()
    return number, Database.raw(connection).total_changes


def _all(connection: Connection, key: tuple[str, bool], sets: Sequence[RecordSet]) -> list[int]:
    found: list[int] = []
    for statement, values in _walks(key, sets):
        # One joined text instead of a row each: a hundred thousand rows would cost ten times as much to fetch.
        found += _numbers(connection.exec_driver_sql(f"SELECT group_concat(lid) FROM ({statement})", values).scalar())
    return found


def _numbers(joined: str | None) -> list[int]:
    return cast("list[int]", json.loads(f"[{joined or ''}]"))


def _walks(key: tuple[str, bool], sets: Sequence[RecordSet]) -> list[tuple[str, tuple[Bound, ...]]]:
    """The statements that give the ids in order: one for descending, where SQLite puts empty values last by itself, and for
    ascending one for the filled and one for the empty, so that both come straight out of the index."""
    column, descending = key
    sql = list_columns[column]
    tests = [each.test(column) for each in sets]
    where = " AND ".join(["1", *(test for test, _ in tests)])
    values = tuple(value for _, given in tests for value in given)
    if descending:
        return [(f"{walk(column, where)} ORDER BY {sql} DESC, lid DESC", values)]
    return [
        (f"{walk(column, f'{sql} IS NOT NULL AND {where}')} ORDER BY {sql}, lid", values),
        (f"{walk(column, f'{sql} IS NULL AND {where}')} ORDER BY lid", values),
    ]


def _keys(query: Query) -> list[tuple[str, bool]]:
    """The sort keys as columns, each once, the first use of a column counting."""
    keys: dict[str, bool] = {}
    for name, descending in query.sort:
        keys.setdefault(column_of(name), descending)
    return list(keys.items()) or [(_FIRST, False)]


def _by_many(connection: Connection, sets: Sequence[RecordSet], keys: Sequence[tuple[str, bool]]) -> list[int]:
    """Sorts by the last key first, then stably by the group of each key before it: the same as comparing key by key."""
    ordered = _all(connection, keys[-1], sets)
    for column, descending in reversed(keys[:-1]):
        sql = list_columns[column]
        groups = connection.exec_driver_sql(
            f"SELECT group_concat(lid), {sql} IS NULL FROM prospects INDEXED BY ix_list_{column} WHERE {LIVING} "
            f"GROUP BY {sql} ORDER BY {sql} {'DESC' if descending else 'ASC'}"
        ).fetchall()
        place: dict[int, int] = {}
        for number, (joined, _) in enumerate(sorted(groups, key=lambda group: bool(group[1]))):
            place.update(dict.fromkeys(_numbers(joined), number))
        ordered.sort(key=place.__getitem__)
    return ordered


def lines(connection: Connection, ids: Sequence[RecordId]) -> list[dict[str, object]]:
    """The columns of the list for these records, in the order given; records that are gone are left out."""
    rows = connection.exec_driver_sql(
        "SELECT p.lid, p.key, p.company, p.contact_name, p.engagement_stage, p.score, p.status, p.customer_status, p.at_risk, "
        "p.next_follow_up, p.owner, p.estimated_revenue, p.last_touch_type, p.last_touch_outcome, p.last_touch_at, p.source, "
        "p.deleted, s.touched, (SELECT 1 FROM conflict c WHERE c.table_slug = 'prospects' AND c.lid = p.lid) AS conflict "
        "FROM prospects p LEFT JOIN sync_record s ON s.table_slug = 'prospects' AND s.lid = p.lid "
        "WHERE p.lid IN (SELECT value FROM json_each(?))",
        (json.dumps(list(ids)),),
    ).mappings()
    by_id = {row["lid"]: dict(row) for row in rows}
    return [by_id[record] for record in ids if record in by_id]


def revenue_of(connection: Connection, ids: Sequence[RecordId]) -> int:
    """The sum of estimated revenue in minor units."""
    return int(
        connection.exec_driver_sql(
            "SELECT coalesce(sum(estimated_revenue), 0) FROM prospects INDEXED BY ix_list_estimated_revenue "
            f"WHERE {LIVING} AND +lid IN (SELECT value FROM json_each(?))",
            (json.dumps(list(ids)),),
        ).scalar_one()
        if len(ids) > _FEW
        else connection.exec_driver_sql(
            "SELECT coalesce(sum(estimated_revenue), 0) FROM prospects WHERE lid IN (SELECT value FROM json_each(?))",
            (json.dumps(list(ids)),),
        ).scalar_one()
    )


_FEW = 200


def distinct(connection: Connection, field: str) -> list[str]:
    """The values that occur in a field, in order. Raises UserError for a field that does not exist."""
    column = column_of(field)
    sql = list_columns[column]
    rows = connection.exec_driver_sql(
        f"SELECT DISTINCT {sql} FROM prospects INDEXED BY ix_list_{column} WHERE {LIVING} AND {sql} IS NOT NULL ORDER BY {sql}"
    )
    return [str(row[0]) for row in rows]
