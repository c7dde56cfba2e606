"""Read from the right: what we paint is mirrored, words, figures and icons are not, and keys and pointer go by what is seen."""

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QEvent, QPoint, QRect, Qt
from PySide6.QtGui import QImage, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from journeydesk.services.rows.common import StageMark
from journeydesk.ui.keys.actions import Action, Scope
from journeydesk.ui.keys.key_map import pressed
from journeydesk.ui.mirror import DIRECTION, draw_text, keep_free, painter_on, put, reads_from_the_right, seen_at
from journeydesk.ui.painting import LEFT, RIGHT, paint_chip, paint_text
from journeydesk.ui.theme import Theme
from journeydesk.ui.widgets.chips import FilterToken

PLACE = QRect(10, 4, 160, 24)
SIZE = 240, 32


class Painted(QWidget):
    """A widget that paints what it is given."""

    def __init__(self, paint: Callable[[QPainter], object]) -> None:
        super().__init__()
        self._paint = paint
        self.resize(*SIZE)

    def paintEvent(self, event: QPaintEvent) -> None:
        with painter_on(self) as painter:
            painter.fillRect(self.rect(), Qt.GlobalColor.white)
            self._paint(painter)


@pytest.fixture
def mirrored(light: Theme) -> Iterator[Callable[[bool], None]]:
    """Turns windows that are made from then on around, and back."""

    def turn(on: bool) -> None:
        side = Qt.LayoutDirection.RightToLeft if on else Qt.LayoutDirection.LeftToRight
        QApplication.setLayoutDirection(side)
        light.marks.clear()

    yield turn
    turn(False)


def seen(paint: Callable[[QPainter], object]) -> QImage:
    return Painted(paint).grab().toImage().convertToFormat(QImage.Format.Format_RGB32)


def flipped(picture: QImage) -> QImage:
    return picture.flipped(Qt.Orientation.Horizontal)


def words_in(place: QRect, align: Qt.AlignmentFlag, words: str, theme: Theme) -> Callable[[QPainter], object]:
    def paint(painter: QPainter) -> None:
        painter.setFont(theme.font())
        painter.setPen(Qt.GlobalColor.black)
        draw_text(painter, place, align, words)

    return paint


def test_shapes_are_mirrored(mirrored: Callable[[bool], None]) -> None:
    def paint(painter: QPainter) -> None:
        painter.fillRect(10, 4, 30, 20, Qt.GlobalColor.blue)

    usual = seen(paint)
    mirrored(True)
    assert seen(paint) == flipped(usual)


@pytest.mark.parametrize(
    "words", ["Quillon Freight", "+44 20 7946 0132", "adaeze@quillonfreight.example", "−€1,200 (12 %)", "Ctrl+Enter"]
)
def test_words_stand_at_the_mirrored_edge_and_read_as_they_are(
    mirrored: Callable[[bool], None], light: Theme, words: str
) -> None:
    there = QRect(SIZE[0] - PLACE.right() - 1, PLACE.top(), PLACE.width(), PLACE.height())
    usual = seen(words_in(there, RIGHT, words, light)), seen(words_in(there, LEFT, words, light))
    mirrored(True)
    assert (seen(words_in(PLACE, LEFT, words, light)), seen(words_in(PLACE, RIGHT, words, light))) == usual


def test_a_blank_that_parts_two_words_stays_between_them(mirrored: Callable[[bool], None], light: Theme) -> None:
    mirrored(True)

    def paint(painter: QPainter) -> None:
        painter.setFont(light.font())
        taken = paint_text(painter, PLACE, "22")
        paint_text(painter, PLACE.adjusted(taken, 0, 0, 0), " of 50")

    picture = seen(paint)
    blank = [
        all(picture.pixelColor(x, y).lightness() > 250 for y in range(picture.height()))
        for x in range(SIZE[0] - 80, SIZE[0] - 10)
    ]
    gaps = "".join("." if free else "#" for free in blank).strip(".")
    assert max(map(len, gaps.replace("#", " ").split())) >= 3
    assert gaps.rindex("...") > gaps.index("#")


