"""The brief before a call (docs/interface.md, "Brief before a call")."""

from collections.abc import Callable, Sequence
from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from journeydesk.domain.ids import RecordId
from journeydesk.domain.journeys.events import Event
from journeydesk.domain.time import moment_text
from journeydesk.services.calls.brief import SHOWN, call_brief
from journeydesk.services.commands.prospects import edit, log_interaction
from journeydesk.services.commands.tasks import add_task
from journeydesk.storage.engine import sql
from journeydesk.storage.facts.events import add_event
from journeydesk.storage.records.records import Author
from journeydesk.ui.call_session.brief_sheet import BriefSheet
from journeydesk.ui.dialogs.log_call.sheet import LogSheet
from journeydesk.ui.main_window import MainWindow
from journeydesk.ui.tabs.prospects.tab import ProspectsTab
from tests.fakes.claude_service import claude_service
from tests.ui.day.conftest import CONTROL, Hand, Row, company, sheet_of
from tests.workspaces import NOW

Stored = Callable[..., Sequence[Row]]


@pytest.fixture
def known(window: MainWindow, tab: ProspectsTab) -> RecordId:
    """Somebody with a number, money, calls, five tasks and clicks."""
    prospect = company(tab, "Łąkowisko Meble")
    context = window.context
    edit(context, prospect, {"phone": "+48 22 123 45 67"})
    with context.database.write() as connection:
        sql.run(connection, "UPDATE tasks SET deleted = 1")
        sql.run(connection, "UPDATE prospects SET net_paid_minor = 418000, mrr_minor = 64000, money_currency = 'EUR'")
    for number in range(5):
        log_interaction(context, prospect, "Call", f"Touch {number}", outcome="Reached", at=NOW - timedelta(days=9 - number))
        add_task(context, prospect, f"Task {number}", f"{number + 1}d")
        at = NOW - timedelta(hours=9 - number)
        click = Event(f"EVT-{number}", "cta_clicked", None, f"Page {number}", moment_text(at), moment_text(at), "website", None)
        with context.database.write() as connection:
            add_event(connection, prospect, click, Author("receiver", context.now(), "receiver"))
    return prospect


def opened(window: MainWindow) -> BriefSheet:
    found = sheet_of(window, BriefSheet)
    assert isinstance(found, BriefSheet)
    return found


def test_a_brief_says_what_was_and_what_is_to_be_done(window: MainWindow, known: RecordId) -> None:
    brief = call_brief(window.context, known)
    assert brief is not None
    assert [entry.detail for entry in brief.touches] == ["Touch 4", "Touch 3", "Touch 2"]
    assert [line.title for line in brief.tasks] == ["Task 0", "Task 1", "Task 2"]
    assert brief.open_tasks == 5
    assert [entry.title for entry in brief.clicks] == ["Clicked Page 4", "Clicked Page 3", "Clicked Page 2"]
    assert len(brief.clicks) == SHOWN


def test_b_shows_the_brief_and_escape_leaves_it(window: MainWindow, tab: ProspectsTab, known: RecordId, hand: Hand) -> None:
    hand.press(Qt.Key.Key_B)
    brief = opened(window).brief
    assert brief.call.text() == "+48 22 123 45 67"
    assert "€4,180" in brief.money.accessibleName()
    assert brief.tasks.accessibleName().startswith("Open tasks: Task 0, ")
    assert brief.tasks.accessibleName().endswith("and 2 more")
    assert brief.clicks.accessibleName().startswith("What they clicked: Clicked Page 4")
    hand.press(Qt.Key.Key_Escape)
    assert sheet_of(window, BriefSheet) is None
    assert tab.table.hasFocus()


def test_l_goes_on_from_the_brief_to_the_log(window: MainWindow, known: RecordId, hand: Hand) -> None:
    hand.press(Qt.Key.Key_B)
    opened(window)
    hand.press(Qt.Key.Key_L)
    assert sheet_of(window, BriefSheet) is None
    log = sheet_of(window, LogSheet)
    assert isinstance(log, LogSheet)


def test_the_same_key_works_in_the_panel_and_closes_it(
    window: MainWindow, tab: ProspectsTab, known: RecordId, hand: Hand
) -> None:
    tab.detail.setFocus()
    hand.press(Qt.Key.Key_B)
    opened(window)
    hand.press(Qt.Key.Key_B)
    assert sheet_of(window, BriefSheet) is None


@pytest.mark.parametrize("place", [Qt.Key.Key_2, Qt.Key.Key_5])
def test_the_brief_is_there_at_the_board_and_in_todays_list(
    window: MainWindow, known: RecordId, hand: Hand, place: Qt.Key
) -> None:
    hand.press(place, CONTROL)
    hand.press(Qt.Key.Key_Down)
    hand.press(Qt.Key.Key_B)
    opened(window)


def test_whom_nobody_knows_is_said_to_have_nothing(window: MainWindow, tab: ProspectsTab, hand: Hand) -> None:
    with window.context.database.write() as connection:
        sql.run(connection, "UPDATE tasks SET deleted = 1")
    hand.press(Qt.Key.Key_B)
    brief = opened(window).brief
    assert brief.tasks.accessibleName() == "Open tasks: none"
    assert brief.clicks.accessibleName() == "What they clicked: nothing yet"


def test_the_brief_fits_a_low_window(window: MainWindow, known: RecordId, hand: Hand) -> None:
    window.resize(960, 640)
    hand.press(Qt.Key.Key_B)
    sheet = opened(window)
    QApplication.processEvents()
    assert window.rect().contains(sheet.sheet.geometry())


def test_claude_writes_three_lines_under_the_brief(
    window: MainWindow, known: RecordId, hand: Hand, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    with claude_service() as service:
        service.answer = lambda _body: (
            '{"standing": "Stands well.", "wants": "Wants night shifts.", "ask": "Ask for the date."}'
        )
        monkeypatch.setenv("JOURNEYDESK_CLAUDE_URL", service.url)
        monkeypatch.setenv("JOURNEYDESK_CLAUDE_KEY", "sk-ant-test")
        hand.press(Qt.Key.Key_B)
        lines = opened(window).lines
        qtbot.waitUntil(lambda: lines.lines[2].isVisible(), timeout=15_000)
    assert [line.text() for line in lines.lines] == ["Stands well.", "Wants night shifts.", "Ask for the date."]
    assert "Generated by Claude" in lines.origin.text()


def test_without_claude_there_are_no_three_lines(window: MainWindow, known: RecordId, hand: Hand) -> None:
    hand.press(Qt.Key.Key_B)
    assert not opened(window).lines.isVisible()
