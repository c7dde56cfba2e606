"""Stripe's part in a pass of sync."""

import logging
from collections.abc import Callable

from journeydesk.config import Connections
from journeydesk.domain.errors import JourneydeskError
from journeydesk.domain.ids import RecordId
from journeydesk.domain.words import tr
from journeydesk.services.context import Context
from journeydesk.storage.payments import stripe_mirror
from journeydesk.storage.sync.api_calls import note_check
from journeydesk.sync.sync_pass import Cancelled

_log = logging.getLogger(__name__)

Paid = tuple[frozenset[RecordId], list[str]]
"""The prospects whose payments changed, and sentences of what was left out or went wrong."""


def read_payments(context: Context, known: Connections, cancelled: Callable[[], bool], sleep: Callable[[float], None]) -> Paid:
    """What was paid since the last pass; nothing where Stripe is not connected. Its trouble is told and stops nothing else.

    Raises Cancelled.
    """
    from journeydesk.services.payments.stripe_key import stripe_access

    access = stripe_access(context, known)
    if access is None:
        return frozenset(), []
    from journeydesk.services.payments.mirror import sync_payments
    from journeydesk.services.queries.payments import problems as left_out

    try:
        changed = sync_payments(
            context, access.url, access.key, cancelled=cancelled, sleep=sleep, secret_live=access.secret_live
        )
        return changed, list(left_out(context))
    except Cancelled:
        raise
    except JourneydeskError as problem:
        return _went_wrong(context, str(problem))
    except Exception as problem:  # noqa: BLE001
        # What nobody thought of in an answer of Stripe must not count as trouble of the remote.
        _log.exception("Reading payments failed")
        sentence = tr(
            "An answer of Stripe could not be read ({name__}). Payments are as they were; it is tried again.",
            name__=type(problem).__name__,
        )
        return _went_wrong(context, sentence)


def _went_wrong(context: Context, sentence: str) -> Paid:
    with context.database.write(counted=False) as connection:
        note_check(connection, stripe_mirror.STRIPE, context.now(), False, sentence, 0.0)
    return frozenset(), [sentence]
