"""Airtable's request limits: 5 a second per base shared by everyone, then 30 s of refusals; a monthly quota."""

from collections import deque
from datetime import datetime, timedelta

PER_SECOND_PER_BASE = 5
PENALTY = timedelta(seconds=30)
_WINDOW = timedelta(seconds=1)


class RateLimit:
    """One base's budget."""

    def __init__(self, per_second: int = PER_SECOND_PER_BASE) -> None:
        self._per_second = per_second
        self._recent: deque[datetime] = deque()
        self._closed_until: datetime | None = None

    def admit(self, now: datetime) -> bool:
        """Whether a request at `now` is let in. The one too many closes the base for 30 s."""
        if self._closed_until is not None:
            if now < self._closed_until:
                return False
            self._closed_until = None
        while self._recent and now - self._recent[0] >= _WINDOW:
            self._recent.popleft()
        if len(self._recent) >= self._per_second:
            self._recent.clear()
            self._closed_until = now + PENALTY
            return False
        self._recent.append(now)
        return True


class Limits:
    """All limits of one account, with the switches that tests use."""

    def __init__(self, *, lifted: bool) -> None:
        self.lifted = lifted
        self.documented_body = False
        self.calls_left: int | None = None
        """What is left of the month's calls; None is unlimited."""
        self._bases: dict[str, RateLimit] = {}

    def admit(self, base_id: str, now: datetime) -> bool:
        """Whether the base takes one more request now."""
        return self.lifted or self._bases.setdefault(base_id, RateLimit()).admit(now)

    def spend(self) -> bool:
        """Count one data call against the quota; False when none is left."""
        if self.calls_left is None:
            return True
        if self.calls_left <= 0:
            return False
        self.calls_left -= 1
        return True
