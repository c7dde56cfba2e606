"""The server that takes mails (RFC 5321), after a sign-in by PLAIN, LOGIN or XOAUTH2."""

from journeydesk.sandbox.mail.lines import CHALLENGE, LineHandler, LineServer, bearer, decoded
from journeydesk.sandbox.mail.store import MailStore

_MOST_BYTES = 25 * 1024 * 1024
_USER, _PASSWORD = "VXNlcm5hbWU6", "UGFzc3dvcmQ6"


def smtp_server(store: MailStore, port: int = 0) -> LineServer:
    """The server while it runs."""

    class Conversation(_Smtp):
        mails = store

    return LineServer(Conversation, port)


class _Smtp(LineHandler):
    mails: MailStore
    signed_in = False

    def setup(self) -> None:
        super().setup()
        self._sender: str | None = None
        self._recipients: list[str] = []

    def greet(self) -> None:
        self.say("220 sandbox.example ESMTP")

    def answer(self, line: str) -> None:
        verb, _, rest = line.partition(" ")
        match verb.upper():
            case "EHLO":
                for each in ("sandbox.example", "AUTH PLAIN LOGIN XOAUTH2", f"SIZE {_MOST_BYTES}", "SMTPUTF8"):
                    self.say(f"250-{each}")
                self.say("250 8BITMIME")
            case "HELO":
                self.say("250 sandbox.example")
            case "AUTH":
                self._authenticate(rest)
            case "MAIL":
                self._mail(rest)
            case "RCPT":
                self._recipient(rest)
            case "DATA":
                self._data()
            case "RSET":
                self._sender, self._recipients = None, []
                self.say("250 2.0.0 Flushed")
            case "NOOP":
                self.say("250 2.0.0 OK")
            case "QUIT":
                self.say("221 2.0.0 Bye")
                self.over = True
            case _:
                self.say("502 5.5.2 Command not recognised")

    def _authenticate(self, rest: str) -> None:
        way, _, first = rest.partition(" ")
        if way.upper() == "XOAUTH2":
            user, token = bearer(first or self._ask(""))
            if self.mails.may(user, token, by_token=True):
                self._let_in()
            else:
                self._ask(CHALLENGE)
                self.say("535 5.7.8 Username and token not accepted")
            return
        if way.upper() == "PLAIN":
            _, _, both = decoded(first or self._ask("")).partition("\0")
            user, _, password = both.partition("\0")
        elif way.upper() == "LOGIN":
            user, password = decoded(first or self._ask(_USER)), decoded(self._ask(_PASSWORD))
        else:
            self.say("504 5.5.4 Unrecognised authentication type")
            return
        if self.mails.may(user, password):
            self._let_in()
        else:
            self.say("535 5.7.8 Username and password not accepted")

    def _let_in(self) -> None:
        self.signed_in = True
        self.say("235 2.7.0 Accepted")

    def _ask(self, challenge: str) -> str:
        self.say(f"334 {challenge}")
        return self.hear() or ""

    def _mail(self, rest: str) -> None:
        if not self.signed_in:
            self.say("530 5.7.0 Authentication required")
            return
        self._sender, self._recipients = _address(rest), []
        self.say("250 2.1.0 OK")

    def _recipient(self, rest: str) -> None:
        address = _address(rest)
        if self._sender is None:
            self.say("503 5.5.1 MAIL first")
        elif address in self.mails.refusals:
            self.say(self.mails.refusals[address])
        else:
            self._recipients.append(address)
            self.say("250 2.1.5 OK")

    def _data(self) -> None:
        if not self._recipients:
            self.say("503 5.5.1 RCPT first")
            return
        self.say("354 Go ahead")
        content = bytearray()
        while (line := self.rfile.readline(_MOST_BYTES)) not in (b".\r\n", b".\n", b""):
            content += line[1:] if line.startswith(b".") else line
            if len(content) > _MOST_BYTES:
                self.say("552 5.3.4 Too large")
                self.over = True
                return
        if not line:
            self.over = True
            return
        self.mails.take(self._recipients, bytes(content))
        self._sender, self._recipients = None, []
        self.say("250 2.0.0 Queued")


def _address(rest: str) -> str:
    """What stands between the brackets of `FROM:<…>` or `TO:<…>`."""
    return rest.partition("<")[2].partition(">")[0]
