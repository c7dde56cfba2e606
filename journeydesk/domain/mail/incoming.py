"""What came back: an answer, a bounce, an automatic reply, or the wish to get no more (RFC 3464, RFC 3834, docs/services.md, "E-mail").

Standard reports are read by their parts; those of servers that write prose, by their words.
"""

import re
from dataclasses import dataclass
from email.message import EmailMessage, Message
from email.utils import parseaddr
from html.parser import HTMLParser

REPLY, BOUNCE, DELAYED, AUTOMATIC, UNSUBSCRIBE = "reply", "bounce", "delayed", "automatic", "unsubscribe"

UNSUBSCRIBE_SUBJECT = "unsubscribe"
"""How the subject begins of the mail that List-Unsubscribe's mailto sends."""

MOST_TEXT = 100_000
_OURS = re.compile(r"<jd\.[0-9a-z.-]{1,64}@[^\s<>]{1,255}>")
_STATUS = re.compile(r"\b([245])\.(\d{1,3})\.(\d{1,3})\b")
_CODE = re.compile(r"\b(5\d\d)[ -]")
_ADDRESS = re.compile(r"[^\s<>()\[\]\",;:]+@[^\s<>()\[\]\",;:]+\.[^\s<>()\[\]\",;:.]+")
_FAILED_WORDS = re.compile(
    r"could not be delivered|couldn't be delivered|undeliverable|delivery (?:has )?failed|user unknown|unknown user|no such user"
    r"|mailbox (?:unavailable|not found|full)|does not exist|nicht zugestellt|unzustellbar|no se pudo entregar|non remis",
    re.IGNORECASE,
)
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


def named_threads(message: Message) -> tuple[str, ...]:
    """Our Message-IDs in the headers that name a thread; enough to see whether a mail concerns us."""
    headers = " ".join(str(message.get(name, "")) for name in ("In-Reply-To", "References"))
    return tuple(dict.fromkeys(match[0] for match in _OURS.finditer(headers)))


def is_report(message: Message) -> bool:
    """Whether the headers are a mail server's: a bounce names our mail only within."""
    sender = parseaddr(str(message.get("From", "")))[1].partition("@")[0].casefold()
    path = str(message.get("Return-Path", "x")).strip()
    kind = f"{message.get_content_type()} {message.get_param('report-type', '')}"
    return sender in _DAEMONS or path == "<>" or "multipart/report" in kind or "X-Failed-Recipients" in message


def is_unsubscribe(message: Message) -> bool:
    """Whether the headers are those of the mail that List-Unsubscribe sends."""
    return str(message.get("Subject", "")).strip().casefold().startswith(UNSUBSCRIBE_SUBJECT)


def read(message: EmailMessage) -> Incoming:
    """Reads a whole mail; what cannot be read of it is left out, never refused."""
    text = _text(message)
    sender = parseaddr(str(message.get("From", "")))[1].casefold()
    subject = " ".join(str(message.get("Subject", "")).split())[:300]
    identity = str(message.get("Message-ID", "")).strip()[:300]
    threads = named_threads(message)
    if is_report(message):
        return _report(message, Incoming(BOUNCE, identity, sender, subject, threads, text=text))
    kind = REPLY
    automatic = str(message.get("Auto-Submitted", "no")).split(";")[0].strip().casefold()
    precedence = str(message.get("Precedence", "")).strip().casefold()
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
        kind = part.get_content_type()
        if kind == "message/delivery-status":
            blocks = part.get_payload()
            for block in blocks if isinstance(blocks, list) else []:
                if not isinstance(block, Message) or "Final-Recipient" not in block:
                    continue
                said = str(block.get("Action", "")).strip().casefold()
                if said in {"failed", "delayed"} and action != "failed":
                    action, status = said, str(block.get("Status", "")).strip()[:20]
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
    given = str(message.get("X-Failed-Recipients", "")) or plain.text
    failed = tuple(dict.fromkeys(match[0].casefold().strip(".'") for match in _ADDRESS.finditer(given)))[:20]
    words = status[0] if status else code[1] if code else ""
    kind = BOUNCE if final else DELAYED
    return Incoming(kind, plain.message_id, plain.sender, plain.subject, threads, failed, words, _first_sentence(plain.text))


def _recipient(block: Message) -> str:
    value = str(block.get("Original-Recipient") or block.get("Final-Recipient", ""))
    return value.partition(";")[2].strip().strip("<>").casefold() or value.strip().casefold()


def _source(part: Message) -> str:
    payload = part.get_payload()
    if isinstance(payload, list):
        return "\n".join(f"{name}: {value}" for inner in payload if isinstance(inner, Message) for name, value in inner.items())
    return str(payload)


def _first_sentence(text: str) -> str:
    return " ".join(text.split())[:300]


def _text(message: EmailMessage) -> str:
    plain, html = "", ""
    for part in message.walk():
        if part.get_content_maintype() != "text" or part.get_content_disposition() == "attachment":
            continue
        payload = part.get_payload(decode=True)
        raw = payload if isinstance(payload, bytes) else b""
        charset = part.get_content_charset() or "utf-8"
        try:
            words = raw.decode(charset, errors="replace")
        except LookupError:
            words = raw.decode("latin-1")
        if part.get_content_subtype() == "html":
            html = html or words
        elif part.get_content_subtype() == "plain":
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
