"""A filter in words, as its token says it, and whole, as its tooltip does."""

import re

from journeydesk.domain.filters.filter import Value
from journeydesk.domain.filters.words import STORED_MOMENT, full_words, lead_words, value_words
from journeydesk.domain.lists.columns import Column, Kind, Operator, column_named
from journeydesk.domain.time import day_of
from journeydesk.domain.words import tr, within
from journeydesk.services.context import Context
from journeydesk.services.queries.vocabulary import sayable
from journeydesk.services.rows.prospects import Filter
from journeydesk.ui.words.figures import short_day

_AHEAD = re.compile(r"(\d+ (?:day|week|month|year)s?) from now")
_NAMED_VALUES = 2
"""How many values a token names before it counts them."""


def filter_words(context: Context, asked: Filter) -> tuple[str, str]:
    """What a token says of a filter: the column and the operator, and the values, which it sets off."""
    column = column_named(asked.field)
    if column is None:
        return asked.field, ", ".join(map(str, asked.values))
    operator = Operator(asked.operator)
    if column.kind is Kind.REPORT and asked.values:
        return column.title, value_words(column, operator, asked.values[0], sayable(context))
    if column.kind is Kind.FLAG and asked.values:
        says_yes = bool(asked.values[0]) is (operator in (Operator.IS, Operator.ANY_OF))
        return (column.title if says_yes else tr("Not {title}", title=within(column.title))), ""
    if operator is Operator.ON_OR_BEFORE and (ahead := _AHEAD.fullmatch(str(asked.values[0]))):
        return tr("{title} within", title=column.title), ahead[1]
    words = lead_words(column, operator)
    if len(asked.values) > _NAMED_VALUES:
        return words, tr("{count} people", count=len(asked.values)) if column.kind is Kind.PERSON else tr(
            "{count} values", count=len(asked.values)
        )
    joined = tr(" and ") if operator.takes == 2 else ", "
    return words, joined.join(shown_value(context, column, operator, value) for value in asked.values)


def shown_value(context: Context, column: Column, operator: Operator, value: Value) -> str:
    """One value of a filter; of a stored moment its day in the team's zone."""
    if column.kind is Kind.MOMENT and STORED_MOMENT.fullmatch(str(value)):
        return short_day(day_of(str(value), context.settings.time_zone), context.today())
    return value_words(column, operator, value, sayable(context))


def whole_words(context: Context, asked: Filter) -> str:
    """The whole filter with every value."""
    return full_words(asked, sayable(context))
