"""The push: creates, then updates, then deletes; each request written down before it is sent, settled by its answer."""

from collections.abc import Iterator, Sequence
from typing import TypeVar

from journeydesk.domain.catalogue import BY_SLUG, TableSpec
from journeydesk.domain.ids import RecordId, RemoteId
from journeydesk.domain.values import Wire, canonical, from_wire
from journeydesk.storage import sync_state
from journeydesk.storage.connection import Connection
from journeydesk.storage.records import Author, update
from journeydesk.storage.sync_state import Snapshot, SyncRecord, TableMap
from journeydesk.sync.plan import changed_fields
from journeydesk.sync.ports import BATCH, PAGE, RecordRefused, RemoteRecord
from journeydesk.sync.pull import merge_records, settle_gone, snapshot_of
from journeydesk.sync.work import Work

Item = tuple[RecordId, RemoteId | None, str, Snapshot]
T = TypeVar("T")


def batches(items: Sequence[T], size: int) -> Iterator[Sequence[T]]:
    """The items in runs of `size`."""
    for start in range(0, len(items), size):
        yield items[start : start + size]


def push_creates_and_updates(work: Work, slug: str) -> None:
    """Sends what is new here, then what was changed here, of one table."""
    spec, table_map = BY_SLUG[slug], work.maps[slug]
    new: list[SyncRecord] = []
    known: list[SyncRecord] = []
    with work.database.read() as connection:
        candidates = [r for r in sync_state.touched(connection, slug) if not r.deleted and r.quarantine is None]
    for record in candidates:
        (known if record.remote_id else new).append(record)
    for group in batches(new, BATCH):
        items = _pending(work, spec, table_map, group)
        if items:
            _send(work, table_map, "create", items)
    for group in batches(known, PAGE):
        if not _pending(work, spec, table_map, group):
            continue
        _read_before(work, table_map, group)
        for part in batches(_pending(work, spec, table_map, _again(work, slug, group)), BATCH):
            _send(work, table_map, "update", list(part))


def _again(work: Work, slug: str, group: Sequence[SyncRecord]) -> list[SyncRecord]:
    wanted = {record.record for record in group}
    with work.database.read() as connection:
        return [r for r in sync_state.touched(connection, slug) if r.record in wanted and not r.deleted and r.remote_id]


def _read_before(work: Work, table_map: TableMap, group: Sequence[SyncRecord]) -> None:
    """What is about to be overwritten is read and merged first, so that only our own fields are."""
    ids = [record.remote_id for record in group if record.remote_id]
    found = work.read(lambda: work.remote.fetch(table_map.table_id, ids))
    present = {record.id for record in found}
    with work.database.write() as connection:
        merge_records(work, connection, table_map, found)
    spec = BY_SLUG[table_map.slug]
    for record in group:
        remote = record.remote_id
        if remote is None or remote in present:
            continue
        if work.read(lambda remote=remote: work.remote.get(table_map.table_id, remote)) is None:  # type: ignore[misc]
            with work.database.write() as connection:
                settle_gone(work, connection, spec, record.record)


def _pending(work: Work, spec: TableSpec, table_map: TableMap, group: Sequence[SyncRecord]) -> list[Item]:
    """Each record's fields that differ from its base and are not held; a record without any loses its touched mark."""
    items: list[Item] = []
    clean: list[RecordId] = []
    with work.database.read() as connection:
        for record in group:
            local, waiting = sync_state.local_snapshot(connection, spec, record.record)
            held = sync_state.held_fields(connection, spec.slug, record.record)
            if "*" in held:
                continue
            changes = {
                slug: value
                for slug, value in changed_fields(record.base, local).items()
                if slug not in held and slug not in waiting and slug in table_map.fields
            }
            if changes:
                items.append((record.record, record.remote_id, str(local.get("key") or ""), changes))
            elif not held and not waiting and record.remote_id:
                clean.append(record.record)
    if clean:
        with work.database.write() as connection:
            for lid in clean:
                sync_state.settle_touched(connection, spec.slug, lid)
    return items


def _send(work: Work, table_map: TableMap, op: str, items: Sequence[Item]) -> None:
    """One request for up to ten records; a refusal of the batch is traced to the record that caused it."""
    with work.database.write() as connection:
        intent = sync_state.write_intent(connection, op, table_map.slug, items, work.now())
    work.seam("after intent")
    try:
        answered = work.write(lambda: _request(work, table_map, op, items))
    except RecordRefused as refused:
        with work.database.write() as connection:
            sync_state.drop_intent(connection, intent)
            if len(items) == 1:
                sync_state.quarantine(connection, table_map.slug, items[0][0], refused.reason)
                work.tally.problems.append(f"{BY_SLUG[table_map.slug].name} {items[0][2]}: {refused.reason}")
                work.tally.kinds.add("sync")
        if len(items) > 1:
            middle = len(items) // 2
            _send(work, table_map, op, items[:middle])
            _send(work, table_map, op, items[middle:])
        return
    with work.database.write() as connection:
        for item, record in zip(items, answered, strict=True):
            acknowledge(work, connection, table_map, item, record)
        sync_state.drop_intent(connection, intent)
    work.seam("after acknowledge")
    work.tally.pushed += len(items)
    work.tally.kinds |= {table_map.slug, "sync"}


