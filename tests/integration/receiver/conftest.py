"""A receiver that runs, on a real workspace and a real socket, and a sender that signs."""

import json
import socket
import threading
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

import pytest

from journeydesk.config import Connections
from journeydesk.domain.webhooks.signatures import sign
from journeydesk.receiver.serving import Receiver
from journeydesk.services.changes import Change
from journeydesk.services.context import Context
from journeydesk.services.receiver.folding import fold_some
from journeydesk.services.receiver.settings import ReceiverSettings
from journeydesk.storage.engine import sql
from tests.workspaces import NOWHERE, workspace

SECRET, TOKEN, STRIPE_SECRET = "jdsec_for-this-test", "jdread_for-this-test", "whsec_for-this-test-alone"
JOURNEY = "/api/webhook/customer-journey"
KNOWN: Connections = replace(NOWHERE, webhook_secrets=(SECRET,), read_token=TOKEN, stripe_webhook_secrets=(STRIPE_SECRET,))
ON_ANY_PORT = ReceiverSettings(port=0)


@dataclass(frozen=True, slots=True)
class Answer:
    """A status with the JSON or text of its body."""

    status: int
    body: Any
    headers: dict[str, str]


@dataclass
class Line:
    """Asks a receiver over HTTP."""

    receiver: Receiver
    context: Context
    heard: list[Change] = field(default_factory=list)

    @property
    def url(self) -> str:
        """Its address."""
        return f"http://127.0.0.1:{self.receiver.port}"

    def ask(self, method: str, path: str, body: bytes | None = None, headers: dict[str, str] | None = None) -> Answer:
        """One request; a refusal is an answer like any other, and no redirect is followed."""
        request = urllib.request.Request(
            self.url + path, body, {"Content-Type": "application/json"} | (headers or {}), method=method
        )
        opener = urllib.request.build_opener(_Stay)
        try:
            with opener.open(request, timeout=20) as response:
                return _answer(response.status, response.read(), dict(response.headers))
        except urllib.error.HTTPError as refusal:
            with refusal:
                return _answer(refusal.code, refusal.read(), dict(refusal.headers))

    def post(self, path: str, content: Any, *, secret: str = SECRET, headers: dict[str, str] | None = None) -> Answer:
        """Posts JSON, signed."""
        body = content if isinstance(content, bytes) else json.dumps(content).encode()
        return self.ask("POST", path, body, {"X-Webhook-Signature": sign(secret, body)} | (headers or {}))

    def read(self, path: str, token: str = TOKEN) -> Answer:
        """Gets with the read token."""
        return self.ask("GET", path, None, {"Authorization": f"Bearer {token}"})

    def socket(self) -> socket.socket:
        """A bare connection."""
        return socket.create_connection(("127.0.0.1", self.receiver.port), timeout=20)

    def fold(self) -> None:
        """Waits until nothing waits to be folded."""
        while fold_some(self.context, 50):
            pass

    def rows(self, statement: str, *values: object) -> list[tuple[Any, ...]]:
        """What stands in the database."""
        with self.context.database.read() as connection:
            return sql.rows(connection, statement, values)

    def security_log(self) -> list[dict[str, Any]]:
        """The lines of the security log."""
        path = self.context.database.folder / "logs" / "security.log"
        return [json.loads(line) for line in path.read_text(encoding="ascii").splitlines()] if path.exists() else []


class _Stay(urllib.request.HTTPRedirectHandler):
    def redirect_request(self, *_: Any) -> None:
        return None


def _answer(status: int, body: bytes, headers: dict[str, str]) -> Answer:
    headers = {name.lower(): value for name, value in headers.items()}
    is_json = headers.get("content-type", "").startswith("application/json")
    return Answer(status, json.loads(body) if is_json else body.decode(errors="replace"), headers)


def event(**more: Any) -> dict[str, Any]:
    """An event that is right."""
    return {"customer_id": "ida@example.com", "event": "page_viewed", "timestamp": "2026-05-19T08:00:00Z"} | more


@contextmanager
def serving(context: Context, settings: ReceiverSettings, known: Connections = KNOWN) -> Iterator[Receiver]:
    """A receiver on a workspace that is open, until the block ends."""
    receiver = Receiver(context, known, settings)
    thread = threading.Thread(target=receiver.serve, name="receiver")
    thread.start()
    while not receiver.has_started:
        thread.join(0.005)
    try:
        yield receiver
    finally:
        receiver.stop()
        thread.join(10)
        assert not thread.is_alive()


@contextmanager
def receiving(folder: Path, settings: ReceiverSettings = ON_ANY_PORT, known: Connections = KNOWN) -> Iterator[Line]:
    """A receiver on a new workspace, until the block ends."""
    heard: list[Change] = []
    with workspace(folder, heard) as context, serving(context, settings, known) as receiver:
        yield Line(receiver, context, heard)


@pytest.fixture
def line(tmp_path: Path) -> Iterator[Line]:
    """A receiver as it is set by itself."""
    with receiving(tmp_path) as running:
        yield running
