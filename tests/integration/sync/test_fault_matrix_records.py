"""The fault matrix of sync, rows 18–34 and 41–50, 55, 56: records, schemas, people, restarts."""

import shutil
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest

from journeydesk.domain.catalogue import PROSPECTS, FieldSpec
from journeydesk.domain.errors import ValueRefused
from journeydesk.domain.ids import RemoteId
from journeydesk.domain.values import parse_text
from journeydesk.services.commands.conflicts import resolve
from journeydesk.services.commands.prospects import create_prospect, delete_prospects, edit, log_interaction
from journeydesk.services.commands.undoing import undo
from journeydesk.services.queries.conflicts import conflicts_as_json, open_conflicts
from journeydesk.services.queries.outbox import pending_rows
from journeydesk.storage import sync_notes, sync_state
from journeydesk.storage.database import FILE_NAME
from journeydesk.sync.feed import stored_feed
from journeydesk.sync.ports import RemoteUnreachable
from journeydesk.sync.work import Work
from tests.integration.sync.base import Base, Killed, based, control


@pytest.fixture
def base(tmp_path: Path) -> Iterator[Base]:
    with based(tmp_path / "w") as made:
        yield made


@pytest.fixture
def held(base: Base) -> Base:
    """One field of the first prospect was changed on both sides, and a text as well."""
    record, remote = base.one()
    edit(base.context, record, {"phone": "mine", "notes": "my line"})
    base.theirs(remote, phone="theirs", notes="their line")
    assert base.sync().conflicts == 2
    return base


def _question(base: Base, field: str) -> int:
    return next(row.id for row in open_conflicts(base.context) if row.field_slug == field)


@pytest.mark.parametrize(("choice", "stands"), [("mine", "mine"), ("theirs", "theirs")])
def test_row_18_an_answered_conflict_stands_on_both_sides_and_the_other_value_in_the_history(
    held: Base, choice: str, stands: str
) -> None:
    record, remote = held.one()
    resolve(held.context, _question(held, "phone"), choice)
    held.sync()
    assert (held.field(record, "phone"), held.seen(remote, "phone")) == (stands, stands)
    assert [row["field"] for row in conflicts_as_json(held.context)] == ["Notes"]


def test_row_18_both_keeps_the_two_texts_in_one(held: Base) -> None:
    record, remote = held.one()
    resolve(held.context, _question(held, "notes"), "both")
    held.sync()
    assert held.seen(remote, "notes") == held.field(record, "notes") == "my line\ntheir line"


def test_row_18_an_answer_may_be_a_third_value(held: Base) -> None:
    record, remote = held.one()
    resolve(held.context, _question(held, "phone"), "edit", "a third")
    held.sync()
    assert (held.field(record, "phone"), held.seen(remote, "phone")) == ("a third", "a third")


def test_row_18_numbers_and_dates_are_never_kept_both(base: Base) -> None:
    record, remote = base.one()
    edit(base.context, record, {"next_follow_up": "2026-06-01"})
    base.theirs(remote, next_follow_up="2026-06-02")
    base.sync()
    with pytest.raises(ValueRefused, match="mine or theirs"):
        resolve(base.context, _question(base, "next_follow_up"), "both")
    assert len(base.questions()) == 1


def test_row_18_an_answer_that_was_not_sent_yet_can_be_taken_back(held: Base) -> None:
    record, remote = held.one()
    resolve(held.context, _question(held, "phone"), "theirs")
    undo(held.context)
    assert held.field(record, "phone") == "mine"
    held.sync()
    assert held.seen(remote, "phone") == "theirs"
    assert {one.field for one in held.questions()} == {"phone", "notes"}


