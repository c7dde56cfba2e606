"""First payment, churn and return as events that every machine makes alike (docs/rules.md, "What payments say")."""

from dataclasses import replace
from pathlib import Path

from journeydesk.services.commands.prospects import move
from tests.integration.payments.conftest import Account, Desk
from tests.workspaces import workspace

EMAIL = "lena@nordlicht.example"


def types(desk: Desk, prospect: int) -> list[tuple[str, str | None]]:
    return [(one.type, one.stage) for one in desk.events(prospect)]  # type: ignore[arg-type]


def status(desk: Desk, prospect: int) -> object:
    return desk.field(prospect, "customer_status")  # type: ignore[arg-type]


def test_only_the_first_payment_makes_a_customer(desk: Desk, account: Account) -> None:
    prospect = desk.prospect(email=EMAIL)
    customer = account.customer(EMAIL)
    first = account.charge(customer, 4_900)
    desk.sync()
    account.later(30)
    account.charge(customer, 4_900)
    desk.sync()
    assert [(one.id, one.type) for one in desk.events(prospect)] == [(f"EVT-stripe-{first['id']}", "payment_succeeded")]
    assert status(desk, prospect) == "CUSTOMER"


def test_an_ended_subscription_churns_its_customer_with_the_reason(desk: Desk, account: Account) -> None:
    prospect = desk.prospect(email=EMAIL)
    customer = account.customer(EMAIL)
    subscription = account.subscribe(customer, account.price(4_900))
    account.bill(subscription, customer, 4_900)
    desk.sync()
    account.later(20)
    account.cancel(subscription)
    desk.sync()
    assert status(desk, prospect) == "CHURNED"
    [_, churn] = desk.events(prospect)
    assert (churn.id, churn.stage) == (f"EVT-stripe-{subscription['id']}-ended", "CHURNED")
    assert churn.metadata()["reason"] == f"subscription ended: {subscription['id']}"
    assert desk.money(prospect)[1] == 0


def test_who_cancels_for_the_periods_end_is_a_customer_until_then(desk: Desk, account: Account) -> None:
    prospect = desk.prospect(email=EMAIL)
    customer = account.customer(EMAIL)
    subscription = account.subscribe(customer, account.price(4_900))
    account.bill(subscription, customer, 4_900)
    account.change("subscriptions", subscription, "customer.subscription.updated", cancel_at_period_end=True)
    desk.sync()
    assert (status(desk, prospect), desk.money(prospect)[1]) == ("CUSTOMER", 4_900)


def test_replacing_one_subscription_by_another_is_no_churn(desk: Desk, account: Account) -> None:
    prospect = desk.prospect(email=EMAIL)
    customer = account.customer(EMAIL)
    old = account.subscribe(customer, account.price(4_900))
    account.bill(old, customer, 4_900)
    account.later(3)
    account.subscribe(customer, account.price(9_900))
    account.cancel(old)
    desk.sync()
    assert types(desk, prospect) == [("payment_succeeded", None)]
    assert status(desk, prospect) == "CUSTOMER"


def test_a_trial_that_ends_unpaid_is_no_churn(desk: Desk, account: Account) -> None:
    prospect = desk.prospect(email=EMAIL)
    trial = account.subscribe(account.customer(EMAIL), account.price(4_900), status="trialing")
    desk.sync()
    account.later(14)
    account.cancel(trial)
    desk.sync()
    assert types(desk, prospect) == []
    assert status(desk, prospect) == "PROSPECT"


def test_unpaid_beyond_the_grace_period_is_a_churn_by_itself(desk: Desk, account: Account) -> None:
    prospect = desk.prospect(email=EMAIL)
    customer = account.customer(EMAIL)
    subscription = account.subscribe(customer, account.price(4_900))
    account.bill(subscription, customer, 4_900)
    account.later(30)
    owed = account.bill(subscription, customer, 4_900, paid=False)
    account.change("subscriptions", subscription, "customer.subscription.updated", status="past_due")
    desk.sync()
    account.later(13.9)
    desk.sync()
    assert status(desk, prospect) == "CUSTOMER"
    account.later(0.2)
    desk.sync()
    assert status(desk, prospect) == "CHURNED"
    assert desk.events(prospect)[-1].id == f"EVT-stripe-{owed['id']}-unpaid"

    account.later(5)
    account.settle(owed)
    account.change("subscriptions", subscription, "customer.subscription.updated", status="active")
    desk.sync()
    assert types(desk, prospect)[-2:] == [("stage_set", "CHURNED"), ("payment_succeeded", None)]
    assert status(desk, prospect) == "CUSTOMER"


def test_an_unpaid_invoice_that_is_voided_brings_its_customer_back(desk: Desk, account: Account) -> None:
    prospect = desk.prospect(email=EMAIL)
    customer = account.customer(EMAIL)
    subscription = account.subscribe(customer, account.price(4_900))
    account.bill(subscription, customer, 4_900)
    owed = account.bill(subscription, customer, 4_900, paid=False)
    account.change("subscriptions", subscription, "customer.subscription.updated", status="past_due")
    account.later(15)
    desk.sync()
    assert status(desk, prospect) == "CHURNED"
    moments = owed["status_transitions"] | {"voided_at": account.now()}
    account.change("invoices", owed, "invoice.voided", status="void", status_transitions=moments)
    desk.sync()
    assert desk.events(prospect)[-1].id == f"EVT-stripe-{owed['id']}-voided"
    assert status(desk, prospect) == "CUSTOMER"


