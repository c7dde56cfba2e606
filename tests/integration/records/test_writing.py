"""How records are written: one by one and in bulk alike, with history, search index and what waits."""

import json

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from journeydesk.domain.catalogue import BY_SLUG, PROSPECTS
from journeydesk.domain.errors import Bug
from journeydesk.domain.ids import RecordId, RemoteId
from journeydesk.domain.values import Stored, Wire
from journeydesk.storage.engine import sql
from journeydesk.storage.records import bulk, history, labels, lookup, matching, records, unresolved_links, unsent_fields
from journeydesk.storage.records.pulled import PulledRow, insert_pulled, set_extra
from journeydesk.storage.records.records import Author
from journeydesk.storage.records.search import search_notes, search_prospects
from journeydesk.storage.records.whole_table import stored_rows
from tests.integration.office import Office

_NAMES = st.sampled_from([None, "Quillon", "Łąkowisko Meble", "mbali"])
_ROWS = st.lists(st.tuples(_NAMES, _NAMES, st.sampled_from([None, "Depots", "rail"])), min_size=1, max_size=6)


def _state(office: Office) -> list[object]:
    """What a person or a remote could see of prospects."""
    columns = ", ".join(field.slug for field in PROSPECTS.fields if field.slug != "key")
    return [
        office.rows(f"SELECT {columns}, company_sort, contact_sort, deleted FROM prospects ORDER BY lid"),
        office.rows("SELECT touched FROM sync_record WHERE table_slug = 'prospects' ORDER BY lid"),
        *(
            [len(row) for row in (office.rows("SELECT rowid FROM prospect_search WHERE prospect_search MATCH ?", word),)]
            for word in ("quillon", "lakowisko", "mbali", "depots", "rail")
        ),
    ]


@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
@given(rows=_ROWS)
def test_records_in_bulk_are_those_written_one_by_one(office: Office, rows: list[tuple[str | None, ...]]) -> None:
    author = office.context.author()
    wanted: list[dict[str, Stored]] = [
        {"key": f"K{number}", "company": company, "contact_name": contact, "notes": notes}
        for number, (company, contact, notes) in enumerate(rows)
    ]

    def clear() -> None:
        with office.context.database.write() as connection:
            for table in ("prospects", "sync_record", "prospect_search", "field_history"):
                sql.run(connection, f"DELETE FROM {table}")

    clear()
    with office.context.database.write() as connection:
        for row in wanted:
            records.insert(connection, "prospects", row, author)
    one_by_one = _state(office)
    clear()
    with office.context.database.write() as connection:
        ids = bulk.insert_many(connection, "prospects", wanted, author)
        assert ids == [RecordId(row[0]) for row in sql.rows(connection, "SELECT lid FROM prospects ORDER BY lid")]
    assert _state(office) == one_by_one
    with office.context.database.write() as connection:
        changes = bulk.set_deleted_many(connection, "prospects", ids, True, author)
        assert [(change.record, change.old, change.new) for change in changes] == [(each, 0, 1) for each in ids]
        assert bulk.set_deleted_many(connection, "prospects", ids, True, author) == []
    assert office.rows("SELECT rowid FROM prospect_search") == []
    with office.context.database.write() as connection:
        bulk.set_deleted_many(connection, "prospects", ids, False, author)
    assert _state(office)[0] == one_by_one[0]


@pytest.mark.parametrize("count", [499, 500, 501, 1200])
def test_a_bulk_delete_of_any_size_deletes_all(office: Office, count: int) -> None:
    with office.context.database.write() as connection:
        rows: list[dict[str, Stored]] = [{"key": f"K{number}"} for number in range(count)]
        ids = bulk.insert_many(connection, "prospects", rows, office.context.author())
        assert len(bulk.set_deleted_many(connection, "prospects", ids, True, office.context.author())) == count
    assert office.rows("SELECT count(*) FROM prospects WHERE deleted = 1") == [(count,)]


def test_a_record_without_a_key_is_a_bug(office: Office) -> None:
    with office.context.database.write() as connection:
        for rows in ([{"company": "A"}], [{"key": "K", "company": "A"}, {"key": "", "company": "B"}]):
            with pytest.raises(Bug, match="needs a key before it is stored"):
                bulk.insert_many(connection, "prospects", rows, office.context.author())
        with pytest.raises(Bug, match="needs a key"):
            records.insert(connection, "prospects", {"company": "A"}, office.context.author())
        assert bulk.insert_many(connection, "prospects", [], office.context.author()) == []


