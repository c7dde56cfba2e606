"""Sending: one conversation with a mail server for a few mails, under one deadline each (docs/services.md, "E-mail").

A mail whose connection ends after its text was given over, before the server's answer, may or may not have been taken: that is told
apart, for a second try could send it twice.
"""

import base64
import smtplib
import socket
import ssl
from email.message import EmailMessage
from types import TracebackType
from typing import Self

from journeydesk.domain.frozen_data import dataclass
from journeydesk.domain.words import tr
from journeydesk.remote.deadline import Deadline
from journeydesk.remote.mail.servers import (
    OAUTH,
    STARTTLS,
    TLS,
    TOTAL_SECONDS,
    MailRefused,
    MailUnreachable,
    Server,
    SignIn,
    check_protected,
    plain_words,
    tls,
    xoauth2,
)

TAKEN, LATER, NEVER, PERHAPS = "taken", "later", "never", "perhaps"
"""What became of a mail: the server took it, wants it later, will never take it, or nobody knows."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of a mail for one recipient, with the server's code and sentence."""

    result: str
    code: int
    words: str


class Mailer:
    """A connection to a mail server, signed in; use it in a `with`. Raises MailRefused, MailUnreachable, UserError for an unprotected
    connection."""

    def __init__(
        self, server: Server, sign_in: SignIn, *, seconds: float = TOTAL_SECONDS, context: ssl.SSLContext | None = None
    ) -> None:
        check_protected(server)
        self._server = server
        self._sign_in = sign_in
        self._seconds = seconds
        self._tls = context or tls()
        self._smtp: smtplib.SMTP | None = None

    def __enter__(self) -> Self:
        with Deadline(self._seconds) as deadline:
            try:
                self._smtp = self._connected(deadline)
            except smtplib.SMTPAuthenticationError as problem:
                raise MailRefused(
                    tr(
                        "{host} does not take the sign-in of {user}: {answer}. Enter it again in Settings, "
                        "Integrations, E-mail.",
                        host=self._server.host,
                        user=self._sign_in.user,
                        answer=plain_words(problem.smtp_error),
                    )
                ) from problem
            except ssl.SSLCertVerificationError as problem:
                raise MailUnreachable(
                    tr(
                        "The certificate of {host} does not hold ({why}). Nothing was sent. Check the "
                        "server's name and this computer's date.",
                        host=self._server.host,
                        why=problem.verify_message,
                    )
                ) from problem
            except (OSError, ValueError, smtplib.SMTPException) as problem:
                raise MailUnreachable(self._why(deadline, problem)) from problem
        return self

    def __exit__(self, _kind: type[BaseException] | None, _problem: BaseException | None, _trace: TracebackType | None) -> None:
        smtp, self._smtp = self._smtp, None
        if smtp is None:
            return
        with Deadline(2.0) as deadline:
            if smtp.sock is not None:
                deadline.watch(smtp.sock)
            try:
                smtp.quit()
            except (OSError, smtplib.SMTPException):
                smtp.close()

    def send(self, mail: EmailMessage, sender: str, recipient: str) -> Outcome:
        """Gives one mail over for one recipient. Raises MailUnreachable where the connection ended before the text was sent: then
        nothing was taken."""
        smtp = self._smtp
        assert smtp is not None
        content = mail.as_bytes()
        with Deadline(self._seconds) as deadline:
            if smtp.sock is not None:
                deadline.watch(smtp.sock)
            given_over = False
            try:
                code, answer = smtp.mail(sender)
                if code == 250:
                    code, answer = smtp.rcpt(recipient)
                if code in (250, 251):
                    code, answer = smtp.docmd("DATA")
                    if code == 354:
                        given_over = True
                        smtp.send(_dotted(content))
                        code, answer = smtp.getreply()
                        if deadline.passed:
                            raise smtplib.SMTPServerDisconnected
                        if 200 <= code < 300:
                            return Outcome(TAKEN, code, plain_words(answer))
                        if not 400 <= code < 600:
                            # Neither yes nor no, after the whole text: a second try could send it twice.
                            smtp.close()
                            return Outcome(PERHAPS, max(code, 0), plain_words(answer))
            except (OSError, smtplib.SMTPException) as problem:
                smtp.close()
                words = self._why(deadline, problem)
                if given_over:
                    return Outcome(PERHAPS, 0, words)
                raise MailUnreachable(words) from problem
            self._forget(smtp)
        if code == 421 or code < 200 or code == -1:
            smtp.close()
            raise MailUnreachable(
                tr("{host} ended the conversation: {answer}", host=self._server.host, answer=plain_words(answer))
            )
        return Outcome(NEVER if 500 <= code < 600 else LATER, code, plain_words(answer))

    @property
    def is_open(self) -> bool:
        """Whether another mail can be given over."""
        return self._smtp is not None and self._smtp.sock is not None

    def _forget(self, smtp: smtplib.SMTP) -> None:
        """After a refusal, so that the next mail begins anew."""
        try:
            smtp.rset()
        except (OSError, smtplib.SMTPException):
            smtp.close()

    def _connected(self, deadline: Deadline) -> smtplib.SMTP:
        server = self._server
        name = "localhost"
        smtp: smtplib.SMTP
        smtp = _WatchedTls(deadline, self._tls, name) if server.security == TLS else _Watched(deadline, name)
        smtp.timeout = self._seconds
        smtp._host = server.host  # type: ignore[attr-defined]  # as the constructor does; it is the name that TLS checks
        try:
            self._greeted(smtp, deadline)
        except BaseException:
            smtp.close()
            raise
        return smtp

    def _greeted(self, smtp: smtplib.SMTP, deadline: Deadline) -> None:
        server = self._server
        code, answer = smtp.connect(server.host, server.port)
        if code != 220:
            raise smtplib.SMTPConnectError(code, answer)
        smtp.ehlo()
        if server.security == STARTTLS:
            smtp.starttls(context=self._tls)
            if smtp.sock is not None:
                deadline.watch(smtp.sock)
            smtp.ehlo()
        if self._sign_in.method == OAUTH:
            self._by_token(smtp)
        elif self._sign_in.secret and not (self._sign_in.user + self._sign_in.secret).isascii():
            self._by_plain(smtp)
        elif self._sign_in.secret:
            smtp.login(self._sign_in.user, self._sign_in.secret)

    def _by_plain(self, smtp: smtplib.SMTP) -> None:
        """The library signs in by ASCII alone; PLAIN knows every letter (RFC 4616)."""
        given = f"\0{self._sign_in.user}\0{self._sign_in.secret}".encode()
        code, answer = smtp.docmd("AUTH", f"PLAIN {base64.b64encode(given).decode()}")
        if code not in (235, 503):
            raise smtplib.SMTPAuthenticationError(code, answer)

    def _by_token(self, smtp: smtplib.SMTP) -> None:
        asked = False

        def answer(challenge: bytes | None = None) -> str:
            # A refusal comes as a challenge in JSON, to be answered by an empty line.
            nonlocal asked
            if asked:
                return ""
            asked = True
            return xoauth2(self._sign_in)

        smtp.auth("XOAUTH2", answer)

    def _why(self, deadline: Deadline, problem: BaseException) -> str:
        if deadline.passed:
            return tr("{host} did not answer within {seconds} seconds", host=self._server.host, seconds=f"{self._seconds:.0f}")
        if isinstance(problem, smtplib.SMTPResponseException):
            return tr(
                "{host} said {smtp_code}: {plain_words}",
                host=self._server.host,
                smtp_code=problem.smtp_code,
                plain_words=plain_words(problem.smtp_error),
            )
        if isinstance(problem, smtplib.SMTPNotSupportedError):
            return tr(
                "{host} offers no sign-in on port {port}. Check the port and how it is protected",
                host=self._server.host,
                port=self._server.port,
            )
        if isinstance(problem, ValueError):
            return tr("{host} answered in a way that could not be read", host=self._server.host)
        if isinstance(problem, smtplib.SMTPServerDisconnected):
            return tr("{host} ended the connection", host=self._server.host)
        return tr("{host} cannot be reached ({why})", host=self._server.host, why=problem)


def _dotted(content: bytes) -> bytes:
    """The text as it goes over the line (RFC 5321 section 4.5.2)."""
    lines = content.replace(b"\r\n", b"\n").replace(b"\r", b"\n").replace(b"\n", b"\r\n")
    lines = lines.replace(b"\r\n.", b"\r\n..")
    if lines.startswith(b"."):
        lines = b"." + lines
    return lines + (b"" if lines.endswith(b"\r\n") else b"\r\n") + b".\r\n"


class _Watched(smtplib.SMTP):
    """One whose connection the deadline ends, from the first byte on."""

    def __init__(self, deadline: Deadline, name: str) -> None:
        self._deadline = deadline
        super().__init__(local_hostname=name)

    def _get_socket(self, host: str, port: int, timeout: float) -> socket.socket:
        connected = socket.create_connection((host, port), timeout)
        self._deadline.watch(connected)
        return connected


class _WatchedTls(_Watched):
    def __init__(self, deadline: Deadline, context: ssl.SSLContext, name: str) -> None:
        self._context = context
        super().__init__(deadline, name)

    def _get_socket(self, host: str, port: int, timeout: float) -> socket.socket:
        connected = super()._get_socket(host, port, timeout)
        return self._context.wrap_socket(connected, server_hostname=host)
