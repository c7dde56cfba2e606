"""The first rows of a large list, before all of it is read: what they cost does not grow with the list.

A filter that few records hold drives the query. Otherwise the first sort column's index is walked, each entry held against the
filters, until the page is full; a further sort column orders the rows of one value, or, where too many share it, is walked
itself. Reading a row costs a hundred times as much as reading an entry of an index (its page is decrypted), so a filter is held
against as a set of ids; only one that very many records hold is cheaper to test on the row, because most rows pass. Of a search that very
many hold no set is made: those who come first are made one, and all who hold it are held against that.
"""

import json
from collections.abc import Sequence

from journeydesk.domain.frozen_data import dataclass
from journeydesk.domain.ids import RecordId
from journeydesk.domain.lists.columns import Kind
from journeydesk.storage.engine import sql
from journeydesk.storage.engine.connection import Connection
from journeydesk.storage.lists.list_filters import (
    Bound,
    Condition,
    Range,
    RecordSet,
    behind_figure,
    column_of,
    ranges_of,
    row_test,
    search_set,
    walk,
)
from journeydesk.storage.schema.layout import LIVING, filled, list_columns

LARGE = 5_000
"""A list of more prospects than this is shown page by page."""

_FEW = 300
"""So many records are read one by one and sorted."""

_SET = 30_000
"""So many ids make a set to hold others against."""

_STEPS = 400_000
_STEPS_BY_ROW = 6_000

_COMMON = 15_000
"""A search that more than so many hold is a common one."""

_CANDIDATES, _CANDIDATES_BY_GROUP = 2_000, 500
_STEPS_OF_COMMON = 2_500_000
"""So many of those who come first are held against it, fewer where their rows are read for a further column; and so many steps may all
who hold it take, which are some half a million."""

_COUNTS = "what first pages counted"
_MOST_COUNTED = 200

Key = tuple[str, bool]
"""A sort column's field, and whether it is descending."""


@dataclass(frozen=True, slots=True)
class FirstPage:
    """The first ids in order; `whole` where there are no more than these. Where the walk was long it holds fewer than were
    asked for, though there may be more."""

    ids: list[RecordId]
    whole: bool


def is_large(connection: Connection) -> bool:
    """Whether there are so many prospects that a list of them is read page by page."""
    return _more_than(connection, walk("score", "1"), (), LARGE)


def _more_than(connection: Connection, statement: str, values: Sequence[Bound], limit: int) -> bool:
    return _counted(connection, statement, values, limit) > limit


def _counted(connection: Connection, statement: str, values: Sequence[Bound], limit: int) -> int:
    """How many there are, counted no further than one more than `limit`."""
    # Each key asks the same of the list, and of a filter that stays: counting tens of thousands costs as much as a page.
    known = sql.remembered(connection, _COUNTS, dict[tuple[object, ...], int])
    asked = statement, tuple(values), limit
    if asked not in known:
        if len(known) >= _MOST_COUNTED:
            known.clear()
        known[asked] = int(sql.scalar(connection, f"SELECT count(*) FROM ({statement} LIMIT {limit + 1})", values))
    return known[asked]


def first_page(
    connection: Connection,
    search: str,
    conditions: Sequence[Condition],
    keys: Sequence[Key],
    limit: int,
    patience: int = 1,
) -> FirstPage:
    """The first `limit` ids by these keys, empty values last; as many as are found in the time of a key, or of `patience` keys. Raises
    UserError for a field or operator that does not exist."""
    driving = _driving(connection, search, conditions)
    if driving is not None:
        tests = [row_test(condition) for condition in conditions]
        return FirstPage(_few(connection, driving, [*tests, *_searched(connection, search)], keys), whole=True)
    tests = [_test(connection, keys[0][0], condition) for condition in conditions]
    common = _common(connection, search)
    if common is not None:
        candidates = _CANDIDATES if len(keys) == 1 else _CANDIDATES_BY_GROUP
        return _first_holding(connection, common, _walked(connection, tests, keys, max(candidates, limit), patience), limit)
    return _walked(connection, tests + _searched(connection, search), keys, limit, patience)


def _walked(connection: Connection, tests: Sequence[Range], keys: Sequence[Key], limit: int, patience: int) -> FirstPage:
    page = _Page(connection, tests, limit)
    by_row = any("+lid" not in test for test, _ in tests)
    try:
        with sql.at_most(connection, patience * (_STEPS_BY_ROW if by_row else _STEPS)):
            page.walk(keys, [])
    except sql.OutOfSteps:
        return FirstPage(page.ids, whole=False)
    return FirstPage(page.ids, whole=len(page.ids) < limit)


def _common(connection: Connection, search: str) -> RecordSet | None:
    searched = search_set(connection, search)
    return searched if searched is not None and _counted(connection, searched.sql, searched.values, _COMMON) > _COMMON else None


def _first_holding(connection: Connection, common: RecordSet, first: FirstPage, limit: int) -> FirstPage:
    """Those of the first who hold the search too."""
    statement = f"SELECT lid FROM ({common.sql}) WHERE +lid IN (SELECT value FROM json_each(?))"
    try:
        with sql.at_most(connection, _STEPS_OF_COMMON):
            found = set(sql.scalars(connection, statement, (*common.values, json.dumps(first.ids))))
    except sql.OutOfSteps:
        return FirstPage([], whole=False)
    ids = [record for record in first.ids if record in found]
    return FirstPage(ids[:limit], whole=first.whole and len(ids) < limit)


