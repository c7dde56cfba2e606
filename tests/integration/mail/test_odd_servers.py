"""Mail servers that answer what no standard knows: each conversation ends in a sentence, and no mail is given over twice."""

import contextlib
import socket
import threading
from collections.abc import Callable, Iterator, Mapping
from email.message import EmailMessage
from typing import BinaryIO

import pytest

from journeydesk.domain.errors import UserError
from journeydesk.remote.mail.imap import Mailbox
from journeydesk.remote.mail.servers import OAUTH, PASSWORD, PLAIN, MailRefused, MailUnreachable, Server, SignIn
from journeydesk.remote.mail.smtp import LATER, NEVER, PERHAPS, TAKEN, Mailer, Outcome
from journeydesk.services.mail.account import account_for

Talk = Callable[[socket.socket, BinaryIO], None]
MAIL_HELLO = {"EHLO": b"250-here\r\n250 AUTH PLAIN LOGIN XOAUTH2\r\n", "AUTH": b"235 in\r\n", "DATA": b"354 go on\r\n"}
BOX_HELLO = {
    "CAPABILITY": b"* CAPABILITY IMAP4rev1 AUTH=PLAIN\r\nTAG OK done\r\n",
    "EXAMINE": b"* 3 EXISTS\r\n* OK [UIDVALIDITY 1] x\r\n* OK [UIDNEXT 5] x\r\nTAG OK [READ-ONLY] done\r\n",
}


@contextlib.contextmanager
def talking(talk: Talk) -> Iterator[Server]:
    """A server on this computer that talks so with whoever comes."""
    listener = socket.create_server(("127.0.0.1", 0))

    def serve() -> None:
        with contextlib.suppress(OSError):
            while True:
                peer, _ = listener.accept()
                with contextlib.suppress(OSError), peer, peer.makefile("rb") as lines:
                    talk(peer, lines)

    thread = threading.Thread(target=serve, daemon=True)
    thread.start()
    try:
        yield Server("127.0.0.1", listener.getsockname()[1], PLAIN)
    finally:
        with contextlib.suppress(OSError):
            listener.shutdown(socket.SHUT_RDWR)
        listener.close()
        thread.join(5)


def smtp(replies: Mapping[str, bytes], heard: list[bytes] | None = None) -> Talk:
    """Answers each command by its name, the whole text by ".", all else by 250."""

    def talk(peer: socket.socket, lines: BinaryIO) -> None:
        peer.sendall(b"220 here\r\n")
        for line in lines:
            if heard is not None:
                heard.append(line.strip())
            name = (line.split() or [b""])[0].upper().decode()
            peer.sendall(replies.get(name, b"250 good\r\n"))
            if name == "DATA" and replies["DATA"].startswith(b"354"):
                while lines.readline() not in (b".\r\n", b""):
                    pass
                peer.sendall(replies.get(".", b"250 taken\r\n"))

    return talk


def _send(talk: Talk, *, secret: str = "pine", method: str = PASSWORD) -> Outcome:
    mail = EmailMessage()
    mail["Subject"], mail["To"] = "Hello", "lena@nordlicht.example"
    mail.set_content("Hello")
    with talking(talk) as server, Mailer(server, SignIn("ann@x.example", secret, method), seconds=3) as mailer:
        return mailer.send(mail, "ann@x.example", "lena@nordlicht.example")


@pytest.mark.parametrize(
    ("answer", "result"),
    [
        (b"250 taken\r\n", TAKEN),
        (b"252 perhaps it goes\r\n", TAKEN),
        (b"451 later\r\n", LATER),
        (b"550 never\r\n", NEVER),
        (b"354 once more\r\n", PERHAPS),
        (b"hello there\r\n", PERHAPS),
        (b"\r\n", PERHAPS),
        (b"999 what\r\n", PERHAPS),
        (b"250 " + b"x" * 20_000 + b"\r\n", PERHAPS),
    ],
    ids=lambda value: repr(value[:12]),
)
def test_after_the_whole_text_only_a_clear_no_is_tried_again(answer: bytes, result: str) -> None:
    assert _send(smtp(MAIL_HELLO | {".": answer})).result == result


