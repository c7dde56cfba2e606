"""The fault matrix of sync, rows 18–24: one record in two hands."""

import pytest

from journeydesk.domain.errors import ValueRefused
from journeydesk.domain.values import Stored
from journeydesk.services.commands.conflicts import resolve
from journeydesk.services.commands.many import delete_prospects
from journeydesk.services.commands.prospects import create_prospect, edit, log_interaction
from journeydesk.services.commands.undoing import undo
from journeydesk.services.queries.conflicts import conflicts_as_json, open_conflicts
from journeydesk.storage.sync import notes as sync_notes
from journeydesk.storage.sync.remote_ids import all_remote_ids
from tests.integration.sync.base import Base, control


@pytest.fixture
def held(base: Base) -> Base:
    """One field of the first prospect was changed on both sides, and a text as well."""
    record, remote = base.one()
    edit(base.context, record, {"phone": "mine 1", "notes": "my line"})
    base.theirs(remote, phone="theirs 1", notes="their line")
    assert base.sync().conflicts == 2
    return base


def _question(base: Base, field: str) -> int:
    return next(row.id for row in open_conflicts(base.context) if row.field_slug == field)


@pytest.mark.parametrize(("choice", "stands"), [("mine", "mine 1"), ("theirs", "theirs 1")])
def test_row_18_an_answered_conflict_stands_on_both_sides(held: Base, choice: str, stands: str) -> None:
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
    resolve(held.context, _question(held, "phone"), "edit", "a third 1")
    held.sync()
    assert (held.field(record, "phone"), held.seen(remote, "phone")) == ("a third 1", "a third 1")


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
    assert held.field(record, "phone") == "mine 1"
    held.sync()
    assert held.seen(remote, "phone") == "theirs 1"
    assert {one.field for one in held.questions()} == {"phone", "notes"}


def test_row_18_an_answer_that_was_sent_is_taken_back_as_a_question(held: Base) -> None:
    record, remote = held.one()
    resolve(held.context, _question(held, "phone"), "mine")
    held.sync()
    assert held.seen(remote, "phone") == "mine 1"
    undo(held.context)
    (again,) = [one for one in held.questions() if one.field == "phone"]
    assert (again.kind, again.mine, again.theirs) == ("undo", "theirs 1", "mine 1")
    resolve(held.context, again.id, "mine")
    held.sync()
    assert (held.field(record, "phone"), held.seen(remote, "phone")) == ("theirs 1", "theirs 1")


def test_row_18_a_held_field_shows_their_newest_value(held: Base) -> None:
    _, remote = held.one()
    held.theirs(remote, phone="theirs, newer 1")
    held.sync()
    (row,) = [row for row in open_conflicts(held.context) if row.field_slug == "phone"]
    assert (row.mine, row.theirs, row.theirs_by) == ("mine 1", "theirs, newer 1", "Tomasz Wilk")


def test_row_19_a_link_to_several_keeps_them_all(base: Base) -> None:
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
        from journeydesk.storage.records.records import update as write

        write(connection, "interactions", call, {"summary": "Hello again"}, base.context.author())
    base.sync()
    (found,) = base.remote.find(table.table_id, str(table.key_field), [key], list(table.fields.values()))
    assert set(found.fields[table.fields["prospect"]]) == set(both)  # type: ignore[call-overload]
    assert found.fields[table.fields["summary"]] == "Hello again"


@pytest.mark.parametrize(("choice", "there"), [("mine", 1), ("theirs", 0)])
def test_row_20_edited_here_and_deleted_there_is_asked(base: Base, choice: str, there: int) -> None:
    record, remote = base.one()
    key = base.field(record, "key")
    edit(base.context, record, {"phone": "kept 1"})
    base.delete_there(remote)
    base.sync()
    (question,) = base.questions()
    assert question.kind == "gone"
    assert base.field(record, "phone") == "kept 1"
    resolve(base.context, question.id, choice)
    base.sync()
    assert len(base.there(key)) == there
    assert base.questions() == []
    assert base.waiting() == 0


def test_row_20_deleted_locally_and_edited_remotely_comes_back(base: Base) -> None:
    record, remote = base.one()
    delete_prospects(base.context, [record])
    base.theirs(remote, phone="their edit 1")
    base.sync()
    assert (base.field(record, "phone"), base.field(record, "deleted")) == ("their edit 1", 0)
    assert base.notes(sync_notes.RETURNED)


