"""Due dates against a calendar walked day by day (docs/rules.md, "Due dates")."""

import calendar
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journeydesk.domain.due import Due, parse_due
from journeydesk.domain.errors import ValueRefused
from journeydesk.domain.next_step import NoStep, Step, Suggestion, parse_step, suggestions
from journeydesk.domain.occurred_at import parse_occurred_at
from journeydesk.domain.periods import MONTHS, WEEKDAYS
from journeydesk.domain.working_days import WorkingDays
from tests.unit.domain.rules.building import SETTINGS, settings

BERLIN = ZoneInfo("Europe/Berlin")
NOW = datetime(2026, 5, 19, 9, 5, tzinfo=UTC)  # A Tuesday, 11:05 in Berlin.
HOLIDAYS = frozenset({date(2026, 5, 25), date(2026, 12, 25)})
DAYS = WorkingDays(holidays=HOLIDAYS)
TODAYS = st.dates(date(2024, 1, 1), date(2032, 12, 31))


def works(day: date) -> bool:
    return day.weekday() < 5 and day not in HOLIDAYS


def next_working(day: date) -> date:
    while not works(day):
        day += timedelta(days=1)
    return day


def due(text: str, today: date = date(2026, 5, 19), hour: int = 11) -> Due:
    return parse_due(text, datetime.combine(today, time(hour), BERLIN), BERLIN, DAYS)


@given(TODAYS, st.integers(1, 400), st.sampled_from(["{}d", "{} days", "in {} days", "{}d "]))
def test_so_many_days_on_is_that_day_or_the_next_working_one(today: date, count: int, form: str) -> None:
    assert due(form.format(count), today).day == next_working(today + timedelta(days=count))


@given(TODAYS, st.integers(1, 60), st.sampled_from(["{}w", "{} weeks", "in {} wk"]))
def test_so_many_weeks_on_is_that_day_or_the_next_working_one(today: date, count: int, form: str) -> None:
    assert due(form.format(count), today).day == next_working(today + timedelta(days=7 * count))


@given(TODAYS, st.integers(1, 40), st.sampled_from(["{}m", "{} months"]))
def test_so_many_months_on_is_the_day_or_the_months_last(today: date, count: int, form: str) -> None:
    year, month = divmod(today.year * 12 + today.month - 1 + count, 12)
    last = calendar.monthrange(year, month + 1)[1]
    assert due(form.format(count), today).day == next_working(date(year, month + 1, min(today.day, last)))


@given(TODAYS, st.integers(1, 60), st.sampled_from(["{}wd", "{} working days", "in {} business days"]))
def test_so_many_working_days_on_skips_the_free_ones(today: date, count: int, form: str) -> None:
    day, left = today, count
    while left:
        day += timedelta(days=1)
        left -= works(day)
    assert due(form.format(count), today).day == day


@given(TODAYS, st.sampled_from(WEEKDAYS), st.integers(2, 9))
def test_a_weekday_is_the_next_of_its_name_and_never_today(today: date, name: str, letters: int) -> None:
    day = today + timedelta(days=1)
    while day.strftime("%A") != name:
        day += timedelta(days=1)
    assert due(name[:letters], today).day == due(f"on {name}", today).day == day


@given(TODAYS, st.sampled_from(WEEKDAYS))
def test_next_weekday_is_the_one_of_next_week(today: date, name: str) -> None:
    day = due(f"next {name}", today).day
    assert day.strftime("%A") == name
    assert day.isocalendar()[:2] == (today + timedelta(days=7)).isocalendar()[:2]


@given(TODAYS, st.integers(0, 3000))
def test_a_date_is_taken_at_its_word_in_every_spelling(today: date, ahead: int) -> None:
    day = today + timedelta(days=ahead)
    month = MONTHS[day.month - 1]
    for text in (
        day.isoformat(),
        f"{day.day}.{day.month}.{day.year}",
        f"{day.day} {month} {day.year}",
        f"{day.day}th {month[:3]}, {day.year}",
        f"{month} {day.day}, {day.year}",
        f"on {day.isoformat()}",
    ):
        assert due(text, today) == Due(day)


