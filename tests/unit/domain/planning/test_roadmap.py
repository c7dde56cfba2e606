"""A roadmap: where milestones stand, what they say together, which months they span."""

from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journeydesk.domain.ids import RecordId
from journeydesk.domain.planning.roadmap import (
    Milestone,
    Standing,
    axis,
    below_headline,
    headline,
    held_up,
    ordered,
    progress_words,
    until_words,
)

TODAY = date(2026, 5, 19)
DAYS = st.dates(date(2020, 1, 1), date(2035, 12, 31))


def milestone(number: int = 1, /, **values: Any) -> Milestone:
    given_values: dict[str, Any] = {"title": f"Step {number}", "owner": "Tomasz", "starts": None, "due": TODAY} | values
    return Milestone(RecordId(number), **given_values)


@st.composite
def milestones(draw: st.DrawFn) -> list[Milestone]:
    made = []
    for number in range(draw(st.integers(0, 12))):
        due = draw(st.none() | DAYS)
        starts = draw(st.none() | st.dates(date(2019, 1, 1), due)) if due is not None else None
        done = draw(st.none() | DAYS)
        made.append(milestone(number, starts=starts, due=due, done=done, progress=draw(st.floats(0, 1))))
    return made


@pytest.mark.parametrize(
    ("values", "standing"),
    [
        ({"done": TODAY, "due": TODAY - timedelta(9)}, Standing.DONE),
        ({"due": TODAY - timedelta(1)}, Standing.LATE),
        ({"due": TODAY}, Standing.AHEAD),
        ({"due": TODAY, "starts": TODAY}, Standing.UNDER_WAY),
        ({"due": TODAY + timedelta(9), "starts": TODAY + timedelta(2)}, Standing.AHEAD),
        ({"due": TODAY + timedelta(9), "starts": TODAY + timedelta(2), "progress": 0.1}, Standing.UNDER_WAY),
        ({"due": None}, Standing.UNDATED),
    ],
)
def test_a_milestone_stands_where_its_dates_say(values: dict[str, Any], standing: Standing) -> None:
    assert milestone(**values).standing(TODAY) is standing


def test_the_headline_counts_what_is_done_and_late() -> None:
    some = [milestone(1, done=TODAY), milestone(2, due=date(2026, 5, 15)), milestone(3, due=date(2026, 6, 1))]
    assert headline(some, TODAY) == "1 of 3 milestones are done and 1 is late"
    assert headline(some[::2], TODAY) == "1 of 2 milestones are done, none is late"
    assert headline([], TODAY) == "No milestones yet"


def test_what_is_late_names_the_work_that_it_holds_up() -> None:
    some = [
        milestone(1, title="Order import", due=date(2026, 5, 15)),
        milestone(2, title="Second workshop", starts=date(2026, 6, 1), due=date(2026, 6, 26)),
        milestone(3, title="First workshop", starts=date(2026, 5, 20), due=date(2026, 5, 29), done=TODAY),
    ]
    assert held_up(some, TODAY) == (some[0], some[1])
    assert below_headline(some, TODAY) == "Order import is 4 days late and holds up Second workshop"


def test_without_anything_late_the_next_date_is_named() -> None:
    assert below_headline([milestone(due=TODAY + timedelta(9))], TODAY) == "Next is Step 1, in 9 d"
    assert below_headline([milestone(done=TODAY)], TODAY) == "Nothing is dated ahead: agree on what comes next."


def test_near_dates_are_said_from_today() -> None:
    dates = {-4: "4 d late", 0: "today", 1: "tomorrow", 9: "in 9 d", 40: ""}
    assert {days: until_words(milestone(due=TODAY + timedelta(days)), TODAY) for days in dates} == dates


def test_progress_of_a_day_is_no_share() -> None:
    assert progress_words(milestone()) == "one day"
    assert progress_words(milestone(starts=TODAY, progress=0.4)) == "40%"
    assert progress_words(milestone(starts=TODAY, progress=0.4, done=TODAY)) == "100%"


@given(milestones(), DAYS)
def test_moving_there_and_back_changes_nothing(some: list[Milestone], _day: date) -> None:
    assert [each.moved(7).moved(-7) for each in some] == some
    for each in some:
        moved = each.moved(7)
        if each.starts is not None and each.due is not None and moved.starts is not None and moved.due is not None:
            assert moved.due - moved.starts == each.due - each.starts


@given(milestones(), DAYS)
def test_the_axis_always_shows_today(some: list[Milestone], today: date) -> None:
    shown = axis(some, today)
    assert shown.start <= today < shown.end
    assert 4 <= len(shown.months) <= 24
    assert 0 <= shown.place(today) < 1
    assert shown.day_at(shown.place(today)) == today


@given(milestones(), DAYS)
def test_order_and_words_hold_for_every_roadmap(some: list[Milestone], today: date) -> None:
    in_order = ordered(some)
    assert sorted(each.record for each in in_order) == sorted(each.record for each in some)
    dated = [each.due for each in in_order if each.due is not None]
    assert dated == sorted(dated)
    assert headline(some, today) and below_headline(some, today)
