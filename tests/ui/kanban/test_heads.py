"""The heads of columns and lanes and the bar above the board: what they say and how it is painted."""

from collections.abc import Iterator
from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QRegion
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from journeydesk.app import make_application
from journeydesk.config import resources
from journeydesk.services.rows.board import BoardColumn, Lane, OverLimit
from journeydesk.services.rows.common import Amount, StageMark
from journeydesk.ui.tabs.kanban.board_bar import BoardBar
from journeydesk.ui.tabs.kanban.column_header import HEADER, ColumnHeader
from journeydesk.ui.tabs.kanban.lane_header import LANE_HEADER, LaneHeader
from journeydesk.ui.theme import Theme
from tests.ui.painted import Painted

LEFT = Qt.MouseButton.LeftButton
COLUMN = BoardColumn(StageMark(3, "Evaluate", "Engagement", 6), 1204, Amount(128_000_000, "EUR"), 30)
LANE = Lane("Amaia Etxarri", 12, Amount(9_600_000, "EUR"), 0)


@pytest.fixture(params=["light", "dark"])
def theme(request: pytest.FixtureRequest, qtbot: QtBot) -> Theme:
    """The look, once light and once dark."""
    look = Theme(resources() / "icons", request.param)
    look.apply(make_application())
    return look


@pytest.fixture
def light(qtbot: QtBot) -> Theme:
    """The light look alone."""
    look = Theme(resources() / "icons", "light")
    look.apply(make_application())
    return look


def painting(widget: QWidget, width: int, height: int) -> Painted:
    """What a widget of this size paints of itself."""
    widget.resize(width, height)

    def paint(painter: QPainter) -> None:
        widget.render(painter, QPoint(), QRegion(), QWidget.RenderFlag(0))

    return Painted(paint, width, height)


def test_a_column_has_number_name_count_and_sum(theme: Theme) -> None:
    painted = painting(ColumnHeader(theme, COLUMN, "Evaluate"), 260, HEADER)
    assert painted.texts == ["3", "1,204", "Evaluate", "€1.28\u2009M", "Est. revenue"]
    name, count, total = painted.only("Evaluate"), painted.only("1,204"), painted.only("€1.28\u2009M")
    assert (name.left, name.weight, name.color) == (36, 600, theme.color("text").name())
    assert count.left > 260 / 2
    assert count.baseline == pytest.approx(name.baseline, abs=1)
    assert total.baseline > name.baseline + 12
    assert (total.weight, total.color) == (600, theme.color("text2").name())


def test_a_columns_long_name_is_shown_where_there_is_room(theme: Theme) -> None:
    header = ColumnHeader(theme, COLUMN, "Evaluate the whole product")
    assert "Evaluate the whole product" in painting(header, 400, HEADER).texts
    assert "Evaluate" in painting(header, 190, HEADER).texts


def test_a_name_without_room_is_cut_before_the_count(theme: Theme) -> None:
    column = replace(COLUMN, mark=replace(COLUMN.mark, name="Evaluate the whole product"))
    painted = painting(ColumnHeader(theme, column, column.mark.name), 170, HEADER)
    (name,) = [words for words in painted.words if words.text.endswith("…")]
    assert name.left == 36
    assert name.left + 7 * len(name.text) < painted.only("1,204").left + 10


def test_a_column_is_heard_with_what_is_over_its_limit(light: Theme) -> None:
    header = ColumnHeader(light, COLUMN, "Evaluate")
    assert header.accessibleName() == "3 Evaluate, 1,204 cards, €1.28\u2009M"
    assert header.toolTip() == ""
    over = OverLimit(4, Amount(32_000, "EUR"))
    header.show_column(replace(COLUMN, over=over, count=2, revenue=Amount(64_000, "EUR")))
    assert header.accessibleName() == "3 Evaluate, 2 cards, €640, 4 over the limit of 30 working days, worth €320"
    assert header.toolTip() == "4 over the limit of 30 working days in this stage, worth €320"
    assert header.column.count == 2
    assert "2" in painting(header, 260, HEADER).texts


def test_a_lane_names_owner_count_and_sum_in_one_line(theme: Theme) -> None:
    painted = painting(LaneHeader(theme, LANE), 800, LANE_HEADER)
    assert painted.texts == ["AE", "Amaia Etxarri", "12 open", "·", "€96k"]
    owner, count, total = (painted.only(words) for words in ("Amaia Etxarri", "12 open", "€96k"))
    assert owner.left == 68
    assert owner.left < count.left < total.left
    assert len({round(words.baseline) for words in (owner, count, total)}) == 1
    assert (owner.weight, count.weight) == (600, 400)


def test_a_lane_of_nobody_says_so(theme: Theme) -> None:
    header = LaneHeader(theme, replace(LANE, owner=""))
    assert "No owner" in painting(header, 800, LANE_HEADER).texts
    assert header.accessibleName().startswith("Lane of No owner, 12 cards")


@pytest.mark.parametrize(
    ("overdue", "over_limit", "words"),
    [(3, 0, ["3 overdue"]), (0, 2, ["2 over limit"]), (3, 2, ["2 over limit", "3 overdue"]), (0, 0, [])],
)
def test_what_is_wrong_in_a_lane_stands_at_its_right(theme: Theme, overdue: int, over_limit: int, words: list[str]) -> None:
    header = LaneHeader(theme, replace(LANE, overdue=overdue, over_limit=over_limit))
    painted = painting(header, 800, LANE_HEADER)
    wrong = [text for text in painted.texts if "over" in text]
    assert wrong == words
    assert all(painted.only(text).left > 500 for text in wrong)
    lefts = [painted.only(text).left for text in wrong]
    assert lefts == sorted(lefts, reverse=True)
    for text in wrong:
        token = "warn" if "limit" in text else "danger"
        assert painted.only(text).color == theme.color(token).name()
        assert text in header.accessibleName()


