"""Counting opens: only of those who agreed, and only while the team's switch is on (docs/rules.md, "E-mail")."""

from journeydesk.domain.errors import UserError
from journeydesk.domain.journeys.events import is_email
from journeydesk.domain.words import tr
from journeydesk.services.commands.base import start_action
from journeydesk.services.commands.settings import change_settings
from journeydesk.services.context import Context
from journeydesk.storage.mail import consents
from journeydesk.storage.mail.consents import Consent

Agreed = Consent
"""Somebody who agreed, as screens show it."""

_LONGEST = 200


def agreed_to_opens(context: Context) -> list[Consent]:
    """Everybody who agreed, by address."""
    with context.database.read() as connection:
        return consents.consents(connection)


def counts_opens_of(context: Context, address: str) -> bool:
    """Whether the owner of this address agreed."""
    with context.database.read() as connection:
        return consents.counts_opens(connection, address)


def note_agreed(context: Context, address: str, how: str) -> None:
    """Notes that the owner of an address agreed, and how (“form of the trade fair, 12 May”), which the team may have to show one day.
    Raises UserError for what is no address, and without a how."""
    address, how = address.strip(), " ".join(how.split())[:_LONGEST]
    if not is_email(address):
        raise UserError(tr("“{address}” is not an e-mail address.", address=address[:80]))
    if not how:
        raise UserError(tr("Say how {address} agreed, such as “form on our website, 12 May”.", address=address))
    with start_action(context, tr("{address} agreed that opens are counted", address=address)) as action:
        action.changed(consents.agree(action.connection, address, how, action.author))
        action.kinds |= {"settings", "mail"}


def note_taken_back(context: Context, address: str) -> None:
    """Notes that the owner of an address no longer agrees: nothing is counted from now on, and what was is in no rate. Raises UserError
    where they never agreed."""
    address = address.strip()
    with context.database.read() as connection:
        if not consents.counts_opens(connection, address):
            raise UserError(
                tr("{address} did not agree that opens are counted; there is nothing to take back.", address=address[:80])
            )
    with start_action(context, tr("Opens of {address} are not counted any more", address=address)) as action:
        action.changed(consents.take_back(action.connection, address, action.author))
        action.kinds |= {"settings", "mail"}


def switch_opens(context: Context, on: bool) -> None:
    """Counts opens of those who agreed from now on, or of nobody."""
    label = tr("Opens are counted of those who agreed") if on else tr("Opens are not counted")
    change_settings(context, {"mail.count_opens": on}, label)
