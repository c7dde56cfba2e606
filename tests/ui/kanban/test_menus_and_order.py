"""The menus of cards and columns, and the order of a column: by mouse and by key."""

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QContextMenuEvent, QGuiApplication
from PySide6.QtWidgets import QApplication, QMenu

from journeydesk.services.commands.prospects import edit, move
from journeydesk.services.rows.prospects import ListView
from journeydesk.storage.engine import sql
from journeydesk.ui.dialogs.due_sheet import DueSheet
from journeydesk.ui.tabs.kanban.carrying import Place
from tests.ui.kanban.conftest import CERAMICS, LEFT, MEBLE, ORDER, QUILLON, SHIFT, SOKKI, Board

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


def words(menu: QMenu) -> list[str]:
    return [action.text().split("\t")[0] for action in menu.actions() if not action.isSeparator()]


def pick(menu: QMenu, *path: str) -> None:
    """Chooses an entry, by way of the menus below."""
    *above, last = path
    for name in above:
        below = next(action for action in menu.actions() if action.text() == name).menu()
        assert isinstance(below, QMenu)
        menu = below
    next(action for action in menu.actions() if action.text().split("\t")[0] == last).trigger()


def opened_menu(board: Board) -> QMenu:
    """The menu that is on the screen."""
    board.bot.waitUntil(lambda: isinstance(QApplication.activePopupWidget(), QMenu))
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    return menu


def card_menu(board: Board, company: str) -> QMenu:
    """By the right mouse button on a card."""
    view = board.view(1)
    row = view.cards.row_of(board.cards[company])
    assert row is not None
    where = view.visualRect(view.cards.index(row)).center()
    reason = QContextMenuEvent.Reason.Mouse
    QApplication.sendEvent(view.viewport(), QContextMenuEvent(reason, where, view.viewport().mapToGlobal(where)))
    return opened_menu(board)


def test_a_right_click_on_a_card_opens_its_menu_and_makes_it_current(board: Board) -> None:
    menu = card_menu(board, QUILLON)
    assert words(menu) == [QUILLON, "Open", "Log a call…", "Move to", "Give to", "Set follow-up…", "Copy e-mail address"]
    card = board.view(1).current()
    assert card is not None
    assert card.company == QUILLON
    menu.close()


def test_the_menu_key_opens_it_at_the_card(board: Board) -> None:
    view = board.focus(MEBLE)
    QApplication.sendEvent(view, QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, QPoint(3, 3), QPoint(3, 3)))
    menu = opened_menu(board)
    rect = view.visualRect(view.currentIndex())
    assert rect.contains(view.viewport().mapFromGlobal(menu.pos()))
    menu.close()


def test_it_moves_and_gives(board: Board) -> None:
    pick(card_menu(board, QUILLON), "Move to", "3  Technical Review")
    assert board.column(3) == [QUILLON]
    pick(card_menu(board, MEBLE), "Give to", "Tomasz Wilk")
    assert board.rows("SELECT owner FROM prospects WHERE lid = ?", board.cards[MEBLE]) == [("Tomasz Wilk",)]
    assert board.messages == ["Quillon Freight moved to 3 Technical Review", "Łąkowisko Meble given to Tomasz Wilk"]


def test_a_move_back_by_the_menu_asks_why(board: Board) -> None:
    board.drag(QUILLON, 1, 2)
    cards = board.view(2).chosen()
    pick(board.tab.card_menu(cards, Place(2)), "Move to", "1  New Application")
    assert board.tab.reason.isVisible()


def test_of_several_cards_it_is_about_all_of_them(board: Board) -> None:
    board.focus(CERAMICS)
    board.press(Qt.Key.Key_Down, SHIFT)
    menu = card_menu(board, MEBLE)
    assert words(menu) == ["2 cards", "Move to", "Give to", "Set follow-up…"]
    pick(menu, "Give to", "Nobody")
    assert board.rows("SELECT count(*) FROM prospects WHERE owner IS NULL") == [(2,)]


def test_on_another_card_it_is_about_that_one(board: Board) -> None:
    board.focus(CERAMICS)
    board.press(Qt.Key.Key_Down, SHIFT)
    menu = card_menu(board, SOKKI)
    assert words(menu)[:2] == [SOKKI, "Open"]
    assert board.view(1).cards.chosen == []
    menu.close()


