"""The push of what is new and what was changed; each request written down before it is sent, settled by its answer."""

from collections.abc import Iterator, Sequence
from typing import TypeVar

from journeydesk.domain.catalogue import BY_SLUG
from journeydesk.domain.ids import RecordId, RemoteId
from journeydesk.storage.engine.connection import Connection
from journeydesk.storage.records import unsent_fields as cells
from journeydesk.storage.sync import conflicts
from journeydesk.storage.sync import state as sync_state
from journeydesk.storage.sync.state import Snapshot, SyncRecord
from journeydesk.storage.sync.table_maps import TableMap
from journeydesk.sync.acknowledge import acknowledge
from journeydesk.sync.gone import is_gone, settle_gone
from journeydesk.sync.merging import merge_records
from journeydesk.sync.plan import changed_fields
from journeydesk.sync.ports import BATCH, PAGE, RecordRefused, RemoteRecord, SchemaChanged
from journeydesk.sync.refusals import guilty
from journeydesk.sync.snapshots import body
from journeydesk.sync.work import Work

Item = tuple[RecordId, RemoteId | None, str, Snapshot]
"""Local id, remote id, key, and the fields that are sent."""

T = TypeVar("T")


def batches(items: Sequence[T], size: int) -> Iterator[Sequence[T]]:
    """The items in runs of `size`."""
    for start in range(0, len(items), size):
        yield items[start : start + size]


def push_creates_and_updates(work: Work, slug: str) -> None:
    """Sends what is new here, then what was changed here, of one table."""
    table_map = work.maps[slug]
    if table_map.key_field is not None:
        _push_new(work, table_map)
    _push_changed(work, table_map)


def _push_new(work: Work, table_map: TableMap) -> None:
    new = [record for record in _candidates(work, table_map.slug) if record.remote_id is None]
    for group in batches([record for record in new if record.tried], BATCH):
        look_up(work, table_map, group)
    for group in batches(_with_own_key(work, table_map, new), BATCH):
        items = pending_items(work, table_map, _again(work, table_map.slug, group, sent=False))
        if items:
            _send(work, table_map, "create", items)


def _with_own_key(work: Work, table_map: TableMap, new: Sequence[SyncRecord]) -> list[SyncRecord]:
    """Leaves out records whose key another record here has: creating is by key, so they would overwrite that one."""
    if not new:
        return []
    slug = table_map.slug
    with work.database.read() as connection:
        keys = sync_state.keys_of(connection, slug, [record.record for record in new])
        owners = sync_state.owners_of_keys(connection, slug, list(keys.values()))
    good = []
    for record in new:
        if owners.get(keys.get(record.record, "")) == record.record:
            good.append(record)
        elif not record.cells.keeps(cells.WHOLE, None):
            reason = f"another record here has the key {keys.get(record.record)}; give this one a key of its own, or delete one"
            with work.database.write() as connection:
                cells.refuse(connection, slug, record.record, {cells.WHOLE: (None, reason)})
            work.tally.problems.append(f"{BY_SLUG[slug].name}: {reason}")
    return good


def _push_changed(work: Work, table_map: TableMap) -> None:
    known = [record for record in _candidates(work, table_map.slug) if record.remote_id is not None]
    waiting = {item[0] for group in batches(known, PAGE) for item in pending_items(work, table_map, group)}
    for group in batches([record for record in known if record.record in waiting], PAGE):
        read = read_before(work, table_map, group)
        for part in batches(pending_items(work, table_map, _again(work, table_map.slug, read, sent=True)), BATCH):
            _send(work, table_map, "update", list(part))


def _candidates(work: Work, slug: str) -> list[SyncRecord]:
    with work.database.read() as connection:
        return [record for record in sync_state.touched(connection, slug) if not record.deleted]


def _again(work: Work, slug: str, group: Sequence[SyncRecord], *, sent: bool) -> list[SyncRecord]:
    """These records as they are now: what was read meanwhile may have changed, settled or dropped them."""
    with work.database.read() as connection:
        found = sync_state.of_records(connection, slug, [record.record for record in group])
    return [one for one in found.values() if one.touched and not one.deleted and (one.remote_id is not None) == sent]


