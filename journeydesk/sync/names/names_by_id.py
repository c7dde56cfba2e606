"""The names of what cells hold by its id: people, and linked records that a text of ours shows."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import tzinfo
from functools import partial

from journeydesk.domain.catalogue import BY_SLUG, FieldSpec, FieldType
from journeydesk.domain.field_kinds.form import PEOPLE, RemoteForm
from journeydesk.domain.field_kinds.reading import person_id, read
from journeydesk.domain.frozen_data import dataclass
from journeydesk.domain.ids import RemoteId
from journeydesk.domain.words import tr
from journeydesk.storage.engine.connection import Connection
from journeydesk.storage.sync.table_maps import TableMap, learn_names, table_map_of
from journeydesk.sync.ports import RemoteRecord
from journeydesk.sync.sync_pass import SyncPass

_NAME = FieldSpec("Name", "name", FieldType.TEXT)
_WITHOUT_NAME = tr("Unnamed record")


def learn_people(sync_pass: SyncPass, connection: Connection, table_map: TableMap, records: Sequence[RemoteRecord]) -> TableMap:
    """The map with everybody whom these records name: by the name of the team's rep with that e-mail address, else as the
    remote calls them."""
    fields = {slug: identifier for slug, identifier in table_map.fields.items() if table_map.forms[slug].holds in PEOPLE}
    new: dict[str, dict[str, tuple[str, str]]] = {}
    for slug, identifier in fields.items():
        known = table_map.choices.get(slug, {})
        for person in (person for record in records for person in _people(record.fields.get(identifier))):
            name, email = str(person.get("name") or ""), str(person.get("email") or "")
            ours = sync_pass.reps.get(email.strip().casefold()) or name or email
            if ours and known.get(person_id(person)) != ours:
                new.setdefault(slug, {})[person_id(person)] = (ours, email)
    if not new:
        return table_map
    return _learn(sync_pass, connection, table_map, new)


def _learn(
    sync_pass: SyncPass, connection: Connection, table_map: TableMap, new: Mapping[str, Mapping[str, tuple[str, str]]]
) -> TableMap:
    learn_names(connection, table_map.slug, new)
    learned = table_map_of(connection, table_map.slug, sync_pass.zone) or table_map
    sync_pass.maps[table_map.slug] = learned
    return learned


def _people(cell: object) -> Iterator[Mapping[str, object]]:
    for person in cell if isinstance(cell, list) else [cell]:
        if isinstance(person, Mapping) and person_id(person):
            yield person


def learn_linked_names(sync_pass: SyncPass, table_map: TableMap, records: Sequence[RemoteRecord]) -> TableMap:
    """The map with the names of all records that these link to from a text of ours; asks for those not met before, outside of
    any transaction."""
    new: dict[str, dict[str, tuple[str, str]]] = {}
    for slug, ids in _unknown(table_map, records).items():
        names = _names(sync_pass, table_map.forms[slug].links_to, ids)
        if names:
            new[slug] = {identifier: (name, "") for identifier, name in names.items()}
    if not new:
        return table_map
    with sync_pass.database.write(counted=False) as connection:
        return _learn(sync_pass, connection, table_map, new)


def _unknown(table_map: TableMap, records: Sequence[RemoteRecord]) -> dict[str, list[RemoteId]]:
    unknown: dict[str, list[RemoteId]] = {}
    for slug in shown_links(table_map):
        known = table_map.choices.get(slug, {})
        cells = [record.fields.get(table_map.fields[slug]) for record in records]
        ids = {each for cell in cells if isinstance(cell, list) for each in cell if isinstance(each, str)}
        if ids - known.keys():
            unknown[slug] = [RemoteId(each) for each in sorted(ids - known.keys())]
    return unknown


def _names(sync_pass: SyncPass, table: str, ids: Sequence[RemoteId]) -> dict[str, str]:
    primary = primary_of(sync_pass, table)
    return {} if primary is None else names_of(sync_pass, table, primary, ids)


@dataclass(frozen=True, slots=True)
class Primary:
    """The field that names the records of a table: its id, and what its values are like."""

    id: str
    form: RemoteForm

    def name(self, record: RemoteRecord, zone: tzinfo) -> str:
        """What a record is called."""
        name = read(_NAME, self.form, record.fields.get(self.id), zone, lambda option: option)
        return str(name or _WITHOUT_NAME)


def primary_of(sync_pass: SyncPass, table: str) -> Primary | None:
    """The primary field of a table as the schema has it now; None where there is no such table."""
    shape = next((each for each in sync_pass.read(sync_pass.remote.schema) if each.id == table), None)
    primary = next((field for field in shape.fields if field.id == shape.primary), None) if shape else None
    return None if primary is None else Primary(primary.id, primary.form)


def names_of(sync_pass: SyncPass, table: str, primary: Primary, ids: Sequence[RemoteId]) -> dict[str, str]:
    """What those of these records are called that a listing shows."""
    names: dict[str, str] = {}
    size = sync_pass.remote.limits.page
    for start in range(0, len(ids), size):
        fetch = partial(sync_pass.remote.fetch, table, ids[start : start + size], [primary.id])
        names |= {record.id: primary.name(record, sync_pass.zone) for record in sync_pass.read(fetch)}
    return names


def shown_links(table_map: TableMap) -> list[str]:
    """The slugs of our texts that are links there."""
    fields = BY_SLUG[table_map.slug].by_slug
    return [slug for slug, form in table_map.forms.items() if form.links_to and fields[slug].type is not FieldType.LINK]
