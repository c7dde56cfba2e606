"""The rules that somebody muted for single prospects: shared settings, so that no machine raises them."""

import json
from collections.abc import Mapping

from journeydesk.domain.ids import RecordId
from journeydesk.storage.engine import sql
from journeydesk.storage.engine.connection import Connection

_MUTE = "mute "
_AMONG = "IN (SELECT value FROM json_each(?))"


def mutes(connection: Connection) -> Mapping[str, frozenset[str]]:
    """The rules that are muted for single prospects, by the prospect's key: shared settings, so that no machine raises them."""
    by_key = {}
    for key, value in sql.rows(
        connection, "SELECT key, value FROM settings WHERE NOT deleted AND key >= ? AND key < ?", (_MUTE, _MUTE[:-1] + "!")
    ):
        try:
            muted = json.loads(value or "[]")
        except ValueError:
            continue
        if isinstance(muted, list):
            by_key[key.removeprefix(_MUTE)] = frozenset(str(name) for name in muted)
    return by_key


def mute_key(prospect: str) -> str:
    """The key of the settings record that mutes rules for a prospect (its Application ID)."""
    return _MUTE + prospect


def muted_for(connection: Connection, setting: RecordId) -> RecordId | None:
    """The prospect for which this settings record mutes rules; None for any other setting."""
    row = sql.first(
        connection,
        "SELECT p.lid FROM settings s JOIN prospects p ON p.key = substr(s.key, ?) AND NOT p.deleted "
        "WHERE s.lid = ? AND s.key >= ? AND s.key < ?",
        (len(_MUTE) + 1, setting, _MUTE, _MUTE[:-1] + "!"),
    )
    return RecordId(row[0]) if row else None


def muted_prospects(connection: Connection) -> list[tuple[RecordId, str, str]]:
    """Every rule that is muted for a single prospect, as (prospect, its name, rule), by name."""
    by_key = mutes(connection)
    rows = sql.rows(
        connection,
        f"SELECT lid, key, coalesce(company, contact_name, key) FROM prospects WHERE NOT deleted AND key {_AMONG} "
        "ORDER BY company_sort, lid",
        (json.dumps(sorted(by_key)),),
    )
    return [(RecordId(lid), name, rule) for lid, key, name in rows for rule in sorted(by_key[key])]
