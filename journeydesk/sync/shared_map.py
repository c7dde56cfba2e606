"""The team's map: found in a base at set-up, shared once this computer's set-up is done, followed when another computer's changed it
(docs/sync.md, "Mapping")."""

import json
from collections.abc import Sequence
from dataclasses import replace

from journeydesk.domain.catalogue import BY_SLUG, SETTINGS
from journeydesk.domain.mapping.shared import (
    MAP_KEY,
    SharedField,
    SharedMap,
    SharedTable,
    is_same,
    map_text,
    read_map,
    with_options_of,
)
from journeydesk.storage.engine.connection import Connection
from journeydesk.storage.records import records
from journeydesk.storage.records.records import Author
from journeydesk.storage.sync.meta import get_meta, set_meta
from journeydesk.storage.sync.table_maps import MappedField, mapped_fields, table_maps
from journeydesk.sync.ports import Remote, RemoteTable, SchemaChanged
from journeydesk.sync.setup import FieldMatch, TableMatch, match_of, store_matches
from journeydesk.sync.sync_pass import SyncPass

_TO_SHARE, _FOLLOWED, _LEFT_OUT = "map_to_share", "map_followed", "map_left_out"
LEFT_ALONE = "left_alone"
_TEXTS = frozenset({"singleLineText", "multilineText", "richText"})
_MOST_FIELDS = 12


def find_shared_map(remote: Remote, schema: Sequence[RemoteTable], known_table: str | None) -> SharedMap | None:
    """The map that a base holds. The table of the settings is the one that is known, or has our name; failing these any small one of
    texts where a record has the map's key and a map: its own fields are what is known of it then, whatever it is called."""
    by_name = [table for table in schema if table.id == known_table or table.name.casefold() == SETTINGS.name.casefold()]
    others = [table for table in schema if table not in by_name and len(table.fields) <= _MOST_FIELDS]
    for table in (*by_name, *others):
        texts = [field for field in table.fields if field.type in _TEXTS]
        for key in texts if len(texts) > 1 else ():
            if key.type != "singleLineText":
                continue
            try:
                answer = remote.find(table.id, key.id, [MAP_KEY], [field.id for field in texts])
            except SchemaChanged:
                continue
            for record in answer:
                for field in texts:
                    shared = read_map(record.fields.get(field.id))
                    if shared is not None:
                        return _at_home(shared, table, key.id, field.id)
    return None


def _at_home(shared: SharedMap, table: RemoteTable, key: str, value: str) -> SharedMap:
    """The map with the table that it was found in as the table of the settings."""
    names = {field.id: field.name for field in table.fields}
    before = shared.tables.get("settings")
    fields = {slug: field for slug, field in (before.fields if before else {}).items() if field.id in names}
    fields |= {"key": SharedField(key, names[key], {}), "value": SharedField(value, names[value], {})}
    return replace(shared, tables={**shared.tables, "settings": SharedTable(table.id, table.name, fields)})


def map_of(connection: Connection, base: str) -> SharedMap | None:
    """The map that this computer goes by; None where it goes by none yet."""
    tables = {}
    for slug, spec in BY_SLUG.items():
        table_id, mapped = mapped_fields(connection, slug)
        if table_id is None:
            continue
        fields = {
            field.slug: SharedField(field.id, field.name, _shared_options(field)) for field in mapped if field.slug is not None
        }
        tables[slug] = SharedTable(table_id, get_meta(connection, f"table_name {slug}") or spec.name, fields)
    if "prospects" not in tables:
        return None
    return SharedMap(base, tables, frozenset(json.loads(get_meta(connection, _LEFT_OUT) or "[]")))


def _shared_options(field: MappedField) -> dict[str, tuple[str, str | None]]:
    """Options with our words. Whom a computer met so far is its own."""
    return {} if field.form.by_id else {key: (theirs, ours) for key, (ours, theirs) in sorted(field.choices.items())}


