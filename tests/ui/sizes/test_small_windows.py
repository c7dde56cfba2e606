"""A window smaller than its parts need (docs/interface.md, "Every size"): it shows a part of them, scrolls, and follows the keyboard."""

from functools import partial

import pytest
from PySide6.QtCore import QPoint, QPointF, QRect, QSize, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QScrollBar, QWidget
from pytestqt.qtbot import QtBot

from journeydesk.ui.dialogs.log_call.sheet import LogSheet
from journeydesk.ui.main_window import MainWindow
from journeydesk.ui.tabs.prospects.tab import ProspectsTab
from journeydesk.ui.window.geometry import LEAST

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")
SMALL = QSize(480, 270)
"""A screen of 1920 × 1080 at scale 2, with text at 200 %."""


@pytest.fixture(params=["from the left", "from the right"])
def small(window: MainWindow, qtbot: QtBot, request: pytest.FixtureRequest) -> MainWindow:
    """The window in that size, also mirrored."""
    mirrored = request.param == "from the right"
    if mirrored:
        QApplication.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
        request.addfinalizer(lambda: QApplication.setLayoutDirection(Qt.LayoutDirection.LeftToRight))
    window.setMinimumSize(1, 1)
    window.resize(SMALL)
    qtbot.waitUntil(lambda: window.size() == SMALL and window.stage.scrolls)
    # What has the keyboard is scrolled to.
    QApplication.processEvents()
    return window


def bars(window: MainWindow) -> tuple[QScrollBar, QScrollBar]:
    """The level and the upright one."""
    own = [bar for bar in window.findChildren(QScrollBar, options=Qt.FindChildOption.FindDirectChildrenOnly) if bar.isVisible()]
    level, upright = sorted(own, key=lambda bar: bar.orientation().value)
    return level, upright


def seen(window: MainWindow, part: QWidget) -> bool:
    """Whether all of it is in what the window shows beside the bars, or so much that it fills half of that."""
    level, upright = bars(window)
    left = upright.width() if upright.x() == 0 else 0
    view = QRect(left, 0, window.width() - upright.width(), window.height() - level.height())
    place = QRect(part.mapTo(window, QPoint()), part.size())
    shown = place.intersected(view)
    return shown.width() >= min(place.width(), view.width() // 2) and shown.height() >= min(place.height(), view.height() // 2)


def turn_wheel(over: QWidget, by: QPoint) -> None:
    window = over.window()
    QTest.wheelEvent(window.windowHandle(), QPointF(over.mapTo(window, QPoint(20, 20))), by)


def test_parts_keep_their_room_and_bars_lead_to_all_of_it(small: MainWindow) -> None:
    stage = small.stage
    assert stage.size() == LEAST
    level, upright = bars(small)
    for bar in (level, upright):
        bar.setValue(bar.minimum())
    begin = stage.geometry()
    for bar in (level, upright):
        bar.setValue(bar.maximum())
    end = stage.geometry()
    across = begin if begin.left() > end.left() else end
    other = end if across is begin else begin
    assert begin.top() == 0
    assert across.left() == (upright.width() if upright.x() == 0 else 0)
    assert other.right() == small.width() - 1 - (0 if upright.x() == 0 else upright.width())
    assert end.bottom() == small.height() - 1 - level.height()


def test_a_wheel_scrolls_the_window_where_no_list_takes_it(small: MainWindow, qtbot: QtBot) -> None:
    level, upright = bars(small)
    level.setValue(0)
    upright.setValue(0)
    turn_wheel(small.rail, QPoint(0, -240))
    qtbot.waitUntil(lambda: upright.value() == 80, timeout=3000)
    turn_wheel(small.rail, QPoint(0, 240))
    qtbot.waitUntil(lambda: upright.value() == 0, timeout=3000)


def test_what_has_the_keyboard_is_scrolled_to(small: MainWindow, qtbot: QtBot) -> None:
    for part in (small.top.new_prospect, small.rail.buttons["Reports"], small.sync.pill, small.top.search):
        part.setFocus()
        qtbot.waitUntil(partial(seen, small, part), timeout=3000)


def test_the_line_that_keys_come_to_is_scrolled_to(small: MainWindow, qtbot: QtBot) -> None:
    tab = small.tab("Prospects")
    assert isinstance(tab, ProspectsTab)
    table = tab.table
    table.go_to(0)
    tab.take_focus()
    bars(small)[1].setValue(0)
    for _ in range(2):
        QTest.keyClick(small.focusWidget(), Qt.Key.Key_Down)
    assert table.currentIndex().row() == 2

    def line_is_seen() -> bool:
        line = table.visualRect(table.currentIndex())
        top = table.viewport().mapTo(small, line.topLeft()).y()
        return top >= 0 and top + line.height() <= small.height() - bars(small)[0].height()

    qtbot.waitUntil(line_is_seen, timeout=3000)


def test_a_dialog_has_the_same_room_and_is_gone_through_by_tab(small: MainWindow, qtbot: QtBot) -> None:
    tab = small.tab("Prospects")
    assert isinstance(tab, ProspectsTab)
    tab.take_focus()
    QTest.keyClick(small.focusWidget(), Qt.Key.Key_L)
    qtbot.waitUntil(lambda: bool(small.findChildren(LogSheet)))
    (sheet,) = small.findChildren(LogSheet)
    assert sheet.geometry() == small.stage.geometry()
    gone_through = set()
    for _ in range(20):
        focus = small.focusWidget()
        qtbot.waitUntil(partial(seen, small, focus), timeout=3000)
        gone_through.add(focus)
        QTest.keyClick(focus, Qt.Key.Key_Tab)
    assert len(gone_through) > 5
    assert all(sheet.isAncestorOf(part) for part in gone_through)
    QTest.keyClick(small.focusWidget(), Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: not small.findChildren(LogSheet))


def test_a_window_that_is_large_again_has_no_bars(small: MainWindow, qtbot: QtBot) -> None:
    small.resize(1200, 800)
    qtbot.waitUntil(lambda: not small.stage.scrolls)
    assert small.stage.geometry() == small.rect()
    assert not [
        bar for bar in small.findChildren(QScrollBar, options=Qt.FindChildOption.FindDirectChildrenOnly) if bar.isVisible()
    ]
