"""A window on an inbox of five alerts: one urgent, two high, one normal, one of the whole team."""

from collections.abc import Iterator
from datetime import timedelta

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from journeydesk.app import make_application
from journeydesk.config import resources
from journeydesk.domain.alerts.alert import AlertDraft, EvidenceLine, alert_id
from journeydesk.domain.ids import Key, RecordId
from journeydesk.domain.rules.churn import CHURN_RISK
from journeydesk.domain.rules.daily import DAILY_SUPPORT
from journeydesk.domain.rules.jumps import BIG_JUMP, STAGE_SKIP
from journeydesk.domain.rules.usage import USAGE_SPIKE
from journeydesk.domain.time import moment_text
from journeydesk.services.context import Context
from journeydesk.services.rows.alerts import AlertRow
from journeydesk.services.rows.common import Amount
from journeydesk.storage.alerts.inbox import raise_alerts
from journeydesk.storage.engine import sql
from journeydesk.storage.records.records import Author
from journeydesk.ui.bridge import Bridge
from journeydesk.ui.main_window import MainWindow
from journeydesk.ui.tabs.alerts.tab import AlertsTab
from journeydesk.ui.theme import Theme
from tests.workspaces import NOW

ALERT = AlertRow(
    id=RecordId(1),
    key=Key("ALR-1"),
    prospect=RecordId(7),
    priority="High",
    status="Pending",
    company="Kern & Co",
    contact="Ada Kern",
    owner="Amaia Etxarri",
    reason="Calls fell",
    rule="churn risk",
    raised_at=NOW - timedelta(hours=3),
    expires_at=NOW + timedelta(days=5),
    snoozed_until=None,
    unread=True,
    value=Amount(64_000, "EUR"),
    monthly=True,
)
AUTHOR = Author("Journeydesk", moment_text(NOW), "rule")
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
        return raise_alerts(connection, drafts, AUTHOR)


@pytest.fixture
def tab(raised: list[RecordId], window: MainWindow, qtbot: QtBot) -> AlertsTab:
    """The tab, shown, with the keyboard in its list."""
    window.show_place("Alerts")
    found = window.tab("Alerts")
    assert isinstance(found, AlertsTab)
    qtbot.waitUntil(found.isVisible)
    found.list.setFocus()
    return found


@pytest.fixture
def theme(qtbot: QtBot) -> Theme:
    """The light look."""
    look = Theme(resources() / "icons", "light")
    look.apply(make_application())
    return look


@pytest.fixture
def ground(theme: Theme, qtbot: QtBot) -> Iterator[QWidget]:
    """A window to stand on."""
    window = QWidget()
    qtbot.addWidget(window)
    window.resize(1000, 700)
    window.show()
    qtbot.waitExposed(window)
    yield window
