"""Monthly recurring revenue out of Stripe's subscriptions (docs/rules.md, "MRR"; docs/services.md, "Stripe: MRR and net paid"),
exact until it is rounded once.

Amounts are fractions of minor units. Subscriptions come in the pinned shape (docs/services.md, "Stripe: object shapes"),
completed by `remote.stripe`: tiers and foreign amounts on the price, the coupon under each discount's source.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from fractions import Fraction
from typing import Any

from journeydesk.domain.payments.discounts import Line, after_item_discounts, after_subscription_discounts

Object = Mapping[str, Any]

_COUNTED = frozenset({"active", "past_due"})
_PERIODS_A_MONTH = {
    "month": Fraction(1),
    "year": Fraction(1, 12),
    "week": Fraction(52, 12),
    "day": Fraction(365, 12),
}


def counts(subscription: Object) -> bool:
    """Whether a subscription is part of MRR: active or past due. Trials, paused, unpaid, incomplete and cancelled ones are not;
    one that will be cancelled at the period's end counts until it ends (docs/rules.md, "MRR";
    docs/services.md, "Stripe: MRR and net paid"). While its collection is paused nothing is earned, so that is left out as
    well."""
    return subscription.get("status") in _COUNTED and not subscription.get("pause_collection")


def periods_a_month(recurring: Object) -> Fraction:
    """How many billing periods a month has: yearly ÷ 12, weekly × 52 ÷ 12, daily × 365 ÷ 12, ÷ interval count
    (docs/rules.md, "MRR")."""
    return _PERIODS_A_MONTH[str(recurring["interval"])] / int(recurring.get("interval_count") or 1)


def billed_quantity(quantity: int, transform: Object | None) -> int:
    """The quantity that is billed: divided and rounded where the price transforms it
    (docs/services.md, "Stripe: MRR and net paid")."""
    if not transform:
        return quantity
    divisor = int(transform["divide_by"])
    return -(-quantity // divisor) if transform.get("round") == "up" else quantity // divisor


def decimal_amount(holder: Object, name: str) -> Fraction | None:
    """An amount that may be fractional: the `_decimal` form, which is exact, before the whole one
    (docs/services.md, "Stripe: MRR and net paid")."""
    exact, whole = holder.get(f"{name}_decimal"), holder.get(name)
    amount = whole if exact is None else exact
    return None if amount is None else Fraction(str(amount))


def tiered_amount(tiers: Sequence[Object], mode: str, quantity: int) -> Fraction:
    """What a tiered price asks for a quantity: `volume` bills all units at the tier that the quantity reaches, `graduated` each
    unit at its own tier; a tier's flat amount is added once where it is entered, with quantity 0 the first's
    (docs/services.md, "Stripe: MRR and net paid")."""
    total = Fraction(0)
    below = 0
    for tier in tiers:
        top = tier.get("up_to")
        last = top is None or quantity <= int(top)
        unit = decimal_amount(tier, "unit_amount") or Fraction(0)
        flat = decimal_amount(tier, "flat_amount") or Fraction(0)
        if mode == "volume":
            if last:
                return unit * quantity + flat
            continue
        within = quantity - below if top is None else min(quantity, int(top)) - below
        total += unit * within + flat
        if last:
            return total
        below = int(top) if top is not None else below
    return total


def price_in(price: Object, currency: str) -> Object | None:
    """The price as asked in a currency (lower case): its own amounts, or those of its option; None where it has none."""
    if price.get("currency") in (None, currency):
        return price
    option = (price.get("currency_options") or {}).get(currency)
    return {**price, **option} if isinstance(option, Mapping) else None


def period_amount(item: Object, currency: str) -> Fraction:
    """What an item adds to each of its invoices: licensed, recurring prices only; free and metered ones add nothing
    (docs/services.md, "Stripe: MRR and net paid")."""
    price = price_in(item.get("price") or {}, currency)
    recurring = (price or {}).get("recurring")
    if price is None or not recurring or recurring.get("usage_type") == "metered":
        return Fraction(0)
    stated = item.get("quantity")
    quantity = billed_quantity(1 if stated is None else int(stated), price.get("transform_quantity"))
    if price.get("billing_scheme") == "tiered":
        return tiered_amount(price.get("tiers") or (), str(price.get("tiers_mode")), quantity)
    return (decimal_amount(price, "unit_amount") or Fraction(0)) * quantity


def monthly_worth(subscription: Object, customer_discount: Object | None = None) -> Fraction:
    """What one subscription is worth a month, whatever its status: each item's amount less its own discounts, brought to a
    month, less the subscription's discounts, never below 0. A discount of the customer stands in where the subscription has
    none of its own."""
    currency = str(subscription.get("currency") or "")
    lines = []
    for item in (subscription.get("items") or {}).get("data", ()):
        amount = period_amount(item, currency)
        if not amount:
            continue
        product = str(item["price"].get("product") or "")
        periods = periods_a_month(item["price"]["recurring"])
        left = after_item_discounts(amount, item.get("discounts") or (), product, currency)
        lines.append(Line(left * periods, periods, product))
    discounts = subscription.get("discounts") or ([customer_discount] if customer_discount else ())
    return sum((line.monthly for line in after_subscription_discounts(lines, discounts, currency)), Fraction(0))


def mrr(subscriptions: Iterable[Object], customer_discounts: Mapping[str, Object] | None = None) -> dict[str, int]:
    """Monthly recurring revenue in minor units by currency code, rounded half to even once per currency (docs/rules.md, "MRR").

    `customer_discounts` are the discounts that customers have as such, by customer id.
    """
    sums: dict[str, Fraction] = defaultdict(Fraction)
    for subscription in subscriptions:
        if counts(subscription):
            discount = (customer_discounts or {}).get(str(subscription.get("customer")))
            sums[str(subscription.get("currency") or "").upper()] += monthly_worth(subscription, discount)
    return {currency: round(amount) for currency, amount in sums.items()}
