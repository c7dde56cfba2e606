"""Customer status and lifetime value by hand (SPEC section 4)."""

from decimal import Decimal, InvalidOperation

from journeydesk.domain.catalogue import CUSTOMER_STATUSES
from journeydesk.domain.errors import ValueRefused

LARGEST_LTV_MINOR = 1_000_000


def parse_status(text: str) -> str:
    """One of the five statuses, case forgiven. Raises ValueRefused with the list."""
    wanted = text.strip().upper().replace(" ", "_")
    if wanted not in CUSTOMER_STATUSES:
        allowed = ", ".join(CUSTOMER_STATUSES)
        raise ValueRefused("Customer Status", f"Customer Status: “{text}” is not a status. Use one of {allowed}.")
    return wanted


def parse_ltv(text: str) -> int:
    """An LTV amount in cents. Raises ValueRefused with the field and the range 0.00–10,000.00."""
    refusal = ValueRefused(
        "LTV", f"LTV: “{text}” is out of range. Give an amount from 0.00 to 10,000.00 with at most two decimals."
    )
    try:
        amount = Decimal(text.strip())
    except InvalidOperation:
        raise refusal from None
    if not amount.is_finite() or amount != amount.quantize(Decimal("0.01")) or not 0 <= amount <= 10_000:
        raise refusal
    return int(amount * 100)


def new_ltv(status: str | None, before: int | None, amount: int) -> int:
    """The LTV in cents after a change: with status CUSTOMER the amount is added, with any other it replaces."""
    return (before or 0) + amount if status == "CUSTOMER" else amount
