"""Finding and counting records, the field history, drafts, saved views and how sync stands, each by its function."""

import pytest

from journeydesk.domain.catalogue import BY_SLUG
from journeydesk.domain.draft import Draft
from journeydesk.domain.errors import Bug
from journeydesk.domain.ids import RecordId
from journeydesk.storage.engine import sql
from journeydesk.storage.engine.connection import Connection
from journeydesk.storage.engine.database import Database
from journeydesk.storage.lists import drafts, saved_views
from journeydesk.storage.records import history, lookup, records, tombstones
from journeydesk.storage.records.labels import record_label
from journeydesk.storage.records.records import Author
from journeydesk.storage.records.whole_table import stored_rows
from journeydesk.storage.sync import notes, status
from journeydesk.storage.sync.api_calls import last_checks, note_check
from tests.integration.storage.conftest import AT, AUTHOR

LATER = "2026-05-20T09:00:00.000Z"


def _prospect(connection: Connection, key: str, **values: str) -> RecordId:
    return records.insert(connection, "prospects", {"key": key, **values}, AUTHOR)


def _delete(connection: Connection, record: RecordId) -> None:
    records.set_deleted(connection, "prospects", record, True, AUTHOR)


def test_living_records_are_found_by_how_their_key_begins(database: Database) -> None:
    with database.write() as connection:
        exact, longer = _prospect(connection, "BETA-1"), _prospect(connection, "BETA-12")
        gone = _prospect(connection, "BETA-13")
        _prospect(connection, "BETA-2")
        _delete(connection, gone)
        assert lookup.find_by_key_prefix(connection, "prospects", "BETA-1") == [exact, longer]
        assert lookup.find_by_key_prefix(connection, "prospects", "BETA-12") == [longer]
        assert lookup.find_by_key_prefix(connection, "prospects", "beta") == []


def test_the_key_of_a_deleted_record_is_taken(database: Database) -> None:
    with database.write() as connection:
        _delete(connection, _prospect(connection, "BETA-1"))
        assert lookup.is_key_taken(connection, "prospects", "BETA-1")
        assert not lookup.is_key_taken(connection, "prospects", "BETA-2")


def test_counts_tell_living_from_all(database: Database) -> None:
    with database.write() as connection:
        kept = [_prospect(connection, f"BETA-{n}") for n in range(3)]
        gone = _prospect(connection, "GONE")
        _delete(connection, gone)
        assert lookup.count_living(connection, "prospects") == 3
        assert lookup.count_all(connection, "prospects") == 4
        assert lookup.living_records(connection, "prospects") == kept
        assert lookup.keys_of_all(connection, "prospects")[gone] == "GONE"


def test_a_field_is_empty_only_of_a_record_that_is_there(database: Database) -> None:
    with database.write() as connection:
        record = _prospect(connection, "BETA-1", company="Tarn")
        call = records.insert(connection, "interactions", {"key": "I1", "prospect": record, "date": AT, "type": "Call"}, AUTHOR)
        assert lookup.without_value(connection, "prospects", "phone", [record]) == {record}
        assert lookup.without_value(connection, "prospects", "company", [record]) == set()
        assert lookup.without_value(connection, "prospects", "phone", [RecordId(99)]) == set()
        assert lookup.prospect_of(connection, "interactions", call) == record
        assert lookup.prospect_of(connection, "interactions", RecordId(99)) is None


def test_a_word_that_is_no_table_never_reaches_the_database(database: Database) -> None:
    with database.read() as connection, pytest.raises(Bug, match="no table"):
        lookup.count_living(connection, "prospects; DROP TABLE prospects")


def test_a_remote_id_leads_to_the_name_and_key_of_its_own_table(database: Database) -> None:
    with database.write() as connection:
        named = _prospect(connection, "BETA-1", company="Tarn", contact_name="Iris")
        person = _prospect(connection, "BETA-2", contact_name="Iris")
        bare = _prospect(connection, "BETA-3")
        call = records.insert(connection, "interactions", {"key": "I1", "prospect": named, "date": AT, "type": "Call"}, AUTHOR)
        for slug, record, remote in (
            ("prospects", named, "rec1"),
            ("prospects", person, "rec2"),
            ("prospects", bare, "rec3"),
            ("interactions", call, "rec4"),
        ):
            sql.run(connection, "UPDATE sync_record SET rid = ? WHERE table_slug = ? AND lid = ?", (remote, slug, record))
        assert [lookup.name_of_remote(connection, "prospects", f"rec{n}") for n in (1, 2, 3)] == ["Tarn", "Iris", "BETA-3"]
        assert lookup.key_of_remote(connection, "prospects", "rec1") == "BETA-1"
        assert lookup.name_of_remote(connection, "interactions", "rec4") == "I1"
        assert lookup.name_of_remote(connection, "prospects", "rec4") is None
        assert lookup.key_of_remote(connection, "interactions", "rec1") is None


