"""One mailbox with its folders, who may sign in, and what people write back to mails that were sent."""

import email
import email.policy
import hashlib
import threading
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime
from email.message import EmailMessage
from email.utils import format_datetime, parseaddr

_SHARES = ((2, "reply"), (3, "auto"), (4, "bounce"))
"""Of ten people two answer, one is away, one's address is gone; the others are silent."""

_REPLIES = (
    "Thank you, Thursday suits us. Could you bring the two references along?",
    "We talked about it in the team and would like to begin with one site. Who would come to the pilot?",
    "Could you send the figures once more as a table? Then I take them to the board.",
)


@dataclass(slots=True)
class Kept:
    """A mail in a folder."""

    uid: int
    raw: bytes
    at: datetime


@dataclass(slots=True)
class Folder:
    """A folder; `validity` changes where its UIDs begin anew."""

    name: str
    validity: int = 1
    mails: list[Kept] = field(default_factory=list)

    @property
    def next_uid(self) -> int:
        """The UID that the next mail gets."""
        return self.mails[-1].uid + 1 if self.mails else 1


class MailStore:
    """Several connections use it at once: every change is made with `lock` held."""

    def __init__(self, address: str, password: str, now: Callable[[], datetime]) -> None:
        self.address = address
        self.password = password
        self.access = "sandbox-access-1"
        """The access token of OAuth that is taken now."""
        self.now = now
        self.lock = threading.RLock()
        self.answers = False
        """Whether people write back by themselves."""
        self.refusals: dict[str, str] = {}
        """What the server says to a recipient instead of taking it."""
        self.folders = {name: Folder(name) for name in ("INBOX", "Sent")}
        self.taken: list[tuple[str, EmailMessage]] = []
        """The mails by recipient, as they came."""

    def may(self, user: str, secret: str, *, by_token: bool = False) -> bool:
        """Whether somebody may sign in."""
        return user == self.address and secret == (self.access if by_token else self.password)

    def put(self, folder: str, raw: bytes) -> int:
        """Puts a mail into a folder; returns its UID."""
        with self.lock:
            place = self.folders[folder]
            kept = Kept(place.next_uid, raw, self.now())
            place.mails.append(kept)
            return kept.uid

    def take(self, recipients: list[str], raw: bytes) -> None:
        """A mail that was sent: kept in Sent, and answered by some."""
        mail = email.message_from_bytes(raw, policy=email.policy.default)
        assert isinstance(mail, EmailMessage)
        with self.lock:
            self.taken += [(recipient, mail) for recipient in recipients]
            self.put("Sent", raw)
            for recipient in recipients if self.answers else []:
                if answer := self._answer_of(recipient, mail):
                    self.put("INBOX", answer)

    def reply(self, recipient: str, text: str, kind: str = "reply") -> bool:
        """Lets a recipient of a mail answer its newest one; whether there is one."""
        with self.lock:
            mail = next((mail for to, mail in reversed(self.taken) if to.casefold() == recipient.casefold()), None)
            if mail is None:
                return False
            self.put("INBOX", self._written(recipient, mail, kind, text))
            return True

    def _answer_of(self, recipient: str, mail: EmailMessage) -> bytes | None:
        drawn = int.from_bytes(hashlib.sha256(recipient.casefold().encode()).digest()[:2], "big")
        kind = next((kind for below, kind in _SHARES if drawn % 10 < below), None)
        return None if kind is None else self._written(recipient, mail, kind, _REPLIES[drawn // 10 % len(_REPLIES)])

    def _written(self, recipient: str, mail: EmailMessage, kind: str, text: str) -> bytes:
        identity = str(mail["Message-ID"] or "").strip()
        answer = EmailMessage(policy=email.policy.SMTP)
        answer["Date"] = format_datetime(self.now())
        answer["Message-ID"] = (
            f"<{hashlib.sha256(f'{identity}{recipient}{kind}{text}'.encode()).hexdigest()[:24]}@sandbox.example>"
        )
        answer["To"] = self.address
        if kind == "bounce":
            answer["From"] = "Mail Delivery System <mailer-daemon@sandbox.example>"
            answer["Subject"] = "Undelivered Mail Returned to Sender"
            return _bounce(answer, recipient, identity)
        name = parseaddr(str(mail["To"] or ""))[0]
        answer["From"] = f'"{name}" <{recipient}>' if name else recipient
        answer["Subject"] = f"Re: {mail['Subject'] or ''}"
        answer["In-Reply-To"] = identity
        answer["References"] = identity
        if kind == "auto":
            answer["Auto-Submitted"] = "auto-replied"
            text = "I am away until Monday and read my mail then."
        answer.set_content(f"{text}\n")
        return answer.as_bytes()


def _bounce(answer: EmailMessage, recipient: str, identity: str) -> bytes:
    """A delivery status notification (RFC 3464)."""
    answer["Auto-Submitted"] = "auto-replied"
    answer["Return-Path"] = "<>"
    answer["MIME-Version"] = "1.0"
    answer["Content-Type"] = 'multipart/report; report-type=delivery-status; boundary="=sandbox="'
    parts = (
        f"Content-Type: text/plain; charset=utf-8\r\n\r\nThe mail to {recipient} could not be delivered: no such mailbox.\r\n",
        "Content-Type: message/delivery-status\r\n\r\nReporting-MTA: dns; sandbox.example\r\n\r\n"
        f"Final-Recipient: rfc822; {recipient}\r\nAction: failed\r\nStatus: 5.1.1\r\n"
        "Diagnostic-Code: smtp; 550 5.1.1 No such mailbox\r\n",
        f"Content-Type: text/rfc822-headers\r\n\r\nMessage-ID: {identity}\r\nTo: {recipient}\r\n",
    )
    body = "".join(f"--=sandbox=\r\n{part}\r\n" for part in parts) + "--=sandbox=--\r\n"
    head, _, _ = answer.as_bytes().partition(b"\r\n\r\n")
    return head + b"\r\n\r\n" + body.encode()
