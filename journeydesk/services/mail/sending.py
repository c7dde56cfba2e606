"""Sending what waits: one mail after the other, at the team's pace, each one's end on disk before the next begins
(docs/services.md, "E-mail")."""

import contextlib
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import datetime
from datetime import time as clock_time

from journeydesk.config import Connections
from journeydesk.domain.errors import JourneydeskError, NotNow, UserError
from journeydesk.domain.ids import RecordId
from journeydesk.domain.mail.identity import event_key
from journeydesk.domain.mail.retry import CANCELLED, FAILED, SENDING, UNKNOWN, WAITING, next_try
from journeydesk.domain.time import moment_text
from journeydesk.domain.upgrades.links import link_of_mail
from journeydesk.domain.words import noted, retold, tr
from journeydesk.remote.mail.servers import MailRefused, MailUnreachable
from journeydesk.remote.mail.smtp import LATER, NEVER, PERHAPS, TAKEN, Mailer, Outcome
from journeydesk.remote.mail.writing import ascii_address, write
from journeydesk.services.changes import Change
from journeydesk.services.context import Context
from journeydesk.services.mail.account import MailAccount, drop_access, mail_account, sign_in
from journeydesk.services.mail.links import with_links
from journeydesk.services.mail.noting import MAIL_PROBLEM, SERVICE, note_sent
from journeydesk.storage.engine.connection import Connection
from journeydesk.storage.engine.file_lock import FileLock
from journeydesk.storage.mail import queue
from journeydesk.storage.mail.queue import MailRow
from journeydesk.storage.mail.refusals import refusal, refuse
from journeydesk.storage.payments.checkout_links import can_be_paid
from journeydesk.storage.records import records
from journeydesk.storage.records.labels import living_prospect
from journeydesk.storage.records.lookup import is_key_taken
from journeydesk.storage.records.records import Author
from journeydesk.storage.sync.api_calls import note_check
from journeydesk.storage.sync.meta import get_meta, set_meta

UNSUBSCRIBE_SUBJECT = "unsubscribe"
_LOCK = "mail.lock"


class MailBusy(NotNow):
    """Another Journeydesk sends the mails of this workspace; nothing was begun."""


@dataclass
class SendReport:
    """What a pass came to: how many went out, wait for another try, were refused for good or are unclear; `problem` says in a sentence
    why it stopped early."""

    sent: int = 0
    later: int = 0
    refused: int = 0
    unclear: int = 0
    cancelled: int = 0
    problem: str = ""
    touched: set[RecordId] = field(default_factory=set)


def send_due(
    context: Context,
    known: Connections,
    *,
    cancelled: Callable[[], bool] = lambda: False,
    sleep: Callable[[float], None] = time.sleep,
) -> SendReport:
    """Sends what is due. Nothing happens without an account. Raises MailBusy where another program is at it."""
    account = mail_account(context)
    if account is None:
        return SendReport()
    with alone(context):
        report = SendReport()
        _settle_unclear(context, known, account)
        try:
            _Sending(context, known, account, report, cancelled, sleep).run()
        except JourneydeskError as problem:
            report.problem = str(problem)
        _note(context, report)
    if report.sent or report.later or report.refused or report.unclear or report.cancelled:
        context.publish(
            Change(frozenset({"mail", "messages", "events", "prospects", "positions", "alerts", "sync"}), None, "mail")
        )
    return report


@contextlib.contextmanager
def alone(context: Context) -> Iterator[None]:
    """One program at a time sends or reads the mails of a workspace. Raises MailBusy."""
    lock = FileLock(context.database.folder / _LOCK)
    if not lock.take():
        raise MailBusy(
            tr("Another Journeydesk is at the mails of this workspace at this moment. Try again when it has finished.")
        )
    try:
        yield
    finally:
        lock.let_go()


