"""The loopback server byte by byte, faults on order, and the stand-ins' clock."""

import json
import socket
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from typing import Any

import httpx
import pytest

from journeydesk.sandbox.clock import SandboxClock, iso, milliseconds
from journeydesk.sandbox.faults import FaultKind, fault_from_json
from journeydesk.sandbox.web import MAX_BODY_BYTES, Cut, Request, Response, WebServer, json_response, parse_target


@contextmanager
def serving(handler: Callable[[Request], Response]) -> Iterator[WebServer]:
    """A server on a free port."""
    server = WebServer(handler)
    try:
        yield server
    finally:
        server.stop()


def echo(request: Request) -> Response:
    """What arrived, as JSON."""
    body = {"method": request.method, "segments": request.segments, "query": request.query, "body": request.body.decode()}
    return json_response({**body, "marker": request.headers.get("x-marker")})


def raw(port: int, *chunks: bytes) -> bytes:
    """Everything that the server answers to these bytes until it closes."""
    with socket.create_connection(("127.0.0.1", port), timeout=5) as connection:
        for chunk in chunks:
            connection.sendall(chunk)
        connection.shutdown(socket.SHUT_WR)
        received = b""
        while chunk := connection.recv(65_536):
            received += chunk
    return received


def request_of(method: str, target: str) -> Request:
    """A request without headers and body."""
    return parse_target(method, target, {}, b"")


@pytest.mark.parametrize(
    ("target", "segments", "query"),
    [
        ("/a/b", ("a", "b"), ()),
        ("/a///b/", ("a", "b"), ()),
        ("/a%20b/%C3%BC?x=1&x=2&y=", ("a b", "ü"), (("x", "1"), ("x", "2"), ("y", ""))),
        ("/a%2Fb?f%5B%5D=a+b", ("a/b",), (("f[]", "a b"),)),
        ("/", (), ()),
    ],
)
def test_a_target_is_taken_apart_and_decoded(target: str, segments: tuple[str, ...], query: Any) -> None:
    request = request_of("GET", target)
    assert (request.segments, request.query, request.target) == (segments, query, target)


def test_a_request_arrives_as_it_was_sent() -> None:
    with serving(echo) as server, httpx.Client(trust_env=False) as client:
        answer = client.post(f"http://127.0.0.1:{server.port}/a/ü?k=v", content="bödy", headers={"X-Marker": "m"})
    assert answer.headers["content-type"] == "application/json; charset=utf-8"
    assert answer.json() == {"method": "POST", "segments": ["a", "ü"], "query": [["k", "v"]], "body": "bödy", "marker": "m"}


def test_one_connection_serves_many_requests_in_order() -> None:
    with serving(echo) as server:
        head = b"GET /%d HTTP/1.1\r\nHost: x\r\n\r\n"
        received = raw(server.port, b"".join(head % number for number in range(5)))
    assert received.count(b"HTTP/1.1 200 OK") == 5
    assert [received.index(b'["%d"]' % number) for number in range(5)] == sorted(
        received.index(b'["%d"]' % n) for n in range(5)
    )


def test_a_request_may_arrive_in_pieces_and_in_chunks() -> None:
    with serving(echo) as server:
        body = b"POST /x HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n2\r\nde\r\n0\r\n\r\n"
        received = raw(server.port, *(body[at : at + 7] for at in range(0, len(body), 7)))
    assert b'"body":"abcde"' in received


def test_a_client_that_waits_is_told_to_go_on() -> None:
    with serving(echo) as server:
        received = raw(server.port, b"POST /x HTTP/1.1\r\nHost: x\r\nExpect: 100-continue\r\nContent-Length: 2\r\n\r\n", b"ok")
    assert received.startswith(b"HTTP/1.1 100 ")
    assert b'"body":"ok"' in received