def look_up(work: Work, table_map: TableMap, group: Sequence[SyncRecord]) -> None:
    """Records that were sent without an answer are looked for by their key right before they would be sent again."""
    assert table_map.key_field is not None
    key_field = table_map.key_field
    with work.database.read() as connection:
        keys = list(sync_state.keys_of(connection, table_map.slug, [record.record for record in group]).values())
    found = work.read(lambda: work.remote.find(table_map.table_id, key_field, keys, table_map.asked))
    if found:
        with work.database.write() as connection:
            merge_records(work, connection, table_map, found)


def read_before(work: Work, table_map: TableMap, group: Sequence[SyncRecord]) -> list[SyncRecord]:
    """What is about to be overwritten is read and merged first, so that only our own fields are. Returns those that were read:
    one that the listing left out though it is there has to wait for the next pass."""
    ids = [record.remote_id for record in group if record.remote_id]
    found = work.read(lambda: work.remote.fetch(table_map.table_id, ids, table_map.asked))
    present = {record.id for record in found}
    with work.database.write() as connection:
        merge_records(work, connection, table_map, found)
    for record in group:
        if record.remote_id and record.remote_id not in present and is_gone(work, table_map, record.remote_id):
            with work.database.write() as connection:
                settle_gone(work, connection, BY_SLUG[table_map.slug], record.record)
    return [record for record in group if record.remote_id in present]


def pending_items(work: Work, table_map: TableMap, group: Sequence[SyncRecord]) -> list[Item]:
    """Each record's fields that differ from its base and that nothing keeps here; one without any loses its touched mark."""
    spec = BY_SLUG[table_map.slug]
    items: list[Item] = []
    clean: list[RecordId] = []
    with work.database.read() as connection:
        for record in group:
            base = record.base if record.remote_id else {}
            local, waiting = sync_state.local_snapshot(connection, spec, record.record, base)
            held = conflicts.held_fields(connection, spec.slug, record.record)
            if conflicts.WHOLE in held or record.cells.keeps(cells.WHOLE, None):
                continue
            differing = {
                slug: value
                for slug, value in changed_fields(base, local).items()
                if slug not in waiting and slug in table_map.fields
            }
            changes = {
                slug: value for slug, value in differing.items() if slug not in held and not record.cells.keeps(slug, value)
            }
            if not record.remote_id and "key" not in changes:
                continue
            if changes:
                items.append((record.record, record.remote_id, str(local.get("key") or ""), changes))
            elif not differing and not waiting and not held:
                clean.append(record.record)
    if clean:
        with work.database.write(counted=False) as connection:
            for lid in clean:
                sync_state.settle_touched(connection, spec.slug, lid)
    return items


def _send(work: Work, table_map: TableMap, op: str, items: Sequence[Item]) -> None:
    """One request for up to ten records; a refusal of the batch is traced to the record, then to the cell that caused it."""
    with work.database.write() as connection:
        if op == "update":
            items = _guarded(connection, table_map, items)
            if not items:
                return
        else:
            sync_state.mark_tried(connection, table_map.slug, [item[0] for item in items])
        intent = sync_state.write_intent(connection, op, table_map.slug, items, work.now())
    work.seam("after intent")
    try:
        answered = work.write(lambda: _request(work, table_map, op, items))
    except RecordRefused as refused:
        with work.database.write() as connection:
            _nothing_happened(connection, table_map.slug, op, items, intent)
        _after_refusal(work, table_map, op, items, refused)
        return
    except SchemaChanged:
        with work.database.write() as connection:
            _nothing_happened(connection, table_map.slug, op, items, intent)
        raise
    with work.database.write() as connection:
        for item, record in zip(items, answered, strict=True):
            acknowledge(work, connection, table_map, item[0], item[3], record)
        sync_state.drop_intent(connection, intent)
    work.seam("after acknowledge")
    work.sent(len(items), table_map.slug)


