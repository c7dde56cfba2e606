"""Reading back what answers our mails: only threads that began here, headers first, nothing is marked as read
(docs/services.md, "E-mail").

An answer is logged, ends what waited for it and stops the follow-ups; a bounce puts the address on the list of those that get no mail.
"""

import hashlib
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import timedelta
from email.utils import parsedate_to_datetime
from typing import TYPE_CHECKING

from journeydesk.config import Connections
from journeydesk.domain.errors import JourneydeskError
from journeydesk.domain.ids import RecordId, new_key
from journeydesk.domain.journeys.events import Event
from journeydesk.domain.mail.incoming import (
    BOUNCE,
    REPLY,
    UNSUBSCRIBE,
    Incoming,
    header_of,
    is_report,
    is_unsubscribe,
    named_threads,
    read,
    says_stop,
)
from journeydesk.domain.mail.templates import FOLLOW_UPS
from journeydesk.domain.time import moment_of, moment_text
from journeydesk.domain.words import noted, tr
from journeydesk.remote.mail.reply_text import reply_text
from journeydesk.services.changes import Change
from journeydesk.services.context import Context
from journeydesk.services.evaluation.when_asked import evaluate_within
from journeydesk.services.mail.account import MailAccount, mail_account, sign_in
from journeydesk.services.mail.noting import received_words
from journeydesk.services.mail.sending import alone
from journeydesk.storage.engine.connection import Connection
from journeydesk.storage.facts.events import add_event
from journeydesk.storage.lists.task_list import open_tasks_by_rule
from journeydesk.storage.mail import messages, queue, received
from journeydesk.storage.mail.queue import MailRow
from journeydesk.storage.mail.received import FolderPlace, ReceivedMail
from journeydesk.storage.mail.refusals import refuse
from journeydesk.storage.records import records
from journeydesk.storage.records.labels import living_prospect
from journeydesk.storage.records.records import Author

if TYPE_CHECKING:
    from journeydesk.remote.mail.imap import Header, Mailbox

INBOX = "INBOX"
_LOOK_BACK = timedelta(days=30)
"""How far back is read where a folder was numbered anew."""


@dataclass
class ReadReport:
    """What came back: answers, bounces, unsubscribes, and everything else of our threads."""

    answers: int = 0
    bounces: int = 0
    unsubscribed: int = 0
    others: int = 0


def read_back(context: Context, known: Connections, *, cancelled: Callable[[], bool] = lambda: False) -> ReadReport:
    """Reads what is new. Nothing happens without an account that can be read. Raises MailBusy, MailRefused, MailUnreachable; what was
    read until then is kept, and reading goes on from there."""
    account = mail_account(context)
    report = ReadReport()
    if account is None or account.imap is None:
        return report
    # Not with what the window says of mails: an account may never be read.
    from journeydesk.remote.mail.imap import Mailbox

    with alone(context), Mailbox(account.imap, sign_in(context, known, account)) as mailbox:
        _Reading(context, account, mailbox, report, cancelled).run()
    if report.answers or report.bounces or report.unsubscribed or report.others:
        kinds = {"mail", "messages", "events", "interactions", "tasks", "prospects", "positions", "alerts", "settings", "sync"}
        context.publish(Change(frozenset(kinds), None, "mail"))
    return report


class _Reading:
    """One look into a mailbox; lives only inside `read_back`."""

    def __init__(
        self, context: Context, account: MailAccount, mailbox: "Mailbox", report: ReadReport, cancelled: Callable[[], bool]
    ) -> None:
        self._context = context
        self._account = account
        self._mailbox = mailbox
        self._report = report
        self._cancelled = cancelled

    def run(self) -> None:
        folder = self._mailbox.open(INBOX)
        with self._context.database.read() as connection:
            place = received.place(connection, self._account.address, INBOX)
        if place is None:
            # What came before the account was set up answers nothing of ours.
            self._reach(FolderPlace(folder.validity, max(0, folder.next_uid - 1), self._context.now()))
            return
        if place.validity == folder.validity:
            uids, reached = self._mailbox.uids_after(place.last_uid), place.last_uid
        else:
            since = moment_of(place.read_at) - timedelta(days=1)
            oldest = self._context.clock() - _LOOK_BACK
            uids, reached = self._mailbox.uids_since(max(since, oldest).date()), 0
        for batch in self._mailbox.headers(uids):
            if self._cancelled():
                return
            for header in batch:
                self._look_at(header)
                reached = max(reached, header.uid)
            self._reach(FolderPlace(folder.validity, reached, self._context.now()))
        # Those that vanished between the search and the reading are behind too.
        self._reach(FolderPlace(folder.validity, max([reached, *uids]), self._context.now()))

    def _reach(self, place: FolderPlace) -> None:
        with self._context.database.write(counted=False) as connection:
            received.set_place(connection, self._account.address, INBOX, place)

    def _look_at(self, header: "Header") -> None:
        concerns = named_threads(header.message) or is_report(header.message) or is_unsubscribe(header.message)
        if not concerns or header.is_large:
            return
        mail = self._mailbox.whole(header.uid)
        if mail is not None:
            take_in(self._context, self._account, read(mail), _date(header, self._context), self._report)


