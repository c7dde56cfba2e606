"""HTTP for the road that is taken most: requests that are plain and whole go past h11, all others through it."""

import asyncio
from collections.abc import Callable
from typing import Any

import h11
from uvicorn.protocols.http.h11_impl import STATUS_PHRASES, RequestResponseCycle

from journeydesk.receiver.plain_request import PlainRequest, PlainRequests
from journeydesk.receiver.protocol import BoundedProtocol

_CLOSE = (b"connection", b"close")
_LINES = {status: b"HTTP/1.1 %d %s\r\n" % (status, phrase) for status, phrase in STATUS_PHRASES.items()}


class _PlainCycle(RequestResponseCycle):
    """A plain request and its answer, which is sent in one piece, with its length."""

    def __init__(self, request: PlainRequest, write: Callable[[bytes], None], **options: Any) -> None:
        super().__init__(**options)
        self.body += request.body
        self.more_body = False
        self.message_event.set()
        self._write = write
        self._status = 0
        self._headers: list[tuple[bytes, bytes]] = []
        self._answer = b""

    async def send(self, message: Any) -> None:
        if self.flow.write_paused and not self.disconnected:
            await self.flow.drain()
        if self.disconnected:
            return
        if self.response_complete or self.response_started == (message["type"] == "http.response.start"):
            raise RuntimeError(f"{message['type']} does not follow here")
        if not self.response_started:
            self.response_started = True
            self._status, self._headers = message["status"], [*self.default_headers, *message.get("headers", ())]
            return
        self._answer += message.get("body", b"")
        if message.get("more_body", False):
            return
        self._finish()

    def _finish(self) -> None:
        self.response_complete = True
        self.message_event.set()
        headers = self._headers
        if _CLOSE in headers:
            self.keep_alive = False
        elif not self.keep_alive:
            headers.append(_CLOSE)
        if all(name != b"content-length" for name, _ in headers):
            headers.append((b"content-length", b"%d" % len(self._answer)))
        lines = [b"%b: %b\r\n" % header for header in headers]
        self._write(b"".join((_LINES[self._status], *lines, b"\r\n", self._answer)))
        if not self.keep_alive:
            self.transport.close()
        self.on_response()


class PlainProtocol(BoundedProtocol):
    """A connection on which the `plain` requests go past h11. What comes behind one that is not answered yet waits, unread."""

    plain: PlainRequests

    def __init__(self, *arguments: Any, **options: Any) -> None:
        super().__init__(*arguments, **options)
        self._behind = b""

    def data_received(self, data: bytes) -> None:
        if isinstance(self.cycle, _PlainCycle) and not self.cycle.response_complete:
            self._behind += data
            self.flow.pause_reading()
            return
        request = self.plain.read(data) if self._is_between() else None
        if request is None:
            super().data_received(data)
        else:
            self._take(request)

    def on_response_complete(self) -> None:
        super().on_response_complete()
        if self._behind and not self.transport.is_closing():
            behind, self._behind = self._behind, b""
            self.data_received(behind)

    def _is_between(self) -> bool:
        """Whether h11 has nothing of this connection: no request that began, none that is to be answered."""
        conn = self.conn
        if conn.our_state is not h11.IDLE or conn.their_state is not h11.IDLE:
            return False
        return not conn.trailing_data[0] and not self.transport.is_closing()

    def _take(self, request: PlainRequest) -> None:
        self._unset_keepalive_if_required()
        self._wait_no_longer()
        self.headers = request.headers
        self.scope = {
            "type": "http",
            "asgi": {"version": self.asgi_version, "spec_version": "2.3"},
            "http_version": "1.1",
            "server": self.server,
            "client": self.client,
            "scheme": self.scheme,  # type: ignore[typeddict-item]
            "method": self.plain.method,
            "root_path": "",
            "path": self.plain.path,
            "raw_path": self.plain.path.encode(),
            "query_string": b"",
            "headers": request.headers,
            "state": self.app_state.copy(),
        }
        self.cycle = _PlainCycle(
            request,
            self._answers.write_whole,
            scope=self.scope,
            conn=self.conn,
            transport=self.transport,
            flow=self.flow,
            logger=self.logger,
            access_logger=self.access_logger,
            access_log=False,
            default_headers=self.server_state.default_headers,
            message_event=asyncio.Event(),
            on_response=self.on_response_complete,
        )
        task = self.loop.create_task(self.cycle.run_asgi(self.app))
        task.add_done_callback(self.tasks.discard)
        self.tasks.add(task)
