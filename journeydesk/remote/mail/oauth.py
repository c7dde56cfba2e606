"""Signing in without a password: the system's browser comes back to this computer with a code (RFC 8252, PKCE by RFC 7636), or a
person types a short one elsewhere (RFC 8628).

The team brings its own client id: Gmail's scope is only given to published apps that Google has looked at.
"""

import base64
import hashlib
import hmac
import secrets
import time
from collections.abc import Callable, Mapping
from types import TracebackType
from typing import TYPE_CHECKING, Any, Self
from urllib.parse import parse_qs, urlencode, urlsplit

from journeydesk.domain.app_links import address_parts
from journeydesk.domain.errors import UserError, WorldError
from journeydesk.domain.frozen_data import dataclass
from journeydesk.domain.words import tr

if TYPE_CHECKING:
    from http.server import BaseHTTPRequestHandler

GOOGLE, MICROSOFT = "google", "microsoft"
_WAIT_SECONDS = 600.0
_MOST_BYTES = 256 * 1024
_CLOSE = b"<!doctype html><meta charset=utf-8><title>Journeydesk</title><p>You are signed in. Close this page and go back to Journeydesk."
_REFUSED = (
    b"<!doctype html><meta charset=utf-8><title>Journeydesk</title><p>The sign-in was not finished. Journeydesk says why."
)


class SignInNeeded(UserError):
    """The provider no longer takes what was signed in with; a person has to sign in again."""


@dataclass(frozen=True, slots=True)
class Provider:
    """A provider's addresses, and the scopes that mail needs. `device` is empty where mail cannot be had by a short code."""

    name: str
    authorize: str
    token: str
    device: str
    scope: str


@dataclass(frozen=True, slots=True)
class Tokens:
    """An access token, when it ends (`time.monotonic`), and what the next one is had with."""

    access: str
    ends_at: float
    refresh: str


@dataclass(frozen=True, slots=True)
class DeviceCode:
    """What a person types where: the code, the address, and how long (seconds)."""

    user_code: str
    address: str
    device_code: str
    interval: float
    lasts: float


def provider(name: str, base: str | None = None) -> Provider:
    """A provider by its name; `base` puts another address in the place of its own."""
    if name == GOOGLE:
        scope = "https://mail.google.com/"
        authorize, token = "https://accounts.google.com/o/oauth2/v2/auth", "https://oauth2.googleapis.com/token"
        # Google gives this scope to no device code.
        device = ""
    else:
        scope = "https://outlook.office.com/SMTP.Send https://outlook.office.com/IMAP.AccessAsUser.All offline_access"
        common = "https://login.microsoftonline.com/common/oauth2/v2.0"
        authorize, token, device = f"{common}/authorize", f"{common}/token", f"{common}/devicecode"
    if base:
        authorize, token = f"{base}/authorize", f"{base}/token"
        device = f"{base}/devicecode" if device else ""
    return Provider(name, authorize, token, device, scope)