def test_row_18_an_answer_that_was_sent_is_taken_back_as_a_question(held: Base) -> None:
    record, remote = held.one()
    resolve(held.context, _question(held, "phone"), "mine")
    held.sync()
    assert held.seen(remote, "phone") == "mine"
    undo(held.context)
    (again,) = [one for one in held.questions() if one.field == "phone"]
    assert (again.kind, again.mine, again.theirs) == ("undo", "theirs", "mine")
    resolve(held.context, again.id, "mine")
    held.sync()
    assert (held.field(record, "phone"), held.seen(remote, "phone")) == ("theirs", "theirs")


def test_row_18_while_a_field_is_held_a_newer_value_of_theirs_is_shown(held: Base) -> None:
    _, remote = held.one()
    held.theirs(remote, phone="theirs, newer")
    held.sync()
    (row,) = [row for row in open_conflicts(held.context) if row.field_slug == "phone"]
    assert (row.mine, row.theirs, row.theirs_by) == ("mine", "theirs, newer", "Tomasz Wilk")


def test_row_19_a_link_that_names_several_there_keeps_them_all_when_another_field_is_edited_here(base: Base) -> None:
    prospect, remote = base.one()
    _, other = base.one(1)
    call = log_interaction(base.context, prospect, "Call", "Hello")
    base.sync()
    table = base.maps()["interactions"]
    key = base.field(call, "key", "interactions")
    (found,) = base.remote.find(table.table_id, str(table.key_field), [key], list(table.fields.values()))
    both = [remote, other]
    update = {"id": found.id, "fields": {table.fields["prospect"]: both}}
    control(base.box, "edits", {"table": table.table_id, "update": [update]})
    base.sync()
    with base.context.database.write() as connection:
        from journeydesk.storage.records import update as write

        write(connection, "interactions", call, {"summary": "Hello again"}, base.context.author())
    base.sync()
    (found,) = base.remote.find(table.table_id, str(table.key_field), [key], list(table.fields.values()))
    assert set(found.fields[table.fields["prospect"]]) == set(both)  # type: ignore[call-overload]
    assert found.fields[table.fields["summary"]] == "Hello again"


@pytest.mark.parametrize(("choice", "there"), [("mine", 1), ("theirs", 0)])
def test_row_20_edited_here_and_deleted_there_is_asked(base: Base, choice: str, there: int) -> None:
    record, remote = base.one()
    key = base.field(record, "key")
    edit(base.context, record, {"phone": "kept"})
    base.delete_there(remote)
    base.sync()
    (question,) = base.questions()
    assert question.kind == "gone"
    assert base.field(record, "phone") == "kept"
    resolve(base.context, question.id, choice)
    base.sync()
    assert len(base.there(key)) == there
    assert base.questions() == []
    assert base.waiting() == 0


def test_row_20_deleted_here_and_edited_there_comes_back_with_their_edit(base: Base) -> None:
    record, remote = base.one()
    delete_prospects(base.context, [record])
    base.theirs(remote, phone="their edit")
    base.sync()
    assert (base.field(record, "phone"), base.field(record, "deleted")) == ("their edit", 0)
    assert base.notes(sync_notes.RETURNED)


def test_row_21_deleted_on_both_sides_is_simply_gone(base: Base) -> None:
    record, remote = base.one()
    delete_prospects(base.context, [record])
    base.delete_there(remote)
    outcome = base.sync()
    assert (outcome.pending, outcome.conflicts, base.field(record, "key")) == (0, 0, None)


def test_row_21_a_delete_that_was_sent_can_be_taken_back_and_its_calls_are_linked_again(base: Base) -> None:
    prospect = create_prospect(base.context, {"company": "Tarn & Tallow"})
    call = log_interaction(base.context, prospect, "Call", "Hello")
    base.sync()
    key = base.field(prospect, "key")
    delete_prospects(base.context, [prospect])
    base.sync()
    assert base.there(key) == []
    undo(base.context)
    base.sync()
    (found,) = base.there(key)
    assert base.field(prospect, "company") == "Tarn & Tallow"
    table = base.maps()["interactions"]
    (there,) = base.remote.find(
        table.table_id, str(table.key_field), [base.field(call, "key", "interactions")], list(table.fields.values())
    )
    assert there.fields[table.fields["prospect"]] == [found.id]


