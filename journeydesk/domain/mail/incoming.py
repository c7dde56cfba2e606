"""What came back: an answer, a bounce, an automatic reply, or the wish to get no more (RFC 3464, RFC 3834, docs/services.md, "E-mail").

Standard reports are read by their parts; those of servers that write prose, by their words.
"""

import re
from email.errors import MessageError
from email.message import EmailMessage, Message
from email.utils import parseaddr
from html.parser import HTMLParser

from journeydesk.domain.frozen_data import dataclass

REPLY, BOUNCE, DELAYED, AUTOMATIC, UNSUBSCRIBE = "reply", "bounce", "delayed", "automatic", "unsubscribe"

UNSUBSCRIBE_SUBJECT = "unsubscribe"
"""How the subject begins of the mail that List-Unsubscribe's mailto sends."""

MOST_TEXT = 100_000
_OURS = re.compile(r"<jd\.[0-9a-z.-]{1,64}@[^\s<>]{1,255}>")
_STATUS = re.compile(r"\b([245])\.(\d{1,3})\.(\d{1,3})\b")
_CODE = re.compile(r"\b(5\d\d)[ -]")
_ADDRESS = re.compile(r"[^\s<>()\[\]\",;:]+@[^\s<>()\[\]\",;:]+\.[^\s<>()\[\]\",;:.]+")
_BRACKETED = re.compile(r"<([^\s<>]+@[^\s<>]+)>")
_FAILED_WORDS = re.compile(
    r"could not be delivered|couldn't be delivered|undeliverable|delivery (?:has )?failed|user unknown|unknown user|no such user"
    r"|mailbox (?:unavailable|not found|full)|does not exist|nicht zugestellt|unzustellbar|no se pudo entregar|non remis",
    re.IGNORECASE,
)
_BROKEN = (LookupError, ValueError, TypeError, AttributeError, MessageError)
"""What the standard library's parser of headers raises where it is given half of one."""

_DAEMONS = ("mailer-daemon", "postmaster", "mail-daemon", "mdaemon")
_STOP = frozenset(
    {"stop", "unsubscribe", "unsubscribe me", "abmelden", "bitte abmelden", "baja", "remove me", "désinscription"}
)


@dataclass(frozen=True, slots=True)
class Incoming:
    """A mail as far as it matters: `threads` are our Message-IDs that it names, `failed` the addresses that a report is about,
    `status` its enhanced status code or the server's sentence."""

    kind: str
    message_id: str
    sender: str
    subject: str
    threads: tuple[str, ...]
    failed: tuple[str, ...] = ()
    status: str = ""
    text: str = ""


def header_of(message: Message, name: str, otherwise: str = "") -> str:
    """A header as text. What breaks the standard library's parser, for which mails with half an address are enough, is taken as it came."""
    for known, value in message.raw_items():
        if known.casefold() == name.casefold():
            try:
                return str(message.policy.header_fetch_parse(known, value))
            except _BROKEN:
                return " ".join(str(value).encode(errors="replace").decode().split())
    return otherwise


def _sender(message: Message) -> str:
    words = header_of(message, "From")
    address = parseaddr(words)[1]
    bracketed = _BRACKETED.search(words) if "@" not in address else None
    return (bracketed[1] if bracketed is not None else address).casefold()


def named_threads(message: Message) -> tuple[str, ...]:
    """Our Message-IDs in the headers that name a thread; enough to see whether a mail concerns us."""
    headers = " ".join(header_of(message, name) for name in ("In-Reply-To", "References"))
    return tuple(dict.fromkeys(match[0] for match in _OURS.finditer(headers)))


def is_report(message: Message) -> bool:
    """Whether the headers are a mail server's: a bounce names our mail only within."""
    sender = _sender(message).partition("@")[0]
    path = header_of(message, "Return-Path", "x").strip()
    kind = f"{_kind(message)[0]} {header_of(message, 'Content-Type')}".casefold()
    return sender in _DAEMONS or path == "<>" or "multipart/report" in kind or "X-Failed-Recipients" in message


def is_unsubscribe(message: Message) -> bool:
    """Whether the headers are those of the mail that List-Unsubscribe sends."""
    return header_of(message, "Subject").strip().casefold().startswith(UNSUBSCRIBE_SUBJECT)


def read(message: EmailMessage) -> Incoming:
    """Reads a whole mail; what cannot be read of it is left out, never refused."""
    text = _text(message)
    sender = _sender(message)
    subject = " ".join(header_of(message, "Subject").split())[:300]
    identity = header_of(message, "Message-ID").strip()[:300]
    threads = named_threads(message)
    if is_report(message):
        return _report(message, Incoming(BOUNCE, identity, sender, subject, threads, text=text))
    kind = REPLY
    automatic = header_of(message, "Auto-Submitted", "no").split(";")[0].strip().casefold()
    precedence = header_of(message, "Precedence").strip().casefold()
    if automatic != "no" or precedence in {"bulk", "junk", "auto_reply", "list"} or "X-Autoreply" in message:
        kind = AUTOMATIC
    elif is_unsubscribe(message):
        kind = UNSUBSCRIBE
    return Incoming(kind, identity, sender, subject, threads, text=text)


