"""Bringing Stripe's mirror up to date, and what it says of each prospect's money."""

import json
from collections.abc import Iterable, Mapping
from datetime import UTC, datetime, timedelta
from itertools import islice
from typing import Any

from journeydesk.domain.events import Event
from journeydesk.domain.ids import RecordId
from journeydesk.domain.subscriptions import mrr, net_paid
from journeydesk.domain.values import moment_text
from journeydesk.remote.stripe import KINDS, StripeReader
from journeydesk.services.context import Context
from journeydesk.storage import stripe_mirror
from journeydesk.storage.connection import Connection
from journeydesk.storage.events import add_event
from journeydesk.storage.records import Author

# Events live for 30 days; with less than that to spare, reading every list again is the only way to miss nothing.
_GAP = timedelta(days=25)
_OVERLAP = 600
_BATCH = 200

Row = tuple[str, str, str | None, str, int | None, str | None, str | None, str]


def sync_payments(context: Context, url: str | None, key: str) -> frozenset[RecordId]:
    """Backfills, or reads again what events name; returns the prospects whose money changed."""
    reader = StripeReader(url, key)
    with context.database.read() as connection:
        cursor = stripe_mirror.cursor(connection)
    began = int(context.clock().timestamp())
    if cursor is None or began - cursor > _GAP.total_seconds():
        newest = began
        for kind in KINDS:
            _store(context, reader.everything(kind))
    else:
        changed, newest = reader.changed_since(cursor - _OVERLAP)
        _store(context, (found for kind, identifier in changed if (found := reader.one(kind, identifier)) is not None))
    with context.database.write() as connection:
        stripe_mirror.link_prospects(connection)
        touched = _reckon(context, connection)
        stripe_mirror.set_cursor(connection, newest)
    return frozenset(touched)


def _store(context: Context, objects: Iterable[Mapping[str, Any]]) -> None:
    source = iter(objects)
    while batch := list(islice(source, _BATCH)):
        with context.database.write() as connection:
            stripe_mirror.put_objects(connection, [_row(found) for found in batch])


def _row(found: Mapping[str, Any]) -> Row:
    kind = str(found["object"])
    created = found.get("created")
    amount = next((found[name] for name in ("amount", "amount_paid", "amount_total") if found.get(name) is not None), None)
    customer = found["id"] if kind == "customer" else found.get("customer")
    currency = found.get("currency")
    return (
        kind,
        str(found["id"]),
        customer if isinstance(customer, str) else None,
        moment_text(datetime.fromtimestamp(int(created or 0), UTC)),
        int(amount) if amount is not None else None,
        str(currency).upper() if currency else None,
        found.get("status"),
        json.dumps(found, ensure_ascii=False, default=str),
    )


def _reckon(context: Context, connection: Connection) -> list[RecordId]:
    rows: list[tuple[int | None, int | None, str, RecordId]] = []
    paid_first: list[RecordId] = []
    for prospect, objects in stripe_mirror.objects_by_prospect(connection).items():
        net = net_paid(objects.get("charge", []), objects.get("dispute", []))
        monthly = mrr(objects.get("subscription", []))
        currency = _main_currency(context, net, monthly)
        rows.append((net.get(currency), monthly.get(currency), currency, prospect))
        first = next((c for c in objects.get("charge", []) if c.get("status") == "succeeded"), None)
        if first is not None and _note_first_payment(context, connection, prospect, first):
            paid_first.append(prospect)
    return [*stripe_mirror.set_money(connection, rows), *paid_first]


def _main_currency(context: Context, *sums: Mapping[str, int]) -> str:
    """The team's currency where there is money in it, else the one in which there is most: sums are never mixed."""
    known = {currency for group in sums for currency in group}
    if context.settings.currency in known or not known:
        return context.settings.currency
    return max(sorted(known), key=lambda currency: sums[0].get(currency, 0))


def _note_first_payment(context: Context, connection: Connection, prospect: RecordId, charge: Mapping[str, Any]) -> bool:
    """The first payment moves the status to CUSTOMER: an event whose id every machine derives from the charge."""
    at = moment_text(datetime.fromtimestamp(int(charge["created"]), UTC))
    metadata = {"charge": charge["id"], "value": charge["amount"], "currency": charge["currency"]}
    payload = json.dumps(metadata, sort_keys=True)
    event = Event(f"EVT-stripe-{charge['id']}", "payment_succeeded", None, None, at, context.now(), "Stripe", payload)
    return add_event(connection, prospect, event, Author("Stripe", context.now(), "stripe")) is not None
