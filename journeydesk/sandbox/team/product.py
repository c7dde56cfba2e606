"""How customers use the product, what they answer to surveys, and the tasks that the team has with them."""

import random
from collections.abc import Iterator, Sequence
from datetime import UTC, date, datetime, timedelta

from journeydesk.domain.frozen_data import dataclass
from journeydesk.sandbox.team.applicant import Applicant

USAGE_DAYS = 150
_LIKELY = ("Very Likely", "Likely", "Neutral", "Unlikely", "Very Unlikely")
_REQUESTS = (
    "Bulk verification from a folder.",
    "A badge for the shop's product page.",
    "Export of the audit trail as PDF.",
    "Signing on the phone.",
    "Single sign-on.",
    "More languages for the badge.",
)
_TESTIMONIALS = (
    "Readers stopped asking whether our pictures are real.",
    "We found three copies of our work in the first week.",
    "It took an afternoon to connect the archive.",
)


@dataclass(frozen=True, slots=True)
class UsageDay:
    """One customer's day."""

    day: date
    calls: int
    signs: int
    verifies: int
    error_rate: float
    users: int
    storage: int
    cost: float


@dataclass(frozen=True, slots=True)
class Survey:
    """One survey sent; answers are None where nobody answered."""

    kind: str
    sent: date
    responded: date | None
    pmf: float | None
    satisfaction: int | None
    likelihood: str | None
    request: str | None
    testimonial: str | None
    case_study: bool


def today_of(now_ms: int) -> date:
    """The UTC day of that moment."""
    return datetime.fromtimestamp(now_ms / 1000, UTC).date()


def usage_of(rng: random.Random, customers: Sequence[Applicant], now_ms: int) -> Iterator[tuple[Applicant, UsageDay]]:
    """Daily rows up to yesterday: growth, quiet weekends; one customer fades, one soars, one has errors above 5 %."""
    today = today_of(now_ms)
    for place, applicant in enumerate(customers):
        size = rng.lognormvariate(6.2, 0.9)
        users = rng.randrange(2, 14)
        storage = rng.randrange(2, 60) * 10**9
        for age in range(USAGE_DAYS, 0, -1):
            day = today - timedelta(days=age)
            factor = (1.3 - 0.5 * age / USAGE_DAYS) * (0.35 if day.weekday() >= 5 else 1.0) * rng.uniform(0.75, 1.25)
            if place == 3 and age <= 7:
                factor *= 0.3
            if place == 5 and age <= 7:
                factor *= 2.8
            calls = int(size * factor)
            signs = int(calls * rng.uniform(0.3, 0.5))
            error = rng.uniform(0.055, 0.09) if place == 7 and age <= 10 else rng.uniform(0.001, 0.02)
            storage += signs * 40_000
            active = max(1, int(users * (0.4 if day.weekday() >= 5 else 1.0)))
            cost = round(calls * 0.002 + 0.4, 2)
            yield applicant, UsageDay(day, calls, signs, calls - signs, round(error, 4), active, storage, cost)


def surveys_of(rng: random.Random, customers: Sequence[Applicant], now_ms: int) -> Iterator[tuple[Applicant, Survey]]:
    """Onboarding once, weekly check-ins, PMF each month, exit for those who left; about 45 % are answered."""
    today = today_of(now_ms)
    for applicant in customers:
        plan = [("Onboarding", 90), *(("PMF", age) for age in (75, 45, 15)), *(("Weekly", age) for age in (24, 17, 10, 3))]
        if applicant.churned:
            plan = [("Onboarding", 200), ("PMF", 120), ("Exit", rng.randrange(5, 60))]
        for kind, age in plan:
            yield (
                applicant,
                _survey(rng, kind, today - timedelta(days=age + rng.randrange(3)), today, happy=not applicant.churned),
            )


def _survey(rng: random.Random, kind: str, sent: date, today: date, *, happy: bool) -> Survey:
    responded = sent + timedelta(days=rng.randrange(4))
    if rng.random() > 0.47 or responded > today:
        return Survey(kind, sent, None, None, None, None, None, None, case_study=False)
    satisfaction = min(10, max(1, round(rng.gauss(8.2 if happy else 4.5, 1.4))))
    return Survey(
        kind,
        sent,
        responded,
        round(min(1.0, max(0.0, rng.gauss(0.44, 0.16))), 2) if kind == "PMF" else None,
        satisfaction,
        _LIKELY[min(4, max(0, round(rng.gauss(1.2, 1.0))))],
        rng.choice(_REQUESTS) if rng.random() < 0.4 else None,
        rng.choice(_TESTIMONIALS) if satisfaction >= 9 and rng.random() < 0.4 else None,
        case_study=satisfaction >= 9 and rng.random() < 0.3,
    )