def _nothing_happened(connection: Connection, slug: str, op: str, items: Sequence[Item], intent: int) -> None:
    sync_state.drop_intent(connection, intent)
    if op == "create":
        for item in items:
            sync_state.unmark_tried(connection, slug, item[0])


def _guarded(connection: Connection, table_map: TableMap, items: Sequence[Item]) -> list[Item]:
    """Takes out values that were sent three times without anybody's edit: something there changes them back each time."""
    left: list[Item] = []
    for record, remote, key, sent in items:
        again = cells.sent_too_often(connection, table_map.slug, record, sent)
        if again:
            reason = "something in Airtable changes it back each time; look for an automation there"
            cells.refuse(connection, table_map.slug, record, {slug: (sent[slug], reason) for slug in again})
        rest = {slug: value for slug, value in sent.items() if slug not in again}
        if rest:
            left.append((record, remote, key, rest))
    return left


def _request(work: Work, table_map: TableMap, op: str, items: Sequence[Item]) -> list[RemoteRecord]:
    bodies = [body(table_map, sent) for _, _, _, sent in items]
    if op == "create":
        assert table_map.key_field is not None
        return work.remote.upsert(table_map.table_id, table_map.key_field, bodies)
    return work.remote.patch(
        table_map.table_id,
        [RemoteRecord(RemoteId(str(item[1])), fields) for item, fields in zip(items, bodies, strict=True)],
    )


def _after_refusal(work: Work, table_map: TableMap, op: str, items: Sequence[Item], refused: RecordRefused) -> None:
    if len(items) > 1:
        middle = len(items) // 2
        _send(work, table_map, op, items[:middle])
        _send(work, table_map, op, items[middle:])
        return
    record, remote, key, sent = items[0]
    if remote is not None and is_gone(work, table_map, remote):
        with work.database.write() as connection:
            settle_gone(work, connection, BY_SLUG[table_map.slug], record)
        return
    if remote is None and _is_there_already(work, table_map, key):
        return
    bad = guilty(table_map, sent, refused.reason)
    if bad:
        _set_aside(work, table_map, items[0], {slug: (sent[slug], refused.reason) for slug in bad}, refused)
        rest = {slug: value for slug, value in sent.items() if slug not in bad}
    elif remote is None and len(sent) > 1:
        # Only what names it: the rest follows as an edit, which can be traced cell by cell.
        rest = {"key": sent["key"]}
    elif len(sent) == 1:
        slug = next(iter(sent)) if remote is not None else cells.WHOLE
        _set_aside(work, table_map, items[0], {slug: (sent.get(slug), refused.reason)}, refused)
        return
    else:
        names = sorted(sent)
        for part in (names[: len(names) // 2], names[len(names) // 2 :]):
            _send(work, table_map, op, [(record, remote, key, {slug: sent[slug] for slug in part})])
        return
    if rest and (remote is not None or "key" in rest):
        _send(work, table_map, op, [(record, remote, key, rest)])


def _is_there_already(work: Work, table_map: TableMap, key: str) -> bool:
    """A creation is also refused where several records there have its key: then they are taken in, the oldest as ours."""
    assert table_map.key_field is not None
    key_field = table_map.key_field
    found = work.read(lambda: work.remote.find(table_map.table_id, key_field, [key], table_map.asked))
    if len(found) < 2:
        return False
    with work.database.write() as connection:
        merge_records(work, connection, table_map, found)
    return True


def _set_aside(work: Work, table_map: TableMap, item: Item, bad: dict[str, tuple[object, str]], refused: RecordRefused) -> None:
    with work.database.write() as connection:
        cells.refuse(connection, table_map.slug, item[0], bad)  # type: ignore[arg-type]
    spec = BY_SLUG[table_map.slug]
    names = ", ".join(spec.by_slug[slug].name for slug in sorted(bad) if slug in spec.by_slug)
    where = f"{spec.name} {item[2]}, {names}" if names else f"{spec.name} {item[2]}"
    work.tally.problems.append(f"{where}: {refused.reason}")
    work.tally.kinds.add("sync")
