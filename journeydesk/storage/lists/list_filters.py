"""The list's filters as sets of records, each read straight out of its column's index.

A condition is a few ranges of one index; outside them lie the other records, which are a few ranges as well. Whichever side is
smaller becomes the set that a walk in sort order is held against: `lid IN (…)` or `lid NOT IN (…)`.
"""

from dataclasses import replace
from datetime import date, timedelta
from itertools import pairwise

from journeydesk.domain.errors import UserError
from journeydesk.domain.folding import fold, query_text
from journeydesk.domain.frozen_data import dataclass
from journeydesk.domain.lists.columns import Column, Kind, Operator, column_named, name_in_base
from journeydesk.domain.words import tr
from journeydesk.storage.engine import sql
from journeydesk.storage.engine.connection import Connection
from journeydesk.storage.records.search import search_words
from journeydesk.storage.records.search_index import SEARCHED
from journeydesk.storage.schema.layout import LIVING, list_columns

Bound = str | int | float
Range = tuple[str, tuple[Bound, ...]]
"""A condition on one index as SQL, with its values."""

_SEARCHABLE = frozenset(SEARCHED["prospects"])
_DAY = len("2026-05-19")
_TEXTS = (Operator.CONTAINS, Operator.NOT_CONTAINS)


@dataclass(frozen=True, slots=True)
class Condition:
    """One filter: a column's key or field, an operator of its kind, and its values in stored form.

    A long text `contains` words: those that begin like the ones given, wherever they stand in it.
    """

    field: str
    operator: str
    values: tuple[Bound, ...] = ()


@dataclass(frozen=True, slots=True)
class RecordSet:
    """Records as SQL that gives their ids; `negated` where the records wanted are all the others. `wanted` is how many are
    wanted, where that was cheap to know."""

    sql: str
    values: tuple[Bound, ...]
    negated: bool = False
    wanted: int | None = None


def column_of(name: str) -> Column:
    """The column that a screen means, by its key or field. Raises UserError where there is none."""
    column = column_named(name)
    if column is None:
        raise UserError(
            tr(
                "There is no field “{name}” in the list. Choose one of {columns}.",
                name=name,
                columns=", ".join(sorted(list_columns)),
            )
        )
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
    column = _checked(condition)
    if column.kind is Kind.REPORT:
        return RecordSet(*behind_figure(condition))
    if column.kind is Kind.OTHER:
        # No index knows what these fields hold, so every row is read.
        test = _other_test(column, condition)
        return RecordSet(f"SELECT lid FROM prospects WHERE {LIVING} AND {test[0]}", test[1])
    if condition.operator in _TEXTS:
        found = _containing(column, condition)
        return found if condition.operator == Operator.CONTAINS else replace(found, negated=True)
    inside, outside = _ranges(column, condition)
    size = sum(_count(connection, column.field, where) for where in inside)
    if size * 2 <= total:
        return _union(column.field, inside, False, size)
    return _union(column.field, outside, True, size)


def ranges_of(condition: Condition) -> list[Range] | None:
    """The ranges of its column's index that hold a filter, which are disjoint; None where it looks into texts. Raises as
    `condition_set` does."""
    column = _checked(condition)
    texts = column.kind in (Kind.OTHER, Kind.REPORT) or condition.operator in _TEXTS
    return None if texts else _ranges(column, condition)[0]


def row_test(condition: Condition) -> Range:
    """A filter as a condition on one row, for a walk that ends early. Raises as `condition_set` does."""
    ranges = ranges_of(condition)
    if ranges is None:
        column = column_of(condition.field)
        if column.kind is Kind.REPORT:
            statement, values = behind_figure(condition)
            return f"+lid IN ({statement})", values
        if column.kind is Kind.OTHER:
            return _other_test(column, condition)
        test = _holds_text(column, condition)
        lacks = condition.operator == Operator.NOT_CONTAINS
        if test is not None:
            return (f"NOT coalesce({test[0]}, 0)", test[1]) if lacks else test
        # The plus keeps the planner from driving the query by ids.
        return f"+lid {'NOT IN' if lacks else 'IN'} ({_containing(column, condition).sql})", _match(column, condition)
    tests = " OR ".join(f"({where})" for where, _ in ranges)
    return f"({tests or 0})", tuple(value for _, values in ranges for value in values)


def behind_figure(condition: Condition) -> Range:
    """Who a figure of a report counts, as SQL that gives their ids. Raises UserError for a question that there is not."""
    # The first list is painted without what reports ask.
    from journeydesk.storage.reports.behind.membership import members
    from journeydesk.storage.reports.behind.question import read_question

    return members(read_question(str(condition.values[0]) if condition.values else ""))


