"""What is due to be written: by the calendar, by where a prospect came to, and where one does not answer (docs/rules.md, "E-mail").

What goes by itself is queued, and only on the computer that the team names; everything else becomes a message that waits for a person.
"""

import json
from collections.abc import Iterable
from datetime import timedelta

from journeydesk.domain.mail.identity import event_key, mail_key, message_id
from journeydesk.domain.mail.retry import WAITING
from journeydesk.domain.mail.schedule import rounds_due
from journeydesk.domain.mail.templates import FOLLOW_UPS, SCHEDULED, TITLES
from journeydesk.domain.rules.answers import NO_ANSWER
from journeydesk.domain.rules.applications import UNANSWERED_APPLICATION
from journeydesk.domain.time import later, moment_text
from journeydesk.domain.words import noted
from journeydesk.services.changes import Change
from journeydesk.services.context import Context
from journeydesk.services.mail.account import mail_account
from journeydesk.services.mail.merging import filled, sender_name, usage_since
from journeydesk.services.mail.sender import sends_here, why_waiting
from journeydesk.storage.engine.connection import Connection
from journeydesk.storage.mail import messages, queue
from journeydesk.storage.mail.audience import Addressee, addressees, reached, users
from journeydesk.storage.mail.refusals import refusal
from journeydesk.storage.records.lookup import is_key_taken

_REASONS = {
    "application_received": noted("They applied"),
    "under_review": noted("Their application went into review"),
    "welcome": noted("They were accepted"),
    "weekly_check_in": noted("The check-in of this week"),
    "pmf_survey": noted("The survey of this month"),
}
_ONCE = "once"
_FRESH_DAYS = 7
"""Nobody is written to about what happened longer ago."""


def prepare_due(context: Context) -> tuple[int, int]:
    """Queues and drafts what is due now; returns how many of each. Asked again it does nothing twice."""
    due = _Due(context)
    with context.database.write() as connection:
        due.run(connection)
    if due.queued or due.drafted:
        context.publish(Change(frozenset({"mail", "messages"}), None, "rule"))
    return due.queued, due.drafted


