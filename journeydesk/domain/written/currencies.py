"""Which currency a text says beside its amount: a code, or a sign; a sign that several share is read as the one that is meant."""

import re
from collections.abc import Mapping
from decimal import ROUND_HALF_EVEN, Decimal

from journeydesk.domain.frozen_data import dataclass
from journeydesk.domain.territories import CURRENCIES

_SIGNS: dict[str, tuple[str, ...]] = {
    "€": ("EUR",),
    "£": ("GBP",),
    "$": ("USD", "CAD", "AUD", "NZD", "SGD", "HKD", "MXN", "CLP", "COP", "ARS", "TWD"),
    "us$": ("USD",),
    "c$": ("CAD",),
    "ca$": ("CAD",),
    "a$": ("AUD",),
    "au$": ("AUD",),
    "nz$": ("NZD",),
    "s$": ("SGD",),
    "hk$": ("HKD",),
    "r$": ("BRL",),
    "mx$": ("MXN",),
    "¥": ("JPY", "CNY"),
    "₹": ("INR",),
    "₺": ("TRY",),
    "₴": ("UAH",),
    "₽": ("RUB",),
    "₩": ("KRW",),
    "₪": ("ILS",),
    "₫": ("VND",),
    "₦": ("NGN",),
    "zł": ("PLN",),
    "kč": ("CZK",),
    "ft": ("HUF",),
    "lei": ("RON",),
    "kr": ("SEK", "NOK", "DKK", "ISK"),
    "fr": ("CHF",),
}
"""Each sign with the currencies that are written so, the commonest first."""

_LETTERS = re.compile(r"[^\W\d_]+\.?\$?|[^\w\s.,()%+\-−–‐'’]", re.UNICODE)


def currency_said(text: str, meant: str) -> str | None:
    """The ISO code of the currency that stands in a text; None where none does. `meant` decides a sign that several share."""
    for part in map(str, _LETTERS.findall(text)):
        code = part.upper()
        if code in CURRENCIES:
            return code
        shared = _SIGNS.get(part.casefold().rstrip("."))
        if shared:
            return meant if meant in shared else shared[0]
    return None


def currency_titled(title: str) -> str | None:
    """The currency that a column's title says, by its code in capitals or its sign: `Budget (USD)`, `Est. revenue €`."""
    for part in map(str, _LETTERS.findall(title)):
        if part in CURRENCIES and len(part) == 3:
            return part
        if not part[0].isalpha() and part in _SIGNS:
            return _SIGNS[part][0]
    return None


@dataclass(frozen=True, slots=True)
class FileMoney:
    """In which currency a file's amounts are that do not say it, and what each currency is worth in the `team`'s."""

    meant: str
    team: str
    rates: Mapping[str, Decimal]

    def in_team(self, text: str, amount: Decimal) -> Decimal:
        """The amount of a cell in major units of the team's currency, to hundredths where it had to be converted. Raises KeyError with
        the code of a currency that has no rate."""
        code = currency_said(text, self.meant) or self.meant
        if code == self.team:
            return amount
        return (amount * self.rates[code]).quantize(Decimal("0.01"), ROUND_HALF_EVEN)
