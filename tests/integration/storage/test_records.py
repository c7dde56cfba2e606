"""One way to write: the row, its history, its marks and what is derived from it change together."""

import json

import pytest

from journeydesk.domain.errors import Bug
from journeydesk.domain.ids import RecordId, RemoteId
from journeydesk.storage.engine import sql
from journeydesk.storage.engine.database import Database
from journeydesk.storage.records import records
from journeydesk.storage.records.pulled import PulledRow, insert_pulled
from journeydesk.storage.records.records import Author
from journeydesk.storage.sync import outbox, pending, status
from tests.integration.storage.conftest import AT, AUTHOR

BASE = {"key": "BETA-1", "company": "Mbali", "estimated_revenue": 12.5, "deal_probability": 0.25}


def _pulled(database: Database, number: int = 1, **values: object) -> RecordId:
    base = BASE | {"key": f"BETA-{number}"}
    stored: records.Row = {"key": f"BETA-{number}", "company": "Mbali", "estimated_revenue": 1250, "deal_probability": 0.25}
    with database.write() as connection:
        row = PulledRow(stored, RemoteId(f"rec{number}"), json.dumps(base))
        return insert_pulled(connection, "prospects", [row], AT)[0]


def _waiting(database: Database) -> int:
    with database.read() as connection:
        return pending.waiting_count(connection)


def test_an_update_writes_only_what_differs_with_its_history(database: Database) -> None:
    record = _pulled(database)
    with database.write() as connection:
        changes = records.update(connection, "prospects", record, {"company": "Tarn", "estimated_revenue": 1250}, AUTHOR)
        history = sql.rows(connection, "SELECT field, old, new, at, actor, source FROM field_history")
    assert [(change.field, change.old, change.new) for change in changes] == [("company", "Mbali", "Tarn")]
    assert [tuple(row) for row in history] == [("company", '"Mbali"', '"Tarn"', AT, "Amaia Etxarri", "user")]


def test_many_updates_at_once_are_the_same_as_one_by_one(database: Database) -> None:
    one, other = _pulled(database, 1), _pulled(database, 2)
    with database.write() as connection:
        edits: dict[RecordId, records.Row] = {
            one: {"company": "Łąkowisko", "owner": "Amaia"},
            other: {"company": "Mbali", "score": 3},
        }
        changes = records.update_many(connection, "prospects", edits, AUTHOR)
        found = [records.get(connection, "prospects", record) for record in (one, other)]
        again = records.update_many(connection, "prospects", edits, AUTHOR)
    assert {(change.record, change.field) for change in changes} == {(one, "company"), (one, "owner"), (other, "score")}
    assert [(row["company_sort"], row["owner"], row["score"]) for row in found if row] == [
        ("lakowisko", "Amaia", None),
        ("mbali", None, 3),
    ]
    assert again == []


def test_what_was_pulled_waits_for_nothing_until_it_is_edited(database: Database) -> None:
    record = _pulled(database)
    assert _waiting(database) == 0
    for company, waiting in (("Tarn", 1), ("Mbali", 0)):
        with database.write() as connection:
            records.update(connection, "prospects", record, {"company": company}, AUTHOR)
        assert _waiting(database) == waiting


def test_columns_of_this_computer_never_wait(database: Database) -> None:
    record = _pulled(database)
    with database.write() as connection:
        records.update(connection, "prospects", record, {"at_risk": 1, "mrr_minor": 500}, AUTHOR)
        interaction: records.Row = {"key": "I1", "prospect": record, "date": AT, "type": "Call", "outcome": "Reached"}
        records.insert(connection, "interactions", interaction, AUTHOR)
        sql.run(connection, "DELETE FROM sync_record WHERE table_slug = 'interactions'")
    assert _waiting(database) == 0


def test_what_waits_names_each_field_with_both_values(database: Database) -> None:
    record = _pulled(database)
    with database.write() as connection:
        records.update(connection, "prospects", record, {"estimated_revenue": 2000, "company": None}, AUTHOR)
    with database.read() as connection:
        changes = outbox.changes_of(connection, "prospects", record)
        assert [field.slug for field in outbox.fields_to_send(connection, "prospects", record)] == [
            "company",
            "estimated_revenue",
        ]
    assert {change.op for change in changes} == {"update"}
    assert [(change.field.name if change.field else "", change.before, change.now) for change in changes] == [
        ("Company", "Mbali", None),
        ("Estimated Revenue", 12.5, 20),
    ]


def test_a_new_record_waits_unless_deleted_before_it_was_sent(database: Database) -> None:
    with database.write() as connection:
        record = records.insert(connection, "prospects", {"key": "BETA-9", "company": "New"}, AUTHOR)
        assert [change.op for change in outbox.changes_of(connection, "prospects", record)] == ["create"]
        records.set_deleted(connection, "prospects", record, True, AUTHOR)
        assert outbox.changes_of(connection, "prospects", record) == []
        assert pending.waiting_count(connection) == 0
        assert records.set_deleted(connection, "prospects", record, True, AUTHOR) == []


def test_a_delete_of_a_sent_record_waits(database: Database) -> None:
    record = _pulled(database)
    with database.write() as connection:
        records.set_deleted(connection, "prospects", record, True, AUTHOR)
        assert [change.op for change in outbox.changes_of(connection, "prospects", record)] == ["delete"]
        records.set_deleted(connection, "prospects", record, False, AUTHOR)
        assert pending.waiting_count(connection) == 0