@pytest.mark.parametrize(
    ("text", "status"),
    [(b"nonsense\r\n\r\n", b"400"), (b"GET / HTTP/1.1\r\n\r\n", b"400"), (b"GET / HTTP/1.1\r\nX: " + b"a" * 200_000, b"431")],
)
def test_bytes_that_are_no_request_are_refused(text: bytes, status: bytes) -> None:
    with serving(echo) as server:
        received = raw(server.port, text)
    assert received.startswith(b"HTTP/1.1 " + status)


def test_a_client_that_goes_on_after_a_refusal_can_read_it() -> None:
    with serving(echo) as server:
        pieces = [b"GET / HTTP/1.1\r\nX: " + b"a" * 200_000, *[b"a" * 100_000] * 5]
        received = raw(server.port, *pieces)
    assert received.startswith(b"HTTP/1.1 431")


@pytest.mark.parametrize(("size", "status"), [(MAX_BODY_BYTES, 200), (MAX_BODY_BYTES + 1, 413)])
def test_a_body_beyond_the_limit_is_too_large(size: int, status: int) -> None:
    with serving(lambda request: json_response(len(request.body))) as server, httpx.Client(trust_env=False) as client:
        answer = client.post(f"http://127.0.0.1:{server.port}/", content=b"x" * size).status_code
    assert answer == status


@pytest.mark.parametrize(
    ("cut", "received"),
    [(Cut.UNANSWERED, b""), (Cut.HALFWAY, b"content-length: 10\r\n\r\n01234")],
)
def test_a_connection_is_cut_where_it_is_asked(cut: Cut, received: bytes) -> None:
    with serving(lambda request: Response(200, b"0123456789", cut=cut)) as server:
        try:
            answer = raw(server.port, b"GET / HTTP/1.1\r\nHost: x\r\n\r\n")
        except ConnectionError:
            answer = b""
    assert answer.endswith(received)
    assert bool(answer) is bool(received)


def test_a_held_back_answer_lets_others_pass_first() -> None:
    def handler(request: Request) -> Response:
        return Response(200, request.target.encode(), delay_s=0.3 if request.target == "/slow" else 0.0)

    with serving(handler) as server, socket.create_connection(("127.0.0.1", server.port), timeout=5) as slow:
        slow.sendall(b"GET /slow HTTP/1.1\r\nHost: x\r\n\r\n")
        assert b"/fast" in raw(server.port, b"GET /fast HTTP/1.1\r\nHost: x\r\n\r\n")
        assert b"/slow" in slow.recv(4096)


def test_a_trickled_answer_comes_whole_in_the_end() -> None:
    with serving(lambda request: Response(200, b"abc", trickle_s=0.01)) as server, httpx.Client(trust_env=False) as client:
        assert client.get(f"http://127.0.0.1:{server.port}/").text == "abc"


