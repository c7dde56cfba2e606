"""Reading back: a mailbox opened read only, headers first, bodies only of what concerns us; no mail is ever marked as read
(docs/services.md, "E-mail")."""

import contextlib
import email
import email.policy
import imaplib
import logging
import re
import socket
import ssl
from collections.abc import Iterator, Sequence
from datetime import date
from email.message import EmailMessage, Message
from types import TracebackType
from typing import Any, Self

import imapclient
from imapclient.exceptions import IMAPClientError, LoginError

from journeydesk.domain.errors import WorldError
from journeydesk.domain.frozen_data import dataclass
from journeydesk.domain.words import tr
from journeydesk.remote.deadline import Deadline
from journeydesk.remote.mail.servers import (
    OAUTH,
    STARTTLS,
    TLS,
    MailRefused,
    MailUnreachable,
    Server,
    SignIn,
    check_protected,
    plain_words,
    tls,
)

TOTAL_SECONDS = 60.0
MOST_BYTES = 2_000_000
"""Mails larger than this are judged by their headers alone."""

BATCH = 300
_MOST_LITERAL = 16 * 1024 * 1024
_LAST_NUMBER = 2**32 - 1
"""UIDs and UIDVALIDITY have 32 bits (RFC 9051 section 9, "nz-number")."""

_HEADERS = (
    "BODY.PEEK[HEADER.FIELDS (MESSAGE-ID IN-REPLY-TO REFERENCES FROM TO SUBJECT DATE RETURN-PATH CONTENT-TYPE AUTO-SUBMITTED "
    "PRECEDENCE X-AUTOREPLY X-FAILED-RECIPIENTS)]"
)
_MESSAGE_ID = re.compile(r"<[^\s<>\"\\]{1,200}>")
# It would write down every line of the conversation.
logging.getLogger("imapclient").setLevel(logging.WARNING)


@dataclass(frozen=True, slots=True)
class Folder:
    """A folder as it was opened: its UIDVALIDITY, and the UID that its next mail gets."""

    validity: int
    next_uid: int


@dataclass(frozen=True, slots=True)
class Header:
    """A mail's UID, its size in bytes and the headers that tell whether it concerns us."""

    uid: int
    size: int
    message: Message

    @property
    def is_large(self) -> bool:
        """Whether the mail is judged by its headers alone."""
        return self.size > MOST_BYTES


