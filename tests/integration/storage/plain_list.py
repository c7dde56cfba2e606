"""What the prospect list must show, by a plain reading of all records: the oracle of the list's tests, and values to ask with."""

from collections.abc import Mapping, Sequence
from functools import cmp_to_key

from journeydesk.domain.folding import fold
from journeydesk.domain.ids import RecordId
from journeydesk.domain.lists.columns import COLUMNS, Column, Kind, Operator
from journeydesk.domain.values import Stored
from journeydesk.storage.engine import sql
from journeydesk.storage.engine.database import Database
from journeydesk.storage.lists.list_filters import Bound, Condition, column_of
from journeydesk.storage.lists.prospect_list import Query
from journeydesk.storage.records import records
from journeydesk.storage.schema.layout import synced_columns
from tests.integration.storage.conftest import AUTHOR

Row = Mapping[str, Stored]

VALUES: Mapping[Kind, tuple[Bound, ...]] = {
    Kind.NAME: ("Łąkowisko Meble", "lakowisko Rail", "Mbali", "蒼嶺測器", "Zzz"),
    Kind.TEXT: ("Head of depots", "head of Rail", "Ädel", "zz"),
    Kind.LONG_TEXT: ("asked for a webhook", "Webhooks, later", "no interest", "no interest at all, and no webhook"),
    Kind.PERSON: ("Amaia", "amaia", "Tomasz", "Ädel"),
    Kind.CHOICE: ("New", "Active", "Churned"),
    Kind.STAGE: (1, 2, 3, 6),
    Kind.SCORE: (0, 1, 2, 3),
    Kind.NUMBER: (0, 1, 2, 3),
    Kind.PERCENT: (0.1, 0.25, 0.5),
    Kind.MONEY: (0, 100, 250_000),
    Kind.FLAG: (1,),
    Kind.DAY: ("2026-05-18", "2026-05-19", "2026-05-20"),
    Kind.MOMENT: ("2026-05-18T23:59:59.999Z", "2026-05-19T00:00:00.000Z", "2026-05-20T00:00:00.000Z"),
}
"""What records hold, by kind."""

_FURTHER: Mapping[Kind, tuple[Bound, ...]] = {
    Kind.PERSON: ("AMAIA", "Nobody"),
    Kind.CHOICE: ("Nowhere",),
    Kind.STAGE: (9,),
    Kind.SCORE: (-1, 9),
    Kind.PERCENT: (0.3,),
    Kind.MONEY: (99,),
    Kind.DAY: ("2026-05-17",),
    Kind.MOMENT: ("2026-05-17", "2026-05-18", "2026-05-19", "2026-05-20"),
}
_PARTS: Mapping[Kind, tuple[Bound, ...]] = {
    Kind.NAME: ("łako", "RAIL", "測"),
    Kind.TEXT: ("HEAD", "äd", "1"),
    Kind.PERSON: ("MA", "x"),
    Kind.CHOICE: ("e", "CHURN"),
    Kind.LONG_TEXT: ("webhook", "for asked", "NO"),
}
SEARCHABLE = ("use_case", "current_challenge", "notes")


def asked(column: Column, operator: Operator) -> tuple[Bound, ...]:
    """Values worth asking for: those that are there, and some that are not."""
    if not operator.compares:
        return _PARTS[column.kind]
    return VALUES[column.kind] + _FURTHER.get(column.kind, ())


def comparable(column: Column, value: Stored) -> Stored:
    """A value as the column compares it."""
    if value is None:
        return None
    if column.kind is Kind.NAME:
        return fold(str(value))
    if column.kind in (Kind.TEXT, Kind.PERSON):
        return _ascii_lower(str(value))
    return str(value)[:24] if column.kind is Kind.LONG_TEXT else value


def _ascii_lower(text: str) -> str:
    return "".join(c.lower() if c.isascii() else c for c in text)


def holds(row: Row, condition: Condition) -> bool:
    """Whether a record fulfils a condition."""
    column, operator = column_of(condition.field), Operator(condition.operator)
    value = row.get(column.field)
    if operator in (Operator.EMPTY, Operator.NOT_EMPTY):
        return (value is None) == (operator is Operator.EMPTY)
    if not operator.compares:
        contains = value is not None and _contains(column, str(value), str(condition.values[0]))
        return contains is (operator is Operator.CONTAINS)
    if operator in (Operator.BETWEEN, Operator.NOT_BETWEEN):
        least, most = condition.values
        between = (
            value is not None
            and _compares(Operator.ON_OR_AFTER, value, least)
            and _compares(Operator.ON_OR_BEFORE, value, most)
        )
        return between is (operator is Operator.BETWEEN)
    if operator in (Operator.ANY_OF, Operator.NONE_OF) and value is None and "" in condition.values:
        return operator is Operator.ANY_OF
    if operator in (Operator.IS, Operator.ANY_OF):
        return any(_equals(column, value, wanted) for wanted in condition.values)
    if operator in (Operator.IS_NOT, Operator.NONE_OF):
        return not any(_equals(column, value, wanted) for wanted in condition.values)
    return value is not None and _compares(operator, value, condition.values[0])


