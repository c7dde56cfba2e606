"""When somebody paid, was alive, left and came back, out of objects alone (docs/rules.md, "What payments say")."""

import itertools
import random
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journeydesk.domain.journeys.fold import fold
from journeydesk.domain.payments.customer_matching import email_of, is_customer_id, payer_of, reference_of
from journeydesk.domain.payments.payment_history import payments, spans
from journeydesk.domain.payments.stripe_events import events_of, is_paid
from tests.unit.domain.test_fold import SETTINGS

Json = dict[str, Any]
DAY = 86_400
START = 1_770_000_000
GRACE = 14 * DAY


def day(number: float) -> int:
    return START + int(number * DAY)


def subscription(name: str, start: float, end: float | None = None, status: str = "") -> Json:
    ended = None if end is None else day(end)
    found = status or ("active" if end is None else "canceled")
    return {"id": f"sub_{name}", "object": "subscription", "status": found, "created": day(start), "ended_at": ended}


def invoice(name: str, sub: str, at: float, paid: float | None = None, **more: Any) -> Json:
    moments = {"finalized_at": day(at), "paid_at": None if paid is None else day(paid), "voided_at": None}
    payment = {"status": "paid", "amount_paid": 1000, "payment": {"type": "payment_intent", "payment_intent": f"pi_{name}"}}
    base = {"id": f"in_{name}", "object": "invoice", "status": "open" if paid is None else "paid", "created": day(at)}
    return (
        base
        | {
            "amount_due": 1000,
            "amount_paid": 0 if paid is None else 1000,
            "currency": "eur",
            "parent": {"subscription_details": {"subscription": f"sub_{sub}"}} if sub else None,
            "payments": {"data": [payment] if paid is not None else []},
            "status_transitions": moments,
        }
        | more
    )


def charge(name: str, at: float, status: str = "succeeded") -> Json:
    captured = status == "succeeded"
    base = {"id": f"ch_{name}", "object": "charge", "status": status, "captured": captured, "created": day(at)}
    return base | {"amount": 1000, "amount_captured": 1000, "currency": "eur", "payment_intent": f"pi_{name}"}


def story(objects: dict[str, list[Json]], now: float) -> list[tuple[str, int]]:
    found = events_of(objects, 14, day(now))
    return [
        (one.stage or one.type, round(_day_of(one.occurred_at)))
        for one in sorted(found, key=lambda one: (one.occurred_at, one.id))
    ]


def _day_of(text: str) -> float:
    from journeydesk.domain.time import moment_of

    return (moment_of(text).timestamp() - START) / DAY


def test_an_active_subscription_is_alive_from_its_start_without_end() -> None:
    [span] = spans({"subscription": [subscription("a", 3)]}, GRACE, day(50))
    assert (span.start, span.end, span.holds(day(3)), span.holds(day(2))) == (day(3), None, True, False)


@pytest.mark.parametrize("status", ["incomplete", "incomplete_expired"])
def test_a_subscription_that_was_never_paid_was_never_alive(status: str) -> None:
    assert spans({"subscription": [subscription("a", 3, status=status)]}, GRACE, day(50)) == []


