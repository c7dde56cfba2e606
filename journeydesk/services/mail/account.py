"""This computer's mail account: its servers in the workspace, its password or lasting sign-in in the keyring
(docs/services.md, "E-mail")."""

import json
import time
from dataclasses import replace
from typing import Any

from journeydesk import credentials
from journeydesk.config import Connections
from journeydesk.domain.app_links import address_parts
from journeydesk.domain.errors import UserError, WorldError
from journeydesk.domain.frozen_data import dataclass
from journeydesk.domain.journeys.events import is_email
from journeydesk.domain.words import tr
from journeydesk.remote.mail import oauth
from journeydesk.remote.mail.servers import OAUTH, PASSWORD, PLAIN, STARTTLS, TLS, Server, SignIn, check_protected
from journeydesk.remote.mail.writing import ascii_address
from journeydesk.services.changes import Change
from journeydesk.services.context import Context
from journeydesk.services.queries.integrations import MAIL
from journeydesk.services.set_up_checks import note_answered_at_set_up
from journeydesk.storage.sync.meta import get_meta, set_meta

MAIL_SERVICE = "mail"
"""The kind of its secret in the keyring."""

OTHER, GOOGLE, MICROSOFT = "other", oauth.GOOGLE, oauth.MICROSOFT
_META = "mail_account"
_GOOGLE = frozenset({"gmail.com", "googlemail.com"})
_MICROSOFT = frozenset({"outlook.com", "hotmail.com", "live.com", "office365.com"})
_PRESETS = {
    GOOGLE: (Server("smtp.gmail.com", 465, TLS), Server("imap.gmail.com", 993, TLS)),
    MICROSOFT: (Server("smtp.office365.com", 587, STARTTLS), Server("outlook.office365.com", 993, TLS)),
}
_access: dict[str, oauth.Tokens] = {}
"""Access tokens as long as they last, by address; nothing of them is on disk."""

_LAST_PORT = 65_535


@dataclass(frozen=True, slots=True)
class MailAccount:
    """An account: whose mails it sends, its servers, and how it signs in. `shares` says that the texts of mails stand in the history
    that the team sees; else only that there was one. `public` is where the world reaches this computer's receiver, or empty."""

    address: str
    name: str
    provider: str
    method: str
    user: str
    smtp: Server
    imap: Server | None
    client_id: str = ""
    shares: bool = False
    public: str = ""


def preset(provider: str) -> tuple[Server, Server] | None:
    """The servers of a known provider."""
    return _PRESETS.get(provider)


def account_for(address: str, name: str, smtp: str = "", imap: str = "") -> MailAccount:
    """An account that signs in by password; servers as `host` or `host:port`, those of Gmail and Microsoft by its address. Raises
    UserError where the sending server is not known."""
    domain = address.rpartition("@")[2].casefold()
    provider = GOOGLE if domain in _GOOGLE else MICROSOFT if domain in _MICROSOFT else OTHER
    known = preset(provider)
    if not smtp and known is None:
        raise UserError(
            tr(
                "The mail server of {domain} is not known. Name it, such as smtp.{example}:465.",
                domain=domain or address,
                example=domain or "example.org",
            )
        )
    sending = _server(smtp, 465) if smtp else known[0] if known else None
    reading = _server(imap, 993) if imap else known[1] if known else None
    assert sending is not None
    account = MailAccount(address.strip(), name.strip(), provider, PASSWORD, address.strip(), sending, reading)
    check_account(account)
    return account


def account_of(
    provider: str, method: str, address: str, name: str, smtp: str, imap: str, client_id: str, shares: bool, public: str = ""
) -> MailAccount:
    """An account as it was entered. Raises UserError for what cannot be an account's."""
    if not smtp.strip():
        raise UserError(tr("Name the server that sends, such as smtp.example.org:465."))
    sending, reading = _server(smtp, 465), _server(imap, 993) if imap.strip() else None
    account = MailAccount(
        address.strip(),
        name.strip(),
        provider,
        method,
        address.strip(),
        sending,
        reading,
        client_id.strip(),
        shares,
        public.strip().rstrip("/"),
    )
    check_account(account)
    return account


def server_words(server: Server) -> str:
    """A server as it is entered."""
    return f"{server.host}:{server.port}"


def _server(text: str, usual: int) -> Server:
    host, _, port = text.strip().partition(":")
    if port and not (port.isascii() and port.isdigit() and len(port) <= 5 and 0 < int(port) <= _LAST_PORT):
        raise UserError(
            tr("“{words}” is no server. Write its name, or its name and port like smtp.example.org:465.", words=text[:80])
        )
    number = int(port or usual)
    local = host in ("localhost", "127.0.0.1")
    return Server(host, number, STARTTLS if number in (25, 587, 143) else PLAIN if local else TLS)


def mail_account(context: Context) -> MailAccount | None:
    """The account, as far as one is set up."""
    with context.database.read() as connection:
        stored = get_meta(connection, _META)
    return None if stored is None else _parsed(stored)


