"""Checking a service for real, and remembering what came of it."""

import time

from journeydesk.config import Connections
from journeydesk.domain.errors import JourneydeskError
from journeydesk.services.changes import Change
from journeydesk.services.context import Context
from journeydesk.services.sync.connecting import airtable_access, open_airtable
from journeydesk.storage.sync.api_calls import note_check
from journeydesk.storage.sync.table_maps import table_maps


def check_service(context: Context, known: Connections, name: str) -> bool:
    """Asks the service, writes the result down and tells the screens; whether it works. For a thread other than the window's."""
    began = time.monotonic()
    try:
        text = _airtable(context, known) if name == "Airtable" else _stripe(known)
        ok = True
    except JourneydeskError as problem:
        text, ok = str(problem), False
    with context.database.write() as connection:
        note_check(connection, name, context.now(), ok, text, round(time.monotonic() - began, 3))
    context.publish(Change(frozenset({"settings"}), None, "sync"))
    return ok


def _airtable(context: Context, known: Connections) -> str:
    tables = open_airtable(context, airtable_access(context, known)).schema()
    there = {field.id for table in tables for field in table.fields}
    with context.database.read() as connection:
        maps = table_maps(connection)
    gone = [f"{slug}.{field}" for slug, found in maps.items() for field, remote in found.fields.items() if remote not in there]
    if gone:
        raise JourneydeskError(
            f"These fields are gone in Airtable: {', '.join(gone)}. Set the connection up again to match them."
        )
    return f"{len(tables)} tables answer"


def _stripe(known: Connections) -> str:
    from journeydesk.remote.stripe.client import StripeReader

    if not known.stripe_key:
        raise JourneydeskError("No Stripe key is known on this computer. Set JOURNEYDESK_STRIPE_KEY.")
    with StripeReader(known.stripe_url, known.stripe_key) as reader:
        newest = next(iter(reader.everything("charge")), None)
    return "No payment yet" if newest is None else "Newest payment was read"
