"""Phase 1: the base's tables and fields as they are now. Renames change nothing; what is gone or retyped is paused and asked
about; everything else flows (docs/sync.md, "Schema drift")."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import timedelta

from journeydesk.domain.catalogue import BY_SLUG, TableSpec
from journeydesk.domain.field_kinds.fit import Fit
from journeydesk.domain.field_kinds.form import TEXTS, RemoteForm
from journeydesk.domain.field_kinds.options import name_moved, named_options
from journeydesk.domain.mapping.options import ORDERED
from journeydesk.domain.time import moment_of
from journeydesk.domain.words import tr
from journeydesk.storage.engine.connection import Connection
from journeydesk.storage.records import unsent_fields
from journeydesk.storage.sync import notes as sync_notes
from journeydesk.storage.sync.cursors import walk_again
from journeydesk.storage.sync.meta import get_meta, set_meta
from journeydesk.storage.sync.table_maps import (
    COMPUTED,
    FOUND,
    READ_ONLY,
    MappedField,
    is_held,
    mapped_fields,
    store_mapped,
    table_maps,
)
from journeydesk.sync.ports import RemoteField, RemoteTable
from journeydesk.sync.sync_pass import SyncPass

READ_EVERY = timedelta(hours=1)
"""How often the schema is read where no feed tells of its changes."""

READ_AT = "schema_read_at"


def schema_is_due(sync_pass: SyncPass, feed_tells: bool) -> bool:
    """Whether to look again; where a feed tells of changes, only when it does."""
    with sync_pass.database.read() as connection:
        read_at = get_meta(connection, READ_AT)
    if read_at is None:
        return True
    passed = sync_pass.clock() - moment_of(read_at)
    return not feed_tells and (passed >= READ_EVERY or passed < timedelta(0))


def read_schema(sync_pass: SyncPass) -> bool:
    """Reads the schema and brings the maps in line; whether anything that syncs is another by now."""
    tables = {table.id: table for table in sync_pass.read(sync_pass.remote.schema)}
    with sync_pass.database.write() as connection:
        before = table_maps(connection, sync_pass.zone)
        for slug in BY_SLUG:
            _compare(sync_pass, connection, slug, tables)
        set_meta(connection, READ_AT, sync_pass.now())
        after = table_maps(connection, sync_pass.zone)
        if before != after:
            unsent_fields.clear_all_rejections(connection)
    sync_pass.maps = after
    sync_pass.options_are_current = True
    return before != after


def _compare(sync_pass: SyncPass, connection: Connection, slug: str, tables: Mapping[str, RemoteTable]) -> None:
    spec = BY_SLUG[slug]
    table_id, before = mapped_fields(connection, slug)
    if table_id is None:
        return
    table = tables.get(table_id)
    after = [_now(spec, field, table) for field in before]
    known = {field.id for field in before}
    ours = {table.id for table in tables.values()}
    after += [
        MappedField(None, field.id, field.name, field.type, FOUND, {})
        for field in (table.fields if table else ())
        if field.id not in known and (field.form.computed or field.links_to not in ours)
    ]
    for old, new in zip(before, after, strict=False):
        if _must_walk(connection, slug, old, new):
            walk_again(connection, slug)
        _tell_new_options(sync_pass, connection, spec, old, new)
    if after != before:
        store_mapped(connection, slug, table_id, after)
        if any(old.state != FOUND and new.state == FOUND for old, new in zip(before, after, strict=False)):
            # What changed while it was paused, nothing has told.
            walk_again(connection)
    _say(sync_pass, connection, spec, table, after)


def _now(spec: TableSpec, mapped: MappedField, table: RemoteTable | None) -> MappedField:
    field = next((f for f in table.fields if f.id == mapped.id), None) if table else None
    if field is None:
        return replace(mapped, state="removed")
    if mapped.slug is None:
        return replace(mapped, name=field.name, type=field.type, state=FOUND)
    state = state_of(spec, mapped.slug, field)
    if state == READ_ONLY and mapped.state not in (READ_ONLY, "removed"):
        state = COMPUTED
    choices = options(spec, mapped.slug, field, mapped.choices)
    return MappedField(mapped.slug, mapped.id, field.name, field.type, state, choices, field.form.as_json())


def state_of(spec: TableSpec, slug: str, field: RemoteField) -> str:
    """Whether a field of ours syncs with this one both ways, is only read, or cannot."""
    return {Fit.NONE: "other type", Fit.READ_ONLY: READ_ONLY}.get(field.fit(spec.by_slug[slug]), FOUND)


def options(
    spec: TableSpec, slug: str, field: RemoteField, before: Mapping[str, tuple[str, str]]
) -> dict[str, tuple[str, str]]:
    """A select's options by id as (our word, their name), and the people and linked records that were seen as they were."""
    if field.form.by_id:
        return dict(before)
    return named_options(spec.by_slug[slug].choices, field.choices, before)


