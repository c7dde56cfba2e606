"""Beside the inbox: states with their counts, the context of an alert, and the sheet for one line."""

from dataclasses import replace
from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from journeydesk.domain.errors import UserError
from journeydesk.services.rows.alerts import AlertDetail, AuditLine
from journeydesk.services.rows.common import EntryPointView
from journeydesk.ui.tabs.alerts.line_sheet import LineSheet
from journeydesk.ui.tabs.alerts.side_column import Facts, SideColumn
from journeydesk.ui.tabs.alerts.status_tabs import STATES, StatusTabs
from journeydesk.ui.theme import Theme
from journeydesk.ui.widgets.labels import ElidedLabel
from tests.ui.alerts.conftest import ALERT

NOW = datetime(2026, 5, 19, 9, 5, tzinfo=UTC)
MADRID = ZoneInfo("Europe/Madrid")
LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def states(theme: Theme, ground: QWidget) -> StatusTabs:
    """The four states."""
    tabs = StatusTabs(theme, ground)
    tabs.show_counts({"Pending": 3, "Expired": 1200})
    tabs.resize(tabs.sizeHint())
    tabs.show()
    return tabs


def test_each_state_says_its_count(states: StatusTabs) -> None:
    assert [states.tab(state).accessibleName() for state in STATES] == [
        "Pending, 3",
        "Acknowledged, 0",
        "Actioned, 0",
        "Expired, 1200",
    ]


def test_a_state_grows_with_its_count(states: StatusTabs) -> None:
    narrow = states.tab("Pending").sizeHint().width()
    states.show_counts({"Pending": 12345})
    assert states.tab("Pending").sizeHint().width() > narrow + 12
    assert states.tab("Expired").accessibleName() == "Expired, 0"


def test_a_state_is_chosen_by_click_and_not_by_code(states: StatusTabs, qtbot: QtBot) -> None:
    chosen: list[str] = []
    states.chosen.connect(chosen.append)
    states.choose("Actioned")
    assert (states.tab("Actioned").isChecked(), chosen) == (True, [])
    qtbot.mouseClick(states.tab("Expired"), LEFT)
    assert (states.tab("Actioned").isChecked(), chosen) == (False, ["Expired"])


DETAIL = AlertDetail(
    row=ALERT,
    headline="",
    rule_name="Churn risk",
    action_title="",
    action_text="",
    phone="",
    email="",
    job_title="Head of Rope",
    stages=(),
    recorded=None,
    by_score=None,
    gap=0,
    points_before=None,
    points_after=None,
    evidence=(),
    history=(),
    entry_point=EntryPointView("Book a demo", "/pricing", "", datetime(2026, 5, 2, 22, 30, tzinfo=UTC)),
    contact_lines=(("Phone", "none"),),
    others=(AuditLine("Churn risk", "actioned", "Yesterday", datetime(2026, 5, 18, 9, 0, tzinfo=UTC)),),
)


def facts(column: QWidget) -> list[str]:
    """The values that stand beside, by their names."""
    return [part.accessibleName() for part in column.findChildren(ElidedLabel) if ":" in part.accessibleName()]


def test_the_context_says_where_they_came_from_in_local_time(theme: Theme) -> None:
    column = SideColumn(theme, MADRID)
    column.show_alert(DETAIL, [("Owner", "Amaia Etxarri")], NOW.date())
    assert facts(column) == [
        "CTA: Book a demo",
        "Page: /pricing",
        "UTM: not given",
        "First seen: 3 May, 00:30",
        "Owner: Amaia Etxarri",
    ]
    words = [part.text() for part in column.findChildren(QLabel)]
    assert {"Ada Kern", "Head of Rope", "1 in 90 days"} <= set(words)


def test_without_entry_point_and_others_the_context_is_short(theme: Theme, ground: QWidget) -> None:
    column = SideColumn(theme, MADRID, ground)
    column.show()
    column.show_alert(replace(DETAIL, entry_point=None, others=(), job_title=""), [], NOW.date())
    assert facts(column) == ["First seen: none yet", "Phone: none"]
    assert not column._others_part.isVisible()
    assert "1 in 90 days" not in [part.text() for part in column.findChildren(QLabel)]


def test_a_fact_can_be_copied(theme: Theme) -> None:
    shown = Facts(theme)
    shown.show_facts([("Phone", "+34 600 100 200")])
    (value,) = shown.findChildren(ElidedLabel)
    (action,) = value.actions()
    assert action.text() == "Copy phone"
    action.trigger()
    assert QGuiApplication.clipboard().text() == "+34 600 100 200"


def test_what_nobody_gave_is_quiet(theme: Theme) -> None:
    shown = Facts(theme)
    shown.show_facts([("Owner", "none"), ("UTM", ""), ("Company", "Kern & Co")])
    kinds = [value.property("kind") or "" for value in shown.findChildren(ElidedLabel)]
    assert kinds == ["caption", "caption", ""]


def understood(text: str) -> str:
    if text == "soonish":
        raise UserError("“soonish” is not a date")
    return f"Until {text}"


def test_a_line_says_what_it_means_and_gives_it_on_enter(theme: Theme, ground: QWidget, qtbot: QtBot) -> None:
    sheet = LineSheet(theme, ground, "Snooze until", "fri", "Snooze", understood)
    sheet.open()
    texts: list[str] = []
    sheet.given.connect(texts.append)
    qtbot.keyClicks(sheet.field, " soonish")
    assert (sheet.words.text(), sheet.words.property("kind")) == ("“soonish” is not a date", "danger")
    qtbot.keyClick(sheet.field, Qt.Key.Key_Return)
    assert (texts, sheet.isVisible()) == ([], True)
    sheet.field.clear()
    qtbot.keyClicks(sheet.field, "fri ")
    assert (sheet.words.text(), sheet.words.property("kind")) == ("Until fri", "secondary")
    qtbot.keyClick(sheet.field, Qt.Key.Key_Return)
    assert texts == ["fri"]


def test_facts_are_shown_anew_in_the_rows_that_are_there(theme: Theme, ground: QWidget) -> None:
    shown = Facts(theme, ground)
    shown.show_facts([("Phone", "none"), ("Owner", "Ibai"), ("Last touch", "today")])
    shown.show()
    before, high = shown.findChildren(ElidedLabel), shown.sizeHint().height()
    assert [value.font().weight() for value in before] == [400, 400, 500]
    shown.show_facts([("Owner", "Amaia"), ("UTM", "")])
    assert shown.findChildren(ElidedLabel) == before
    seen = [value for value in before if value.isVisible()]
    assert [value.accessibleName() for value in seen] == ["Owner: Amaia", "UTM: not given"]
    assert [value.property("kind") for value in seen] == ["", "caption"]
    assert [label.text() for label in shown.findChildren(QLabel) if label.isVisible() and label not in before] == [
        "Owner",
        "UTM",
    ]
    seen[0].actions()[0].trigger()
    assert QGuiApplication.clipboard().text() == "Amaia"
    # Of rows that are no more no room is left.
    assert shown.sizeHint().height() == high * 2 // 3
    shown.show_facts([("Owner", "Amaia"), ("Last touch", "today"), ("Phone", "none")])
    assert [value.font().weight() for value in before] == [400, 500, 400]
    assert all(value.isVisible() for value in before)
