"""Signing in by OAuth against an authorisation server that is made with Authlib."""

import base64
import json
import secrets
import threading
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import parse_qs, urlsplit
from urllib.request import urlopen

import pytest
from authlib.oauth2.rfc7636 import create_s256_code_challenge

from journeydesk.domain.errors import UserError, WorldError
from journeydesk.remote.mail import oauth
from journeydesk.remote.mail.oauth import GOOGLE, MICROSOFT, Loopback, Provider, SignInNeeded, provider
from journeydesk.remote.mail.servers import Server
from journeydesk.services.mail.account import MailAccount, drop_access, keep_account, sign_in
from tests.fakes.open_keyring import OpenKeyring
from tests.fakes.post_office import post_office
from tests.fakes.scripted_service import scripted
from tests.integration.mail.conftest import ADDRESS, MailDesk
from tests.workspaces import NOWHERE


@dataclass
class AuthorisationServer:
    """Grants codes and tokens; PKCE is checked by Authlib's own computation."""

    url: str = ""
    codes: dict[str, dict[str, str]] = field(default_factory=dict)
    refresh: str = "refresh-1"
    access: str = "access-1"
    device_answers: list[dict[str, Any]] = field(default_factory=list)
    forms: list[dict[str, str]] = field(default_factory=list)
    revoked: bool = False

    def authorize(self, query: dict[str, str]) -> str:
        """Where the browser is sent once the person agreed."""
        code = secrets.token_hex(8)
        self.codes[code] = query
        return f"{query['redirect_uri']}?code={code}&state={query['state']}"

    def token(self, form: dict[str, str]) -> tuple[int, dict[str, Any]]:
        """The answer to a request for tokens."""
        self.forms.append(form)
        tokens = {"access_token": self.access, "refresh_token": self.refresh, "expires_in": 3600, "token_type": "Bearer"}
        match form.get("grant_type"):
            case "authorization_code":
                asked = self.codes.pop(form["code"], None)
                if asked is None or create_s256_code_challenge(form["code_verifier"]) != asked["code_challenge"]:
                    return 400, {"error": "invalid_grant"}
                if asked["redirect_uri"] != form["redirect_uri"]:
                    return 400, {"error": "invalid_grant"}
                return 200, tokens
            case "refresh_token":
                if self.revoked or form["refresh_token"] != self.refresh:
                    return 400, {"error": "invalid_grant"}
                return 200, tokens
            case _:
                answer = self.device_answers.pop(0)
                return (400, answer) if "error" in answer else (200, tokens)


@pytest.fixture
def authority() -> Iterator[AuthorisationServer]:
    """The server while it runs."""
    state = AuthorisationServer()

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            query = {name: values[0] for name, values in parse_qs(urlsplit(self.path).query).items()}
            self.send_response(302)
            self.send_header("Location", state.authorize(query))
            self.end_headers()

        def do_POST(self) -> None:
            form = {
                name: values[0]
                for name, values in parse_qs(self.rfile.read(int(self.headers["Content-Length"])).decode()).items()
            }
            if self.path == "/devicecode":
                code = {
                    "user_code": "ABCD-EFGH",
                    "verification_uri": "https://microsoft.example/device",
                    "device_code": "d",
                    "interval": 5,
                }
                status, answer = 200, code | {"expires_in": 900}
            else:
                status, answer = state.token(form)
            content = json.dumps(answer).encode()
            self.send_response(status)
            self.send_header("Content-Type", "application/json")
            self.send_header("Content-Length", str(len(content)))
            self.end_headers()
            self.wfile.write(content)

        def log_message(self, format: str, *args: object) -> None:
            return

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads = True
    threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True).start()
    state.url = f"http://127.0.0.1:{server.server_address[1]}"
    yield state
    server.shutdown()
    server.server_close()


def browse(address: str) -> None:
    """A person's browser, which follows where it is sent."""
    threading.Thread(target=lambda: urlopen(address, timeout=10).read(), daemon=True).start()


def test_the_browser_brings_tokens_by_a_code_that_only_we_can_use(authority: AuthorisationServer) -> None:
    with Loopback(provider(GOOGLE, authority.url), "client-1", "not so secret", ADDRESS) as loopback:
        query = {name: values[0] for name, values in parse_qs(urlsplit(loopback.address).query).items()}
        browse(loopback.address)
        tokens = loopback.wait(seconds=20)
    assert (tokens.access, tokens.refresh) == ("access-1", "refresh-1")
    assert query["redirect_uri"].startswith("http://127.0.0.1:")
    assert (query["scope"], query["login_hint"]) == ("https://mail.google.com/", ADDRESS)
    assert authority.forms[0]["client_secret"] == "not so secret"
    assert 3_000 < tokens.ends_at - time.monotonic() <= 3_540


def test_a_code_of_somebody_else_is_not_taken(authority: AuthorisationServer) -> None:
    with Loopback(provider(GOOGLE, authority.url), "client-1") as loopback:
        redirect = parse_qs(urlsplit(loopback.address).query)["redirect_uri"][0]
        knocking = threading.Thread(target=_knock, args=(f"{redirect}?code=evil&state=guess",), daemon=True)
        knocking.start()
        with pytest.raises(UserError, match="did not come back in time"):
            loopback.wait(seconds=1.5)
        knocking.join(5)
    assert authority.forms == []


