"""After a storm: what must hold of its world, as sentences about what does not."""

from collections import defaultdict
from collections.abc import Iterator
from datetime import timedelta

from journeydesk.domain.catalogue import BY_SLUG
from journeydesk.domain.ids import RecordId, RemoteId
from journeydesk.storage.engine import sql
from journeydesk.storage.records.unsent_fields import WHOLE
from journeydesk.storage.sync.local_snapshots import Snapshot, local_snapshot
from journeydesk.storage.sync.remote_ids import all_remote_ids
from journeydesk.storage.sync.sync_records import sync_records
from journeydesk.storage.sync.table_maps import table_maps
from journeydesk.sync.ports import RemoteRecord
from journeydesk.sync.remote_snapshot import read_snapshot
from tests.storm.kinds import NAMED
from tests.storm.replica import Replica, plain_value
from tests.storm.values import FIELDS
from tests.storm.world import World


def broken_promises(world: World) -> list[str]:
    """Fair weather, then: all equal, no key twice, nothing lost, no damage. Empty where all of it holds."""
    world.calm_down()
    broken: list[str] = []
    for replica in world.replicas:
        broken += _of_replica(world, replica)
    return [*broken, *_keys_twice(world), *_linked_otherwise(world)]


def _linked_otherwise(world: World) -> Iterator[str]:
    """Whom a text means it means on every machine; one that came late may not know whom."""
    for slug in NAMED if world.kind.names else ():
        living = world.service.records(world.maps["prospects"].table_id)
        meant: dict[str, set[str]] = defaultdict(set)
        for replica in world.replicas:
            with replica.database.read() as connection:
                rows = sql.rows(
                    connection,
                    f"SELECT own.rid, target.rid FROM {slug} r JOIN sync_record own ON own.table_slug = ? AND own.lid = r.lid "
                    "JOIN sync_record target ON target.table_slug = 'prospects' AND target.lid = r.prospect "
                    "JOIN prospects p ON p.lid = r.prospect AND p.deleted = 0 WHERE own.rid IS NOT NULL AND target.rid IS NOT NULL "
                    "AND NOT EXISTS (SELECT 1 FROM conflict c WHERE c.table_slug = ? AND c.lid = r.lid)",
                    (slug, slug),
                )
            # What is gone there and in question here waits for its answer.
            for own, target in rows:
                if target in living:
                    meant[own].add(target)
        yield from (f"{own} of {slug} means {sorted(targets)}" for own, targets in meant.items() if len(targets) > 1)


def _of_replica(world: World, replica: Replica) -> Iterator[str]:
    world.clock.at += timedelta(minutes=10)
    outcome = replica.sync()
    if outcome is None:
        yield f"{replica.name} cannot finish a pass in fair weather"
        return
    if outcome.pushed:
        yield f"{replica.name} still sends in fair weather"
    if outcome.pending > _waiting_for_a_refused_prospect(replica) and not outcome.conflicts:
        yield f"{replica.name} waits for ever with {outcome.pending}"
    yield from (f"{replica.name} lost {typed}" for typed in replica.lost_values())
    replaced = replica.replaced_unasked(_reached(world), world.touched_keys)
    yield from (f"{replica.name} lost without a question {typed}" for typed in replaced)
    with replica.database.read() as connection:
        verdict = sql.scalar(connection, "PRAGMA integrity_check")
        intents = sql.scalar(connection, "SELECT count(*) FROM intent")
    if verdict != "ok":
        yield f"{replica.name}'s file is damaged: {verdict}"
    if intents:
        yield f"{replica.name} keeps {intents} intents"
    for slug in FIELDS:
        yield from _differences(world, replica, slug)


def _waiting_for_a_refused_prospect(replica: Replica) -> int:
    """Work on a prospect that is refused as a whole until a person acts, such as a second one with a key: it waits for that one."""
    with replica.database.read() as connection:
        return sum(
            sql.scalar(
                connection,
                f"SELECT count(*) FROM sync_record s JOIN {slug} r ON r.lid = s.lid JOIN sync_record p ON p.table_slug = 'prospects' "
                "AND p.lid = r.prospect WHERE s.table_slug = ? AND s.touched = 1 AND r.deleted = 0 AND p.rid IS NULL "
                "AND json_extract(p.quarantine, ?) IS NOT NULL",
                (slug, f'$."{WHOLE}"'),
            )
            for slug in FIELDS
            if slug != "prospects" and "prospect" in BY_SLUG[slug].by_slug
        )


