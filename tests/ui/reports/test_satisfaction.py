"""Calls planned from the report, by a real click."""

from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from journeydesk.domain.time import moment_text
from journeydesk.reports.catalogue import find
from journeydesk.services.context import Context
from journeydesk.storage.engine import sql
from journeydesk.ui.tabs.reports.charts.table import TableChart
from journeydesk.ui.tabs.reports.tab import ReportsTab
from journeydesk.ui.theme import Theme
from tests.workspaces import NOW

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support propagateSizeHints")


def test_a_click_plans_the_calls_and_the_button_goes(filled: Context, theme: Theme, qtbot: QtBot) -> None:
    with filled.database.write() as connection:
        day = (NOW.date() - timedelta(days=3)).isoformat()
        for prospect in (1, 2):
            sql.run(
                connection,
                "INSERT INTO surveys (key, prospect, date_responded, satisfaction, created_at) VALUES (?, ?, ?, 4, ?)",
                (f"S{prospect}", prospect, day, moment_text(NOW)),
            )
    tab = ReportsTab(filled, theme, reports=(find("satisfaction"),))
    qtbot.addWidget(tab)
    tab.resize(1370, 820)
    tab.show()
    tab.show_this_period()
    qtbot.waitUntil(lambda: tab.ready and any(chart.offer is not None for chart in tab.page.charts), timeout=20_000)
    [button] = [chart.offer for chart in tab.page.charts if chart.offer is not None]
    assert button.text() == "Plan two calls"
    card = button.parentWidget()
    assert isinstance(card, TableChart)
    card.grab()
    # What is offered stands below the lines, however few they are.
    assert [spot.rect.bottom() < button.geometry().top() for spot in card.spots] == [True, True]
    with qtbot.waitSignal(tab.said) as said:
        qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert said.args == ["Planned 2 calls", True]
    tab.reload()
    qtbot.waitUntil(lambda: tab.ready and all(chart.offer is None for chart in tab.page.charts), timeout=20_000)
