"""The client of Stripe against a service that answers what a test says: errors in our words, waits, shapes, completion."""

from collections.abc import Iterator
from typing import Any

import pytest

from journeydesk.domain.errors import Bug, UserError
from journeydesk.remote.stripe.calls import LONGEST_WAIT_SECONDS, RATE_TRIES, TROUBLE_TRIES, get_only_client, plural
from journeydesk.remote.stripe.client import KINDS, VERSION, StripeReader
from journeydesk.sync.ports import AccessDenied, RemoteTrouble, RemoteUnreachable, TokenRefused, WalkExpired
from journeydesk.sync.sync_pass import Cancelled
from tests.fakes.scripted_service import Reply, ScriptedService, scripted


@pytest.fixture(scope="module")
def running() -> Iterator[ScriptedService]:
    with scripted() as service:
        yield service


@pytest.fixture
def service(running: ScriptedService) -> ScriptedService:
    running.requests.clear()
    running.answers(listed())
    return running


@pytest.fixture
def slept() -> list[float]:
    return []


@pytest.fixture
def reader(service: ScriptedService, slept: list[float]) -> Iterator[StripeReader]:
    with StripeReader(service.url, "rk_test_1", sleep=slept.append) as reader:
        yield reader


def listed(*things: Any, more: bool = False) -> dict[str, Any]:
    return {"object": "list", "data": list(things), "has_more": more, "url": "/v1/x"}


def refusal(status: int, kind: str = "invalid_request_error", **more: Any) -> Reply:
    return Reply({"error": {"type": kind, "message": "no"} | more}, status)


def asked(service: ScriptedService) -> list[str]:
    return [request.path.removeprefix("/v1/") for request in service.requests]


@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_is_listed_by_the_hundred(service: ScriptedService, reader: StripeReader, kind: str) -> None:
    page = reader.page(kind)
    assert (page.objects, page.after) == ((), None)
    (request,) = service.requests
    assert (request.method, request.headers["Stripe-Version"]) == ("GET", VERSION)
    assert "limit=100" in request.path
    assert "starting_after" not in request.path
    assert ("status=all" in request.path) is (kind == "subscription")
    assert ("expand" in request.path) is (kind in ("customer", "subscription", "invoice"))


def test_a_list_goes_on_after_its_last_object(service: ScriptedService, reader: StripeReader) -> None:
    service.answers(listed({"id": "ch_2"}, {"id": "ch_1"}, more=True), listed({"id": "ch_0"}))
    assert [thing["id"] for thing in reader.everything("charge")] == ["ch_2", "ch_1", "ch_0"]
    assert "starting_after=ch_1" in asked(service)[1]
    assert reader.calls == 2


def test_an_empty_page_that_says_more_is_no_end(service: ScriptedService, reader: StripeReader) -> None:
    service.answers(listed(more=True))
    with pytest.raises(RemoteTrouble):
        list(reader.everything("charge"))


@pytest.mark.parametrize(
    ("reply", "error"),
    [
        (refusal(401, "invalid_request_error"), TokenRefused),
        (refusal(403), AccessDenied),
        (refusal(400), RemoteTrouble),
        (refusal(404, code="resource_missing", param="starting_after"), WalkExpired),
        (refusal(400, code="resource_missing", param="starting_after"), WalkExpired),
    ],
)
def test_a_refusal_is_told_at_once(
    service: ScriptedService, reader: StripeReader, slept: list[float], reply: Reply, error: type[Exception]
) -> None:
    service.answers(reply)
    with pytest.raises(error):
        reader.page("charge")
    assert (len(service.requests), slept) == (1, [])


@pytest.mark.parametrize("status", [500, 502, 503])
def test_trouble_is_tried_three_times(service: ScriptedService, reader: StripeReader, slept: list[float], status: int) -> None:
    service.answers(refusal(status, "api_error"))
    with pytest.raises(RemoteTrouble):
        reader.page("charge")
    assert (len(service.requests), slept) == (TROUBLE_TRIES, [1.0, 2.0])


def test_trouble_that_passes_is_no_trouble(service: ScriptedService, reader: StripeReader, slept: list[float]) -> None:
    service.answers(refusal(500, "api_error"), refusal(500, "api_error"), listed({"id": "ch_1"}))
    assert [thing["id"] for thing in reader.page("charge").objects] == ["ch_1"]
    assert slept == [1.0, 2.0]


def test_a_rate_limit_is_waited_out_longer_each_time(
    service: ScriptedService, reader: StripeReader, slept: list[float]
) -> None:
    service.answers(refusal(429, "rate_limit_error"))
    with pytest.raises(RemoteTrouble, match="fewer requests"):
        reader.page("charge")
    assert slept == [1.0, 2.0, 4.0, 8.0, 16.0, LONGEST_WAIT_SECONDS, LONGEST_WAIT_SECONDS]
    assert len(service.requests) == RATE_TRIES


@pytest.mark.parametrize(
    ("header", "wait"),
    [("7", 7.0), ("0.5", 0.5), ("9999", LONGEST_WAIT_SECONDS), ("0", 1.0), ("-3", 1.0), ("soon", 1.0), ("", 1.0)],
)
def test_a_wait_that_is_asked_for_is_kept_within_bounds(
    service: ScriptedService, reader: StripeReader, slept: list[float], header: str, wait: float
) -> None:
    limited = Reply({"error": {"type": "rate_limit_error", "message": "no"}}, 429, {"Retry-After": header})
    service.answers(limited, listed())
    reader.page("charge")
    assert slept == [wait]


