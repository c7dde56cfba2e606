"""The team's map of a base as every computer shares it: which tables, fields and options are ours, by their ids.

It is kept with the team's settings as one JSON text. Names stand beside the ids, for a copy of the base has other ids.
"""

import json
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from journeydesk.domain.catalogue import BY_SLUG
from journeydesk.domain.frozen_data import dataclass
from journeydesk.domain.mapping.names import squeezed
from journeydesk.domain.mapping.offer import Guess, OfferedField, OfferedTable, State
from journeydesk.domain.words import tr

MAP_KEY = "airtable map"
"""The key of the record among the team's settings."""

_VERSION = 1
_AS_TEAM, _BY_TEAMS_NAME = tr("as the team has it"), tr("called so in the team's map")


@dataclass(frozen=True, slots=True)
class SharedField:
    """A field of the map: its id and name, and for its options by id their name and our word (None: none of ours)."""

    id: str
    name: str
    options: Mapping[str, tuple[str, str | None]]


@dataclass(frozen=True, slots=True)
class SharedTable:
    """A table of the map with its fields by our slug."""

    id: str
    name: str
    fields: Mapping[str, SharedField]


@dataclass(frozen=True, slots=True)
class SharedMap:
    """The whole map. `left_out` has the tables (`slug`) and fields (`slug.slug`) that live on the computers only."""

    base: str
    tables: Mapping[str, SharedTable]
    left_out: frozenset[str]


def map_text(shared: SharedMap) -> str:
    """The map as it is stored: one line, the same for the same map."""
    tables = {
        slug: {
            "id": table.id,
            "name": table.name,
            "fields": {
                name: {"id": field.id, "name": field.name}
                | ({"options": {key: list(pair) for key, pair in field.options.items()}} if field.options else {})
                for name, field in table.fields.items()
            },
        }
        for slug, table in shared.tables.items()
    }
    whole = {"version": _VERSION, "base": shared.base, "tables": tables, "left_out": sorted(shared.left_out)}
    return json.dumps(whole, ensure_ascii=False, sort_keys=True)


def read_map(text: object) -> SharedMap | None:
    """What `map_text` wrote; None for anything else, such as a map of a later version."""
    try:
        whole: Any = json.loads(text) if isinstance(text, str) else None
        if whole["version"] != _VERSION:
            return None
        tables = {slug: _table(slug, table) for slug, table in whole["tables"].items() if slug in BY_SLUG}
        left_out = frozenset(map(str, whole["left_out"]))
        return SharedMap(str(whole["base"]), tables, left_out) if "prospects" in tables else None
    except (AttributeError, KeyError, TypeError, ValueError, RecursionError):
        return None


def _table(slug: str, saved: Mapping[str, Any]) -> SharedTable:
    known = BY_SLUG[slug].by_slug
    fields = {
        name: SharedField(
            str(field["id"]),
            str(field["name"]),
            {
                str(key): (str(theirs), None if ours is None else str(ours))
                for key, (theirs, ours) in field.get("options", {}).items()
            },
        )
        for name, field in saved["fields"].items()
        if name in known
    }
    return SharedTable(str(saved["id"]), str(saved["name"]), fields)


def is_same(one: SharedMap, other: SharedMap) -> bool:
    """Whether two maps say the same: the same tables and fields, and the same word of ours for each option that both know. What things are
    called there may differ, and one may know options that the other does not."""
    return _ids(one) == _ids(other) and all(
        words.get(key, word) == word
        for (slug, name), options in _words(one).items()
        for words in (_words(other).get((slug, name), {}),)
        for key, word in options.items()
    )


def _ids(shared: SharedMap) -> object:
    tables = {
        slug: (table.id, {name: field.id for name, field in table.fields.items()}) for slug, table in shared.tables.items()
    }
    return tables, shared.left_out


def _words(shared: SharedMap) -> dict[tuple[str, str], dict[str, str]]:
    return {
        (slug, name): {key: theirs if ours is None else ours for key, (theirs, ours) in field.options.items()}
        for slug, table in shared.tables.items()
        for name, field in table.fields.items()
    }