@given(TODAYS, st.integers(0, 364))
def test_a_day_without_a_year_is_the_next_of_its_name(today: date, ahead: int) -> None:
    day = today + timedelta(days=ahead)
    if (day.month, day.day) != (2, 29):
        assert due(f"{day.day}.{day.month}.", today).day == day
        assert due(f"{MONTHS[day.month - 1]} {day.day}", today).day == day


def test_the_29th_of_february_waits_for_its_year() -> None:
    assert due("29 feb").day == date(2028, 2, 29)
    assert due("29 feb", date(2028, 2, 29)).day == date(2028, 2, 29)


@given(TODAYS)
def test_the_end_of_week_and_month_is_the_last_working_day_left(today: date) -> None:
    month_end = date(today.year, today.month, calendar.monthrange(today.year, today.month)[1])
    sunday = today + timedelta(days=6 - today.weekday())
    for text, last in (("eow", sunday), ("end of week", sunday), ("eom", month_end), ("end of the month", month_end)):
        left = [today + timedelta(days=n) for n in range((last - today).days + 1) if works(today + timedelta(days=n))]
        assert due(text, today).day == (left[-1] if left else last)


@given(TODAYS)
def test_next_week_month_and_year_begin_on_a_working_day(today: date) -> None:
    assert due("next week", today).day == next_working(today + timedelta(days=7 - today.weekday()))
    assert due("next year", today).day.year >= today.year + 1


CLOCKS = [
    ("14:30", 14, 30), ("at 14:30", 14, 30), ("2pm", 14, 0), ("2 pm", 14, 0), ("12am", 0, 0), ("12pm", 12, 0), ("11:59pm", 23, 59),
    ("9.15am", 9, 15), ("14h", 14, 0), ("noon", 12, 0), ("at noon", 12, 0), ("midday", 12, 0), ("morning", 9, 0),
    ("in the morning", 9, 0), ("afternoon", 14, 0), ("evening", 18, 0), ("at 9", 9, 0), ("0:00", 0, 0), ("23:59", 23, 59),
]  # fmt: skip


@pytest.mark.parametrize(("clock", "hour", "minute"), CLOCKS)
@pytest.mark.parametrize(("words", "day"), [("tomorrow", 20), ("fri", 22), ("2026-05-22", 22), ("on 22 may", 22)])
def test_a_time_follows_its_day(words: str, day: int, clock: str, hour: int, minute: int) -> None:
    moment = datetime(2026, 5, day, hour, minute, tzinfo=BERLIN).astimezone(UTC)
    assert due(f"{words} {clock}") == Due(date(2026, 5, day), moment)


@pytest.mark.parametrize(("clock", "hour", "minute"), [row for row in CLOCKS if row[0] != "14h"])
def test_a_time_alone_is_todays_or_tomorrows(clock: str, hour: int, minute: int) -> None:
    later_today = (hour, minute) > (11, 0)
    assert due(clock).day == date(2026, 5, 19 if later_today else 20)


@pytest.mark.parametrize("clock", ["13pm", "0am", "24:00", "9:60", "25h", "at 25"])
def test_a_time_that_no_clock_shows_is_refused(clock: str) -> None:
    with pytest.raises(ValueRefused, match="is not a date that can be understood"):
        due(f"tomorrow {clock}")


@given(st.integers(1, 3000), st.sampled_from([("min", 1), ("minutes", 1), ("h", 60), ("hours", 60)]))
def test_hours_and_minutes_pass_whatever_clocks_do(count: int, unit: tuple[str, int]) -> None:
    now = datetime(2026, 10, 24, 20, 0, tzinfo=UTC)
    result = parse_due(f"in {count} {unit[0]}", now, BERLIN, DAYS)
    assert result.moment == now + timedelta(minutes=count * unit[1])
    assert result.day == result.moment.astimezone(BERLIN).date()


def test_tonight_is_eight_in_the_evening_of_today() -> None:
    assert due("tonight").moment == datetime(2026, 5, 19, 18, 0, tzinfo=UTC)
    assert due("tomorrow tonight").moment == datetime(2026, 5, 20, 18, 0, tzinfo=UTC)


def test_a_day_alone_is_due_at_the_teams_hour() -> None:
    assert due("fri").instant(9, BERLIN) == datetime(2026, 5, 22, 7, tzinfo=UTC)
    assert due("fri 14:30").instant(9, BERLIN) == datetime(2026, 5, 22, 12, 30, tzinfo=UTC)


