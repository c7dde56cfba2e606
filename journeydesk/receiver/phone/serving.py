"""The phone's page on its own address, by https with this computer's certificate."""

import threading

import uvicorn

from journeydesk.receiver.binding import bind
from journeydesk.receiver.guard import Guard, host_names
from journeydesk.receiver.phone.application import phone_application
from journeydesk.receiver.phone.certificate import own_certificate
from journeydesk.receiver.protocol import BoundedProtocol
from journeydesk.receiver.request_target import OriginForm
from journeydesk.receiver.security_log import SecurityLog
from journeydesk.services.context import Context
from journeydesk.services.phone.settings import PhoneSettings

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
        guarded = OriginForm(Guard(application, log, host_names(settings.host, ()), _FAILURES_A_MINUTE))
        config = uvicorn.Config(
            guarded,
            http=BoundedProtocol,
            ws="none",
            loop="journeydesk.receiver.phone.impatient_loop:ImpatientLoop",
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