@pytest.mark.parametrize("slug", ["nothing", "meta", "prospects; DROP TABLE prospects"])
def test_a_table_that_is_none_never_reaches_sql(office: Office, slug: str) -> None:
    with office.context.database.read() as connection, pytest.raises(Bug, match="there is no table"):
        records.get(connection, slug, RecordId(1))


def test_a_column_that_is_none_is_a_bug(office: Office) -> None:
    prospect = office.prospect()
    with office.context.database.write() as connection, pytest.raises(Bug, match="has no column height"):
        records.update(connection, "prospects", prospect, {"height": 1}, office.context.author())


def test_many_edits_keep_a_history_line_for_each_field(office: Office) -> None:
    first, second = office.prospect(company="A"), office.prospect(company="B")
    edits: dict[RecordId, dict[str, Stored]] = {first: {"company": "A", "phone": "1"}, second: {"company": "C", "phone": "2"}}
    with office.context.database.write() as connection:
        changes = records.update_many(connection, "prospects", edits, office.context.author())
    assert [(c.record, c.field, c.old, c.new) for c in changes] == [
        (first, "phone", None, "1"), (second, "company", "B", "C"), (second, "phone", None, "2"),
    ]  # fmt: skip
    assert len(office.rows("SELECT 1 FROM field_history WHERE table_slug = 'prospects'")) == 3
    with office.context.database.write() as connection, pytest.raises(Bug, match="no record 99 to update"):
        records.update(connection, "prospects", RecordId(99), {"phone": "1"}, office.context.author())


def test_pulled_records_wait_for_nothing_and_keep_their_age(office: Office) -> None:
    with office.context.database.write() as connection:
        ids = insert_pulled(
            connection,
            "prospects",
            [
                PulledRow({"key": "K1", "company": "Łąka"}, RemoteId("rec1"), "{}", '{"x": 1}', office.ago(days=9)),
                PulledRow({"key": "K2"}, RemoteId("rec2"), "{}"),
            ],
            office.ago(),
        )
        assert insert_pulled(connection, "prospects", [], office.ago()) == []
        set_extra(connection, "prospects", ids[1], '{"y": 2}')
    rows = office.rows("SELECT key, company_sort, extra, created_at FROM prospects ORDER BY lid")
    assert rows == [("K1", "laka", '{"x": 1}', office.ago(days=9)), ("K2", None, '{"y": 2}', office.ago())]
    assert office.waiting() == set()
    assert office.rows("SELECT 1 FROM field_history") == []


def test_the_last_touch_follows_whoever_a_log_belongs_to(office: Office) -> None:
    first, second = office.prospect(), office.prospect()
    call = office.add("interactions", prospect=first, type="Call", date=office.ago())
    with office.context.database.write() as connection:
        records.update(connection, "interactions", call, {"prospect": second}, office.context.author())
    assert office.values("prospects", first)["last_touch_at"] is None
    assert office.values("prospects", second)["last_touch_at"] == office.ago()


def test_the_history_knows_who_wrote_last_and_from_where(office: Office) -> None:
    prospect = office.prospect(phone="0")
    writes = (("user", "Amaia", "1", 3), ("sync", "Tomasz", "2", 2), ("rule", "Journeydesk", "3", 1))
    with office.context.database.write() as connection:
        assert history.last_source(connection, "prospects", prospect, "phone") is None
        for source, actor, phone, hours in writes:
            author = Author(actor, office.ago(hours=hours), source)
            records.update(connection, "prospects", prospect, {"phone": phone}, author)
            assert history.last_source(connection, "prospects", prospect, "phone") == source
        edit = history.last_edit_here(connection, "prospects", prospect, "phone")
        assert edit == history.LastEdit("Journeydesk", office.ago(hours=1))
        assert history.last_edit_here(connection, "prospects", prospect, "company") is None
        assert history.last_edit_here(connection, "prospects", prospect, None) == edit
        assert history.fields_synced_at(connection, "prospects", prospect, office.ago(hours=2)) == ["phone"]
        assert history.fields_synced_at(connection, "prospects", prospect, office.ago(hours=1)) == []
        decided = history.is_decided_since
        assert decided(connection, "prospects", prospect, "phone", office.ago(hours=2.5))
        assert not decided(connection, "prospects", prospect, "phone", office.ago(hours=2))
        brought = history.brought_in_at
        assert brought(connection, "prospects", prospect, "phone", "2", office.ago(hours=2)) == office.ago(hours=2)
        assert brought(connection, "prospects", prospect, "phone", "2", office.ago(hours=1)) is None
        assert brought(connection, "prospects", prospect, "phone", "1", office.ago(hours=9)) is None
        for value, known in (("0", True), ("2", True), ("9", False), (None, False)):
            assert history.was_ever(connection, "prospects", prospect, "phone", value) is known


