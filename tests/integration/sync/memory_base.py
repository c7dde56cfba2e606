"""A workspace and a base in memory with limits like nobody else's; requests can be made to fail before or after they happen."""

import random
import tempfile
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from copy import deepcopy
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, TypeVar

from journeydesk.domain.ids import RecordId, RemoteId
from journeydesk.domain.time import moment_text
from journeydesk.services.commands.prospects import create_prospect, edit
from journeydesk.services.workspace.opening import open_workspace
from journeydesk.storage.engine import sql
from journeydesk.storage.records import records, unsent_fields
from journeydesk.storage.records.records import Author
from journeydesk.storage.sync import conflicts
from journeydesk.storage.sync import notes as sync_notes
from journeydesk.storage.sync.cursors import walk_again
from journeydesk.storage.sync.intents import open_intents
from journeydesk.storage.sync.sync_records import SyncRecord, sync_records
from journeydesk.storage.sync.table_maps import TableMap, table_maps
from journeydesk.sync.engine import SyncOutcome, run_pass
from journeydesk.sync.ports import AccessDenied, Feed, FeedPage, RemoteRecord
from journeydesk.sync.setup import set_up
from journeydesk.sync.sync_pass import Progress, SyncPass
from tests.fakes.memory_remote import MemoryRemote
from tests.integration.sync.base import Clock
from tests.made_once import lay
from tests.workspaces import KEY, NOWHERE

T = TypeVar("T")


class FailingRemote(MemoryRemote):
    """Raises what `before` or `after` holds for a method, in order: before it happens, or after it happened. `log` has the
    methods called, on which table, with how many records each."""

    def __init__(self, now: Callable[[], str]) -> None:
        super().__init__(now)
        self.before: dict[str, list[BaseException | None]] = defaultdict(list)
        self.after: dict[str, list[BaseException | None]] = defaultdict(list)
        self.log: list[tuple[str, str, int]] = []

    def _do(self, method: str, table: str, count: int, request: Callable[[], T]) -> T:
        self.log.append((method, table, count))
        for queue in (self.before[method], self.after[method]):
            problem = queue.pop(0) if queue else None
            if queue is self.before[method]:
                if problem is not None:
                    raise problem
                answer = request()
            elif problem is not None:
                raise problem
        return answer

    def upsert(self, table: str, key_field: str, records: Sequence[Mapping[str, object]]) -> list[RemoteRecord]:
        return self._do("upsert", table, len(records), lambda: super(FailingRemote, self).upsert(table, key_field, records))

    def create(self, table: str, fields: Mapping[str, object]) -> RemoteRecord:
        return self._do("create", table, 1, lambda: super(FailingRemote, self).create(table, fields))

    def patch(self, table: str, records: Sequence[RemoteRecord]) -> list[RemoteRecord]:
        return self._do("patch", table, len(records), lambda: super(FailingRemote, self).patch(table, records))

    def delete(self, table: str, ids: Sequence[RemoteId]) -> None:
        self._do("delete", table, len(ids), lambda: super(FailingRemote, self).delete(table, ids))

    def fetch(self, table: str, ids: Sequence[RemoteId], fields: Sequence[str]) -> list[RemoteRecord]:
        return self._do("fetch", table, len(ids), lambda: super(FailingRemote, self).fetch(table, ids, fields))

    def find(self, table: str, key_field: str, keys: Sequence[str], fields: Sequence[str]) -> list[RemoteRecord]:
        return self._do("find", table, len(keys), lambda: super(FailingRemote, self).find(table, key_field, keys, fields))

    def get(self, table: str, record: RemoteId) -> RemoteRecord | None:
        return self._do("get", table, 1, lambda: super(FailingRemote, self).get(table, record))

    def open_feed(self) -> Feed:
        return self._do("open_feed", "", 0, super().open_feed)

    def read_feed(self, feed: Feed) -> FeedPage:
        return self._do("read_feed", "", 0, lambda: super(FailingRemote, self).read_feed(feed))