class Loopback:
    """A sign-in through the browser: `address` is to be opened there; `wait` gives the tokens. Use it in a `with`."""

    def __init__(self, provider: Provider, client_id: str, client_secret: str = "", hint: str = "") -> None:
        self._provider = provider
        self._client = (client_id, client_secret)
        self._state = secrets.token_urlsafe(24)
        self._verifier = secrets.token_urlsafe(48)
        self._answer: dict[str, str] = {}
        # Not with the account, which every list of messages reads.
        from http.server import HTTPServer

        self._server = HTTPServer(("127.0.0.1", 0), self._handler())
        self._server.timeout = 0.25
        self._redirect = f"http://127.0.0.1:{self._server.server_port}/"
        challenge = base64.urlsafe_b64encode(hashlib.sha256(self._verifier.encode()).digest()).rstrip(b"=").decode()
        query = {
            "client_id": client_id,
            "response_type": "code",
            "redirect_uri": self._redirect,
            "scope": provider.scope,
            "state": self._state,
            "code_challenge": challenge,
            "code_challenge_method": "S256",
            "access_type": "offline",
            "prompt": "consent",
        } | ({"login_hint": hint} if hint else {})
        self.address = f"{provider.authorize}?{urlencode(query)}"

    def __enter__(self) -> Self:
        return self

    def __exit__(self, _kind: type[BaseException] | None, _problem: BaseException | None, _trace: TracebackType | None) -> None:
        self._server.server_close()

    def wait(self, *, seconds: float = _WAIT_SECONDS, cancelled: Callable[[], bool] = lambda: False) -> Tokens:
        """Waits for the browser to come back, then gets the tokens. Raises UserError where the sign-in was refused, not finished in
        time or ended by a person."""
        ends_at = time.monotonic() + seconds
        while not self._answer:
            if cancelled():
                raise UserError(tr("The sign-in was ended. Nothing was changed."))
            if time.monotonic() > ends_at:
                raise UserError(tr("The browser did not come back in time. Nothing was changed; try again."))
            self._server.handle_request()
        if "code" not in self._answer:
            raise UserError(
                tr(
                    "The sign-in was refused ({answer}). Nothing was changed.",
                    answer=self._answer.get("error", "no reason")[:80],
                )
            )
        form = {
            "grant_type": "authorization_code",
            "code": self._answer["code"],
            "redirect_uri": self._redirect,
            "code_verifier": self._verifier,
        }
        return _tokens(_asked(self._provider.token, form | _client(*self._client)), "")

    def _handler(self) -> "type[BaseHTTPRequestHandler]":
        from http.server import BaseHTTPRequestHandler

        answer, state = self._answer, self._state

        class Handler(BaseHTTPRequestHandler):
            # Any local program may knock, and say nothing.
            timeout = 3.0

            def do_GET(self) -> None:
                query = {name: values[0] for name, values in parse_qs(address_parts(self.path).query).items()}
                ours = hmac.compare_digest(query.get("state", "").encode(), state.encode())
                if not ours or not ("code" in query or "error" in query):
                    self.send_error(404)
                    return
                self.send_response(200)
                self.send_header("Content-Type", "text/html; charset=utf-8")
                self.end_headers()
                self.wfile.write(_CLOSE if "code" in query else _REFUSED)
                answer.update(query)

            def log_message(self, *_words: object) -> None:
                # The address holds the code.
                return

        return Handler


def begin_device(provider: Provider, client_id: str) -> DeviceCode:
    """Asks for a short code. Raises UserError where the provider gives none for mail, WorldError."""
    if not provider.device:
        raise UserError(
            tr("Google gives no short codes for mail. Sign in with the browser on this computer, or use an app password.")
        )
    answer = _asked(provider.device, {"client_id": client_id, "scope": provider.scope})
    address = answer.get("verification_uri") or answer.get("verification_url")
    values = (answer.get("user_code"), address, answer.get("device_code"))
    if not all(isinstance(value, str) and value for value in values) or address_parts(str(address)).scheme not in (
        "https",
        "http",
    ):
        raise _unreadable(provider.device)
    user_code, verification, device_code = (str(value) for value in values)
    return DeviceCode(
        user_code, verification, device_code, _seconds(answer.get("interval"), 5), _seconds(answer.get("expires_in"), 900)
    )


def wait_device(
    provider: Provider,
    client_id: str,
    code: DeviceCode,
    *,
    client_secret: str = "",
    sleep: Callable[[float], None] = time.sleep,
    cancelled: Callable[[], bool] = lambda: False,
) -> Tokens:
    """Asks until the person has typed the code, at the pace that the provider wants. Raises UserError where it was refused or ran out."""
    ends_at, interval = time.monotonic() + code.lasts, code.interval
    form = {"grant_type": "urn:ietf:params:oauth:grant-type:device_code", "device_code": code.device_code}
    while time.monotonic() < ends_at:
        if cancelled():
            raise UserError(tr("The sign-in was ended. Nothing was changed."))
        sleep(interval)
        answer = _asked(provider.token, form | _client(client_id, client_secret), refusals=True)
        match answer.get("error"):
            case None:
                return _tokens(answer, "")
            case "authorization_pending":
                continue
            case "slow_down":
                interval += 5
            case "access_denied":
                raise UserError(tr("The sign-in was refused. Nothing was changed."))
            case _:
                break
    raise UserError(tr("The code ran out before the sign-in. Nothing was changed; try again."))


