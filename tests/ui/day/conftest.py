"""A day's work in the window: real keys, the rep's own eyes on what is there."""

from collections.abc import Callable, Sequence

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from journeydesk.domain.ids import RecordId
from journeydesk.services.rows.prospects import ListView
from journeydesk.storage.engine import sql
from journeydesk.ui.dialogs.sheet import Sheet
from journeydesk.ui.main_window import MainWindow
from journeydesk.ui.tabs.prospects.tab import ProspectsTab

CONTROL = Qt.KeyboardModifier.ControlModifier
ALT = Qt.KeyboardModifier.AltModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier

Row = tuple[object, ...]


class Hand:
    """Presses keys where the keyboard is."""

    def __init__(self, window: MainWindow, qtbot: QtBot) -> None:
        self.window = window
        self._qtbot = qtbot
        self.pressed = 0

    def focus(self) -> QWidget:
        """What has the keyboard."""
        return QApplication.focusWidget() or self.window.focusWidget() or self.window

    def press(self, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        """One key."""
        self.pressed += 1
        self._qtbot.keyClick(self.focus(), key, modifier)

    def type(self, words: str) -> None:
        """A text, letter by letter."""
        self.pressed += len(words)
        for letter in words:
            self._qtbot.keyClicks(self.focus(), letter)


@pytest.fixture
def hand(window: MainWindow, qtbot: QtBot) -> Hand:
    """A hand on the keyboard."""
    return Hand(window, qtbot)


@pytest.fixture
def tab(window: MainWindow, qtbot: QtBot) -> ProspectsTab:
    """All prospects, the one that is due first current."""
    found = window.tab("Prospects")
    assert isinstance(found, ProspectsTab)
    found.show_view(ListView())
    found.table.setFocus()
    qtbot.waitUntil(lambda: found.detail.prospect is not None)
    return found


@pytest.fixture
def stored(window: MainWindow) -> Callable[..., Sequence[Row]]:
    """Rows as they are in the database."""

    def ask(statement: str, *values: object) -> Sequence[Row]:
        with window.context.database.read() as connection:
            return [tuple(row) for row in sql.rows(connection, statement, values)]

    return ask


def sheet_of(window: MainWindow, kind: type[Sheet]) -> Sheet | None:
    """The open sheet of this kind."""
    return next((one for one in window.findChildren(kind) if one.isVisible()), None)


def company(tab: ProspectsTab, name: str) -> RecordId:
    """A prospect's id by its company."""
    rows = (tab.model.row_at(place) for place in range(tab.model.rowCount()))
    return next(row.id for row in rows if row is not None and row.company == name)
