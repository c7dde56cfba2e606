"""What an answer to a write means (SYNC section 1, "Ack rule")."""

from dataclasses import replace

from journeydesk.domain.catalogue import BY_SLUG
from journeydesk.domain.ids import RecordId
from journeydesk.domain.values import Wire, canonical
from journeydesk.storage.engine.connection import Connection
from journeydesk.storage.records import unsent_fields as cells
from journeydesk.storage.sync import state as sync_state
from journeydesk.storage.sync.state import Snapshot, SyncRecord
from journeydesk.storage.sync.table_maps import TableMap
from journeydesk.sync.merging import merge_known, take_fields
from journeydesk.sync.ports import RemoteRecord
from journeydesk.sync.snapshots import seen
from journeydesk.sync.work import Work


def acknowledge(
    work: Work, connection: Connection, table_map: TableMap, record: RecordId, sent: Snapshot, answer: RemoteRecord
) -> None:
    """The reply becomes the base of each sent field, and ours only where ours is still what was sent; an edit made meanwhile
    stays pending. The rest of the reply is news, merged like any other; what the reply leaves out says nothing."""
    spec = BY_SLUG[table_map.slug]
    known = sync_state.of_records(connection, table_map.slug, [record]).get(record)
    if known is None:
        return
    other = sync_state.record_of_remote(connection, table_map.slug, answer.id)
    if other is not None and other != record:
        # Its key is that record's by now: it was theirs that was written, and is seen with the next pull.
        reason = "Airtable has another record with this key; give this one a key of its own, or delete one"
        sync_state.unmark_tried(connection, table_map.slug, record)
        cells.refuse(connection, table_map.slug, record, {cells.WHOLE: (None, reason)})
        return
    theirs = seen(table_map, answer)
    base: Snapshot = dict(known.base) if known.remote_id else {}
    local, _ = sync_state.local_snapshot(connection, spec, record, base)
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
        take_fields(work, connection, table_map, record, normalised)
    sync_state.agree(connection, table_map.slug, record, answer.id, base, clean=False)
    cells.admit(connection, table_map.slug, record, sent)
    cells.count_pushes(connection, table_map.slug, record, sent)
    news = replace(theirs, fields={slug: base[slug] for slug in base if slug not in theirs.fields} | theirs.fields)
    mine = SyncRecord(record, answer.id, base, touched=True, deleted=known.deleted, extra=known.extra)
    merge_known(work, connection, table_map, mine, news)
