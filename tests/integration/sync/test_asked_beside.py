"""A process that asks Airtable for a window: it says what this one would hear, and its end costs a request at most."""

import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from journeydesk import child_process
from journeydesk.config import Connections
from journeydesk.domain.errors import JourneydeskError
from journeydesk.remote.airtable.asking import Answer, AskedHere, Trouble
from journeydesk.remote.airtable.asking_beside import AskedBeside
from journeydesk.remote.airtable.session import AirtableSession
from journeydesk.services.sync.session import SyncSession
from journeydesk.sync.budget import Pace
from journeydesk.sync.ports import RemoteUnreachable
from tests.fakes.scripted_service import Reply, ScriptedService, scripted
from tests.integration.sync.base import Base, based

HEAVY = ("pyairtable", "requests", "pydantic")
ANSWERS: dict[str, Any] = {
    "an object": {"records": [{"id": "rec1", "fields": {"a": 1.5, "b": None, "c": ["ä", "蒼"], "d": True}}], "offset": "x"},
    "a large number": Reply(b'{"n": 123456789012345678901234567890, "f": 1e400}'),
    "half a character": Reply(rb'{"name": "\ud83d"}'),
    "deep": Reply("[" * 100_000),
    "a list": [],
    "nothing": Reply("", status=200),
    "no JSON": Reply("{"),
    "no text": Reply(b"\xff\xfe"),
    "a page": Reply("<html>Sign in</html>", content_type="text/html; charset=utf-8"),
    "a clock": Reply({"a": 1}, headers={"Date": "Tue, 19 May 2026 09:05:00 GMT"}),
    "redirect": Reply({}, 302, {"Location": "http://127.0.0.1:9/elsewhere"}),
    "redirect to nowhere": Reply({}, 302, {"Location": "http://[::1"}),
    "refused token": Reply({"errors": ["x"]}, 401),
    "denied": Reply({"error": {"type": "INVALID_PERMISSIONS"}}, 403),
    "gone": Reply({"error": "NOT_FOUND"}, 404),
    "refused": Reply({"error": {"type": "INVALID_VALUE", "message": 'Field "Phone" cannot accept “ä”'}}, 422),
    "down": Reply("<html>busy</html>", 503, content_type="text/html"),
    "down with a number": Reply(7, 500),
    "down with null": Reply(b"null", 500),
    "down with a text": Reply('"error"', 502),
    "not modified": Reply("", 304),
}


@pytest.fixture(scope="module")
def service() -> Iterator[ScriptedService]:
    with scripted() as running:
        yield running


@pytest.fixture(scope="module")
def lasting(service: ScriptedService) -> Iterator[AirtableSession]:
    """A session beside, whose process stays for all its tests."""
    session = session_of(service)
    yield session
    session.let_go()


def session_of(service: ScriptedService, beside: bool = True, token: str = "patTOKEN") -> AirtableSession:
    return AirtableSession(service.url, token, "app1", Pace(0, time.monotonic, time.sleep), beside=beside)


def outcome(session: AirtableSession) -> tuple[object, ...]:
    """What a request came to."""
    session.server_time = ""
    try:
        said = session.send(
            "POST", "app1/tbl1/listRecords", json={"filterByFormula": "{a}='ä\u2028'"}, params={"a[]": ["1", "2"]}
        )
    except JourneydeskError as problem:
        return type(problem), str(problem), session.server_time
    return repr(said), "", session.server_time


def child_of(session: AirtableSession) -> "subprocess.Popen[bytes]":
    asker = session._asker
    assert isinstance(asker, AskedBeside)
    assert asker._child is not None
    return asker._child._process


@pytest.mark.parametrize("name", ANSWERS)
def test_a_process_beside_says_what_is_heard_here(service: ScriptedService, lasting: AirtableSession, name: str) -> None:
    service.answers(ANSWERS[name])
    service.requests.clear()
    beside = outcome(lasting)
    assert beside == outcome(session_of(service, beside=False))
    (asked, again) = service.requests
    assert (asked.method, asked.path, asked.body) == (again.method, again.path, again.body)
    assert asked.headers["Authorization"] == again.headers["Authorization"] == "Bearer patTOKEN"
    assert child_of(lasting).poll() is None


@pytest.mark.parametrize("body", [7, None, True, "error", [], 1.5], ids=str)
def test_a_refusal_of_any_body_is_told_by_its_status(service: ScriptedService, body: object) -> None:
    service.answers(Reply(body if body is not None else b"null", 503))
    answer = AskedHere(service.url, "pat.x", 5).ask("GET", f"{service.url}/v0/x", {})
    assert (answer.trouble, answer.status) == ("", 503)


def test_the_token_stands_in_no_list_of_processes(service: ScriptedService) -> None:
    service.answers({})
    session = session_of(service, token="patSECRET")
    session.send("GET", "x")
    told = Path(f"/proc/{child_of(session).pid}")
    assert b"SECRET" not in (told / "cmdline").read_bytes() + (told / "environ").read_bytes()


