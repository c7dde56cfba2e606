"""Who applied when, who is still open and where, who pays, and who gave up: the plot of the team's year."""

import itertools
import random
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime

from journeydesk.domain.catalogue import CAPABILITIES, INDUSTRIES, PRIORITY_LEVELS, SOURCES, VOLUMES
from journeydesk.domain.settings import TeamSettings
from journeydesk.sandbox.team.applicant import (
    CHALLENGES,
    DAY_MS,
    HOUR_MS,
    MINUTE_MS,
    NOTES,
    AnswerBook,
    Answers,
    Applicant,
)
from journeydesk.sandbox.team.cast import EMAILS, OWNERS, PHONES, TITLES, Part, cast
from journeydesk.sandbox.team.names import Identity, identities

TRACKED_DAYS = 120
"""The journey log began this many days ago."""
OPEN_BY_STAGE = (214, 131, 64, 38, 21, 12)
REVENUE_BY_STAGE = (1_280_000, 1_940_000, 1_510_000, 1_120_000, 860_000, 580_000)
"""Estimated revenue of the open prospects in each stage, in euros."""
PAYING = 80
CHURNED = 14
HOT = 4
_EXTRA_DUE = 16
_OWNER_WEIGHTS = (143, 124, 115, 98)
_WEEKDAYS = (1.05, 1.15, 1.1, 1.1, 0.9, 0.35, 0.25)
_AGE_DAYS = ((0, 14), (5, 34), (16, 60), (30, 92), (45, 98), (60, 98))
_STAY_DAYS = ((1, 13), (1, 15), (2, 24), (2, 33), (3, 62), (8, 58))
_PROBABILITY = (0.05, 0.15, 0.35, 0.55, 0.75, 0.9)


@dataclass(slots=True)
class Plot:
    """The prospects of the story, the cast first."""

    applicants: list[Applicant]
    now_ms: int

    def at(self, days_ago: float) -> int:
        """The moment that many days before now, Unix milliseconds."""
        return self.now_ms - int(days_ago * DAY_MS)


def _applied_times(rng: random.Random, count: int, now_ms: int) -> list[int]:
    """Twelve months of applications, newest first: growing, busy on working days, during the day."""
    today = datetime.fromtimestamp(now_ms / 1000, UTC)
    weights = [(1.0 - 0.5 * age / 365) * _WEEKDAYS[(today.weekday() - age) % 7] for age in range(365)]
    ages = rng.choices(range(365), cum_weights=list(itertools.accumulate(weights)), k=count)
    midnight = now_ms - now_ms % DAY_MS
    times = [midnight - age * DAY_MS + int(rng.gauss(12.5, 3.2) % 24 * HOUR_MS) for age in ages]
    return sorted((min(at, now_ms - rng.randrange(5, 300) * MINUTE_MS) for at in times), reverse=True)


def _keys(rng: random.Random, count: int) -> list[str]:
    letters = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
    to_letters = bytes(ord(letters[i % 32]) for i in range(256))
    text = rng.randbytes(8 * count).translate(to_letters).decode("ascii")
    return [f"BETA-{text[at : at + 8]}" for at in range(0, len(text), 8)]


