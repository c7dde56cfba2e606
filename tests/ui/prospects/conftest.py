"""The prospects tab over four people who differ in every column, and a hand that works it."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import TypeVar

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from journeydesk.domain.ids import RecordId
from journeydesk.domain.values import Stored
from journeydesk.services.commands.prospects import edit, move
from journeydesk.services.context import Context
from journeydesk.services.rows.prospects import Filter, ListView, SortKey
from journeydesk.storage.engine import sql
from journeydesk.ui.dialogs.choice_sheet import ChoiceSheet
from journeydesk.ui.dialogs.confirm_sheet import ConfirmSheet
from journeydesk.ui.dialogs.sheet import Sheet
from journeydesk.ui.main_window import MainWindow
from journeydesk.ui.tabs.prospects.tab import ProspectsTab
from tests.ui.conftest import four_prospects

LEFT = Qt.MouseButton.LeftButton
SHIFT = Qt.KeyboardModifier.ShiftModifier
CONTROL = Qt.KeyboardModifier.ControlModifier
NO_KEY = Qt.KeyboardModifier.NoModifier

QUILLON, MEBLE, SOKKI, CERAMICS = "Quillon Freight", "Łąkowisko Meble", "蒼嶺測器", "ندى القمر للخزف"
BY_FOLLOW_UP = [MEBLE, QUILLON, SOKKI, CERAMICS]
_MORE: dict[str, dict[str, Stored]] = {
    QUILLON: {"owner": "Amaia Etxarri", "status": "Reviewing", "score": 34, "source": "LinkedIn", "notes": "wants a webhook"},
    MEBLE: {"owner": "Tomasz Wilk", "status": "New", "score": 12, "source": "Email", "email": "z@meble.example"},
    SOKKI: {"owner": "Amaia Etxarri", "status": "Rejected", "score": 41, "industry": "News"},
    CERAMICS: {"score": 3, "status": "Active", "source": "Referral", "industry": "Research"},
}

AnySheet = TypeVar("AnySheet", bound=Sheet)


@dataclass
class Listed:
    """The tab, and what a person does to it; `said` are its sentences."""

    tab: ProspectsTab
    bot: QtBot
    window: MainWindow
    said: list[str] = field(default_factory=list)

    @property
    def context(self) -> Context:
        """The workspace."""
        return self.tab.context

    @property
    def companies(self) -> list[str]:
        """The companies from top to bottom."""
        rows = (self.tab.model.row_at(place) for place in range(self.tab.model.rowCount()))
        return [row.company for row in rows if row is not None]

    @property
    def current(self) -> str:
        """The company of the current line."""
        row = self.tab.model.row_at(self.tab.table.currentIndex().row())
        return row.company if row is not None else ""

    @property
    def ticked(self) -> set[str]:
        """The companies that are ticked."""
        return {self.company_of(record) for record in self.tab.model.ticked}

    def company_of(self, record: RecordId) -> str:
        """Whose record it is."""
        return str(self.stored(record, "company"))

    def record(self, company: str) -> RecordId:
        """The record of a company."""
        with self.context.database.read() as connection:
            return RecordId(sql.scalar(connection, "SELECT lid FROM prospects WHERE company = ?", (company,)))

    def stored(self, record: RecordId, name: str) -> object:
        """A field of a record as it is stored; None where it is deleted."""
        with self.context.database.read() as connection:
            return sql.scalar(connection, f"SELECT {name} FROM prospects WHERE lid = ? AND NOT deleted", (record,))

    def show(self, *filters: Filter, sort: str = "follow_up", descending: bool = False) -> None:
        """Shows the list with these filters and this order."""
        self.tab.show_view(ListView(filters=filters, sort=(SortKey(sort, descending),)))

    def section(self, key: str) -> int:
        """Where a column stands in the table."""
        return next(place for place, column in enumerate(self.tab.model.columns, 1) if column.key == key)

    def cell(self, place: int, section: int) -> QPoint:
        """The middle of a cell in the table's viewport."""
        return self.tab.table.visualRect(self.tab.model.index(place, section)).center()

    def click_cell(self, place: int, section: int) -> None:
        """Clicks into a cell."""
        self.bot.mouseClick(self.tab.table.viewport(), LEFT, NO_KEY, self.cell(place, section))

    def click_title(self, section: int, modifier: Qt.KeyboardModifier = NO_KEY) -> None:
        """Clicks on a column's title."""
        header = self.tab.table.header
        at = QPoint(header.sectionViewportPosition(section) + header.sectionSize(section) // 2, 10)
        self.bot.mouseClick(header.viewport(), LEFT, modifier, at)

    def key(self, key: Qt.Key, modifier: Qt.KeyboardModifier = NO_KEY) -> None:
        """Presses a key in the table; a dialog that was closed does not give the window back by itself here."""
        self.window.activateWindow()
        self.bot.waitUntil(self.window.isActiveWindow)
        self.bot.keyClick(self.tab.table, key, modifier)

    def choosing(self, answer: str | None, act: Callable[[], None]) -> str:
        """Does what opens a sheet of choices, types one and takes it with Enter (None: Escape), and returns what was asked."""
        act()
        sheet = self.sheet(ChoiceSheet)
        if answer is not None:
            self.bot.keyClicks(sheet.inside.search, answer)
        self.bot.keyClick(sheet.inside.search, Qt.Key.Key_Escape if answer is None else Qt.Key.Key_Return)
        return sheet.sheet.accessibleName()

    def confirming(self, act: Callable[[], None], key: Qt.Key = Qt.Key.Key_Return) -> str:
        """Does what asks first, answers with a key, and returns what was asked."""
        act()
        sheet = self.sheet(ConfirmSheet)
        self.bot.keyClick(self.window.focusWidget() or sheet, key)
        return sheet.sheet.accessibleName()

    def sheet(self, kind: type[AnySheet]) -> AnySheet:
        """The sheet of this kind that is open."""
        return next(sheet for sheet in self.window.findChildren(kind) if sheet.isVisible())

    def choose(self, entry: str) -> None:
        """Chooses an entry of the menu that is open."""
        menu = self.menu()
        action = next(action for action in menu.actions() if action.text() == entry)
        self.bot.mouseClick(menu, LEFT, NO_KEY, menu.actionGeometry(action).center())

    def menu(self) -> QMenu:
        """The menu that is open."""
        self.bot.waitUntil(lambda: isinstance(QApplication.activePopupWidget(), QMenu))
        menu = QApplication.activePopupWidget()
        assert isinstance(menu, QMenu)
        return menu


def differing(opened: Context) -> None:
    """Four prospects with `_MORE`, one of whom is at the third stage."""
    four_prospects(opened)
    with opened.database.read() as connection:
        records = {row[0]: RecordId(row[1]) for row in sql.rows(connection, "SELECT company, lid FROM prospects")}
    for company, values in _MORE.items():
        edit(opened, records[company], values)
    move(opened, records[QUILLON], opened.settings.journeys[0].name, "3")


@pytest.fixture
def people(request: pytest.FixtureRequest) -> Callable[[Context], None]:
    """Those of the list, where it is asked for."""
    return differing if "listed" in request.fixturenames else four_prospects


@pytest.fixture
def listed(window: MainWindow, qtbot: QtBot) -> Listed:
    """The list by follow-up, with the keys, at its first line."""
    tab = window.tab("Prospects")
    assert isinstance(tab, ProspectsTab)
    found = Listed(tab, qtbot, window)
    qtbot.waitUntil(lambda: found.tab.counted)
    tab.said.connect(lambda words, _undo: found.said.append(words))
    found.show()
    tab.table.setFocus()
    tab.table.go_to(0)
    # Nobody holds the key down: the panel need not wait for more.
    tab._follow.start(0)
    qtbot.waitUntil(lambda: tab.detail.prospect == found.record(MEBLE))
    return found
