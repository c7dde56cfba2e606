"""After a log an open prospect has a next step or a reason why not (docs/interface.md, "Next-step gate")."""

from collections.abc import Callable, Sequence

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from journeydesk.services.commands.many import set_follow_up
from journeydesk.services.commands.prospects import edit, log_interaction
from journeydesk.services.commands.settings import change_settings
from journeydesk.services.queries.next_steps import what_comes_next, without_next_step
from journeydesk.storage.engine import sql
from journeydesk.ui.dialogs.due_sheet import DueSheet
from journeydesk.ui.dialogs.next_step.sheet import NextStepSheet
from journeydesk.ui.main_window import MainWindow
from journeydesk.ui.tabs.prospects.tab import ProspectsTab
from tests.ui.day.conftest import CONTROL, Hand, Row, sheet_of

Stored = Callable[..., Sequence[Row]]


@pytest.fixture(autouse=True)
def nothing_planned(window: MainWindow, tab: ProspectsTab) -> None:
    """No automation has planned anything for anybody."""
    with window.context.database.write() as connection:
        sql.run(connection, "UPDATE tasks SET deleted = 1")


def log(hand: Hand, keys: str) -> None:
    hand.press(Qt.Key.Key_L)
    hand.type(keys)
    hand.press(Qt.Key.Key_Return, CONTROL)


def gate(window: MainWindow) -> NextStepSheet:
    found = sheet_of(window, NextStepSheet)
    assert isinstance(found, NextStepSheet)
    return found


def test_enter_takes_what_the_outcome_suggests(window: MainWindow, tab: ProspectsTab, hand: Hand, stored: Stored) -> None:
    prospect = tab.current
    log(hand, "2Nobody there")
    line = gate(window).line
    assert line.field.placeholderText() == "No answer → call in 2 working days"
    assert line.understood.text() == "Call, Thu 21 May"
    hand.press(Qt.Key.Key_Return)
    assert sheet_of(window, NextStepSheet) is None
    assert stored("SELECT next_follow_up FROM prospects WHERE lid = ?", prospect) == [("2026-05-21",)]
    assert stored("SELECT next_steps FROM interactions") == [("Call, 21 May 2026",)]


def test_a_weekend_and_a_holiday_are_skipped_by_rule(window: MainWindow, tab: ProspectsTab, hand: Hand) -> None:
    days = ["2026-05-20", "2026-05-21", "2026-05-22"]
    change_settings(window.context, {"calendar.holidays": days}, "Holidays")
    log(hand, "2Nobody there")
    assert gate(window).line.understood.text() == "Call, Tue 26 May"


def test_the_team_changes_what_is_suggested(window: MainWindow, tab: ProspectsTab, hand: Hand) -> None:
    change_settings(window.context, {"calendar.next_steps": {"No answer": {"title": "Write", "days": 1}}}, "Suggestions")
    log(hand, "2Nobody there")
    assert gate(window).line.field.placeholderText() == "No answer → write in 1 working day"


@pytest.mark.parametrize(
    ("typed", "words", "day"),
    [
        ("fri 14:30", "Follow up, Fri 22 May, 14:30", "2026-05-22"),
        ("3d", "Follow up, Fri 22 May", "2026-05-22"),
        ("next month", "Follow up, Fri 19 Jun", "2026-06-19"),
        ("send the offer tomorrow", "Send the offer, tomorrow, Wed 20 May", "2026-05-20"),
    ],
)
def test_a_date_in_plain_words_is_shown_as_understood_and_taken(
    window: MainWindow, tab: ProspectsTab, hand: Hand, stored: Stored, typed: str, words: str, day: str
) -> None:
    prospect = tab.current
    log(hand, "1Good talk")
    hand.type(typed)
    assert gate(window).line.understood.text() == words
    hand.press(Qt.Key.Key_Return)
    assert stored("SELECT next_follow_up FROM prospects WHERE lid = ?", prospect) == [(day,)]


def test_an_hour_makes_a_task_of_it(window: MainWindow, tab: ProspectsTab, hand: Hand, stored: Stored) -> None:
    log(hand, "1Good talk")
    hand.type("call fri 14:30")
    hand.press(Qt.Key.Key_Return)
    assert stored("SELECT title, due FROM tasks WHERE deleted = 0") == [("Call", "2026-05-22T12:30:00.000Z")]


def test_a_wrong_date_gets_a_sentence_and_nothing_is_lost(window: MainWindow, tab: ProspectsTab, hand: Hand) -> None:
    log(hand, "1Good talk")
    hand.type("someday")
    hand.press(Qt.Key.Key_Return)
    line = gate(window).line
    assert "“someday” is not a date that can be understood" in line.understood.text()
    assert line.field.text() == "someday"


