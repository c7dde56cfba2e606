"""A filter in words, as its token and its question say it, and the value of what is answered."""

from collections.abc import Callable
from datetime import date

from journeydesk.domain.catalogue import PROSPECTS
from journeydesk.domain.columns import Column, Kind, Operator, choice_of, column_named
from journeydesk.domain.errors import UserError
from journeydesk.domain.time import day_of
from journeydesk.domain.values import parse_date, parse_text
from journeydesk.services.context import Context
from journeydesk.services.rows.prospects import Filter
from journeydesk.ui.words import short_day

_NAMED_VALUES = 2
"""How many values a token names before it counts them."""

_EXAMPLES = {Kind.DAY: " (2026-05-22)", Kind.MOMENT: " (2026-05-22)"}


def filter_words(context: Context, asked: Filter) -> tuple[str, str]:
    """What a token says of a filter: the column and the operator, and the values, which it sets off."""
    column = column_named(asked.field)
    if column is None:
        return asked.field, ", ".join(map(str, asked.values))
    words = f"{column.title} {Operator(asked.operator).words}"
    if column.kind is Kind.FLAG and asked.values:
        return column.title, ""
    if len(asked.values) > _NAMED_VALUES:
        return words, f"{len(asked.values)} {'people' if column.kind is Kind.PERSON else 'values'}"
    return words, ", ".join(_value_words(context, column, value) for value in asked.values)


def _value_words(context: Context, column: Column, value: str | int | float) -> str:
    words: dict[Kind, Callable[[], str]] = {
        Kind.STAGE: lambda: context.settings.journeys[0].stage(int(value)).short,
        Kind.DAY: lambda: short_day(date.fromisoformat(str(value)), context.today()),
        Kind.MOMENT: lambda: short_day(_day_of(context, str(value)), context.today()),
        Kind.MONEY: lambda: f"{int(value) // 100:,}",
        Kind.PERCENT: lambda: f"{float(value):.0%}",
    }
    of = choice_of(column)
    return words.get(column.kind, lambda: context.words.shown(of[0], of[1].slug, str(value)) if of else str(value))()


def _day_of(context: Context, value: str) -> date:
    """The day of a stored moment in the team's time zone; a day stands for itself."""
    if "T" not in value:
        return date.fromisoformat(value)
    return day_of(value, context.settings.time_zone)


def question_words(column: Column, operator: Operator) -> str:
    """What a person is asked for when a filter needs a typed value."""
    return f"{column.title} {operator.words}{_EXAMPLES.get(column.kind, '')}"


def typed_value(column: Column, text: str) -> str | int | float | None:
    """The stored value of what was typed for the column's first operator; None where it is not one."""
    if not text or column.kind.operators[0] is Operator.CONTAINS:
        return text or None
    spec = PROSPECTS.by_slug.get(column.field)
    try:
        if column.kind is Kind.MOMENT:
            return parse_date(column.title, text).isoformat()
        return text if spec is None else parse_text(spec, text)
    except UserError:
        return None
