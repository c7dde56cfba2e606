"""How Stripe is read: resumable, deduplicated, over gaps and deletions (docs/services.md, "Stripe: requests"; docs/sync.md,
"Reading Stripe")."""

import json

import pytest

from journeydesk.domain.ids import RecordId
from journeydesk.remote.stripe.client import KINDS
from journeydesk.services.payments.mirror import sync_payments
from journeydesk.sync.ports import RemoteUnreachable
from journeydesk.sync.sync_pass import Cancelled
from tests.integration.payments.conftest import EMAIL, Account, Desk, Json, fill


def charged(desk: Desk, account: Account) -> tuple[RecordId, str, Json]:
    """A prospect, its customer, and a charge of 100."""
    prospect = desk.prospect(email=EMAIL)
    customer = account.customer(EMAIL)
    return prospect, customer, account.charge(customer, 10_000)


def cut_off(desk: Desk, account: Account) -> None:
    """A pass over 120 customers that the network ends after its first page."""
    fill(account, 120)
    account.later(1)
    desk.fault(kind="drop-before", path="/stripe/", skip=1, times=99)
    with pytest.raises(RemoteUnreachable):
        desk.sync()
    account.control("DELETE", "faults")


def test_a_first_pass_mirrors_every_object_and_the_next_asks_once(desk: Desk, account: Account) -> None:
    fill(account, 130)
    account.later(1)
    first = desk.sync()
    kept = desk.mirror()
    assert sum(key.startswith("customer ") for key in kept) == 130
    assert {key.split()[0] for key in kept} <= set(KINDS)
    # Four kinds have two pages, three have one.
    assert first.calls == 11
    assert desk.sync().calls == 1
    assert desk.mirror() == kept


@pytest.mark.parametrize("answered", range(11))
def test_a_kill_after_any_page_loses_nothing_and_repeats_no_page(desk: Desk, account: Account, answered: int) -> None:
    fill(account, 101)
    account.later(1)
    before = desk.requests().get("stripe 200", 0)
    desk.fault(kind="drop-before", path="/stripe/", skip=answered, times=99)
    with pytest.raises(RemoteUnreachable):
        desk.sync()
    account.control("DELETE", "faults")
    desk.sync()
    assert len(desk.mirror()) == 4 * 101
    # The eleven pages, and events from where the first page was read.
    assert desk.requests()["stripe 200"] - before == 11 + (answered > 0)


def test_what_is_made_while_a_backfill_rests_is_not_missed(desk: Desk, account: Account) -> None:
    cut_off(desk, account)
    account.later(2)
    prospect = desk.prospect(email="new@werk.example")
    account.charge(account.customer("new@werk.example"), 4_900)
    desk.sync()
    assert desk.money(prospect)[0] == 4_900


def test_a_stop_between_pages_keeps_what_was_read(desk: Desk, account: Account) -> None:
    fill(account, 120)
    account.later(1)
    asked = iter([False, False, True])
    with pytest.raises(Cancelled):
        desk.sync(cancelled=lambda: next(asked))
    assert sum(key.startswith("customer ") for key in desk.mirror()) == 120
    assert json.loads(desk.note("walk customer") or "{}")["state"] == "done"
    desk.sync()
    assert sum(key.startswith("charge ") for key in desk.mirror()) == 120


def test_a_list_whose_place_was_deleted_begins_again(desk: Desk, account: Account) -> None:
    cut_off(desk, account)
    place = json.loads(desk.note("walk customer") or "{}")["after"]
    account.store.delete("customers", place, "customer.deleted")
    desk.sync()
    mirrored = {key for key in desk.mirror() if key.startswith("customer ")}
    assert {f"customer {one}" for one in account.store.objects["customers"]} <= mirrored
    assert json.loads(desk.mirror()[f"customer {place}"])["deleted"] is True


def test_events_only_point_and_the_object_is_read_as_it_is_now(desk: Desk, account: Account) -> None:
    prospect = desk.prospect(email=EMAIL)
    customer = account.customer(EMAIL)
    subscription = account.subscribe(customer, account.price(1_000))
    desk.sync()
    account.later(1)
    plan = account.price(3_000)
    item = subscription["items"]["data"][0] | {"price": plan}
    account.change(
        "subscriptions",
        subscription,
        "customer.subscription.updated",
        items={"object": "list", "data": [item], "has_more": False},
    )
    event = next(reversed(account.store.objects["events"].values()))
    # As an old API version would render it: flat, and not as it is now.
    event["api_version"] = "2017-08-15"
    event["data"]["object"] = {"id": subscription["id"], "object": "subscription", "plan": {"amount": 5}}
    desk.sync()
    assert desk.money(prospect)[1] == 3_000


