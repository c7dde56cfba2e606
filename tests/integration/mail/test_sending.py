"""The queue against a mail server of another maker, and against raw sockets that behave badly."""

import socket
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime

import pytest

from journeydesk.domain.mail.retry import CANCELLED, FAILED, SENDING, SENT, UNKNOWN, WAITING
from journeydesk.remote.mail.servers import PLAIN, TLS, MailRefused, MailUnreachable, Server, SignIn
from journeydesk.remote.mail.smtp import Mailer
from journeydesk.remote.mail.writing import write
from journeydesk.services.mail.queueing import (
    allow_mail,
    cancel_mail,
    mark_sent,
    no_mail_list,
    queue_state,
    send_again,
    stop_mail,
)
from journeydesk.services.mail.sending import MailBusy, alone, send_due
from journeydesk.storage.mail import queue
from journeydesk.storage.records import records
from journeydesk.storage.records.records import Author
from journeydesk.storage.sync.api_calls import last_worked
from tests.fakes.dovecot import Dovecot
from tests.fakes.post_office import PostOffice, post_office
from tests.integration.mail.conftest import ADDRESS, MailDesk


@contextmanager
def raw_server(talk: Callable[[socket.socket], None]) -> Iterator[int]:
    """A server that speaks as a test wrote down; its port."""
    listener = socket.create_server(("127.0.0.1", 0))
    open_sockets: list[socket.socket] = []

    def serve() -> None:
        while True:
            try:
                connected, _ = listener.accept()
            except OSError:
                return
            open_sockets.append(connected)
            try:
                talk(connected)
            except OSError:
                pass
            finally:
                connected.close()

    thread = threading.Thread(target=serve, daemon=True)
    thread.start()
    try:
        yield int(listener.getsockname()[1])
    finally:
        listener.shutdown(socket.SHUT_RDWR)
        listener.close()
        for each in open_sockets:
            each.close()
        thread.join(5)


def until_data(connected: socket.socket) -> None:
    """An SMTP conversation up to the end of a text, of which nobody says what became."""
    reader = connected.makefile("rb")
    connected.sendall(b"220 here\r\n")
    while line := reader.readline():
        word = line.split()[0].upper()
        if word == b"EHLO":
            connected.sendall(b"250-here\r\n250 AUTH PLAIN\r\n")
        elif word == b"AUTH":
            connected.sendall(b"235 2.7.0 OK\r\n")
        elif word == b"DATA":
            connected.sendall(b"354 go on\r\n")
            while reader.readline() not in (b".\r\n", b""):
                pass
            return
        else:
            connected.sendall(b"250 OK\r\n")


def test_a_mail_that_is_due_arrives_as_it_was_written(office: MailDesk, server: PostOffice) -> None:
    office.account(server.port)
    prospect = office.prospect(email="adaeze@quillonfreight.example")
    thread = tuple(f"<jd.{number:020d}@ostrelle.example>" for number in range(8))
    mail = office.queue(
        prospect, "adaeze@quillonfreight.example", subject="Zwei Referenzen – für Ihren Vorstand", thread=thread
    )

    report = office.send()

    assert (report.sent, report.problem) == (1, "")
    ((recipient, taken),) = server.taken
    assert recipient == "adaeze@quillonfreight.example"
    assert taken["Subject"] == "Zwei Referenzen – für Ihren Vorstand"
    assert taken["From"] == "Amaia Etxarri <amaia@ostrelle.example>"
    assert taken["References"].split() == list(thread)
    assert b"=?utf-8?q?=3C" not in server.raw[0], "a long token went out as an encoded word"
    assert taken.get_content().split() == ["Good", "morning"]
    assert office.mail(mail).state == SENT
    events = office.rows("SELECT event, payload FROM events WHERE prospect = ?", prospect)
    assert [event for event, _ in events] == ["email_sent"]
    assert office.mail(mail).message_id in events[0][1]
    assert office.send().sent == 0, "a mail went twice"
    with office.context.database.read() as connection:
        assert last_worked(connection, "E-mail") == office.context.now(), "the card does not know that a mail went"


def test_a_line_of_one_dot_does_not_end_a_mail(office: MailDesk, server: PostOffice) -> None:
    office.account(server.port)
    office.queue(None, "adaeze@quillonfreight.example", body=".\n..two\nFrom here\n.\nlast")

    office.send()

    assert server.taken[0][1].get_content().replace("\r\n", "\n") == ".\n..two\nFrom here\n.\nlast\n"


def test_one_of_three_that_is_refused_holds_up_nobody(office: MailDesk, server: PostOffice) -> None:
    office.account(server.port)
    people = [f"{name}@x.example" for name in ("ann", "bob", "cleo")]
    numbers = [office.queue(None, person) for person in people]
    server.refusals["bob@x.example"] = "550 5.1.1 No such user here"

    report = office.send()

    assert (report.sent, report.refused) == (2, 1)
    assert server.recipients() == ["ann@x.example", "cleo@x.example"]
    assert office.mail(numbers[1]).state == FAILED
    assert office.mail(numbers[1]).answer == "550 5.1.1 No such user here"
    assert [(each.address, each.why) for each in no_mail_list(office.context)] == [
        ("bob@x.example", "refused: 550 5.1.1 No such user here")
    ]


