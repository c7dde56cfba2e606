"""How a payer's monthly recurring revenue came to be what it is: each change of it, out of Stripe's objects
(docs/rules.md, "MRR movement"; docs/services.md, "Stripe: MRR and net paid").

Stripe tells a subscription as it stands, not as it was. What it was is read off its invoices: each bills what the subscription was
then, before discounts, and a discount that lasts forever is taken off alike. Everything is a pure function of the objects, so that
every machine finds the same steps.
"""

from collections.abc import Mapping, Sequence
from fractions import Fraction
from itertools import pairwise
from typing import Any

from journeydesk.domain.frozen_data import dataclass
from journeydesk.domain.payments.payment_history import Objects, invoice_subscription
from journeydesk.domain.payments.subscriptions import counts, monthly_worth, period_amount, periods_a_month

Object = Mapping[str, Any]

_BEGAN = frozenset({"subscription_create", "subscription_cycle"})
_STOPPED = frozenset({"unpaid", "paused"})
_DAY = 86_400
_MONTH_DAYS = Fraction(365, 12)


@dataclass(frozen=True, slots=True)
class MrrStep:
    """From `at` (Unix seconds) on the MRR is `minor` minor units of a currency (its code), `change` more or less than before."""

    at: int
    currency: str
    minor: int
    change: int


def mrr_steps(objects: Objects) -> list[MrrStep]:
    """Every change of one payer's MRR, oldest first; the last of each currency is what `subscriptions.mrr` says of it now. Changes at
    one moment are one step: a subscription that takes another's place moves the MRR only by their difference."""
    discounts = {str(customer["id"]): customer.get("discount") for customer in objects.get("customer", ())}
    invoices: dict[str, list[Object]] = {}
    for invoice in objects.get("invoice", ()):
        invoices.setdefault(invoice_subscription(invoice), []).append(invoice)
    changes: dict[str, dict[int, Fraction]] = {}
    for subscription in objects.get("subscription", ()):
        currency = str(subscription.get("currency") or "").upper()
        discount = discounts.get(str(subscription.get("customer")))
        worth = Fraction(0)
        for at, then in _worths(subscription, invoices.get(str(subscription["id"]), ()), discount):
            of_moment = changes.setdefault(currency, {})
            of_moment[at] = of_moment.get(at, Fraction(0)) + then - worth
            worth = then
    return [step for currency in sorted(changes) for step in _rounded(currency, changes[currency])]


def _rounded(currency: str, changes: Mapping[int, Fraction]) -> list[MrrStep]:
    """The sums after each moment, rounded as MRR is, so that the steps add up to it."""
    steps = []
    total, before = Fraction(0), 0
    for at in sorted(changes):
        total += changes[at]
        minor = round(total)
        if minor != before:
            steps.append(MrrStep(at, currency, minor, minor - before))
        before = minor
    return steps


def _worths(subscription: Object, invoices: Sequence[Object], discount: Object | None) -> list[tuple[int, Fraction]]:
    """What a subscription was worth a month, from when on, oldest first; the last is what it is worth now."""
    began = _began(subscription)
    ended = _ended(subscription, invoices)
    if began is None or (ended is not None and ended <= began):
        return []
    now = monthly_worth(subscription, discount)
    worths = [(began, now)]
    billed = _billed(subscription, invoices, now)
    if billed:
        # What stood on the last invoice stands until the next; what it is worth now holds from there.
        worths = [(max(began, at), worth) for at, worth in billed[:-1]] + [(max(began, billed[-1][0]), now)]
        worths[0] = (began, worths[0][1])
    if ended is not None:
        worths = [each for each in worths if each[0] < ended] + [(ended, Fraction(0))]
    changed = [(at, worth) for (_, before), (at, worth) in pairwise(worths) if worth != before]
    return [worths[0], *changed]


