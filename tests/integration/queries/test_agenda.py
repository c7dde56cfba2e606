"""Today's list: what stands in which part, in which order, whose; and a task typed as one line."""

from dataclasses import replace
from datetime import date, datetime, timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from journeydesk.domain.draft import Draft
from journeydesk.domain.errors import UserError, ValueRefused
from journeydesk.domain.ids import RecordId
from journeydesk.services.calls.drafts import save_draft
from journeydesk.services.commands.prospects import edit
from journeydesk.services.queries.agenda import agenda, task_text, tasks_of, understand_task
from journeydesk.services.queries.tasks import find_task, task_line, todays_list
from journeydesk.services.rows.agenda import Agenda, AgendaLine
from journeydesk.storage.engine import sql
from journeydesk.storage.records import bulk, tombstones
from tests.integration.office import Office


def parts(found: Agenda) -> dict[str, list[str]]:
    named = {
        "begun": found.begun,
        "overdue": found.overdue,
        "today": found.today,
        "upcoming": found.upcoming,
        "undated": found.undated,
        "without_step": found.without_step,
        "done": found.done,
    }
    return {name: [line.title for line in lines] for name, lines in named.items() if lines}


@pytest.mark.parametrize(
    ("due", "part"),
    [
        ("2026-05-01T07:00:00.000Z", "overdue"),
        ("2026-05-18T21:59:59.999Z", "overdue"),
        ("2026-05-18T22:00:00.000Z", "today"),
        ("2026-05-19T21:59:59.999Z", "today"),
        ("2026-05-19T22:00:00.000Z", "upcoming"),
        ("2026-06-02T21:59:59.999Z", "upcoming"),
        (None, "undated"),
    ],
)
def test_a_task_stands_in_the_part_of_its_local_day(office: Office, due: str | None, part: str) -> None:
    office.add("tasks", title="Call", due=due)
    assert parts(agenda(office.context)) == {part: ["Call"]}


def test_a_task_beyond_two_weeks_is_not_shown_yet(office: Office) -> None:
    office.add("tasks", title="Call", due="2026-06-02T22:00:00.000Z")
    assert parts(agenda(office.context)) == {}


@pytest.mark.parametrize(
    ("day", "part"),
    [
        ("2025-01-01", "overdue"),
        ("2026-05-18", "overdue"),
        ("2026-05-19", "today"),
        ("2026-05-20", "upcoming"),
        ("2026-06-02", "upcoming"),
        ("2026-06-03", None),
    ],
)
def test_a_follow_up_stands_in_the_part_of_its_day(office: Office, day: str, part: str | None) -> None:
    office.prospect(next_follow_up=day)
    assert parts(agenda(office.context)) == ({part: ["Follow up"]} if part else {})


def test_follow_ups_that_nobody_changed_are_not_read_again(office: Office) -> None:
    left = office.prospect(company="Left alone", next_follow_up="2026-05-18")
    changed = office.prospect(company="Kern", next_follow_up="2026-05-18")
    known = [replace(line, company="As it was read") for line in agenda(office.context).overdue if line.prospect == left]
    edit(office.context, changed, {"company": "Kern & Co"})
    assert [line.company for line in agenda(office.context, known=known).overdue] == ["As it was read", "Kern & Co"]


@pytest.mark.parametrize(
    "edits",
    [
        {"company": "Kern & Co"},
        {"next_follow_up": "2026-05-19"},
        {"next_follow_up": "2026-05-25"},
        {"next_follow_up": None},
        {"status": "Rejected"},
        {"owner": "Tomasz Wilk"},
    ],
)
@pytest.mark.parametrize("owner", ["Amaia Etxarri", None])
def test_with_what_is_known_the_list_is_the_same(office: Office, owner: str | None, edits: dict[str, str | None]) -> None:
    prospects = [office.prospect(owner="Amaia Etxarri", next_follow_up=f"2026-05-{day}") for day in (17, 18, 18, 19, 20)]
    before = agenda(office.context, owner)
    edit(office.context, prospects[1], edits)
    lines = (*before.overdue, *before.today, *before.upcoming)
    known = [line for line in lines if line.prospect != prospects[1]]
    assert len(known) == 4
    assert agenda(office.context, owner, known) == agenda(office.context, owner)


