"""The push of what is new and what was changed; each request written down before it is sent, settled by its answer."""

from collections.abc import Mapping, Sequence

from journeydesk.domain.catalogue import BY_SLUG, TableSpec
from journeydesk.domain.ids import RecordId, RemoteId
from journeydesk.domain.values import Wire
from journeydesk.domain.words import tr
from journeydesk.storage.engine.connection import Connection
from journeydesk.storage.records import unsent_fields
from journeydesk.storage.sync import conflicts
from journeydesk.storage.sync.bases import clear_touched, mark_tried, unmark_tried
from journeydesk.storage.sync.intents import drop_intent, write_intent
from journeydesk.storage.sync.local_snapshots import Snapshot, local_snapshots
from journeydesk.storage.sync.sync_records import SyncRecord, keys_of, sync_records
from journeydesk.storage.sync.table_maps import TableMap
from journeydesk.sync.acknowledgement import Answer, acknowledge, fields_named_in
from journeydesk.sync.arrivals import merge_page
from journeydesk.sync.batches import batches
from journeydesk.sync.creatable import creatable, with_owner
from journeydesk.sync.names.current_options import check_sent
from journeydesk.sync.plan import DERIVED_KEYS, changed_fields
from journeydesk.sync.ports import RecordRefused, RemoteRecord, SchemaChanged
from journeydesk.sync.remote_deletes import is_deleted_remotely, settle_remote_deletes
from journeydesk.sync.remote_snapshot import remote_fields, why_unwritable
from journeydesk.sync.sync_pass import SyncPass
from journeydesk.sync.touched import as_they_are, touched
from journeydesk.sync.unknown_outcome import ask_whether_it_arrived

Item = tuple[RecordId, RemoteId | None, str, Snapshot]
"""Local id, remote id, key, and the fields that are sent."""


def push_creates_and_updates(sync_pass: SyncPass, slug: str) -> None:
    """Sends what is new locally, then what was changed locally, of one table."""
    table_map = sync_pass.maps[slug]
    if table_map.key_field is not None:
        _push_new(sync_pass, table_map)
    elif table_map.keyless and slug not in DERIVED_KEYS:
        _push_new_without_key(sync_pass, table_map)
    _push_changed(sync_pass, table_map)


def _push_new(sync_pass: SyncPass, table_map: TableMap) -> None:
    new = touched(sync_pass, table_map.slug, sent=False)
    for group in batches(creatable(sync_pass, table_map, new), sync_pass.remote.limits.batch):
        items = pending_items(sync_pass, table_map, _again(sync_pass, table_map.slug, group, sent=False))
        if items:
            _send(sync_pass, table_map, "create", items)


def _push_new_without_key(sync_pass: SyncPass, table_map: TableMap) -> None:
    """One record to a request, and none that was sent before: without a key nothing tells whether it arrived."""
    new = list(touched(sync_pass, table_map.slug, sent=False))
    for record in (record for record in new if record.tried and not record.unsent.keeps(unsent_fields.WHOLE, None)):
        ask_whether_it_arrived(sync_pass, table_map.slug, record.record)
    for record in with_owner(sync_pass, table_map.slug, [record for record in new if not record.tried]):
        items = pending_items(sync_pass, table_map, _again(sync_pass, table_map.slug, [record], sent=False))
        if items:
            _send(sync_pass, table_map, "create", items)


def _push_changed(sync_pass: SyncPass, table_map: TableMap) -> None:
    slug, page = table_map.slug, sync_pass.remote.limits.page
    known = touched(sync_pass, slug, sent=True)
    waiting = sorted({item[0] for group in batches(known, page) for item in pending_items(sync_pass, table_map, group)})
    for ids in batches(waiting, page):
        read = read_before(sync_pass, table_map, as_they_are(sync_pass, slug, ids, sent=True))
        for part in batches(
            pending_items(sync_pass, table_map, _again(sync_pass, slug, read, sent=True)),
            sync_pass.remote.limits.batch,
        ):
            _send(sync_pass, table_map, "update", list(part))


def _again(sync_pass: SyncPass, slug: str, group: Sequence[SyncRecord], *, sent: bool) -> list[SyncRecord]:
    return as_they_are(sync_pass, slug, [record.record for record in group], sent=sent)


def read_before(sync_pass: SyncPass, table_map: TableMap, group: Sequence[SyncRecord]) -> list[SyncRecord]:
    """What is about to be overwritten is read and merged first, so that only our own fields are. Returns those that were read:
    one that the listing left out though it exists has to wait for the next pass."""
    ids = [record.remote_id for record in group if record.remote_id]
    fetched = sync_pass.read(lambda: sync_pass.remote.fetch(table_map.table_id, ids, table_map.asked))
    present = {record.id for record in fetched}
    merge_page(sync_pass, table_map, fetched)
    gone = [
        record.record
        for record in group
        if record.remote_id and record.remote_id not in present and is_deleted_remotely(sync_pass, table_map, record.remote_id)
    ]
    if gone:
        with sync_pass.database.write() as connection:
            settle_remote_deletes(sync_pass, connection, BY_SLUG[table_map.slug], gone)
    return [record for record in group if record.remote_id in present]