def test_a_field_that_the_base_lacks_does_not_wait(database: Database) -> None:
    record = _pulled(database)
    with database.write() as connection:
        sql.run(connection, "INSERT INTO schema_field (table_slug, field_slug, state) VALUES ('prospects', 'company', 'found')")
        records.update(connection, "prospects", record, {"ltv": 500}, AUTHOR)
        assert pending.waiting_count(connection) == 0


def test_a_record_with_a_conflict_is_counted_apart(database: Database) -> None:
    record = _pulled(database)
    with database.write() as connection:
        records.update(connection, "prospects", record, {"company": "Tarn"}, AUTHOR)
        sql.run(connection, "INSERT INTO conflict (table_slug, lid, field) VALUES ('prospects', ?, 'company')", (record,))
        sql.run(connection, "INSERT INTO conflict (table_slug, lid, field) VALUES ('prospects', ?, 'phone')", (record,))
        assert status.sync_counts(connection) == status.SyncCounts(waiting=0, conflicts=1, refused=0, questions=0)


def test_the_last_touch_follows_the_interactions(database: Database) -> None:
    record = _pulled(database)

    def touch() -> object:
        with database.read() as connection:
            row = records.get(connection, "prospects", record)
        return row and (row["last_touch_at"], row["last_touch_type"])

    early, late = "2026-05-01T00:00:00.000Z", "2026-05-02T00:00:00.000Z"
    with database.write() as connection:
        for key, kind, at in (("I1", "Call", late), ("I2", "Email", early)):
            last = records.insert(
                connection, "interactions", {"key": key, "prospect": record, "date": at, "type": kind}, AUTHOR
            )
    assert touch() == (late, "Call")
    with database.write() as connection:
        records.update(connection, "interactions", last, {"date": AT}, AUTHOR)
    assert touch() == (AT, "Email")
    with database.write() as connection:
        records.set_deleted(connection, "interactions", last, True, AUTHOR)
    assert touch() == (late, "Call")


def test_a_record_is_found_by_its_key_while_it_lives(database: Database) -> None:
    record = _pulled(database)
    with database.write() as connection:
        assert records.find_by_key(connection, "prospects", "BETA-1") == record
        assert records.key_of(connection, "prospects", record) == "BETA-1"
        records.set_deleted(connection, "prospects", record, True, AUTHOR)
        assert records.find_by_key(connection, "prospects", "BETA-1") is None


def test_ids_are_never_used_again(database: Database) -> None:
    record = _pulled(database)
    with database.write() as connection:
        sql.run(connection, "DELETE FROM prospects")
        again = records.insert(connection, "prospects", {"key": "BETA-1"}, AUTHOR)
    assert again > record


def test_what_cannot_be_is_a_bug(database: Database) -> None:
    record = _pulled(database)
    with database.write() as connection:
        with pytest.raises(Bug, match="no column"):
            records.insert(connection, "prospects", {"key": "BETA-2", "nickname": "x"}, AUTHOR)
        with pytest.raises(Bug, match="needs a key"):
            records.insert(connection, "prospects", {"company": "x"}, AUTHOR)
        with pytest.raises(Bug, match="no record 999"):
            records.update(connection, "prospects", RecordId(999), {"company": "x"}, AUTHOR)
        with pytest.raises(Bug, match="no table"):
            records.get(connection, "prospects; DROP TABLE prospects", record)


def test_refused_and_conflicting_records_do_not_wait(database: Database) -> None:
    waiting, refused, both, conflicting, sent = (_pulled(database, number) for number in range(1, 6))
    with database.write() as connection:
        for record in (waiting, refused, both, conflicting):
            records.update(connection, "prospects", record, {"company": "Sent on"}, AUTHOR)
        for record in (refused, both):
            sql.run(
                connection, "UPDATE sync_record SET quarantine = 'no' WHERE table_slug = 'prospects' AND lid = ?", (record,)
            )
        for record in (both, conflicting, sent):
            for field in ("company", "owner"):
                place = ("prospects", record, field)
                sql.run(connection, "INSERT INTO conflict (table_slug, lid, field) VALUES (?, ?, ?)", place)
        assert pending.waiting_count(connection) == 1


def test_an_event_that_stays_here_does_not_wait(database: Database) -> None:
    record = _pulled(database)
    with database.write() as connection:
        values: records.Row = {"key": "E1", "prospect": record, "event": "page_viewed", "occurred_at": AT, "shared": 0}
        records.insert(connection, "events", values, Author("website", AT, "receiver"))
        assert pending.waiting_count(connection) == 0


def test_examining_finds_a_stale_search_index_and_mending_rebuilds_it(database: Database) -> None:
    from journeydesk.storage.upkeep import integrity

    _pulled(database)
    with database.write() as connection:
        sql.run(connection, "DELETE FROM prospect_search")
        sql.run(connection, "INSERT INTO board_count (journey, stage, owner, count) VALUES ('Deal', 1, '', 3)")
    assert [problem.repairable for problem in integrity.examine(database, thorough=True).problems] == [True, True]
    integrity.rebuild_derived(database)
    found = integrity.examine(database, thorough=True)
    assert found.problems == ()
    assert (found.encrypted, found.shape > 0, found.size > 0) == (True, True, True)
    with database.read() as connection:
        assert sql.scalars(connection, "SELECT rowid FROM prospect_search('mbali')") == [1]
