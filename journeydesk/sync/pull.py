"""The pull: walk each table, merge each page in one transaction, conclude deletes only from a finished walk."""

import json
from collections.abc import Sequence
from datetime import timedelta
from itertools import islice

from journeydesk.domain.catalogue import BY_SLUG, TableSpec
from journeydesk.domain.ids import RecordId, RemoteId
from journeydesk.domain.values import Wire, canonical, from_wire, moment_of, moment_text
from journeydesk.storage import sync_state
from journeydesk.storage.connection import Connection
from journeydesk.storage.pulled import PulledRow, insert_pulled
from journeydesk.storage.records import Author, set_deleted, update
from journeydesk.storage.sync_state import Snapshot, SyncRecord, TableMap
from journeydesk.sync.plan import changed_fields, plan_record, too_many_gone
from journeydesk.sync.ports import RemoteRecord, WalkExpired
from journeydesk.sync.work import Progress, Work

FULL_WALK_EVERY = timedelta(hours=6)
_WALK_TRIES = 3
# On an empty workspace nobody waits for the database, so its first pages are stored together.
_FIRST_PULL_PAGES = 5


class RecordsGone(Exception):
    """So much vanished from a table at once that a person must be asked first."""


def pull_table(work: Work, slug: str, expected: int = 0) -> None:
    """Brings one table up to date with the remote."""
    table_map = work.maps[slug]
    with work.database.read() as connection:
        since, last_full = sync_state.watermark(connection, slug)
        known = len(sync_state.all_remote_ids(connection, slug))
    full = since is None or last_full is None or moment_of(last_full) + FULL_WALK_EVERY <= work.clock()
    for attempt in range(1, _WALK_TRIES + 1):
        try:
            seen, at = _walk(work, table_map, None if full else since, max(expected, known))
            break
        except WalkExpired:
            if attempt == _WALK_TRIES:
                raise
    if full and known:
        _conclude_deletes(work, table_map, seen)
    with work.database.write() as connection:
        sync_state.set_watermark(connection, slug, at, full)


def _walk(work: Work, table_map: TableMap, since: str | None, expected: int) -> tuple[set[RemoteId], str]:
    seen: set[RemoteId] = set()
    at = ""
    done = 0
    fields = [*table_map.fields.values(), *table_map.other]
    pages = work.remote.pages(table_map.table_id, fields, since)
    together = _FIRST_PULL_PAGES if since is None and not expected else 1
    while batch := work.read(lambda: list(islice(pages, together))):
        at = at or batch[0].server_time
        records = [record for page in batch for record in page.records]
        with work.database.write() as connection:
            merge_records(work, connection, table_map, records)
        work.seam("after page")
        seen |= {record.id for record in records}
        done += len(records)
        work.progress(Progress(BY_SLUG[table_map.slug].name, done, expected))
    return seen, at or moment_text(work.clock())


def merge_records(work: Work, connection: Connection, table_map: TableMap, records: Sequence[RemoteRecord]) -> None:
    """Merges what the remote has now with what is here; new records come in as they are."""
    spec = BY_SLUG[table_map.slug]
    slug_of = {field: slug for slug, field in table_map.fields.items()}
    known = sync_state.by_remote_id(connection, spec.slug, [record.id for record in records])
    fresh: list[tuple[RemoteRecord, Snapshot]] = []
    for record in {record.id: record for record in records}.values():
        theirs = _snapshot(spec, slug_of, record)
        mine = known.get(record.id)
        if mine is not None:
            merge_known(work, connection, spec, mine, theirs)
        else:
            fresh.append((record, theirs))
    fresh = _adopt_ours(work, connection, spec, fresh)
    _insert_fresh(work, connection, table_map, fresh)


def _snapshot(spec: TableSpec, slug_of: dict[str, str], record: RemoteRecord) -> Snapshot:
    theirs: Snapshot = {}
    for field, value in record.fields.items():
        slug = slug_of.get(field)
        if slug is not None and (clean := canonical(spec.by_slug[slug], value)) is not None:
            theirs[slug] = clean
    return theirs


def snapshot_of(table_map: TableMap, record: RemoteRecord) -> Snapshot:
    """A remote record's fields by slug in canonical form."""
    return _snapshot(BY_SLUG[table_map.slug], {field: slug for slug, field in table_map.fields.items()}, record)


def _insert_fresh(
    work: Work, connection: Connection, table_map: TableMap, fresh: Sequence[tuple[RemoteRecord, Snapshot]]
) -> None:
    spec = BY_SLUG[table_map.slug]
    links = _linked(connection, spec, [theirs for _, theirs in fresh])
    rows = []
    for record, theirs in fresh:
        values = {
            slug: from_wire(spec.by_slug[slug], value, lambda _, remote: links.get(remote)) for slug, value in theirs.items()
        }
        if not values.get("key"):
            values["key"] = str(record.id)
        extra = {table_map.other[f]: v for f, v in record.fields.items() if f in table_map.other}
        base = json.dumps(theirs, ensure_ascii=False)
        rows.append(PulledRow(values, record.id, base, json.dumps(extra, ensure_ascii=False) if extra else None))
    ids = insert_pulled(connection, spec.slug, rows, work.now())
    if rows:
        work.tally.kinds.add(spec.slug)
        work.tally.pulled += len(rows)
        owners = ids if spec.slug == "prospects" else [row.values.get("prospect") for row in rows]
        if spec.slug in ("prospects", "events", "interactions"):
            work.tally.prospects |= {RecordId(int(owner)) for owner in owners if owner is not None}


