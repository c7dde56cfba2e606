"""Several currencies beside each other and, by the team's rate table, together (docs/rules.md, "Money"). No sum mixes
currencies."""

from collections.abc import Iterable, Mapping
from decimal import Decimal

from journeydesk.domain.errors import ValueRefused
from journeydesk.domain.frozen_data import dataclass
from journeydesk.domain.money import Money, converted, totals
from journeydesk.domain.territories import CURRENCIES
from journeydesk.domain.words import figure, tr
from journeydesk.domain.written.numbers import typed_number

_HIGHEST = Decimal(1_000_000)
_MOST_DECIMALS = 8


@dataclass(frozen=True, slots=True)
class Totals:
    """Sums per currency, by code with the team's own first; `together` is all of it in the team's currency, None where the
    rates of `missing` are not known; `known` is the sum of all others."""

    per_currency: tuple[Money, ...]
    together: Money | None
    missing: tuple[str, ...]
    known: Money


def summed(amounts: Iterable[Money], rates: Mapping[str, Decimal], into: str) -> Totals:
    """The amounts per currency, and as one sum where every rate is known. It is rounded once, so that parts make up the whole."""
    sums = totals(amounts)
    ordered = tuple(sums[code] for code in sorted(sums, key=lambda code: (code != into, code)))
    missing = tuple(code for code in sorted(sums) if code != into and code not in rates)
    known = converted((amount for amount in ordered if amount.currency not in missing), rates, into)
    assert known is not None
    return Totals(ordered, known if not missing else None, missing, known)


def parse_currency(text: str) -> str:
    """A currency's ISO 4217 code, case forgiven. Raises ValueRefused."""
    code = text.strip().upper()
    if code not in CURRENCIES:
        raise ValueRefused("Currency", tr("Currency: “{text}” is not the code of a currency. Write it like EUR.", text=text))
    return code


def parse_rate(text: str, mark: str = ".") -> Decimal:
    """What one unit of a currency is worth in the team's, typed where decimals follow `mark`. Raises ValueRefused."""
    try:
        rate = typed_number(text, mark)
    except ValueError:
        raise ValueRefused("Rate", tr("Rate: “{text}” is not a number. Write it like 0.92.", text=text)) from None
    exponent = rate.as_tuple().exponent
    if not rate.is_finite() or not 0 < rate <= _HIGHEST or not isinstance(exponent, int) or -exponent > _MOST_DECIMALS:
        raise ValueRefused(
            "Rate",
            tr(
                "Rate: “{text}” is out of range. Give more than 0 and at most {highest}, to 8 decimals.",
                text=text,
                highest=figure(_HIGHEST),
            ),
        )
    return rate
