"""A remote's record in our words: fields by slug in canonical form, what cannot be read left out of every conclusion."""

import json
from collections.abc import Mapping
from dataclasses import dataclass

from journeydesk.domain.catalogue import BY_SLUG
from journeydesk.domain.values import Wire, canonical
from journeydesk.storage.sync.local_snapshots import Snapshot
from journeydesk.storage.sync.table_maps import TableMap
from journeydesk.sync.ports import RemoteRecord

_EMPTY = (None, "", False)


@dataclass(frozen=True, slots=True)
class RemoteSnapshot:
    """One remote record as seen now: its fields, those whose value no field of that type can hold, and those not ours (JSON)."""

    record: RemoteRecord
    fields: Snapshot
    unreadable: frozenset[str]
    extra: str | None


def read_snapshot(table_map: TableMap, record: RemoteRecord, slug_of: Mapping[str, str] | None = None) -> RemoteSnapshot:
    """Reads a record; `slug_of` is the slugs_by_field_id of the map's fields, for callers with many records."""
    by_slug = BY_SLUG[table_map.slug].by_slug
    slugs = slug_of if slug_of is not None else slugs_by_field_id(table_map)
    fields: Snapshot = {}
    unreadable: set[str] = set()
    extra: dict[str, object] = {}
    for identifier, value in record.fields.items():
        slug = slugs.get(identifier)
        if slug is None:
            if identifier in table_map.other:
                extra[table_map.other[identifier]] = value
            continue
        if table_map.choices:
            value = table_map.ours(slug, value)
        clean = canonical(by_slug[slug], value)
        if clean is not None:
            fields[slug] = clean
        elif value not in _EMPTY and value != []:
            unreadable.add(slug)
    return RemoteSnapshot(record, fields, frozenset(unreadable), _as_json(extra) if extra else None)


def _as_json(extra: Mapping[str, object]) -> str:
    text = json.dumps(extra, ensure_ascii=False)
    # Half a character, which a service can send and no database keeps, stays as its escape.
    return text if text.isascii() or not any("\ud800" <= letter <= "\udfff" for letter in text) else json.dumps(extra)


def slugs_by_field_id(table_map: TableMap) -> dict[str, str]:
    """Slugs by remote field id."""
    return {identifier: slug for slug, identifier in table_map.fields.items()}


def remote_fields(table_map: TableMap, fields: Mapping[str, Wire]) -> dict[str, object]:
    """Our fields as the remote wants them written."""
    return {table_map.fields[slug]: table_map.theirs(slug, value) for slug, value in fields.items()}
