"""The prospect list: which records a view shows, and in which order; all of them, as `first_page` is the first of them.

Every order is a walk along one column's index, held against the sets of the filters (`list_filters`): no row of the table is
read before it is shown.
"""

from array import array
from collections.abc import Callable, Sequence
from dataclasses import field

from journeydesk.domain.errors import UserError
from journeydesk.domain.frozen_data import dataclass
from journeydesk.domain.words import tr
from journeydesk.storage.engine import sql
from journeydesk.storage.engine.connection import Connection
from journeydesk.storage.lists import others_order
from journeydesk.storage.lists.list_filters import Condition, Range, RecordSet, column_of, condition_set, search_set, walk
from journeydesk.storage.lists.orders import Pause, in_groups, no_pause, numbers, pieces
from journeydesk.storage.schema.layout import LIVING, filled, list_columns

_FIRST = "next_follow_up"
_View = tuple[str, tuple[Condition, ...]]
"""What decides which records are shown, in whatever order: the search text and the conditions."""

_EVERYTHING: _View = ("", ())


@dataclass(frozen=True, slots=True)
class Query:
    """What a list shows: a search text, conditions that all must hold, and sort keys as (column, descending)."""

    search: str = ""
    conditions: tuple[Condition, ...] = ()
    sort: tuple[tuple[str, bool], ...] = (("follow_up", False),)


@dataclass(slots=True)
class _Kept:
    """What one connection remembers of the list until the next write."""

    orders: "dict[tuple[tuple[str, bool], ...], array[int]]" = field(default_factory=dict)
    counts: dict[_View, int] = field(default_factory=dict)
    sets: tuple[_View, list[RecordSet]] | None = None
    members: tuple[_View, bytearray | None] | None = None
    query: Query | None = None
    answer: "array[int]" = field(default_factory=lambda: array("q"))


def _total(connection: Connection, kept: _Kept) -> int:
    if _EVERYTHING not in kept.counts:
        kept.counts[_EVERYTHING] = int(
            sql.scalar(connection, f"SELECT count(*) FROM prospects INDEXED BY ix_list_score WHERE {LIVING}")
        )
    return kept.counts[_EVERYTHING]


def _sets(connection: Connection, kept: _Kept, query: Query) -> list[RecordSet]:
    """The query's sets, the smallest first where that is known."""
    view = (query.search, query.conditions)
    if kept.sets is None or kept.sets[0] != view:
        searched = search_set(connection, query.search)
        sets = [searched] if searched else []
        if query.conditions:
            total = _total(connection, kept)
            sets += [condition_set(connection, condition, total) for condition in query.conditions]
        kept.sets = (view, sorted(sets, key=lambda each: (each.wanted is None, each.wanted or 0)))
    return kept.sets[1]


def count(connection: Connection, query: Query) -> int:
    """How many prospects the query shows."""
    kept = _kept(connection)
    view = (query.search, query.conditions)
    if view not in kept.counts:
        kept.counts[view] = _counted(connection, kept, query)
    return kept.counts[view]


def _counted(connection: Connection, kept: _Kept, query: Query) -> int:
    sets = _sets(connection, kept, query)
    if not sets:
        return _total(connection, kept)
    if len(sets) > 1:
        return _counted_together(connection, sets)
    (only,) = sets
    if only.wanted is not None:
        return only.wanted
    held = int(sql.scalar(connection, f"SELECT count(*) FROM ({only.sql})", only.values))
    return _total(connection, kept) - held if only.negated else held


def _counted_together(connection: Connection, sets: Sequence[RecordSet]) -> int:
    """How many records are in several sets. By the database alone, which lets the window's thread go on meanwhile; Python's own sets
    would take turns with it."""
    # Ranges name nobody twice; what a report counts may.
    ranges = (each for each in sets if each.wanted is not None and not each.negated)
    first = next(ranges, RecordSet(walk("score", "1"), ()))
    tests, values = _held_against([each for each in sets if each is not first])
    statement = f"SELECT count(*) FROM ({first.sql}) WHERE {tests}"
    return int(sql.scalar(connection, statement, (*first.values, *values)))


def _held_against(sets: Sequence[RecordSet]) -> Range:
    """The sets as a condition on an id that is read elsewhere."""
    tests = [f"+lid {'NOT IN' if each.negated else 'IN'} ({each.sql})" for each in sets]
    return " AND ".join(tests) or "1", tuple(value for each in sets for value in each.values)


def revenue_shown(connection: Connection, query: Query) -> int:
    """The estimated revenue of all that the query shows, in minor units: summed by the database, for naming the records would
    cost more."""
    kept = _kept(connection)
    tests, values = _held_against(_sets(connection, kept, query))
    statement = (
        "SELECT coalesce(sum(estimated_revenue), 0) FROM prospects INDEXED BY ix_list_estimated_revenue "
        f"WHERE {LIVING} AND {tests}"
    )
    return int(sql.scalar(connection, statement, values))


def ordered_ids(connection: Connection, query: Query, is_stopped: Callable[[], bool] = lambda: False) -> "array[int]":
    """Every id in order, as 64-bit numbers. `is_stopped` is asked every few milliseconds. Raises Stopped.

    Counts, the last answer and the last orders are kept with their connection, so that another filter under the same order costs
    no walk. They hold until the next write by anybody.
    """
    kept = _kept(connection)
    if kept.query != query:
        with sql.unless_stopped(connection, is_stopped) as pause:
            order = _order(connection, kept, sort_keys(query), pause)
            kept.answer = _filtered(connection, kept, query, order, pause)
        kept.query = query
    return kept.answer


