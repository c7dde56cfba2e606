"""Money as integer minor units with the currency's own exponent (SPEC section 4, APIS 3.2). No sum mixes currencies."""

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import ROUND_HALF_EVEN, Decimal

from journeydesk.domain.errors import Bug

_NO_DECIMALS = frozenset(
    ["BIF", "CLP", "DJF", "GNF", "JPY", "KMF", "KRW", "MGA", "PYG", "RWF", "VND", "VUV", "XAF", "XOF", "XPF"]
)
_THREE_DECIMALS = frozenset(["BHD", "JOD", "KWD", "OMR", "TND"])


def exponent(currency: str) -> int:
    """How many decimals a currency has: JPY 0, most 2, KWD 3. ISK and UGX are sent with two (APIS 3.2)."""
    code = currency.upper()
    return 0 if code in _NO_DECIMALS else 3 if code in _THREE_DECIMALS else 2


@dataclass(frozen=True, slots=True)
class Money:
    """An amount in minor units of one currency."""

    minor: int
    currency: str

    def __add__(self, other: "Money") -> "Money":
        if other.currency != self.currency:
            raise Bug(f"{self.currency} and {other.currency} cannot be added")
        return Money(self.minor + other.minor, self.currency)

    @property
    def major(self) -> Decimal:
        """The amount in major units, exact."""
        return Decimal(self.minor).scaleb(-exponent(self.currency))


def of_major(amount: Decimal, currency: str) -> Money:
    """Money from major units, rounded half to even to the currency's own precision."""
    minor = amount.scaleb(exponent(currency)).to_integral_value(ROUND_HALF_EVEN)
    return Money(int(minor), currency)


def totals(amounts: Iterable[Money]) -> dict[str, Money]:
    """The sums per currency."""
    sums: dict[str, Money] = {}
    for amount in amounts:
        known = sums.get(amount.currency)
        sums[amount.currency] = known + amount if known else amount
    return sums


def monthly_minor(unit_amount: Decimal, quantity: int, interval: str, interval_count: int) -> Decimal:
    """What a subscription item is worth per month in minor units, before discounts: yearly ÷ 12, weekly × 52 ÷ 12,
    daily × 365 ÷ 12, divided by the interval count (SPEC section 4)."""
    if interval == "year":
        per_month = unit_amount / 12
    elif interval == "week":
        per_month = unit_amount * 52 / 12
    elif interval == "day":
        per_month = unit_amount * 365 / 12
    else:
        per_month = unit_amount
    return per_month * quantity / interval_count
