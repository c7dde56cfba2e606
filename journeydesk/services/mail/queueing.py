"""What a person does with the queue and with the list of those who get no mail."""

from collections.abc import Sequence

from journeydesk.domain.errors import UserError
from journeydesk.domain.frozen_data import dataclass
from journeydesk.domain.journeys.events import is_email
from journeydesk.domain.mail.rates import TemplateRates, rates
from journeydesk.domain.mail.retry import CANCELLED, FAILED, HELD, SENDING, SENT, UNKNOWN, WAITING
from journeydesk.domain.time import later
from journeydesk.domain.words import noted, tr
from journeydesk.services.changes import Change
from journeydesk.services.commands.base import start_action
from journeydesk.services.context import Context
from journeydesk.services.mail.account import mail_account
from journeydesk.services.mail.links import link_names
from journeydesk.services.mail.noting import note_sent, received_words
from journeydesk.storage.mail import queue, received
from journeydesk.storage.mail.queue import MailRow
from journeydesk.storage.mail.rates import mail_facts
from journeydesk.storage.mail.refusals import Refusal, allow, not_shared, refusal, refusals, refuse
from journeydesk.storage.records import records
from journeydesk.storage.records.records import Author
from journeydesk.storage.sync.meta import get_meta

MailLine = MailRow
"""A mail of the queue as screens show it."""

_SHOWN = 300
UNDER_WAY = (WAITING, HELD, SENDING, UNKNOWN, FAILED)
"""The states that a person may do something about."""


@dataclass(frozen=True, slots=True)
class QueueState:
    """How the queue stands: how many of each state, what stopped it (a sentence, or empty), the account's address or empty."""

    counts: dict[str, int]
    problem: str
    address: str

    @property
    def waiting(self) -> int:
        """How many are still to go."""
        return self.counts[WAITING] + self.counts[HELD]

    @property
    def unclear(self) -> int:
        """How many nobody knows of whether they went."""
        return self.counts[UNKNOWN]


def queue_state(context: Context) -> QueueState:
    """How the queue stands now."""
    account = mail_account(context)
    with context.database.read() as connection:
        return QueueState(
            queue.counts(connection), get_meta(connection, "mail_problem") or "", account.address if account else ""
        )


def queued_mails(context: Context, states: Sequence[str] = (*UNDER_WAY, SENT, CANCELLED)) -> list[MailRow]:
    """The newest mails of these states."""
    with context.database.read() as connection:
        return queue.listed(connection, states, _SHOWN)


def cancel_mail(context: Context, mail: int) -> None:
    """Takes a mail that has not gone out of the queue. Raises UserError where it has."""
    with context.database.write() as connection:
        row = _row(queue.one(connection, mail))
        if row.state not in (WAITING, HELD, FAILED, UNKNOWN):
            raise UserError(tr("This mail has gone or is going; it cannot be taken back."))
        queue.set_state(connection, mail, CANCELLED, answer=tr("Dropped by a person"))
    _tell(context)


def send_again(context: Context, mail: int) -> None:
    """Puts a mail that failed, or whose end nobody knows, back into the queue: a person's word that it may go. Raises UserError."""
    with context.database.write() as connection:
        row = _row(queue.one(connection, mail))
        if row.state not in (FAILED, UNKNOWN, HELD):
            raise UserError(tr("This mail needs no second try."))
        queue.set_state(connection, mail, WAITING, answer=tr("Sent again by a person"), due_at=context.now())
    _tell(context)


def mark_sent(context: Context, mail: int) -> None:
    """A person saw that a mail whose end nobody knew did arrive. Raises UserError for any other."""
    with context.database.write() as connection:
        row = _row(queue.one(connection, mail))
        if row.state != UNKNOWN:
            raise UserError(tr("What became of this mail is known."))
        note_sent(context, connection, row, "", tr("A person saw that it arrived"))
    _tell(context)


def no_mail_list(context: Context) -> list[Refusal]:
    """Everybody who gets no mail."""
    with context.database.read() as connection:
        return refusals(connection)


def gets_no_mail(context: Context, address: str) -> bool:
    """Whether this address is on that list."""
    with context.database.read() as connection:
        return refusal(connection, address) is not None


def stop_mail(context: Context, address: str, why: str = noted("asked for it")) -> None:
    """Puts an address on the list of those that get no mail, for the whole team; what waits for it is taken back."""
    if not is_email(address.strip()):
        raise UserError(tr("“{address}” is not an e-mail address.", address=address[:80]))
    with start_action(context, tr("{address} gets no more mail", address=address.strip())) as action:
        action.changed(refuse(action.connection, address, why, action.author))
        queue.cancel_for_address(action.connection, address.strip(), tr("They get no more mail"))
        action.kinds |= {"settings", "mail"}


def allow_mail(context: Context, address: str) -> None:
    """Takes an address off that list."""
    with start_action(context, tr("{address} gets mail again", address=address.strip())) as action:
        action.changed(allow(action.connection, address, action.author))
        action.kinds |= {"settings", "mail"}


def share_refusals(context: Context) -> int:
    """Shares who unsubscribed by a link on this computer; returns how many are new to the team."""
    with context.database.read() as connection:
        addresses = not_shared(connection)
    if addresses:
        with context.database.write() as connection:
            author = Author("mail", context.now(), "receiver")
            for address in addresses:
                refuse(connection, address, "unsubscribed", author)
                queue.cancel_for_address(connection, address, tr("They unsubscribed"))
        context.publish(Change(frozenset({"settings", "mail", "sync"}), None, "receiver"))
    return len(addresses)


def share_text(context: Context, direction: str, number: int) -> None:
    """Writes the text of one mail (`out` or `in`) into the history that the team sees. Raises UserError where the history has no
    record of it."""
    with context.database.read() as connection:
        sent = queue.one(connection, number) if direction == "out" else None
        came = received.received(connection, number) if direction == "in" else None
    interaction = sent.interaction if sent else came.interaction if came else None
    if interaction is None:
        raise UserError(tr("The history has no record of this mail."))
    words = f"{sent.subject}\n\n{sent.body}" if sent else received_words(came, True) if came else ""
    with start_action(context, tr("Shared the text of a mail")) as action:
        row = records.get(action.connection, "interactions", interaction)
        if row is None or row["deleted"]:
            raise UserError(tr("The record of this mail was deleted. Undo brings it back."))
        action.update("interactions", interaction, {"summary": words.strip()})


def mail_rates(context: Context, since: str | None = None, until: str | None = None) -> tuple[TemplateRates, ...]:
    """The rates per template from `since` until before `until` (stored moments); the last thirty days unless said otherwise."""
    now = context.now()
    with context.database.read() as connection:
        facts = mail_facts(connection, since or later(now, days=-30), until or "9999", link_names(context.settings.mail.links))
    return rates(facts, context.settings.mail.targets)


def _row(row: MailRow | None) -> MailRow:
    if row is None:
        raise UserError(tr("This mail is no longer in the queue."))
    return row


def _tell(context: Context) -> None:
    context.publish(Change(frozenset({"mail", "messages"})))