def _reached(world: World) -> dict[tuple[str, str], set[tuple[str, str]]]:
    """What ever stood there, as (field id, value), by (table id, key) of its record; options by our words."""
    primary = {table_map.table_id: table_map.key_field for table_map in world.maps.values()}
    written = world.service.written
    keys: dict[RemoteId, set[str]] = defaultdict(set)
    for entry in written:
        if entry.record is None or entry.fields is None:
            continue
        if key := entry.fields.get(primary.get(entry.table) or ""):
            keys[entry.record].add(str(key))
    reached: dict[tuple[str, str], set[tuple[str, str]]] = defaultdict(set)
    # What a record was made without stood there empty.
    empty = {table_map.table_id: dict.fromkeys(table_map.fields.values()) for table_map in world.maps.values()}
    known: set[RemoteId] = set()
    words = _words_of_options(world)
    for entry in written:
        if entry.record is None or entry.fields is None:
            continue
        fields = entry.fields if entry.record in known else empty[entry.table] | dict(entry.fields)
        known.add(entry.record)
        for key in keys[entry.record]:
            reached[entry.table, key] |= {
                (name, plain_value(words.get((name, value), value) if isinstance(value, str) else value))
                for name, value in fields.items()
            }
    return reached


def _words_of_options(world: World) -> dict[tuple[str, str], str]:
    """Our word for each option, by field id and what it is called there by now; it was made in the order of our words."""
    shapes = {one.id: one for one in world.service.schema()}
    return {
        (field.id, name): word
        for slug, table_map in world.maps.items()
        for field in shapes[table_map.table_id].fields
        for spec in BY_SLUG[slug].fields
        if table_map.fields.get(spec.slug) == field.id
        for (_, name), word in zip(field.choices, spec.choices, strict=False)
    }


def _differences(world: World, replica: Replica, slug: str) -> Iterator[str]:
    spec = BY_SLUG[slug]
    with replica.database.read() as connection:
        table_map = table_maps(connection)[slug]
        known = {RemoteId(remote): RecordId(record) for remote, record in all_remote_ids(connection, slug).items()}
        there = world.service.records(table_map.table_id)
        for remote, fields in there.items():
            if remote not in known:
                yield f"{replica.name} lacks {remote} of {slug}"
                continue
            exempt = replica.exempt(connection, slug, known[remote])
            if "*" in exempt:
                continue
            state = sync_records(connection, slug, [known[remote]])[known[remote]]
            snapshot, waiting = local_snapshot(connection, spec, known[remote], state.base)
            theirs = _without_dead_links(world, read_snapshot(table_map, RemoteRecord(remote, fields)).fields)
            ours = _without_dead_links(world, snapshot)
            if state.deleted:
                yield f"{replica.name} still has {remote} of {slug} marked as deleted"
            for name in (ours.keys() | theirs.keys()) - exempt - waiting - {"key"}:
                agreed = not state.touched and state.base.get(name) == theirs.get(name)
                if agreed and spec.by_slug[name].links_to and isinstance(theirs.get(name), str):
                    # It means ours; that another is called so since is no edit.
                    continue
                if ours.get(name) != theirs.get(name):
                    yield f"{replica.name}, {slug} {remote}, {name}: here {ours.get(name)!r}, there {theirs.get(name)!r}"
        for remote, record in known.items():
            if remote not in there and "*" not in replica.exempt(connection, slug, record):
                yield f"{replica.name} still has {remote} of {slug}"


def _without_dead_links(world: World, fields: Snapshot) -> Snapshot:
    """Without links to what is gone: this service does not clear them, others do."""
    alive = world.service.records(world.maps["prospects"].table_id)
    return {
        name: value for name, value in fields.items() if not isinstance(value, list) or any(remote in alive for remote in value)
    }


def _keys_twice(world: World) -> Iterator[str]:
    exempt = world.touched_keys | world.restored_keys
    for slug in FIELDS:
        table_map = world.maps[slug]
        keys = [fields.get(table_map.key_field or "") for fields in world.service.records(table_map.table_id).values()]
        for replica in world.replicas:
            for made_in, key in replica.made:
                if made_in == slug and key not in exempt and keys.count(key) > 1:
                    yield f"{key} stands {keys.count(key)} times in {slug}"
