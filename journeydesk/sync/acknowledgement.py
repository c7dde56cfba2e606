"""What an answer to a write means (docs/sync.md, "Acknowledging")."""

from dataclasses import replace

from journeydesk.domain.catalogue import BY_SLUG
from journeydesk.domain.ids import RecordId
from journeydesk.domain.values import Wire, canonical
from journeydesk.storage.engine.connection import Connection
from journeydesk.storage.records import unsent_fields
from journeydesk.storage.sync.bases import agree, unmark_tried
from journeydesk.storage.sync.local_snapshots import Snapshot, local_snapshot
from journeydesk.storage.sync.remote_ids import record_of_remote
from journeydesk.storage.sync.sync_records import SyncRecord, sync_records
from journeydesk.storage.sync.table_maps import TableMap
from journeydesk.sync.merging import merge_known, take_fields
from journeydesk.sync.ports import RemoteRecord
from journeydesk.sync.remote_snapshot import read_snapshot
from journeydesk.sync.sync_pass import SyncPass


def acknowledge(
    sync_pass: SyncPass, connection: Connection, table_map: TableMap, record: RecordId, sent: Snapshot, answer: RemoteRecord
) -> None:
    """The reply becomes the base of each sent field, and ours only where ours is still what was sent; an edit made meanwhile
    stays pending. The rest of the reply is news, merged like any other; what the reply leaves out says nothing."""
    spec = BY_SLUG[table_map.slug]
    known = sync_records(connection, table_map.slug, [record]).get(record)
    if known is None:
        return
    other = record_of_remote(connection, table_map.slug, answer.id)
    if other is not None and other != record:
        # Its key is that record's by now: it was theirs that was written, and is seen with the next pull.
        reason = f"{sync_pass.remote.name} has another record with this key; give this one a key of its own, or delete one"
        unmark_tried(connection, table_map.slug, record)
        unsent_fields.reject(connection, table_map.slug, record, {unsent_fields.WHOLE: (None, reason)})
        return
    theirs = read_snapshot(table_map, answer)
    base: Snapshot = dict(known.base) if known.remote_id else {}
    local, _ = local_snapshot(connection, spec, record, base)
    normalised: dict[str, Wire] = {}
    for slug, value in sent.items():
        reply = theirs.fields.get(slug)
        if slug in theirs.unreadable:
            continue
        if reply != local.get(slug) and canonical(spec.by_slug[slug], value) == local.get(slug):
            normalised[slug] = reply
        if reply is None:
            base.pop(slug, None)
        else:
            base[slug] = reply
    if normalised:
        take_fields(sync_pass, connection, table_map, record, normalised)
    agree(connection, table_map.slug, record, answer.id, base, clean=False)
    unsent_fields.clear_rejections(connection, table_map.slug, record, sent)
    unsent_fields.count_pushes(connection, table_map.slug, record, sent)
    news = replace(theirs, fields={slug: base[slug] for slug in base if slug not in theirs.fields} | theirs.fields)
    mine = SyncRecord(record, answer.id, base, touched=True, deleted=known.deleted, extra=known.extra)
    merge_known(sync_pass, connection, table_map, mine, news)
