"""A draft of the mapping as text, to be kept where the set-up is stopped and gone on with later."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, field
from typing import Any

from journeydesk.domain.mapping.offer import Guess, Known, OfferedField, OfferedTable, State, Writing
from journeydesk.domain.mapping.shared import SharedMap, map_text, read_map

_VERSION = 2


@dataclass
class TableChoice:
    """What was guessed or decided for a table of ours: the table, its fields by slug, their options by slug and option id."""

    table: Guess
    fields: dict[str, Guess] = field(default_factory=dict)
    options: dict[str, dict[str, Guess]] = field(default_factory=dict)


Saved = tuple[str, tuple[OfferedTable, ...], Known, dict[str, TableChoice], list[str], SharedMap | None]


def saved_text(
    base_name: str,
    offered: Sequence[OfferedTable],
    known: Known,
    choices: Mapping[str, TableChoice],
    notes: Sequence[str],
    shared: SharedMap | None,
) -> str:
    """Everything that a draft is, as JSON."""
    draft = {
        "version": _VERSION,
        "base": base_name,
        "offered": [asdict(table) for table in offered],
        "people": sorted(known.people),
        "words": known.words,
        "choices": {slug: asdict(choice) for slug, choice in choices.items()},
        "notes": list(notes),
        "shared": map_text(shared) if shared is not None else None,
    }
    return json.dumps(draft, ensure_ascii=False)


def read_saved(text: str) -> Saved:
    """What `saved_text` was given. Raises ValueError for anything else, also for the draft of another version."""
    try:
        draft = json.loads(text)
        if draft["version"] != _VERSION:
            raise ValueError(draft["version"])
        known = Known(frozenset(draft["people"]), tuple((slug, tuple(words)) for slug, words in draft["words"]))
        choices = {slug: _choice(choice) for slug, choice in draft["choices"].items()}
        offered = tuple(map(_table, draft["offered"]))
        return draft["base"], offered, known, choices, list(draft["notes"]), read_map(draft["shared"])
    except (AttributeError, KeyError, TypeError) as problem:
        raise ValueError("no draft of a mapping") from problem


def _choice(saved: Mapping[str, Any]) -> TableChoice:
    fields = {name: _guess(guess) for name, guess in saved["fields"].items()}
    options = {name: {key: _guess(guess) for key, guess in guesses.items()} for name, guesses in saved["options"].items()}
    return TableChoice(_guess(saved["table"]), fields, options)


def _guess(saved: Mapping[str, Any]) -> Guess:
    return Guess(saved["chosen"], State(saved["state"]), saved["confidence"], saved["reason"], tuple(saved["rivals"]))


def _table(saved: Mapping[str, Any]) -> OfferedTable:
    fields = tuple(map(_field, saved["fields"]))
    rows, values = tuple(saved["rows"]), tuple(saved.get("values", ()))
    return OfferedTable(saved["id"], saved["name"], fields, saved["records"], saved["has_more"], rows, saved["primary"], values)


def _field(saved: Mapping[str, Any]) -> OfferedField:
    options = tuple((identifier, name) for identifier, name in saved["options"])
    fits = {kind: Writing(writing) for kind, writing in saved["fits"].items()}
    samples, result = tuple(saved["samples"]), saved.get("result", "")
    return OfferedField(
        saved["id"],
        saved["name"],
        saved["type"],
        saved["kind"],
        options,
        saved["links_to"],
        samples,
        fits,
        result,
        saved.get("maximum"),
    )
