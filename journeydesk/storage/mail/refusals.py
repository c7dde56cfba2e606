"""Addresses that get no more mail: who unsubscribed, and where mails came back. The team shares them as records of its settings; those
that the receiver took in wait in their own table until they are shared."""

import json

from journeydesk.domain.frozen_data import dataclass
from journeydesk.storage.engine import sql
from journeydesk.storage.engine.connection import Connection
from journeydesk.storage.records import records
from journeydesk.storage.records.records import Author, FieldChange

NO_MAIL = "no mail "
"""How the keys begin of the settings records that each hold one address."""


@dataclass(frozen=True, slots=True)
class Refusal:
    """An address, why it gets no mail (unsubscribed, bounced, by hand), and since when (stored moment)."""

    address: str
    why: str
    at: str


def refusal(connection: Connection, address: str) -> Refusal | None:
    """Why this address gets no mail; None where it may."""
    folded = address.strip().casefold()
    value = sql.scalar(connection, "SELECT value FROM settings WHERE key = ? AND deleted = 0 LIMIT 1", (NO_MAIL + folded,))
    if value is not None:
        return _read(folded, value)
    row = sql.first(connection, "SELECT at, source FROM unsubscribed WHERE lower(email) = ?", (folded,))
    return None if row is None else Refusal(folded, "unsubscribed", str(row[0] or ""))


def refusals(connection: Connection) -> list[Refusal]:
    """Every address that gets no mail, by address."""
    shared = sql.rows(
        connection, "SELECT key, value FROM settings WHERE deleted = 0 AND key >= ? AND key < ?", (NO_MAIL, NO_MAIL[:-1] + "!")
    )
    listed = {key.removeprefix(NO_MAIL): _read(key.removeprefix(NO_MAIL), value) for key, value in shared}
    for email, at in sql.rows(connection, "SELECT lower(email), at FROM unsubscribed"):
        listed.setdefault(email, Refusal(email, "unsubscribed", str(at or "")))
    return [listed[address] for address in sorted(listed)]


def refuse(connection: Connection, address: str, why: str, author: Author) -> list[FieldChange]:
    """Puts an address on the list; returns what changed, nothing where it is there already."""
    key = NO_MAIL + address.strip().casefold()
    if records.find_by_key(connection, "settings", key) is not None:
        return []
    value = json.dumps({"why": why, "at": author.at}, ensure_ascii=False)
    record = records.insert(connection, "settings", {"key": key, "value": value, "changed_by": author.actor}, author)
    return [FieldChange("settings", record, "deleted", 1, 0)]


def allow(connection: Connection, address: str, author: Author) -> list[FieldChange]:
    """Takes an address off the list; returns what changed."""
    folded = address.strip().casefold()
    sql.run(connection, "DELETE FROM unsubscribed WHERE lower(email) = ?", (folded,))
    changes: list[FieldChange] = []
    # Two computers may each have put it there before they met.
    while (record := records.find_by_key(connection, "settings", NO_MAIL + folded)) is not None:
        changes += records.set_deleted(connection, "settings", record, True, author)
    return changes


def not_shared(connection: Connection) -> list[str]:
    """Addresses that only this computer knows to want no mail."""
    return sql.scalars(
        connection,
        "SELECT lower(email) FROM unsubscribed u WHERE NOT EXISTS (SELECT 1 FROM settings s WHERE s.key = ? || lower(u.email))",
        (NO_MAIL,),
    )


def _read(address: str, value: str | None) -> Refusal:
    try:
        stored = json.loads(value or "{}")
    except ValueError:
        stored = {}
    stored = stored if isinstance(stored, dict) else {}
    return Refusal(address, str(stored.get("why") or "unsubscribed"), str(stored.get("at") or ""))
