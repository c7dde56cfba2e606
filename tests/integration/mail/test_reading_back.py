"""Answers, bounces and automatic replies in a real mailbox, read back into their threads."""

from email.message import EmailMessage
from email.policy import SMTP

import pytest

from journeydesk.domain.ids import RecordId
from journeydesk.domain.mail.retry import CANCELLED, SENT, WAITING
from journeydesk.domain.mail.templates import FOLLOW_UPS
from journeydesk.remote.mail.servers import MailRefused
from journeydesk.services.evaluation.evaluate import evaluate
from journeydesk.services.mail.queueing import mail_rates, no_mail_list, share_text
from journeydesk.services.mail.receiving import ReadReport, read_back
from journeydesk.services.messages.deciding import write_message
from journeydesk.storage.engine import sql
from journeydesk.storage.mail import messages
from tests.fakes.dovecot import Dovecot
from tests.fakes.post_office import PostOffice
from tests.integration.mail.conftest import ADDRESS, MailDesk

ADAEZE = "adaeze@quillonfreight.example"


def answer_to(message_id: str, text: str, sender: str = ADAEZE, **headers: str) -> EmailMessage:
    """What a person's mail program sends back."""
    mail = EmailMessage(policy=SMTP.clone(max_line_length=998))
    mail["From"] = f"Adaeze Nwokorie <{sender}>"
    mail["To"] = ADDRESS
    mail["Subject"] = headers.pop("subject", "Re: Two references")
    mail["Message-ID"] = headers.pop("message_id", f"<answer-{abs(hash(text))}@quillonfreight.example>")
    if message_id:
        mail["In-Reply-To"] = message_id
        mail["References"] = message_id
    mail["Date"] = headers.pop("Date", "Tue, 19 May 2026 12:30:00 +0200")
    for name, value in headers.items():
        mail[name.replace("_", "-")] = value
    mail.set_content(text)
    return mail


class Exchange:
    """A mail of ours that was sent, and the mailbox in which its answers come."""

    def __init__(self, office: MailDesk, server: PostOffice, mailbox: Dovecot, *, shares: bool = False) -> None:
        self.office, self.server, self.mailbox = office, server, mailbox
        office.account(server.port, mailbox.port, shares=shares)
        self.read()
        self.prospect: RecordId = office.prospect(email=ADAEZE, contact_name="Adaeze Nwokorie")
        self.mail = office.queue(self.prospect, ADAEZE, template="follow_up", key="KEY-first")
        assert office.send().sent == 1
        self.message_id = office.mail(self.mail).message_id

    def deliver(self, mail: EmailMessage | bytes) -> None:
        """Something arrives."""
        self.mailbox.deliver(ADDRESS, mail)

    def read(self) -> ReadReport:
        """What is new."""
        return read_back(self.office.context, self.office.known)


@pytest.fixture
def exchange(office: MailDesk, server: PostOffice, mailbox: Dovecot) -> Exchange:
    """An exchange in which one mail of ours went out."""
    return Exchange(office, server, mailbox)


def test_an_answer_ends_what_waited_for_it(exchange: Exchange) -> None:
    office, prospect = exchange.office, exchange.prospect
    task = office.add(
        "tasks", prospect=prospect, title="Follow up", kind="Follow-up", origin="by rule: follow-up", due=office.ago(days=1)
    )
    own = office.add(
        "tasks", prospect=prospect, title="Call the board", kind="Follow-up", origin="by hand", due=office.ago(days=1)
    )
    office.pass_time(days=8)
    evaluate(office.context, [prospect])
    assert ("no answer", "Pending") in {(rule, status) for rule, status, _ in office.alerts()}
    later = office.queue(prospect, ADAEZE, template=FOLLOW_UPS[1], key="KEY-second")
    with office.context.database.write() as connection:
        sql.run(connection, "UPDATE mail_item SET due_at = '2026-06-01T00:00:00.000Z' WHERE id = ?", (later,))
    draft = write_message(office.context, prospect, "Again", ["Hello"], template=FOLLOW_UPS[1])
    text = "Looks fine. Can you send them by Monday?\n\nOn Tue, 19 May 2026 at 10:05, Amaia Etxarri wrote:\n> Good morning\n"
    exchange.deliver(answer_to(exchange.message_id, text, Date="Wed, 27 May 2026 10:30:00 +0200"))

    assert exchange.read().answers == 1

    assert office.values("tasks", task)["done_at"] is not None
    assert office.values("tasks", own)["done_at"] is None, "a task of a person's own was finished"
    assert "Pending" not in {status for rule, status, _ in office.alerts() if rule == "no answer"}
    assert (office.mail(later).state, office.mail(later).answer) == (CANCELLED, "They answered")
    with office.context.database.read() as connection:
        row = messages.one(connection, draft)
    assert row is not None
    assert (row.state, row.why) == ("withdrawn", "They answered")
    assert office.rows("SELECT event FROM events WHERE prospect = ? ORDER BY lid", prospect) == [
        ("email_sent",),
        ("email_replied",),
    ]
    assert office.rows("SELECT kind, body FROM mail_received") == [("reply", "Looks fine. Can you send them by Monday?")]
    (line,) = mail_rates(office.context)
    assert (line.replies.count, line.replies.among) == (1, 1)


