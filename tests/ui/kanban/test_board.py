"""What the columns hold, count and say (docs/interface.md, "Kanban"; docs/rules.md, "Rotting")."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QCoreApplication, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtGui import QAccessible, QPainter
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QStyleOptionViewItem

from journeydesk.domain.ids import RecordId
from journeydesk.services.commands.many import delete_prospects, set_follow_up
from journeydesk.services.commands.prospects import create_prospect, edit, move
from journeydesk.services.commands.undoing import undo
from journeydesk.services.queries.lists import board as queries
from journeydesk.storage.engine import sql
from journeydesk.ui.delegates.card_delegate import CardDelegate
from journeydesk.ui.tabs.kanban import tab as kanban
from journeydesk.ui.tabs.kanban.column_view import ColumnView
from journeydesk.ui.words.cards import column_amount
from tests.ui.kanban.conftest import ALT, CERAMICS, LEFT, MEBLE, ORDER, QUILLON, SOKKI, Board
from tests.workspaces import NOW


def sentence(board: Board, company: str, stage: int = 1) -> str:
    view = board.view(stage)
    row = view.cards.row_of(board.cards[company])
    assert row is not None
    return str(view.cards.index(row).data(Qt.ItemDataRole.AccessibleTextRole))


def to_the_end(board: Board, view: ColumnView) -> None:
    """Scrolls a column down to what is loaded."""
    before = view.cards.rowCount()
    bar = view.verticalScrollBar()

    def at_the_end() -> bool:
        bar.setValue(bar.maximum())
        return view.cards.rowCount() > before

    board.bot.waitUntil(at_the_end)


def test_alerts_come_first_then_the_next_follow_up(board: Board) -> None:
    assert board.column(1) == ORDER
    set_follow_up(board.context, [board.cards[CERAMICS]], NOW.date().replace(day=1))
    board.bot.waitUntil(lambda: board.column(1) == [CERAMICS, SOKKI, MEBLE, QUILLON])


def test_a_board_that_nobody_sees_keeps_no_pictures(board: Board, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(kanban, "_FORGETS_MS", 0)
    seen, kept = board.view(1).grab().toImage(), board.tab.theme.cards
    assert len(kept) == len(board.column(1))
    board.window.show_place("Prospects")
    board.bot.waitUntil(lambda: len(kept) == 0)
    board.window.show_place("Kanban")
    assert board.view(1).grab().toImage() == seen


def test_there_is_one_column_for_each_stage_of_the_journey(board: Board) -> None:
    deal = board.context.settings.journey("Deal")
    assert deal is not None
    assert [pane.stage for pane in board.tab.board.panes] == list(range(1, 10))
    names = [pane.view.accessibleName() for pane in board.tab.board.panes]
    assert names == [f"Cards in {stage.number} {stage.name}" for stage in deal.stages]


def test_a_header_counts_all_cards_and_sums_their_revenue(board: Board) -> None:
    header = board.tab.board.panes[0].header
    assert (header.column.count, column_amount(header.column.revenue)) == (4, "€258k")
    assert header.accessibleName() == "1 New Application, 4 cards, €258k"
    assert header.toolTip() == ""
    assert board.tab.board.panes[1].header.accessibleName() == "2 Qualified Lead, 0 cards, €0"


def test_the_status_line_sums_the_board(board: Board) -> None:
    assert board.tab.facts() == "4 open · €258k est. revenue"
    edit(board.context, board.cards[QUILLON], {"estimated_revenue": 60_000_000})
    board.bot.waitUntil(lambda: board.tab.facts() == "4 open · €0.81\u2009M est. revenue")


def test_cards_over_their_limit_are_counted_with_the_limit(board: Board) -> None:
    old = {"company": "Brightwater", "applied_on": "2026-05-01T08:00:00.000Z"}
    prospect = create_prospect(board.context, old)
    with board.context.database.write() as connection:
        sql.run(connection, "UPDATE position SET entered_at = '2026-05-07T08:00:00.000Z' WHERE prospect = ?", (prospect,))
    board.tab.show_journey("Deal")
    header = board.tab.board.panes[0].header
    board.bot.waitUntil(lambda: header.column.over_limit == 1)
    assert header.toolTip() == "1 over the limit of 7 working days in this stage"
    assert header.accessibleName() == "1 New Application, 5 cards, €258k, 1 over the limit of 7 working days"
    assert board.tab.facts().endswith(" · 1 over the stage limit")
    view = board.view(1)
    row = view.cards.row_of(prospect)
    card = view.cards.card(row) if row is not None else None
    assert card is not None
    assert (card.days, card.over_limit) == (8, True)


def test_a_card_tells_name_amount_stage_days_and_lateness(board: Board) -> None:
    words = sentence(board, MEBLE)
    assert words.startswith("Łąkowisko Meble, Zuzanna Korbiel, €18.5k, New Application")
    assert "0 working days in stage" in words
    assert "follow-up 12 May, 7 days late" in words
    assert "follow-up today" in sentence(board, QUILLON)
    assert "follow-up" not in sentence(board, CERAMICS)


def test_qts_rules_for_models_hold_while_cards_come_and_go(board: Board) -> None:
    model = board.view(2).cards
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    others = board.more(3)
    board.bot.waitUntil(lambda: model.rowCount() == 3)
    delete_prospects(board.context, [others[1]])
    board.bot.waitUntil(lambda: board.column(2) == ["Rowan 000", "Rowan 002"])
    undo(board.context)
    board.bot.waitUntil(lambda: board.column(2) == ["Rowan 000", "Rowan 001", "Rowan 002"])
    tester.deleteLater()


@pytest.mark.parametrize(
    ("choice", "shown"),
    [("Amaia Etxarri", [MEBLE, QUILLON]), ("Tomasz Wilk", [SOKKI]), ("", [CERAMICS]), (None, ORDER)],
)
def test_the_owner_menu_leaves_that_owners_cards(board: Board, choice: str | None, shown: list[str]) -> None:
    board.tab.show_owner("Tomasz Wilk")
    menu = board.tab.bar.owner.menu()
    labels = {None: "everyone", "": "nobody"}
    action = next(action for action in menu.actions() if action.text() == labels.get(choice, choice))
    action.trigger()
    assert board.column(1) == shown
    assert board.counts()[0] == len(shown)
    menu.deleteLater()


def test_the_owner_menu_offers_everyone_each_owner_and_nobody(board: Board) -> None:
    menu = board.tab.bar.owner.menu()
    assert [action.text() for action in menu.actions()] == ["everyone", "Amaia Etxarri", "Tomasz Wilk", "nobody"]
    assert [action.text() for action in menu.actions() if action.isChecked()] == ["everyone"]
    menu.deleteLater()


def test_the_score_menu_leaves_cards_from_that_score_on(board: Board) -> None:
    edit(board.context, board.cards[SOKKI], {"score": 19})
    menu = board.tab.bar.score.menu()
    assert [action.text() for action in menu.actions()] == ["any", "10 or more", "20 or more", "30 or more", "40 or more"]
    menu.actions()[2].trigger()
    shown = board.column(1)
    assert QUILLON in shown
    assert SOKKI not in shown
    assert board.counts()[0] == len(shown)
    menu.deleteLater()


def test_another_journey_shows_its_own_stages(board: Board) -> None:
    button = next(part for part in board.tab.bar.journeys.children() if getattr(part, "text", str)() == "Lifecycle")
    board.bot.mouseClick(button, LEFT)
    assert [pane.header.column.mark.name for pane in board.tab.board.panes] == [
        *("Awareness", "Consideration", "Purchase", "Retention", "Advocacy")
    ]
    assert board.tab.bar.journeys.choice == "Lifecycle"


def test_a_journeys_cards_are_those_of_its_own_stages(board: Board) -> None:
    move(board.context, board.cards[QUILLON], "Deal", "Technical Review")
    board.bot.waitUntil(lambda: board.column(3) == [QUILLON])
    board.tab.show_journey("Customer status")
    assert sum(board.counts()) == 4
    assert board.column(3) == []
    board.tab.show_journey("Deal")
    assert board.column(3) == [QUILLON]


def test_a_move_made_elsewhere_shows_in_both_columns(board: Board) -> None:
    move(board.context, board.cards[SOKKI], "Deal", "Qualified Lead")
    board.bot.waitUntil(lambda: board.column(2) == [SOKKI])
    assert SOKKI not in board.column(1)
    assert board.counts()[:2] == [3, 1]


def test_what_changed_behind_another_tab_shows_on_return(board: Board) -> None:
    board.window.show_place("Prospects")
    move(board.context, board.cards[SOKKI], "Deal", "Qualified Lead")
    board.bot.wait(20)
    board.window.show_place("Kanban")
    assert board.column(2) == [SOKKI]
    assert board.counts()[:2] == [3, 1]


def test_a_new_owner_joins_the_menu(board: Board) -> None:
    create_prospect(board.context, {"company": "Fennel Labs", "owner": "Ines Rovira"})
    board.tab.show_owner(None)
    menu = board.tab.bar.owner.menu()
    assert "Ines Rovira" in [action.text() for action in menu.actions()]
    menu.deleteLater()


def test_columns_keep_their_least_width_and_scroll_sideways(board: Board) -> None:
    board.window.resize(960, 640)
    board.bot.waitUntil(lambda: board.tab.board.horizontalScrollBar().maximum() > 0)
    assert min(pane.width() for pane in board.tab.board.panes) >= 190


def test_a_full_column_loads_by_page_and_counts_everything(board: Board) -> None:
    board.more(120)
    board.tab.show_journey("Deal")
    view = board.view(2)
    assert view.cards.rowCount() == 50
    assert board.counts()[1] == 120
    for loaded in (100, 120):
        to_the_end(board, view)
        assert view.cards.rowCount() == loaded
    assert len(set(board.column(2))) == 120
    assert not view.cards.canFetchMore(view.rootIndex())


def test_a_change_keeps_what_was_loaded_and_the_place(board: Board) -> None:
    others = board.more(60)
    board.tab.show_journey("Deal")
    view = board.view(2)
    to_the_end(board, view)
    assert view.cards.rowCount() == 60
    view.focus_row(40)
    place = view.verticalScrollBar().value()
    edit(board.context, others[0], {"company": "Aldergrove"})
    board.bot.waitUntil(lambda: "Aldergrove" in board.column(2))
    assert view.cards.rowCount() == 60
    assert view.currentIndex().row() == 40
    assert view.verticalScrollBar().value() == place


def test_an_empty_column_says_that_a_card_can_be_dropped(board: Board) -> None:
    view = board.view(2)
    assert view.empty_text == "No cards. Drop one here."
    empty = view.viewport().grab().toImage()
    view.empty_text = ""
    assert view.viewport().grab().toImage() != empty


def test_a_double_click_opens_the_prospect(board: Board) -> None:
    view = board.view(1)
    with board.bot.waitSignal(board.tab.prospect_requested) as asked:
        board.bot.mouseDClick(view.viewport(), LEFT, pos=view.visualRect(view.cards.index(3)).center())
    assert asked.args == [board.cards[QUILLON]]


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter])
def test_enter_opens_the_card_with_the_keyboard(board: Board, key: Qt.Key) -> None:
    board.focus(SOKKI)
    with board.bot.waitSignal(board.tab.prospect_requested) as asked:
        board.press(key)
    assert asked.args == [board.cards[SOKKI]]


def test_l_logs_a_call_with_the_card_that_has_the_keyboard(board: Board) -> None:
    board.focus(QUILLON)
    with board.bot.waitSignal(board.tab.log_requested) as asked:
        board.press(Qt.Key.Key_L)
    assert asked.args == [board.cards[QUILLON], "Call"]


def test_each_list_of_cards_is_named_for_a_screen_reader(board: Board) -> None:
    view = board.view(1)
    interface = QAccessible.queryAccessibleInterface(view)
    assert interface.text(QAccessible.Text.Name) == "Cards in 1 New Application"
    assert interface.childCount() >= 4


def test_the_keys_of_the_board_stand_in_the_status_bar(board: Board) -> None:
    words = [what for _, what in board.tab.hints()]
    assert words == ["column", "card", "select", "move stage", "open", "log", "cancel drag"]
    board.lanes()
    assert [what for _, what in board.tab.hints()] == ["column", "card", "lane", "select", "move stage", "lanes on/off"]


def test_a_visit_where_nothing_changed_paints_each_card_once(board: Board) -> None:
    board.window.show_place("Prospects")
    QCoreApplication.processEvents()
    painted: list[str] = []

    class Recorder(CardDelegate):
        def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> None:
            painted.append(index.data())
            super().paint(painter, option, index)

    view = board.view(1)
    recorder = Recorder(board.tab.theme, board.context.today, view)
    view.setItemDelegate(recorder)
    board.window.show_place("Kanban")
    QCoreApplication.processEvents()
    assert sorted(painted) == sorted(ORDER)


def test_a_card_that_a_colleague_moves_after_mine_is_shown(board: Board) -> None:
    board.focus(QUILLON)
    board.press(Qt.Key.Key_Right, ALT)
    board.bot.waitUntil(lambda: QUILLON in board.column(2))
    move(board.context, board.cards[QUILLON], "Deal", "3")
    board.bot.waitUntil(lambda: QUILLON in board.column(3))


@pytest.mark.parametrize("order", ["urgent", "value", "score", "days", "name"])
def test_after_a_move_made_here_only_the_card_is_read(board: Board, monkeypatch: pytest.MonkeyPatch, order: str) -> None:
    board.more(3)
    board.bot.waitUntil(lambda: board.counts()[1] == 3)
    board.bot.wait(100)
    board.tab.show_order(order)
    readings = []
    read_again = board.tab.board.read_again

    def note(prospects: frozenset[RecordId] | None) -> None:
        readings.append(prospects)
        read_again(prospects)

    monkeypatch.setattr(board.tab.board, "read_again", note)
    board.focus(QUILLON)
    board.press(Qt.Key.Key_Right, ALT)
    board.bot.wait(100)
    assert QUILLON in board.column(2)
    assert readings == []
    shown = [pane.loaded for pane in board.tab.board.panes]
    columns = [replace(column, over=None) for column in board.tab.board.columns]
    assert columns == queries.columns(board.context, "Deal")
    assert shown == [queries.cards(board.context, "Deal", stage, 0, 50, order=order) for stage in range(1, 10)]