def _linked(connection: Connection, spec: TableSpec, snapshots: Sequence[Snapshot]) -> dict[str, int]:
    wanted: set[str] = set()
    for theirs in snapshots:
        for field in spec.fields:
            linked = theirs.get(field.slug) if field.links_to else None
            if isinstance(linked, list):
                wanted.update(linked)
    if not wanted:
        return {}
    rows = connection.exec_driver_sql(
        "SELECT rid, lid FROM sync_record WHERE table_slug = 'prospects' AND rid IN (SELECT value FROM json_each(?))",
        (json.dumps(sorted(wanted)),),
    )
    return {row[0]: row[1] for row in rows}


def merge_known(work: Work, connection: Connection, spec: TableSpec, mine: SyncRecord, theirs: Snapshot) -> None:
    """Merges one record that both sides know; `theirs` is all that the remote has of it."""
    if not mine.touched and theirs == mine.base:
        return
    assert mine.remote_id is not None
    if mine.deleted and theirs == mine.base:
        return
    author = Author("Airtable", work.now(), "sync")
    if mine.deleted:
        # An edit wins over a delete: the row returns as they have it.
        set_deleted(connection, spec.slug, mine.record, False, author)
        work.tally.problems.append(f"A record of {spec.name} that was deleted here was edited in Airtable; it is back.")
    local, waiting = sync_state.local_snapshot(connection, spec, mine.record)
    for slug in waiting:
        local[slug] = mine.base.get(slug)
    plan = plan_record(spec, mine.base, {k: v for k, v in local.items() if v is not None}, theirs)
    if plan.take:
        values = {
            slug: from_wire(spec.by_slug[slug], value, lambda s, r: sync_state.record_of_remote(connection, s, r))
            for slug, value in plan.take.items()
        }
        update(connection, spec.slug, mine.record, values, author)
    sync_state.hold(connection, spec.slug, mine.record, mine.base, plan.hold, author.at)
    clean = not plan.push and not plan.hold and not waiting
    sync_state.agree(connection, spec.slug, mine.record, mine.remote_id, plan.base, clean)
    _note(work, connection, spec, mine.record, bool(plan.take or plan.hold))


def _note(work: Work, connection: Connection, spec: TableSpec, record: RecordId, changed: bool) -> None:
    if not changed:
        return
    work.tally.pulled += 1
    work.tally.kinds.add(spec.slug)
    if spec.slug == "prospects":
        work.tally.prospects.add(record)
    elif spec.slug in ("events", "interactions"):
        owner = connection.exec_driver_sql(f"SELECT prospect FROM {spec.slug} WHERE lid = ?", (record,)).scalar()
        if owner is not None:
            work.tally.prospects.add(RecordId(owner))


def _adopt_ours(
    work: Work, connection: Connection, spec: TableSpec, fresh: Sequence[tuple[RemoteRecord, Snapshot]]
) -> list[tuple[RemoteRecord, Snapshot]]:
    """Takes out the records that are ours and whose creation was answered to nobody: they are found by their key."""
    keys = [theirs["key"] for _, theirs in fresh if isinstance(theirs.get("key"), str)]
    ours = sync_state.unsent_by_key(connection, spec.slug, [str(key) for key in keys])
    left = []
    for record, theirs in fresh:
        mine = ours.pop(str(theirs.get("key")), None)
        if mine is None:
            left.append((record, theirs))
            continue
        local, _ = sync_state.local_snapshot(connection, spec, mine)
        # What was typed here before the two met is ours to send; only fields empty here are theirs.
        base: dict[str, Wire] = {slug: value for slug, value in theirs.items() if slug in local}
        merge_known(work, connection, spec, SyncRecord(mine, record.id, base, True, False, None), theirs)
    return left


def _conclude_deletes(work: Work, table_map: TableMap, seen: set[RemoteId]) -> None:
    spec = BY_SLUG[table_map.slug]
    with work.database.read() as connection:
        known = sync_state.all_remote_ids(connection, spec.slug)
    missing = [RemoteId(remote) for remote in known if remote not in seen]
    if too_many_gone(len(missing), len(known)):
        raise RecordsGone(
            f"{len(missing):,} of {len(known):,} records of {spec.name} are missing in Airtable at once. "
            "Nothing was deleted here. If they were deleted on purpose, confirm it in Settings, Sync and storage."
        )
    for remote in missing:
        if work.read(lambda remote=remote: work.remote.get(table_map.table_id, remote)) is None:  # type: ignore[misc]
            with work.database.write() as connection:
                settle_gone(work, connection, spec, RecordId(known[remote]))


def settle_gone(work: Work, connection: Connection, spec: TableSpec, record: RecordId) -> None:
    """A record is proven gone there: unchanged here it goes too, edited here a person is asked."""
    found = [r for r in sync_state.touched(connection, spec.slug) if r.record == record]
    work.tally.kinds.add(spec.slug)
    if found and not found[0].deleted:
        local, _ = sync_state.local_snapshot(connection, spec, record)
        if changed_fields(found[0].base, local):
            sync_state.hold(connection, spec.slug, record, {}, {"*": ("edited here", None)}, work.now())
            return
    if spec.slug in ("events", "interactions"):
        owner = connection.exec_driver_sql(f"SELECT prospect FROM {spec.slug} WHERE lid = ?", (record,)).scalar()
        if owner is not None:
            work.tally.prospects.add(RecordId(owner))
    sync_state.forget(connection, spec.slug, record, "Airtable", work.now())
    work.tally.deleted += 1
