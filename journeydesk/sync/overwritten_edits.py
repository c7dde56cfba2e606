"""The one honest hole of the protocol: an edit of the same field between our look and our write is overwritten
(docs/sync.md, "Promises").

The feed tells what the field held before; a value that was never seen locally goes into the history, and a note tells of it.
"""

from collections.abc import Mapping, Sequence
from itertools import groupby

from journeydesk.domain.catalogue import BY_SLUG
from journeydesk.domain.values import from_wire
from journeydesk.domain.words import tr
from journeydesk.storage.engine.connection import Connection
from journeydesk.storage.records import unsent_fields
from journeydesk.storage.records.history import was_ever
from journeydesk.storage.records.records import FieldChange, write_history
from journeydesk.storage.sync import notes as sync_notes
from journeydesk.storage.sync.named_links import linked_record
from journeydesk.storage.sync.sync_records import SyncRecord, by_remote_id, keys_of
from journeydesk.storage.sync.table_maps import TableMap
from journeydesk.sync.ports import Replaced
from journeydesk.sync.remote_snapshot import read_cell, slugs_by_field_id
from journeydesk.sync.sync_pass import SyncPass


def note_overwritten_edits(sync_pass: SyncPass, maps: Mapping[str, TableMap], replaced: Sequence[Replaced]) -> None:
    """Keeps what our own writes replaced without its ever having been seen locally."""
    by_table = {table_map.table_id: table_map for table_map in maps.values()}
    for table, edits in groupby(sorted(replaced, key=lambda edit: edit.table), key=lambda edit: edit.table):
        table_map = by_table.get(table)
        rest = list(edits) if table_map is not None else []
        for start in range(0, len(rest), sync_pass.remote.limits.page):
            _note_page(sync_pass, by_table[table], rest[start : start + sync_pass.remote.limits.page])


def _note_page(sync_pass: SyncPass, table_map: TableMap, edits: Sequence[Replaced]) -> None:
    with sync_pass.database.write() as connection:
        known = by_remote_id(connection, table_map.slug, [edit.record for edit in edits])
        for edit in edits:
            if edit.record in known:
                _note(sync_pass, connection, table_map, known[edit.record], edit)


def _note(sync_pass: SyncPass, connection: Connection, table_map: TableMap, known: SyncRecord, edit: Replaced) -> None:
    slug = slugs_by_field_id(table_map).get(edit.field)
    if slug is None:
        return
    spec = BY_SLUG[table_map.slug].by_slug[slug]
    before, after = read_cell(table_map, slug, edit.before), read_cell(table_map, slug, edit.after)
    if before is None or before == after or not unsent_fields.was_sent(connection, table_map.slug, known.record, slug, after):
        return
    stored = from_wire(spec, before, lambda s, remote: linked_record(connection, s, remote))
    if was_ever(connection, table_map.slug, known.record, slug, stored) or known.base.get(slug) == before:
        return
    ours = from_wire(spec, after, lambda s, remote: linked_record(connection, s, remote))
    change = FieldChange(table_map.slug, known.record, slug, stored, ours)
    write_history(connection, [change], sync_pass.author())
    key = keys_of(connection, table_map.slug, [known.record])[known.record]
    text = tr(
        "{name} {key}: “{stored}” was written into {name_2} in {name_3} at the same moment as yours and "
        "was replaced. It is kept in the field's history.",
        name=BY_SLUG[table_map.slug].name,
        key=key,
        stored=stored,
        name_2=spec.name,
        name_3=sync_pass.remote.name,
    )
    sync_pass.notify(connection, sync_notes.OVERWRITTEN, table_map.slug, known.record, text)
