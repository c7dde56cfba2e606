"""Where one signs in without a password: codes for a browser (RFC 6749, PKCE by RFC 7636) and short ones for a device (RFC 8628)."""

import base64
import hashlib
import html
import secrets
from collections.abc import Mapping, Sequence
from urllib.parse import parse_qsl, urlencode

from journeydesk.sandbox.mail.store import MailStore
from journeydesk.sandbox.web import Request, Response, json_response

_LASTS = 3_600
_PAGE = """<!doctype html><meta charset=utf-8><title>Sign in</title>
<body style="font-family: sans-serif; margin: 15% auto; width: 24em"><h1>Sandbox mail</h1>
<p>{whom} wants to read and send mail with Journeydesk.</p><p><a href="{yes}">Allow</a> &nbsp; <a href="{no}">Refuse</a></p>"""


class OAuthService:
    """Answers every request below `/oauth`. `agrees` lets whoever asks in at once, as a person would who presses Allow."""

    def __init__(self, store: MailStore) -> None:
        self.store = store
        self.refresh = "sandbox-refresh-1"
        self.revoked = False
        self.agrees = False
        self.device_polls = 1
        """How often a device is told to wait before its code was typed."""
        self._codes: dict[str, dict[str, str]] = {}
        self._devices: dict[str, int] = {}

    def handle(self, request: Request, segments: Sequence[str]) -> Response:
        """Answer one request; `segments` are the path's parts after `/oauth`."""
        form = dict(parse_qsl(request.body.decode("utf-8", "replace")))
        match (request.method, *segments):
            case ("GET", "authorize"):
                return self._authorize(dict(request.query))
            case ("POST", "token"):
                return self._token(form)
            case ("POST", "devicecode"):
                return self._device()
        return json_response({"error": "not_found"}, 404)

    def _authorize(self, asked: Mapping[str, str]) -> Response:
        back = asked.get("redirect_uri", "")
        if not back.startswith(("http://127.0.0.1:", "http://localhost:", "http://[::1]:")):
            return json_response({"error": "invalid_request", "error_description": "redirect_uri is not this computer"}, 400)
        if asked.get("code_challenge_method") != "S256" or not asked.get("code_challenge"):
            return json_response({"error": "invalid_request", "error_description": "PKCE with S256 is needed"}, 400)
        code = secrets.token_urlsafe(16)
        self._codes[code] = dict(asked)
        state = asked.get("state", "")
        yes = f"{back}?{urlencode({'code': code, 'state': state})}"
        if self.agrees:
            return Response(302, headers=(("location", yes),))
        no = f"{back}?{urlencode({'error': 'access_denied', 'state': state})}"
        page = _PAGE.format(whom=html.escape(self.store.address), yes=html.escape(yes), no=html.escape(no))
        return Response(200, page.encode(), "text/html; charset=utf-8")

    def _token(self, form: Mapping[str, str]) -> Response:
        match form.get("grant_type"):
            case "authorization_code":
                asked = self._codes.pop(form.get("code", ""), None)
                digest = hashlib.sha256(form.get("code_verifier", "").encode()).digest()
                challenge = base64.urlsafe_b64encode(digest).rstrip(b"=").decode()
                good = asked is not None and asked["code_challenge"] == challenge
                good = good and asked is not None and asked["redirect_uri"] == form.get("redirect_uri")
                return self._tokens() if good else _refused("invalid_grant")
            case "refresh_token":
                good = not self.revoked and form.get("refresh_token") == self.refresh
                return self._tokens() if good else _refused("invalid_grant")
            case "urn:ietf:params:oauth:grant-type:device_code":
                code = form.get("device_code", "")
                if code not in self._devices:
                    return _refused("expired_token")
                self._devices[code] -= 1
                return _refused("authorization_pending") if self._devices[code] >= 0 else self._tokens()
        return _refused("unsupported_grant_type")

    def _tokens(self) -> Response:
        found = {"access_token": self.store.access, "refresh_token": self.refresh, "expires_in": _LASTS, "token_type": "Bearer"}
        return json_response(found)

    def _device(self) -> Response:
        code = secrets.token_urlsafe(16)
        self._devices[code] = self.device_polls
        return json_response(
            {
                "device_code": code,
                "user_code": "SAND-BOX1",
                "verification_uri": "https://sandbox.example/device",
                "interval": 1,
                "expires_in": 900,
            }
        )


def _refused(error: str) -> Response:
    return json_response({"error": error}, 400)
