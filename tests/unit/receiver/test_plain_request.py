"""What is read past h11 reads as h11 reads it; whatever steers the connection, or is not whole, is left to h11."""

import h11
import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from journeydesk.receiver.plain_request import PlainRequests

PATH = "/api/webhook/customer-journey"
PLAIN = PlainRequests("POST", PATH)
LINE = f"POST {PATH} HTTP/1.1\r\n".encode()
WHOLE = LINE + b"Host: 127.0.0.1\r\nContent-Length: 2\r\nX-Webhook-Signature: sha256=ab\r\n\r\n{}"
PARTS = [
    *(
        b"\r\n",
        b"\n",
        b"\r",
        b" ",
        b"\t",
        b":",
        b": ",
        b",",
        b"\0",
        b"\x7f",
        b"\x80",
        "é".encode(),
        b"0",
        b"2",
        b"-",
        b"+",
        b"{}",
    ),
    *(
        b"Host: a\r\n",
        b"Content-Length: 2\r\n",
        b"content-length:2\r\n",
        b"Content-Length: 02\r\n",
        b"X-A: b  c \r\n",
        b"X: \r\n",
    ),
    *(
        b"Transfer-Encoding: chunked\r\n",
        b"Connection: close\r\n",
        b"Expect: 100-continue\r\n",
        b"Upgrade: h2c\r\n",
        b" folded\r\n",
    ),
    *(LINE, b"GET / HTTP/1.0\r\n", WHOLE),
]


def as_h11(data: bytes) -> tuple[list[tuple[bytes, bytes]], bytes] | None:
    """Headers and body of the one whole request that h11 finds, with nothing behind it and the connection kept; else None."""
    connection = h11.Connection(h11.SERVER)
    connection.receive_data(data)
    request = connection.next_event()
    assert isinstance(request, h11.Request)
    assert (request.method, request.target, request.http_version) == (b"POST", PATH.encode(), b"1.1")
    body = b""
    while not isinstance(event := connection.next_event(), h11.EndOfMessage):
        assert isinstance(event, h11.Data)
        body += event.data
    assert connection.their_state is h11.DONE
    assert connection.trailing_data == (b"", False)
    assert not connection.they_are_waiting_for_100_continue
    return [(bytes(name), bytes(value)) for name, value in request.headers], body


@st.composite
def nearly_plain(draw: st.DrawFn) -> bytes:
    """A plain request into which a few parts were put, some bytes taken out."""
    data = WHOLE
    for _ in range(draw(st.integers(0, 3))):
        at = draw(st.integers(0, len(data)))
        data = data[:at] + draw(st.sampled_from(PARTS) | st.binary(max_size=3)) + data[at + draw(st.integers(0, 2)) :]
    return data


@given(nearly_plain())
@example(WHOLE)
@example(WHOLE.replace(b"sha256", b"a b c"))
@example(WHOLE + b"\r\n")
def test_what_is_plain_is_what_h11_reads(data: bytes) -> None:
    plain = PLAIN.read(data)
    if plain is not None:
        assert (plain.headers, plain.body) == as_h11(data)


@pytest.mark.parametrize("more", [b"", b"Connection: keep-alive\r\n", b"connection: Keep-Alive\r\nAccept: */*\r\n"])
def test_a_request_as_senders_send_it_is_plain(more: bytes) -> None:
    sent = WHOLE.replace(b"\r\n\r\n", b"\r\n" + more + b"\r\n")
    assert PLAIN.read(sent) == as_h11(sent)


@pytest.mark.parametrize(
    "header",
    [
        *(
            b"Connection: close",
            b"connection: keep-alive, close",
            b"Connection: upgrade",
            b"Transfer-Encoding: chunked",
            b"Expect: 100-continue",
        ),
        *(b"Upgrade: websocket", b"Host: other", b"Content-Length: 2", b"X-Obs: \xe9", b"X-Empty:", b"X-Two:  a", b" folded"),
        *(b"X-Tab: a\tb", b"X Y: a", b"X: a\x00", b"X: a\r", b": a", b"X"),
    ],
)
def test_whatever_steers_or_is_odd_is_left_to_h11(header: bytes) -> None:
    assert PLAIN.read(WHOLE.replace(b"\r\n\r\n", b"\r\n" + header + b"\r\n\r\n")) is None


LENGTHS = [b"02", b"+2", b"-2", b"2, 2", b"0x2", b"3", b"1", b"2" * 5_000]


@pytest.mark.parametrize(
    "data",
    [
        *(WHOLE[:-1], WHOLE + b" ", WHOLE + WHOLE, LINE, b"", LINE + b"\r\n{}", WHOLE.replace(b"POST", b"PUT")),
        *(WHOLE.replace(b"1.1\r", b"1.0\r"), WHOLE.replace(b"Host: 127.0.0.1\r\n", b""), WHOLE.replace(b"\r\n", b"\n")),
        *(WHOLE.replace(b"journey ", b"journey?a "), WHOLE.replace(b"journey ", b"journey/ ")),
        *(WHOLE.replace(b": 2\r", b": " + length + b"\r") for length in LENGTHS),
    ],
)
def test_what_is_not_whole_or_not_alone_is_left_to_h11(data: bytes) -> None:
    assert PLAIN.read(data) is None
