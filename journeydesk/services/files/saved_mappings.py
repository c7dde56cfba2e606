"""What was said of files that were brought in: a file with the same columns is read as the last one was."""

import json
from collections.abc import Sequence
from datetime import datetime
from typing import Any

from journeydesk.domain.frozen_data import dataclass
from journeydesk.domain.mapping.names import squeezed
from journeydesk.domain.time import moment_of, moment_text
from journeydesk.services.context import Context
from journeydesk.services.files.rehearsal import Choices, Rehearsal
from journeydesk.storage.engine.connection import Connection
from journeydesk.storage.sync.meta import get_meta, set_meta

MOST = 30
_META = "import_mappings"


@dataclass(frozen=True, slots=True)
class SavedMapping:
    """The file that it was made with, when that was brought in, its columns, and what was said of them."""

    name: str
    at: datetime
    titles: tuple[str, ...]
    choices: Choices

    @property
    def fields(self) -> int:
        """How many columns have a field."""
        return sum(bool(field) for _, field in self.choices.columns)


def saved_mappings(context: Context) -> list[SavedMapping]:
    """All that are kept, the last one first."""
    with context.database.read() as connection:
        return [_mapping(entry) for entry in _kept(connection)]


def mapping_for(context: Context, titles: Sequence[str]) -> SavedMapping | None:
    """The last one of a file with these columns, in whatever order and case."""
    with context.database.read() as connection:
        found = next((entry for entry in _kept(connection) if _key(entry["titles"]) == _key(titles)), None)
    return None if found is None else _mapping(found)


def keep_mapping(context: Context, rehearsal: Rehearsal, choices: Choices) -> None:
    """Keeps how a file was read that was brought in, in place of the last one of the same columns."""
    titles = rehearsal.table.header
    said = {
        column.title: column.field.name if column.field is not None else "" for column in rehearsal.columns if not column.part
    }
    entry = {
        "name": rehearsal.name,
        "at": moment_text(context.clock()),
        "titles": list(titles),
        "columns": [[title, field] for title, field in said.items()],
        "decimal": choices.decimal,
        "dates": choices.dates,
        "key": choices.key,
        "empty_clears": choices.empty_clears,
        "currency": choices.currency,
    }
    with context.database.write() as connection:
        others = [other for other in _kept(connection) if _key(other["titles"]) != _key(titles)]
        _keep(connection, [entry, *others][:MOST])


def forget_mapping(context: Context, mapping: SavedMapping) -> None:
    """Files with these columns are read by their titles again."""
    with context.database.write() as connection:
        _keep(connection, [entry for entry in _kept(connection) if _key(entry["titles"]) != _key(mapping.titles)])


def _key(titles: Sequence[str]) -> tuple[str, ...]:
    return tuple(sorted(squeezed(title) for title in titles))


def _kept(connection: Connection) -> list[dict[str, Any]]:
    return json.loads(get_meta(connection, _META) or "[]")  # type: ignore[no-any-return]


def _keep(connection: Connection, entries: list[dict[str, Any]]) -> None:
    set_meta(connection, _META, json.dumps(entries, ensure_ascii=False) if entries else None)


def _mapping(entry: dict[str, Any]) -> SavedMapping:
    choices = Choices(
        decimal=entry["decimal"],
        dates=entry["dates"],
        columns=tuple((title, field) for title, field in entry["columns"]),
        key=entry["key"],
        empty_clears=entry["empty_clears"],
        currency=entry["currency"],
    )
    return SavedMapping(entry["name"], moment_of(entry["at"]), tuple(entry["titles"]), choices)
