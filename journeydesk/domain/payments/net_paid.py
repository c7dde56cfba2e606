"""What a customer has paid, net, out of Stripe's charges, disputes and invoices (docs/rules.md, "Net paid";
docs/services.md, "Stripe: MRR and net paid").

No money is counted twice: an invoice that was paid through Stripe counts by its charges, and only what was paid outside of
Stripe counts by the invoice. Refunds are read off the charge, where Stripe keeps their sum.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from typing import Any

Object = Mapping[str, Any]


def is_payment(charge: Object) -> bool:
    """Whether a charge brought money: succeeded and captured. An authorisation that was never captured did not."""
    return charge.get("status") == "succeeded" and bool(charge.get("captured", True))


def captured_amount(charge: Object) -> int:
    """What was captured of a charge, in minor units; less than its amount where only a part was."""
    captured = charge.get("amount_captured")
    return int(charge["amount"] if captured is None else captured)


def kept_of(charge: Object) -> int:
    """Captured less refunded, in minor units. `amount_refunded` is the sum of all refunds so far, full and partial
    (docs/services.md, "Stripe: requests")."""
    return captured_amount(charge) - int(charge.get("amount_refunded") or 0) if is_payment(charge) else 0


def lost_in(dispute: Object) -> int:
    """What a dispute cost, in minor units: its amount once it is lost, nothing while it is open or when it was won."""
    return int(dispute["amount"]) if dispute.get("status") == "lost" else 0


def paid_off_stripe(invoice: Object) -> int:
    """What was paid for an invoice outside of Stripe, in minor units: by bank transfer, cash or another processor.

    Stripe says it as `amount_paid_off_stripe`. Where it does not, it is what a paid invoice asked for (what the customer's
    balance covered is not in `amount_due`) less what payments through Stripe brought.
    """
    stated = invoice.get("amount_paid_off_stripe")
    if stated is not None:
        return int(stated)
    if invoice.get("status") != "paid" or "payments" not in invoice:
        return 0
    paid = min(int(invoice.get("amount_paid") or 0), int(invoice.get("amount_due") or 0))
    through = sum(
        int(payment.get("amount_paid") or 0)
        for payment in (invoice["payments"] or {}).get("data", ())
        if payment.get("status") == "paid" and (payment.get("payment") or {}).get("type") != "payment_record"
    )
    return max(0, paid - through)


def _given_back(invoice: Object, refunded: Mapping[str, int]) -> int:
    """What credit notes after the payment gave back of an invoice, in minor units, beyond the refunds through Stripe: those are
    read off the charges, by payment intent and charge."""
    names = [payment.get("payment") or {} for payment in (invoice.get("payments") or {}).get("data", ())]
    through = sum(
        refunded.get(str(name.get("payment_intent")), 0) or refunded.get(str(name.get("charge")), 0) for name in names
    )
    return max(0, int(invoice.get("post_payment_credit_notes_amount") or 0) - through)


def net_paid(charges: Iterable[Object], disputes: Iterable[Object], invoices: Iterable[Object] = ()) -> dict[str, int]:
    """Net paid in minor units by currency code: captured − refunded − lost disputes + what was paid outside of Stripe and not given
    back by a credit note."""
    sums: dict[str, int] = defaultdict(int)
    refunded: dict[str, int] = {}
    for charge in charges:
        if is_payment(charge):
            sums[str(charge["currency"]).upper()] += kept_of(charge)
            for name in (charge.get("payment_intent"), charge.get("id")):
                refunded[str(name)] = int(charge.get("amount_refunded") or 0)
    for dispute in disputes:
        if lost := lost_in(dispute):
            sums[str(dispute["currency"]).upper()] -= lost
    for invoice in invoices:
        if amount := paid_off_stripe(invoice):
            sums[str(invoice["currency"]).upper()] += max(0, amount - _given_back(invoice, refunded))
    return dict(sums)
