"""One request to Stripe: only ever a GET, tried again where that helps, its errors in our words
(docs/services.md, "Stripe: requests").

The SDK's own retries are off: they never wait out a 429 and cannot be interrupted.
"""

import time
from collections.abc import Callable, Mapping
from typing import Any

from journeydesk.domain.errors import Bug, WorldError
from journeydesk.domain.words import tr
from journeydesk.remote.bounded_http import bound, certificate_fails
from journeydesk.remote.deadline import TOTAL_SECONDS
from journeydesk.remote.server_clock import server_moment
from journeydesk.sync.ports import AccessDenied, RemoteTrouble, RemoteUnreachable, TokenRefused, WalkExpired
from journeydesk.sync.sync_pass import Cancelled

TIMEOUT_SECONDS = (5.0, 20.0)
"""To connect, and for the next byte; the whole answer has the bounds of `remote.bounded_http`."""
SERVICE = "Stripe"
TROUBLE_TRIES = 3
RATE_TRIES = 8
LONGEST_WAIT_SECONDS = 30.0
_PERMISSION_NAMES = {
    "checkout.session": "Checkout Sessions",
    "invoice payment": "invoices",
    "subscription item": "subscriptions",
}


class NotThere(WorldError):
    """Stripe has no object of that id."""


def get_only_client(stripe: Any, answer_within: float = TOTAL_SECONDS) -> Any:
    """The SDK's HTTP client, unable to send anything but a GET (docs/storage.md, "Keys and secrets"), in a bounded session.
    Redirects are not followed, so the key goes nowhere else."""
    import requests

    class GetOnly(stripe.RequestsClient):  # type: ignore[misc]
        def request(self, method: str, url: str, headers: Mapping[str, str], post_data: object = None) -> Any:
            if method.lower() != "get":
                raise Bug(f"Stripe is read only here, and this was a {method.upper()}")
            return super().request(method, url, headers, post_data)

    return GetOnly(timeout=TIMEOUT_SECONDS, session=bound(requests.Session(), answer_within))


class StripeCalls:
    """Sends requests one after the other, waiting between tries through `sleep`, stopping once `cancelled` says so."""

    def __init__(
        self,
        stripe: Any,
        sleep: Callable[[float], None] = time.sleep,
        cancelled: Callable[[], bool] = lambda: False,
    ) -> None:
        self._stripe = stripe
        self._sleep = sleep
        self._cancelled = cancelled
        self.count = 0
        self.server_time: int | None = None
        """Stripe's own clock at the last answer, Unix seconds."""

    def get(self, kind: str, request: Callable[..., Any], *arguments: Any) -> dict[str, Any]:
        """The answer's JSON as it came. Waits out 429, tries trouble and silence three times.

        Raises NotThere, WalkExpired (the cursor's object is gone), TokenRefused, AccessDenied, RemoteTrouble,
        RemoteUnreachable, and Cancelled between tries.
        """
        stripe = self._stripe
        tries = limited = 0
        while True:
            self.check()
            self.count += 1
            try:
                answer = request(*arguments).last_response
                body = dict(answer.data)
            except stripe.RateLimitError as problem:
                limited += 1
                if limited >= RATE_TRIES:
                    raise RemoteTrouble(
                        tr("Stripe asks for fewer requests. Payments are brought up to date with a later sync.")
                    ) from problem
                self._sleep(_asked_wait(problem.headers) or min(LONGEST_WAIT_SECONDS, 2.0 ** (limited - 1)))
            except stripe.AuthenticationError as problem:
                raise TokenRefused(
                    tr("Stripe does not accept the key: it was revoked or mistyped. Paste a new one.")
                ) from problem
            except stripe.PermissionError as problem:
                raise AccessDenied(
                    tr(
                        "The Stripe key may not read {plural}. Give it that right in Stripe's dashboard; all else goes on.",
                        plural=plural(kind),
                    )
                ) from problem
            except stripe.InvalidRequestError as problem:
                raise _refused(problem, kind) from problem
            except stripe.APIConnectionError as problem:
                if certificate_fails(problem.__cause__):
                    raise RemoteUnreachable(
                        tr(
                            "No safe connection to Stripe: its certificate does not hold. Check this computer's date and the "
                            "network."
                        )
                    ) from problem
                tries += 1
                if tries >= TROUBLE_TRIES:
                    raise RemoteUnreachable(
                        tr("Stripe cannot be reached. Payments are brought up to date when it can.")
                    ) from problem
                self._sleep(2.0 ** (tries - 1))
            except stripe.StripeError as problem:
                tries += 1
                if tries >= TROUBLE_TRIES:
                    raise RemoteTrouble(tr("Stripe has trouble answering. It is tried again with the next sync.")) from problem
                self._sleep(2.0 ** (tries - 1))
            except (AttributeError, TypeError, ValueError) as problem:
                raise unreadable() from problem
            else:
                self.server_time = _server_time(answer.headers) or self.server_time
                return body

    def check(self) -> None:
        """Raises Cancelled once the pass was asked to stop; what was read is kept."""
        if self._cancelled():
            raise Cancelled(tr("Reading Stripe was stopped; it goes on where it was."))


def unreadable() -> RemoteTrouble:
    """For an answer of another shape than documented."""
    return RemoteTrouble(tr("Stripe's answer could not be read. It is tried again with the next sync."))


def plural(kind: str) -> str:
    """A kind of object as people say it: `customers`, `Checkout Sessions`."""
    return _PERMISSION_NAMES.get(kind, f"{kind}s")


def _refused(problem: Any, kind: str) -> WorldError:
    if problem.code == "resource_missing":
        if problem.param == "starting_after":
            return WalkExpired(tr("The list of Stripe was interrupted; it starts again."))
        return NotThere(tr("Stripe has no such {kind}.", kind=kind))
    return RemoteTrouble(
        tr("Stripe did not accept a request for {plural}. Update Journeydesk; payments stay as they were.", plural=plural(kind))
    )


def _asked_wait(headers: Mapping[str, str] | None) -> float | None:
    try:
        return max(0.0, min(LONGEST_WAIT_SECONDS, float((headers or {}).get("retry-after") or ""))) or None
    except ValueError:
        return None


def _server_time(headers: Mapping[str, str]) -> int | None:
    moment = server_moment(headers.get("date"))
    return None if moment is None else int(moment.timestamp())
