"""What is written by itself, and by whom: once each, whatever sleeps, is restored, or is done on another computer."""

from datetime import UTC, datetime

import pytest

from journeydesk.domain.ids import RecordId
from journeydesk.domain.mail.identity import event_key, mail_key
from journeydesk.domain.mail.retry import CANCELLED
from journeydesk.services.commands.settings import change_settings
from journeydesk.services.evaluation.evaluate import evaluate
from journeydesk.services.mail.due import prepare_due
from journeydesk.services.mail.queueing import queued_mails, stop_mail
from journeydesk.services.mail.sender import switch_by_itself, take_over, why_waiting
from journeydesk.services.messages.showing import message_lines
from journeydesk.storage.sync.meta import set_meta
from tests.fakes.post_office import PostOffice
from tests.integration.mail.conftest import MailDesk

MONDAY = datetime(2026, 5, 25, 8, 0, tzinfo=UTC)


def customer(office: MailDesk, name: str = "ann", **values: object) -> RecordId:
    """Somebody who uses the product."""
    return office.prospect(
        **(
            {"email": f"{name}@x.example", "contact_name": f"{name.title()} Lee", "status": "Active", "key": f"BETA-{name}"}
            | values
        )
    )


def connected(office: MailDesk, synced: bool = True) -> None:
    """The workspace has a base, and was synced a moment ago."""
    with office.context.database.write() as connection:
        set_meta(connection, "airtable_base", "app1")
        set_meta(connection, "last_began", office.context.now() if synced else office.ago(hours=3))


def test_nothing_is_written_as_shipped(office: MailDesk, server: PostOffice) -> None:
    office.account(server.port)
    customer(office)
    office.prospect(email="new@x.example")
    office.moment = MONDAY
    assert prepare_due(office.context) == (0, 0)
    assert office.send().sent == 0


def test_a_check_in_goes_once_a_week_also_after_sleep(office: MailDesk, server: PostOffice) -> None:
    office.account(server.port)
    customer(office)
    office.prospect(email="new@x.example", status="New", key="BETA-new")
    switch_by_itself(office.context, "weekly_check_in", True)
    sent = []
    for days in (0, 1, 6, 7, 9, 30, 30):
        office.moment = MONDAY.replace(hour=9) if days == 0 else office.moment
        office.pass_time(days=days)
        prepare_due(office.context)
        prepare_due(office.context)
        sent.append(office.send().sent)

    assert sent == [1, 0, 1, 1, 1, 1, 1], "a week was written twice, or a week that was slept through was made up for"
    assert set(server.recipients()) == {"ann@x.example"}
    assert office.rows("SELECT survey_type, date_sent FROM surveys ORDER BY lid LIMIT 1") == [("Weekly", "2026-05-25")]


def test_a_round_that_was_due_before_the_switch_is_left_out(office: MailDesk, server: PostOffice) -> None:
    office.account(server.port)
    customer(office)
    switch_by_itself(office.context, "weekly_check_in", True)
    assert prepare_due(office.context) == (0, 0), "Tuesday's switch wrote Monday's mail"


def test_a_copy_that_was_restored_sends_nothing_again(office: MailDesk, server: PostOffice) -> None:
    office.account(server.port)
    prospect = customer(office)
    switch_by_itself(office.context, "weekly_check_in", True)
    office.moment = MONDAY
    key = mail_key("weekly_check_in", "BETA-ann", "2026-W22")
    # The queue of the copy knows nothing; the event came back from the base.
    office.add("events", key=event_key(key), prospect=prospect, event="email_sent", occurred_at=office.ago(hours=1), source="x")
    assert prepare_due(office.context) == (0, 0)


def test_another_computer_than_the_named_one_sends_nothing(office: MailDesk, server: PostOffice) -> None:
    office.account(server.port)
    customer(office)
    switch_by_itself(office.context, "weekly_check_in", True)
    other = {"computer": "0123456789abcdef", "name": "Tomasz on another", "since": office.context.now()}
    change_settings(office.context, {"mail.sender": other}, "Named another computer")
    office.moment = MONDAY
    assert prepare_due(office.context) == (0, 0)
    assert why_waiting(office.context) == "Another computer sends what goes by itself."


def test_without_a_fresh_sync_nothing_goes_by_itself(office: MailDesk, server: PostOffice) -> None:
    office.account(server.port)
    customer(office)
    switch_by_itself(office.context, "weekly_check_in", True)
    office.moment = MONDAY
    connected(office, synced=False)
    assert prepare_due(office.context) == (0, 0)
    connected(office)
    assert prepare_due(office.context) == (1, 0)


def test_who_takes_over_waits_and_leaves_the_past_to_a_person(office: MailDesk, server: PostOffice) -> None:
    office.account(server.port)
    customer(office)
    other = {"computer": "0123456789abcdef", "name": "Tomasz on another", "since": office.context.now()}
    change_settings(office.context, {"mail.sender": other}, "Named another computer")
    switch_by_itself(office.context, "weekly_check_in", True)
    office.moment = MONDAY.replace(hour=10)
    connected(office)
    take_over(office.context)

    assert "waits until the one before has stopped" in (why_waiting(office.context) or "")
    office.pass_time(minutes=21)
    connected(office)
    assert why_waiting(office.context) is None
    assert prepare_due(office.context) == (0, 1), "what the one before may have sent went by itself"
    office.pass_time(days=7)
    connected(office)
    assert prepare_due(office.context)[0] == 1


