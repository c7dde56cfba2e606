"""Every control of every screen has a name and a role and is reached by keys; a screen has one first action, and a rep's words."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton, QWidget

from journeydesk.gallery.tour import screens, settle
from journeydesk.ui.dialogs.next_step.sheet import NextStepSheet
from journeydesk.ui.dialogs.sheet import Sheet
from journeydesk.ui.main_window import MainWindow
from journeydesk.ui.tabs.kanban.over_board import OverBoard
from tests.ui.access.controls import faults_of_access
from tests.ui.access.words import faults_of_words

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


def test_every_control_of_every_screen_can_be_heard_and_reached(team_window: MainWindow) -> None:
    team_window.resize(1440, 900)
    team_window.show()
    faults, crowds = [], []
    for name in screens(team_window, team_window.context):
        settle()
        faults += [f"{name}: {fault}" for fault in (*faults_of_access(team_window), *faults_of_words(team_window, name))]
        first = _first_actions(team_window)
        if len(first) > 1:
            crowds.append(f"{name}: {', '.join(first)}")
    assert not faults, "\n".join(faults)
    assert not crowds, "\n".join(crowds)


def test_escape_leaves_every_sheet(team_window: MainWindow, monkeypatch: pytest.MonkeyPatch) -> None:
    left: list[Sheet] = []
    probing = False
    close = Sheet.done

    def done(sheet: Sheet) -> None:
        # The tour closes each sheet itself: that Escape would have is enough.
        if probing:
            left.append(sheet)
        else:
            close(sheet)

    monkeypatch.setattr(Sheet, "done", done)
    team_window.resize(1440, 900)
    team_window.show()
    stayed, seen = [], 0
    for name in screens(team_window, team_window.context):
        settle()
        sheet = next((found for found in team_window.findChildren(Sheet) if found.isVisible()), None)
        if sheet is None or isinstance(sheet, NextStepSheet):
            # The question for the next step closes with its answer only (docs/interface.md, "Next-step gate").
            continue
        seen += 1
        probing = True
        left.clear()
        # What is open in the sheet goes first: a list of choices, a key that is being changed.
        for _ in range(2):
            if not left:
                QTest.keyClick(team_window.focusWidget() or sheet, Qt.Key.Key_Escape)
        probing = False
        if sheet not in left:
            stayed.append(name)
    assert not stayed
    assert seen > 10


def _first_actions(window: MainWindow) -> list[str]:
    """The primary buttons of what lies on top."""
    sheets = [over for kind in (Sheet, OverBoard) for over in window.findChildren(kind) if over.isVisible()]
    top: QWidget = sheets[-1] if sheets else window
    buttons = top.findChildren(QPushButton)
    return [
        button.text()
        for button in buttons
        if button.property("kind") == "primary" and button.isVisible() and button.isEnabled()
        and not button.visibleRegion().isEmpty()
    ]  # fmt: skip
