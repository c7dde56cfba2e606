"""What the next weeks will bring, out of the weeks before: a range whose ends are set by how often it held (docs/rules.md, "Forecast").

The level is a mean that forgets half of itself in three weeks. What came in earlier weeks, as a share of the level that was known
before each, says how far a week strays from it. The range takes as much of these as lets four weeks of five land inside: whenever one
lands inside it narrows a little, whenever one lands outside it widens four times as much, so that it is right in the long run
whatever the history looks like (adaptive conformal inference: Gibbs and Candès, 2021).
"""

import random
from collections.abc import Sequence
from functools import lru_cache

from journeydesk.domain.frozen_data import dataclass

FEWEST_WEEKS = 8
"""So many weeks must have been before there is a forecast."""

OUTSIDE = 0.2
"""The share of weeks that may land outside of P10 to P90."""

_STEP = 0.1
_LEVEL_HALVES_IN = 3
_SHARES_HALVE_IN = 4
_NARROWEST, _WIDEST = 0.6, 0.02
_PATHS = 2_000
_SEED = 20260519
_DAYS_A_WEEK = 7


@dataclass(frozen=True, slots=True)
class Expectation:
    """The ends and the middle of what is expected: P10, P50, P90."""

    low: float
    middle: float
    high: float

    def holds(self, amount: float) -> bool:
        """Whether an amount is within it."""
        return self.low <= amount <= self.high


class _Learner:
    """What is known at the end of the weeks seen so far."""

    def __init__(self) -> None:
        self.shares: list[float] = []
        self.outside = OUTSIDE
        self._sum = self._weight = 0.0

    @property
    def level(self) -> float:
        return self._sum / self._weight if self._weight else 0.0

    def expects(self) -> Expectation:
        """The next week."""
        return self.of(self.shares, [0.5 ** (age / _SHARES_HALVE_IN) for age in range(len(self.shares) - 1, -1, -1)])

    def of(self, shares: Sequence[float], weights: Sequence[float]) -> Expectation:
        tail = min(_NARROWEST, max(_WIDEST, self.outside)) / 2
        return Expectation(*(self.level * _quantile(shares, weights, at) for at in (tail, 0.5, 1 - tail)))

    def judge(self, inside: bool) -> None:
        """Narrows or widens the range by what came."""
        self.outside += _STEP * (OUTSIDE - (0 if inside else 1))

    def learn(self, amount: float) -> None:
        """A week more."""
        if self._weight:
            # Something after nothing is no multiple of it; twice is as good a measure as any.
            self.shares.append(amount / self.level if self.level else 2.0 if amount else 1.0)
        keep = 0.5 ** (1 / _LEVEL_HALVES_IN)
        self._sum, self._weight = self._sum * keep + amount, self._weight * keep + 1


def back_tested(weeks: Sequence[float]) -> list[Expectation | None]:
    """For each week what was expected of it on its Monday, by the weeks before it alone; None while there were too few. One more
    than there are weeks: the last is the week to come."""
    expected, learner = _learned(weeks)
    return [*expected, learner.expects() if len(weeks) >= FEWEST_WEEKS else None]


def expected_in(weeks: Sequence[float], days: int) -> Expectation | None:
    """What so many days will bring together, by what single weeks brought: many ways in which they may follow each other, always the
    same ones for the same weeks. None while there were too few."""
    if len(weeks) < FEWEST_WEEKS:
        return None
    return _drawn(tuple(weeks), days)


@lru_cache(maxsize=64)
def _drawn(weeks: tuple[float, ...], days: int) -> Expectation:
    """Drawn once for the same weeks: a report asks for it each time that it is shown."""
    return _sums(_learned(weeks)[1], days)


def _learned(weeks: Sequence[float]) -> tuple[list[Expectation | None], _Learner]:
    learner, expected = _Learner(), list[Expectation | None]()
    for place, amount in enumerate(weeks):
        forecast = learner.expects() if place >= FEWEST_WEEKS else None
        expected.append(forecast)
        if forecast is not None:
            learner.judge(forecast.holds(amount))
        learner.learn(amount)
    return expected, learner


def _sums(learner: _Learner, days: int) -> Expectation:
    chance = random.Random(_SEED)
    weights = [0.5 ** (age / _SHARES_HALVE_IN) for age in range(len(learner.shares) - 1, -1, -1)]
    whole, rest = divmod(days, _DAYS_A_WEEK)
    sums = []
    for _ in range(_PATHS):
        drawn = chance.choices(learner.shares, weights, k=whole + 1)
        sums.append(sum(drawn[:whole]) + drawn[whole] * rest / _DAYS_A_WEEK)
    return learner.of(sums, [1.0] * len(sums))


def _quantile(values: Sequence[float], weights: Sequence[float], at: float) -> float:
    """The least value that a share `at` of the weight does not exceed."""
    reached, whole = 0.0, sum(weights)
    ordered = sorted(zip(values, weights, strict=True))
    for value, weight in ordered:
        reached += weight
        if reached >= at * whole - 1e-9:
            return value
    return ordered[-1][0] if ordered else 0.0
