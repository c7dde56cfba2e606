"""Links that a remote emptied because their target was deleted: told from those that a person emptied by asking for the target."""

from collections.abc import Iterable, Sequence

from journeydesk.domain.catalogue import BY_SLUG, FieldType
from journeydesk.domain.ids import RemoteId
from journeydesk.storage.engine.connection import Connection
from journeydesk.storage.records import tombstones
from journeydesk.storage.sync import conflicts
from journeydesk.storage.sync.remote_ids import records_of_remote
from journeydesk.storage.sync.sync_records import by_remote_id
from journeydesk.storage.sync.table_maps import TableMap
from journeydesk.sync.ports import RemoteRecord
from journeydesk.sync.sync_pass import SyncPass


def known_deleted(sync_pass: SyncPass, connection: Connection, slug: str, remotes: Iterable[str]) -> set[str]:
    """Those of these remote records that are known to be gone: remembered as such, in question, or proven in this pass."""
    ids = sorted(set(remotes))
    gone = {remote for remote in ids if (slug, remote) in sync_pass.deleted_targets}
    # What was remembered as gone may have been restored since, and be known again.
    remembered = tombstones.places_of(connection, slug, ids).keys() - records_of_remote(connection, slug, ids).keys()
    return gone | remembered | conflicts.gone_remotes(connection, slug, ids)


def learn_deleted_targets(sync_pass: SyncPass, table_map: TableMap, records: Sequence[RemoteRecord]) -> None:
    """Asks for the targets of links that stand in the base and are empty in `records`, as far as nothing is known of them."""
    links = [
        field
        for field in BY_SLUG[table_map.slug].fields
        if field.slug in table_map.fields and table_map.forms[field.slug].holds == FieldType.LINK.value == field.type.value
    ]
    unlinked = [record for record in records if any(not record.fields.get(table_map.fields[field.slug]) for field in links)]
    if not unlinked:
        return
    with sync_pass.database.read() as connection:
        known = by_remote_id(connection, table_map.slug, [record.id for record in unlinked])
        emptied: dict[str, set[str]] = {}
        for record in unlinked:
            for field in links:
                before = known[record.id].base.get(field.slug) if record.id in known else None
                if isinstance(before, list) and not record.fields.get(table_map.fields[field.slug]):
                    emptied.setdefault(field.links_to, set()).update(before)
        unsure = {slug: remotes - known_deleted(sync_pass, connection, slug, remotes) for slug, remotes in emptied.items()}
    for slug, remotes in unsure.items():
        if slug in sync_pass.maps:
            _ask(sync_pass, sync_pass.maps[slug], [RemoteId(remote) for remote in sorted(remotes)])


def _ask(sync_pass: SyncPass, target_map: TableMap, remotes: Sequence[RemoteId]) -> None:
    table = target_map.table_id
    for start in range(0, len(remotes), sync_pass.remote.limits.page):
        part = remotes[start : start + sync_pass.remote.limits.page]
        fetched = sync_pass.read(lambda part=part: sync_pass.remote.fetch(table, part, target_map.asked))  # type: ignore[misc]
        alive = {record.id for record in fetched}
        for remote in part:
            if remote not in alive and sync_pass.read(lambda remote=remote: sync_pass.remote.get(table, remote)) is None:  # type: ignore[misc]
                sync_pass.deleted_targets.add((target_map.slug, remote))
