"""The push of deletes: after a fresh look, never many at once without a person's word, and undone by any edit there."""

from collections.abc import Sequence

from journeydesk.domain.catalogue import BY_SLUG
from journeydesk.domain.ids import RemoteId
from journeydesk.storage.records import tombstones
from journeydesk.storage.records import unsent_fields as cells
from journeydesk.storage.sync import notes as sync_notes
from journeydesk.storage.sync import state as sync_state
from journeydesk.storage.sync.state import SyncRecord
from journeydesk.storage.sync.table_maps import TableMap
from journeydesk.sync.gone import is_gone
from journeydesk.sync.plan import too_many_gone
from journeydesk.sync.ports import BATCH, RecordRefused
from journeydesk.sync.push import Item, batches, look_up, read_before
from journeydesk.sync.work import Work

CONFIRMED_HERE = "confirmed deleted here:"
"""Meta key by table slug: how many deletes a person said may be sent."""


def push_deletes(work: Work, slug: str) -> None:
    """Deletes there what was deleted here, unless it was edited there meanwhile."""
    table_map = work.maps[slug]
    marked = [record for record in _marked(work, slug) if not record.cells.keeps(cells.WHOLE, None)]
    _drop_unsent(work, table_map, [record for record in marked if record.remote_id is None])
    sent = [record for record in _marked(work, slug) if record.remote_id and not record.cells.keeps(cells.WHOLE, None)]
    if not _may_send(work, slug, len(sent)):
        return
    for group in batches(sent, BATCH):
        read = [record.record for record in read_before(work, table_map, group)]
        with work.database.read() as connection:
            now = sync_state.of_records(connection, slug, read)
            keys = sync_state.keys_of(connection, slug, read)
            items: list[Item] = [(one.record, one.remote_id, keys[one.record], {}) for one in now.values() if one.deleted]
        if items:
            _send(work, table_map, items)


def _marked(work: Work, slug: str) -> list[SyncRecord]:
    with work.database.read() as connection:
        return [record for record in sync_state.touched(connection, slug) if record.deleted]


def _drop_unsent(work: Work, table_map: TableMap, records: Sequence[SyncRecord]) -> None:
    """What never left this computer needs no delete elsewhere; what may have is looked for by its key first."""
    if table_map.key_field is not None:
        for group in batches([record for record in records if record.tried], BATCH):
            look_up(work, table_map, group)
    for record in records:
        with work.database.write() as connection:
            found = sync_state.of_records(connection, table_map.slug, [record.record]).get(record.record)
            if found is not None and found.remote_id is None and found.deleted:
                tombstones.forget(connection, table_map.slug, record.record, "here", work.now())


def _may_send(work: Work, slug: str, count: int) -> bool:
    with work.database.read() as connection:
        known = len(sync_state.all_remote_ids(connection, slug))
        allowed = sync_state.get_meta(connection, CONFIRMED_HERE + slug)
    spec = BY_SLUG[slug]
    if not too_many_gone(count, known):
        if allowed is not None:
            with work.database.write() as connection:
                sync_state.set_meta(connection, CONFIRMED_HERE + slug, None)
                sync_notes.settle(connection, sync_notes.MASS_DELETE_HERE, slug, work.now())
        return True
    if allowed is not None and count <= int(allowed):
        return True
    text = (
        f"{count:,} of {known:,} records of {spec.name} were deleted here at once. Nothing was deleted in Airtable yet. "
        "Confirm it in the sync details, or undo the delete."
    )
    with work.database.write() as connection:
        work.tell(connection, sync_notes.MASS_DELETE_HERE, slug, None, text)
    return False


def _send(work: Work, table_map: TableMap, items: Sequence[Item]) -> None:
    slug = table_map.slug
    with work.database.write() as connection:
        intent = sync_state.write_intent(connection, "delete", slug, items, work.now())
    work.seam("after intent")
    ids = [RemoteId(str(item[1])) for item in items]
    try:
        work.write(lambda: work.remote.delete(table_map.table_id, ids))
    except RecordRefused as refused:
        with work.database.write() as connection:
            sync_state.drop_intent(connection, intent)
        _after_refusal(work, table_map, items, refused)
        return
    with work.database.write() as connection:
        for item in items:
            tombstones.forget(connection, slug, item[0], "here", work.now())
        sync_state.drop_intent(connection, intent)
    work.seam("after acknowledge")
    work.tally.deleted += len(items)
    work.tally.kinds |= {slug, "sync"}


def _after_refusal(work: Work, table_map: TableMap, items: Sequence[Item], refused: RecordRefused) -> None:
    if len(items) > 1:
        middle = len(items) // 2
        _send(work, table_map, items[:middle])
        _send(work, table_map, items[middle:])
        return
    record, remote, key, _ = items[0]
    gone = is_gone(work, table_map, RemoteId(str(remote)))
    with work.database.write() as connection:
        if gone:
            tombstones.forget(connection, table_map.slug, record, "here", work.now())
        else:
            cells.refuse(connection, table_map.slug, record, {cells.WHOLE: (None, refused.reason)})
            work.tally.problems.append(f"{BY_SLUG[table_map.slug].name} {key}: {refused.reason}")
