"""How fast requests may go: plain arithmetic on a clock that is given (docs/sync.md, "Budget")."""

import threading
from collections import deque
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

_WINDOW_SECONDS = 1.0
_MARGIN_SECONDS = 0.002
# A rest as short as this may not move the clock at all.
_NOTHING = 1e-6
_RECOVER_SECONDS = 60.0
_LOOK_AGAIN_SECONDS = 0.05


@dataclass(eq=False)
class _Request:
    """One request: when its answer came, None while it is under way."""

    answered: float | None = None


@dataclass
class Pace:
    """At most `per_second` requests in any second, and a pause that every request respects. Seconds on a monotonic clock.

    A second is counted from the answer of a request, not from its sending: the service counts when it arrives, and all that is
    known of that moment is that it was before the answer. Counted from the sending, one slow request would now and then put a
    one too many within the second of its arrival, and a refusal costs far more than a second.

    The limit is the whole team's: a refusal though our own pace was kept means that others send too, so ours is halved and
    grows back by one a minute. `per_second` 0 means no limit of our own (a stand-in that has lifted its limit).
    """

    per_second: float
    now: Callable[[], float]
    sleep: Callable[[float], None]
    _recent: deque[_Request] = field(init=False, default_factory=deque, repr=False)
    _paused_until: float = field(init=False, default=0.0)
    _share: float = field(init=False)
    _halved_at: float = field(init=False, default=0.0)
    _lock: threading.Lock = field(init=False, default_factory=threading.Lock, repr=False)

    def __post_init__(self) -> None:
        self._share = self.per_second

    @contextmanager
    def turn(self) -> Iterator[None]:
        """Waits until one more request may be sent; the block sends it and ends with its answer."""
        request = _Request()
        while (seconds := self._take(request)) > 0:
            self.sleep(seconds)
        try:
            yield
        finally:
            request.answered = self.now()

    def _take(self, request: _Request) -> float:
        """How many seconds to wait before asking again; 0 where the request has its place."""
        with self._lock:
            now = self.now()
            if (seconds := self._paused_until - now) > _NOTHING:
                return seconds
            if not self.per_second:
                return 0.0
            allowed = self._allowed(now)
            if len(self._recent) >= allowed:
                first = self._recent[-allowed].answered
                if first is None:
                    return _LOOK_AGAIN_SECONDS
                if (seconds := first + _WINDOW_SECONDS + _MARGIN_SECONDS - now) > _NOTHING:
                    return seconds
            self._recent.append(request)
            while len(self._recent) > self.per_second:
                self._recent.popleft()
            return 0.0

    def _allowed(self, now: float) -> int:
        grown = (now - self._halved_at) // _RECOVER_SECONDS if self._share < self.per_second else 0
        return max(1, int(min(self.per_second, self._share + grown)))

    def pause(self, seconds: float) -> None:
        """The service refused: no request at all for this long, and half our pace after it."""
        with self._lock:
            now = self.now()
            self._share = max(1.0, self._allowed(now) / 2)
            self._halved_at = now
            self._paused_until = max(self._paused_until, now + seconds)
            self._recent.clear()
