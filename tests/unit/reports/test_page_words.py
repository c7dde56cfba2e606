"""What every page says beside the report's own words."""

from collections.abc import Iterator

import pytest

from journeydesk.domain.words import speak
from journeydesk.reports.page_words import page_words
from journeydesk.reports.report import Head
from journeydesk.services.workspace.speaking import VARIABLE, speak_without_window


@pytest.fixture
def german() -> Iterator[None]:
    speak_without_window(environment={VARIABLE: "de"})
    yield
    speak(None)


def _head(local_changes: int = 0, conflicts: int = 0) -> Head:
    return Head(
        *("weekly", "Weekly sales, week 20", "Weekly report", "2026-W20", "Week 20", "11–17 May 2026", "week 19", "Beta"),
        *("", "Summary", "Tue 19 May 2026, 11:05", 0, local_changes),
        conflicts=conflicts,
    )


def test_the_foot_says_as_of_when_and_what_is_not_sent() -> None:
    assert page_words(_head())["foot"] == "Data as of Tue 19 May 2026, 11:05 · Airtable and Stripe"
    assert page_words(_head(1, 2))["foot"].endswith(" · 1 local change included · 2 conflicts open")


def test_places_are_left_for_what_only_the_page_knows() -> None:
    assert page_words(_head())["page"] == "Page {number} of {pages}"
    assert page_words(_head())["of_target"] == "target {target}"


def test_a_german_page_is_german(german: None) -> None:
    words = page_words(_head(1))
    assert (words["lang"], words["page"], words["no_target"]) == ("de", "Seite {number} von {pages}", "kein Ziel")
    assert words["states"]["On target"] != "On target"
    # Near the target, and no button.
    assert words["states"]["Close"] == "Knapp"