def remember_matches(
    connection: Connection,
    matches: Sequence[TableMatch],
    left_out: frozenset[str],
    to_share: bool,
    unsynced: Sequence[str] = (),
) -> None:
    """After set-up: how the tables are called, what is left out on purpose, whether the team is to have this map, and the sentences about
    what does not sync, for the next pass to say."""
    set_meta(connection, LEFT_ALONE, json.dumps(unsynced, ensure_ascii=False) if unsynced else None)
    for match in matches:
        set_meta(connection, f"table_name {match.spec.slug}", match.remote.name if match.remote else None)
    set_meta(connection, _LEFT_OUT, json.dumps(sorted(left_out)))
    set_meta(connection, _TO_SHARE, "1" if to_share else None)
    set_meta(connection, _FOLLOWED, None)


def exchange_map(sync_pass: SyncPass) -> bool:
    """After a pull: shares the map of a set-up, else follows the team's where it is another one; whether this computer's changed."""
    with sync_pass.database.read() as connection:
        base = get_meta(connection, f"{sync_pass.remote.name.casefold()}_base")
        record = records.find_by_key(connection, "settings", MAP_KEY)
        row = records.get(connection, "settings", record) if record is not None else None
        is_to_share = get_meta(connection, _TO_SHARE) is not None
        followed = get_meta(connection, _FOLLOWED)
    if base is None or "settings" not in sync_pass.maps:
        return False
    stored = str(row["value"]) if row and row["value"] else None
    if is_to_share or stored is None:
        _share(sync_pass, base, stored)
        return False
    changed = stored != followed and _follow(sync_pass, stored)
    _share_options(sync_pass, base, stored)
    return changed


def _share_options(sync_pass: SyncPass, base: str, stored: str) -> None:
    """Adds the options that were met since, each with our word, so that every computer has the same one."""
    shared = read_map(stored)
    with sync_pass.database.read() as connection:
        own = map_of(connection, base)
    if shared is None or own is None or shared.base != base:
        return
    whole = with_options_of(shared, own)
    if whole == shared:
        return
    text = map_text(whole)
    with sync_pass.database.write() as connection:
        _write(sync_pass, connection, text)
        set_meta(connection, _FOLLOWED, text)


def _share(sync_pass: SyncPass, base: str, stored: str | None) -> None:
    with sync_pass.database.write() as connection:
        shared = map_of(connection, base)
        if shared is None:
            return
        text = map_text(shared)
        if text != stored:
            _write(sync_pass, connection, text)
        set_meta(connection, _TO_SHARE, None)
        set_meta(connection, _FOLLOWED, text)


def _write(sync_pass: SyncPass, connection: Connection, text: str) -> None:
    author = Author("Journeydesk", sync_pass.now(), "rule")
    record = records.find_by_key(connection, "settings", MAP_KEY)
    values: records.Row = {"value": text, "changed_by": author.actor}
    if record is None:
        records.insert(connection, "settings", values | {"key": MAP_KEY}, author)
    else:
        records.update(connection, "settings", record, values, author)


def _follow(sync_pass: SyncPass, text: str) -> bool:
    """Takes the team's map over where every table of it is in this base; a map of another base, or one that cannot be read, waits
    for the next set-up."""
    shared = read_map(text)
    with sync_pass.database.write() as connection:
        set_meta(connection, _FOLLOWED, text)
        before = map_of(connection, shared.base) if shared else None
    if shared is None or before is None or is_same(shared, before):
        return False
    schema = {table.id: table for table in sync_pass.read(sync_pass.remote.schema)}
    if shared.tables["prospects"].id not in schema:
        return False
    maps = sync_pass.maps
    matches = [_matched(slug, shared, schema) for slug in BY_SLUG]
    store_matches(sync_pass.database, matches, sync_pass.now())
    with sync_pass.database.write() as connection:
        remember_matches(connection, matches, shared.left_out, False)
        set_meta(connection, _FOLLOWED, text)
        sync_pass.maps = table_maps(connection, sync_pass.zone)
    return maps != sync_pass.maps


def _matched(slug: str, shared: SharedMap, schema: dict[str, RemoteTable]) -> TableMatch:
    spec, known = BY_SLUG[slug], shared.tables.get(slug)
    table = schema.get(known.id) if known else None
    if known is None or table is None:
        return TableMatch(spec, None, tuple(FieldMatch(field, "left out") for field in spec.fields), left_out=True)
    words = {
        name: {key: ours for key, (_theirs, ours) in field.options.items() if ours is not None}
        for name, field in known.fields.items()
    }
    return match_of(spec, table, {name: field.id for name, field in known.fields.items()}, words)
