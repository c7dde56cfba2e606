"""Payment links: a row an attempt, written before Stripe is asked, with what came of it."""

import json
from typing import Any

from journeydesk.domain.frozen_data import dataclass
from journeydesk.domain.ids import RecordId
from journeydesk.domain.upgrades.links import FAILED, LIVING, MAKING, NOT_MADE, OPEN, PAID, Asked
from journeydesk.storage.engine import sql
from journeydesk.storage.engine.connection import Connection
from journeydesk.storage.records.merges import with_merged


@dataclass(frozen=True, slots=True)
class PaymentLink:
    """A link of a prospect. Moments are stored ones; `asked` is JSON of what was asked for, `note` a sentence about how it ended."""

    key: str
    prospect: RecordId
    reference: str
    tier: str
    asked: str
    session: str | None
    url: str | None
    made_at: str
    expires_at: str
    state: str
    looks: int
    settled_at: str | None
    note: str

    def was_asked(self) -> Asked:
        """What Stripe was asked for."""
        return Asked(**json.loads(self.asked))


_COLUMNS = (
    "key, prospect, reference, tier, asked, session, url, made_at, expires_at, state, looks, settled_at, coalesce(note, '')"
)
_SELECT = f"SELECT {_COLUMNS} FROM checkout_link"
_IS_OF = "prospect IN (SELECT value FROM json_each(?))"
_LIVING = ", ".join(f"'{state}'" for state in sorted(LIVING))


def begin(connection: Connection, prospect: RecordId, asked: Asked, now: str, expires_at: str, look_at: str) -> bool:
    """Writes down that a link is about to be asked for; False where the key is taken."""
    values = (asked.key, prospect, asked.reference, asked.tier, _as_json(asked), now, expires_at, MAKING, look_at)
    before = sql.scalar(connection, "SELECT 1 FROM checkout_link WHERE key = ?", (asked.key,))
    if before is not None:
        return False
    sql.run(
        connection,
        "INSERT INTO checkout_link (key, prospect, reference, tier, asked, made_at, expires_at, state, looks, look_at) "
        "VALUES (?, ?, ?, ?, ?, ?, ?, ?, 0, ?)",
        values,
    )
    return True


def _as_json(asked: Asked) -> str:
    return json.dumps({name: getattr(asked, name) for name in Asked.__slots__}, sort_keys=True)


def one(connection: Connection, key: str) -> PaymentLink | None:
    """A link by its key."""
    return sql.first_typed(connection, PaymentLink, f"{_SELECT} WHERE key = ?", (key,))


def of_prospect(connection: Connection, prospect: RecordId, tier: str | None = None) -> list[PaymentLink]:
    """A prospect's links, the newest first, with those of who was merged into it; of one tier where that is named. Those that never
    came to be are left out."""
    whose = json.dumps(with_merged(connection, prospect))
    of_tier, values = ("AND tier = ?", (whose, tier)) if tier is not None else ("", (whose,))
    return sql.typed(
        connection,
        PaymentLink,
        f"{_SELECT} WHERE {_IS_OF} {of_tier} AND state <> '{NOT_MADE}' ORDER BY made_at DESC, rowid DESC",
        values,
    )


def attempts(connection: Connection, reference: str, tier: str, since: str) -> int:
    """How often a link for a tier was asked for since a stored moment."""
    return int(
        sql.scalar(
            connection,
            "SELECT count(*) FROM checkout_link WHERE reference = ? AND tier = ? AND made_at >= ?",
            (reference, tier, since),
        )
    )


def due(connection: Connection, now: str, limit: int) -> list[PaymentLink]:
    """Those to be looked at by now, the longest waiting first."""
    return sql.typed(
        connection,
        PaymentLink,
        f"{_SELECT} WHERE state IN ({_LIVING}) AND look_at <= ? ORDER BY look_at, key LIMIT ?",
        (now, limit),
    )


def living(connection: Connection, limit: int) -> list[PaymentLink]:
    """Those that something may still come of."""
    return sql.typed(
        connection,
        PaymentLink,
        f"{_SELECT} WHERE state IN ({_LIVING}) AND look_at IS NOT NULL ORDER BY look_at LIMIT ?",
        (limit,),
    )


def newest(connection: Connection, limit: int) -> list[PaymentLink]:
    """The newest links of everybody."""
    return sql.typed(
        connection,
        PaymentLink,
        f"{_SELECT} WHERE state <> '{NOT_MADE}' ORDER BY made_at DESC, rowid DESC LIMIT ?",
        (limit,),
    )


def count_open(connection: Connection) -> int:
    """How many may be paid now."""
    return int(sql.scalar(connection, f"SELECT count(*) FROM checkout_link WHERE state = '{OPEN}'"))


def mirrored(connection: Connection) -> list[tuple[PaymentLink, dict[str, Any]]]:
    """The links that are living, or whose slow payment failed and may have come after all, whose session the copy of Stripe's objects knows
    not to be open any more, each with it."""
    links = sql.typed(
        connection,
        PaymentLink,
        f"{_SELECT} WHERE (state IN ({_LIVING}) OR state = '{FAILED}') AND session IS NOT NULL AND EXISTS (SELECT 1 FROM stripe_object o "
        "WHERE o.kind = 'checkout.session' AND o.id = session AND o.status <> 'open')",
    )
    found = []
    for link in links:
        data = sql.scalar(
            connection, "SELECT data FROM stripe_object WHERE kind = 'checkout.session' AND id = ?", (link.session,)
        )
        found.append((link, json.loads(data)))
    return found


def paid_of(connection: Connection, prospect: RecordId, tier: str) -> list[PaymentLink]:
    """The prospect's links of a tier that were paid, the first one first, with those of who was merged into it."""
    return sql.typed(
        connection,
        PaymentLink,
        f"{_SELECT} WHERE {_IS_OF} AND tier = ? AND state = '{PAID}' ORDER BY settled_at, key",
        (json.dumps(with_merged(connection, prospect)), tier),
    )


def can_be_paid(connection: Connection, key: str, now: str) -> bool:
    """Whether a link works at a stored moment."""
    found = sql.scalar(
        connection, f"SELECT 1 FROM checkout_link WHERE key = ? AND state = '{OPEN}' AND expires_at > ?", (key, now)
    )
    return found is not None


def set_made(connection: Connection, key: str, session: str, url: str | None, expires_at: str) -> None:
    """Notes which session an attempt became."""
    sql.run(
        connection,
        "UPDATE checkout_link SET session = ?, url = ?, expires_at = ? WHERE key = ?",
        (session, url, expires_at, key),
    )


def set_state(
    connection: Connection, key: str, state: str, *, look_at: str | None, settled_at: str | None = None, note: str = ""
) -> None:
    """Notes where a link stands, and when it is looked at again; None is never."""
    sql.run(
        connection,
        "UPDATE checkout_link SET state = ?, look_at = ?, settled_at = coalesce(?, settled_at), note = coalesce(?, note) WHERE key = ?",
        (state, look_at, settled_at, note or None, key),
    )


def looked(connection: Connection, key: str, look_at: str | None) -> None:
    """Notes one more look, and when the next one is; None is never."""
    sql.run(connection, "UPDATE checkout_link SET looks = looks + 1, look_at = ? WHERE key = ?", (look_at, key))
