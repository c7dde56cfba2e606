"""The running receiver: its socket, its threads, its start and its end."""

import contextlib
import logging
import threading
import time
from collections.abc import Callable, Sequence
from dataclasses import replace

import uvicorn
from fastapi import APIRouter

from journeydesk.config import Connections
from journeydesk.domain.errors import JourneydeskError, NotNow
from journeydesk.domain.words import tr
from journeydesk.receiver.application import make_application, no_application
from journeydesk.receiver.binding import bind
from journeydesk.receiver.pace import FoldingPace
from journeydesk.receiver.phone.by_name import PhoneByName
from journeydesk.receiver.phone.keeper import PhoneKeeper
from journeydesk.receiver.plain_protocol import PlainProtocol
from journeydesk.receiver.plain_request import PlainRequests
from journeydesk.receiver.request_target import OriginForm
from journeydesk.receiver.routes.events import CUSTOMER_JOURNEY
from journeydesk.receiver.security_log import SecurityLog
from journeydesk.receiver.service import Service
from journeydesk.receiver.writer import InboxWriter
from journeydesk.services.context import Context
from journeydesk.services.events_out.telling import start_telling
from journeydesk.services.receiver.folding import fold_some
from journeydesk.services.receiver.inbox import forget_old
from journeydesk.services.receiver.keys import ReceiverKeys, receiver_keys
from journeydesk.services.receiver.running import note_address, receiver_place, stop_mark
from journeydesk.services.receiver.settings import ReceiverSettings
from journeydesk.services.receiver.stripe_news import read_stripe_news, unread_news

_log = logging.getLogger(__name__)
_SOON_SECONDS, _QUIET_SECONDS = 0.01, 1.0
_KEYS_SECONDS = 5.0
_FORGET_SECONDS = 600.0
_GRACE_SECONDS = 3
_STRIPE_SECONDS, _STRIPE_AGAIN_SECONDS = 1.0, 30.0
_FILES = 4_096


class _EventProtocol(PlainProtocol):
    plain = PlainRequests("POST", CUSTOMER_JOURNEY)