def pending_items(sync_pass: SyncPass, table_map: TableMap, group: Sequence[SyncRecord]) -> list[Item]:
    """Each record's fields that differ from its base and that nothing keeps back; one without any loses its touched mark."""
    spec = BY_SLUG[table_map.slug]
    items: list[Item] = []
    clean: list[RecordId] = []
    unwritable: dict[RecordId, dict[str, tuple[Wire, str]]] = {}
    bases = {record.record: record.base if record.remote_id else {} for record in group}
    with sync_pass.database.read() as connection:
        snapshots = local_snapshots(connection, spec, bases)
        questions = conflicts.held_fields(connection, spec.slug, list(bases))
    for record in group:
        if record.record in snapshots:
            local, waiting = snapshots[record.record]
            base, held = bases[record.record], questions.get(record.record, frozenset())
            if conflicts.WHOLE in held or record.unsent.keeps(unsent_fields.WHOLE, None):
                continue
            differing = {
                slug: value
                for slug, value in changed_fields(base, local).items()
                if slug not in waiting and slug in table_map.fields and slug not in table_map.computed_there
            }
            changes = {
                slug: value for slug, value in differing.items() if slug not in held and not record.unsent.keeps(slug, value)
            }
            if record.remote_id and changes.get("key") == record.remote_id:
                # A record made there without a key is known here by its id; nothing is written into it for that.
                del changes["key"], differing["key"]
            reasons = {slug: reason for slug, value in changes.items() if (reason := why_unwritable(table_map, slug, value))}
            if reasons:
                unwritable[record.record] = {slug: (changes.pop(slug), reason) for slug, reason in reasons.items()}
            if not record.remote_id and "key" not in changes and not table_map.keyless:
                continue
            if changes:
                items.append((record.record, record.remote_id, str(local.get("key") or ""), changes))
            elif not differing and not waiting and not held:
                clean.append(record.record)
    if unwritable:
        _keep_back(sync_pass, spec, unwritable)
    if clean:
        with sync_pass.database.write(counted=False) as connection:
            clear_touched(connection, spec.slug, clean)
    return items


def _keep_back(sync_pass: SyncPass, spec: TableSpec, unwritable: Mapping[RecordId, Mapping[str, tuple[Wire, str]]]) -> None:
    """Values that the remote's fields cannot take are kept here with the reason, and said; everything else is sent."""
    with sync_pass.database.write() as connection:
        keys = keys_of(connection, spec.slug, list(unwritable))
        for record, fields in unwritable.items():
            unsent_fields.reject(connection, spec.slug, record, fields)
            for slug, (_, reason) in fields.items():
                sync_pass.tally.problems.append(f"{spec.name} {keys.get(record, '')}, {spec.by_slug[slug].name}: {reason}")
    sync_pass.tally.kinds.add("sync")


def _send(sync_pass: SyncPass, table_map: TableMap, op: str, items: Sequence[Item]) -> None:
    """One request for up to a batch of records; a refusal of the batch is traced to the record, then to the field that caused it."""
    check_sent(sync_pass, table_map, [item[3] for item in items])
    with sync_pass.database.write() as connection:
        if op == "update":
            items = _without_repeats(connection, table_map, items, sync_pass.remote.name)
            if not items:
                return
        else:
            mark_tried(connection, table_map.slug, [item[0] for item in items])
        intent = write_intent(connection, op, table_map.slug, items, sync_pass.now())
    sync_pass.seam("after intent")
    try:
        answered = sync_pass.write(lambda: _request(sync_pass, table_map, op, items))
    except RecordRefused as refused:
        with sync_pass.database.write() as connection:
            _nothing_happened(connection, table_map.slug, op, items, intent)
        _after_refusal(sync_pass, table_map, op, items, refused)
        return
    except SchemaChanged:
        with sync_pass.database.write() as connection:
            _nothing_happened(connection, table_map.slug, op, items, intent)
        raise
    with sync_pass.database.write() as connection:
        answers = [Answer(item[0], item[3], record) for item, record in zip(items, answered, strict=True)]
        acknowledge(sync_pass, connection, table_map, answers)
        drop_intent(connection, intent)
    sync_pass.seam("after acknowledge")
    sync_pass.sent(len(items), table_map.slug)