def test_x_and_a_reason_for_no_next_step_are_kept_and_shown(
    window: MainWindow, tab: ProspectsTab, hand: Hand, stored: Stored, qtbot: QtBot
) -> None:
    prospect = tab.current
    assert prospect is not None
    log(hand, "6Wants nothing")
    hand.type("x")
    hand.press(Qt.Key.Key_Return)
    assert "reason after the x" in gate(window).line.understood.text()
    hand.type(" no budget before 2027")
    hand.press(Qt.Key.Key_Return)
    assert sheet_of(window, NextStepSheet) is None
    assert stored("SELECT next_steps FROM interactions") == [("No next step: no budget before 2027",)]
    assert stored("SELECT next_follow_up FROM prospects WHERE lid = ?", prospect) == [(None,)]
    assert what_comes_next(window.context, prospect).reason == "no budget before 2027"
    entries = tab.detail.timeline.entries
    qtbot.waitUntil(lambda: "no budget before 2027" in str(entries.index(0).data(Qt.ItemDataRole.ToolTipRole)))


def test_arrows_offer_another_step(window: MainWindow, tab: ProspectsTab, hand: Hand, stored: Stored) -> None:
    prospect = tab.current
    log(hand, "2Nobody there")
    hand.press(Qt.Key.Key_Down)
    assert gate(window).line.understood.text() == "Follow up, tomorrow, Wed 20 May"
    hand.press(Qt.Key.Key_Return)
    assert stored("SELECT next_follow_up FROM prospects WHERE lid = ?", prospect) == [("2026-05-20",)]


def test_escape_is_no_answer(window: MainWindow, tab: ProspectsTab, hand: Hand) -> None:
    log(hand, "2Nobody there")
    hand.press(Qt.Key.Key_Escape)
    assert "Say what comes next" in gate(window).line.understood.text()


def test_a_call_that_was_due_today_asks_for_the_one_after(window: MainWindow, tab: ProspectsTab, hand: Hand) -> None:
    assert tab.current is not None
    set_follow_up(window.context, [tab.current], window.context.today())
    log(hand, "1Good talk")
    assert gate(window).line.title.text().startswith("What comes next with")


def test_who_has_something_to_come_or_is_closed_is_not_asked_about(
    window: MainWindow, tab: ProspectsTab, hand: Hand, qtbot: QtBot
) -> None:
    assert tab.current is not None
    edit(window.context, tab.current, {"status": "Rejected"})
    log(hand, "1Good talk")
    assert sheet_of(window, NextStepSheet) is None


def test_the_composer_beside_the_list_asks_too(window: MainWindow, tab: ProspectsTab, hand: Hand) -> None:
    hand.press(Qt.Key.Key_M)
    hand.type("Met them")
    hand.press(Qt.Key.Key_Return, CONTROL)
    assert gate(window).line.offered.title == "Follow up"


def test_a_step_is_undone_on_its_own(window: MainWindow, tab: ProspectsTab, hand: Hand, stored: Stored) -> None:
    prospect = tab.current
    before = stored("SELECT next_follow_up FROM prospects WHERE lid = ?", prospect)
    log(hand, "2Nobody there")
    hand.press(Qt.Key.Key_Return)
    hand.press(Qt.Key.Key_Z, CONTROL)
    assert stored("SELECT next_follow_up FROM prospects WHERE lid = ?", prospect) == before
    assert stored("SELECT count(*) FROM interactions WHERE deleted = 0") == [(1,)]


def test_after_a_day_every_logged_prospect_has_step_or_reason(
    window: MainWindow, tab: ProspectsTab, hand: Hand, qtbot: QtBot
) -> None:
    answers = ["", "x waiting for their board", "fri 14:30", "3d"]
    for number, answer in enumerate(answers):
        tab.table.setFocus()
        tab.table.go_to(number)
        qtbot.wait(80)
        log(hand, f"{number + 1}Call of the day")
        if sheet_of(window, NextStepSheet) is not None:
            hand.type(answer)
            hand.press(Qt.Key.Key_Return)
        qtbot.wait(20)
    with window.context.database.read() as connection:
        assert sql.scalar(connection, "SELECT count(*) FROM interactions") == 4
    assert without_next_step(window.context) == []


def test_a_log_past_the_gate_is_found_as_one_without_a_step(window: MainWindow, tab: ProspectsTab) -> None:
    assert tab.current is not None
    log_interaction(window.context, tab.current, "Call", "From a script", outcome="Reached")
    found = without_next_step(window.context)
    assert [one.prospect for one in found] == [tab.current]
    assert without_next_step(window.context, "Tomasz Wilk") == []


def test_d_sets_the_follow_up_in_plain_words_for_all_that_are_ticked(
    window: MainWindow, tab: ProspectsTab, hand: Hand, stored: Stored, qtbot: QtBot
) -> None:
    hand.press(Qt.Key.Key_Space)
    hand.press(Qt.Key.Key_J)
    hand.press(Qt.Key.Key_Space)
    hand.press(Qt.Key.Key_D)
    hand.type("someday")
    hand.press(Qt.Key.Key_Return)
    sheet = sheet_of(window, DueSheet)
    assert isinstance(sheet, DueSheet)
    assert "“someday” is not a date" in sheet.wrong.text()
    sheet.field.field.clear()
    hand.type("next week")
    assert sheet.field.understood.text() == "Mon 25 May"
    hand.press(Qt.Key.Key_Return)
    assert stored("SELECT count(*) FROM prospects WHERE next_follow_up = '2026-05-25'") == [(2,)]
    hand.press(Qt.Key.Key_Z, CONTROL)
    assert stored("SELECT count(*) FROM prospects WHERE next_follow_up = '2026-05-25'") == [(0,)]
