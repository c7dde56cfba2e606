"""Due dates in plain words, and what is suggested next (docs/rules.md, "Due dates")."""

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journeydesk.domain.due import parse_due
from journeydesk.domain.errors import ValueRefused
from journeydesk.domain.next_step import suggestions
from journeydesk.domain.working_days import WorkingDays
from tests.unit.domain.rules.building import SETTINGS, settings

BERLIN = ZoneInfo("Europe/Berlin")
NOW = datetime(2026, 5, 19, 9, 5, tzinfo=UTC)  # A Tuesday, 11:05 in Berlin.
DAYS = WorkingDays(holidays=frozenset({date(2026, 5, 25)}))


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("today", "2026-05-19"),
        ("Tomorrow", "2026-05-20"),
        ("tmr", "2026-05-20"),
        ("day after tomorrow", "2026-05-21"),
        ("3d", "2026-05-22"),
        ("4d", "2026-05-26"),
        ("in 3 days", "2026-05-22"),
        ("1w", "2026-05-26"),
        ("in 2 weeks", "2026-06-02"),
        ("in a week", "2026-05-26"),
        ("two weeks", "2026-06-02"),
        ("2 working days", "2026-05-21"),
        ("4wd", "2026-05-26"),
        ("1m", "2026-06-19"),
        ("next month", "2026-06-19"),
        ("3 months", "2026-08-19"),
        ("next week", "2026-05-26"),
        ("next year", "2027-05-19"),
        ("fri", "2026-05-22"),
        ("on Friday", "2026-05-22"),
        ("tue", "2026-05-26"),
        ("tues", "2026-05-26"),
        ("next fri", "2026-05-29"),
        ("sat", "2026-05-23"),
        ("end of week", "2026-05-22"),
        ("eom", "2026-05-29"),
        ("2026-05-22", "2026-05-22"),
        ("22 may", "2026-05-22"),
        ("22nd May 2027", "2027-05-22"),
        ("May 22", "2026-05-22"),
        ("1 feb", "2027-02-01"),
        ("22.5.", "2026-05-22"),
        ("29.2.", "2028-02-29"),
        ("24.12.2026", "2026-12-24"),
    ],
)
def test_a_day_is_understood(text: str, day: str) -> None:
    found = parse_due(text, NOW, BERLIN, DAYS)
    assert (found.day.isoformat(), found.moment) == (day, None)


@pytest.mark.parametrize(
    ("text", "moment"),
    [
        ("fri 14:30", "2026-05-22T12:30"),
        ("fri at 9", "2026-05-22T07:00"),
        ("tomorrow 2pm", "2026-05-20T12:00"),
        ("tomorrow 2.15 pm", "2026-05-20T12:15"),
        ("12am tomorrow", None),
        ("tomorrow 12am", "2026-05-19T22:00"),
        ("tomorrow noon", "2026-05-20T10:00"),
        ("tomorrow in the morning", "2026-05-20T07:00"),
        ("tonight", "2026-05-19T18:00"),
        ("14:30", "2026-05-19T12:30"),
        ("9:00", "2026-05-20T07:00"),
        ("4h", "2026-05-19T13:05"),
        ("in 90 minutes", "2026-05-19T10:35"),
        ("2026-05-22 14:30", "2026-05-22T12:30"),
        ("2026-05-22T14:30:00Z", "2026-05-22T14:30"),
        ("22 may 8:15", "2026-05-22T06:15"),
        ("3d 10:00", "2026-05-22T08:00"),
    ],
)
def test_a_time_of_day_is_understood_in_the_zone(text: str, moment: str | None) -> None:
    if moment is None:
        with pytest.raises(ValueRefused):
            parse_due(text, NOW, BERLIN, DAYS)
    else:
        found = parse_due(text, NOW, BERLIN, DAYS)
        assert found.moment is not None
        assert f"{found.moment:%Y-%m-%dT%H:%M}" == moment


@pytest.mark.parametrize(
    "text",
    ["", "  ", "soon", "fri 25:00", "31 feb", "2026-13-01", "0x3d", "3 fortnights", "13pm", "next", "99999d", "in", "fri 9:75"],
)
def test_what_cannot_be_understood_is_refused_with_how_to_write_it(text: str) -> None:
    with pytest.raises(ValueRefused, match=r"Due: .*Write it like fri 14:30, 3d"):
        parse_due(text, NOW, BERLIN, DAYS)


