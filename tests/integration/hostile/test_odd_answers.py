"""Row 69 of the fault matrix for those that are asked with other libraries: webhooks out and analytics, Claude, calendars, Make."""

import gzip
import socket
import threading
import time
import tracemalloc
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import anthropic  # noqa: F401 - before anything is measured
import pytest

from journeydesk.domain.errors import UserError, WorldError
from journeydesk.domain.generated.cleaning import NoAnswer
from journeydesk.remote.calendar import fetching
from journeydesk.remote.claude import client
from journeydesk.remote.claude.problems import ClaudeLate, ClaudeRefused
from journeydesk.remote.mail.oauth import provider, refreshed
from journeydesk.remote.make.client import MakeClient
from journeydesk.remote.make.refusals import MakeTrouble
from journeydesk.remote.posting.post import PostAnswer, post
from tests.fakes.scripted_service import Reply, scripted
from tests.integration.hostile.server import Answer, hostile, replying

pytestmark = pytest.mark.fault(69)

EVENTS = b"HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\n"
MEGABYTE = 1024 * 1024
SINCE = datetime(2026, 5, 19, tzinfo=UTC)


def _peak(act: Callable[[], object]) -> int:
    tracemalloc.start()
    try:
        act()
        return tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()


def _without_end(head: bytes, stopped: threading.Event) -> Answer:
    """Sends a line that never ends, as fast as it is taken; `stopped` says when nobody took any more."""

    def answer(peer: socket.socket, _request: bytes) -> None:
        peer.sendall(head + b"\r\ndata: ")
        try:
            while True:
                peer.sendall(b"x" * 100_000)
        finally:
            stopped.set()

    return answer


def _posted(answer: Answer) -> PostAnswer:
    with hostile(answer) as server:
        return post(server.url, b"{}", {}, allow_private=True, seconds=2)


@pytest.mark.parametrize("times", [1, 2])
def test_an_answer_to_a_post_is_not_unpacked_without_end(times: int) -> None:
    body, encoding = b" " * (64 * MEGABYTE), ["gzip"] * times
    for _ in encoding:
        body = gzip.compress(body, 9)
    found: list[PostAnswer] = []
    peak = _peak(lambda: found.append(_posted(replying(body, f"Content-Encoding: {', '.join(encoding)}"))))
    assert found[0].is_success
    assert peak < 8 * MEGABYTE


def test_an_answer_to_a_post_that_is_packed_all_the_same_is_read() -> None:
    body = gzip.compress(b'{"code": 200}')
    assert _posted(replying(body, "Content-Encoding: gzip")).text == '{"code": 200}'
    assert _posted(replying(b"no gzip", "Content-Encoding: gzip")) == _text("")


def _text(text: str) -> object:
    class _Says:
        def __eq__(self, other: object) -> bool:
            return isinstance(other, PostAnswer) and (other.status, other.text) == (200, text)

    return _Says()


@pytest.mark.parametrize(
    "raw",
    [
        b"",
        b"HTTP/1.1 2000 What\r\n\r\n",
        b"HTTP/1.1 200 OK\r\nContent-Length: -5\r\n\r\n",
        b"HTTP/1.1 200 OK\r\nContent-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n",
        b"HTTP/1.1 200 OK\r\nX: " + b"y" * 200_000 + b"\r\n\r\n",
        b"220 mail ready\r\n",
        b"HTTP/1.1 200 OK\r\nContent-Length: 50\r\n\r\ncut",
    ],
    ids=lambda raw: repr(raw[:40]),
)
def test_what_is_no_http_is_no_success_of_a_post(raw: bytes) -> None:
    answer = _posted(lambda peer, _request: peer.sendall(raw))
    assert not answer.is_success
    assert answer.text


def _asked(url: str, seconds: float = 0.8) -> str:
    return client.ask("sk-ant-x", url, "claude-haiku-5-5", "Write.", {"company": "Nordlicht"}, {"type": "object"}, seconds)


@pytest.mark.parametrize("status", [b"200 OK", b"500 Trouble"])
def test_a_line_of_claude_without_end_is_left(status: bytes) -> None:
    stopped = threading.Event()
    with hostile(_without_end(EVENTS.replace(b"200 OK", status), stopped)) as server:
        assert _peak(lambda: _refused(server.url)) < 16 * MEGABYTE
        assert stopped.wait(3)


def _refused(url: str) -> None:
    with pytest.raises((ClaudeLate, NoAnswer)):
        _asked(url)


def test_a_packed_answer_of_claude_is_none() -> None:
    body = gzip.compress(b"data: " + b" " * (64 * MEGABYTE))
    with hostile(replying(body, "Content-Encoding: gzip")) as server:
        assert _peak(lambda: _refused(server.url)) < 20 * MEGABYTE


