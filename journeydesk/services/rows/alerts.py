"""The alert inbox and its reading pane."""

from datetime import datetime
from typing import Literal

from journeydesk.domain.alerts.alert import Act
from journeydesk.domain.frozen_data import dataclass
from journeydesk.domain.ids import Key, RecordId
from journeydesk.services.rows.common import Amount, EntryPointView, StageMark

Priority = Literal["Urgent", "High", "Normal"]


@dataclass(frozen=True, slots=True)
class AlertRow:
    """One line of the alert inbox. `value` is what is at stake: a customer's MRR, else the revenue hoped for. A snoozed one sleeps
    until `snoozed_until`, or until what `snoozed_for` names happens."""

    id: RecordId
    key: Key
    prospect: RecordId | None
    priority: Priority
    status: Literal["Pending", "Acknowledged", "Actioned", "Expired"]
    company: str
    contact: str
    owner: str
    reason: str
    rule: str
    raised_at: datetime
    expires_at: datetime | None
    snoozed_until: datetime | None
    unread: bool
    pending: bool = False
    snoozed_for: str = ""
    value: Amount | None = None
    monthly: bool = False


@dataclass(frozen=True, slots=True)
class AuditLine:
    """One line of an alert's history: a bold beginning, the rest, and the caption below."""

    bold: str
    rest: str
    caption: str
    at: datetime


@dataclass(frozen=True, slots=True)
class Evidence:
    """One event that made the alert fire, with the points it earned."""

    kind: str
    text: str
    points: int | None
    at: datetime


@dataclass(frozen=True, slots=True)
class AlertDetail:
    """What the reading pane shows for one alert. `act` is the form that its recommended action wants, `note` what somebody wrote
    when handling it, `muted` says in words for whom its rule is muted."""

    row: AlertRow
    headline: str
    rule_name: str
    action_title: str
    action_text: str
    phone: str
    email: str
    job_title: str
    stages: tuple[StageMark, ...]
    recorded: StageMark | None
    by_score: StageMark | None
    gap: int
    points_before: int | None
    points_after: int | None
    evidence: tuple[Evidence, ...]
    history: tuple[AuditLine, ...]
    entry_point: EntryPointView | None
    contact_lines: tuple[tuple[str, str], ...]
    others: tuple[AuditLine, ...]
    why: str = ""
    act: Act = "open"
    note: str = ""
    muted: str = ""


@dataclass(frozen=True, slots=True)
class MutedRule:
    """A rule that is muted for a prospect, or with None for all."""

    rule: str
    prospect: RecordId | None
    name: str
