"""A remote's record in our words: fields by slug in canonical form, what cannot be read left out of every conclusion."""

import json
from collections.abc import Mapping
from dataclasses import replace
from functools import partial
from types import MappingProxyType

from journeydesk.domain.catalogue import BY_SLUG, FieldType
from journeydesk.domain.checks import UNSTORABLE
from journeydesk.domain.field_kinds.reading import is_empty, read
from journeydesk.domain.field_kinds.writing import Unwritable, coarse, write
from journeydesk.domain.frozen_data import dataclass
from journeydesk.domain.values import Wire
from journeydesk.domain.words import tr
from journeydesk.storage.sync.local_snapshots import Snapshot
from journeydesk.storage.sync.table_maps import TableMap
from journeydesk.sync.ports import RemoteRecord

HIDDEN = ""
"""Stands for no field's name: under it are kept, by slug, the values that stand there with decimals that their field does not show."""


@dataclass(frozen=True, slots=True)
class RemoteSnapshot:
    """One remote record as seen now: its fields, those whose value no field of that type can hold, and those not ours (JSON)."""

    record: RemoteRecord
    fields: Snapshot
    unreadable: frozenset[str]
    extra: str | None


def read_snapshot(table_map: TableMap, record: RemoteRecord, slug_of: Mapping[str, str] | None = None) -> RemoteSnapshot:
    """Reads a record; `slug_of` is the slugs_by_field_id of the map's fields, for callers with many records."""
    slugs = slug_of if slug_of is not None else slugs_by_field_id(table_map)
    fields: Snapshot = {}
    unreadable: set[str] = set()
    extra: dict[str, object] = {}
    hidden: Snapshot = {}
    for identifier, value in record.fields.items():
        slug = slugs.get(identifier)
        if slug is None:
            if identifier in table_map.other:
                extra[table_map.other[identifier]] = value
            continue
        if slug in table_map.several and value:
            extra[table_map.several[slug]] = value
        clean = read_cell(table_map, slug, value) if _is_known(table_map, slug, value) else None
        if clean is not None:
            fields[slug] = clean
            if isinstance(clean, float) and _hides_decimals(table_map, slug, clean):
                hidden[slug] = clean
        elif not is_empty(BY_SLUG[table_map.slug].by_slug[slug], table_map.forms[slug], value):
            unreadable.add(slug)
    if hidden:
        extra[HIDDEN] = hidden
    return RemoteSnapshot(record, fields, frozenset(unreadable), _as_json(extra) if extra else None)


def _is_known(table_map: TableMap, slug: str, value: object) -> bool:
    """An option that the schema does not have says nothing: it may have been renamed or removed since."""
    return slug not in table_map.option_ids or not isinstance(value, str) or table_map.means(slug, value)


def read_cell(table_map: TableMap, slug: str, value: object) -> Wire:
    """One remote value in our words; None where it is empty or cannot be read."""
    spec = BY_SLUG[table_map.slug].by_slug[slug]
    return read(spec, table_map.forms[slug], value, table_map.zone, partial(table_map.ours, slug))


def hidden_decimals(extra: str | None) -> Snapshot:
    """What stood there with decimals that its field does not show, when it was last seen; by slug."""
    if not extra or f'"{HIDDEN}": ' not in extra:
        return {}
    hidden: Snapshot = json.loads(extra).get(HIDDEN, {})
    return hidden


def _hides_decimals(table_map: TableMap, slug: str, value: float) -> bool:
    spec, form = BY_SLUG[table_map.slug].by_slug[slug], table_map.forms[slug]
    if form.precision is None or spec.type is FieldType.NUMBER:
        return False
    return round(value, form.precision + 2 if spec.type is FieldType.PERCENT else form.precision) != value


def as_fine_as(
    table_map: TableMap, fields: Snapshot, *known: Snapshot, stood: Mapping[str, Wire] = MappingProxyType({})
) -> Snapshot:
    """The same, but where the remote field is coarser than ours and a known snapshot says there what stands there, as that has it:
    the time of a day, the cents of a whole number are no difference. They are one where they `stood` there themselves."""
    finer: Snapshot = {}
    for slug in table_map.coarse:
        value = fields.get(slug)
        if value is None:
            continue
        for snapshot in known:
            other = snapshot.get(slug)
            if other == value:
                break
            if other is not None and other != stood.get(slug) and _says_the_same(table_map, slug, value, other):
                finer[slug] = other
                break
    return fields | finer if finer else fields


def _says_the_same(table_map: TableMap, slug: str, value: Wire, other: Wire) -> bool:
    spec, form = BY_SLUG[table_map.slug].by_slug[slug], table_map.forms[slug]
    # What the decimals of the field do not show may stand there all the same; then it is a difference.
    seen = coarse(spec, replace(form, precision=None), value, table_map.zone)
    return coarse(spec, form, other, table_map.zone) == seen


def _as_json(extra: Mapping[str, object]) -> str:
    text = json.dumps(extra, ensure_ascii=False)
    # Half a character, which a service can send and no database keeps, stays as its escape.
    return json.dumps(extra) if UNSTORABLE.search(text) else text


def slugs_by_field_id(table_map: TableMap) -> dict[str, str]:
    """Slugs by remote field id."""
    return {identifier: slug for slug, identifier in table_map.fields.items()}


def write_cell(table_map: TableMap, slug: str, value: Wire, before: object = None, was: Wire = None) -> object:
    """One of our values as the remote field wants it written, as `field_kinds.writing.write` has it. Raises Unwritable."""
    spec = BY_SLUG[table_map.slug].by_slug[slug]
    return write(spec, table_map.forms[slug], value, table_map.zone, partial(table_map.theirs, slug), before, was)


def why_unwritable(table_map: TableMap, slug: str, value: Wire) -> str:
    """Why a value of ours cannot be written into the remote's field, in words; empty where it can."""
    if slug in table_map.read_only:
        return tr(
            "The field is computed there ({type}) and cannot be written. Change what it is computed from.",
            type=table_map.forms[slug].type,
        )
    try:
        write_cell(table_map, slug, value)
    except Unwritable as problem:
        return str(problem)
    return ""


def remote_fields(
    table_map: TableMap, fields: Mapping[str, Wire], extra: str | None = None, base: Snapshot | None = None
) -> dict[str, object]:
    """Our fields as the remote wants them written; `extra` and `base` are the record's, for cells that hold other values beside
    ours. Raises Unwritable."""
    beside = json.loads(extra) if extra and table_map.several else {}
    return {
        table_map.fields[slug]: write_cell(
            table_map, slug, value, beside.get(table_map.several.get(slug, "")), (base or {}).get(slug)
        )
        for slug, value in fields.items()
    }
