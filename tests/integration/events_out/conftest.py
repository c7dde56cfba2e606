"""Somebody who is told: a server on a real socket that answers as it is bid and keeps what it was sent; and a clock to turn."""

import threading
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest

from journeydesk.keyrings.vault import Vault
from journeydesk.services.commands.events import take_events
from journeydesk.services.context import Context
from journeydesk.services.events_out.delivering import tell_others
from journeydesk.services.workspace.opening import open_workspace
from journeydesk.storage.engine import sql
from tests.workspaces import KEY, NOW, NOWHERE


@dataclass
class Heard:
    """One request."""

    path: str
    headers: dict[str, str]
    body: bytes


@dataclass
class Listener:
    """Answers with the next of `answers` (status, headers, body), the last one for ever."""

    server: ThreadingHTTPServer
    answers: list[tuple[int, dict[str, str], bytes]] = field(default_factory=lambda: [(204, {}, b"")])
    heard: list[Heard] = field(default_factory=list)

    @property
    def url(self) -> str:
        """Its address."""
        return f"http://127.0.0.1:{self.server.server_address[1]}/hook"


class OpenVault:
    """A keyring in memory."""

    def __init__(self) -> None:
        self.kept: dict[str, str] = {}

    def get(self, name: str) -> str | None:
        """What is kept."""
        return self.kept.get(name)

    def put(self, name: str, secret: str) -> None:
        """Keeps it."""
        self.kept[name] = secret

    def remove(self, name: str) -> None:
        """Forgets it."""
        self.kept.pop(name, None)


@dataclass
class Teller:
    """A workspace whose clock is turned by hand, and a keyring of its own."""

    context: Context
    vault: OpenVault
    now: datetime = NOW

    def open_vault(self) -> Vault:
        """The keyring."""
        return self.vault

    def turn(self, **time: float) -> None:
        """Lets time pass."""
        self.now += timedelta(**time)

    def happen(self, kind: str, identifier: str, **metadata: Any) -> None:
        """An event of a customer."""
        event = {"event_id": identifier, "customer_id": "ida@example.com", "customer_name": "Ida Quill", "event": kind}
        take_events(self.context, [event | {"timestamp": self.now.isoformat(), "metadata": metadata}])

    def tell(self) -> int:
        """One look at the queue."""
        return tell_others(self.context, vault=self.open_vault)

    def rows(self, statement: str) -> list[tuple[Any, ...]]:
        """What stands in the database."""
        with self.context.database.read() as connection:
            return sql.rows(connection, statement)


@pytest.fixture
def listener() -> Iterator[Listener]:
    """Somebody who takes everything."""

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            body = self.rfile.read(int(self.headers.get("Content-Length", 0)))
            found.heard.append(Heard(self.path, {name.lower(): value for name, value in self.headers.items()}, body))
            status, headers, answer = found.answers[0] if len(found.answers) == 1 else found.answers.pop(0)
            self.send_response(status)
            for name, value in headers.items():
                self.send_header(name, value)
            self.send_header("Content-Length", str(len(answer)))
            self.end_headers()
            self.wfile.write(answer)

        def log_message(self, *_: Any) -> None:
            pass

    found = Listener(ThreadingHTTPServer(("127.0.0.1", 0), Handler))
    thread = threading.Thread(target=found.server.serve_forever, args=(0.01,))
    thread.start()
    yield found
    found.server.shutdown()
    thread.join()
    found.server.server_close()


@pytest.fixture
def teller(tmp_path: Path) -> Iterator[Teller]:
    """A workspace that may tell others."""
    holder: list[Teller] = []
    context, _ = open_workspace(tmp_path, KEY, NOWHERE, clock=lambda: holder[0].now if holder else NOW)
    holder.append(Teller(context, OpenVault()))
    yield holder[0]
    context.database.close()
