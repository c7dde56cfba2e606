"""A small HTTP/1.1 server on loopback that can also fail on purpose.

The wire format is h11's; this module only moves bytes. It is not built on an application framework because a stand-in
must be able to hang up before, after and in the middle of an answer, which those do not offer.
"""

import asyncio
import json
import threading
from collections.abc import Callable, Mapping
from dataclasses import field
from enum import Enum
from http import HTTPStatus
from typing import Any, TypeVar
from urllib.parse import parse_qsl, unquote, urlsplit

import h11

from journeydesk.domain.frozen_data import dataclass

MAX_BODY_BYTES = 8 * 1024 * 1024
_MAX_HEAD_BYTES = 128 * 1024
_LINGER_S = 2.0

T = TypeVar("T")


class Cut(Enum):
    """Where the connection is cut."""

    UNANSWERED = "unanswered"
    HALFWAY = "halfway"


@dataclass(frozen=True, slots=True)
class Request:
    """One request. `segments` are the path's parts, decoded; `query` keeps order and repeats; header names are lower case."""

    method: str
    target: str
    segments: tuple[str, ...]
    query: tuple[tuple[str, str], ...]
    headers: Mapping[str, str]
    body: bytes


@dataclass(frozen=True, slots=True)
class Response:
    """One answer; `delay_s` holds it back, `cut` ends the connection instead of completing it, `trickle_s` is the time from one
    byte of the body to the next, or from one of its `pieces`."""

    status: int
    body: bytes = b""
    content_type: str = "application/json; charset=utf-8"
    headers: tuple[tuple[str, str], ...] = ()
    delay_s: float = 0.0
    cut: Cut | None = None
    trickle_s: float = 0.0
    pieces: tuple[bytes, ...] = ()


Handler = Callable[[Request], Response]


def json_response(value: Any, status: int = 200, headers: tuple[tuple[str, str], ...] = ()) -> Response:
    """`value` as compact JSON in UTF-8."""
    body = json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode("utf-8", "backslashreplace")
    return Response(status, body, headers=headers)


def parse_target(method: str, target: str, headers: Mapping[str, str], body: bytes) -> Request:
    """Take a request target apart: path segments and query pairs, percent-decoded."""
    split = urlsplit(target)
    segments = tuple(unquote(part) for part in split.path.split("/") if part)
    return Request(method, target, segments, tuple(parse_qsl(split.query, keep_blank_values=True)), headers, body)


@dataclass(slots=True)
class _Incoming:
    head: h11.Request
    body: bytearray = field(default_factory=bytearray)


