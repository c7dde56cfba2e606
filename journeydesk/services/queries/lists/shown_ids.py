"""Which prospects a view shows, in order: the first at once, all of them a moment later."""

from collections.abc import Callable, Sequence
from contextlib import suppress
from threading import Event, Thread
from typing import cast

from journeydesk.domain.errors import JourneydeskError
from journeydesk.domain.filters.bounds import Today, absolute
from journeydesk.domain.frozen_data import dataclass
from journeydesk.domain.ids import RecordId
from journeydesk.services.context import Context
from journeydesk.services.rows.prospects import ListView
from journeydesk.storage.lists import first_page, prospect_list
from journeydesk.storage.lists.list_filters import Condition
from journeydesk.storage.lists.prospect_list import Query
from journeydesk.storage.schema.layout import list_columns

PAGE = 100
"""So many of a long list are known at once."""


@dataclass(frozen=True, slots=True)
class ShownIds:
    """The ids that a view shows, in order. `whole` where these are all; then `total` counts all prospects, shown or not."""

    ids: Sequence[RecordId]
    whole: bool
    total: int = 0


def query_of(context: Context, view: ListView) -> Query:
    """A view as storage is asked for it today. Raises UserError for a day that is none."""
    today = Today(context.today(), context.settings.time_zone, context.settings.calendar.days)
    filters = [absolute(asked, today) for asked in view.filters]
    return Query(
        view.search,
        tuple(Condition(each.field, each.operator, each.values) for each in filters),
        tuple((key.column, key.descending) for key in view.sort),
    )


def all_shown(context: Context, view: ListView, is_stopped: Callable[[], bool] = lambda: False) -> ShownIds:
    """All that a view shows; of a long list for a thread beside the window, which lets its keys through and ends once
    `is_stopped` says so. Raises UserError for a view that cannot be, and Stopped."""
    query = query_of(context, view)
    with context.database.read() as connection:
        ids = cast("Sequence[RecordId]", prospect_list.ordered_ids(connection, query, is_stopped))
        return ShownIds(ids, True, prospect_list.count(connection, Query()))


def first_shown(context: Context, view: ListView) -> ShownIds:
    """What a view shows first, at a cost that does not grow with the list; all of it where the list is short. Raises as
    `all_shown` does."""
    ahead, context.ahead = context.ahead, None
    found = cast("ShownIds | None", ahead(view)) if ahead is not None else None
    return found or _first_shown(context, view)


_PATIENCE = 2
"""So many times as long as for the page that a key shows may be looked for those whom a session calls."""


class ReadAhead:
    """What a window shows first, read while it is made: the ids of its first view by a thread, which then reads `more`, so that the system
    has the pages of these as well once they are asked for."""

    def __init__(
        self, context: Context, view: Callable[[], ListView | None], more: Callable[[Sequence[RecordId]], object]
    ) -> None:
        self._context = context
        self._asked = view
        self._more = more
        self._found: tuple[ListView, ShownIds] | None = None
        self._number = -1
        self._is_known = Event()
        Thread(target=self._read, name="read-ahead").start()

    def _read(self) -> None:
        try:
            # What cannot be read is said to whoever asks for it.
            with suppress(JourneydeskError):
                view = self._asked()
                if view is not None:
                    self._number = self._context.database.change_number()
                    self._found = view, _first_shown(self._context, view)
                    self._is_known.set()
                    self._more(self._found[1].ids)
        finally:
            self._is_known.set()

    def take(self, view: object) -> ShownIds | None:
        """What this view shows first, which is waited for; None where another was read, or somebody wrote since."""
        self._is_known.wait()
        if self._found is None or self._found[0] != view or self._context.database.change_number() != self._number:
            return None
        return self._found[1]


def _first_shown(context: Context, view: ListView) -> ShownIds:
    query = query_of(context, view)
    with context.database.read() as connection:
        if first_page.is_large(connection):
            # Another field of the base has no index: until the whole order is there, the first page is in that of the other keys.
            keys = [key for key in prospect_list.sort_keys(query) if key[0] in list_columns] or prospect_list.sort_keys(Query())
            page = first_page.first_page(connection, query.search, query.conditions, keys, PAGE)
            return ShownIds(page.ids, False)
    return all_shown(context, view)


def first_of(context: Context, view: ListView, most: int) -> tuple[Sequence[RecordId], int | None]:
    """The first `most` that a view shows, in order, without naming the others where that can be, and how many it shows in all; None where
    these would have to be counted. Of a large list they are those that are found in a moment, fewer where most rows are passed over.
    Raises as `all_shown` does."""
    query = query_of(context, view)
    with context.database.read() as connection:
        keys = prospect_list.sort_keys(query)
        if first_page.is_large(connection) and all(key in list_columns for key, _ in keys):
            page = first_page.first_page(connection, query.search, query.conditions, keys, most, _PATIENCE)
            if page.whole:
                return page.ids[:most], len(page.ids)
            if page.ids:
                return page.ids[:most], None
    ids = all_shown(context, view).ids
    return ids[:most], len(ids)


def prospect_ids(context: Context, view: ListView) -> Sequence[RecordId]:
    """The ids that a view shows, in order. Raises as `all_shown` does."""
    return all_shown(context, view).ids
