"""Remote records as they arrive: known ones are merged, ours are recognised by their key, what was gone comes back in its old
place, the rest is new here. One place for pages, feeds, looks before a write, and recovery."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import replace

from journeydesk.domain.catalogue import BY_SLUG, TableSpec
from journeydesk.domain.ids import RecordId, RemoteId
from journeydesk.domain.onboarding.customers import is_test_customer
from journeydesk.domain.values import Wire, from_wire
from journeydesk.domain.words import tr
from journeydesk.storage.engine.connection import Connection
from journeydesk.storage.records import tombstones
from journeydesk.storage.records import unresolved_links as unresolved
from journeydesk.storage.records.history import last_source
from journeydesk.storage.records.pulled import PulledRow, insert_pulled
from journeydesk.storage.records.records import PEOPLE
from journeydesk.storage.records.tombstones import Tombstone
from journeydesk.storage.sync import notes as sync_notes
from journeydesk.storage.sync.local_snapshots import Snapshot, local_snapshot
from journeydesk.storage.sync.named_links import linked_records
from journeydesk.storage.sync.remote_ids import records_of_remote
from journeydesk.storage.sync.sync_records import SyncRecord, by_remote_id, sync_records, taken_keys, unsent_by_key
from journeydesk.storage.sync.table_maps import TableMap
from journeydesk.sync.links.cleared_links import learn_deleted_targets
from journeydesk.sync.merging import News, merge_known
from journeydesk.sync.names.current_options import check_read
from journeydesk.sync.names.names_by_id import learn_linked_names, learn_people
from journeydesk.sync.plan import DERIVED_KEYS, standing_as_sent
from journeydesk.sync.ports import RemoteRecord
from journeydesk.sync.remote_snapshot import RemoteSnapshot, as_fine_as, read_snapshot, slugs_by_field_id
from journeydesk.sync.sync_pass import SyncPass

# What was done to these by a button; where two did it, what the remote has is the newer state.
_DONE_BY_BUTTON = {"alerts": ("status", "handled_by", "handled_at")}


def merge_page(
    sync_pass: SyncPass,
    table_map: TableMap,
    records: Sequence[RemoteRecord],
    authors: Mapping[RemoteId, str] | None = None,
) -> None:
    """Merges what was just read, in one transaction; asks before which linked records were deleted. Raises OptionsChanged where it was
    read by names that are no longer those of its options."""
    check_read(sync_pass, table_map, records)
    learn_deleted_targets(sync_pass, table_map, records)
    table_map = learn_linked_names(sync_pass, table_map, records)
    with sync_pass.database.write() as connection:
        merge_records(sync_pass, connection, table_map, records, authors)


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
        elif spec.slug != "prospects" or not is_test_customer(theirs.fields.get("key"), theirs.fields.get("email")):
            fresh.append(theirs)
    merge_known(sync_pass, connection, table_map, news)
    if fresh:
        fresh = _adopt_ours(sync_pass, connection, table_map, fresh)
        fresh = _restore(sync_pass, connection, table_map, fresh)
        _insert_fresh(sync_pass, connection, table_map, fresh)


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
        base = standing_as_sent(spec, mine.base, as_fine_as(table_map, theirs.fields, mine.base)) if mine.tried else {}
        if not mine.tried and spec.slug in DERIVED_KEYS:
            base = _computed_alike(connection, spec, mine.record, theirs)
        base = _agreed_before_it_went(connection, table_map, mine, theirs) | base
        merge_known(sync_pass, connection, table_map, [News(replace(mine, base=base, touched=True), theirs)])
    return left


def _agreed_before_it_went(
    connection: Connection, table_map: TableMap, mine: SyncRecord, theirs: RemoteSnapshot
) -> dict[str, Wire]:
    """What both sides agreed on of a record that went and is wanted again: without it, a field that was emptied here since would be
    filled again by what the remote still has.

    Of the same remote record, restored from the trash, all of it counts. One that only has its key may be a stranger's: what stands
    there still counts, and what was emptied here, so that the emptying is an edit; what both have otherwise is asked about.
    """
    spec = BY_SLUG[table_map.slug]
    restored = tombstones.of_remote(connection, spec.slug, [theirs.record.id]).get(theirs.record.id)
    if restored is not None and restored.record == mine.record:
        tombstones.lives(connection, restored)
        return dict(restored.base or {})
    grave = tombstones.of_record(connection, spec.slug, mine.record)
    if grave is None or grave.base is None:
        return {}
    fields = as_fine_as(table_map, theirs.fields, grave.base)
    local, _ = local_snapshot(connection, spec, mine.record, grave.base)
    return {slug: value for slug, value in grave.base.items() if fields.get(slug) == value or slug not in local}


def _computed_alike(connection: Connection, spec: TableSpec, record: RecordId, theirs: RemoteSnapshot) -> Snapshot:
    """The fields of a record with a derived key in which the remote value counts: all that both have and no person typed."""
    local, _ = local_snapshot(connection, spec, record, {})
    return {
        slug: value
        for slug, value in local.items()
        if slug in theirs.fields
        and (slug in _DONE_BY_BUTTON.get(spec.slug, ()) or last_source(connection, spec.slug, record, slug) not in PEOPLE)
    }


def _restore(
    sync_pass: SyncPass, connection: Connection, table_map: TableMap, fresh: Sequence[RemoteSnapshot]
) -> list[RemoteSnapshot]:
    """Takes out the records that were gone and live again, restored from the trash or made again with their key: they get their
    old local id, so that all that points there points at them."""
    spec = BY_SLUG[table_map.slug]
    remembered = tombstones.of_remote(connection, spec.slug, [theirs.record.id for theirs in fresh])
    keys = [str(theirs.fields["key"]) for theirs in fresh if theirs.record.id not in remembered and theirs.fields.get("key")]
    taken = taken_keys(connection, spec.slug, keys)
    by_key = tombstones.of_keys(connection, spec.slug, [key for key in keys if key not in taken])
    left = []
    for theirs in fresh:
        restored = remembered.get(theirs.record.id)
        if restored is not None:
            tombstones.lives(connection, restored)
        tombstone = restored or by_key.pop(str(theirs.fields.get("key") or ""), None)
        if tombstone is None or not _is_free(sync_pass, connection, spec, tombstone.record):
            left.append(theirs)
            continue
        tombstones.bring_back(connection, tombstone)
        mine = SyncRecord(
            tombstone.record,
            theirs.record.id,
            _agreed_before(connection, table_map, tombstone, theirs),
            touched=True,
            deleted=False,
        )
        merge_known(sync_pass, connection, table_map, [News(mine, theirs)])
        key = theirs.fields.get("key") or tombstone.row.get("key")
        what = tr("restored") if restored is not None else tr("made again")
        sync_pass.notify(
            connection,
            sync_notes.RESTORED,
            spec.slug,
            tombstone.record,
            tr(
                "{name} {key} was {what} in {name_2}; it is back here with its history.",
                name=spec.name,
                key=key,
                what=what,
                name_2=sync_pass.remote.name,
            ),
        )
        sync_pass.tally.pulled += 1
        sync_pass.touch(connection, spec.slug, tombstone.record)
    return left


def _is_free(sync_pass: SyncPass, connection: Connection, spec: TableSpec, record: RecordId) -> bool:
    """Whether the old place of a record is free; the leavings of one that was let go make room."""
    stands = sync_records(connection, spec.slug, [record]).get(record)
    if stands is not None and stands.deleted and stands.remote_id is None:
        tombstones.forget(connection, spec.slug, [record], tombstones.HERE, sync_pass.now())
        return True
    return stands is None


def _agreed_before(connection: Connection, table_map: TableMap, tombstone: Tombstone, theirs: RemoteSnapshot) -> Snapshot:
    """What both sides agreed on when the record went; where that is not known, what both have alike."""
    if tombstone.base is not None:
        return tombstone.base
    local, _ = local_snapshot(connection, BY_SLUG[table_map.slug], tombstone.record, theirs.fields)
    fields = as_fine_as(table_map, theirs.fields, local)
    return {slug: value for slug, value in local.items() if fields.get(slug) == value}


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
        text = tr(
            "{name}: a second record has the key {values}; it may be a duplicate. Both are kept.",
            name=spec.name,
            values=rows[place].values["key"],
        )
        sync_pass.notify(connection, sync_notes.DUPLICATE, spec.slug, ids[place], text)
    sync_pass.tally.kinds.add(spec.slug)
    sync_pass.tally.pulled += len(rows)
    owners = ids if spec.slug == "prospects" else [row.values.get("prospect") for row in rows]
    if spec.slug in ("prospects", "events", "interactions"):
        sync_pass.tally.prospects |= {RecordId(int(owner)) for owner in owners if owner is not None}


def _linked(connection: Connection, spec: TableSpec, snapshots: Sequence[Snapshot]) -> dict[str, int]:
    """The local ids of all that these link to, by what the remote says of it: its id or, where a link is a text there, that text."""
    targets: set[str] = set()
    texts: set[str] = set()
    for theirs in snapshots:
        for field in spec.fields:
            linked = theirs.get(field.slug) if field.links_to else None
            if isinstance(linked, list):
                targets.update(linked)
            elif isinstance(linked, str):
                texts.add(linked)
    by_name = linked_records(connection, "prospects", texts) if texts else {}
    if not targets:
        return by_name
    known = records_of_remote(connection, "prospects", sorted(targets))
    # A link to what is gone is kept, for its target may come back.
    return by_name | tombstones.places_of(connection, "prospects", sorted(targets - known.keys())) | known
