"""Set-up: which of the base's tables and fields are ours, what is missing, and creating it on request."""

from collections.abc import Mapping, Sequence
from dataclasses import field, replace

from journeydesk.domain.catalogue import TABLES, FieldSpec, TableSpec
from journeydesk.domain.errors import UserError
from journeydesk.domain.field_kinds.fit import Fit
from journeydesk.domain.frozen_data import dataclass
from journeydesk.domain.ids import RecordId
from journeydesk.domain.mapping.fields import OURS
from journeydesk.domain.words import tr
from journeydesk.storage.engine.connection import Connection
from journeydesk.storage.engine.database import Database
from journeydesk.storage.sync.bases import create_anew
from journeydesk.storage.sync.cursors import walk_again
from journeydesk.storage.sync.meta import get_meta, set_meta
from journeydesk.storage.sync.remote_ids import all_remote_ids
from journeydesk.storage.sync.table_maps import FOUND, MappedField, forget_mapped, mapped_fields, store_mapped
from journeydesk.sync.ports import Remote, RemoteField, RemoteTable
from journeydesk.sync.schema_watch import READ_AT, options, state_of


@dataclass(frozen=True, slots=True)
class FieldMatch:
    """One field we need: `state` is found, missing, left out or "other type" (then `remote` says which).

    `words` has our word for options of theirs, by option id; an option without one is called as they call it.
    """

    spec: FieldSpec
    state: str
    remote: RemoteField | None = None
    words: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class TableMatch:
    """One table we need, with its fields; `remote` is None where the base lacks it, or where it is `left_out`."""

    spec: TableSpec
    remote: RemoteTable | None
    fields: tuple[FieldMatch, ...]
    left_out: bool = False

    @property
    def missing(self) -> tuple[FieldMatch, ...]:
        """The fields that the base lacks and that are wanted there."""
        return () if self.left_out else tuple(match for match in self.fields if match.state == "missing")

    @property
    def has_name(self) -> bool:
        """Whether a record can be told from another: of the prospects a company or a contact, of the others anything."""
        names = ("company", "contact_name")
        return self.spec.slug != "prospects" or any(m.spec.slug in names and m.state == "found" for m in self.fields)


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


def _match_field(
    spec: FieldSpec, table: RemoteTable | None, ids: Mapping[str, str], ours: FieldSpec | None = None
) -> FieldMatch:
    if table is None:
        return FieldMatch(ours or spec, "missing")
    field = next((each for each in table.fields if each.id == ids.get(spec.slug)), None)
    field = field or next((each for each in table.fields if each.name.casefold() == spec.name.casefold()), None)
    if field is None:
        return FieldMatch(ours or spec, "missing")
    return FieldMatch(ours or spec, "found" if field.fit(spec) is not Fit.NONE else "other type", field)


def match_of(spec: TableSpec, table: RemoteTable, ids: Mapping[str, str], words: Mapping[str, Mapping[str, str]]) -> TableMatch:
    """A table of ours that is this one, its fields those of the ids; the rest is left out."""
    fields = {field.id: field for field in table.fields}
    matches = []
    for each in spec.fields:
        remote = fields.get(ids.get(each.slug, ""))
        state = "left out" if remote is None else "found" if remote.fit(each) is not Fit.NONE else "other type"
        matches.append(FieldMatch(each, state, remote, words.get(each.slug, {})))
    return TableMatch(spec, table, tuple(matches))


def create_missing(remote: Remote, matches: Sequence[TableMatch]) -> list[str]:
    """Creates the tables and fields that are missing, parents of links first; returns what was created, in words."""
    targets = {match.spec.slug: match.remote.id for match in matches if match.remote}
    created = []
    for match in matches:
        if match.left_out:
            continue
        if match.remote is None:
            targets[match.spec.slug] = remote.create_table(match.spec, targets)
            created.append(match.spec.name)
            continue
        for missing in match.missing:
            remote.create_field(match.remote.id, created_as(match, missing.spec), targets)
            created.append(f"{match.remote.name}, {created_as(match, missing.spec).name}")
    return created


def created_as(match: TableMatch, spec: FieldSpec) -> FieldSpec:
    """A field as it is created: in a table that is not by our catalogue the key says whose it is, and a name that is taken by a
    field of another kind gets ours in front."""
    if match.remote is None:
        return spec
    is_ours = match.remote.name.casefold() == match.spec.name.casefold()
    name = f"{OURS} Key" if spec.slug == "key" and not is_ours else spec.name
    if any(field.name.casefold() == name.casefold() for field in match.remote.fields):
        name = f"{OURS} {name}"
    return replace(spec, name=name)


