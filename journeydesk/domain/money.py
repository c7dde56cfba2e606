"""Money as integer minor units with the currency's own exponent (docs/rules.md, "Money"; docs/services.md, "Stripe: amounts").
No sum mixes currencies."""

from collections.abc import Iterable, Mapping
from decimal import ROUND_HALF_EVEN, Decimal
from fractions import Fraction

from journeydesk.domain.errors import Bug
from journeydesk.domain.frozen_data import dataclass
from journeydesk.domain.words import figure, priced

NO_DECIMALS = frozenset(
    ["BIF", "CLP", "DJF", "GNF", "JPY", "KMF", "KRW", "MGA", "PYG", "RWF", "VND", "VUV", "XAF", "XOF", "XPF"]
)
"""Currencies without a minor unit (docs/services.md, "Stripe: amounts"). ISK and UGX have none either, but are sent with two
decimals; HUF and TWD lack one in payouts only."""

THREE_DECIMALS = frozenset(["BHD", "JOD", "KWD", "OMR", "TND"])
"""Currencies of a thousand minor units (docs/services.md, "Stripe: amounts")."""


_SIGNS = {"EUR": "€", "USD": "$", "GBP": "£", "JPY": "¥", "PLN": "zł\u00a0"}


def sign(currency: str) -> str:
    """What stands before an amount: the currency's sign, or its code with a space that does not break."""
    return _SIGNS.get(currency, f"{currency}\u00a0")


def exponent(currency: str) -> int:
    """How many decimals a currency has as its amounts are sent: JPY 0, most 2, ISK and UGX too, KWD 3
    (docs/services.md, "Stripe: amounts")."""
    code = currency.upper()
    return 0 if code in NO_DECIMALS else 3 if code in THREE_DECIMALS else 2


@dataclass(frozen=True, slots=True)
class Money:
    """An amount in minor units of one currency, which is named by its ISO code in capitals."""

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


def in_words(money: Money) -> str:
    """An amount to its last decimal, for people: €1,640.00."""
    minus = "−" if money.minor < 0 else ""
    return minus + priced(sign(money.currency), figure(abs(money.major), exponent(money.currency)))


def in_few_words(money: Money) -> str:
    """An amount for people, its decimals only where it has some: €1,640, €47.50."""
    whole = money.major == money.major.to_integral_value()
    minus = "−" if money.minor < 0 else ""
    return minus + priced(sign(money.currency), figure(abs(money.major), 0 if whole else exponent(money.currency)))


def of_major(amount: Decimal, currency: str) -> Money:
    """Money from major units, rounded half to even to the currency's own precision."""
    minor = amount.scaleb(exponent(currency)).to_integral_value(ROUND_HALF_EVEN)
    return Money(int(minor), currency)


def of_hundredths(stored: int | float, currency: str) -> Money:
    """Money of what a currency field keeps: hundredths of the major unit, whatever the currency (docs/rules.md, "Records")."""
    if isinstance(stored, int) and exponent(currency) == 2:
        return Money(stored, currency)
    return of_major(Decimal(repr(stored)) / 100, currency)


def totals(amounts: Iterable[Money]) -> dict[str, Money]:
    """The sums per currency."""
    sums: dict[str, Money] = {}
    for amount in amounts:
        known = sums.get(amount.currency)
        sums[amount.currency] = known + amount if known else amount
    return sums


def converted(amounts: Iterable[Money], rates: Mapping[str, Decimal], into: str) -> Money | None:
    """The amounts as one sum in another currency, rounded once, half to even; None where a currency has no rate.

    `rates` say what one major unit of a currency is worth in major units of `into` (docs/rules.md, "Money").
    """
    total = Fraction(0)
    for amount in amounts:
        rate = Decimal(1) if amount.currency == into else rates.get(amount.currency)
        if rate is None:
            return None
        total += Fraction(amount.major) * Fraction(rate)
    return Money(round(total * 10 ** exponent(into)), into)
