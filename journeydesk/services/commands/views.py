"""Saved views: named filters with their order and their columns. What happens to one is one step to undo; which columns it shows is
kept as it is chosen, and is no step."""

from collections.abc import Callable, Sequence
from dataclasses import replace

from journeydesk.domain.errors import UserError
from journeydesk.domain.ids import RecordId
from journeydesk.domain.lists.layout import Layout, layout_text
from journeydesk.domain.words import tr
from journeydesk.services.changes import Change
from journeydesk.services.context import Context
from journeydesk.services.queries.lists.views import built_in_views, view_to_json
from journeydesk.services.rows.prospects import ListView
from journeydesk.storage.engine.connection import Connection
from journeydesk.storage.lists import saved_views as stored_views
from journeydesk.storage.lists.saved_views import AS_BEFORE, SLUG, StoredView
from journeydesk.storage.records import undo
from journeydesk.storage.records.records import FieldChange

_Edit = Callable[[Connection], dict[int, StoredView | None]]
"""What becomes of views, by id; None where one goes."""


def save_view(context: Context, name: str, view: ListView, layout: Layout | None = None) -> int:
    """Keeps a view under a name and returns its id; an existing one of that name is saved over. Raises UserError without a name, or
    where a view that every workspace has is called so."""
    wanted = _named(context, name)
    found: list[int] = []

    def edit(connection: Connection) -> dict[int, StoredView | None]:
        known = stored_views.view_named(connection, wanted)
        new, place = stored_views.next_view(connection)
        before = stored_views.saved_view(connection, known) if known is not None else None
        columns = layout_text(layout) if layout is not None else before.columns if before is not None else None
        found.append(known or new)
        kept = before or StoredView(new, wanted, None, None, place)
        return {kept.id: replace(kept, name=wanted, view=view_to_json(view), columns=columns)}

    _run(context, tr("Saved the view {wanted}", wanted=wanted), edit)
    return found[0]


def save_over(context: Context, identifier: int, view: ListView) -> None:
    """The view shows from now on what is shown now."""
    _run(
        context,
        tr("Saved the view {name}", name=_name(context, identifier)),
        lambda c: {identifier: _with(c, identifier, view=view_to_json(view))},
    )


def rename_view(context: Context, identifier: int, name: str) -> None:
    """Gives a view another name. Raises UserError without one, or where another view is called so."""
    wanted = _named(context, name, identifier)
    before = _name(context, identifier)

    def edit(connection: Connection) -> dict[int, StoredView | None]:
        other = stored_views.view_named(connection, wanted)
        if other not in (None, identifier):
            raise UserError(tr("There is a view called {wanted} already. Choose another name.", wanted=wanted))
        return {identifier: _with(connection, identifier, name=wanted)}

    _run(context, tr("Renamed the view {before} to {wanted}", before=before, wanted=wanted), edit)


def order_views(context: Context, identifiers: Sequence[int]) -> None:
    """Puts the views into this order."""

    def edit(connection: Connection) -> dict[int, StoredView | None]:
        return {each: _with(connection, each, place=place) for place, each in enumerate(identifiers, 1)}

    _run(context, tr("Moved a view"), edit)


def delete_view(context: Context, identifier: int) -> None:
    """Takes a view away; of a built-in one `restore_built_in` brings it back, too."""

    def edit(connection: Connection) -> dict[int, StoredView | None]:
        return {identifier: None if identifier > 0 else _with(connection, identifier, place=None)}

    _run(context, tr("Deleted the view {name}", name=_name(context, identifier)), edit)


def reset_view(context: Context, identifier: int) -> None:
    """Makes a built-in view what it was at first."""
    _run(
        context,
        tr("Reset the view {name}", name=_name(context, identifier)),
        lambda connection: {identifier: _with(connection, identifier, name=None, view=None)},
    )


def restore_built_in(context: Context) -> None:
    """Brings back the built-in views that were deleted."""

    def edit(connection: Connection) -> dict[int, StoredView | None]:
        gone = [view for view in stored_views.saved_views(connection) if view.is_put_away]
        return {view.id: replace(view, place=AS_BEFORE) for view in gone}

    _run(context, tr("Brought back the views that every workspace has"), edit)


def keep_layout(context: Context, identifier: int, layout: Layout) -> None:
    """The view shows these columns from now on, over restarts."""
    with context.database.write() as connection:
        stored_views.put_view(connection, _with(connection, identifier, columns=layout_text(layout)))


def _run(context: Context, label: str, edit: _Edit) -> None:
    with context.database.write() as connection:
        changes = []
        for identifier, after in edit(connection).items():
            before = stored_views.saved_view(connection, identifier)
            if before == after:
                continue
            if after is None:
                stored_views.forget_view(connection, identifier)
            else:
                stored_views.put_view(connection, after)
            texts = stored_views.view_text(before), stored_views.view_text(after)
            changes.append(FieldChange(SLUG, RecordId(identifier), "view", *texts))
        undo.record_step(connection, label, changes, context.author())
    context.publish(Change(frozenset({"views"})))


def _with(connection: Connection, identifier: int, **fields: object) -> StoredView:
    """A view as it is kept, or a built-in one as it came, with other fields. Raises UserError for one that is gone."""
    kept = stored_views.saved_view(connection, identifier)
    if kept is None and identifier > 0:
        raise UserError(tr("The view is no longer there; it was deleted. Undo brings it back."))
    return replace(kept or StoredView(identifier, None, None, None, AS_BEFORE), **fields)  # type: ignore[arg-type]


def _built_in_name(context: Context, identifier: int) -> str:
    return built_in_views(context)[-identifier - 1][0]


def _name(context: Context, identifier: int) -> str:
    with context.database.read() as connection:
        kept = stored_views.saved_view(connection, identifier)
    return kept.name if kept is not None and kept.name else _built_in_name(context, identifier) if identifier < 0 else ""


def _named(context: Context, name: str, but: int = 0) -> str:
    wanted = " ".join(name.split())
    if not wanted:
        raise UserError(tr("Give the view a name."))
    with context.database.read() as connection:
        kept = {view.id: view for view in stored_views.saved_views(connection)}
    for number, (built_in, _) in enumerate(built_in_views(context), 1):
        called = kept[-number].name or built_in if -number in kept else built_in
        if -number != but and called.casefold() == wanted.casefold():
            raise UserError(tr("There is a view called {called} already. Choose another name.", called=called))
    return wanted
