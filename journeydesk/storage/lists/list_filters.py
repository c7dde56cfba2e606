"""The list's filters as sets of records, each read straight out of its column's index.

A condition is a few ranges of one index; outside them lie the other records, which are a few ranges as well. Whichever side is
smaller becomes the set that a walk in sort order is held against: `lid IN (…)` or `lid NOT IN (…)`.
"""

from dataclasses import dataclass
from datetime import date, timedelta
from itertools import pairwise

from journeydesk.domain.catalogue import PROSPECTS, FieldType
from journeydesk.domain.errors import UserError
from journeydesk.storage.engine import sql
from journeydesk.storage.engine.connection import Connection
from journeydesk.storage.records.folding import fold, query_text
from journeydesk.storage.records.search import search_words
from journeydesk.storage.schema.layout import LIVING, list_columns

ALIASES = {
    "contact": "contact_name",
    "stage": "engagement_stage",
    "follow_up": "next_follow_up",
    "revenue": "estimated_revenue",
    "last_touch": "last_touch_at",
}
"""What screens call a column, where that differs from its field."""

Bound = str | int | float
Range = tuple[str, tuple[Bound, ...]]
"""A condition on one index as SQL, with its values."""

_FOLDED = frozenset({"company", "contact_name"})
_MOMENTS = frozenset({f.slug for f in PROSPECTS.fields if f.type is FieldType.DATETIME} | {"last_touch_at"})
_LONG = frozenset(f.slug for f in PROSPECTS.fields if f.type is FieldType.LONG_TEXT)
_DAY = len("2026-05-19")


@dataclass(frozen=True, slots=True)
class Condition:
    """One filter: a field, an operator of `services.rows.Filter`, and its values in stored form.

    A long text `contains` words: those that begin like the ones given, wherever they stand in it.
    """

    field: str
    operator: str
    values: tuple[Bound, ...] = ()


@dataclass(frozen=True, slots=True)
class RecordSet:
    """Records as SQL that gives their ids; `negated` where the records wanted are all the others. `wanted` is how many are
    wanted, where that was cheap to know; `within` the one range of `column` that holds them all, where there is one."""

    sql: str
    values: tuple[Bound, ...]
    negated: bool = False
    wanted: int | None = None
    column: str = ""
    within: Range | None = None

    def test(self, walked: str) -> Range:
        """The condition on a record in a walk along `walked`. The plus keeps the planner from driving the query by ids."""
        if self.within is not None and self.column == walked:
            return self.within
        return f"+lid {'NOT IN' if self.negated else 'IN'} ({self.sql})", self.values


def column_of(name: str) -> str:
    """The column that a screen means. Raises UserError where there is none."""
    column = ALIASES.get(name, name)
    if column not in list_columns:
        raise UserError(f"There is no field “{name}” in the list. Choose one of {', '.join(sorted(list_columns))}.")
    return column


def walk(column: str, where: str) -> str:
    """The SQL that reads ids out of a column's index."""
    return f"SELECT lid FROM prospects INDEXED BY ix_list_{column} WHERE {LIVING} AND {where}"


def search_set(connection: Connection, typed: str) -> RecordSet | None:
    """The prospects whose words begin like those typed; None where nothing was typed that could be looked for."""
    words = search_words(connection, typed)
    return (
        None if words is None else RecordSet("SELECT rowid AS lid FROM prospect_search WHERE prospect_search MATCH ?", (words,))
    )


def condition_set(connection: Connection, condition: Condition, total: int) -> RecordSet:
    """The set for a filter, from its smaller side. Raises UserError for a field or operator that does not exist."""
    column = column_of(condition.field)
    if condition.operator == "contains":
        return _containing(column, condition)
    if column in _LONG and condition.operator not in ("empty", "not_empty"):
        raise UserError(f"{condition.field} is a long text; it can be filtered by what it contains, or by being empty.")
    inside, outside = _ranges(column, condition)
    wanted = sum(_count(connection, column, where) for where in inside)
    if wanted * 2 <= total:
        return _union(column, inside, False, wanted)
    return _union(column, outside, True, wanted)


def _count(connection: Connection, column: str, where: Range) -> int:
    statement = f"SELECT count(*) FROM prospects INDEXED BY ix_list_{column} WHERE {LIVING} AND {where[0]}"
    return int(sql.scalar(connection, statement, where[1]))


def _union(column: str, ranges: list[Range], negated: bool, wanted: int) -> RecordSet:
    expression = " UNION ALL ".join(walk(column, where) for where, _ in ranges) or "SELECT NULL AS lid WHERE 0"
    within = ranges[0] if len(ranges) == 1 and not negated else None
    return RecordSet(expression, tuple(value for _, values in ranges for value in values), negated, wanted, column, within)


