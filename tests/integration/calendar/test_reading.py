"""Calendars as programs export them, and as nobody should: read in a process of its own, wrong ones with a sentence."""

from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import pytest

from journeydesk.domain.errors import UserError
from journeydesk.services.calendar.meetings import Meeting, meetings_in
from tests.integration.calendar import files

BERLIN = ZoneInfo("Europe/Berlin")


def read(data: bytes | str, until: str = "2026-06-18") -> list[Meeting]:
    raw = data.replace("\n", "\r\n").encode() if isinstance(data, str) else data
    end = datetime.fromisoformat(until).replace(tzinfo=UTC)
    return meetings_in(raw, "work.ics", datetime(2026, 5, 18, tzinfo=UTC), end, BERLIN)


def test_a_google_export_has_its_guests_and_its_call() -> None:
    review, fair = read(files.GOOGLE)
    assert (review.title, review.starts, review.ends) == (
        "Pilot review, start date",
        "2026-05-19T12:00:00.000Z",
        "2026-05-19T12:30:00.000Z",
    )
    assert review.attendees == ("ottilie@pine.example", "tomasz@desk.example")
    assert review.link == "https://meet.google.com/abc-defg-hij"
    assert (fair.title, fair.all_day, fair.starts, fair.ends) == ("Trade fair", True, "2026-05-20", "2026-05-21")


def test_an_outlook_series_keeps_its_zone_and_exceptions() -> None:
    assert [(each.starts, each.title) for each in read(files.OUTLOOK, "2026-06-10")] == [
        ("2026-05-19T07:00:00.000Z", "Weekly call"),
        ("2026-06-02T12:00:00.000Z", "Weekly call, later"),
        ("2026-06-09T07:00:00.000Z", "Weekly call"),
    ]


@pytest.mark.parametrize(
    ("zone", "starts"),
    [
        ("tzone://Microsoft/Utc", "2026-05-19T09:00:00.000Z"),
        ("(UTC+01:00) Amsterdam, Berlin, Bern, Rome, Stoc\n kholm, Vienna", "2026-05-19T07:00:00.000Z"),
        ("Customized Time Zone", "2026-05-19T07:00:00.000Z"),
        ("/freeassociation.sourceforge.net/Europe/Lisbon", "2026-05-19T08:00:00.000Z"),
    ],
    ids=["of Exchange", "a display name", "by hand", "with a vendor"],
)
def test_zones_that_programs_write_in_their_own_way_are_read(zone: str, starts: str) -> None:
    (meeting,) = read(
        "BEGIN:VCALENDAR\nVERSION:2.0\nPRODID:-//Exchange//EN\nBEGIN:VEVENT\nUID:1\nDTSTAMP:20260501T080000Z\nSUMMARY:Call\n"
        f"DTSTART;TZID={zone}:20260519T090000\nDURATION:PT30M\nEND:VEVENT\nEND:VCALENDAR\n"
    )
    assert (meeting.title, meeting.starts) == ("Call", starts)


def test_a_time_without_a_zone_is_the_teams() -> None:
    call, breakfast = read(files.APPLE)
    assert (call.starts, call.ends) == ("2026-05-19T22:00:00.000Z", "2026-05-19T22:45:00.000Z")
    assert breakfast.starts == "2026-05-21T06:30:00.000Z"


def test_a_series_over_a_change_of_clocks_keeps_its_hour() -> None:
    weekly = files.event(
        "DTSTART;TZID=Europe/Berlin:20261020T090000", "DURATION:PT1H", "RRULE:FREQ=WEEKLY;COUNT=2", "SUMMARY:x"
    )
    found = meetings_in(weekly, "w", datetime(2026, 10, 1, tzinfo=UTC), datetime(2026, 11, 9, tzinfo=UTC), BERLIN)
    assert [each.starts for each in found] == ["2026-10-20T07:00:00.000Z", "2026-10-27T08:00:00.000Z"]


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"<html>sign in</html>", "is no calendar"),
        (b"", "is no calendar"),
        (b"BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nDTSTART:20260519T10", "ends in the middle"),
        (files.event("DTSTART:soon", "SUMMARY:x"), "none with a date that can be understood"),
        (b"\x00" * 5000, "is no calendar"),
    ],
)
def test_a_file_that_cannot_be_read_gets_a_sentence(data: bytes, words: str) -> None:
    with pytest.raises(UserError, match=words) as refused:
        read(data)
    assert str(refused.value).startswith("work.ics ")


@pytest.mark.parametrize(
    "lines",
    [
        ("DTSTART:20200101T000000Z", "RRULE:FREQ=SECONDLY", "SUMMARY:bomb"),
        ("DTSTART:20200101T000000Z", "RRULE:FREQ=MINUTELY;INTERVAL=1", "SUMMARY:bomb"),
        ("DTSTART:20200101T000000Z", "RRULE:FREQ=DAILY;BYHOUR=1,2;BYMINUTE=1,2,3;BYSECOND=1,2", "SUMMARY:bomb"),
    ],
)
def test_a_rule_that_repeats_without_end_is_left_out(lines: tuple[str, ...]) -> None:
    assert read(files.event(*lines)) == []


def test_a_rule_that_cannot_be_costs_its_own_meeting_only() -> None:
    good = files.event("DTSTART:20260520T100000Z", "SUMMARY:stays")
    bad = files.event("UID:2", "DTSTART:20260520T100000Z", "RRULE:FREQ=NEVERLY;COUNT=x", "SUMMARY:odd")
    assert "stays" in [each.title for each in read(good.replace(b"END:VCALENDAR\r\n", b"") + bad.split(b"VERSION:2.0\r\n")[1])]


def test_letters_of_no_kind_do_not_reach_the_list() -> None:
    [meeting] = read(files.event("DTSTART:20260520T100000Z", "SUMMARY:Plan\\nfor\x07 " + "x" * 900))
    assert meeting.title.startswith("Plan for x")
    assert len(meeting.title) == 300
