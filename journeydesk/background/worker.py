"""The one sync worker: a thread that runs a pass when asked, one at a time, and stops within a second."""

import logging
import threading
import time
from collections.abc import Callable

from journeydesk.background.backoff import Backoff
from journeydesk.background.way_out import way_out
from journeydesk.domain.errors import JourneydeskError

_log = logging.getLogger("journeydesk.background")
STOP_WITHIN_SECONDS = 0.25
_LOOKS_SECONDS = 2.0
"""How often one who waits to try again looks whether the network is back."""

Pass = Callable[[Callable[[], bool], Callable[[float], None]], object]
"""A pass of sync: given whether to stop, and how to sleep so that stopping wakes it."""


class SyncWorker:
    """Runs `one_pass` each time it is asked; requests while it runs are one more run after it.

    A pass that failed for the world's reasons is tried again by itself, each time later (`backoff`), and at once when the computer has
    another way out (`out`) than it had; `after` is called after every pass, for whoever sets the timer.
    """

    def __init__(
        self,
        one_pass: Pass,
        backoff: Backoff | None = None,
        after: Callable[[], None] = lambda: None,
        out: Callable[[], tuple[str, ...]] = way_out,
    ) -> None:
        self._one_pass = one_pass
        self._backoff = backoff or Backoff()
        self._after = after
        self._out = out
        self._requested = threading.Event()
        self._stopping = threading.Event()
        # A daemon, so that a request that hangs in the network cannot keep the program alive; what it began is an intent.
        self._thread = threading.Thread(target=self._run, name="sync", daemon=True)

    def start(self) -> None:
        """Begins waiting for requests."""
        self._thread.start()

    def request(self) -> None:
        """Sync soon; from any thread."""
        self._requested.set()

    def stop(self, within: float = STOP_WITHIN_SECONDS) -> bool:
        """Asks the running pass to end and waits for it; False where it is still in a request."""
        self._stopping.set()
        self._requested.set()
        if self._thread.is_alive():
            self._thread.join(within)
        return not self._thread.is_alive()

    def _sleep(self, seconds: float) -> None:
        self._stopping.wait(seconds)

    def _run(self) -> None:
        again: float | None = None
        while True:
            self._wait(again)
            self._requested.clear()
            if self._stopping.is_set():
                return
            again = self._pass()
            if not self._stopping.is_set():
                self._after()

    def _wait(self, again: float | None) -> None:
        """Until a pass is asked for; where the last one failed, no longer than `again` seconds, nor than until there is a new way out."""
        if again is None:
            self._requested.wait()
            return
        until, known = time.monotonic() + again, self._out()
        while (left := until - time.monotonic()) > 0 and not self._requested.wait(min(left, _LOOKS_SECONDS)):
            before, known = known, self._out()
            if known and known != before:
                # Names are often not found yet in the first second of a network: not the long waits of the tunnel then.
                self._backoff.reset()
                return

    def _pass(self) -> float | None:
        """One pass; returns after how many seconds it is tried again, None where only a request starts the next."""
        try:
            self._one_pass(self._stopping.is_set, self._sleep)
        except JourneydeskError as problem:
            # The pill says it.
            _log.info("sync ended early: %s", type(problem).__name__)
            return self._backoff.after(problem)
        except Exception:  # noqa: BLE001 - a bug in one pass must not end the thread that makes all later ones
            _log.exception("sync failed")
            return None
        self._backoff.reset()
        return None
