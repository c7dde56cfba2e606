"""Row 10 of the fault matrix: certificates that do not hold, of a real TLS server, to Airtable's client and to Stripe's."""

import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import stripe

from journeydesk.remote.airtable.asking import AskedHere
from journeydesk.remote.airtable.remote import AirtableRemote
from journeydesk.remote.stripe.client import StripeReader
from journeydesk.sync.budget import Pace
from journeydesk.sync.ports import RemoteUnreachable
from tests.integration.hostile.certificates import Authority
from tests.integration.hostile.server import hostile, replying

pytestmark = pytest.mark.fault(10)

BODY = b'{"tables": [], "object": "list", "data": [], "has_more": false}'
BAD: dict[str, dict[str, Any]] = {
    "expired": {"first": -30, "last": -1},
    "not yet": {"first": 1, "last": 30},
    "of another name": {"host": "airtable.example"},
    "signed by itself": {"signed": False},
}
Ask = Callable[[str], object]


@pytest.fixture
def authority(tmp_path: Path) -> Authority:
    return Authority(tmp_path)


@pytest.fixture(params=["airtable", "stripe"])
def ask(request: pytest.FixtureRequest, authority: Authority, monkeypatch: pytest.MonkeyPatch) -> Ask:
    """Asks a service of an address; this computer trusts the tests' authority beside no other."""
    monkeypatch.setattr(stripe, "ca_bundle_path", str(authority.file))

    def ask_airtable(url: str) -> object:
        remote = AirtableRemote(url, "pat.x", "appx", Pace(0, time.monotonic, time.sleep))
        asker = remote._session._asker
        assert isinstance(asker, AskedHere)
        asker._api.session.verify = str(authority.file)
        return remote.schema()

    def ask_stripe(url: str) -> object:
        with StripeReader(url, "rk_test_1", sleep=lambda _: None) as reader:
            return reader.page("charge")

    return ask_airtable if request.param == "airtable" else ask_stripe


@pytest.mark.parametrize("name", BAD)
def test_row_10_a_certificate_that_does_not_hold_hears_no_token(authority: Authority, ask: Ask, name: str) -> None:
    with hostile(replying(BODY), authority.server(**BAD[name])) as server:
        with pytest.raises(RemoteUnreachable, match=r"certificate does not hold\. Check this computer's date"):
            ask(f"https://127.0.0.1:{server.port}")
        assert (server.requests, server.accepted) == ([], 1)


def test_row_10_a_certificate_that_holds_is_taken(authority: Authority, ask: Ask) -> None:
    with hostile(replying(BODY), authority.server()) as server:
        ask(f"https://127.0.0.1:{server.port}")
        assert len(server.requests) == 1


def test_row_10_an_authority_that_nobody_trusts_is_refused(authority: Authority) -> None:
    with hostile(replying(BODY), authority.server()) as server:
        remote = AirtableRemote(f"https://127.0.0.1:{server.port}", "pat.x", "appx", Pace(0, time.monotonic, time.sleep))
        with pytest.raises(RemoteUnreachable, match="certificate does not hold"):
            remote.schema()
        assert server.requests == []


def test_row_10_a_service_without_tls_is_no_certificate(authority: Authority, ask: Ask) -> None:
    with hostile(replying(BODY)) as server, pytest.raises(RemoteUnreachable) as trouble:
        ask(f"https://127.0.0.1:{server.port}")
    assert "certificate" not in str(trouble.value)
