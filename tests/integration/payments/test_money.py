"""What each prospect paid and pays, read over HTTP: refunds, disputes, discounts, tiers, currencies
(docs/rules.md, "Net paid")."""

from dataclasses import replace
from decimal import Decimal
from typing import Any

import pytest

from journeydesk.domain.money import Money
from journeydesk.services.commands.many import delete_prospects
from journeydesk.services.queries.detail import prospect_detail
from journeydesk.services.queries.money import team_money
from journeydesk.services.queries.payments import CurrencySums, money_of
from journeydesk.services.rows.common import Amount
from journeydesk.storage.engine import sql
from tests.integration.payments.conftest import Account, Desk

EMAIL = "lena@nordlicht.example"


def test_net_paid_is_captured_less_refunds_less_lost_disputes(desk: Desk, account: Account) -> None:
    prospect = desk.prospect(email=EMAIL)
    customer = account.customer(EMAIL)
    refunded = account.charge(customer, 10_000)
    account.refund(refunded, 2_500)
    account.refund(refunded, 500)
    account.dispute(account.charge(customer, 4_000), "lost")
    account.dispute(account.charge(customer, 3_000), "won")
    account.charge(customer, 900, failed=True)
    desk.sync()
    assert desk.money(prospect) == (10_000 - 3_000 + 3_000, 0, "EUR")


def test_a_later_refund_or_dispute_is_taken_off_by_events(desk: Desk, account: Account) -> None:
    prospect = desk.prospect(email=EMAIL)
    charge = account.charge(account.customer(EMAIL), 10_000)
    desk.sync()
    account.later(1)
    account.refund(charge, 4_000)
    dispute = account.dispute(charge)
    desk.sync()
    assert desk.money(prospect)[0] == 6_000
    account.change("disputes", dispute, "charge.dispute.closed", status="lost", amount=6_000)
    desk.sync()
    assert desk.money(prospect)[0] == 0


@pytest.mark.parametrize(
    ("currency", "amount", "major"),
    [
        ("jpy", 15_800, "15800"),
        ("kwd", 16_500, "16.500"),
        ("isk", 500_000, "5000.00"),
        ("eur", 4_900, "49.00"),
        ("usd", 5_500, "55.00"),
    ],
)
@pytest.mark.fault(57)
def test_every_currency_is_kept_in_its_own_minor_units(
    desk: Desk, account: Account, currency: str, amount: int, major: str
) -> None:
    prospect = desk.prospect(email=EMAIL)
    customer = account.customer(EMAIL)
    account.charge(customer, amount, currency)
    account.subscribe(customer, account.price(amount, currency))
    desk.sync()
    net, mrr, code = desk.money(prospect)
    assert (Money(net, code).major, Money(mrr, code).major) == (Decimal(major), Decimal(major))
    assert code == currency.upper()


def test_currencies_stand_apart_and_the_teams_own_is_shown(desk: Desk, account: Account) -> None:
    prospect = desk.prospect(email=EMAIL)
    customer = account.customer(EMAIL)
    account.charge(customer, 900_000, "jpy")
    account.charge(customer, 4_900)
    account.subscribe(customer, account.price(5_500, "usd"))
    desk.sync()
    assert desk.money(prospect) == (4_900, 0, "EUR")
    sums = [(4_900, 0, "EUR"), (900_000, 0, "JPY"), (0, 5_500, "USD")]
    assert money_of(desk.context, prospect) == tuple(CurrencySums(Money(n, c), Money(m, c)) for n, m, c in sums)


def test_a_rate_table_converts_once_it_is_given(desk: Desk, account: Account) -> None:
    prospect = desk.prospect(email=EMAIL)
    customer = account.customer(EMAIL)
    account.charge(customer, 10_000, "jpy")
    account.charge(customer, 4_900)
    desk.sync()
    payments = replace(desk.context.settings.payments, rates={"JPY": Decimal("0.006")})
    desk.context = replace(desk.context, settings=replace(desk.context.settings, payments=payments))
    desk.sync()
    assert desk.money(prospect) == (4_900 + 6_000, 0, "EUR")


