"""Set-up: which of the base's tables and fields are ours, what is missing, and making it on request."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from journeydesk.domain.catalogue import TABLES, FieldSpec, TableSpec
from journeydesk.domain.errors import UserError
from journeydesk.storage.engine.connection import Connection
from journeydesk.storage.engine.database import Database
from journeydesk.storage.sync.cursors import walk_again
from journeydesk.storage.sync.meta import set_meta
from journeydesk.storage.sync.table_maps import FOUND, MappedField, mapped_fields, store_mapped
from journeydesk.sync.field_fit import fits
from journeydesk.sync.ports import Remote, RemoteField, RemoteTable
from journeydesk.sync.schema_watch import READ_AT, options


@dataclass(frozen=True, slots=True)
class FieldMatch:
    """One field we need: `state` is found, missing, or "other type" (then `found` says which)."""

    spec: FieldSpec
    state: str
    remote: RemoteField | None = None


@dataclass(frozen=True, slots=True)
class TableMatch:
    """One table we need, with its fields; `remote` is None where the base lacks it."""

    spec: TableSpec
    remote: RemoteTable | None
    fields: tuple[FieldMatch, ...]

    @property
    def missing(self) -> tuple[FieldMatch, ...]:
        """The fields that are not there."""
        return tuple(match for match in self.fields if match.state == "missing")


Known = dict[str, tuple[str | None, list[MappedField]]]


def match_schema(schema: Sequence[RemoteTable], known: Known) -> list[TableMatch]:
    """Matches by id what was matched before, the rest by name: a rename there breaks nothing."""
    by_id = {table.id: table for table in schema}
    by_name = {table.name.casefold(): table for table in schema}
    matches = []
    for spec in TABLES:
        table_id, before = known.get(spec.slug, (None, []))
        remote = (by_id.get(table_id) if table_id else None) or by_name.get(spec.name.casefold())
        wanted = {one.slug: one.id for one in before if one.slug}
        matches.append(TableMatch(spec, remote, tuple(_match_field(field, remote, wanted) for field in spec.fields)))
    return matches


def _match_field(spec: FieldSpec, table: RemoteTable | None, wanted: Mapping[str, str]) -> FieldMatch:
    if table is None:
        return FieldMatch(spec, "missing")
    found = next((f for f in table.fields if f.id == wanted.get(spec.slug)), None)
    found = found or next((f for f in table.fields if f.name.casefold() == spec.name.casefold()), None)
    if found is None:
        return FieldMatch(spec, "missing")
    return FieldMatch(spec, "found" if fits(spec, found) else "other type", found)


def create_missing(remote: Remote, matches: Sequence[TableMatch]) -> list[str]:
    """Makes the tables and fields that are missing, parents of links first; returns what was made, in words."""
    targets = {match.spec.slug: match.remote.id for match in matches if match.remote}
    made = []
    for match in matches:
        if match.remote is None:
            remote.create_table(match.spec, targets)
            made.append(match.spec.name)
            continue
        for missing in match.missing:
            remote.create_field(match.remote.id, missing.spec, targets)
            made.append(f"{match.spec.name}, {missing.spec.name}")
    return made


def store_matches(database: Database, matches: Sequence[TableMatch], at: str) -> None:
    """Keeps the map for sync. Raises UserError naming what is missing where a table cannot be synced without it."""
    unusable = [
        m.spec.name for m in matches if m.remote is None or any(f.spec.slug == "key" and f.remote is None for f in m.fields)
    ]
    if unusable:
        raise UserError(
            f"The base lacks {', '.join(unusable)}, or their key fields. "
            "Create what is missing: journeydesk setup --create-missing"
        )
    tables = {match.remote.id for match in matches if match.remote}
    with database.write() as connection:
        for match in matches:
            if match.remote is not None:
                _store(connection, match, match.remote, tables)
        set_meta(connection, READ_AT, at)
        walk_again(connection)


def _store(connection: Connection, match: TableMatch, remote: RemoteTable, tables: set[str]) -> None:
    before = {one.id: one.choices for one in mapped_fields(connection, match.spec.slug)[1]}
    fields = [
        MappedField(
            one.spec.slug,
            one.remote.id,
            one.remote.name,
            one.remote.type,
            FOUND if one.state == "found" else one.state,
            options(match.spec, one.spec.slug, one.remote, before.get(one.remote.id, {})),
        )
        for one in match.fields
        if one.remote is not None
    ]
    ours = {one.id for one in fields}
    # The other end of a link of ours says nothing that the link does not, in many words.
    fields += [
        MappedField(None, f.id, f.name, f.type, FOUND, {})
        for f in remote.fields
        if f.id not in ours and f.links_to not in tables
    ]
    store_mapped(connection, match.spec.slug, remote.id, fields)


def set_up(database: Database, remote: Remote, create: bool, at: str) -> tuple[list[TableMatch], list[str]]:
    """Reads the schema, matches, on request makes what is missing, and keeps the map (`at` is the stored moment of now).

    Returns (matches, what was made).
    """
    with database.read() as connection:
        known = {spec.slug: mapped_fields(connection, spec.slug) for spec in TABLES}
    matches = match_schema(remote.schema(), known)
    made: list[str] = []
    if create and any(match.missing for match in matches):
        made = create_missing(remote, matches)
        matches = match_schema(remote.schema(), known)
    store_matches(database, matches, at)
    return matches, made
