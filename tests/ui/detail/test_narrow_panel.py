"""In a small window the panel is narrower: the stepper is a bar, the score a line, and what has no room is behind “…”."""

from collections.abc import Callable
from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QAbstractButton, QMenu
from pytestqt.qtbot import QtBot

from journeydesk.domain.ids import RecordId
from journeydesk.services.queries.detail import prospect_detail
from journeydesk.storage.engine import sql
from journeydesk.ui.detail.panel import DetailPanel
from journeydesk.ui.editing.editors import LineEditor
from journeydesk.ui.main_window import MainWindow
from journeydesk.ui.tabs.prospects.tab import ProspectsTab
from journeydesk.ui.widgets.choosing.folded_row import FoldedRow

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")
LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def tab(window: MainWindow, qtbot: QtBot) -> ProspectsTab:
    """The list at 1280 pixels, with Quillon Freight beside it."""
    window.resize(1280, 720)
    with window.context.database.read() as connection:
        prospect = RecordId(sql.scalar(connection, "SELECT lid FROM prospects WHERE company = 'Quillon Freight'"))
    window.show_prospect(prospect)
    found = window.tab("Prospects")
    assert isinstance(found, ProspectsTab)
    qtbot.waitUntil(lambda: found.detail.prospect == prospect and found.detail.isVisible())
    return found


@pytest.fixture
def panel(tab: ProspectsTab) -> DetailPanel:
    return tab.detail


def folded(row: FoldedRow) -> list[str]:
    """What the menu behind “…” offers."""
    return [button.text() for button in row._buttons if button.isHidden()]


@pytest.fixture
def choose(qtbot: QtBot) -> Callable[[FoldedRow, str], None]:
    def choose(row: FoldedRow, words: str) -> None:
        qtbot.mouseClick(row.more, LEFT)
        menu = next(menu for menu in row.findChildren(QMenu) if menu.isVisible())
        next(action for action in menu.actions() if action.text() == words).trigger()
        menu.close()

    return choose


def test_the_panel_is_as_wide_as_the_window_has_it(tab: ProspectsTab, window: MainWindow, qtbot: QtBot) -> None:
    assert tab.splitter.sizes()[1] == 372
    window.resize(1500, 800)
    qtbot.waitUntil(lambda: tab.splitter.sizes()[1] == 440)
    window.resize(1280, 720)
    qtbot.waitUntil(lambda: tab.splitter.sizes()[1] == 372)


def test_a_width_that_somebody_chose_stays(tab: ProspectsTab, window: MainWindow, qtbot: QtBot) -> None:
    tab.splitter.setSizes([tab.splitter.width() - 412, 410])
    window.resize(1500, 800)
    qtbot.waitUntil(lambda: tab.width() > 1400)
    assert tab.splitter.sizes()[1] == 410


def test_names_have_more_room_where_columns_leave(tab: ProspectsTab) -> None:
    assert sorted(column.key for column in tab.table.without_room()) == ["last_touch", "source"]
    assert tab.table.columnWidth(1) > 200


def test_a_part_of_the_bar_sets_the_stage(panel: DetailPanel, qtbot: QtBot) -> None:
    stepper = panel._stepper
    assert stepper.height() == 20
    assert panel._journey_part._stage.accessibleName() == "stage 1, Discovery"
    qtbot.mouseClick(stepper, LEFT, pos=QPoint(int(stepper.width() / 6 * 2.5), 10))
    qtbot.waitUntil(lambda: panel._journey_part._stage.accessibleName() == "stage 3, Commitment")
    stepper.setFocus()
    qtbot.keyClick(stepper, Qt.Key.Key_Right)
    qtbot.keyClick(stepper, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: panel._journey_part._stage.accessibleName() == "stage 4, Planning")