def with_created(matches: Sequence[TableMatch], schema: Sequence[RemoteTable]) -> list[TableMatch]:
    """The matches over the schema as it is once everything missing was created."""
    return [_with_created(match, schema) for match in matches]


def _with_created(match: TableMatch, schema: Sequence[RemoteTable]) -> TableMatch:
    if match.left_out:
        return match
    if match.remote is None:
        table = next((table for table in reversed(schema) if table.name == match.spec.name), None)
        return replace(match, remote=table, fields=tuple(_match_field(field.spec, table, {}) for field in match.fields))
    table = next((table for table in schema if table.id == match.remote.id), None)
    fields = [
        _match_field(created_as(match, each.spec), table, {}, each.spec) if each.state == "missing" else each
        for each in match.fields
    ]
    return replace(match, remote=table, fields=tuple(fields))


def store_matches(database: Database, matches: Sequence[TableMatch], at: str) -> None:
    """Keeps the map for sync; what is not matched lives on this computer. Raises UserError where there is nothing to sync: no table
    of prospects, or none of a name."""
    prospects = next(match for match in matches if match.spec.slug == "prospects")
    if prospects.remote is None or not prospects.has_name:
        lacks = (
            tr("no table is matched with {name}", name=prospects.spec.name)
            if prospects.remote is None
            else (tr("no field of “{name}” is matched with Company or Contact Name", name=prospects.remote.name))
        )
        raise UserError(
            tr(
                "Nothing can be synced yet: {lacks}. See what fits with: journeydesk setup --show-map, or create "
                "what is missing: journeydesk setup --create-missing",
                lacks=lacks,
            )
        )
    tables = {match.remote.id for match in matches if match.remote}
    with database.write() as connection:
        for match in matches:
            if match.remote is not None and not match.left_out:
                _begin_anew_elsewhere(connection, match.spec.slug, match.remote.id)
                _store(connection, match, match.remote, tables)
            else:
                forget_mapped(connection, match.spec.slug)
        set_meta(connection, READ_AT, at)
        walk_again(connection)


def _begin_anew_elsewhere(connection: Connection, slug: str, table_id: str) -> None:
    """What was agreed with another table says nothing of this one, and no record is gone because it is not in it: every record is found
    by its key, or created."""
    name = f"mapped_table {slug}"
    before = get_meta(connection, name) or mapped_fields(connection, slug)[0]
    set_meta(connection, name, table_id)
    if before is not None and before != table_id:
        for record in sorted(all_remote_ids(connection, slug).values()):
            create_anew(connection, slug, RecordId(record))


def _store(connection: Connection, table: TableMatch, remote: RemoteTable, tables: set[str]) -> None:
    before = {field.id: field.choices for field in mapped_fields(connection, table.spec.slug)[1]}
    fields = [
        MappedField(
            match.spec.slug,
            match.remote.id,
            match.remote.name,
            match.remote.type,
            state_of(table.spec, match.spec.slug, match.remote) if match.state == "found" else match.state,
            _options(table.spec, match, match.remote, before.get(match.remote.id, {})),
            match.remote.form.as_json(),
        )
        for match in table.fields
        if match.remote is not None
    ]
    ours = {field.id for field in fields}
    # The other end of a link of ours says nothing that the link does not, in many words.
    fields += [
        MappedField(None, field.id, field.name, field.type, FOUND, {})
        for field in remote.fields
        if field.id not in ours and (field.form.computed or field.links_to not in tables)
    ]
    store_mapped(connection, table.spec.slug, remote.id, fields)


def _options(
    table: TableSpec, match: FieldMatch, field: RemoteField, before: Mapping[str, tuple[str, str]]
) -> Mapping[str, tuple[str, str]]:
    names = dict(field.choices)
    return options(table, match.spec.slug, field, before) | {
        identifier: (ours, names[identifier]) for identifier, ours in match.words.items() if identifier in names
    }


def set_up(
    database: Database, remote: Remote, create: bool, at: str, matches: Sequence[TableMatch] | None = None
) -> tuple[list[TableMatch], list[str]]:
    """On request creates what the matches lack, and keeps the map (`at` is the stored moment of now). Without any matches given it
    goes by the ids that are known and by our own names.

    Returns (matches, what was created).
    """
    if matches is None:
        with database.read() as connection:
            known = {spec.slug: mapped_fields(connection, spec.slug) for spec in TABLES}
        matches = match_schema(remote.schema(), known)
    created: list[str] = []
    if create and any(match.missing for match in matches):
        created = create_missing(remote, matches)
        matches = with_created(matches, remote.schema())
    store_matches(database, matches, at)
    return list(matches), created