_KEPT = "what the list remembers"
_KEPT_ORDERS = 3


def _kept(connection: Connection) -> _Kept:
    return sql.remembered(connection, _KEPT, _Kept)


def _members(connection: Connection, kept: _Kept, query: Query, pause: Pause = no_pause) -> bytearray | None:
    """By id 1 for a record that is in every set, else 0; None where nothing is left out. Joined texts and marks of our own beat the
    database's temporary trees twice over once two filters hold tens of thousands of records each."""
    view = (query.search, query.conditions)
    if kept.members is None or kept.members[0] != view:
        sets = _sets(connection, kept, query)
        kept.members = (view, _marked(connection, sets, pause) if sets else None)
    return kept.members[1]


def _marked(connection: Connection, sets: Sequence[RecordSet], pause: Pause) -> bytearray:
    last = int(sql.scalar(connection, "SELECT coalesce(max(lid), 0) FROM prospects"))
    marked = bytearray(b"\x01") * (last + 1)
    for each in sets:
        # What a report counts may be gone since.
        joined = f"SELECT group_concat(lid) FROM ({each.sql}) WHERE lid <= ?"
        ids = numbers(sql.scalar(connection, joined, (*each.values, last)), pause)
        before, marked = marked, marked if each.negated else bytearray(last + 1)
        for piece in pieces(ids, pause):
            if each.negated:
                for lid in piece:
                    marked[lid] = 0
            else:
                for lid in piece:
                    marked[lid] = before[lid]
    return marked


def _filtered(connection: Connection, kept: _Kept, query: Query, order: "array[int]", pause: Pause) -> "array[int]":
    members = _members(connection, kept, query, pause)
    if members is None:
        return order
    filtered = array("q")
    for piece in pieces(order, pause):
        filtered.extend([lid for lid in piece if members[lid]])
    return filtered


def _order(connection: Connection, kept: _Kept, keys: Sequence[tuple[str, bool]], pause: Pause) -> "array[int]":
    """All records by these keys: by the last one first, then stably by the group of each key before it."""
    asked_keys = tuple(keys)
    if asked_keys not in kept.orders:
        if len(keys) == 1:
            ids = _walked(connection, keys[0], pause)
        else:
            order = _order(connection, kept, keys[1:], pause)
            ids = in_groups(_walked(connection, keys[0], pause), _group_sizes(connection, keys[0], pause), order, pause)
        while len(kept.orders) >= _KEPT_ORDERS:
            kept.orders.pop(next(iter(kept.orders)))
        kept.orders[asked_keys] = ids
    return kept.orders[asked_keys]


def _walked(connection: Connection, key: tuple[str, bool], pause: Pause) -> "array[int]":
    column, descending = key
    if column not in list_columns:
        return others_order.walked(connection, column_of(column), descending, pause)
    expression = list_columns[column]
    order = f"{expression} DESC, lid DESC" if descending else f"{expression}, lid"
    walked = walk(column, "1").replace("SELECT lid", f"SELECT lid, {expression} IS NULL AS empty", 1)
    # One joined text instead of a row each: a hundred thousand rows would cost ten times as much to fetch.
    joined, empty = sql.only(connection, f"SELECT group_concat(lid), sum(empty) FROM ({walked} ORDER BY {order})")
    ids = numbers(joined, pause)
    return ids if descending or not empty else ids[empty:] + ids[:empty]


def _group_sizes(connection: Connection, key: tuple[str, bool], pause: Pause) -> "array[int]":
    """How many records share each value, in the order of the walk."""
    column, descending = key
    if column not in list_columns:
        return others_order.group_sizes(connection, column_of(column), descending, pause)
    expression = list_columns[column]
    groups = (
        f"SELECT count(*) AS size, {expression} IS NULL AS empty FROM prospects INDEXED BY ix_list_{column} WHERE {LIVING} "
        f"GROUP BY {expression} ORDER BY {expression} {'DESC' if descending else 'ASC'}"
    )
    joined, empty = sql.only(connection, f"SELECT group_concat(size), max(empty) FROM ({groups})")
    sizes = numbers(joined, pause)
    return sizes if descending or not empty else sizes[1:] + sizes[:1]


def sort_keys(query: Query) -> list[tuple[str, bool]]:
    """The sort keys by their columns' fields, each once, the first use of a column counting. Raises UserError for a column that
    does not exist."""
    keys: dict[str, bool] = {}
    for name, descending in query.sort:
        column = column_of(name)
        if not column.kind.sorts:
            raise UserError(tr("The list cannot be sorted by {title}. Choose another column.", title=column.title))
        keys.setdefault(column.field, descending)
    return list(keys.items()) or [(_FIRST, False)]


def distinct(connection: Connection, field: str) -> list[str]:
    """The values that occur in a field, in order. Raises UserError for a field that does not exist."""
    column = column_of(field).field
    expression = list_columns[column]
    following = (
        f"SELECT {expression} FROM prospects INDEXED BY ix_list_{column} WHERE {LIVING} AND {{}} ORDER BY {expression} LIMIT 1"
    )
    # From one value to the next: walking through all records of each costs as much as the list is long.
    values: list[str] = []
    value = sql.scalar(connection, following.format(filled(column)))
    while value is not None:
        values.append(str(value))
        value = sql.scalar(connection, following.format(f"{expression} > ?"), (value,))
    return values
