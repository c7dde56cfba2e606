"""What every sheet over the window does with keys, clicks and a change of size; and the list of all shortcuts."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QScrollArea
from pytestqt.qtbot import QtBot

from journeydesk.ui.dialogs.sheet import Sheet
from journeydesk.ui.dialogs.shortcut_list import ShortcutList, groups
from journeydesk.ui.keys.actions import Action, Scope
from journeydesk.ui.main_window import MainWindow
from journeydesk.ui.tabs.prospects.tab import ProspectsTab

LEFT = Qt.MouseButton.LeftButton
CONTROL = Qt.KeyboardModifier.ControlModifier


class Filled(Sheet):
    """A sheet with one field."""

    def __init__(self, window: MainWindow, top: int = 0) -> None:
        super().__init__(window.theme, window, 400, top)
        self.field = QLineEdit(self.sheet)
        self.field.setFixedHeight(120)
        self.layout_.addWidget(self.field)

    def take_focus(self) -> None:
        """The field."""
        self.field.setFocus()


@pytest.fixture
def sheet(window: MainWindow, qtbot: QtBot) -> Filled:
    """Open over the list, which had the keyboard."""
    tab = window.tab("Prospects")
    assert isinstance(tab, ProspectsTab)
    tab.table.setFocus()
    opened = Filled(window)
    opened.open()
    qtbot.waitUntil(opened.field.hasFocus)
    return opened


def test_a_sheet_covers_its_window_and_stands_in_its_middle(window: MainWindow, sheet: Filled) -> None:
    assert sheet.geometry() == window.rect()
    middle, part = window.rect().center(), sheet.sheet.geometry().center()
    assert abs(middle.x() - part.x()) <= 1
    assert abs(middle.y() - part.y()) <= 1
    assert sheet.sheet.width() == 400


def test_a_sheet_goes_along_when_the_window_changes(window: MainWindow, sheet: Filled, qtbot: QtBot) -> None:
    window.resize(window.width() - 200, window.height() - 100)
    qtbot.waitUntil(lambda: sheet.geometry() == window.rect())
    assert abs(window.rect().center().x() - sheet.sheet.geometry().center().x()) <= 1


def test_a_sheet_may_hang_from_the_top(window: MainWindow, qtbot: QtBot) -> None:
    hanging = Filled(window, 44)
    hanging.open()
    assert hanging.sheet.y() == 44
    hanging.done()


@pytest.mark.parametrize("key", [Qt.Key.Key_Escape])
def test_escape_closes_and_gives_the_keyboard_back(window: MainWindow, sheet: Filled, qtbot: QtBot, key: Qt.Key) -> None:
    tab = window.tab("Prospects")
    assert isinstance(tab, ProspectsTab)
    with qtbot.waitSignal(sheet.closed):
        qtbot.keyClick(sheet.field, key)
    assert not [shown for shown in window.findChildren(Filled) if shown.isVisible()]
    assert QApplication.focusWidget() is tab.table


def test_ctrl_enter_accepts_and_leaves_the_rest_to_the_sheet(sheet: Filled, qtbot: QtBot) -> None:
    with qtbot.waitSignal(sheet.accepted):
        qtbot.keyClick(sheet.field, Qt.Key.Key_Return, CONTROL)
    assert sheet.isVisible()


def test_letters_over_a_sheet_never_reach_the_window(window: MainWindow, sheet: Filled, qtbot: QtBot) -> None:
    sheet.sheet.setFocus()
    before = window.place
    for key in (Qt.Key.Key_L, Qt.Key.Key_T, Qt.Key.Key_J, Qt.Key.Key_Slash):
        qtbot.keyClick(sheet, key)
    assert (window.place, sheet.isVisible()) == (before, True)
    assert len([shown for shown in window.findChildren(Sheet) if shown.isVisible()]) == 1


def test_a_click_beside_the_sheet_closes_it(window: MainWindow, sheet: Filled, qtbot: QtBot) -> None:
    qtbot.mouseClick(sheet, LEFT, pos=sheet.sheet.geometry().center())
    assert sheet.isVisible()
    with qtbot.waitSignal(sheet.closed):
        qtbot.mouseClick(sheet, LEFT, pos=QPoint(4, 4))


def test_a_closed_sheet_hears_no_more_of_its_window(window: MainWindow, sheet: Filled, qtbot: QtBot) -> None:
    closed: list[int] = []
    sheet.closed.connect(lambda: closed.append(1))
    sheet.done()
    window.resize(window.width() - 50, window.height())
    qtbot.wait(1)
    assert closed == [1]


def test_the_scrim_lies_over_everything_but_the_sheet(window: MainWindow, sheet: Filled) -> None:
    image = sheet.grab().toImage()
    scale = image.width() / sheet.width()
    part = sheet.sheet.geometry()
    inside = image.pixelColor(round((part.left() + 3) * scale), round((part.bottom() - 8) * scale))
    outside = image.pixelColor(round(5 * scale), round(5 * scale))
    assert inside.name() == window.theme.color("base").name()
    assert outside.lightness() < inside.lightness() - 40


def shortcuts(window: MainWindow, qtbot: QtBot) -> ShortcutList:
    qtbot.keyClick(window, Qt.Key.Key_F1)
    return window.findChildren(ShortcutList)[-1]


def test_f1_shows_every_key_with_what_it_does(window: MainWindow, qtbot: QtBot) -> None:
    opened = shortcuts(window, qtbot)
    words = [part.text() for part in opened.findChildren(QLabel)]
    for action in Action:
        if action.scope is not Scope.FIELDS:
            assert action.words in words
            assert action.label in words
            assert words[words.index(action.words) + 1 :].count(action.label) >= 1


def test_the_keys_stand_below_the_place_where_they_work(window: MainWindow, qtbot: QtBot) -> None:
    parts = shortcuts(window, qtbot).findChildren(QLabel)
    places = [place for place, part in enumerate(parts) if part.property("kind") == "secondary"]
    assert [parts[place].text() for place in places] == [where for where, _ in groups()]
    for (_, actions), place in zip(groups(), places, strict=True):
        below = parts[place + 1 : place + 1 + 2 * len(actions)]
        assert [part.text() for part in below[::2]] == [action.words for action in actions]
        assert [part.text() for part in below[1::2]] == [action.label for action in actions]


def test_what_every_field_knows_is_left_out_of_the_list() -> None:
    assert Scope.FIELDS.value not in [where for where, _ in groups()]
    assert all(actions for _, actions in groups())
    assert sum(len(actions) for _, actions in groups()) == len([a for a in Action if a.scope is not Scope.FIELDS])


def test_the_shortcuts_stand_in_two_columns_of_about_one_height(window: MainWindow, qtbot: QtBot) -> None:
    opened = shortcuts(window, qtbot)
    headings = [part for part in opened.findChildren(QLabel) if part.text() in [where for where, _ in groups()]]
    lefts = {part.mapTo(opened, QPoint(0, 0)).x() for part in headings}
    assert len(lefts) == 2
    area = opened.findChildren(QScrollArea)[0]
    last = [max(part.y() for part in headings if part.mapTo(opened, QPoint(0, 0)).x() == left) for left in lefts]
    inside = area.widget()
    assert inside is not None
    assert min(last) > inside.height() / 3


def test_the_shortcuts_scroll_by_the_arrows_and_close(window: MainWindow, qtbot: QtBot) -> None:
    opened = shortcuts(window, qtbot)
    area = opened.findChildren(QScrollArea)[0]
    assert area.height() <= 520
    assert area.hasFocus()
    qtbot.keyClick(area, Qt.Key.Key_PageDown)
    assert area.verticalScrollBar().value() > 0
    with qtbot.waitSignal(opened.closed):
        qtbot.keyClick(area, Qt.Key.Key_Escape)
