"""A remote that drops, repeats, delays, half-does and lies, by a seeded die; what it passes on, a real one keeps."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from random import Random
from typing import TypeVar

from journeydesk.domain.catalogue import FieldSpec, TableSpec
from journeydesk.domain.ids import RemoteId
from journeydesk.domain.time import moment_of, moment_text
from journeydesk.sync.ports import (
    AccessDenied,
    Feed,
    FeedLost,
    FeedPage,
    Page,
    RateLimited,
    RecordRefused,
    RemoteRecord,
    RemoteTable,
    RemoteTrouble,
    RemoteUnreachable,
    SchemaChanged,
    WalkExpired,
)
from tests.fakes.memory_remote import MemoryRemote
from tests.storm.clock import VirtualClock
from tests.storm.sandbox_service import SandboxService

T = TypeVar("T")

LATEST_SECONDS = 55.0
"""How late a request whose sender has hung up may still be carried out: within the settle time."""

READS = ("lost", "no answer", "trouble", "limited")
WRITES = ("lost", "no answer", "trouble before", "trouble after", "limited", "late", "half")


@dataclass
class Network:
    """What lies between a team and its service. `chance` is that of a fault for each request; 0 is fair weather."""

    clock: VirtualClock
    random: Random
    chance: float = 0.0
    late: list[tuple[datetime, Callable[[], object]]] = field(default_factory=list)
    seen: set[str] = field(default_factory=set)

    def deliver(self) -> None:
        """Carries out what was late and is due by now, or all of it once the weather is fair."""
        due = [one for one in self.late if not self.chance or one[0] <= self.clock.now()]
        self.late = [one for one in self.late if one not in due]
        for _, apply in sorted(due, key=lambda one: one[0]):
            try:
                apply()
            except (RecordRefused, SchemaChanged):
                continue

    def fault(self, kinds: Sequence[str]) -> str:
        """Which fault strikes this request; "" for none."""
        self.deliver()
        if self.random.random() >= self.chance:
            return ""
        kind = self.random.choice(list(kinds))
        self.seen.add(kind)
        return kind


class FlakyRemote:
    """One machine's way to the service."""

    def __init__(
        self, service: MemoryRemote | SandboxService, network: Network, *, may_have_feed: bool, normalises: bool = True
    ) -> None:
        self.service = service
        self.network = network
        self._may_have_feed = may_have_feed
        self._normalises = normalises
        self.name = service.name
        self.limits = service.limits
        self.computed = ""
        """The id of a field that the service computes: nobody may write it."""
        self.on_patch: Callable[[str, Sequence[RemoteRecord]], None] = lambda table, records: None

    @property
    def calls(self) -> int:
        return self.service.calls

    def let_go(self) -> None:
        self.service.let_go()

    def _before(self, kinds: Sequence[str] = READS) -> str:
        kind = self.network.fault(kinds)
        if kind == "lost":
            raise RemoteUnreachable("lost on the way")
        if kind in ("trouble", "trouble before"):
            raise RemoteTrouble("503")
        if kind == "limited":
            raise RateLimited(self.name, self.limits.penalty_seconds)
        return kind

    @staticmethod
    def _after(kind: str) -> None:
        if kind == "no answer":
            raise RemoteUnreachable("no answer came")
        if kind == "trouble after":
            raise RemoteTrouble("502")

    def schema(self) -> tuple[RemoteTable, ...]:
        kind = self._before()
        found = self.service.schema()
        self._after(kind)
        return found

    def create_table(self, spec: TableSpec, link_targets: Mapping[str, str]) -> str:
        return self.service.create_table(spec, link_targets)

    def create_field(self, table: str, spec: FieldSpec, link_targets: Mapping[str, str]) -> None:
        self.service.create_field(table, spec, link_targets)

    def pages(self, table: str, fields: Sequence[str], since: str | None) -> Iterator[Page]:
        return _FlakyWalk(self, list(self.service.pages(table, fields, _earlier(since))))

    def fetch(self, table: str, ids: Sequence[RemoteId], fields: Sequence[str]) -> list[RemoteRecord]:
        kind = self._before((*READS, "misses a row"))
        found = self.service.fetch(table, ids, fields)
        self._after(kind)
        return found[1:] if kind == "misses a row" else found

    def get(self, table: str, record: RemoteId) -> RemoteRecord | None:
        kind = self._before()
        found = self.service.get(table, record)
        self._after(kind)
        return found

    def find(self, table: str, key_field: str, keys: Sequence[str], fields: Sequence[str]) -> list[RemoteRecord]:
        kind = self._before()
        found = self.service.find(table, key_field, keys, fields)
        self._after(kind)
        return found

    def create(self, table: str, fields: Mapping[str, object]) -> RemoteRecord:
        return self._write(lambda: [self.service.create(table, self._normal(fields))], list)[0]

    def upsert(self, table: str, key_field: str, records: Sequence[Mapping[str, object]]) -> list[RemoteRecord]:
        wanted = [self._normal(fields) for fields in records]
        return self._write(
            lambda: self.service.upsert(table, key_field, wanted),
            lambda: self.service.upsert(table, key_field, wanted[: len(wanted) // 2]) if len(wanted) > 1 else [],
        )

    def patch(self, table: str, records: Sequence[RemoteRecord]) -> list[RemoteRecord]:
        wanted = [RemoteRecord(one.id, self._normal(one.fields)) for one in records]

        def apply(some: Sequence[RemoteRecord]) -> list[RemoteRecord]:
            self.on_patch(table, some)
            return self.service.patch(table, some)

        return self._write(
            lambda: apply(wanted),
            lambda: apply(wanted[: len(wanted) // 2]) if len(wanted) > 1 else [],
            lambda: self.service.patch(table, wanted),
        )

    def delete(self, table: str, ids: Sequence[RemoteId]) -> None:
        self._write(
            lambda: self.service.delete(table, ids),
            lambda: self.service.delete(table, ids[: len(ids) // 2]) if len(ids) > 1 else None,
        )

    def _write(self, whole: Callable[[], T], half: Callable[[], object], late: Callable[[], object] | None = None) -> T:
        kind = self._before(WRITES)
        if kind == "late":
            at = self.network.clock.now() + timedelta(seconds=self.network.random.uniform(1, LATEST_SECONDS))
            self.network.late.append((at, late or whole))
            raise RemoteUnreachable("no answer came")
        if kind == "half":
            half()
            raise RemoteUnreachable("no answer came")
        found = whole()
        self._after(kind)
        return found

    def _normal(self, fields: Mapping[str, object]) -> dict[str, object]:
        """The service keeps texts without white space around them. Raises AssertionError where it is to write what it computes."""
        assert self.computed not in fields, "a computed field was written"
        if not self._normalises:
            return dict(fields)
        return {name: value.strip() if isinstance(value, str) else value for name, value in fields.items()}

    def open_feed(self) -> Feed:
        if not self._may_have_feed:
            raise AccessDenied("this token may have no feed")
        kind = self._before(("lost", "trouble", "limited"))
        feed = self.service.open_feed()
        self._after(kind)
        return feed

    def read_feed(self, feed: Feed) -> FeedPage:
        kind = self._before((*READS, "gap"))
        if kind == "gap":
            raise FeedLost("older entries are gone")
        page = self.service.read_feed(feed)
        self._after(kind)
        return page

    def close_feed(self, feed: Feed) -> None:
        self.service.close_feed(feed)


class _FlakyWalk(Iterator[Page]):
    """Pages that may be lost, interrupted, repeated, or lack a row though the listing looks complete."""

    def __init__(self, remote: FlakyRemote, pages: list[Page]) -> None:
        self._remote = remote
        self._pages = pages
        self._place = 0

    def __next__(self) -> Page:
        if self._place >= len(self._pages):
            raise StopIteration
        kind = self._remote._before((*READS, "expired", "misses a row", "repeats"))
        if kind == "expired":
            raise WalkExpired("the listing was interrupted")
        self._remote._after(kind)
        page = self._pages[self._place]
        self._place += 1
        if kind == "repeats":
            return Page([*page.records, *page.records[:1]], page.server_time)
        if kind == "misses a row":
            return Page(page.records[1:], page.server_time)
        return page


def _earlier(since: str | None) -> str | None:
    """Remotes read a little more than asked for: their clock has whole seconds, and ours may be late by a request."""
    if since is None:
        return None
    return moment_text(moment_of(since) - timedelta(minutes=5))
