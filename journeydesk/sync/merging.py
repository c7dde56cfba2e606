"""What the remote was seen to hold, merged into the local records: one place for pages, feeds, pre-reads and answers."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from journeydesk.domain.catalogue import BY_SLUG, TableSpec
from journeydesk.domain.ids import RecordId, RemoteId
from journeydesk.domain.values import Stored, Wire, from_wire
from journeydesk.storage.engine.connection import Connection
from journeydesk.storage.records import tombstones
from journeydesk.storage.records import unresolved_links as unresolved
from journeydesk.storage.records.lookup import without_value
from journeydesk.storage.records.pulled import PulledRow, insert_pulled, set_extra
from journeydesk.storage.records.records import Author, set_deleted, update_many
from journeydesk.storage.sync import conflicts
from journeydesk.storage.sync import notes as sync_notes
from journeydesk.storage.sync.bases import Agreement, agree
from journeydesk.storage.sync.local_snapshots import Snapshot, local_snapshot, local_snapshots
from journeydesk.storage.sync.remote_ids import none_known, record_of_remote, records_of_remote
from journeydesk.storage.sync.sync_records import SyncRecord, by_remote_id, keys_of, sync_records, taken_keys, unsent_by_key
from journeydesk.storage.sync.table_maps import TableMap
from journeydesk.sync.people import learn_people
from journeydesk.sync.plan import changed_fields, plan_record
from journeydesk.sync.ports import RemoteRecord
from journeydesk.sync.remote_snapshot import RemoteSnapshot, as_fine_as, read_snapshot, slugs_by_field_id
from journeydesk.sync.sync_pass import SyncPass

# Keys of these are derived from their cause, so that every machine makes the same one: where two meet, it is one thing, and what
# was done with it in the remote is the newer state.
_DERIVED = frozenset({"alerts", "events", "tasks"})


def merge_records(
    sync_pass: SyncPass,
    connection: Connection,
    table_map: TableMap,
    records: Sequence[RemoteRecord],
    authors: Mapping[RemoteId, str] | None = None,
) -> None:
    """Merges what the remote has now with the local records; new records come in as they are."""
    spec = BY_SLUG[table_map.slug]
    table_map = learn_people(sync_pass, connection, table_map, records)
    slug_of = slugs_by_field_id(table_map)
    known = by_remote_id(connection, spec.slug, [record.id for record in records])
    news: list[News] = []
    fresh: list[RemoteSnapshot] = []
    for record in {record.id: record for record in records}.values():
        theirs = read_snapshot(table_map, record, slug_of)
        mine = known.get(record.id)
        if mine is not None:
            news.append(News(mine, theirs, (authors or {}).get(record.id)))
        else:
            fresh.append(theirs)
    merge_known(sync_pass, connection, table_map, news)
    if fresh:
        fresh = _adopt_ours(sync_pass, connection, table_map, fresh)
        fresh = _restore(sync_pass, connection, table_map, fresh)
        _insert_fresh(sync_pass, connection, table_map, fresh)


@dataclass(frozen=True, slots=True)
class News:
    """A record that both sides know, all that the remote has of it, and who changed it, where the remote tells."""

    mine: SyncRecord
    theirs: RemoteSnapshot
    by: str | None = None


def merge_known(sync_pass: SyncPass, connection: Connection, table_map: TableMap, page: Sequence[News]) -> None:
    """Merges records that both sides know: reads what is local for the whole page, merges record by record, and stores all that
    was agreed."""
    spec = BY_SLUG[table_map.slug]
    changed = []
    for news in page:
        if news.theirs.extra != news.mine.extra:
            set_extra(connection, spec.slug, news.mine.record, news.theirs.extra)
            sync_pass.tally.kinds.add(spec.slug)
        mine = news.mine
        fields = as_fine_as(table_map, _with_kept_fields(table_map, news), mine.base)
        if fields != mine.base or mine.remote_id != news.theirs.record.id or (mine.touched and not mine.deleted):
            changed.append((news, fields))
    if not changed:
        return
    snapshots = local_snapshots(connection, spec, {news.mine.record: news.mine.base for news, _ in changed})
    held = conflicts.held_fields(connection, spec.slug, list(snapshots))
    agreements = []
    for news, fields in changed:
        mine, remote_id = news.mine, news.theirs.record.id
        if mine.deleted and fields == mine.base:
            # It was sent, deleted locally, and found in the remote: now that its id is known, the delete can follow.
            agreements.append(Agreement(mine.record, remote_id, mine.base, clean=False))
            continue
        if mine.deleted:
            # An edit wins over a delete: the row returns as they have it.
            set_deleted(connection, spec.slug, mine.record, False, sync_pass.author(news.by))
            _note_return(sync_pass, connection, spec, mine.record)
        local, waiting = snapshots[mine.record]
        fields = as_fine_as(table_map, fields, local, mine.base)
        base, fields = (_living_links(connection, spec, snapshot) for snapshot in (mine.base, fields))
        # A link to what has no remote id yet can be neither compared nor sent; it keeps its base until it can.
        plan = plan_record(
            spec, table_map.fields.keys() - news.theirs.unreadable - waiting, base, local, fields, table_map.computed_there
        )
        if plan.take:
            _take(connection, spec, {mine.record: plan.take}, sync_pass.author(news.by))
        if plan.hold or mine.record in held:
            conflicts.hold(connection, spec.slug, mine.record, base, plan.hold, news.by, sync_pass.now())
        # Of a value that cannot be read nothing is decided, so an edit of that field still waits.
        undecided = changed_fields(base, local).keys() & news.theirs.unreadable
        clean = not plan.push and not plan.hold and not waiting and not undecided
        agreements.append(Agreement(mine.record, remote_id, plan.base, clean))
        _count(sync_pass, connection, spec, mine.record, bool(plan.take or plan.hold))
    agree(connection, spec.slug, agreements)


def _with_kept_fields(table_map: TableMap, news: News) -> Snapshot:
    """What the remote has, with the base of what it cannot say: values that cannot be read, fields that do not sync."""
    base = news.mine.base
    kept = news.theirs.unreadable | (base.keys() - table_map.fields.keys())
    return news.theirs.fields | {slug: base[slug] for slug in kept if slug in base}


def _living_links(connection: Connection, spec: TableSpec, snapshot: Snapshot) -> Snapshot:
    """The same without links to what is known to be gone: whether the service clears those or not, they say nothing."""
    gone: dict[str, Wire] = {}
    for field in spec.fields:
        linked = snapshot.get(field.slug) if field.links_to else None
        if isinstance(linked, list) and none_known(connection, field.links_to, linked):
            remembered = tombstones.of_remote(connection, field.links_to, [RemoteId(remote) for remote in linked])
            if len(remembered) == len(linked):
                gone[field.slug] = None
    return {slug: value for slug, value in snapshot.items() if slug not in gone} if gone else snapshot


def _take(connection: Connection, spec: TableSpec, taken: Mapping[RecordId, Mapping[str, Wire]], author: Author) -> None:
    edits: dict[RecordId, dict[str, Stored]] = {}
    missing: list[unresolved.Unresolved] = []
    for record, fields in taken.items():
        values = edits.setdefault(record, {})
        for slug, value in fields.items():
            stored = from_wire(spec.by_slug[slug], value, lambda s, r: record_of_remote(connection, s, r))
            if slug == "key" and stored is None:
                # A cleared key may be put back, but only on a person's word; until then the record keeps its name.
                continue
            if stored is None and isinstance(value, list):
                missing.append((spec.slug, record, slug, value[0]))
            values[slug] = stored
    update_many(connection, spec.slug, edits, author)
    if missing:
        unresolved.note(connection, missing)


def take_fields(
    sync_pass: SyncPass, connection: Connection, table_map: TableMap, taken: Mapping[RecordId, Mapping[str, Wire]]
) -> None:
    """Writes remote values into the local records as they are, with their history."""
    if taken:
        _take(connection, BY_SLUG[table_map.slug], taken, sync_pass.author())


def _count(sync_pass: SyncPass, connection: Connection, spec: TableSpec, record: RecordId, changed: bool) -> None:
    if not changed:
        return
    sync_pass.tally.pulled += 1
    sync_pass.touch(connection, spec.slug, record)


def _note_return(sync_pass: SyncPass, connection: Connection, spec: TableSpec, record: RecordId) -> None:
    key = keys_of(connection, spec.slug, [record])[record]
    sync_pass.notify(
        connection,
        sync_notes.RETURNED,
        spec.slug,
        record,
        f"{spec.name} {key} was deleted here and edited in {sync_pass.remote.name} meanwhile; it is back with their edit.",
    )


def _adopt_ours(
    sync_pass: SyncPass, connection: Connection, table_map: TableMap, fresh: Sequence[RemoteSnapshot]
) -> list[RemoteSnapshot]:
    """Takes out the records that are ours: made locally too, known by their key. The oldest of several with one key is ours."""
    spec = BY_SLUG[table_map.slug]
    ours = unsent_by_key(connection, spec.slug, [str(theirs.fields.get("key") or "") for theirs in fresh])
    left = []
    for theirs in sorted(fresh, key=lambda snapshot: snapshot.record.created):
        mine = ours.pop(str(theirs.fields.get("key") or ""), None)
        if mine is None:
            left.append(theirs)
            continue
        base = mine.base if mine.tried else {}
        if not base and spec.slug in _DERIVED:
            local, _ = local_snapshot(connection, spec, mine.record, {})
            base = {slug: value for slug, value in local.items() if slug in theirs.fields}
        merge_known(sync_pass, connection, table_map, [News(replace(mine, base=base, touched=True), theirs)])
    return left


def _restore(
    sync_pass: SyncPass, connection: Connection, table_map: TableMap, fresh: Sequence[RemoteSnapshot]
) -> list[RemoteSnapshot]:
    """Takes out the records that were gone and live again: restored from the trash, they get their old local id."""
    spec = BY_SLUG[table_map.slug]
    remembered = tombstones.of_remote(connection, spec.slug, [theirs.record.id for theirs in fresh])
    left = []
    for theirs in fresh:
        tombstone = remembered.get(theirs.record.id)
        if tombstone is not None:
            tombstones.lives(connection, tombstone)
        taken = tombstone is not None and sync_records(connection, spec.slug, [tombstone.record])
        if tombstone is None or taken:
            left.append(theirs)
            continue
        tombstones.bring_back(connection, tombstone)
        local, _ = local_snapshot(connection, spec, tombstone.record, theirs.fields)
        mine = SyncRecord(tombstone.record, theirs.record.id, local, touched=True, deleted=False)
        merge_known(sync_pass, connection, table_map, [News(mine, theirs)])
        key = theirs.fields.get("key") or tombstone.row.get("key")
        sync_pass.notify(
            connection,
            sync_notes.RESTORED,
            spec.slug,
            tombstone.record,
            f"{spec.name} {key} was restored in {sync_pass.remote.name}; it is back here with its history.",
        )
        sync_pass.tally.pulled += 1
        sync_pass.touch(connection, spec.slug, tombstone.record)
    return left


def _insert_fresh(sync_pass: SyncPass, connection: Connection, table_map: TableMap, fresh: Sequence[RemoteSnapshot]) -> None:
    if not fresh:
        return
    spec = BY_SLUG[table_map.slug]
    links = _linked(connection, spec, [theirs.fields for theirs in fresh])
    keys = [str(theirs.fields["key"]) for theirs in fresh if theirs.fields.get("key")]
    taken = taken_keys(connection, spec.slug, keys)
    rows = []
    missing: list[tuple[int, str, str]] = []
    doubles: list[int] = []
    for place, theirs in enumerate(fresh):
        values = {
            slug: from_wire(spec.by_slug[slug], value, lambda _, remote: links.get(remote))
            for slug, value in theirs.fields.items()
        }
        for field in spec.fields:
            linked = theirs.fields.get(field.slug) if field.links_to else None
            if isinstance(linked, list) and values[field.slug] is None:
                missing.append((place, field.slug, linked[0]))
        key = values.get("key")
        if not key:
            values["key"] = str(theirs.record.id)
        elif key in taken:
            doubles.append(place)
        else:
            taken.add(str(key))
        base = json.dumps(theirs.fields, ensure_ascii=False)
        rows.append(PulledRow(values, theirs.record.id, base, theirs.extra, theirs.record.created))
    ids = insert_pulled(connection, spec.slug, rows, sync_pass.now())
    unresolved.note(connection, [(spec.slug, ids[place], slug, remote) for place, slug, remote in missing])
    for place in doubles:
        text = f"{spec.name}: a second record has the key {rows[place].values['key']}; it may be a duplicate. Both are kept."
        sync_pass.notify(connection, sync_notes.DUPLICATE, spec.slug, ids[place], text)
    sync_pass.tally.kinds.add(spec.slug)
    sync_pass.tally.pulled += len(rows)
    owners = ids if spec.slug == "prospects" else [row.values.get("prospect") for row in rows]
    if spec.slug in ("prospects", "events", "interactions"):
        sync_pass.tally.prospects |= {RecordId(int(owner)) for owner in owners if owner is not None}


def _linked(connection: Connection, spec: TableSpec, snapshots: Sequence[Snapshot]) -> dict[str, int]:
    targets: set[str] = set()
    for theirs in snapshots:
        for field in spec.fields:
            linked = theirs.get(field.slug) if field.links_to else None
            if isinstance(linked, list):
                targets.update(linked)
    if not targets:
        return {}
    return records_of_remote(connection, "prospects", sorted(targets))


def resolve_links(sync_pass: SyncPass) -> None:
    """Sets the links whose target has come since, in short transactions."""
    while True:
        with sync_pass.database.read() as connection:
            links = unresolved.now_known(connection)
        if not links:
            return
        fields: dict[tuple[str, str], dict[RecordId, int]] = {}
        for slug, record, name, target in links:
            fields.setdefault((slug, name), {})[record] = target
        author = sync_pass.author()
        with sync_pass.database.write() as connection:
            for (slug, name), targets in fields.items():
                empty = without_value(connection, slug, name, targets)
                update_many(connection, slug, {record: {name: targets[record]} for record in empty}, author)
                for record in empty:
                    sync_pass.touch(connection, slug, record)
            unresolved.drop(connection, [(slug, record, name) for slug, record, name, _ in links])
