"""A mail server of another maker (aiosmtpd) that takes mails, or refuses them as a test wrote down."""

import socket
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from email import message_from_bytes, policy
from email.message import EmailMessage
from typing import Any

from aiosmtpd.controller import Controller
from aiosmtpd.smtp import AuthResult


@dataclass
class PostOffice:
    """`taken` are the mails by recipient, as they came; `refusals` the answers to a recipient, `data_answers` those to a text, each used
    once in order; `users` who may sign in (nobody has to where there are none)."""

    host: str = "127.0.0.1"
    port: int = 0
    taken: list[tuple[str, EmailMessage]] = field(default_factory=list)
    raw: list[bytes] = field(default_factory=list)
    refusals: dict[str, str] = field(default_factory=dict)
    data_answers: list[str] = field(default_factory=list)
    users: dict[str, str] = field(default_factory=dict)
    sign_ins: list[str] = field(default_factory=list)

    def recipients(self) -> list[str]:
        """Who got a mail, in order."""
        return [recipient for recipient, _ in self.taken]

    async def handle_RCPT(self, _server: Any, _session: Any, envelope: Any, address: str, _options: list[str]) -> str:
        if address in self.refusals:
            return self.refusals[address]
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, _server: Any, _session: Any, envelope: Any) -> str:
        if self.data_answers:
            answer = self.data_answers.pop(0)
            if not answer.startswith("250"):
                return answer
        self.raw.append(envelope.content)
        mail = message_from_bytes(envelope.content, policy=policy.default)
        assert isinstance(mail, EmailMessage)
        self.taken += [(recipient, mail) for recipient in envelope.rcpt_tos]
        return "250 2.0.0 Queued"

    async def auth_XOAUTH2(self, server: Any, args: list[str]) -> AuthResult:
        import base64

        answer = args[1] if len(args) == 2 else ""
        said = base64.b64decode(answer).decode() if answer else ""
        self.sign_ins.append(said)
        user = said.partition("\x01")[0].removeprefix("user=")
        token = said.partition("auth=Bearer ")[2].rstrip("\x01")
        if self.users.get(user) == token:
            return AuthResult(success=True)
        await server.challenge_auth('{"status":"401","schemes":"bearer"}', encode_to_b64=True)
        return AuthResult(success=False, handled=False)


@contextmanager
def post_office(**options: Any) -> Iterator[PostOffice]:
    """The server while it runs, on a port of its own. `options` are aiosmtpd's."""
    office = PostOffice()

    def authenticator(_server: Any, _session: Any, _envelope: Any, mechanism: str, data: Any) -> AuthResult:
        user, password = data.login.decode(), data.password.decode()
        office.sign_ins.append(f"{mechanism} {user}")
        return AuthResult(success=not office.users or office.users.get(user) == password, handled=False)

    with socket.create_server(("127.0.0.1", 0)) as taken:
        office.port = taken.getsockname()[1]
    # It warns of what a test wants.
    warnings.filterwarnings("ignore", message="Requiring AUTH", category=UserWarning)
    controller = Controller(
        office,
        hostname="127.0.0.1",
        port=office.port,
        authenticator=authenticator,
        auth_require_tls=False,
        ready_timeout=20,
        **options,
    )
    controller.start()
    try:
        yield office
    finally:
        controller.stop()