def test_mrr_is_less_the_discounts_that_last_forever(desk: Desk, account: Account) -> None:
    account.coupon("FOREVER20", percent_off=20.0)
    account.coupon("OFF500", amount_off=500, currency="eur")
    account.coupon("FIRST50", percent_off=50.0, duration="once")
    plan = account.price(10_000)
    first, second, third = (desk.prospect(f"Werk {n}", email=f"{n}@werk.example") for n in range(3))
    buyers = [account.customer(f"{n}@werk.example") for n in range(3)]
    account.subscribe(buyers[0], plan, coupons=["FOREVER20", "FIRST50"])
    account.subscribe(buyers[1], plan, plan, item_coupons=["OFF500"], coupons=["FOREVER20"])
    account.store.objects["customers"][buyers[2]]["discount"] = catalogue_discount(account, buyers[2])
    account.subscribe(buyers[2], plan)
    desk.sync()
    assert [desk.money(one)[1] for one in (first, second, third)] == [8_000, 15_200, 9_500]


def catalogue_discount(account: Account, customer: str) -> dict[str, object]:
    return account.store.objects["discounts"][account.discount("OFF500", customer)]


def test_what_a_list_leaves_out_of_coupons_and_tiers_is_asked_for(desk: Desk, account: Account) -> None:
    prospect = desk.prospect(email=EMAIL)
    account.coupon("PROD2", percent_off=50.0, applies_to={"products": ["prod_2"]})
    tiers = [{"up_to": 10, "unit_amount": 1000, "flat_amount": 500}, {"up_to": None, "unit_amount": 800, "flat_amount": None}]
    tiered = account.price(None, billing_scheme="tiered", tiers_mode="graduated", _tiers=tiers)
    half = account.price(2_000, product="prod_2")
    account.subscribe(account.customer(EMAIL), tiered, half, quantity=12, coupons=["PROD2"])
    before = desk.requests().get("stripe GET", 0)
    desk.sync()
    assert desk.money(prospect)[1] == (10 * 1000 + 500 + 2 * 800) + 12 * 1000
    # Seven lists, the price and the coupon.
    assert desk.requests()["stripe GET"] - before == 9


def test_a_price_sold_in_another_currency_counts_by_its_option(desk: Desk, account: Account) -> None:
    prospect = desk.prospect(email=EMAIL)
    price = account.price(1_000, _currency_options={"usd": {"unit_amount": 1_100, "unit_amount_decimal": "1100"}})
    account.subscribe(account.customer(EMAIL), price, currency="usd")
    desk.sync()
    assert desk.money(prospect) == (0, 1_100, "USD")


def test_the_discount_of_a_coupon_that_was_deleted_still_holds(desk: Desk, account: Account) -> None:
    prospect = desk.prospect(email=EMAIL)
    account.coupon("GONE", percent_off=10.0)
    account.subscribe(account.customer(EMAIL), account.price(1_000), coupons=["GONE"])
    account.store.delete("coupons", "GONE")
    with desk.reader() as reader:
        found = reader.page("subscription").objects[0]
    coupon = {"id": "GONE", "duration": "forever", "percent_off": 10.0}
    assert found["discounts"][0]["source"]["coupon"] == "GONE"
    account.store.put("coupons", coupon | {"object": "coupon"})
    account.store.deleted.add("GONE")
    desk.sync()
    assert desk.money(prospect)[1] == 900


def test_bank_transfers_count_by_invoice_and_the_rest_by_charge(desk: Desk, account: Account) -> None:
    prospect = desk.prospect(email=EMAIL)
    customer = account.customer(EMAIL)
    account.bill(None, customer, 7_000)
    wired = account.bill(None, customer, 9_000)
    for charge in [one for one in account.store.objects["charges"].values() if one["amount"] == 9_000]:
        del account.store.objects["charges"][charge["id"]]
    wired["_amount_paid_off_stripe"] = 9_000
    desk.sync()
    assert desk.money(prospect)[0] == 16_000


def test_a_guests_payment_belongs_to_whom_its_checkout_names(desk: Desk, account: Account) -> None:
    prospect = desk.prospect(key="BETA-GUEST001")
    intent = account.store.new_id("payment_intents")
    account.session("BETA-GUEST001", payment_intent=intent)
    charge = account.charge(None, 4_900, intent=intent)
    account.refund(charge, 900)
    desk.sync()
    assert desk.money(prospect) == (4_000, 0, "EUR")
    assert desk.field(prospect, "stripe_customer") is None


def test_who_has_no_payment_at_stripe_has_no_figure(desk: Desk, account: Account) -> None:
    prospect = desk.prospect(email=EMAIL)
    account.customer("someone@else.example")
    desk.sync()
    assert desk.money(prospect) == (None, None, None)


