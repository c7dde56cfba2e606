"""How often somebody may ask: a bucket of tokens for each name, as plain arithmetic on the time it is told."""

import math
from collections import OrderedDict

from journeydesk.domain.frozen_data import dataclass


@dataclass(frozen=True, slots=True)
class Rate:
    """So many at once (`burst`), and so many a second after that."""

    burst: float
    per_second: float


class Buckets:
    """A bucket for each name (an address, a key). The ones asked for least recently are forgotten beyond `most` names, which is to
    their gain: a forgotten bucket is full. Times are monotonic seconds."""

    def __init__(self, rate: Rate, most: int = 10_000) -> None:
        self._rate = rate
        self._most = most
        self._levels: OrderedDict[str, tuple[float, float]] = OrderedDict()

    def wait(self, name: str, now: float) -> int:
        """How many whole seconds until one more may be taken; 0 where one may be now. Nothing is taken."""
        level = self._level(name, now)
        return 0 if level >= 1 else math.ceil((1 - level) / self._rate.per_second)

    def take(self, name: str, now: float, count: int = 1) -> int:
        """Takes `count` where one may be taken; else how many whole seconds until then. What is more than there is, is owed."""
        level = self._level(name, now)
        if level < 1:
            return math.ceil((1 - level) / self._rate.per_second)
        self._levels[name] = (level - count, now)
        self._levels.move_to_end(name)
        while len(self._levels) > self._most:
            self._levels.popitem(last=False)
        return 0

    def _level(self, name: str, now: float) -> float:
        level, at = self._levels.get(name, (self._rate.burst, now))
        return min(self._rate.burst, level + max(0.0, now - at) * self._rate.per_second)