def test_the_history_tells_ours_from_what_sync_and_rules_wrote(database: Database) -> None:
    with database.write() as connection:
        record = _prospect(connection, "BETA-1")
        assert history.last_edit_here(connection, "prospects", record, None) is None
        assert history.last_source(connection, "prospects", record, "owner") is None
        for value, at, actor, source in (
            ("a", AT, "Amaia", "user"),
            ("b", LATER, "Airtable", "sync"),
            ("c", LATER, "rules", "rule"),
        ):
            records.update(connection, "prospects", record, {"owner": value}, Author(actor, at, source))
        records.update(connection, "prospects", record, {"phone": "1"}, Author("Tomasz", LATER, "sync"))
        assert history.last_edit_here(connection, "prospects", record, "phone") is None
        assert history.last_edit_here(connection, "prospects", record, "owner") == history.LastEdit("rules", LATER)
        assert history.last_edit_here(connection, "prospects", record, None) == history.LastEdit("rules", LATER)
        assert sorted(history.fields_synced_at(connection, "prospects", record, LATER)) == ["owner", "phone"]
        assert history.fields_synced_at(connection, "prospects", record, AT) == []
        assert history.last_source(connection, "prospects", record, "owner") == "rule"
        assert history.last_source(connection, "prospects", record, "phone") == "sync"


def test_only_others_than_rules_decide_a_field(database: Database) -> None:
    with database.write() as connection:
        record = _prospect(connection, "BETA-1")
        records.update(connection, "prospects", record, {"owner": "a"}, Author("rules", LATER, "rule"))
        assert not history.is_decided_since(connection, "prospects", record, "owner", AT)
        records.update(connection, "prospects", record, {"owner": "b"}, Author("Amaia", LATER))
        assert history.is_decided_since(connection, "prospects", record, "owner", AT)
        assert not history.is_decided_since(connection, "prospects", record, "owner", LATER)
        assert not history.is_decided_since(connection, "prospects", record, "phone", AT)


def test_a_value_was_brought_in_by_sync_or_import_alone(database: Database) -> None:
    with database.write() as connection:
        record = _prospect(connection, "BETA-1")

        def brought(value: str, since: str = AT) -> str | None:
            return history.brought_in_at(connection, "prospects", record, "deal_stage", value, since)

        records.update(connection, "prospects", record, {"deal_stage": "Übergabe"}, Author("Amaia", AT))
        assert brought("Übergabe") is None
        records.update(connection, "prospects", record, {"deal_stage": "Won"}, Author("Airtable", AT, "sync"))
        records.update(connection, "prospects", record, {"deal_stage": "Übergabe"}, Author("Amaia", LATER, "import"))
        assert brought("Won") == AT
        assert brought("Won", LATER) is None
        assert brought("Übergabe") == LATER


def test_the_history_knows_a_value_that_came_or_went(database: Database) -> None:
    with database.write() as connection:
        record = _prospect(connection, "BETA-1", owner="Ädel")
        assert not history.was_ever(connection, "prospects", record, "owner", "Ädel")
        records.update(connection, "prospects", record, {"owner": "Tomasz"}, AUTHOR)
        for value in ("Ädel", "Tomasz"):
            assert history.was_ever(connection, "prospects", record, "owner", value)
        assert not history.was_ever(connection, "prospects", record, "owner", "Amaia")
        assert not history.was_ever(connection, "prospects", record, "phone", "Tomasz")


def test_a_whole_table_has_its_fields_in_order_and_only_the_living(database: Database) -> None:
    spec = BY_SLUG["prospects"]
    place = [field.slug for field in spec.fields].index("company")
    with database.write() as connection:
        first, second, gone = (_prospect(connection, f"BETA-{n}", company=f"C{n}") for n in range(3))
        _delete(connection, gone)
        assert [row[place] for row in stored_rows(connection, spec)] == ["C0", "C1"]
        assert [row[place] for row in stored_rows(connection, spec, [second, gone])] == ["C1"]
        assert stored_rows(connection, spec, []) == []
        assert len(stored_rows(connection, spec, [first])[0]) == len(spec.fields)


def test_a_draft_is_kept_whole_replaced_and_forgotten_when_empty(database: Database) -> None:
    whole = Draft("Meeting", "Wants a pilot\nin two depots", "Reached", 25, "fri", "yesterday", True)
    with database.write() as connection:
        record = _prospect(connection, "BETA-1")
        assert drafts.draft_of(connection, record) == Draft()
        drafts.put_draft(connection, record, whole, AT)
        assert drafts.draft_of(connection, record) == whole
        drafts.put_draft(connection, record, Draft(text="Call back"), AT)
        assert drafts.draft_of(connection, record) == Draft(text="Call back")
        drafts.put_draft(connection, record, Draft(kind="Demo", text="  "), AT)
        assert drafts.draft_of(connection, record) == Draft()
        assert drafts.newest_drafts(connection, 5) == []


