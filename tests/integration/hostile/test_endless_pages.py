"""Row 69 of the fault matrix: listings without an end, from Airtable and from Stripe."""

import itertools
import json
import socket
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from journeydesk.remote import cursor_trail
from journeydesk.remote.airtable.bases import list_bases
from journeydesk.remote.airtable.remote import AirtableRemote
from journeydesk.remote.stripe.client import StripeReader
from journeydesk.sync.budget import Pace
from journeydesk.sync.ports import RemoteTrouble
from tests.integration.hostile.server import Answer, hostile, replying
from tests.integration.sync.base import based

pytestmark = pytest.mark.fault(69)

RECORD = {"id": "rec" + "a" * 14, "createdTime": "2026-05-19T09:05:00.000Z", "fields": {}}


def remote(url: str) -> AirtableRemote:
    return AirtableRemote(url, "pat.x", "appx", Pace(0, time.monotonic, time.sleep))


LISTINGS: dict[str, Callable[[str], object]] = {
    "pages": lambda url: list(remote(url).pages("tblx", ["fldx"], None)),
    "fetch": lambda url: remote(url).fetch("tblx", [RECORD["id"]], ["fldx"]),  # type: ignore[list-item]
    "find": lambda url: remote(url).find("tblx", "fldx", ["key"], ["fldx"]),
}


def counting(page: Callable[[int], object]) -> Answer:
    """Each answer is made from its number."""
    numbers = itertools.count(1)

    def answer(peer: socket.socket, request: bytes) -> None:
        replying(json.dumps(page(next(numbers))).encode())(peer, request)

    return answer


@pytest.mark.parametrize("name", LISTINGS)
def test_a_cursor_that_comes_round_again_ends_a_listing(name: str) -> None:
    def page(number: int) -> object:
        return {"records": [RECORD], "offset": f"itr/{number % 3}"}

    with hostile(counting(page)) as server, pytest.raises(RemoteTrouble, match="no end"):
        LISTINGS[name](server.url)
    assert len(server.requests) <= 5


@pytest.mark.parametrize("offset", [7, True, {"next": 1}, ["x"]], ids=str)
def test_a_cursor_that_is_no_text_ends_a_listing(offset: object) -> None:
    with (
        hostile(replying(json.dumps({"records": [RECORD], "offset": offset}).encode())) as server,
        pytest.raises(RemoteTrouble, match="no next page"),
    ):
        LISTINGS["pages"](server.url)


@pytest.mark.parametrize("name", LISTINGS)
def test_pages_without_end_end_at_the_most(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cursor_trail, "MOST_PAGES", 20)

    def page(number: int) -> object:
        return {"records": [RECORD], "offset": f"itr/{number}"}

    with hostile(counting(page)) as server, pytest.raises(RemoteTrouble, match="no end"):
        LISTINGS[name](server.url)
    assert 19 <= len(server.requests) <= 21


def test_bases_without_end_are_given_up() -> None:
    with (
        hostile(replying(b'{"bases": [{"id": "appx", "name": "x"}], "offset": "again"}')) as server,
        pytest.raises(RemoteTrouble, match="no end"),
    ):
        list_bases(server.url, "pat.x")


def stripe_list(*names: str, more: bool = True) -> dict[str, Any]:
    return {"object": "list", "data": [{"id": name, "object": "charge"} for name in names], "has_more": more}


@pytest.mark.parametrize("names", [("ch_1",), ("ch_2", "ch_1")])
def test_a_stripe_list_that_repeats_itself_is_given_up(names: tuple[str, ...]) -> None:
    with (
        hostile(replying(json.dumps(stripe_list(*names)).encode())) as server,
        StripeReader(server.url, "rk_test_1") as reader,
        pytest.raises(RemoteTrouble, match="no end"),
    ):
        list(reader.everything("charge"))
    assert len(server.requests) == 2


def test_a_stripe_list_without_end_goes_on_another_time(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cursor_trail, "MOST_PAGES", 20)
    with (
        hostile(counting(lambda number: stripe_list(f"ch_{number}"))) as server,
        StripeReader(server.url, "rk_test_1") as reader,
        pytest.raises(RemoteTrouble, match="no end"),
    ):
        list(reader.everything("charge"))
    assert len(server.requests) == 20


def test_a_part_of_an_object_without_end_is_given_up() -> None:
    def page(number: int) -> object:
        if number == 1:
            invoice = {"id": "in_1", "object": "invoice", "payments": {"data": [], "has_more": True}}
            return {"object": "list", "data": [invoice], "has_more": False}
        return {"object": "list", "data": [{"id": "inpay_1"}], "has_more": True}

    with (
        hostile(counting(page)) as server,
        StripeReader(server.url, "rk_test_1") as reader,
        pytest.raises(RemoteTrouble, match="no end"),
    ):
        reader.page("invoice")
    assert len(server.requests) == 3


def test_a_part_that_is_empty_and_goes_on_is_unreadable() -> None:
    def page(number: int) -> object:
        if number == 1:
            invoice = {"id": "in_1", "object": "invoice", "payments": {"data": [], "has_more": True}}
            return {"object": "list", "data": [invoice], "has_more": False}
        return {"object": "list", "data": [], "has_more": True}

    with (
        hostile(counting(page)) as server,
        StripeReader(server.url, "rk_test_1") as reader,
        pytest.raises(RemoteTrouble, match="could not be read"),
    ):
        reader.page("invoice")


@pytest.mark.parametrize("cursor", [0, 1])
def test_a_feed_that_says_more_for_ever_is_begun_anew(tmp_path: Path, cursor: int) -> None:
    with based(tmp_path / "w") as base:
        _, record = base.one()
        base.theirs(record, phone="news")
        body = json.dumps({"payloads": [], "cursor": cursor, "mightHaveMore": True})
        base.fault("status-before", status=200, body=body, path="payloads", times=1_000)
        before = base.requests()
        base.sync()
        assert base.requests() - before < 40
        assert base.count("SELECT count(*) FROM prospects WHERE phone = 'news'") == 1
