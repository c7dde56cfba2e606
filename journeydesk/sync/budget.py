"""How fast requests may go: plain arithmetic on a clock that is given (SYNC section 1, "Budget")."""

import threading
from collections.abc import Callable
from dataclasses import dataclass, field

PENALTY_SECONDS = 30.0


@dataclass
class Pace:
    """A token bucket just under the limit, and a pause that every request respects. Seconds on a monotonic clock.

    `per_second` 0 means no limit of our own (a stand-in that has lifted its limit).
    """

    per_second: float
    now: Callable[[], float]
    sleep: Callable[[float], None]
    burst: int = 5
    _tokens: float = field(init=False)
    _at: float = field(init=False)
    _paused_until: float = field(init=False, default=0.0)
    _lock: threading.Lock = field(init=False, default_factory=threading.Lock, repr=False)

    def __post_init__(self) -> None:
        self._tokens = float(self.burst)
        self._at = self.now()

    def wait_seconds(self) -> float:
        """Takes one request's share and says how long to wait before sending it."""
        with self._lock:
            now = self.now()
            wait = max(0.0, self._paused_until - now)
            if not self.per_second:
                return wait
            self._tokens = min(self.burst, self._tokens + (now - self._at) * self.per_second) - 1
            self._at = now
            return max(wait, -self._tokens / self.per_second if self._tokens < 0 else 0.0)

    def take(self) -> None:
        """Waits until one more request may be sent."""
        seconds = self.wait_seconds()
        if seconds > 0:
            self.sleep(seconds)

    def pause(self, seconds: float) -> None:
        """No request at all for this long."""
        with self._lock:
            self._paused_until = max(self._paused_until, self.now() + max(seconds, PENALTY_SECONDS))
