"""Set-up: which of the base's tables and fields are ours, what is missing, and creating it on request."""

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
    """One field we need: `state` is found, missing, or "other type" (then `remote` says which)."""

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
        """The fields that the base lacks."""
        return tuple(match for match in self.fields if match.state == "missing")


Known = dict[str, tuple[str | None, list[MappedField]]]


def match_schema(schema: Sequence[RemoteTable], known: Known) -> list[TableMatch]:
    """Matches by id what was matched before, the rest by name: a remote rename breaks nothing."""
    by_id = {table.id: table for table in schema}
    by_name = {table.name.casefold(): table for table in schema}
    matches = []
    for spec in TABLES:
        table_id, before = known.get(spec.slug, (None, []))
        remote = (by_id.get(table_id) if table_id else None) or by_name.get(spec.name.casefold())
        ids = {field.slug: field.id for field in before if field.slug}
        matches.append(TableMatch(spec, remote, tuple(_match_field(field, remote, ids) for field in spec.fields)))
    return matches


def _match_field(spec: FieldSpec, table: RemoteTable | None, ids: Mapping[str, str]) -> FieldMatch:
    if table is None:
        return FieldMatch(spec, "missing")
    field = next((each for each in table.fields if each.id == ids.get(spec.slug)), None)
    field = field or next((each for each in table.fields if each.name.casefold() == spec.name.casefold()), None)
    if field is None:
        return FieldMatch(spec, "missing")
    return FieldMatch(spec, "found" if fits(spec, field) else "other type", field)


def create_missing(remote: Remote, matches: Sequence[TableMatch]) -> list[str]:
    """Creates the tables and fields that are missing, parents of links first; returns what was created, in words."""
    targets = {match.spec.slug: match.remote.id for match in matches if match.remote}
    created = []
    for match in matches:
        if match.remote is None:
            targets[match.spec.slug] = remote.create_table(match.spec, targets)
            created.append(match.spec.name)
            continue
        for missing in match.missing:
            remote.create_field(match.remote.id, missing.spec, targets)
            created.append(f"{match.spec.name}, {missing.spec.name}")
    return created


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


def _store(connection: Connection, table: TableMatch, remote: RemoteTable, tables: set[str]) -> None:
    before = {field.id: field.choices for field in mapped_fields(connection, table.spec.slug)[1]}
    fields = [
        MappedField(
            match.spec.slug,
            match.remote.id,
            match.remote.name,
            match.remote.type,
            FOUND if match.state == "found" else match.state,
            options(table.spec, match.spec.slug, match.remote, before.get(match.remote.id, {})),
        )
        for match in table.fields
        if match.remote is not None
    ]
    ours = {field.id for field in fields}
    # The other end of a link of ours says nothing that the link does not, in many words.
    fields += [
        MappedField(None, field.id, field.name, field.type, FOUND, {})
        for field in remote.fields
        if field.id not in ours and field.links_to not in tables
    ]
    store_mapped(connection, table.spec.slug, remote.id, fields)


def set_up(database: Database, remote: Remote, create: bool, at: str) -> tuple[list[TableMatch], list[str]]:
    """Reads the schema, matches, on request creates what is missing, and keeps the map (`at` is the stored moment of now).

    Returns (matches, what was created).
    """
    with database.read() as connection:
        known = {spec.slug: mapped_fields(connection, spec.slug) for spec in TABLES}
    matches = match_schema(remote.schema(), known)
    created: list[str] = []
    if create and any(match.missing for match in matches):
        created = create_missing(remote, matches)
        matches = match_schema(remote.schema(), known)
    store_matches(database, matches, at)
    return matches, created