@pytest.mark.parametrize("state", [{"status": "Rejected"}, {"status": "Churned"}, {"customer_status": "CHURNED"}])
def test_who_is_closed_or_lost_has_no_follow_up(office: Office, state: dict[str, str]) -> None:
    office.prospect(next_follow_up="2026-05-19", **state)
    assert parts(agenda(office.context)) == {}


def test_a_task_of_a_deleted_prospect_stays_and_says_so(office: Office) -> None:
    prospect = office.prospect(company="Quillon Freight", next_follow_up="2026-05-19")
    office.add("tasks", title="Call", due=office.ago(hours=-1), prospect=prospect)
    office.add("tasks", title="Read", due=office.ago(hours=-1))
    save_draft(office.context, prospect, Draft(text="Half"))
    office.delete(prospect)
    found = agenda(office.context)
    assert parts(found) == {"today": ["Call", "Read"]}
    assert [(line.company, line.lost) for line in found.today] == [("Quillon Freight (deleted)", True), ("", False)]


def test_so_does_one_whose_prospect_both_sides_dropped(office: Office) -> None:
    prospect = office.prospect(company="Quillon Freight")
    office.add("tasks", title="Some time", prospect=prospect)
    office.add("tasks", title="Done", prospect=prospect, due=office.ago(), done_at=office.ago())
    with office.context.database.write() as connection:
        tombstones.forget(connection, "prospects", [prospect], "Airtable", office.context.now())
    found = agenda(office.context)
    assert parts(found) == {"undated": ["Some time"], "done": ["Done"]}
    assert {line.company for line in (*found.undated, *found.done)} == {"Quillon Freight (deleted)"}


def test_a_task_and_the_follow_up_of_its_day_are_one_line(office: Office) -> None:
    prospect = office.prospect(next_follow_up="2026-05-19")
    office.add("tasks", title="Call", due=office.ago(hours=-1), prospect=prospect)
    other = office.prospect(next_follow_up="2026-05-20")
    office.add("tasks", title="Write", due=office.ago(hours=-1), prospect=other)
    found = parts(agenda(office.context))
    assert {name: sorted(titles) for name, titles in found.items()} == {"today": ["Call", "Write"], "upcoming": ["Follow up"]}


def test_lines_of_a_day_stand_by_their_hour(office: Office) -> None:
    office.add("tasks", title="Late", due="2026-05-19T14:00:00.000Z")
    office.add("tasks", title="Early", due="2026-05-19T05:00:00.000Z")
    office.prospect(next_follow_up="2026-05-19")
    assert parts(agenda(office.context))["today"] == ["Early", "Follow up", "Late"]


def test_older_days_stand_first_whatever_they_are(office: Office) -> None:
    office.prospect(next_follow_up="2026-05-18")
    office.add("tasks", title="Oldest", due="2026-05-01T07:00:00.000Z")
    office.add("tasks", title="Between", due="2026-05-10T07:00:00.000Z")
    assert parts(agenda(office.context))["overdue"] == ["Oldest", "Between", "Follow up"]


def test_a_line_says_what_it_is_about(office: Office) -> None:
    prospect = office.prospect(company="Quillon", contact_name="Ida", owner="Tomasz Wilk", next_follow_up="2026-05-18")
    office.add("interactions", prospect=prospect, type="Call", outcome="No answer", date=office.ago(days=30))
    (line,) = agenda(office.context).overdue
    assert line == AgendaLine(
        kind="follow_up",
        id=prospect,
        title="Follow up",
        detail="Call, no answer",
        day=date(2026, 5, 18),
        at=None,
        done=False,
        late=True,
        owner="Tomasz Wilk",
        prospect=prospect,
        company="Quillon",
        contact="Ida",
        pending=True,
    )
    assert line.name == f"follow_up{prospect}"


