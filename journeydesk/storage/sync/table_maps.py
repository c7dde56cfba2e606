"""Which table and fields of the remote ours are: by id, so that a remote rename changes nothing
(docs/sync.md, "Schema drift")."""

import json
from collections.abc import Collection, Mapping
from dataclasses import field, replace
from datetime import UTC, tzinfo
from functools import lru_cache
from typing import Any

from journeydesk.domain.catalogue import BY_SLUG
from journeydesk.domain.field_kinds.form import PEOPLE, RemoteForm
from journeydesk.domain.field_kinds.options import NamedOption, folded, name_of
from journeydesk.domain.frozen_data import dataclass
from journeydesk.storage.engine import sql
from journeydesk.storage.engine.connection import Connection

FOUND = "found"
"""The state of a field that syncs both ways."""

READ_ONLY = "read only"
"""The state of a field that is read and never written, as it was matched."""

COMPUTED = "computed"
"""The same for one that was written once and is computed by now. Any other state pauses a field: removed, other type."""

SYNCED = (FOUND, READ_ONLY, COMPUTED)
_SEVERAL = ("multipleSelects", "multipleCollaborators")


@dataclass(frozen=True, slots=True)
class TableMap:
    """Which table and fields of the remote a slug's table and fields are."""

    slug: str
    table_id: str
    fields: Mapping[str, str]
    """Remote field id by field slug."""
    other: Mapping[str, str]
    """Names of the remote's fields that are not ours, by field id."""
    forms: Mapping[str, RemoteForm]
    """What the values of a field are like there, by field slug."""
    choices: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    """For selects our word for an option by its name there, by field slug. For people, and for linked records that a text of ours
    shows, the name by their id."""
    option_ids: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    """For selects our word for an option by its id, by field slug."""
    read_only: frozenset[str] = frozenset()
    """The slugs of the fields that are never written."""
    computed_there: frozenset[str] = frozenset()
    """Those of them that never were: what stands there is the value."""
    emails: Mapping[str, str] = field(default_factory=dict)
    """The ids of the people that were seen, by their e-mail address in small letters."""
    zone: tzinfo = UTC
    """The team's time zone: in which a day there is a moment here."""
    several: Mapping[str, str] = field(default_factory=dict)
    """The names there of fields whose cells hold several values, of which ours is one, by field slug."""
    keyless: bool = False
    """Whether no field there was matched with the key; one that was and is gone makes new records wait instead."""
    coarse: tuple[str, ...] = field(init=False, repr=False, compare=False)
    """The slugs of the fields that may say less than ours: of another type, or with so many decimals."""

    def __post_init__(self) -> None:
        # Every record of a pull asks for them.
        fields = BY_SLUG[self.slug].by_slug
        coarse = (
            slug for slug, form in self.forms.items() if form.holds != fields[slug].type.value or form.precision is not None
        )
        object.__setattr__(self, "coarse", tuple(coarse))

    @property
    def key_field(self) -> str | None:
        """The remote id of the key field; None where the base has none, or none that can be written."""
        return None if "key" in self.read_only else self.fields.get("key")

    @property
    def asked(self) -> list[str]:
        """The remote fields to ask for: ours and those shown beside them."""
        return [*self.fields.values(), *self.other]

    def ours(self, slug: str, theirs: object) -> object:
        """Our word for an option that they call `theirs`, or of a person by id; anything else as it is."""
        if isinstance(theirs, NamedOption):
            word = self.option_ids.get(slug, {}).get(theirs.id)
            return str(theirs) if word is None else word
        known = self.choices.get(slug)
        if not known or not isinstance(theirs, str):
            return theirs
        return known[theirs] if theirs in known else self._alike(slug, theirs) or theirs

    def theirs(self, slug: str, ours: str) -> str | None:
        """Their name of an option that we call `ours`, whatever the case and the blanks around it, or the id of a person by name or
        e-mail; None where they have none such."""
        form, known = self.forms[slug], self.choices.get(slug, {})
        if form.holds in PEOPLE:
            named = ours.strip().casefold()
            people = {own.strip().casefold(): name for name, own in known.items()}
            return people.get(named) or self.emails.get(named)
        there = name_of(((own, name) for name, own in known.items()), BY_SLUG[self.slug].by_slug[slug].choices, ours)
        return ours if there is None and not form.choices else there

    def offers(self, slug: str, theirs: str) -> bool:
        """Whether the field is known to have an option that they call so; of a field without known options anything may be one."""
        if not self.forms[slug].choices or self.forms[slug].computed:
            return True
        if isinstance(theirs, NamedOption):
            return theirs.id in self.option_ids.get(slug, {})
        return theirs in self.choices.get(slug, {})

    def means(self, slug: str, theirs: str) -> bool:
        """Whether it is known what they call so: an option that the field has, or the only one that differs by case and blanks, for
        services write names otherwise than the schema has them."""
        return self.offers(slug, theirs) or (not isinstance(theirs, NamedOption) and self._alike(slug, theirs) is not None)

    def _alike(self, slug: str, theirs: str) -> str | None:
        form = self.forms.get(slug)
        if form is None or not form.choices or form.by_id:
            return None
        words = [word for name, word in self.choices.get(slug, {}).items() if folded(name) == folded(theirs)]
        return words[0] if len(words) == 1 else None


