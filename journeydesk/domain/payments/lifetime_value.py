"""The lifetime value (LTV) that a person enters for a customer, in cents (docs/rules.md, "Customer status and LTV")."""

import re
from decimal import Decimal

from journeydesk.domain.errors import ValueRefused
from journeydesk.domain.statuses import CUSTOMER
from journeydesk.domain.words import tr

LARGEST_LTV_MINOR = 1_000_000
_AMOUNT = re.compile(r"\+?([0-9]{1,9}(\.[0-9]{0,2}0*)?|\.[0-9]{1,2}0*)")


def parse_ltv(text: str) -> int:
    """An LTV amount in cents. Raises ValueRefused with the field and the range 0.00–10,000.00."""
    if not _AMOUNT.fullmatch(text.strip()):
        raise _out_of_range(text)
    return checked_ltv(int(Decimal(text.strip()) * 100), text)


def checked_ltv(minor: int, text: str = "") -> int:
    """The amount in cents, as `text` gave it. Raises ValueRefused outside 0.00–10,000.00."""
    if not 0 <= minor <= LARGEST_LTV_MINOR:
        raise _out_of_range(text or f"{Decimal(minor) / 100:.2f}")
    return minor


def _out_of_range(text: str) -> ValueRefused:
    return ValueRefused(
        "LTV", tr("LTV: “{text}” is out of range. Give an amount from 0.00 to 10,000.00 with at most two decimals.", text=text)
    )


def new_ltv(status: str | None, before: int | None, amount: int) -> int:
    """The LTV in cents after a change: with status CUSTOMER the amount is added, with any other it replaces."""
    return (before or 0) + amount if status == CUSTOMER else amount
