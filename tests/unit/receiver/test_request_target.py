"""Request lines in absolute form read as those in origin form."""

import asyncio
from typing import Any

import pytest

from journeydesk.receiver.request_target import OriginForm

PLAIN = [(b"host", b"here.example.com"), (b"accept", b"*/*")]


def seen(path: str, headers: list[tuple[bytes, bytes]] = PLAIN, **more: Any) -> dict[str, Any]:
    """The scope that an application is given."""
    given: list[dict[str, Any]] = []

    async def application(scope: Any, _receive: Any, _send: Any) -> None:
        given.append(scope)

    scope = {"type": "http", "path": path, "raw_path": path.encode(), "headers": headers} | more
    asyncio.run(OriginForm(application)(scope, None, None))  # type: ignore[arg-type]
    return given[0]


@pytest.mark.parametrize(
    ("line", "host", "path"),
    [
        ("http://desk.example.com/api/events", b"desk.example.com", "/api/events"),
        ("HTTPS://Desk.example.com:8443/api", b"Desk.example.com:8443", "/api"),
        ("http://[::1]:8080/api", b"[::1]:8080", "/api"),
        ("http://desk.example.com", b"desk.example.com", "/"),
        ("http://desk.example.com/http://other.example.com/", b"desk.example.com", "/http://other.example.com/"),
    ],
)
def test_a_line_with_a_host_names_host_and_path(line: str, host: bytes, path: str) -> None:
    scope = seen(line)
    assert scope["path"] == path
    assert scope["raw_path"] == path.encode()
    assert [value for name, value in scope["headers"] if name == b"host"] == [host]
    assert (b"accept", b"*/*") in scope["headers"]


def test_escapes_in_a_path_are_read_once() -> None:
    scope = seen("", raw_path=b"http://desk.example.com/a%20b%2520")
    assert (scope["path"], scope["raw_path"]) == ("/a b%20", b"/a%20b%2520")


@pytest.mark.parametrize(
    "path", ["/", "/api", "//desk.example.com/api", "*", "ftp://desk.example.com/", "desk.example.com:443"]
)
def test_any_other_line_stays_as_it_came(path: str) -> None:
    scope = seen(path)
    assert (scope["path"], scope["headers"]) == (path, PLAIN)
