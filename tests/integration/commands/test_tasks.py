"""Tasks: what adding, editing, finishing and postponing writes and refuses, in the team's zone."""

from datetime import date

import pytest

from journeydesk.domain.due import Due
from journeydesk.domain.errors import UserError, ValueRefused
from journeydesk.domain.ids import RecordId
from journeydesk.services.calls.due_words import understand_due
from journeydesk.services.commands.tasks import KINDS, add_task, edit_task, finish_task, postpone_task
from journeydesk.services.commands.undoing import undo
from journeydesk.storage.engine import sql
from tests.integration.office import Office


@pytest.mark.parametrize(
    ("due", "stored"),
    [
        ("14:30", "2026-05-19T12:30:00.000Z"),
        ("fri 14:30", "2026-05-22T12:30:00.000Z"),
        ("tomorrow", "2026-05-20T07:00:00.000Z"),
        ("2026-12-24", "2026-12-24T08:00:00.000Z"),
        ("2026-12-24 8:15", "2026-12-24T07:15:00.000Z"),
    ],
)
def test_due_words_are_stored_as_an_instant_of_the_teams_zone(office: Office, due: str, stored: str) -> None:
    task = add_task(office.context, None, "Call", due)
    assert office.values("tasks", task)["due"] == stored


@pytest.mark.parametrize(
    ("zone", "stored"),
    [
        ("America/Los_Angeles", "2026-05-20T16:00:00.000Z"),
        ("Asia/Tokyo", "2026-05-20T00:00:00.000Z"),
        ("UTC", "2026-05-20T09:00:00.000Z"),
    ],
)
def test_another_zone_has_another_nine_oclock(office: Office, zone: str, stored: str) -> None:
    office.settle(team={"time_zone": zone})
    task = add_task(office.context, None, "Call", "tomorrow")
    assert office.values("tasks", task)["due"] == stored


def test_a_task_without_a_named_owner_is_ones_own(office: Office) -> None:
    own = add_task(office.context, None, "Call", "3d")
    theirs = add_task(office.context, None, "Call", "3d", owner="Tomasz Wilk")
    assert office.values("tasks", own)["owner"] == "Amaia Etxarri"
    assert office.values("tasks", theirs)["owner"] == "Tomasz Wilk"
    assert office.values("tasks", own)["origin"] == "by hand"
    assert office.values("tasks", own)["key"].startswith("TSK-")


@pytest.mark.parametrize("kind", KINDS)
def test_a_kind_is_taken_whatever_its_case(office: Office, kind: str) -> None:
    task = add_task(office.context, None, "Call", "3d", kind=f" {kind.upper()} ")
    assert office.values("tasks", task)["kind"] == kind


def test_a_title_is_kept_without_the_space_around_it(office: Office) -> None:
    assert office.values("tasks", add_task(office.context, None, "  Call  ", "3d"))["title"] == "Call"


@pytest.mark.parametrize("length", [1, 500])
def test_a_title_of_up_to_five_hundred_fits(office: Office, length: int) -> None:
    task = add_task(office.context, None, "x" * length, "3d")
    assert len(office.values("tasks", task)["title"]) == length


@pytest.mark.parametrize(
    ("title", "due", "kind", "sentence"),
    [
        ("", "3d", "Follow-up", "Title: say in a few words what is to be done."),
        ("x" * 1501, "3d", "Follow-up", "Title: 1,501 characters are too many; at most 500 fit."),
        ("Call", "", "Follow-up", "Due: “” is not a date that can be understood"),
        ("Call", "3d", "Chore", "Kind: “Chore” is not a choice. Use one of " + ", ".join(KINDS)),
    ],
)
def test_a_refused_task_says_what_is_wrong(office: Office, title: str, due: str, kind: str, sentence: str) -> None:
    with pytest.raises(ValueRefused) as refusal:
        add_task(office.context, None, title, due, kind=kind)
    assert str(refusal.value).startswith(sentence)
    assert office.rows("SELECT 1 FROM tasks") == []
    assert office.heard == []


@pytest.mark.parametrize("missing", ["deleted", "never there"])
def test_a_task_needs_a_living_prospect(office: Office, missing: str) -> None:
    prospect = office.prospect() if missing == "deleted" else RecordId(99)
    if missing == "deleted":
        office.delete(prospect)
    with pytest.raises(UserError, match="no longer there"):
        add_task(office.context, prospect, "Call", "3d")
    assert office.rows("SELECT 1 FROM tasks") == []


