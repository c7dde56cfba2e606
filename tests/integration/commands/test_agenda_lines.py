"""Lines of today's list, one or many at once: what finishing, reopening, postponing and deleting write."""

from collections.abc import Callable
from datetime import date, datetime

import pytest

from journeydesk.domain.errors import ValueRefused
from journeydesk.domain.ids import RecordId
from journeydesk.services.commands.agenda import delete_lines, finish_lines, postpone_lines, reopen_lines
from journeydesk.services.commands.undoing import undo
from journeydesk.services.queries.agenda import agenda
from journeydesk.services.rows.agenda import AgendaLine
from journeydesk.storage.engine import sql
from tests.integration.office import Office


def everything(office: Office) -> list[AgendaLine]:
    found = agenda(office.context)
    return [*found.begun, *found.overdue, *found.today, *found.upcoming, *found.undated, *found.without_step, *found.done]


def line_of(office: Office, title: str) -> AgendaLine:
    return next(line for line in everything(office) if line.title == title)


def follow_up(office: Office, day: str, company: str = "Quillon") -> RecordId:
    return office.prospect(company=company, next_follow_up=day, status="Accepted")


def due_of(office: Office, task: RecordId) -> str | None:
    return office.rows("SELECT due FROM tasks WHERE lid = ?", task)[0][0]  # type: ignore[no-any-return]


def test_finishing_ends_tasks_and_follow_ups_in_one_step(office: Office) -> None:
    task = office.add("tasks", title="Call", due=office.ago(hours=-1))
    prospect = follow_up(office, "2026-05-19")
    assert finish_lines(office.context, everything(office)) == "Finished 2 lines"
    assert office.values("tasks", task)["done_at"] == office.ago()
    assert office.values("prospects", prospect)["next_follow_up"] is None
    undo(office.context)
    assert office.values("tasks", task)["done_at"] is None
    assert office.values("prospects", prospect)["next_follow_up"] == "2026-05-19"


def test_a_finished_line_is_not_finished_again(office: Office) -> None:
    task = office.add("tasks", title="Call", due=office.ago(), done_at=office.ago(hours=1))
    finish_lines(office.context, everything(office))
    assert office.values("tasks", task)["done_at"] == office.ago(hours=1)


def test_finishing_a_task_ends_the_follow_up_of_its_day(office: Office) -> None:
    prospect = follow_up(office, "2026-05-19")
    office.add("tasks", title="Call", due=office.ago(hours=-1), prospect=prospect)
    finish_lines(office.context, [line_of(office, "Call")])
    assert office.values("prospects", prospect)["next_follow_up"] is None


def test_the_follow_up_of_another_day_stays(office: Office) -> None:
    prospect = follow_up(office, "2026-05-21")
    office.add("tasks", title="Call", due=office.ago(hours=-1), prospect=prospect)
    finish_lines(office.context, [line_of(office, "Call")])
    assert office.values("prospects", prospect)["next_follow_up"] == "2026-05-21"


def test_reopening_takes_only_what_was_done(office: Office) -> None:
    done = office.add("tasks", title="Done", due=office.ago(), done_at=office.ago(hours=1))
    opened = office.add("tasks", title="Open", due=office.ago(hours=-1))
    assert reopen_lines(office.context, everything(office)) == "Reopened “Done”"
    assert office.values("tasks", done)["done_at"] is None
    assert office.values("tasks", opened)["done_at"] is None
    assert undo(office.context) == "Reopened “Done”"
    assert office.values("tasks", done)["done_at"] == office.ago(hours=1)


@pytest.mark.parametrize(
    ("due", "said", "stored"),
    [
        # With an hour of its own, which stays where none is said.
        ("2026-05-19T12:30:00.000Z", "fri", "2026-05-22T12:30:00.000Z"),
        ("2026-05-19T12:30:00.000Z", "fri 16:00", "2026-05-22T14:00:00.000Z"),
        # Without one: the team's hour, nine in Berlin.
        ("2026-05-19T07:00:00.000Z", "fri", "2026-05-22T07:00:00.000Z"),
        ("2026-05-19T07:00:00.000Z", "fri 16:00", "2026-05-22T14:00:00.000Z"),
        # Over the end of summer time the local hour stays.
        ("2026-05-19T12:30:00.000Z", "2026-12-01", "2026-12-01T13:30:00.000Z"),
    ],
)
def test_a_postponed_task_keeps_its_hour_unless_one_is_said(office: Office, due: str, said: str, stored: str) -> None:
    task = office.add("tasks", title="Call", due=due)
    postpone_lines(office.context, [line_of(office, "Call")], said)
    assert due_of(office, task) == stored


def test_a_postponed_follow_up_takes_the_day_alone(office: Office) -> None:
    prospect = follow_up(office, "2026-05-19")
    due, label = postpone_lines(office.context, agenda(office.context).today, "fri 16:00")
    assert office.values("prospects", prospect)["next_follow_up"] == "2026-05-22"
    assert due.day == date(2026, 5, 22)
    assert label == "Postponed “Follow up” with Quillon"


