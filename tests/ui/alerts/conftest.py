"""A window on an inbox of five alerts: one urgent, two high, one normal, one of the whole team."""

from datetime import timedelta

import pytest
from pytestqt.qtbot import QtBot

from journeydesk.domain.alerts.alert import AlertDraft, EvidenceLine, alert_id
from journeydesk.domain.ids import RecordId
from journeydesk.domain.rules.churn import CHURN_RISK
from journeydesk.domain.rules.daily import DAILY_SUPPORT
from journeydesk.domain.rules.jumps import BIG_JUMP, STAGE_SKIP
from journeydesk.domain.rules.usage import USAGE_SPIKE
from journeydesk.domain.time import moment_text
from journeydesk.services.context import Context
from journeydesk.storage.alerts.inbox import raise_alerts
from journeydesk.storage.engine import sql
from journeydesk.storage.records.records import Author
from journeydesk.ui.bridge import Bridge
from journeydesk.ui.main_window import MainWindow
from journeydesk.ui.tabs.alerts.tab import AlertsTab
from tests.workspaces import NOW

RULES = (
    (BIG_JUMP, "Urgent"),
    (CHURN_RISK, "High"),
    (STAGE_SKIP, "High"),
    (USAGE_SPIKE, "Normal"),
    (DAILY_SUPPORT, "High"),
)


def draft(rule: str, priority: str, about: str, number: int) -> AlertDraft:
    at = NOW - timedelta(hours=number + 1)
    return AlertDraft(
        id=alert_id(rule, about, "test"),
        rule=rule,
        priority=priority,
        raised_at=moment_text(at),
        expires_at=moment_text(at + timedelta(days=7)),
        headline=f"{about}: {rule}",
        reason=f"reason {number}",
        lines=(EvidenceLine("Fell from 1,082 calls to 286", moment_text(at)),),
    )


@pytest.fixture
def raised(context: tuple[Context, Bridge]) -> list[RecordId]:
    """The five, oldest last; the last is the team's."""
    opened, _ = context
    with opened.database.read() as connection:
        prospects = [RecordId(row[0]) for row in sql.rows(connection, "SELECT lid FROM prospects ORDER BY lid")]
        companies = [row[0] for row in sql.rows(connection, "SELECT company FROM prospects ORDER BY lid")]
    drafts: list[tuple[RecordId | None, AlertDraft]] = []
    for number, (rule, priority) in enumerate(RULES):
        team = number >= len(prospects)
        about = "team" if team else companies[number]
        drafts.append((None if team else prospects[number], draft(rule, priority, about, number)))
    with opened.database.write() as connection:
        sql.run(connection, "UPDATE alerts SET deleted = 1")
        return raise_alerts(connection, drafts, Author("Journeydesk", moment_text(NOW), "rule"))


@pytest.fixture
def tab(raised: list[RecordId], window: MainWindow, qtbot: QtBot) -> AlertsTab:
    """The tab, shown, with the keyboard in its list."""
    window.show_place("Alerts")
    found = window.tab("Alerts")
    assert isinstance(found, AlertsTab)
    qtbot.waitUntil(found.isVisible)
    found.list.setFocus()
    return found
