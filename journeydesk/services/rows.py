"""What screens are given: frozen rows, ready to paint, that never reach back into the database."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Literal

from journeydesk.domain.alerts import Act
from journeydesk.domain.columns import Column
from journeydesk.domain.ids import Key, RecordId

Priority = Literal["Urgent", "High", "Normal"]


@dataclass(frozen=True, slots=True)
class Amount:
    """Money in integer minor units of `currency` (ISO 4217)."""

    minor: int
    currency: str


@dataclass(frozen=True, slots=True)
class StageMark:
    """A stage as screens show it: always number, name and colour. `count` is how many stages the journey has."""

    number: int
    name: str
    journey: str
    count: int


Cell = str | int | float | date | datetime | Amount | StageMark | None
"""What a column of the list holds for one prospect."""


@dataclass(frozen=True, slots=True)
class ProspectRow:
    """One line of the prospect list. `last_touch` is the last touchpoint in words; `others` are the columns, by key, that no
    attribute is named after."""

    id: RecordId
    key: Key
    company: str
    contact: str
    stage: StageMark | None
    score: int | None
    status: str
    at_risk: bool
    follow_up: date | None
    owner: str
    revenue: Amount | None
    last_touch: str
    last_touch_at: datetime | None
    others: Mapping[str, Cell]
    pending: bool = False
    conflict: bool = False
    deleting: bool = False

    def cell(self, column: Column) -> Cell:
        """The value of a column of the list."""
        if column.key in self.others:
            return self.others[column.key]
        value: Cell = getattr(self, column.key)
        return value


@dataclass(frozen=True, slots=True)
class Filter:
    """One token of the filter bar: a column's key or field, an `Operator` that its kind has, and values as stored (ISO dates,
    minor units)."""

    field: str
    operator: str
    values: tuple[str | int | float, ...] = ()


@dataclass(frozen=True, slots=True)
class SortKey:
    """A column to sort by; the first key of a tuple weighs most."""

    column: str
    descending: bool = False


@dataclass(frozen=True, slots=True)
class ListView:
    """What the prospect list shows: a search text, filters (all must hold) and a sort order."""

    search: str = ""
    filters: tuple[Filter, ...] = ()
    sort: tuple[SortKey, ...] = (SortKey("follow_up"),)


@dataclass(frozen=True, slots=True)
class SavedView:
    """A named list view as a chip above the list. `count` is None until it was counted."""

    id: int
    name: str
    view: ListView
    count: int | None


@dataclass(frozen=True, slots=True)
class Step:
    """One stage in the detail panel's stepper."""

    mark: StageMark
    state: Literal["done", "current", "ahead"]
    entered_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class ScoreReason:
    """One line of the score's breakdown, with the reason in words."""

    label: str
    points: int
    possible: int
    reason: str


@dataclass(frozen=True, slots=True)
class EntryPointView:
    """First touch: the CTA, page and campaign that brought the prospect, and when."""

    cta: str
    page: str
    utm: str
    at: datetime | None


@dataclass(frozen=True, slots=True)
class TaskRow:
    """A task of a prospect."""

    id: RecordId
    title: str
    kind: str
    due: datetime | None
    done_at: datetime | None
    owner: str
    pending: bool = False


@dataclass(frozen=True, slots=True)
class ProspectDetail:
    """Everything the detail panel shows above the timeline."""

    row: ProspectRow
    job_title: str
    email: str
    phone: str
    website: str
    journey: str
    steps: tuple[Step, ...]
    points: int
    points_to_next: int | None
    next_stage: StageMark | None
    ltv: Amount | None
    ltv_source: Literal["Stripe net", "by hand", ""]
    ltv_by_hand: Amount | None
    mrr: Amount | None
    customer_status: str
    tier: str
    score_total: int | None
    score_by_hand: bool
    score_reasons: tuple[ScoreReason, ...]
    entry_point: EntryPointView | None
    tasks: tuple[TaskRow, ...] = ()
    fields: tuple[tuple[str, str], ...] = ()
    other_fields: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class TimelineEntry:
    """One line of the timeline. `kind` chooses the icon: call, meeting, email, demo, note, support, cta, stage,
    payment, survey, usage, task, field."""

    id: str
    kind: str
    title: str
    title_rest: str
    detail: str
    at: datetime
    group: Literal["interactions", "cta", "stages", "payments", "changes"]
    pending: bool = False
    from_stage: StageMark | None = None
    to_stage: StageMark | None = None
    undo_entry: int | None = None


@dataclass(frozen=True, slots=True)
class BoardColumn:
    """A kanban column's header: counts and sums are for the whole column, not for the cards loaded."""

    mark: StageMark
    count: int
    revenue: Amount
    over_limit: int
    limit_days: int | None


@dataclass(frozen=True, slots=True)
class CardRow:
    """One kanban card. `days` counts days in stage."""

    id: RecordId
    company: str
    contact: str
    revenue: Amount | None
    score: int | None
    days: int
    limit_days: int | None
    follow_up: date | None
    alert: Priority | None
    owner: str
    pending: bool = False
    conflict: bool = False

    @property
    def over_limit(self) -> bool:
        """Whether the card has been in its stage for longer than the stage's limit."""
        return self.limit_days is not None and self.days > self.limit_days


@dataclass(frozen=True, slots=True)
class Lane:
    """A swimlane's header."""

    owner: str
    count: int
    revenue: Amount
    overdue: int
    over_limit: int


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


@dataclass(frozen=True, slots=True)
class SyncStatus:
    """All that the sync pill may speak of; see `services.sync_pill` for its words. `trouble` and `offline_why` are sentences
    about the last pass, empty where it was well."""

    connected: bool
    waiting: int
    conflicts: int
    needs_attention: int
    offline_since: datetime | None
    last_success: datetime | None
    running: bool
    done: int
    total: int
    paused_reason: str = ""
    paused_until: datetime | None = None
    token_refused: bool = False
    trouble: str = ""
    offline_why: str = ""


SyncQuestion = Literal["deleted remotely", "deleted here", "schema"]
"""What a note of sync asks: whether deletes in the remote, or ours, were meant; or that the base's fields be looked at."""


@dataclass(frozen=True, slots=True)
class SyncNoteRow:
    """A note of sync, or with `question` one that waits for a person; `record` None where it is about a whole table."""

    id: int
    slug: str
    record: RecordId | None
    text: str
    question: SyncQuestion | None


@dataclass(frozen=True, slots=True)
class SearchHit:
    """One line of the palette's results; `spans` are the matched ranges of `title`."""

    kind: Literal["prospect", "note"]
    prospect: RecordId
    title: str
    subtitle: str
    stage: StageMark | None
    at: datetime | None = None
    spans: tuple[tuple[int, int], ...] = field(default=())


@dataclass(frozen=True, slots=True)
class ServiceState:
    """One row of the integrations page."""

    name: str
    subtitle: str
    icon: str
    state: Literal["Working", "Slow", "Not working", "Off"]
    last_checked: datetime | None
    last_success: datetime | None
    criterion: str
    problem_title: str = ""
    problem_text: str = ""
    checks: tuple[tuple[datetime, bool, str, float], ...] = ()
