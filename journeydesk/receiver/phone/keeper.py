"""Starts and stops the phone's page as the settings say. Of the page itself nothing is imported before it is switched on."""

import contextlib
import logging
import threading
from importlib import import_module
from typing import TYPE_CHECKING

from journeydesk.domain.errors import JourneydeskError
from journeydesk.receiver.security_log import SecurityLog
from journeydesk.services.context import Context
from journeydesk.services.phone.settings import PhoneSettings, note_trouble, phone_settings

if TYPE_CHECKING:
    from journeydesk.receiver.phone.serving import PhoneServer

_log = logging.getLogger(__name__)
_LOOK_SECONDS = 2.0
_PAGES = "journeydesk.receiver.phone.application"


class PhoneKeeper:
    """Keeps a server as the settings say, which another program may change at any time."""

    def __init__(self, context: Context, log: SecurityLog) -> None:
        self._context, self._log = context, log
        self._settings = PhoneSettings()
        self.server: PhoneServer | None = None
        self._stopped = threading.Event()
        self._thread = threading.Thread(target=self._keep, name="phone settings", daemon=True)

    @property
    def name(self) -> str:
        """The team's own name for the page, empty where it is off or has none."""
        return self._settings.name if self._settings.on else ""

    def start(self) -> None:
        """Looks at the settings now, and again every two seconds."""
        self._follow()
        self._thread.start()

    def stop(self) -> None:
        """Ends the server, if there is one."""
        self._stopped.set()
        if self._thread.is_alive():
            self._thread.join()
        if self.server is not None:
            self.server.stop()

    def _keep(self) -> None:
        while not self._stopped.wait(_LOOK_SECONDS):
            self._follow()

    def _follow(self) -> None:
        with contextlib.suppress(JourneydeskError):
            wanted = phone_settings(self._context)
            listens = wanted.on and wanted.host and not wanted.name
            if wanted == self._settings:
                return
            if self.server is not None:
                self.server.stop()
                self.server = None
            if wanted.on:
                # Here, in a thread of its own, rather than while the first page is waited for.
                import_module(_PAGES)
            self._settings = wanted
            if listens:
                self._begin(wanted)

    def _begin(self, settings: PhoneSettings) -> None:
        from journeydesk.receiver.phone.serving import PhoneServer

        try:
            self.server = PhoneServer(self._context, settings, self._log)
        except (JourneydeskError, OSError) as problem:
            # Asked again when the settings change, and after the next start.
            _log.warning("The phone's page is not served: %s", problem)
            note_trouble(self._context, str(problem))
            return
        note_trouble(self._context, "")
