"""Row 70 of the fault matrix: Stripe down, odd or without rights does not hold up Airtable's push, nor Airtable Stripe's reading."""

import json
import socket
from collections.abc import Iterator
from pathlib import Path

import pytest

from journeydesk.config import Connections
from journeydesk.services.commands.prospects import edit
from journeydesk.services.sync.session import SyncSession
from journeydesk.storage.payments import stripe_mirror
from journeydesk.sync.engine import SyncOutcome
from journeydesk.sync.ports import AccessDenied, QuotaReached, RemoteTrouble, TokenRefused
from tests.integration.hostile.server import Answer, hostile, replying
from tests.integration.sync.base import Base, based, control

pytestmark = pytest.mark.fault(70)


@pytest.fixture
def base(tmp_path: Path) -> Iterator[Base]:
    with based(tmp_path / "w") as opened:
        yield opened


def run(base: Base, stripe_url: str, token: str | None = None) -> SyncOutcome:
    """One pass of a machine with both services connected; nobody waits."""
    address = (base.box.airtable_url, token or base.box.token, base.box.base_id)
    known = Connections(*address, stripe_url, "rk_test_1", "Amaia Etxarri", None, 0.0)
    return SyncSession(base.context, known).run(sleep=lambda _: None)


def refusing(status: int, body: bytes = b'{"error": {"type": "api_error", "message": "no"}}') -> Answer:
    """Every request is answered so."""

    def answer(peer: socket.socket, _request: bytes) -> None:
        peer.sendall(f"HTTP/1.1 {status} No\r\nContent-Length: {len(body)}\r\n\r\n".encode() + body)

    return answer


STRANGE: dict[str, Answer] = {
    "in trouble": refusing(500),
    "key revoked": refusing(401),
    "no rights": refusing(403),
    "too many": refusing(429),
    "redirect": refusing(302),
    "hangs up": lambda _peer, _request: None,
    "a page": replying(b"<html>sign in</html>"),
    "no list": replying(b'{"data": 7}'),
    "null": replying(b'{"data": [null], "has_more": false}'),
    "a number": replying(b"7"),
    "repeats": replying(json.dumps({"data": [{"id": "cus_1", "object": "customer"}], "has_more": True}).encode()),
    "no HTTP": lambda peer, _request: peer.sendall(b"220 mail ready\r\n"),
}


@pytest.mark.parametrize("name", STRANGE)
def test_row_70_what_stripe_answers_holds_up_no_push(base: Base, name: str) -> None:
    record, remote = base.one()
    edit(base.context, record, {"phone": "+44 20 7946 0132"})
    pushed_before: list[object] = []

    def answer(peer: socket.socket, request: bytes) -> None:
        pushed_before.append(base.seen(remote, "phone"))
        STRANGE[name](peer, request)

    with hostile(answer) as stripe:
        outcome = run(base, stripe.url)
    assert pushed_before[0] == "+44 20 7946 0132"
    assert outcome.pending == 0
    assert any("Stripe" in problem for problem in outcome.problems)


def test_row_70_a_stripe_that_is_down_is_said_and_stops_nothing(base: Base) -> None:
    record, remote = base.one()
    edit(base.context, record, {"phone": "+44 20 7946 0132"})
    with socket.create_server(("127.0.0.1", 0)) as listener:
        port = listener.getsockname()[1]
    outcome = run(base, f"http://127.0.0.1:{port}")
    assert base.seen(remote, "phone") == "+44 20 7946 0132"
    assert outcome.problems == ("Stripe cannot be reached. Payments are brought up to date when it can.",)


def charges_of(customer_email: str) -> Answer:
    """An account with one customer, who paid once."""
    customer = {"id": "cus_1", "object": "customer", "email": customer_email, "created": 1_778_000_000}
    charge = {"id": "ch_1", "object": "charge", "customer": "cus_1", "amount": 4_900, "amount_captured": 4_900}
    charge |= {"amount_refunded": 0, "currency": "eur", "paid": True, "status": "succeeded", "captured": True}
    charge |= {"created": 1_778_000_100, "refunded": False}

    def answer(peer: socket.socket, request: bytes) -> None:
        path = request.split(b" ")[1].decode()
        things = [customer] if "/customers" in path else [charge] if "/charges" in path else []
        replying(json.dumps({"object": "list", "data": things, "has_more": False}).encode())(peer, request)

    return answer


def test_row_70_what_stripe_changed_goes_with_the_same_pass(base: Base) -> None:
    record, remote = base.one()
    edit(base.context, record, {"email": "lena@nordlicht.example"})
    base.sync()
    with hostile(charges_of("lena@nordlicht.example")) as stripe:
        outcome = run(base, stripe.url)
    assert base.field(record, "net_paid_minor") == 4_900
    assert (outcome.pending, base.waiting()) == (0, 0)
    assert base.seen(remote, "customer_status") == "CUSTOMER"


@pytest.mark.parametrize(
    ("fault", "error"),
    [("trouble", RemoteTrouble), ("token", TokenRefused), ("rights", AccessDenied), ("month", QuotaReached)],
)
def test_row_70_airtables_trouble_holds_up_no_payment(base: Base, fault: str, error: type[Exception]) -> None:
    token = None
    if fault == "trouble":
        base.fault("status-before", status=500, times=1_000)
    elif fault == "month":
        control(base.box, "limits", {"calls_left": 0})
    elif fault == "rights":
        token = control(base.box, "tokens", {"bases": []})["token"]
    else:
        token = "pat.unknown0123456789"
    base.walk_due()
    with hostile(charges_of("lena@nordlicht.example")) as stripe, pytest.raises(error):
        run(base, stripe.url, token)
    with base.context.database.read() as connection:
        assert stripe_mirror.note(connection, "walk charge") is not None
    assert base.count("SELECT count(*) FROM stripe_object WHERE kind = 'charge'") == 1
