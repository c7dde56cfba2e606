"""A prospect's tasks beside the list: added in one line, finished, postponed, edited, taken back."""

from collections.abc import Callable, Sequence

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester
from pytestqt.qtbot import QtBot

from journeydesk.domain.next_step import NoStep
from journeydesk.services.commands.many import set_follow_up
from journeydesk.services.commands.next_steps import answer_gate
from journeydesk.services.commands.prospects import log_interaction
from journeydesk.storage.engine import sql
from journeydesk.ui.detail.tasks import TaskPane
from journeydesk.ui.main_window import MainWindow
from journeydesk.ui.tabs.prospects.tab import ProspectsTab
from tests.ui.day.conftest import CONTROL, Hand, Row

Stored = Callable[..., Sequence[Row]]
_TASKS = "SELECT title, due, done_at IS NOT NULL FROM tasks WHERE deleted = 0 ORDER BY lid"


@pytest.fixture
def pane(window: MainWindow, tab: ProspectsTab, hand: Hand, qtbot: QtBot) -> TaskPane:
    """The tasks of the first prospect, with one in it."""
    with window.context.database.write() as connection:
        sql.run(connection, "UPDATE tasks SET deleted = 1")
    tab.detail.show_prospect(tab.current)
    hand.press(Qt.Key.Key_T)
    hand.type("send the offer fri 14:30")
    hand.press(Qt.Key.Key_Return)
    found = tab.detail.tasks
    qtbot.waitUntil(lambda: found.model.rowCount() == 1)
    return found


def test_a_task_is_added_in_one_line_with_its_date_understood(
    window: MainWindow, tab: ProspectsTab, hand: Hand, pane: TaskPane, stored: Stored
) -> None:
    assert stored(_TASKS) == [("send the offer", "2026-05-22T12:30:00.000Z", 0)]
    hand.press(Qt.Key.Key_N)
    hand.type("call tomorrow")
    assert pane.entry.understood.text() == "call · tomorrow, Wed 20 May"
    assert "send the offer, Fri 22 May" not in tab.detail.strip.accessibleName()


def test_a_wrong_date_gets_a_sentence_and_a_date_without_a_task_too(hand: Hand, pane: TaskPane, stored: Stored) -> None:
    hand.press(Qt.Key.Key_N)
    hand.type("call soonish")
    hand.press(Qt.Key.Key_Return)
    assert "“soonish” is not a date" in pane.entry.understood.text()
    pane.entry.field.clear()
    hand.type("fri")
    hand.press(Qt.Key.Key_Return)
    assert "what is to be done" in pane.entry.understood.text()
    assert len(stored(_TASKS)) == 1


def test_e_finishes_and_again_takes_it_back(hand: Hand, pane: TaskPane, stored: Stored, qtbot: QtBot) -> None:
    hand.press(Qt.Key.Key_E)
    assert stored(_TASKS)[0][2] == 1
    qtbot.waitUntil(lambda: bool((line := pane.model.line(0)) and line.done))
    hand.press(Qt.Key.Key_E)
    assert stored(_TASKS)[0][2] == 0


def test_p_postpones_in_plain_words_and_keeps_the_hour(hand: Hand, pane: TaskPane, stored: Stored) -> None:
    hand.press(Qt.Key.Key_P)
    hand.type("next week")
    assert pane.entry.understood.text() == "Mon 25 May"
    hand.press(Qt.Key.Key_Return)
    assert stored(_TASKS)[0][1] == "2026-05-25T12:30:00.000Z"


def test_enter_edits_title_and_date_as_they_would_be_typed(hand: Hand, pane: TaskPane, stored: Stored) -> None:
    hand.press(Qt.Key.Key_Return)
    assert pane.entry.field.text() == "send the offer 2026-05-22 14:30"
    hand.type("send the contract")
    hand.press(Qt.Key.Key_Return)
    assert stored(_TASKS) == [("send the contract", "2026-05-22T12:30:00.000Z", 0)]


def test_every_step_is_undone_one_by_one(window: MainWindow, hand: Hand, pane: TaskPane, stored: Stored, qtbot: QtBot) -> None:
    hand.press(Qt.Key.Key_E)
    hand.press(Qt.Key.Key_Delete)
    assert stored(_TASKS) == []
    seen = []
    for _ in range(3):
        hand.press(Qt.Key.Key_Z, CONTROL)
        seen.append([row[2] for row in stored(_TASKS)])
    assert seen == [[1], [0], []]


def test_escape_goes_back_to_the_list(tab: ProspectsTab, hand: Hand, pane: TaskPane) -> None:
    hand.press(Qt.Key.Key_Escape)
    assert hand.focus() is tab.table
    assert tab.detail.timeline.isVisible()


def test_the_line_above_says_what_comes_next(window: MainWindow, tab: ProspectsTab, pane: TaskPane, qtbot: QtBot) -> None:
    prospect, strip = tab.current, tab.detail.strip
    assert prospect is not None
    set_follow_up(window.context, [prospect], None)
    qtbot.waitUntil(lambda: strip.accessibleName() == "Next: send the offer, Fri 22 May, 14:30")
    with window.context.database.write() as connection:
        sql.run(connection, "UPDATE tasks SET deleted = 1")
    log_interaction(window.context, prospect, "Call", "Wants nothing", outcome="Not interested")
    qtbot.waitUntil(lambda: strip.accessibleName() == "Next: nothing planned")
    answer_gate(window.context, prospect, NoStep("no budget before 2027"))
    qtbot.waitUntil(lambda: strip.accessibleName() == "No next step: no budget before 2027, Amaia Etxarri")


def test_the_tasks_pass_qts_own_tester(pane: TaskPane, hand: Hand) -> None:
    tester = QAbstractItemModelTester(pane.model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    hand.press(Qt.Key.Key_E)
    assert tester.model() is pane.model
