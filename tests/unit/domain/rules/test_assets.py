"""Asset trouble: what is missing, what is odd, and what is neither."""

import pytest

from journeydesk.domain.rules.assets import ASSET_TROUBLE, oddness
from journeydesk.domain.rules.facts import AssetFact
from tests.unit.domain.rules.building import at, happened, prospect, raised

WHOLE = "A joinery of forty people that cuts to order and loses two sheets a day."


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("", "only 0 characters"),
        ("  Short.  ", "only 6 characters"),
        (f"{WHOLE} Dear {{{{company}}}},", "placeholder “{{”"),
        (f"{WHOLE} Lorem ipsum dolor", "placeholder"),
        (f"{WHOLE} undefined", "placeholder"),
        (f"{WHOLE} [Company name]", "placeholder"),
        (f"{WHOLE} {{first_name}}", "placeholder"),
    ],
)
def test_what_is_odd_is_said(text: str, words: str) -> None:
    assert words in oddness(text, 40)


@pytest.mark.parametrize("text", [WHOLE, f"{WHOLE} [1] {{ x }} todos", "長い文章" * 20])
def test_what_is_whole_is_not_odd(text: str) -> None:
    assert oddness(text, 40) == ""


def test_an_odd_text_names_itself_and_its_fault() -> None:
    asset = AssetFact("AST-1", at(hours=2), (("Business case", "TBD"), ("Cost calculator", WHOLE)))
    [alert] = raised(ASSET_TROUBLE, prospect(assets=(asset,)))
    assert alert.priority == "High"
    assert alert.reason == "Business case: only 3 characters"
    assert [line.text for line in alert.lines] == ["Business case: only 3 characters"]


def test_content_of_long_ago_raises_nothing() -> None:
    assert raised(ASSET_TROUBLE, prospect(occurrences=happened(("content_generated", at(days=8))))) == []


def test_who_is_closed_is_left_alone() -> None:
    asset = AssetFact("AST-1", at(hours=2), (("Business case", "TBD"),))
    assert raised(ASSET_TROUBLE, prospect(status="Rejected", assets=(asset,))) == []
