"""One prospect: the panel and its timeline."""

from datetime import datetime
from typing import Literal

from journeydesk.domain.frozen_data import dataclass
from journeydesk.domain.ids import RecordId
from journeydesk.services.rows.common import Amount, EntryPointView, StageMark
from journeydesk.services.rows.prospects import ProspectRow


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
    ltv_from_stripe: Amount | None
    mrr: Amount | None
    ltv_apart: tuple[Amount, ...]
    """What was paid in currencies without a rate; it is in no sum."""
    mrr_apart: tuple[Amount, ...]
    customer_status: str
    tier: str
    """Both as the rules and `--json` have them; what people read of the tier is `tier_words`."""
    tier_words: str
    score_total: int | None
    score_by_hand: bool
    score_reasons: tuple[ScoreReason, ...]
    out_of_range: tuple[str, ...]
    """A sentence for each number that came from the base and nobody could enter."""
    entry_point: EntryPointView | None


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


@dataclass(frozen=True, slots=True)
class DeletedProspect:
    """A prospect that was deleted: `by` a rep here, or in `remote`; either may be empty, and `at` is None where it is not known.
    `tasks` are open, and with the `logs` they stand with the name and come back with it."""

    id: RecordId
    name: str
    by: str
    remote: str
    at: datetime | None
    tasks: int
    logs: int
