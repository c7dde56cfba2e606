"""One prospect of the story while it is being written, and the answers that give it a wished-for score."""

import itertools
import random
from collections.abc import Mapping, Sequence
from dataclasses import field
from functools import cache
from typing import Any

from journeydesk.domain.catalogue import CAPABILITIES, INDUSTRIES, PRIORITY_LEVELS, VOLUMES
from journeydesk.domain.frozen_data import dataclass
from journeydesk.domain.journeys.events import Event
from journeydesk.domain.score import score
from journeydesk.domain.settings import TeamSettings
from journeydesk.domain.time import moment_of
from journeydesk.sandbox.clock import milliseconds
from journeydesk.sandbox.team.names import Identity

DAY_MS = 86_400_000
HOUR_MS = 3_600_000
MINUTE_MS = 60_000


@dataclass(slots=True)
class Answers:
    """What an application says that the score looks at; None where it was left empty."""

    industry: str | None
    priority_level: str | None
    volume_estimate: str | None
    technical_capability: str | None
    use_case: str | None
    answers_mail: bool = False
    """Whether the applicant was reached within a day."""
    fixed: bool = False
    """Whether the score that they give is wished for, so that nothing else may change it."""

    def stored(self) -> Mapping[str, str | None]:
        """As the score reads a prospect."""
        return {
            "industry": self.industry,
            "priority_level": self.priority_level,
            "volume_estimate": self.volume_estimate,
            "technical_capability": self.technical_capability,
            "use_case": self.use_case,
        }


@dataclass(frozen=True, slots=True)
class Touch:
    """One interaction."""

    at_ms: int
    type: str
    outcome: str | None
    duration: int | None
    summary: str
    next_steps: str | None
    owner: str
    sentiment: str | None

    @property
    def reaches(self) -> bool:
        """Whether the prospect was reached by it."""
        return self.type in {"Meeting", "Demo"} or self.outcome in {"Reached", "Meeting booked"}


@dataclass(slots=True)
class Applicant:
    """A prospect. `stage` is the Engagement stage that its log leads to, 0 where it applied before the log began."""

    key: str
    identity: Identity
    applied_ms: int
    answers: Answers
    source: str
    owner: str | None
    status: str
    challenge: str | None = None
    stage: int = 0
    entered_ms: int = 0
    open: bool = False
    paying: bool = False
    churned: bool = False
    revenue: int | None = None
    probability: float | None = None
    close_days: int | None = None
    follow_up_days: int | None = None
    notes: str | None = None
    by_hand: int | None = None
    """A score set by a person instead of the computed one."""
    last: str = ""
    jump: str = ""
    tier: str | None = None
    stripe_customer: str | None = None
    paid_ms: int = 0
    """When the first payment was made, 0 where there was none."""
    remote_id: str = ""
    events: list[Event] = field(default_factory=list)
    touches: list[Touch] = field(default_factory=list)

    def answered_hours(self) -> float | None:
        """Hours from the application to the first answer, by e-mail or in an interaction that reached the person, as the score
        counts them."""
        reached = [touch.at_ms for touch in self.touches if touch.reaches]
        reached += [milliseconds(moment_of(event.occurred_at)) for event in self.events if event.type == "email_replied"]
        return max(0.0, (min(reached) - self.applied_ms) / HOUR_MS) if reached else None


_STOCK = (
    "Our desk licenses about forty pictures a day and nobody can say where half of them came from.",
    "We want to sign every image when it leaves the camera and check it again before it goes to print.",
    "Readers ask us weekly whether a photograph is real, and today we answer by telephone.",
    "Our shop shows the work of nine hundred makers and copies of it appear elsewhere within hours.",
    "The archive holds two million scans without provenance; we would like to begin with the newest.",
    "Three partners deliver film to us and each has its own idea of metadata.",
    "We publish field recordings and need a seal that survives cutting and conversion.",
    "Insurers want proof that the damage photographs of a depot were not edited afterwards.",
    "We compared two vendors; both want our originals on their servers, which our lawyers refuse.",
    "A verified badge next to the price would be worth a lot to our larger buyers.",
    "Peak load is Monday morning, when the weekend's uploads are checked in one go.",
    "Our developers have read the documentation and would start with the command line client.",
)
_SHORT = ("Signing pictures.", "To verify uploads.", "Provenance for our archive.", "Proof for buyers.", "A trial, first.")
CHALLENGES = (
    "Too many manual checks before publishing.",
    "No budget before the next quarter.",
    "Old content system without an interface.",
    "Two people do the work of five.",
    "Suppliers send everything by mail.",
    "Legal wants a data processing agreement first.",
)
NOTES = (
    "Prefers calls before ten.",
    "Met at the spring fair; remembers our demo.",
    "Decision is made together with the head of purchasing.",
    "Asked for two references in the same trade.",
    "Budget is approved, contract is with legal.",
    "Wants to see the audit trail first.",
)


