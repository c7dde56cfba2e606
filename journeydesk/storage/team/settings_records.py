"""The team's settings as records of their own table: synced, with history and undo like any other
(docs/rules.md, "Settings of the team")."""

import json
from collections.abc import Mapping, Sequence
from typing import Any

from journeydesk.domain.ids import RecordId
from journeydesk.domain.mapping.shared import MAP_KEY
from journeydesk.domain.words import tr
from journeydesk.storage.engine import sql
from journeydesk.storage.engine.connection import Connection
from journeydesk.storage.records import records
from journeydesk.storage.records.records import Author, FieldChange

_NO_SETTING = ("mute ", "taken back ", "pair ", "no mail ", "counts opens ", MAP_KEY)
"""How the keys begin of what the team shares about single prospects and pairs of them, and of its map of the base: read where it is
needed."""


def stored_overrides(connection: Connection) -> dict[str, str]:
    """Every value that the team changed, as JSON by key; where a key stands twice the older record counts on every machine."""
    rows = sql.rows(
        connection,
        "SELECT key, value FROM settings WHERE deleted = 0 AND value IS NOT NULL ORDER BY key, lid DESC",
    )
    return {key: value for key, value in rows if key and not key.startswith(_NO_SETTING)}


def parsed(stored: Mapping[str, str]) -> tuple[dict[str, Any], list[str]]:
    """The values, and in sentences which of them are no JSON."""
    values: dict[str, Any] = {}
    problems = []
    for key, text in stored.items():
        try:
            values[key] = json.loads(text)
        except ValueError:
            problems.append(tr("The setting {key} holds no JSON. The default is used until it is corrected.", key=key))
    return values, problems


def write_override(connection: Connection, key: str, value: Any, author: Author) -> list[FieldChange]:
    """Sets a value, or with None takes the team's own away so that the shipped one counts again; what changed, for undo."""
    record = records.find_by_key(connection, "settings", key)
    if value is None:
        return [] if record is None else records.set_deleted(connection, "settings", record, True, author)
    stored: records.Row = {"value": json.dumps(value, ensure_ascii=False, sort_keys=True), "changed_by": author.actor}
    if record is not None:
        return records.update(connection, "settings", record, stored, author)
    created = records.insert(connection, "settings", stored | {"key": key}, author)
    return [FieldChange("settings", RecordId(created), "deleted", 1, 0)]


_CHANGES = """
SELECT c.key, c.old, c.new, c.actor, c.at FROM (
  SELECT s.key, h.actor, h.at, h.id AS place,
    CASE h.field WHEN 'value' THEN h.old ELSE CASE h.new WHEN '1' THEN json_quote(s.value) END END AS old,
    CASE h.field WHEN 'value' THEN h.new ELSE CASE h.new WHEN '0' THEN json_quote(s.value) END END AS new
  FROM field_history h JOIN settings s ON s.lid = h.lid WHERE h.table_slug = 'settings' AND h.field IN ('value', 'deleted')
  UNION ALL
  SELECT s.key, coalesce((SELECT json_extract(h.old, '$') FROM field_history h WHERE h.table_slug = 'settings' AND h.lid = s.lid
      AND h.field = 'changed_by' ORDER BY h.id LIMIT 1), s.changed_by), s.created_at, 0, NULL,
    coalesce((SELECT h.old FROM field_history h WHERE h.table_slug = 'settings' AND h.lid = s.lid AND h.field = 'value'
      ORDER BY h.id LIMIT 1), json_quote(s.value))
  FROM settings s
) c WHERE at IS NOT NULL AND EXISTS (SELECT 1 FROM json_each(?1) p WHERE substr(c.key, 1, length(p.value)) = p.value)
ORDER BY at DESC, place DESC LIMIT ?2
"""


def stored_changes(
    connection: Connection, prefixes: Sequence[str], limit: int
) -> list[tuple[str, str | None, str | None, str, str]]:
    """Key, value before and after as the history has them (None where there was no value of the team's), who and when."""
    rows = sql.rows(connection, _CHANGES, (json.dumps(list(prefixes)), limit))
    return [(row[0], row[1], row[2], str(row[3] or ""), row[4]) for row in rows]
