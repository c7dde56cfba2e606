"""The phone's page on its own address, by https with this computer's certificate; started and stopped as the settings say."""

import contextlib
import logging
import threading

import uvicorn

from journeydesk.domain.errors import JourneydeskError
from journeydesk.receiver.binding import bind
from journeydesk.receiver.guard import Guard, host_names
from journeydesk.receiver.phone.application import phone_application
from journeydesk.receiver.phone.certificate import own_certificate
from journeydesk.receiver.protocol import BoundedProtocol
from journeydesk.receiver.security_log import SecurityLog
from journeydesk.services.context import Context
from journeydesk.services.phone.settings import PhoneSettings, note_trouble, phone_settings

_log = logging.getLogger(__name__)
_LOOK_SECONDS = 2.0
_GRACE_SECONDS = 2
_FAILURES_A_MINUTE = 30


class PhoneServer:
    """The page on one address until it is stopped."""

    def __init__(self, context: Context, settings: PhoneSettings, log: SecurityLog) -> None:
        """Raises WorldError where the port is taken, or the address is not this computer's any more."""
        self.certificate = own_certificate(context.database.folder, settings.host, context.clock())
        self._socket = bind(settings.host, settings.port)
        self.port = int(self._socket.getsockname()[1])
        application = phone_application(context, self.certificate.fingerprint)
        guarded = Guard(application, log, host_names(settings.host, ()), _FAILURES_A_MINUTE)
        config = uvicorn.Config(
            guarded,
            http=BoundedProtocol,
            ws="none",
            loop="asyncio",
            lifespan="off",
            log_config=None,
            access_log=False,
            server_header=False,
            proxy_headers=False,
            ssl_certfile=self.certificate.certificate,
            ssl_keyfile=self.certificate.key,
            timeout_graceful_shutdown=_GRACE_SECONDS,
        )
        self._server = uvicorn.Server(config)
        self._thread = threading.Thread(target=self._run, name="phone", daemon=True)
        self._thread.start()

    def _run(self) -> None:
        self._server.run(sockets=[self._socket])

    def stop(self) -> None:
        """Returns when nothing is answered any more."""
        self._server.should_exit = True
        self._thread.join()
        self._socket.close()


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
            self._settings = wanted
            if listens:
                self._begin(wanted)

    def _begin(self, settings: PhoneSettings) -> None:
        try:
            self.server = PhoneServer(self._context, settings, self._log)
        except (JourneydeskError, OSError) as problem:
            # Asked again when the settings change, and after the next start.
            _log.warning("The phone's page is not served: %s", problem)
            note_trouble(self._context, str(problem))
            return
        note_trouble(self._context, "")
