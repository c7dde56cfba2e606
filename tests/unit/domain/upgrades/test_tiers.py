"""Tiers in the settings: what is taken, what is refused, and who lacks what."""

from typing import Any

import pytest

from journeydesk.domain.errors import SettingError
from journeydesk.domain.money import Money
from journeydesk.domain.settings import merged
from journeydesk.domain.settings.overrides import settle
from journeydesk.domain.settings.read import team_settings
from journeydesk.domain.settings.upgrades import UpgradeSettings
from journeydesk.domain.upgrades.tiers import is_below, next_above
from tests.unit.domain.rules.building import DEFAULTS


def read(**table: Any) -> UpgradeSettings:
    return team_settings(merged(DEFAULTS, {"upgrades": table})).upgrades


def tier(**values: Any) -> dict[str, Any]:
    return {"tiers": {"Accelerator": {"price": "price_1", "amount": 1280, "every": "month"} | values}}


def test_as_shipped_nothing_is_sold_and_nothing_needs_a_tier() -> None:
    shipped = read()
    assert not any(sold.is_sold for sold in shipped.tiers.values())
    assert (shipped.features, dict(shipped.needs), shipped.hours) == ((), {}, 24)
    assert "{payment_link}" in shipped.mail.body


def test_a_price_costs_in_its_own_currency_to_its_last_decimal() -> None:
    assert read(**tier()).tiers["Accelerator"].costs == Money(128_000, "EUR")
    assert read(**tier(amount=9.5, currency="USD")).tiers["Accelerator"].costs == Money(950, "USD")
    assert read(**tier(amount=15_800, currency="JPY")).tiers["Accelerator"].costs == Money(15_800, "JPY")


def test_a_line_holds_yes_no_or_how_much() -> None:
    line = {"name": "Calls", "counts": "calls", "Explorer": "10,000", "Accelerator": True}
    (feature,) = read(features=[line]).features
    assert (feature.limit("Explorer"), feature.limit("Accelerator"), feature.values["Accelerator"]) == (10_000, None, True)


@pytest.mark.parametrize(
    ("table", "key"),
    [
        (tier(price="prod_1"), "upgrades.tiers.Accelerator.price"),
        (tier(amount=0), "upgrades.tiers.Accelerator.amount"),
        (tier(amount=1.005), "upgrades.tiers.Accelerator.amount"),
        (tier(amount="much"), "upgrades.tiers.Accelerator.amount"),
        (tier(currency="XXX9"), "upgrades.tiers.Accelerator.currency"),
        (tier(every="week"), "upgrades.tiers.Accelerator.every"),
        ({"hours": 25}, "upgrades.hours"),
        ({"paid_page": "http://ostrelle.example"}, "upgrades.paid_page"),
        ({"left_page": "javascript:x"}, "upgrades.left_page"),
        ({"paid_page": "https://a@evil.example"}, "upgrades.paid_page"),
        ({"features": [{"name": ""}]}, "upgrades.features 1.name"),
        ({"features": [{"name": "A"}, {"name": "a"}]}, "upgrades.features"),
        ({"features": [{"name": "A", "Explorer": 3}]}, "upgrades.features 1.Explorer"),
        ({"features": [{"name": "A", "counts": "people"}]}, "upgrades.features 1.counts"),
        ({"features": [{"name": f"{n}"} for n in range(21)]}, "upgrades.features"),
        ({"needs": {"telescope": "Explorer"}}, "upgrades.needs.telescope"),
        ({"needs": {"business_case": "Gold"}}, "upgrades.needs.business_case"),
        ({"mail": {"subject": "Yours", "body": "No link"}}, "upgrades.mail"),
        ({"mail": {"subject": "Yours", "body": "{payment_link} {nonsense}"}}, "upgrades.mail"),
    ],
)
def test_a_wrong_value_is_refused_with_its_key(table: dict[str, Any], key: str) -> None:
    with pytest.raises(SettingError) as refused:
        read(**table)
    assert refused.value.key == key


def test_a_wrong_value_of_the_base_costs_itself_alone() -> None:
    settings, problems = settle(DEFAULTS, {"upgrades.hours": 99, "upgrades.paid_page": "https://ostrelle.example/thanks"})
    assert (settings.upgrades.hours, settings.upgrades.paid_page) == (24, "https://ostrelle.example/thanks")
    assert len(problems) == 1


@pytest.mark.parametrize(
    ("has", "needs", "below"),
    [
        ("", "Explorer", True),
        ("Explorer", "Accelerator", True),
        ("Accelerator", "Accelerator", False),
        ("Accelerator", "Explorer", False),
        ("", "", False),
        ("Gold", "Explorer", True),
    ],
)
def test_who_is_below_what_is_needed(has: str, needs: str, below: bool) -> None:
    assert is_below(has, needs) is below


def test_the_next_tier_is_offered_and_the_highest_to_who_has_it() -> None:
    assert [next_above(has) for has in ("", "Explorer", "Accelerator")] == ["Explorer", "Accelerator", "Accelerator"]
