"""How long the window takes to close while a request of its sync hangs in the network."""

import statistics
import time
from pathlib import Path
from tempfile import TemporaryDirectory

from journeydesk import credentials
from journeydesk.sandbox.server import Sandbox
from journeydesk.services.workspace.opening import window_place
from tests.benchmarks.table import Figure, spread
from tests.integration.processes.windows import SilentService, finished, start, wait_until

_WINDOWS = 5


def quit_figure() -> Figure:
    """From the system's word until all is on disk and another window may take the place, which the farewell does not hold up
    (docs/sync.md, "Fault matrix", row 50); the median."""
    with TemporaryDirectory() as folder:
        home = Path(folder)
        credentials.go_unencrypted(home / "workspace")
        with Sandbox.start(prospects=3, lift_limits=True) as sandbox:
            addresses = sandbox.addresses.environment()
            environment = {name: value for name, value in addresses.items() if name.startswith("JOURNEYDESK_AIRTABLE")}
            if finished(start(home, environment, "setup", "--create-missing")) != 0:
                raise RuntimeError("the workspace could not be set up")
        service = SilentService()
        try:
            samples = [_closed(home, environment | {"JOURNEYDESK_AIRTABLE_URL": service.url}, service) for _ in range(_WINDOWS)]
        finally:
            service.close()
    return Figure("closing while the network hangs", statistics.median(samples), "ms", 1_000, spread(samples))


def _closed(home: Path, environment: dict[str, str], service: SilentService) -> float:
    before, place = len(service.connections), window_place(home / "workspace")
    window = start(home, environment)
    try:
        wait_until(lambda: len(service.connections) > before)
        began = time.perf_counter()
        window.terminate()
        wait_until(lambda: not place.is_taken())
        return (time.perf_counter() - began) * 1000
    finally:
        window.kill()
        window.communicate()
