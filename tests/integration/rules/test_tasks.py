"""Tasks: due in plain words, finished, postponed, undone; today's list and the next-step gate
(docs/rules.md, "Tasks and next steps")."""

import pytest

from journeydesk.domain.errors import UserError, ValueRefused
from journeydesk.domain.ids import RecordId
from journeydesk.services.commands.agenda import delete_lines, reopen_lines
from journeydesk.services.commands.many import set_follow_up
from journeydesk.services.commands.tasks import add_task, finish_task, postpone_task
from journeydesk.services.commands.undoing import undo
from journeydesk.services.queries.agenda import agenda
from journeydesk.services.queries.next_steps import lacks_next_step, suggested_steps
from journeydesk.services.queries.tasks import drafted_text, find_task, todays_list
from journeydesk.storage.engine import sql
from tests.integration.rules.conftest import Desk

# The clock stands at 11:05 on a Tuesday in the team's zone.


def titles(desk: Desk, owner: str | None = None) -> dict[str, list[str]]:
    found = todays_list(desk.context, owner)
    parts = {
        "overdue": found.overdue,
        "today": found.today,
        "upcoming": found.upcoming,
        "later": found.later,
        "done": found.done,
    }
    return {name: [line.title for line in lines] for name, lines in parts.items() if lines}


def test_a_task_stands_where_its_time_puts_it(desk: Desk) -> None:
    prospect = desk.prospect()
    for title, due in (("Call", "14:30"), ("Write", "3d"), ("Renew", "next month")):
        add_task(desk.context, prospect, title, due)
    desk.add("tasks", title="Forgotten", due=desk.ago(days=1))
    desk.add("tasks", title="Some day")
    assert titles(desk) == {"overdue": ["Forgotten"], "today": ["Call"], "upcoming": ["Write"], "later": ["Some day"]}


def test_a_task_of_this_morning_is_todays_and_overdue(desk: Desk) -> None:
    desk.add("tasks", title="Call", due=desk.ago(hours=2))
    line = todays_list(desk.context).today[0]
    assert line.overdue


def test_the_night_of_the_teams_zone_ends_the_day(desk: Desk) -> None:
    desk.add("tasks", title="Before midnight", due="2026-05-19T21:59:00.000Z")
    desk.add("tasks", title="After midnight", due="2026-05-19T22:00:00.000Z")
    assert titles(desk) == {"today": ["Before midnight"], "upcoming": ["After midnight"]}


def test_finishing_reopening_postponing_deleting_are_undone(desk: Desk) -> None:
    task = add_task(desk.context, None, "Call", "14:30")
    finish_task(desk.context, task)
    assert titles(desk) == {"done": ["Call"]}
    reopen_lines(desk.context, agenda(desk.context).done)
    when = postpone_task(desk.context, task, "tomorrow 9:00")
    assert f"{when:%d %H:%M}" == "20 07:00"
    delete_lines(desk.context, agenda(desk.context).upcoming)
    assert titles(desk) == {}
    states = []
    for _ in range(4):
        undo(desk.context)
        states.append(next(iter(titles(desk))))
    assert states == ["upcoming", "today", "done", "today"]


def test_each_sees_their_own_list(desk: Desk) -> None:
    add_task(desk.context, None, "Mine", "14:30")
    add_task(desk.context, None, "Theirs", "14:30", owner="Tomasz Wilk")
    assert titles(desk, "Tomasz Wilk") == {"today": ["Theirs"]}


@pytest.mark.parametrize(
    ("title", "due", "kind", "words"),
    [
        (" ", "3d", "Follow-up", "Title"),
        ("Call", "soon", "Follow-up", "Due"),
        ("Call", "3d", "Chore", "Kind"),
        ("x" * 501, "3d", "", "501"),
    ],
)
def test_a_wrong_value_is_refused_and_nothing_is_made(desk: Desk, title: str, due: str, kind: str, words: str) -> None:
    with pytest.raises(ValueRefused, match=words):
        add_task(desk.context, None, title, due, kind=kind)
    assert titles(desk) == {}


def test_tasks_of_a_deleted_prospect_stay_and_it_gets_no_new_ones(desk: Desk) -> None:
    prospect = desk.prospect()
    add_task(desk.context, prospect, "Call", "14:30")
    before = titles(desk)
    with desk.context.database.write() as connection:
        sql.run(connection, "UPDATE prospects SET deleted = 1")
    assert titles(desk) == before != {}
    with pytest.raises(UserError, match="no longer there"):
        add_task(desk.context, prospect, "Call", "3d")


def test_a_task_is_found_by_the_beginning_of_its_key(desk: Desk) -> None:
    task = add_task(desk.context, None, "Call", "3d")
    add_task(desk.context, None, "Write", "3d")
    key = desk.rows("SELECT key FROM tasks WHERE lid = ?", task)[0][0]
    assert find_task(desk.context, key) == task
    with pytest.raises(UserError, match="fits 2 tasks"):
        find_task(desk.context, "TSK-")
    with pytest.raises(UserError, match="fits no task"):
        find_task(desk.context, "TSK-nowhere")


def test_a_follow_up_comes_with_a_text_and_another_task_without(desk: Desk) -> None:
    prospect = desk.prospect(contact_name="Thandeka Nxele", status="Reviewing")
    follow_up = add_task(desk.context, prospect, "Follow up", "3d")
    check_in = add_task(desk.context, prospect, "Check in", "3d", kind="check-in")
    assert drafted_text(desk.context, follow_up).startswith("Hello Thandeka,")
    assert drafted_text(desk.context, check_in) == ""


def test_the_gate_asks_open_prospects_without_anything_to_come(desk: Desk) -> None:
    def asks(prospect: RecordId) -> bool:
        return lacks_next_step(desk.context, prospect)

    bare, planned, tasked, rejected = (desk.prospect(), desk.prospect(), desk.prospect(), desk.prospect(status="Rejected"))
    set_follow_up(desk.context, [planned], desk.context.today())
    add_task(desk.context, tasked, "Call", "3d")
    assert [asks(one) for one in (bare, planned, tasked, rejected)] == [True, False, False, False]
    desk.pass_time(days=5)
    assert [asks(one) for one in (planned, tasked)] == [True, True]
    assert suggested_steps(desk.context, "No answer")[0].words == "No answer → call in 2 working days"
