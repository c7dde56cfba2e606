"""Calendars by address: a CalDAV server that is not ours, files over HTTP, and what goes wrong with both."""

import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
import requests

from journeydesk.domain.errors import UserError, WorldError
from journeydesk.services.calendar.sources import add_calendar, calendar_sources, read_calendars, remove_calendar
from journeydesk.services.queries.agenda import agenda
from tests.fakes.open_keyring import OpenKeyring
from tests.integration.calendar import files
from tests.integration.office import Office

pytestmark = pytest.mark.usefixtures("vault")


@dataclass
class Web:
    """What a small web server answers, and what it was asked."""

    status: int = 200
    body: bytes = b""
    headers: dict[str, str] = field(default_factory=dict)
    asked: list[tuple[str, str, str | None]] = field(default_factory=list)
    address: str = ""


@contextmanager
def serving(web: Web) -> Iterator[Web]:
    class Handler(BaseHTTPRequestHandler):
        def __getattr__(self, name: str) -> Callable[[], None]:
            if name in ("do_GET", "do_REPORT"):
                return self._answer
            raise AttributeError(name)

        def _answer(self) -> None:
            web.asked.append((self.command, self.path, self.headers.get("Authorization")))
            unchanged = self.headers.get("If-None-Match") and self.headers["If-None-Match"] == web.headers.get("ETag")
            self.send_response(304 if unchanged else 405 if self.command == "REPORT" else web.status)
            for name, value in web.headers.items():
                self.send_header(name, value)
            body = b"" if unchanged or self.command == "REPORT" else web.body
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, format: str, *args: object) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    web.address = f"http://127.0.0.1:{server.server_port}"
    thread = threading.Thread(target=server.serve_forever, args=(0.01,))
    thread.start()
    try:
        yield web
    finally:
        server.shutdown()
        thread.join()
        server.server_close()


@pytest.fixture
def radicale(tmp_path: Path) -> Iterator[str]:
    """The address of a collection with Google's calendar in it, of the user ann with the password pine."""
    (tmp_path / "users").write_text("ann:pine\n")
    command = [sys.executable, "-W", "ignore", "-m", "tests.integration.calendar.radicale_process", str(tmp_path)]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdin is not None and process.stdout is not None
        address = f"http://127.0.0.1:{process.stdout.readline().strip()}/ann/work/"
        body = files.GOOGLE.replace("\n", "\r\n").encode()
        headers = {"Content-Type": "text/calendar; charset=utf-8"}
        requests.put(address, body, auth=("ann", "pine"), headers=headers, timeout=20).raise_for_status()
        yield address
        process.stdin.close()
        assert process.wait(timeout=20) == 0


def titles(office: Office) -> list[tuple[str, str]]:
    day = agenda(office.context)
    return [(line.title, line.company) for line in (*day.today, *day.upcoming) if line.kind == "meeting"]


def test_a_caldav_calendar_stands_in_today_with_its_prospect(office: Office, radicale: str) -> None:
    office.prospect(company="Marrow & Pine", contact_name="Ottilie", email="ottilie@pine.example")
    source = add_calendar(office.context, radicale, name="Work", user="ann", password="pine")
    assert (source.name, source.kind, source.problem) == ("Work", "address", None)
    assert titles(office) == [("Pilot review, start date", "Marrow & Pine"), ("Trade fair", "")]
    day = agenda(office.context)
    [meeting] = [line for line in day.today if line.kind == "meeting"]
    assert meeting.at is not None and f"{meeting.at:%H:%M}" == "12:00"
    assert meeting.detail == "until 14:30 · online"
    assert read_calendars(office.context, force=True) == []
    remove_calendar(office.context, source.id)
    assert (titles(office), calendar_sources(office.context)) == ([], [])


def test_a_wrong_password_keeps_nothing(office: Office, radicale: str) -> None:
    with pytest.raises(UserError, match="does not take the name and password"):
        add_calendar(office.context, radicale, user="ann", password="oak")
    assert calendar_sources(office.context) == []


def test_a_file_over_http_is_read_again_only_where_it_changed(office: Office) -> None:
    body = files.APPLE.replace("\n", "\r\n").encode()
    with serving(Web(body=body, headers={"ETag": '"1"'})) as web:
        add_calendar(office.context, f"{web.address}/c.ics")
        assert [title for title, _ in titles(office)] == ["Floating breakfast", "Call with New York"][::-1]
        office.pass_time(minutes=20)
        assert read_calendars(office.context) == []
        web.body, web.headers = files.event("DTSTART:20260520T100000Z", "SUMMARY:Another"), {"ETag": '"2"'}
        office.pass_time(minutes=20)
        read_calendars(office.context)
        assert [title for title, _ in titles(office)] == ["Another"]
    assert [method for method, _, _ in web.asked] == ["GET", "GET", "GET"]


