"""Options of the base's selects, renamed, swapped, deleted and made anew by its team, over HTTP: known by id, whatever they are called."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from journeydesk.domain.ids import RecordId, RemoteId
from journeydesk.services.commands.conflicts import resolve
from journeydesk.services.commands.prospects import edit
from journeydesk.services.commands.undoing import undo
from journeydesk.storage.records import history
from journeydesk.storage.sync import notes as sync_notes
from tests.integration.sync.base import Base, Killed, based


@pytest.fixture(params=[True, False], ids=["with a feed", "without"])
def base(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Base]:
    with based(tmp_path / "one", 12, feed=request.param) as made:
        yield made


def renamed(base: Base, field: str = "status", **names: str) -> None:
    base.schema_there(field=base.map.fields[field], rename_choices=names)


def held(base: Base, status: str, field: str = "status") -> tuple[RecordId, RemoteId]:
    """A prospect that both sides know to have this."""
    record, remote = base.one()
    edit(base.context, record, {field: status})
    base.sync()
    assert base.seen(remote, field) == status
    return record, remote


def calm(base: Base) -> None:
    """Nothing waits and nothing is asked, and two passes more send nothing."""
    base.sync()
    assert (base.sync().pushed, base.waiting(), base.questions()) == (0, 0, [])


def test_a_renamed_option_is_written_by_its_new_name(base: Base) -> None:
    record, remote = held(base, "Accepted")
    other, _ = base.one(1)
    renamed(base, Accepted="Qualified ✅")
    base.theirs(remote, phone="1")
    base.sync()
    assert (base.field(record, "status"), base.field(record, "phone")) == ("Accepted", "1")
    edit(base.context, other, {"status": "Accepted"})
    base.sync()
    assert base.seen(base.one(1)[1], "status") == "Qualified ✅"
    calm(base)


def test_options_that_swapped_their_names_keep_their_meanings(base: Base) -> None:
    record, remote = held(base, "Accepted")
    _, there = base.one(1)
    renamed(base, Accepted="Rejected", Rejected="Accepted")
    base.theirs(remote, phone="1")
    base.theirs(there, status="Accepted")
    base.sync()
    assert base.field(record, "status") == "Accepted"
    assert base.field(base.one(1)[0], "status") == "Rejected"
    edit(base.context, record, {"status": "Rejected"})
    base.sync()
    assert base.seen(remote, "status") == "Accepted"
    calm(base)


def test_what_is_set_while_names_swap_is_written_as_it_was_meant(base: Base) -> None:
    record, remote = base.one()
    edit(base.context, record, {"status": "Rejected"})
    renamed(base, Accepted="Rejected", Rejected="Accepted")
    base.sync()
    assert (base.field(record, "status"), base.seen(remote, "status")) == ("Rejected", "Accepted")
    calm(base)


def test_a_former_name_of_another_option_is_not_taken_for_it(base: Base) -> None:
    accepted, _ = held(base, "Accepted")
    rejected, there = base.one(1)
    renamed(base, Accepted="Long ago", Rejected="Accepted")
    base.theirs(there, status="Accepted")
    base.sync()
    assert (base.field(accepted, "status"), base.field(rejected, "status")) == ("Accepted", "Rejected")
    calm(base)


def test_a_new_option_with_a_former_name_is_none_of_ours(base: Base) -> None:
    accepted, _ = held(base, "Accepted")
    other, there = base.one(1)
    renamed(base, Accepted="Qualified")
    base.schema_there(field=base.map.fields["status"], add_choice="Accepted")
    base.theirs(there, status="Accepted")
    base.sync()
    assert base.field(accepted, "status") == "Accepted"
    assert base.field(other, "status") == "Accepted (2)"
    (note,) = base.notes(sync_notes.OPTION)
    assert "Status: “Accepted” is new in Airtable" in note
    edit(base.context, other, {"status": "New"})
    base.sync()
    edit(base.context, other, {"status": "Accepted (2)"})
    base.sync()
    assert base.seen(there, "status") == "Accepted"
    calm(base)


def test_a_deleted_option_empties_what_held_it_with_a_history(base: Base) -> None:
    record, _ = held(base, "Research", "industry")
    base.schema_there(field=base.map.fields["industry"], remove_choice="Research")
    base.sync()
    if base.field(record, "industry"):
        base.clock.sleep(3600)
        base.sync()
    assert base.field(record, "industry") is None
    with base.context.database.read() as connection:
        assert history.was_ever(connection, "prospects", record, "industry", "Research")
    calm(base)


def test_an_option_that_is_made_again_is_the_same_word_again(base: Base) -> None:
    record, remote = held(base, "Research", "industry")
    field = base.map.fields["industry"]
    base.schema_there(field=field, remove_choice="Research")
    base.schema_there(field=field, add_choice="Research")
    base.theirs(remote, phone="1", industry="Research")
    base.sync()
    assert base.field(record, "industry") == "Research"
    edit(base.context, record, {"industry": "News"})
    base.sync()
    undo(base.context)
    base.sync()
    assert base.seen(remote, "industry") == "Research"
    calm(base)


def test_case_blanks_and_an_emoji_keep_no_option_from_being_met(base: Base) -> None:
    record, remote = base.one()
    renamed(base, "source", Referral="  REFERRAL ", Twitter="🐦 Twitter")
    edit(base.context, record, {"source": "Referral"})
    base.sync()
    assert base.seen(remote, "source") == "  REFERRAL "
    edit(base.context, record, {"source": "Twitter"})
    base.sync()
    assert base.seen(remote, "source") == "🐦 Twitter"
    calm(base)


def test_an_option_of_theirs_keeps_its_word_through_undo(base: Base) -> None:
    record, remote = base.one()
    field = base.map.fields["source"]
    base.schema_there(field=field, add_choice="Trade fair")
    base.theirs(remote, source="Trade fair")
    base.sync()
    assert base.field(record, "source") == "Trade fair"
    edit(base.context, record, {"source": "Email"})
    base.sync()
    renamed(base, "source", **{"Trade fair": "Fairs", "Email": "Trade fair"})
    base.sync()
    assert base.field(record, "source") == "Email"
    undo(base.context)
    base.clock.sleep(3600)
    base.sync()
    assert (base.field(record, "source"), base.seen(remote, "source")) == ("Trade fair", "Fairs")
    calm(base)


def test_a_question_outlives_a_rename_and_is_answered_by_meaning(base: Base) -> None:
    record, remote = held(base, "New")
    edit(base.context, record, {"status": "Accepted"})
    base.theirs(remote, status="Rejected")
    base.sync()
    assert [(each.base, each.mine, each.theirs) for each in base.questions()] == [("New", "Accepted", "Rejected")]
    renamed(base, Accepted="Rejected", Rejected="Accepted")
    base.clock.sleep(3600)
    base.sync()
    (question,) = base.questions()
    assert (question.base, question.mine, question.theirs) == ("New", "Accepted", "Rejected")
    resolve(base.context, question.id, "mine")
    base.sync()
    assert (base.field(record, "status"), base.seen(remote, "status")) == ("Accepted", "Rejected")
    calm(base)


def test_a_killed_write_is_recognised_after_the_names_swapped(base: Base) -> None:
    record, remote = held(base, "New")
    edit(base.context, record, {"status": "Accepted"})

    def killed(place: str) -> None:
        if place == "after call":
            raise Killed

    with pytest.raises(Killed):
        base.sync(killed)
    renamed(base, Accepted="Rejected", Rejected="Accepted")
    base.clock.sleep(61)
    base.sync()
    assert (base.field(record, "status"), base.seen(remote, "status")) == ("Accepted", "Rejected")
    calm(base)


def test_another_colour_and_another_order_change_nothing(base: Base) -> None:
    record, remote = held(base, "Accepted")
    field = base.map.fields["status"]
    names = [name for _, name in base.map.forms["status"].choices]
    base.schema_there(field=field, color_choice=["Accepted", "redBright"], order_choices=names[::-1])
    base.theirs(remote, phone="1")
    base.sync()
    assert base.field(record, "status") == "Accepted"
    calm(base)
