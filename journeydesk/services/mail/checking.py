"""Whether a mail account works: signing in to both servers, and a mail to oneself."""

from journeydesk.config import Connections
from journeydesk.domain.errors import JourneydeskError
from journeydesk.domain.ids import uuid7
from journeydesk.domain.mail.identity import message_id
from journeydesk.domain.words import tr
from journeydesk.remote.mail.servers import SignIn
from journeydesk.remote.mail.smtp import TAKEN, Mailer
from journeydesk.remote.mail.writing import ascii_address, write
from journeydesk.services.context import Context
from journeydesk.services.mail.account import MailAccount, mail_account, sign_in


def check_sign_in(account: MailAccount, secret: str, method: str = "password") -> None:
    """Signs in to both servers. Raises MailRefused, MailUnreachable, UserError."""
    _sign_in_to(account, SignIn(account.user, secret, method))


def check_mail(context: Context, known: Connections) -> str:
    """Signs in, and sends a mail to oneself; what came of it in a sentence. Raises the errors of mail."""
    account = mail_account(context)
    if account is None:
        raise JourneydeskError(tr("No mail account is set up on this computer. Set it up in Settings, Integrations."))
    signed_in = sign_in(context, known, account)
    _sign_in_to(account, signed_in)
    mail = write(
        sender=account.address,
        sender_name=account.name,
        recipient=account.address,
        recipient_name=account.name,
        subject=tr("Journeydesk can send mail"),
        body=tr("This is the test mail of Settings, Integrations. You can delete it."),
        message_id=message_id(f"check-{uuid7()}", account.address.rpartition("@")[2]),
        at=context.clock(),
    )
    with Mailer(account.smtp, signed_in) as mailer:
        outcome = mailer.send(mail, ascii_address(account.address), ascii_address(account.address))
    if outcome.result != TAKEN:
        raise JourneydeskError(
            tr("The server did not take a mail to yourself: {code} {words}", code=outcome.code, words=outcome.words)
        )
    return tr("A test mail to you was accepted")


def _sign_in_to(account: MailAccount, signed_in: SignIn) -> None:
    with Mailer(account.smtp, signed_in):
        pass
    if account.imap is not None:
        from journeydesk.remote.mail.imap import Mailbox

        with Mailbox(account.imap, signed_in):
            pass