def _request(work: Work, table_map: TableMap, op: str, items: Sequence[Item]) -> list[RemoteRecord]:
    bodies = [{table_map.fields[slug]: value for slug, value in sent.items()} for _, _, _, sent in items]
    if op == "create":
        return work.remote.upsert(table_map.table_id, table_map.key_field, bodies)
    return work.remote.patch(
        table_map.table_id, [RemoteRecord(RemoteId(str(item[1])), body) for item, body in zip(items, bodies, strict=True)]
    )


def acknowledge(work: Work, connection: Connection, table_map: TableMap, item: Item, answer: RemoteRecord) -> None:
    """The ack rule of SYNC section 1: the reply becomes the base of each sent field, and ours only where ours is still
    what was sent; an edit made meanwhile stays pending."""
    spec = BY_SLUG[table_map.slug]
    record, _, _, sent = item
    theirs = snapshot_of(table_map, answer)
    row = connection.exec_driver_sql(
        "SELECT base FROM sync_record WHERE table_slug = ? AND lid = ?", (table_map.slug, record)
    ).first()
    if row is None:
        return
    known = sync_state.by_remote_id(connection, table_map.slug, [answer.id]).get(answer.id)
    base: Snapshot = dict(known.base) if known else {}
    local, waiting = sync_state.local_snapshot(connection, spec, record)
    adopt: dict[str, Wire] = {}
    for slug, value in sent.items():
        reply = theirs.get(slug)
        if canonical(spec.by_slug[slug], value) == local.get(slug) and reply != local.get(slug):
            adopt[slug] = reply
        _put(base, slug, reply)
    if not known:
        # A record made just now holds nothing that we did not send; the rest of the reply is news, merged like any other.
        for slug, value in theirs.items():
            if slug not in sent and slug not in local:
                _put(base, slug, value)
                adopt[slug] = value
    if adopt:
        values = {
            slug: from_wire(spec.by_slug[slug], value, lambda s, r: sync_state.record_of_remote(connection, s, r))
            for slug, value in adopt.items()
            if slug != "key" or value
        }
        update(connection, table_map.slug, record, values, Author("Airtable", work.now(), "sync"))
        local, waiting = sync_state.local_snapshot(connection, spec, record)
    clean = not waiting and not changed_fields(base, local)
    sync_state.agree(connection, table_map.slug, record, answer.id, base, clean)


def _put(snapshot: Snapshot, slug: str, value: Wire) -> None:
    if value is None:
        snapshot.pop(slug, None)
    else:
        snapshot[slug] = value


def push_deletes(work: Work, slug: str) -> None:
    """Deletes there what was deleted here, unless it was edited there meanwhile."""
    spec, table_map = BY_SLUG[slug], work.maps[slug]
    with work.database.read() as connection:
        marked = [r for r in sync_state.touched(connection, slug) if r.deleted]
    for record in [r for r in marked if r.remote_id is None]:
        with work.database.write() as connection:
            sync_state.forget(connection, slug, record.record, "user", work.now())
    for group in batches([r for r in marked if r.remote_id is not None], BATCH):
        _read_before(work, table_map, group)
        with work.database.read() as connection:
            still = [r for r in sync_state.touched(connection, slug) if r.deleted and r.record in {g.record for g in group}]
        items: list[Item] = [(r.record, r.remote_id, "", {}) for r in still]
        if items:
            _send_delete(work, spec, table_map, items)


def _send_delete(work: Work, spec: TableSpec, table_map: TableMap, items: Sequence[Item]) -> None:
    with work.database.write() as connection:
        intent = sync_state.write_intent(connection, "delete", spec.slug, items, work.now())
    work.seam("after intent")
    ids = [RemoteId(str(item[1])) for item in items]
    work.write(lambda: work.remote.delete(table_map.table_id, ids))
    with work.database.write() as connection:
        for item in items:
            sync_state.forget(connection, spec.slug, item[0], "user", work.now())
        sync_state.drop_intent(connection, intent)
    work.seam("after acknowledge")
    work.tally.deleted += len(items)
    work.tally.kinds |= {spec.slug, "sync"}