def check_account(account: MailAccount) -> None:
    """Raises UserError for what cannot be an account's: its address, its servers, its client id."""
    if not is_email(account.address):
        raise UserError(
            tr("“{address}” is not an e-mail address. Enter the one that mails come from.", address=account.address[:80])
        )
    ascii_address(account.address)
    for server in (account.smtp, account.imap):
        if server is None:
            continue
        if not server.host or any(letter.isspace() or letter in "/@:" for letter in server.host):
            raise UserError(tr("“{host}” is not the name of a mail server, such as smtp.example.org.", host=server.host[:80]))
        if not 0 < server.port < 65_536:
            raise UserError(
                tr(
                    "{host}: {port} is no port. Usual are 465 or 587 for sending, 993 for reading.",
                    host=server.host,
                    port=server.port,
                )
            )
        if server.security not in (TLS, STARTTLS, PLAIN):
            raise UserError(
                tr(
                    "{host}: “{security}” is no way to protect a connection. Use tls or starttls.",
                    host=server.host,
                    security=server.security,
                )
            )
        check_protected(server)
    public = address_parts(account.public)
    if account.public and (public.scheme != "https" or not public.hostname):
        raise UserError(
            tr(
                "“{public}” is no public address. Write it like https://desk.example.org, or leave it empty.",
                public=account.public[:80],
            )
        )
    if account.method == OAUTH and not account.client_id.strip():
        raise UserError(tr("A sign-in in the browser needs the client id of your team's app at Google or Microsoft."))


def keep_account(context: Context, known: Connections, account: MailAccount, secret: str, client_secret: str = "") -> None:
    """Keeps an account whose servers took the sign-in, and its password or refresh token. Raises UserError, KeyringMissing; then
    nothing was kept."""
    check_account(account)
    if not secret and not known.mail_password:
        raise UserError(tr("No password was given. Gmail needs an app password: Google account, Security, App passwords."))
    if secret:
        token = json.dumps({"secret": secret, "client_secret": client_secret})
        credentials.keep_token(context.database.folder, MAIL_SERVICE, _url(account), token)
    _access.pop(account.address, None)
    with context.database.write() as connection:
        set_meta(connection, _META, _stored(account))
        set_meta(connection, "mail_problem", None)
        note_answered_at_set_up(context, connection, MAIL)
    context.publish(Change(frozenset({"settings", "mail"})))


def set_sharing(context: Context, shares: bool) -> None:
    """Whether the texts of this account's mails stand in the history that the team sees, from now on."""
    account = mail_account(context)
    if account is None:
        raise UserError(tr("No mail account is set up on this computer."))
    with context.database.write() as connection:
        set_meta(connection, _META, _stored(replace(account, shares=shares)))
    context.publish(Change(frozenset({"settings", "mail"})))


def forget_account(context: Context) -> bool:
    """Takes the account and its password away; the queue waits. Returns whether there was one. Raises KeyringMissing."""
    there = mail_account(context) is not None
    credentials.forget(context.database.folder, (MAIL_SERVICE,))
    _access.clear()
    with context.database.write() as connection:
        set_meta(connection, _META, None)
    context.publish(Change(frozenset({"settings", "mail"})))
    return there


def sign_in(context: Context, known: Connections, account: MailAccount) -> SignIn:
    """How the account signs in now; with OAuth a new access token is had where the last one ends. Raises UserError where the keyring has
    nothing, SignInNeeded, WorldError."""
    kept = _kept(context, known, account)
    if account.method != OAUTH:
        return SignIn(account.user, str(kept["secret"]), PASSWORD)
    tokens = _access.get(account.address)
    if tokens is None or tokens.ends_at <= time.monotonic():
        client_secret = str(kept.get("client_secret", ""))
        tokens = oauth.refreshed(
            oauth.provider(account.provider, known.oauth_url), account.client_id, client_secret, str(kept["secret"])
        )
        _access[account.address] = tokens
        if tokens.refresh != kept["secret"]:
            token = json.dumps({"secret": tokens.refresh, "client_secret": client_secret})
            credentials.keep_token(context.database.folder, MAIL_SERVICE, _url(account), token)
    return SignIn(account.user, tokens.access, OAUTH)


def drop_access(account: MailAccount) -> None:
    """Forgets the access token: the server did not take it, though it should still hold."""
    _access.pop(account.address, None)


def _kept(context: Context, known: Connections, account: MailAccount) -> dict[str, Any]:
    if known.mail_password:
        return {"secret": known.mail_password}
    token = credentials.token_for(context.database.folder, MAIL_SERVICE, _url(account), _url(account))
    if token is None:
        raise UserError(
            tr("The keyring has no password for the mail account. Enter it again in Settings, Integrations, E-mail.")
        )
    try:
        kept = json.loads(token)
    except ValueError:
        kept = None
    if not isinstance(kept, dict) or not isinstance(kept.get("secret"), str):
        raise WorldError(tr("What the keyring holds for the mail account cannot be read. Enter the password again."))
    return kept


def _url(account: MailAccount) -> str:
    return f"smtp://{account.smtp.host}:{account.smtp.port}"


def _stored(account: MailAccount) -> str:
    def server(value: Server | None) -> list[object] | None:
        return None if value is None else [value.host, value.port, value.security]

    return json.dumps(
        {
            "address": account.address,
            "name": account.name,
            "provider": account.provider,
            "method": account.method,
            "user": account.user,
            "smtp": server(account.smtp),
            "imap": server(account.imap),
            "client_id": account.client_id,
            "shares": account.shares,
            "public": account.public,
        },
        ensure_ascii=False,
    )


def _parsed(stored: str) -> MailAccount:
    values = json.loads(stored)
    imap = values["imap"]
    return MailAccount(
        values["address"],
        values["name"],
        values["provider"],
        values["method"],
        values["user"],
        Server(*values["smtp"]),
        None if imap is None else Server(*imap),
        values["client_id"],
        bool(values["shares"]),
        values.get("public", ""),
    )
