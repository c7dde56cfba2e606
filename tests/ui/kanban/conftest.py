"""The board of a small team, and a hand that carries its cards."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from journeydesk.domain.ids import RecordId
from journeydesk.services.commands.many import assign
from journeydesk.services.commands.prospects import create_prospect, edit, move
from journeydesk.services.context import Context
from journeydesk.storage.engine import sql
from journeydesk.ui.bridge import Bridge
from journeydesk.ui.main_window import MainWindow
from journeydesk.ui.tabs.kanban.column_view import ColumnView
from journeydesk.ui.tabs.kanban.lane_row import Cell
from journeydesk.ui.tabs.kanban.tab import KanbanTab
from tests.ui.conftest import four_prospects

LEFT = Qt.MouseButton.LeftButton
ALT = Qt.KeyboardModifier.AltModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier

QUILLON, MEBLE, SOKKI, CERAMICS = "Quillon Freight", "Łąkowisko Meble", "蒼嶺測器", "ندى القمر للخزف"
# The first two have an alert: nobody answered their application for two days.
ORDER = [SOKKI, CERAMICS, MEBLE, QUILLON]
OWNERS = {QUILLON: "Amaia Etxarri", MEBLE: "Amaia Etxarri", SOKKI: "Tomasz Wilk", CERAMICS: None}


@dataclass
class Board:
    """The tab with the Deal journey, and what a hand does to its cards."""

    tab: KanbanTab
    bot: QtBot
    window: MainWindow
    cards: dict[str, RecordId]
    messages: list[str]

    @property
    def context(self) -> Context:
        """The workspace."""
        return self.tab.context

    def view(self, stage: int) -> ColumnView:
        """A column of the board without lanes."""
        return self.tab.board.panes[stage - 1].view

    def column(self, stage: int) -> list[str]:
        """The companies in a column, from top to bottom."""
        return names_in(self.view(stage))

    def counts(self) -> list[int]:
        """The count in each column's header."""
        return [pane.header.column.count for pane in self.tab.board.panes]

    def cell(self, owner: str, stage: int) -> Cell:
        """A cell of the board with lanes."""
        row = next(row for row in self.tab.lanes.lanes if row.header.lane.owner == owner)
        return row.cells[stage - 1]

    def lanes(self) -> None:
        """Switches the lanes on."""
        self.bot.mouseClick(self.tab.bar.lanes, LEFT)
        self.bot.waitUntil(self.tab.lanes.isVisible)

    def focus(self, company: str, stage: int = 1) -> ColumnView:
        """Gives the keyboard to a card."""
        view = self.view(stage)
        assert view.focus_card(self.cards[company])
        self.bot.waitUntil(view.hasFocus)
        return view

    def press(self, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        """One key, where the keyboard is."""
        focused = self.window.focusWidget()
        assert focused is not None
        self.bot.keyClick(focused, key, modifier)

    def pick_up(self, view: ColumnView, company: str) -> QPoint:
        """Presses on a card; the place in the view's viewport."""
        row = view.cards.row_of(self.cards[company])
        assert row is not None
        place = view.visualRect(view.cards.index(row)).center()
        self.bot.mousePress(view.viewport(), LEFT, pos=place)
        return place

    def carry(self, view: ColumnView, company: str, target: ColumnView, place: QPoint | None = None) -> QPoint:
        """Presses on a card and moves it over another column without letting go; where the pointer is in the view."""
        start = self.pick_up(view, company)
        QTest.mouseMove(view.viewport(), start + QPoint(20, 4))
        over = target.viewport().mapTo(self.tab, place or QPoint(40, 30))
        end = view.viewport().mapFrom(self.tab, over)
        QTest.mouseMove(view.viewport(), end)
        return end

    def drag(self, company: str, source: int, target: int) -> None:
        """Carries a card to another column and drops it there."""
        view = self.view(source)
        end = self.carry(view, company, self.view(target))
        self.bot.mouseRelease(view.viewport(), LEFT, pos=end)

    def rows(self, query: str, *values: object) -> list[tuple[Any, ...]]:
        """What stands in the database."""
        with self.context.database.read() as connection:
            return [tuple(row) for row in sql.rows(connection, query, values)]

    def stage(self, company: str, journey: str = "Deal") -> int:
        """The stage in which a prospect is kept."""
        query = "SELECT stage FROM position WHERE prospect = ? AND journey = ?"
        return int(self.rows(query, self.cards[company], journey)[0][0])

    def reason(self, company: str) -> str | None:
        """The reason kept with a prospect's latest move."""
        query = "SELECT payload FROM events WHERE prospect = ? AND event = 'stage_set' ORDER BY occurred_at DESC LIMIT 1"
        rows = self.rows(query, self.cards[company])
        return str(rows[0][0]) if rows else None

    def more(self, count: int, stage: str = "Qualified Lead") -> Sequence[RecordId]:
        """More prospects in a stage of Deal."""
        return [self._another(number, stage) for number in range(count)]

    def _another(self, number: int, stage: str) -> RecordId:
        prospect = create_prospect(self.context, {"company": f"Rowan {number:03}", "estimated_revenue": 100_000})
        move(self.context, prospect, "Deal", stage)
        return prospect


def names_in(view: ColumnView) -> list[str]:
    """The companies in a list of cards, from top to bottom."""
    cards = [view.cards.card(row) for row in range(view.cards.rowCount())]
    return [card.company for card in cards if card is not None]


def owned(opened: Context) -> None:
    """Four prospects, owned as `OWNERS` says."""
    four_prospects(opened)
    ids = _ids(opened)
    for company, owner in OWNERS.items():
        assign(opened, [ids[company]], owner)
    edit(opened, ids[QUILLON], {"score": 25})


def _ids(opened: Context) -> dict[str, RecordId]:
    with opened.database.read() as connection:
        return {str(row[1]): RecordId(row[0]) for row in sql.rows(connection, "SELECT lid, company FROM prospects")}


@pytest.fixture
def people(request: pytest.FixtureRequest) -> Callable[[Context], None]:
    """Those of the board, where it is asked for."""
    return owned if "cards" in request.fixturenames else four_prospects


@pytest.fixture
def cards(context: tuple[Context, Bridge]) -> dict[str, RecordId]:
    """The four prospects, owned as `OWNERS` says."""
    return _ids(context[0])


@pytest.fixture
def board(cards: dict[str, RecordId], window: MainWindow, qtbot: QtBot) -> Board:
    """The board, shown, on the Deal journey, with the keyboard on its first card."""
    window.show_place("Kanban")
    tab = window.tab("Kanban")
    assert isinstance(tab, KanbanTab)
    qtbot.waitUntil(tab.isVisible)
    tab.show_journey("Deal")
    messages: list[str] = []
    tab.said.connect(lambda words, _undoable: messages.append(words))
    tab.take_focus()
    # The columns have their width once the layout has run.
    qtbot.waitUntil(lambda: tab.board.panes[1].x() > 0)
    return Board(tab, qtbot, window, cards, messages)