def test_the_score_is_one_line_until_it_is_opened(panel: DetailPanel, qtbot: QtBot) -> None:
    score = panel._score
    assert (score.height(), score.history.isVisible()) == (35, False)
    qtbot.mouseClick(score.opener, LEFT)
    assert (score.height(), score.history.isVisible()) == (140, True)
    qtbot.mouseClick(score.opener, LEFT)
    assert score.height() == 35


def test_the_score_can_be_edited_in_its_line(panel: DetailPanel, qtbot: QtBot) -> None:
    spot = panel._score.spot_of("score")
    assert spot is not None
    qtbot.mouseClick(panel._score, LEFT, pos=spot.center())
    assert isinstance(panel.editing.edit.editor, LineEditor)


def test_what_is_folded_is_reached_and_then_seen(
    panel: DetailPanel, choose: Callable[[FoldedRow, str], None], qtbot: QtBot
) -> None:
    row = panel._tabs._row
    assert "Fields" in folded(row)
    choose(row, "Fields")
    qtbot.waitUntil(lambda: panel.fields.isVisible())
    assert "Fields" not in folded(row)
    shown: list[QAbstractButton] = [button for button in row._buttons if button.isVisible()]
    assert max(button.geometry().right() for button in shown) < row.more.geometry().left()


def test_a_kind_without_room_is_chosen_by_its_key(panel: DetailPanel, qtbot: QtBot) -> None:
    row = panel.composer._kind_row
    assert "Note" in folded(row)
    panel.composer.note.setFocus()
    qtbot.keyClick(panel.composer.note, Qt.Key.Key_5, Qt.KeyboardModifier.AltModifier)
    assert panel.composer.kind == "Note"
    assert "Note" not in folded(row)


def test_a_journey_that_did_not_begin_has_no_stage_to_show(panel: DetailPanel, qtbot: QtBot) -> None:
    part = panel._journey_part
    assert part._stage.isVisible()
    assert panel.prospect is not None
    detail = prospect_detail(panel._context, panel.prospect, "Engagement")
    assert detail is not None
    part.show_detail(replace(detail, steps=()))
    assert not part._stage.isVisible()
    part.fit(False)
    part.fit(True)
    assert not part._stage.isVisible()


def test_the_menu_behind_the_dots_goes_as_it_closes(panel: DetailPanel, qtbot: QtBot) -> None:
    row = panel._tabs._row
    for _ in range(3):
        qtbot.mouseClick(row.more, LEFT)
        next(menu for menu in row.findChildren(QMenu) if menu.isVisible()).close()
        qtbot.waitUntil(lambda: not row.findChildren(QMenu))


def test_what_one_column_does_not_need_another_takes(panel: DetailPanel) -> None:
    money, who = panel._money, panel._who
    assert money._detail is not None
    detail = replace(money._detail, tier="Accelerator", tier_words="Accelerator", job_title="Managing Director")
    left, right = money._edges(detail)[2:]
    assert right - left >= money.width_of("Accelerator") + money.width_of(detail.row.status or "not set", 0, 600) + 6
    assert right == money.width()
    spots = who.spots(detail)
    assert spots["company"].left() < spots["job_title"].left()
    assert spots["company"].width() >= who.width_of(detail.row.company, -1, 500)
    wide = replace(detail, row=replace(detail.row, company="Bärlauch Messtechnik und Wägetechnik Niederrhein"))
    assert who.spots(wide)["job_title"].right() <= spots["job_title"].right() + 1


def test_fewer_fields_in_question_are_named_where_they_have_no_room(panel: DetailPanel, qtbot: QtBot) -> None:
    line = panel.in_question
    line.show_fields([("stage", "Journey stage"), ("next_follow_up", "Follow-up"), ("phone", "Phone"), ("notes", "Notes")])
    for width, named in ((440, ["Journey stage", "Follow-up", "2 more"]), (230, ["Journey stage", "3 more"])):
        line.resize(width, line.height())
        assert [button.text() for button in line.buttons if not button.isHidden()] == named
        assert line._needed([button for button in line.buttons if not button.isHidden()], not line._words.isHidden()) <= width