@pytest.mark.parametrize("text", ["2026-05-19 11:05", "2026-05-18", "2026-05-19t09:00z", "today 9:00", "2026-05-19 11:00"])
def test_what_has_passed_is_no_due_date(text: str) -> None:
    with pytest.raises(ValueRefused, match="is in the past"):
        parse_due(text, NOW, BERLIN, DAYS)


@pytest.mark.parametrize(("days", "fits"), [(3660, True), (3661, False)])
def test_ten_years_is_the_furthest(days: int, fits: bool) -> None:
    text = (date(2026, 5, 19) + timedelta(days=days)).isoformat()
    if fits:
        assert due(text).day.isoformat() == text
    else:
        with pytest.raises(ValueRefused, match="more than ten years away"):
            due(text)


OFFER = Suggestion("Call", date(2026, 5, 21), "call in 2 working days")


@given(st.text(st.characters(categories=["L", "N"]), min_size=1, max_size=9).filter(lambda word: word.casefold() != "x"))
def test_words_before_a_date_are_the_title(word: str) -> None:
    def understand(text: str) -> Due:
        if text != "fri":
            raise ValueRefused("Due", "no")
        return Due(date(2026, 5, 22))

    assert parse_step(f"{word}  fri", OFFER, understand) == Step(word[:1].upper() + word[1:], Due(date(2026, 5, 22)))
    assert parse_step("fri", OFFER, understand) == Step("Call", Due(date(2026, 5, 22)))


@pytest.mark.parametrize(("typed", "reason"), [("x no budget", "no budget"), ("X  waits   long", "waits long")])
def test_an_x_with_a_reason_says_that_nothing_comes(typed: str, reason: str) -> None:
    assert parse_step(typed, OFFER, due) == NoStep(reason)


@pytest.mark.parametrize(
    ("outcome", "offers"),
    [
        ("Reached", [("Reached → follow up in 5 working days", 27), ("follow up in 1 working day", 20)]),
        (
            "No answer",
            [
                ("No answer → call in 2 working days", 21),
                ("follow up in 1 working day", 20),
                ("follow up in 5 working days", 27),
            ],
        ),
        (None, [("follow up in 1 working day", 20), ("follow up in 5 working days", 27)]),
        ("Call back", [("Call back → call back in 1 working day", 20), ("follow up in 5 working days", 27)]),
    ],
)
def test_what_is_offered_depends_on_the_outcome(outcome: str | None, offers: list[tuple[str, int]]) -> None:
    team = settings(calendar={"holidays": ["2026-05-25"]})
    assert [(offer.words, offer.day.day) for offer in suggestions(team, outcome, NOW)] == offers


def test_a_step_of_no_days_is_today() -> None:
    team = settings(calendar={"next_steps": {"Reached": {"title": "Write", "days": 0}}})
    assert suggestions(team, "Reached", NOW)[0] == Suggestion("Write", date(2026, 5, 19), "Reached → write today")
    assert SETTINGS.calendar.next_steps["Reached"].days == 5


@given(st.integers(0, 9999), st.sampled_from([("m", 1), (" min", 1), (" minutes", 1), ("h", 60), (" hours", 60), ("d", 1440)]))
def test_so_long_ago_is_counted_back_from_now(count: int, unit: tuple[str, int]) -> None:
    assert parse_occurred_at(f"{count}{unit[0]} ago", NOW, BERLIN) == NOW - timedelta(minutes=count * unit[1])


@given(TODAYS, st.sampled_from(WEEKDAYS))
def test_a_weekday_that_was_is_the_last_of_its_name(today: date, name: str) -> None:
    day = today
    while day.strftime("%A") != name:
        day -= timedelta(days=1)
    now = datetime.combine(today, time(23, 59), BERLIN)
    assert parse_occurred_at(f"{name} 10:00", now, BERLIN) == datetime.combine(day, time(10), BERLIN)


@pytest.mark.parametrize(
    "text", ["11:06", "tomorrow 9:00", "25:00", "2026-13-01 9:00", "m 9:00", "yesterday", "2026-05-20 9:00"]
)
def test_what_is_to_come_or_no_time_did_not_happen(text: str) -> None:
    with pytest.raises(ValueRefused) as refusal:
        parse_occurred_at(text, NOW, BERLIN)
    assert refusal.value.field == "When"