def _containing(column: str, condition: Condition) -> RecordSet:
    wanted = str(condition.values[0]) if condition.values else ""
    if not wanted:
        raise UserError(f"What shall {condition.field} contain? Type a text.")
    if column in _FOLDED:
        return RecordSet(walk(column, f"instr({list_columns[column]}, ?) > 0"), (fold(wanted),))
    if column not in _LONG:
        return RecordSet(walk(column, f"instr(lower({column}), lower(?)) > 0"), (wanted,))
    # Reading every long text would take too long; the search index knows which of them hold the words.
    words = query_text(wanted)
    if words is None:
        raise UserError(f"“{wanted}” has no letter or digit that {condition.field} could be searched for.")
    return RecordSet("SELECT rowid AS lid FROM prospect_search WHERE prospect_search MATCH ?", (f"{{{column}}}: ({words})",))


def _ranges(column: str, condition: Condition) -> tuple[list[Range], list[Range]]:
    """The ranges that hold the condition, and those that do not. Together they are the whole index."""
    expression, operator = list_columns[column], condition.operator
    empty: list[Range] = [(f"{expression} IS NULL", ())]
    filled: list[Range] = [(f"{expression} IS NOT NULL", ())]
    if operator in ("empty", "not_empty"):
        return (empty, filled) if operator == "empty" else (filled, empty)
    values = [fold(str(value)) if column in _FOLDED else value for value in condition.values]
    if not values and operator not in ("any_of", "none_of"):
        raise UserError(f"The filter on {condition.field} needs a value.")
    if operator in ("is", "any_of", "is_not", "none_of"):
        inside, outside = _equal(column, expression, values if operator in ("any_of", "none_of") else values[:1])
        outside += empty
        return (inside, outside) if operator in ("is", "any_of") else (outside, inside)
    inside, outside = _compared(column, expression, operator, values[0], condition.field)
    return inside, outside + empty


def _equal(column: str, expression: str, values: list[Bound]) -> tuple[list[Range], list[Range]]:
    if column in _MOMENTS:
        spans = [(str(value), _day_after(value) if _is_day(value) else None) for value in values]
        during: list[Range] = [
            (f"{expression} >= ? AND {expression} < ?", (a, b)) if b else (f"{expression} = ?", (a,)) for a, b in spans
        ]
        other = " AND ".join([f"{expression} IS NOT NULL", *(f"NOT ({where})" for where, _ in during)])
        return during, [(other, tuple(value for _, given in during for value in given))]
    marks = ", ".join("?" * len(values))
    if not values:
        return [], [(f"{expression} IS NOT NULL", ())]
    # Sorted by the database itself, so that its collation decides what lies between.
    ordered = _in_order(expression, values)
    between: list[Range] = [(f"{expression} < {ordered[0][0]}", ordered[0][1])]
    between += [(f"{expression} > {a} AND {expression} < {b}", (*va, *vb)) for (a, va), (b, vb) in pairwise(ordered)]
    between.append((f"{expression} > {ordered[-1][0]}", ordered[-1][1]))
    return [(f"{expression} IN ({marks})", tuple(values))], between


def _in_order(expression: str, values: list[Bound]) -> list[Range]:
    numbers = sorted(value for value in values if not isinstance(value, str))
    folded = "COLLATE NOCASE" in expression
    texts = sorted({_ascii_lower(value) if folded else value: value for value in values if isinstance(value, str)}.items())
    return [("?", (value,)) for value in [*numbers, *(value for _, value in texts)]]


def _ascii_lower(text: str) -> str:
    """What SQLite's NOCASE compares: only the letters A to Z lose their case."""
    return "".join(c.lower() if c.isascii() else c for c in text)


def _compared(column: str, expression: str, operator: str, value: Bound, field: str) -> tuple[list[Range], list[Range]]:
    # A day on a moment's column means the whole day: "after" begins with the day after it.
    by_day = column in _MOMENTS and _is_day(value)
    later = _day_after(value) if by_day else value
    below, above = ("<", ">=") if by_day else ("<=", ">")
    found = {
        "before": (("<", value), (">=", value)),
        "on_or_after": ((">=", value), ("<", value)),
        "at_least": ((">=", value), ("<", value)),
        "after": ((above, later), (below, later)),
        "on_or_before": ((below, later), (above, later)),
        "at_most": ((below, later), (above, later)),
    }.get(operator)
    if found is None:
        raise UserError(f"“{operator}” is not a way to filter {field}.")
    (inside, at), (outside, other) = found
    return [(f"{expression} {inside} ?", (at,))], [(f"{expression} {outside} ?", (other,))]


def _is_day(value: Bound) -> bool:
    return isinstance(value, str) and len(value) == _DAY


def _day_after(value: Bound) -> str:
    try:
        return (date.fromisoformat(str(value)) + timedelta(days=1)).isoformat()
    except (ValueError, OverflowError):
        raise UserError(f"“{value}” is not a date. Write it as year-month-day, like 2026-05-22.") from None
