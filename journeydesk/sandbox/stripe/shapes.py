"""What money does at Stripe, in the current shape (since 2025-03-31 "basil"): periods on items, `discounts`, `parent`, `payments`."""

from collections.abc import Mapping, Sequence
from typing import Any

from journeydesk.sandbox.stripe.catalogue import ACCOUNT_NAME
from journeydesk.sandbox.stripe.store import Object, list_object


def subscription_item(
    object_id: str, subscription_id: str, created: int, priced: Object, quantity: int, period: tuple[int, int]
) -> Object:
    """One line of a subscription, which is where the period stands."""
    return {
        "id": object_id,
        "object": "subscription_item",
        "billing_thresholds": None,
        "created": created,
        "current_period_end": period[1],
        "current_period_start": period[0],
        "discounts": [],
        "metadata": {},
        "price": priced,
        "quantity": quantity,
        "subscription": subscription_id,
        "tax_rates": [],
    }


def subscription(
    object_id: str, customer_id: str, created: int, status: str, items: Sequence[Object], metadata: Mapping[str, str]
) -> Object:
    """A subscription; `canceled_at` and the like are filled in by what happens to it."""
    return {
        "id": object_id,
        "object": "subscription",
        "application": None,
        "automatic_tax": {"disabled_reason": None, "enabled": False, "liability": None},
        "billing_cycle_anchor": created,
        "cancel_at": None,
        "cancel_at_period_end": False,
        "canceled_at": None,
        "cancellation_details": {"comment": None, "feedback": None, "reason": None},
        "collection_method": "charge_automatically",
        "created": created,
        "currency": items[0]["price"]["currency"],
        "customer": customer_id,
        "days_until_due": None,
        "default_payment_method": None,
        "description": None,
        "discounts": [],
        "ended_at": None,
        "items": list_object(f"/v1/subscription_items?subscription={object_id}", items, more=False),
        "latest_invoice": None,
        "livemode": False,
        "metadata": dict(metadata),
        "pause_collection": None,
        "pending_update": None,
        "schedule": None,
        "start_date": created,
        "status": status,
        "test_clock": None,
        "trial_end": None,
        "trial_start": None,
    }


def invoice(
    object_id: str,
    number: str,
    created: int,
    buyer: Object,
    currency: str,
    total: int,
    *,
    paid: bool,
    reason: str,
    subscription_id: str | None,
    period: tuple[int, int],
    subtotal: int | None = None,
) -> Object:
    """A finalised invoice, paid or open; what it belongs to stands under `parent`. `subtotal` is before discounts, where there are
    any."""
    return {
        "id": object_id,
        "object": "invoice",
        "account_country": "DE",
        "account_name": ACCOUNT_NAME,
        "amount_due": total,
        "amount_overpaid": 0,
        "amount_paid": total if paid else 0,
        "amount_remaining": 0 if paid else total,
        "attempt_count": 1 if paid else 3,
        "attempted": True,
        "auto_advance": not paid,
        "billing_reason": reason,
        "collection_method": "charge_automatically",
        "created": created,
        "currency": currency,
        "customer": buyer["id"],
        "customer_email": buyer["email"],
        "customer_name": buyer["name"],
        "description": None,
        "discounts": [],
        "due_date": None,
        "ending_balance": 0,
        "lines": list_object(f"/v1/invoices/{object_id}/lines", [], more=False),
        "livemode": False,
        "metadata": {},
        "next_payment_attempt": None if paid else created + 5 * 86_400,
        "number": number,
        "parent": None if subscription_id is None else _parent(subscription_id),
        "period_end": period[1],
        "period_start": period[0],
        "starting_balance": 0,
        "status": "paid" if paid else "open",
        "status_transitions": _transitions(created, paid=paid),
        "subtotal": total if subtotal is None else subtotal,
        "test_clock": None,
        "total": total,
        "total_discount_amounts": [],
        "total_taxes": [],
    }


def _parent(subscription_id: str) -> Object:
    details = {"metadata": {}, "subscription": subscription_id}
    return {"type": "subscription_details", "quote_details": None, "subscription_details": details}


def _transitions(created: int, *, paid: bool) -> Object:
    paid_at = created + 30 if paid else None
    return {"finalized_at": created, "marked_uncollectible_at": None, "paid_at": paid_at, "voided_at": None}