def test_no_service_at_all_is_unreachable(slept: list[float]) -> None:
    with StripeReader("http://127.0.0.1:9", "rk_test_1", sleep=slept.append) as reader, pytest.raises(RemoteUnreachable):
        reader.page("charge")
    assert slept == [1.0, 2.0]


HOSTILE = [
    {},
    [],
    [None],
    "text",
    7,
    None,
    {"data": None},
    {"data": "x"},
    {"data": {}},
    {"data": [None]},
    {"data": ["x"]},
    {"data": [[]]},
    {"data": [{}]},
    {"data": [{"id": None}]},
    {"data": [{"id": 7}]},
]


@pytest.mark.parametrize("kind", ["charge", "subscription", "customer"])
@pytest.mark.parametrize("body", HOSTILE, ids=str)
def test_a_list_of_another_shape_is_trouble(service: ScriptedService, reader: StripeReader, kind: str, body: Any) -> None:
    service.answers(body)
    with pytest.raises(RemoteTrouble):
        reader.page(kind)


@pytest.mark.parametrize("reply", [Reply("<html>", content_type="text/html"), Reply("{"), Reply(b"\xff\xfe"), Reply("")])
def test_what_is_no_json_is_trouble(service: ScriptedService, reader: StripeReader, reply: Reply) -> None:
    service.answers(reply)
    with pytest.raises(RemoteTrouble):
        reader.page("charge")


@pytest.mark.parametrize("body", [[], "x", 7, None, [None]], ids=str)
def test_an_object_of_another_shape_is_trouble(service: ScriptedService, reader: StripeReader, body: Any) -> None:
    service.answers(body)
    with pytest.raises(RemoteTrouble):
        reader.one("charge", "ch_1")


SUBSCRIPTIONS: list[dict[str, Any]] = [
    {"id": "sub_1", "items": "x"},
    {"id": "sub_1", "items": ["x"]},
    {"id": "sub_1", "items": {"data": [None]}},
    {"id": "sub_1", "items": {"data": ["x"]}},
    {"id": "sub_1", "items": {"data": [{"price": "price_1"}]}},
    {"id": "sub_1", "items": {"data": [{"price": {"billing_scheme": "tiered"}}]}},
    {"id": "sub_1", "items": {"data": 7}},
    {"id": "sub_1", "discounts": 7},
]


@pytest.mark.parametrize("thing", SUBSCRIPTIONS, ids=str)
def test_a_subscription_of_another_shape_is_trouble(
    service: ScriptedService, reader: StripeReader, thing: dict[str, Any]
) -> None:
    service.answers(listed(thing))
    with pytest.raises(RemoteTrouble):
        reader.page("subscription")


def test_an_object_that_is_gone_is_none(service: ScriptedService, reader: StripeReader) -> None:
    service.answers(refusal(404, code="resource_missing", param="id"))
    assert reader.one("charge", "ch_1") is None


@pytest.mark.parametrize(
    ("stamp", "expected"),
    [
        ("Tue, 19 May 2026 09:05:00 GMT", 1_779_181_500),
        ("yesterday", None),
        ("Tue, 99 May 2026 09:05:00 GMT", None),
        ("Fri, 31 Dec 9999 23:59:59 -2300", None),
    ],
)
def test_the_services_clock_is_read_where_it_is_one(
    service: ScriptedService, reader: StripeReader, stamp: str, expected: int | None
) -> None:
    service.answers(Reply(listed(), headers={"Date": stamp}))
    assert reader.server_time is None
    reader.page("charge")
    assert reader.server_time == expected


def test_a_pass_that_is_stopped_asks_nothing(service: ScriptedService) -> None:
    with StripeReader(service.url, "rk_test_1", cancelled=lambda: True) as reader, pytest.raises(Cancelled):
        reader.page("charge")
    assert service.requests == []


def test_events_are_asked_for_since_a_moment(service: ScriptedService, reader: StripeReader) -> None:
    service.answers(listed({"id": "evt_1"}, more=True))
    page = reader.events(1_000, "evt_9")
    assert page.after == "evt_1"
    (path,) = asked(service)
    assert path.startswith("events?")
    assert "starting_after=evt_9" in path
    assert "created[gte]=1000" in path.replace("%5B", "[").replace("%5D", "]")


@pytest.mark.parametrize(("key", "mode"), [("rk_live_1", "live"), ("rk_test_1", "test"), ("sk_test_1", "test")])
def test_the_mode_is_read_off_the_key(key: str, mode: str) -> None:
    with StripeReader(None, key) as reader:
        assert reader.mode == mode


def test_a_key_that_could_move_money_is_refused() -> None:
    with pytest.raises(UserError, match="could move money"):
        StripeReader(None, "sk_live_1")


@pytest.mark.parametrize("method", ["post", "POST", "delete", "put", "patch"])
def test_nothing_but_a_get_is_ever_sent(method: str) -> None:
    import stripe

    client = get_only_client(stripe)
    try:
        with pytest.raises(Bug, match="read only"):
            client.request(method, "http://127.0.0.1:9/v1/charges", {})
    finally:
        client.close()


@pytest.mark.parametrize(("kind", "words"), [("customer", "customers"), ("checkout.session", "Checkout Sessions")])
def test_a_kind_is_named_as_people_say_it(kind: str, words: str) -> None:
    assert plural(kind) == words