def refreshed(provider: Provider, client_id: str, client_secret: str, refresh: str) -> Tokens:
    """New tokens for the one that was kept. Raises SignInNeeded where it no longer holds, WorldError."""
    answer = _asked(
        provider.token,
        {"grant_type": "refresh_token", "refresh_token": refresh} | _client(client_id, client_secret),
        refusals=True,
    )
    if answer.get("error"):
        raise SignInNeeded(
            tr(
                "{provider} no longer takes the sign-in ({answer}). Sign in again in Settings, Integrations, E-mail.",
                provider=provider.name.capitalize(),
                answer=str(answer["error"])[:60],
            )
        )
    return _tokens(answer, refresh)


def _client(client_id: str, client_secret: str) -> dict[str, str]:
    return {"client_id": client_id} | ({"client_secret": client_secret} if client_secret else {})


def _asked(address: str, form: Mapping[str, str], *, refusals: bool = False) -> dict[str, Any]:
    """A form sent, its JSON object. Refusals of OAuth (400, 401 with `error`) are returned where they are wanted."""
    # Not with the account, which every list of messages reads.
    import requests

    from journeydesk.remote.bounded_http import bound

    host = urlsplit(address).hostname
    with bound(requests.Session(), 20.0, _MOST_BYTES) as session:
        try:
            response = session.post(
                address, data=dict(form), headers={"Accept": "application/json"}, timeout=10, allow_redirects=False
            )
        except requests.RequestException as problem:
            raise WorldError(tr("{host} cannot be reached. The sign-in waits; try again.", host=host)) from problem
    try:
        answer = response.json()
    except (ValueError, RecursionError):
        answer = None
    if not isinstance(answer, dict):
        raise _unreadable(address)
    if response.status_code == 200 or (
        refusals and response.status_code in (400, 401, 403) and isinstance(answer.get("error"), str)
    ):
        return answer
    said = str(answer.get("error_description") or answer.get("error") or response.status_code)
    if 400 <= response.status_code < 500:
        raise UserError(
            tr("{host} refused the sign-in: {said}. Check the client id.", host=host, said=" ".join(said.split())[:200])
        )
    raise WorldError(
        tr("{host} has trouble answering ({status_code}). Try again later.", host=host, status_code=response.status_code)
    )


def _tokens(answer: Mapping[str, Any], refresh: str) -> Tokens:
    access = answer.get("access_token")
    if not isinstance(access, str) or not access or any(ord(letter) < 33 or ord(letter) > 126 for letter in access):
        raise WorldError(tr("The provider's answer holds no token. Nothing was changed; try again."))
    given = answer.get("refresh_token")
    kept = given if isinstance(given, str) and given else refresh
    if not kept:
        raise UserError(tr("The provider gave no lasting sign-in (no refresh token). Allow offline access for the client id."))
    # A minute early, for what is under way.
    return Tokens(access, time.monotonic() + max(0.0, _seconds(answer.get("expires_in"), 3600) - 60), kept)


def _seconds(value: object, usual: float) -> float:
    return float(value) if isinstance(value, int | float) and not isinstance(value, bool) and 0 < value <= 86_400 else usual


def _unreadable(address: str) -> WorldError:
    return WorldError(
        tr(
            "The answer of {hostname} is not one of a sign-in. Is the network open? Try again.",
            hostname=urlsplit(address).hostname,
        )
    )
