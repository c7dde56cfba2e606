"""What clients may change at the Stripe stand-in, and what follows from each change."""

from collections.abc import Mapping
from typing import Any

from journeydesk.sandbox.stripe import catalogue, shapes
from journeydesk.sandbox.stripe.errors import invalid, missing, unknown_parameter
from journeydesk.sandbox.stripe.forms import whole, yes
from journeydesk.sandbox.stripe.store import Object, Store

_DAY = 86_400
_PERIOD_S = {"day": _DAY, "week": 7 * _DAY, "month": 30 * _DAY, "year": 365 * _DAY}
_CUSTOMER = {"email", "name", "phone", "description", "metadata", "expand"}
_SESSION = {
    "mode",
    "line_items",
    "success_url",
    "cancel_url",
    "customer",
    "customer_email",
    "customer_creation",
    "client_reference_id",
    "metadata",
    "subscription_data",
    "payment_intent_data",
    "allow_promotion_codes",
    "discounts",
    "expires_at",
    "after_expiration",
    "ui_mode",
    "expand",
}


class Actions:
    """Creates, changes and ends objects; every method raises StripeError for what Stripe would refuse."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def create(self, kind: str, given: Mapping[str, Any], key: str | None) -> Object | None:
        """Create an object of that kind; None where clients cannot."""
        if kind == "customers":
            return self._create_customer(given, key)
        if kind == "products":
            _only(given, {"name", "metadata", "description"})
            product = catalogue.product(self._store.new_id(kind), self._store.now_s(), _required(given, "name"))
            return self._store.create(kind, product, "product.created", key)
        if kind == "prices":
            return self._create_price(given, key)
        if kind == "refunds":
            return self._create_refund(given, key)
        if kind == "checkout/sessions":
            return self._create_session(given)
        return None

    def update(self, kind: str, object_id: str, given: Mapping[str, Any], key: str | None) -> Object | None:
        """Change an object; None where clients cannot."""
        if kind == "customers":
            _only(given, _CUSTOMER)
            return self._store.change(kind, object_id, _plain(given), "customer.updated", key)
        if kind == "subscriptions":
            _only(given, {"cancel_at_period_end", "metadata", "expand"})
            changes = _plain(given)
            if "cancel_at_period_end" in changes:
                changes["cancel_at_period_end"] = yes(changes["cancel_at_period_end"], "cancel_at_period_end")
            return self._store.change(kind, object_id, changes, "customer.subscription.updated", key)
        return None

    def delete(self, kind: str, object_id: str, key: str | None) -> Object | None:
        """Delete a customer or cancel a subscription; None where clients cannot."""
        if kind == "customers":
            for subscription in list(self._store.objects["subscriptions"].values()):
                if subscription["customer"] == object_id and subscription["status"] != "canceled":
                    self.cancel(subscription["id"], key)
            return self._store.delete(kind, object_id, "customer.deleted")
        return self.cancel(object_id, key) if kind == "subscriptions" else None

    def cancel(self, subscription_id: str, key: str | None = None) -> Object:
        """End a subscription now."""
        now = self._store.now_s()
        changes = {"status": "canceled", "canceled_at": now, "ended_at": now}
        return self._store.change("subscriptions", subscription_id, changes, "customer.subscription.deleted", key)

    def _create_customer(self, given: Mapping[str, Any], key: str | None) -> Object:
        _only(given, _CUSTOMER)
        metadata = given.get("metadata") or {}
        customer = catalogue.customer(
            self._store.new_id("customers"), self._store.now_s(), given.get("name"), given.get("email"), metadata
        )
        customer["phone"], customer["description"] = given.get("phone"), given.get("description")
        return self._store.create("customers", customer, "customer.created", key)

    def _create_price(self, given: Mapping[str, Any], key: str | None) -> Object:
        _only(given, {"currency", "unit_amount", "product", "recurring", "metadata", "nickname"})
        product_id = _required(given, "product")
        if product_id not in self._store.objects["products"]:
            raise missing("products", product_id, "product", 400)
        recurring = given.get("recurring") or {}
        interval = recurring.get("interval")
        if interval not in {None, *_PERIOD_S}:
            raise invalid(f"Invalid recurring[interval]: must be one of {', '.join(_PERIOD_S)}", "recurring[interval]")
        price = catalogue.price(
            self._store.new_id("prices"),
            self._store.now_s(),
            product_id,
            _required(given, "currency").lower(),
            whole(_required(given, "unit_amount"), "unit_amount", 0, 99_999_999),
            interval,
            whole(recurring.get("interval_count", 1), "recurring[interval_count]", 1, 52),
        )
        return self._store.create("prices", price, "price.created", key)

    def _create_refund(self, given: Mapping[str, Any], key: str | None) -> Object:
        _only(given, {"charge", "amount", "reason", "metadata", "payment_intent"})
        charged = self._store.objects["charges"].get(_required(given, "charge"))
        if charged is None:
            raise missing("charges", str(given["charge"]), "charge", 400)
        left = charged["amount_captured"] - charged["amount_refunded"]
        amount = whole(given.get("amount", left), "amount", 1, 99_999_999)
        if amount > left:
            raise invalid(
                f"Refund amount ({amount}) is greater than unrefunded amount on charge ({left})",
                "amount",
                "charge_already_refunded",
            )
        return self.refund(charged, amount, given.get("reason"), key)

    def refund(self, charged: Object, amount: int, reason: str | None, key: str | None = None) -> Object:
        """Give back a part of a charge; its `amount_refunded` is the sum of all refunds."""
        refund = shapes.refund(self._store.new_id("refunds"), self._store.now_s(), charged, amount, reason)
        self._store.create("refunds", refund, "refund.created", key)
        total = charged["amount_refunded"] + amount
        changes = {"amount_refunded": total, "refunded": total == charged["amount_captured"]}
        self._store.change("charges", charged["id"], changes, "charge.refunded", key)
        return refund

    def _create_session(self, given: Mapping[str, Any]) -> Object:
        _only(given, _SESSION)
        mode = _required(given, "mode")
        if mode not in {"payment", "subscription", "setup"}:
            raise invalid("Invalid mode: must be one of payment, setup, or subscription", "mode")
        _required(given, "success_url")
        if given.get("customer") and given.get("customer_email"):
            raise invalid("You may only specify one of these parameters: customer, customer_email.", "customer")
        buyer_id = given.get("customer")
        if buyer_id and str(buyer_id) not in self._store.objects["customers"]:
            raise missing("customers", str(buyer_id), "customer", 400)
        now = self._store.now_s()
        session = shapes.checkout_session(self._store.new_id("checkout/sessions"), now, given)
        if "expires_at" in given:
            session["expires_at"] = whole(given["expires_at"], "expires_at", now + 1800, now + _DAY)
        if given.get("after_expiration"):
            wanted = (given["after_expiration"].get("recovery") or {}).get("enabled", "false")
            recovery = {"enabled": yes(wanted, "after_expiration[recovery][enabled]"), "url": None, "expires_at": None}
            session["after_expiration"] = {"recovery": recovery}
        if mode != "setup":
            self._price_session(session, given.get("line_items"))
        return self._store.create("checkout/sessions", session)

    def _price_session(self, session: Object, lines: Any) -> None:
        if not isinstance(lines, list) or not lines:
            raise invalid("Missing required param: line_items.", "line_items", "parameter_missing")
        total = 0
        for place, line in enumerate(lines):
            price_id = str(line.get("price")) if isinstance(line, dict) else str(line)
            priced = self._store.objects["prices"].get(price_id)
            if priced is None:
                raise missing("prices", price_id, f"line_items[{place}][price]", 400)
            total += priced["unit_amount"] * whole(line.get("quantity", 1), "quantity", 1, 999_999)
            session["currency"] = priced["currency"]
            session.setdefault("_prices", []).append((priced["id"], int(line.get("quantity", 1))))
        session["amount_subtotal"] = session["amount_total"] = total

    def complete(self, session_id: str, email: str | None = None, *, slow: bool = False) -> Object:
        """Pay an open session as its visitor would: customer, subscription or payment, charge, and the events of each. By a `slow`
        method nothing is paid yet."""
        session = self._store.objects["checkout/sessions"].get(session_id)
        if session is None:
            raise missing("sessions", session_id)
        if session["status"] != "open":
            raise invalid(f"This Checkout Session is {session['status']}.", "session")
        now = self._store.now_s()
        email = email or session["customer_email"]
        buyer = self._store.objects["customers"].get(session["customer"] or "")
        if buyer is None:
            buyer = self._create_customer({"email": email} if email else {}, None)
        if slow:
            waiting: Object = {"status": "complete", "payment_status": "unpaid", "customer": buyer["id"], "url": None}
            waiting["customer_details"] = {"email": buyer["email"], "name": buyer["name"], "phone": None}
            return self._store.change("checkout/sessions", session_id, waiting, "checkout.session.completed")
        amount, currency = int(session["amount_total"] or 0), str(session["currency"] or "eur")
        charge_id, intent_id = self._store.new_id("charges"), self._store.new_id("payment_intents")
        charged = shapes.charge(charge_id, now, buyer["id"], currency, amount, intent_id)
        intent = shapes.payment_intent(intent_id, now, buyer["id"], currency, amount, charge_id)
        self._store.create("payment_intents", intent, "payment_intent.succeeded")
        self._store.create("charges", charged, "charge.succeeded")
        changes: Object = {"status": "complete", "payment_status": "paid", "customer": buyer["id"], "url": None}
        changes["customer_details"] = {"email": buyer["email"], "name": buyer["name"], "phone": None}
        if session["mode"] == "subscription":
            started = self.subscribe(buyer, session["_prices"], now)
            changes["subscription"], changes["invoice"] = started["id"], started["latest_invoice"]
        else:
            changes["payment_intent"] = intent_id
        return self._store.change("checkout/sessions", session_id, changes, "checkout.session.completed")

    def subscribe(self, buyer: Object, lines: list[tuple[str, int]], now: int) -> Object:
        """Start a subscription with its first, paid invoice."""
        store = self._store
        subscription_id = store.new_id("subscriptions")
        items = []
        for price_id, quantity in lines:
            priced = store.objects["prices"][price_id]
            recurring = priced["recurring"] or {"interval": "month", "interval_count": 1}
            period = (now, now + _PERIOD_S[recurring["interval"]] * recurring["interval_count"])
            item = shapes.subscription_item(store.new_id("subscription_items"), subscription_id, now, priced, quantity, period)
            items.append(store.put("subscription_items", item))
        started = shapes.subscription(subscription_id, buyer["id"], now, "active", items, {})
        total = sum(item["price"]["unit_amount"] * item["quantity"] for item in items)
        invoiced = shapes.invoice(
            store.new_id("invoices"),
            f"{buyer['invoice_prefix']}-0001",
            now,
            buyer,
            started["currency"],
            total,
            paid=True,
            reason="subscription_create",
            subscription_id=subscription_id,
            period=(now, now),
        )
        started["latest_invoice"] = invoiced["id"]
        store.create("subscriptions", started, "customer.subscription.created")
        store.create("invoices", invoiced, "invoice.paid")
        return started


def _only(given: Mapping[str, Any], allowed: set[str]) -> None:
    for name in given:
        if name not in allowed:
            raise unknown_parameter(name)


def _plain(given: Mapping[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in given.items() if name != "expand"}


def _required(given: Mapping[str, Any], name: str) -> str:
    value = given.get(name)
    if not isinstance(value, str) or not value:
        raise invalid(f"Missing required param: {name}.", name, "parameter_missing")
    return value