def _began(subscription: Object) -> int | None:
    """When it began to be paid for: after its trial. None for one that never did."""
    if subscription.get("status") in ("incomplete", "incomplete_expired", "trialing"):
        return None
    created = int(subscription["created"])
    start = min(created, int(subscription.get("start_date") or created))
    return max(start, int(subscription.get("trial_end") or start))


def _ended(subscription: Object, invoices: Sequence[Object]) -> int | None:
    """When it stopped to count, None while it does: when it ended, or with the invoice since which it is unpaid or paused."""
    if counts(subscription):
        return None
    if subscription.get("status") == "canceled":
        return int(subscription.get("ended_at") or subscription.get("canceled_at") or subscription["created"])
    owed = [int(invoice["created"]) for invoice in invoices if invoice.get("status") not in ("paid", "void")]
    last = max((int(invoice["created"]) for invoice in invoices), default=int(subscription["created"]) + 1)
    return min(owed) if owed and subscription.get("status") in _STOPPED else last


def _billed(subscription: Object, invoices: Sequence[Object], now: Fraction) -> list[tuple[int, Fraction]]:
    """What each invoice says that the subscription was worth a month then, oldest first. Nothing where the subscription has no
    price of its own to compare with."""
    gross = _gross(subscription)
    if not gross:
        return []
    kept = now / gross
    worths = []
    for invoice in sorted(invoices, key=lambda each: (int(each["created"]), str(each["id"]))):
        billed = _billed_a_month(subscription, invoice)
        if billed is not None:
            worths.append((int(invoice["created"]), billed * kept))
    return worths


def _gross(subscription: Object) -> Fraction:
    """What it is worth a month now before any discount."""
    currency = str(subscription.get("currency") or "")
    amounts = [
        period_amount(item, currency) * periods_a_month(item["price"]["recurring"])
        for item in (subscription.get("items") or {}).get("data", ())
        if (item.get("price") or {}).get("recurring")
    ]
    return sum(amounts, Fraction(0))


def _billed_a_month(subscription: Object, invoice: Object) -> Fraction | None:
    """What an invoice bills a month before discounts: its lines for whole periods of the subscription; without lines its subtotal,
    where it is one that every period has. None where it says nothing of that, like one for a part of a period."""
    lines = invoice.get("lines") or {}
    if lines.get("has_more"):
        return None
    items = (subscription.get("items") or {}).get("data", ())
    metered = {
        str(item["price"].get("id")) for item in items if (item["price"].get("recurring") or {}).get("usage_type") == "metered"
    }
    periods = [line for line in lines.get("data", ()) if _is_period(line) and _price_of(line) not in metered]
    if periods:
        return sum((Fraction(int(line["amount"])) * _periods_a_month(line["period"]) for line in periods), Fraction(0))
    if lines.get("data") or invoice.get("billing_reason") not in _BEGAN or invoice.get("subtotal") is None:
        return None
    recurring = next((item["price"]["recurring"] for item in items if (item.get("price") or {}).get("recurring")), None)
    return None if recurring is None else Fraction(int(invoice["subtotal"])) * periods_a_month(recurring)


def _is_period(line: Object) -> bool:
    details = (line.get("parent") or {}).get("subscription_item_details")
    return isinstance(details, Mapping) and not details.get("proration") and bool(line.get("amount"))


def _price_of(line: Object) -> str:
    return str(((line.get("pricing") or {}).get("price_details") or {}).get("price"))


def _periods_a_month(period: Object) -> Fraction:
    """How many such periods a month has: whole months and years as they are billed, others by their days."""
    days = round((int(period["end"]) - int(period["start"])) / _DAY)
    if 28 <= days <= 31:
        return Fraction(1)
    if days % 7 == 0 and days < 28:
        return Fraction(52, 12) * Fraction(7, days)
    months = round(days / _MONTH_DAYS)
    return Fraction(1, months) if months > 1 and abs(days - months * _MONTH_DAYS) <= 3 else _MONTH_DAYS / max(1, days)
