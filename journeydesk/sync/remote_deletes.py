"""Remote deletes: concluded only from proof, and never many at once without a person's word (docs/sync.md, "Deletes")."""

from collections.abc import Sequence

from journeydesk.domain.catalogue import BY_SLUG, TableSpec
from journeydesk.domain.ids import RecordId, RemoteId
from journeydesk.domain.words import figure, tr
from journeydesk.storage.engine.connection import Connection
from journeydesk.storage.records import tombstones
from journeydesk.storage.records.lookup import name_of_remote
from journeydesk.storage.sync import conflicts
from journeydesk.storage.sync import notes as sync_notes
from journeydesk.storage.sync.local_snapshots import local_snapshots
from journeydesk.storage.sync.meta import get_meta, set_meta
from journeydesk.storage.sync.owners import touched_work, with_draft
from journeydesk.storage.sync.remote_ids import records_of_remote
from journeydesk.storage.sync.sync_records import SyncRecord, sync_records
from journeydesk.storage.sync.table_maps import TableMap
from journeydesk.sync.arrivals import merge_page
from journeydesk.sync.plan import changed_fields, too_many_gone
from journeydesk.sync.sync_pass import SyncPass

CONFIRMED_REMOTE_DELETES = "confirmed gone there:"
"""Meta key by table slug: how many records a person said may be deleted locally because the remote has them no more."""

_NAMES = 3


def conclude_remote_deletes(
    sync_pass: SyncPass, table_map: TableMap, missing: Sequence[RemoteId], known: int, *, walked: bool
) -> None:
    """Records that a finished walk or the feed says are gone; each is asked for by itself, and only "no such record" counts.

    A walk (`walked`) sees all that is missing, so it also settles an earlier question; the feed tells only of what is new.
    """
    slug = table_map.slug
    if (too_many_gone(len(missing), known) or len(missing) == known > 1) and not _confirmed(sync_pass, slug, len(missing)):
        _ask(sync_pass, slug, missing, known)
        return
    for start in range(0, len(missing), sync_pass.remote.limits.page):
        part = missing[start : start + sync_pass.remote.limits.page]
        unsure = [remote for remote in part if (slug, remote) not in sync_pass.deleted_targets]
        fetched = (
            sync_pass.read(lambda unsure=unsure: sync_pass.remote.fetch(table_map.table_id, unsure, table_map.asked))  # type: ignore[misc]
            if unsure
            else []
        )
        alive = {record.id for record in fetched}
        if fetched:
            merge_page(sync_pass, table_map, fetched)
        gone = [remote for remote in part if remote not in alive and is_deleted_remotely(sync_pass, table_map, remote)]
        if gone:
            with sync_pass.database.write() as connection:
                records = records_of_remote(connection, slug, gone).values()
                settle_remote_deletes(sync_pass, connection, BY_SLUG[slug], [RecordId(record) for record in records])
    if walked:
        _settle_question(sync_pass, slug)


def is_deleted_remotely(sync_pass: SyncPass, table_map: TableMap, remote: RemoteId) -> bool:
    """Whether the remote itself says, in this pass, that there is no such record."""
    if (table_map.slug, remote) in sync_pass.deleted_targets:
        return True
    return sync_pass.read(lambda: sync_pass.remote.get(table_map.table_id, remote)) is None


def _confirmed(sync_pass: SyncPass, slug: str, missing: int) -> bool:
    with sync_pass.database.read() as connection:
        allowed = get_meta(connection, CONFIRMED_REMOTE_DELETES + slug)
    return allowed is not None and missing <= int(allowed)


def _ask(sync_pass: SyncPass, slug: str, missing: Sequence[RemoteId], known: int) -> None:
    spec = BY_SLUG[slug]
    with sync_pass.database.write() as connection:
        names = [_name(connection, spec, remote) for remote in missing[:_NAMES]]
        more = tr(" and {count} more", count=figure(len(missing) - _NAMES)) if len(missing) > _NAMES else ""
        text = tr(
            "{count} of {known} records of {name} are missing in {name_2} at once: {names}{more}. Nothing "
            "was deleted here. If they were deleted on purpose, confirm it in the sync details.",
            count=figure(len(missing)),
            known=figure(known),
            name=spec.name,
            name_2=sync_pass.remote.name,
            names=", ".join(names),
            more=more,
        )
        set_meta(connection, f"missing there:{slug}", str(len(missing)))
        sync_pass.notify(connection, sync_notes.MASS_REMOTE_DELETE, slug, None, text)


def _name(connection: Connection, spec: TableSpec, remote: RemoteId) -> str:
    return name_of_remote(connection, spec.slug, remote) or remote


def _settle_question(sync_pass: SyncPass, slug: str) -> None:
    with sync_pass.database.read() as connection:
        asked = get_meta(connection, f"missing there:{slug}")
    if asked is None:
        return
    with sync_pass.database.write() as connection:
        sync_notes.settle(connection, sync_notes.MASS_REMOTE_DELETE, slug, sync_pass.now())
        for key in (CONFIRMED_REMOTE_DELETES + slug, f"missing there:{slug}"):
            set_meta(connection, key, None)


def settle_remote_deletes(sync_pass: SyncPass, connection: Connection, spec: TableSpec, records: Sequence[RecordId]) -> None:
    """Records are proven gone from the remote: what is unchanged is deleted locally too, of what was edited or worked
    on a person is asked."""
    known = sync_records(connection, spec.slug, records)
    living = [record for record in known.values() if not record.deleted]
    edited = _edited(connection, spec, [record for record in living if record.touched])
    if spec.slug == "prospects":
        edited |= _worked_on(connection, [record.record for record in living])
    dropped: dict[str, list[RecordId]] = {}
    for record in records:
        if record in edited:
            conflicts.put(
                connection, spec.slug, record, conflicts.WHOLE, conflicts.GONE, None, "edited here", None, None, sync_pass.now()
            )
            sync_pass.tally.kinds |= {spec.slug, "sync"}
        elif record in known:
            sync_pass.touch(connection, spec.slug, record)
            dropped.setdefault(tombstones.HERE if known[record].deleted else sync_pass.remote.name, []).append(record)
            sync_pass.tally.deleted += 1
    for by, gone in dropped.items():
        tombstones.forget(connection, spec.slug, gone, by, sync_pass.now())


def _worked_on(connection: Connection, prospects: Sequence[RecordId]) -> set[RecordId]:
    """Those prospects with calls, tasks, events or drafts that were not sent yet: that counts as an edit of them."""
    worked_on = with_draft(connection, prospects)
    for prospect, work in touched_work(connection, prospects).items():
        for slug, records in work.items():
            states = sync_records(connection, slug, records)
            unsent = any(state.remote_id is None for state in states.values())
            if unsent or _edited(connection, BY_SLUG[slug], list(states.values())):
                worked_on.add(prospect)
    return worked_on


def _edited(connection: Connection, spec: TableSpec, records: Sequence[SyncRecord]) -> set[RecordId]:
    """Those of which some field that could be sent differs from its base."""
    snapshots = local_snapshots(connection, spec, {record.record: record.base for record in records})
    edited = set()
    for record in records:
        local, waiting = snapshots[record.record]
        if changed_fields(record.base, local).keys() - waiting:
            edited.add(record.record)
    return edited
