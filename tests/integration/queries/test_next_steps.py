"""The next-step gate's questions: who lacks one, what stands above the notes, who was left without."""

from datetime import date, datetime, timedelta

import pytest

from journeydesk.domain.errors import ValueRefused
from journeydesk.domain.ids import RecordId
from journeydesk.domain.next_step import NO_STEP, NoStep, Step
from journeydesk.services.queries.next_steps import (
    lacks_next_step,
    suggested_steps,
    understand_step,
    what_comes_next,
    without_next_step,
)
from tests.integration.office import Office


def spoken_to(office: Office, days: float = 1, **values: object) -> RecordId:
    next_steps = values.pop("next_steps", None)
    prospect = office.prospect(**({"status": "Accepted"} | values))
    office.add(
        "interactions", prospect=prospect, type="Call", outcome="Reached", date=office.ago(days=days), next_steps=next_steps,
        owner="Tomasz Wilk",
    )  # fmt: skip
    return prospect


@pytest.mark.parametrize(
    ("values", "lacks", "just_logged"),
    [
        ({}, True, True),
        ({"next_follow_up": "2026-05-18"}, True, True),
        ({"next_follow_up": "2026-05-19"}, False, True),
        ({"next_follow_up": "2026-05-20"}, False, False),
        ({"status": "Rejected"}, False, False),
        ({"customer_status": "CHURNED"}, False, False),
        ({"customer_status": "CUSTOMER"}, True, True),
    ],
)
def test_an_open_prospect_needs_something_to_come(
    office: Office, values: dict[str, object], lacks: bool, just_logged: bool
) -> None:
    prospect = office.prospect(**({"status": "Accepted"} | values))
    assert lacks_next_step(office.context, prospect) is lacks
    assert lacks_next_step(office.context, prospect, just_logged=True) is just_logged


@pytest.mark.parametrize(
    ("task", "lacks"),
    [
        ({"due": "2026-05-19T09:05:00.000Z"}, False),
        ({"due": "2026-05-19T09:04:59.999Z"}, True),
        ({"due": "2026-07-01T07:00:00.000Z"}, False),
        ({"due": "2026-07-01T07:00:00.000Z", "done_at": "2026-05-19T09:00:00.000Z"}, True),
        ({}, True),
    ],
)
def test_a_task_that_is_still_ahead_is_enough(office: Office, task: dict[str, object], lacks: bool) -> None:
    prospect = office.prospect(status="Accepted")
    office.add("tasks", prospect=prospect, title="Call", **task)
    office.add("tasks", prospect=office.prospect(), title="Of another", due=office.ago(days=-3))
    assert lacks_next_step(office.context, prospect) is lacks


def test_who_was_deleted_lacks_nothing(office: Office) -> None:
    prospect = office.prospect(status="Accepted")
    office.delete(prospect)
    assert not lacks_next_step(office.context, prospect)
    assert not lacks_next_step(office.context, RecordId(99))


def test_today_is_that_of_the_teams_zone(office: Office) -> None:
    prospect = office.prospect(status="Accepted", next_follow_up="2026-05-19")
    office.settle(team={"time_zone": "Pacific/Auckland"})
    office.moment = datetime.fromisoformat("2026-05-19T13:00:00+00:00")
    assert lacks_next_step(office.context, prospect)


def test_above_the_notes_stand_follow_up_and_first_task(office: Office) -> None:
    prospect = spoken_to(office, next_follow_up="2026-05-22", next_steps=f"{NO_STEP}No budget")
    office.add("tasks", prospect=prospect, title="Later", due=office.ago(days=-5))
    office.add("tasks", prospect=prospect, kind="Check-in", due=office.ago(days=-2))
    office.add("tasks", prospect=prospect, title="Some day")
    following = what_comes_next(office.context, prospect)
    assert following.follow_up == date(2026, 5, 22)
    assert (following.task, following.task_due) == ("Check-in", office.moment + timedelta(days=2))
    assert (following.reason, following.by, following.at) == ("", "", None)