def test_a_refusal_of_the_text_gives_no_address_up(office: MailDesk, server: PostOffice) -> None:
    office.account(server.port)
    office.queue(None, "ann@x.example")
    server.data_answers.append("550 5.7.1 Looks like spam")

    assert office.send().refused == 1
    assert no_mail_list(office.context) == []


def test_a_mail_for_later_is_tried_at_its_delays_and_then_ends(office: MailDesk, server: PostOffice) -> None:
    office.account(server.port)
    mail = office.queue(None, "ann@x.example")
    server.refusals["ann@x.example"] = "451 4.7.1 Greylisted, come back"
    waited = []
    for _ in range(7):
        office.send()
        row = office.mail(mail)
        if row.state == WAITING:
            waited.append((datetime.fromisoformat(row.due_at.replace("Z", "+00:00")) - office.moment).total_seconds() / 60)
            office.pass_time(seconds=59)
            assert office.send().later == 0, "it was tried before its time"
            office.moment = datetime.fromisoformat(row.due_at.replace("Z", "+00:00")).astimezone(UTC)

    assert waited == [1, 5, 30, 120, 360, 1440]
    assert office.mail(mail).state == FAILED
    assert office.mail(mail).answer == "451 4.7.1 Greylisted, come back"


def test_a_mail_lost_after_its_text_is_never_sent_again_by_itself(office: MailDesk, server: PostOffice) -> None:
    with raw_server(until_data) as port:
        office.account(port)
        mail = office.queue(None, "ann@x.example")
        assert office.send().unclear == 1
        assert office.mail(mail).state == UNKNOWN
    office.account(server.port)
    for _ in range(3):
        office.pass_time(days=1)
        office.send()

    assert server.taken == []
    send_again(office.context, mail)
    assert office.send().sent == 1


def test_an_unclear_mail_that_lies_in_sent_counts_as_sent(office: MailDesk, mailbox: Dovecot) -> None:
    prospect = office.prospect(email="ann@x.example")
    with raw_server(until_data) as port:
        office.account(port, mailbox.port)
        mail = office.queue(prospect, "ann@x.example")
        other = office.queue(None, "bob@x.example")
        office.send()
    copy = write(
        sender=ADDRESS,
        sender_name="",
        recipient="ann@x.example",
        recipient_name="",
        subject="Two references",
        body="Good morning",
        message_id=office.mail(mail).message_id,
        at=office.moment,
    )
    mailbox.deliver(ADDRESS, copy, "Sent")
    cancel_mail(office.context, other)

    office.send()

    assert office.mail(mail).state == SENT
    assert office.rows("SELECT event FROM events WHERE prospect = ?", prospect) == [("email_sent",)]


def test_a_mail_in_hand_when_the_program_died_is_unclear(office: MailDesk, server: PostOffice) -> None:
    office.account(server.port)
    mail = office.queue(None, "ann@x.example")
    with office.context.database.write() as connection:
        queue.set_state(connection, mail, SENDING)

    office.send()

    assert (office.mail(mail).state, server.taken) == (UNKNOWN, [])
    mark_sent(office.context, mail)
    assert office.mail(mail).state == SENT


def test_a_server_of_one_byte_a_second_is_left_at_the_deadline() -> None:
    stop = threading.Event()

    def drip(connected: socket.socket) -> None:
        for byte in b"220 " + b"x" * 400:
            if stop.wait(0.05):
                return
            connected.sendall(bytes([byte]))

    began = datetime.now(UTC)
    with raw_server(drip) as port:
        dripped = Mailer(Server("127.0.0.1", port, PLAIN), SignIn("a", ""), seconds=1)
        with pytest.raises(MailUnreachable, match="did not answer within 1 seconds"), dripped:
            pass
        stop.set()
    assert (datetime.now(UTC) - began).total_seconds() < 4


def test_a_sign_in_that_is_refused_stops_the_queue_and_loses_nothing(office: MailDesk) -> None:
    with post_office(auth_required=True) as server:
        server.users[ADDRESS] = "another password"
        office.account(server.port)
        mail = office.queue(None, "ann@x.example")

        report = office.send()

        assert "does not take the sign-in of amaia@ostrelle.example" in report.problem
        assert (office.mail(mail).state, office.mail(mail).tries) == (WAITING, 0)
        assert queue_state(office.context).problem == report.problem
        server.users[ADDRESS] = office.known.mail_password or ""
        assert office.send().sent == 1
        assert queue_state(office.context).problem == ""


