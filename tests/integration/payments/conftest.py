"""An account at the Stripe stand-in that tests fill by hand, and a workspace that reads it over HTTP."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import timedelta
from pathlib import Path
from typing import Any

import httpx
import pytest

from journeydesk.domain.ids import RecordId
from journeydesk.domain.journeys.events import Event
from journeydesk.remote.stripe.client import KINDS, StripeReader
from journeydesk.sandbox.server import Sandbox
from journeydesk.sandbox.stripe import catalogue, shapes
from journeydesk.services.commands.prospects import create_prospect
from journeydesk.services.context import Context
from journeydesk.services.payments.mirror import PaymentsOutcome, update_payments
from journeydesk.storage.engine import sql
from journeydesk.storage.facts.events import events_of
from journeydesk.storage.payments import stripe_mirror
from tests.workspaces import NOW, workspace

EMAIL = "lena@nordlicht.example"
Json = dict[str, Any]


class Account:
    """A Stripe account with nothing in it; each method does what a person or Stripe itself does there."""

    def __init__(self, box: Sandbox) -> None:
        self.box = box
        self.store = box.stripe.store
        for things in self.store.objects.values():
            things.clear()
        self.store.deleted.clear()
        # Workspaces that are copies of one give their requests the same keys.
        box.stripe.forget_answers()

    def control(self, method: str, path: str, body: Json | None = None) -> Any:
        """One command of the control API."""
        with httpx.Client(trust_env=False, timeout=10) as client:
            answer = client.request(method, f"{self.box.control_url}/{path}", json=body)
        assert answer.status_code == 200, answer.text
        return answer.json()

    def key(self, secret: str, **permissions: str) -> str:
        """A key with these rights."""
        return str(self.control("POST", "stripe", {"key": secret, "permissions": permissions})["key"])

    def now(self) -> int:
        return self.store.now_s()

    def later(self, days: float) -> None:
        self.box.workspace.clock.advance(timedelta(days=days))

    def customer(self, email: str | None = None, name: str = "Nordlicht Optik", **metadata: str) -> str:
        made = catalogue.customer(self.store.new_id("customers"), self.now(), name, email, metadata)
        return str(self.store.create("customers", made, "customer.created")["id"])

    def charge(
        self, customer: str | None, amount: int, currency: str = "eur", *, failed: bool = False, intent: str = "", **more: Any
    ) -> Json:
        intent = intent or self.store.new_id("payment_intents")
        made = shapes.charge(self.store.new_id("charges"), self.now(), customer, currency, amount, intent, succeeded=not failed)
        return self.store.create("charges", made | more, "charge.failed" if failed else "charge.succeeded")

    def refund(self, charge: Json, amount: int) -> Json:
        return self.box.stripe.actions.refund(charge, amount, "requested_by_customer")

    def dispute(self, charge: Json, status: str = "needs_response") -> Json:
        made = shapes.dispute(self.store.new_id("disputes"), self.now(), charge, status)
        return self.store.create("disputes", made, "charge.dispute.created")

    def price(self, amount: int | None, currency: str = "eur", interval: str = "month", count: int = 1, **more: Any) -> Json:
        made = catalogue.price(self.store.new_id("prices"), self.now(), "prod_1", currency, amount or 0, interval, count)
        if amount is None:
            made |= {"unit_amount": None, "unit_amount_decimal": None}
        return self.store.put("prices", made | more)

    def coupon(self, name: str, **more: Any) -> str:
        hidden = {f"_{key}": more.pop(key) for key in ("applies_to", "currency_options") if key in more}
        made = catalogue.coupon(name, self.now(), more.pop("duration", "forever"), **more)
        return str(self.store.put("coupons", made | hidden)["id"])

    def discount(self, coupon: str, customer: str) -> str:
        made = catalogue.discount(self.store.new_id("discounts"), coupon, self.now(), customer, None)
        return str(self.store.put("discounts", made)["id"])

    def subscribe(
        self,
        customer: str,
        *prices: Json,
        status: str = "active",
        quantity: int = 1,
        coupons: Sequence[str] = (),
        item_coupons: Sequence[str] = (),
        **more: Any,
    ) -> Json:
        name = self.store.new_id("subscriptions")
        period = (self.now(), self.now() + 30 * 86_400)
        items = []
        for price in prices:
            item_id = self.store.new_id("subscription_items")
            item = shapes.subscription_item(item_id, name, self.now(), price, quantity, period)
            item["discounts"] = [self.discount(one, customer) for one in item_coupons]
            items.append(self.store.put("subscription_items", item))
        made = shapes.subscription(name, customer, self.now(), status, items, {})
        made["discounts"] = [self.discount(one, customer) for one in coupons]
        return self.store.create("subscriptions", made | more, "customer.subscription.created")

    def bill(self, subscription: Json | None, customer: str, amount: int, *, paid: bool = True, currency: str = "eur") -> Json:
        """An invoice, and the charge that pays it or fails to."""
        number = f"T-{len(self.store.objects['invoices']):04d}"
        buyer = self.store.objects["customers"][customer]
        name = None if subscription is None else subscription["id"]
        made = shapes.invoice(
            self.store.new_id("invoices"),
            number,
            self.now(),
            buyer,
            currency,
            amount,
            paid=paid,
            reason="manual",
            subscription_id=name,
            period=(self.now(), self.now()),
        )
        made["status_transitions"]["paid_at"] = self.now() if paid else None
        intent = self.store.new_id("payment_intents")
        self.store.put("invoice_payments", shapes.invoice_payment(self.store.new_id("invoice_payments"), made, intent))
        self.charge(customer, amount, currency, failed=not paid, intent=intent)
        return self.store.create("invoices", made, "invoice.paid" if paid else "invoice.payment_failed")

    def settle(self, invoice: Json) -> None:
        """The customer pays an open invoice after all."""
        payment = next(one for one in self.store.objects["invoice_payments"].values() if one["invoice"] == invoice["id"])
        payment.update(status="paid", amount_paid=invoice["amount_due"])
        self.charge(
            invoice["customer"], invoice["amount_due"], invoice["currency"], intent=payment["payment"]["payment_intent"]
        )
        moments = invoice["status_transitions"] | {"paid_at": self.now()}
        paid = {"status": "paid", "amount_paid": invoice["amount_due"], "status_transitions": moments}
        self.store.change("invoices", invoice["id"], paid, "invoice.paid")

    def change(self, kind: str, thing: Json | str, event: str, **changes: Any) -> None:
        self.store.change(kind, thing if isinstance(thing, str) else thing["id"], changes, event)

    def cancel(self, subscription: Json) -> None:
        self.box.stripe.actions.cancel(subscription["id"])

    def session(self, reference: str | None, customer: str | None = None, *, paid: bool = True, **more: Any) -> Json:
        """A completed Checkout Session; unpaid where its method is slow."""
        given = {"mode": "payment", "client_reference_id": reference, "customer": customer}
        made = shapes.checkout_session(self.store.new_id("checkout/sessions"), self.now(), given)
        made |= {"status": "complete", "payment_status": "paid" if paid else "unpaid", "currency": "eur", "amount_total": 4900}
        return self.store.create("checkout/sessions", made | more, "checkout.session.completed")


class Desk:
    """A workspace that reads the account."""

    def __init__(self, context: Context, account: Account) -> None:
        self.context = context
        self.account = account
        self.waits: list[float] = []

    def reader(self, key: str | None = None, cancelled: Callable[[], bool] = lambda: False) -> StripeReader:
        box = self.account.box
        return StripeReader(box.stripe_url, key or box.stripe_key, sleep=self.waits.append, cancelled=cancelled)

    def sync(
        self, kinds: Sequence[str] = KINDS, key: str | None = None, cancelled: Callable[[], bool] = lambda: False
    ) -> PaymentsOutcome:
        with self.reader(key, cancelled) as reader:
            return update_payments(self.context, reader, kinds)

    def prospect(self, company: str = "Nordlicht Optik", **values: str | int | None) -> RecordId:
        # Long before any payment, as prospects are.
        applied = (NOW - timedelta(days=400)).strftime("%Y-%m-%dT%H:%M:%S.000Z")
        return create_prospect(self.context, {"company": company, "applied_on": applied, **values})

    def field(self, prospect: RecordId, name: str) -> Any:
        with self.context.database.read() as connection:
            return sql.scalar(connection, f"SELECT {name} FROM prospects WHERE lid = ?", (prospect,))

    def money(self, prospect: RecordId) -> tuple[Any, Any, Any]:
        """Net paid, MRR, currency."""
        return tuple(self.field(prospect, name) for name in ("net_paid_minor", "mrr_minor", "money_currency"))

    def events(self, prospect: RecordId) -> list[Event]:
        """The events that Stripe made, oldest first."""
        with self.context.database.read() as connection:
            found = events_of(connection, [prospect]).get(prospect, [])
        return sorted((one for one in found if one.source == "Stripe"), key=lambda one: (one.occurred_at, one.id))

    def how(self, payer: str) -> tuple[Any, Any]:
        """Which prospect a payer is, and what decided."""
        with self.context.database.read() as connection:
            return sql.only(connection, "SELECT prospect, how FROM stripe_payer WHERE payer = ?", (payer,))

    def note(self, name: str) -> str | None:
        with self.context.database.read() as connection:
            return stripe_mirror.note(connection, name)

    def mirror(self) -> Mapping[str, str]:
        """Every mirrored object's JSON by kind and id."""
        with self.context.database.read() as connection:
            return {f"{k} {i}": d for k, i, d in sql.rows(connection, "SELECT kind, id, data FROM stripe_object")}

    def fault(self, **fault: Any) -> None:
        """Something goes wrong with the next requests that match."""
        self.account.control("POST", "faults", fault)

    def requests(self) -> Mapping[str, int]:
        """What Stripe was asked so far, counted by method and status."""
        found: Mapping[str, int] = self.account.control("GET", "counters")
        return found


@pytest.fixture(scope="session")
def small_box() -> Iterator[Sandbox]:
    """The stand-ins, whose Stripe account each test empties."""
    with Sandbox.start(prospects=20, lift_limits=True, now=NOW) as running:
        running.workspace.clock.freeze()
        yield running


@pytest.fixture
def account(small_box: Sandbox) -> Iterator[Account]:
    """An empty account whose clock stands at the workspace's."""
    clock = small_box.workspace.clock
    offset = clock.offset
    made = Account(small_box)
    yield made
    clock.set_offset(offset)
    made.control("DELETE", "faults")
    made.control("DELETE", "counters")


@pytest.fixture
def desk(tmp_path: Path, account: Account) -> Iterator[Desk]:
    """An empty workspace over that account."""
    with workspace(tmp_path / "w") as context:
        yield Desk(context, account)


def fill(account: Account, customers: int) -> None:
    """So many customers, each with a subscription and a paid bill."""
    for number in range(customers):
        customer = account.customer(f"{number}@werk.example", f"Werk {number}")
        subscription = account.subscribe(customer, account.price(1_000 + number))
        account.bill(subscription, customer, 1_000 + number)
