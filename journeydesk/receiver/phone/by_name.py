"""The phone's page under a name of the team's own: https ends at a proxy on this computer, which asks the receiver."""

import hashlib
import re
from collections.abc import Callable

from starlette.types import ASGIApp, Receive, Scope, Send

from journeydesk.receiver.guard import Guard
from journeydesk.receiver.security_log import SecurityLog
from journeydesk.services.context import Context

_FAILURES_A_MINUTE = 30


class PhoneByName:
    """ASGI: what is asked of the team's name goes to the phone's pages, everything else to the receiver. `name` gives the name as it
    is set now, empty for none."""

    def __init__(self, receiver: ASGIApp, context: Context, log: SecurityLog, name: Callable[[], str]) -> None:
        self._receiver, self._context, self._log, self._name = receiver, context, log, name
        self._pages: tuple[str, ASGIApp] = ("", receiver)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        name = self._name()
        if name and scope["type"] == "http" and _host(scope) == name.lower():
            await self._pages_of(name)(scope, receive, send)
            return
        await self._receiver(scope, receive, send)

    def _pages_of(self, name: str) -> ASGIApp:
        known, pages = self._pages
        if known != name:
            from journeydesk.receiver.phone.application import phone_application

            # The certificate is the proxy's; its name stands for it in the number that both sides compare.
            application = phone_application(self._context, hashlib.sha256(name.encode()).hexdigest())
            pages = Guard(application, self._log, [name.lower()], _FAILURES_A_MINUTE)
            self._pages = (name, pages)
        return pages


def _host(scope: Scope) -> str:
    values = [value.decode("latin-1").lower() for name, value in scope["headers"] if name == b"host"]
    return re.sub(r":\d+$", "", values[0]) if len(values) == 1 else ""