@pytest.mark.parametrize(
    "answer", [b"hello there\r\n", b"\r\n", b"250 " + b"x" * 20_000 + b"\r\n"], ids=lambda text: repr(text[:9])
)
def test_before_the_text_nothing_was_taken(answer: bytes) -> None:
    with pytest.raises(MailUnreachable):
        _send(smtp(MAIL_HELLO | {"MAIL": answer}))


@pytest.mark.parametrize("challenge", [b"334 a\r\n", b"334 \xff\xfe!\r\n"])
def test_a_challenge_that_is_none_is_a_sentence(challenge: bytes) -> None:
    with pytest.raises((MailUnreachable, MailRefused), match=r"127\.0\.0\.1"):
        _send(smtp(MAIL_HELLO | {"AUTH": challenge}), method=OAUTH)


def test_a_password_with_any_letters_signs_in_to_both() -> None:
    heard: list[bytes] = []
    assert _send(smtp(MAIL_HELLO, heard), secret="Straßenbäume").result == TAKEN
    assert any(line.startswith(b"AUTH PLAIN ") for line in heard)
    with box(BOX_HELLO | {"AUTHENTICATE": b"+ \r\n"}, secret="Straßenbäume") as mailbox:
        assert mailbox.open("INBOX").validity == 1


@contextlib.contextmanager
def box(replies: Mapping[str, bytes], secret: str = "pine") -> Iterator[Mailbox]:
    """A mailbox whose server answers each command by its name; TAG stands for the command's own."""

    def talk(peer: socket.socket, lines: BinaryIO) -> None:
        peer.sendall(b"* OK here\r\n")
        tag = b""
        for line in lines:
            words = line.split()
            if len(words) < 2:
                # What follows a challenge.
                peer.sendall(tag + b" OK in\r\n")
                continue
            tag, name = words[0], words[2] if words[1].upper() == b"UID" else words[1]
            peer.sendall(replies.get(name.upper().decode(), b"TAG OK done\r\n").replace(b"TAG", tag))

    with talking(talk) as server, Mailbox(server, SignIn("ann@x.example", secret, PASSWORD), seconds=3) as opened:
        yield opened


ODD_FETCHES = {
    "ten gigabytes": b"* 1 FETCH (UID 1 BODY[] {9999999999}\r\nabc",
    "less than nothing": b"* 1 FETCH (UID 1 BODY[] {-5}\r\nabc\r\nTAG OK done\r\n",
    "brackets": b"* 1 FETCH " + b"(" * 9_000 + b"\r\nTAG OK done\r\n",
    "a line without end": b"* 1 FETCH (UID 1 X " + b"1" * 1_200_000 + b"\r\n",
    "words for numbers": b"* 1 FETCH (UID one BODY[] NIL)\r\nTAG OK done\r\n",
}


@pytest.mark.parametrize("name", ODD_FETCHES)
def test_a_part_of_a_mailbox_that_cannot_be_is_a_sentence(name: str) -> None:
    with pytest.raises(MailUnreachable, match=r"127\.0\.0\.1"), box(BOX_HELLO | {"FETCH": ODD_FETCHES[name]}) as mailbox:
        mailbox.open("INBOX")
        mailbox.whole(1)


def test_numbers_that_no_mailbox_has_are_left_out() -> None:
    found = b"* SEARCH 99999999999999999999 -5 7 4294967295\r\nTAG OK done\r\n"
    with box(BOX_HELLO | {"SEARCH": found}) as mailbox:
        mailbox.open("INBOX")
        assert mailbox.uids_after(0) == [7, 4_294_967_295]
    validity = b"* OK [UIDVALIDITY 99999999999999999999] x\r\nTAG OK done\r\n"
    with pytest.raises(MailUnreachable, match="UIDVALIDITY"), box(BOX_HELLO | {"EXAMINE": validity}) as mailbox:
        mailbox.open("INBOX")


@pytest.mark.parametrize("port", ["99999", "0", "-1", "²", "465x", "9" * 400])
def test_a_port_that_cannot_be_is_refused_where_it_is_entered(port: str) -> None:
    with pytest.raises(UserError, match="is no server"):
        account_for("ann@x.example", "Ann", f"smtp.example.org:{port}")
