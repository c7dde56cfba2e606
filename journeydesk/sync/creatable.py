"""Which new records may be created: those that nobody else made, that belong to somebody, and whose key is theirs."""

from collections.abc import Iterable, Iterator, Sequence

from journeydesk.domain.catalogue import BY_SLUG
from journeydesk.domain.words import tr
from journeydesk.storage.records import unsent_fields
from journeydesk.storage.sync.bases import clear_touched
from journeydesk.storage.sync.owners import owners_of_unsent
from journeydesk.storage.sync.sync_records import SyncRecord, keys_of, owners_of_keys
from journeydesk.storage.sync.table_maps import TableMap
from journeydesk.sync.arrivals import merge_page
from journeydesk.sync.batches import batches
from journeydesk.sync.plan import DERIVED_KEYS
from journeydesk.sync.sync_pass import SyncPass


def creatable(sync_pass: SyncPass, table_map: TableMap, new: Iterable[SyncRecord]) -> Iterator[SyncRecord]:
    """Those of the new records that may be created, a page of them looked for by their keys right before its first is sent."""
    for group in batches(new, sync_pass.remote.limits.page):
        # Files bring keys, so a stranger may have made the record since the pull; an upsert would overwrite it unseen.
        may_be_known = [record for record in group if record.tried or not (record.drawn or table_map.slug in DERIVED_KEYS)]
        if may_be_known:
            look_up(sync_pass, table_map, may_be_known)
        yield from _with_own_key(sync_pass, table_map, with_owner(sync_pass, table_map.slug, group))


def look_up(sync_pass: SyncPass, table_map: TableMap, group: Sequence[SyncRecord]) -> None:
    """Records that the remote may have already are looked for by their key right before they would be sent."""
    assert table_map.key_field is not None
    key_field = table_map.key_field
    with sync_pass.database.read() as connection:
        keys = list(keys_of(connection, table_map.slug, [record.record for record in group]).values())
    records = sync_pass.read(lambda: sync_pass.remote.find(table_map.table_id, key_field, keys, table_map.asked))
    if records:
        merge_page(sync_pass, table_map, records)


def with_owner(sync_pass: SyncPass, slug: str, new: Sequence[SyncRecord]) -> list[SyncRecord]:
    """Leaves out work of a prospect that is deleted or in question, which waits with it, and of one that is gone: that is kept,
    and settled until the prospect comes back."""
    if not new:
        return []
    with sync_pass.database.read() as connection:
        owners = owners_of_unsent(connection, slug, [record.record for record in new])
    if owners.gone:
        with sync_pass.database.write(counted=False) as connection:
            clear_touched(connection, slug, sorted(owners.gone))
    return [record for record in new if record.record not in owners.gone | owners.leaving]


def _with_own_key(sync_pass: SyncPass, table_map: TableMap, new: Sequence[SyncRecord]) -> list[SyncRecord]:
    """Leaves out records whose key another local record has: creating is by key, so they would overwrite that one."""
    if not new:
        return []
    slug = table_map.slug
    with sync_pass.database.read() as connection:
        keys = keys_of(connection, slug, [record.record for record in new])
        owners = owners_of_keys(connection, slug, list(keys.values()))
    good = []
    for record in new:
        if owners.get(keys.get(record.record, "")) == record.record:
            good.append(record)
        elif not record.unsent.keeps(unsent_fields.WHOLE, None):
            reason = tr(
                "another record here has the key {keys}; give this one a key of its own, or delete one",
                keys=keys.get(record.record),
            )
            with sync_pass.database.write() as connection:
                unsent_fields.reject(connection, slug, record.record, {unsent_fields.WHOLE: (None, reason)})
            sync_pass.tally.problems.append(f"{BY_SLUG[slug].name}: {reason}")
    return good