def test_an_edit_changes_title_and_time_and_undo_both(office: Office) -> None:
    task = add_task(office.context, None, "Call", "3d")
    before = office.values("tasks", task)
    edit_task(office.context, task, " Write ", Due(date(2026, 6, 1)))
    row = office.values("tasks", task)
    assert (row["title"], row["due"]) == ("Write", "2026-06-01T07:00:00.000Z")
    assert undo(office.context) == "Edited the task “Call”"
    assert office.values("tasks", task)["title"] == before["title"]
    assert office.values("tasks", task)["due"] == before["due"]


@pytest.mark.parametrize("title", ["", "  ", "x" * 501])
def test_an_edit_refuses_a_wrong_title(office: Office, title: str) -> None:
    task = add_task(office.context, None, "Call", "3d")
    with pytest.raises(ValueRefused, match="Title"):
        edit_task(office.context, task, title, Due(date(2026, 6, 1)))
    assert office.values("tasks", task)["title"] == "Call"


def test_postponing_counts_from_now_and_returns_the_instant(office: Office) -> None:
    task = add_task(office.context, None, "Call", "3d")
    when = postpone_task(office.context, task, "1d")
    assert f"{when:%Y-%m-%d %H:%M %Z}" == "2026-05-20 07:00 UTC"
    assert office.values("tasks", task)["due"] == "2026-05-20T07:00:00.000Z"
    with pytest.raises(ValueRefused, match="“someday” is not a date"):
        postpone_task(office.context, task, "someday")


@pytest.mark.parametrize("act", ["finish", "postpone", "edit"])
def test_a_task_that_is_gone_cannot_be_worked_on(office: Office, act: str) -> None:
    task = add_task(office.context, None, "Call", "3d")
    office.delete(task, "tasks")
    for gone in (task, RecordId(99)):
        with pytest.raises(UserError, match=r"The task is no longer there; it was deleted. Undo brings it back"):
            if act == "finish":
                finish_task(office.context, gone)
            elif act == "postpone":
                postpone_task(office.context, gone, "3d")
            else:
                edit_task(office.context, gone, "Write", Due(date(2026, 6, 1)))


def test_a_task_of_a_prospect_has_its_rules_asked(office: Office) -> None:
    prospect = office.prospect()
    task = add_task(office.context, prospect, "Call", "3d")
    assert office.last().prospects == frozenset({prospect})
    assert "alerts" in office.last().kinds
    finish_task(office.context, task)
    assert office.last().prospects == frozenset({prospect})


def test_a_task_of_nobody_touches_no_prospect(office: Office) -> None:
    finish_task(office.context, add_task(office.context, None, "Call", "3d"))
    assert all(change.prospects is None for change in office.heard)
    assert all("alerts" not in change.kinds for change in office.heard)


def test_a_task_without_a_title_is_labelled_by_its_kind(office: Office) -> None:
    finish_task(office.context, office.add("tasks", kind="Check-in"))
    assert undo(office.context) == "Finished the task “Check-in”"


@pytest.mark.parametrize("field", ["Due", "Until when", "Next step"])
def test_a_due_date_is_refused_under_the_name_of_its_field(office: Office, field: str) -> None:
    with pytest.raises(ValueRefused) as refusal:
        understand_due(office.context, "soonish", field)
    assert refusal.value.field == field


@pytest.mark.parametrize(("span", "day"), [("3d", 22), ("4d", 25), ("5d", 25), ("6d", 25), ("4wd", 25)])
def test_a_span_never_ends_on_a_weekend(office: Office, span: str, day: int) -> None:
    assert understand_due(office.context, span).day == date(2026, 5, day)


def test_whoever_a_task_is_about_is_evaluated_at_once(office: Office) -> None:
    prospect = office.prospect(status="Accepted")
    task = add_task(office.context, prospect, "Call", "3d")
    for act in (
        lambda: postpone_task(office.context, task, "4d"),
        lambda: edit_task(office.context, task, "Write", Due(date(2026, 6, 1))),
        lambda: finish_task(office.context, task),
        lambda: add_task(office.context, prospect, "Call", "3d"),
    ):
        with office.context.database.write() as connection:
            sql.run(connection, "UPDATE prospects SET score = NULL")
        act()
        assert office.values("prospects", prospect)["score"] is not None
