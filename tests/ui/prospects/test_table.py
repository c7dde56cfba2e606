"""Keys, mouse, ticks and widths of the list."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QImage
from pytestqt.qtbot import QtBot

from journeydesk.domain.lists.columns import SHOWN
from journeydesk.services.commands.prospects import edit
from journeydesk.storage.sync import conflicts
from journeydesk.ui import tokens
from tests.ui.prospects.conftest import (
    BY_FOLLOW_UP,
    CERAMICS,
    CONTROL,
    MEBLE,
    QUILLON,
    SHIFT,
    SOKKI,
    Listed,
)


def test_j_and_k_go_down_and_up_and_stop_at_the_ends(listed: Listed) -> None:
    listed.key(Qt.Key.Key_K)
    assert listed.current == MEBLE
    walked = []
    for _ in range(4):
        listed.key(Qt.Key.Key_J)
        walked.append(listed.current)
    assert walked == [QUILLON, SOKKI, CERAMICS, CERAMICS]
    listed.key(Qt.Key.Key_K)
    assert listed.current == SOKKI


def test_the_panel_comes_after_the_keys_that_tick(listed: Listed) -> None:
    listed.key(Qt.Key.Key_J)
    # It is not due for an hour, until the key that ticks puts it off as any key in the list does.
    listed.tab._follow.start(3_600_000)
    listed.key(Qt.Key.Key_A, CONTROL)
    listed.bot.waitUntil(lambda: listed.tab.detail.prospect == listed.record(QUILLON))
    listed.key(Qt.Key.Key_Escape)
    assert not listed.tab._follow.isActive()


def test_the_panel_follows_the_keys(listed: Listed) -> None:
    listed.key(Qt.Key.Key_J)
    listed.bot.waitUntil(lambda: listed.tab.detail.prospect == listed.record(QUILLON))
    assert listed.tab.detail.accessibleName() == "Quillon Freight, Adaeze Nwokorie"


def test_space_ticks_and_unticks_the_current_line(listed: Listed) -> None:
    listed.key(Qt.Key.Key_Space)
    assert listed.ticked == {MEBLE}
    listed.key(Qt.Key.Key_Space)
    assert listed.ticked == set()


def test_shift_with_an_arrow_ticks_where_it_came_from_and_goes(listed: Listed) -> None:
    listed.key(Qt.Key.Key_Down, SHIFT)
    assert (listed.ticked, listed.current) == ({MEBLE, QUILLON}, QUILLON)
    listed.key(Qt.Key.Key_Down)
    listed.key(Qt.Key.Key_Up, SHIFT)
    assert (listed.ticked, listed.current) == ({MEBLE, QUILLON, SOKKI}, QUILLON)


def test_ctrl_a_ticks_all_and_escape_lets_them_go(listed: Listed) -> None:
    listed.key(Qt.Key.Key_A, CONTROL)
    assert listed.ticked == set(BY_FOLLOW_UP)
    listed.key(Qt.Key.Key_Escape)
    assert listed.ticked == set()


def test_enter_opens_the_prospect_and_gives_it_the_keys(listed: Listed) -> None:
    listed.key(Qt.Key.Key_J)
    listed.key(Qt.Key.Key_Return)
    assert listed.tab.detail.prospect == listed.record(QUILLON)
    listed.bot.waitUntil(lambda: not listed.tab.table.hasFocus())


def test_a_click_into_the_first_column_ticks_and_goes_nowhere(listed: Listed) -> None:
    listed.click_cell(2, 0)
    assert (listed.ticked, listed.current) == ({SOKKI}, MEBLE)
    listed.click_cell(2, 0)
    assert listed.ticked == set()


def test_a_click_elsewhere_makes_the_line_current(listed: Listed) -> None:
    listed.click_cell(2, listed.section("status"))
    assert (listed.ticked, listed.current) == (set(), SOKKI)


def test_a_press_on_the_mark_of_a_conflict_asks_for_its_review(listed: Listed) -> None:
    record = listed.record(QUILLON)
    with listed.context.database.write() as connection:
        at = listed.context.now()
        conflicts.put(connection, "prospects", record, "notes", conflicts.MERGE, "a", "b", "c", "Tomasz Wilk", at)
    listed.tab.model.refresh()
    asked: list[int] = []
    listed.tab.table.conflict_pressed.connect(asked.append)
    cell = listed.tab.table.visualRect(listed.tab.model.index(1, 1))
    listed.bot.mouseClick(listed.tab.table.viewport(), Qt.MouseButton.LeftButton, pos=cell.topLeft() + QPoint(10, 12))
    assert asked == []
    width = listed.tab.table.fontMetrics().horizontalAdvance(QUILLON)
    listed.bot.mouseClick(
        listed.tab.table.viewport(), Qt.MouseButton.LeftButton, pos=cell.topLeft() + QPoint(6 + width + 14, 12)
    )
    assert asked == [record]


def picture(listed: Listed) -> QImage:
    return listed.tab.table.viewport().grab().toImage()


def ground(listed: Listed, place: int) -> str:
    """The colour of a line just above its separator."""
    rect = listed.tab.table.visualRect(listed.tab.model.index(place, 2))
    return picture(listed).pixelColor(rect.right() - 1, rect.bottom() - 2).name()


def color(listed: Listed, token: str) -> str:
    return listed.window.theme.color(token).name()


def test_current_ticked_and_hovered_lines_have_their_grounds(listed: Listed) -> None:
    listed.click_cell(2, 0)
    listed.bot.mouseMove(listed.tab.table.viewport(), listed.cell(3, 2))
    listed.bot.mouseMove(listed.tab.table.viewport(), listed.cell(3, 2) + QPoint(2, 2))
    listed.bot.waitUntil(lambda: ground(listed, 3) == color(listed, "hover"))
    assert [ground(listed, place) for place in range(3)] == [color(listed, t) for t in ("sel", "base", "sel")]


def test_only_the_current_line_has_a_bar_at_its_left(listed: Listed) -> None:
    image = picture(listed)
    bars = [image.pixelColor(1, listed.cell(place, 0).y()).name() for place in range(4)]
    assert bars == [color(listed, token) for token in ("accent", "base", "base", "base")]


def test_a_ticked_line_has_a_filled_box(listed: Listed) -> None:
    listed.click_cell(1, 0)
    image = picture(listed)
    middle = listed.cell(1, 0).y()
    filled = [image.pixelColor(14, middle + step).name() for step in (-4, 4)]
    assert filled == [color(listed, "accent-fill")] * 2
    assert image.pixelColor(14, listed.cell(2, 0).y()).name() == color(listed, "base")


def test_below_the_last_line_there_is_plain_ground(listed: Listed) -> None:
    listed.window.theme.choose("dark")
    image = picture(listed)
    assert image.pixelColor(image.width() // 2, image.height() - 4).name() == color(listed, "base")
    assert listed.window.theme.dark


def shown(listed: Listed) -> list[str]:
    return [column.key for place, column in enumerate(SHOWN, 1) if not listed.tab.table.isColumnHidden(place)]


def give_room(listed: Listed, room: int) -> None:
    """Makes the list so wide inside, by the table itself, as a window of that size does."""
    table = listed.tab.table
    beside = table.width() - table.viewport().width()
    table.setFixedWidth(room + beside)
    listed.bot.waitUntil(lambda: table.viewport().width() == room)


@pytest.mark.parametrize(
    ("room", "leave"),
    [
        (908, set()),
        (907, {"source"}),
        (876, {"source"}),
        (875, {"source", "last_touch"}),
        (699, {"source", "owner", "last_touch"}),
        (647, {"source", "owner", "last_touch", "revenue"}),
        (300, {"source", "owner", "last_touch", "revenue"}),
    ],
)
def test_columns_leave_in_their_order_where_room_is_short(listed: Listed, room: int, leave: set[str]) -> None:
    give_room(listed, room)
    assert shown(listed) == [column.key for column in SHOWN if column.key not in leave]


def test_the_company_takes_the_room_to_spare(listed: Listed) -> None:
    table = listed.tab.table
    give_room(listed, 1_000)
    widths = [table.columnWidth(place) for place in range(len(SHOWN) + 1)]
    least = [28, 158, 122, 78, 88, 92, 52, 84, 114, 92]
    assert (widths[0], sum(widths)) == (28, 1_000)
    assert all(wide >= own for wide, own in zip(widths, least, strict=True))
    # Others gain what a letter of theirs lacks, no more.
    assert widths[1] - 158 > (1_000 - sum(least)) * 0.8


def test_the_density_button_makes_lines_lower_and_high_again(listed: Listed, qtbot: QtBot) -> None:
    heights = []
    for _ in range(3):
        heights.append(listed.tab.table.rowHeight(0))
        listed.tab._chips.density_requested.emit()
    assert heights == [tokens.TABLE_ROW, tokens.COMPACT_ROW, tokens.TABLE_ROW]


def test_a_change_that_moves_nobody_is_shown_in_its_row_alone(listed: Listed) -> None:
    model = listed.tab.model
    rows: list[tuple[int, int]] = []
    resets: list[None] = []
    model.dataChanged.connect(lambda first, last, _roles: rows.append((first.row(), last.row())))
    model.modelReset.connect(lambda: resets.append(None))
    place = BY_FOLLOW_UP.index(QUILLON)
    edit(listed.context, listed.record(QUILLON), {"owner": "Tomasz Wilk"})
    listed.bot.waitUntil(lambda: getattr(model.row_at(place), "owner", "") == "Tomasz Wilk")
    assert (set(rows), resets, listed.companies) == ({(place, place)}, [], BY_FOLLOW_UP)


def test_a_change_keeps_the_place_in_a_list_that_is_sorted_anew(listed: Listed) -> None:
    from journeydesk.services.commands.prospects import edit

    listed.tab.table.go_to(1)
    listed.bot.waitUntil(lambda: listed.tab.detail.prospect == listed.record(QUILLON))
    edit(listed.context, listed.record(QUILLON), {"next_follow_up": "2026-06-30"})
    listed.bot.waitUntil(lambda: listed.companies == [MEBLE, SOKKI, QUILLON, CERAMICS])
    assert listed.current == QUILLON
    assert listed.tab.detail.prospect == listed.record(QUILLON)