def test_row_21_deleted_on_both_sides_is_simply_gone(base: Base) -> None:
    record, remote = base.one()
    delete_prospects(base.context, [record])
    base.delete_there(remote)
    outcome = base.sync()
    assert (outcome.pending, outcome.conflicts, base.field(record, "key")) == (0, 0, None)


def test_row_21_a_sent_delete_can_be_taken_back_with_its_calls(base: Base) -> None:
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


def test_row_22_a_remote_duplicate_is_a_flagged_row_of_its_own(base: Base) -> None:
    record, remote = base.one()
    key = base.field(record, "key")
    copy = base.create_there(key=key, company="The copy")
    base.sync()
    with base.context.database.read() as connection:
        known = all_remote_ids(connection, "prospects")
    assert known[copy] != known[remote]
    (told,) = base.notes(sync_notes.DUPLICATE)
    assert key in told
    edit(base.context, record, {"phone": "only the first 1"})
    base.sync()
    assert (base.seen(remote, "phone"), base.seen(copy, "phone")) == ("only the first 1", None)


def test_row_23_a_key_cleared_remotely_stays_locally(base: Base) -> None:
    record, remote = base.one()
    key = base.field(record, "key")
    base.theirs(remote, key=None)
    base.sync()
    assert base.field(record, "key") == key
    edit(base.context, record, {"phone": "still ours 1"})
    base.sync()
    assert base.seen(remote, "phone") == "still ours 1"
    assert base.seen(remote, "key") in (None, key)


def test_row_23_without_the_key_field_edits_go_and_new_records_wait(base: Base) -> None:
    record, remote = base.one()
    table = base.box.workspace.bases[base.box.base_id].tables[base.map.table_id]
    # Only a second field can be removed from a table, so another one is made the first.
    table.fields = dict(sorted(table.fields.items(), key=lambda item: item[0] == base.map.key_field))
    base.schema_there(field=base.map.key_field, remove=True)
    edit(base.context, record, {"phone": "an edit 1"})
    create_prospect(base.context, {"company": "Waits"})
    base.sync()
    assert base.seen(remote, "phone") == "an edit 1"
    assert base.waiting() > 0
    assert any("New records of Beta Applications wait" in text for text in base.notes(sync_notes.DRIFT))


NORMALISED: dict[str, tuple[Stored, Stored, object]] = {
    "notes": ("  two\nlines  ", "two\nlines", "two\nlines"),
    "estimated_revenue": (123_456, 123_500, 1_235),
    "applied_on": ("2026-05-01T10:11:12.345Z", "2026-05-01T10:11:00.000Z", "2026-05-01T10:11:00.000Z"),
    "status": ("Rejected", "Rejected", "rejected"),
}
"""By field: what is written here, what stands here after it, and what the service makes of it."""


@pytest.mark.parametrize("slug", NORMALISED)
def test_row_24_what_the_service_writes_otherwise_is_taken_once(base: Base, slug: str) -> None:
    record, remote = base.one()
    written, stands, there = NORMALISED[slug]
    base.box.workspace.bases[base.box.base_id].normalises = True
    edit(base.context, record, {slug: written})
    pushed = [base.sync().pushed for _ in range(3)]
    assert (base.field(record, slug), base.seen(remote, slug)) == (stands, there)
    assert (pushed[0], sum(pushed[1:])) == (1, 0)
    assert (base.waiting(), base.questions()) == (0, [])
    base.walk_due()
    assert (base.sync().pushed, base.field(record, slug)) == (0, stands)


def test_row_24_an_edit_after_it_is_an_edit_of_what_stands(base: Base) -> None:
    record, remote = base.one()
    base.box.workspace.bases[base.box.base_id].normalises = True
    edit(base.context, record, {"notes": " first "})
    base.sync()
    edit(base.context, record, {"notes": "first\nsecond"})
    base.sync()
    assert (base.seen(remote, "notes"), base.field(record, "notes")) == ("first\nsecond", "first\nsecond")


def test_row_24_an_edit_meanwhile_outlives_what_the_service_made(base: Base) -> None:
    record, remote = base.one()
    base.box.workspace.bases[base.box.base_id].normalises = True
    edit(base.context, record, {"notes": " first "})

    def seam(place: str) -> None:
        if place == "after call" and base.field(record, "notes") == " first ":
            edit(base.context, record, {"notes": "newer"})

    base.sync(seam)
    base.sync()
    assert (base.seen(remote, "notes"), base.field(record, "notes")) == ("newer", "newer")
    assert base.questions() == []
