"""How many requests a push takes, against a base with batches of seven and pages of thirty: none that nothing needs."""

from collections.abc import Sequence
from pathlib import Path

import pytest

from journeydesk.domain.ids import RecordId, new_key, uuid7
from journeydesk.services.commands.prospects import log_interaction
from journeydesk.services.workspace.health import check_health
from journeydesk.storage.engine.connection import Connection
from journeydesk.storage.records import records
from journeydesk.storage.records.records import Author
from journeydesk.storage.sync.bases import create_anew
from journeydesk.storage.sync.remote_ids import all_remote_ids
from journeydesk.storage.sync.sync_records import SyncRecord, sync_records
from journeydesk.sync import pull, touched
from tests.integration.sync.memory_base import MemoryBase


def calls(memory: MemoryBase, keys: list[str]) -> list[RecordId]:
    """Logged calls of these keys, that only this machine knows."""
    (prospect,) = memory.made()
    return [memory.insert("interactions", key=key, prospect=prospect, type="Call", summary="x") for key in keys]


def test_what_is_logged_by_hand_is_sent_without_a_look(memory: MemoryBase) -> None:
    (prospect,) = memory.made()
    for number in range(15):
        log_interaction(memory.context, prospect, "Call", f"Call {number}")
    memory.sync()
    assert memory.asked("find", "interactions") == []
    assert memory.asked("upsert", "interactions") == [7, 7, 1]


def test_keys_that_others_may_have_are_looked_for_by_the_page(memory: MemoryBase) -> None:
    calls(memory, [uuid7() for _ in range(37)])
    memory.sync()
    assert memory.asked("find", "interactions") == [30, 7]
    assert memory.asked("upsert", "interactions") == [7, 7, 7, 7, 7, 2]


def test_only_those_that_need_it_are_looked_for(memory: MemoryBase) -> None:
    calls(memory, [new_key(), "FILE-1", new_key(), new_key("AST-")])
    memory.sync()
    assert memory.asked("find", "interactions") == [1]
    assert memory.asked("upsert", "interactions") == [4]


def test_each_page_is_looked_for_right_before_it_is_sent(memory: MemoryBase) -> None:
    calls(memory, [f"FILE-{number}" for number in range(40)])
    memory.sync()
    order = [name for name, *_ in memory.remote.log if name in ("find", "upsert")]
    assert order == ["find", "upsert", "upsert", "upsert", "upsert", "find", "upsert", "upsert"]


def test_deletes_are_read_by_the_page_and_sent_by_the_batch(memory: MemoryBase) -> None:
    made = memory.made(40)
    memory.delete(*made[:8])
    memory.sync()
    assert memory.asked("fetch") == [8]
    assert memory.asked("delete") == [7, 1]


def test_a_key_that_was_changed_is_looked_for(memory: MemoryBase) -> None:
    (record,) = calls(memory, [new_key()])
    with memory.database.write() as connection:
        records.update(connection, "interactions", record, {"key": "FILE-1"}, Author("Amaia", memory.context.now()))
    memory.sync()
    assert memory.asked("find", "interactions") == [1]


def test_what_waits_in_a_copy_from_another_computer_is_looked_for(memory: MemoryBase, tmp_path: Path) -> None:
    calls(memory, [new_key()])
    for name in ("one", "another"):
        check_health(memory.context, tmp_path / name)
    memory.sync()
    assert memory.asked("find", "interactions") == [1]


def test_a_record_that_is_made_again_is_looked_for(memory: MemoryBase) -> None:
    (record,) = calls(memory, [new_key()])
    memory.sync()
    memory.remote.log.clear()
    memory.drop(memory.remote_id(record, "interactions"), slug="interactions")
    with memory.database.write() as connection:
        create_anew(connection, "interactions", record)
    memory.sync()
    assert memory.asked("find", "interactions") == [1]


def test_a_push_holds_a_page_of_what_was_agreed(memory: MemoryBase, monkeypatch: pytest.MonkeyPatch) -> None:
    read: list[int] = []

    def noted(connection: Connection, slug: str, ids: Sequence[RecordId]) -> dict[RecordId, SyncRecord]:
        read.append(len(ids))
        return sync_records(connection, slug, ids)

    monkeypatch.setattr(touched, "sync_records", noted)
    for record in memory.made(70):
        memory.edit(record, phone="1")
    memory.sync()
    assert memory.asked("patch") == [7, 7, 7, 7, 2, 7, 7, 7, 7, 2, 7, 3]
    assert max(read) == 30


def test_a_pass_names_every_record_for_a_walk_alone(memory: MemoryBase, monkeypatch: pytest.MonkeyPatch) -> None:
    named: list[str] = []

    def noted(connection: Connection, slug: str) -> dict[str, int]:
        named.append(slug)
        return all_remote_ids(connection, slug)

    kept, gone = memory.made(2)
    dropped = memory.remote_id(gone)
    monkeypatch.setattr(pull, "all_remote_ids", noted)
    memory.edit(kept, phone="1")
    memory.sync()
    assert named == []
    memory.without_feed()
    memory.drop(dropped)
    memory.walk_due()
    memory.sync()
    assert "prospects" in named
    assert memory.row(gone) is None or memory.row(gone)["deleted"]  # type: ignore[index]
