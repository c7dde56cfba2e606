"""Payment links at Stripe, by a key of their own: a session is made, looked at, closed; a price is read; nothing else can be sent
(docs/services.md, "Stripe: Checkout").

One client is one operation: everything it asks has one end together. A request to make a session is never repeated here; where its
answer is lost the caller looks for the session by what it carries.
"""

import contextlib
import re
import time
from collections.abc import Callable, Iterator, Mapping
from types import TracebackType
from typing import Any, Self

from journeydesk.domain.errors import Bug, UserError, WorldError
from journeydesk.domain.upgrades.links import Asked, WrongSession, check_session, check_shape, key_of
from journeydesk.domain.words import tr
from journeydesk.remote.bounded_http import bound, certificate_fails
from journeydesk.remote.safe_address import check_address
from journeydesk.remote.stripe.calls import TIMEOUT_SECONDS
from journeydesk.remote.stripe.client import PAGE, VERSION
from journeydesk.sync.ports import AccessDenied, RemoteTrouble, RemoteUnreachable, TokenRefused

SECONDS = 20.0
"""How long an operation may take, with all that it asks."""

MOST_BYTES = 4 * 1024 * 1024
_MOST_PAGES = 10
_ALLOWED = {
    "get": re.compile(r"/v1/(checkout/sessions(/cs_\w+)?|prices/price_\w+)"),
    "post": re.compile(r"/v1/checkout/sessions(/cs_\w+/expire)?"),
}
_NOBODYS = "cs_none"


class OutcomeUnknown(WorldError):
    """Whether Stripe made a session is not known: the answer was lost or could not be read. `answered` where Stripe did answer, so that
    the same key would be given the same answer again."""

    def __init__(self, answered: bool) -> None:
        super().__init__(tr("Stripe's answer was lost. Whether the payment link was made is looked up; nobody was charged."))
        self.answered = answered


class SessionRefused(UserError):
    """Stripe does not make, or close, this session; str() says why."""