@pytest.mark.fault(57)
def test_events_repeated_and_out_of_order_change_nothing(desk: Desk, account: Account) -> None:
    prospect, _, charge = charged(desk, account)
    desk.sync()
    account.later(1)
    account.refund(charge, 1_000)
    account.refund(charge, 2_000)
    events = account.store.objects["events"]
    for name, event in list(events.items())[::-1]:
        copy = json.loads(json.dumps(event)) | {"id": f"{name}again", "created": event["created"] - 300}
        events[copy["id"]] = copy
    desk.sync()
    calls = desk.sync().calls
    assert desk.money(prospect)[0] == 7_000
    assert calls == 1
    assert [one.type for one in desk.events(prospect)] == ["payment_succeeded"]


def test_an_event_that_is_listed_late_is_found_within_ten_minutes(desk: Desk, account: Account) -> None:
    prospect = desk.prospect(email=EMAIL)
    customer = account.customer(EMAIL)
    desk.sync()
    account.later(1)
    charge = account.charge(customer, 500)
    event = next(reversed(account.store.objects["events"].values()))
    del account.store.objects["events"][event["id"]]
    account.later(300 / 86_400)
    desk.sync()
    assert desk.money(prospect)[0] == 0
    account.store.objects["events"][event["id"]] = event
    desk.sync()
    assert desk.money(prospect)[0] == charge["amount"]


def test_a_kill_while_catching_up_goes_on_from_what_is_on_disk(desk: Desk, account: Account) -> None:
    desk.sync()
    account.later(1)
    fill(account, 60)
    desk.fault(kind="drop-before", path="/stripe/", skip=80, times=99)
    with pytest.raises(RemoteUnreachable):
        desk.sync()
    account.control("DELETE", "faults")
    kept = len(desk.mirror())
    assert 50 <= kept < 240
    desk.sync()
    assert len(desk.mirror()) == 240


@pytest.mark.parametrize("days", [24, 31])
@pytest.mark.fault(58)
def test_after_a_long_time_offline_nothing_is_missing(desk: Desk, account: Account, days: int) -> None:
    prospect, customer, charge = charged(desk, account)
    desk.sync()
    account.refund(charge, 3_000)
    account.charge(customer, 500)
    account.later(days)
    account.charge(customer, 40)
    desk.sync()
    assert desk.money(prospect)[0] == 7_540


@pytest.mark.fault(57)
def test_a_customer_that_was_deleted_keeps_its_money_and_its_prospect(desk: Desk, account: Account) -> None:
    prospect = desk.prospect(email=EMAIL)
    customer = account.customer(EMAIL)
    account.charge(customer, 4_900)
    desk.sync()
    account.later(1)
    account.box.stripe.actions.delete("customers", customer, None)
    desk.sync()
    assert json.loads(desk.mirror()[f"customer {customer}"])["deleted"] is True
    assert desk.money(prospect)[0] == 4_900
    assert desk.how(customer) == (prospect, "id")


def test_a_customer_deleted_meanwhile_is_found_out_by_asking(desk: Desk, account: Account) -> None:
    gone, there = account.customer("gone@x.example"), account.customer("there@x.example")
    desk.sync()
    account.box.stripe.actions.delete("customers", gone, None)
    account.later(31)
    desk.sync()
    assert json.loads(desk.mirror()[f"customer {gone}"])["deleted"] is True
    assert "deleted" not in json.loads(desk.mirror()[f"customer {there}"])


def test_the_door_for_a_pass_takes_sleep_and_cancel(desk: Desk, account: Account) -> None:
    prospect = desk.prospect(email=EMAIL)
    account.charge(account.customer(EMAIL), 4_900)
    box = account.box
    assert sync_payments(desk.context, box.stripe_url, box.stripe_key, sleep=desk.waits.append) == {prospect}
    with pytest.raises(Cancelled):
        sync_payments(desk.context, box.stripe_url, box.stripe_key, cancelled=lambda: True)


def test_the_whole_team_is_read_and_everyone_who_pays_is_known(desk: Desk, account: Account) -> None:
    fill(account, 40)
    prospects = [desk.prospect(f"Werk {number}", email=f"{number}@WERK.example") for number in range(40)]
    assert desk.sync().prospects == set(prospects)
    assert [desk.money(one)[:2] for one in prospects] == [(1_000 + n, 1_000 + n) for n in range(40)]


def test_half_a_character_keeps_no_other_from_being_read(desk: Desk, account: Account) -> None:
    prospect = desk.prospect(email=EMAIL)
    account.customer("half@x.example", name="Optik \ud83d", note="\udc00")
    account.charge(account.customer(EMAIL), 4_900)
    desk.sync()
    assert desk.money(prospect)[0] == 4_900
    assert any('"Optik \ufffd"' in thing for thing in desk.mirror().values())
