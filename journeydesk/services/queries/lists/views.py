"""The views of the prospect list: those that every workspace begins with and those that somebody saved, in their order."""

import json
from collections.abc import Iterator, Mapping, Sequence

from journeydesk.domain.ids import RecordId
from journeydesk.domain.lists.layout import layout_of
from journeydesk.domain.statuses import CLOSED, in_order
from journeydesk.domain.words import tr
from journeydesk.services.attention import pending_count
from journeydesk.services.context import Context
from journeydesk.services.queries.lists.prospects import prospect_rows
from journeydesk.services.queries.lists.shown_ids import ReadAhead
from journeydesk.services.rows.prospects import Filter, ListView, SavedView, SortKey
from journeydesk.storage.lists import saved_views as stored_views
from journeydesk.storage.lists.saved_views import StoredView

FIRST_VIEW = -2
"""The id of the view that a window begins with."""
_BEFORE = 1_000
"""Built-in views that nobody moved stand before all others."""

_OPEN = Filter("status", "none_of", in_order(CLOSED))


def built_in_views(context: Context) -> list[tuple[str, ListView]]:
    """The views that every workspace begins with."""
    last = context.settings.journeys[0].stages[-1]
    return [
        (tr("My open"), ListView(filters=(Filter("owner", "is", (context.actor,)), _OPEN))),
        (
            tr("Follow-up due"),
            ListView(
                filters=(
                    Filter("follow_up", "on_or_before", ("7 days from now",)),
                    Filter("stage", "is_not", (last.number,)),
                    _OPEN,
                )
            ),
        ),
        (
            tr("High score"),
            ListView(
                filters=(Filter("score", "at_least", (context.settings.score.qualified_above + 1,)), _OPEN),
                sort=(SortKey("score", True),),
            ),
        ),
        (tr("Churn risk"), ListView(filters=(Filter("at_risk", "is", (1,)),))),
        (tr("All"), ListView()),
    ]


def saved_views(context: Context) -> list[SavedView]:
    """The built-in views (negative ids) and those that were saved; counting them is `view_count`, one at a time."""
    with context.database.read() as connection:
        stored = {saved.id: saved for saved in stored_views.saved_views(connection)}
    placed = [(place, view) for place, view in _built_in(context, stored)]
    placed += [
        (saved.place or 0, SavedView(saved.id, saved.name or "", view_from_json(saved.view or "{}"), layout_of(saved.columns)))
        for saved in stored.values()
        if saved.id > 0
    ]
    # Of one place the built-in one stands first: it was there before.
    return [view for _, view in sorted(placed, key=lambda each: (each[0], each[1].id))]


def _built_in(context: Context, stored: Mapping[int, StoredView]) -> Iterator[tuple[int, SavedView]]:
    for number, (name, view) in enumerate(built_in_views(context), 1):
        kept = stored.get(-number)
        if kept is None:
            yield number - _BEFORE, SavedView(-number, name, view)
        elif not kept.is_put_away:
            altered = kept.name is not None or kept.view is not None
            shown = view if kept.view is None else view_from_json(kept.view)
            place = number - _BEFORE if kept.place == stored_views.AS_BEFORE else kept.place or 0
            yield place, SavedView(-number, kept.name or name, shown, layout_of(kept.columns), altered)


def put_away(context: Context) -> list[str]:
    """The names of the built-in views that somebody deleted."""
    with context.database.read() as connection:
        gone = {saved.id for saved in stored_views.saved_views(connection) if saved.is_put_away}
    return [name for number, (name, _) in enumerate(built_in_views(context), 1) if -number in gone]


def view_from_json(stored: str) -> ListView:
    """A list view as `view_to_json` wrote it."""
    data = json.loads(stored)
    return ListView(
        data.get("search", ""),
        tuple(Filter(f, o, tuple(v)) for f, o, v in data.get("filters", ())),
        tuple(SortKey(c, d) for c, d in data.get("sort", [["follow_up", False]])),
    )


def view_to_json(view: ListView) -> str:
    """A list view as stored."""
    return json.dumps(
        {
            "search": view.search,
            "filters": [[f.field, f.operator, list(f.values)] for f in view.filters],
            "sort": [[k.column, k.descending] for k in view.sort],
        },
        ensure_ascii=False,
    )


def read_ahead(context: Context) -> None:
    """Has what the list shows first read by a thread, for whoever makes a window meanwhile: the view that it begins with, and for the
    system's cache its rows and the alerts that wait."""

    def first() -> ListView | None:
        return next((view.view for view in saved_views(context) if view.id == FIRST_VIEW), None)

    def more(ids: Sequence[RecordId]) -> None:
        prospect_rows(context, ids)
        pending_count(context)

    context.ahead = ReadAhead(context, first, more).take