def _checked(condition: Condition) -> Column:
    column = column_of(condition.field)
    known = [operator for operator in column.kind.operators if not operator.is_length]
    if condition.operator not in known:
        offered = ", ".join(operator.words for operator in known)
        raise UserError(
            tr(
                "“{operator}” is not a way to filter {title}. Choose one of {offered}.",
                operator=condition.operator,
                title=column.title,
                offered=offered,
            )
        )
    return column


def _count(connection: Connection, column: str, where: Range) -> int:
    statement = f"SELECT count(*) FROM prospects INDEXED BY ix_list_{column} WHERE {LIVING} AND {where[0]}"
    return int(sql.scalar(connection, statement, where[1]))


def _union(column: str, ranges: list[Range], negated: bool, size: int) -> RecordSet:
    expression = " UNION ALL ".join(walk(column, where) for where, _ in ranges) or "SELECT NULL AS lid WHERE 0"
    return RecordSet(expression, tuple(value for _, values in ranges for value in values), negated, size)


def _containing(column: Column, condition: Condition) -> RecordSet:
    test = _holds_text(column, condition)
    if test is None:
        # Reading every long text would take too long; the search index knows which of them hold the words.
        return RecordSet("SELECT rowid AS lid FROM prospect_search WHERE prospect_search MATCH ?", _match(column, condition))
    if column.kind is Kind.LONG_TEXT:
        # Its index holds only how the text begins.
        return RecordSet(f"SELECT lid FROM prospects WHERE {LIVING} AND {test[0]}", test[1])
    return RecordSet(walk(column.field, test[0]), test[1])


def _holds_text(column: Column, condition: Condition) -> Range | None:
    """The text as a condition on a row; None for a long text that the search index holds."""
    text = str(condition.values[0]) if condition.values else ""
    if not text:
        raise UserError(tr("What shall {title} contain? Type a text.", title=column.title))
    if column.kind is Kind.NAME:
        return f"instr({list_columns[column.field]}, ?) > 0", (fold(text),)
    if column.kind is Kind.LONG_TEXT and column.field in _SEARCHABLE:
        return None
    return f"instr(lower({column.field}), lower(?)) > 0", (text,)


def _other_test(column: Column, condition: Condition) -> Range:
    """A condition on a field of the base that is not ours, which is compared as the text that it is kept as."""
    value, path = "json_extract(extra, ?)", f'$."{name_in_base(column)}"'
    operator, values = condition.operator, tuple(str(each) for each in condition.values)
    filled = f"coalesce({value}, '') NOT IN ('', '[]')"
    if operator in (Operator.EMPTY, Operator.NOT_EMPTY):
        return (f"NOT {filled}" if operator == Operator.EMPTY else filled), (path,)
    if not values:
        raise UserError(tr("The filter on {title} needs a value.", title=column.title))
    if operator in _TEXTS:
        test: Range = (f"instr(lower(coalesce({value}, '')), lower(?)) > 0", (path, values[0]))
    else:
        several = values if operator in (Operator.ANY_OF, Operator.NONE_OF) else values[:1]
        test = (f"coalesce({value}, '') COLLATE NOCASE IN ({', '.join('?' * len(several))})", (path, *several))
    negated = operator in (Operator.NOT_CONTAINS, Operator.IS_NOT, Operator.NONE_OF)
    return (f"NOT {test[0]}" if negated else test[0]), test[1]


def _match(column: Column, condition: Condition) -> tuple[str]:
    text = str(condition.values[0])
    words = query_text(text)
    if words is None:
        raise UserError(
            tr("“{words}” has no letter or digit that {title} could be searched for.", words=text, title=column.title)
        )
    return (f"{{{column.field}}}: ({words})",)


def _ranges(column: Column, condition: Condition) -> tuple[list[Range], list[Range]]:
    """The ranges that hold the condition, and those that do not. Together they are the whole index."""
    expression, operator = list_columns[column.field], condition.operator
    empty: list[Range] = [(f"{expression} IS NULL", ())]
    filled: list[Range] = [(f"{expression} IS NOT NULL", ())]
    if operator in (Operator.EMPTY, Operator.NOT_EMPTY):
        return (empty, filled) if operator == Operator.EMPTY else (filled, empty)
    values = [fold(str(value)) if column.kind is Kind.NAME else value for value in condition.values]
    several = operator in (Operator.ANY_OF, Operator.NONE_OF)
    if not values and not several:
        raise UserError(tr("The filter on {title} needs a value.", title=column.title))
    if operator in (Operator.IS, Operator.ANY_OF, Operator.IS_NOT, Operator.NONE_OF):
        inside, outside = _equal(column, expression, [value for value in (values if several else values[:1]) if value != ""])
        # An empty text among the values stands for what has none.
        (inside if several and "" in values else outside).extend(empty)
        return (inside, outside) if operator in (Operator.IS, Operator.ANY_OF) else (outside, inside)
    if operator in (Operator.BETWEEN, Operator.NOT_BETWEEN):
        if len(values) < 2:
            raise UserError(tr("The filter on {title} needs two values.", title=column.title))
        inside, outside = _between(column, expression, values[0], values[1])
        outside += empty
        return (inside, outside) if operator == Operator.BETWEEN else (outside, inside)
    inside, outside = _compared(column, expression, operator, values[0])
    return inside, outside + empty


