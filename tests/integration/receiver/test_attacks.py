"""Clients that misbehave, over real sockets (docs/sync.md, "Fault matrix", rows 54 and 72 to 78)."""

import json
import socket
import threading
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path

import psutil
import pytest

from journeydesk.domain.errors import NotNow, WorldError
from journeydesk.domain.webhooks.signatures import sign, stripe_signature
from journeydesk.receiver.binding import bind
from journeydesk.receiver.protocol import BoundedProtocol
from journeydesk.receiver.serving import Receiver
from journeydesk.storage.engine import sql
from journeydesk.storage.opening import open_database
from tests.integration.receiver.conftest import (
    JOURNEY,
    KNOWN,
    ON_ANY_PORT,
    SECRET,
    STRIPE_SECRET,
    Line,
    event,
    receiving,
)
from tests.integration.receiver.process import running_receiver
from tests.workspaces import KEY, workspace

SOON = 0.5


@pytest.fixture
def impatient(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Iterator[Line]:
    """A receiver that waits half a second where it would wait ten."""
    monkeypatch.setattr(BoundedProtocol, "seconds", SOON)
    with receiving(tmp_path) as line:
        yield line


def closed_after(connection: socket.socket) -> float:
    """Seconds until the other side ended the connection."""
    began = time.monotonic()
    try:
        while connection.recv(65_536):
            pass
    except ConnectionResetError:
        pass
    return time.monotonic() - began


def head(length: int = 100) -> bytes:
    """A head whose body is still to come."""
    return f"POST {JOURNEY} HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Length: {length}\r\n".encode()


@pytest.mark.fault(72)
@pytest.mark.parametrize("sent", [b"", b"POST / HT", head(), head() + b"X-Webhook-Signature: a\r\n\r\n", head() + b"\r\n{"])
def test_silence_is_cut_off_on_time(impatient: Line, sent: bytes) -> None:
    with impatient.socket() as connection:
        connection.sendall(sent)
        assert closed_after(connection) < 10
    assert impatient.post(JOURNEY, event()).status == 202


@pytest.mark.fault(72)
@pytest.mark.parametrize("start", [b"POST / HTTP/1.1\r\nX-Slow: ", head(10_000) + b"X-Webhook-Signature: sha256=ab\r\n\r\n"])
def test_what_drips_is_cut_off_on_time(impatient: Line, start: bytes) -> None:
    began = time.monotonic()
    with impatient.socket() as connection, pytest.raises(OSError):
        connection.sendall(start)
        while time.monotonic() - began < 15:
            connection.sendall(b"a")
            time.sleep(0.05)
            connection.setblocking(False)
            try:
                if connection.recv(1) == b"":
                    raise ConnectionResetError
            except BlockingIOError:
                pass
            connection.setblocking(True)
    assert time.monotonic() - began < 10


def test_a_kept_connection_takes_one_request_after_the_other(impatient: Line) -> None:
    body = json.dumps(event()).encode()
    request = head(len(body)) + b"X-Webhook-Signature: " + sign(SECRET, body).encode() + b"\r\n\r\n" + body
    with impatient.socket() as connection:
        for _ in range(4):
            connection.sendall(request)
            answer = b""
            while b"accepted" not in answer:
                answer += connection.recv(4_096)
            assert answer.startswith(b"HTTP/1.1 202")
            time.sleep(SOON / 2)


def test_an_answer_waits_for_no_word_of_the_sender() -> None:
    with bind("127.0.0.1", 0) as listening, socket.create_connection(listening.getsockname()):
        accepted, _ = listening.accept()
        with accepted:
            # By this asyncio knows that it may switch off waiting (`TCP_NODELAY`).
            assert accepted.proto == socket.IPPROTO_TCP


@pytest.mark.fault(73)
def test_a_header_of_100_kb_is_refused(line: Line) -> None:
    answer = line.ask("POST", JOURNEY, b"{}", {"X-Webhook-Signature": sign(SECRET, b"{}"), "X-Large": "a" * 50_000})
    assert answer.status in (400, 431)
    with line.socket() as connection:
        connection.sendall(head(2) + b"X-Large: " + b"a" * 9_000 + b"\r\n\r\n{}")
        assert connection.recv(4_096).startswith(b"HTTP/1.1 431")
        assert closed_after(connection) < 5


@pytest.mark.fault(73)
def test_a_request_with_two_lengths_is_refused(line: Line) -> None:
    with line.socket() as connection:
        connection.sendall(head(4) + b"Transfer-Encoding: chunked\r\n\r\n0\r\n\r\n")
        assert connection.recv(4_096).startswith(b"HTTP/1.1 400")


@pytest.mark.fault(73)
def test_chunks_without_end_are_cut_off_at_the_size(line: Line) -> None:
    with line.socket() as connection:
        connection.sendall(
            f"POST {JOURNEY} HTTP/1.1\r\nHost: 127.0.0.1\r\nTransfer-Encoding: chunked\r\n"
            f"X-Webhook-Signature: sha256={'0' * 64}\r\n\r\n".encode()
        )
        sent = 0
        with pytest.raises(OSError):
            while sent < 50_000_000:
                connection.sendall(b"2000\r\n" + b"a" * 8_192 + b"\r\n")
                sent += 8_192
    assert sent < 20_000_000
    assert [entry["status"] for entry in line.security_log()] == [413]


@pytest.mark.fault(73)
def test_a_body_that_says_it_is_too_large_is_not_read(line: Line) -> None:
    with line.socket() as connection:
        connection.sendall(head(70_000) + b"X-Webhook-Signature: a\r\n\r\n")
        assert connection.recv(4_096).startswith(b"HTTP/1.1 413")
        assert closed_after(connection) < 5


@pytest.mark.fault(74)
@pytest.mark.parametrize("value", ["sha256=é", "é", "sha256=" + "é" * 64])
def test_a_signature_that_is_not_ascii_is_refused(line: Line, value: str) -> None:
    with line.socket() as connection:
        connection.sendall(head(2) + b"X-Webhook-Signature: " + value.encode() + b"\r\n\r\n{}")
        assert connection.recv(4_096).startswith((b"HTTP/1.1 401", b"HTTP/1.1 400"))
    assert line.rows("SELECT count(*) FROM inbox_entry") == [(0,)]


@pytest.mark.fault(74)
def test_stripes_signature_of_tomorrow_is_refused(line: Line) -> None:
    signature = stripe_signature(STRIPE_SECRET, b"{}", int(line.context.clock().timestamp()) + 86_400)
    assert line.ask("POST", "/api/webhook/stripe", b"{}", {"Stripe-Signature": signature}).status == 401


@pytest.mark.fault(54)
def test_guessing_secrets_is_slowed_down_and_stores_nothing(tmp_path: Path) -> None:
    with receiving(tmp_path, replace(ON_ANY_PORT, failures_a_minute=20)) as line:
        answers = [line.post(JOURNEY, event(), secret=f"guess {number}") for number in range(25)]
        assert [answer.status for answer in answers] == [401] * 20 + [429] * 5
        assert int(answers[-1].headers["retry-after"]) >= 1
        assert line.rows("SELECT count(*) FROM inbox_entry") == [(0,)]
        assert {entry["status"] for entry in line.security_log()} == {401, 429}


@pytest.mark.fault(54)
def test_more_events_than_allowed_wait(tmp_path: Path) -> None:
    with receiving(tmp_path, replace(ON_ANY_PORT, events_a_second=5)) as line:
        statuses = [line.post(JOURNEY, event(event_id=f"e{number}")).status for number in range(12)]
        assert statuses.count(202) >= 5
        assert 429 in statuses


@pytest.mark.fault(54)
@pytest.mark.parametrize("host", ["evil.example", "evil.example:80", "127.0.0.1.evil.example", ""])
def test_another_name_for_this_computer_is_refused(line: Line, host: str) -> None:
    with line.socket() as connection:
        connection.sendall(f"GET /docs HTTP/1.1\r\nHost: {host}\r\n\r\n".encode())
        assert connection.recv(4_096).startswith(b"HTTP/1.1 400")


@pytest.mark.fault(54)
def test_a_right_header_does_not_excuse_a_wrong_line(line: Line) -> None:
    with line.socket() as connection:
        connection.sendall(b"GET http://elsewhere.example.com/docs HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n")
        assert connection.recv(4_096).startswith(b"HTTP/1.1 400")


@pytest.mark.fault(54)
def test_a_forged_sender_is_not_believed(line: Line) -> None:
    line.ask("POST", JOURNEY, b"{}", {"X-Forwarded-For": "203.0.113.9"})
    assert [entry["address"] for entry in line.security_log()] == ["127.0.0.1"]


@pytest.mark.fault(54)
def test_a_path_cannot_write_a_line_into_the_log(line: Line) -> None:
    line.ask("GET", "/%0a%7b%22at%22%3a1%7d%1b%5b2J")
    (entry,) = line.security_log()
    assert entry["path"] == '/\n{"at":1}\x1b[2J'


@pytest.mark.fault(75)
def test_a_thousand_equal_events_at_once_are_one(line: Line) -> None:
    with ThreadPoolExecutor(32) as senders:
        answers = list(senders.map(lambda _: line.post(JOURNEY, event(customer_name="Ida Quill")), range(1_000)))
    assert {answer.status for answer in answers} == {202}
    assert len({answer.body["event_id"] for answer in answers}) == 1
    line.fold()
    assert line.rows("SELECT count(*) FROM events") == [(1,)]
    assert line.rows("SELECT count(*) FROM prospects") == [(1,)]


@pytest.mark.fault(76)
def test_a_database_that_is_busy_is_said_and_the_retry_lands_once(line: Line) -> None:
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
    began = time.monotonic()
    answer = line.post(JOURNEY, event(event_id="e1"))
    took = time.monotonic() - began
    free.set()
    holding.join()
    other.close()
    assert (answer.status, int(answer.headers["retry-after"])) == (503, 2)
    assert 1.5 < took < 10
    assert [line.post(JOURNEY, event(event_id="e1")).status for _ in range(2)] == [202, 202]
    line.fold()
    assert line.rows("SELECT count(*) FROM events") == [(1,)]


@pytest.mark.fault(77)
def test_a_taken_port_is_said(tmp_path: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken, workspace(tmp_path) as context:
        settings = replace(ON_ANY_PORT, port=taken.getsockname()[1])
        with pytest.raises(WorldError, match="is taken by another program"):
            Receiver(context, KNOWN, settings)
        # Nothing of it is left: another port works at once.
        with receiving(tmp_path / "other"):
            pass


@pytest.mark.fault(77)
def test_a_workspace_has_one_receiver(line: Line) -> None:
    with pytest.raises(NotNow, match="running already"):
        Receiver(line.context, KNOWN, ON_ANY_PORT)


@pytest.mark.fault(78)
def test_five_hundred_silent_connections_cost_little(tmp_path: Path) -> None:
    with running_receiver(tmp_path) as receiver:
        assert receiver.post(event(event_id="before")) == 202
        process = psutil.Process(receiver.process.pid)
        before = process.memory_info().rss
        connections = [socket.create_connection(("127.0.0.1", receiver.port)) for _ in range(500)]
        try:
            statuses = {receiver.post(event(event_id=f"e{number}")) for number in range(20)}
            grown = process.memory_info().rss - before
        finally:
            for connection in connections:
                connection.close()
    assert statuses == {202}
    assert grown < 50_000_000


@pytest.mark.fault(73)
def test_who_sends_a_body_too_large_to_its_end_reads_the_refusal(line: Line) -> None:
    with line.socket() as connection:
        connection.sendall(head(200_000) + b"X-Webhook-Signature: a\r\n\r\n")
        assert connection.recv(1, socket.MSG_PEEK) == b"H"
        for _ in range(20):
            connection.sendall(b"a" * 10_000)
        connection.shutdown(socket.SHUT_WR)
        assert connection.recv(4_096).startswith(b"HTTP/1.1 413")
        assert closed_after(connection) < 5


@pytest.mark.fault(54)
def test_a_reader_in_a_circle_is_slowed_down(line: Line) -> None:
    answers = [line.read("/api/customer-journey/health") for _ in range(90)]
    waits = [int(answer.headers["retry-after"]) for answer in answers if answer.status == 429]
    assert {answer.status for answer in answers} == {200, 429}
    assert all(wait >= 1 for wait in waits)