@dataclass(frozen=True, slots=True)
class MappedField:
    """One remote field as it was last seen. `slug` is None for a field that is not ours.

    `choices` are the options by id as (our word, their name; `field_kinds.options`), of people as (our name, their e-mail), of linked
    records that a text of ours shows as (name, ""). `details` are what else the schema says of its form.
    """

    slug: str | None
    id: str
    name: str
    type: str
    state: str
    choices: Mapping[str, tuple[str, str]]
    details: Mapping[str, Any] = field(default_factory=dict)

    @property
    def form(self) -> RemoteForm:
        """What its values are like."""
        form = RemoteForm.of_json(self.type, self.details)
        return form if form.by_id else replace(form, choices=tuple((key, theirs) for key, (_, theirs) in self.choices.items()))


def is_matched(connection: Connection) -> bool:
    """Whether set-up has matched any table, be it gone by now."""
    return sql.first(connection, "SELECT 1 FROM schema_field LIMIT 1") is not None


def table_maps(connection: Connection, zone: tzinfo = UTC) -> dict[str, TableMap]:
    """The map of every table that set-up has matched and that still exists, by slug in the catalogue's order. `zone` is the
    team's."""
    rows: dict[str, list[tuple[Any, ...]]] = {}
    for row in sql.rows(connection, _FIELDS):
        rows.setdefault(row[0], []).append(row)
    maps = {slug: _table_map(slug, tuple(rows[slug]), zone) for slug in BY_SLUG if slug in rows}
    return {slug: table_map for slug, table_map in maps.items() if table_map is not None}


def table_map_of(connection: Connection, slug: str, zone: tzinfo = UTC) -> TableMap | None:
    """The map of one table; None where it was not matched, or does not exist any more."""
    return _table_map(slug, tuple(sql.rows(connection, f"{_FIELDS} WHERE table_slug = ?", (slug,))), zone)


def synced_fields(connection: Connection) -> dict[str, int]:
    """How many fields of ours sync, by the slug of each table in `table_maps`."""
    return dict(
        sql.rows(
            connection,
            "SELECT table_slug, count(*) FROM schema_field WHERE state IN (?, ?, ?) AND field_slug NOT LIKE '?%' GROUP BY table_slug",
            SYNCED,
        )
    )


@lru_cache(maxsize=64)
def _table_map(slug: str, rows: tuple[tuple[Any, ...], ...], zone: tzinfo) -> TableMap | None:
    # Asked many times in a pass, and seldom other than before.
    synced = [_mapped(row[2:]) for row in rows if row[6] in SYNCED]
    ours = {mapped.slug: mapped for mapped in synced if mapped.slug is not None}
    if not ours:
        return None
    forms = {name: mapped.form for name, mapped in ours.items()}
    choices = {name: _renamed(mapped, forms[name]) for name, mapped in ours.items() if mapped.choices}
    people = [mapped for name, mapped in ours.items() if forms[name].holds in PEOPLE]
    return TableMap(
        slug,
        rows[0][1],
        {name: mapped.id for name, mapped in ours.items()},
        {mapped.id: mapped.name for mapped in synced if mapped.slug is None},
        forms,
        choices,
        {name: {key: word for key, (word, _) in ours[name].choices.items()} for name in choices if not forms[name].by_id},
        read_only=frozenset(name for name, mapped in ours.items() if mapped.state != FOUND),
        computed_there=frozenset(name for name, mapped in ours.items() if mapped.state == READ_ONLY),
        emails={email.casefold(): key for mapped in people for key, (_, email) in mapped.choices.items() if email},
        zone=zone,
        several={name: mapped.name for name, mapped in ours.items() if mapped.type in _SEVERAL},
        keyless=not any(row[2] == "key" for row in rows),
    )