class Receiver:
    """A receiver on a workspace. `serve` returns when `stop` was called from any thread, or a signal came."""

    def __init__(
        self,
        context: Context,
        known: Connections,
        settings: ReceiverSettings,
        routers: Sequence[APIRouter] = (),
        *,
        events: bool = True,
    ) -> None:
        """Without `events` only phones are served.

        Raises NotNow where this workspace has a receiver already, and what `bind` and `receiver_keys` raise."""
        self._context, self._known, self._takes_events = context, known, events
        self._place = receiver_place(context)
        if not self._place.take():
            raise NotNow(tr("This workspace has a receiver that is running already."))
        try:
            # Phones have tokens of their own: without events no secret is needed.
            keys = receiver_keys(context.database.folder, known, context.clock()) if events else ReceiverKeys()
            self._socket = bind(settings.host, settings.port)
        except BaseException:
            self._place.let_go()
            raise
        self.port = int(self._socket.getsockname()[1])
        self.address = replace(settings, port=self.port).address
        self._stop_mark = stop_mark(context)
        note_address(context, self.address)
        self._security = SecurityLog(context)
        self.service = Service(context, settings, keys, InboxWriter(context))
        self._phone = PhoneKeeper(context, self._security)
        receiver = make_application(self.service, self._security, routers) if events else no_application
        application = OriginForm(PhoneByName(receiver, context, self._security, lambda: self._phone.name))
        self._server = uvicorn.Server(
            uvicorn.Config(
                application,
                http=_EventProtocol,
                ws="none",
                loop="asyncio",
                lifespan="off",
                log_config=None,
                access_log=False,
                server_header=False,
                date_header=True,
                proxy_headers=bool(settings.proxies),
                forwarded_allow_ips=list(settings.proxies) or None,
                timeout_graceful_shutdown=_GRACE_SECONDS,
            )
        )
        self._stopped = threading.Event()
        self._pace = FoldingPace()
        self._stripe = threading.Thread(target=self._read_stripe, name="stripe", daemon=True)
        self._folding = threading.Thread(target=self._fold, name="folding", daemon=True)

    @property
    def has_started(self) -> bool:
        """Whether it answers."""
        return self._server.started

    def serve(self) -> None:
        """Answers until it is stopped; then what was accepted is on disk, and nothing is left open."""
        _allow_many_files()
        self._folding.start()
        self._phone.start()
        self._stripe.start()
        stop_telling = start_telling(self._context)
        try:
            self._server.run(sockets=[self._socket])
        finally:
            stop_telling()
            self._phone.stop()
            self._stopped.set()
            self.service.writer.stop()
            self._folding.join()
            self._socket.close()
            self._security.close()
            self._place.let_go()

    def stop(self) -> None:
        """Ends `serve` soon, from any thread."""
        self._server.should_exit = True

    def _fold(self) -> None:
        """What follows from what came, beside the answers."""
        keys_at = forget_at = time.monotonic()
        while not self._stopped.is_set():
            count, wait = 0, self._pace.wait(self.service.writer.is_busy())
            try:
                if not wait:
                    count = self._pace.measured(
                        lambda most: fold_some(self._context, most), self._context.database.has_window()
                    )
                now = time.monotonic()
                if stop_mark(self._context) != self._stop_mark:
                    self.stop()
                if self._takes_events and now - keys_at > _KEYS_SECONDS:
                    keys_at = now
                    self._read_keys()
                if now - forget_at > _FORGET_SECONDS:
                    forget_at = now
                    forget_old(self._context)
            except JourneydeskError as problem:
                # Another program writes, or the disk is full: what came is kept, and folded later.
                _log.warning("What came could not be folded yet: %s", problem)
                wait = _QUIET_SECONDS
            except Exception:  # noqa: BLE001 - a fault of ours, and what comes later is to be folded all the same
                _log.exception("What came could not be folded")
                wait = _QUIET_SECONDS
            if wait or count:
                self._stopped.wait(wait or _SOON_SECONDS)
            else:
                self.service.writer.wait_for_more(_QUIET_SECONDS)

    def _read_stripe(self) -> None:
        """Reads what is new at Stripe once it said so: at once, and later where that failed."""
        wait = _STRIPE_SECONDS
        while not self._stopped.wait(wait):
            wait = _STRIPE_SECONDS
            try:
                if unread_news(self._context) is not None:
                    read_stripe_news(self._context, self._known)
            except JourneydeskError as problem:
                _log.warning("Stripe could not be read yet: %s", problem)
                wait = _STRIPE_AGAIN_SECONDS
            except Exception:  # noqa: BLE001 - a fault of ours, and what Stripe says later is to be read all the same
                _log.exception("Stripe could not be read")
                wait = _STRIPE_AGAIN_SECONDS

    def _read_keys(self) -> None:
        """Takes up a secret that was replaced meanwhile; a keyring that is locked now changes nothing."""
        with contextlib.suppress(JourneydeskError):
            self.service.keys = receiver_keys(self._context.database.folder, self._known, self._context.clock())


def _allow_many_files() -> None:
    """Each connection is an open file, and many systems allow a program 1,024 unless it asks."""
    try:
        import resource
    except ImportError:
        return
    now, most = resource.getrlimit(resource.RLIMIT_NOFILE)
    wanted = _FILES if most == resource.RLIM_INFINITY else min(_FILES, most)
    if now < wanted:
        with contextlib.suppress(OSError, ValueError):
            resource.setrlimit(resource.RLIMIT_NOFILE, (wanted, most))


def tell_when_started(receiver: Receiver, tell: Callable[[], None]) -> threading.Thread:
    """Calls `tell` once it answers, from a thread of its own."""

    def watch() -> None:
        while not receiver.has_started:
            time.sleep(0.005)
        tell()

    thread = threading.Thread(target=watch, name="started", daemon=True)
    thread.start()
    return thread