class MemoryBase:
    """One machine and one base; `theirs`, `add` and `drop` are another person's hand in the service's own window."""

    def __init__(self, folder: Path, copied: bool = True) -> None:
        """Set up and synced once; `copied` from one that was."""
        self.clock = Clock()
        self.remote = FailingRemote(lambda: moment_text(self.clock.at))
        if copied:
            made = _made()
            lay(folder, made.file)
            self.clock.at, self.clock.slept = made.clock.at, list(made.clock.slept)
            vars(self.remote).update(deepcopy({name: value for name, value in vars(made.remote).items() if name != "_now"}))
        context, problems = open_workspace(folder, KEY, NOWHERE, lambda _: None, self.clock.now)
        assert problems == []
        self.context = context
        self.database = context.database
        if not copied:
            set_up(self.database, self.remote, True, context.now())
            self.sync()
        self.remote.log.clear()

    def map(self, slug: str = "prospects") -> TableMap:
        """Which table and fields of the remote ours are, now."""
        with self.database.read() as connection:
            return table_maps(connection)[slug]

    def sync(self, **options: Any) -> SyncOutcome:
        """One pass a minute later."""
        self.clock.sleep(60)
        given: dict[str, Any] = {"clock": self.clock.now, "sleep": self.clock.sleep, "settle_seconds": 0.0}
        return run_pass(self.database, self.remote, **(given | {"random": random.Random(1)} | options))

    def work(self) -> SyncPass:
        """A pass at work, for parts of one."""
        with self.database.read() as connection:
            maps = table_maps(connection)

        def ignore(_: object) -> None:
            return None

        progress: Callable[[Progress], None] = ignore
        return SyncPass(
            self.database,
            self.remote,
            maps,
            self.clock.now,
            self.clock.sleep,
            random.Random(1),
            lambda: False,
            progress,
            ignore,
        )

    def made(self, count: int = 1, **values: Any) -> list[RecordId]:
        """Prospects that both sides know."""
        made = self.new(count, **values)
        self.sync()
        self.remote.log.clear()
        return made

    def new(self, count: int = 1, **values: Any) -> list[RecordId]:
        """Prospects that only this machine knows."""
        return [create_prospect(self.context, {"company": f"Company {number}", **values}) for number in range(count)]

    def edit(self, record: RecordId, **values: Any) -> None:
        """Somebody edits a prospect on this machine."""
        edit(self.context, record, values)

    def delete(self, *deleted: RecordId, slug: str = "prospects", back: bool = False) -> None:
        """Somebody deletes records on this machine, or takes their deletes back."""
        with self.database.write() as connection:
            for record in deleted:
                records.set_deleted(connection, slug, record, not back, Author("Amaia", self.context.now(), "you"))

    def run(self, statement: str, *values: object) -> None:
        """Changes the database behind everybody's back."""
        with self.database.write() as connection:
            sql.run(connection, statement, values)

    def insert(self, slug: str, **values: Any) -> RecordId:
        """A record of any table on this machine."""
        with self.database.write() as connection:
            return records.insert(connection, slug, values, Author("Amaia", self.context.now(), "you"))

    def remote_id(self, record: RecordId, slug: str = "prospects") -> RemoteId:
        """What the remote calls a record that it knows."""
        remote = self.state(record, slug).remote_id
        assert remote is not None
        return remote

    def state(self, record: RecordId, slug: str = "prospects") -> SyncRecord:
        """What sync keeps beside a record."""
        with self.database.read() as connection:
            return sync_records(connection, slug, [record])[record]

    def asked(self, method: str, slug: str = "prospects") -> list[int]:
        """How many records each request of this method had that went to a table."""
        table = self.map(slug).table_id
        return [count for name, asked, count in self.remote.log if (name, asked) == (method, table)]

    def theirs(self, remote: RemoteId, slug: str = "prospects", **fields: object) -> None:
        """Another person writes fields, by our slugs."""
        ids = self.map(slug).fields
        self.remote._write(self.map(slug).table_id, remote, {ids[name]: value for name, value in fields.items()})

    def add(self, slug: str = "prospects", **fields: object) -> RemoteId:
        """Another person adds a record."""
        ids = self.map(slug).fields
        return self.remote.add(self.map(slug).table_id, {ids[name]: value for name, value in fields.items()})

    def drop(self, *remotes: RemoteId, slug: str = "prospects") -> None:
        """Another person deletes records, not as a request of ours."""
        table = self.map(slug).table_id
        size = self.remote.limits.batch
        for start in range(0, len(remotes), size):
            MemoryRemote.delete(self.remote, table, remotes[start : start + size])

    def held(self, slug: str = "prospects") -> dict[RemoteId, dict[str, object]]:
        """What the remote holds of a table, by our slugs."""
        slugs = {identifier: name for name, identifier in self.map(slug).fields.items()}
        table = self.remote.records(self.map(slug).table_id)
        return {remote: {slugs.get(name, name): value for name, value in row.items()} for remote, row in table.items()}

    def seen(self, record: RecordId, slug: str = "prospects") -> dict[str, object]:
        """A record as the remote holds it, by our slugs."""
        return self.held(slug)[self.remote_id(record, slug)]

    def row(self, record: RecordId, slug: str = "prospects") -> dict[str, Any] | None:
        """A record as it is on this machine; None where it is gone."""
        with self.database.read() as connection:
            return next(iter(sql.dicts(connection, f"SELECT * FROM {slug} WHERE lid = ?", (record,))), None)

    def known(self, remote: RemoteId, slug: str = "prospects") -> RecordId:
        """The local record of a remote one."""
        with self.database.read() as connection:
            return RecordId(
                sql.scalar(connection, "SELECT lid FROM sync_record WHERE table_slug = ? AND rid = ?", (slug, remote))
            )

    def count(self, query: str, *values: object) -> int:
        """A number out of the database."""
        with self.database.read() as connection:
            return int(sql.scalar(connection, query, values) or 0)

    def questions(self) -> list[conflicts.Conflict]:
        """The open questions."""
        with self.database.read() as connection:
            return conflicts.open_conflicts(connection)

    def notes(self, kind: str) -> list[str]:
        """What sync told of this kind."""
        with self.database.read() as connection:
            return [note.text for note in sync_notes.open_notes(connection) if note.kind == kind]

    def intents(self) -> int:
        """How many requests are written down without an answer."""
        with self.database.read() as connection:
            return len(open_intents(connection))

    def walk_due(self) -> None:
        """Every table is to be walked whole with the next pass."""
        with self.database.write() as connection:
            walk_again(connection)

    def without_feed(self) -> None:
        """From now on there is no feed to be had."""
        self.remote.lose_feeds()
        self.remote.before["open_feed"] = [AccessDenied("no feeds")] * 99
        self.sync()
        self.remote.log.clear()


def was_sent(memory: MemoryBase, record: RecordId, name: str, value: str) -> bool:
    """Whether a value of a prospect's field is remembered as sent and taken."""
    with memory.database.read() as connection:
        return unsent_fields.was_sent(connection, "prospects", record, name, value)


@dataclass(frozen=True)
class _Made:
    file: bytes
    clock: Clock
    remote: FailingRemote


@cache
def _made() -> _Made:
    with tempfile.TemporaryDirectory() as folder:
        base = MemoryBase(Path(folder), copied=False)
        base.database.close()
        return _Made(base.database.path.read_bytes(), base.clock, base.remote)


@contextmanager
def memory_base(folder: Path) -> Iterator[MemoryBase]:
    """A base without records, and a machine that was set up with it."""
    base = MemoryBase(folder)
    try:
        yield base
    finally:
        base.database.close()
