"""What is gone for good: remembered with all it held, brought back under its old id, forgotten at last."""

import pytest

from journeydesk.domain.ids import RecordId, RemoteId
from journeydesk.services.commands.many import delete_prospects
from journeydesk.services.commands.undoing import redo, undo
from journeydesk.storage.engine import sql
from journeydesk.storage.records import records, tombstones
from tests.integration.office import Office


@pytest.fixture
def prospect(office: Office) -> RecordId:
    record = office.pulled(company="Quillon", phone="1")
    office.add("interactions", prospect=record, type="Call", summary="Depots", date=office.ago(days=1))
    office.add("tasks", prospect=record, title="Call")
    return record


def forget(office: Office, record: RecordId, slug: str = "prospects") -> None:
    """As sync does once both sides agree that it is gone."""
    with office.context.database.write() as connection:
        tombstones.forget(connection, slug, [record], "here", office.context.now())


def test_a_forgotten_record_leaves_nothing_but_its_tombstone(office: Office, prospect: RecordId) -> None:
    forget(office, prospect)
    assert office.rows("SELECT 1 FROM prospects") == []
    assert office.rows("SELECT 1 FROM sync_record WHERE table_slug = 'prospects'") == []
    assert office.rows("SELECT 1 FROM prospect_search") == []
    assert office.rows("SELECT 1 FROM position") == []
    assert office.rows("SELECT table_slug, rid, key, by FROM tombstone") == [("prospects", "rec1", "prospects-rec1", "here")]


def test_a_tombstone_is_found_by_either_id(office: Office, prospect: RecordId) -> None:
    forget(office, prospect)
    with office.context.database.read() as connection:
        by_record = tombstones.of_record(connection, "prospects", prospect)
        by_remote = tombstones.of_remote(connection, "prospects", [RemoteId("rec1"), RemoteId("rec2")])
        assert by_record is not None
        assert by_remote == {RemoteId("rec1"): by_record}
        assert (by_record.record, by_record.row["company"]) == (prospect, "Quillon")
        assert {slug: len(ids) for slug, ids in by_record.linked.items()} == {"interactions": 1, "tasks": 1}
        assert tombstones.of_record(connection, "prospects", RecordId(99)) is None
        assert tombstones.of_record(connection, "tasks", prospect) is None


def test_each_of_two_that_had_one_remote_record_is_remembered(office: Office, prospect: RecordId) -> None:
    forget(office, prospect)
    # Brought in again by a list, and given the same remote record when that came out of the trash.
    again = office.pulled(company="Brisalta")
    with office.context.database.write() as connection:
        sql.run(connection, "UPDATE sync_record SET rid = 'rec1' WHERE table_slug = 'prospects' AND lid = ?", (again,))
    forget(office, again)
    with office.context.database.read() as connection:
        first, second = (tombstones.of_record(connection, "prospects", record) for record in (prospect, again))
        by_remote = tombstones.of_remote(connection, "prospects", [RemoteId("rec1")])
    assert first is not None
    assert second is not None
    assert (first.row["company"], second.row["company"]) == ("Quillon", "Brisalta")
    assert by_remote == {RemoteId("rec1"): second}


def test_what_comes_back_stands_under_its_old_id_with_its_links(office: Office, prospect: RecordId) -> None:
    before = office.values("prospects", prospect)
    forget(office, prospect)
    with office.context.database.write() as connection:
        for slug in ("interactions", "tasks"):
            sql.run(connection, f"UPDATE {slug} SET prospect = NULL")
        tombstone = tombstones.of_record(connection, "prospects", prospect)
        assert tombstone is not None
        tombstones.bring_back(connection, tombstone)
    after = office.values("prospects", prospect)
    assert {name: after[name] for name in before if name != "change_number"} == before
    assert office.rows("SELECT prospect FROM interactions UNION ALL SELECT prospect FROM tasks") == [(prospect,)] * 2
    assert office.rows("SELECT rowid FROM prospect_search") == [(prospect,)]
    assert ("prospects", prospect) in office.waiting()
    assert office.rows("SELECT rid FROM sync_record WHERE table_slug = 'prospects'") == [(None,)]


def test_what_points_elsewhere_by_now_stays_there(office: Office, prospect: RecordId) -> None:
    other = office.prospect(company="Other")
    forget(office, prospect)
    with office.context.database.write() as connection:
        sql.run(connection, "UPDATE tasks SET prospect = ?", (other,))
        tombstone = tombstones.of_record(connection, "prospects", prospect)
        assert tombstone is not None
        tombstones.bring_back(connection, tombstone)
    assert office.rows("SELECT prospect FROM tasks") == [(other,)]


def test_a_delete_that_was_sent_is_undone_out_of_its_tombstone(office: Office, prospect: RecordId) -> None:
    delete_prospects(office.context, [prospect])
    forget(office, prospect)
    undo(office.context)
    assert office.values("prospects", prospect)["company"] == "Quillon"
    assert office.values("prospects", prospect)["deleted"] == 0
    redo(office.context)
    assert office.values("prospects", prospect)["deleted"] == 1


def test_a_forgotten_log_is_no_longer_the_last_touch(office: Office, prospect: RecordId) -> None:
    ((call,),) = office.rows("SELECT lid FROM interactions")
    forget(office, RecordId(call), "interactions")
    assert office.values("prospects", prospect)["last_touch_at"] is None
    with office.context.database.write() as connection:
        tombstone = tombstones.of_record(connection, "interactions", RecordId(call))
        assert tombstone is not None
        tombstones.bring_back(connection, tombstone)
    assert office.values("prospects", prospect)["last_touch_at"] == office.ago(days=1)


def test_a_record_that_lives_again_in_the_remote_has_no_tombstone(office: Office, prospect: RecordId) -> None:
    forget(office, prospect)
    with office.context.database.write() as connection:
        tombstone = tombstones.of_record(connection, "prospects", prospect)
        assert tombstone is not None
        tombstones.lives(connection, tombstone)
        assert tombstones.of_record(connection, "prospects", prospect) is None


def test_forgetting_what_is_gone_leaves_no_tombstone(office: Office) -> None:
    forget(office, RecordId(99))
    assert office.rows("SELECT 1 FROM tombstone") == []


def test_a_record_the_remote_never_had_is_remembered_too(office: Office) -> None:
    record = office.prospect(company="Local")
    forget(office, record)
    assert office.rows("SELECT rid FROM tombstone") == [(f"local-{record}",)]


def test_old_tombstones_go_but_the_newest_always_stay(office: Office, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tombstones, "ALWAYS_KEPT", 2)
    for number, days in enumerate((200, 150, 95, 91)):
        record = office.prospect(key=f"K{number}")
        with office.context.database.write() as connection:
            tombstones.forget(connection, "prospects", [record], "here", office.ago(days=days))
    with office.context.database.write() as connection:
        tombstones.prune(connection, office.context.now())
    assert office.rows("SELECT key FROM tombstone ORDER BY key") == [("K2",), ("K3",)]
    with office.context.database.write() as connection:
        monkeypatch.setattr(tombstones, "ALWAYS_KEPT", 0)
        tombstones.prune(connection, office.ago(days=1.5))
        assert [row[0] for row in sql.rows(connection, "SELECT key FROM tombstone")] == ["K3"]
        tombstones.prune(connection, office.context.now())
        assert sql.rows(connection, "SELECT key FROM tombstone") == []
        assert records.find_by_key(connection, "prospects", "K0") is None
