"""Drafted messages and what a person decides of them."""

import pytest

from journeydesk.domain.errors import UserError, ValueRefused
from journeydesk.domain.ids import RecordId
from journeydesk.domain.mail.retry import CANCELLED, SENT, WAITING
from journeydesk.services.commands.undoing import redo, undo
from journeydesk.services.evaluation.evaluate import evaluate
from journeydesk.services.mail.queueing import stop_mail
from journeydesk.services.messages.deciding import Decision, approve, reject, save_draft, take_back, write_message
from journeydesk.services.messages.showing import MessageDetail, count_waiting, message_detail, message_lines, words_changed
from tests.fakes.post_office import PostOffice
from tests.integration.mail.conftest import MailDesk

TEXT = ["Good morning Adaeze, here are the two references.", "Shall we plan the second depot?"]


@pytest.fixture
def prospect(office: MailDesk) -> RecordId:
    """Somebody to write to."""
    return office.prospect(email="ann@x.example", contact_name="Ann Lee", customer_status="LEAD_QUALIFIED", ltv=90_000)


def drafted(office: MailDesk, prospect: RecordId) -> int:
    """A message that waits."""
    return write_message(office.context, prospect, "Two references for your board", TEXT)


def shown(office: MailDesk, message: int) -> MessageDetail:
    """A message as it is shown."""
    detail = message_detail(office.context, message)
    assert detail is not None
    return detail


def test_nothing_goes_before_it_is_approved(office: MailDesk, server: PostOffice, prospect: RecordId) -> None:
    office.account(server.port)
    message = drafted(office, prospect)
    office.pass_time(days=1)
    assert office.send().sent == 0
    approve(office.context, message, Decision(("Facts fixed",), 4))
    assert office.send().sent == 0, "there was no time to take it back"
    office.pass_time(seconds=31)
    assert office.send().sent == 1
    assert server.taken[0][1].get_content().replace("\r\n", "\n") == "\n\n".join(TEXT) + "\n"
    assert shown(office, message).mail_state == SENT


def test_approving_logs_an_e_mail_and_says_what_was_decided(office: MailDesk, server: PostOffice, prospect: RecordId) -> None:
    office.account(server.port)
    approve(office.context, drafted(office, prospect), Decision(("Facts fixed", "Shortened"), 4))
    assert office.rows("SELECT type, summary, owner FROM interactions") == [
        ("Email", "E-mail: Two references for your board", "Amaia Etxarri")
    ]
    ((), (line,)) = message_lines(office.context)
    assert line.outcome == "Approved by Amaia Etxarri · facts fixed, shortened · quality 4"


def test_without_an_account_the_text_is_logged_and_nothing_waits(office: MailDesk, prospect: RecordId) -> None:
    message = drafted(office, prospect)
    assert shown(office, message).by_hand
    assert approve(office.context, message, Decision()).mail is None
    assert office.rows("SELECT summary FROM interactions") == [("Two references for your board\n\n" + "\n\n".join(TEXT),)]


@pytest.mark.parametrize(
    ("status", "ltv", "after"),
    [
        ("CUSTOMER", 128_000, ("CUSTOMER", 218_000)),
        ("CHURNED", 128_000, ("CHURNED", 128_000)),
        ("", 1_000_000, ("LEAD_QUALIFIED", 1_000_000)),
        ("", None, ("LEAD_QUALIFIED", 90_000)),
        ("customer", 0, ("CUSTOMER", 90_000)),
    ],
)
def test_status_and_value_are_set_with_the_approval(
    office: MailDesk, prospect: RecordId, status: str, ltv: int | None, after: tuple[str, int]
) -> None:
    evaluate(office.context, [prospect])
    before = office.contents()
    approve(office.context, drafted(office, prospect), Decision(status=status, ltv=ltv))
    row = office.values("prospects", prospect)
    assert (row["customer_status"], row["ltv"]) == after
    undo(office.context)
    assert office.contents() == before


@pytest.mark.parametrize("ltv", [1_000_001, -1])
def test_a_value_out_of_range_changes_nothing(office: MailDesk, prospect: RecordId, ltv: int) -> None:
    message, before = drafted(office, prospect), office.contents()
    with pytest.raises(ValueRefused, match=r"LTV: .* from 0\.00 to 10,000\.00"):
        approve(office.context, message, Decision(status="CUSTOMER", ltv=ltv))
    assert office.contents() == before
    assert count_waiting(office.context) == 1


