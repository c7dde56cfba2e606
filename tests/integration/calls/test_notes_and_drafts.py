"""What is typed into a note, and what is kept of a log that was begun."""

from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from journeydesk.domain.draft import Draft
from journeydesk.domain.ids import RecordId
from journeydesk.services.calls.composer import parse_day, parse_note
from journeydesk.services.calls.drafts import draft_of, open_drafts, save_draft
from journeydesk.services.commands.undoing import undo
from tests.integration.office import Office


@pytest.mark.parametrize(
    ("typed", "text", "duration", "follow_up"),
    [
        ("", "", None, None),
        ("Spoke with Ida", "Spoke with Ida", None, None),
        ("15m Spoke", "Spoke", 15, None),
        ("Spoke 15m", "Spoke", 15, None),
        ("Spoke 2h long", "Spoke long", 120, None),
        ("Spoke >fri", "Spoke", None, date(2026, 5, 22)),
        ("Spoke >tomorrow 15m now", "Spoke now", 15, date(2026, 5, 20)),
        ("Spoke >3d", "Spoke", None, date(2026, 5, 22)),
        ("Spoke >2026-07-01", "Spoke", None, date(2026, 7, 1)),
        ("Spoke >15 dec about prices", "Spoke about prices", None, date(2026, 12, 15)),
        (">next week he decides", "he decides", None, date(2026, 5, 25)),
        ("Spoke >2W", "Spoke", None, date(2026, 6, 2)),
        ("15M", "", 15, None),
    ],
)
def test_tokens_leave_the_text_and_set_their_field(
    office: Office, typed: str, text: str, duration: int | None, follow_up: date | None
) -> None:
    note = parse_note(office.context, typed)
    assert (note.text, note.duration, note.follow_up) == (text, duration, follow_up)


@pytest.mark.parametrize(
    "typed",
    ["15min", "a15m", "15m.", "1000m", "100h", ">someday", "> fri", "5 m", "3m/s", ">2026-13-40", "e>fri"],
)
def test_what_only_looks_like_a_token_stays_in_the_text(office: Office, typed: str) -> None:
    note = parse_note(office.context, typed)
    assert (note.text, note.duration, note.follow_up, note.spans) == (typed, None, None, ())


def test_the_last_token_of_a_kind_counts_and_all_are_taken(office: Office) -> None:
    note = parse_note(office.context, "15m first >fri then 20m and 1h >tomorrow")
    assert (note.text, note.duration, note.follow_up) == ("first then and", 60, date(2026, 5, 20))
    assert len(note.spans) == 5


def test_lines_keep_their_breaks(office: Office) -> None:
    assert parse_note(office.context, "One 5m\nTwo  >fri\n\nThree").text == "One\nTwo\n\nThree"


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
@given(words=st.lists(st.sampled_from(["Ida", "15m", ">fri", "2h", "called", "\n", ">soon", "é"]), max_size=12))
def test_spans_are_where_the_tokens_stand(office: Office, words: list[str]) -> None:
    typed = " ".join(words)
    note = parse_note(office.context, typed)
    tokens = [typed[start:end] for start, end in note.spans]
    assert tokens == [word for word in words if word in ("15m", ">fri", "2h")]
    assert not any(token in note.text.split() for token in ("15m", ">fri", "2h"))
    assert [word for word in note.text.split() if word] == [word for word in words if word in ("Ida", "called", ">soon", "é")]


@pytest.mark.parametrize(("said", "day"), [("fri", date(2026, 5, 22)), ("2w", date(2026, 6, 2)), ("never", None), ("", None)])
def test_a_day_in_words_or_none(office: Office, said: str, day: date | None) -> None:
    assert parse_day(office.context, said) == day


WHOLE = Draft("Email", "Half a sentence", "Reached", 7, "fri", "yesterday", True)


def test_a_draft_comes_back_whole(office: Office) -> None:
    prospect, other = office.prospect(), office.prospect()
    save_draft(office.context, prospect, WHOLE)
    assert draft_of(office.context, prospect) == WHOLE
    assert draft_of(office.context, other) == Draft()


@pytest.mark.parametrize("empty", [Draft(), Draft("Email"), Draft(text="  \n ")])
def test_an_empty_draft_is_forgotten(office: Office, empty: Draft) -> None:
    prospect = office.prospect()
    save_draft(office.context, prospect, WHOLE)
    save_draft(office.context, prospect, empty)
    assert draft_of(office.context, prospect) == Draft()
    assert open_drafts(office.context) == []


def test_a_later_draft_takes_the_place_of_the_earlier(office: Office) -> None:
    prospect = office.prospect()
    save_draft(office.context, prospect, WHOLE)
    save_draft(office.context, prospect, Draft(text="Another"))
    assert draft_of(office.context, prospect) == Draft(text="Another")
    assert len(open_drafts(office.context)) == 1


def test_drafts_are_neither_steps_nor_news(office: Office) -> None:
    prospect = office.prospect()
    before = office.context.database.change_number()
    save_draft(office.context, prospect, WHOLE)
    assert undo(office.context) is None
    assert office.heard == []
    assert office.context.database.change_number() == before


def test_open_drafts_stand_newest_first_with_their_first_line(office: Office) -> None:
    first = office.prospect(company="Quillon", contact_name="Ida", owner="Tomasz")
    second = office.prospect(company=None)
    gone = office.prospect()
    save_draft(office.context, first, Draft(text="  One\nTwo"))
    office.pass_time(minutes=1)
    save_draft(office.context, second, Draft(outcome="No answer"))
    save_draft(office.context, gone, WHOLE)
    office.delete(gone)
    drafts = open_drafts(office.context)
    assert [(each.prospect, each.words) for each in drafts] == [(second, "No answer"), (first, "One")]
    assert (drafts[1].company, drafts[1].contact, drafts[1].owner) == ("Quillon", "Ida", "Tomasz")
    assert (drafts[0].company, drafts[0].contact, drafts[0].owner) == ("", "", "")


def test_at_most_fifty_drafts_are_listed(office: Office) -> None:
    ids: list[RecordId] = []
    for number in range(52):
        ids.append(office.prospect())
        office.pass_time(seconds=1)
        save_draft(office.context, ids[-1], Draft(text=f"{number}"))
    assert [each.prospect for each in open_drafts(office.context)] == ids[:1:-1]