class CheckoutClient:
    """Not thread-safe. Use it in a `with`; after `seconds` in all (monotonic) nothing more is asked."""

    def __init__(
        self,
        url: str | None,
        key: str,
        *,
        seconds: float = SECONDS,
        secret_live: bool = False,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        import requests
        import stripe

        if key.startswith("sk_live") and not secret_live:
            raise UserError(tr("This is a secret live key, which could move money. Make a restricted key for payment links."))
        stripe.enable_telemetry = False
        self._stripe, self._clock = stripe, clock
        self._ends_at = clock() + seconds
        self._session = bound(requests.Session(), seconds, MOST_BYTES)
        self._http = _links_only(stripe, self._session)
        options: dict[str, Any] = {"base_addresses": {"api": check_address(url)}} if url else {}
        client = stripe.StripeClient(key, http_client=self._http, max_network_retries=0, stripe_version=VERSION, **options)
        self._v1: Any = client.v1
        self.was_replayed = False
        """Whether the last answer was given before, to the same key."""
        self.mode = "live" if "_live_" in key else "test"

    def __enter__(self) -> Self:
        return self

    def __exit__(self, _kind: type[BaseException] | None, _problem: BaseException | None, _trace: TracebackType | None) -> None:
        self._http.close()

    def make(self, asked: Asked) -> dict[str, Any]:
        """Makes the session, once for its key. Raises OutcomeUnknown, SessionRefused, TokenRefused, AccessDenied, RemoteTrouble, and
        WrongSession for one that is not what was asked for."""
        sessions = self._v1.checkout.sessions
        answer = self._ask(sessions.create, dict(asked.request), {"idempotency_key": asked.key}, writes=True)
        try:
            check_shape(answer)
        except WrongSession as problem:
            raise OutcomeUnknown(answered=True) from problem
        if self.was_replayed:
            # Another computer asked first: the answer is of then, and what became of it since counts.
            answer = self.session(str(answer["id"])) or answer
        return self._as_asked(answer, asked)

    def session(self, identifier: str) -> dict[str, Any] | None:
        """A session as it is now; None where there is none. Raises RemoteUnreachable, RemoteTrouble, TokenRefused, AccessDenied."""
        try:
            return self._shaped(self._ask(self._v1.checkout.sessions.retrieve, identifier))
        except SessionRefused:
            return None

    def find(self, asked: Asked, since: int) -> dict[str, Any] | None:
        """The session made for a key since a Unix time, or None where there is none. Raises as `session` does; also where there are too
        many to look through."""
        for session in self._made_since(since):
            if key_of(session) == asked.key:
                return self._as_asked(self._shaped(session), asked)
        return None

    def close(self, identifier: str) -> dict[str, Any]:
        """Closes an open session: nobody can pay by it any more. Raises SessionRefused where it is not open, and as `make` does."""
        return self._shaped(self._ask(self._v1.checkout.sessions.expire, identifier, writes=True))

    def price(self, identifier: str) -> dict[str, Any] | None:
        """A price as it is now; None where there is none. Raises as `session` does."""
        try:
            answer = self._ask(self._v1.prices.retrieve, identifier)
        except SessionRefused:
            return None
        if answer.get("object") != "price" or answer.get("id") != identifier:
            raise _unreadable()
        return answer

    def check_rights(self) -> None:
        """Asks whether the key may read and write sessions, without making one. Raises AccessDenied, and as `session` does."""
        self._ask(self._v1.checkout.sessions.list, {"limit": 1})
        try:
            # A key that may not write is refused before it is said that there is no such session.
            self._ask(self._v1.checkout.sessions.expire, _NOBODYS, writes=True)
        except SessionRefused:
            return
        except OutcomeUnknown as problem:
            raise RemoteTrouble(tr("Stripe has trouble answering. Try again in a minute.")) from problem

    def _made_since(self, since: int) -> Iterator[dict[str, Any]]:
        params: dict[str, Any] = {"limit": PAGE, "created": {"gte": since}}
        for _ in range(_MOST_PAGES):
            page = self._ask(self._v1.checkout.sessions.list, params)
            things = page.get("data")
            if not isinstance(things, list) or not all(isinstance(thing, dict) for thing in things):
                raise _unreadable()
            yield from things
            if not page.get("has_more"):
                return
            if not things or not isinstance(things[-1].get("id"), str):
                raise _unreadable()
            params = params | {"starting_after": things[-1]["id"]}
        raise RemoteTrouble(tr("Stripe has too many sessions to look through at once. It is tried again."))

    def _as_asked(self, session: dict[str, Any], asked: Asked) -> dict[str, Any]:
        try:
            check_session(session, asked)
        except WrongSession:
            # Nobody has its address yet, and nobody shall pay by it.
            with contextlib.suppress(WorldError, UserError):
                self.close(str(session["id"]))
            raise
        return session

    def _shaped(self, session: dict[str, Any]) -> dict[str, Any]:
        try:
            check_shape(session)
        except WrongSession as problem:
            raise _unreadable() from problem
        return session

    def _ask(self, request: Callable[..., Any], *arguments: Any, writes: bool = False) -> dict[str, Any]:
        stripe = self._stripe
        left = self._ends_at - self._clock()
        if left <= 0:
            raise RemoteUnreachable(tr("Stripe did not answer in time. Try again in a minute."))
        bound(self._session, left, MOST_BYTES)
        try:
            answer = request(*arguments).last_response
            self.was_replayed = str(answer.headers.get("idempotent-replayed")).lower() == "true"
            return dict(answer.data)
        except stripe.AuthenticationError as problem:
            raise TokenRefused(
                tr(
                    "Stripe does not accept the key for payment links: it was revoked or mistyped. Enter it anew in Settings, Integrations."
                )
            ) from problem
        except stripe.PermissionError as problem:
            raise AccessDenied(
                tr(
                    "The key for payment links lacks a right. Give it Checkout Sessions “write” and Prices “read” in Stripe's dashboard."
                )
            ) from problem
        except stripe.RateLimitError as problem:
            raise RemoteTrouble(tr("Stripe asks for fewer requests. Try again in a minute.")) from problem
        except stripe.IdempotencyError as problem:
            raise OutcomeUnknown(answered=True) from problem
        except stripe.InvalidRequestError as problem:
            raise SessionRefused(_refusal(problem)) from problem
        except stripe.APIConnectionError as problem:
            if certificate_fails(problem.__cause__):
                raise RemoteUnreachable(
                    tr(
                        "No safe connection to Stripe: its certificate does not hold. Check this computer's date and the network."
                    )
                ) from problem
            if writes and not _never_sent(problem.__cause__):
                raise OutcomeUnknown(answered=False) from problem
            raise RemoteUnreachable(tr("Stripe cannot be reached. Try again when it can.")) from problem
        except stripe.StripeError as problem:
            if writes:
                raise OutcomeUnknown(answered=problem.http_status != 409) from problem
            raise RemoteTrouble(tr("Stripe has trouble answering. Try again in a minute.")) from problem
        except (AttributeError, TypeError, ValueError) as problem:
            if writes:
                raise OutcomeUnknown(answered=True) from problem
            raise _unreadable() from problem


def _links_only(stripe: Any, session: Any) -> Any:
    """The SDK's HTTP client, unable to send anything but what payment links need (docs/storage.md, "Keys and secrets")."""

    class LinksOnly(stripe.RequestsClient):  # type: ignore[misc]
        def request(self, method: str, url: str, headers: Mapping[str, str], post_data: object = None) -> Any:
            path = "/v1/" + url.partition("?")[0].partition("/v1/")[2]
            allowed = _ALLOWED.get(method.lower())
            if allowed is None or not allowed.fullmatch(path):
                raise Bug(f"Only payment links are made here, and this was {method.upper()} {path}")
            return super().request(method, url, headers, post_data)

    return LinksOnly(timeout=TIMEOUT_SECONDS, session=session)


def _never_sent(problem: BaseException | None) -> bool:
    """Whether there was no connection at all, so that nothing can have been made."""
    from requests.exceptions import ConnectTimeout
    from urllib3.exceptions import ConnectTimeoutError, NewConnectionError

    while problem is not None:
        if isinstance(problem, (ConnectTimeout, ConnectTimeoutError, NewConnectionError)):
            return True
        reason = getattr(problem, "reason", None)
        inner = [argument for argument in problem.args if isinstance(argument, BaseException)]
        problem = reason if isinstance(reason, BaseException) else inner[0] if inner else problem.__cause__
    return False


def _refusal(problem: Any) -> str:
    param, code = str(problem.param or ""), str(problem.code or "")
    if code == "resource_missing" and param.startswith("line_items"):
        return tr("Stripe has no such price. Check the id of the price in Settings, Upgrades.")
    if code == "resource_missing" and param == "customer":
        return tr("Stripe has no such customer any more. Empty the field Stripe Customer ID of the prospect, or mend it.")
    if param == "customer_email":
        return tr("Stripe does not take the prospect's e-mail address. Mend it, and try again.")
    said = " ".join(str(problem.user_message or "").split())[:200]
    return tr("Stripe refused the payment link: {said}", said=said or code or tr("it says not why"))


def _unreadable() -> RemoteTrouble:
    return RemoteTrouble(tr("Stripe's answer could not be read. Try again in a minute."))