def test_row_22_a_record_that_was_duplicated_there_is_a_row_of_its_own_and_flagged(base: Base) -> None:
    record, remote = base.one()
    key = base.field(record, "key")
    copy = base.create_there(key=key, company="The copy")
    base.sync()
    with base.context.database.read() as connection:
        known = sync_state.all_remote_ids(connection, "prospects")
    assert known[copy] != known[remote]
    (told,) = base.notes(sync_notes.DUPLICATE)
    assert key in told
    edit(base.context, record, {"phone": "only the first"})
    base.sync()
    assert (base.seen(remote, "phone"), base.seen(copy, "phone")) == ("only the first", None)


def test_row_23_a_key_that_is_cleared_there_stays_here_and_the_record_goes_on_syncing(base: Base) -> None:
    record, remote = base.one()
    key = base.field(record, "key")
    base.theirs(remote, key=None)
    base.sync()
    assert base.field(record, "key") == key
    edit(base.context, record, {"phone": "still ours"})
    base.sync()
    assert base.seen(remote, "phone") == "still ours"
    assert base.seen(remote, "key") in (None, key)


def test_row_23_without_the_key_field_edits_go_and_new_records_wait(base: Base) -> None:
    record, remote = base.one()
    table = base.box.workspace.bases[base.box.base_id].tables[base.map.table_id]
    # Only a second field can be removed from a table, so another one is made the first.
    table.fields = dict(sorted(table.fields.items(), key=lambda item: item[0] == base.map.key_field))
    base.schema_there(field=base.map.key_field, remove=True)
    edit(base.context, record, {"phone": "an edit"})
    create_prospect(base.context, {"company": "Waits"})
    base.sync()
    assert base.seen(remote, "phone") == "an edit"
    assert base.waiting() > 0
    assert any("New records of Beta Applications wait" in text for text in base.notes(sync_notes.DRIFT))


def test_row_24_a_value_that_the_service_writes_otherwise_is_taken_once_and_not_sent_again(base: Base) -> None:
    record, remote = base.one()
    edit(base.context, record, {"website": "https://x.example"})
    base.sync()
    base.theirs(remote, website="https://x.example/")
    base.sync()
    assert base.field(record, "website") == "https://x.example/"
    assert base.sync().pushed == 0


def test_row_25_a_renamed_field_table_or_option_changes_nothing(base: Base) -> None:
    record, remote = base.one()
    edit(base.context, record, {"status": "Reviewing", "phone": "1"})
    base.sync()
    base.schema_there(field=base.map.fields["phone"], rename="Telephone")
    base.schema_there(field=base.map.fields["status"], rename_choice=["Reviewing", "In review"])
    base.schema_there(rename_table="Applications")
    edit(base.context, record, {"phone": "2"})
    outcome = base.sync()
    assert (outcome.problems, base.seen(remote, "phone"), base.field(record, "status")) == ((), "2", "Reviewing")
    edit(base.context, record, {"status": "New"})
    base.sync()
    edit(base.context, record, {"status": "Reviewing"})
    base.sync()
    assert base.seen(remote, "status") == "In review"


DRIFT: dict[str, dict[str, object]] = {
    "removed": {"remove": True},
    "retyped": {"retype": "number", "options": {"precision": 0}},
    "computed": {"retype": "formula", "options": {"isValid": True, "result": {"type": "singleLineText"}}},
}


