"""The records that may have something pending, read a page at a time: what was agreed of thousands is many megabytes."""

from collections.abc import Iterator, Sequence

from journeydesk.domain.ids import RecordId
from journeydesk.storage.sync.sync_records import SyncRecord, sync_records, touched_ids
from journeydesk.sync.batches import batches
from journeydesk.sync.sync_pass import SyncPass


def touched(sync_pass: SyncPass, slug: str, *, sent: bool, deleted: bool = False) -> Iterator[SyncRecord]:
    """Those of a table that the remote has (`sent`) or has not, and that were `deleted` here or were not; each as it is when its page is
    read, and none that was settled or dropped by then."""
    with sync_pass.database.read() as connection:
        ids = touched_ids(connection, slug, sent=sent, deleted=deleted)
    for group in batches(ids, sync_pass.remote.limits.page):
        yield from as_they_are(sync_pass, slug, group, sent=sent, deleted=deleted)


def as_they_are(
    sync_pass: SyncPass, slug: str, records: Sequence[RecordId], *, sent: bool, deleted: bool = False
) -> list[SyncRecord]:
    """These records as they are now: what was read meanwhile may have changed, settled or dropped them."""
    with sync_pass.database.read() as connection:
        found = sync_records(connection, slug, records)
    return [
        record
        for record in found.values()
        if record.touched and record.deleted == deleted and (record.remote_id is not None) == sent
    ]
