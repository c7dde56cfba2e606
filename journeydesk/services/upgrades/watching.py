"""Looking at payment links: often while they are young, then less, at once where somebody says that there is news
(docs/rules.md, "Upgrades")."""

import logging

from journeydesk.config import Connections
from journeydesk.domain.errors import JourneydeskError
from journeydesk.domain.upgrades.links import MAKING
from journeydesk.services.context import Context
from journeydesk.services.sync.working_offline import works_offline
from journeydesk.services.upgrades.key import UPGRADES, checkout_access, note_environment
from journeydesk.services.upgrades.making import LinkBusy, alone, look_up
from journeydesk.services.upgrades.settling import Settled, put_off, settle, settle_mirrored
from journeydesk.storage.payments import checkout_links
from journeydesk.storage.payments.checkout_links import PaymentLink
from journeydesk.storage.sync.api_calls import last_checks, note_check, note_worked

_log = logging.getLogger(__name__)
_MOST = 50


def look_at_links(context: Context, known: Connections, *, all_living: bool = False) -> list[Settled]:
    """What became of the links that are due, or of all that something may still come of; whatever fails is tried again later."""
    note_environment(context, known)
    settled = settle_mirrored(context)
    with context.database.read() as connection:
        links = checkout_links.living(connection, _MOST) if all_living else checkout_links.due(connection, context.now(), _MOST)
    if not links or works_offline(context):
        return settled
    try:
        with alone(context, patience=0.0):
            return [*settled, *_look(context, known, links)]
    except LinkBusy:
        return settled


def _look(context: Context, known: Connections, links: list[PaymentLink]) -> list[Settled]:
    access = checkout_access(context, known)
    if access is None:
        return []
    from journeydesk.remote.stripe.checkout import CheckoutClient

    settled: list[Settled] = []
    left = list(links)
    try:
        with CheckoutClient(access.url, access.key, secret_live=access.secret_live) as client:
            while left:
                link = left[0]
                if link.session is None:
                    look_up(context, client, link)
                elif (session := client.session(link.session)) is None:
                    put_off(context, link)
                elif (outcome := settle(context, link.key, session)) is not None and link.state != MAKING:
                    settled.append(outcome)
                left.pop(0)
    except JourneydeskError as problem:
        _log.info("Payment links could not be looked at: %s", problem)
        for link in left:
            put_off(context, link)
        _note(context, str(problem))
    else:
        with context.database.write(counted=False) as connection:
            note_worked(connection, UPGRADES, context.now())
    return settled


def _note(context: Context, problem: str) -> None:
    """What fails shows on the page of integrations, once."""
    with context.database.write(counted=False) as connection:
        last = last_checks(connection, UPGRADES, 1)
        if not last or last[0].ok or last[0].text != problem:
            note_check(connection, UPGRADES, context.now(), False, problem, 0.0)
