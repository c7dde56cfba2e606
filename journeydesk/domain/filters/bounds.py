"""A filter as storage is asked it: words that stay relative become the days of today, days of moments the team's own instants."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date
from zoneinfo import ZoneInfo

from journeydesk.domain.errors import UserError
from journeydesk.domain.filters.filter import Filter, Value
from journeydesk.domain.filters.when import HOW_TO_WRITE, Span, ahead, back, span_of
from journeydesk.domain.frozen_data import dataclass
from journeydesk.domain.lists.columns import Column, Kind, Operator, column_named
from journeydesk.domain.time import end_of, later, start_of
from journeydesk.domain.words import tr
from journeydesk.domain.working_days import WorkingDays

_EVERY_MOMENT = len("2026-05-19T")


@dataclass(frozen=True, slots=True)
class Today:
    """As of when words are understood: the team's day, zone and working days."""

    day: date
    zone: ZoneInfo
    days: WorkingDays = WorkingDays()


def absolute(asked: Filter, today: Today) -> Filter:
    """The filter with values that do not depend on the day any more. Raises UserError for a value that is no day where one is
    asked for."""
    try:
        return _absolute(asked, today)
    except OverflowError:
        raise UserError(
            tr("“{value}” is too far away. {how_to_write}", value=asked.values[0], how_to_write=HOW_TO_WRITE)
        ) from None


def _absolute(asked: Filter, today: Today) -> Filter:
    column = column_named(asked.field)
    if column is not None and column.kind is Kind.DAYS:
        return _since(column, asked, today)
    if column is None or column.kind not in (Kind.DAY, Kind.MOMENT) or not asked.values:
        return asked
    try:
        operator = Operator(asked.operator)
    except ValueError:
        return asked
    if operator in _LENGTHS:
        return _between(
            column, asked, _LENGTHS[operator](str(asked.values[0]), today.day), today, operator is Operator.NOT_IN_LAST
        )
    if operator in (Operator.ANY_OF, Operator.NONE_OF):
        return asked if _stored(asked.values) else replace(asked, values=tuple(_day(value, today) for value in asked.values))
    if any(_is_moment(value) for value in asked.values):
        return asked
    spans = [span_of(str(value), today.day) for value in asked.values]
    if operator in (Operator.BETWEEN, Operator.NOT_BETWEEN):
        if len(spans) < 2:
            raise UserError(tr("The filter on {title} needs two days.", title=column.title))
        return _between(column, asked, (spans[0][0], spans[1][1]), today, operator is Operator.NOT_BETWEEN)
    if operator in (Operator.IS, Operator.IS_NOT):
        return _between(column, asked, spans[0], today, operator is Operator.IS_NOT)
    return _compared(column, asked, operator, spans[0], today)


_LENGTHS: Mapping[Operator, Callable[[str, date], Span]] = {
    Operator.IN_NEXT: lambda length, today: (today, ahead(length, today)),
    Operator.IN_LAST: lambda length, today: (back(length, today), today),
    Operator.NOT_IN_LAST: lambda length, today: (back(length, today), today),
}


def _is_moment(value: Value) -> bool:
    text = str(value)
    return len(text) > _EVERY_MOMENT and text[:4].isdigit() and text[_EVERY_MOMENT - 1] == "T"


def _stored(values: tuple[Value, ...]) -> bool:
    return any(_is_moment(value) for value in values)


def _day(value: Value, today: Today) -> str:
    return span_of(str(value), today.day)[0].isoformat()


def _begin(column: Column, day: date, today: Today) -> str:
    """The first of a day as the column keeps it."""
    return day.isoformat() if column.kind is Kind.DAY else start_of(day, today.zone)


def _end(column: Column, day: date, today: Today) -> str:
    """The last of a day as the column keeps it."""
    return day.isoformat() if column.kind is Kind.DAY else later(end_of(day, today.zone), milliseconds=-1)


def _between(column: Column, asked: Filter, span: Span, today: Today, without: bool) -> Filter:
    values = (_begin(column, span[0], today), _end(column, span[1], today))
    return replace(asked, operator=Operator.NOT_BETWEEN if without else Operator.BETWEEN, values=values)


def _compared(column: Column, asked: Filter, operator: Operator, span: Span, today: Today) -> Filter:
    """Before a span is before its first day, after it is after its last."""
    first, last = _begin(column, span[0], today), _end(column, span[1], today)
    value = {
        Operator.BEFORE: first,
        Operator.ON_OR_AFTER: first,
        Operator.AFTER: last,
        Operator.ON_OR_BEFORE: last,
    }.get(operator)
    return asked if value is None else replace(asked, values=(value,))


_MOST_DAYS = 10_000


def _since(column: Column, asked: Filter, today: Today) -> Filter:
    """So many working days since a moment, as what that says of the moment."""
    operator = Operator(asked.operator)
    if operator.takes == 0:
        return replace(asked, field=column.field)
    try:
        counts = [min(max(int(value), 0), _MOST_DAYS) for value in asked.values]
    except ValueError:
        counts = []
    if len(counts) < operator.takes:
        raise UserError(tr("The filter on {title} needs a value.", title=column.title))

    def by(count: int) -> str:
        """The last moment that lies at least so many days back."""
        return later(end_of(today.days.back(today.day, count), today.zone), milliseconds=-1)

    def asks(operator: Operator, *values: str) -> Filter:
        return replace(asked, field=column.field, operator=operator, values=values)

    match operator:
        case Operator.AT_LEAST:
            return asks(Operator.ON_OR_BEFORE, by(counts[0]))
        case Operator.MORE_THAN:
            return asks(Operator.ON_OR_BEFORE, by(counts[0] + 1))
        case Operator.LESS_THAN:
            return asks(Operator.AFTER, by(counts[0]))
        case Operator.AT_MOST:
            return asks(Operator.AFTER, by(counts[0] + 1))
    first = later(by(counts[1] + 1), milliseconds=1)
    return asks(operator, first, by(counts[0]))