def test_an_answer_stays_private_until_it_is_shared(exchange: Exchange) -> None:
    office = exchange.office
    exchange.deliver(answer_to(exchange.message_id, "Our budget is 12,000 and my brother-in-law decides."))
    exchange.read()
    (before,) = office.rows("SELECT summary FROM interactions WHERE prospect = ?", exchange.prospect)
    ((number,),) = office.rows("SELECT id FROM mail_received")

    share_text(office.context, "in", number)

    (after,) = office.rows("SELECT summary FROM interactions WHERE prospect = ?", exchange.prospect)
    assert before == ("Answered by e-mail",)
    assert "my brother-in-law decides" in after[0]
    searched = office.rows("SELECT count(*) FROM sync_record WHERE base LIKE '%brother%'")
    assert searched == [(0,)]


def test_an_account_that_shares_puts_texts_into_the_history(office: MailDesk, server: PostOffice, mailbox: Dovecot) -> None:
    exchange = Exchange(office, server, mailbox, shares=True)
    exchange.deliver(answer_to(exchange.message_id, "See you on Monday."))
    exchange.read()
    assert office.rows("SELECT summary FROM interactions WHERE type = 'Email'") == [
        ("Re: Two references\n\nSee you on Monday.",)
    ]


def test_what_is_read_twice_counts_once_and_stays_unread(exchange: Exchange) -> None:
    exchange.deliver(answer_to(exchange.message_id, "Yes."))
    exchange.read()
    assert exchange.read() == ReadReport()
    assert exchange.office.rows("SELECT count(*) FROM events WHERE event = 'email_replied'") == [(1,)]
    assert all(b"\\Seen" not in line for line in exchange.mailbox.flags(ADDRESS))


def test_threads_of_others_are_not_read(exchange: Exchange) -> None:
    exchange.deliver(answer_to("<something@elsewhere.example>", "A private matter"))
    exchange.deliver(answer_to("<jd.0000@another-team.example>", "Of another computer"))
    exchange.deliver(answer_to("", "A new mail"))
    assert exchange.read() == ReadReport()
    assert exchange.office.rows("SELECT count(*) FROM mail_received") == [(0,)]


def test_a_folder_that_was_numbered_anew_is_read_without_doubles(exchange: Exchange) -> None:
    exchange.deliver(answer_to(exchange.message_id, "The first"))
    exchange.read()
    before = exchange.office.rows("SELECT validity FROM mail_folder")
    exchange.mailbox.remake(ADDRESS)
    exchange.deliver(answer_to(exchange.message_id, "The second"))

    report = exchange.read()

    assert exchange.office.rows("SELECT validity FROM mail_folder") != before
    assert report.answers == 1
    assert exchange.office.rows("SELECT body FROM mail_received ORDER BY id") == [("The first",), ("The second",)]


def report_of(message_id: str, status: str, action: str = "failed", recipient: str = ADAEZE) -> bytes:
    """A delivery status report in the form of RFC 3464, as Postfix writes it."""
    return f"""From: MAILER-DAEMON@ostrelle.example (Mail Delivery System)
To: {ADDRESS}
Subject: Undelivered Mail Returned to Sender
Message-ID: <report-{status}-{action}@ostrelle.example>
Date: Tue, 19 May 2026 10:40:00 +0200
Auto-Submitted: auto-replied
MIME-Version: 1.0
Content-Type: multipart/report; report-type=delivery-status; boundary="B"

--B
Content-Type: text/plain; charset=us-ascii

This is the mail system at host ostrelle.example. Your message could not be delivered.

--B
Content-Type: message/delivery-status

Reporting-MTA: dns; ostrelle.example

Final-Recipient: rfc822; {recipient}
Action: {action}
Status: {status}
Diagnostic-Code: smtp; 550 {status} user unknown

--B
Content-Type: text/rfc822-headers

Message-ID: {message_id}
Subject: Two references

--B--
""".encode()