@pytest.mark.parametrize("change", DRIFT)
def test_row_25_a_field_that_is_removed_or_retyped_is_paused_and_told_and_all_others_flow(base: Base, change: str) -> None:
    record, remote = base.one()
    phone = base.field(record, "phone")
    base.schema_there(field=base.map.fields["phone"], **DRIFT[change])
    edit(base.context, record, {"phone": "typed meanwhile", "job_title": "flows"})
    outcome = base.sync()
    assert base.seen(remote, "job_title") == "flows"
    assert base.field(record, "phone") == "typed meanwhile"
    assert phone
    (told,) = base.notes(sync_notes.DRIFT)
    assert "Phone" in told
    assert told in outcome.problems
    assert base.count("SELECT count(*) FROM prospects WHERE phone IS NOT NULL") > 20


def test_row_25_without_a_feed_a_removed_field_is_noticed_because_it_is_asked_for(tmp_path: Path) -> None:
    with based(tmp_path / "w", feed=False) as base:
        before = base.count("SELECT count(*) FROM prospects WHERE phone IS NOT NULL")
        base.schema_there(field=base.map.fields["phone"], remove=True)
        base.walk_due()
        base.sync()
        assert base.count("SELECT count(*) FROM prospects WHERE phone IS NOT NULL") == before
        assert base.notes(sync_notes.DRIFT)


def test_row_25_a_table_that_is_gone_is_paused_and_every_other_flows(base: Base) -> None:
    record, remote = base.one()
    calls = base.maps()["interactions"]
    before = base.count("SELECT count(*) FROM interactions")
    control(base.box, "schema", {"table": calls.table_id, "remove_table": True})
    edit(base.context, record, {"phone": "flows"})
    base.sync()
    assert base.seen(remote, "phone") == "flows"
    assert base.count("SELECT count(*) FROM interactions WHERE deleted = 0") == before
    assert any("Customer Interactions is no longer in the base" in text for text in base.notes(sync_notes.DRIFT))


def test_row_26_an_option_that_was_removed_sets_only_its_cell_aside(base: Base) -> None:
    record, remote = base.one()
    edit(base.context, record, {"industry": "Research", "phone": "flows"})
    base.schema_there(field=base.map.fields["industry"], remove_choice="Research")
    base.sync()
    assert base.seen(remote, "phone") == "flows"
    (row,) = pending_rows(base.context)
    assert (row.what, row.state) == ("Industry", "refused")
    assert "Research" in row.reason
    assert "option" in row.fix
    edit(base.context, record, {"industry": "News"})
    assert base.sync().pending == 0
    assert base.seen(remote, "industry") == "News"


def test_row_27_one_bad_record_in_a_batch_of_ten_keeps_no_other_back(base: Base) -> None:
    records = [base.one(place) for place in range(10)]
    for record, _ in records:
        edit(base.context, record, {"phone": "batch"})
    edit(base.context, records[4][0], {"industry": "No such thing"})
    outcome = base.sync()
    assert [base.seen(remote, "phone") for _, remote in records] == ["batch"] * 10
    assert len(outcome.problems) == 1


def test_row_28_a_record_deleted_there_inside_our_batch_keeps_no_other_back(base: Base) -> None:
    records = [base.one(place) for place in range(10)]
    for record, _ in records:
        edit(base.context, record, {"phone": "batch"})
    done: list[str] = []

    def seam(place: str) -> None:
        if place == "before call" and not done:
            done.append(place)
            base.delete_there(records[3][1])

    base.sync(seam)
    assert [base.seen(remote, "phone") for place, (_, remote) in enumerate(records) if place != 3] == ["batch"] * 9
    assert [(one.kind, one.record) for one in base.questions()] == [("gone", records[3][0])]


def test_row_28_a_record_deleted_there_inside_our_batch_of_deletes_keeps_no_other_back(base: Base) -> None:
    records = [base.one(place) for place in range(5)]
    delete_prospects(base.context, [record for record, _ in records])
    done: list[str] = []

    def seam(place: str) -> None:
        if place == "before call" and not done:
            done.append(place)
            base.delete_there(records[2][1])

    outcome = base.sync(seam)
    assert outcome.pending == 0
    assert all(base.remote.get(base.map.table_id, remote) is None for _, remote in records)


