"""Reading what comes back never fails, whatever it is; and the other pure rules of mail."""

import email
import email.policy
from datetime import UTC, datetime, timedelta
from email.message import EmailMessage
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journeydesk.domain.errors import ValueRefused
from journeydesk.domain.generated.cleaning import clean
from journeydesk.domain.mail.incoming import AUTOMATIC, BOUNCE, DELAYED, REPLY, UNSUBSCRIBE, is_report, named_threads, read
from journeydesk.domain.mail.rates import MailFact, rates
from journeydesk.domain.mail.retry import next_try
from journeydesk.domain.mail.schedule import rounds_due
from journeydesk.domain.mail.suggestions import suggested_status
from journeydesk.domain.mail.templates import Template, check_template, fill

BERLIN = ZoneInfo("Europe/Berlin")
LINES = st.sampled_from(
    [
        b"From: a@b", b"From: \xff\xfe", b"Subject: =?utf-8?b?!!!?=", b"In-Reply-To: <jd.00@x>", b"Content-Type: multipart/report",
        b"Content-Type: multipart/mixed; boundary=B", b"--B", b"--B--", b"", b"Final-Recipient: rfc822;", b"Action: failed",
        b"Content-Type: message/delivery-status", b"Content-Transfer-Encoding: base64", b"Content-Type: text/plain; charset=x-none",
        b"Status: 5.1.1", b"Return-Path: <>", b"Auto-Submitted: auto-replied", b"\x00\xff", b"Precedence: bulk", b"550 5.1.1 unknown",
    ]
)  # fmt: skip


def parsed(raw: bytes) -> EmailMessage:
    """As the mailbox gives it."""
    mail = email.message_from_bytes(raw, _class=EmailMessage, policy=email.policy.compat32)
    assert isinstance(mail, EmailMessage)
    return mail


@given(st.lists(LINES, max_size=30), st.binary(max_size=300))
def test_no_mail_is_too_strange_to_be_read(lines: list[bytes], tail: bytes) -> None:
    incoming = read(parsed(b"\r\n".join(lines) + b"\r\n\r\n" + tail))
    assert incoming.kind in {REPLY, BOUNCE, DELAYED, AUTOMATIC, UNSUBSCRIBE}
    assert "\x00" not in incoming.text


@given(st.text(max_size=400))
def test_a_cleaned_text_is_clean(text: str) -> None:
    cleaned = clean(text)
    assert "http://" not in cleaned.casefold()
    assert not any(letter in cleaned for letter in "\u202e\u200b\x1b")


@given(st.text(alphabet=st.characters(exclude_characters="{}"), max_size=60), st.text(max_size=60))
def test_a_value_goes_in_as_it_is(before: str, value: str) -> None:
    filled = fill(Template("s", f"{before}{{company}}"), {"company": value})
    assert filled.body == before + (" ".join(value.split()) or "{company}")
    assert filled.missing == (() if value.split() else ("company",))


def test_half_a_character_of_an_answer_can_be_kept() -> None:
    assert clean("We save you \ud83d\ude00 hours \ud83d") == "We save you \U0001f600 hours \ufffd"


def test_only_threads_of_ours_are_named() -> None:
    mail = parsed(b"References: <other@x> <jd.0a1b@desk.example> <jd.zz@x>\r\n\r\n")
    assert named_threads(mail) == ("<jd.0a1b@desk.example>", "<jd.zz@x>")


@pytest.mark.parametrize(
    ("subject", "body", "words"),
    [
        ("", "x", "the subject is empty"),
        ("x", " ", "the body is empty"),
        ("a\nb", "x", "a subject is one line"),
        ("x", "{firstname}", "there is no field {firstname}"),
        ("x" * 201, "x", "at most 200 fit"),
    ],
)
def test_a_template_that_cannot_be_sent_is_refused(subject: str, body: str, words: str) -> None:
    with pytest.raises(ValueRefused) as refused:
        check_template("Welcome", Template(subject, body))
    assert words in str(refused.value)


MOMENTS = st.integers(0, 3 * 365 * 24 * 60).map(lambda minutes: datetime(2026, 1, 1, tzinfo=UTC) + timedelta(minutes=minutes))


@given(MOMENTS, st.integers(0, 23), st.integers(1, 25))
def test_a_round_is_due_in_its_own_week_and_month(now: datetime, hour: int, day: int) -> None:
    for due in rounds_due(now, BERLIN, hour, day):
        local = due.due.astimezone(BERLIN)
        assert due.due <= now
        assert local.weekday() < 5
        if due.template == "weekly_check_in":
            assert local.weekday() == 0
            assert now - due.due < timedelta(days=7, hours=1)
        else:
            assert due.period == f"{local:%Y-%m}"