def test_labels_name_a_record_by_its_prospect(office: Office) -> None:
    prospect = office.prospect(key="BETA-1", company=None, contact_name="Ida", owner="Amaia", stripe_customer="cus_1")
    call = office.add("interactions", key="I1", prospect=prospect, type="Call")
    setting = office.add("settings", key="S1", value="1")
    with office.context.database.write() as connection:
        living = labels.living_prospect(connection, prospect)
        assert living is not None
        assert (living.name, living.owner, living.stripe_customer) == ("Ida", "Amaia", "cus_1")
        of_call = labels.record_label(connection, "interactions", call)
        assert of_call == labels.RecordLabel("I1", prospect, None, "Ida", "Call", 0)  # type: ignore[arg-type]
        of_setting = labels.record_label(connection, "settings", setting)
        assert of_setting is not None
        assert (of_setting.key, of_setting.prospect, of_setting.company) == ("S1", None, None)
        records.set_deleted(connection, "prospects", prospect, True, office.context.author())
        assert labels.living_prospect(connection, prospect) is None
        deleted = labels.record_label(connection, "prospects", prospect)
        assert deleted is not None
        assert (deleted.deleted, deleted.prospect) == (1, prospect)
        assert labels.prospect_label(connection, prospect) == living
        for slug in BY_SLUG:
            assert labels.record_label(connection, slug, RecordId(99)) is None


def test_records_are_looked_up_by_what_people_call_them(office: Office) -> None:
    first = office.prospect(key="BETA-1", email="ida@x.example", phone="1", company="Łąka")
    second = office.prospect(key="BETA-12", email="ida@x.example")
    gone = office.prospect(key="BETA-2", email="ida@x.example")
    office.delete(gone)
    with office.context.database.read() as connection:
        assert lookup.find_by_key_prefix(connection, "prospects", "BETA-1") == [first, second]
        assert lookup.find_by_key_prefix(connection, "prospects", "BETA-2") == []
        assert lookup.is_key_taken(connection, "prospects", "BETA-2")
        assert not lookup.is_key_taken(connection, "prospects", "BETA-3")
        assert lookup.keys_of_all(connection, "prospects") == {first: "BETA-1", second: "BETA-12", gone: "BETA-2"}
        assert lookup.living_records(connection, "prospects") == [first, second]
        assert lookup.count_living(connection, "prospects") == 2
        everybody = [first, second, RecordId(99)]
        assert lookup.without_value(connection, "prospects", "phone", everybody) == {second}
        known = list(matching.known_records(connection, "prospects"))
        assert known[0] == matching.Known(first, "BETA-1", "ida@x.example", "1", "laka", "")
        assert [each.key for each in known] == ["BETA-1", "BETA-12"]
        assert list(matching.values_of(connection, "prospects", "phone")) == [(first, "1")]


def test_links_of_unknown_targets_are_set_once_those_come(office: Office) -> None:
    call = office.add("interactions", prospect=None, type="Call")
    with office.context.database.write() as connection:
        unresolved_links.note(connection, [("interactions", call, "prospect", "recA")])
        unresolved_links.note(connection, [("interactions", call, "prospect", "recB")])
        assert unresolved_links.now_known(connection) == []
    target = office.pulled(remote="recB")
    office.pulled(remote="recA")
    with office.context.database.write() as connection:
        assert unresolved_links.now_known(connection) == [("interactions", call, "prospect", target)]
        unresolved_links.drop(connection, [("interactions", call, "prospect")])
        assert unresolved_links.now_known(connection) == []


