"""Texts in the reader's language: what is put in stays as it is, and what is kept in English is known again."""

from collections.abc import Iterator

import pytest

from journeydesk.domain import words
from journeydesk.domain.words import Language, figure, noted, noted_count, percent, retold, short_figure, speak, tr, tr_count

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
