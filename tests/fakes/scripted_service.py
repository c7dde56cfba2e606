"""A service on this computer that answers what a test wrote down, however wrong: for clients of HTTP."""

import json
import threading
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer


@dataclass(frozen=True)
class Reply:
    """One answer: `body` goes out as JSON unless it is text or bytes. A header that is None is left out."""

    body: object = field(default_factory=dict)
    status: int = 200
    headers: Mapping[str, str] = field(default_factory=dict)
    content_type: str = "application/json"

    def content(self) -> bytes:
        """The bytes of the body."""
        if isinstance(self.body, bytes):
            return self.body
        return (self.body if isinstance(self.body, str) else json.dumps(self.body)).encode()


@dataclass(frozen=True)
class Request:
    """One request as it came: `body` is its JSON, None without any."""

    method: str
    path: str
    body: object
    headers: Mapping[str, str]


class ScriptedService:
    """Gives its replies in order, the last one again and again; remembers the requests."""

    def __init__(self) -> None:
        self.replies: list[Reply] = [Reply()]
        self.requests: list[Request] = []
        self.url = ""

    def answers(self, *replies: Reply | object) -> None:
        """What is answered from now on; what is no Reply is the JSON of one."""
        self.replies = [reply if isinstance(reply, Reply) else Reply(reply) for reply in replies]

    def take(self, request: Request) -> Reply:
        """The reply to the next request."""
        self.requests.append(request)
        return self.replies.pop(0) if len(self.replies) > 1 else self.replies[0]


@contextmanager
def scripted() -> Iterator[ScriptedService]:
    """The service while it runs, on a port of its own."""
    service = ScriptedService()

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def _answer(self) -> None:
            length = int(self.headers.get("Content-Length") or 0)
            text = self.rfile.read(length)
            sent = json.loads(text) if text[:1] in (b"{", b"[") else None
            reply = service.take(Request(self.command, self.path, sent, dict(self.headers)))
            content = reply.content()
            self.send_response_only(reply.status)
            headers = {"Content-Type": reply.content_type, "Content-Length": str(len(content)), **reply.headers}
            for name, value in headers.items():
                self.send_header(name, value)
            self.end_headers()
            self.wfile.write(content)

        do_GET = do_POST = do_PATCH = do_DELETE = _answer  # noqa: N815 - the names that the server calls

        def log_message(self, format: str, *args: object) -> None:
            return

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads = True
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True)
    thread.start()
    service.url = f"http://127.0.0.1:{server.server_address[1]}"
    try:
        yield service
    finally:
        server.shutdown()
        server.server_close()
        thread.join()
