"""A server of lines on loopback, a thread for each connection: what SMTP and IMAP have in common."""

import base64
import binascii
import contextlib
import socket
import socketserver
import threading
from abc import ABC, abstractmethod
from typing import Any

MOST_LINE = 64 * 1024
CHALLENGE = "eyJzdGF0dXMiOiI0MDEiLCJzY2hlbWVzIjoiYmVhcmVyIn0="
"""What is said to a token that is not taken (XOAUTH2): the status 401."""


class LineHandler(socketserver.StreamRequestHandler, ABC):
    """Reads and writes lines; `over` ends the conversation."""

    timeout = 120
    over = False

    def say(self, line: str) -> None:
        """Sends a line."""
        self.wfile.write(line.encode() + b"\r\n")

    def hear(self) -> str | None:
        """The next line without its end; None where the other side is gone."""
        try:
            line = self.rfile.readline(MOST_LINE)
        except OSError:
            return None
        return line.decode("utf-8", "replace").rstrip("\r\n") if line else None

    def handle(self) -> None:
        try:
            self.greet()
            while not self.over and (line := self.hear()) is not None:
                self.answer(line)
        except OSError:
            return

    @abstractmethod
    def greet(self) -> None:
        """What is said first."""

    @abstractmethod
    def answer(self, line: str) -> None:
        """What is said to a line."""


class LineServer:
    """The server and its thread. Raises OSError where the port is taken."""

    def __init__(self, handler: type[LineHandler], port: int = 0) -> None:
        class Server(socketserver.ThreadingTCPServer):
            allow_reuse_address = True
            daemon_threads = True
            block_on_close = False

            def handle_error(self, request: Any, client_address: Any) -> None:
                return

            def verify_request(self, request: Any, client_address: Any) -> bool:
                return not ended.is_set()

        self._ended = ended = threading.Event()
        self._server = Server(("127.0.0.1", port), handler)
        self._thread = threading.Thread(target=self._serve, name="sandbox mail", daemon=True)
        self._thread.start()

    @property
    def port(self) -> int:
        """Where it listens."""
        return int(self._server.server_address[1])

    def _serve(self) -> None:
        while not self._ended.is_set():
            self._server.handle_request()

    def stop(self) -> None:
        """Ends it."""
        self._ended.set()
        # It waits for somebody: that is us.
        with contextlib.suppress(OSError):
            socket.create_connection(("127.0.0.1", self.port), timeout=1).close()
        self._thread.join(timeout=10)
        self._server.server_close()


def decoded(text: str) -> str:
    """What base64 stands for; empty for what is none."""
    try:
        return base64.b64decode(text, validate=True).decode("utf-8")
    except (binascii.Error, ValueError):
        return ""


def bearer(answer: str) -> tuple[str, str]:
    """User and token of an answer by XOAUTH2."""
    said = decoded(answer)
    return said.partition("\x01")[0].removeprefix("user="), said.partition("auth=Bearer ")[2].rstrip("\x01")