class _Due:
    """One look at what is due; lives only inside `prepare_due`."""

    def __init__(self, context: Context) -> None:
        self._context = context
        self._mail = context.settings.mail
        self._account = mail_account(context)
        self._sender = sender_name(context)
        self._usage_since = usage_since(context)
        self._oldest = moment_text(context.clock() - timedelta(days=_FRESH_DAYS))
        self._here = sends_here(context)
        self._sends = self._here and self._account is not None and why_waiting(context) is None
        self.queued = self.drafted = 0

    def run(self, connection: Connection) -> None:
        for template in TITLES:
            if template in self._mail.by_itself or template in self._mail.drafted:
                if template in SCHEDULED:
                    self._scheduled(connection, template)
                elif template not in FOLLOW_UPS:
                    self._reached(connection, template)
        self._follow_ups(connection)

    def _scheduled(self, connection: Connection, template: str) -> None:
        settings = self._context.settings
        rounds = rounds_due(self._context.clock(), settings.time_zone, self._mail.hour, self._mail.survey_day)
        for due in (due for due in rounds if due.template == template):
            at, whom = moment_text(due.due), users(connection, self._usage_since)
            since = self._mail.by_itself.get(template)
            if since is None:
                self._draft_all(connection, template, whom, due.period)
            elif since <= at and at >= self._taken_over:
                self._queue_all(connection, template, whom, due.period)
            elif since <= at and self._here:
                self._draft_all(connection, template, whom, due.period)

    def _reached(self, connection: Connection, template: str) -> None:
        since = self._mail.by_itself.get(template)
        if since is None:
            self._draft_all(connection, template, reached(connection, template, self._oldest, self._usage_since), _ONCE)
            return
        since = max(since, self._oldest)
        mine = reached(connection, template, max(since, self._taken_over), self._usage_since)
        self._queue_all(connection, template, mine, _ONCE)
        if self._here and since < self._taken_over:
            # What was due before this computer was named may have been sent by the one before: a person decides.
            known = {addressee.prospect for addressee in mine}
            before = reached(connection, template, since, self._usage_since)
            self._draft_all(connection, template, [who for who in before if who.prospect not in known], _ONCE)

    @property
    def _taken_over(self) -> str:
        return self._mail.sender.since if self._mail.sender is not None else ""

    def _queue_all(self, connection: Connection, template: str, whom: Iterable[Addressee], occasion: str) -> None:
        if self._sends:
            for addressee in whom:
                self._queue(connection, template, addressee, mail_key(template, addressee.key, occasion))

    def _draft_all(self, connection: Connection, template: str, whom: Iterable[Addressee], occasion: str) -> None:
        for addressee in whom:
            self._draft(connection, template, addressee, mail_key(template, addressee.key, occasion), _REASONS[template])

    def _queue(self, connection: Connection, template: str, addressee: Addressee, key: str) -> None:
        assert self._account is not None
        if is_key_taken(connection, "events", event_key(key)) or refusal(connection, addressee.email) is not None:
            return
        text = filled(self._context, template, addressee, self._sender)
        if text.missing:
            names = ", ".join(text.missing)
            self._draft(
                connection,
                template,
                addressee,
                key,
                noted("{why}; nothing is known for {names}", why=_REASONS.get(template, "Due"), names=names),
            )
            return
        domain = self._account.address.rpartition("@")[2]
        now = self._context.now()
        mail = queue.QueuedMail(
            key, addressee.prospect, template, addressee.email, text.subject, text.body, message_id(key, domain)
        )
        self.queued += queue.put(connection, mail, now, now, WAITING) is not None

    def _draft(self, connection: Connection, template: str, addressee: Addressee, key: str, reason: str) -> None:
        """For its owner to decide; for one that nobody owns, whoever looks."""
        if addressee.owner and addressee.owner.casefold() != self._context.actor.casefold():
            return
        if is_key_taken(connection, "events", event_key(key)) or refusal(connection, addressee.email) is not None:
            return
        text = filled(self._context, template, addressee, self._sender)
        added = messages.add(
            connection,
            key,
            addressee.prospect,
            template=template,
            reason=reason,
            origin="Template",
            subject=text.subject,
            bubbles=bubbles_of(text.body),
            at=self._context.now(),
        )
        self.drafted += added is not None

    def _follow_ups(self, connection: Connection) -> None:
        wanted = (self._mail.drafted | set(self._mail.by_itself)) & set(FOLLOW_UPS)
        if not wanted:
            return
        since = later(self._context.now(), days=-self._context.settings.alerts.expire_after_days)
        for alert, prospect, headline in messages.unanswered(connection, (NO_ANSWER, UNANSWERED_APPLICATION), since):
            place = queue.follow_ups_since_answer(connection, prospect, FOLLOW_UPS)
            if place >= len(FOLLOW_UPS) or messages.is_pending_for(connection, prospect, FOLLOW_UPS):
                continue
            template = FOLLOW_UPS[place]
            whom = addressees(connection, [prospect], self._usage_since)
            if template not in wanted or not whom or not whom[0].email:
                continue
            key = mail_key("follow-up", whom[0].key, alert)
            if template in self._mail.by_itself and self._here:
                if self._sends:
                    self._queue(connection, template, whom[0], key)
            elif template in self._mail.drafted:
                self._draft(connection, template, whom[0], key, headline)


def bubbles_of(body: str) -> list[str]:
    """A text as bubbles: its greeting with the first paragraph, then each paragraph, the closing with the last."""
    parts = [part.strip() for part in body.strip().split("\n\n") if part.strip()]
    if len(parts) > 1 and len(parts[0]) < 60 and parts[0].endswith(","):
        parts[:2] = [f"{parts[0]}\n\n{parts[1]}"]
    if len(parts) > 1 and parts[-1].count("\n") <= 2 and len(parts[-1]) < 120:
        parts[-2:] = [f"{parts[-2]}\n\n{parts[-1]}"]
    return parts


def event_payload(template: str | None, message: str, key: str) -> str:
    """What the event of a sent mail says of it."""
    facts = {"template": template or "by hand", "message": key, "message_id": message}
    return json.dumps(facts, ensure_ascii=False, sort_keys=True)
