"""Where a mail account's servers are, how one signs in to them, and what their refusals mean."""

import base64
import contextlib
from typing import TYPE_CHECKING

from journeydesk.domain.errors import UserError, WorldError
from journeydesk.domain.frozen_data import dataclass
from journeydesk.domain.words import tr

if TYPE_CHECKING:
    import ssl

TLS, STARTTLS, PLAIN = "tls", "starttls", "none"
"""How a connection is protected; without protection only to this computer itself."""

PASSWORD, OAUTH = "password", "oauth"
TOTAL_SECONDS = 30.0
"""The end of one conversation with a server, whatever it drips."""

_LOOPBACK = frozenset({"127.0.0.1", "::1", "localhost"})


class MailRefused(UserError):
    """The server does not take the sign-in; nothing was sent."""


class MailUnreachable(WorldError):
    """The server cannot be reached, or does not answer in time; everything waits."""


@dataclass(frozen=True, slots=True)
class Server:
    """A host, its port, and how the connection is protected."""

    host: str
    port: int
    security: str = TLS


@dataclass(frozen=True, slots=True)
class SignIn:
    """Who signs in, with a password or with an access token of OAuth."""

    user: str
    secret: str
    method: str = PASSWORD


def check_protected(server: Server) -> None:
    """Raises UserError for a connection without protection to another computer: a password would be readable on the way."""
    if server.security == PLAIN and server.host not in _LOOPBACK:
        raise UserError(
            tr(
                "{host}: a connection without TLS would show the password to everybody on the way. Choose TLS.",
                host=server.host,
            )
        )


def tls() -> "ssl.SSLContext":
    """TLS that checks the certificate and its name."""
    # Whose account is only shown speaks with no server.
    import ssl

    return ssl.create_default_context()


def xoauth2(sign_in: SignIn) -> str:
    """The answer to the server's question in the way that Gmail and Microsoft take a token."""
    return f"user={sign_in.user}\x01auth=Bearer {sign_in.secret}\x01\x01"


def plain_words(answer: bytes | str) -> str:
    """A server's sentence as one line that can be shown; a challenge in base64 is read."""
    text = answer.decode("utf-8", errors="replace") if isinstance(answer, bytes) else answer
    text = " ".join(text.split())
    if text and len(text) % 4 == 0 and " " not in text:
        with contextlib.suppress(ValueError, UnicodeDecodeError):
            text = base64.b64decode(text, validate=True).decode("utf-8")
    return "".join(letter for letter in text if letter.isprintable())[:300]
