"""The push of deletes: after a fresh look, never many at once without a person's word, and undone by any remote edit."""

from collections.abc import Iterator, Sequence

from journeydesk.domain.catalogue import BY_SLUG
from journeydesk.domain.ids import RemoteId
from journeydesk.domain.words import figure, tr
from journeydesk.storage.records import tombstones, unsent_fields
from journeydesk.storage.sync import notes as sync_notes
from journeydesk.storage.sync.intents import drop_intent, write_intent
from journeydesk.storage.sync.meta import get_meta, set_meta
from journeydesk.storage.sync.remote_ids import remote_count
from journeydesk.storage.sync.sync_records import SyncRecord, keys_of, sync_records
from journeydesk.storage.sync.table_maps import TableMap
from journeydesk.sync.batches import batches
from journeydesk.sync.creatable import look_up
from journeydesk.sync.plan import too_many_gone
from journeydesk.sync.ports import RecordRefused
from journeydesk.sync.push import Item, read_before
from journeydesk.sync.remote_deletes import is_deleted_remotely
from journeydesk.sync.sync_pass import SyncPass
from journeydesk.sync.touched import as_they_are, touched

ASKED_LOCAL_DELETES = "asked deleted here:"
"""Meta key by table slug: of how many deletes a person was asked."""

CONFIRMED_LOCAL_DELETES = "confirmed deleted here:"
"""Meta key by table slug: how many deletes a person said may be sent."""


def push_deletes(sync_pass: SyncPass, slug: str) -> None:
    """Deletes from the remote what was deleted locally, unless it was edited there meanwhile."""
    table_map = sync_pass.maps[slug]
    _drop_unsent(sync_pass, table_map, list(_marked(sync_pass, slug, sent=False)))
    sent = [record.record for record in _marked(sync_pass, slug, sent=True)]
    if not _may_send(sync_pass, slug, len(sent)):
        return
    for group in batches(sent, sync_pass.remote.limits.page):
        marked = as_they_are(sync_pass, slug, group, sent=True, deleted=True)
        read = [record.record for record in read_before(sync_pass, table_map, marked)]
        for part in batches(read, sync_pass.remote.limits.batch):
            with sync_pass.database.read() as connection:
                now = sync_records(connection, slug, part)
                keys = keys_of(connection, slug, part)
            items: list[Item] = [
                (record.record, record.remote_id, keys[record.record], {}) for record in now.values() if record.deleted
            ]
            if items:
                _send(sync_pass, table_map, items)
    # A yes is for these deletes; the next many are asked about again.
    _settle_question(sync_pass, slug)


def _marked(sync_pass: SyncPass, slug: str, *, sent: bool) -> Iterator[SyncRecord]:
    marked = touched(sync_pass, slug, sent=sent, deleted=True)
    return (record for record in marked if not record.unsent.keeps(unsent_fields.WHOLE, None))


def _drop_unsent(sync_pass: SyncPass, table_map: TableMap, records: Sequence[SyncRecord]) -> None:
    """What never left this computer needs no delete elsewhere; what may have is looked for by its key first."""
    if table_map.key_field is not None:
        for group in batches([record for record in records if record.tried], sync_pass.remote.limits.page):
            look_up(sync_pass, table_map, group)
    for group in batches(records, sync_pass.remote.limits.page):
        with sync_pass.database.write() as connection:
            now = sync_records(connection, table_map.slug, [record.record for record in group]).values()
            unsent = [record.record for record in now if record.remote_id is None and record.deleted]
            tombstones.forget(connection, table_map.slug, unsent, tombstones.HERE, sync_pass.now())


def _may_send(sync_pass: SyncPass, slug: str, count: int) -> bool:
    with sync_pass.database.read() as connection:
        known = remote_count(connection, slug) if count else 0
        allowed = get_meta(connection, CONFIRMED_LOCAL_DELETES + slug)
    spec = BY_SLUG[slug]
    if not too_many_gone(count, known) or (allowed is not None and count <= int(allowed)):
        return True
    text = tr(
        "{count} of {known} records of {name} were deleted here at once. Nothing was deleted in {name_2} "
        "yet. Confirm it in the sync details, or undo the delete.",
        count=figure(count),
        known=figure(known),
        name=spec.name,
        name_2=sync_pass.remote.name,
    )
    with sync_pass.database.write() as connection:
        set_meta(connection, ASKED_LOCAL_DELETES + slug, str(count))
        sync_pass.notify(connection, sync_notes.MASS_LOCAL_DELETE, slug, None, text)
    return False


def _settle_question(sync_pass: SyncPass, slug: str) -> None:
    with sync_pass.database.read() as connection:
        asked = [get_meta(connection, name + slug) for name in (ASKED_LOCAL_DELETES, CONFIRMED_LOCAL_DELETES)]
    if asked == [None, None]:
        return
    with sync_pass.database.write() as connection:
        for name in (ASKED_LOCAL_DELETES, CONFIRMED_LOCAL_DELETES):
            set_meta(connection, name + slug, None)
        sync_notes.settle(connection, sync_notes.MASS_LOCAL_DELETE, slug, sync_pass.now())


def _send(sync_pass: SyncPass, table_map: TableMap, items: Sequence[Item]) -> None:
    slug = table_map.slug
    with sync_pass.database.write() as connection:
        intent = write_intent(connection, "delete", slug, items, sync_pass.now())
    sync_pass.seam("after intent")
    ids = [RemoteId(str(item[1])) for item in items]
    try:
        sync_pass.write(lambda: sync_pass.remote.delete(table_map.table_id, ids))
    except RecordRefused as refused:
        with sync_pass.database.write() as connection:
            drop_intent(connection, intent)
        _after_refusal(sync_pass, table_map, items, refused)
        return
    with sync_pass.database.write() as connection:
        tombstones.forget(connection, slug, [item[0] for item in items], tombstones.HERE, sync_pass.now())
        drop_intent(connection, intent)
    sync_pass.seam("after acknowledge")
    sync_pass.tally.deleted += len(items)
    sync_pass.tally.kinds |= {slug, "sync"}


def _after_refusal(sync_pass: SyncPass, table_map: TableMap, items: Sequence[Item], refused: RecordRefused) -> None:
    if len(items) > 1:
        middle = len(items) // 2
        _send(sync_pass, table_map, items[:middle])
        _send(sync_pass, table_map, items[middle:])
        return
    record, remote, key, _ = items[0]
    gone = is_deleted_remotely(sync_pass, table_map, RemoteId(str(remote)))
    with sync_pass.database.write() as connection:
        if gone:
            tombstones.forget(connection, table_map.slug, [record], tombstones.HERE, sync_pass.now())
        else:
            unsent_fields.reject(connection, table_map.slug, record, {unsent_fields.WHOLE: (None, refused.reason)})
            sync_pass.tally.problems.append(f"{BY_SLUG[table_map.slug].name} {key}: {refused.reason}")
