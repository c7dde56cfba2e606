"""The server that a mailbox is read by (RFC 9051, as far as reading needs it): folders, searches by UID, headers and bodies."""

import re
import shlex
from datetime import datetime
from email import message_from_bytes
from email.message import Message

from journeydesk.sandbox.mail.lines import CHALLENGE, LineHandler, LineServer, bearer
from journeydesk.sandbox.mail.store import Folder, Kept, MailStore

_CAPABILITIES = "IMAP4rev1 AUTH=PLAIN AUTH=XOAUTH2 SASL-IR SPECIAL-USE"
_FIELDS = re.compile(r"BODY\.PEEK\[HEADER\.FIELDS \(([^)]*)\)\]", re.I)
_LITERAL = re.compile(r"\{(\d+)\}$")


def imap_server(store: MailStore, port: int = 0) -> LineServer:
    """The server while it runs."""

    class Conversation(_Imap):
        mails = store

    return LineServer(Conversation, port)


class _Imap(LineHandler):
    mails: MailStore
    signed_in = False
    folder: Folder | None = None

    def greet(self) -> None:
        self.say(f"* OK [CAPABILITY {_CAPABILITIES}] ready")

    def answer(self, line: str) -> None:
        while literal := _LITERAL.search(line):
            self.say("+ OK")
            told = self.rfile.read(int(literal[1])).decode("utf-8", "replace").replace('"', '\\"')
            line = f'{line[: literal.start()]}"{told}"{self.hear() or ""}'
        tag, _, rest = line.partition(" ")
        verb, _, given = rest.partition(" ")
        verb = verb.upper()
        if verb == "UID":
            verb, _, given = given.partition(" ")
            verb = f"UID {verb.upper()}"
        if verb not in ("CAPABILITY", "LOGIN", "AUTHENTICATE", "LOGOUT", "NOOP") and not self.signed_in:
            self.say(f"{tag} NO Sign in first")
            return
        self._answer(tag, verb, given)

    def _answer(self, tag: str, verb: str, given: str) -> None:
        match verb:
            case "CAPABILITY":
                self.say(f"* CAPABILITY {_CAPABILITIES}")
            case "NOOP" | "CHECK":
                pass
            case "LOGOUT":
                self.say("* BYE")
                self.over = True
            case "LOGIN" | "AUTHENTICATE":
                if not self._signs_in(verb, given):
                    self.say(f"{tag} NO [AUTHENTICATIONFAILED] Invalid credentials")
                    return
                self.signed_in = True
            case "LIST":
                self.say('* LIST (\\HasNoChildren) "/" "INBOX"')
                self.say('* LIST (\\HasNoChildren \\Sent) "/" "Sent"')
            case "SELECT" | "EXAMINE":
                if not self._open(_words(given)[0]):
                    self.say(f"{tag} NO [NONEXISTENT] No such folder")
                    return
            case "UID SEARCH":
                self.say(" ".join(["* SEARCH", *(str(kept.uid) for kept in self._found(_words(given)))]))
            case "UID FETCH":
                self._fetch(given)
            case _:
                self.say(f"{tag} BAD Command not recognised")
                return
        self.say(f"{tag} OK Done")

    def _signs_in(self, verb: str, given: str) -> bool:
        words = _words(given)
        if verb == "LOGIN":
            return len(words) == 2 and self.mails.may(words[0], words[1])
        if not words or words[0].upper() != "XOAUTH2":
            return False
        user, token = bearer(words[1] if len(words) > 1 else self._ask(""))
        if self.mails.may(user, token, by_token=True):
            return True
        self._ask(CHALLENGE)
        return False

    def _ask(self, challenge: str) -> str:
        self.say(f"+ {challenge}")
        return self.hear() or ""

    def _open(self, name: str) -> bool:
        with self.mails.lock:
            self.folder = self.mails.folders.get("INBOX" if name.upper() == "INBOX" else name)
            if self.folder is None:
                return False
            self.say(f"* {len(self.folder.mails)} EXISTS")
            self.say("* FLAGS (\\Seen)")
            self.say(f"* OK [UIDVALIDITY {self.folder.validity}] UIDs")
            self.say(f"* OK [UIDNEXT {self.folder.next_uid}] Next")
        return True

    def _all(self) -> list[Kept]:
        with self.mails.lock:
            return list(self.folder.mails) if self.folder is not None else []

    def _found(self, words: list[str]) -> list[Kept]:
        found = self._all()
        while words:
            key = words.pop(0).upper()
            if key == "UID":
                wanted = _set(words.pop(0), found)
                found = [kept for kept in found if kept.uid in wanted]
            elif key == "SINCE":
                day = datetime.strptime(words.pop(0), "%d-%b-%Y").date()  # noqa: DTZ007 - a day without a zone
                found = [kept for kept in found if kept.at.date() >= day]
            elif key == "HEADER":
                name, value = words.pop(0), words.pop(0).casefold()
                found = [kept for kept in found if value in str(_headers(kept).get(name, "")).casefold()]
        return found

    def _fetch(self, given: str) -> None:
        uids, _, items = given.partition(" ")
        kept = self._all()
        wanted = _set(uids, kept)
        for place, mail in enumerate(kept, 1):
            if mail.uid not in wanted:
                continue
            parts = [f"UID {mail.uid}".encode()]
            if "RFC822.SIZE" in items.upper():
                parts.append(f"RFC822.SIZE {len(mail.raw)}".encode())
            if fields := _FIELDS.search(items):
                parts.append(_literal(f"BODY[HEADER.FIELDS ({fields[1]})]", _some_headers(mail, fields[1].split())))
            if "BODY.PEEK[]" in items.upper():
                parts.append(_literal("BODY[]", mail.raw))
            self.wfile.write(f"* {place} FETCH (".encode() + b" ".join(parts) + b")\r\n")


def _words(given: str) -> list[str]:
    try:
        return shlex.split(given) or [""]
    except ValueError:
        return [""]


def _set(words: str, kept: list[Kept]) -> set[int]:
    """The UIDs of a sequence set. A range beyond the end names the last mail (RFC 9051 section 9)."""
    last = kept[-1].uid if kept else 0
    found: set[int] = set()
    for part in words.split(","):
        start, colon, end = part.partition(":")
        first = last if start == "*" else int(start)
        until = (last if end == "*" else int(end)) if colon else first
        low, high = min(first, until), max(first, until)
        found |= {mail.uid for mail in kept if low <= mail.uid <= high}
    return found


def _headers(mail: Kept) -> Message:
    return message_from_bytes(mail.raw.partition(b"\r\n\r\n")[0] + b"\r\n\r\n")


def _some_headers(mail: Kept, names: list[str]) -> bytes:
    headers = _headers(mail)
    lines = [f"{name}: {' '.join(str(value).split())}" for name in names for value in headers.get_all(name, [])]
    return ("\r\n".join(lines) + "\r\n\r\n").encode()


def _literal(name: str, content: bytes) -> bytes:
    return f"{name} {{{len(content)}}}\r\n".encode() + content