def test_row_29_a_call_with_a_prospect_that_was_deleted_there_waits_with_its_link_only(base: Base) -> None:
    prospect, remote = base.one()
    base.delete_there(remote)
    call = log_interaction(base.context, prospect, "Call", "Hello")
    base.sync()
    table = base.maps()["interactions"]
    key = base.field(call, "key", "interactions")
    found = base.remote.find(table.table_id, str(table.key_field), [key], list(table.fields.values()))
    assert [one.fields[table.fields["summary"]] for one in found] == ["Hello"]


def test_row_29_a_link_to_a_record_that_is_not_here_yet_is_set_when_it_comes_and_never_cleared(base: Base) -> None:
    table = base.maps()["interactions"]
    unknown = base.create_there(key="BETA-NEWONE", company="Comes later")
    fields = {table.key_field: "INT-EARLY", table.fields["prospect"]: [unknown], table.fields["summary"]: "early"}
    made = control(base.box, "edits", {"table": table.table_id, "create": [fields]})["created"][0]
    with base.context.database.write() as connection:
        from journeydesk.sync.merging import merge_records
        from journeydesk.sync.ports import RemoteRecord

        # The call is stored before its prospect is: as when the prospect is made while a walk is under way.
        merge_records(_work(base), connection, table, [RemoteRecord(RemoteId(made), fields)])  # type: ignore[arg-type]
    with base.context.database.read() as connection:
        call = sync_state.record_of_remote(connection, "interactions", made)
    assert call is not None
    assert base.field(call, "prospect", "interactions") is None  # type: ignore[arg-type]
    with base.context.database.write() as connection:
        from journeydesk.storage.records import update

        update(connection, "interactions", call, {"summary": "edited early"}, base.context.author())  # type: ignore[arg-type]
    base.sync()
    assert base.field(base.field(call, "prospect", "interactions"), "company") == "Comes later"  # type: ignore[arg-type]
    (found,) = base.remote.find(table.table_id, str(table.key_field), ["INT-EARLY"], list(table.fields.values()))
    assert found.fields[table.fields["prospect"]] == [unknown]
    assert found.fields[table.fields["summary"]] == "edited early"


def _work(base: Base) -> Work:
    from random import Random

    return Work(
        base.context.database,
        base.remote,
        base.maps(),
        base.clock.now,
        base.clock.sleep,
        Random(1),
        lambda: False,
        print,
        print,
    )


def test_row_30_a_cell_of_a_field_that_is_not_ours_is_shown_as_it_is_and_never_sent(base: Base) -> None:
    record, remote = base.one()
    base.remote.create_field(base.map.table_id, FieldSpec("Sentiment Model", "model"), {})
    base.sync()
    identifier = next(one for one, name in base.maps()["prospects"].other.items() if name == "Sentiment Model")
    cells = base.box.workspace.bases[base.box.base_id].tables[base.map.table_id].records[remote].cells
    cells[identifier] = {"error": "#ERROR!"}
    base.theirs(remote, phone="news")
    base.sync()
    assert "#ERROR!" in base.field(record, "extra")
    assert "Sentiment Model" in base.field(record, "extra")
    edit(base.context, record, {"phone": "ours"})
    base.sync()
    assert cells[identifier] == {"error": "#ERROR!"}


TEXTS = {
    "long": "x" * 100_000,
    "emoji": "👩‍👩‍👧 und 🇳🇴",
    "right to left": "שלום \u202eabc",
    "lines": "one\r\ntwo\nthree",
    "formula": "=cmd|'/C calc'!A0",
    "markup": "<img src=x onerror=alert(1)>",
    "quotes": 'O\'Brien \\ "x" {Phone}',
    "spaces": "  kept as typed  ",
}