@pytest.mark.parametrize(
    ("due", "late", "timed"),
    [
        ("2026-05-19T07:00:00.000Z", False, False),  # Nine in Berlin: a day without an hour.
        ("2026-05-19T07:30:00.000Z", True, True),
        ("2026-05-19T09:05:00.000Z", True, True),
        ("2026-05-19T09:06:00.000Z", False, True),
        ("2026-05-18T07:00:00.000Z", True, False),
    ],
)
def test_a_day_is_late_after_it_and_an_hour_once_it_passed(office: Office, due: str, late: bool, timed: bool) -> None:
    office.add("tasks", title="Call", due=due)
    found = agenda(office.context)
    (line,) = (*found.overdue, *found.today)
    assert (line.late, line.at is not None) == (late, timed)


def test_only_todays_finished_tasks_are_shown_newest_first(office: Office) -> None:
    for title, done in (("Old", "2026-05-18T21:00:00.000Z"), ("First", "2026-05-18T22:00:00.000Z"), ("Last", office.ago())):
        office.add("tasks", title=title, done_at=done, due=office.ago(days=3))
    assert parts(agenda(office.context)) == {"done": ["Last", "First"]}


@pytest.mark.parametrize(("owner", "titles"), [("Amaia Etxarri", ["Mine"]), ("Tomasz Wilk", ["Theirs"]), ("Nobody", [])])
def test_a_list_of_one_owner_has_theirs_alone(office: Office, owner: str, titles: list[str]) -> None:
    office.add("tasks", title="Mine", due=office.ago(hours=-1), owner="Amaia Etxarri")
    office.add("tasks", title="Theirs", due=office.ago(hours=-1), owner="Tomasz Wilk")
    office.add("tasks", title="Nobodys", due=office.ago(hours=-1))
    assert [line.title for line in agenda(office.context, owner).today] == titles
    assert len(agenda(office.context).today) == 3


def test_begun_logs_are_ones_own_whoever_owns_the_prospect(office: Office) -> None:
    prospect = office.prospect(company="Quillon", owner="Tomasz Wilk")
    save_draft(office.context, prospect, Draft(text="Half a sentence\nand more"))
    for owner in (None, "Amaia Etxarri"):
        (line,) = agenda(office.context, owner).begun
        assert (line.kind, line.detail, line.company, line.prospect) == ("draft", "Half a sentence", "Quillon", prospect)
    assert agenda(office.context, "Tomasz Wilk").begun == ()


def test_who_was_spoken_to_is_asked_about_once(office: Office) -> None:
    prospect = office.prospect(company="Quillon", status="Accepted")
    office.add("interactions", prospect=prospect, type="Call", outcome="Reached", date=office.ago(days=1))
    (line,) = agenda(office.context).without_step
    assert (line.kind, line.title, line.detail, line.late) == ("step", "Say what comes next", "Reached", True)
    office.add("tasks", title="Late", due=office.ago(days=2), prospect=prospect)
    found = agenda(office.context)
    assert found.without_step == ()
    assert [each.title for each in found.overdue] == ["Late"]