def take_in(context: Context, account: MailAccount, mail: Incoming, at: str, report: ReadReport) -> bool:
    """Takes in one mail that came back; whether it was of a thread of ours and new."""
    with context.database.write() as connection:
        item = queue.by_message_ids(connection, mail.threads) if mail.threads else None
        if item is None and mail.kind == UNSUBSCRIBE:
            return _unsubscribe_unthreaded(context, connection, mail, at, report)
        if item is None:
            return False
        identity = mail.message_id or f"<{hashlib.sha256(f'{at}{mail.sender}{mail.text}'.encode()).hexdigest()[:32]}@no-id>"
        text = reply_text(mail.text) if mail.kind == REPLY else mail.text[:2_000]
        living = item.prospect is not None and living_prospect(connection, item.prospect) is not None
        prospect = item.prospect if living else None
        author = Author("mail", context.now(), "receiver")
        kept = ReceivedMail(identity, item.id, prospect, mail.kind, mail.sender, mail.subject, text, at, mail.status)
        if received.add(connection, kept) is None:
            return False
        if mail.kind == BOUNCE:
            _bounce(connection, item, mail, author)
            report.bounces += 1
        elif mail.kind == UNSUBSCRIBE or (mail.kind == REPLY and says_stop(text)):
            _no_more(connection, item.recipient, author)
            report.unsubscribed += 1
        elif mail.kind == REPLY:
            report.answers += 1
        else:
            report.others += 1
        if mail.kind == REPLY and prospect is not None:
            _answered(context, connection, account, prospect, kept, author)
    return True


def _unsubscribe_unthreaded(context: Context, connection: Connection, mail: Incoming, at: str, report: ReadReport) -> bool:
    """The mail that List-Unsubscribe sends names no thread; it counts for the address that it comes from, where we wrote to it."""
    if not queue.wrote_to(connection, mail.sender):
        return False
    identity = mail.message_id or f"<{hashlib.sha256(f'{at}{mail.sender}'.encode()).hexdigest()[:32]}@no-id>"
    kept = ReceivedMail(identity, None, None, UNSUBSCRIBE, mail.sender, mail.subject, "", at, "")
    if received.add(connection, kept) is None:
        return False
    _no_more(connection, mail.sender, Author("mail", context.now(), "receiver"))
    report.unsubscribed += 1
    return True


def _bounce(connection: Connection, item: MailRow, mail: Incoming, author: Author) -> None:
    recipient = item.recipient.casefold()
    # A report about somebody else, such as an address that ours is forwarded to, is no reason to give the prospect's up.
    if mail.failed and recipient not in mail.failed and not _only_forwarded(mail.failed, recipient):
        return
    refuse(connection, item.recipient, noted("bounced: {status}", status=mail.status or mail.text[:120]).strip(), author)
    queue.cancel_for_address(connection, item.recipient, tr("The address bounced"))


def _only_forwarded(failed: Sequence[str], recipient: str) -> bool:
    """Whether the report names one address of the same house: aliases are reported by their own names."""
    return len(failed) == 1 and failed[0].rpartition("@")[2] == recipient.rpartition("@")[2]


def _no_more(connection: Connection, address: str, author: Author) -> None:
    refuse(connection, address, "unsubscribed", author)
    queue.cancel_for_address(connection, address, tr("They unsubscribed"))


def _answered(
    context: Context, connection: Connection, account: MailAccount, prospect: RecordId, mail: ReceivedMail, author: Author
) -> None:
    values: records.Row = {
        "key": new_key(),
        "prospect": prospect,
        "type": "Email",
        "date": mail.at,
        "summary": received_words(mail, account.shares),
        "owner": context.actor,
    }
    interaction = records.insert(connection, "interactions", values, author)
    received.set_interaction(connection, mail.message_id, interaction)
    event_id = "EVT-" + hashlib.sha256(f"answer|{mail.message_id}".encode()).hexdigest()[:24]
    add_event(connection, prospect, Event(event_id, "email_replied", None, None, mail.at, author.at, "mail", None), author)
    for task in open_tasks_by_rule(connection, prospect, "follow-up"):
        records.update(connection, "tasks", task, {"done_at": author.at}, author)
    queue.cancel_open(connection, prospect, FOLLOW_UPS, tr("They answered"))
    messages.withdraw(connection, prospect, FOLLOW_UPS, tr("They answered"), author.at)
    evaluate_within(context, connection, [prospect])


def read_back_or_tell(context: Context, known: Connections, cancelled: Callable[[], bool] = lambda: False) -> str:
    """`read_back` for a background thread; what stopped it as a sentence, empty where nothing did."""
    try:
        read_back(context, known, cancelled=cancelled)
    except JourneydeskError as problem:
        return str(problem)
    return ""


def _date(header: "Header", context: Context) -> str:
    """When it was written, but never later than now."""
    try:
        at = parsedate_to_datetime(header_of(header.message, "Date"))
        return min(moment_text(at), context.now()) if at.tzinfo is not None else context.now()
    except (ValueError, TypeError, OverflowError):
        return context.now()
