"""A receiver ended by SIGKILL at random moments under fire: what was accepted is there once, and it answers again at once."""

import threading
import time
from collections import Counter
from pathlib import Path
from random import Random

import pytest

from journeydesk.services.receiver.folding import fold_some
from journeydesk.services.workspace.opening import open_workspace
from journeydesk.storage.engine import sql
from journeydesk.storage.upkeep.integrity import examine
from tests.integration.receiver.process import post, start
from tests.workspaces import KEY, NOW, NOWHERE

RESTART_SECONDS = 2.0
SENDERS = 6
FIRST = {"customer_id": "x@example.com", "event": "login", "timestamp": "2026-05-19T08:00:00Z"}


class _Sender:
    """Posts events until it is told to stop; each that is not accepted is sent again, also to the next receiver."""

    def __init__(self, name: int) -> None:
        self._name = name
        self._number = 0
        self.accepted: set[str] = set()

    def run(self, port: int, stopping: threading.Event) -> None:
        while not stopping.is_set():
            identifier = f"e{self._name}-{self._number}"
            event = {
                "event_id": identifier,
                "customer_id": f"c{self._name}@example.com",
                "event": "page_viewed",
                "timestamp": "2026-05-19T08:00:00Z",
            }
            try:
                if post(port, event) != 202:
                    continue
            except (OSError, ValueError):
                return
            self.accepted.add(identifier)
            self._number += 1


def _storm(folder: Path, kills: int, seed: int) -> list[float]:
    random = Random(seed)
    senders = [_Sender(name) for name in range(SENDERS)]
    restarts = []
    for kill in range(kills + 1):
        began = time.monotonic()
        receiver = start(folder)
        assert (
            post(
                receiver.port,
                {
                    "event_id": f"first {kill}",
                    "customer_id": "x@example.com",
                    "event": "login",
                    "timestamp": "2026-05-19T08:00:00Z",
                },
            )
            == 202
        )
        restarts.append(time.monotonic() - began)
        stopping = threading.Event()
        threads = [threading.Thread(target=sender.run, args=(receiver.port, stopping)) for sender in senders]
        for thread in threads:
            thread.start()
        time.sleep(random.uniform(0.02, 0.6))
        receiver.process.kill()
        receiver.process.wait()
        stopping.set()
        for thread in threads:
            thread.join()
        assert receiver.process.stdin is not None
        assert receiver.process.stdout is not None
        receiver.process.stdin.close()
        receiver.process.stdout.close()
    accepted = set().union(*(sender.accepted for sender in senders))
    assert len(accepted) > kills
    context, _ = open_workspace(folder, KEY, NOWHERE, clock=lambda: NOW)
    try:
        while fold_some(context, 200):
            pass
        with context.database.read() as connection:
            stored = Counter(sql.scalars(connection, "SELECT key FROM events WHERE key LIKE 'e%' AND key NOT LIKE 'EVT-%'"))
            refused = sql.scalar(connection, "SELECT count(*) FROM inbox_entry WHERE problem IS NOT NULL")
        assert examine(context.database).problems == ()
    finally:
        context.database.close()
    assert accepted - stored.keys() == set(), "lost"
    assert [key for key, count in stored.items() if count > 1] == [], "doubled"
    assert refused == 0
    return restarts


@pytest.mark.fault(79)
def test_nothing_accepted_is_lost_or_doubled_by_a_few_kills(tmp_path: Path) -> None:
    _storm(tmp_path, kills=4, seed=1)


@pytest.mark.soak
@pytest.mark.fault(79)
def test_nothing_accepted_is_lost_or_doubled_by_a_hundred_kills(tmp_path: Path) -> None:
    restarts = sorted(_storm(tmp_path, kills=100, seed=2))
    print(f"restart to the first 202: median {restarts[50]:.2f} s, p95 {restarts[95]:.2f} s")
    assert restarts[95] <= RESTART_SECONDS
