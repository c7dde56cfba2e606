"""What became of mails: those that Journeydesk sent itself, and those of other programs, of which only events are known."""

import json
from collections.abc import Mapping
from datetime import date

from journeydesk.domain.frozen_data import dataclass
from journeydesk.domain.mail.rates import MailFact
from journeydesk.domain.periods import Period
from journeydesk.domain.settings import TeamSettings
from journeydesk.domain.time import later, moment_text
from journeydesk.storage.engine import sql
from journeydesk.storage.engine.connection import Connection
from journeydesk.storage.mail.rates import mail_facts

_ANSWER_DAYS = 30
_FROM = "FROM events e INDEXED BY ix_events_kinds WHERE e.deleted = 0"


@dataclass(frozen=True, slots=True)
class Mails:
    """Mails that Journeydesk sent, and those of other programs: of these nobody knows clicks, opens and what came back."""

    ours: tuple[MailFact, ...] = ()
    told: tuple[MailFact, ...] = ()

    @property
    def all(self) -> tuple[MailFact, ...]:
        """Both."""
        return (*self.ours, *self.told)


@dataclass(frozen=True, slots=True)
class Inputs:
    """The mails of the month and of the one before."""

    month: Mails
    before: Mails


def read(connection: Connection, settings: TeamSettings, month: Period, owner: str | None, today: date) -> Inputs:
    """Everything for a month; the team's, whoever asks."""
    return Inputs(facts_of(connection, settings, month), facts_of(connection, settings, month.previous()))


def facts_of(connection: Connection, settings: TeamSettings, period: Period) -> Mails:
    """The mails of a period."""
    begins, ends = (moment_text(each) for each in period.bounds(settings.time_zone))
    names = {address: name for name, address in settings.mail.links.items() if address}
    return Mails(tuple(mail_facts(connection, begins, ends, names)), tuple(_told(connection, begins, ends)))


def _told(connection: Connection, since: str, until: str) -> list[MailFact]:
    """Mails that other programs say they sent. A reply within 30 days is the answer to the last one before it; opens are not counted,
    for nobody is known to have agreed."""
    sent = sql.rows(
        connection,
        f"SELECT e.prospect, e.occurred_at, e.payload {_FROM} AND e.event = 'email_sent' AND e.occurred_at >= ? AND e.occurred_at < ? "
        "AND NOT EXISTS (SELECT 1 FROM mail_item m WHERE m.prospect = e.prospect AND m.key = CASE WHEN json_valid(e.payload) "
        "THEN json_extract(e.payload, '$.message') END) ORDER BY e.prospect, e.occurred_at",
        (since, until),
    )
    replies: dict[int, list[str]] = {}
    for prospect, at in sql.rows(
        connection,
        f"SELECT e.prospect, e.occurred_at {_FROM} AND e.event = 'email_replied' AND e.occurred_at >= ? AND e.occurred_at < ? "
        "ORDER BY e.occurred_at",
        (since, later(until, days=_ANSWER_DAYS)),
    ):
        replies.setdefault(prospect, []).append(at)
    facts = []
    for place, (prospect, at, payload) in enumerate(sent):
        following = sent[place + 1][1] if place + 1 < len(sent) and sent[place + 1][0] == prospect else None
        ends = min(later(at, days=_ANSWER_DAYS), following or "9999")
        answered = any(at <= reply < ends for reply in replies.get(prospect, ()))
        facts.append(MailFact(_template(payload), answered, bounced=False, clicked=frozenset(), consents=False, opened=False))
    return facts


def _template(payload: str | None) -> str | None:
    try:
        value = json.loads(payload or "{}")
    except ValueError:
        return None
    template = value.get("template") if isinstance(value, Mapping) else None
    return str(template) if template else None
