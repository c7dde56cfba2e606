"""How long the program takes to end while a request of its sync hangs in the network."""

import statistics
import time
from pathlib import Path
from tempfile import TemporaryDirectory

from journeydesk import credentials
from journeydesk.sandbox.server import Sandbox
from tests.benchmarks.table import Figure, spread
from tests.benchmarks.workspaces import Workspaces
from tests.integration.processes.windows import ENOUGH_SECONDS, SilentService, finished, start, wait_until

_WINDOWS = 5


def quit_figures(_workspaces: Workspaces) -> list[Figure]:
    """From the system's word until the process is gone (docs/sync.md, "Fault matrix", row 50): with nothing that waits, and with a queue,
    of which a line tells because no desktop does; the medians."""
    with TemporaryDirectory() as folder:
        home = Path(folder)
        credentials.go_unencrypted(home / "workspace")
        with Sandbox.start(prospects=3, lift_limits=True) as sandbox:
            addresses = sandbox.addresses.environment()
            environment = {name: value for name, value in addresses.items() if name.startswith("JOURNEYDESK_AIRTABLE")}
            for command in (("setup", "--create-missing"), ("sync",)):
                if finished(start(home, environment, *command)) != 0:
                    raise RuntimeError(f"the workspace could not be prepared: {command[0]}")
        service = SilentService()
        environment |= {"JOURNEYDESK_AIRTABLE_URL": service.url, "DBUS_SESSION_BUS_ADDRESS": "unix:path=/nonexistent/bus"}
        try:
            idle = [_closed(home, environment, service) for _ in range(_WINDOWS)]
            if finished(start(home, None, "task", "add", "--title", "Send the offer", "--due", "3d")) != 0:
                raise RuntimeError("no task could be added")
            queue = [_closed(home, environment, service) for _ in range(_WINDOWS)]
        finally:
            service.close()
    return [
        Figure(f"closing while the network hangs{words}", statistics.median(samples), "ms", 1_000, spread(samples))
        for words, samples in (("", idle), (", with a queue", queue))
    ]


def _closed(home: Path, environment: dict[str, str], service: SilentService) -> float:
    before = len(service.connections)
    window = start(home, environment)
    try:
        wait_until(lambda: len(service.connections) > before)
        began = time.perf_counter()
        window.terminate()
        window.wait(ENOUGH_SECONDS)
        return (time.perf_counter() - began) * 1000
    finally:
        window.kill()
        window.communicate()
