"""Addresses that people and services write: whatever they are, they are read or they are none."""

from datetime import UTC, datetime
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as some

from journeydesk.domain.app_links import address_parts
from journeydesk.domain.errors import UserError
from journeydesk.domain.webhooks.standard import judge
from journeydesk.remote.calendar.fetching import calendar_address
from journeydesk.remote.posting.post import post
from journeydesk.remote.safe_address import check_address, is_inside

BRACKETS = ["https://[bad", "http://[::1", "https://a:99999999/x", "https://a:x/", "https://\u2100/"]


@given(some.text(max_size=60) | some.from_regex(r"https?://[\[\]@:/.a-z0-9\\]{0,20}", fullmatch=True))
def test_any_text_has_parts_that_can_be_asked_for(text: str) -> None:
    parts = address_parts(text)
    assert isinstance(parts.hostname or "", str)
    assert parts.port is None or 0 <= parts.port <= 65_535


def test_an_address_keeps_its_parts() -> None:
    parts = address_parts("https://desk.example:8443/u?x=1")
    assert (parts.scheme, parts.hostname, parts.port, parts.path) == ("https", "desk.example", 8_443, "/u")


@pytest.mark.parametrize("text", BRACKETS)
def test_what_cannot_be_an_address_is_said_wherever_one_is_entered(text: str) -> None:
    for take in (calendar_address, check_address, lambda url: post(url, b"", {})):
        with pytest.raises(UserError):
            take(text)


@pytest.mark.parametrize(
    "asked", ["²", "9" * 5_000, "inf", "nan", "-5", "30 Nov " + "9" * 30 + " 1:1:1", "Tue, 19 May 2026 25:99:99 GMT"]
)
def test_an_odd_wish_to_wait_is_a_wait_of_at_most_a_day(asked: str) -> None:
    verdict = judge(429, {"retry-after": asked}, 1, datetime(2026, 5, 19, tzinfo=UTC), Random(1))
    assert verdict.state == "waiting"
    assert 0 <= verdict.wait <= 86_400


@pytest.mark.parametrize(("host", "inside"), [("127.0.0.1", True), ("10.0.0.7", True), ("::1", True), ("1.1.1.1", False)])
def test_which_hosts_lie_inside(host: str, inside: bool) -> None:
    assert is_inside(host) == inside
