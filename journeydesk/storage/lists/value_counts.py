"""How many of a list hold each value of a column: what a filter offers to choose from."""

from journeydesk.domain.values import Stored
from journeydesk.storage.engine import sql
from journeydesk.storage.engine.connection import Connection
from journeydesk.storage.lists.list_filters import Bound, column_of, condition_set, search_set
from journeydesk.storage.lists.prospect_list import Query, count
from journeydesk.storage.schema.layout import LIVING, list_columns


def value_counts(connection: Connection, query: Query, field: str) -> list[tuple[Stored, int]]:
    """Each value of a column with how many of the query hold it, the empty one as None. It reads all of the column's index: for a
    thread beside the window. Raises UserError for what is no column."""
    column = column_of(field).field
    total = count(connection, Query())
    tests: list[str] = []
    values: list[Bound] = []
    sets = [condition_set(connection, condition, total) for condition in query.conditions]
    searched = search_set(connection, query.search)
    for each in [*sets, *([searched] if searched else [])]:
        tests.append(f" AND +lid {'NOT IN' if each.negated else 'IN'} ({each.sql})")
        values += each.values
    expression = list_columns[column]
    return [
        (value, int(number))
        for value, number in sql.rows(
            connection,
            f"SELECT {expression}, count(*) FROM prospects INDEXED BY ix_list_{column} WHERE {LIVING}{''.join(tests)} "
            f"GROUP BY {expression}",
            values,
        )
    ]
