"""The list of changes: everything since one of them taken back at once, done again, or one of them alone."""

import pytest

from journeydesk.domain.errors import UserError
from journeydesk.services.commands import many, prospects
from journeydesk.services.commands.undoing import undo
from journeydesk.services.last_changes import (
    can_take_back_alone,
    last_changes,
    redo_up_to,
    step_of_entry,
    take_back_alone,
    undo_back_to,
)
from journeydesk.services.queries.detail import timeline
from tests.integration.office import Office


def labels(office: Office) -> list[tuple[str, bool]]:
    return [(line.label, line.undone) for line in last_changes(office.context, 50)]


def test_newest_first_with_what_is_undone(office: Office) -> None:
    prospect = office.prospect()
    for owner in ("A", "B", "C"):
        many.assign(office.context, [prospect], owner)
    undo(office.context)
    name = "Assigned Mbali Weaves to"
    assert labels(office) == [(f"{name} C", True), (f"{name} B", False), (f"{name} A", False)]
    newest = last_changes(office.context, 1)
    assert [line.label for line in newest] == [f"{name} C"]
    assert [line.label for line in last_changes(office.context, 1, newest[0].id)] == [f"{name} B"]


def test_everything_since_a_change_is_taken_back_and_done_again(office: Office) -> None:
    prospect = office.prospect()
    for owner in ("A", "B", "C", "D"):
        many.assign(office.context, [prospect], owner)
    second = last_changes(office.context, 50)[2]
    assert len(undo_back_to(office.context, second.id)) == 3
    assert office.values("prospects", prospect)["owner"] == "A"
    assert [undone for _, undone in labels(office)] == [True, True, True, False]
    third = last_changes(office.context, 50)[1]
    assert len(redo_up_to(office.context, third.id)) == 2
    assert office.values("prospects", prospect)["owner"] == "C"
    with pytest.raises(UserError, match="undone already"):
        undo_back_to(office.context, last_changes(office.context, 1)[0].id)


def test_one_change_is_taken_back_alone_and_that_is_undone_in_turn(office: Office) -> None:
    prospect = office.prospect(phone="1", owner=None)
    prospects.edit(office.context, prospect, {"phone": "2"})
    many.assign(office.context, [prospect], "Tomasz Wilk")
    edited = last_changes(office.context, 50)[1]
    assert can_take_back_alone(office.context, edited.id)
    done = take_back_alone(office.context, edited.id)
    assert (done.label, done.stayed) == (edited.label, 0)
    row = office.values("prospects", prospect)
    assert (row["phone"], row["owner"]) == ("1", "Tomasz Wilk")
    assert undo(office.context) == f"Took back: {edited.label}"
    assert office.values("prospects", prospect)["phone"] == "2"


def test_what_was_changed_since_stays_and_is_counted(office: Office) -> None:
    prospect = office.prospect(phone="1", job_title="Buyer")
    prospects.edit(office.context, prospect, {"phone": "2", "job_title": "Owner"})
    prospects.edit(office.context, prospect, {"phone": "3"})
    first = last_changes(office.context, 50)[1]
    assert take_back_alone(office.context, first.id).stayed == 1
    row = office.values("prospects", prospect)
    assert (row["phone"], row["job_title"]) == ("3", "Buyer")
    with pytest.raises(UserError, match="was changed since; nothing was taken back"):
        take_back_alone(office.context, first.id)


def test_a_log_goes_alone_and_a_prospect_does_not(office: Office) -> None:
    prospect = prospects.create_prospect(office.context, {"company": "Quillon Freight"})
    prospects.log_interaction(office.context, prospect, "Call", "Spoke", outcome="Reached")
    prospects.edit(office.context, prospect, {"phone": "2"})
    _, logged, created = last_changes(office.context, 50)[:3]
    assert can_take_back_alone(office.context, logged.id)
    take_back_alone(office.context, logged.id)
    assert office.rows("SELECT count(*) FROM interactions WHERE NOT deleted") == [(0,)]
    assert not can_take_back_alone(office.context, created.id)
    with pytest.raises(UserError, match="only be undone with everything after it"):
        take_back_alone(office.context, created.id)


def test_a_line_of_a_timeline_leads_to_its_own_step_alone(office: Office) -> None:
    one, other = (prospects.create_prospect(office.context, {"company": name}) for name in ("Quillon Freight", "Mbali Weaves"))
    prospects.log_interaction(office.context, one, "Call", "Spoke", outcome="Reached")
    (logged,) = last_changes(office.context, 1)
    many.log_with_all(office.context, [one, other], "Meeting", "Both came to the fair")
    many.set_stage(office.context, [one, other], "Engagement", "Planning")
    steps = {entry.title + entry.title_rest: step_of_entry(office.context, entry) for entry in timeline(office.context, one)}
    # To take back what was done to several would take it from the others, too.
    assert [step for step in steps.values() if step is not None] == [logged.id]
