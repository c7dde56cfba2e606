"""The mirror of Stripe's objects, how far it was read, and what it says of each prospect's money."""

import json
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from journeydesk.domain.frozen_data import dataclass
from journeydesk.domain.ids import RecordId
from journeydesk.storage.engine import sql
from journeydesk.storage.engine.connection import Connection

STRIPE = "Stripe"
"""What people call the service, on the page of integrations too."""

FAILED_PAYMENT = "failed"
"""How the notes begin of sessions whose slow payment failed."""


@dataclass(frozen=True, slots=True)
class StoredObject:
    """One object: whose it is (None where it only names its charge), when it was made (stored moment), its amount in minor units
    and all of it as JSON."""

    kind: str
    id: str
    payer: str | None
    created: str | None
    amount_minor: int | None
    currency: str | None
    status: str | None
    data: str


def put_objects(connection: Connection, objects: Iterable[StoredObject]) -> None:
    """Keeps objects as they are now; what was read before is replaced."""
    sql.run_many(
        connection,
        "INSERT INTO stripe_object (kind, id, customer, created, amount_minor, currency, status, data) "
        "VALUES (?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (kind, id) DO UPDATE SET customer = coalesce(excluded.customer, customer), "
        "created = coalesce(excluded.created, created), amount_minor = excluded.amount_minor, currency = excluded.currency, "
        "status = excluded.status, data = excluded.data",
        [(o.kind, o.id, o.payer, o.created, o.amount_minor, o.currency, o.status, o.data) for o in objects],
    )


def adopt_by_charge(connection: Connection) -> None:
    """Refunds and disputes name only their charge: they belong to whom that belongs, who is to be computed again."""
    adopted = sql.rows(
        connection,
        "SELECT o.kind, o.id, c.customer FROM stripe_object o JOIN stripe_object c ON c.kind = 'charge' "
        "AND c.id = json_extract(o.data, '$.charge') WHERE o.customer IS NULL AND o.kind IN ('refund', 'dispute') "
        "AND c.customer IS NOT NULL",
    )
    sql.run_many(
        connection,
        "UPDATE stripe_object SET customer = ? WHERE kind = ? AND id = ?",
        [(payer, kind, identifier) for kind, identifier, payer in adopted],
    )
    sql.run_many(connection, "UPDATE stripe_payer SET stale = 1 WHERE payer = ?", [(payer,) for _, _, payer in adopted])


def objects_of(connection: Connection, prospects: Sequence[RecordId]) -> dict[RecordId, dict[str, list[Mapping[str, Any]]]]:
    """The linked objects of these prospects by kind, oldest first; a prospect without any is there with none."""
    objects: dict[RecordId, dict[str, list[Mapping[str, Any]]]] = {prospect: defaultdict(list) for prospect in prospects}
    for prospect, kind, data in sql.rows(
        connection,
        "SELECT prospect, kind, data FROM stripe_object WHERE prospect IN (SELECT value FROM json_each(?)) "
        "ORDER BY created, id",
        (json.dumps(list(prospects)),),
    ):
        objects[RecordId(prospect)][kind].append(json.loads(data))
    return objects


def objects_of_payers(connection: Connection, payers: Sequence[str]) -> dict[str, dict[str, list[Mapping[str, Any]]]]:
    """What these payers bought and paid by kind, oldest first: customers, subscriptions, invoices and charges. A payer without any is
    there with none."""
    objects: dict[str, dict[str, list[Mapping[str, Any]]]] = {payer: defaultdict(list) for payer in payers}
    for payer, kind, data in sql.rows(
        connection,
        "SELECT customer, kind, data FROM stripe_object WHERE customer IN (SELECT value FROM json_each(?)) "
        "AND kind IN ('customer', 'subscription', 'invoice', 'charge') ORDER BY created, id",
        (json.dumps(list(payers)),),
    ):
        objects[payer][kind].append(json.loads(data))
    return objects


@dataclass(frozen=True, slots=True)
class ProspectMoney:
    """What one prospect paid and pays a month, in minor units of one currency; all None where Stripe knows nothing of it. `apart`
    are sums that no rate converts into that currency, as (currency, net paid, MRR)."""

    prospect: RecordId
    net_paid: int | None
    mrr: int | None
    currency: str | None
    apart: tuple[tuple[str, int, int], ...] = ()


def set_money(connection: Connection, figures: Iterable[ProspectMoney]) -> list[RecordId]:
    """Writes the figures; returns the prospects for which they changed."""
    changed = []
    for money in figures:
        prospect, values = money.prospect, (money.net_paid, money.mrr, money.currency)
        count = sql.changed(
            connection,
            "UPDATE prospects SET net_paid_minor = ?, mrr_minor = ?, money_currency = ? WHERE lid = ? AND "
            "(net_paid_minor, mrr_minor, money_currency) IS NOT (?, ?, ?)",
            (*values, prospect, *values),
        )
        if apart_of(connection, prospect) != money.apart:
            sql.run(connection, "DELETE FROM money_apart WHERE prospect = ?", (prospect,))
            sql.run_many(
                connection,
                "INSERT INTO money_apart (prospect, currency, net_paid_minor, mrr_minor) VALUES (?, ?, ?, ?)",
                [(prospect, *sums) for sums in money.apart],
            )
            count += 1
        if count:
            changed.append(prospect)
    return changed


def apart_of(connection: Connection, prospect: RecordId) -> tuple[tuple[str, int, int], ...]:
    """What a prospect's own figures do not hold for want of a rate, as (currency, net paid, MRR) by currency."""
    rows = sql.rows(
        connection,
        "SELECT currency, net_paid_minor, mrr_minor FROM money_apart WHERE prospect = ? ORDER BY currency",
        (prospect,),
    )
    return tuple((row[0], row[1], row[2]) for row in rows)


def note(connection: Connection, name: str) -> str | None:
    """What was noted down of the reading: `events` (Unix time up to which they were read), `seen` (ids of the newest events),
    `walk <kind>`, `problem <kind>`, `mode`, `computed by`, `failed <session>` (Unix time at which its slow payment failed)."""
    value = sql.scalar(connection, "SELECT value FROM stripe_cursor WHERE name = ?", (name,))
    return None if value is None else str(value)


def set_note(connection: Connection, name: str, value: str | None) -> None:
    """Notes it down, or forgets it."""
    if value is None:
        sql.run(connection, "DELETE FROM stripe_cursor WHERE name = ?", (name,))
        return
    sql.run(
        connection,
        "INSERT INTO stripe_cursor (name, value) VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET value = excluded.value",
        (name, value),
    )


def notes_of(connection: Connection, first_word: str) -> dict[str, str]:
    """The notes that begin with a word, by what follows it."""
    rows = sql.rows(connection, "SELECT name, value FROM stripe_cursor WHERE name GLOB ?", (f"{first_word} *",))
    return {str(name).partition(" ")[2]: str(value) for name, value in rows}


def is_begun(connection: Connection) -> bool:
    """Whether Stripe was ever read into this workspace."""
    return sql.first(connection, "SELECT 1 FROM stripe_cursor LIMIT 1") is not None