ODD: dict[str, bytes] = {
    "nothing": EVENTS + b"Content-Length: 0\r\n\r\n",
    "no content": b"HTTP/1.1 204 No Content\r\n\r\n",
    "elsewhere": b"HTTP/1.1 302 Found\r\nLocation: http://127.0.0.1:1/\r\nContent-Length: 0\r\n\r\n",
    "events of nothing": EVENTS + b"\r\nevent: message_start\r\ndata: null\r\n\r\n",
    "a list": EVENTS + b"\r\nevent: message_start\r\ndata: [1]\r\n\r\n",
    "a text without a message": EVENTS
    + b'\r\nevent: content_block_delta\r\ndata: {"type":"content_block_delta","index":7,"delta":{"type":"text_delta","text":5}}\r\n\r\n',
    "no letters": EVENTS + b"\r\ndata: \xff\xfe\x00\r\n\r\n",
    "an end before its time": EVENTS + b"\r\nevent: message_start\r\ndata: {",
    "an error of another shape": b"HTTP/1.1 400 Bad\r\nContent-Type: application/json\r\nContent-Length: 4\r\n\r\n[[]]",
}


@pytest.mark.parametrize("name", ODD)
def test_what_claude_never_says_is_no_answer(name: str) -> None:
    with hostile(lambda peer, _request: peer.sendall(ODD[name])) as server:
        with pytest.raises((ClaudeLate, ClaudeRefused, NoAnswer)):
            _asked(server.url)
        assert len(server.requests) == 1


def _read(url: str) -> fetching.Fetched:
    return fetching.fetch(url, "ann", "secret", "", SINCE, SINCE + timedelta(days=14))


@pytest.mark.parametrize(
    "where", ["http://[::1", "http://10.1.2.3/", "ftp://x/", "https://[bad", "https://a:99999999/", "\xff\xfe", "https://"]
)
def test_a_calendar_that_sends_to_no_address_is_said(where: str) -> None:
    line = f"HTTP/1.1 302 Found\r\nLocation: {where}\r\nContent-Length: 0\r\n\r\n".encode("latin-1")
    with hostile(lambda peer, _request: peer.sendall(line)) as server, pytest.raises((UserError, WorldError)):
        _read(server.url + "/cal.ics")


def test_a_calendar_outside_may_not_send_into_this_network(monkeypatch: pytest.MonkeyPatch) -> None:
    inside = {"127.0.0.1": False, "localhost": True}
    monkeypatch.setattr(fetching, "is_inside", lambda host: inside[host])
    with scripted() as service:
        port = service.url.rpartition(":")[2]
        service.answers(Reply(status=302, headers={"Location": f"http://localhost:{port}/admin"}))
        with pytest.raises(UserError, match="not safe to follow"):
            _read(service.url + "/cal.ics")
        assert len(service.requests) == 1


@pytest.mark.parametrize(
    "body",
    [
        '<?xml version="1.0" encoding="utf-16"?><!DOCTYPE d [<!ENTITY a "xxxxxxxxxx">]><d>&a;</d>'.encode("utf-16"),
        b"<a" * 50_000,
        b"<?xml version='1.0' encoding='no-such'?><a/>",
        b"\xff" * 100,
        b"",
    ],
    ids=["entities in another encoding", "nested", "no encoding", "no text", "nothing"],
)
def test_a_list_of_meetings_that_is_none_is_said(body: bytes) -> None:
    head = f"HTTP/1.1 207 Multi-Status\r\nContent-Length: {len(body)}\r\n\r\n".encode()
    with hostile(lambda peer, _request: peer.sendall(head + body)) as server, pytest.raises(WorldError, match="no list of"):
        _read(server.url + "/cal/")


@pytest.mark.parametrize(
    "line",
    [
        {"id": "a", "timestamp": "0001-01-01T00:00:00+14:00"},
        {"id": "a", "timestamp": "9999-12-31T23:59:59Z"},
        {"id": "a", "timestamp": "soon"},
    ],
)
def test_a_run_at_a_time_that_cannot_be_is_not_believed(line: object) -> None:
    with scripted() as service, MakeClient(service.url, "token") as make:
        service.answers(Reply({"scenarioLogs": [line]}))
        with pytest.raises(MakeTrouble, match="could not be read"):
            make.log(1)


def test_numbers_of_make_that_nothing_holds_are_not_believed() -> None:
    with scripted() as service, MakeClient(service.url, "token") as make:
        service.answers(Reply({"scenarioLogs": [{"id": "a", "timestamp": "2026-05-19T08:00:00Z", "duration": 10**400}]}))
        assert make.log(1)[0].seconds == 0
        service.answers(Reply({"scenarios": [{"id": 10**40}]}))
        with pytest.raises(MakeTrouble, match="could not be read"):
            make.scenarios(1)


@pytest.mark.parametrize("status", [200, 400])
def test_brackets_without_end_are_a_sentence(status: int) -> None:
    google = provider("google", None)
    with scripted() as service, MakeClient(service.url, "token") as make:
        service.answers(Reply("[" * 200_000, status))
        with pytest.raises((UserError, WorldError)):
            make.log(1)
        with pytest.raises((UserError, WorldError)):
            refreshed(replace(google, token=f"{service.url}/token"), "id", "", "kept")


def test_a_deadline_leaves_no_thread_reading() -> None:
    """A silent Claude: the thread that was left behind ends by itself."""
    with hostile(lambda _peer, _request: time.sleep(5)) as server, pytest.raises(ClaudeLate):
        _asked(server.url, 0.3)
    until = time.monotonic() + 3
    while any(thread.name == "claude" for thread in threading.enumerate()) and time.monotonic() < until:
        time.sleep(0.02)
    assert not any(thread.name == "claude" for thread in threading.enumerate())