@pytest.mark.parametrize(("icon", "turns"), [("arrow-right", True), ("left", True), ("phone", False), ("search", False)])
@pytest.mark.parametrize("kept", [True, False])
def test_only_icons_that_point_along_the_line_turn(
    mirrored: Callable[[bool], None], light: Theme, icon: str, turns: bool, kept: bool
) -> None:
    place = QRect(20, 8, 16, 16)

    def paint(painter: QPainter) -> None:
        light.paint_icon(painter, place if kept else place.toRectF(), icon, "text")

    usual = seen(paint).copy(place)
    button = light.pixmap(icon, "text").toImage()
    mirrored(True)
    there = QRect(SIZE[0] - place.right() - 1, place.top(), place.width(), place.height())
    now, on_button = seen(paint).copy(there), light.pixmap(icon, "text").toImage()
    assert near(now, flipped(usual) if turns else usual)
    assert near(on_button, flipped(button) if turns else button)


def near(one: QImage, other: QImage) -> bool:
    """The same but for what smooth edges differ by."""
    pairs = [(one.pixelColor(x, y), other.pixelColor(x, y)) for x in range(one.width()) for y in range(one.height())]
    return all(abs(a.red() - b.red()) + abs(a.alpha() - b.alpha()) < 40 for a, b in pairs)


def test_a_chip_begins_with_its_number_at_the_other_side(mirrored: Callable[[bool], None], light: Theme) -> None:
    mark = StageMark(3, "Commitment", "Engagement", 6)
    mirrored(True)

    def paint(painter: QPainter) -> None:
        paint_chip(painter, 10, 16, light, mark)

    first = seen(paint)
    fill = light.stage(3).fill
    places = [x for x in range(SIZE[0]) if first.pixelColor(x, 16) == fill or first.pixelColor(x, 9) == fill]
    assert SIZE[0] - 30 <= min(places) < max(places) <= SIZE[0] - 11
    assert seen(paint) == first


def test_the_pointer_goes_by_what_is_seen(mirrored: Callable[[bool], None], light: Theme, qtbot: QtBot) -> None:
    mirrored(True)
    chip = FilterToken(light, "Stage is", "Commitment")
    qtbot.addWidget(chip)
    chip.resize(chip.sizeHint())
    chip.show()
    removed: list[bool] = []
    chip.removed.connect(lambda: removed.append(True))
    QTest.mouseClick(chip, Qt.MouseButton.LeftButton, pos=QPoint(chip.width() - 6, 12))
    assert removed == []
    QTest.mouseClick(chip, Qt.MouseButton.LeftButton, pos=QPoint(6, 12))
    assert removed == [True]
    assert seen_at(chip, QPoint(6, 12)) == QPoint(chip.width() - 6, 12)


@pytest.mark.parametrize(
    ("scope", "left", "right"),
    [(Scope.KANBAN, Action.CARD_LEFT, Action.CARD_RIGHT), (Scope.PROSPECTS, Action.CELL_LEFT, Action.CELL_RIGHT)],
)
def test_the_arrows_go_where_they_point(mirrored: Callable[[bool], None], scope: Scope, left: Action, right: Action) -> None:
    def of(key: Qt.Key) -> Action | None:
        found = pressed(QKeyEvent(QEvent.Type.KeyPress, key, Qt.KeyboardModifier.NoModifier), scope)
        return found[0] if found is not None else None

    assert (of(Qt.Key.Key_Left), of(Qt.Key.Key_Right)) == (left, right)
    mirrored(True)
    # The column before stands to the right.
    assert (of(Qt.Key.Key_Left), of(Qt.Key.Key_Right)) == (right, left)


def test_what_goes_on_shows_the_arrow_that_points_on(mirrored: Callable[[bool], None]) -> None:
    usual = str(Action.STAGE_LEFT.label), str(Action.STAGE_RIGHT.label)
    mirrored(True)
    assert (str(Action.STAGE_LEFT.label), str(Action.STAGE_RIGHT.label)) == usual[::-1]


def test_what_is_placed_by_hand_is_placed_from_the_other_side(mirrored: Callable[[bool], None], light: Theme) -> None:
    around = QWidget()
    around.resize(300, 40)
    field = QLineEdit(around)
    field.resize(80, 30)
    mirrored(True)
    put(field, 12, 5)
    keep_free(field, 20, 3)
    assert field.pos() == QPoint(300 - 12 - 80, 5)
    assert (field.textMargins().left(), field.textMargins().right()) == (3, 20)


def test_a_language_or_the_variable_turns_the_window(monkeypatch: pytest.MonkeyPatch) -> None:
    assert [reads_from_the_right(code) for code in ("en", "de", "ar", "he")] == [False, False, True, True]
    monkeypatch.setenv(DIRECTION, "rtl")
    assert reads_from_the_right("en")