class _Sending:
    """One pass at work; lives only inside `send_due`."""

    def __init__(
        self,
        context: Context,
        known: Connections,
        account: MailAccount,
        report: SendReport,
        cancelled: Callable[[], bool],
        sleep: Callable[[float], None],
    ) -> None:
        self._context = context
        self._known = known
        self._account = account
        self._report = report
        self._cancelled = cancelled
        self._sleep = sleep
        self._tried_again = False

    def run(self) -> None:
        while not self._cancelled() and self._next() is not None:
            if not self._conversation():
                return

    def _next(self) -> MailRow | None:
        """The next mail that is to go out, once what must not go is taken back; None at the end or the day's most."""
        context = self._context
        while True:
            with context.database.write(counted=False) as connection:
                if queue.sent_since(connection, _day_began(context)) >= context.settings.mail.daily_most:
                    return None
                mail = queue.next_due(connection, context.now())
                why = None if mail is None else _why_not(connection, mail, context.now())
                if mail is None or not why:
                    return mail
                queue.set_state(connection, mail.id, CANCELLED, answer=why)
            self._report.cancelled += 1

    def _conversation(self) -> bool:
        """Signs in and sends what is due; whether to go on with another conversation."""
        try:
            signed_in = sign_in(self._context, self._known, self._account)
            with Mailer(self._account.smtp, signed_in) as mailer:
                first = True
                while mailer.is_open and not self._cancelled() and (mail := self._next()) is not None:
                    if not first:
                        self._sleep(self._context.settings.mail.pace_seconds)
                    first = False
                    self._send(mailer, mail)
                return mailer.is_open is False and not self._report.unclear
        except MailRefused:
            # An access token may have been taken back before its time: once more with a new one.
            if self._account.method == "oauth" and not self._tried_again:
                self._tried_again = True
                drop_access(self._account)
                return True
            raise

    def _send(self, mailer: Mailer, mail: MailRow) -> None:
        context, account = self._context, self._account
        try:
            recipient = ascii_address(mail.recipient)
            linked = with_links(context, self._known, account, mail)
            content = write(
                sender=account.address,
                sender_name=account.name,
                recipient=mail.recipient,
                recipient_name="",
                subject=mail.subject,
                body=linked.body,
                message_id=mail.message_id,
                at=context.clock(),
                references=mail.thread.split(),
                unsubscribe_mail=UNSUBSCRIBE_SUBJECT if mail.template else "",
                unsubscribe_link=linked.unsubscribe,
                picture=linked.picture,
            )
        except UserError as problem:
            self._end(mail, Outcome(NEVER, 0, str(problem)))
            return
        with context.database.write(counted=False) as connection:
            queue.set_state(connection, mail.id, SENDING)
        try:
            outcome = mailer.send(content, ascii_address(account.address), recipient)
        except MailUnreachable:
            with context.database.write(counted=False) as connection:
                queue.set_state(connection, mail.id, WAITING, answer=tr("The connection ended before it was sent"))
            raise
        self._end(mail, outcome)

    def _end(self, mail: MailRow, outcome: Outcome) -> None:
        context, report = self._context, self._report
        words = f"{outcome.code} {outcome.words}".removeprefix("0 ")
        with context.database.write() as connection:
            if outcome.result == TAKEN:
                note_sent(context, connection, mail, self._account.address, words)
                report.sent += 1
            elif outcome.result == PERHAPS:
                queue.set_state(connection, mail.id, UNKNOWN, answer=words, tried=True)
                report.unclear += 1
            else:
                again = next_try(context.clock(), mail.tries + 1) if outcome.result == LATER else None
                if again is not None:
                    queue.set_state(connection, mail.id, WAITING, answer=words, due_at=moment_text(again), tried=True)
                    report.later += 1
                else:
                    queue.set_state(connection, mail.id, FAILED, answer=words, tried=True)
                    report.refused += 1
                    if _no_such_address(outcome):
                        author = Author("mail", context.now(), "receiver")
                        refuse(connection, mail.recipient, noted("refused: {words}", words=words[:200]), author)
        if mail.prospect is not None:
            report.touched.add(mail.prospect)


def _why_not(connection: Connection, mail: MailRow, now: str) -> str | None:
    """Why a mail must not go out after all; None where it may."""
    refused = refusal(connection, mail.recipient)
    if refused is not None:
        return tr("{recipient} gets no more mail ({why})", recipient=mail.recipient, why=retold(refused.why))
    if mail.prospect is not None and living_prospect(connection, mail.prospect) is None:
        return tr("The prospect was deleted")
    link = link_of_mail(mail.key)
    if link and not can_be_paid(connection, link, now):
        return tr("Its payment link has expired or was used; make a new one")
    if is_key_taken(connection, "events", event_key(mail.key)):
        return tr("Another computer has sent it")
    if mail.interaction is not None:
        row = records.get(connection, "interactions", mail.interaction)
        if row is None or row["deleted"]:
            return tr("Taken back before it was sent")
    return None


def _no_such_address(outcome: Outcome) -> bool:
    """Whether the refusal is of the address, not of the text, the sender or the moment (RFC 3463 section 3)."""
    return outcome.code in (550, 551, 553) and "5.7." not in outcome.words and "spam" not in outcome.words.casefold()


def _settle_unclear(context: Context, known: Connections, account: MailAccount) -> None:
    """Mails whose end nobody knows are looked for among what was sent; those that are there count as sent, the others wait for a person
    and are never sent again by themselves."""
    with context.database.write(counted=False) as connection:
        unclear = queue.in_hand(connection)
        for mail in unclear:
            if mail.state == SENDING:
                queue.set_state(connection, mail.id, UNKNOWN, answer=tr("The program ended while it was sent"))
    if not unclear or account.imap is None:
        return
    from journeydesk.remote.mail.imap import Mailbox

    # What cannot be asked now stays unclear and is asked again with the next pass.
    with contextlib.suppress(JourneydeskError):
        with Mailbox(account.imap, sign_in(context, known, account)) as mailbox:
            folder = mailbox.sent_folder()
            if folder is None:
                return
            mailbox.open(folder)
            held = {mail.id: mailbox.holds(mail.message_id) for mail in unclear}
        with context.database.write() as connection:
            for mail in unclear:
                if held[mail.id]:
                    note_sent(context, connection, mail, account.address, tr("It lies in {folder}", folder=folder))
                else:
                    words = tr(
                        "It is not in {folder} of {address}. Send it again, or drop it.", folder=folder, address=account.address
                    )
                    queue.set_state(connection, mail.id, UNKNOWN, answer=words)


def _note(context: Context, report: SendReport) -> None:
    """Keeps what stopped the queue, once, where it shows."""
    with context.database.write(counted=False) as connection:
        before = get_meta(connection, MAIL_PROBLEM) or ""
        if report.problem != before:
            set_meta(connection, MAIL_PROBLEM, report.problem or None)
            if report.problem:
                note_check(connection, SERVICE, context.now(), False, report.problem, 0.0)


def _day_began(context: Context) -> str:
    zone = context.settings.time_zone
    return moment_text(datetime.combine(context.today(), clock_time(), zone))
