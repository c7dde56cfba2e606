"""What the team's customers paid: subscriptions, invoices, charges, refunds and a dispute, as Stripe has them."""

import json
import random
from collections.abc import Sequence

from journeydesk.domain.frozen_data import dataclass
from journeydesk.domain.journeys.events import Event
from journeydesk.sandbox.clock import iso
from journeydesk.sandbox.stripe import catalogue, shapes
from journeydesk.sandbox.stripe.store import EVENT_DAYS, Object, Store
from journeydesk.sandbox.team.applicant import Applicant
from journeydesk.sandbox.team.offer import TIER_PRICES
from journeydesk.sandbox.team.pipeline import Plot

_DAY = 86_400
_MONTH = 30 * _DAY
_YEAR = 365 * _DAY
_PLANS = {
    "explorer-month": ("Explorer", "eur", 4_900, "month"),
    "explorer-year": ("Explorer", "eur", 49_000, "year"),
    "accelerator-month": ("Accelerator", "eur", 9_900, "month"),
    "accelerator-year": ("Accelerator", "eur", 99_000, "year"),
    "pilot-month": ("Pilot", "eur", 32_000, "month"),
    "accelerator-yen": ("Accelerator", "jpy", 15_800, "month"),
    "explorer-dinar": ("Explorer", "kwd", 16_500, "month"),
    "explorer-dollar": ("Explorer", "usd", 5_500, "month"),
}
_COUPONS = {
    "PARTNER20": ("forever", 20.0, None, None),
    "TENOFF": ("forever", None, 1_000, None),
    "LAUNCH50": ("once", 50.0, None, None),
    "WINTER15": ("repeating", 15.0, None, 3),
}
STRANGERS = (("Fogbank Signal Works", "billing@fogbank.example"), ("Lumière Basse", "compta@lumierebasse.example"))


@dataclass(frozen=True, slots=True)
class _Deal:
    """What one customer bought."""

    buyer: Object
    plan: str
    started: int
    quantity: int = 1
    coupon: str = ""
    status: str = "active"
    ended: int | None = None
    before: str = ""
    """The plan that all periods but the newest were billed by, where it was another."""


def _plan_before(place: int, plan: str) -> str:
    """Every seventh began with the other monthly plan: some upgraded, some went back."""
    other = {"accelerator-month": "explorer-month", "explorer-month": "accelerator-month"}.get(plan, "")
    return other if place % 7 == 6 else ""