def _searched(connection: Connection, search: str) -> list[Range]:
    searched = search_set(connection, search)
    return [] if searched is None else [(f"+lid IN ({searched.sql})", searched.values)]


def _test(connection: Connection, walked: str, condition: Condition) -> Range:
    """The filter as a test in a walk: by the entry itself, by a set, or by the row."""
    column, statement = column_of(condition.field).field, _statement(condition)
    if statement is None or column == walked or _more_than(connection, *statement, _SET):
        return row_test(condition)
    return f"+lid IN ({statement[0]})", statement[1]


def _statement(condition: Condition) -> Range | None:
    """The filter as a statement that gives its ids out of its index; None where it looks into texts."""
    ranges = ranges_of(condition)
    if ranges is None:
        return behind_figure(condition) if column_of(condition.field).kind is Kind.REPORT else None
    column = column_of(condition.field).field
    statement = " UNION ALL ".join(walk(column, where) for where, _ in ranges) or "SELECT NULL AS lid WHERE 0"
    return statement, tuple(value for _, given in ranges for value in given)


def _driving(connection: Connection, search: str, conditions: Sequence[Condition]) -> Range | None:
    """A statement for the few records that hold one of the filters; None where each of them holds for many."""
    for condition in conditions:
        statement = _statement(condition)
        if statement is not None and not _more_than(connection, *statement, _FEW):
            return statement
    searched = search_set(connection, search)
    # Counted as far as another question goes, for a search is begun anew by each.
    if searched is not None and _counted(connection, searched.sql, searched.values, _COMMON) <= _FEW:
        return searched.sql, searched.values
    return None


def _few(connection: Connection, driving: Range, tests: Sequence[Range], keys: Sequence[Key]) -> list[RecordId]:
    where = " AND ".join([LIVING, f"lid IN ({driving[0]})", *(test for test, _ in tests)])
    values = (*driving[1], *(value for _, given in tests for value in given))
    return [
        RecordId(row[0])
        for row in sql.rows(connection, f"SELECT lid FROM prospects WHERE {where} ORDER BY {_order(keys)}", values)
    ]


class _Page:
    """Rows as they are found, until there are enough."""

    def __init__(self, connection: Connection, tests: Sequence[Range], limit: int) -> None:
        self._connection = connection
        self._tests = list(tests)
        self._limit = limit
        self.ids: list[RecordId] = []

    @property
    def _full(self) -> bool:
        return len(self.ids) >= self._limit

    def walk(self, keys: Sequence[Key], within: list[Range]) -> None:
        """All rows that hold `within`, by these keys: the filled ones first."""
        column, descending = keys[0]
        expression = list_columns[column]
        if len(keys) == 1:
            self._take(column, [(filled(column), ()), *within], keys)
        else:
            self._take_by_group(keys, within)
        if not self._full:
            self._take_group(column, (f"{expression} IS NULL", ()), keys[1:] or ((column, descending),), within)

    def _take_by_group(self, keys: Sequence[Key], within: list[Range]) -> None:
        """The filled rows by several keys: group by group while the groups are large, then all that is left at once."""
        column, descending = keys[0]
        expression = list_columns[column]
        compared, direction = ("<", "DESC") if descending else (">", "ASC")
        rest: list[Range] = [(filled(column), ())]
        while not self._full:
            first = sql.scalar(
                self._connection,
                f"SELECT {expression} FROM prospects INDEXED BY ix_list_{column} WHERE {LIVING} AND {rest[0][0]} "
                f"ORDER BY {expression} {direction} LIMIT 1",
                rest[0][1],
            )
            if first is None:
                return
            group: Range = (f"{expression} = ?", (first,))
            if not _more_than(self._connection, walk(column, group[0]), group[1], _FEW):
                self._take(column, [*rest, *within], keys)
                return
            self._take_group(column, group, keys[1:], within)
            rest = [(f"{expression} {compared} ?", (first,))]

    def _take_group(self, column: str, group: Range, keys: Sequence[Key], within: list[Range]) -> None:
        """The rows of one value of `column`, by the keys after it."""
        statement = walk(column, group[0])
        if keys[0][0] == column or not _more_than(self._connection, statement, group[1], _FEW):
            self._take(column, [group, *within], keys)
        elif _more_than(self._connection, statement, group[1], _SET):
            self.walk(keys, [group, *within])
        else:
            self.walk(keys, [(f"+lid IN ({statement})", group[1]), *within])

    def _take(self, column: str, within: Sequence[Range], keys: Sequence[Key]) -> None:
        tests = [*within, *self._tests]
        statement = f"{walk(column, ' AND '.join(test for test, _ in tests))} ORDER BY {_order(keys, column)} LIMIT ?"
        values = (*(value for _, given in tests for value in given), self._limit - len(self.ids))
        for row in sql.driver_connection(self._connection).execute(statement, values):
            self.ids.append(RecordId(row[0]))


def _order(keys: Sequence[Key], filled: str = "") -> str:
    """The order as SQL; the column that is known to be filled needs no word about empty values."""
    parts = []
    for column, descending in keys:
        expression = list_columns[column]
        direction = "DESC" if descending else "ASC"
        parts += ([] if column == filled or descending else [f"{expression} IS NULL"]) + [f"{expression} {direction}"]
    return ", ".join([*parts, f"lid {'DESC' if keys[-1][1] else 'ASC'}"])
