"""A receiver as a process of its own: what can be killed, and whose memory can be measured."""

import http.client
import json
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from journeydesk.domain.webhooks.signatures import sign

SECRET = "jdsec_for-this-test"
JOURNEY = "/api/webhook/customer-journey"


def main(folder: str) -> None:
    """Serves the workspace in a folder until standard input is closed; prints its port."""
    import threading
    from dataclasses import replace

    from journeydesk.receiver.serving import Receiver, tell_when_started
    from journeydesk.services.receiver.settings import ReceiverSettings
    from journeydesk.services.workspace.opening import open_workspace
    from tests.workspaces import KEY, NOWHERE

    known = replace(NOWHERE, webhook_secrets=(SECRET,), read_token="jdread_for-this-test")
    context, _ = open_workspace(Path(folder), KEY, known)
    receiver = Receiver(context, known, ReceiverSettings(port=0, events_a_second=1_000_000))

    def end_with_parent() -> None:
        sys.stdin.read()
        receiver.stop()

    threading.Thread(target=end_with_parent, daemon=True).start()
    tell_when_started(receiver, lambda: print(receiver.port, flush=True))
    receiver.serve()
    context.database.close()


@dataclass
class RunningReceiver:
    """The process, and how to post to it."""

    process: subprocess.Popen[str]
    port: int

    def post(self, content: Any) -> int:
        """Posts an event, signed; the status."""
        return post(self.port, content)


def post(port: int, content: Any, path: str = JOURNEY) -> int:
    """Posts JSON to a port of this computer, signed; the status."""
    body = json.dumps(content).encode()
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=20)
    try:
        connection.request("POST", path, body, {"X-Webhook-Signature": sign(SECRET, body)})
        return connection.getresponse().status
    finally:
        connection.close()


def start(folder: Path, surroundings: Mapping[str, str] | None = None) -> RunningReceiver:
    """Starts one, in another environment where one is given, and returns when it answers."""
    process = subprocess.Popen(
        [
            sys.executable,
            "-c",
            "import sys; from tests.integration.receiver.process import main; main(sys.argv[1])",
            str(folder),
        ],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        cwd=Path(__file__).parents[3],
        env=surroundings,
    )
    assert process.stdout is not None
    line = process.stdout.readline()
    return RunningReceiver(process, int(line))


@contextmanager
def running_receiver(folder: Path, surroundings: Mapping[str, str] | None = None) -> Iterator[RunningReceiver]:
    """One that ends with the block, in another environment where one is given."""
    receiver = start(folder, surroundings)
    try:
        yield receiver
    finally:
        assert receiver.process.stdin is not None
        receiver.process.stdin.close()
        until = time.monotonic() + 20
        while receiver.process.poll() is None and time.monotonic() < until:
            time.sleep(0.02)
        receiver.process.kill()
        receiver.process.wait()
        assert receiver.process.stdout is not None
        receiver.process.stdout.close()
