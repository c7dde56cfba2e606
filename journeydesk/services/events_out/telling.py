"""The thread that tells others, in whatever program is open. Nothing that speaks to the network is imported before there is whom to
tell."""

import logging
import threading
from collections.abc import Callable

from journeydesk.domain.errors import JourneydeskError
from journeydesk.services.context import Context
from journeydesk.storage.receiver.outgoing import targets

_log = logging.getLogger(__name__)
LOOK_SECONDS = 3.0


def start_telling(context: Context) -> Callable[[], None]:
    """Starts it; returns what stops it. A request that hangs does not hold up the end: what it was about is told again, under the
    same id."""
    stopped = threading.Event()
    threading.Thread(target=_tell_until, args=(stopped, context), name="telling", daemon=True).start()
    return stopped.set


def _tell_until(stopped: threading.Event, context: Context) -> None:
    while not stopped.wait(LOOK_SECONDS):
        try:
            with context.database.read() as connection:
                anybody = any(target.state == "on" for target in targets(connection))
            if anybody:
                from journeydesk.services.events_out.delivering import tell_others

                tell_others(context, stopped.is_set)
        except JourneydeskError:
            # The database is busy or the keyring locked: what waits stays.
            continue
        except Exception:  # noqa: BLE001 - a fault of ours, and what happens later is to be told all the same
            _log.exception("What happened could not be told")
