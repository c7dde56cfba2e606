"""Net paid and MRR out of Stripe's objects (SPEC section 4, APIS 3.3 and 3.4), in minor units per currency."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from decimal import ROUND_HALF_EVEN, Decimal
from typing import Any

from journeydesk.domain.money import monthly_minor

_COUNTS = frozenset({"active", "past_due"})


def net_paid(charges: Sequence[Mapping[str, Any]], disputes: Sequence[Mapping[str, Any]]) -> dict[str, int]:
    """Succeeded charges as captured, less what was refunded, less lost disputes; by currency code."""
    sums: dict[str, int] = defaultdict(int)
    for charge in charges:
        if charge.get("status") == "succeeded" and charge.get("captured", True):
            captured = charge.get("amount_captured", charge["amount"])
            sums[charge["currency"].upper()] += int(captured) - int(charge.get("amount_refunded") or 0)
    for dispute in disputes:
        if dispute.get("status") == "lost":
            sums[dispute["currency"].upper()] -= int(dispute["amount"])
    return dict(sums)


def mrr(subscriptions: Sequence[Mapping[str, Any]]) -> dict[str, int]:
    """Monthly recurring revenue of active and past-due subscriptions, less forever discounts; by currency code."""
    sums: dict[str, Decimal] = defaultdict(Decimal)
    for subscription in subscriptions:
        if subscription.get("status") in _COUNTS:
            currency, amount = _worth(subscription)
            sums[currency] += amount
    return {currency: int(amount.to_integral_value(ROUND_HALF_EVEN)) for currency, amount in sums.items()}


def _worth(subscription: Mapping[str, Any]) -> tuple[str, Decimal]:
    total = Decimal(0)
    items = subscription.get("items", {}).get("data", [])
    currency = str(subscription.get("currency") or "eur").upper()
    per_month = Decimal(1)
    for item in items:
        price = item.get("price") or {}
        recurring = price.get("recurring") or {}
        unit = price.get("unit_amount_decimal") or price.get("unit_amount")
        if unit is None or not recurring or recurring.get("usage_type") == "metered":
            continue
        count = int(recurring.get("interval_count") or 1)
        currency = str(price.get("currency") or currency).upper()
        quantity = int(item.get("quantity") or 1)
        total += monthly_minor(Decimal(str(unit)), quantity, str(recurring["interval"]), count)
        per_month = monthly_minor(Decimal(1), 1, str(recurring["interval"]), count)
    return currency, max(Decimal(0), _discounted(total, subscription.get("discounts") or [], per_month))


def _discounted(total: Decimal, discounts: Sequence[Any], per_month: Decimal) -> Decimal:
    for discount in discounts:
        coupon = (discount.get("source") or {}).get("coupon") if isinstance(discount, Mapping) else None
        if not isinstance(coupon, Mapping) or coupon.get("duration") != "forever":
            continue
        if coupon.get("percent_off") is not None:
            total *= 1 - Decimal(str(coupon["percent_off"])) / 100
        elif coupon.get("amount_off") is not None:
            total -= Decimal(int(coupon["amount_off"])) * per_month
    return total
