"""What every part of a pass needs: the database, the remote, the clock, whether to stop, and what was done so far."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime
from random import Random
from typing import TypeVar

from journeydesk.domain.errors import WorldError
from journeydesk.domain.ids import RecordId
from journeydesk.domain.values import moment_text
from journeydesk.storage.database import Database
from journeydesk.storage.sync_state import TableMap
from journeydesk.sync.ports import RateLimited, Remote, RemoteTrouble, RemoteUnreachable

T = TypeVar("T")

READ_TRIES = 4


class Cancelled(WorldError):
    """The pass was asked to stop; what was done stands."""


@dataclass(frozen=True, slots=True)
class Progress:
    """How far a pass is: records done of those expected (0 where unknown), and of which table."""

    table: str
    done: int
    total: int


@dataclass
class Tally:
    """What a pass did."""

    pulled: int = 0
    pushed: int = 0
    deleted: int = 0
    prospects: set[RecordId] = field(default_factory=set)
    kinds: set[str] = field(default_factory=set)
    problems: list[str] = field(default_factory=list)


@dataclass
class Work:
    """One pass at work."""

    database: Database
    remote: Remote
    maps: dict[str, TableMap]
    clock: Callable[[], datetime]
    sleep: Callable[[float], None]
    random: Random
    cancelled: Callable[[], bool]
    progress: Callable[[Progress], None]
    seam: Callable[[str], None]
    tally: Tally = field(default_factory=Tally)

    def now(self) -> str:
        """The stored moment of now, for histories and intents; never for decisions."""
        return moment_text(self.clock())

    def check(self) -> None:
        """Raises Cancelled once the pass was asked to stop."""
        if self.cancelled():
            raise Cancelled("Sync was stopped; it goes on next time.")

    def read(self, request: Callable[[], T]) -> T:
        """A request that only reads: tried again after trouble, with growing, jittered pauses."""
        tries = 0
        while True:
            self.check()
            tries += 1
            try:
                return request()
            except RateLimited as limited:
                self.sleep(limited.seconds)
            except (RemoteTrouble, RemoteUnreachable):
                if tries >= READ_TRIES:
                    raise
                self.sleep(self.random.uniform(0, min(60.0, 2.0**tries)))

    def write(self, request: Callable[[], T]) -> T:
        """A request that writes: sent again only where the answer proves that nothing happened."""
        while True:
            self.check()
            self.seam("before call")
            try:
                answer = request()
            except RateLimited as limited:
                self.sleep(limited.seconds)
                continue
            self.seam("after call")
            return answer
