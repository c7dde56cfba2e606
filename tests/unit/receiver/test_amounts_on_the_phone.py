"""Amounts as the phone's pages write them."""

import pytest

from journeydesk.receiver.phone.wording import money_words
from journeydesk.services.rows.common import Amount


@pytest.mark.parametrize(
    ("amount", "words"),
    [
        (Amount(71_130_000, "EUR"), "€711,300"),
        (Amount(71_130_050, "EUR"), "€711,300.50"),
        # The thousands of a currency without decimals are none of its decimals.
        (Amount(58_000, "JPY"), "¥58,000"),
        (None, "–"),
    ],
)
def test_an_amount_loses_its_decimals_and_nothing_else(amount: Amount | None, words: str) -> None:
    assert money_words(amount) == words
