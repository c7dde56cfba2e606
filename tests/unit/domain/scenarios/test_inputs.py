"""What a scenario is told: filled in from the prospect, read as its kinds want it, refused in a sentence."""

import pytest

from journeydesk.domain.errors import ValueRefused
from journeydesk.domain.scenarios.inputs import Input, filled_in, meant_field, typed_data

TIER = Input("tier", "Tier", "select", "Starter", options=(("Starter", "Starter"), ("Scale", "Scale")))


@pytest.mark.parametrize(
    ("name", "label", "field"),
    [
        ("application_id", "", "key"),
        ("customerId", "", "key"),
        ("Company name", "", "company"),
        ("x1", "E-Mail address", "email"),
        ("firstName", "", "first_name"),
        ("Über uns", "", ""),
        ("seats", "Seats", ""),
    ],
)
def test_inputs_are_known_by_what_people_call_them(name: str, label: str, field: str) -> None:
    assert meant_field(Input(name, label or name)) == field


def test_a_form_begins_with_the_prospects_values() -> None:
    inputs = (Input("company", "Company"), Input("seats", "Seats", "uinteger", "5"), TIER)
    assert filled_in(inputs, {"company": "Rada & Co", "tier": "Scale"}) == {
        "company": "Rada & Co",
        "seats": "5",
        "tier": "Scale",
    }


def test_a_choice_that_the_scenario_does_not_know_is_not_filled_in() -> None:
    assert filled_in((TIER,), {"tier": "Enterprise"}) == {"tier": "Starter"}


def test_values_are_sent_as_their_kind_and_empty_ones_left_out() -> None:
    inputs = (
        Input("seats", "Seats", "uinteger"),
        Input("rate", "Rate", "number"),
        Input("draft", "Draft only", "boolean"),
        Input("note", "Note"),
        Input("lines", "Lines", "array"),
        TIER,
    )
    typed = {"seats": "12", "rate": "1,5", "draft": "Yes", "note": " ", "lines": "a", "tier": "Scale"}
    assert typed_data(inputs, typed) == {"seats": 12, "rate": 1.5, "draft": True, "tier": "Scale"}


@pytest.mark.parametrize(
    ("one", "words", "said"),
    [
        (Input("e", "E-mail", required=True), " ", "E-mail must be given"),
        (Input("n", "Seats", "uinteger"), "-1", "Seats is a number"),
        (Input("n", "Seats", "integer"), "1.5", "Seats is a number"),
        (Input("n", "Rate", "number"), "nan", "Rate is a number"),
        (Input("n", "Rate", "number"), "50 %", "Rate is a number"),
        (Input("n", "Rate", "number"), "1.250", "two ways"),
        (Input("b", "Draft only", "boolean"), "maybe", "yes or no"),
        (TIER, "Gold", "Tier is one of: Starter, Scale"),
        (Input("t", "Note"), "x" * 20_001, "too long"),
        (Input("l", "Lines", "array", required=True), "a", "takes a list"),
    ],
)
def test_what_does_not_fit_is_refused_by_its_label(one: Input, words: str, said: str) -> None:
    with pytest.raises(ValueRefused, match=said) as refused:
        typed_data((one,), {one.name: words})
    assert refused.value.field == one.label