@pytest.mark.parametrize("name", TEXTS)
def test_row_31_a_text_goes_there_and_back_exactly(base: Base, name: str) -> None:
    record, remote = base.one()
    edit(base.context, record, {"notes": parse_text(PROSPECTS.by_slug["notes"], TEXTS[name])})
    base.sync()
    expected = TEXTS[name].replace("\r\n", "\n")
    assert base.seen(remote, "notes") == expected
    assert base.sync().pushed == 0
    assert base.field(record, "notes") == expected


@pytest.mark.parametrize("text", ["a\0b", "\ud800", "x" * 100_001])
def test_row_31_a_text_that_cannot_be_kept_is_refused_before_it_is_sent(text: str) -> None:
    with pytest.raises(ValueRefused):
        parse_text(PROSPECTS.by_slug["notes"], text)


@pytest.mark.parametrize(
    ("slug", "text"),
    [
        ("estimated_revenue", "1e308"),
        ("estimated_revenue", "0.001"),
        ("estimated_revenue", str(2**53 + 1)),
        ("next_follow_up", "2026-02-29"),
        ("next_follow_up", "10000-01-01"),
        ("deal_probability", "nan"),
    ],
)
def test_row_32_a_number_or_date_that_cannot_be_kept_exactly_is_refused(slug: str, text: str) -> None:
    with pytest.raises(ValueRefused):
        parse_text(PROSPECTS.by_slug[slug], text)


@pytest.mark.parametrize(
    ("slug", "text"),
    [
        ("estimated_revenue", "0.30"),
        ("estimated_revenue", "-0"),
        ("estimated_revenue", "123456789.01"),
        ("next_follow_up", "2028-02-29"),
        ("next_follow_up", "0001-01-01"),
        ("next_follow_up", "9999-12-31"),
        ("deal_probability", "0.1"),
    ],
)
def test_row_32_a_number_or_date_goes_there_and_back_exactly(base: Base, slug: str, text: str) -> None:
    record, _ = base.one()
    edit(base.context, record, {slug: parse_text(PROSPECTS.by_slug[slug], text)})
    before = base.field(record, slug)
    base.sync()
    base.walk_due()
    outcome = base.sync()
    assert (base.field(record, slug), outcome.pushed, outcome.conflicts) == (before, 0, 0)


def test_row_33_after_sixty_days_offline_the_feed_has_a_gap_and_every_table_is_walked(base: Base) -> None:
    records = [base.one(place) for place in range(12)]
    for record, _ in records:
        edit(base.context, record, {"phone": "offline"})
    base.theirs(records[0][1], job_title="while we were away")
    control(base.box, "clock", {"advance_s": 60 * 86_400})
    base.clock.sleep(60 * 86_400)
    outcome = base.sync()
    assert outcome.pending == 0
    assert base.field(records[0][0], "job_title") == "while we were away"
    assert all(base.seen(remote, "phone") == "offline" for _, remote in records)


def test_row_45_an_old_copy_of_the_database_sends_nothing_twice_and_takes_the_newer_values(base: Base, tmp_path: Path) -> None:
    record, remote = base.one()
    prospect = create_prospect(base.context, {"company": "Once only"})
    edit(base.context, record, {"phone": "then"})

    def kill(place: str) -> None:
        if place == "after call":
            raise Killed

    with pytest.raises(Killed):
        base.sync(kill)
    base.context.database.close()
    shutil.copy(base.folder / FILE_NAME, tmp_path / "copy.db")
    base.restart()
    base.sync()
    edit(base.context, record, {"job_title": "now"})
    base.sync()
    base.context.database.close()
    for leftover in base.folder.glob(f"{FILE_NAME}-*"):
        leftover.unlink()
    shutil.copy(tmp_path / "copy.db", base.folder / FILE_NAME)
    base.restart()
    base.sync()
    outcome = base.sync()
    assert (outcome.pending, outcome.conflicts) == (0, 0)
    assert len(base.there(base.field(prospect, "key"))) == 1
    assert (base.field(record, "job_title"), base.seen(remote, "job_title")) == ("now", "now")
    assert (base.field(record, "phone"), base.seen(remote, "phone")) == ("then", "then")