def test_an_application_after_the_switch_is_answered_once(office: MailDesk, server: PostOffice) -> None:
    office.account(server.port)
    office.prospect(email="before@x.example", key="BETA-before")
    switch_by_itself(office.context, "application_received", True)
    office.pass_time(minutes=5)
    office.prospect(email="after@x.example", key="BETA-after", applied_on=office.ago(minutes=1), contact_name="Dr. Ada Byron")
    for _ in range(2):
        prepare_due(office.context)
        office.send()

    assert server.recipients() == ["after@x.example"]
    assert server.taken[0][1].get_content().startswith("Hello Ada,")
    assert "List-Unsubscribe" in server.taken[0][1]


def test_who_is_accepted_is_welcomed_once(office: MailDesk, server: PostOffice) -> None:
    from journeydesk.services.commands.prospects import edit

    office.account(server.port)
    old = office.prospect(email="old@x.example", status="Accepted", key="BETA-old")
    new = office.prospect(email="new@x.example", status="New", key="BETA-new")
    switch_by_itself(office.context, "welcome", True)
    office.pass_time(minutes=5)
    edit(office.context, new, {"status": "Accepted"})
    office.pass_time(minutes=1)
    edit(office.context, new, {"status": "Onboarding"})
    for _ in range(2):
        prepare_due(office.context)
        office.send()

    assert server.recipients() == ["new@x.example"]
    assert old != new


def test_who_unsubscribed_is_in_no_round(office: MailDesk, server: PostOffice) -> None:
    office.account(server.port)
    customer(office)
    switch_by_itself(office.context, "weekly_check_in", True)
    stop_mail(office.context, "ANN@x.example")
    office.moment = MONDAY
    assert prepare_due(office.context) == (0, 0)


def test_a_value_that_is_not_known_makes_a_person_look(office: MailDesk, server: PostOffice) -> None:
    office.account(server.port)
    customer(office, contact_name=None)
    template = {"subject": "Your week", "body": "Hello {contact_name}, how are you?"}
    change_settings(office.context, {"mail.weekly_check_in": template}, "Changed a template")
    switch_by_itself(office.context, "weekly_check_in", True)
    office.moment = MONDAY
    assert prepare_due(office.context) == (0, 1)
    ((line,), _) = message_lines(office.context)
    assert "{contact_name}" in line.beginning


def test_no_answer_drafts_the_follow_ups_one_after_the_other(office: MailDesk, server: PostOffice) -> None:
    from journeydesk.services.messages.deciding import Decision, approve

    office.account(server.port)
    prospect = office.prospect(email="ann@x.example", contact_name="Ann Lee", owner="Amaia Etxarri", key="BETA-ann")
    office.event(prospect, "email_sent", office.ago(days=8), payload="{}")
    drafted = []
    for _ in range(5):
        evaluate(office.context, [prospect])
        prepare_due(office.context)
        prepare_due(office.context)
        waiting, _ = message_lines(office.context)
        drafted.append(len(waiting))
        for line in waiting:
            approve(office.context, line.id, Decision())
        office.pass_time(minutes=1)
        office.send()
        office.pass_time(days=8)

    assert drafted == [1, 1, 1, 0, 0], "there are three follow-ups, and no more"
    assert [mail["Subject"] for _, mail in server.taken] == [
        "How do things stand, Ann?",
        "Is this still of interest for Mbali Weaves?",
        "Shall I close this for now?",
    ]
    assert server.taken[1][1]["In-Reply-To"] == server.taken[0][1]["Message-ID"]


def test_drafts_for_other_peoples_prospects_are_not_made_here(office: MailDesk) -> None:
    prospect = office.prospect(email="ann@x.example", owner="Tomasz Wilk")
    office.event(prospect, "email_sent", office.ago(days=8), payload="{}")
    evaluate(office.context, [prospect])
    assert prepare_due(office.context) == (0, 0)


@pytest.mark.parametrize("word", ["no", "calls"])
def test_a_template_is_filled_from_the_record(office: MailDesk, word: str) -> None:
    from journeydesk.services.mail.merging import preview

    prospect = customer(office)
    if word == "calls":
        office.add("usage", prospect=prospect, date="2026-05-18", api_calls=1234)
    text = preview(office.context, office.context.settings.mail.templates["weekly_check_in"], prospect)
    assert ("1,234 calls" if word == "calls" else "made no calls") in text.body
    assert text.missing == ()


def test_a_deleted_prospect_gets_nothing_that_waits(office: MailDesk, server: PostOffice) -> None:
    office.account(server.port)
    prospect = customer(office)
    mail = office.queue(prospect, "ann@x.example")
    office.delete(prospect)
    office.send()
    assert office.mail(mail).state == CANCELLED
    assert [row.answer for row in queued_mails(office.context)] == ["The prospect was deleted"]
