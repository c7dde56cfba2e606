"""Numbers and dates written in every way that files have, read back (`journeydesk/domain/written/`)."""

from datetime import UTC, date, datetime, timedelta, timezone
from decimal import Decimal
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journeydesk.domain.written.dates import parse_day, parse_instant
from journeydesk.domain.written.numbers import DecimalMark, decide_mark, parse_number, whole_percents

BERLIN = ZoneInfo("Europe/Berlin")
MONEY = st.decimals(0, 10**9, places=2)
DATES = st.dates(date(1900, 1, 1), date(2200, 12, 31))
MARKS = st.sampled_from([(",", "."), (".", ","), (",", " "), (".", "'"), (",", "\u00a0"), (".", "_")])


def written(number: Decimal, mark: str, group: str) -> str:
    whole, _, decimals = f"{number:,.2f}".partition(".")
    return f"{whole.replace(',', group)}{mark}{decimals}"


@given(MONEY, MARKS, st.sampled_from(["{}", "€ {}", "{} €", "EUR {}", "{} EUR", "${}", "{} kr", " {} "]))
def test_an_amount_is_read_beside_any_sign_of_money(number: Decimal, marks: tuple[str, str], form: str) -> None:
    assert parse_number(form.format(written(number, *marks)), marks[0]) == (number, False)


@given(MONEY.filter(bool), MARKS, st.sampled_from(["-{}", "{}-", "({})", "−{}", "–{}", "- {}", "€ -{}", "-€{}"]))
def test_a_negative_amount_is_read_in_any_spelling(number: Decimal, marks: tuple[str, str], form: str) -> None:
    assert parse_number(form.format(written(number, *marks)), marks[0]) == (-number, False)


@given(MONEY, st.sampled_from(["{}%", "{} %", "({}%)", "-{} %"]))
def test_a_percent_sign_is_told_apart_from_its_number(number: Decimal, form: str) -> None:
    value, percent = parse_number(form.format(number))
    assert (abs(value), percent) == (number, True)


@pytest.mark.parametrize(
    "text",
    [
        "(-5)",
        "--5",
        "-5-",
        "(5",
        "5)",
        "1,23",
        "1,2345",
        "12,34,567",
        "",
        "-",
        "()",
        "five",
        "1.2.3",
        "NaN",
        "Infinity",
        "1 e5",
    ],
)
def test_what_only_looks_like_a_number_is_refused(text: str) -> None:
    with pytest.raises(ValueError):
        parse_number(text)


@pytest.mark.parametrize(
    ("text", "mark", "number"),
    [
        ("1e3", ".", "1000"), ("1.5E3", ".", "1500"), ("1,5e3", ",", "1500"), ("2E-2", ".", "0.02"), ("+7", ".", "7"), (".5", ".", "0.5"),
        ("5.", ".", "5"), ("007", ".", "7"), ("1.234.567", ",", "1234567"), ("1,234,567.8", ".", "1234567.8"),
    ],
)  # fmt: skip
def test_rare_spellings_of_numbers_are_read(text: str, mark: str, number: str) -> None:
    assert parse_number(text, mark) == (Decimal(number), False)


@given(st.lists(st.decimals(1000, 10**9, places=2), min_size=1, max_size=9), MARKS)
def test_a_column_with_decimals_says_which_mark_parts_them(numbers: list[Decimal], marks: tuple[str, str]) -> None:
    assert decide_mark([written(number, *marks) for number in numbers]) == DecimalMark(marks[0])


@pytest.mark.parametrize(
    ("cells", "mark"),
    [
        ([], DecimalMark()),
        (["12", "7"], DecimalMark()),
        (["12.500"], DecimalMark(open=True)),
        (["12,500", "0,5"], DecimalMark(",")),
        (["12,500", "1.5", "2.5", "0,5"], DecimalMark(".")),
        (["0.500"], DecimalMark(".")),
        (["1234,500"], DecimalMark(",")),
        (["1.234.567"], DecimalMark(",")),
        (["1,5", "1.5"], DecimalMark(open=True)),
    ],
)
def test_a_column_is_decided_by_most_of_what_cannot_be_otherwise(cells: list[str], mark: DecimalMark) -> None:
    assert decide_mark(cells) == mark


@pytest.mark.parametrize(
    ("cells", "whole"),
    [
        ([], False),
        (["0.5", "1"], False),
        (["0.5", "1.01"], True),
        (["50%", "0.5"], False),
        (["x", "-2"], True),
        (["100 %"], False),
    ],
)
def test_percents_without_a_sign_are_whole_where_one_exceeds_one(cells: list[str], whole: bool) -> None:
    assert whole_percents(cells) is whole