def use_cases(rng: random.Random, characters: int, count: int) -> list[str]:
    """Texts of at least that many characters and below the next limit that scoring knows."""
    if characters < 80:
        return list(_SHORT)
    sentences = 3 if characters >= 280 else 1
    texts: list[str] = []
    while len(texts) < count:
        text = " ".join(rng.sample(_STOCK, sentences + rng.randrange(2 if sentences > 1 else 1)))
        if len(text) >= characters and (characters >= 280 or len(text) < 280):
            texts.append(text)
    return texts


@cache
def _fullest_by_score(
    worth: tuple[tuple[int, ...], ...], empty: tuple[tuple[bool, ...], ...]
) -> Mapping[int, Sequence[tuple[int, ...]]]:
    """Places of options, one of each part, by the sum of their `worth`; of those with the same sum the ones that leave the fewest
    answers empty."""
    found: dict[int, tuple[int, list[tuple[int, ...]]]] = {}
    places = (range(len(options)) for options in worth)
    for chosen, added, left in zip(
        itertools.product(*places), itertools.product(*worth), itertools.product(*empty), strict=True
    ):
        total, gaps = sum(added), sum(left)
        fewest, kept = found.get(total, (gaps, []))
        if gaps < fewest:
            fewest, kept = gaps, []
        if gaps == fewest:
            kept.append(chosen)
        found[total] = fewest, kept
    return {total: kept for total, (_, kept) in found.items()}


class AnswerBook:
    """All combinations of answers by the score that they give under the team's settings."""

    def __init__(self, settings: TeamSettings, rng: random.Random) -> None:
        self.texts: Sequence[Sequence[str] | None] = (
            use_cases(rng, 280, 60),
            use_cases(rng, 80, 12),
            use_cases(rng, 0, 5),
            None,
        )
        self._options: Sequence[Sequence[Any]] = (
            (*INDUSTRIES, None),
            (*PRIORITY_LEVELS, None),
            (*VOLUMES, None),
            (*CAPABILITIES, None),
            range(len(self.texts)),
            (True, False),
        )
        worth = tuple(
            tuple(self._worth(settings, part, option) for option in options) for part, options in enumerate(self._options)
        )
        empty = tuple(tuple(option is None for option in options) for options in self._options)
        self._by_score = _fullest_by_score(worth, empty)

    def _worth(self, settings: TeamSettings, part: int, option: Any) -> int:
        """What one answer adds; the score is the sum of its parts."""
        answers = Answers(None, None, None, None, None)
        if part == 4:
            pool = self.texts[option]
            answers.use_case = pool[0] if pool else None
        elif part < 4:
            setattr(answers, ("industry", "priority_level", "volume_estimate", "technical_capability")[part], option)
        return score(settings, answers.stored(), 5.0 if part == 5 and option else None).total

    def with_score(self, rng: random.Random, target: int) -> tuple[Answers, bool]:
        """Answers that score `wanted`, or as near as there are any; and whether they do so exactly."""
        best = min(self._by_score, key=lambda total: (abs(total - target), total))
        places = rng.choice(self._by_score[best])
        industry, priority, volume, capability, text, answered = (
            options[place] for options, place in zip(self._options, places, strict=True)
        )
        pool = self.texts[text]
        use_case = rng.choice(pool) if pool else None
        return Answers(industry, priority, volume, capability, use_case, answered, fixed=True), best == target