def test_a_value_is_sent_three_times_at_most_unless_edited(office: Office) -> None:
    prospect = office.pulled(phone="1")
    with office.context.database.write() as connection:
        for times in range(unsent_fields.REPEATS):
            assert unsent_fields.sent_too_often(connection, "prospects", {prospect: {"phone": "2"}}) == {}, times
            sent: dict[str, Wire] = {"phone": "2", "notes": "x"} if times else {"phone": "2"}
            unsent_fields.count_pushes(connection, "prospects", {prospect: sent})
        assert unsent_fields.sent_too_often(connection, "prospects", {prospect: {"phone": "2", "notes": "x"}}) == {
            prospect: {"phone"}
        }
        assert unsent_fields.sent_too_often(connection, "prospects", {prospect: {"phone": "3"}}) == {}
        assert unsent_fields.was_sent(connection, "prospects", prospect, "phone", "2")
        assert not unsent_fields.was_sent(connection, "prospects", prospect, "phone", "3")
        unsent_fields.forget_pushes(connection, "prospects", [prospect])
        assert unsent_fields.sent_too_often(connection, "prospects", {prospect: {"phone": "2"}}) == {}


def test_only_the_last_six_values_of_a_field_are_remembered(office: Office) -> None:
    prospect = office.pulled(phone="1")
    with office.context.database.write() as connection:
        for number in range(7):
            unsent_fields.count_pushes(connection, "prospects", {prospect: {"phone": str(number)}})
        sent = [unsent_fields.was_sent(connection, "prospects", prospect, "phone", str(number)) for number in range(7)]
    assert sent == [False, *[True] * 6]


def test_rejections_are_kept_by_value_and_cleared_one_or_all(office: Office) -> None:
    prospect = office.pulled(phone="1")
    with office.context.database.write() as connection:
        unsent_fields.reject(connection, "prospects", prospect, {"phone": ("2", "No")})
        unsent_fields.reject(connection, "prospects", prospect, {"notes": ("x", "Too long")})
        assert sorted(unsent_fields.rejected_fields(connection, "prospects", prospect)) == ["notes", "phone"]
        stored = sql.scalar(connection, "SELECT quarantine FROM sync_record WHERE lid = ?", (prospect,))
        kept = unsent_fields.unsent_fields_of(stored, json.dumps(["website"]))
        assert [kept.keeps(*pair) for pair in (("phone", "2"), ("phone", "3"), ("website", "w"), ("company", "c"))] == [
            True, False, True, False,
        ]  # fmt: skip
        unsent_fields.clear_rejections(connection, "prospects", {prospect: ["phone"]})
        assert unsent_fields.rejected_fields(connection, "prospects", prospect) == ["notes"]
        assert unsent_fields.clear_all_rejections(connection) == 1
        assert unsent_fields.clear_all_rejections(connection) == 0
        assert unsent_fields.rejected_fields(connection, "prospects", prospect) == []


def test_a_table_is_written_whole_or_in_part_without_the_deleted(office: Office) -> None:
    ids = [office.prospect(key=f"K{number}") for number in range(3)]
    office.delete(ids[1])
    with office.context.database.read() as connection:
        assert [row[0] for row in stored_rows(connection, PROSPECTS)] == ["K0", "K2"]
        assert [row[0] for row in stored_rows(connection, PROSPECTS, [ids[2], ids[1]])] == ["K2"]
        assert stored_rows(connection, PROSPECTS, []) == []


def test_a_company_that_begins_so_is_found_before_one_that_holds_it(office: Office) -> None:
    holds = office.prospect(company="Great Rail", score=50)
    begins = office.prospect(company="Rail Works", score=1)
    person = office.prospect(company="Quillon", contact_name="Ida Rail", score=40)
    noted = office.prospect(company="Mbali", notes="asked about rail", score=30)
    office.delete(office.prospect(company="Rail Gone"))
    with office.context.database.read() as connection:
        order = [row.id for row in search_prospects(connection, "rail", 9)]
        assert order == [begins, holds, person, noted]
        assert [row.id for row in search_prospects(connection, "RAIL", 2)] == [begins, holds]
        assert search_prospects(connection, "  ", 9) == []
        assert search_prospects(connection, "--", 9) == []


def test_notes_are_found_newest_first(office: Office) -> None:
    prospect = office.prospect(company="Quillon")
    older = office.add("interactions", prospect=prospect, summary="Depots in Łódź", date=office.ago(days=2))
    newer = office.add("interactions", prospect=prospect, next_steps="Show depots", date=office.ago(days=1))
    office.delete(office.add("interactions", prospect=prospect, summary="Depots", date=office.ago()), "interactions")
    with office.context.database.read() as connection:
        assert [row.id for row in search_notes(connection, "depot", 9)] == [newer, older]
        assert [row.id for row in search_notes(connection, "lodz", 9)] == [older]
        assert [row.id for row in search_notes(connection, "depot", 1)] == [newer]
        assert search_notes(connection, "", 9) == []