def _knock(address: str) -> None:
    from urllib.error import HTTPError

    with pytest.raises(HTTPError):
        urlopen(address, timeout=5)


def test_a_person_who_refuses_is_told_and_nothing_is_kept(authority: AuthorisationServer) -> None:
    with Loopback(provider(GOOGLE, authority.url), "client-1") as loopback:
        query = parse_qs(urlsplit(loopback.address).query)
        browse(f"{query['redirect_uri'][0]}?error=access_denied&state={query['state'][0]}")
        with pytest.raises(UserError, match=r"refused \(access_denied\)"):
            loopback.wait(seconds=10)


def test_a_short_code_is_waited_for_at_the_providers_pace(authority: AuthorisationServer) -> None:
    microsoft = provider(MICROSOFT, authority.url)
    authority.device_answers = [
        {"error": "authorization_pending"},
        {"error": "slow_down"},
        {"error": "authorization_pending"},
        {},
    ]
    code = oauth.begin_device(microsoft, "client-1")
    slept: list[float] = []
    tokens = oauth.wait_device(microsoft, "client-1", code, sleep=slept.append)
    assert (code.user_code, code.address) == ("ABCD-EFGH", "https://microsoft.example/device")
    assert slept == [5, 5, 10, 10]
    assert tokens.refresh == "refresh-1"


@pytest.mark.parametrize(("error", "words"), [("access_denied", "was refused"), ("expired_token", "ran out")])
def test_a_short_code_that_ends_is_told(authority: AuthorisationServer, error: str, words: str) -> None:
    microsoft = provider(MICROSOFT, authority.url)
    authority.device_answers = [{"error": error}]
    code = oauth.begin_device(microsoft, "client-1")
    with pytest.raises(UserError, match=words):
        oauth.wait_device(microsoft, "client-1", code, sleep=lambda _: None)


def test_google_gives_no_short_code_for_mail() -> None:
    with pytest.raises(UserError, match="Google gives no short codes for mail"):
        oauth.begin_device(provider(GOOGLE), "client-1")


def test_the_lasting_sign_in_is_kept_and_renewed(office: MailDesk, authority: AuthorisationServer, vault: OpenKeyring) -> None:
    from dataclasses import replace

    known = replace(NOWHERE, oauth_url=authority.url)
    with post_office(auth_required=True) as server:
        server.users[ADDRESS] = "access-1"
        smtp = Server("127.0.0.1", server.port, "none")
        account = MailAccount(ADDRESS, "Amaia", MICROSOFT, "oauth", ADDRESS, smtp, None, "client-1")
        keep_account(office.context, known, account, "refresh-1")
        office.known = known
        office.queue(None, "ann@x.example")
        assert office.send().sent == 1
        # The server stops taking the token before its time: a new one is had, once.
        server.users[ADDRESS] = authority.access = "access-2"
        office.queue(None, "bob@x.example")
        assert office.send().sent == 1
        authority.refresh = "refresh-2"
        authority.revoked = True
        drop_access(account)
        with pytest.raises(SignInNeeded, match="no longer takes the sign-in"):
            sign_in(office.context, known, account)
    stored = office.rows("SELECT value FROM meta WHERE key = 'mail_account'")[0][0]
    everything = "".join(str(value) for _, value in office.rows("SELECT key, value FROM meta"))
    assert "refresh-1" not in everything and "access" not in stored
    assert any("refresh-1" in secret for secret in vault.secrets.values())


@pytest.mark.parametrize(
    ("body", "words"),
    [
        ("<html>Welcome to the hotel</html>", "is not one of a sign-in"),
        ({"token_type": "Bearer"}, "holds no token"),
        ({"access_token": ["x"]}, "holds no token"),
        ({"access_token": "a b"}, "holds no token"),
    ],
)
def test_an_answer_of_another_shape_is_no_sign_in(body: object, words: str) -> None:
    with scripted() as service:
        service.answers(body)
        strange = Provider("google", "", f"{service.url}/token", "", "")
        with pytest.raises(WorldError, match=words):
            oauth.refreshed(strange, "client-1", "", "refresh-1")


def test_the_challenge_of_a_refused_token_is_read_as_words() -> None:
    from journeydesk.remote.mail.servers import plain_words

    challenge = base64.b64encode(b'{"status":"401","schemes":"bearer"}')
    assert plain_words(challenge) == '{"status":"401","schemes":"bearer"}'


def test_an_account_is_set_up_by_a_short_code(office: MailDesk, authority: AuthorisationServer, vault: OpenKeyring) -> None:
    from dataclasses import replace

    from journeydesk.services.mail.account import mail_account
    from journeydesk.services.mail.signing_in import CodeSignIn

    known = replace(NOWHERE, oauth_url=authority.url)
    authority.device_answers = [{"error": "authorization_pending"}, {}]
    with post_office(auth_required=True) as server:
        server.users[ADDRESS] = "access-1"
        smtp = Server("127.0.0.1", server.port, "none")
        account = MailAccount(ADDRESS, "Amaia", MICROSOFT, "oauth", ADDRESS, smtp, None, "client-1")
        assert CodeSignIn(office.context, known, account).finish(sleep=lambda _: None) == ADDRESS
    assert mail_account(office.context) == account
    assert any("refresh-1" in secret for secret in vault.secrets.values())
