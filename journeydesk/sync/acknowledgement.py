"""What an answer to a write means (docs/sync.md, "Acknowledging")."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from journeydesk.domain.catalogue import BY_SLUG
from journeydesk.domain.ids import RecordId
from journeydesk.domain.values import Wire, canonical
from journeydesk.storage.engine.connection import Connection
from journeydesk.storage.records import unsent_fields
from journeydesk.storage.sync.bases import Agreement, agree, unmark_tried
from journeydesk.storage.sync.local_snapshots import Snapshot, local_snapshots
from journeydesk.storage.sync.remote_ids import records_of_remote
from journeydesk.storage.sync.sync_records import SyncRecord, sync_records
from journeydesk.storage.sync.table_maps import TableMap
from journeydesk.sync.merging import merge_known, take_fields
from journeydesk.sync.ports import RemoteRecord
from journeydesk.sync.remote_snapshot import read_snapshot
from journeydesk.sync.sync_pass import SyncPass


@dataclass(frozen=True, slots=True)
class Answer:
    """What was sent of one record, and the record as the remote answered it."""

    record: RecordId
    sent: Snapshot
    remote: RemoteRecord


def acknowledge(sync_pass: SyncPass, connection: Connection, table_map: TableMap, answers: Sequence[Answer]) -> None:
    """A reply becomes the base of each sent field, and ours only where ours is still what was sent; an edit made meanwhile
    stays pending. The rest of a reply is news, merged like any other; what a reply leaves out says nothing."""
    slug = table_map.slug
    known = sync_records(connection, slug, [answer.record for answer in answers])
    bases = {record: dict(mine.base) if mine.remote_id else {} for record, mine in known.items()}
    snapshots = local_snapshots(connection, BY_SLUG[slug], bases)
    owners = records_of_remote(connection, slug, [answer.remote.id for answer in answers])
    for answer in answers:
        mine = known.get(answer.record)
        if mine is None:
            continue
        if owners.setdefault(answer.remote.id, answer.record) != answer.record:
            # Its key is that record's by now: it was theirs that was written, and is seen with the next pull.
            reason = f"{sync_pass.remote.name} has another record with this key; give this one a key of its own, or delete one"
            unmark_tried(connection, slug, answer.record)
            unsent_fields.reject(connection, slug, answer.record, {unsent_fields.WHOLE: (None, reason)})
            continue
        local, _ = snapshots[answer.record]
        _acknowledge_one(sync_pass, connection, table_map, replace(mine, base=bases[answer.record]), local, answer)


def _acknowledge_one(
    sync_pass: SyncPass, connection: Connection, table_map: TableMap, mine: SyncRecord, local: Snapshot, answer: Answer
) -> None:
    spec = BY_SLUG[table_map.slug]
    theirs = read_snapshot(table_map, answer.remote)
    base = dict(mine.base)
    normalised: dict[str, Wire] = {}
    for slug, value in answer.sent.items():
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
        take_fields(sync_pass, connection, table_map, mine.record, normalised)
    agree(connection, table_map.slug, [Agreement(mine.record, answer.remote.id, base, clean=False)])
    unsent_fields.clear_rejections(connection, table_map.slug, mine.record, answer.sent)
    unsent_fields.count_pushes(connection, table_map.slug, mine.record, answer.sent)
    news = replace(theirs, fields={slug: base[slug] for slug in base if slug not in theirs.fields} | theirs.fields)
    agreed = SyncRecord(mine.record, answer.remote.id, base, touched=True, deleted=mine.deleted, extra=mine.extra)
    merge_known(sync_pass, connection, table_map, agreed, news)
