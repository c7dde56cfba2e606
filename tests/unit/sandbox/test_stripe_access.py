"""Keys and permissions at the Stripe stand-in, idempotency, and the control commands."""

import base64
from typing import Any

import pytest

from journeydesk.sandbox.stripe.access import READABLE, ApiKey, make_links, masked, read_everything
from journeydesk.sandbox.stripe.store import API_VERSION
from journeydesk.sandbox.web import parse_target
from tests.unit.sandbox.small_stripe import NOW_S, SECRET, Reply, SmallStripe

RESTRICTED = "rk_test_0123456789abcdef"


def _restricted(stripe: SmallStripe, **permissions: str) -> str:
    stripe.service.keys[RESTRICTED] = ApiKey(RESTRICTED, permissions)
    return RESTRICTED


@pytest.mark.parametrize("resource", READABLE)
def test_each_resource_needs_a_right_of_its_own(stripe: SmallStripe, resource: str) -> None:
    lacking = {name: "write" for name in READABLE if name != resource}
    stripe.service.keys[RESTRICTED] = ApiKey(RESTRICTED, lacking)
    refused = stripe.send("GET", resource, key=RESTRICTED)
    stripe.service.keys[RESTRICTED] = ApiKey(RESTRICTED, {resource: "read"})
    assert refused.error == (403, "more_permissions_required", None)
    assert stripe.send("GET", resource, key=RESTRICTED).status == 200


def test_a_refusal_names_the_masked_key_and_the_right(stripe: SmallStripe) -> None:
    refused = stripe.send("GET", "refunds", key=_restricted(stripe))
    assert "rk_test_************cdef" in refused.message
    assert "'rak_charge_read'" in refused.message
    write = stripe.send("POST", "customers", {"name": "x"}, key=_restricted(stripe, customers="read"))
    assert write.status == 403
    assert "'rak_customer_write'" in write.message


def test_a_key_for_one_way_sync_reads_all_and_writes_nothing(stripe: SmallStripe) -> None:
    key = _restricted(stripe, **read_everything())
    body = {"mode": "setup", "success_url": "https://x.example"}
    assert {stripe.send("GET", resource, key=key).status for resource in READABLE} == {200}
    assert stripe.send("POST", "checkout/sessions", body, key=key).status == 403
    assert stripe.send("DELETE", "customers/cus_Acme", key=key).status == 403
    assert stripe.send("POST", "refunds", {}, key=key).status == 403


def test_a_key_for_payment_links_makes_sessions_and_reads_prices_only(stripe: SmallStripe) -> None:
    key = _restricted(stripe, **make_links())
    body = {"mode": "setup", "success_url": "https://x.example"}
    readable = {resource for resource in READABLE if stripe.send("GET", resource, key=key).status == 200}
    assert readable == {"checkout/sessions", "prices"}
    assert stripe.send("POST", "checkout/sessions", body, key=key).status == 200
    assert stripe.send("POST", "prices", {}, key=key).status == 403


@pytest.mark.parametrize(
    ("header", "words"),
    [
        (None, "You did not provide an API key."),
        ("Bearer ", "You did not provide an API key."),
        ("Basic !!!", "You did not provide an API key."),
        ("Basic " + base64.b64encode(b"\xff\xff:").decode(), "You did not provide an API key."),
        ("Bearer sk_test_wrong_key_0000", "Invalid API Key provided: sk_test_"),
        ("Basic " + base64.b64encode(b"sk_test_other:").decode(), "Invalid API Key provided: sk_test_"),
    ],
)
def test_a_missing_or_wrong_key_is_a_401(stripe: SmallStripe, header: str | None, words: str) -> None:
    headers = {} if header is None else {"authorization": header}
    request = parse_target("GET", "/stripe/v1/customers", headers, b"")
    reply = Reply(stripe.service.handle(request, request.segments[2:]))
    assert reply.status == 401
    assert reply.message.startswith(words)


def test_a_key_may_come_as_a_basic_user_name(stripe: SmallStripe) -> None:
    header = "Basic " + base64.b64encode(f"{SECRET}:".encode()).decode()
    request = parse_target("GET", "/stripe/v1/account", {"authorization": header}, b"")
    assert Reply(stripe.service.handle(request, request.segments[2:])).json["object"] == "account"


@pytest.mark.parametrize(
    ("secret", "shown"),
    [("sk_test_abcdefghij", "sk_test_******ghij"), ("sk_test_wxyz", "sk_test_wxyz"), ("short", "shorthort")],
)
def test_a_masked_key_shows_its_kind_and_its_end(secret: str, shown: str) -> None:
    assert masked(secret) == shown


