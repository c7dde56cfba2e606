"""What Stripe's coupons take off a recurring amount (docs/rules.md, "MRR"; docs/services.md, "Stripe: object shapes" and
docs/services.md, "Stripe: MRR and net paid").

Only a coupon that lasts forever lowers MRR: one for a first invoice or some months leaves it as it is, which is Stripe's own
default. Item discounts come before those of the subscription; several of one level come one after the other.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from fractions import Fraction
from typing import Any

from journeydesk.domain.frozen_data import dataclass

Object = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Line:
    """An item of a subscription: minor units a month, invoices a month, and its product's id."""

    monthly: Fraction
    periods: Fraction
    product: str


def forever_coupon(discount: object) -> Object | None:
    """The coupon of a discount that lasts forever; None for any other, and for one that is only an id."""
    source = discount.get("source") if isinstance(discount, Mapping) else None
    coupon = source.get("coupon") if isinstance(source, Mapping) else None
    return coupon if isinstance(coupon, Mapping) and coupon.get("duration") == "forever" else None


def kept_share(coupon: Object) -> Fraction:
    """What a percent coupon leaves, from 0 to 1; 1 for a coupon of a fixed amount."""
    percent = coupon.get("percent_off")
    return Fraction(1) if percent is None else max(Fraction(0), 1 - Fraction(str(percent)) / 100)


def amount_off(coupon: Object, currency: str) -> Fraction:
    """What a fixed coupon takes off one invoice in a currency (lower case), in minor units; 0 in a currency that it is not for."""
    if coupon.get("amount_off") is not None and coupon.get("currency") == currency:
        return Fraction(int(coupon["amount_off"]))
    option = (coupon.get("currency_options") or {}).get(currency) or {}
    return Fraction(int(option.get("amount_off") or 0))


def is_for(coupon: Object, product: str) -> bool:
    """Whether a coupon is for a product: for all, unless it names those it is for."""
    products = (coupon.get("applies_to") or {}).get("products")
    return not products or product in products


def after_item_discounts(amount: Fraction, discounts: Iterable[object], product: str, currency: str) -> Fraction:
    """An item's amount per invoice less its own discounts, never below 0."""
    for discount in discounts:
        coupon = forever_coupon(discount)
        if coupon is not None and is_for(coupon, product):
            amount = max(Fraction(0), amount * kept_share(coupon) - amount_off(coupon, currency))
    return amount


def after_subscription_discounts(lines: Sequence[Line], discounts: Iterable[object], currency: str) -> list[Line]:
    """The lines less the subscription's discounts, never below 0.

    A fixed amount comes off once per invoice, not once per item; where items have different periods there are as many
    invoices as the most frequent has. It is spread over the lines by what they are worth.
    """
    left = list(lines)
    for discount in discounts:
        coupon = forever_coupon(discount)
        if coupon is None:
            continue
        discounted = [line for line in left if is_for(coupon, line.product)]
        worth = sum((line.monthly for line in discounted), Fraction(0))
        if not worth:
            continue
        off = amount_off(coupon, currency) * max(line.periods for line in discounted)
        share = max(Fraction(0), kept_share(coupon) - off / worth)
        left = [replace(line, monthly=line.monthly * share) if is_for(coupon, line.product) else line for line in left]
    return left