@settings(max_examples=20, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
@given(days=st.lists(st.integers(-40, 40), max_size=12))
def test_every_open_task_stands_once_in_its_order(office: Office, days: list[int]) -> None:
    with office.context.database.write() as connection:
        sql.run(connection, "DELETE FROM tasks")
    for offset in days:
        office.add(
            "tasks", key=f"T{offset}-{len(office.rows('SELECT 1 FROM tasks'))}", title=str(offset), due=office.ago(days=-offset)
        )
    found = agenda(office.context)
    shown = [line.title for line in (*found.overdue, *found.today, *found.upcoming)]
    assert shown == [str(offset) for offset in sorted(days) if offset <= 14]


def test_a_prospects_tasks_are_open_first_then_done(office: Office) -> None:
    prospect, other = office.prospect(), office.prospect()
    rows = {
        "Later": {"due": office.ago(days=-2)},
        "Sooner": {"due": office.ago(days=-1)},
        "Some day": {},
        "Done early": {"done_at": office.ago(days=3)},
        "Done late": {"done_at": office.ago(days=1)},
        "Long done": {"done_at": office.ago(days=31)},
    }
    for title, values in rows.items():
        office.add("tasks", title=title, prospect=prospect, **values)
    office.add("tasks", title="Other", prospect=other)
    titles = [line.title for line in tasks_of(office.context, prospect)]
    assert titles == ["Sooner", "Later", "Some day", "Done late", "Done early"]


@pytest.mark.parametrize(
    ("typed", "title", "day", "moment"),
    [
        ("send the offer fri 14:30", "send the offer", date(2026, 5, 22), "12:30"),
        ("call 3d", "call", date(2026, 5, 22), None),
        ("call tomorrow", "call", date(2026, 5, 20), None),
        ("  write   to Ida   next month ", "write to Ida", date(2026, 6, 19), None),
        ("3 offers tomorrow at 9:15", "3 offers", date(2026, 5, 20), "07:15"),
    ],
)
def test_a_line_is_what_and_when(office: Office, typed: str, title: str, day: date, moment: str | None) -> None:
    what, due = understand_task(office.context, typed)
    assert (what, due.day) == (title, day)
    assert (f"{due.moment:%H:%M}" if due.moment else None) == moment


@pytest.mark.parametrize(
    ("typed", "field", "sentence"),
    [
        ("", "Task", "Say what is to be done and when, such as “send the offer fri 14:30”."),
        ("   ", "Task", "Say what is to be done and when"),
        ("tomorrow", "Task", "Say what is to be done before “tomorrow”."),
        ("fri 14:30", "Task", "Say what is to be done before “fri 14:30”."),
        ("call them whenever", "Due", "Due: “them whenever” is not a date that can be understood."),
        ("call", "Due", "Due: “call” is not a date"),
    ],
)
def test_a_line_that_lacks_one_of_both_is_refused(office: Office, typed: str, field: str, sentence: str) -> None:
    with pytest.raises(ValueRefused) as refusal:
        understand_task(office.context, typed)
    assert refusal.value.field == field
    assert str(refusal.value).startswith(sentence)


@pytest.mark.parametrize(
    ("due", "text"),
    [
        (None, "Call"),
        ("2026-05-22T07:00:00.000Z", "Call 2026-05-22"),
        ("2026-05-22T12:30:00.000Z", "Call 2026-05-22 14:30"),
    ],
)
def test_a_task_is_typed_again_as_it_stands(office: Office, due: str | None, text: str) -> None:
    office.add("tasks", title="Call", due=due)
    found = agenda(office.context)
    (line,) = (*found.upcoming, *found.undated)
    assert task_text(office.context, line) == text
    if due:
        assert understand_task(office.context, text)[0] == "Call"


def test_one_task_is_read_with_whom_it_is_about(office: Office) -> None:
    prospect = office.prospect(company=None, contact_name="Ida")
    task = office.add("tasks", kind="Check-in", prospect=prospect, due=office.ago(hours=1), origin="by hand", owner="Amaia")
    line = task_line(office.context, task)
    assert (line.title, line.company, line.contact, line.overdue, line.pending) == ("Check-in", "Ida", "Ida", True, True)
    assert line.due == office.moment - timedelta(hours=1)
    with pytest.raises(UserError, match="no longer there"):
        task_line(office.context, RecordId(99))


def test_a_key_stands_for_its_task_even_where_others_begin_so(office: Office) -> None:
    short, long = office.add("tasks", key="TSK-1", title="A"), office.add("tasks", key="TSK-12", title="B")
    assert find_task(office.context, "TSK-1") == short
    assert find_task(office.context, "TSK-12") == long
    with pytest.raises(UserError, match=r"“TSK” fits 2 tasks. Give more of its key; `task list` shows them"):
        find_task(office.context, "TSK")
    with pytest.raises(UserError, match="“X” fits no task"):
        find_task(office.context, "X")


def test_each_part_of_the_list_has_a_bound(office: Office) -> None:
    with office.context.database.write() as connection:
        rows = [{"key": f"T{number}", "title": f"{number}", "due": office.ago(days=2)} for number in range(520)]
        bulk.insert_many(connection, "tasks", rows, office.context.author())
    assert len(todays_list(office.context).overdue) == 500
    assert todays_list(office.context).overdue[0].due == datetime.fromisoformat("2026-05-17T09:05:00+00:00")
