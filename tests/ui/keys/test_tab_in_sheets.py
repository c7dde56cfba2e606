"""Tab in a sheet stays there: what lies beneath is covered and does not answer to keys."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from journeydesk.ui.dialogs.sheet import Sheet
from journeydesk.ui.main_window import MainWindow

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


@pytest.mark.parametrize("back", [False, True], ids=["Tab", "Shift+Tab"])
def test_tab_goes_round_in_a_dialog_and_never_beneath_it(window: MainWindow, back: bool, qtbot: QtBot) -> None:
    window.tab("Prospects").take_focus()
    QTest.keyClick(window.focusWidget(), Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)
    (sheet,) = (each for each in window.findChildren(Sheet) if each.isVisible())
    first = window.focusWidget()
    gone_through: list[QWidget] = []
    for _ in range(60):
        QTest.keyClick(window.focusWidget(), Qt.Key.Key_Backtab if back else Qt.Key.Key_Tab)
        gone_through.append(window.focusWidget())
    assert all(sheet.isAncestorOf(part) for part in gone_through)
    assert first in gone_through
    assert len({*gone_through}) == gone_through.index(first) + 1 > 5
    QTest.keyClick(window.focusWidget(), Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: not any(each.isVisible() for each in window.findChildren(Sheet)))