def test_a_server_that_is_gone_keeps_every_mail_waiting(office: MailDesk) -> None:
    with socket.create_server(("127.0.0.1", 0)) as listener:
        port = listener.getsockname()[1]
    office.account(port)
    mail = office.queue(None, "ann@x.example")

    assert "cannot be reached" in office.send().problem
    assert office.mail(mail).state == WAITING


def test_who_unsubscribed_gets_nothing_that_waits_or_comes(office: MailDesk, server: PostOffice) -> None:
    office.account(server.port)
    before = office.queue(None, "Ann@X.example")
    stop_mail(office.context, "ann@x.example")
    after = office.queue(None, "ann@x.example", key="KEY-later")

    office.send()

    assert server.taken == []
    assert [office.mail(before).state, office.mail(after).state] == [CANCELLED, CANCELLED]


def test_the_day_has_a_most_and_the_next_day_goes_on(office: MailDesk, server: PostOffice) -> None:
    office.settle(mail={"daily_most": 2})
    office.account(server.port)
    for name in ("ann", "bob", "cleo"):
        office.queue(None, f"{name}@x.example")

    assert office.send().sent == 2
    assert office.send().sent == 0
    office.pass_time(days=1)
    assert office.send().sent == 1


def test_mails_keep_the_pace_of_the_team(office: MailDesk, server: PostOffice) -> None:
    office.settle(mail={"pace_seconds": 7})
    office.account(server.port)
    for name in ("ann", "bob", "cleo"):
        office.queue(None, f"{name}@x.example")
    slept: list[float] = []

    send_due(office.context, office.known, sleep=slept.append)

    assert slept == [7, 7]


def test_two_programs_do_not_send_one_queue(office: MailDesk, server: PostOffice) -> None:
    office.account(server.port)
    office.queue(None, "ann@x.example")
    with alone(office.context), pytest.raises(MailBusy, match="Another Journeydesk"):
        office.send()
    assert server.taken == []


def test_a_mail_that_another_computer_sent_is_not_sent(office: MailDesk, server: PostOffice) -> None:
    from journeydesk.domain.mail.identity import event_key, mail_key

    office.account(server.port)
    prospect = office.prospect(email="ann@x.example")
    key = mail_key("welcome", "BETA-1", "once")
    mail = office.queue(prospect, "ann@x.example", key=key)
    office.add(
        "events", key=event_key(key), prospect=prospect, event="email_sent", occurred_at=office.ago(hours=1), source="other"
    )

    office.send()

    assert (office.mail(mail).state, office.mail(mail).answer) == (CANCELLED, "Another computer has sent it")
    assert server.taken == []


def test_no_password_goes_over_a_line_that_others_can_read(office: MailDesk) -> None:
    from journeydesk.domain.errors import UserError

    with pytest.raises(UserError, match="without TLS would show the password"):
        Mailer(Server("mail.example.org", 25, PLAIN), SignIn("a", "b"))


def test_a_certificate_of_nobody_known_is_not_trusted(tls_files: tuple[str, str]) -> None:
    import ssl

    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(*tls_files)
    with post_office(tls_context=context) as starttls:
        unknown = Mailer(Server("127.0.0.1", starttls.port, "starttls"), SignIn("a", "b"))
        with pytest.raises(MailUnreachable, match=r"certificate of 127\.0\.0\.1 does not hold"), unknown:
            pass
        trusting = ssl.create_default_context(cafile=tls_files[0])
        with Mailer(Server("127.0.0.1", starttls.port, "starttls"), SignIn("a", ""), context=trusting) as mailer:
            assert mailer.is_open
    with post_office(ssl_context=context) as direct:
        trusting = ssl.create_default_context(cafile=tls_files[0])
        with Mailer(Server("127.0.0.1", direct.port, TLS), SignIn("a", ""), context=trusting) as mailer:
            assert mailer.is_open


def test_a_token_that_is_refused_is_told_in_the_servers_words() -> None:
    with post_office(auth_required=True, auth_exclude_mechanism=[]) as server:
        server.users["amaia"] = "good"
        with Mailer(Server("127.0.0.1", server.port, PLAIN), SignIn("amaia", "good", "oauth")) as mailer:
            assert mailer.is_open
        stale = Mailer(Server("127.0.0.1", server.port, PLAIN), SignIn("amaia", "stale", "oauth"))
        with pytest.raises(MailRefused, match="does not take the sign-in of amaia"), stale:
            pass


def test_an_address_that_two_computers_refused_can_get_mail_again(office: MailDesk) -> None:
    author = Author("desk", "2026-05-19T09:00:00.000Z")
    with office.context.database.write() as connection:
        for _ in range(2):
            values = {"key": "no mail ann@x.example", "value": "{}", "changed_by": "desk"}
            records.insert(connection, "settings", values, author)
    allow_mail(office.context, "Ann@x.example")
    assert no_mail_list(office.context) == []