def test_a_calendar_that_was_not_reached_is_not_added(office: Office) -> None:
    with serving(Web(body=b"")) as web:
        gone = f"{web.address}/c.ics"
    with pytest.raises(WorldError, match=r"was not reached\. Nothing was added"):
        add_calendar(office.context, gone)
    assert calendar_sources(office.context) == []


def test_what_was_read_stays_while_its_server_is_gone(office: Office) -> None:
    with serving(Web(body=files.event("DTSTART:20260520T100000Z", "SUMMARY:Stays"))) as web:
        add_calendar(office.context, f"{web.address}/c.ics")
    office.pass_time(minutes=20)
    [problem] = read_calendars(office.context)
    assert "was not reached. It is tried again by itself." in problem
    assert titles(office) == [("Stays", "")]
    assert calendar_sources(office.context)[0].problem is not None


@pytest.mark.parametrize(
    ("status", "body", "kind", "words"),
    [
        (200, b"<html>Welcome to the hotel</html>", UserError, "is no calendar"),
        (404, b"", UserError, "no calendar at 127.0.0.1 any more"),
        (403, b"", UserError, "does not let this account"),
        (500, b"", WorldError, "answered 500"),
    ],
)
def test_an_answer_that_is_no_calendar_says_so(
    office: Office, status: int, body: bytes, kind: type[Exception], words: str
) -> None:
    with serving(Web(status, body)) as web, pytest.raises(kind, match=words):
        add_calendar(office.context, f"{web.address}/c.ics")
    assert calendar_sources(office.context) == []


def test_a_password_is_sent_to_no_other_host(office: Office) -> None:
    meeting = files.event("DTSTART:20260520T100000Z", "SUMMARY:x")
    with serving(Web(body=meeting)) as other, serving(Web(302)) as web:
        web.headers = {"Location": f"{other.address}/c.ics"}
        add_calendar(office.context, f"{web.address}/c.ics", user="ann", password="pine")
    assert web.asked[0][2] is not None
    assert [authorization for _, _, authorization in other.asked] == [None]


@pytest.mark.parametrize(
    "address", ["http://calendar.example/c.ics", "ftp://calendar.example/c.ics", "https://ann:pine@calendar.example/"]
)
def test_an_address_that_is_not_safe_is_refused(office: Office, address: str) -> None:
    with pytest.raises(UserError):
        add_calendar(office.context, address)


def test_a_redirect_to_an_unsafe_address_is_not_followed(office: Office) -> None:
    with serving(Web(302, headers={"Location": "file:///etc/passwd"})) as web, pytest.raises(UserError):
        add_calendar(office.context, f"{web.address}/c.ics")


def test_an_entity_bomb_is_not_unpacked(office: Office) -> None:
    from journeydesk.remote.calendar import fetching

    bomb = b'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><x>&b;</x>'
    answer = requests.Response()
    answer.status_code, answer._content = 207, bomb
    session = requests.Session()
    session.request = lambda *_args, **_options: answer  # type: ignore[method-assign]
    with pytest.raises(WorldError, match="no list of meetings"):
        fetching._ask(session, "https://c.example/", office.context.clock(), office.context.clock())


def test_a_file_on_disk_is_read_and_says_when_it_went(office: Office, tmp_path: Path) -> None:
    file = tmp_path / "mine.ics"
    file.write_bytes(files.event("DTSTART:20260520T100000Z", "SUMMARY:Mine"))
    add_calendar(office.context, str(file))
    assert titles(office) == [("Mine", "")]
    file.unlink()
    office.pass_time(minutes=20)
    [problem] = read_calendars(office.context)
    assert "Choose the file again" in problem
    assert titles(office) == [("Mine", "")]


def test_a_meeting_is_neither_finished_nor_postponed_here(office: Office, tmp_path: Path) -> None:
    from journeydesk.services.commands.agenda import delete_lines, finish_lines, postpone_lines

    office.prospect(company="Pine", email="ottilie@pine.example")
    file = tmp_path / "mine.ics"
    file.write_bytes(files.event("DTSTART:20260520T100000Z", "SUMMARY:Mine", "ATTENDEE:mailto:ottilie@pine.example"))
    add_calendar(office.context, str(file))
    lines = [line for line in agenda(office.context).upcoming if line.kind == "meeting"]
    before = office.contents()
    finish_lines(office.context, lines)
    postpone_lines(office.context, lines, "3d")
    delete_lines(office.context, lines)
    assert office.contents() == before


def test_a_calendars_password_goes_with_it_and_its_number_is_free(office: Office, vault: OpenKeyring) -> None:
    with serving(Web(body=files.event("DTSTART:20260520T100000Z", "SUMMARY:x"))) as web:
        first = add_calendar(office.context, f"{web.address}/a.ics", user="ann", password="pine")
        second = add_calendar(office.context, f"{web.address}/b.ics", user="ann", password="oak")
        assert sorted(vault.secrets.values()) == ["oak", "pine"]
        remove_calendar(office.context, first.id)
        assert list(vault.secrets.values()) == ["oak"]
        assert add_calendar(office.context, f"{web.address}/c.ics").id == first.id != second.id
