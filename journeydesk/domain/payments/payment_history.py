"""When a customer paid, and when their subscriptions were alive, out of Stripe's objects. Times are Unix seconds.

Everything here is a pure function of the objects as they stand, so that every machine finds the same moments.
"""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from journeydesk.domain.frozen_data import dataclass
from journeydesk.domain.payments.net_paid import captured_amount, is_payment, paid_off_stripe
from journeydesk.domain.words import noted

Object = Mapping[str, Any]
Objects = Mapping[str, Sequence[Object]]
"""One customer's objects by kind, as the kinds name themselves."""

_NEVER_BEGAN = frozenset({"incomplete", "incomplete_expired"})
_OWED = frozenset({"open", "uncollectible"})


@dataclass(frozen=True, slots=True)
class Payment:
    """Money that came in: `at` when it was charged, `settled` when its invoice was paid; `id` is the charge's, or the invoice's
    where it was paid outside of Stripe; `subscription` is empty for a single payment."""

    at: int
    settled: int
    id: str
    minor: int
    currency: str
    subscription: str


@dataclass(frozen=True, slots=True)
class Span:
    """A time in which a subscription was alive: from `start` until before `end`, or still. `began_by` and `ended_by` name the
    event that stands for each end: the subscription itself, or the invoice that stayed unpaid and what became of it."""

    subscription: str
    start: int
    end: int | None
    ended_by: str
    reason: str
    began_by: str = ""

    def holds(self, at: int) -> bool:
        """Whether it was alive at a moment."""
        return self.start <= at and (self.end is None or at < self.end)


def invoice_subscription(invoice: Object) -> str:
    """The subscription that an invoice belongs to; empty for one that stands alone
    (docs/services.md, "Stripe: object shapes")."""
    details = (invoice.get("parent") or {}).get("subscription_details") or {}
    subscription = details.get("subscription")
    return subscription if isinstance(subscription, str) else ""


def payments(objects: Objects) -> list[Payment]:
    """Every payment, first to last: captured charges, and invoices paid outside of Stripe."""
    invoices = objects.get("invoice", ())
    billed = _invoices_by_payment(invoices)
    paid = []
    for charge in objects.get("charge", ()):
        if is_payment(charge) and captured_amount(charge) > 0:
            invoice = billed.get(str(charge.get("payment_intent") or "")) or billed.get(str(charge["id"])) or {}
            at = int(charge["created"])
            settled = max(at, _transition(invoice, "paid_at") or at)
            currency, subscription = str(charge["currency"]), invoice_subscription(invoice)
            paid.append(Payment(at, settled, str(charge["id"]), captured_amount(charge), currency, subscription))
    for invoice in invoices:
        minor = paid_off_stripe(invoice)
        paid_at = _transition(invoice, "paid_at")
        if minor > 0 and paid_at is not None:
            currency, subscription = str(invoice["currency"]), invoice_subscription(invoice)
            paid.append(Payment(paid_at, paid_at, str(invoice["id"]), minor, currency, subscription))
    return sorted(paid, key=lambda payment: (payment.at, payment.id))


def _invoices_by_payment(invoices: Iterable[Object]) -> dict[str, Object]:
    invoice_of = {}
    for invoice in invoices:
        for paid in (invoice.get("payments") or {}).get("data", ()):
            payment = paid.get("payment") or {}
            for name in ("payment_intent", "charge"):
                if isinstance(payment.get(name), str):
                    invoice_of[payment[name]] = invoice
    return invoice_of


def _transition(invoice: Object, name: str) -> int | None:
    at = (invoice.get("status_transitions") or {}).get(name)
    return int(at) if at is not None else None


def spans(objects: Objects, grace_seconds: int, now: int) -> list[Span]:
    """When each subscription was alive: from its start, trial included, until it ended, without the times in which an invoice
    stayed unpaid for longer than the grace period (docs/rules.md, "What payments say")."""
    owed: dict[str, list[Object]] = {}
    for invoice in objects.get("invoice", ()):
        owed.setdefault(invoice_subscription(invoice), []).append(invoice)
    alive: list[Span] = []
    for subscription in objects.get("subscription", ()):
        if subscription.get("status") not in _NEVER_BEGAN:
            alive += _spans_of(subscription, owed.get(str(subscription["id"]), ()), grace_seconds, now)
    return alive


def _spans_of(subscription: Object, invoices: Iterable[Object], grace: int, now: int) -> list[Span]:
    name = str(subscription["id"])
    created = int(subscription["created"])
    start = min(created, int(subscription.get("start_date") or created))
    end = _end_of(subscription)
    alive = []
    began_by = ""
    for gap_start, gap_end, invoice, settled_by in _gaps(invoices, grace, now):
        if end is not None and gap_start >= end:
            break
        if gap_start > start:
            alive.append(Span(name, start, gap_start, f"{invoice}-unpaid", noted("unpaid beyond the grace period"), began_by))
        if gap_end is None or (end is not None and gap_end >= end):
            return alive
        start, began_by = max(start, gap_end), settled_by
    if end is None or start < end or not alive:
        alive.append(Span(name, start, end, f"{name}-ended", noted("subscription ended"), began_by))
    return alive


def _end_of(subscription: Object) -> int | None:
    if subscription.get("status") != "canceled":
        return None
    ended = subscription.get("ended_at") or subscription.get("canceled_at") or subscription["created"]
    return int(ended)


def _gaps(invoices: Iterable[Object], grace: int, now: int) -> list[tuple[int, int | None, str, str]]:
    """Where invoices were owed for too long, merged: (from, to or None, the invoice, what ended it)."""
    gaps: list[tuple[int, int | None, str, str]] = []
    for invoice in invoices:
        due = _due(invoice)
        settled = _settled(invoice)
        if due is None or due + grace >= (now if settled is None else settled[0]):
            continue
        name = str(invoice["id"])
        end, how = settled if settled is not None else (None, "")
        gaps.append((due + grace, end, name, f"{name}-{how}"))
    merged: list[tuple[int, int | None, str, str]] = []
    for gap in sorted(gaps, key=lambda gap: (gap[0], gap[2])):
        last = merged[-1] if merged else None
        if last is not None and (last[1] is None or gap[0] <= last[1]):
            later = gap if last[1] is not None and (gap[1] is None or gap[1] > last[1]) else last
            merged[-1] = (last[0], later[1], last[2], later[3])
        else:
            merged.append(gap)
    return merged


def _due(invoice: Object) -> int | None:
    """When an invoice should have been paid: its due date where it was sent, else when it was finalised."""
    if invoice.get("status") == "draft" or not int(invoice.get("amount_due") or 0):
        return None
    due = invoice.get("due_date") or _transition(invoice, "finalized_at") or invoice["created"]
    return int(due)


def _settled(invoice: Object) -> tuple[int, str] | None:
    """When it was paid or given up, and which; None while it is owed. Marked as uncollectible it is still owed."""
    if invoice.get("status") in _OWED:
        return None
    for name, how in (("paid_at", "paid"), ("voided_at", "voided")):
        at = _transition(invoice, name)
        if at is not None:
            return at, how
    return int(invoice["created"]), "paid"