@pytest.mark.parametrize(
    ("subject", "parts", "decision", "words"),
    [
        ("", TEXT, Decision(), "Subject: say in a few words"),
        ("Hello", ["", "  "], Decision(), "write at least a word"),
        ("Hello", ["Dear {first_name}"], Decision(), "{first_name} is not filled in"),
        ("Hello", TEXT, Decision(quality=6), "Quality: 6 is out of range"),
        ("Hello", TEXT, Decision(("Nicer",)), "Tags: “Nicer” is none"),
        ("Hello", TEXT, Decision(status="BOSS"), "“BOSS” is not a status"),
    ],
)
def test_what_is_wrong_is_said_and_nothing_happens(
    office: MailDesk, prospect: RecordId, subject: str, parts: list[str], decision: Decision, words: str
) -> None:
    message, before = drafted(office, prospect), office.contents()
    save_draft(office.context, message, subject, parts)
    with pytest.raises(ValueRefused) as refused:
        approve(office.context, message, decision)
    assert words in str(refused.value)
    assert office.contents() == before


def test_a_draft_saves_itself_and_keeps_what_was_made(office: MailDesk, prospect: RecordId) -> None:
    message = drafted(office, prospect)
    changed = ["Good morning Ann, here are two references with night shifts.", TEXT[1]]
    save_draft(office.context, message, "References", changed, Decision(("Shortened",), 3))
    row = shown(office, message).row
    assert (row.subject, row.parts(), row.made_parts()) == ("References", tuple(changed), tuple(TEXT))
    assert (row.tag_names(), row.quality) == (("Shortened",), 3)
    assert words_changed(row.made_parts(), row.parts()) == 5


def test_a_rejection_needs_a_reason_and_can_be_taken_back(office: MailDesk, prospect: RecordId) -> None:
    message = drafted(office, prospect)
    with pytest.raises(ValueRefused, match="Reason: say in a word"):
        reject(office.context, message, " ")
    reject(office.context, message, "wrong product named")
    ((), (line,)) = message_lines(office.context)
    assert line.outcome == "Rejected by Amaia Etxarri: wrong product named"
    with pytest.raises(UserError, match="decided already"):
        approve(office.context, message, Decision())
    take_back(office.context, message)
    assert count_waiting(office.context) == 1


def test_an_approval_is_undone_before_it_is_sent_and_done_again(
    office: MailDesk, server: PostOffice, prospect: RecordId
) -> None:
    office.account(server.port)
    message = drafted(office, prospect)
    mail = approve(office.context, message, Decision()).mail
    assert mail is not None
    undo(office.context)
    office.pass_time(minutes=1)
    assert office.send().sent == 0
    assert (office.mail(mail).state, count_waiting(office.context)) == (CANCELLED, 1)
    redo(office.context)
    assert (office.mail(mail).state, count_waiting(office.context)) == (WAITING, 0)
    assert office.send().sent == 1
    assert len(server.taken) == 1


def test_an_approval_taken_back_and_given_again_sends_once(office: MailDesk, server: PostOffice, prospect: RecordId) -> None:
    office.account(server.port)
    message = drafted(office, prospect)
    approve(office.context, message, Decision())
    take_back(office.context, message)
    save_draft(office.context, message, "Another subject", TEXT)
    approve(office.context, message, Decision())
    office.pass_time(minutes=1)
    office.send()
    assert [mail["Subject"] for _, mail in server.taken] == ["Another subject"]


def test_what_has_gone_cannot_be_taken_back(office: MailDesk, server: PostOffice, prospect: RecordId) -> None:
    office.account(server.port)
    message = drafted(office, prospect)
    approve(office.context, message, Decision())
    office.pass_time(minutes=1)
    office.send()
    with pytest.raises(UserError, match="has gone"):
        take_back(office.context, message)


def test_nobody_who_unsubscribed_is_written_to(office: MailDesk, server: PostOffice, prospect: RecordId) -> None:
    office.account(server.port)
    message = drafted(office, prospect)
    stop_mail(office.context, "ann@x.example")
    assert shown(office, message).blocked == "ann@x.example gets no more mail: asked for it"
    with pytest.raises(UserError, match="gets no more mail"):
        approve(office.context, message, Decision())
    assert office.rows("SELECT count(*) FROM interactions") == [(0,)]


def test_the_status_never_moves_by_what_somebody_wrote(office: MailDesk, prospect: RecordId) -> None:
    from journeydesk.storage.mail import received
    from journeydesk.storage.mail.received import ReceivedMail

    words = "Thank you, but we are not interested any more."
    with office.context.database.write() as connection:
        received.add(
            connection, ReceivedMail("<1@x>", None, prospect, "reply", "ann@x.example", "Re", words, office.ago(hours=1), "")
        )
    suggestion = shown(office, drafted(office, prospect)).suggestion
    assert suggestion is not None
    assert (suggestion.status, suggestion.words) == ("LEAD_EXHAUSTED", words)
    assert office.values("prospects", prospect)["customer_status"] == "LEAD_QUALIFIED"