def test_work_runs_on_the_servers_own_thread() -> None:
    import threading

    with serving(echo) as server:
        assert server.call(lambda: threading.current_thread().name) == "sandbox"
        with pytest.raises(ZeroDivisionError):
            server.call(lambda: 1 // 0)


def test_a_port_that_is_taken_is_an_error_and_stopping_frees_it() -> None:
    first = WebServer(echo)
    with pytest.raises(OSError, match="in use"):
        WebServer(echo, first.port)
    first.stop()
    first.stop()
    WebServer(echo, first.port).stop()


@pytest.mark.parametrize(
    ("kind", "handled", "expected"),
    [
        ("drop-before", False, {"cut": Cut.UNANSWERED}),
        ("drop-after", True, {"cut": Cut.UNANSWERED}),
        ("truncate", True, {"status": 201, "cut": Cut.HALFWAY, "body": b"done"}),
        ("delay", True, {"status": 201, "delay_s": 2.0, "cut": None, "body": b"done"}),
        ("status-before", False, {"status": 418, "body": b"words", "headers": (("retry-after", "9"),)}),
        ("status-after", True, {"status": 418, "body": b"words", "headers": (("retry-after", "9"),)}),
        ("html", False, {"status": 418, "content_type": "text/html", "headers": (("retry-after", "9"),)}),
        ("trickle", True, {"status": 201, "trickle_s": 2.0, "body": b"done"}),
        ("redirect", False, {"status": 302, "headers": (("location", "http://y/"),)}),
        ("huge", False, {"status": 200, "body": b" " * 1024 * 1024}),
    ],
)
def test_each_fault_answers_in_its_way(kind: str, handled: bool, expected: dict[str, Any]) -> None:
    given = {"kind": kind, "status": 418, "seconds": 2.0, "retry_after": "9", "body": "words", "location": "http://y/"}
    calls: list[Request] = []

    def handler(request: Request) -> Response:
        calls.append(request)
        return Response(201, b"done")

    answer = fault_from_json({**given, "megabytes": 1}).answer(request_of("GET", "/x"), handler)
    assert {name: getattr(answer, name) for name in expected} == expected
    assert bool(calls) is handled


def test_every_kind_of_fault_is_tried_above() -> None:
    marks = test_each_fault_answers_in_its_way.pytestmark
    assert {case[0] for case in marks[0].args[1]} == {kind.value for kind in FaultKind}


@pytest.mark.parametrize(
    ("options", "takes"),
    [
        ({}, [True, False, False, False]),
        ({"times": 2}, [True, True, False, False]),
        ({"skip": 1}, [False, True, False, False]),
        ({"method": "POST"}, [False, True, False, False]),
        ({"method": "POST", "times": 9}, [False, True, False, True]),
        ({"path": "/b"}, [False, False, True, False]),
        ({"path": "/b", "skip": 1, "times": 9}, [False, False, False, True]),
        ({"times": 0}, [False, False, False, False]),
    ],
)
def test_a_fault_takes_the_requests_it_was_ordered_for(options: dict[str, Any], takes: list[bool]) -> None:
    fault = fault_from_json({"kind": "html", **options})
    requests = [("GET", "/a"), ("POST", "/a"), ("GET", "/b?x=1"), ("POST", "/b")]
    assert [fault.takes(request_of(*request)) for request in requests] == takes


@pytest.mark.parametrize("given", [{"kind": "earthquake"}, {}, {"kind": "html", "colour": "red"}])
def test_an_order_that_makes_no_sense_is_refused(given: dict[str, Any]) -> None:
    with pytest.raises(ValueError, match=r"earthquake|None|colour"):
        fault_from_json(given)


def test_a_clock_runs_stands_and_can_be_set_off() -> None:
    start = datetime(2026, 5, 19, 12, tzinfo=UTC)
    clock = SandboxClock(start)
    assert timedelta(0) <= clock.now() - start < timedelta(seconds=5)
    clock.freeze()
    before = clock.now()
    assert clock.now() == before
    clock.advance(timedelta(hours=2))
    assert clock.now() - before == timedelta(hours=2)
    clock.set_offset(timedelta(hours=-1))
    assert clock.offset == timedelta(hours=-1)
    clock.run()
    assert abs(datetime.now(UTC) - timedelta(hours=1) - clock.now()) < timedelta(seconds=5)
    assert clock.http_date().endswith(" GMT")


@pytest.mark.parametrize(
    ("moment", "text"),
    [
        (datetime(2026, 5, 19, 12, 30, 15, 250_400, tzinfo=UTC), "2026-05-19T12:30:15.250Z"),
        (datetime(1969, 12, 31, 23, 59, 59, 999_000, tzinfo=UTC), "1969-12-31T23:59:59.999Z"),
    ],
)
def test_moments_are_written_with_milliseconds(moment: datetime, text: str) -> None:
    assert iso(milliseconds(moment)) == text


def test_json_is_compact_and_in_utf8() -> None:
    answer = json_response({"ü": [1, None]}, 201, (("a", "b"),))
    assert (answer.status, answer.body, answer.headers) == (201, '{"ü":[1,null]}'.encode(), (("a", "b"),))
    assert json.loads(answer.body) == {"ü": [1, None]}
