"""The receiver among the services: whether it is on, what is said of it, and its check."""

import json
from datetime import timedelta

from journeydesk.config import Connections
from journeydesk.domain.errors import WorldError
from journeydesk.domain.time import later, start_of
from journeydesk.domain.words import figure, tr, tr_count
from journeydesk.services.context import Context
from journeydesk.services.display import moment_words
from journeydesk.services.receiver.running import SERVICE_NAME, is_receiving, noted_address
from journeydesk.storage.engine.connection import Connection
from journeydesk.storage.receiver.inbox import count_unmatched, inbox_figures
from journeydesk.storage.receiver.outgoing import Delivery, last_deliveries, targets
from journeydesk.storage.sync.meta import get_meta

_LATE = timedelta(minutes=10)

__all__ = ["SERVICE_NAME", "check_receiver_answers", "is_any_unmatched", "is_switched_on", "received_words"]


def is_switched_on(connection: Connection) -> bool:
    """Whether a person switched it on here."""
    try:
        return bool(json.loads(get_meta(connection, "receiver") or "{}").get("on"))
    except (ValueError, AttributeError):
        return False


def is_any_unmatched(connection: Connection) -> bool:
    """Whether events wait whose customer nobody knows; they go on waiting when nothing is received any more."""
    return count_unmatched(connection) > 0


def received_words(connection: Connection) -> str:
    """Where it receives; first of all, what of it waits for a person."""
    waiting = count_unmatched(connection)
    if waiting:
        return tr_count("{count} event waits for its customer", "{count} events wait for their customers", waiting)
    address = get_meta(connection, "receiver_address")
    return tr("Receives at {address}", address=address) if address else tr("Takes events from other programs")


def check_receiver_answers(context: Context, known: Connections) -> str:
    """Posts a signed event that asks for nothing to be stored, as a sender would. Raises WorldError where it is not taken."""
    from journeydesk.domain.webhooks.signatures import sign
    from journeydesk.remote.posting.post import post
    from journeydesk.services.receiver.keys import live, receiver_keys

    address = noted_address(context)
    if not is_receiving(context) or not address:
        raise WorldError(tr("The receiver does not run. Switch it on here, or start it with: journeydesk serve"))
    secret = live(receiver_keys(context.database.folder, known, context.clock()).signing, context.clock())[0]
    body = b'{"check": true}'
    headers = {"X-Webhook-Signature": sign(secret, body), "Content-Type": "application/json"}
    answer = post(f"{address}/api/webhook/check", body, headers, allow_private=True, seconds=5.0)
    if not answer.is_success:
        raise WorldError(
            tr("A signed test was not accepted: {status} {words}", status=answer.status or "", words=answer.text[:120]).strip()
        )
    with context.database.read() as connection:
        today = start_of(context.today(), context.settings.time_zone)
        figures = inbox_figures(connection, today)
        late = figures.oldest is not None and figures.oldest < later(context.now(), minutes=-int(_LATE.total_seconds() // 60))
    if late:
        since = moment_words(context, figures.oldest or "")
        raise WorldError(
            tr("{waiting} events wait to be folded since {oldest}.", waiting=figure(figures.waiting), oldest=since)
        )
    if figures.refused:
        return tr(
            "A signed test was accepted · {since} events today, {count} could not be folded",
            since=figure(figures.since),
            count=figure(figures.refused),
        )
    return tr("A signed test was accepted · {since} events today", since=figure(figures.since))


def dead_letters(context: Context, limit: int = 100) -> list[Delivery]:
    """What could not be delivered to whom it was to be told, the newest first."""
    with context.database.read() as connection:
        return [letter for target in targets(connection) for letter in last_deliveries(connection, target.id, limit, "dead")]
