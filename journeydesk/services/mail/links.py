"""Links in a mail: the team's own are counted, and one unsubscribes with a press, where this computer's receiver has an address that the
world reaches (docs/receiver.md, "Links in mails"); opens are counted of those who agreed (docs/rules.md, "E-mail")."""

from collections.abc import Mapping

from journeydesk.config import Connections
from journeydesk.domain.errors import WorldError
from journeydesk.domain.frozen_data import dataclass
from journeydesk.services.context import Context
from journeydesk.services.mail.account import MailAccount
from journeydesk.services.receiver.keys import receiver_keys
from journeydesk.services.receiver.links import click_path, open_path, unsubscribe_path
from journeydesk.storage.mail.consents import counts_opens
from journeydesk.storage.mail.queue import MailRow
from journeydesk.storage.receiver.links import drop_picture


@dataclass(frozen=True, slots=True)
class Linked:
    """A mail's text with its links, the link that unsubscribes, and the address of the picture that tells of an open; each of the two may
    be empty."""

    body: str
    unsubscribe: str = ""
    picture: str = ""


def with_links(context: Context, known: Connections, account: MailAccount, mail: MailRow) -> Linked:
    """The mail with the team's links as counted ones, and with a picture where its reader agreed and the team's switch is on; as it was
    where there is no such address, or the mail was written by hand."""
    if not account.public or not mail.template:
        return Linked(mail.body)
    try:
        seal = receiver_keys(context.database.folder, known, context.clock()).seal
    except WorldError:
        # A locked keyring holds up no mail: it goes with plain links and the mailto.
        return Linked(mail.body)
    now, body, picture = context.now(), mail.body, ""
    with context.database.write(counted=False) as connection:
        for target in sorted(filter(None, context.settings.mail.links.values()), key=len, reverse=True):
            if target in body:
                path = click_path(connection, now, target, mail.prospect, mail.key, seal)
                body = body.replace(target, f"{account.public}{path}")
        unsubscribe = unsubscribe_path(connection, now, mail.recipient, mail.key, seal)
        agreed = context.settings.mail.count_opens and counts_opens(connection, mail.recipient)
        if agreed and mail.prospect is not None:
            picture = account.public + open_path(connection, now, mail.recipient, mail.prospect, mail.key, seal)
        else:
            drop_picture(connection, mail.key)
    return Linked(body, f"{account.public}{unsubscribe}", picture)


def link_names(links: Mapping[str, str]) -> dict[str, str]:
    """What the team calls each address."""
    return {address: name for name, address in links.items() if address}