def test_the_newest_drafts_come_first_without_those_of_the_deleted(database: Database) -> None:
    with database.write() as connection:
        early, late, gone = (_prospect(connection, f"BETA-{n}", company=f"C{n}", owner="Amaia") for n in range(3))
        drafts.put_draft(connection, late, Draft(outcome="No answer"), LATER)
        drafts.put_draft(connection, early, Draft(text="begun"), AT)
        drafts.put_draft(connection, gone, Draft(text="begun"), LATER)
        _delete(connection, gone)
        rows = drafts.newest_drafts(connection, 5)
        assert [row.prospect for row in rows] == [late, early]
        assert rows[1] == drafts.DraftRow(early, "C0", None, "Amaia", "begun", "")
        assert [row.prospect for row in drafts.newest_drafts(connection, 1)] == [late]


def test_a_view_is_kept_in_its_place_and_put_again_under_its_id(database: Database) -> None:
    def view(identifier: int, name: str, place: int | None) -> saved_views.StoredView:
        return saved_views.StoredView(identifier, name, "{}", None, place)

    with database.write() as connection:
        for each in (view(7, "Later", 3), view(8, "First", 1), view(7, "Second", 2), view(-1, "Away", None)):
            saved_views.put_view(connection, each)
        kept = saved_views.saved_views(connection)
        assert kept == [view(-1, "Away", None), view(8, "First", 1), view(7, "Second", 2)]
        assert [each.is_put_away for each in kept] == [True, False, False]
        assert saved_views.view_named(connection, "second") == 7
        assert saved_views.next_view(connection) == (9, 3)


def test_a_refused_record_and_a_question_are_counted_each_by_itself(database: Database) -> None:
    with database.write() as connection:
        waiting, refused = _prospect(connection, "BETA-1"), _prospect(connection, "BETA-2")
        sql.run(connection, "UPDATE sync_record SET quarantine = '{}' WHERE lid = ?", (refused,))
        notes.add(connection, notes.DRIFT, "prospects", None, "A field is gone.", AT)
        notes.add(connection, notes.RETURNED, "prospects", waiting, "It is back.", AT)
        assert status.sync_counts(connection) == status.SyncCounts(waiting=1, conflicts=0, refused=1, questions=1)


def test_what_passes_wrote_down_is_read_by_name_and_nothing_else(database: Database) -> None:
    with database.write() as connection:
        sql.run_many(
            connection,
            "INSERT INTO meta (key, value) VALUES (?, ?)",
            [("last_success", AT), ("running", "1"), ("airtable_base", "app1")],
        )
        facts = status.pass_facts(connection)
    assert facts == status.PassFacts(last_success=AT, running="1")


def test_intents_and_how_far_each_table_was_read_are_told(database: Database) -> None:
    with database.write() as connection:
        sql.run(connection, "INSERT INTO sync_cursor (table_slug, watermark) VALUES ('prospects', ?)", (AT,))
        assert status.pull_marks(connection) == [status.PullMark("prospects", AT, None)]
        assert status.count_intents(connection) == 0


def test_the_last_checks_of_one_service_come_newest_first(database: Database) -> None:
    with database.write() as connection:
        note_check(connection, "Airtable", AT, True, "2 tables answer", 0.5)
        note_check(connection, "Airtable", LATER, False, "gone", 6.0)
        note_check(connection, "Stripe", LATER, True, "read", 0.1)
        assert [(check.at, bool(check.ok), check.text, check.seconds) for check in last_checks(connection, "Airtable", 4)] == [
            (LATER, False, "gone", 6.0),
            (AT, True, "2 tables answer", 0.5),
        ]
        assert len(last_checks(connection, "Airtable", 1)) == 1


def test_of_many_that_are_gone_each_is_found_at_once(database: Database) -> None:
    with database.write() as connection:
        gone = [_prospect(connection, f"BETA-{number}", company=f"Company {number}") for number in range(300)]
        tasks = [
            records.insert(connection, "tasks", {"key": f"T-{record}", "title": "Call", "prospect": record}, AUTHOR)
            for record in gone
        ]
        tombstones.forget(connection, "prospects", gone, "remote", AT)
    with database.read() as connection, sql.at_most(connection, 100_000):
        kept = [tombstones.of_record(connection, "prospects", record) for record in gone]
        by_key = [tombstones.of_keys(connection, "prospects", [f"BETA-{number}"]) for number in range(300)]
        labels = [record_label(connection, "tasks", task) for task in tasks]
    assert [tombstone.record for tombstone in kept if tombstone] == gone
    assert [found[f"BETA-{number}"].record for number, found in enumerate(by_key)] == gone
    assert [label.company for label in labels if label] == [f"Company {number} (deleted)" for number in range(300)]