def _between(column: Column, expression: str, least: Bound, most: Bound) -> tuple[list[Range], list[Range]]:
    """From the one to the other, both included; nothing lies between them where the first is the larger. A day of moments is included
    whole."""
    by_day = column.kind is Kind.MOMENT and _is_day(most)
    until, after = ("<", ">=") if by_day else ("<=", ">")
    last = _day_after(most) if by_day else most
    inside: Range = (f"{expression} >= ? AND {expression} {until} ?", (least, last))
    below: Range = (f"{expression} < ?", (least,))
    # What is above the most and not below the least already: the two may overlap where they are swapped.
    above: Range = (f"{expression} {after} ? AND {expression} >= ?", (last, least))
    return [inside], [below, above]


def _equal(column: Column, expression: str, values: list[Bound]) -> tuple[list[Range], list[Range]]:
    if not values:
        return [], [(f"{expression} IS NOT NULL", ())]
    if column.kind is Kind.MOMENT:
        return _equal_moments(expression, values)
    marks = ", ".join("?" * len(values))
    # Sorted by the database itself, so that its collation decides what lies between.
    ordered = _in_order(expression, values)
    between: list[Range] = [(f"{expression} < {ordered[0][0]}", ordered[0][1])]
    between += [(f"{expression} > {a} AND {expression} < {b}", (*va, *vb)) for (a, va), (b, vb) in pairwise(ordered)]
    between.append((f"{expression} > {ordered[-1][0]}", ordered[-1][1]))
    return [(f"{expression} IN ({marks})", tuple(values))], between


def _equal_moments(expression: str, values: list[Bound]) -> tuple[list[Range], list[Range]]:
    """A day stands for all of its moments. One range for all values, for a moment may lie within a day that is asked for as well,
    and would be counted twice."""
    tests = [f"{expression} >= ? AND {expression} < ?" if _is_day(value) else f"{expression} = ?" for value in values]
    bounds = tuple(bound for value in values for bound in ((value, _day_after(value)) if _is_day(value) else (value,)))
    during = " OR ".join(f"({test})" for test in tests)
    return [(f"({during})", bounds)], [(f"{expression} IS NOT NULL AND NOT ({during})", bounds)]


def _in_order(expression: str, values: list[Bound]) -> list[Range]:
    numbers = sorted(value for value in values if not isinstance(value, str))
    folded = "COLLATE NOCASE" in expression
    texts = sorted({_ascii_lower(value) if folded else value: value for value in values if isinstance(value, str)}.items())
    return [("?", (value,)) for value in [*numbers, *(value for _, value in texts)]]


def _ascii_lower(text: str) -> str:
    """What SQLite's NOCASE compares: only the letters A to Z lose their case."""
    return "".join(c.lower() if c.isascii() else c for c in text)


def _compared(column: Column, expression: str, operator: str, value: Bound) -> tuple[list[Range], list[Range]]:
    # A day on a moment's column means the whole day: "after" begins with the day after it.
    by_day = column.kind is Kind.MOMENT and _is_day(value)
    later = _day_after(value) if by_day else value
    below, above = ("<", ">=") if by_day else ("<=", ">")
    (inside, at), (outside, other) = {
        Operator.BEFORE: (("<", value), (">=", value)),
        Operator.ON_OR_AFTER: ((">=", value), ("<", value)),
        Operator.AT_LEAST: ((">=", value), ("<", value)),
        Operator.AFTER: ((above, later), (below, later)),
        Operator.ON_OR_BEFORE: ((below, later), (above, later)),
        Operator.AT_MOST: ((below, later), (above, later)),
        Operator.MORE_THAN: ((">", value), ("<=", value)),
        Operator.LESS_THAN: (("<", value), (">=", value)),
    }[Operator(operator)]
    return [(f"{expression} {inside} ?", (at,))], [(f"{expression} {outside} ?", (other,))]


def _is_day(value: Bound) -> bool:
    return isinstance(value, str) and len(value) == _DAY


def _day_after(value: Bound) -> str:
    try:
        return (date.fromisoformat(str(value)) + timedelta(days=1)).isoformat()
    except (ValueError, OverflowError):
        raise UserError(tr("“{value}” is not a date. Write it as year-month-day, like 2026-05-22.", value=value)) from None
