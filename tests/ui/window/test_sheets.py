"""What every sheet over the window does with keys, clicks and a change of size."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from journeydesk.ui.dialogs.framed_sheet import FramedSheet
from journeydesk.ui.dialogs.sheet import Sheet
from journeydesk.ui.main_window import MainWindow
from journeydesk.ui.tabs.prospects.tab import ProspectsTab
from journeydesk.ui.widgets.buttons import IconButton, KeyButton
from journeydesk.ui.widgets.labels import label

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


class Framed(FramedSheet):
    """A dialog with a tall field."""

    def __init__(self, window: MainWindow, title: str = "Follow-up", tall: int = 60, width: int = 400) -> None:
        super().__init__(window.theme, window, width, title)
        self.field = QPlainTextEdit()
        self.field.setFixedHeight(tall)
        self.body.addWidget(self.field)
        self.ok = KeyButton(window.theme, "Set", kind="primary", parent=self.sheet)
        self.out = self.offer(self.ok)


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


def test_a_dialog_leaves_by_its_cross_and_by_its_way_out(window: MainWindow, qtbot: QtBot) -> None:
    for leave in (lambda framed: framed.findChild(IconButton), lambda framed: framed.out):
        framed = Framed(window)
        framed.open()
        with qtbot.waitSignal(framed.closed):
            qtbot.mouseClick(leave(framed), LEFT)


def test_what_is_wrong_stands_whole_between_the_middle_and_the_foot(window: MainWindow, qtbot: QtBot) -> None:
    framed = Framed(window, "A title that is longer than the whole dialog is wide, " * 3)
    framed.open()
    before = framed.middle.height()
    framed.refuse("No day can be understood in this. " * 4)
    qtbot.wait(20)
    assert framed.wrong.height() >= framed.wrong.heightForWidth(framed.wrong.width())
    assert framed.middle.height() == before, "nothing of it is scrolled away for it"
    assert framed.wrong.y() >= framed.middle.geometry().bottom()
    framed.refuse("")
    assert not framed.wrong.isVisible()
    framed.done()


def test_words_that_break_get_the_height_they_need(window: MainWindow, qtbot: QtBot) -> None:
    framed = Framed(window)
    note = QWidget()
    column = QVBoxLayout(note)
    for _ in range(2):
        column.addWidget(label(window.theme, "Three open tasks stand here with the name and come back with it.", wrap=True))
    framed.body.addWidget(note)
    framed.open()
    qtbot.wait(20)
    before = framed.middle.height()
    assert framed.middle.verticalScrollBar().maximum() == 0
    assert note.geometry().bottom() <= before
    framed.body.addWidget(label(window.theme, "What comes later makes the dialog taller by itself. " * 4, wrap=True))
    qtbot.waitUntil(lambda: framed.middle.height() > before + 30)
    assert framed.middle.verticalScrollBar().maximum() == 0
    framed.done()


def test_a_dialog_stays_within_a_window_that_becomes_narrow(window: MainWindow, qtbot: QtBot) -> None:
    window.resize(1440, 900)
    dialog = Framed(window, width=1138)
    dialog.open()
    assert dialog.sheet.width() == 1138
    window.resize(960, 900)
    qtbot.waitUntil(lambda: dialog.sheet.width() == 960 - 48)
    assert dialog.rect().contains(dialog.sheet.geometry())
    window.resize(1440, 900)
    qtbot.waitUntil(lambda: dialog.sheet.width() == 1138)


def test_in_a_low_window_the_middle_scrolls_and_the_buttons_stay(window: MainWindow, qtbot: QtBot) -> None:
    framed = Framed(window, tall=2000)
    framed.open()
    qtbot.wait(20)
    assert framed.sheet.height() <= window.height()
    assert framed.sheet.rect().contains(framed.ok.mapTo(framed.sheet, framed.ok.rect().bottomRight()))
    assert framed.middle.verticalScrollBar().maximum() > 0
    framed.done()