def test_it_opens_logs_plans_and_copies(board: Board) -> None:
    edit(board.context, board.cards[QUILLON], {"email": "jana@quillon.example"})
    asked: list[tuple[int, str]] = []
    board.tab.log_requested.connect(lambda prospect, kind: asked.append((prospect, kind)))
    pick(card_menu(board, QUILLON), "Log a call…")
    assert asked == [(board.cards[QUILLON], "Call")]
    for sheet in board.window.findChildren(QMenu):
        sheet.close()
    cards = [card for card in board.tab.board.panes[0].loaded if card.company == QUILLON]
    pick(board.tab.card_menu(cards, Place(1)), "Copy e-mail address")
    assert QGuiApplication.clipboard().text() == "jana@quillon.example"
    pick(board.tab.card_menu(cards, Place(1)), "Set follow-up…")
    due = next(one for one in board.window.findChildren(DueSheet) if one.isVisible())
    board.bot.keyClicks(due.field.field, "22 May")
    board.bot.keyClick(due.field.field, Qt.Key.Key_Return)
    assert board.rows("SELECT next_follow_up FROM prospects WHERE lid = ?", board.cards[QUILLON]) == [("2026-05-22",)]


def test_without_an_address_it_says_so(board: Board) -> None:
    edit(board.context, board.cards[QUILLON], {"email": None})
    said: list[str] = []
    board.tab.failed.connect(said.append)
    cards = [card for card in board.tab.board.panes[0].loaded if card.company == QUILLON]
    pick(board.tab.card_menu(cards, Place(1)), "Copy e-mail address")
    assert said == ["Quillon Freight has no e-mail address."]


def test_the_dots_of_a_column_open_its_menu(board: Board) -> None:
    header = board.tab.board.panes[0].header
    board.bot.mouseClick(header.more, LEFT)
    menu = opened_menu(board)
    entries = ["Sort all columns by", "Only cards over their limit of days", "Limits and rules of this stage…"]
    assert words(menu) == ["New Application", *entries]
    menu.close()


def test_the_dots_are_reached_by_tab_and_named(board: Board) -> None:
    more = board.tab.board.panes[0].header.more
    assert more.accessibleName() == "More about New Application"
    assert more.focusPolicy() & Qt.FocusPolicy.TabFocus
    assert min(more.width(), more.height()) >= 24


def test_the_first_journey_s_columns_are_shown_in_the_list(board: Board) -> None:
    board.tab.show_journey("Engagement")
    asked: list[ListView] = []
    board.tab.list_requested.connect(asked.append)
    column = board.tab.board.panes[0].header.column
    menu = board.tab.column_menu(column)
    pick(menu, f"Show {column.count:,} in the list")
    assert [(each.field, each.values) for each in asked[0].filters] == [("stage", (1,))]


@pytest.mark.parametrize(
    ("order", "expected"),
    [
        ("Highest value", [SOKKI, CERAMICS, QUILLON, MEBLE]),
        ("Company", [MEBLE, QUILLON, CERAMICS, SOKKI]),
    ],
)
def test_columns_are_sorted_by_the_menu_and_the_bar_says_how(board: Board, order: str, expected: list[str]) -> None:
    pick(board.tab.column_menu(board.tab.board.panes[0].header.column), "Sort all columns by", order)
    assert board.column(1) == expected
    assert board.tab.bar.order.accessibleName() == f"Sort: {order.lower()}"


def test_the_order_holds_where_a_card_is_dropped(board: Board) -> None:
    board.tab.show_order("value")
    for company in (SOKKI, MEBLE):
        move(board.context, board.cards[company], "Deal", "Qualified Lead")
    board.bot.waitUntil(lambda: board.column(2) == [SOKKI, MEBLE])
    view, target = board.view(1), board.view(2)
    end = board.carry(view, QUILLON, target)
    assert target._drop_row == 1
    board.bot.mouseRelease(view.viewport(), LEFT, pos=end)
    assert board.column(2) == [SOKKI, QUILLON, MEBLE]


def test_only_cards_over_their_limit_are_shown_and_it_is_said(board: Board) -> None:
    with board.context.database.write() as connection:
        sql.run(
            connection,
            "UPDATE position SET entered_at = '2026-05-01T08:00:00.000Z' WHERE prospect = ?",
            (board.cards[MEBLE],),
        )
    pick(board.tab.column_menu(board.tab.board.panes[0].header.column), "Only cards over their limit of days")
    assert board.column(1) == [MEBLE]
    assert board.tab.facts().endswith("only those over it are shown")
    pick(board.tab.column_menu(board.tab.board.panes[0].header.column), "Only cards over their limit of days")
    assert board.column(1) == ORDER


def test_a_menu_that_is_left_leaves_no_widget(board: Board) -> None:
    menu = card_menu(board, QUILLON)
    menu.close()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    assert not [one for one in board.tab.findChildren(QMenu) if one.isVisible()]
