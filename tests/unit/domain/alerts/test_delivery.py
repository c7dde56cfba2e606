"""Alerts by mail as pure figures: who hears of what, what goes at once, what waits, in which words."""

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journeydesk.domain.alerts.delivery import RULES, WaitingAlert, due_mails, is_digest_due
from journeydesk.domain.errors import SettingError
from journeydesk.domain.rules.registry import RULE_NAMES
from journeydesk.domain.settings.delivery import ROLES, DeliverySettings, read_delivery
from journeydesk.domain.settings.reader import Reader
from tests.documentation import table

BERLIN = ZoneInfo("Europe/Berlin")
NOON = datetime(2026, 5, 19, 10, 0, tzinfo=UTC)
TO = DeliverySettings({role: (f"{role}@desk.example",) for role in ROLES}, 8, "20:00-07:00")


def alert(key: str = "A1", priority: str = "High", rule: str = "churn risk", hours: float = 1.0) -> WaitingAlert:
    raised = NOON - timedelta(hours=hours)
    return WaitingAlert(key, rule, priority, f"{key} uses less", "Usage down", "Pine", "journeydesk://prospect/B1", raised)


def test_every_role_hears_of_rules_that_exist() -> None:
    assert set(RULES) == set(ROLES)
    assert {rule for rules in RULES.values() for rule in rules} <= RULE_NAMES
    written = {row[0]: tuple(row[1].split(", ")) for row in table("rules", "Alerts by mail")}
    assert written == dict(RULES)


def test_urgent_ones_go_at_once_with_whatever_else_waits() -> None:
    waiting = {"success": [alert("B", "Normal"), alert("A", "Urgent")]}
    [mail] = due_mails(waiting, TO, NOON, BERLIN, {"success": NOON}, "Desk")
    assert mail.alerts == ("A", "B")
    assert mail.subject == "Urgent: A uses less, and 1 more alert"
    assert "What to do: " in mail.body and "journeydesk://prospect/B1" in mail.body


def test_normal_ones_wait_for_the_digest_of_the_day() -> None:
    waiting = {"success": [alert(priority="Normal")]}
    assert due_mails(waiting, TO, NOON, BERLIN, {"success": NOON - timedelta(hours=2)}, "Desk") == []
    [mail] = due_mails(waiting, TO, NOON, BERLIN, {"success": NOON - timedelta(hours=20)}, "Desk")
    assert mail.subject == "A1 uses less"


def test_nothing_goes_in_quiet_hours_and_all_of_it_after_them() -> None:
    waiting = {"success": [alert(priority="Urgent", hours=-9)]}
    night, morning = NOON + timedelta(hours=10), NOON + timedelta(hours=19, minutes=1)
    assert due_mails(waiting, TO, night, BERLIN, {}, "Desk") == []
    assert len(due_mails(waiting, TO, morning, BERLIN, {}, "Desk")) == 1


def test_a_role_without_an_address_gets_nothing() -> None:
    nobody = DeliverySettings({"executive": (), "engineering": (), "success": ()}, 8, "")
    assert due_mails({"success": [alert(priority="Urgent")]}, nobody, NOON, BERLIN, {}, "Desk") == []


def test_what_was_raised_a_day_ago_is_not_mailed() -> None:
    assert due_mails({"success": [alert(hours=25)]}, TO, NOON, BERLIN, {}, "Desk") == []


def test_a_flood_is_one_mail_that_counts_the_rest() -> None:
    [mail] = due_mails({"success": [alert(f"A{n:02d}") for n in range(60)]}, TO, NOON, BERLIN, {}, "Desk")
    assert len(mail.alerts) == 60
    assert "And 40 more in the inbox." in mail.body


def test_a_mail_is_called_alike_whatever_the_order() -> None:
    one, other = ([alert("A"), alert("B")], [alert("B"), alert("A")])
    names = {due_mails({"success": each}, TO, NOON, BERLIN, {}, "Desk")[0].name for each in (one, other)}
    assert len(names) == 1


def test_a_headline_with_line_breaks_stays_one_header() -> None:
    broken = WaitingAlert("A", "churn risk", "High", "Pine\r\nBcc: all@x.example", "x", "Pine", "", NOON)
    [mail] = due_mails({"success": [broken]}, TO, NOON, BERLIN, {}, "Desk")
    assert "\n" not in mail.subject and "\r" not in mail.subject


@given(st.integers(0, 364 * 24 * 60), st.integers(0, 23))
def test_a_digest_has_one_turn_a_day(minutes: int, hour: int) -> None:
    local = NOON + timedelta(minutes=minutes)
    assert is_digest_due(local, hour, None)
    assert not is_digest_due(local, hour, local)
    assert is_digest_due(local, hour, local - timedelta(days=1, seconds=1))


@pytest.mark.parametrize(
    ("key", "value"),
    [("executive", ["not an address"]), ("quiet_hours", "late"), ("digest_hour", 24)],
)
def test_a_wrong_value_names_its_key(key: str, value: object) -> None:
    shipped = {"executive": [], "engineering": [], "success": [], "digest_hour": 8, "quiet_hours": ""}
    with pytest.raises(SettingError) as refused:
        read_delivery(Reader(shipped | {key: value}, "alert_mail"))
    assert refused.value.key.startswith(f"alert_mail.{key}")
    assert read_delivery(Reader(shipped, "alert_mail")).quiet_hours == ""
