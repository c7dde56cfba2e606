"""Links in a mail: the team's own are counted, and one unsubscribes with a press, where this computer's receiver has an address that the
world reaches (docs/receiver.md, "Links in mails")."""

from collections.abc import Mapping

from journeydesk.config import Connections
from journeydesk.domain.errors import WorldError
from journeydesk.services.context import Context
from journeydesk.services.mail.account import MailAccount
from journeydesk.services.receiver.keys import receiver_keys
from journeydesk.services.receiver.links import click_path, unsubscribe_path
from journeydesk.storage.mail.queue import MailRow


def with_links(context: Context, known: Connections, account: MailAccount, mail: MailRow) -> tuple[str, str]:
    """The text with the team's links as counted ones, and the link that unsubscribes; both as they were where there is no such address,
    or the mail was written by hand."""
    if not account.public or not mail.template:
        return mail.body, ""
    try:
        seal = receiver_keys(context.database.folder, known, context.clock()).seal
    except WorldError:
        # A locked keyring holds up no mail: it goes with plain links and the mailto.
        return mail.body, ""
    now, body = context.now(), mail.body
    with context.database.write(counted=False) as connection:
        for target in sorted(filter(None, context.settings.mail.links.values()), key=len, reverse=True):
            if target in body:
                path = click_path(connection, now, target, mail.prospect, mail.key, seal)
                body = body.replace(target, f"{account.public}{path}")
        unsubscribe = unsubscribe_path(connection, now, mail.recipient, mail.key, seal)
    return body, f"{account.public}{unsubscribe}"


def link_names(links: Mapping[str, str]) -> dict[str, str]:
    """What the team calls each address."""
    return {address: name for name, address in links.items() if address}
