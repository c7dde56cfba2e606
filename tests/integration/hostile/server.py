"""A service over a real socket whose every byte a test decides: for what no well-behaved server can send."""

import contextlib
import socket
import ssl
import threading
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

Answer = Callable[[socket.socket, bytes], None]
"""Answers one request, whose bytes are given; the connection is closed afterwards."""


@dataclass
class HostileServer:
    """Listens on loopback; `requests` are those that came whole, `accepted` counts connections."""

    port: int
    requests: list[bytes] = field(default_factory=list)
    accepted: int = 0

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.port}"


@contextlib.contextmanager
def hostile(answer: Answer, context: ssl.SSLContext | None = None) -> Iterator[HostileServer]:
    """The server while it runs; with a `context` it speaks TLS."""
    listener = socket.create_server(("127.0.0.1", 0))
    server = HostileServer(listener.getsockname()[1])

    def serve() -> None:
        while True:
            try:
                connection, _ = listener.accept()
            except OSError:
                return
            server.accepted += 1
            threading.Thread(target=handle, args=(connection,), daemon=True).start()

    def handle(connection: socket.socket) -> None:
        with contextlib.suppress(OSError), contextlib.closing(connection):
            peer = connection if context is None else context.wrap_socket(connection, server_side=True)
            with contextlib.closing(peer):
                if request := _request(peer):
                    server.requests.append(request)
                    answer(peer, request)
                    peer.shutdown(socket.SHUT_WR)

    thread = threading.Thread(target=serve, daemon=True)
    thread.start()
    try:
        yield server
    finally:
        # Closing alone would leave the thread in `accept`.
        with contextlib.suppress(OSError):
            listener.shutdown(socket.SHUT_RDWR)
        listener.close()
        thread.join(5)


def _request(peer: socket.socket) -> bytes:
    """One request with its body; empty where the client went away."""
    request = b""
    while b"\r\n\r\n" not in request:
        if not (piece := peer.recv(65_536)):
            return b""
        request += piece
        if request[:1] == b"\x16":
            # A greeting in TLS, to a server without it.
            return request
    head, _, body = request.partition(b"\r\n\r\n")
    length = next((int(line[15:]) for line in head.split(b"\r\n") if line.lower().startswith(b"content-length:")), 0)
    while len(body) < length:
        body += peer.recv(65_536)
    return head + b"\r\n\r\n" + body


def dripping(whole: bytes, seconds: float = 0.05) -> Answer:
    """Sends the bytes one at a time, with a pause after each."""

    def answer(peer: socket.socket, _request: bytes) -> None:
        for place in range(len(whole)):
            peer.sendall(whole[place : place + 1])
            time.sleep(seconds)

    return answer


def replying(body: bytes, *headers: str) -> Answer:
    """A whole answer of JSON, with these further header lines."""
    lines = ["HTTP/1.1 200 OK", "Content-Type: application/json", f"Content-Length: {len(body)}", "Connection: close", *headers]

    def answer(peer: socket.socket, _request: bytes) -> None:
        peer.sendall("\r\n".join(lines).encode() + b"\r\n\r\n" + body)

    return answer
