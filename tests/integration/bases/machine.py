"""A workspace connected to any base of the stand-in by the draft of a mapping, and the base in another person's hands."""

from collections.abc import Callable, Mapping
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import httpx

from journeydesk.domain.ids import RecordId, RemoteId
from journeydesk.domain.values import Stored
from journeydesk.remote.opening import RemoteAccess
from journeydesk.sandbox.server import Sandbox
from journeydesk.services.sync.connecting import open_configured, set_pace
from journeydesk.services.sync.mapping.applying import MappingDraft, apply_mapping, open_mapping
from journeydesk.services.workspace.opening import open_workspace
from journeydesk.storage.engine import sql
from journeydesk.storage.records import records
from journeydesk.storage.sync.remote_ids import all_remote_ids
from journeydesk.storage.sync.table_maps import TableMap, table_maps
from journeydesk.sync.engine import SyncOutcome, run_pass
from tests.workspaces import KEY, NOWHERE

NOW = datetime(2026, 5, 19, 9, 5, tzinfo=UTC)


class Machine:
    """One computer on one base. `cells` and `write` are another person's hand in Airtable's own window."""

    def __init__(self, folder: Path, box: Sandbox, base_id: str) -> None:
        self.box = box
        self.base_id = base_id
        self.at = NOW
        self.problems: list[str] = []
        self.context, problems = open_workspace(folder, KEY, NOWHERE, lambda _: None, lambda: self.at)
        assert problems == []
        set_pace(self.context, 0)
        self.access = RemoteAccess(box.airtable_url, box.token, base_id)

    def map(self, decide: Callable[[MappingDraft], None], *, create: bool = True) -> None:
        """Matches the base as the guesses have it; `decide` says the rest."""
        draft = open_mapping(self.context, self.access)
        decide(draft)
        assert draft.decisions_left() == 0, draft.first_problem_sentence()
        apply_mapping(self.context, self.access, draft, create)

    def sync(self) -> SyncOutcome:
        """One pass a minute later."""
        self.at += timedelta(minutes=1)
        remote = open_configured(self.context, self.access)

        def sleep(seconds: float) -> None:
            self.at += timedelta(seconds=seconds)

        settings = self.context.settings
        reps = {rep.email.casefold(): rep.name for rep in settings.reps if rep.email}
        outcome = run_pass(
            self.context.database,
            remote,
            clock=lambda: self.at,
            sleep=sleep,
            settle_seconds=0,
            zone=settings.time_zone,
            reps=reps,
        )
        self.problems = list(outcome.problems)
        return outcome

    def settle(self) -> None:
        """Passes until nothing moves: two at most, then one that sends nothing."""
        self.sync()
        self.sync()
        last = self.sync()
        assert (last.pushed, last.pulled, last.deleted, last.conflicts) == (0, 0, 0, 0), last

    def maps(self) -> dict[str, TableMap]:
        """Which tables and fields are ours."""
        with self.context.database.read() as connection:
            return table_maps(connection, self.context.settings.time_zone)

    def remote_ids(self, slug: str = "prospects") -> dict[str, RecordId]:
        """Local records by their ids in the base."""
        with self.context.database.read() as connection:
            known = all_remote_ids(connection, slug)
            rows = sql.rows(connection, "SELECT rid, lid FROM sync_record WHERE table_slug = ? AND rid IS NOT NULL", (slug,))
        return {remote: RecordId(lid) for remote, lid in rows if remote in known}

    def remote_id(self, slug: str, record: Stored) -> str | None:
        """What the base calls a record of this computer."""
        return next((remote for remote, known in self.remote_ids(slug).items() if known == record), None)

    def row(self, record: RecordId, slug: str = "prospects") -> Mapping[str, Stored]:
        """A record as this computer has it."""
        with self.context.database.read() as connection:
            row = records.get(connection, slug, record)
        assert row is not None
        return row

    def request(self, method: str, path: str, body: Any = None) -> Any:
        """One request of another person's program."""
        headers = {"Authorization": f"Bearer {self.box.token}"}
        answer = httpx.request(method, f"{self.box.airtable_url}/v0/{self.base_id}/{path}", headers=headers, json=body)
        answer.raise_for_status()
        return answer.json()

    def cells(self, table: str, record: str) -> Mapping[str, Any]:
        """What the base shows of a record, by field name."""
        fields: Mapping[str, Any] = self.request("GET", f"{table}/{record}")["fields"]
        return fields

    def write(self, table: str, record: str, **fields: Any) -> None:
        """Another person edits a record; names with underscores for blanks."""
        named = {name.replace("_", " "): value for name, value in fields.items()}
        self.request("PATCH", f"{table}/{record}", {"fields": named})

    def add(self, table: str, fields: Mapping[str, Any]) -> RemoteId:
        """Another person adds a record."""
        return RemoteId(self.request("POST", table, {"fields": dict(fields)})["id"])
