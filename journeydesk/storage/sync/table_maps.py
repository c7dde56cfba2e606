"""Which table and fields of the remote ours are: by id, so that a remote rename changes nothing
(docs/sync.md, "Schema drift")."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field

from journeydesk.domain.catalogue import BY_SLUG
from journeydesk.storage.engine import sql
from journeydesk.storage.engine.connection import Connection

FOUND = "found"
"""The state of a field that syncs; any other state pauses it: removed, other type, computed."""


@dataclass(frozen=True, slots=True)
class TableMap:
    """Which table and fields of the remote a slug's table and fields are."""

    slug: str
    table_id: str
    fields: Mapping[str, str]
    """Remote field id by field slug."""
    other: Mapping[str, str]
    """Names of the remote's fields that are not ours, by field id."""
    choices: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    """For selects whose options were renamed remotely: our name of an option by theirs, by field slug."""

    @property
    def key_field(self) -> str | None:
        """The remote id of the key field; None where the base has none any more: then nothing can be created."""
        return self.fields.get("key")

    @property
    def asked(self) -> list[str]:
        """The remote fields to ask for: ours and those shown beside them."""
        return [*self.fields.values(), *self.other]

    def ours(self, slug: str, theirs: object) -> object:
        """Our name of an option that they call `theirs`; anything else as it is."""
        renamed = self.choices.get(slug)
        return renamed.get(theirs, theirs) if renamed and isinstance(theirs, str) else theirs

    def theirs(self, slug: str, ours: object) -> object:
        """Their name of an option that we call `ours`; anything else as it is."""
        renamed = self.choices.get(slug)
        return next((name for name, own in renamed.items() if own == ours), ours) if renamed else ours


@dataclass(frozen=True, slots=True)
class MappedField:
    """One remote field as it was last seen. `slug` is None for a field that is not ours.

    `choices` are the options by id as (our name, their name).
    """

    slug: str | None
    id: str
    name: str
    type: str
    state: str
    choices: Mapping[str, tuple[str, str]]


def is_matched(connection: Connection) -> bool:
    """Whether set-up has matched any table, be it gone by now."""
    return sql.first(connection, "SELECT 1 FROM schema_field LIMIT 1") is not None


def table_maps(connection: Connection) -> dict[str, TableMap]:
    """The map of every table that set-up has matched and that still exists, by slug in the catalogue's order."""
    rows = sql.rows(
        connection, "SELECT table_slug, field_slug, table_id, field_id, name, choices FROM schema_field WHERE state = 'found'"
    )
    maps: dict[str, TableMap] = {}
    for slug in BY_SLUG:
        mine = [row for row in rows if row[0] == slug]
        fields = {row[1]: row[3] for row in mine if not row[1].startswith("?")}
        if not fields:
            continue
        renamed = {row[1]: _renamed(row[5]) for row in mine if row[5] and not row[1].startswith("?")}
        other = {row[3]: row[4] for row in mine if row[1].startswith("?")}
        maps[slug] = TableMap(slug, mine[0][2], fields, other, {name: pairs for name, pairs in renamed.items() if pairs})
    return maps


def _renamed(choices: str) -> dict[str, str]:
    return {theirs: ours for ours, theirs in json.loads(choices).values() if ours != theirs}


def mapped_fields(connection: Connection, slug: str) -> tuple[str | None, list[MappedField]]:
    """The remote table's id and all its fields as last seen, paused ones too; None where the table was never matched."""
    rows = sql.rows(
        connection,
        "SELECT table_id, field_slug, field_id, name, type, state, choices FROM schema_field WHERE table_slug = ?",
        (slug,),
    )
    fields = [
        MappedField(
            None if row[1].startswith("?") else row[1],
            row[2],
            row[3],
            row[4],
            row[5],
            {key: (pair[0], pair[1]) for key, pair in json.loads(row[6] or "{}").items()},
        )
        for row in rows
    ]
    return (rows[0][0] if rows else None), fields


def store_mapped(connection: Connection, slug: str, table_id: str, fields: list[MappedField]) -> None:
    """Replaces what is known of one table."""
    sql.run(connection, "DELETE FROM schema_field WHERE table_slug = ?", (slug,))
    for mapped in fields:
        sql.run(
            connection,
            "INSERT INTO schema_field (table_slug, field_slug, table_id, field_id, name, type, state, choices) "
            "VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
            (
                slug,
                mapped.slug or f"?{mapped.id}",
                table_id,
                mapped.id,
                mapped.name,
                mapped.type,
                mapped.state,
                json.dumps(dict(mapped.choices), ensure_ascii=False) if mapped.choices else None,
            ),
        )


def forget_mapped(connection: Connection, slug: str) -> None:
    """Forgets what is known of one table: it lives on this computer only."""
    sql.run(connection, "DELETE FROM schema_field WHERE table_slug = ?", (slug,))


def rename_option(connection: Connection, slug: str, field_slug: str, seen: str, ours: str) -> None:
    """Puts our name of an option wherever theirs was taken in before its rename was known: in the local records and in the bases."""
    sql.run(connection, f"UPDATE {slug} SET {field_slug} = ? WHERE {field_slug} = ?", (ours, seen))
    sql.run(
        connection,
        f"UPDATE sync_record SET base = json_set(base, '$.{field_slug}', ?) "
        f"WHERE table_slug = ? AND base IS NOT NULL AND json_extract(base, '$.{field_slug}') = ?",
        (ours, slug, seen),
    )
