"""Passes of sync over real HTTP: both directions, conflicts, kills, lost answers (docs/sync.md, "A pass" and
docs/sync.md, "Fault matrix")."""

import random
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import httpx
import pytest

from journeydesk.domain.catalogue import PROSPECTS
from journeydesk.domain.ids import RecordId, RemoteId
from journeydesk.remote.airtable.remote import AirtableRemote
from journeydesk.sandbox.server import Sandbox
from journeydesk.services.commands.prospects import create_prospect, edit, log_interaction
from journeydesk.services.context import Context
from journeydesk.storage.engine import sql
from journeydesk.storage.sync.remote_ids import all_remote_ids
from journeydesk.storage.sync.table_maps import table_maps
from journeydesk.sync.budget import Pace
from journeydesk.sync.engine import SyncOutcome, run_pass
from journeydesk.sync.ports import RemoteRecord
from journeydesk.sync.setup import set_up
from tests.workspaces import workspace


def control(box: Sandbox, what: str, body: dict[str, object]) -> dict[str, object]:
    """Asks the stand-in for something that no client can."""
    answer = httpx.post(f"{box.control_url}/{what}", json=body)
    answer.raise_for_status()
    found: dict[str, object] = answer.json()
    return found


class Killed(Exception):
    """Stands for the process ending there and then."""


class Base:
    """A workspace that was synced once, and another person's hand on the same base."""

    def __init__(self, context: Context, box: Sandbox, token: str = "") -> None:
        self.context = context
        self.remote = AirtableRemote(box.airtable_url, token or box.token, box.base_id, Pace(0, time.monotonic, lambda _: None))
        set_up(context.database, self.remote, True, context.now())
        self.sync()
        with context.database.read() as connection:
            self.map = table_maps(connection)["prospects"]

    def sync(self, seam: Callable[[str], None] = lambda _: None) -> SyncOutcome:
        return run_pass(
            self.context.database,
            self.remote,
            clock=self.context.clock,
            sleep=lambda _: None,
            settle_seconds=0,
            random=random.Random(1),
            seam=seam,
        )

    def one(self) -> tuple[RecordId, RemoteId]:
        with self.context.database.read() as connection:
            remote, local = next(iter(all_remote_ids(connection, "prospects").items()))
        return RecordId(local), RemoteId(remote)

    def theirs(self, record: RemoteId, **fields: object) -> None:
        self.remote.patch(self.map.table_id, [RemoteRecord(record, {self.map.fields[slug]: v for slug, v in fields.items()})])

    def there(self, key: str) -> list[RemoteRecord]:
        return self.remote.find(self.map.table_id, str(self.map.key_field), [key], self.map.asked)

    def field(self, record: RecordId, slug: str) -> object:
        with self.context.database.read() as connection:
            return sql.scalar(connection, f"SELECT {slug} FROM prospects WHERE lid = ?", (record,))


@pytest.fixture
def base(tmp_path: Path) -> Iterator[Base]:
    with Sandbox.start(prospects=30, lift_limits=True) as box, workspace(tmp_path / "w") as context:
        yield Base(context, box)


def test_different_fields_changed_on_both_sides_never_conflict(base: Base) -> None:
    record, remote = base.one()
    edit(base.context, record, {"phone": "+1 here"})
    base.theirs(remote, job_title="Changed there")
    outcome = base.sync()
    assert (outcome.conflicts, outcome.pending) == (0, 0)
    assert base.field(record, "job_title") == "Changed there"
    assert base.remote.get(base.map.table_id, remote).fields[base.map.fields["phone"]] == "+1 here"  # type: ignore[union-attr]


def test_one_field_changed_on_both_sides_is_held_and_others_flow(base: Base) -> None:
    record, remote = base.one()
    edit(base.context, record, {"phone": "mine 1", "website": "https://mine.example"})
    base.theirs(remote, phone="theirs 1")
    outcome = base.sync()
    found = base.remote.get(base.map.table_id, remote)
    assert found is not None
    assert outcome.conflicts == 1
    assert base.field(record, "phone") == "mine 1"
    assert found.fields[base.map.fields["phone"]] == "theirs 1"
    assert found.fields[base.map.fields["website"]] == "https://mine.example"


