"""What is shown of messages: those that wait, those decided today, and one of them amid the exchange with its prospect."""

import difflib
import re
from collections.abc import Sequence
from datetime import datetime, time

from journeydesk.domain.frozen_data import dataclass
from journeydesk.domain.ids import RecordId
from journeydesk.domain.mail.incoming import REPLY
from journeydesk.domain.mail.suggestions import StatusSuggestion, suggested_status
from journeydesk.domain.payments.lifetime_value import new_ltv
from journeydesk.domain.time import moment_of, moment_text
from journeydesk.domain.words import retold, tr
from journeydesk.services.context import Context
from journeydesk.services.mail.account import mail_account
from journeydesk.services.queries.detail import prospect_detail, timeline
from journeydesk.services.rows.detail import ProspectDetail, TimelineEntry
from journeydesk.storage.mail import messages, queue
from journeydesk.storage.mail.messages import MessageRow
from journeydesk.storage.mail.received import exchange, shared_texts
from journeydesk.storage.mail.refusals import refusal
from journeydesk.storage.records.labels import ProspectLabel, living_prospect

_WORD = re.compile(r"\w+|[^\w\s]")
_MOST_LINES = 60


@dataclass(frozen=True, slots=True)
class MessageLine:
    """A line of the list. `outcome` says what was decided; empty while it waits."""

    id: int
    prospect: RecordId
    contact: str
    company: str
    at: datetime
    beginning: str
    state: str
    outcome: str

    @property
    def head(self) -> str:
        """Whom it is for."""
        return self.contact

    @property
    def beside(self) -> str:
        """Of which company."""
        return self.company

    @property
    def waits(self) -> bool:
        """Whether it waits for a decision."""
        return self.state == messages.PENDING

    @property
    def approved(self) -> bool:
        """Whether it was approved."""
        return self.state == messages.APPROVED


@dataclass(frozen=True, slots=True)
class TalkLine:
    """One thing of the exchange: kind is sent, received, or what else the history has; `who` wrote it. `mail` names one whose text is on
    this computer alone (out or in, and its number), so that it may be shared."""

    kind: str
    who: str
    text: str
    at: datetime
    mail: tuple[str, int] | None = None


@dataclass(frozen=True, slots=True)
class MessageDetail:
    """A message with its prospect, the exchange so far, the draft as it was made and as it stands.

    `mail_state` is that of its mail once it was approved. `blocked` says why it cannot be sent; `by_hand` that this computer sends no mail.
    """

    row: MessageRow
    prospect: ProspectDetail
    talk: tuple[TalkLine, ...]
    suggestion: StatusSuggestion | None
    mail_state: str
    mail_words: str
    blocked: str
    by_hand: bool

    @property
    def waits(self) -> bool:
        """Whether it waits for a decision."""
        return self.row.state == messages.PENDING


def message_lines(context: Context) -> tuple[list[MessageLine], list[MessageLine]]:
    """Those that wait, and those decided today."""
    since = moment_text(datetime.combine(context.today(), time(), context.settings.time_zone))
    with context.database.read() as connection:
        waiting, decided = messages.pending(connection), messages.decided_since(connection, since)
        labels = {row.prospect: living_prospect(connection, row.prospect) for row in (*waiting, *decided)}
    return (
        [_line(row, label) for row in waiting if (label := labels[row.prospect]) is not None],
        [_line(row, label) for row in decided if (label := labels[row.prospect]) is not None],
    )


def count_waiting(context: Context) -> int:
    """How many messages wait for a decision."""
    with context.database.read() as connection:
        return messages.count_pending(connection)


def message_detail(context: Context, message: int) -> MessageDetail | None:
    """One message; None where it or its prospect is gone."""
    with context.database.read() as connection:
        row = messages.one(connection, message)
    prospect = prospect_detail(context, row.prospect) if row is not None else None
    if row is None or prospect is None:
        return None
    with context.database.read() as connection:
        lines = exchange(connection, [row.prospect], _MOST_LINES)
        mail = queue.one(connection, row.mail) if row.mail is not None else None
        refused = refusal(connection, prospect.email) if prospect.email else None
        shared = shared_texts(connection, [line.interaction for line in lines if line.interaction is not None])
    answers = [line.body for line in lines if line.kind == REPLY]
    mails = {line.interaction for line in lines if line.interaction is not None}
    talk = [
        TalkLine(
            "sent" if line.direction == "out" else "received",
            line.who,
            line.body,
            moment_of(line.at),
            (line.direction, line.number) if line.interaction is not None and line.interaction not in shared else None,
        )
        for line in lines
    ]
    talk += [
        TalkLine("sent" if entry.kind == "email" else entry.kind, "", _words(entry), entry.at)
        for entry in timeline(context, row.prospect, "all", _MOST_LINES)
        if entry.group in ("interactions", "cta") and not (entry.id.startswith("i") and int(entry.id[1:]) in mails)
    ]
    by_hand = mail_account(context) is None or not prospect.email
    blocked = (
        tr("{email} gets no more mail: {why}", email=prospect.email, why=retold(refused.why))
        if refused is not None and not by_hand
        else ""
    )
    return MessageDetail(
        row,
        prospect,
        tuple(sorted(talk, key=lambda line: line.at)[-_MOST_LINES:]),
        suggested_status(answers, prospect.customer_status or None),
        mail.state if mail is not None else "",
        mail.answer if mail is not None else "",
        blocked,
        by_hand,
    )


def words_changed(made: Sequence[str], now: Sequence[str]) -> int:
    """How many words a person changed: those taken out or put in, the larger of the two for each place."""
    before, after = (_WORD.findall("\n".join(parts)) for parts in (made, now))
    matcher = difflib.SequenceMatcher(None, before, after, autojunk=False)
    return sum(max(i2 - i1, j2 - j1) for tag, i1, i2, j1, j2 in matcher.get_opcodes() if tag != "equal")


def ltv_after(detail: ProspectDetail, status: str | None, minor: int) -> int:
    """What the lifetime value by hand comes to, in hundredths."""
    return new_ltv(status, detail.ltv_by_hand.minor if detail.ltv_by_hand is not None else None, minor)


def _words(entry: TimelineEntry) -> str:
    if entry.kind == "email":
        return entry.detail
    return f"{entry.title}{entry.title_rest}" + (f" · {entry.detail}" if entry.detail else "")


def _line(row: MessageRow, label: ProspectLabel) -> MessageLine:
    contact = label.contact_name or label.name
    beginning = " ".join(" ".join(row.parts()).split())[:200] or row.subject
    outcome = ""
    if row.state == messages.APPROVED:
        tags = ", ".join(tag.casefold() for tag in row.tag_names())
        parts = [
            tr("Approved by {decided_by}", decided_by=row.decided_by),
            tags,
            tr("quality {quality}", quality=row.quality) if row.quality else "",
        ]
        outcome = " · ".join(part for part in parts if part)
    elif row.state == messages.REJECTED:
        outcome = tr("Rejected by {decided_by}: {why}", decided_by=row.decided_by, why=row.why)
    return MessageLine(
        row.id,
        row.prospect,
        contact,
        label.name if label.contact_name else "",
        moment_of(row.decided_at or row.made_at),
        beginning,
        row.state,
        outcome,
    )
