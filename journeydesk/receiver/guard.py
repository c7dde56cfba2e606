"""What every request meets first, before a byte of its body is read: sizes, one length, a known host, a rate for its address."""

import ipaddress
import time
from collections.abc import Callable, Sequence

from starlette.types import ASGIApp, Message, Receive, Scope, Send

from journeydesk.domain.webhooks.rates import Buckets, Rate
from journeydesk.receiver.refusals import Refused, note_reason, plain_refusal, reason_of, try_again
from journeydesk.receiver.security_log import SecurityLog

HEADER_BYTES = 8_192
_GIVEN_AS_WELL = frozenset({"localhost", "127.0.0.1", "[::1]"})


class Guard:
    """ASGI middleware, the outermost. `hosts` are the names that the receiver may be called by (`*.example.com` for all below)."""

    def __init__(
        self,
        app: ASGIApp,
        log: SecurityLog,
        hosts: Sequence[str],
        failures_a_minute: int,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self._app = app
        self._log = log
        self._hosts = {host.lower() for host in hosts} | _GIVEN_AS_WELL
        self._failures = Buckets(Rate(failures_a_minute, failures_a_minute / 60))
        self._clock = clock

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        address = scope["client"][0] if scope.get("client") else "unknown"
        refused = self._look(scope, address)
        if refused is not None:
            note_reason(scope, refused.sentence)
            self._note(scope, address, refused.status)
            for message in plain_refusal(refused):
                await send(message)
            return

        async def watch(message: Message) -> None:
            if message["type"] == "http.response.start":
                status = message["status"]
                if status in (401, 403):
                    self._failures.take(address, self._clock())
                if status >= 400:
                    self._note(scope, address, status)
                if status == 413:
                    # Else the rest of a body without end would be read and thrown away.
                    message["headers"] = [*message["headers"], (b"connection", b"close")]
            await send(message)

        await self._app(scope, receive, watch)

    def _look(self, scope: Scope, address: str) -> Refused | None:
        headers = scope["headers"]
        if sum(len(name) + len(value) + 4 for name, value in headers) > HEADER_BYTES:
            return Refused(431, f"The headers are larger than {HEADER_BYTES:,} bytes.")
        names = [name for name, _ in headers]
        if b"transfer-encoding" in names and b"content-length" in names:
            return Refused(400, "A request says its length once: by Content-Length or by Transfer-Encoding.")
        hosts = [value for name, value in headers if name == b"host"]
        if len(hosts) != 1 or not self._is_known(hosts[0]):
            return Refused(400, "This receiver is not called so. Add the name to its host names, if it is right.")
        wait = self._failures.wait(address, self._clock())
        if wait:
            return try_again(wait, 429, "Too many refused requests from this address.")
        return None

    def _is_known(self, host: bytes) -> bool:
        name = host.decode("latin-1").lower()
        if not name.endswith("]"):
            name = name.rpartition(":")[0] if ":" in name.rpartition("]")[2] else name
        if name in self._hosts:
            return True
        return any(known.startswith("*.") and name.endswith(known[1:]) for known in self._hosts)

    def _note(self, scope: Scope, address: str, status: int) -> None:
        self._log.note(self._clock(), address, scope["method"], scope["path"], status, reason_of(scope))


def host_names(host: str, more: Sequence[str]) -> list[str]:
    """The names for an interface's address and those that were added."""
    address = ipaddress.ip_address(host)
    return [f"[{host}]" if address.version == 6 else host, *more]
