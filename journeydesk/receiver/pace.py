"""How much is folded at once, and when: after a rush rather than in it, and beside a window in transactions that a save need not wait
for."""

import time
from collections.abc import Callable

MOST, MOST_IN_A_RUSH = 50, 2
WITHIN_SECONDS = 0.012
"""How long a transaction should be at most while a window has the workspace open."""

RUSH_SECONDS = 10.0
"""So long a rush is waited out; one that lasts is folded beside, slowly."""

_MANY = 4
_AT_ONCE_SECONDS = 0.02
_LASTS_SECONDS = 0.1
_LOOK_SECONDS, _SLOWLY_SECONDS = 0.1, 0.5


class Rush:
    """Whether much comes at this moment: many at once, or one sender who sends the next as soon as it has its answer, for each of
    its events would wait for what is folded between two of them. `clock` gives monotonic seconds; safe to use from any thread."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._seen_at = self._written_at = -_LASTS_SECONDS

    def came(self) -> None:
        """Something came to be written."""
        now = self._clock()
        if now - self._written_at < _AT_ONCE_SECONDS:
            self._seen_at = now

    def written(self, count: int, more: bool) -> None:
        """So much was written in one transaction; `more` waits."""
        self._written_at = self._clock()
        if more or count >= _MANY:
            self._seen_at = self._written_at

    def lasts(self) -> bool:
        """Whether it does, or did a moment ago."""
        return self._clock() - self._seen_at < _LASTS_SECONDS


class FoldingPace:
    """Decides by what the last transactions took. `clock` gives monotonic seconds."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._rush_since: float | None = None
        self._slowly_at = 0.0
        self._fits = 4.0

    def wait(self, rush: bool) -> float:
        """How many seconds to wait before anything is folded; 0 where it may be now."""
        now = self._clock()
        if not rush:
            self._rush_since = None
            return 0.0
        if self._rush_since is None:
            self._rush_since = now
        if now - self._rush_since < RUSH_SECONDS or now < self._slowly_at:
            return _LOOK_SECONDS
        self._slowly_at = now + _SLOWLY_SECONDS
        return 0.0

    def measured(self, fold: Callable[[int], int], beside_window: bool) -> int:
        """Folds as many as fit, and learns from how long it took; returns how many they were."""
        most = MOST_IN_A_RUSH if self._rush_since is not None else max(1, int(self._fits)) if beside_window else MOST
        began = self._clock()
        count = fold(most)
        took = self._clock() - began
        if beside_window and count == most:
            # Slowly up and quickly down: one long transaction is felt, many short ones only take longer.
            self._fits = min(MOST, self._fits * 1.2) if took < WITHIN_SECONDS else max(1.0, self._fits / 2)
        return count
