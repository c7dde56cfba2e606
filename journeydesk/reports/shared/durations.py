"""How long something took, of many: from counts by hour to median, quartiles and mean."""

import math
from collections.abc import Iterable

from journeydesk.domain.frozen_data import dataclass

_HOURS = 24
FEWEST_FOR_QUARTILES = 4
"""Quartiles of fewer say nothing."""


@dataclass(frozen=True, slots=True)
class Durations:
    """`n` durations in days, to the hour: their mean and median, and the ends of their middle half. None where there are too few."""

    n: int = 0
    mean: float | None = None
    median: float | None = None
    lower: float | None = None
    upper: float | None = None


def durations(counts: Iterable[tuple[int, int]]) -> Durations:
    """Of counts by whole hours. The median is the middle one, or half way between the two in the middle; the quartiles are those
    of Hyndman and Fan's sixth kind, which Python's `statistics.quantiles` gives."""
    ordered = sorted((hours, count) for hours, count in counts if count > 0)
    total = sum(count for _, count in ordered)
    if not total:
        return Durations()
    mean = sum(hours * count for hours, count in ordered) / total / _HOURS
    middle = _quantile(ordered, total, 0.5)
    if total < FEWEST_FOR_QUARTILES:
        return Durations(total, mean, middle)
    return Durations(total, mean, middle, _quantile(ordered, total, 0.25), _quantile(ordered, total, 0.75))


def _quantile(ordered: list[tuple[int, int]], total: int, share: float) -> float:
    place = min(max(share * (total + 1), 1), total)
    below = math.floor(place)
    first, second = _at(ordered, below), _at(ordered, min(below + 1, total))
    return (first + (second - first) * (place - below)) / _HOURS


def _at(ordered: list[tuple[int, int]], place: int) -> int:
    """The value at a place, counted from 1."""
    passed = 0
    for hours, count in ordered:
        passed += count
        if passed >= place:
            return hours
    return ordered[-1][0]
