"""The remote's people, learned from the cells that name them: text here, an id there."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from journeydesk.domain.field_kinds.fit import PEOPLE
from journeydesk.domain.field_kinds.reading import person_id
from journeydesk.storage.engine.connection import Connection
from journeydesk.storage.sync.table_maps import TableMap, mapped_fields, store_mapped, table_maps
from journeydesk.sync.ports import RemoteRecord
from journeydesk.sync.sync_pass import SyncPass


def learn_people(sync_pass: SyncPass, connection: Connection, table_map: TableMap, records: Sequence[RemoteRecord]) -> TableMap:
    """The map with everybody whom these records name: by the name of the team's rep with that e-mail address, else as the
    remote calls them."""
    fields = {slug: identifier for slug, identifier in table_map.fields.items() if table_map.form(slug).holds in PEOPLE}
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
    table_id, mapped = mapped_fields(connection, table_map.slug)
    learned = [replace(field, choices={**field.choices, **new[field.slug]}) if field.slug in new else field for field in mapped]
    store_mapped(connection, table_map.slug, str(table_id), learned)
    sync_pass.maps[table_map.slug] = table_maps(connection, sync_pass.zone)[table_map.slug]
    return sync_pass.maps[table_map.slug]


def _people(cell: object) -> Iterator[Mapping[str, object]]:
    for person in cell if isinstance(cell, list) else [cell]:
        if isinstance(person, Mapping) and person_id(person):
            yield person