def with_options_of(shared: SharedMap, other: SharedMap) -> SharedMap:
    """The first map with the options that only the second knows, of the fields that both have."""
    tables = {}
    for slug, table in shared.tables.items():
        beside = other.tables.get(slug)
        fields = {
            name: _with_options(field, beside.fields.get(name) if beside else None) for name, field in table.fields.items()
        }
        tables[slug] = replace(table, fields=fields)
    return replace(shared, tables=tables)


def _with_options(field: SharedField, other: SharedField | None) -> SharedField:
    if other is None or other.id != field.id or other.options.keys() <= field.options.keys():
        return field
    return replace(
        field, options={**field.options, **{key: pair for key, pair in other.options.items() if key not in field.options}}
    )


def joined_maps(mine: object, theirs: object) -> str | None:
    """Two texts of a map that two computers wrote at once, in one: what is in the base counts, and options that only ours knows are added.
    None where they are of other tables or fields, which is a question."""
    ours, there = read_map(mine), read_map(theirs)
    if ours is None or there is None or _ids(ours) != _ids(there):
        return None
    return map_text(with_options_of(there, ours))


def shared_tables(shared: SharedMap, offered: Sequence[OfferedTable]) -> dict[str, Guess]:
    """Which table of the base the map says that ours is, by slug: by its id, or in a copy of the base by its name, which is asked.

    A table that is in the map and not in the base is to be decided; one that the map does not speak of is not in the answer.
    """
    guesses: dict[str, Guess] = {}
    taken: set[str] = set()
    for slug, table in shared.tables.items():
        guess = _found(table.id, table.name, [(each.id, each.name) for each in offered], taken)
        guesses[slug] = guess or Guess(
            None, State.DECIDE, 0.0, tr("“{name}” of the team's map is not in this base", name=table.name)
        )
        taken |= {guess.chosen} if guess is not None and guess.chosen else set()
    for slug in shared.left_out & BY_SLUG.keys() - guesses.keys():
        guesses[slug] = Guess(None, State.LEFT_OUT, 1.0, tr("left out by the team"))
    return guesses


def shared_fields(shared: SharedMap, slug: str, table: OfferedTable) -> dict[str, Guess]:
    """The same for the fields of a table, by our slug."""
    guesses: dict[str, Guess] = {}
    taken: set[str] = set()
    known = shared.tables.get(slug)
    for name, field in (known.fields if known else {}).items():
        guess = _found(field.id, field.name, [(each.id, each.name) for each in table.fields], taken)
        guesses[name] = guess or Guess(
            None, State.DECIDE, 0.0, tr("“{name}” of the team's map is not in this table", name=field.name)
        )
        taken |= {guess.chosen} if guess is not None and guess.chosen else set()
    for each in BY_SLUG[slug].fields:
        if f"{slug}.{each.slug}" in shared.left_out and each.slug not in guesses:
            guesses[each.slug] = Guess(None, State.LEFT_OUT, 1.0, tr("left out by the team"))
    return guesses


def shared_options(shared: SharedMap, slug: str, field_slug: str, field: OfferedField) -> dict[str, Guess]:
    """The same for the options of a field, by their ids; options that the map does not know are not in the answer."""
    known = shared.tables.get(slug)
    options = known.fields[field_slug].options if known and field_slug in known.fields else {}
    by_name = {squeezed(theirs): ours for theirs, ours in options.values()}
    guesses: dict[str, Guess] = {}
    for identifier, name in field.options:
        if identifier in options:
            guesses[identifier] = _option(options[identifier][1], State.MATCHED, _AS_TEAM)
        elif squeezed(name) in by_name:
            guesses[identifier] = _option(by_name[squeezed(name)], State.LIKELY, _BY_TEAMS_NAME)
    return guesses


def _option(ours: str | None, state: State, reason: str) -> Guess:
    return Guess(ours, State.LEFT_OUT if ours is None else state, 1.0, reason)


def _found(identifier: str, name: str, there: Sequence[tuple[str, str]], taken: set[str]) -> Guess | None:
    if any(other == identifier for other, _ in there):
        return Guess(identifier, State.MATCHED, 1.0, _AS_TEAM)
    alike = [other for other, title in there if squeezed(title) == squeezed(name) and other not in taken]
    return Guess(alike[0], State.LIKELY, 0.9, _BY_TEAMS_NAME) if len(alike) == 1 else None
