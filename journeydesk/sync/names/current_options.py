"""Options arrive by name and are known by id: before anything is concluded from a name, or sent by one, the names are those of now
(docs/sync.md, "Options")."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from journeydesk.domain.catalogue import BY_SLUG
from journeydesk.domain.field_kinds.options import NamedOption
from journeydesk.domain.values import canonical
from journeydesk.domain.words import tr
from journeydesk.storage.sync.local_snapshots import Snapshot
from journeydesk.storage.sync.sync_records import by_remote_id
from journeydesk.storage.sync.table_maps import TableMap
from journeydesk.sync.ports import RemoteRecord, SchemaChanged
from journeydesk.sync.remote_snapshot import read_cell
from journeydesk.sync.schema_watch import read_schema
from journeydesk.sync.sync_pass import SyncPass


class OptionsChanged(SchemaChanged):
    """The options are others than those that something was read by; the schema was read already, and the exchange begins again."""

    def __init__(self, remote_name: str) -> None:
        super().__init__(
            tr("Options were renamed in {remote_name} during sync. Sync tries again by itself.", remote_name=remote_name)
        )


def check_read(sync_pass: SyncPass, table_map: TableMap, records: Sequence[RemoteRecord]) -> None:
    """Before a page is merged: where it holds news of a select and the names are not known to be those of now, or an option that is not
    known, the schema is read. Raises OptionsChanged where they are others than the page was read by."""
    if not table_map.option_ids:
        return
    unknown = set(_unknown(table_map, records)) - sync_pass.unknown_options
    if not unknown and (sync_pass.options_are_current or not _has_news(sync_pass, table_map, records)):
        return
    sync_pass.unknown_options |= unknown
    _read(sync_pass)


def check_sent(sync_pass: SyncPass, table_map: TableMap, sent: Iterable[Snapshot]) -> None:
    """The same before options are sent by their names."""
    if not sync_pass.options_are_current and any(table_map.option_ids.keys() & each.keys() for each in sent):
        _read(sync_pass)


def check_recovered(sync_pass: SyncPass) -> None:
    """The same before what was sent is compared with what stands there now; nothing was read yet that could be wrong."""
    if not sync_pass.options_are_current:
        read_schema(sync_pass)


def _read(sync_pass: SyncPass) -> None:
    if read_schema(sync_pass):
        raise OptionsChanged(sync_pass.remote.name)


def _names(table_map: TableMap, fields: Mapping[str, object]) -> Iterator[tuple[str, str]]:
    for slug in table_map.option_ids:
        value = fields.get(table_map.fields[slug])
        for name in value if isinstance(value, list) else [value]:
            if isinstance(name, str) and not isinstance(name, NamedOption):
                yield slug, name


def _unknown(table_map: TableMap, records: Sequence[RemoteRecord]) -> Iterator[tuple[str, str, str]]:
    for record in records:
        for slug, name in _names(table_map, record.fields):
            if not table_map.offers(slug, name):
                yield table_map.slug, slug, name


def _has_news(sync_pass: SyncPass, table_map: TableMap, records: Sequence[RemoteRecord]) -> bool:
    with sync_pass.database.read() as connection:
        known = by_remote_id(connection, table_map.slug, [record.id for record in records])
    fields = BY_SLUG[table_map.slug].by_slug
    for record in records:
        base = known[record.id].base if record.id in known else {}
        for slug in table_map.option_ids:
            now = read_cell(table_map, slug, record.fields.get(table_map.fields[slug]))
            if now != canonical(fields[slug], base.get(slug)):
                return True
    return False
