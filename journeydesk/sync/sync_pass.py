"""What every part of a pass needs: the database, the remote, the clock, whether to stop, and what was done so far."""

from collections.abc import Callable, Mapping
from dataclasses import field
from datetime import UTC, datetime, tzinfo
from random import Random
from typing import TypeVar

from journeydesk.domain.errors import WorldError
from journeydesk.domain.frozen_data import dataclass
from journeydesk.domain.ids import RecordId
from journeydesk.domain.time import moment_text
from journeydesk.domain.words import tr
from journeydesk.storage.engine.connection import Connection
from journeydesk.storage.engine.database import Database
from journeydesk.storage.records.lookup import prospect_of
from journeydesk.storage.records.records import Author
from journeydesk.storage.sync import notes as sync_notes
from journeydesk.storage.sync.api_calls import add_calls
from journeydesk.storage.sync.table_maps import TableMap
from journeydesk.sync.ports import RateLimited, Remote, RemoteTrouble, RemoteUnreachable

T = TypeVar("T")

READ_TRIES = 4
_COUNT_EVERY = 20
_OF_A_PROSPECT = frozenset({"events", "interactions", "usage", "surveys", "tasks", "alerts", "assets"})


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
    """What a pass did. `problems` are sentences about what is left undone, `notes` about what happened besides."""

    pulled: int = 0
    pushed: int = 0
    deleted: int = 0
    prospects: set[RecordId] = field(default_factory=set)
    kinds: set[str] = field(default_factory=set)
    problems: list[str] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)


@dataclass
class SyncPass:
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
    zone: tzinfo = UTC
    reps: Mapping[str, str] = field(default_factory=dict)
    tally: Tally = field(default_factory=Tally)
    to_send: int = 0
    counted: int = 0
    agreed: set[str] = field(default_factory=set)
    """The tables of which this pass found something to be another in the remote than it was."""
    deleted_targets: set[tuple[str, str]] = field(default_factory=set)
    """Linked records (table, remote id) that this pass proved to be gone from the remote."""
    options_are_current: bool = False
    """Whether the names of options are known to be those of now: the schema was read in this pass, or a feed tells of its changes."""
    unknown_options: set[tuple[str, str, str]] = field(default_factory=set)
    """Options (table, field, name) for which the schema was read in this pass already."""

    def now(self) -> str:
        """The stored moment of now, for histories and intents; never for decisions."""
        return moment_text(self.clock())

    def author(self, name: str | None = None) -> Author:
        """Who stands in the history for what the remote brings: the person where the remote tells, else the remote itself."""
        return Author(name or self.remote.name, self.now(), "sync")

    def check(self) -> None:
        """Raises Cancelled once the pass was asked to stop."""
        if self.cancelled():
            raise Cancelled(tr("Sync was stopped; it goes on next time."))

    def read(self, request: Callable[[], T]) -> T:
        """A request that only reads: tried again after trouble, with growing, jittered pauses."""
        tries = 0
        while True:
            self.check()
            tries += 1
            try:
                answer = request()
            except RateLimited as limited:
                self.sleep(limited.seconds)
            except (RemoteTrouble, RemoteUnreachable):
                if tries >= READ_TRIES:
                    raise
                self.sleep(self.random.uniform(0, min(60.0, 2.0**tries)))
            else:
                self.count_calls(_COUNT_EVERY)
                return answer

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
            self.count_calls(_COUNT_EVERY)
            return answer

    def count_calls(self, at_least: int = 1) -> None:
        """Adds the requests since the last count to the month's, once there are so many."""
        new = self.remote.calls - self.counted
        if new >= at_least:
            with self.database.write(counted=False) as connection:
                add_calls(connection, self.remote.name.casefold(), self.now()[:10], new)
            self.counted = self.remote.calls

    def sent(self, count: int, slug: str) -> None:
        """So many records were sent and answered."""
        self.tally.pushed += count
        self.tally.kinds |= {slug, "sync"}
        self.progress(Progress("Sending", self.tally.pushed, max(self.to_send, self.tally.pushed)))

    def notify(self, connection: Connection, kind: str, slug: str, record: RecordId | None, text: str) -> None:
        """Notes something for people: in the database for the window, in the tally for who asked for this pass."""
        sync_notes.add(connection, kind, slug, record, text, self.now())
        (self.tally.problems if kind in sync_notes.ASKING else self.tally.notes).append(text)
        self.tally.kinds.add("sync")

    def touch(self, connection: Connection, slug: str, record: RecordId) -> None:
        """A local record changed: the screens are notified of its kind, its prospect is folded and scored again."""
        self.tally.kinds.add(slug)
        if slug == "prospects":
            self.tally.prospects.add(record)
        elif slug in _OF_A_PROSPECT:
            prospect = prospect_of(connection, slug, record)
            if prospect is not None:
                self.tally.prospects.add(prospect)