def test_an_ended_process_costs_the_request_it_was_at(service: ScriptedService) -> None:
    service.answers({"a": 1})
    session = session_of(service)
    session.send("GET", "x")
    child_of(session).kill()
    child_of(session).wait()
    with pytest.raises(RemoteUnreachable):
        session.send("GET", "x")
    assert [session.send("GET", "x") for _ in range(2)] == [{"a": 1}, {"a": 1}]


@pytest.mark.parametrize("program", [["false"], [sys.executable, "-c", "print('hello')"], ["/no/such/program"]], ids=str)
def test_without_a_process_all_is_asked_here(
    service: ScriptedService, monkeypatch: pytest.MonkeyPatch, program: list[str]
) -> None:
    monkeypatch.setattr(child_process, "own_program", lambda: program)
    service.answers({"a": 1})
    service.requests.clear()
    assert session_of(service).send("GET", "x") == {"a": 1}
    assert len(service.requests) == 1


def test_who_lets_go_ends_the_process_and_may_ask_again(service: ScriptedService) -> None:
    service.answers({"a": 1})
    session = session_of(service)
    session.send("GET", "x")
    child = child_of(session)
    session.let_go()
    assert child.returncode is not None
    assert session.send("GET", "x") == {"a": 1}
    assert child_of(session) is not child


def test_the_process_ends_with_who_asked_though_a_service_hangs() -> None:
    program = (
        "import os, sys, threading, time\nfrom journeydesk.remote.airtable.asking_beside import AskedBeside\n"
        "asker = AskedBeside(sys.argv[1], 'pat.x', 30)\n"
        "asking = threading.Thread(target=asker.ask, args=('GET', sys.argv[1] + '/v0/x', {}), daemon=True)\nasking.start()\n"
        "sys.stdin.readline()\nprint(asker._child._process.pid, flush=True)\nos._exit(0)\n"
    )
    with socket.create_server(("127.0.0.1", 0)) as hanging:
        address = f"http://127.0.0.1:{hanging.getsockname()[1]}"
        words = [sys.executable, "-c", program, address]
        with subprocess.Popen(words, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as who:
            peer, _ = hanging.accept()
            with peer:
                peer.recv(65_536)
                child, said = who.communicate("go on\n")
                # The connection ends with the process that had it, long before its request would have.
                peer.settimeout(10)
                assert peer.recv(1) == b""
        assert int(child) > 0
        assert said == ""


def test_a_session_that_is_forgotten_leaves_no_process(service: ScriptedService) -> None:
    service.answers({})
    session = session_of(service)
    session.send("GET", "x")
    child = child_of(session)
    del session
    assert child.returncode is not None


def test_ctrl_c_in_the_terminal_leaves_the_end_to_who_asks(service: ScriptedService) -> None:
    service.answers({"a": 1})
    session = session_of(service)
    session.send("GET", "x")
    os.kill(child_of(session).pid, signal.SIGINT)
    assert session.send("GET", "x") == {"a": 1}


def test_no_address_in_reach_is_told_by_both() -> None:
    for asker in (AskedHere("http://127.0.0.1:9", "pat.x", 5), AskedBeside("http://127.0.0.1:9", "pat.x", 5)):
        assert asker.ask("GET", "http://127.0.0.1:9/v0/x", {}) == Answer(Trouble.UNREACHABLE)


@pytest.fixture
def base(tmp_path: Path) -> Iterator[Base]:
    with based(tmp_path / "w") as opened:
        yield opened


def test_a_pass_of_a_window_leaves_no_process(base: Base) -> None:
    base.context.asks_beside = True
    known = Connections(base.box.airtable_url, base.box.token, base.box.base_id, None, None, "Amaia Etxarri", None, 0.0)
    session = SyncSession(base.context, known)
    for _ in range(2):
        assert session.run().calls > 0
        remote: Any = session._remote
        assert isinstance(remote._session._asker, AskedBeside)
        assert (remote._session._asker._child, remote._session._asker._here) == (None, None)


def test_a_window_that_synced_holds_no_client_of_airtable(base: Base) -> None:
    program = (
        "import sys\nfrom pathlib import Path\nfrom journeydesk.config import Connections\n"
        "from journeydesk.services.workspace.opening import open_workspace\n"
        "from journeydesk.services.sync.session import SyncSession\n"
        "known = Connections(*sys.argv[2:5], None, None, 'Amaia Etxarri', None, 0.0)\n"
        "context, _ = open_workspace(Path(sys.argv[1]), base_key, known)\n"
        "context.asks_beside = True\n"
        "print(SyncSession(context, known).run().calls, *(name for name in sys.modules if name in heavy))\n"
    )
    key = base.context.database.key
    words = f"base_key = {key!r}\nheavy = {HEAVY!r}\n{program}"
    address = (base.box.airtable_url, base.box.token, base.box.base_id)
    done = subprocess.run(
        [sys.executable, "-c", words, str(base.context.database.folder), *address], capture_output=True, text=True, check=True
    )
    calls, *loaded = done.stdout.split()
    assert int(calls) > 0
    assert loaded == []