@pytest.mark.parametrize(
    ("invoices", "now", "expected"),
    [
        ([invoice("1", "a", 0, 13)], 40, [(0, None)]),
        ([invoice("1", "a", 0)], 14, [(0, None)]),
        ([invoice("1", "a", 0)], 15, [(0, 14)]),
        ([invoice("1", "a", 0, 20)], 40, [(0, 14), (20, None)]),
        ([invoice("1", "a", 0, due_date=day(10))], 23, [(0, None)]),
        ([invoice("1", "a", 0, due_date=day(10))], 25, [(0, 24)]),
        ([invoice("1", "a", 0, 30), invoice("2", "a", 10, 40)], 50, [(0, 14), (40, None)]),
        ([invoice("1", "a", 0, 30), invoice("2", "a", 10)], 50, [(0, 14)]),
        ([invoice("1", "a", 0, 20), invoice("2", "a", 30)], 50, [(0, 14), (20, 44)]),
        ([invoice("1", "a", 0, status="draft")], 50, [(0, None)]),
        ([invoice("1", "a", 0, amount_due=0)], 50, [(0, None)]),
        ([invoice("1", "b", 0)], 50, [(0, None)]),
        ([invoice("1", "a", 0, status="uncollectible")], 50, [(0, 14)]),
    ],
)
def test_what_is_owed_beyond_the_grace_period_interrupts_it(
    invoices: list[Json], now: float, expected: list[tuple[int, int | None]]
) -> None:
    found = spans({"subscription": [subscription("a", 0)], "invoice": invoices}, GRACE, day(now))
    days = [((one.start - START) // DAY, None if one.end is None else (one.end - START) // DAY) for one in found]
    assert days == expected


def test_an_end_before_the_grace_period_is_over_is_the_end() -> None:
    objects = {"subscription": [subscription("a", 0, 10)], "invoice": [invoice("1", "a", 5)]}
    [span] = spans(objects, GRACE, day(50))
    assert (span.end, span.ended_by) == (day(10), "sub_a-ended")


def test_an_end_while_it_was_owed_is_no_second_end() -> None:
    objects = {"subscription": [subscription("a", 0, 30)], "invoice": [invoice("1", "a", 5)]}
    [span] = spans(objects, GRACE, day(50))
    assert (span.end, span.ended_by) == (day(19), "in_1-unpaid")


def test_a_payment_knows_its_subscription_through_its_invoice() -> None:
    objects = {"charge": [charge("1", 0), charge("2", 1)], "invoice": [invoice("1", "a", 0, 0)]}
    assert [(one.id, one.subscription) for one in payments(objects)] == [("ch_1", "sub_a"), ("ch_2", "")]


def test_money_from_outside_of_stripe_is_a_payment_of_its_invoice() -> None:
    wired = invoice("1", "a", 0, 5, amount_paid_off_stripe=1000, payments={"data": []})
    assert story({"invoice": [wired], "subscription": [subscription("a", 0)]}, 50) == [("payment_succeeded", 5)]


def test_leaving_and_returning_is_told_once_each() -> None:
    objects = {
        "subscription": [subscription("a", 0, 30), subscription("b", 60, 90)],
        "charge": [charge("1", 0), charge("2", 60), charge("3", 70)],
        "invoice": [invoice("1", "a", 0, 0), invoice("2", "b", 60, 60), invoice("3", "b", 70, 70)],
    }
    assert story(objects, 100) == [("payment_succeeded", 0), ("CHURNED", 30), ("payment_succeeded", 60), ("CHURNED", 90)]


def test_what_has_not_happened_yet_is_not_told() -> None:
    objects = {"subscription": [subscription("a", 0, 30)], "charge": [charge("1", 0)], "invoice": [invoice("1", "a", 0, 0)]}
    assert story(objects, 20) == [("payment_succeeded", 0)]


def test_a_single_payment_after_leaving_brings_back() -> None:
    objects = {
        "subscription": [subscription("a", 0, 30)],
        "charge": [charge("1", 0), charge("2", 40)],
        "invoice": [invoice("1", "a", 0, 0)],
    }
    assert story(objects, 50) == [("payment_succeeded", 0), ("CHURNED", 30), ("payment_succeeded", 40)]


def test_a_session_counts_when_paid_not_when_only_complete() -> None:
    assert is_paid({"status": "complete", "payment_status": "paid"})
    assert not is_paid({"status": "complete", "payment_status": "unpaid"})
    assert not is_paid({"status": "open", "payment_status": "unpaid"})
    assert not is_paid({"status": "complete", "payment_status": "no_payment_required"})


SUBSCRIPTIONS = st.lists(st.tuples(st.integers(0, 300), st.none() | st.integers(1, 200)), max_size=4)
INVOICES = st.lists(st.tuples(st.integers(0, 3), st.integers(0, 400), st.none() | st.integers(0, 60)), max_size=8)


def objects_from(subs: list[tuple[int, int | None]], bills: list[tuple[int, int, int | None]]) -> dict[str, list[Json]]:
    found: dict[str, list[Json]] = {"subscription": [], "invoice": [], "charge": []}
    for number, (start, length) in enumerate(subs):
        found["subscription"].append(subscription(str(number), start, None if length is None else start + length))
    for number, (sub, at, after) in enumerate(bills):
        found["invoice"].append(invoice(str(number), str(sub), at, None if after is None else at + after))
        found["charge"].append(
            charge(str(number), at if after is None else at + after, "failed" if after is None else "succeeded")
        )
    return found


@given(SUBSCRIPTIONS, INVOICES, st.integers(0, 500), st.integers())
def test_in_any_order_customer_and_churned_take_turns(
    subs: list[tuple[int, int | None]], bills: list[tuple[int, int, int | None]], now: int, seed: int
) -> None:
    objects = objects_from(subs, bills)
    events = events_of(objects, 14, day(now))
    mixed = {kind: random.Random(seed).sample(things, len(things)) for kind, things in objects.items()}
    assert sorted(events_of(mixed, 14, day(now)), key=repr) == sorted(events, key=repr)
    assert len({one.id for one in events}) == len(events)
    status = [one for one in events if one.type != "payment_failed"]
    turns = ["CHURNED" if one.stage == "CHURNED" else "CUSTOMER" for one in status]
    assert all(before != after for before, after in itertools.pairwise(turns))
    assert not turns or turns[0] == "CUSTOMER"
    if status and all(one.occurred_at <= one.arrived_at for one in status):
        position = fold(SETTINGS, events).positions["Customer status"]
        journey = SETTINGS.journey("Customer status")
        assert journey is not None
        assert journey.stage(position.to_stage).name == turns[-1]


@given(SUBSCRIPTIONS, INVOICES, st.integers(0, 400), st.integers(0, 100))
def test_as_time_passes_what_was_told_stays_told(
    subs: list[tuple[int, int | None]], bills: list[tuple[int, int, int | None]], now: int, later: int
) -> None:
    objects = objects_from(subs, bills)
    status = [one.id for one in events_of(objects, 14, day(now)) if one.stage]
    assert set(status) <= {one.id for one in events_of(objects, 14, day(now + later)) if one.stage}


@pytest.mark.parametrize(
    ("thing", "payer"),
    [
        ({"object": "customer", "id": "cus_1"}, "cus_1"),
        ({"object": "charge", "id": "ch_1", "customer": "cus_1", "payment_intent": "pi_1"}, "cus_1"),
        ({"object": "charge", "id": "ch_1", "customer": None, "payment_intent": "pi_1"}, "pi_1"),
        ({"object": "charge", "id": "ch_1", "customer": None, "payment_intent": None}, "ch_1"),
        ({"object": "checkout.session", "id": "cs_1", "customer": None, "payment_intent": "pi_1"}, "pi_1"),
        ({"object": "checkout.session", "id": "cs_1", "customer": None, "payment_intent": None}, None),
        ({"object": "refund", "id": "re_1", "payment_intent": "pi_1"}, None),
        ({"object": "dispute", "id": "dp_1", "payment_intent": "pi_1"}, None),
    ],
)
def test_every_object_says_whose_it_is_or_leaves_it_to_its_charge(thing: Json, payer: str | None) -> None:
    assert payer_of(thing) == payer
    assert payer is None or is_customer_id(payer) is payer.startswith("cus_")


def test_emails_and_references_are_found_where_objects_have_them() -> None:
    assert email_of({"email": " a@b.example "}) == "a@b.example"
    assert email_of({"customer_details": {"email": "a@b.example"}}) == "a@b.example"
    assert email_of({"billing_details": {"email": None}, "receipt_email": "c@d.example"}) == "c@d.example"
    assert email_of({"email": ""}) is None
    assert reference_of({"object": "subscription", "metadata": {"airtable_record_id": "recA"}}) == "recA"
    assert reference_of({"object": "customer", "metadata": {"colour": "recA"}}) is None
    session = {"object": "checkout.session", "client_reference_id": "BETA-1", "status": "complete"}
    assert reference_of(session | {"payment_status": "no_payment_required"}) == "BETA-1"
    assert reference_of(session | {"payment_status": "unpaid"}) is None