def _nothing_happened(connection: Connection, slug: str, op: str, items: Sequence[Item], intent: int) -> None:
    drop_intent(connection, intent)
    if op == "create":
        unmark_tried(connection, slug, [item[0] for item in items])


def _without_repeats(connection: Connection, table_map: TableMap, items: Sequence[Item], remote_name: str) -> list[Item]:
    """Takes out values that were sent three times without anybody's edit: something in the remote changes them back each time."""
    repeated = unsent_fields.sent_too_often(connection, table_map.slug, {item[0]: item[3] for item in items})
    reason = tr("something in {remote_name} changes it back each time; look for an automation there", remote_name=remote_name)
    left: list[Item] = []
    for record, remote, key, sent in items:
        names = repeated.get(record, set())
        if names:
            unsent_fields.reject(connection, table_map.slug, record, {slug: (sent[slug], reason) for slug in names})
        if rest := {slug: value for slug, value in sent.items() if slug not in names}:
            left.append((record, remote, key, rest))
    return left


def _request(sync_pass: SyncPass, table_map: TableMap, op: str, items: Sequence[Item]) -> list[RemoteRecord]:
    with sync_pass.database.read() as connection:
        known = sync_records(connection, table_map.slug, [item[0] for item in items]) if table_map.several else {}
    bodies = [
        remote_fields(table_map, sent, mine.extra if mine else None, mine.base if mine else None)
        for sent, mine in ((item[3], known.get(item[0])) for item in items)
    ]
    if op == "create":
        if table_map.key_field is None:
            return [sync_pass.remote.create(table_map.table_id, body) for body in bodies]
        return sync_pass.remote.upsert(table_map.table_id, table_map.key_field, bodies)
    return sync_pass.remote.patch(
        table_map.table_id,
        [RemoteRecord(RemoteId(str(item[1])), fields) for item, fields in zip(items, bodies, strict=True)],
    )


def _after_refusal(sync_pass: SyncPass, table_map: TableMap, op: str, items: Sequence[Item], refused: RecordRefused) -> None:
    if len(items) > 1:
        middle = len(items) // 2
        _send(sync_pass, table_map, op, items[:middle])
        _send(sync_pass, table_map, op, items[middle:])
        return
    record, remote, key, sent = items[0]
    if remote is not None and is_deleted_remotely(sync_pass, table_map, remote):
        with sync_pass.database.write() as connection:
            settle_remote_deletes(sync_pass, connection, BY_SLUG[table_map.slug], [record])
        return
    if remote is None and table_map.key_field is not None and _is_a_known_double(sync_pass, table_map, key):
        return
    bad = fields_named_in(table_map, sent, refused.reason)
    if bad:
        _reject(sync_pass, table_map, items[0], {slug: (sent[slug], refused.reason) for slug in bad}, refused)
        rest = {slug: value for slug, value in sent.items() if slug not in bad}
    elif remote is None and "key" in sent and len(sent) > 1:
        # Only what names it: the rest follows as an edit, which can be traced field by field.
        rest = {"key": sent["key"]}
    elif len(sent) == 1 or remote is None:
        slug = next(iter(sent)) if remote is not None else unsent_fields.WHOLE
        _reject(sync_pass, table_map, items[0], {slug: (sent.get(slug), refused.reason)}, refused)
        return
    else:
        names = sorted(sent)
        for part in (names[: len(names) // 2], names[len(names) // 2 :]):
            _send(sync_pass, table_map, op, [(record, remote, key, {slug: sent[slug] for slug in part})])
        return
    if rest and (remote is not None or table_map.keyless or "key" in rest):
        _send(sync_pass, table_map, op, [(record, remote, key, rest)])


def _is_a_known_double(sync_pass: SyncPass, table_map: TableMap, key: str) -> bool:
    """A creation is also refused where several remote records have its key: then they are taken in, the oldest as ours."""
    assert table_map.key_field is not None
    key_field = table_map.key_field
    records = sync_pass.read(lambda: sync_pass.remote.find(table_map.table_id, key_field, [key], table_map.asked))
    if len(records) < 2:
        return False
    merge_page(sync_pass, table_map, records)
    return True


def _reject(
    sync_pass: SyncPass, table_map: TableMap, item: Item, bad: dict[str, tuple[object, str]], refused: RecordRefused
) -> None:
    with sync_pass.database.write() as connection:
        unsent_fields.reject(connection, table_map.slug, item[0], bad)  # type: ignore[arg-type]
    spec = BY_SLUG[table_map.slug]
    names = ", ".join(spec.by_slug[slug].name for slug in sorted(bad) if slug in spec.by_slug)
    where = f"{spec.name} {item[2]}, {names}" if names else f"{spec.name} {item[2]}"
    sync_pass.tally.problems.append(f"{where}: {refused.reason}")
    sync_pass.tally.kinds.add("sync")
