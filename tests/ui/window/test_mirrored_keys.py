"""From right to left the arrow keys go where they point on the screen (docs/interface.md, "From right to left"), pressed in a window."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu, QWidget
from pytestqt.qtbot import QtBot

from journeydesk.app import make_application
from journeydesk.services.context import Context
from journeydesk.services.queries.detail import prospect_detail
from journeydesk.ui.bridge import Bridge
from journeydesk.ui.detail.stepper import Stepper
from journeydesk.ui.main_window import MainWindow
from journeydesk.ui.tabs.prospects.tab import ProspectsTab
from journeydesk.ui.widgets.choosing.choice_row import ChoiceRow
from journeydesk.ui.widgets.choosing.segments import Segments
from tests.ui.line_menu import line_menu_by_key

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")
LEFT, RIGHT = Qt.Key.Key_Left, Qt.Key.Key_Right


@pytest.fixture(autouse=True)
def mirrored() -> Iterator[None]:
    """The windows of a test are read from the right."""
    make_application().setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    yield
    QApplication.setLayoutDirection(Qt.LayoutDirection.LeftToRight)


def press(key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> QWidget:
    """Presses a key where the keyboard is; who has it then."""
    QTest.keyClick(_who_has_the_keys(), key, modifier)
    return _who_has_the_keys()


def _who_has_the_keys() -> QWidget:
    found = QApplication.activePopupWidget() or QApplication.focusWidget()
    assert found is not None
    return found


def left_of(window: MainWindow) -> int:
    """Where what has the keyboard begins in the window."""
    return window.focusWidget().mapTo(window, QPoint()).x()


def test_a_part_of_the_menu_opens_to_the_left_by_left(window: MainWindow) -> None:
    window.tab("Prospects").take_focus()
    menu = press(Qt.Key.Key_F10)
    assert isinstance(menu, QMenu)
    press(Qt.Key.Key_Down)
    part = press(LEFT)
    assert isinstance(part, QMenu)
    assert part is not menu
    assert part.geometry().right() <= menu.geometry().left() + 4
    assert press(RIGHT) is menu
    press(Qt.Key.Key_Escape)


def test_the_next_column_of_the_board_is_to_the_left(window: MainWindow, context: tuple[Context, Bridge], qtbot: QtBot) -> None:
    window.show_place("Kanban")
    board = window.tab("Kanban")
    board.take_focus()
    first = left_of(window)
    press(LEFT)
    second = left_of(window)
    assert second < first
    press(RIGHT)
    assert left_of(window) == first
    qtbot.waitUntil(lambda: board.acted_on is not None)
    assert board.acted_on is not None
    (prospect,) = board.acted_on.prospects
    press(LEFT, Qt.KeyboardModifier.ShiftModifier)

    def stage() -> int:
        detail = prospect_detail(context[0], prospect)
        assert detail is not None
        assert detail.row.stage is not None
        return detail.row.stage.number

    qtbot.waitUntil(lambda: stage() == 2)
    qtbot.waitUntil(lambda: left_of(window) == second)
    window.undoing.undo()
    qtbot.waitUntil(lambda: stage() == 1)


def test_segments_and_chips_go_on_to_the_left(window: MainWindow) -> None:
    row = Segments(window.theme, "Kind", ("Call", "E-mail", "Note"), window)
    row.choose("Call")
    chips = ChoiceRow(window.theme, "Outcome", optional=False, parent=window)
    chips.offer([("Reached", 1), ("No answer", 2), ("Voicemail", 3)], 1)
    for part in (row, chips):
        part.resize(part.sizeHint())
        part.show()
        part.setFocus()
        press(LEFT)
        press(LEFT)
        press(RIGHT)
    assert row.choice == "E-mail"
    assert chips.value == 2


def test_the_next_step_of_the_journey_is_to_the_left(window: MainWindow, qtbot: QtBot) -> None:
    tab = window.tab("Prospects")
    assert isinstance(tab, ProspectsTab)
    tab.table.go_to(0)
    qtbot.waitUntil(lambda: any(part.isVisible() for part in window.findChildren(Stepper)))
    stepper = next(part for part in window.findChildren(Stepper) if part.isVisible())
    asked: list[object] = []
    stepper.stage_chosen.disconnect()
    stepper.stage_chosen.connect(asked.append)
    stepper.setFocus()
    press(LEFT)
    press(LEFT)
    press(RIGHT)
    press(Qt.Key.Key_Return)
    assert asked == [2]


def test_the_cell_to_the_left_is_the_next_one(window: MainWindow) -> None:
    tab = window.tab("Prospects")
    assert isinstance(tab, ProspectsTab)
    tab.take_focus()
    tab.table.go_to(0)
    table = tab.table
    press(RIGHT)
    first = table.currentIndex()
    press(LEFT)
    second = table.currentIndex()
    assert table.visualRect(second).right() < table.visualRect(first).left()
    assert second.column() == first.column() + 1
    press(RIGHT)
    assert table.currentIndex() == first


def test_menus_begin_where_their_line_begins(window: MainWindow, qtbot: QtBot) -> None:
    tab = window.tab("Prospects")
    assert isinstance(tab, ProspectsTab)
    tab.table.setFocus()
    tab.table.go_to(0)
    cell = tab.table.visualRect(tab.table.currentIndex())
    menu = line_menu_by_key(tab.table, qtbot)
    assert menu.mapToGlobal(menu.rect().topRight()).x() == tab.table.viewport().mapToGlobal(cell.topRight()).x()
    menu.close()
    QTest.keyClick(window, Qt.Key.Key_F10)
    shown = QApplication.activePopupWidget()
    assert shown is not None
    assert shown.mapToGlobal(shown.rect().topRight()).x() == window.top.menu.mapToGlobal(window.top.menu.rect().topRight()).x()
    shown.close()
