"""The lifetime value that a person enters, in cents."""

import pytest

from journeydesk.domain.catalogue import CUSTOMER_STATUSES
from journeydesk.domain.errors import ValueRefused
from journeydesk.domain.payments.lifetime_value import new_ltv, parse_ltv


def test_an_amount_is_added_for_a_customer() -> None:
    assert new_ltv("CUSTOMER", 10_000, 2_550) == 12_550
    assert new_ltv("CUSTOMER", None, 2_550) == 2_550


@pytest.mark.parametrize("status", [None, *(status for status in CUSTOMER_STATUSES if status != "CUSTOMER")])
def test_an_amount_replaces_for_every_other_status(status: str | None) -> None:
    assert new_ltv(status, 10_000, 2_550) == 2_550
    assert new_ltv(status, None, 100) == 100


@pytest.mark.parametrize("text", ["-0.01", "10000.01", "1.005", "1.0001", "NaN", "much", "", ".", "1e3", "1,00", "٣"])
def test_an_amount_out_of_range_is_refused_with_the_range(text: str) -> None:
    with pytest.raises(ValueRefused, match=r"LTV: .* 0\.00 to 10,000\.00") as refused:
        parse_ltv(text)
    assert refused.value.field == "LTV"


@pytest.mark.parametrize(
    ("text", "minor"),
    [("0", 0), ("10000.00", 1_000_000), (" 12.5 ", 1_250), ("+.5", 50), ("0.29", 29), ("1.", 100), ("2.500", 250)],
)
def test_an_amount_is_read_to_the_cent(text: str, minor: int) -> None:
    assert parse_ltv(text) == minor