class Ledger:
    """Writes a year of payments into the Stripe stand-in."""

    def __init__(self, store: Store, rng: random.Random, plot: Plot) -> None:
        self._store = store
        self._rng = rng
        self._plot = plot
        self._now = plot.now_ms // 1000
        self._prices: dict[str, Object] = {}
        self._events: list[tuple[int, str, Object]] = []
        self._invoices = 0

    def write(self) -> None:
        """Write every object, and the events of the last 30 days, oldest first.

        Tells each paying prospect's log of its first payment and gives some their customer id, so this comes before the
        prospects are published.
        """
        self._write_catalogue()
        for place, applicant in enumerate(self._customers()):
            applicant.stripe_customer = self._store.new_id("customers") if place % 5 < 3 else None
            self._tell_log(applicant, self._write_customer(place, applicant))
        for name, email in STRANGERS:
            started = self._now - self._rng.randrange(40, 200) * _DAY
            buyer = self._buyer(self._store.new_id("customers"), started, name, email)
            self._run(_Deal(buyer, "explorer-month", started))
        self._write_trials()
        self._write_trouble()
        self._write_open_session()
        for at, kind, thing in sorted(self._events, key=lambda event: event[0]):
            if at >= self._now - EVENT_DAYS * _DAY:
                self._store.emit(kind, thing, at_s=at)

    def _customers(self) -> Sequence[Applicant]:
        return [applicant for applicant in self._plot.applicants if applicant.paying or applicant.churned]

    def _write_catalogue(self) -> None:
        created = self._now - _YEAR - 30 * _DAY
        products = {}
        for tier in ("Explorer", "Accelerator", "Pilot"):
            products[tier] = self._store.put("products", catalogue.product(self._store.new_id("products"), created, tier))
        for name, (tier, currency, amount, interval) in _PLANS.items():
            price_id = self._store.new_id("prices")
            priced = catalogue.price(price_id, created, products[tier]["id"], currency, amount, interval)
            self._prices[name] = self._store.put("prices", priced)
        for tier, (price_id, amount) in TIER_PRICES.items():
            self._store.put("prices", catalogue.price(price_id, created, products[tier]["id"], "eur", amount, "month"))
        for name, (duration, percent, off, months) in _COUPONS.items():
            money = "eur" if off is not None else None
            made_coupon = catalogue.coupon(
                name, created, duration, percent_off=percent, amount_off=off, currency=money, months=months
            )
            self._store.put("coupons", made_coupon)

    def _buyer(self, customer_id: str, at: int, name: str, email: str, metadata: dict[str, str] | None = None) -> Object:
        buyer = catalogue.customer(customer_id, at, name, email, metadata or {})
        self._store.put("customers", buyer)
        self._events.append((at, "customer.created", buyer))
        return buyer

    def _tell_log(self, applicant: Applicant, buyer: Object) -> None:
        """The first payment as an event, named after its charge as every machine names it."""
        charges = self._store.objects["charges"].values()
        paid = [charge for charge in charges if charge["customer"] == buyer["id"] and charge["paid"]]
        if not paid:
            return
        first = min(paid, key=lambda charge: int(charge["created"]))
        metadata = {"charge": first["id"], "value": first["amount"], "currency": first["currency"]}
        payload = json.dumps(metadata, sort_keys=True)
        at = iso(int(first["created"]) * 1000)
        applicant.events.append(Event(f"EVT-stripe-{first['id']}", "payment_succeeded", None, None, at, at, "Stripe", payload))
        applicant.events.sort(key=lambda event: (event.occurred_at, event.id))

    def _write_customer(self, place: int, applicant: Applicant) -> Object:
        """A prospect is found by the customer id in the base, by its checkout's reference, or by e-mail alone."""
        started = applicant.paid_ms // 1000
        customer_id = applicant.stripe_customer or self._store.new_id("customers")
        buyer = self._buyer(customer_id, started, applicant.identity.company, applicant.identity.email)
        if applicant.identity.company == "Quillon Freight":
            self._single_payment(buyer, started, 354_000, "Pilot set-up")
            self._run(_Deal(buyer, "pilot-month", self._now - 4 * _DAY, quantity=2))
            return buyer
        plan, coupon = self._plan(place, applicant)
        if applicant.churned:
            ended = min(started + self._rng.randrange(2, 7) * _MONTH, self._now - 5 * _DAY)
            self._run(_Deal(buyer, plan, started, coupon=coupon, status="canceled", ended=ended))
            return buyer
        status = "past_due" if place in {11, 24} else "active"
        if status == "past_due":
            started = min(started, self._now - _MONTH - 4 * _DAY)
        subscription = self._run(
            _Deal(buyer, plan, started, 1 + (place % 9 == 0), coupon, status, before=_plan_before(place, plan))
        )
        if applicant.stripe_customer is None and place % 5 == 3:
            self._write_session(applicant, buyer, subscription, started)
        return buyer

    def _plan(self, place: int, applicant: Applicant) -> tuple[str, str]:
        coupon = {4: "PARTNER20", 9: "TENOFF", 14: "LAUNCH50", 19: "WINTER15", 29: "PARTNER20", 37: "TENOFF"}.get(place, "")
        if applicant.identity.company == "蒼嶺測器":
            return "accelerator-yen", ""
        if place == 46:
            return "explorer-dinar", ""
        if place == 52:
            return "explorer-dollar", ""
        tier = "accelerator" if applicant.stage >= 5 else "explorer"
        yearly = place % 7 == 2 and not applicant.churned
        return f"{tier}-{'year' if yearly else 'month'}", coupon

    def _run(self, deal: _Deal) -> Object:
        """A subscription with an invoice and a charge for each period begun."""
        store = self._store
        priced = self._prices[deal.plan]
        length = _YEAR if priced["recurring"]["interval"] == "year" else _MONTH
        last = deal.ended if deal.ended is not None else self._now
        periods = max(1, -(-(last - deal.started) // length))
        current = deal.started + (periods - 1) * length
        subscription_id = store.new_id("subscriptions")
        period = (current, current + length)
        item = shapes.subscription_item(
            store.new_id("subscription_items"), subscription_id, deal.started, priced, deal.quantity, period
        )
        store.put("subscription_items", item)
        subscription = shapes.subscription(subscription_id, deal.buyer["id"], deal.started, deal.status, [item], {})
        if deal.ended is not None:
            subscription["canceled_at"] = subscription["ended_at"] = deal.ended
            self._events.append((deal.ended, "customer.subscription.deleted", subscription))
        if deal.coupon:
            discount = catalogue.discount(
                store.new_id("discounts"), deal.coupon, deal.started, deal.buyer["id"], subscription_id
            )
            subscription["discounts"] = [store.put("discounts", discount)["id"]]
        store.put("subscriptions", subscription)
        self._events.append((deal.started, "customer.subscription.created", subscription))
        for number in range(periods):
            at = deal.started + number * length
            failed = deal.status == "past_due" and number == periods - 1
            priced = self._prices[deal.before if deal.before and number < periods - 1 else deal.plan]
            total = self._discounted(deal, priced, number)
            gross = int(priced["unit_amount"]) * deal.quantity
            invoiced = self._bill(
                deal.buyer, at, total, priced["currency"], subscription_id, number, failed=failed, subtotal=gross
            )
            subscription["latest_invoice"] = invoiced["id"]
        deal.buyer["currency"] = priced["currency"]
        deal.buyer["delinquent"] = deal.status == "past_due"
        return subscription

    def _discounted(self, deal: _Deal, priced: Object, number: int) -> int:
        total = int(priced["unit_amount"]) * deal.quantity
        if not deal.coupon:
            return total
        coupon = self._store.objects["coupons"][deal.coupon]
        if (coupon["duration"] == "once" and number > 0) or number >= (coupon["duration_in_months"] or number + 1):
            return total
        if coupon["amount_off"] is not None:
            return max(0, total - int(coupon["amount_off"]))
        return round(total * (100 - float(coupon["percent_off"])) / 100)

    def _bill(
        self,
        buyer: Object,
        at: int,
        total: int,
        currency: str,
        subscription_id: str | None,
        number: int,
        *,
        failed: bool,
        subtotal: int | None = None,
    ) -> Object:
        store = self._store
        self._invoices += 1
        reason = "manual" if subscription_id is None else "subscription_create" if number == 0 else "subscription_cycle"
        invoiced = shapes.invoice(
            store.new_id("invoices"),
            f"OST-{self._invoices:04d}",
            at,
            buyer,
            currency,
            total,
            paid=not failed,
            reason=reason,
            subscription_id=subscription_id,
            period=(at, at + _MONTH),
            subtotal=subtotal,
        )
        store.put("invoices", invoiced)
        charge_id, intent_id = store.new_id("charges"), store.new_id("payment_intents")
        charged = shapes.charge(charge_id, at + 20, buyer["id"], currency, total, intent_id, succeeded=not failed)
        charged["description"] = "Subscription update" if subscription_id else "Pilot set-up"
        intent = shapes.payment_intent(intent_id, at, buyer["id"], currency, total, charge_id)
        if failed:
            intent.update(status="requires_payment_method", amount_received=0)
        store.put("payment_intents", intent)
        store.put("charges", charged)
        store.put("invoice_payments", shapes.invoice_payment(store.new_id("invoice_payments"), invoiced, intent_id))
        self._events.append((at + 25, "charge.failed" if failed else "charge.succeeded", charged))
        self._events.append((at + 30, "invoice.payment_failed" if failed else "invoice.paid", invoiced))
        return invoiced

    def _single_payment(self, buyer: Object, at: int, amount: int, description: str) -> None:
        invoiced = self._bill(buyer, at, amount, "eur", None, 0, failed=False)
        invoiced["description"] = description

    def _write_session(self, applicant: Applicant, buyer: Object, subscription: Object, at: int) -> None:
        given = {"mode": "subscription", "client_reference_id": applicant.key, "customer_email": applicant.identity.email}
        session = shapes.checkout_session(self._store.new_id("checkout/sessions"), at - 300, given)
        total = subscription["items"]["data"][0]["price"]["unit_amount"]
        session.update(
            status="complete",
            payment_status="paid",
            customer=buyer["id"],
            subscription=subscription["id"],
            invoice=subscription["latest_invoice"],
            amount_subtotal=total,
            amount_total=total,
            currency=subscription["currency"],
            url=None,
        )
        session["customer_details"] = {"email": applicant.identity.email, "name": applicant.identity.contact, "phone": None}
        buyer["email"] = f"accounts@{applicant.identity.website.rpartition('/')[2]}"
        self._store.put("checkout/sessions", session)
        self._events.append((at, "checkout.session.completed", session))

    def _write_trials(self) -> None:
        trying = [
            applicant for applicant in self._plot.applicants if applicant.open and not applicant.paying and applicant.stage == 3
        ][-2:]
        for applicant in trying:
            started = self._now - 6 * _DAY
            buyer = self._buyer(self._store.new_id("customers"), started, applicant.identity.company, applicant.identity.email)
            priced = self._prices["explorer-month"]
            subscription_id = self._store.new_id("subscriptions")
            period = (started, started + 14 * _DAY)
            item = shapes.subscription_item(
                self._store.new_id("subscription_items"), subscription_id, started, priced, 1, period
            )
            self._store.put("subscription_items", item)
            subscription = shapes.subscription(subscription_id, buyer["id"], started, "trialing", [item], {})
            subscription["trial_start"], subscription["trial_end"] = period
            self._store.put("subscriptions", subscription)
            self._events.append((started, "customer.subscription.created", subscription))

    def _write_trouble(self) -> None:
        """Five refunds, one lost dispute, one that was won."""
        paid = [charge for charge in self._store.objects["charges"].values() if charge["paid"] and charge["amount"] < 60_000]
        for place, charged in enumerate(self._rng.sample(paid, min(7, len(paid)))):
            at = min(charged["created"] + self._rng.randrange(2, 20) * _DAY, self._now - 3600)
            if place < 5:
                amount = charged["amount"] if place % 2 else charged["amount"] // 2
                if charged["currency"] == "kwd":
                    amount -= amount % 10
                refund = shapes.refund(self._store.new_id("refunds"), at, charged, amount, "requested_by_customer")
                self._store.put("refunds", refund)
                charged["amount_refunded"] = amount
                charged["refunded"] = amount == charged["amount"]
                self._events += [(at, "refund.created", refund), (at, "charge.refunded", charged)]
            else:
                status = "lost" if place == 5 else "won"
                dispute = shapes.dispute(self._store.new_id("disputes"), at, charged, status)
                charged["disputed"] = True
                self._store.put("disputes", dispute)
                self._events += [(at, "charge.dispute.created", dispute), (at + 60, "charge.dispute.closed", dispute)]

    def _write_open_session(self) -> None:
        offered = (
            applicant for applicant in self._plot.applicants if applicant.open and applicant.stage == 4 and not applicant.paying
        )
        waiting = next(offered, None)
        if waiting is None:
            return
        given = {"mode": "subscription", "client_reference_id": waiting.key, "customer_email": waiting.identity.email}
        session = shapes.checkout_session(self._store.new_id("checkout/sessions"), self._now - 7200, given)
        priced = self._prices["explorer-month"]
        session.update(amount_subtotal=priced["unit_amount"], amount_total=priced["unit_amount"], currency="eur")
        session["_prices"] = [(priced["id"], 1)]
        self._store.put("checkout/sessions", session)
