"""The events that Stripe's objects stand for, field by field (docs/rules.md, "What payments say")."""

import json
from typing import Any

import pytest

from journeydesk.domain.journeys.events import Event
from journeydesk.domain.payments.stripe_events import RECENT_SECONDS, events_of, is_paid, stored_moment
from tests.unit.domain.test_payment_events import charge, day, invoice, subscription

Json = dict[str, Any]
NOW = 100.0


def made(now: float = NOW, **objects: list[Json]) -> list[Event]:
    return events_of({name.replace("__", "."): values for name, values in objects.items()}, 14, day(now))


def only(events: list[Event]) -> tuple[Event, Json]:
    (event,) = events
    return event, dict(event.metadata())


def dispute(created: int, **more: Any) -> Json:
    return {
        "id": "dp_1", "object": "dispute", "created": created, "amount": 900, "currency": "eur", "charge": "ch_a",
        "reason": "fraudulent", "status": "needs_response",
    } | more  # fmt: skip


def session(**more: Any) -> Json:
    return {
        "id": "cs_1", "object": "checkout.session", "created": day(90), "status": "complete", "payment_status": "paid",
        "amount_total": 4900, "currency": "eur",
    } | more  # fmt: skip


def test_a_moment_is_stored_in_utc() -> None:
    assert stored_moment(0) == "1970-01-01T00:00:00.000Z"
    assert stored_moment(1_770_000_000) == "2026-02-02T02:40:00.000Z"


def test_failures_are_looked_back_on_for_thirty_days() -> None:
    assert RECENT_SECONDS == 30 * 24 * 60 * 60


@pytest.mark.parametrize(("age", "count"), [(0, 1), (RECENT_SECONDS, 1), (RECENT_SECONDS + 1, 0)])
def test_a_failure_or_dispute_older_than_that_is_none(age: int, count: int) -> None:
    created = day(NOW) - age
    failed = charge("a", 0, "failed") | {"created": created}
    assert len(made(charge=[failed])) == count
    assert len(made(dispute=[dispute(created)])) == count


def test_a_failed_payment_says_what_failed_and_why() -> None:
    failed = charge("a", 95, "failed") | {"failure_message": "Your card was declined.", "amount": 1234}
    event, metadata = only(made(charge=[failed]))
    assert (event.id, event.type, event.stage, event.cta) == ("EVT-stripe-pi_a-failed", "payment_failed", None, None)
    assert (event.occurred_at, event.arrived_at) == (stored_moment(day(95)), stored_moment(day(NOW)))
    assert event.source == "Stripe"
    assert metadata == {"charge": "ch_a", "value": 1234, "currency": "eur", "reason": "Your card was declined."}
    assert event.payload == json.dumps(metadata, sort_keys=True)


def test_a_failure_without_a_message_gives_no_reason() -> None:
    assert "reason" not in only(made(charge=[charge("a", 95, "failed")]))[1]


def test_retries_of_one_payment_are_the_same_trouble() -> None:
    tries = [charge("a", at, "failed") | {"id": f"ch_{at}"} for at in (97, 95, 96)]
    assert only(made(charge=tries))[1]["charge"] == "ch_95"


def test_a_charge_without_an_intent_fails_under_its_own_name() -> None:
    alone = [charge(name, 95, "failed") | {"payment_intent": None} for name in ("b", "a")]
    assert [event.id for event in made(charge=alone)] == ["EVT-stripe-ch_a-failed", "EVT-stripe-ch_b-failed"]


def test_of_two_failures_at_one_moment_the_first_id_counts() -> None:
    tries = [charge("a", 95, "failed") | {"id": name} for name in ("ch_z", "ch_b")]
    assert only(made(charge=tries))[1]["charge"] == "ch_b"


@pytest.mark.parametrize("status", ["succeeded", "pending"])
def test_a_charge_that_did_not_fail_is_no_failure(status: str) -> None:
    assert all(event.type != "payment_failed" for event in made(charge=[charge("a", 95, status)]))


def test_a_dispute_is_a_failed_payment_with_its_name() -> None:
    event, metadata = only(made(dispute=[dispute(day(95))]))
    assert (event.id, event.type, event.occurred_at) == ("EVT-stripe-dp_1", "payment_failed", stored_moment(day(95)))
    assert metadata == {"dispute": "dp_1", "value": 900, "currency": "eur", "charge": "ch_a", "reason": "fraudulent"}