def test_a_prospect_and_its_call_made_offline_arrive_together_linked(base: Base) -> None:
    prospect = create_prospect(base.context, {"company": "Tarn & Tallow"})
    log_interaction(base.context, prospect, "Call", "Hello")
    outcome = base.sync()
    assert outcome.pending == 0
    (found,) = base.there(str(base.field(prospect, "key")))
    assert found.fields[base.map.fields["company"]] == "Tarn & Tallow"


@pytest.mark.parametrize("place", ["after intent", "before call", "after call", "after acknowledge"])
def test_a_prospect_is_created_exactly_once_when_killed_at_each_seam(base: Base, place: str) -> None:
    prospect = create_prospect(base.context, {"company": "Isbjerg Data"})

    def kill(at: str) -> None:
        if at == place:
            raise Killed

    with pytest.raises(Killed):
        base.sync(kill)
    outcome = base.sync()
    assert outcome.pending == 0
    assert len(base.there(str(base.field(prospect, "key")))) == 1


@pytest.mark.parametrize("place", ["after intent", "after call", "after acknowledge"])
def test_an_edit_survives_a_kill_without_a_false_conflict(base: Base, place: str) -> None:
    record, remote = base.one()
    edit(base.context, record, {"phone": "first 1"})

    def kill(at: str) -> None:
        if at == place:
            raise Killed

    with pytest.raises(Killed):
        base.sync(kill)
    edit(base.context, record, {"phone": "second 1"})
    outcome = base.sync()
    assert (outcome.conflicts, outcome.pending) == (0, 0)
    assert base.remote.get(base.map.table_id, remote).fields[base.map.fields["phone"]] == "second 1"  # type: ignore[union-attr]


def test_a_field_that_airtable_refuses_is_rejected_alone(base: Base) -> None:
    good = create_prospect(base.context, {"company": "Good"})
    bad = create_prospect(base.context, {"company": "Bad", "status": "Not an option"})
    outcome = base.sync()
    assert len(base.there(str(base.field(good, "key")))) == 1
    (found,) = base.there(str(base.field(bad, "key")))
    assert found.fields[base.map.fields["company"]] == "Bad"
    assert base.map.fields["status"] not in found.fields
    assert any("Not an option" in problem for problem in outcome.problems)


def test_a_remote_delete_that_the_feed_tells_is_made_locally(base: Base) -> None:
    record, remote = base.one()
    base.remote.delete(base.map.table_id, [remote])
    base.sync()
    assert base.field(record, "key") is None


def test_without_a_feed_a_walk_and_a_look_prove_a_delete(tmp_path: Path) -> None:
    with Sandbox.start(prospects=30, lift_limits=True) as box, workspace(tmp_path / "w") as context:
        scopes = ["data.records:read", "data.records:write", "schema.bases:read", "schema.bases:write"]
        base = Base(context, box, str(control(box, "tokens", {"scopes": scopes})["token"]))
        record, remote = base.one()
        base.remote.delete(base.map.table_id, [remote])
        base.sync()
        assert base.field(record, "key") is not None
        with context.database.write() as connection:
            sql.run(connection, "UPDATE sync_cursor SET last_full_scan = '2026-01-01T00:00:00.000Z'")
        base.sync()
        assert base.field(record, "key") is None


def test_when_a_third_of_a_table_vanishes_a_person_is_asked(base: Base) -> None:
    with base.context.database.read() as connection:
        known = [RemoteId(remote) for remote in all_remote_ids(connection, "prospects")]
    for start in range(0, 12, 10):
        base.remote.delete(base.map.table_id, known[start : min(start + 10, 12)])
    with base.context.database.write() as connection:
        sql.run(connection, "UPDATE sync_cursor SET last_full_scan = '2026-01-01T00:00:00.000Z'")
    outcome = base.sync()
    with base.context.database.read() as connection:
        assert len(all_remote_ids(connection, "prospects")) == len(known)
    assert any(PROSPECTS.name in problem and "Nothing was deleted" in problem for problem in outcome.problems)
