"""Every kind of block on screen: painted in both themes, read by a screen reader, walked by key and copied."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QColor, QGuiApplication, QHelpEvent, QImage
from PySide6.QtWidgets import QApplication, QMenu, QToolTip
from pytestqt.qtbot import QtBot

from journeydesk.app import make_application
from journeydesk.config import resources
from journeydesk.reports.blocks.bars import Bar, Bars
from journeydesk.reports.blocks.block import Block
from journeydesk.reports.blocks.columns import Columns, axis_top
from journeydesk.reports.blocks.table import Line, Table
from journeydesk.reports.drawing import Box, Dot, Shape, Stroke, Words
from journeydesk.ui.tabs.reports.charts.drawing import paint_shape
from journeydesk.ui.tabs.reports.charts.kinds import AnyChart, chart_of
from journeydesk.ui.tabs.reports.charts.table import TableChart
from journeydesk.ui.tabs.reports.page import ReportPage
from journeydesk.ui.theme import Theme
from journeydesk.ui.widgets.choosing.segments import segment_rect
from tests.report_samples import BARS, BLOCKS, COLUMNS, FIT, FLOWS, FORECAST, FUNNEL, HEAT_MAP, RANGES, TABLE, WATERFALL, behind
from tests.ui.sizes.conftest import theme_in
from tests.ui.text_faults import faults_of_text

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")

ACCEPTED = Bars(
    note="of those who came so far", names="Step", measure="Accepted",
    bars=(Bar("Assessment finished", 25, "68%, 25 of 37 accepted"), Bar("Signed", 9, "24%, 9 of 37 accepted")),
)  # fmt: skip


def shown(block: Block, qtbot: QtBot, choice: str = "light", width: int = 700, height: int = 540) -> AnyChart:
    application = make_application()
    theme = Theme(resources() / "icons", choice)
    theme.apply(application)
    chart = chart_of(theme, block)
    theme.setParent(chart)
    qtbot.addWidget(chart)
    chart.resize(width, height)
    chart.show()
    qtbot.waitExposed(chart)
    chart.grab()
    return chart


def picture(chart: AnyChart) -> QImage:
    return chart.grab().toImage().convertToFormat(QImage.Format.Format_RGB32)


def count(image: QImage, color: QColor) -> int:
    pixel = color.rgb() & 0xFFFFFF
    return sum(image.pixel(x, y) & 0xFFFFFF == pixel for x in range(0, image.width(), 2) for y in range(0, image.height(), 2))


@pytest.mark.parametrize("block", [TABLE, COLUMNS, RANGES, FORECAST, ACCEPTED], ids=lambda block: f"{block.kind}")
def test_figures_begin_lower_under_a_heading_of_two_lines(block: Block, qtbot: QtBot) -> None:
    titles = ("Short", "A heading that leaves no room for its note")
    (one, two) = (
        shown(replace(block, title=title, note="whose place is below it then"), qtbot, width=400, height=330)
        for title in titles
    )
    assert two.spots[0].rect.top() > one.spots[0].rect.top() + 4
    assert max(spot.rect.bottom() for spot in two.spots) < two.height()
    assert two.spot_at(two.spots[0].rect.center()) == two.spots[0]


@pytest.mark.parametrize("choice", ["light", "dark"])
@pytest.mark.parametrize("block", BLOCKS, ids=lambda block: f"{block.kind}")
def test_every_kind_is_painted_in_both_themes(block: Block, choice: str, qtbot: QtBot) -> None:
    chart = shown(block, qtbot, choice)
    image = picture(chart)
    assert count(image, chart.theme.color("base")) > image.width() * image.height() // 16
    assert count(image, chart.theme.color("text")) > 20
    inside = QPointF(chart.width(), chart.height())
    assert chart.spots
    assert all(spot.rect.x() >= 0 and spot.rect.right() <= inside.x() and spot.words for spot in chart.spots)


@pytest.mark.parametrize("block", BLOCKS, ids=lambda block: f"{block.kind}")
def test_a_screen_reader_hears_heading_and_finding(block: Block, qtbot: QtBot) -> None:
    chart = shown(block, qtbot)
    assert (chart.accessibleName(), chart.accessibleDescription()) == (block.heading, block.finding)


@pytest.mark.parametrize(
    ("block", "first", "number"),
    [
        (WATERFALL, "Opening: €19,840, 64 deals", 7),
        (HEAT_MAP, "Mon 8: 2 calls", 50),
        (FIT, "W9: Fit score 31%", 12),
        (FORECAST, "W13: €210, inside, €120 to €430 expected", 8),
        (FUNNEL, "1 Discovery: 1,240 reached it, 65% go on · 434 drop off · largest loss", 6),
        (RANGES, "1 Discovery: median 6.0 d, middle half 3.0 to 9.0 d, limit 14 d, 400 stays", 3),
        (BARS, "Reached: 71 calls", 4),
        (COLUMNS, "1: 0 answers", 10),
        (TABLE, "Deal stage Qualified, Open 21, Expected €498", 3),
    ],
    ids=lambda value: value.kind if isinstance(value, Block) else "",
)
def test_arrows_walk_the_marks_and_say_their_figures(block: Block, first: str, number: int, qtbot: QtBot) -> None:
    chart = shown(block, qtbot)
    chart.setFocus()
    assert len(chart.spots) == number
    qtbot.keyClick(chart, Qt.Key.Key_Right)
    assert chart.accessibleDescription() == first
    for _ in range(number + 2):
        qtbot.keyClick(chart, Qt.Key.Key_Down)
    assert chart.accessibleDescription() == chart.spots[-1].words
    qtbot.keyClick(chart, Qt.Key.Key_Up)
    assert chart.accessibleDescription() == chart.spots[-2].words
    qtbot.keyClick(chart, Qt.Key.Key_Left)
    assert chart.accessibleDescription() == chart.spots[max(0, number - 3)].words


def test_a_key_before_the_paint_goes_by_the_figures_that_are_new(qtbot: QtBot) -> None:
    chart = shown(BARS, qtbot)
    chart.setFocus()
    chart.show_block(ACCEPTED)
    qtbot.keyClick(chart, Qt.Key.Key_Right)
    assert chart.accessibleDescription() == "Assessment finished: 68%, 25 of 37 accepted accepted"
    chart.switch_table()
    in_the_chart = chart.spots
    qtbot.keyClick(chart, Qt.Key.Key_Right)
    assert chart.spots is not in_the_chart


def test_on_the_map_arrows_go_over_stages_or_over_flows(qtbot: QtBot) -> None:
    chart = shown(FLOWS, qtbot)
    chart.setFocus()
    assert len(chart.spots) == 16
    qtbot.keyClick(chart, Qt.Key.Key_Right)
    assert chart.accessibleDescription() == "1 Discovery: 1,240 reached it, 136 are there now, 298 left"
    qtbot.keyClick(chart, Qt.Key.Key_Right)
    assert chart.accessibleDescription().startswith("2 Exploration")
    qtbot.keyClick(chart, Qt.Key.Key_Left)
    qtbot.keyClick(chart, Qt.Key.Key_Down)
    assert chart.accessibleDescription() == "Discovery → Exploration: 772 moved on"
    seen = set()
    for _ in range(20):
        qtbot.keyClick(chart, Qt.Key.Key_Down)
        seen.add(chart.accessibleDescription())
    assert len(seen) == 9
    assert all("→" in words for words in seen)


@pytest.mark.parametrize(
    ("block", "place", "stage"),
    [(WATERFALL, 1, 1), (FORECAST, 0, 1), (FLOWS, 1, 3), (FLOWS, 6, 2), (FUNNEL, 1, 2), (BARS, 0, 1), (TABLE, 0, 1)],
    ids=lambda value: value.kind if isinstance(value, Block) else str(value),
)
def test_a_click_on_a_mark_asks_for_who_is_behind_it(block: Block, place: int, stage: int, qtbot: QtBot) -> None:
    chart = shown(block, qtbot)
    spot = chart.spots[place]
    with qtbot.waitSignal(chart.behind_requested) as asked:
        qtbot.mouseClick(chart, Qt.MouseButton.LeftButton, pos=spot.rect.center().toPoint())
    assert asked.args == [behind(stage)]


def test_a_mark_with_nobody_behind_it_asks_for_nothing(qtbot: QtBot) -> None:
    chart = shown(WATERFALL, qtbot)
    center = chart.spots[0].rect.center().toPoint()
    with qtbot.assertNotEmitted(chart.behind_requested):
        qtbot.mouseClick(chart, Qt.MouseButton.LeftButton, pos=center)
        qtbot.mouseClick(chart, Qt.MouseButton.LeftButton, pos=QPoint(2, 2))
        qtbot.mouseClick(chart, Qt.MouseButton.RightButton, pos=chart.spots[1].rect.center().toPoint())
        chart.setFocus()
        qtbot.keyClick(chart, Qt.Key.Key_Return)
        qtbot.keyClick(chart, Qt.Key.Key_Down)
        qtbot.keyClick(chart, Qt.Key.Key_Return)


def test_the_hand_shows_where_a_click_does_something(qtbot: QtBot) -> None:
    chart = shown(WATERFALL, qtbot)
    for place, shape in ((1, Qt.CursorShape.PointingHandCursor), (0, Qt.CursorShape.ArrowCursor)):
        qtbot.mouseMove(chart, chart.spots[place].rect.center().toPoint())
        qtbot.waitUntil(lambda shape=shape: chart.cursor().shape() == shape)  # type: ignore[misc]


def test_a_tooltip_gives_the_exact_figures(qtbot: QtBot) -> None:
    chart = shown(HEAT_MAP, qtbot)
    place = chart.spots[3].rect.center().toPoint()
    QApplication.sendEvent(chart, QHelpEvent(QHelpEvent.Type.ToolTip, place, chart.mapToGlobal(place)))
    qtbot.waitUntil(lambda: QToolTip.text() == "Mon 11: 7 calls")


@pytest.mark.parametrize(("block", "width"), [(block, 640) for block in BLOCKS] + [(BARS, 300), (ACCEPTED, 300)])
def test_nothing_is_cut_in_wide_letters_in_the_smallest_window(block: Block, width: int, qtbot: QtBot) -> None:
    theme = theme_in("DejaVu Sans")
    theme.apply(make_application())
    chart = chart_of(theme, block)
    theme.setParent(chart)
    qtbot.addWidget(chart)
    chart.resize(width, 540)
    chart.show()
    assert not faults_of_text(chart)


@pytest.mark.parametrize("block", BLOCKS, ids=lambda block: f"{block.kind}")
def test_ctrl_c_copies_the_figures_as_a_table(block: Block, qtbot: QtBot) -> None:
    chart = shown(block, qtbot)
    chart.setFocus()
    qtbot.keyClick(chart, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    lines = QGuiApplication.clipboard().text().split("\n")
    assert [tuple(line.split("\t")) for line in lines] == block.table()


def test_the_menu_of_a_chart_copies_its_table(qtbot: QtBot) -> None:
    chart = shown(BARS, qtbot)
    QGuiApplication.clipboard().setText("before")
    place = QPoint(20, 20)
    from PySide6.QtGui import QContextMenuEvent

    QApplication.sendEvent(chart, QContextMenuEvent(QContextMenuEvent.Reason.Mouse, place, chart.mapToGlobal(place)))
    menu = chart.findChild(QMenu)
    assert isinstance(menu, QMenu)
    qtbot.waitUntil(menu.isVisible)
    qtbot.keyClick(menu, Qt.Key.Key_Down)
    qtbot.keyClick(menu, Qt.Key.Key_Return)
    assert QGuiApplication.clipboard().text().startswith("Outcome\tCalls\nReached\t71")


def test_bars_are_as_long_as_their_values(qtbot: QtBot) -> None:
    chart = shown(BARS, qtbot)
    image, ink = picture(chart), chart.theme.color("text3").rgb()
    lengths = [sum(image.pixel(x, 75 + 36 * place) == ink for x in range(165, 646)) for place in range(3)]
    assert [length / lengths[0] for length in lengths] == pytest.approx([1, 68 / 71, 27 / 71], abs=0.02)


def test_columns_are_as_tall_as_their_amounts(qtbot: QtBot) -> None:
    chart = shown(COLUMNS, qtbot)
    image, ink = picture(chart), chart.theme.color("accent-fill").rgb()
    heights = []
    for place in (8, 9):
        x = round(chart.spots[place].rect.center().x())
        heights.append(sum(image.pixel(x, y) == ink for y in range(image.height())))
    assert heights[0] / heights[1] == pytest.approx(10 / 12, abs=0.02)


def test_a_narrow_table_says_how_many_lines_it_leaves_out(qtbot: QtBot) -> None:
    lines = tuple(Line((f"Stage {n}", str(n), "€1")) for n in range(20))
    chart = shown(replace(TABLE, lines=lines), qtbot, height=200)
    assert len(chart.spots) == 3
    assert len(shown(replace(TABLE, lines=lines[:4]), qtbot, height=200).spots) == 4


def test_empty_columns_paint_nothing_and_have_no_marks(qtbot: QtBot) -> None:
    chart = shown(Columns(names="Day", measure="Calls", bars=()), qtbot)
    assert list(chart.spots) == []
    qtbot.keyClick(chart, Qt.Key.Key_Down)
    assert chart.accessibleDescription() == "No data."


@pytest.mark.parametrize(("most", "top"), [(0, 3), (3, 3), (4, 6), (12, 12), (13, 15), (16, 30), (31, 60), (151, 300)])
def test_an_axis_parts_into_three_whole_numbers(most: float, top: int) -> None:
    assert axis_top(most) == top


@pytest.mark.parametrize(
    ("shape", "inside", "token"),
    [
        (Box(10, 10, 40, 20, "danger"), (30, 20), "danger"),
        (Box(10, 10, 40, 20, "accent-fill", 0.0), (30, 20), "base"),
        (Stroke(((10, 20), (60, 20)), "ok", 6), (30, 20), "ok"),
        (Stroke(((10, 10), (60, 10), (60, 40), (10, 40)), fill="warn"), (30, 25), "warn"),
        (Dot(30, 20, 8, "danger", "base"), (30, 20), "danger"),
    ],
)
def test_a_shape_is_painted_where_and_as_it_says(shape: Shape, inside: tuple[int, int], token: str, theme: Theme) -> None:
    from PySide6.QtGui import QPainter

    image = QImage(80, 60, QImage.Format.Format_RGB32)
    image.fill(theme.color("base"))
    with QPainter(image) as painter:
        paint_shape(painter, theme, shape)
    assert image.pixelColor(*inside) == theme.color(token)
    assert image.pixelColor(75, 55) == theme.color("base")


@pytest.mark.parametrize(("anchor", "low", "high"), [("left", 100, 200), ("center", 50, 150), ("right", 0, 100)])
def test_words_stand_at_their_anchor(anchor: str, low: int, high: int, theme: Theme) -> None:
    from PySide6.QtGui import QPainter

    image = QImage(200, 40, QImage.Format.Format_RGB32)
    image.fill(theme.color("base"))
    with QPainter(image) as painter:
        paint_shape(painter, theme, Words(100, 20, "Discovery", anchor, 0, 600))  # type: ignore[arg-type]
    inked = [x for x in range(200) for y in range(40) if image.pixelColor(x, y) != theme.color("base")]
    assert low - 2 <= min(inked) <= max(inked) <= high + 2
    if anchor == "center":
        assert (min(inked) + max(inked)) / 2 == pytest.approx(100, abs=3)


def test_charts_stand_below_each_other_where_it_is_narrow(theme: Theme, qtbot: QtBot) -> None:
    from journeydesk.reports.report import Head, Report
    from tests.report_samples import TILES

    words = Head("a", "A", "Weekly report", "2026-W20", "Week 20", "", "", "", "", "", "", 0, 0)
    page = ReportPage(theme)
    qtbot.addWidget(page)
    page.resize(760, 800)
    page.show()
    page.show_report(Report(words, TILES, (BARS, FUNNEL, FLOWS, RANGES)))
    QApplication.processEvents()
    bars, funnel, flows, ranges = page.charts
    assert bars.y() == funnel.y() < flows.y() < ranges.y()
    assert flows.width() > bars.width() + funnel.width()
    page.resize(480, 800)
    QApplication.processEvents()
    assert bars.x() == funnel.x() == ranges.x()
    assert bars.y() < funnel.y() < flows.y() < ranges.y()
    page.show_report(Report(words, TILES, (BARS,)))
    QApplication.processEvents()
    assert [chart.block for chart in page.charts] == [BARS]
    assert not funnel.isVisible()


def _parted() -> Table:
    by_source = replace(TABLE, title="By source", lines=TABLE.lines[:1], choice="Source")
    return replace(TABLE, title="By entry point", choice="Entry point", others=(by_source,))


def test_what_is_told_apart_by_several_things_has_a_switch(qtbot: QtBot) -> None:
    chart = shown(_parted(), qtbot)
    assert isinstance(chart, TableChart)
    assert chart.switch is not None
    assert chart.switch.choice == "Entry point"
    assert len(chart.spots) == len(TABLE.lines)
    qtbot.mouseClick(chart.switch.childAt(segment_rect(chart.switch, "Source").center()), Qt.MouseButton.LeftButton)
    chart.grab()
    assert (chart.accessibleName(), len(chart.spots)) == ("By source", 1)
    chart.show_block(_parted())
    assert chart.accessibleName() == "By source"


def test_the_switch_stands_clear_of_the_title(qtbot: QtBot) -> None:
    chart = shown(_parted(), qtbot)
    assert isinstance(chart, TableChart)
    assert chart.switch is not None
    assert chart.switch.geometry().left() > chart.width() - chart.beside_title - 20
    assert chart.rect().contains(chart.switch.geometry())
    chart.show_block(TABLE)
    assert chart.beside_title == 0