def invoice_payment(object_id: str, invoiced: Object, intent_id: str) -> Object:
    """The link between an invoice and the payment that settled it."""
    paid = invoiced["status"] == "paid"
    return {
        "id": object_id,
        "object": "invoice_payment",
        "amount_paid": invoiced["amount_paid"] if paid else None,
        "amount_requested": invoiced["amount_due"],
        "created": invoiced["created"],
        "currency": invoiced["currency"],
        "invoice": invoiced["id"],
        "is_default": True,
        "livemode": False,
        "payment": {"type": "payment_intent", "payment_intent": intent_id},
        "status": "paid" if paid else "open",
        "status_transitions": {"canceled_at": None, "paid_at": invoiced["created"] + 30 if paid else None},
    }


def payment_intent(object_id: str, created: int, customer_id: str | None, currency: str, amount: int, charge_id: str) -> Object:
    """A payment intent, succeeded unless changed."""
    return {
        "id": object_id,
        "object": "payment_intent",
        "amount": amount,
        "amount_received": amount,
        "created": created,
        "currency": currency,
        "customer": customer_id,
        "description": None,
        "latest_charge": charge_id,
        "livemode": False,
        "metadata": {},
        "status": "succeeded",
    }


def charge(
    object_id: str,
    created: int,
    customer_id: str | None,
    currency: str,
    amount: int,
    intent_id: str,
    *,
    succeeded: bool = True,
) -> Object:
    """A charge. It does not name its invoice, and its refunds are to be asked for."""
    return {
        "id": object_id,
        "object": "charge",
        "amount": amount,
        "amount_captured": amount if succeeded else 0,
        "amount_refunded": 0,
        "application": None,
        "balance_transaction": f"txn_{object_id[3:]}" if succeeded else None,
        "billing_details": {"address": None, "email": None, "name": None, "phone": None, "tax_id": None},
        "captured": succeeded,
        "created": created,
        "currency": currency,
        "customer": customer_id,
        "description": None,
        "disputed": False,
        "failure_code": None if succeeded else "card_declined",
        "failure_message": None if succeeded else "Your card was declined.",
        "livemode": False,
        "metadata": {},
        "paid": succeeded,
        "payment_intent": intent_id,
        "receipt_email": None,
        "refunded": False,
        "status": "succeeded" if succeeded else "failed",
    }


def refund(object_id: str, created: int, charged: Object, amount: int, reason: str | None) -> Object:
    """A refund of a charge or a part of it."""
    return {
        "id": object_id,
        "object": "refund",
        "amount": amount,
        "balance_transaction": f"txn_{object_id[3:]}",
        "charge": charged["id"],
        "created": created,
        "currency": charged["currency"],
        "metadata": {},
        "payment_intent": charged["payment_intent"],
        "reason": reason,
        "receipt_number": None,
        "status": "succeeded",
    }


def dispute(object_id: str, created: int, charged: Object, status: str) -> Object:
    """A dispute over a whole charge."""
    return {
        "id": object_id,
        "object": "dispute",
        "amount": charged["amount"],
        "balance_transactions": [],
        "charge": charged["id"],
        "created": created,
        "currency": charged["currency"],
        "is_charge_refundable": False,
        "livemode": False,
        "metadata": {},
        "payment_intent": charged["payment_intent"],
        "reason": "product_not_received",
        "status": status,
    }


def checkout_session(object_id: str, created: int, given: Mapping[str, Any]) -> Object:
    """A Checkout Session, open unless changed."""
    return {
        "id": object_id,
        "object": "checkout.session",
        "after_expiration": None,
        "allow_promotion_codes": None,
        "amount_subtotal": None,
        "amount_total": None,
        "cancel_url": given.get("cancel_url"),
        "client_reference_id": given.get("client_reference_id"),
        "created": created,
        "currency": None,
        "customer": given.get("customer"),
        "customer_creation": None,
        "customer_details": None,
        "customer_email": given.get("customer_email"),
        "expires_at": created + 86_400,
        "invoice": None,
        "livemode": False,
        "metadata": dict(given.get("metadata") or {}),
        "mode": given["mode"],
        "payment_intent": None,
        "payment_status": "unpaid",
        "status": "open",
        "subscription": None,
        "success_url": given.get("success_url"),
        "ui_mode": "hosted_page",
        "url": f"https://checkout.stripe.example/c/pay/{object_id}",
    }
