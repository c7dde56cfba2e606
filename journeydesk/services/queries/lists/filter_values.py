"""What a filter offers to choose from, and how many it leaves."""

from dataclasses import replace

from journeydesk.domain.filters.filter import Filter, Value
from journeydesk.domain.frozen_data import dataclass
from journeydesk.domain.lists.columns import Column
from journeydesk.services.context import Context
from journeydesk.services.queries.lists.shown_ids import query_of
from journeydesk.services.rows.prospects import ListView
from journeydesk.storage.lists import prospect_list
from journeydesk.storage.lists.value_counts import value_counts


@dataclass(frozen=True, slots=True)
class Offered:
    """The values of a column that occur among what the other filters leave, each with how many hold it; the empty one is "".
    `before` counts what the others leave, `after` what this one leaves of it."""

    counts: dict[Value, int]
    before: int
    after: int


def offered(context: Context, others: ListView, column: Column, asked: Filter | None, with_counts: bool) -> Offered:
    """What the filter pane shows, for a thread beside the window: it reads the whole of an index."""
    filtered = others if asked is None else replace(others, filters=(*others.filters, asked))
    with context.database.read() as connection:
        query = query_of(context, others)
        counts: dict[Value, int] = {}
        if with_counts:
            for value, number in value_counts(connection, query, column.field):
                key: Value = "" if value is None else value if isinstance(value, int | float) else str(value)
                counts[key] = counts.get(key, 0) + number
        return Offered(
            counts, prospect_list.count(connection, query), prospect_list.count(connection, query_of(context, filtered))
        )