@pytest.mark.parametrize("days", [-365, 365])
def test_row_47_a_clock_that_is_set_wrong_misses_nothing_and_doubles_nothing(base: Base, days: int) -> None:
    record, remote = base.one()
    base.clock.at += timedelta(days=days)
    edit(base.context, record, {"phone": "ours"})
    base.theirs(remote, job_title="theirs")
    base.fault("drop-after", method="PATCH")
    with pytest.raises(RemoteUnreachable):
        base.sync()
    base.clock.at -= timedelta(days=2 * days)
    base.sync()
    base.clock.at += timedelta(days=days)
    outcome = base.sync()
    assert (outcome.pending, outcome.conflicts) == (0, 0)
    assert (base.seen(remote, "phone"), base.field(record, "job_title")) == ("ours", "theirs")


@pytest.mark.parametrize("trouble", ["disabled", "gone", "gap"])
def test_row_55_a_feed_that_is_lost_is_begun_anew_and_every_table_walked(base: Base, trouble: str) -> None:
    record, remote = base.one()
    with base.context.database.read() as connection:
        feed = stored_feed(connection)
    assert feed is not None
    base.theirs(remote, phone="told by nobody")
    hooks = base.box.workspace.hooks[base.box.base_id]
    if trouble == "disabled":
        control(base.box, "hooks", {"hook": feed.id})
    elif trouble == "gone":
        del hooks.by_id[feed.id]
    else:
        hooks.by_id[feed.id].payloads.clear()
        base.theirs(remote, job_title="told")
    base.sync()
    assert base.field(record, "phone") == "told by nobody"
    with base.context.database.read() as connection:
        again = stored_feed(connection)
    assert again is not None
    assert base.sync().calls == 1


def test_row_56_what_the_feed_tells_twice_changes_nothing_the_second_time(base: Base) -> None:
    record, remote = base.one()
    with base.context.database.read() as connection:
        before = sync_state.get_meta(connection, "feed")
    base.theirs(remote, phone="told")
    base.sync()
    with base.context.database.write() as connection:
        sync_state.set_meta(connection, "feed", before)
    edit(base.context, record, {"phone": "ours since"})
    outcome = base.sync()
    assert (outcome.conflicts, base.seen(remote, "phone")) == (0, "ours since")


def test_a_change_that_is_undone_there_again_and_again_is_set_aside_after_three_times(base: Base) -> None:
    from journeydesk.storage.records import Author, update

    record, remote = base.one()
    for _ in range(5):
        with base.context.database.write() as connection:
            update(connection, "prospects", record, {"phone": "ours"}, Author("Journeydesk", base.context.now(), "rule"))
        base.sync()
        base.theirs(remote, phone="theirs")
        base.sync()
    assert base.field(record, "phone") in ("ours", "theirs")
    with base.context.database.write() as connection:
        update(connection, "prospects", record, {"phone": "ours"}, Author("Journeydesk", base.context.now(), "rule"))
    base.sync()
    assert base.seen(remote, "phone") == "theirs"
    (row,) = pending_rows(base.context)
    assert "changes it back" in row.reason
    edit(base.context, record, {"phone": "a person's"})
    base.sync()
    assert base.seen(remote, "phone") == "a person's"


@pytest.mark.fault(61)
def test_an_undo_of_what_somebody_changed_since_asks_instead_of_overwriting(base: Base) -> None:
    record, remote = base.one()
    before = base.field(record, "phone")
    edit(base.context, record, {"phone": "mine"})
    base.sync()
    base.theirs(remote, phone="theirs since")
    base.sync()
    undo(base.context)
    assert base.field(record, "phone") == "theirs since"
    (question,) = base.questions()
    assert (question.kind, question.mine, question.theirs) == ("undo", before, "theirs since")
