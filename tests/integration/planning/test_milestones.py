"""Milestones over a real database: what is written, what undo brings back, what a wrong value says."""

from datetime import date

import pytest

from journeydesk.domain.errors import UserError, ValueRefused
from journeydesk.domain.ids import RecordId
from journeydesk.services.commands.prospects import log_interaction
from journeydesk.services.commands.undoing import redo, undo
from journeydesk.services.planning import milestones as roadmap
from journeydesk.services.planning.review import milestones_of, planning_review
from tests.integration.office import Office


def customer(office: Office) -> RecordId:
    return office.prospect(company="Marrow & Pine", contact_name="Ottilie Farnsby", status="Active")


def shown(office: Office, prospect: RecordId) -> list[tuple[str, date | None, date | None]]:
    return [(each.title, each.starts, each.due) for each in milestones_of(office.context, prospect)]


def test_a_milestone_is_a_task_of_kind_roadmap(office: Office) -> None:
    prospect = customer(office)
    record = roadmap.add_milestone(
        office.context, prospect, " Order import ", "29 may", starts="2026-05-04", owner="Priya", progress="40%"
    )
    row = office.values("tasks", record)
    assert (row["kind"], row["title"], row["owner"], row["starts_on"], row["progress"]) == (
        "Roadmap",
        "Order import",
        "Priya",
        "2026-05-04",
        0.4,
    )
    assert shown(office, prospect) == [("Order import", date(2026, 5, 4), date(2026, 5, 29))]
    undo(office.context)
    assert shown(office, prospect) == []


def test_moving_a_week_keeps_length_and_time_of_day(office: Office) -> None:
    prospect = customer(office)
    # Clocks change in the team's zone between these two weeks: ten o'clock stays ten o'clock.
    record = roadmap.add_milestone(office.context, prospect, "Review", "2026-10-22 10:00", starts="2026-10-19")
    said = roadmap.move_milestones(office.context, [record], 7)
    assert said == "Moved “Review” 1 week later"
    [moved] = milestones_of(office.context, prospect)
    assert (moved.starts, moved.due, moved.time) == (date(2026, 10, 26), date(2026, 10, 29), "10:00")
    undo(office.context)
    [back] = milestones_of(office.context, prospect)
    assert (back.starts, back.due, back.time) == (date(2026, 10, 19), date(2026, 10, 22), "10:00")
    redo(office.context)
    assert milestones_of(office.context, prospect) == [moved]


def test_many_milestones_move_in_one_step(office: Office) -> None:
    prospect = customer(office)
    records = [roadmap.add_milestone(office.context, prospect, f"Step {n}", f"{n} june") for n in (1, 2, 3)]
    assert roadmap.move_milestones(office.context, records, -3) == "Moved 3 milestones 3 days earlier"
    assert [due for _, _, due in shown(office, prospect)] == [date(2026, 5, 29), date(2026, 5, 30), date(2026, 5, 31)]
    undo(office.context)
    assert [due for _, _, due in shown(office, prospect)] == [date(2026, 6, 1), date(2026, 6, 2), date(2026, 6, 3)]


def test_a_due_date_before_the_start_takes_the_start_along(office: Office) -> None:
    prospect = customer(office)
    record = roadmap.add_milestone(office.context, prospect, "Pilot", "30 june", starts="15 june")
    assert roadmap.set_milestone_due(office.context, record, "1 june") == "Moved “Pilot” to 1 Jun"
    assert shown(office, prospect) == [("Pilot", date(2026, 6, 1), date(2026, 6, 1))]
    roadmap.set_milestone_dates(office.context, record, date(2026, 6, 3), date(2026, 6, 12))
    assert shown(office, prospect) == [("Pilot", date(2026, 6, 3), date(2026, 6, 12))]


def test_finishing_reopening_and_deleting_are_undone(office: Office) -> None:
    prospect = customer(office)
    record = roadmap.add_milestone(office.context, prospect, "Pilot", "30 june")
    assert roadmap.finish_milestones(office.context, [record]) == "Finished “Pilot”"
    assert milestones_of(office.context, prospect)[0].done == date(2026, 5, 19)
    assert roadmap.finish_milestones(office.context, [record], done=False) == "Reopened “Pilot”"
    assert milestones_of(office.context, prospect)[0].done is None
    roadmap.set_milestone_progress(office.context, record, 0.6)
    assert milestones_of(office.context, prospect)[0].progress == 0.6
    assert roadmap.delete_milestones(office.context, [record]) == "Deleted 1 milestone"
    assert milestones_of(office.context, prospect) == []
    with pytest.raises(UserError, match="no longer there"):
        roadmap.move_milestones(office.context, [record], 7)
    undo(office.context)
    assert milestones_of(office.context, prospect)[0].progress == 0.6


@pytest.mark.parametrize(
    ("values", "words"),
    [
        ({"title": " "}, "Title: say in a few words"),
        ({"due": "soonish"}, "Due: “soonish” is not a date"),
        ({"starts": "2026-07-01"}, "Starts: 1 Jul is after the milestone is due (30 Jun)"),
        ({"progress": "140"}, "Progress: “140” is no share. Write a number from 0 to 100."),
    ],
)
def test_a_wrong_value_says_its_field_and_writes_nothing(office: Office, values: dict[str, str], words: str) -> None:
    prospect = customer(office)
    asked = {"title": "Pilot", "due": "30 june"} | values
    with pytest.raises(ValueRefused) as refused:
        roadmap.add_milestone(office.context, prospect, **asked)
    assert words in str(refused.value)
    assert shown(office, prospect) == []


def test_a_review_has_roadmap_notes_use_and_texts(office: Office) -> None:
    prospect = customer(office)
    roadmap.add_milestone(office.context, prospect, "Pilot review", "28 may 10:00")
    log_interaction(office.context, prospect, "Follow-up", "A third less waste by July.")
    log_interaction(office.context, prospect, "Call", "Not a note.", outcome="Reached")
    office.add("usage", prospect=prospect, date="2026-05-12", api_calls=412, error_rate=0.005, active_users=9)
    office.add("usage", prospect=prospect, date="broken", api_calls=7)
    office.add("assets", prospect=prospect, icp_content="Joineries", generated_at=office.ago(days=3), origin="Claude")
    office.add("surveys", prospect=prospect, satisfaction=9, date_responded="2026-05-01")
    review = planning_review(office.context, prospect)
    assert review is not None
    assert review.name == "Marrow & Pine"
    assert [(note.day, note.text) for note in review.notes] == [(date(2026, 5, 19), "A third less waste by July.")]
    assert (review.note_count, review.satisfaction, sum(week.calls for week in review.weeks)) == (1, 9, 412)
    assert review.next_review is not None and review.next_review.time == "10:00"
    assert [line.made.content for line in review.assets if line.made] == ["Joineries"]


def test_what_a_base_brings_never_stops_a_review(office: Office) -> None:
    prospect = customer(office)
    office.add("tasks", prospect=prospect, kind="Roadmap", title=None, starts_on="next spring", due=None, progress=7.5)
    [each] = milestones_of(office.context, prospect)
    assert (each.title, each.starts, each.due, each.share) == ("", None, None, 1.0)
    assert planning_review(office.context, RecordId(999_999)) is None
