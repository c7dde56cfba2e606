"""How payments are judged: the grace period of an unpaid subscription, and what foreign money is worth
(docs/rules.md, "What payments say")."""

from collections.abc import Mapping
from decimal import Decimal
from types import MappingProxyType
from typing import Literal, TypeVar

from journeydesk.domain.errors import SettingError
from journeydesk.domain.frozen_data import dataclass
from journeydesk.domain.settings.reader import Reader
from journeydesk.domain.words import tr

_HIGHEST_RATE = 1_000_000


_Choice = TypeVar("_Choice", bound=str)

RevenueIs = Literal["a month", "a year", "once"]
REVENUE_IS: tuple[RevenueIs, ...] = ("a month", "a year", "once")
ValueFrom = Literal["Stripe", "by hand"]
VALUE_FROM: tuple[ValueFrom, ...] = ("Stripe", "by hand")


@dataclass(frozen=True, slots=True)
class PaymentSettings:
    """`grace_days`: how long a subscription may stay unpaid before its customer counts as churned. `rates`: what one unit of a
    currency, named by its ISO code, is worth in the team's; a currency without a rate keeps sums of its own. `revenue_is`: what the
    team enters as a prospect's Estimated Revenue. `value_from`: which lifetime value is shown where both are known."""

    grace_days: int
    rates: Mapping[str, Decimal]
    revenue_is: RevenueIs = "a month"
    value_from: ValueFrom = "Stripe"


def read_payments(reader: Reader) -> PaymentSettings:
    """The table `payments`. Raises SettingError naming the key."""
    return PaymentSettings(
        reader.whole("grace_days", 0, 365),
        _rates(reader.table("rates")),
        _one_of(reader, "estimated_revenue_is", REVENUE_IS),
        _one_of(reader, "lifetime_value_from", VALUE_FROM),
    )


def _one_of(reader: Reader, name: str, choices: tuple[_Choice, ...]) -> _Choice:
    words = reader.text(name)
    for choice in choices:
        if words == choice:
            return choice
    raise SettingError(reader.key(name), words, tr("one of {allowed}", allowed=", ".join(choices)))


def _rates(reader: Reader) -> Mapping[str, Decimal]:
    rates = {}
    for code, value in reader.items():
        if len(code) != 3 or not code.isalpha() or not code.isupper():
            raise SettingError(reader.key(code), value, tr("ISO 4217 codes like USD, each with its rate"))
        rate = reader.number(code, 0, _HIGHEST_RATE)
        if rate == 0:
            raise SettingError(reader.key(code), rate, tr("what one unit is worth in the team's currency, above 0"))
        rates[code] = Decimal(repr(rate))
    return MappingProxyType(rates)