def test_a_bounce_gives_the_address_up(exchange: Exchange) -> None:
    exchange.deliver(report_of(exchange.message_id, "5.1.1"))
    assert exchange.read().bounces == 1
    assert [(each.address, each.why) for each in no_mail_list(exchange.office.context)] == [(ADAEZE, "bounced: 5.1.1")]
    assert exchange.office.rows("SELECT count(*) FROM events WHERE event = 'email_replied'") == [(0,)]
    (line,) = mail_rates(exchange.office.context)
    assert (line.bounced, line.replies.among) == (1, 0)


@pytest.mark.parametrize(("status", "action"), [("4.2.2", "delayed"), ("4.4.1", "failed")])
def test_a_delay_gives_no_address_up(exchange: Exchange, status: str, action: str) -> None:
    exchange.deliver(report_of(exchange.message_id, status, action))
    assert exchange.read().bounces == 0
    assert no_mail_list(exchange.office.context) == []


def test_a_report_on_somebody_else_gives_no_address_up(exchange: Exchange) -> None:
    exchange.deliver(report_of(exchange.message_id, "5.1.1", recipient="archive@forwarding.example"))
    exchange.read()
    assert no_mail_list(exchange.office.context) == []


def test_a_bounce_in_plain_words_gives_the_address_up(exchange: Exchange) -> None:
    text = (
        "Hi. This is the qmail-send program. I'm afraid I wasn't able to deliver your message.\n"
        f"<{ADAEZE}>:\n10.0.0.1 does not like recipient.\nRemote host said: 550 5.1.1 User unknown\n\n"
        f"--- Below this line is a copy of the message.\n\nMessage-ID: {exchange.message_id}\nSubject: Two references\n"
    )
    mail = answer_to("", text, "mailer-daemon@ostrelle.example", subject="failure notice", Return_Path="<>")
    exchange.deliver(mail)
    assert exchange.read().bounces == 1
    assert [each.address for each in no_mail_list(exchange.office.context)] == [ADAEZE]


def test_an_automatic_reply_is_no_answer(exchange: Exchange) -> None:
    exchange.deliver(answer_to(exchange.message_id, "I am on holiday.", Auto_Submitted="auto-replied"))
    report = exchange.read()
    assert (report.answers, report.others) == (0, 1)
    assert exchange.office.rows("SELECT count(*) FROM events WHERE event = 'email_replied'") == [(0,)]


@pytest.mark.parametrize("threaded", [True, False])
def test_who_unsubscribes_by_mail_gets_no_more(exchange: Exchange, threaded: bool) -> None:
    later = exchange.office.queue(exchange.prospect, ADAEZE, key="KEY-later")
    mail = answer_to(exchange.message_id if threaded else "", "", subject="unsubscribe")
    exchange.deliver(mail)
    assert exchange.read().unsubscribed == 1
    assert exchange.office.mail(later).state == CANCELLED
    assert [each.why for each in no_mail_list(exchange.office.context)] == ["unsubscribed"]


def test_a_stranger_unsubscribes_nobody(exchange: Exchange) -> None:
    exchange.deliver(answer_to("", "", "stranger@x.example", subject="unsubscribe"))
    assert exchange.read().unsubscribed == 0
    assert no_mail_list(exchange.office.context) == []


def test_a_mail_that_is_no_mail_stops_nothing(exchange: Exchange) -> None:
    hostile = (
        f"From: \xff\xfe <a@b\r\nIn-Reply-To: {exchange.message_id}\r\nContent-Type: text/plain; charset=klingon\r\n"
        "Date: never\r\n\r\n\xffhi"
    ).encode("latin-1")
    exchange.deliver(hostile)
    exchange.deliver(answer_to(exchange.message_id, "Still here"))
    assert exchange.read().answers == 2


def test_a_sign_in_that_is_refused_is_told(exchange: Exchange) -> None:
    from dataclasses import replace

    exchange.office.known = replace(exchange.office.known, mail_password="wrong")
    with pytest.raises(MailRefused, match="does not take the sign-in"):
        exchange.read()
    assert exchange.office.mail(exchange.mail).state == SENT
    assert WAITING == "waiting"