def test_tries_come_to_an_end() -> None:
    now = datetime(2026, 11, 29, tzinfo=UTC)
    waits = [next_try(now, tries) for tries in range(1, 8)]
    assert waits[6] is None
    assert [round((at - now).total_seconds() / 60) for at in waits[:6] if at is not None] == [1, 5, 30, 120, 360, 1440]


def test_rates_leave_out_what_came_back_and_who_did_not_agree() -> None:
    def fact(*, replied: bool = False, bounced: bool = False, consents: bool = False, opened: bool = False) -> MailFact:
        return MailFact("welcome", replied, bounced, frozenset({"dashboard"} if replied else ()), consents, opened)

    facts = [
        fact(replied=True),
        fact(bounced=True, consents=True, opened=True),
        fact(consents=True, opened=True),
        fact(opened=True),
    ]
    (line,) = rates(facts, {"opens_welcome": 0.7, "clicks_dashboard": 0.4})
    assert (line.sent, line.bounced) == (4, 1)
    assert (line.replies.count, line.replies.among) == (1, 3)
    assert (line.opens.count, line.opens.among, line.opens.reached) == (1, 1, True)
    assert [(rate.measure, rate.count, rate.reached) for rate in line.clicks] == [("dashboard", 1, False)]
    assert rates([], {}) == ()


@pytest.mark.parametrize(
    ("answers", "current", "status"),
    [
        (["Please send us the invoice."], "LEAD_QUALIFIED", "CUSTOMER"),
        (["We will not buy it, and no price helps."], "PROSPECT", None),
        (["What is the price?"], "PROSPECT", "LEAD_QUALIFIED"),
        (["What is the price?"], "CUSTOMER", None),
        (["Kein Interesse mehr."], "PROSPECT", "LEAD_EXHAUSTED"),
        (["Please cancel our subscription."], "CUSTOMER", "CHURNED"),
        (["Please cancel our subscription."], "PROSPECT", None),
        (["Nice weather."], None, None),
    ],
)
def test_an_exchange_suggests_only_what_leads_on(answers: list[str], current: str | None, status: str | None) -> None:
    suggestion = suggested_status(answers, current)
    assert (suggestion.status if suggestion is not None else None) == status


_PIECES = (
    '< > @ , ; : " ( ) [ =?utf-8?Q?=FF?= =?x?B?!!?= a ä b.c = / multipart/mixed multipart/report text/plain charset= boundary=b'
)
_BROKEN_WORDS = st.lists(
    st.sampled_from([*_PIECES.split(" "), " ", "\t", "name*0*=utf-8''%FF", "report-type=", "*"]), max_size=8
).map("".join)
_HEADERS = ("From", "Message-ID", "Content-Type", "Content-Disposition", "Subject", "References", "Auto-Submitted", "Date")


@given(st.dictionaries(st.sampled_from(_HEADERS), _BROKEN_WORDS), st.sampled_from(["utf-8", "latin-1"]))
def test_no_header_breaks_the_reading(headers: dict[str, str], charset: str) -> None:
    lines = "".join(f"{name}: {words}\r\n" for name, words in headers.items()).encode(charset)
    message = email.message_from_bytes(lines + b"\r\nhello\r\n", policy=email.policy.default)
    assert isinstance(message, EmailMessage)
    assert read(message).kind
    assert isinstance(is_report(message), bool)


@pytest.mark.parametrize(
    ("headers", "body", "sender", "text"),
    [
        ("From: =?utf-8?Q?M=C3=BCller,_An?= <Ann@x.example>, half <", b"hi", "ann@x.example", "hi"),
        ("From: ann@x.example\r\nMessage-ID: <[not;valid]@@x>", b"hi", "ann@x.example", "hi"),
        ("From: ann@x.example\r\nContent-Transfer-Encoding: 8bit", b"Sch\xf6n, 5 \x80", "ann@x.example", "Schön, 5 €"),
        ("From: ann@x.example\r\nContent-Type: text/plain; charset=x-unknown", b"n\xe4chste", "ann@x.example", "nächste"),
        (
            "From: ann@x.example\r\nContent-Type: text/plain; charset=unicode-1-1-utf-7",
            b"n+AOQ-chste",
            "ann@x.example",
            "nächste",
        ),
        ("From: ann@x.example\r\nContent-Type: multipart/alternative", b"no boundary", "ann@x.example", ""),
    ],
    ids=["half an address", "no Message-ID", "8 bit without charset", "unknown charset", "UTF-7", "no boundary"],
)
def test_mails_of_other_programs_are_read(headers: str, body: bytes, sender: str, text: str) -> None:
    thread = "\r\nIn-Reply-To: <jd.abc@ostrelle.example>"
    message = email.message_from_bytes(f"{headers}{thread}\r\n\r\n".encode() + body, policy=email.policy.default)
    assert isinstance(message, EmailMessage)
    found = read(message)
    assert (found.kind, found.sender, found.text) == (REPLY, sender, text)
    assert found.threads == ("<jd.abc@ostrelle.example>",)