def test_a_task_and_its_follow_up_are_postponed_together(office: Office) -> None:
    prospect = follow_up(office, "2026-05-19")
    task = office.add("tasks", title="Call", due="2026-05-19T12:30:00.000Z", prospect=prospect)
    postpone_lines(office.context, [line_of(office, "Call")], "fri")
    assert due_of(office, task) == "2026-05-22T12:30:00.000Z"
    assert office.values("prospects", prospect)["next_follow_up"] == "2026-05-22"


def test_what_is_done_is_not_postponed(office: Office) -> None:
    task = office.add("tasks", title="Call", due=office.ago(), done_at=office.ago(hours=1))
    _, label = postpone_lines(office.context, everything(office), "fri")
    assert label == "Postponed 0 lines"
    assert due_of(office, task) == office.ago()


def test_words_that_are_no_time_postpone_nothing(office: Office) -> None:
    task = office.add("tasks", title="Call", due=office.ago(hours=-1))
    with pytest.raises(ValueRefused, match=r"Until when: “whenever” is not a date"):
        postpone_lines(office.context, everything(office), "whenever")
    assert due_of(office, task) == office.ago(hours=-1)
    assert office.heard == []


def test_deleting_takes_tasks_and_leaves_follow_ups(office: Office) -> None:
    office.add("tasks", title="Call", due=office.ago(hours=-1))
    prospect = follow_up(office, "2026-05-19")
    assert delete_lines(office.context, everything(office)) == "Deleted “Call”"
    assert office.rows("SELECT deleted FROM tasks") == [(1,)]
    assert office.values("prospects", prospect)["next_follow_up"] == "2026-05-19"


def test_deleting_keeps_the_follow_up_of_the_tasks_day(office: Office) -> None:
    prospect = follow_up(office, "2026-05-19")
    office.add("tasks", title="Call", due=office.ago(hours=-1), prospect=prospect)
    delete_lines(office.context, [line_of(office, "Call")])
    assert office.values("prospects", prospect)["next_follow_up"] == "2026-05-19"


def test_a_record_that_went_meanwhile_is_left_alone(office: Office) -> None:
    task = office.add("tasks", title="Call", due=office.ago(hours=-1))
    kept = office.add("tasks", title="Write", due=office.ago(hours=-1))
    shown = everything(office)
    office.delete(task, "tasks")
    finish_lines(office.context, shown)
    assert office.values("tasks", task)["done_at"] is None
    assert office.values("tasks", kept)["done_at"] == office.ago()


@pytest.mark.parametrize(
    ("company", "contact", "label"),
    [
        ("Quillon", "Ida", "Finished “Call” with Quillon"),
        (None, "Ida", "Finished “Call” with Ida"),
        (None, None, "Finished “Call”"),
    ],
)
def test_a_label_names_whom_it_is_about(office: Office, company: str | None, contact: str | None, label: str) -> None:
    prospect = office.prospect(company=company, contact_name=contact)
    office.add("tasks", title="Call", due=office.ago(hours=-1), prospect=prospect)
    assert finish_lines(office.context, [line_of(office, "Call")]) == label


def test_a_label_counts_with_separators(office: Office) -> None:
    line = AgendaLine("task", RecordId(1), "Call", "", None, None, False, False, "", None, "", "")
    assert finish_lines(office.context, [line] * 1200) == "Finished 1,200 lines"


@pytest.mark.parametrize("act", [finish_lines, delete_lines, reopen_lines])
def test_no_line_is_no_step(office: Office, act: object) -> None:
    act(office.context, [])  # type: ignore[operator]
    assert undo(office.context) is None
    assert office.heard == []


def test_the_change_names_every_prospect_of_the_lines(office: Office) -> None:
    first, second = follow_up(office, "2026-05-19"), follow_up(office, "2026-05-18", "Mbali")
    finish_lines(office.context, everything(office))
    assert office.last().prospects == frozenset({first, second})


def test_the_lines_of_another_zone_fall_on_its_days(office: Office) -> None:
    office.settle(team={"time_zone": "Pacific/Auckland"})
    task = office.add("tasks", title="Call", due="2026-05-19T12:30:00.000Z")
    line = line_of(office, "Call")
    assert line.day == date(2026, 5, 20)
    assert line.at == datetime.fromisoformat("2026-05-19T12:30:00+00:00")
    postpone_lines(office.context, [line], "fri")
    assert due_of(office, task) == "2026-05-21T12:30:00.000Z"


def test_whoever_a_line_is_about_is_evaluated_at_once(office: Office) -> None:
    prospect = follow_up(office, "2026-05-19")
    office.add("tasks", title="Call", due=office.ago(hours=-1), prospect=prospect)

    def act_and_score(act: Callable[[list[AgendaLine]], object], title: str) -> object:
        with office.context.database.write() as connection:
            sql.run(connection, "UPDATE prospects SET score = NULL")
        act([line_of(office, title)])
        return office.values("prospects", prospect)["score"]

    for act in (
        lambda lines: postpone_lines(office.context, lines, "fri"),
        lambda lines: finish_lines(office.context, lines),
        lambda lines: reopen_lines(office.context, lines),
        lambda lines: delete_lines(office.context, lines),
    ):
        assert act_and_score(act, "Call") is not None