def says_stop(text: str) -> bool:
    """Whether the answer (without what it quotes) is nothing but the wish to get no more mails."""
    return " ".join(text.split()).strip(" .!").casefold() in _STOP


def _report(message: EmailMessage, plain: Incoming) -> Incoming:
    threads, failed = dict.fromkeys(plain.threads), dict[str, None]()
    status, action = "", ""
    for part in message.walk():
        kind = _kind(part)[0]
        if kind == "message/delivery-status":
            blocks = part.get_payload()
            for block in blocks if isinstance(blocks, list) else []:
                if not isinstance(block, Message) or "Final-Recipient" not in block:
                    continue
                said = header_of(block, "Action").strip().casefold()
                if said in {"failed", "delayed"} and action != "failed":
                    action, status = said, header_of(block, "Status").strip()[:20]
                if said == "failed":
                    failed[_recipient(block)] = None
        elif kind in {"message/rfc822", "text/rfc822-headers"}:
            threads |= dict.fromkeys(match[0] for match in _OURS.finditer(_source(part)))
    threads |= dict.fromkeys(match[0] for match in _OURS.finditer(plain.text))
    if not action:
        return _prose(message, plain, tuple(threads))
    kind = BOUNCE if action == "failed" and not status.startswith("4") else DELAYED
    return Incoming(
        kind, plain.message_id, plain.sender, plain.subject, tuple(threads), tuple(failed), status, _first_sentence(plain.text)
    )


def _prose(message: EmailMessage, plain: Incoming, threads: tuple[str, ...]) -> Incoming:
    """A report in words alone: final only where a code or its words say so."""
    status, code = _STATUS.search(plain.text), _CODE.search(plain.text)
    temporary = status is not None and status[1] == "4"
    final = (
        (status is not None and status[1] == "5") or code is not None or _FAILED_WORDS.search(plain.text)
    ) and not temporary
    given = header_of(message, "X-Failed-Recipients") or plain.text
    failed = tuple(dict.fromkeys(match[0].casefold().strip(".'") for match in _ADDRESS.finditer(given)))[:20]
    words = status[0] if status else code[1] if code else ""
    kind = BOUNCE if final else DELAYED
    return Incoming(kind, plain.message_id, plain.sender, plain.subject, threads, failed, words, _first_sentence(plain.text))


def _recipient(block: Message) -> str:
    value = header_of(block, "Original-Recipient") or header_of(block, "Final-Recipient")
    return value.partition(";")[2].strip().strip("<>").casefold() or value.strip().casefold()


def _source(part: Message) -> str:
    payload = part.get_payload()
    if isinstance(payload, list):
        return "\n".join(
            f"{name}: {value}" for inner in payload if isinstance(inner, Message) for name, value in inner.raw_items()
        )
    return str(payload)


def _first_sentence(text: str) -> str:
    return " ".join(text.split())[:300]


def _kind(part: Message) -> tuple[str, bool, str | None]:
    """Its media type, whether it is an attachment, and its charset where it names one; plain text where that cannot be read (RFC 2045)."""
    try:
        return part.get_content_type(), part.get_content_disposition() == "attachment", part.get_content_charset()
    except _BROKEN:
        return "text/plain", False, None


def _decoded(raw: bytes, charset: str | None) -> str:
    """By the charset that is named; where there is none, or one that nobody knows, UTF-8, else what Windows programs mean by it."""
    try:
        return raw.decode(charset or "utf-8", errors="replace" if charset else "strict")
    except (LookupError, UnicodeError):
        pass
    try:
        return raw.decode("utf-8")
    except UnicodeDecodeError:
        return raw.decode("cp1252", errors="replace")


def _text(message: EmailMessage) -> str:
    plain, html = "", ""
    for part in message.walk():
        kind, is_attached, charset = _kind(part)
        if not kind.startswith("text/") or is_attached:
            continue
        payload = part.get_payload(decode=True)
        raw = payload if isinstance(payload, bytes) else b""
        words = _decoded(raw, charset)
        if kind == "text/html":
            html = html or words
        elif kind == "text/plain":
            plain = plain or words
    return (plain or _without_tags(html))[:MOST_TEXT].replace("\r\n", "\n").replace("\x00", "").strip()


class _Words(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.parts: list[str] = []
        self._hidden = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in {"style", "script", "head", "title"}:
            self._hidden += 1
        elif tag in {"br", "p", "div", "tr", "li", "blockquote"}:
            self.parts.append("\n")

    def handle_endtag(self, tag: str) -> None:
        if tag in {"style", "script", "head", "title"}:
            self._hidden = max(0, self._hidden - 1)

    def handle_data(self, data: str) -> None:
        if not self._hidden:
            self.parts.append(data)


def _without_tags(html: str) -> str:
    words = _Words()
    words.feed(html[:MOST_TEXT])
    lines = (" ".join(line.split()) for line in "".join(words.parts).split("\n"))
    return re.sub(r"\n{3,}", "\n\n", "\n".join(lines)).strip()
