"""When a pass that failed is tried again by itself."""

from random import Random

from journeydesk.domain.errors import JourneydeskError
from journeydesk.services.sync.session import SyncBusy
from journeydesk.sync.ports import RemoteTrouble, RemoteUnreachable, WalkExpired
from journeydesk.sync.recovery import StillSettling

FIRST_SECONDS = 15.0
MOST_SECONDS = 300.0
_BUSY_SECONDS = 20.0


class Backoff:
    """Later each time, with jitter, so that a team's machines do not all knock at once; at the station it is soon again."""

    def __init__(self, random: Random | None = None) -> None:
        self._random = random or Random()
        self._failures = 0

    def reset(self) -> None:
        """A pass went through."""
        self._failures = 0

    def after(self, problem: JourneydeskError) -> float | None:
        """Seconds to the next try; None where trying again by itself would not help."""
        if isinstance(problem, StillSettling):
            return problem.seconds + 1
        if isinstance(problem, SyncBusy):
            return _BUSY_SECONDS
        if isinstance(problem, RemoteUnreachable | RemoteTrouble | WalkExpired):
            most = min(MOST_SECONDS, FIRST_SECONDS * 2.0**self._failures)
            self._failures += 1
            return self._random.uniform(most / 2, most)
        return None