class _Connection(asyncio.Protocol):
    """One client connection: requests in, answers out, one at a time and in order."""

    def __init__(self, handler: Handler, open_transports: set[asyncio.Transport]) -> None:
        self._handler = handler
        self._open = open_transports
        self._h11 = h11.Connection(h11.SERVER, max_incomplete_event_size=_MAX_HEAD_BYTES)
        self._incoming: _Incoming | None = None
        self._transport: asyncio.Transport | None = None
        self._ending = False

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        assert isinstance(transport, asyncio.Transport)
        self._transport = transport
        self._open.add(transport)

    def connection_lost(self, exc: Exception | None) -> None:
        if self._transport is not None:
            self._open.discard(self._transport)
        self._transport = None

    def data_received(self, data: bytes) -> None:
        if self._ending:
            return
        self._h11.receive_data(data)
        self._take_events()

    def _take_events(self) -> None:
        while self._transport is not None and not self._ending:
            try:
                event = self._h11.next_event()
            except h11.RemoteProtocolError as error:
                self._refuse(error)
                return
            if event is h11.NEED_DATA or event is h11.PAUSED:
                return
            if isinstance(event, h11.Request):
                self._begin(event)
            elif isinstance(event, h11.Data) and self._incoming is not None:
                self._incoming.body += event.data
                if len(self._incoming.body) > MAX_BODY_BYTES:
                    self._send(Response(413, b"", "text/plain"))
                    return
            elif isinstance(event, h11.EndOfMessage):
                self._answer()
            elif isinstance(event, h11.ConnectionClosed):
                self._transport.close()
                return

    def _begin(self, head: h11.Request) -> None:
        self._incoming = _Incoming(head)
        if self._h11.they_are_waiting_for_100_continue and self._transport is not None:
            go_on = h11.InformationalResponse(status_code=100, headers=[])
            self._transport.write(self._h11.send(go_on) or b"")

    def _answer(self) -> None:
        incoming, self._incoming = self._incoming, None
        assert incoming is not None
        headers = {name.decode("latin-1"): value.decode("latin-1") for name, value in incoming.head.headers}
        method = incoming.head.method.decode("ascii")
        request = parse_target(method, incoming.head.target.decode("latin-1"), headers, bytes(incoming.body))
        response = self._handler(request)
        if response.delay_s > 0:
            asyncio.get_running_loop().call_later(response.delay_s, self._resume, response)
        else:
            self._send(response)

    def _resume(self, response: Response) -> None:
        self._send(response)
        self._take_events()

    def _send(self, response: Response) -> None:
        transport = self._transport
        if transport is None:
            return
        if response.cut is Cut.UNANSWERED:
            transport.abort()
            return
        headers = [
            ("content-type", response.content_type),
            ("content-length", str(len(response.body))),
            *response.headers,
        ]
        known = response.status in HTTPStatus._value2member_map_
        reason = HTTPStatus(response.status).phrase if known else ""
        head = h11.Response(status_code=response.status, headers=headers, reason=reason)
        out = self._h11.send(head) or b""
        if response.cut is Cut.HALFWAY:
            transport.write(out + response.body[: len(response.body) // 2])
            transport.close()
            return
        if response.trickle_s:
            transport.write(out)
            pieces = response.pieces or tuple(response.body[place : place + 1] for place in range(len(response.body)))
            self._trickle(list(reversed(pieces)), response.trickle_s)
            return
        out += self._h11.send(h11.Data(data=response.body)) or b""
        out += self._h11.send(h11.EndOfMessage()) or b""
        transport.write(out)
        if self._h11.our_state is h11.DONE and self._h11.their_state is h11.DONE:
            self._h11.start_next_cycle()
        else:
            self._end(transport)

    def _end(self, transport: asyncio.Transport) -> None:
        """Ends our side and reads on for a while: closing over bytes that nobody read would take the answer from the client."""
        if self._ending:
            return
        self._ending = True
        transport.write_eof()
        asyncio.get_running_loop().call_later(_LINGER_S, transport.abort)

    def _trickle(self, pieces: list[bytes], seconds: float) -> None:
        """Writes the last of these, then those before it."""
        if self._transport is None or not pieces:
            return
        self._transport.write(pieces.pop())
        asyncio.get_running_loop().call_later(seconds, self._trickle, pieces, seconds)

    def _refuse(self, error: h11.RemoteProtocolError) -> None:
        transport = self._transport
        if transport is None:
            return
        if self._h11.our_state in {h11.IDLE, h11.SEND_RESPONSE}:
            self._send(Response(error.error_status_hint, str(error).encode(), "text/plain"))
        self._end(transport)


class WebServer:
    """The server and its thread. Handlers run on that one thread, so what they own needs no lock."""

    def __init__(self, handler: Handler, port: int = 0) -> None:
        """Listen on 127.0.0.1, on `port` or on a free one; raises OSError if that port is taken."""
        self._handler = handler
        self._loop = asyncio.new_event_loop()
        self._transports: set[asyncio.Transport] = set()
        try:
            self._server = self._loop.run_until_complete(
                self._loop.create_server(lambda: _Connection(self._handler, self._transports), "127.0.0.1", port)
            )
        except OSError:
            self._loop.close()
            raise
        self.port: int = self._server.sockets[0].getsockname()[1]
        self._thread = threading.Thread(target=self._loop.run_forever, name="sandbox", daemon=True)
        self._thread.start()

    def call(self, work: Callable[[], T]) -> T:
        """Run `work` on the server's thread, between requests, and return what it returns or raise what it raises."""

        async def run() -> T:
            return work()

        return asyncio.run_coroutine_threadsafe(run(), self._loop).result(timeout=60)

    def stop(self) -> None:
        """Close every connection and the port; returns when the thread has ended."""
        if self._loop.is_closed():
            return
        asyncio.run_coroutine_threadsafe(self._close(), self._loop).result(timeout=10)
        self._loop.call_soon_threadsafe(self._loop.stop)
        self._thread.join(timeout=10)
        self._loop.close()

    async def _close(self) -> None:
        self._server.close()
        for transport in list(self._transports):
            transport.abort()
        await self._server.wait_closed()
        await asyncio.sleep(0)