def test_the_grace_period_is_the_teams(desk: Desk, account: Account) -> None:
    prospect = desk.prospect(email=EMAIL)
    customer = account.customer(EMAIL)
    subscription = account.subscribe(customer, account.price(4_900), status="past_due")
    account.bill(subscription, customer, 4_900)
    account.bill(subscription, customer, 4_900, paid=False)
    account.later(4)
    desk.sync()
    assert status(desk, prospect) == "CUSTOMER"
    settings = desk.context.settings
    desk.context = replace(desk.context, settings=replace(settings, payments=replace(settings.payments, grace_days=3)))
    desk.sync()
    assert status(desk, prospect) == "CHURNED"


def test_paying_an_old_debt_is_no_return_but_a_new_start_is(desk: Desk, account: Account) -> None:
    prospect = desk.prospect(email=EMAIL)
    customer = account.customer(EMAIL)
    old = account.subscribe(customer, account.price(4_900))
    account.bill(old, customer, 4_900)
    account.later(5)
    account.cancel(old)
    account.later(1)
    account.bill(old, customer, 1_200)
    desk.sync()
    assert status(desk, prospect) == "CHURNED"
    account.later(30)
    new = account.subscribe(customer, account.price(9_900))
    account.bill(new, customer, 9_900)
    desk.sync()
    assert types(desk, prospect) == [("payment_succeeded", None), ("stage_set", "CHURNED"), ("payment_succeeded", None)]
    assert status(desk, prospect) == "CUSTOMER"


def test_a_person_has_the_last_word_over_the_same_objects(desk: Desk, account: Account) -> None:
    prospect = desk.prospect(email=EMAIL)
    customer = account.customer(EMAIL)
    subscription = account.subscribe(customer, account.price(4_900))
    account.bill(subscription, customer, 4_900)
    account.later(-40)
    account.cancel(subscription)
    account.change("subscriptions", subscription, "", created=account.now() - 9, start_date=account.now() - 9)
    for charge in account.store.objects["charges"].values():
        charge["created"] = account.now() - 5
    desk.sync()
    assert status(desk, prospect) == "CHURNED"
    move(desk.context, prospect, "Customer status", "CUSTOMER", "pays by hand now")
    account.later(40)
    account.change("subscriptions", subscription, "customer.subscription.updated", metadata={"seen": "again"})
    desk.sync()
    assert status(desk, prospect) == "CUSTOMER"


def test_every_machine_makes_the_same_events_in_any_order(desk: Desk, account: Account, tmp_path: Path) -> None:
    prospect = desk.prospect(email=EMAIL)
    customer = account.customer(EMAIL)
    subscription = account.subscribe(customer, account.price(4_900))
    account.bill(subscription, customer, 4_900)
    desk.sync()
    owed = account.bill(subscription, customer, 4_900, paid=False)
    account.change("subscriptions", subscription, "customer.subscription.updated", status="past_due")
    account.later(16)
    desk.sync()
    account.settle(owed)
    desk.sync()
    account.later(2)
    account.cancel(subscription)
    account.dispute(next(iter(account.store.objects["charges"].values())))
    desk.sync()
    with workspace(tmp_path / "other") as other_context:
        other = Desk(other_context, account)
        theirs = other.prospect(email=EMAIL)
        other.sync()
        mine = [(one.id, one.type, one.stage, one.occurred_at, one.payload) for one in desk.events(prospect)]
        assert mine == [(one.id, one.type, one.stage, one.occurred_at, one.payload) for one in other.events(theirs)]
        assert len(mine) == 6
        assert status(desk, prospect) == status(other, theirs) == "CHURNED"


def test_a_failed_payment_is_one_event_however_often_tried(desk: Desk, account: Account) -> None:
    prospect = desk.prospect(email=EMAIL)
    customer = account.customer(EMAIL)
    first = account.charge(customer, 4_900, failed=True)
    account.later(3)
    account.charge(customer, 4_900, failed=True, intent=first["payment_intent"])
    desk.sync()
    [event] = desk.events(prospect)
    assert (event.id, event.type) == (f"EVT-stripe-{first['payment_intent']}-failed", "payment_failed")
    assert event.metadata()["reason"] == "Your card was declined."


def test_a_dispute_is_a_failed_payment_that_names_the_dispute(desk: Desk, account: Account) -> None:
    prospect = desk.prospect(email=EMAIL)
    charge = account.charge(account.customer(EMAIL), 4_900)
    desk.sync()
    account.later(1)
    dispute = account.dispute(charge)
    desk.sync()
    event = desk.events(prospect)[-1]
    assert (event.type, event.metadata()["dispute"], event.metadata()["charge"]) == (
        "payment_failed",
        dispute["id"],
        charge["id"],
    )


def test_failures_of_long_ago_make_no_events(desk: Desk, account: Account) -> None:
    prospect = desk.prospect(email=EMAIL)
    account.dispute(account.charge(account.customer(EMAIL), 4_900, failed=True))
    account.later(31)
    desk.sync()
    assert desk.events(prospect) == []