def test_every_answer_has_a_request_id_and_a_version(stripe: SmallStripe) -> None:
    first = stripe.send("GET", "customers")
    second = stripe.send("GET", "nonsense", stripe_version="2020-08-27")
    assert first.headers == {"request-id": "req_00000000000001", "stripe-version": API_VERSION}
    assert second.headers == {"request-id": "req_00000000000002", "stripe-version": "2020-08-27"}


def test_an_idempotency_key_replays_the_first_answer(stripe: SmallStripe) -> None:
    first = stripe.send("POST", "customers", {"name": "Cyan"}, idempotency_key="k")
    stripe.send("POST", f"customers/{first.json['id']}", {"name": "Teal"})
    again = stripe.send("POST", "customers", {"name": "Cyan"}, idempotency_key="k")
    assert again.json == first.json
    assert ("idempotent-replayed" in first.headers, again.headers["idempotent-replayed"]) == (False, "true")
    assert len(stripe.store.objects["customers"]) == 3


@pytest.mark.parametrize(("path", "body"), [("customers", {"name": "Teal"}), ("products", {"name": "Cyan"})])
def test_an_idempotency_key_is_refused_for_anything_else(stripe: SmallStripe, path: str, body: dict[str, Any]) -> None:
    stripe.send("POST", "customers", {"name": "Cyan"}, idempotency_key="k")
    refused = stripe.send("POST", path, body, idempotency_key="k")
    assert (refused.status, refused.json["error"]["type"]) == (400, "idempotency_error")
    assert "'k'" in refused.message


@pytest.mark.parametrize(("age_s", "replayed"), [(86_399, True), (86_400, False)])
def test_an_idempotency_key_is_kept_for_a_day(stripe: SmallStripe, age_s: int, replayed: bool) -> None:
    first = stripe.send("POST", "customers", {"name": "Cyan"}, idempotency_key="k")
    stripe.now_s += age_s
    again = stripe.send("POST", "customers", {"name": "Cyan"}, idempotency_key="k")
    assert (again.json["id"] == first.json["id"]) is replayed


def test_idempotency_keys_belong_to_an_api_key(stripe: SmallStripe) -> None:
    stripe.service.keys["sk_test_second"] = ApiKey("sk_test_second")
    first = stripe.send("POST", "customers", {"name": "Cyan"}, idempotency_key="k")
    other = stripe.send("POST", "customers", {"name": "Cyan"}, key="sk_test_second", idempotency_key="k")
    assert first.json["id"] != other.json["id"]


@pytest.mark.parametrize(("length", "status"), [(255, 200), (256, 400)])
def test_an_idempotency_key_has_at_most_255_characters(stripe: SmallStripe, length: int, status: int) -> None:
    assert stripe.send("POST", "customers", {"name": "Cyan"}, idempotency_key="k" * length).status == status


def test_a_refused_request_does_not_use_its_key_up(stripe: SmallStripe) -> None:
    assert stripe.send("POST", "products", idempotency_key="k").status == 400
    assert stripe.send("POST", "products", {"name": "Cyan"}, idempotency_key="k").status == 200


def test_control_puts_changes_and_deletes_with_events(stripe: SmallStripe) -> None:
    control = stripe.service.control
    thing = {"id": "cus_New", "object": "customer", "created": NOW_S, "_kept": 1}
    shown = control({"kind": "customers", "put": thing, "event": "customer.created"})
    control({"kind": "customers", "id": "cus_New", "change": {"name": "x"}, "event": "customer.updated"})
    gone = control({"kind": "customers", "id": "cus_New", "event": "customer.deleted"})
    assert shown == {"id": "cus_New", "object": "customer", "created": NOW_S}
    assert gone == {"id": "cus_New", "object": "customer", "deleted": True}
    assert [event["type"] for event in stripe.events()] == ["customer.created", "customer.updated", "customer.deleted"]


def test_control_makes_keys_and_pays_sessions(stripe: SmallStripe) -> None:
    stripe.service.control({"key": RESTRICTED, "permissions": {"customers": "read"}})
    assert stripe.send("GET", "customers", key=RESTRICTED).status == 200
    assert stripe.send("GET", "charges", key=RESTRICTED).status == 403
    session = stripe.session().json["id"]
    assert stripe.service.control({"complete": session, "email": "e@x.example"})["status"] == "complete"