class Mailbox:
    """A connection to a mailbox, signed in; all that is done in its `with` has one end. Raises MailRefused, MailUnreachable."""

    def __init__(
        self, server: Server, sign_in: SignIn, *, seconds: float = TOTAL_SECONDS, context: ssl.SSLContext | None = None
    ) -> None:
        check_protected(server)
        self._server = server
        self._sign_in = sign_in
        self._seconds = seconds
        self._tls = context or tls()
        self._deadline = Deadline(seconds)
        self._client: Any = None

    def __enter__(self) -> Self:
        self._deadline.__enter__()
        try:
            self._client = self._signed_in()
        except BaseException as problem:
            self._deadline.__exit__(None, None, None)
            raise self._told(problem) from problem
        return self

    def __exit__(self, _kind: type[BaseException] | None, problem: BaseException | None, _trace: TracebackType | None) -> None:
        try:
            if self._client is not None and problem is None:
                self._client.logout()
        except (IMAPClientError, imaplib.IMAP4.error, OSError):
            self._shut()
        finally:
            # After a failure nobody knows where in an answer the line stands, so no farewell is waited for.
            if problem is not None:
                self._shut()
            self._deadline.__exit__(None, None, None)
        if problem is not None and not isinstance(problem, WorldError):
            told = self._told(problem)
            if told is not problem:
                raise told from problem

    def open(self, folder: str) -> Folder:
        """Opens a folder read only."""
        answer = self._client.select_folder(folder, readonly=True)
        validity, next_uid = answer.get(b"UIDVALIDITY"), answer.get(b"UIDNEXT")
        if not isinstance(validity, int) or not 0 <= validity <= _LAST_NUMBER:
            raise MailUnreachable(
                tr(
                    "{host} does not say which mails are which (no UIDVALIDITY in {folder}).",
                    host=self._server.host,
                    folder=folder,
                )
            )
        return Folder(validity, next_uid if isinstance(next_uid, int) and 0 < next_uid <= _LAST_NUMBER else 1)

    def sent_folder(self) -> str | None:
        """The folder where the provider keeps what was sent; None where none is marked or called so."""
        names = []
        for flags, _delimiter, name in self._client.list_folders():
            if b"\\Sent" in flags:
                return str(name)
            names.append(str(name))
        return next((name for name in names if name.rpartition("/")[2].casefold() in {"sent", "sent items", "gesendet"}), None)

    def uids_after(self, uid: int) -> list[int]:
        """The UIDs above this one, ascending. A server answers a range beyond its end with its last mail (RFC 9051 section 9,
        "sequence-set"): that is left out."""
        return [number for number in self._found(["UID", f"{uid + 1}:*"]) if number > uid]

    def uids_since(self, day: date) -> list[int]:
        """The UIDs of what arrived on or after a day, ascending."""
        return self._found(["SINCE", day])

    def _found(self, asked: list[object]) -> list[int]:
        return sorted(number for number in self._client.search(asked) if 0 < number <= _LAST_NUMBER)

    def headers(self, uids: Sequence[int]) -> Iterator[list[Header]]:
        """Their headers, in batches by ascending UID; what vanished meanwhile is left out."""
        for start in range(0, len(uids), BATCH):
            fetched = self._client.fetch(list(uids[start : start + BATCH]), [_HEADERS, "RFC822.SIZE"])
            batch = []
            for uid in sorted(fetched):
                raw = next((value for name, value in fetched[uid].items() if name.startswith(b"BODY[HEADER")), b"")
                size = fetched[uid].get(b"RFC822.SIZE", 0)
                if isinstance(raw, bytes):
                    batch.append(Header(int(uid), int(size or 0), email.message_from_bytes(raw[:MOST_BYTES])))
            yield batch

    def whole(self, uid: int) -> EmailMessage | None:
        """A whole mail; None where it is gone."""
        fetched = self._client.fetch([uid], ["BODY.PEEK[]"]).get(uid, {})
        raw = fetched.get(b"BODY[]")
        if not isinstance(raw, bytes):
            return None
        # Without the modern policy: its headers raise on what senders get wrong.
        parsed = email.message_from_bytes(raw, _class=EmailMessage, policy=email.policy.compat32)
        assert isinstance(parsed, EmailMessage)
        return parsed

    def holds(self, message_id: str) -> bool:
        """Whether the folder that is open has the mail of this Message-ID."""
        if not _MESSAGE_ID.fullmatch(message_id):
            return False
        return bool(self._client.search(["HEADER", "Message-ID", message_id]))

    def _signed_in(self) -> Any:
        client = _Client(self._deadline, self._server, self._tls, self._seconds)
        try:
            if self._server.security == STARTTLS:
                client.starttls(self._tls)
                self._deadline.watch(client.socket())
            if self._sign_in.method == OAUTH:
                client.oauth2_login(self._sign_in.user, self._sign_in.secret)
            elif (self._sign_in.user + self._sign_in.secret).isascii():
                client.login(self._sign_in.user, self._sign_in.secret)
            else:
                # LOGIN knows no letters beyond ASCII, PLAIN does (RFC 4616).
                client.plain_login(self._sign_in.user, self._sign_in.secret)
        except BaseException:
            with contextlib.suppress(OSError):
                client.shutdown()
            raise
        return client

    def _shut(self) -> None:
        if self._client is not None:
            with contextlib.suppress(OSError, IMAPClientError, imaplib.IMAP4.error):
                self._client.shutdown()

    def _told(self, problem: BaseException) -> BaseException:
        host = self._server.host
        if isinstance(problem, WorldError):
            return problem
        if self._deadline.passed:
            return MailUnreachable(
                tr("{host} did not answer within {seconds} seconds.", host=host, seconds=f"{self._seconds:.0f}")
            )
        if isinstance(problem, LoginError):
            return MailRefused(
                tr(
                    "{host} does not take the sign-in of {user}: {answer}. Enter it again in Settings, Integrations, E-mail.",
                    host=host,
                    user=self._sign_in.user,
                    answer=plain_words(str(problem)),
                )
            )
        if isinstance(problem, ssl.SSLCertVerificationError):
            return MailUnreachable(
                tr(
                    "The certificate of {host} does not hold ({why}). Nothing was read.",
                    host=host,
                    why=problem.verify_message,
                )
            )
        if isinstance(problem, (IMAPClientError, imaplib.IMAP4.error)):
            return MailUnreachable(tr("{host} said: {answer}", host=host, answer=plain_words(str(problem))))
        if isinstance(problem, OSError):
            return MailUnreachable(tr("{host} cannot be reached ({why}).", host=host, why=problem))
        if isinstance(problem, (ValueError, TypeError, KeyError, AttributeError, AssertionError, RecursionError, MemoryError)):
            return MailUnreachable(
                tr("The answer of {host} could not be read ({name}).", host=host, name=type(problem).__name__)
            )
        return problem


class _Client(imapclient.IMAPClient):  # type: ignore[misc]
    """One whose connection the deadline ends, from the first byte on."""

    def __init__(self, deadline: Deadline, server: Server, context: ssl.SSLContext, seconds: float) -> None:
        self._deadline = deadline
        super().__init__(
            server.host, server.port, use_uid=True, ssl=server.security == TLS, ssl_context=context, timeout=seconds
        )

    def _create_IMAP4(self) -> imaplib.IMAP4:  # noqa: N802 - as the library calls it
        return _Connection(self._deadline, self.host, self.port, self.ssl_context if self.ssl else None, self._timeout.connect)


class _Connection(imaplib.IMAP4):
    def __init__(self, deadline: Deadline, host: str, port: int, context: ssl.SSLContext | None, timeout: float) -> None:
        self._deadline = deadline
        self._context = context
        super().__init__(host, port, timeout)

    def _create_socket(self, timeout: float | None) -> socket.socket:
        connected = socket.create_connection((self.host, self.port), timeout)
        self._deadline.watch(connected)
        return self._context.wrap_socket(connected, server_hostname=self.host) if self._context else connected

    def read(self, size: int) -> bytes:
        """So many bytes of an answer, as the server announced them: room for them is made first, so what is absurd is refused."""
        if size > _MOST_LITERAL:
            raise MailUnreachable(tr("{host} sends more than was asked for.", host=self.host))
        return super().read(size)
