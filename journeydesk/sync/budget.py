"""How fast requests may go: plain arithmetic on a clock that is given (SYNC section 1, "Budget")."""

import threading
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass, field

PENALTY_SECONDS = 30.0

_WINDOW_SECONDS = 1.0
# What the network may shift one request against another: without it the sixth would now and then arrive within the second.
_MARGIN_SECONDS = 0.03
_RECOVER_SECONDS = 60.0


@dataclass
class Pace:
    """At most `per_second` requests in any second, and a pause that every request respects. Seconds on a monotonic clock.

    The limit is the whole team's: a refusal though our own pace was kept means that others send too, so ours is halved and
    grows back by one a minute. `per_second` 0 means no limit of our own (a stand-in that has lifted its limit).
    """

    per_second: float
    now: Callable[[], float]
    sleep: Callable[[float], None]
    _sent: deque[float] = field(init=False, default_factory=deque, repr=False)
    _paused_until: float = field(init=False, default=0.0)
    _share: float = field(init=False)
    _halved_at: float = field(init=False, default=0.0)
    _lock: threading.Lock = field(init=False, default_factory=threading.Lock, repr=False)

    def __post_init__(self) -> None:
        self._share = self.per_second

    def wait_seconds(self) -> float:
        """Takes one request's place and says how long to wait before sending it."""
        with self._lock:
            now = self.now()
            at = max(now, self._paused_until)
            if not self.per_second:
                return at - now
            allowed = self._allowed(now)
            if len(self._sent) >= allowed:
                at = max(at, self._sent[-allowed] + _WINDOW_SECONDS + _MARGIN_SECONDS)
            self._sent.append(at)
            while len(self._sent) > self.per_second:
                self._sent.popleft()
            return at - now

    def _allowed(self, now: float) -> int:
        grown = (now - self._halved_at) // _RECOVER_SECONDS if self._share < self.per_second else 0
        return max(1, int(min(self.per_second, self._share + grown)))

    def take(self) -> None:
        """Waits until one more request may be sent."""
        seconds = self.wait_seconds()
        if seconds > 0:
            self.sleep(seconds)

    def pause(self, seconds: float) -> None:
        """The service refused: no request at all for this long, and half our pace after it."""
        with self._lock:
            now = self.now()
            self._share = max(1.0, self._allowed(now) / 2)
            self._halved_at = now
            self._paused_until = max(self._paused_until, now + max(seconds, PENALTY_SECONDS))
            self._sent.clear()