_FIELDS = "SELECT table_slug, table_id, field_slug, field_id, name, type, state, choices, form FROM schema_field"


def _mapped(row: tuple[Any, ...]) -> MappedField:
    return MappedField(
        None if row[0].startswith("?") else row[0],
        row[1],
        row[2],
        row[3],
        row[4],
        {key: (pair[0], pair[1]) for key, pair in json.loads(row[5] or "{}").items()},
        json.loads(row[6] or "{}"),
    )


def _renamed(mapped: MappedField, form: RemoteForm) -> dict[str, str]:
    if form.by_id:
        return {key: ours for key, (ours, _) in mapped.choices.items()}
    return {theirs: ours for ours, theirs in reversed(list(mapped.choices.values()))}


def mapped_fields(connection: Connection, slug: str) -> tuple[str | None, list[MappedField]]:
    """The remote table's id and all its fields as last seen, paused ones too; None where the table was never matched."""
    rows = sql.rows(connection, f"{_FIELDS} WHERE table_slug = ?", (slug,))
    return (rows[0][1] if rows else None), [_mapped(row[2:]) for row in rows]


def read_only_fields(connection: Connection, slug: str) -> dict[str, tuple[str, str]]:
    """The fields of a table that the remote computes, by field slug: what it calls them, and their type there."""
    rows = sql.rows(
        connection,
        "SELECT field_slug, name, type FROM schema_field WHERE table_slug = ? AND state IN (?, ?)",
        (slug, READ_ONLY, COMPUTED),
    )
    return {row[0]: (row[1], row[2]) for row in rows}


def names_of_others(connection: Connection, slug: str) -> list[str]:
    """What the remote calls the fields of a table that are kept beside ours."""
    return [
        str(name)
        for name in sql.scalars(
            connection,
            "SELECT name FROM schema_field WHERE table_slug = ? AND field_slug LIKE '?%' AND state IN (?, ?, ?)",
            (slug, *SYNCED),
        )
    ]


def store_mapped(connection: Connection, slug: str, table_id: str, fields: list[MappedField]) -> None:
    """Replaces what is known of one table."""
    sql.run(connection, "DELETE FROM schema_field WHERE table_slug = ?", (slug,))
    for mapped in fields:
        sql.run(
            connection,
            "INSERT INTO schema_field (table_slug, field_slug, table_id, field_id, name, type, state, choices, form) "
            "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
            (
                slug,
                mapped.slug or f"?{mapped.id}",
                table_id,
                mapped.id,
                mapped.name,
                mapped.type,
                mapped.state,
                json.dumps(dict(mapped.choices), ensure_ascii=False) if mapped.choices else None,
                json.dumps(dict(mapped.details)) if mapped.details else None,
            ),
        )


def forget_mapped(connection: Connection, slug: str) -> None:
    """Forgets what is known of one table: it lives on this computer only."""
    sql.run(connection, "DELETE FROM schema_field WHERE table_slug = ?", (slug,))


def is_held(connection: Connection, slug: str, field_slug: str, words: Collection[str]) -> bool:
    """Whether any record was last known to hold one of these words there."""
    found = sql.first(
        connection,
        f"SELECT 1 FROM sync_record WHERE table_slug = ? AND json_extract(base, '$.{field_slug}') IN "
        "(SELECT value FROM json_each(?)) LIMIT 1",
        (slug, json.dumps(sorted(words))),
    )
    return found is not None


def learn_names(connection: Connection, slug: str, names: Mapping[str, Mapping[str, tuple[str, str]]]) -> None:
    """Adds choices to fields whose cells hold ids, by field slug: the names of people and of linked records."""
    table_id, mapped = mapped_fields(connection, slug)
    store_mapped(
        connection,
        slug,
        str(table_id),
        [
            replace(each, choices={**each.choices, **names[each.slug]}) if each.slug and each.slug in names else each
            for each in mapped
        ],
    )
