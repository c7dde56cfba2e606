"""Set-up: which of the base's tables and fields are ours, what is missing, and making it on request."""

from collections.abc import Sequence
from dataclasses import dataclass

from journeydesk.domain.catalogue import TABLES, FieldSpec, FieldType, TableSpec
from journeydesk.domain.errors import UserError
from journeydesk.storage.database import Database
from journeydesk.storage.sync_state import TableMap, store_table_map, table_maps
from journeydesk.sync.ports import Remote, RemoteField, RemoteTable

_TEXTLIKE = frozenset({"singleLineText", "multilineText", "email", "url", "phoneNumber", "richText"})


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


def match_schema(schema: Sequence[RemoteTable], known: dict[str, TableMap]) -> list[TableMatch]:
    """Matches by id what was matched before, the rest by name: a rename in Airtable breaks nothing."""
    by_id = {table.id: table for table in schema}
    by_name = {table.name.casefold(): table for table in schema}
    matches = []
    for spec in TABLES:
        before = known.get(spec.slug)
        remote = by_id.get(before.table_id) if before else None
        remote = remote or by_name.get(spec.name.casefold())
        fields = tuple(_match_field(field, remote, before) for field in spec.fields)
        matches.append(TableMatch(spec, remote, fields))
    return matches


def _match_field(spec: FieldSpec, table: RemoteTable | None, before: TableMap | None) -> FieldMatch:
    if table is None:
        return FieldMatch(spec, "missing")
    wanted = before.fields.get(spec.slug) if before else None
    found = next((f for f in table.fields if f.id == wanted), None)
    found = found or next((f for f in table.fields if f.name.casefold() == spec.name.casefold()), None)
    if found is None:
        return FieldMatch(spec, "missing")
    return FieldMatch(spec, "found" if _fits(spec, found) else "other type", found)


def _fits(spec: FieldSpec, found: RemoteField) -> bool:
    if spec.type.value in _TEXTLIKE:
        return found.type in _TEXTLIKE
    if spec.type is FieldType.NUMBER:
        return found.type in ("number", "currency", "percent")
    return bool(found.type == spec.type.value)


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


def store_matches(database: Database, matches: Sequence[TableMatch]) -> None:
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
            if match.remote is None:
                continue
            fields = {f.spec.slug: f.remote.id for f in match.fields if f.remote and f.state == "found"}
            ours = set(fields.values())
            names = {f.id: f.name for f in match.remote.fields}
            types = {f.id: f.type for f in match.remote.fields}
            # The other end of a link of ours says nothing that the link does not, in many words.
            other = {f.id: f.name for f in match.remote.fields if f.id not in ours and f.links_to not in tables}
            store_table_map(connection, TableMap(match.spec.slug, match.remote.id, fields, other), names, types)


def set_up(database: Database, remote: Remote, create: bool) -> tuple[list[TableMatch], list[str]]:
    """Reads the schema, matches, on request makes what is missing, and keeps the map. Returns (matches, what was made)."""
    with database.read() as connection:
        known = table_maps(connection)
    matches = match_schema(remote.schema(), known)
    made: list[str] = []
    if create and any(match.missing for match in matches):
        made = create_missing(remote, matches)
        matches = match_schema(remote.schema(), known)
    store_matches(database, matches)
    return matches, made
