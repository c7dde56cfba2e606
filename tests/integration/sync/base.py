"""A workspace that was synced once, the same base in another person's hands, and a clock that waits for nobody."""

import random
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import httpx

from journeydesk.domain.ids import RecordId, RemoteId
from journeydesk.remote.airtable.remote import AirtableRemote
from journeydesk.sandbox.server import Sandbox
from journeydesk.services.context import Context
from journeydesk.services.sync.connecting import set_pace
from journeydesk.services.workspace.opening import open_workspace
from journeydesk.storage.engine import sql
from journeydesk.storage.sync import conflicts
from journeydesk.storage.sync import notes as sync_notes
from journeydesk.storage.sync.cursors import walk_again
from journeydesk.storage.sync.pending import waiting_count
from journeydesk.storage.sync.remote_ids import all_remote_ids
from journeydesk.storage.sync.table_maps import TableMap, table_maps
from journeydesk.sync.budget import Pace
from journeydesk.sync.engine import SyncOutcome, run_pass
from journeydesk.sync.ports import RemoteRecord
from journeydesk.sync.setup import set_up
from tests.workspaces import KEY, NOWHERE

WITHOUT_FEED = ("data.records:read", "data.records:write", "schema.bases:read", "schema.bases:write")


class Killed(BaseException):
    """Stands for the process ending there and then."""


def control(box: Sandbox, what: str, body: Mapping[str, object]) -> Any:
    """Asks the stand-in for something that no client can."""
    answer = httpx.post(f"{box.control_url}/{what}", json=dict(body))
    answer.raise_for_status()
    return answer.json()


class Clock:
    """Aware UTC that moves when somebody sleeps; the seconds slept are remembered."""

    def __init__(self) -> None:
        self.at = datetime(2026, 5, 19, 9, 5, tzinfo=UTC)
        self.slept: list[float] = []

    def now(self) -> datetime:
        """The time."""
        return self.at

    def seconds(self) -> float:
        """The same, as a monotonic clock has it."""
        return self.at.timestamp()

    def sleep(self, seconds: float) -> None:
        """Lets time pass."""
        self.slept.append(seconds)
        self.at += timedelta(seconds=seconds)


class Base:
    """One machine and one base. `theirs` and `edit_there` are another person's hand in Airtable's own window."""

    def __init__(
        self, folder: Path, box: Sandbox, *, feed: bool = True, per_second: float = 0, answer_within: float = 30
    ) -> None:
        self.box = box
        self.clock = Clock()
        self.folder = folder
        self.context = self._open()
        # The stand-in has no limit: what opens a connection of its own need not wait either.
        set_pace(self.context, 0)
        token = box.token if feed else control(box, "tokens", {"scopes": list(WITHOUT_FEED)})["token"]
        self.remote = self.connect(token, per_second, answer_within)
        set_up(self.context.database, self.remote, True, self.context.now())
        self.sync()
        self.map = self.maps()["prospects"]

    def _open(self) -> Context:
        context, problems = open_workspace(self.folder, KEY, NOWHERE, lambda _: None, self.clock.now)
        assert problems == []
        return context

    def connect(self, token: str, per_second: float = 0, answer_within: float = 30) -> AirtableRemote:
        """Another connection to the same base."""
        pace = Pace(per_second, self.clock.seconds, self.clock.sleep)
        return AirtableRemote(self.box.airtable_url, token, self.box.base_id, pace, answer_within)

    def restart(self) -> None:
        """The program ends and starts again."""
        self.context.database.close()
        self.context = self._open()

    def maps(self) -> dict[str, TableMap]:
        """Every table's map."""
        with self.context.database.read() as connection:
            return table_maps(connection)

    def sync(self, seam: Callable[[str], None] = lambda _: None, *, settle: float = 0) -> SyncOutcome:
        """One pass."""
        return run_pass(
            self.context.database,
            self.remote,
            clock=self.clock.now,
            sleep=self.clock.sleep,
            settle_seconds=settle,
            random=random.Random(1),
            seam=seam,
        )

    def fault(self, kind: str, **options: object) -> None:
        """Puts a fault in line."""
        control(self.box, "faults", {"kind": kind, **options})

    def fair_weather(self) -> None:
        """No fault is left in line."""
        httpx.delete(f"{self.box.control_url}/faults").raise_for_status()

    def requests(self) -> int:
        """How many requests Airtable's stand-in has answered or cut."""
        return int(httpx.get(f"{self.box.control_url}/counters").json().get("airtable", 0))

    def walk_due(self) -> None:
        """Every table is to be walked whole with the next pass."""
        with self.context.database.write() as connection:
            walk_again(connection)

    def one(self, place: int = 0) -> tuple[RecordId, RemoteId]:
        """A prospect that both sides know."""
        with self.context.database.read() as connection:
            known = sorted((local, remote) for remote, local in all_remote_ids(connection, "prospects").items())
        local, remote = known[place]
        return RecordId(local), RemoteId(remote)

    def theirs(self, record: RemoteId, **fields: object) -> None:
        """Another person writes fields, by our slugs."""
        names = {slug: self.map.fields[slug] for slug in fields}
        control(
            self.box,
            "edits",
            {
                "table": self.map.table_id,
                "update": [{"id": record, "fields": {names[slug]: value for slug, value in fields.items()}}],
            },
        )

    def delete_there(self, *records: RemoteId) -> None:
        """Another person deletes prospects."""
        control(self.box, "edits", {"table": self.map.table_id, "delete": list(records)})

    def create_there(self, **fields: object) -> RemoteId:
        """Another person adds a prospect."""
        names = {self.map.fields[slug]: value for slug, value in fields.items()}
        return RemoteId(control(self.box, "edits", {"table": self.map.table_id, "create": [names]})["created"][0])

    def schema_there(self, **change: object) -> None:
        """Another person changes the table of prospects."""
        control(self.box, "schema", {"table": self.map.table_id, **change})

    def there(self, key: str) -> list[RemoteRecord]:
        """The records with this key."""
        return self.remote.find(self.map.table_id, str(self.map.key_field), [key], list(self.map.fields.values()))

    def seen(self, record: RemoteId, slug: str) -> object:
        """A field as Airtable has it now."""
        found = self.remote.get(self.map.table_id, record)
        assert found is not None
        return found.fields.get(self.map.fields[slug])

    def field(self, record: RecordId, slug: str, table: str = "prospects") -> Any:
        """A field as it is here; None where the record is gone."""
        with self.context.database.read() as connection:
            return sql.scalar(connection, f"SELECT {slug} FROM {table} WHERE lid = ?", (record,))

    def count(self, query: str) -> int:
        """A number out of the database."""
        with self.context.database.read() as connection:
            return int(sql.scalar(connection, query) or 0)

    def questions(self) -> list[conflicts.Conflict]:
        """The open questions."""
        with self.context.database.read() as connection:
            return conflicts.open_conflicts(connection)

    def notes(self, kind: str) -> list[str]:
        """What sync told of this kind."""
        with self.context.database.read() as connection:
            return [note.text for note in sync_notes.open_notes(connection) if note.kind == kind]

    def waiting(self) -> int:
        """How many records wait to be sent."""
        with self.context.database.read() as connection:
            return waiting_count(connection)


@contextmanager
def based(folder: Path, prospects: int = 30, **options: Any) -> Iterator[Base]:
    """A base with so many prospects, and a machine that knows them."""
    with Sandbox.start(prospects=prospects, lift_limits=True) as box:
        made = Base(folder, box, **options)
        try:
            yield made
        finally:
            made.context.database.close()