def test_a_lane_folds_by_click_and_says_which_it_is(light: Theme, qtbot: QtBot) -> None:
    header = LaneHeader(light, LANE)
    qtbot.addWidget(header)
    header.resize(800, LANE_HEADER)
    header.show()
    open_shapes = [(s.left, s.top) for s in painting(header, 800, LANE_HEADER).of_color(light.color("text2").name())]
    assert (header.accessibleName().rsplit(", ", 1)[1], header.toolTip()) == ("open", "Fold this lane")
    qtbot.mouseClick(header, LEFT)
    assert not header.isChecked()
    assert (header.accessibleName().rsplit(", ", 1)[1], header.toolTip()) == ("folded", "Open this lane")
    folded_shapes = [(s.left, s.top) for s in painting(header, 800, LANE_HEADER).of_color(light.color("text2").name())]
    assert folded_shapes != open_shapes


def test_new_totals_replace_those_of_a_lane(light: Theme) -> None:
    header = LaneHeader(light, LANE)
    header.show_lane(replace(LANE, count=1300, overdue=1))
    assert header.lane.count == 1300
    assert "1,300 open" in painting(header, 800, LANE_HEADER).texts
    assert header.accessibleName() == "Lane of Amaia Etxarri, 1,300 cards, €96k, 1 overdue, open"


@pytest.fixture
def bar(light: Theme, qtbot: QtBot) -> Iterator[BoardBar]:
    """The bar of a board with two journeys."""
    ground = QWidget()
    qtbot.addWidget(ground)
    ground.resize(1100, 100)
    part = BoardBar(light, ["Deal", "Usage"], ground)
    part.resize(1100, part.height())
    ground.show()
    qtbot.waitExposed(ground)
    # The generator keeps the ground alive.
    yield part


def test_the_bar_offers_everyone_each_owner_and_nobody(bar: BoardBar) -> None:
    bar.offer_owners(["Amaia Etxarri", "", "Tomasz Wilk"], "Tomasz Wilk")
    assert bar.owner.accessibleName() == "Owner: Tomasz Wilk"
    bar.offer_owners(["Amaia Etxarri"], None)
    assert bar.owner.accessibleName() == "Owner: everyone"
    bar.offer_owners(["Amaia Etxarri"], "")
    assert bar.owner.accessibleName() == "Owner: nobody"


def test_the_switch_in_the_bar_asks_for_lanes(bar: BoardBar, qtbot: QtBot) -> None:
    with qtbot.waitSignal(bar.lanes_chosen) as chosen:
        qtbot.mouseClick(bar.lanes, LEFT)
    assert chosen.args == [True]
    with qtbot.waitSignal(bar.lanes_chosen) as chosen:
        qtbot.keyClick(bar.lanes, Qt.Key.Key_Space)
    assert chosen.args == [False]


def test_the_score_of_the_bar_begins_at_any(bar: BoardBar) -> None:
    assert bar.score.accessibleName() == "Score: any"
    bar.score.offer([("any", None), ("30 or more", 30)], 30)
    assert bar.score.accessibleName() == "Score: 30 or more"


def test_the_bar_has_a_line_below(theme: Theme, qtbot: QtBot) -> None:
    painted = painting(BoardBar(theme, ["Deal"]), 900, 48)
    (line,) = [s for s in painted.of_color(theme.color("line").name()) if s.width == 900]
    assert (line.top, line.height) == (47, 1)


def test_a_journey_is_chosen_by_click_and_by_arrow(bar: BoardBar, qtbot: QtBot) -> None:
    bar.journeys.choose("Deal")
    buttons = [part for part in bar.journeys.findChildren(QWidget) if part.accessibleName().startswith("Usage")]
    with qtbot.waitSignal(bar.journey_chosen) as chosen:
        qtbot.mouseClick(buttons[0], LEFT)
    assert chosen.args == ["Usage"]


@pytest.mark.parametrize(("width", "caption"), [(260, True), (190, False)])
def test_what_is_over_the_limit_stands_beside_the_sum_with_its_worth(theme: Theme, width: int, caption: bool) -> None:
    column = replace(COLUMN, over=OverLimit(4, Amount(3_200_000, "EUR")))
    painted = painting(ColumnHeader(theme, column, "Evaluate"), width, HEADER)
    over, total = painted.only("4 · €32k"), painted.only("€1.28\u2009M")
    assert over.color == theme.color("warn").name()
    assert over.left < total.left
    assert ("Est. revenue" in painted.texts) is caption


def test_more_cards_than_may_be_are_counted_in_another_colour(theme: Theme) -> None:
    for limit, token in ((1_300, "text2"), (1_204, "text2"), (1_203, "warn")):
        painted = painting(ColumnHeader(theme, replace(COLUMN, card_limit=limit), "Evaluate"), 260, HEADER)
        assert painted.only(f"1,204/{limit:,}").color == theme.color(token).name()


def test_the_count_never_lies_beneath_the_dots(theme: Theme) -> None:
    header = ColumnHeader(theme, replace(COLUMN, card_limit=1_300), "Evaluate")
    painted = painting(header, 190, HEADER)
    words = painted.only("1,204/1,300")
    width = QFontMetrics(theme.font(0, tabular=True)).horizontalAdvance(words.text)
    assert words.left + width <= header.more.geometry().left() + 1
