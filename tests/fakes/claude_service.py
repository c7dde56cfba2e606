"""Claude's side of the line on this computer: streams an answer as the real one does, or fails as a test wrote down."""

import json
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any


@dataclass
class ClaudeService:
    """`answer` makes the text of the reply to a request's body; `status` and `body` fail instead. `pause` seconds lie between events, of
    `piece` characters each; `stop` is the stop reason."""

    url: str = ""
    answer: Callable[[dict[str, Any]], str] = lambda _body: "{}"
    status: int = 200
    body: str = ""
    pause: float = 0.0
    piece: int = 4_000
    stop: str = "end_turn"
    requests: list[tuple[dict[str, str], dict[str, Any]]] = field(default_factory=list)


def _events(service: ClaudeService, text: str) -> Iterator[tuple[str, dict[str, Any]]]:
    message: dict[str, Any] = {
        "id": "msg_1",
        "type": "message",
        "role": "assistant",
        "model": "m",
        "content": [],
        "stop_reason": None,
    }
    usage = {"input_tokens": 1, "output_tokens": 1}
    yield "message_start", {"type": "message_start", "message": message | {"stop_sequence": None, "usage": usage}}
    yield "content_block_start", {"type": "content_block_start", "index": 0, "content_block": {"type": "text", "text": ""}}
    for start in range(0, len(text), service.piece):
        delta = {"type": "text_delta", "text": text[start : start + service.piece]}
        yield "content_block_delta", {"type": "content_block_delta", "index": 0, "delta": delta}
    yield "content_block_stop", {"type": "content_block_stop", "index": 0}
    ended = {"stop_reason": service.stop, "stop_sequence": None}
    yield "message_delta", {"type": "message_delta", "delta": ended, "usage": {"output_tokens": 1}}
    yield "message_stop", {"type": "message_stop"}


@contextmanager
def claude_service() -> Iterator[ClaudeService]:
    """The service while it runs, on a port of its own."""
    service = ClaudeService()

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            body = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
            service.requests.append((dict(self.headers), body))
            if service.body or service.status != 200:
                content = service.body.encode()
                self.send_response(service.status)
                self.send_header("Content-Type", "text/html" if service.body.startswith("<") else "application/json")
                self.send_header("Content-Length", str(len(content)))
                self.end_headers()
                self.wfile.write(content)
                return
            self.send_response(200)
            self.send_header("Content-Type", "text/event-stream")
            self.end_headers()
            try:
                for name, event in _events(service, service.answer(body)):
                    self.wfile.write(f"event: {name}\ndata: {json.dumps(event)}\n\n".encode())
                    self.wfile.flush()
                    time.sleep(service.pause)
            except OSError:
                return

        def log_message(self, format: str, *args: object) -> None:
            return

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads = True
    threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True).start()
    service.url = f"http://127.0.0.1:{server.server_address[1]}"
    try:
        yield service
    finally:
        server.shutdown()
        server.server_close()