@given(DATES)
def test_a_day_is_read_back_from_every_unambiguous_form(day: date) -> None:
    for text in (
        day.isoformat(),
        f"{day:%Y%m%d}",
        f"{day:%Y/%m/%d}",
        f"{day.year}.{day.month}.{day.day}",
        f"{day.day} {day:%B} {day.year}",
        f"{day.day}. {day:%b} {day.year}",
        f"{day:%B} {day.day}, {day.year}",
        f"{day:%b} {day.day}th {day.year}",
        f"{day.day}-{day:%b}-{day.year}",
    ):
        assert parse_day(text) == day


@given(DATES, st.sampled_from(["/", ".", "-", " "]))
def test_a_day_of_numbers_is_read_in_the_order_of_its_column(day: date, sign: str) -> None:
    assert parse_day(f"{day.day}{sign}{day.month}{sign}{day.year}", "dmy") == day
    assert parse_day(f"{day.month}{sign}{day.day}{sign}{day.year}", "mdy") == day


@given(st.datetimes(datetime(1970, 1, 2), datetime(2100, 1, 1)), st.integers(-14 * 4, 14 * 4))  # noqa: DTZ001
def test_an_instant_with_an_offset_means_that_instant(moment: datetime, quarters: int) -> None:
    zone = timezone(timedelta(minutes=15 * quarters))
    aware = moment.replace(microsecond=0, tzinfo=zone)
    for text in (aware.isoformat(), aware.isoformat(sep=" "), f"{aware:%Y-%m-%dT%H%M%S%z}"):
        assert parse_instant(text, BERLIN) == aware.astimezone(UTC)


@given(st.datetimes(datetime(1990, 1, 1), datetime(2030, 1, 1)))  # noqa: DTZ001
def test_a_time_of_twelve_hours_is_that_of_twenty_four(moment: datetime) -> None:
    aware = moment.replace(second=0, microsecond=0, tzinfo=BERLIN)
    half = "am" if aware.hour < 12 else "pm"
    for text in (
        f"{aware.hour % 12 or 12}:{aware.minute:02d} {half}",
        f"{aware.hour % 12 or 12}:{aware.minute:02d}{half.upper()}",
    ):
        assert parse_instant(f"{aware:%Y-%m-%d} {text}", BERLIN) == aware.astimezone(UTC)


@given(st.integers(20_000, 79_999), st.integers(0, 86_399))
def test_a_number_of_a_spreadsheet_is_days_since_1900(days: int, seconds: int) -> None:
    day = date(1899, 12, 30) + timedelta(days=days)
    assert parse_day(str(days)) == day
    expected = datetime(day.year, day.month, day.day, tzinfo=UTC) + timedelta(seconds=seconds)
    assert parse_instant(f"{days + seconds / 86_400:.8f}", UTC) == expected


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("2026-02-30", "no day 30"), ("2026-13-01", "no month 13"), ("1899-12-31", "the year 1899"), ("2201-01-01", "the year 2201"),
        ("1 Foo 2026", "no month “Foo”"), ("19999", "is not a date"), ("80001", "is not a date"), ("soon", "is not a date"),
        ("2026-05-22 25:00", "no such time"), ("2026-05-22 13:00 pm", "no hour 13"), ("2026-05-22 0:30 am", "no hour 0"),
        ("2026-05-22 noonish", "which is no time"), ("2026-05-22x", "goes on with"), ("2026-05-22T10:00+15:00", "no place has"),
        ("2026-05-22 12", "which is no time"), ("22/13/2026", "no month 13"), ("", "is not a date"),
    ],
)  # fmt: skip
def test_what_is_no_day_is_refused_with_its_reason(text: str, reason: str) -> None:
    with pytest.raises(ValueError, match=reason):
        parse_instant(text, BERLIN)


@pytest.mark.parametrize(("short", "year"), [("00", 2000), ("69", 2069), ("70", 1970), ("99", 1999)])
def test_a_short_year_is_of_this_century_until_seventy(short: str, year: int) -> None:
    assert parse_day(f"5/6/{short}") == date(year, 6, 5)


def test_a_leap_second_is_the_one_before() -> None:
    assert parse_instant("2016-12-31T23:59:60Z", UTC) == datetime(2016, 12, 31, 23, 59, 59, tzinfo=UTC)


def test_a_fraction_is_kept_to_the_microsecond() -> None:
    assert parse_instant("2026-05-22T10:00:00.1234567Z", UTC).microsecond == 123_456
    assert parse_instant("2026-05-22T10:00:00,5Z", UTC).microsecond == 500_000