def _contains(column: Column, text: str, part: str) -> bool:
    if column.kind is Kind.NAME:
        return fold(part) in fold(text)
    if column.field in SEARCHABLE:
        words = fold(text).replace(",", " ").split()
        return all(
            any(word == wanted or (len(wanted) > 2 and word.startswith(wanted)) for word in words)
            for wanted in fold(part).split()
        )
    return _ascii_lower(part) in _ascii_lower(text)


def _equals(column: Column, value: Stored, wanted: Bound) -> bool:
    if value is None:
        return False
    if column.kind is Kind.MOMENT and len(str(wanted)) == 10:
        return str(value)[:10] == wanted
    return comparable(column, value) == comparable(column, wanted)


def _compares(operator: Operator, value: Stored, wanted: Bound) -> bool:
    assert value is not None
    mine = value[:10] if isinstance(value, str) and len(str(wanted)) == 10 else value
    before = mine < wanted  # type: ignore[operator]
    return {
        Operator.BEFORE: before,
        Operator.ON_OR_BEFORE: before or mine == wanted,
        Operator.AT_MOST: before or mine == wanted,
        Operator.AFTER: not before and mine != wanted,
        Operator.ON_OR_AFTER: not before,
        Operator.AT_LEAST: not before,
        Operator.MORE_THAN: not before and mine != wanted,
        Operator.LESS_THAN: before,
    }[operator]


def found(row: Row, search: str) -> bool:
    """Whether a search by the beginning of a company's word finds the record."""
    words = fold(f"{row.get('company') or ''}").split()
    return not search or any(word.startswith(fold(search)) for word in words)


def shown(rows: Sequence[tuple[RecordId, Row]], query: Query) -> list[RecordId]:
    """The records that a query shows, in any order."""
    return [r for r, row in rows if found(row, query.search) and all(holds(row, each) for each in query.conditions)]


def compare(keys: Sequence[tuple[str, bool]], one: Row, other: Row) -> int:
    """The order of two records: negative where the first comes first; empty values are last whichever way."""
    for name, descending in keys:
        column = column_of(name)
        a, b = comparable(column, one.get(column.field)), comparable(column, other.get(column.field))
        if a != b:
            if a is None or b is None:
                return 1 if a is None else -1
            return (-1 if a < b else 1) * (-1 if descending else 1)  # type: ignore[operator]
    return 0


def in_order(rows: Sequence[tuple[RecordId, Row]], keys: Sequence[tuple[str, bool]]) -> list[RecordId]:
    """Every record by these keys, equal ones by when they were made; descending by the last key turns that round as well."""
    made = sorted(rows, key=lambda row: row[0], reverse=keys[-1][1])

    def order(one: tuple[RecordId, Row], other: tuple[RecordId, Row]) -> int:
        return compare(keys, one[1], other[1])

    return [record for record, _ in sorted(made, key=cmp_to_key(order))]


def fill(database: Database, rows: Sequence[Row]) -> list[tuple[RecordId, Row]]:
    """Stores these records, and one that was deleted."""
    synced = set(synced_columns["prospects"])
    stored: list[tuple[RecordId, Row]] = []
    with database.write() as connection:
        for number, row in enumerate(rows):
            whole = {"key": f"BETA-{number}", **row}
            record = records.insert(connection, "prospects", {n: v for n, v in whole.items() if n in synced}, AUTHOR)
            for name in whole.keys() - synced:
                sql.run(connection, f"UPDATE prospects SET {name} = ? WHERE lid = ?", (whole[name], record))
            stored.append((record, whole))
        gone = records.insert(connection, "prospects", {"key": "GONE", "company": "Mbali", "score": 2}, AUTHOR)
        records.set_deleted(connection, "prospects", gone, True, AUTHOR)
    return stored


def varied_rows(count: int) -> list[Row]:
    """Records that hold every value of every column, in combinations that do not repeat, and some empty ones."""
    columns = [column for column in COLUMNS if column.field != "key"]
    return [
        {
            column.field: value
            for place, column in enumerate(columns)
            if (value := (*VALUES[column.kind], None)[(number * (place % 3 + 1) + place) % (len(VALUES[column.kind]) + 1)])
            is not None
        }
        for number in range(count)
    ]
