"""Alerts by mail over a real database and a real mail server: once for each alert and role, from one computer."""

import pytest

from journeydesk.domain.ids import RecordId
from journeydesk.services.commands.alerts import mark_actioned
from journeydesk.services.commands.settings import change_settings
from journeydesk.services.mail.alerting import prepare_alert_mails
from journeydesk.services.mail.sender import take_over
from tests.fakes.post_office import PostOffice
from tests.integration.mail.conftest import MailDesk


def raised(desk: MailDesk, rule: str = "churn risk", priority: str = "High", **more: object) -> RecordId:
    prospect = desk.prospect(company="Marrow & Pine", status="Active")
    values = {
        "rule": rule,
        "priority": priority,
        "status": "Pending",
        "raised_at": desk.ago(hours=1),
        "expires_at": desk.ago(days=-6),
        "headline": "Marrow & Pine uses half as much",
        "reason": "Usage down 60 %",
        "prospect": prospect,
    }
    return desk.add("alerts", **(values | more))


@pytest.fixture
def desk(office: MailDesk, server: PostOffice) -> MailDesk:
    """A computer that sends by itself, and a team that filled in two roles."""
    office.account(server.port)
    take_over(office.context)
    success = ["success@ostrelle.example", "two@ostrelle.example"]
    roles = {"alert_mail.success": success, "alert_mail.engineering": ["dev@ostrelle.example"]}
    change_settings(office.context, roles, "Filled in who is told")
    return office


def queued(desk: MailDesk) -> list[tuple[str, str]]:
    return [(row[0], row[1]) for row in desk.rows("SELECT recipient, subject FROM mail_item ORDER BY recipient")]


def test_an_alert_goes_once_to_each_address_of_its_roles(desk: MailDesk, server: PostOffice) -> None:
    raised(desk)
    assert prepare_alert_mails(desk.context) == 2
    assert queued(desk) == [
        ("success@ostrelle.example", "Marrow & Pine uses half as much"),
        ("two@ostrelle.example", "Marrow & Pine uses half as much"),
    ]
    assert prepare_alert_mails(desk.context) == 0
    assert desk.send().sent == 2
    assert "What to do" in desk.rows("SELECT body FROM mail_item")[0][0]
    raised(desk, "integration trouble", headline="Make.com stands still")
    assert prepare_alert_mails(desk.context) == 1
    assert ("dev@ostrelle.example", "Make.com stands still") in queued(desk)


def test_what_was_handled_or_is_silent_or_old_is_not_mailed(desk: MailDesk) -> None:
    mark_actioned(desk.context, raised(desk))
    raised(desk, raised_at=desk.ago(days=2))
    raised(desk, snoozed_until=desk.ago(days=-1))
    raised(desk, "rotting")
    change_settings(desk.context, {"alerts.silent": ["usage spike"]}, "Silenced a rule")
    raised(desk, "usage spike")
    assert prepare_alert_mails(desk.context) == 0


def test_normal_ones_wait_for_the_morning(desk: MailDesk) -> None:
    raised(desk)
    prepare_alert_mails(desk.context)
    raised(desk, "usage spike", "Normal", headline="Pine doubled")
    desk.pass_time(minutes=30)
    assert prepare_alert_mails(desk.context) == 0
    desk.pass_time(hours=21)
    take_over(desk.context)
    assert prepare_alert_mails(desk.context) == 2
    assert ("success@ostrelle.example", "Pine doubled") in queued(desk)


def test_another_computer_sends_nothing(office: MailDesk, server: PostOffice) -> None:
    office.account(server.port)
    change_settings(office.context, {"alert_mail.success": ["success@ostrelle.example"]}, "Filled in who is told")
    raised(office)
    assert prepare_alert_mails(office.context) == 0
    take_over(office.context)
    assert prepare_alert_mails(office.context) == 1


def test_without_an_account_nothing_is_noted_as_sent(office: MailDesk) -> None:
    take_over(office.context)
    change_settings(office.context, {"alert_mail.success": ["success@ostrelle.example"]}, "Filled in who is told")
    raised(office)
    assert prepare_alert_mails(office.context) == 0
    assert office.rows("SELECT count(*) FROM alert_delivery") == [(0,)]