class Plotter:
    """Writes the plot for one seed and day."""

    def __init__(self, settings: TeamSettings, rng: random.Random, now_ms: int) -> None:
        self._rng = rng
        self._now_ms = now_ms
        self._book = AnswerBook(settings, rng)
        self._pools = [pool for pool in self._book.texts if pool]

    def plot(self, count: int) -> Plot:
        """`count` prospects: the cast, the other open ones, the customers, and those who gave up or were refused."""
        parts = cast()[:count]
        times = _applied_times(self._rng, max(0, count - len(parts)), self._now_ms)
        keys = _keys(self._rng, count)
        people = identities(self._rng, len(times), frozenset(part.company for part in parts))
        applicants = [self._from_part(part, keys[i]) for i, part in enumerate(parts)]
        crowd = [self._one_of_crowd(keys[len(parts) + i], identity, times[i]) for i, identity in enumerate(people)]
        applicants += crowd
        plot = Plot(applicants, self._now_ms)
        self._choose_open(plot, crowd, parts)
        self._choose_paying(plot, crowd)
        self._refuse_the_rest(crowd)
        return plot

    def _one_of_crowd(self, key: str, identity: Identity, applied_ms: int) -> Applicant:
        rng = self._rng
        bits = rng.getrandbits(48)
        pool = self._pools[(0, 1, 1, 2)[bits & 3]]
        answers = Answers(
            INDUSTRIES[(bits >> 2) % 6],
            PRIORITY_LEVELS[(0, 1, 1, 2, 2, 2, 3, 3)[bits >> 6 & 7]],
            VOLUMES[(0, 0, 0, 1, 1, 2, 2, 3)[bits >> 10 & 7]],
            CAPABILITIES[bits >> 14 & 3],
            pool[(bits >> 18) % len(pool)],
        )
        source = SOURCES[(0, 1, 2, 3, 3, 4, 4, 5)[bits >> 26 & 7]]
        owner = OWNERS[(bits >> 30) % 4]
        challenge = CHALLENGES[(bits >> 34) % len(CHALLENGES)] if bits >> 40 & 1 else None
        return Applicant(key, identity, applied_ms, answers, source, owner, "New", challenge)

    def _from_part(self, part: Part, key: str) -> Applicant:
        rng = self._rng
        answers, exact = self._book.with_score(rng, part.score)
        identity = Identity(
            part.company,
            part.contact,
            EMAILS.get(part.company, f"hello@{part.domain}.example"),
            PHONES.get(part.company, f"+44 1632 960 {rng.randrange(1000):03d}"),
            f"https://{part.domain}.example",
            TITLES.get(part.company, rng.choice(("Managing Director", "Head of Operations", "Founder"))),
        )
        entered = self._now_ms - part.days * DAY_MS - rng.randrange(1, 4) * HOUR_MS
        age = part.days if part.stage == 1 else part.days + rng.randrange(6, 10) * part.stage
        applied = min(entered, self._now_ms - age * DAY_MS - rng.randrange(1, 9) * HOUR_MS)
        status = part.status or "Accepted"
        applicant = Applicant(key, identity, applied, answers, part.source, part.owner, status)
        applicant.challenge = rng.choice(CHALLENGES)
        applicant.stage, applicant.entered_ms, applicant.open = part.stage, entered, True
        applicant.revenue, applicant.follow_up_days = part.revenue, part.follow_up
        applicant.by_hand = None if exact else part.score
        applicant.last, applicant.jump = part.last, part.jump
        self._expect(applicant)
        if part.company == "Quillon Freight":
            applicant.notes = "Wants a pilot in one depot."
        return applicant

    def _expect(self, applicant: Applicant) -> None:
        rng = self._rng
        applicant.probability = round(min(0.98, max(0.02, _PROBABILITY[applicant.stage - 1] + rng.uniform(-0.04, 0.04))), 2)
        applicant.close_days = rng.randrange(10, 120) if applicant.stage > 1 else None

    def _choose_open(self, plot: Plot, crowd: Sequence[Applicant], parts: Sequence[Part]) -> None:
        """Fill every stage to its number with prospects of a fitting age; the rest of the crowd is not open."""
        rng = self._rng
        owners = self._owners_left(parts)
        for stage in range(6, 0, -1):
            of_cast = [applicant for applicant in plot.applicants if applicant.stage == stage and applicant.open]
            least, most = (plot.at(_AGE_DAYS[stage - 1][1]), plot.at(_AGE_DAYS[stage - 1][0]))
            fitting = [applicant for applicant in crowd if not applicant.open and least <= applicant.applied_ms <= most]
            count = min(len(fitting), max(0, OPEN_BY_STAGE[stage - 1] - len(of_cast)))
            chosen = rng.sample(fitting, count)
            for applicant in chosen:
                self._open(plot, applicant, stage, owners.pop() if owners else rng.choice(OWNERS))
            self._share_revenue(stage, chosen, sum(applicant.revenue or 0 for applicant in of_cast))
        due = rng.sample(
            [applicant for applicant in crowd if applicant.open and applicant.stage < 6], min(_EXTRA_DUE, len(crowd) // 30)
        )
        for place, applicant in enumerate(due):
            applicant.follow_up_days = (-6, -3, -2, 1, 2, 3, 4, 4, 5, 5, 6, 6, 7, 7, 2, 3)[place]
        self._choose_hot(plot, crowd)

    def _owners_left(self, parts: Sequence[Part]) -> list[str]:
        owners: list[str] = []
        for owner, share in zip(OWNERS, _OWNER_WEIGHTS, strict=True):
            owners += [owner] * max(0, share - sum(part.owner == owner for part in parts))
        self._rng.shuffle(owners)
        return owners

    def _open(self, plot: Plot, applicant: Applicant, stage: int, owner: str) -> None:
        rng = self._rng
        applicant.open, applicant.stage, applicant.owner = True, stage, owner
        least, most = _STAY_DAYS[stage - 1]
        stayed = plot.at(rng.uniform(least, most))
        applicant.entered_ms = applicant.applied_ms if stage == 1 else max(stayed, applicant.applied_ms + stage * 3 * DAY_MS)
        if stage == 1:
            applicant.status = "New" if rng.random() < 0.8 else "Reviewing"
        else:
            applicant.status = ("Reviewing", "Accepted", "Accepted", "Onboarding")[rng.randrange(4) if stage < 5 else 3]
        applicant.follow_up_days = rng.randrange(8, 45) if rng.random() < 0.7 else None
        applicant.notes = rng.choice(NOTES) if rng.random() < 0.3 else None
        applicant.answers.answers_mail = stage > 1 and rng.random() < 0.3
        self._expect(applicant)

    def _share_revenue(self, stage: int, chosen: Sequence[Applicant], of_cast: int) -> None:
        """Split what the cast leaves of the stage's sum, in steps of 100 euros."""
        if not chosen:
            return
        left = max(REVENUE_BY_STAGE[stage - 1] - of_cast, 1000 * len(chosen)) // 100
        weights = [self._rng.uniform(0.4, 1.6) for _ in chosen]
        total = sum(weights)
        for applicant, weight in zip(chosen, weights, strict=True):
            applicant.revenue = max(1, int(left * weight / total)) * 100
        chosen[-1].revenue = (chosen[-1].revenue or 0) + max(
            0, left * 100 - sum(applicant.revenue or 0 for applicant in chosen)
        )

    def _choose_hot(self, plot: Plot, crowd: Sequence[Applicant]) -> None:
        """A few of the newest applications score above the hot limit; no other new one does."""
        fresh = [
            applicant
            for applicant in crowd
            if applicant.open and applicant.stage == 1 and plot.at(6) < applicant.applied_ms < plot.at(0.7)
        ]
        for applicant, points in zip(self._rng.sample(fresh, min(HOT, len(fresh))), (48, 46, 50, 46), strict=False):
            applicant.answers, _ = self._book.with_score(self._rng, points)
            applicant.status = "New"
        for applicant in crowd:
            if (
                applicant.applied_ms > plot.at(35)
                and not applicant.answers.fixed
                and applicant.answers.priority_level == "Critical"
            ):
                applicant.answers.priority_level = "Important"

    def _choose_paying(self, plot: Plot, crowd: Sequence[Applicant]) -> None:
        """Everyone in stages 5 and 6 pays, and some in 4 and 3 do already."""
        quillon = [applicant for applicant in plot.applicants[:1] if applicant.stage == 3]
        late = [applicant for applicant in plot.applicants if applicant.open and applicant.stage >= 5]
        others = [applicant for applicant in crowd if applicant.open and applicant.stage in {3, 4}]
        paying = [*quillon, *late, *self._rng.sample(others, min(len(others), max(0, PAYING - len(late) - 1)))]
        for applicant in paying:
            applicant.paying = True
            applicant.status = "Active" if applicant.stage >= 4 else "Onboarding"
            applicant.tier = "Accelerator" if applicant.stage >= 5 else "Explorer"
        gone = [applicant for applicant in crowd if not applicant.open and applicant.applied_ms < plot.at(150)]
        for applicant in self._rng.sample(gone, min(CHURNED, len(gone))):
            applicant.churned, applicant.status, applicant.tier = True, "Churned", None

    def _refuse_the_rest(self, crowd: Sequence[Applicant]) -> None:
        tracked_from = self._now_ms - TRACKED_DAYS * DAY_MS
        for applicant in crowd:
            if applicant.open or applicant.churned:
                continue
            applicant.status = "Rejected"
            if applicant.applied_ms >= tracked_from:
                draw = self._rng.random()
                age = (self._now_ms - applicant.applied_ms) / DAY_MS
                reach = (0.45, 0.2, 0.09, 0.04, 0.016)
                stage = 1 + sum(draw < share for share in reach)
                applicant.stage = min(stage, 1 + int(age // 12))