def test_where_nothing_comes_the_reason_stands_with_who_said_it(office: Office) -> None:
    prospect = spoken_to(office, next_steps=f"They call\n{NO_STEP}No budget")
    following = what_comes_next(office.context, prospect)
    assert (following.follow_up, following.task) == (None, "")
    assert (following.reason, following.by) == ("No budget", "Tomasz Wilk")
    assert following.at == office.moment - timedelta(days=1)


@pytest.mark.parametrize("next_steps", [None, "", "They call back"])
def test_words_that_are_no_reason_are_none(office: Office, next_steps: str | None) -> None:
    following = what_comes_next(office.context, spoken_to(office, next_steps=next_steps))
    assert (following.reason, following.by, following.at) == ("", "", None)


def test_of_nobody_nothing_comes(office: Office) -> None:
    following = what_comes_next(office.context, RecordId(99))
    assert (following.follow_up, following.task, following.task_due, following.reason) == (None, "", None, "")


@pytest.mark.parametrize(
    ("values", "listed"),
    [
        ({}, True),
        ({"days": 6.9}, True),
        ({"days": 8}, False),
        ({"next_follow_up": "2026-05-19"}, False),
        ({"next_follow_up": "2026-05-18"}, True),
        ({"status": "Rejected"}, False),
        ({"customer_status": "LEAD_EXHAUSTED"}, False),
        ({"next_steps": f"{NO_STEP}No budget"}, False),
        ({"next_steps": "They call back"}, True),
    ],
)
def test_who_was_spoken_to_this_week_without_a_step_is_listed(office: Office, values: dict[str, object], listed: bool) -> None:
    prospect = spoken_to(office, **values)  # type: ignore[arg-type]
    assert [each.prospect for each in without_next_step(office.context)] == ([prospect] if listed else [])


def test_a_task_ahead_takes_one_off_the_list(office: Office) -> None:
    prospect = spoken_to(office)
    office.add("tasks", prospect=prospect, title="Call", due=office.ago(days=-1))
    assert without_next_step(office.context) == []


def test_the_last_touchpoint_decides_whether_a_reason_was_given(office: Office) -> None:
    prospect = spoken_to(office, days=3, next_steps=f"{NO_STEP}No budget")
    assert without_next_step(office.context) == []
    office.add("interactions", prospect=prospect, type="Call", outcome="Call back", date=office.ago(days=1))
    (row,) = without_next_step(office.context)
    assert (row.prospect, row.outcome) == (prospect, "Call back")


def test_the_list_is_newest_first_of_one_owner_or_all_and_bounded(office: Office) -> None:
    mine = [spoken_to(office, days=day, owner="Amaia") for day in (3, 1, 2)]
    theirs = spoken_to(office, days=0.5, owner="Tomasz")
    assert [each.prospect for each in without_next_step(office.context)] == [theirs, mine[1], mine[2], mine[0]]
    assert [each.prospect for each in without_next_step(office.context, "Amaia")] == [mine[1], mine[2], mine[0]]
    assert [each.prospect for each in without_next_step(office.context, limit=2)] == [theirs, mine[1]]


@pytest.mark.parametrize("outcome", ["Reached", "No answer", "Meeting booked", None, "Unheard of"])
def test_the_gate_offers_working_days_that_differ(office: Office, outcome: str | None) -> None:
    offers = suggested_steps(office.context, outcome)
    days = [offer.day for offer in offers]
    assert len(set(days)) == len(days) >= 2
    assert all(day.weekday() < 5 and day >= office.context.today() for day in days)


def test_an_answer_is_the_offer_a_date_or_a_reason(office: Office) -> None:
    offer = suggested_steps(office.context, "Reached")[0]
    taken = understand_step(office.context, "", offer)
    assert isinstance(taken, Step)
    assert (taken.title, taken.due.day) == (offer.title, offer.day)
    typed = understand_step(office.context, "send the offer fri 14:30", offer)
    assert isinstance(typed, Step)
    assert (typed.title, typed.due.day) == ("Send the offer", date(2026, 5, 22))
    assert understand_step(office.context, "x no budget", offer) == NoStep("no budget")
    for wrong in ("x", "someday maybe"):
        with pytest.raises(ValueRefused) as refusal:
            understand_step(office.context, wrong, offer)
        assert refusal.value.field == "Next step"
