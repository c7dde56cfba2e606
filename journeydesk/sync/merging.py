"""Records that both sides know, merged: what the remote was seen to hold, field by field, into the local ones."""

from collections.abc import Mapping, Sequence

from journeydesk.domain.catalogue import BY_SLUG, TableSpec
from journeydesk.domain.frozen_data import dataclass
from journeydesk.domain.ids import RecordId
from journeydesk.domain.values import Stored, Wire, from_wire
from journeydesk.domain.words import tr
from journeydesk.storage.engine.connection import Connection
from journeydesk.storage.records import tombstones
from journeydesk.storage.records import unresolved_links as unresolved
from journeydesk.storage.records.lookup import without_value
from journeydesk.storage.records.pulled import set_extra
from journeydesk.storage.records.records import Author, set_deleted, update_many
from journeydesk.storage.sync import conflicts
from journeydesk.storage.sync import notes as sync_notes
from journeydesk.storage.sync.bases import Agreement, agree, link_anew
from journeydesk.storage.sync.local_snapshots import Snapshot, local_snapshots
from journeydesk.storage.sync.named_links import linked_record, without_renames
from journeydesk.storage.sync.sync_records import SyncRecord, keys_of
from journeydesk.storage.sync.table_maps import TableMap
from journeydesk.sync.links.cleared_links import known_deleted
from journeydesk.sync.plan import changed_fields, plan_record
from journeydesk.sync.remote_snapshot import RemoteSnapshot, as_fine_as, hidden_decimals
from journeydesk.sync.sync_pass import SyncPass


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
    held = conflicts.held_fields(connection, spec.slug, [news.mine.record for news in page])
    for news in page:
        if news.theirs.extra != news.mine.extra:
            set_extra(connection, spec.slug, news.mine.record, news.theirs.extra)
            sync_pass.tally.kinds.add(spec.slug)
        mine = news.mine
        stood = hidden_decimals(mine.extra) if table_map.coarse else {}
        fields = as_fine_as(table_map, _with_kept_fields(table_map, news), mine.base, stood=stood)
        fields = _without_cleared_links(sync_pass, connection, spec, mine.base, fields)
        waits = mine.touched and not mine.deleted
        if fields != mine.base or mine.remote_id != news.theirs.record.id or waits or mine.record in held:
            changed.append((news, fields, stood))
    if not changed:
        return
    snapshots = local_snapshots(connection, spec, {news.mine.record: news.mine.base for news, _, _ in changed})
    agreements = []
    for news, fields, stood in changed:
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
        fields = as_fine_as(table_map, fields, local, mine.base, stood=stood)
        local = without_renames(connection, spec.slug, mine.record, mine.base, local, fields)
        # A link to what has no remote id yet can be neither compared nor sent; it keeps its base until it can.
        plan = plan_record(
            spec,
            table_map.fields.keys() - news.theirs.unreadable - waiting,
            mine.base,
            local,
            fields,
            table_map.computed_there,
            held.get(mine.record, ()),
        )
        if plan.take:
            _take(connection, spec, {mine.record: plan.take}, sync_pass.author(news.by))
        if conflicts.WHOLE in held.get(mine.record, ()):
            # It was gone and a person was asked; it is there again, with every link to it emptied meanwhile.
            link_anew(connection, spec.slug, mine.record)
        if plan.hold or mine.record in held:
            conflicts.hold(connection, spec.slug, mine.record, mine.base, plan.hold, news.by, sync_pass.now())
        # Of a value that cannot be read nothing is decided, so an edit of that field still waits.
        undecided = changed_fields(mine.base, local).keys() & news.theirs.unreadable
        clean = not plan.push and not plan.hold and not waiting and not undecided
        agreements.append(Agreement(mine.record, remote_id, plan.base, clean))
        _count(sync_pass, connection, spec, mine.record, bool(plan.take or plan.hold))
    agree(connection, spec.slug, agreements)
    sync_pass.agreed.add(spec.slug)


def _with_kept_fields(table_map: TableMap, news: News) -> Snapshot:
    """What the remote has, with the base of what it cannot say: values that cannot be read, fields that do not sync."""
    base = news.mine.base
    kept = news.theirs.unreadable | (base.keys() - table_map.fields.keys())
    return news.theirs.fields | {slug: base[slug] for slug in kept if slug in base}


def _without_cleared_links(
    sync_pass: SyncPass, connection: Connection, spec: TableSpec, base: Snapshot, fields: Snapshot
) -> Snapshot:
    """What the remote has, with the base of the links that were emptied because their target was deleted: that is no edit, and
    they are written again when the target is made again."""
    kept = {}
    for field in spec.fields:
        before = base.get(field.slug) if field.links_to else None
        now = fields.get(field.slug) if field.links_to else None
        if before == now or isinstance(before, str) or isinstance(now, str):
            continue
        linked = {remote for value in (before, now) if isinstance(value, list) for remote in value}
        if known_deleted(sync_pass, connection, field.links_to, linked) == linked:
            kept[field.slug] = before
    return {slug: value for slug, value in {**fields, **kept}.items() if value is not None} if kept else fields


def _take(connection: Connection, spec: TableSpec, taken: Mapping[RecordId, Mapping[str, Wire]], author: Author) -> None:
    edits: dict[RecordId, dict[str, Stored]] = {}
    missing: list[unresolved.Unresolved] = []
    for record, fields in taken.items():
        values = edits.setdefault(record, {})
        for slug, value in fields.items():
            stored = from_wire(spec.by_slug[slug], value, lambda s, r: _place_of(connection, s, r))
            if slug == "key" and stored is None:
                # A cleared key may be put back, but only on a person's word; until then the record keeps its name.
                continue
            if stored is None and isinstance(value, list):
                missing.append((spec.slug, record, slug, value[0]))
            values[slug] = stored
    update_many(connection, spec.slug, edits, author)
    if missing:
        unresolved.note(connection, missing)


def _place_of(connection: Connection, slug: str, remote: str) -> int | None:
    """The local id of a linked record, which the remote says by its id or by its name; of one that is gone, the id that it gets
    again."""
    record = linked_record(connection, slug, remote)
    return record if record is not None else tombstones.places_of(connection, slug, [remote]).get(remote)


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
        tr(
            "{name} {key} was deleted here and edited in {name_2} meanwhile; it is back with their edit.",
            name=spec.name,
            key=key,
            name_2=sync_pass.remote.name,
        ),
    )


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