def _tell_new_options(sync_pass: SyncPass, connection: Connection, spec: TableSpec, old: MappedField, new: MappedField) -> None:
    """Says which options came into a field whose choices mean something to the rules and are none of ours."""
    if new.slug not in ORDERED or new.form.by_id or not old.choices:
        return
    field = spec.by_slug[new.slug]
    for identifier, (word, theirs) in new.choices.items():
        if identifier not in old.choices and field.choices and word not in field.choices:
            sync_pass.notify(
                connection,
                sync_notes.OPTION,
                spec.slug,
                None,
                tr(
                    "{name}, {name_2}: “{theirs}” is new in {name_3}. It is kept and shown as it is; the rules do "
                    "not know what it means. To say which of ours it is, set the connection up again and match its "
                    "options.",
                    name=spec.name,
                    name_2=field.name,
                    theirs=theirs,
                    name_3=sync_pass.remote.name,
                ),
            )


def _must_walk(connection: Connection, table: str, old: MappedField, new: MappedField) -> bool:
    """Whether records may hold another value than is known here, which nothing tells: their field is of another type by now, an option
    was deleted and their cells were emptied, or a name went from one option to another."""
    if new.slug is not None and old.state == new.state == FOUND and _means_another(old.form, new.form):
        return True
    if new.slug is None or new.form.by_id or not new.choices:
        return False
    gone = {word for identifier, (word, _) in old.choices.items() if identifier not in new.choices}
    gone -= {word for word, _ in new.choices.values()}
    return name_moved(old.choices, new.choices) or (bool(gone) and is_held(connection, table, new.slug, gone))


def _means_another(old: RemoteForm, new: RemoteForm) -> bool:
    """Whether a cell of this form says another than one of that: not where both are any text, or only show other decimals."""
    if old.type in TEXTS and new.type in TEXTS:
        return False
    return (old.type, old.maximum, old.result, old.links_to) != (new.type, new.maximum, new.result, new.links_to)


def _say(
    sync_pass: SyncPass, connection: Connection, spec: TableSpec, table: RemoteTable | None, fields: Sequence[MappedField]
) -> None:
    texts = []
    if table is None:
        texts.append(
            tr(
                "The table {name} is no longer in the base, or the token may not see it. Nothing was deleted "
                "here and its changes wait. Restore it in {name_2}, or set the connection up again.",
                name=spec.name,
                name_2=sync_pass.remote.name,
            )
        )
    else:
        texts = [
            _sentence(spec, field, sync_pass.remote.name)
            for field in fields
            if field.slug is not None and field.state not in (FOUND, READ_ONLY)
        ]
    sync_notes.settle(connection, sync_notes.DRIFT, spec.slug, sync_pass.now(), tuple(texts))
    for text in texts:
        sync_pass.notify(connection, sync_notes.DRIFT, spec.slug, None, text)


def _sentence(spec: TableSpec, field: MappedField, remote_name: str) -> str:
    kept = tr("Its values are kept here and not synced; every other field is.")
    if field.state == "removed":
        kept = tr("{kept} New records of {name} wait.", kept=kept, name=spec.name) if field.slug == "key" else kept
        return tr(
            "{name}: the field “{name_2}” is no longer in {remote_name}. {kept} Restore it there, or set the "
            "connection up again to choose or create another.",
            name=spec.name,
            name_2=field.name,
            remote_name=remote_name,
            kept=kept,
        )
    if field.state == COMPUTED:
        return tr(
            "{name}: the field “{name_2}” is computed in {remote_name} now ({type}). It is read and no "
            "longer written; every other field is.",
            name=spec.name,
            name_2=field.name,
            remote_name=remote_name,
            type=field.type,
        )
    return tr(
        "{name}: the field “{name_2}” is of another type in {remote_name} now ({type}). {kept} Change it back there.",
        name=spec.name,
        name_2=field.name,
        remote_name=remote_name,
        type=field.type,
        kept=kept,
    )
