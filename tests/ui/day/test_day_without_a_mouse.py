"""A rep's whole day at the window by real keys alone: nothing is clicked, and no part of the program is called but to look."""

from collections.abc import Callable, Sequence

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from journeydesk.services.evaluation.evaluate import evaluate
from journeydesk.ui.main_window import MainWindow
from tests.ui.day.conftest import CONTROL, SHIFT, Hand, Row

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")
Stored = Callable[..., Sequence[Row]]
KEY = Qt.Key


def test_a_day_is_worked_without_the_mouse(window: MainWindow, hand: Hand, stored: Stored, qtbot: QtBot) -> None:
    evaluate(window.context)
    window.activateWindow()

    def shown(place: str, key: Qt.Key) -> None:
        hand.press(key, CONTROL)
        qtbot.waitUntil(
            lambda: window.pages.currentWidget() is window.tab(place) and window.tab(place).isAncestorOf(hand.focus())
        )

    def one(statement: str, *values: object) -> object:
        rows = stored(statement, *values)
        return rows[0][0] if rows else None

    quillon = one("SELECT lid FROM prospects WHERE company = 'Quillon Freight'")

    # Find somebody, call, log, and say what comes next.
    hand.press(KEY.Key_K, CONTROL)
    hand.type("quill")
    hand.press(KEY.Key_Return)
    listed = window.tab("Prospects")
    qtbot.waitUntil(lambda: listed.called == quillon and listed.isAncestorOf(hand.focus()))
    hand.press(KEY.Key_L)
    hand.type("2Try again after 16")
    hand.press(KEY.Key_Return, CONTROL)
    assert stored("SELECT prospect, type, outcome FROM interactions") == [(quillon, "Call", "No answer")]
    hand.type("fri 14:30")
    hand.press(KEY.Key_Return)
    assert one("SELECT count(*) FROM tasks WHERE prospect = ? AND NOT deleted", quillon) == 1
    assert one("SELECT next_follow_up FROM prospects WHERE lid = ?", quillon) == "2026-05-22"

    # Change a field where it stands in the list.
    qtbot.waitUntil(lambda: listed.isAncestorOf(hand.focus()))
    for _column in range(12):
        if window.tab("Prospects").table.currentIndex().column() == revenue_column(window):  # type: ignore[attr-defined]
            break
        hand.press(KEY.Key_Right)
    hand.press(KEY.Key_F2)
    hand.type("57,500")
    hand.press(KEY.Key_Return)
    assert one("SELECT estimated_revenue FROM prospects WHERE lid = ?", quillon) == 5_750_000

    # Move a card a stage on.
    shown("Kanban", KEY.Key_2)
    stages = set(stored("SELECT prospect, stage FROM position WHERE shown AND living AND journey = 'Engagement'"))
    hand.press(KEY.Key_Right, SHIFT)
    moved = set(stored("SELECT prospect, stage FROM position WHERE shown AND living AND journey = 'Engagement'")) - stages
    assert [stage for _prospect, stage in moved] == [2]

    # Triage an alert.
    shown("Alerts", KEY.Key_3)
    pending = one("SELECT count(*) FROM alerts WHERE status = 'Pending' AND NOT deleted")
    assert isinstance(pending, int)
    assert pending > 0
    hand.press(KEY.Key_A)
    assert one("SELECT count(*) FROM alerts WHERE status = 'Acknowledged' AND NOT deleted") == 1

    # Somebody new.
    hand.press(KEY.Key_N, CONTROL)
    hand.type("Skerrivane Marine")
    hand.press(KEY.Key_Return, CONTROL)
    assert one("SELECT status FROM prospects WHERE company = 'Skerrivane Marine' AND NOT deleted") == "New"

    # Another week's report.
    shown("Reports", KEY.Key_4)
    reports = window.tab("Reports")
    before = reports.period  # type: ignore[attr-defined]
    hand.press(KEY.Key_BracketLeft)
    qtbot.waitUntil(lambda: reports.period != before)  # type: ignore[attr-defined]

    # Take the newcomer back, and go home.
    hand.press(KEY.Key_Z, CONTROL)
    qtbot.waitUntil(lambda: one("SELECT 1 FROM prospects WHERE company = 'Skerrivane Marine' AND NOT deleted") is None)
    hand.press(KEY.Key_Q, CONTROL)
    qtbot.waitUntil(lambda: not window.isVisible())


def revenue_column(window: MainWindow) -> int:
    table = window.tab("Prospects").table  # type: ignore[attr-defined]
    return next(place for place, column in enumerate(table.prospects.columns, 1) if column.key == "revenue")
