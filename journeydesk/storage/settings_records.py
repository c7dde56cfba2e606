"""The team's settings as records of their own table: synced, with history and undo like any other (SPEC section 2)."""

import json
from collections.abc import Mapping
from typing import Any

from sqlalchemy import Connection

from journeydesk.domain.ids import RecordId
from journeydesk.storage import records
from journeydesk.storage.driver_sql import rows
from journeydesk.storage.records import Author, FieldChange

_NO_SETTING = "mute "
"""How the keys begin of what the team shares about single prospects, which is read where it is needed."""


def stored_overrides(connection: Connection) -> dict[str, str]:
    """Every value that the team changed, as JSON by key; where a key stands twice the older record counts on every machine."""
    found = rows(
        connection,
        "SELECT key, value FROM settings WHERE deleted = 0 AND value IS NOT NULL AND key NOT LIKE ? ORDER BY key, lid DESC",
        (_NO_SETTING + "%",),
    )
    return {key: value for key, value in found if key}


def parsed(stored: Mapping[str, str]) -> tuple[dict[str, Any], list[str]]:
    """The values, and in sentences which of them are no JSON."""
    values: dict[str, Any] = {}
    problems = []
    for key, text in stored.items():
        try:
            values[key] = json.loads(text)
        except ValueError:
            problems.append(f"The setting {key} holds no JSON. The default is used until it is corrected.")
    return values, problems


def write_override(connection: Connection, key: str, value: Any, author: Author) -> list[FieldChange]:
    """Sets a value, or with None takes the team's own away so that the shipped one counts again; what changed, for undo."""
    record = records.find_by_key(connection, "settings", key)
    if value is None:
        return [] if record is None else records.set_deleted(connection, "settings", record, True, author)
    stored: records.Row = {"value": json.dumps(value, ensure_ascii=False, sort_keys=True), "changed_by": author.actor}
    if record is not None:
        return records.update(connection, "settings", record, stored, author)
    made = records.insert(connection, "settings", stored | {"key": key}, author)
    return [FieldChange("settings", RecordId(made), "deleted", 1, 0)]
