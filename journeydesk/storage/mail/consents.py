"""Who agreed that it is counted whether their mails are opened: one record of the team's settings an address, as those who get no mail."""

import json

from journeydesk.domain.frozen_data import dataclass
from journeydesk.storage.engine import sql
from journeydesk.storage.engine.connection import Connection
from journeydesk.storage.records import records
from journeydesk.storage.records.records import Author, FieldChange

COUNTS_OPENS = "counts opens "
"""How the keys begin of the settings records that each hold one address."""


@dataclass(frozen=True, slots=True)
class Consent:
    """An address, how its owner agreed (a form, what a person wrote), since when (stored moment), and who noted it."""

    address: str
    how: str
    at: str
    by: str


def counts_opens(connection: Connection, address: str) -> bool:
    """Whether the owner of this address agreed, and did not take it back."""
    key = COUNTS_OPENS + address.strip().casefold()
    return bool(sql.scalar(connection, "SELECT 1 FROM settings WHERE key = ? AND deleted = 0 LIMIT 1", (key,)))


def consents(connection: Connection) -> list[Consent]:
    """Everybody who agreed, by address."""
    rows = sql.rows(
        connection,
        "SELECT key, value FROM settings WHERE deleted = 0 AND key >= ? AND key < ? ORDER BY key, lid DESC",
        (COUNTS_OPENS, COUNTS_OPENS[:-1] + "!"),
    )
    by_address = {key.removeprefix(COUNTS_OPENS): value for key, value in rows}
    return [_read(address, value) for address, value in by_address.items()]


def agree(connection: Connection, address: str, how: str, author: Author) -> list[FieldChange]:
    """Notes that somebody agreed; returns what changed, nothing where it is known already."""
    if counts_opens(connection, address):
        return []
    value = json.dumps({"how": how, "at": author.at, "by": author.actor}, ensure_ascii=False)
    key = COUNTS_OPENS + address.strip().casefold()
    record = records.insert(connection, "settings", {"key": key, "value": value, "changed_by": author.actor}, author)
    return [FieldChange("settings", record, "deleted", 1, 0)]


def take_back(connection: Connection, address: str, author: Author) -> list[FieldChange]:
    """Notes that somebody no longer agrees; returns what changed."""
    key, changes = COUNTS_OPENS + address.strip().casefold(), list[FieldChange]()
    # Two computers may each have noted it before they met.
    while (record := records.find_by_key(connection, "settings", key)) is not None:
        changes += records.set_deleted(connection, "settings", record, True, author)
    return changes


def _read(address: str, value: str | None) -> Consent:
    try:
        stored = json.loads(value or "{}")
    except ValueError:
        stored = {}
    stored = stored if isinstance(stored, dict) else {}
    return Consent(address, str(stored.get("how") or ""), str(stored.get("at") or ""), str(stored.get("by") or ""))
