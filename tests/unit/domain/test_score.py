"""The lead score against the table of docs/rules.md, "Lead score", written down a second time."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journeydesk.domain.score import LARGEST, Judgement, Reason, judge, score
from tests.unit.domain.rules.building import SETTINGS, settings

INDUSTRY = {"News": 10, "Stock Photos": 10, "E-commerce": 6, "Creator Platform": 8, "Research": 5, "Other": 2}
PRIORITY = {"Critical": 15, "Important": 10, "Nice-to-have": 5, "Exploring": 0}
VOLUME = {"100k+": 10, "50k-100k": 8, "10k-50k": 5, "1-1000": 2}
TECHNICAL = {"API": 5, "SDK": 5, "Webhook": 3, "Limited": 1}
NONE: dict[str, Any] = {}


def options(table: dict[str, int]) -> st.SearchStrategy[str | None]:
    return st.sampled_from([None, "Unheard of", *table])


@given(
    options(INDUSTRY),
    options(PRIORITY),
    options(VOLUME),
    options(TECHNICAL),
    st.none() | st.integers(0, 400),
    st.none() | st.floats(0, 200),
)
def test_a_score_is_the_sum_of_its_six_parts(
    industry: str | None,
    priority: str | None,
    volume: str | None,
    technical: str | None,
    length: int | None,
    hours: float | None,
) -> None:
    prospect = {
        "industry": industry,
        "priority_level": priority,
        "volume_estimate": volume,
        "technical_capability": technical,
        "use_case": None if length is None else "x" * length,
    }
    expected = [
        INDUSTRY.get(industry or "", 0),
        PRIORITY.get(priority or "", 0),
        VOLUME.get(volume or "", 0),
        TECHNICAL.get(technical or "", 0),
        5 if (length or 0) >= 280 else 3 if (length or 0) >= 80 else 0,
        0 if hours is None else 5 if hours <= 24 else 3 if hours <= 72 else 0,
    ]
    result = score(SETTINGS, prospect, hours)
    assert [reason.points for reason in result.reasons] == expected
    assert [reason.possible for reason in result.reasons] == [10, 15, 10, 5, 5, 5]
    assert result.total == sum(expected) <= LARGEST


@pytest.mark.parametrize(
    ("length", "reason"),
    [
        (0, Reason("Use case", 0, 5, "not given")),
        (1, Reason("Use case", 0, 5, "1 characters")),
        (79, Reason("Use case", 0, 5, "79 characters")),
        (80, Reason("Use case", 3, 5, "80 characters, at least 80")),
        (279, Reason("Use case", 3, 5, "279 characters, at least 80")),
        (280, Reason("Use case", 5, 5, "280 characters, at least 280")),
    ],
)
def test_a_use_case_is_judged_by_its_length(length: int, reason: Reason) -> None:
    assert score(SETTINGS, {"use_case": "x" * length}, None).reasons[4] == reason


@pytest.mark.parametrize(
    ("hours", "reason"),
    [
        (None, Reason("Response", 0, 5, "no answer yet")),
        (0.0, Reason("Response", 5, 5, "answered within 24 h")),
        (24.0, Reason("Response", 5, 5, "answered within 24 h")),
        (24.1, Reason("Response", 3, 5, "answered within 72 h")),
        (72.0, Reason("Response", 3, 5, "answered within 72 h")),
        (72.6, Reason("Response", 0, 5, "answered after 73 h")),
    ],
)
def test_an_answer_is_judged_by_the_hours_it_took(hours: float | None, reason: Reason) -> None:
    assert score(SETTINGS, NONE, hours).reasons[5] == reason


@pytest.mark.parametrize(
    ("chosen", "reason"),
    [
        (None, Reason("Industry fit", 0, 10, "not given")),
        ("News", Reason("Industry fit", 10, 10, "News")),
        ("Unheard of", Reason("Industry fit", 0, 10, "Unheard of")),
    ],
)
def test_an_option_says_what_was_chosen(chosen: str | None, reason: Reason) -> None:
    assert score(SETTINGS, {"industry": chosen}, None).reasons[0] == reason


def test_no_score_is_above_fifty_whatever_the_table_says() -> None:
    generous = settings(score={"industry": {"News": 50}, "priority_level": {"Critical": 50}})
    assert score(generous, {"industry": "News", "priority_level": "Critical"}, 1.0).total == 50


@pytest.mark.parametrize(
    ("stands", "before", "now", "judgement"),
    [
        (None, None, 30, Judgement(30, False)),
        (None, 25, 30, Judgement(30, False)),
        (25, 25, 30, Judgement(30, False)),
        (30, 25, 30, Judgement(30, False)),
        (30, None, 30, Judgement(30, False)),
        (41, 25, 30, Judgement(41, True)),
        (41, None, 30, Judgement(41, True)),
        (0, 25, 30, Judgement(0, True)),
        (0, 0, 30, Judgement(30, False)),
    ],
)
def test_a_score_by_hand_stands_and_one_by_rule_follows(
    stands: int | None, before: int | None, now: int, judgement: Judgement
) -> None:
    assert judge(stands, before, now) == judgement
