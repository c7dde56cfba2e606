"""What the rules judge by: the facts of one prospect, and those of the team. Times are stored moments, days are the team's."""

import json
from collections.abc import Mapping
from dataclasses import field
from datetime import date

from journeydesk.domain import statuses
from journeydesk.domain.frozen_data import dataclass
from journeydesk.domain.journeys.fold import Standing

THEIRS = (
    "email_replied",
    "cta_clicked",
    "form_submitted",
    "inquiry_submitted",
    "gate_submitted",
    "demo_requested",
    "upgrade_intent",
    "support_ticket",
    "assessment_started",
    "assessment_completed",
    "checkout_completed",
    "purchase_made",
    "payment_succeeded",
)
"""The events by which a prospect says that it is there."""

WATCHED = frozenset(
    {
        *THEIRS,
        "email_sent",
        "payment_failed",
        "scenario_failed",
        "scenario_succeeded",
        "content_failed",
        "content_generated",
        "access_granted",
        "cart_abandoned",
        "application_accepted",
    }
)
"""The events that rules look at. All of them are shared by the team: no rule may see what only one machine knows."""


@dataclass(frozen=True, slots=True)
class Occurrence:
    """An event or a service's object: its id, when it counts, and its payload (JSON) where it has one."""

    id: str
    at: str
    payload: str | None = None

    def text(self, name: str) -> str:
        """A text of its payload; empty where it says nothing of that name."""
        try:
            values = json.loads(self.payload or "{}")
        except ValueError:
            return ""
        return str(values.get(name) or "") if isinstance(values, dict) else ""


@dataclass(frozen=True, slots=True)
class Touch:
    """One interaction of ours with the prospect."""

    key: str
    kind: str
    at: str
    outcome: str | None


@dataclass(frozen=True, slots=True)
class UsageDay:
    """One day of a customer's use; the error rate is a fraction."""

    day: date
    calls: int
    error_rate: float


@dataclass(frozen=True, slots=True)
class Answer:
    """An answered survey with its satisfaction, 1 to 10."""

    key: str
    day: date
    satisfaction: int


@dataclass(frozen=True, slots=True)
class StripeFacts:
    """What only a machine that reads Stripe knows: open disputes, the ids of those that are over, checkouts that were begun and
    not completed (those that ran out, too), and when the last payment came (empty where none did)."""

    disputes: tuple[Occurrence, ...] = ()
    closed: frozenset[str] = frozenset()
    checkouts: tuple[Occurrence, ...] = ()
    last_paid: str = ""


@dataclass(frozen=True, slots=True)
class AssetFact:
    """A record of Customer Assets: its key, when its texts were made (stored moment, empty where that is not known), and the texts that it
    has, each with its name."""

    key: str
    at: str
    texts: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class ProspectFacts:
    """One prospect. `usage` is in order of days, `usage_until` the last whole day that the team has usage of at all;
    `assigned` is the rep that automation has just given it to, `accepted_at` when its status was set to Accepted here,
    `scored_at` when its score last changed here, where that is known; `follow_up` the day of its next follow-up,
    `planned_until` when the last of its open tasks is due (empty where there is none), `assets` the texts made for it."""

    key: str
    company: str
    status: str
    standing: Standing
    contact: str = ""
    owner: str = ""
    customer_status: str = ""
    tier: str = ""
    score: int | None = None
    applied_on: str | None = None
    occurrences: Mapping[str, tuple[Occurrence, ...]] = field(default_factory=dict)
    touches: tuple[Touch, ...] = ()
    usage: tuple[UsageDay, ...] = ()
    usage_until: date | None = None
    answers: tuple[Answer, ...] = ()
    stripe: StripeFacts = StripeFacts()
    muted: frozenset[str] = frozenset()
    assigned: str | None = None
    accepted_at: str | None = None
    scored_at: str = ""
    follow_up: date | None = None
    planned_until: str = ""
    assets: tuple[AssetFact, ...] = ()

    def of(self, *kinds: str) -> list[Occurrence]:
        """What happened of these kinds, in the order of time and id."""
        occurrences = [occurrence for kind in kinds for occurrence in self.occurrences.get(kind, ())]
        return sorted(occurrences, key=lambda occurrence: (occurrence.at, occurrence.id)) if len(kinds) > 1 else occurrences

    @property
    def is_undecided(self) -> bool:
        """Whether it is an application on which nobody decided yet."""
        return statuses.is_undecided(self.status) and bool(self.applied_on)

    @property
    def is_open(self) -> bool:
        """Whether the prospect is still to be won or kept."""
        return statuses.is_open(self.status, self.customer_status)

    @property
    def is_customer(self) -> bool:
        """Whether it uses or pays for the product today."""
        return self.is_open and statuses.uses_product(self.status, self.customer_status)


@dataclass(frozen=True, slots=True)
class DayCount:
    """What came in on one day: applications, those of them that were accepted since, support tickets."""

    received: int = 0
    accepted: int = 0
    tickets: int = 0


@dataclass(frozen=True, slots=True)
class WeekCount:
    """One whole ISO week: customers and those with a call in it, PMF surveys sent and answered, satisfaction's sum and count."""

    name: str
    ended_at: str
    customers: int = 0
    active: int = 0
    pmf_sent: int = 0
    pmf_answered: int = 0
    satisfaction_sum: int = 0
    satisfaction_count: int = 0


@dataclass(frozen=True, slots=True)
class Check:
    """One check of an integration on this machine."""

    service: str
    at: str
    ok: bool
    text: str


@dataclass(frozen=True, slots=True)
class TeamFacts:
    """The team's own figures. `days` holds the last five weeks up to yesterday, `checks` each service's, oldest first;
    `first_application` is the day of the first one ever; the forecast is in major units of the team's currency."""

    today: date
    days: Mapping[date, DayCount]
    week: WeekCount
    first_application: date | None = None
    month: str = ""
    month_began_at: str = ""
    forecast: float | None = None
    checks: tuple[Check, ...] = ()