def test_what_no_rate_converts_is_in_the_teams_totals(desk: Desk, account: Account) -> None:
    first, second = desk.prospect("Werk 1", email="1@werk.example"), desk.prospect("Werk 2", email="2@werk.example")
    buyers = [account.customer(f"{n}@werk.example") for n in (1, 2)]
    account.charge(buyers[0], 4_900)
    account.charge(buyers[0], 20_000, "usd")
    account.subscribe(buyers[0], account.price(5_500, "usd"))
    account.charge(buyers[1], 100, "usd")
    desk.sync()
    assert (desk.money(first), desk.money(second)) == ((4_900, 0, "EUR"), (100, 0, "USD"))
    totals = team_money(desk.context)
    assert totals.net_paid.per_currency == (Money(4_900, "EUR"), Money(20_100, "USD"))
    assert totals.mrr.per_currency == (Money(0, "EUR"), Money(5_500, "USD"))
    assert (totals.net_paid.together, totals.net_paid.missing) == (None, ("USD",))
    detail = prospect_detail(desk.context, first)
    assert detail is not None
    assert (detail.ltv_apart, detail.mrr_apart) == ((Amount(20_000, "USD"),), (Amount(5_500, "USD"),))


def test_a_rate_takes_what_stood_apart_into_the_figure(desk: Desk, account: Account) -> None:
    prospect = desk.prospect(email=EMAIL)
    customer = account.customer(EMAIL)
    account.charge(customer, 4_900)
    account.charge(customer, 20_000, "usd")
    desk.sync()
    payments = replace(desk.context.settings.payments, rates={"USD": Decimal("0.5")})
    desk.context = replace(desk.context, settings=replace(desk.context.settings, payments=payments))
    desk.sync()
    assert desk.money(prospect) == (14_900, 0, "EUR")
    detail = prospect_detail(desk.context, prospect)
    assert detail is not None
    assert detail.ltv_apart == ()
    assert team_money(desk.context).net_paid.per_currency == (Money(14_900, "EUR"),)


def test_who_is_deleted_is_in_no_total(desk: Desk, account: Account) -> None:
    prospect = desk.prospect(email=EMAIL)
    customer = account.customer(EMAIL)
    account.charge(customer, 4_900)
    account.charge(customer, 20_000, "usd")
    desk.sync()
    delete_prospects(desk.context, [prospect])
    assert team_money(desk.context).net_paid.per_currency == ()


def wired(account: Account, customer: str, amount: int) -> dict[str, Any]:
    """An invoice that was paid outside of Stripe."""
    invoice = account.bill(None, customer, amount)
    for charge in [one for one in account.store.objects["charges"].values() if one["amount"] == amount]:
        del account.store.objects["charges"][charge["id"]]
    return invoice | account.store.objects["invoices"][invoice["id"]]


def test_a_credit_note_after_a_wired_payment_leaves_nothing(desk: Desk, account: Account) -> None:
    prospect = desk.prospect(email=EMAIL)
    customer = account.customer(EMAIL)
    invoice = wired(account, customer, 9_000)
    account.store.objects["invoices"][invoice["id"]]["_amount_paid_off_stripe"] = 9_000
    desk.sync()
    assert desk.money(prospect)[0] == 9_000
    account.later(1)
    account.store.objects["invoices"][invoice["id"]]["post_payment_credit_notes_amount"] = 9_000
    note = {"id": "cn_1", "object": "credit_note", "invoice": invoice["id"], "customer": customer}
    account.store.emit("credit_note.created", note)
    desk.sync()
    assert desk.money(prospect)[0] == 0


@pytest.mark.parametrize("by", ["email", "metadata"])
def test_a_test_customer_is_in_no_sum_of_payments(desk: Desk, account: Account, by: str) -> None:
    desk.sync()
    before = team_money(desk.context)
    email, metadata = (
        ("test-abcd2345@test.journeydesk.invalid", {}) if by == "email" else (None, {"application_id": "TEST-ABCD2345"})
    )
    customer = account.customer(email, **metadata)
    account.subscribe(customer, account.price(4_900))
    account.charge(customer, 4_900)
    real = account.customer(EMAIL)
    account.subscribe(real, account.price(1_000))
    account.later(1)
    desk.sync()
    assert team_money(desk.context) == before
    with desk.context.database.read() as connection:
        payers = set(sql.scalars(connection, "SELECT DISTINCT payer FROM mrr_step"))
        paid = sql.scalar(connection, "SELECT first_paid FROM stripe_payer WHERE payer = ?", (customer,))
    assert (payers, paid) == ({real}, None)
