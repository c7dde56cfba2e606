"""The answers to the next-step gate, and when something happened, in plain words."""

from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

import pytest

from journeydesk.domain.due import Due, parse_due
from journeydesk.domain.errors import ValueRefused
from journeydesk.domain.next_step import NoStep, Step, Suggestion, parse_step
from journeydesk.domain.occurred_at import parse_occurred_at
from journeydesk.domain.working_days import WorkingDays

NOW = datetime(2026, 5, 19, 9, 5, tzinfo=UTC)
BERLIN = ZoneInfo("Europe/Berlin")
OFFERED = Suggestion("Call", date(2026, 5, 21), "No answer → call in 2 working days")


def understand(text: str) -> Due:
    return parse_due(text, NOW, BERLIN, WorkingDays())


def answer(typed: str) -> Step | NoStep:
    return parse_step(typed, OFFERED, understand)


def test_nothing_takes_what_is_offered() -> None:
    assert answer("  ") == Step("Call", Due(date(2026, 5, 21)))


@pytest.mark.parametrize(
    ("typed", "title", "day"),
    [
        ("fri", "Call", date(2026, 5, 22)),
        ("next month", "Call", date(2026, 6, 19)),
        ("send the offer tomorrow", "Send the offer", date(2026, 5, 20)),
        ("ask about 2 depots 3d", "Ask about 2 depots", date(2026, 5, 22)),
    ],
)
def test_a_date_plans_and_what_stands_before_it_is_the_title(typed: str, title: str, day: date) -> None:
    step = answer(typed)
    assert isinstance(step, Step)
    assert (step.title, step.due.day) == (title, day)


def test_x_needs_a_reason() -> None:
    assert answer("X no budget") == NoStep("no budget")
    with pytest.raises(ValueRefused, match="reason after the x"):
        answer("x")


@pytest.mark.parametrize("typed", ["someday", "send it", "yesterday", "x-ray them"])
def test_what_is_no_date_is_refused_in_a_sentence(typed: str) -> None:
    with pytest.raises(ValueRefused):
        answer(typed)


@pytest.mark.parametrize(
    ("typed", "moment"),
    [
        ("", "2026-05-19 11:05"),
        ("now", "2026-05-19 11:05"),
        ("9:31", "2026-05-19 09:31"),
        ("Today, 09:31", "2026-05-19 09:31"),
        ("yesterday 16.00", "2026-05-18 16:00"),
        ("20m ago", "2026-05-19 10:45"),
        ("2 hours ago", "2026-05-19 09:05"),
        ("mon 10:00", "2026-05-18 10:00"),
        ("tue 10:00", "2026-05-19 10:00"),
        ("wed 10:00", "2026-05-13 10:00"),
        ("2026-03-29 12:00", "2026-03-29 12:00"),
    ],
)
def test_what_happened_is_placed_in_the_teams_zone(typed: str, moment: str) -> None:
    assert f"{parse_occurred_at(typed, NOW, BERLIN).astimezone(BERLIN):%Y-%m-%d %H:%M}" == moment


@pytest.mark.parametrize("typed", ["12:00", "soon", "25:00", "tomorrow 9:00", "99999999d ago", "2026-02-30 10:00"])
def test_what_is_to_come_or_not_understood_did_not_happen(typed: str) -> None:
    with pytest.raises(ValueRefused):
        parse_occurred_at(typed, NOW, BERLIN)
