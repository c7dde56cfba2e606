"""Row 69 of the fault matrix: one deadline and one size for every call, to Airtable and to Stripe, over real sockets."""

import gzip
import socket
import threading
import time
import tracemalloc
import zlib
from collections.abc import Callable

import pytest

from journeydesk.domain.errors import JourneydeskError
from journeydesk.remote.airtable.remote import AirtableRemote
from journeydesk.remote.bounded_http import MOST_BYTES
from journeydesk.remote.stripe.client import StripeReader
from journeydesk.sync.budget import Pace
from journeydesk.sync.ports import RemoteTrouble, RemoteUnreachable
from tests.integration.hostile.server import Answer, dripping, hostile, replying

pytestmark = pytest.mark.fault(69)

WITHIN = 0.4
"""Seconds that an answer may take here."""

HEAD = b"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n"
Ask = Callable[[str], object]


def _ask_airtable(url: str) -> object:
    return AirtableRemote(url, "pat.x", "appx", Pace(0, time.monotonic, time.sleep), WITHIN).schema()


def _ask_stripe(url: str) -> object:
    with StripeReader(url, "rk_test_1", sleep=lambda _: None, answer_within=WITHIN) as reader:
        return reader.page("charge")


TRIES: dict[Ask, int] = {_ask_airtable: 1, _ask_stripe: 3}
services = pytest.mark.parametrize("ask", TRIES, ids=["airtable", "stripe"])


def _blank_lines(peer: socket.socket, _request: bytes) -> None:
    """Says "go on" without end, as a proxy in trouble may."""
    while True:
        peer.sendall(b"HTTP/1.1 100 Continue\r\n\r\n")
        time.sleep(0.05)


def _silent(_peer: socket.socket, _request: bytes) -> None:
    time.sleep(60)


DRIPS: dict[str, Answer] = {
    "status line": dripping(HEAD),
    "header": dripping(HEAD + b"X-Long: " + b"x" * 2_000),
    "many headers": dripping(HEAD + b"X: 1\r\n" * 2_000),
    "body with a length": dripping(HEAD + b"Content-Length: 2000\r\n\r\n" + b" " * 2_000, 0.02),
    "body without a length": dripping(HEAD + b"\r\n" + b" " * 2_000, 0.02),
    "body after a close": dripping(HEAD + b"Connection: close\r\n\r\n" + b" " * 2_000, 0.02),
    "length of a chunk": dripping(HEAD + b"Transfer-Encoding: chunked\r\n\r\n" + b"0" * 2_000, 0.02),
    "go on": _blank_lines,
    "silence": _silent,
}


@services
@pytest.mark.parametrize("place", DRIPS)
def test_a_drip_is_given_up_at_one_deadline(ask: Ask, place: str) -> None:
    began = time.monotonic()
    with hostile(DRIPS[place]) as server:
        with pytest.raises(RemoteUnreachable):
            ask(server.url)
        passed = time.monotonic() - began
        assert server.accepted == TRIES[ask]
    assert WITHIN * 0.9 < passed / TRIES[ask] < WITHIN + 1.5


@services
def test_a_dripped_handshake_is_given_up_too(ask: Ask) -> None:
    listener = socket.create_server(("127.0.0.1", 0))

    def accept() -> None:
        for _ in range(TRIES[ask]):
            peer, _ = listener.accept()
            held.append(peer)
            # The beginning of a TLS record, and nothing after it.
            peer.sendall(b"\x16\x03\x03")

    held: list[socket.socket] = []
    thread = threading.Thread(target=accept, daemon=True)
    thread.start()
    began = time.monotonic()
    try:
        with pytest.raises(RemoteUnreachable) as trouble:
            ask(f"https://127.0.0.1:{listener.getsockname()[1]}")
        assert time.monotonic() - began < TRIES[ask] * (WITHIN + 1.5)
        assert "certificate" not in str(trouble.value)
    finally:
        listener.close()
        thread.join(5)
        for peer in held:
            peer.close()


def _packed_zeros(megabytes: int) -> bytes:
    """So many megabytes of blanks as gzip."""
    packer = zlib.compressobj(9, zlib.DEFLATED, 31)
    blank = b" " * (1024 * 1024)
    return b"".join(packer.compress(blank) for _ in range(megabytes)) + packer.flush()


PACKED: dict[str, Callable[[], tuple[bytes, str]]] = {
    "gzip": lambda: (_packed_zeros(700), "gzip"),
    "gzip in gzip": lambda: (gzip.compress(_packed_zeros(700)), "gzip, gzip"),
    "deflate": lambda: (zlib.compress(b" " * (200 * 1024 * 1024), 9), "deflate"),
}


@services
@pytest.mark.parametrize("name", PACKED)
def test_a_packed_answer_is_unpacked_no_further_than_its_bound(ask: Ask, name: str) -> None:
    body, encoding = PACKED[name]()
    with hostile(replying(body, f"Content-Encoding: {encoding}")) as server:
        tracemalloc.start()
        try:
            with pytest.raises(JourneydeskError):
                ask(server.url)
            peak = tracemalloc.get_traced_memory()[1]
        finally:
            tracemalloc.stop()
    assert peak < 4 * MOST_BYTES


@services
def test_a_body_without_end_is_cut_at_the_bound(ask: Ask) -> None:
    sent: list[int] = []

    def endless(peer: socket.socket, _request: bytes) -> None:
        peer.sendall(HEAD + b"\r\n")
        count = 0
        try:
            while True:
                peer.sendall(b" " * 1_000_000)
                count += 1_000_000
        finally:
            sent.append(count)

    with hostile(endless) as server:
        with pytest.raises(JourneydeskError):
            ask(server.url)
        ends_at = time.monotonic() + 5
        while len(sent) < TRIES[ask] and time.monotonic() < ends_at:
            time.sleep(0.01)
    assert 0 < max(sent) < MOST_BYTES + 16_000_000


@services
def test_an_answer_nested_without_end_is_a_sentence(ask: Ask) -> None:
    with hostile(replying(b"[" * 200_000)) as server, pytest.raises(RemoteTrouble, match=r"could not be read|trouble"):
        ask(server.url)


@services
def test_an_answer_that_takes_just_less_is_whole(ask: Ask) -> None:
    body = b'{"tables": [], "object": "list", "data": [], "has_more": false}'
    head = HEAD + f"Content-Length: {len(body)}\r\n\r\n".encode()

    def slowly(peer: socket.socket, _request: bytes) -> None:
        for piece in (head[:20], head[20:], body[:10], body[10:]):
            peer.sendall(piece)
            time.sleep(WITHIN / 8)

    with hostile(slowly) as server:
        ask(server.url)
        assert server.accepted == 1


@services
@pytest.mark.parametrize("where", [b"http://[::1", b"https://a:99999999/", b"\xff\xfe"])
def test_a_redirect_to_what_is_no_address_is_a_sentence(ask: Ask, where: bytes) -> None:
    line = b"HTTP/1.1 302 Found\r\nLocation: " + where + b"\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"
    with hostile(lambda peer, _request: peer.sendall(line)) as server, pytest.raises((RemoteTrouble, RemoteUnreachable)):
        ask(server.url)
