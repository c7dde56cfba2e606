"""An event that is plain goes past h11, and nobody can tell: the same answers, in order, on a connection that is kept alike."""

import json
import re
import socket
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

import pytest

from journeydesk.domain.webhooks.signatures import sign
from journeydesk.receiver.plain_protocol import PlainProtocol
from journeydesk.receiver.service import Service
from journeydesk.storage.engine import sql
from journeydesk.storage.opening import open_database
from tests.integration.receiver.conftest import JOURNEY, ON_ANY_PORT, SECRET, Line, event, receiving
from tests.workspaces import KEY

ODD = b"X-Empty:\r\n"
"""A header that is left to h11."""


def request(body: bytes, *, secret: str = SECRET, more: bytes = b"", host: bytes = b"127.0.0.1") -> bytes:
    """A whole request for an event."""
    head = f"Content-Length: {len(body)}\r\nX-Webhook-Signature: {sign(secret, body)}\r\n".encode()
    return f"POST {JOURNEY} HTTP/1.1\r\n".encode() + b"Host: " + host + b"\r\n" + head + more + b"\r\n" + body


def one(number: int) -> bytes:
    """A plain request for an event of that number."""
    return request(json.dumps(event(event_id=f"e{number}")).encode())


def answers(connection: socket.socket, count: int) -> list[tuple[bytes, dict[bytes, bytes], bytes]]:
    """So many answers: status line, headers without the date, body."""
    found: list[tuple[bytes, dict[bytes, bytes], bytes]] = []
    data = b""
    while len(found) < count:
        piece = connection.recv(65_536)
        assert piece, data
        data += piece
        while b"\r\n\r\n" in data:
            head, _, rest = data.partition(b"\r\n\r\n")
            status, *lines = head.split(b"\r\n")
            headers = dict(line.lower().split(b": ", 1) for line in lines)
            length = int(headers[b"content-length"])
            if len(rest) < length:
                break
            assert re.fullmatch(rb"\w{3}, .* gmt", headers.pop(b"date"))
            found.append((status, headers, rest[:length]))
            data = rest[length:]
    assert data == b""
    return found


def is_kept(connection: socket.socket) -> bool:
    """Whether another request is answered on it."""
    try:
        connection.sendall(one(99))
        return connection.recv(1) == b"H"
    except OSError:
        return False


@contextmanager
def went_past(monkeypatch: pytest.MonkeyPatch) -> Iterator[list[bool]]:
    """For each piece that comes, whether h11 was gone past."""
    seen: list[bool] = []
    original = PlainProtocol.data_received

    def watched(self: PlainProtocol, data: bytes) -> None:
        cycle = self.cycle
        original(self, data)
        seen.append(self.cycle is not cycle and type(self.cycle).__name__ == "_PlainCycle")

    with monkeypatch.context() as patch:
        patch.setattr(PlainProtocol, "data_received", watched)
        yield seen


RIGHT = json.dumps(event(event_id="e1", metadata={"größe": "ü"})).encode()
CASES = {
    "right": request(RIGHT),
    "wrong field": request(json.dumps(event(event="nothing")).encode()),
    "no JSON": request(b"{"),
    "nothing": request(b""),
    "another secret": request(RIGHT, secret="another"),
    "too large": request(b" " * 65_537),
    "another host": request(RIGHT, host=b"evil.example"),
    "large headers": request(RIGHT, more=b"X-Large: " + b"a" * 8_200 + b"\r\n"),
    "a browser's": request(RIGHT, more=b"Origin: https://evil.example\r\n"),
    "two signatures": request(RIGHT, more=b"X-Webhook-Signature: a\r\n"),
}


@pytest.mark.parametrize("case", CASES.values(), ids=CASES)
def test_the_answer_is_that_of_the_long_road(line: Line, monkeypatch: pytest.MonkeyPatch, case: bytes) -> None:
    odd = case.replace(b"\r\n\r\n", b"\r\n" + ODD + b"\r\n", 1)
    with went_past(monkeypatch) as past, line.socket() as short, line.socket() as long:
        short.sendall(case)
        by_short = answers(short, 1)
        assert past[-1] or len(case) > 65_536
        long.sendall(odd)
        assert answers(long, 1) == by_short
        assert not past[-1]
        assert is_kept(short) == is_kept(long)


def test_what_comes_before_the_answer_waits_its_turn(line: Line) -> None:
    other = open_database(line.context.database.folder, KEY)
    held, free = threading.Event(), threading.Event()

    def hold() -> None:
        with other.write() as connection:
            sql.run(connection, "UPDATE meta SET value = value")
            held.set()
            free.wait(30)

    holding = threading.Thread(target=hold)
    holding.start()
    held.wait(30)
    with line.socket() as connection:
        connection.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        for piece in (one(1), one(2), one(3) + one(4), one(5)[:50]):
            connection.sendall(piece)
            free.wait(0.05)
        free.set()
        connection.sendall(one(5)[50:])
        came = answers(connection, 5)
    holding.join()
    other.close()
    assert [json.loads(body)["event_id"] for _, _, body in came] == ["e1", "e2", "e3", "e4", "e5"]
    assert {status for status, _, _ in came} == {b"HTTP/1.1 202 Accepted"}


def test_the_two_roads_take_turns_on_one_connection(line: Line) -> None:
    with line.socket() as connection:
        for number in range(6):
            if number % 2:
                connection.sendall(one(number))
            else:
                connection.sendall(one(number).replace(b"\r\n\r\n", b"\r\n" + ODD + b"\r\n", 1))
            ((status, _, _),) = answers(connection, 1)
            assert status == b"HTTP/1.1 202 Accepted"


@pytest.mark.parametrize("more", [b"", ODD])
def test_a_fault_of_ours_is_a_500_and_the_next_is_answered(line: Line, monkeypatch: pytest.MonkeyPatch, more: bytes) -> None:
    with monkeypatch.context() as patch:
        patch.setattr(Service, "count_events", lambda *_: 1 / 0)
        with line.socket() as connection:
            connection.sendall(request(RIGHT, more=more))
            assert connection.recv(65_536).startswith(b"HTTP/1.1 500")
            assert connection.recv(65_536) == b""
    assert line.post(JOURNEY, event()).status == 202


def test_who_hangs_up_before_the_answer_costs_nobody_else(line: Line) -> None:
    for number in range(50):
        with line.socket() as connection:
            connection.sendall(one(number))
    assert line.post(JOURNEY, event(event_id="after")).status == 202
    # What came whole is kept, whether or not anybody waited to hear it.
    assert line.rows("SELECT count(*) FROM inbox_entry") == [(51,)]


def test_too_many_are_told_to_wait(tmp_path: Path) -> None:
    with receiving(tmp_path, replace(ON_ANY_PORT, events_a_second=5)) as line, line.socket() as connection:
        came = []
        for number in range(12):
            connection.sendall(one(number))
            came += answers(connection, 1)
    refused = [headers for status, headers, _ in came if status.startswith(b"HTTP/1.1 429")]
    assert refused
    assert all(int(headers[b"retry-after"]) >= 1 for headers in refused)