@pytest.mark.parametrize(
    ("status", "payment", "paid"),
    [
        ("complete", "paid", True),
        ("complete", "unpaid", False),
        ("complete", "no_payment_required", False),
        ("open", "paid", False),
        ("expired", "unpaid", False),
    ],
)
def test_a_checkout_counts_once_complete_and_paid(status: str, payment: str, paid: bool) -> None:
    checkout = session(status=status, payment_status=payment)
    assert is_paid(checkout) is paid
    assert len(made(checkout__session=[checkout])) == paid


def test_a_paid_checkout_says_its_session_and_worth() -> None:
    event, metadata = only(made(checkout__session=[session()]))
    assert (event.id, event.type, event.occurred_at) == ("EVT-stripe-cs_1", "checkout_completed", stored_moment(day(90)))
    assert metadata == {"session": "cs_1", "value": 4900, "currency": "eur"}


def test_an_old_checkout_is_an_event_all_the_same() -> None:
    assert len(made(checkout__session=[session(created=day(1))])) == 1


def test_only_the_first_payment_is_an_event() -> None:
    event, metadata = only(made(charge=[charge("b", 20), charge("a", 10)]))
    assert (event.id, event.type, event.occurred_at) == ("EVT-stripe-ch_a", "payment_succeeded", stored_moment(day(10)))
    assert metadata == {"charge": "ch_a", "value": 1000, "currency": "eur"}


def test_an_invoice_paid_elsewhere_is_a_payment_of_its_own() -> None:
    outside = invoice("a", "", 10, 12, payments={"data": []}, amount_paid_off_stripe=700)
    event, metadata = only(made(invoice=[outside]))
    assert (event.id, event.type) == ("EVT-stripe-in_a", "payment_succeeded")
    assert (metadata["invoice"], metadata["value"]) == ("in_a", 700)


def customers(**objects: Any) -> list[tuple[str, str]]:
    events = [event for event in made(**objects) if event.type in ("payment_succeeded", "stage_set")]
    return [(event.stage or "paid", str(event.metadata().get("reason", ""))) for event in events]


def test_a_customer_churns_when_the_last_subscription_ends() -> None:
    replaced: list[Json] = [subscription("a", 1, 30), subscription("b", 20, 60)]
    paid = [charge("a", 1)]
    stages = customers(charge=paid, subscription=replaced)
    assert [stage for stage, _ in stages] == ["paid", "CHURNED"]
    assert stages[1][1].endswith(": sub_b")
    assert [stage for stage, _ in customers(charge=paid, subscription=[replaced[0]])] == ["paid", "CHURNED"]
    assert [stage for stage, _ in customers(charge=paid, subscription=[subscription("a", 1)])] == ["paid"]


def test_who_never_paid_cannot_churn() -> None:
    assert customers(subscription=[subscription("a", 1, 30)]) == []


def test_an_end_that_is_still_to_come_is_no_churn() -> None:
    assert [stage for stage, _ in customers(charge=[charge("a", 1)], subscription=[subscription("a", 1, NOW + 5)])] == ["paid"]


def test_a_payment_without_a_subscription_brings_a_customer_back() -> None:
    objects: dict[str, Any] = {"charge": [charge("a", 1), charge("b", 40)], "subscription": [subscription("a", 1, 30)]}
    assert [stage for stage, _ in customers(**objects)] == ["paid", "CHURNED", "paid"]


def test_a_late_payment_of_an_ended_subscription_brings_nobody_back() -> None:
    late = invoice("late", "a", 25, 40, payments={"data": []}, amount_paid_off_stripe=500)
    objects: dict[str, Any] = {"charge": [charge("a", 1)], "invoice": [late], "subscription": [subscription("a", 1, 30)]}
    assert [stage for stage, _ in customers(**objects)] == ["paid", "CHURNED"]


def test_a_stage_event_names_its_journey() -> None:
    objects: dict[str, Any] = {"charge": [charge("a", 1)], "subscription": [subscription("a", 1, 30)]}
    churn = next(event for event in made(**objects) if event.type == "stage_set")
    assert churn.metadata()["journey"] == "Customer status"
    assert churn.occurred_at == stored_moment(day(30))


def test_the_same_objects_give_the_same_ids_whenever_read() -> None:
    objects: dict[str, Any] = {"charge": [charge("a", 95), charge("b", 96, "failed")], "checkout__session": [session()]}
    assert [event.id for event in made(100, **objects)] == [event.id for event in made(101, **objects)]
