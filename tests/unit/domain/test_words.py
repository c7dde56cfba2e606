"""Texts in the reader's language: what is put in stays as it is, and what is kept in English is known again."""

from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journeydesk.domain import words
from journeydesk.domain.words import (
    Language,
    figure,
    noted,
    noted_count,
    noted_percent,
    noted_short_percent,
    percent,
    retold,
    short_figure,
    speak,
    tr,
    tr_count,
)

GERMAN = {
    ("Log a call with {company}", ""): "Anruf mit {company} festhalten",
    ("{count} call", ""): "{count} Anruf",
    ("{count} calls", ""): "{count} Anrufe",
    ("{calls} yesterday, the target is {least}", ""): "Gestern {calls}, das Ziel sind {least}",
    ("{what} yesterday", ""): "Gestern: {what}",
    ("Open", "a state"): "Offen",
    ("Open", ""): "Öffnen",
    ("{number}%", ""): "{number} %",
}
NOTED = ("{count} call", "{count} calls", "{what} yesterday", "{calls} yesterday, the target is {least}")


@pytest.fixture
def german() -> Iterator[None]:
    speak(
        Language(
            "de",
            lambda text, meaning: GERMAN.get((text, meaning), ""),
            lambda number, decimals: f"{number:,.{decimals}f}".translate({44: ".", 46: ","}),
            NOTED,
        )
    )
    yield
    speak(None)


def test_english_says_what_stands_there() -> None:
    assert tr("Log a call with {company}", company="Quillon") == "Log a call with Quillon"
    assert tr_count("{count} call", "{count} calls", 1_200) == "1,200 calls"
    assert (figure(1234), figure(3.456, 1), percent(0.453), short_figure(0.25)) == ("1,234", "3.5", "45%", "0.25")
    assert retold("1 call") == "1 call"


@pytest.mark.usefixtures("german")
def test_a_text_is_said_in_the_readers_language() -> None:
    assert tr("Log a call with {company}", company="Quillon") == "Anruf mit Quillon festhalten"
    assert (tr("Open"), tr("Open", meaning="a state")) == ("Öffnen", "Offen")
    assert tr_count("{count} call", "{count} calls", 1_200) == "1.200 Anrufe"
    assert (figure(1234.5, 1), percent(0.453, 1), short_figure(0.25)) == ("1.234,5", "45,3 %", "0,25")


@pytest.mark.parametrize("company", ["{company}", "{0.__class__}", "%s {count}", "\\1", "{"])
def test_braces_in_a_value_are_no_places(company: str) -> None:
    assert tr("Log a call with {company}", company=company) == f"Log a call with {company}"


def test_a_text_without_translation_stays_english(german: None) -> None:
    assert tr("Nobody translated {this}", this=3) == "Nobody translated 3"


def test_what_is_kept_is_english_and_said_in_german(german: None) -> None:
    calls = noted_count("{count} call", "{count} calls", 3)
    kept = noted("{calls} yesterday, the target is {least}", calls=calls, least=20)
    assert kept == "3 calls yesterday, the target is 20"
    assert retold(kept) == "Gestern 3 Anrufe, das Ziel sind 20"


def test_what_a_person_wrote_is_never_retold(german: None) -> None:
    assert retold("Quillon Freight") == "Quillon Freight"
    assert retold("") == ""


def test_the_language_has_a_code(german: None) -> None:
    assert words.language_code() == "de"


@pytest.mark.parametrize(
    ("share", "decimals", "written"),
    [
        (17 / 3_578, 0, "<1%"),
        (3_567 / 3_578, 0, ">99%"),
        (0, 0, "0%"),
        (0.0, 1, "0%"),
        (1, 1, "100%"),
        (0.0004, 1, "<0.1%"),
        (0.9996, 1, ">99.9%"),
        (0.006, 0, "1%"),
        (0.994, 0, "99%"),
        (1.004, 0, "100%"),
        (12.345, 0, "1,234%"),
    ],
)
def test_only_nothing_is_no_percent_and_only_all_is_a_hundred(share: float, decimals: int, written: str) -> None:
    assert percent(share, decimals) == noted_percent(share, decimals) == written


def test_a_small_share_is_written_as_in_german(german: None) -> None:
    assert (percent(17 / 3_578), percent(0.997)) == ("<1%", ">99%")
    assert noted_percent(0.0004, 1) == "<0.1%"


@given(part=st.integers(0, 5_000), whole=st.integers(1, 5_000), decimals=st.integers(0, 2))
def test_a_part_never_reads_as_nothing_or_as_the_whole(part: int, whole: int, decimals: int) -> None:
    part = min(part, whole)
    written = noted_percent(part / whole, decimals)
    assert (written == "0%") == (part == 0)
    assert (written == "100%") == (part == whole)


@pytest.mark.parametrize(
    ("share", "limit", "written"), [(0.096, 0.10, "9.6%"), (0.09996, 0.10, "9.996%"), (0.05, 0.10, "5%"), (0.10, 0.10, "10%")]
)
def test_a_share_below_its_limit_does_not_read_as_the_limit(share: float, limit: float, written: str) -> None:
    assert noted_percent(share, beside=limit) == written


def test_what_was_set_is_written_as_it_was_set() -> None:
    assert [noted_short_percent(share) for share in (0.4, 0.125, 0.29, 0.05)] == ["40%", "12.5%", "29%", "5%"]