@pytest.mark.parametrize("text", ["2026-05-18", "2020-01-01 10:00", "today 9:00", "1.1.2026"])
def test_the_past_is_refused_as_the_past(text: str) -> None:
    with pytest.raises(ValueRefused, match="in the past"):
        parse_due(text, NOW, BERLIN, DAYS)


def test_a_refusal_names_the_field_that_was_asked_for() -> None:
    with pytest.raises(ValueRefused, match="Follow-up:") as wrong:
        parse_due("soon", NOW, BERLIN, DAYS, "Follow-up")
    assert wrong.value.field == "Follow-up"


@pytest.mark.parametrize(("zone", "day"), [("Pacific/Kiritimati", "2026-05-20"), ("Pacific/Pago_Pago", "2026-05-19")])
def test_today_is_the_day_in_the_zone(zone: str, day: str) -> None:
    late = datetime(2026, 5, 19, 11, 30, tzinfo=UTC)
    assert parse_due("today", late, ZoneInfo(zone), WorkingDays()).day.isoformat() == day


def test_an_hour_that_the_clocks_skip_is_the_one_after_it() -> None:
    before = datetime(2026, 3, 28, 12, tzinfo=UTC)
    found = parse_due("tomorrow 2:30", before, BERLIN, WorkingDays())
    assert found.moment == datetime(2026, 3, 29, 1, 30, tzinfo=UTC)


def test_hours_pass_the_same_whatever_the_clocks_do() -> None:
    before = datetime(2026, 3, 29, 0, 30, tzinfo=UTC)
    assert parse_due("2h", before, BERLIN, WorkingDays()).moment == before + timedelta(hours=2)


def test_a_day_without_a_time_is_due_at_the_teams_hour() -> None:
    assert parse_due("3d", NOW, BERLIN, DAYS).instant(9, BERLIN) == datetime(2026, 5, 22, 7, tzinfo=UTC)


@given(st.integers(0, 900), st.sampled_from(["d", " days", "w", " weeks", "m"]))
def test_a_span_never_ends_on_a_free_day_nor_before_its_length(count: int, unit: str) -> None:
    unit = unit if count < 100 or "d" in unit else "d"
    found = parse_due(f"{count}{unit}", NOW, BERLIN, DAYS).day
    assert DAYS.works(found)
    assert found >= date(2026, 5, 19) + timedelta(days=count)


@given(st.text(max_size=30))
def test_any_text_gives_a_day_to_come_or_a_refusal(text: str) -> None:
    try:
        found = parse_due(text, NOW, BERLIN, DAYS)
    except ValueRefused:
        return
    assert found.day >= date(2026, 5, 19)


@given(st.dates(date(2026, 5, 19), date(2036, 1, 1)))
def test_a_date_as_it_is_written_is_that_date(day: date) -> None:
    assert parse_due(day.isoformat(), NOW, BERLIN, DAYS).day == day
    assert parse_due(f"{day.day} {day:%B %Y}", NOW, BERLIN, DAYS).day == day


def test_after_no_answer_a_call_in_two_working_days_is_offered_first() -> None:
    friday = datetime(2026, 5, 22, 9, tzinfo=UTC)
    first = suggestions(SETTINGS, "No answer", friday)[0]
    assert (first.words, first.day) == ("No answer → call in 2 working days", date(2026, 5, 26))


def test_holidays_are_skipped_in_what_is_offered() -> None:
    rules = settings(calendar={"holidays": ["2026-05-25"]})
    assert suggestions(rules, "Call back", datetime(2026, 5, 22, 9, tzinfo=UTC))[0].day == date(2026, 5, 26)


@pytest.mark.parametrize("outcome", [None, "Shrugged"])
def test_without_a_known_outcome_the_usual_steps_are_offered(outcome: str | None) -> None:
    assert [found.title for found in suggestions(SETTINGS, outcome, NOW)] == ["Follow up", "Follow up"]


def test_no_day_is_offered_twice() -> None:
    for outcome in SETTINGS.calendar.next_steps:
        days = [found.day for found in suggestions(SETTINGS, outcome, NOW)]
        assert len(days) == len(set(days))


def test_working_days_end_with_the_calendar() -> None:
    days = WorkingDays()
    assert days.on_or_after(date(9999, 12, 31)) == date.max
    assert days.add(date(9999, 12, 30), 5) == date.max
