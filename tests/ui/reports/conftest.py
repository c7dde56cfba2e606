"""The Reports tab on a real workspace, with the acquisition report and the specimen of every kind of block."""

from datetime import timedelta

import pytest
from pytestqt.qtbot import QtBot

from journeydesk.app import make_application
from journeydesk.config import resources
from journeydesk.reports.catalogue import find
from journeydesk.services.commands.prospects import create_prospect, log_interaction
from journeydesk.services.context import Context
from journeydesk.ui.bridge import Bridge
from journeydesk.ui.tabs.reports.tab import ReportsTab
from journeydesk.ui.theme import Theme
from tests.report_samples import SPECIMEN
from tests.workspaces import NOW


@pytest.fixture
def theme() -> Theme:
    application = make_application()
    found = Theme(resources() / "icons", "light")
    found.apply(application)
    return found


@pytest.fixture
def filled(context: tuple[Context, Bridge]) -> Context:
    """Six applications of the week before, two of them called, by two reps."""
    opened, _ = context
    for number in range(6):
        applied = (NOW - timedelta(days=3 + number % 3)).strftime("%Y-%m-%dT%H:%M:%S.000Z")
        owner = "Amaia Etxarri" if number % 2 else "Tomasz Wilk"
        prospect = create_prospect(opened, {"company": f"Company {number}", "applied_on": applied, "owner": owner})
        if number < 2:
            log_interaction(opened, prospect, "Call", "First call", outcome="Reached")
    return opened


@pytest.fixture
def tab(filled: Context, theme: Theme, qtbot: QtBot) -> ReportsTab:
    """Shown and ready, wide enough for the preview."""
    found = ReportsTab(filled, theme, reports=(find("acquisition"), SPECIMEN))
    qtbot.addWidget(found)
    found.resize(1370, 820)
    found.show()
    qtbot.waitExposed(found)
    qtbot.waitUntil(lambda: found.ready, timeout=20_000)
    return found
