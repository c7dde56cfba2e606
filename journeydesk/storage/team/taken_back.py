"""The automation runs that people took back, shared as records of the settings: no machine makes them again
(docs/rules.md, "Automations")."""

import json
from collections.abc import Sequence

from journeydesk.storage.engine import sql
from journeydesk.storage.engine.connection import Connection
from journeydesk.storage.records import records
from journeydesk.storage.records.records import Author, FieldChange

KEY = "taken back "
"""How the keys of these records begin; the prospect's Application ID follows."""


def taken_back(connection: Connection, prospect_keys: Sequence[str]) -> frozenset[tuple[str, str, str]]:
    """What was taken back for these prospects on any machine, as (Application ID, automation, cause)."""
    rows = sql.rows(
        connection,
        "SELECT key, value FROM settings WHERE deleted = 0 AND key IN (SELECT value FROM json_each(?))",
        (json.dumps([KEY + key for key in prospect_keys]),),
    )
    return frozenset((key.removeprefix(KEY), rule, cause) for key, value in rows for rule, cause in _pairs(value))


def remember(connection: Connection, prospect_key: str, rule: str, cause: str, author: Author) -> list[FieldChange]:
    """Notes that a run was taken back; what changed, for undo."""
    record = records.find_by_key(connection, "settings", KEY + prospect_key)
    row = records.get(connection, "settings", record) if record is not None else None
    pairs = sorted({*_pairs(row["value"] if row else None), (rule, cause)})
    values: records.Row = {"value": json.dumps(pairs, ensure_ascii=False), "changed_by": author.actor}
    if record is not None:
        return records.update(connection, "settings", record, values, author)
    created = records.insert(connection, "settings", values | {"key": KEY + prospect_key}, author)
    return [FieldChange("settings", created, "deleted", 1, 0)]


def _pairs(value: object) -> list[tuple[str, str]]:
    try:
        stored_pairs = json.loads(str(value or "[]"))
    except ValueError:
        return []
    pairs = stored_pairs if isinstance(stored_pairs, list) else []
    return [(str(pair[0]), str(pair[1])) for pair in pairs if isinstance(pair, list) and len(pair) == 2]
