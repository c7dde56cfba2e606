"""Chips, tokens, links, labels, marks and bars: small parts that every screen is put together from."""

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QTextDocument
from PySide6.QtWidgets import QAbstractButton, QFrame, QPlainTextEdit, QScrollArea, QTextEdit, QWidget
from pytestqt.qtbot import QtBot
from shiboken6 import invalidate

from journeydesk.services.context import Context
from journeydesk.ui.editing.hint_bar import HintBar
from journeydesk.ui.keys.actions import Action
from journeydesk.ui.keys.hints import hint
from journeydesk.ui.theme import Theme
from journeydesk.ui.widgets.buttons import IconButton, KeyButton
from journeydesk.ui.widgets.chips import FilterToken, ViewChip
from journeydesk.ui.widgets.choosing.combo import Combo
from journeydesk.ui.widgets.due_field import DueField
from journeydesk.ui.widgets.floating_bar import FloatingBar
from journeydesk.ui.widgets.icon_label import IconLabel, KeyCap
from journeydesk.ui.widgets.icon_tag import IconTag
from journeydesk.ui.widgets.labels import ElidedLabel, label, rule, selectable
from journeydesk.ui.widgets.link import ElidedLink, link_button
from journeydesk.ui.widgets.nav_line import NavLine
from journeydesk.ui.widgets.priority_mark import PriorityMark
from journeydesk.ui.widgets.stage_chip import StageBadge, StageChip
from journeydesk.ui.widgets.token_marker import TokenMarker
from tests.ui.recorded_text import texts_of
from tests.ui.widgets.conftest import Picture, Show

LEFT = Qt.MouseButton.LeftButton
LONG = "A name that has more letters than any column will ever have room for"


@pytest.mark.parametrize(("count", "name"), [(0, "My open deals, 0"), (12_300, "My open deals, 12,300")])
def test_a_view_is_named_with_its_count(light: Theme, show: Show, count: int, name: str) -> None:
    chip = ViewChip(light, "My open deals")
    show(chip)
    assert chip.accessibleName() == "My open deals"
    chip.show_count(count)
    assert chip.accessibleName() == name


def test_a_view_grows_when_its_count_is_known(light: Theme, show: Show) -> None:
    chip = ViewChip(light, "Late")
    show(chip)
    narrow = chip.sizeHint().width()
    chip.show_count(1_000_000)
    assert chip.sizeHint().width() > narrow + 30


def test_the_view_shown_is_painted_soft(theme: Theme, show: Show, qtbot: QtBot) -> None:
    chip = ViewChip(theme, "Late")
    chip.show_count(12)
    show(chip)
    inner = chip.rect().adjusted(8, 3, -8, -3)
    assert Picture(chip, theme, inner).count("accent-soft") == 0
    assert Picture(chip, theme, inner).contrast() >= 4.5
    qtbot.mouseClick(chip, LEFT)
    assert chip.isChecked()
    assert Picture(chip, theme, inner).count("accent-soft") > 200
    assert Picture(chip, theme, inner).contrast() >= 4.5


def token(theme: Theme, show: Show) -> FilterToken:
    part = FilterToken(theme, "Owner is", "Tomasz Wilk")
    show(part)
    return part


def test_the_cross_of_a_token_removes_and_the_rest_is_a_click(light: Theme, show: Show, qtbot: QtBot) -> None:
    part = token(light, show)
    events: list[str] = []
    part.removed.connect(lambda: events.append("removed"))
    part.clicked.connect(lambda: events.append("clicked"))
    qtbot.mouseClick(part, LEFT, pos=QPoint(part.width() - 22, 12))
    qtbot.mouseClick(part, LEFT, pos=QPoint(part.width() - 21, 12))
    qtbot.mouseClick(part, LEFT, pos=QPoint(10, 12))
    assert events == ["clicked", "removed", "clicked"]
    qtbot.keyClick(part, Qt.Key.Key_Space)
    assert events[3:] == ["clicked"]
    assert part.accessibleName() == "Filter: Owner is Tomasz Wilk"


def test_a_press_that_leaves_the_cross_removes_nothing(light: Theme, show: Show, qtbot: QtBot) -> None:
    part = token(light, show)
    removed: list[bool] = []
    part.removed.connect(lambda: removed.append(True))
    qtbot.mousePress(part, LEFT, pos=QPoint(part.width() - 5, 12))
    qtbot.mouseRelease(part, LEFT, pos=QPoint(part.width() - 5, 60))
    assert removed == []


def test_a_token_has_lead_value_and_cross(theme: Theme, show: Show) -> None:
    part = token(theme, show)
    cross = QRect(part.width() - 19, 3, 16, part.height() - 6)
    assert Picture(part, theme, cross).ink("text") > 5
    assert Picture(part, theme, QRect(part.width() - 22, 3, 3, part.height() - 6)).contrast() > 1
    words = part.rect().adjusted(4, 3, -24, -3)
    assert Picture(part, theme, words).ink("text2") > 0
    assert Picture(part, theme, words).ink("text") > 0
    assert Picture(part, theme, words).contrast() >= 4.5
    without = FilterToken(theme, "Owner is empty", "")
    assert without.sizeHint().width() < FilterToken(theme, "Owner is empty", "x").sizeHint().width()


@pytest.mark.parametrize(
    ("kind", "ink"), [("primary", "on-accent"), ("default", "text"), ("flat", "text2"), ("danger", "danger")]
)
def test_a_button_has_the_ink_of_its_kind(theme: Theme, show: Show, kind: str, ink: str) -> None:
    button = KeyButton(theme, "Snooze", icon="moon", kind=kind)
    show(button)
    icon = QRect((button.width() - button._content()) // 2, 6, 16, 16)
    assert Picture(button, theme, icon).ink(ink) > 3
    assert Picture(button, theme, button.rect().adjusted(4, 4, -4, -4)).contrast() >= 4.5
    button.setEnabled(False)
    assert Picture(button, theme, icon).ink("disabled") > 3


@pytest.mark.parametrize(
    ("kind", "resting", "under_pointer", "down"),
    [
        ("primary", "accent-fill", "accent-fill-hover", "accent-fill-pressed"),
        ("default", "base", "hover", "sunk"),
        ("flat", "base", "hover", "sunk"),
        ("danger", "base", "danger-soft", "danger-soft"),
    ],
)
def test_a_button_shows_pointer_and_press(
    theme: Theme, show: Show, qtbot: QtBot, kind: str, resting: str, under_pointer: str, down: str
) -> None:
    button = KeyButton(theme, "Acknowledge", kind=kind)
    show(button)
    button.clearFocus()
    inner = button.rect().adjusted(4, 4, -4, -4)
    assert kind == "flat" or Picture(button, theme, inner).count(resting) > 300
    qtbot.mouseMove(button.window(), QPoint(600, 200))
    qtbot.mouseMove(button)
    qtbot.waitUntil(button.underMouse)
    assert Picture(button, theme, inner).count(under_pointer) > 300
    assert Picture(button, theme, inner).contrast() >= 4.5
    button.setDown(True)
    assert Picture(button, theme, inner).count(down) > 300
    assert Picture(button, theme, inner).contrast() >= 4.5


@pytest.mark.parametrize("kind", ["primary", "default", "flat", "danger"])
def test_a_button_with_the_keyboard_has_a_ring_of_the_accent(theme: Theme, show: Show, qtbot: QtBot, kind: str) -> None:
    button = KeyButton(theme, "Acknowledge", kind=kind)
    show(button)
    button.window().activateWindow()
    button.setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.waitUntil(button.hasFocus)
    top = QRect(10, 0, button.width() - 20, 2)
    assert Picture(button, theme, top).count("accent") >= 2 * top.width() - 4
    if kind == "primary":
        # Between a fill of nearly the same colour and the ring lies a line of the ground.
        assert Picture(button, theme, QRect(10, 2, button.width() - 20, 1)).count("base") >= top.width() - 4


def test_a_button_names_its_key_and_makes_room_for_it(light: Theme) -> None:
    plain, keyed = KeyButton(light, "Snooze"), KeyButton(light, "Snooze", key="S")
    assert (plain.accessibleName(), keyed.accessibleName()) == ("Snooze", "Snooze (S)")
    marked = KeyButton(light, "Snooze", icon="moon")
    assert plain.sizeHint().width() < marked.sizeHint().width()
    assert plain.sizeHint().width() + 20 < keyed.sizeHint().width() + 4
    assert KeyButton(light, "", icon="moon").sizeHint().width() == 36


def test_an_icon_button_is_named_and_shows_another_icon(theme: Theme, show: Show) -> None:
    button = IconButton(theme, "x", "Remove Tomasz Wilk")
    show(button)
    assert (button.accessibleName(), button.toolTip()) == ("Remove Tomasz Wilk", "Remove Tomasz Wilk")
    assert (button.width(), button.height()) == (28, 28)
    before = button.grab().toImage()
    assert Picture(button, theme).ink("text") > 3
    button.show_icon("plus")
    assert button.grab().toImage() != before
    button.setEnabled(False)
    assert Picture(button, theme).count("text") == 0


@pytest.mark.parametrize("text", ["Rule settings", "R&D"])
def test_a_link_shows_its_words_and_has_a_name(light: Theme, show: Show, qtbot: QtBot, text: str) -> None:
    link = link_button(light, text, "Settings of the rule")
    show(link)
    assert link.text() == text.replace("&", "&&")
    assert link.accessibleName() == "Settings of the rule"
    assert link_button(light, text).accessibleName() == text
    assert link.cursor().shape() == Qt.CursorShape.PointingHandCursor
    with qtbot.waitSignal(link.clicked):
        qtbot.keyClick(link, Qt.Key.Key_Space)


def test_a_link_without_room_is_cut_and_whole_in_its_tooltip(light: Theme, show: Show) -> None:
    link = ElidedLink(light, LONG)
    show(link)
    link.resize(link.sizeHint())
    assert (link.text(), link.toolTip()) == (LONG, "")
    link.resize(120, link.height())
    assert link.text().endswith("…")
    assert link.fontMetrics().horizontalAdvance(link.text()) <= 112
    assert (link.toolTip(), link.accessibleName()) == (LONG, LONG)
    assert link.minimumSizeHint().width() == 40


def test_a_label_without_room_is_cut_and_whole_in_its_tooltip(light: Theme, show: Show) -> None:
    words = ElidedLabel(light, LONG)
    show(words)
    words.resize(100, 20)
    assert words.text().endswith("…")
    assert (words.toolTip(), words.accessibleName()) == (LONG, LONG)
    words.resize(900, 20)
    assert (words.text(), words.toolTip()) == (LONG, "")
    words.show_text("Short")
    assert (words.text(), words.accessibleName()) == ("Short", "Short")


def test_labels_never_take_their_words_for_markup(light: Theme) -> None:
    words = label(light, "<b>Bold</b> & brave", kind="danger")
    assert words.textFormat() == Qt.TextFormat.PlainText
    assert ElidedLabel(light, "<b>x</b>").textFormat() == Qt.TextFormat.PlainText
    assert words.property("kind") == "danger"
    assert not words.wordWrap()
    assert label(light, wrap=True).wordWrap()
    copied = selectable(words)
    assert copied.textInteractionFlags() & Qt.TextInteractionFlag.TextSelectableByMouse
    line = rule()
    assert isinstance(line, QFrame)
    assert (line.height(), line.property("kind")) == (1, "line")


@pytest.mark.parametrize("kind", ["", "secondary", "danger", "warn", "ok"])
def test_words_of_every_kind_can_be_read(theme: Theme, show: Show, kind: str) -> None:
    words = label(theme, "3 changes wait", kind=kind)
    show(words)
    ground = words.parentWidget()
    assert ground is not None
    assert Picture(ground, theme, words.geometry()).contrast() >= 4.5


def nav_line(theme: Theme, show: Show, icon: str = "bell") -> NavLine:
    line = NavLine(theme, "Alert rules", icon)
    show(line)
    line.resize(187, 28)
    return line


def test_a_line_of_places_is_checked_by_a_click(light: Theme, show: Show, qtbot: QtBot) -> None:
    line = nav_line(light, show)
    qtbot.mouseClick(line, LEFT)
    assert line.isChecked()
    assert not nav_line(light, show, icon="").isCheckable()


def test_a_line_of_places_says_what_is_wrong_there(theme: Theme, show: Show) -> None:
    line = nav_line(theme, show)
    end = QRect(line.width() - 28, 4, 20, 20)
    assert Picture(line, theme, end).count("danger") == 0
    line.show_mark("x-square", "2 services have trouble")
    assert line.accessibleName() == "Alert rules, 2 services have trouble"
    assert line.toolTip() == "2 services have trouble"
    assert Picture(line, theme, end).ink("danger") > 5
    line.show_mark("", "")
    assert (line.accessibleName(), line.toolTip()) == ("Alert rules", "")
    assert Picture(line, theme, end).count("danger") == 0


def test_the_line_shown_has_the_ground_of_a_choice(theme: Theme, show: Show) -> None:
    line = nav_line(theme, show)
    inner = line.rect().adjusted(3, 3, -3, -3)
    assert Picture(line, theme, inner).count("win") > 2000
    assert Picture(line, theme, inner).contrast() >= 4.5
    line.setChecked(True)
    assert Picture(line, theme, inner).count("sel") > 2000
    assert Picture(line, theme, QRect(10, 6, 16, 16)).ink("accent") > 3
    assert Picture(line, theme, inner).contrast() >= 4.5
    line.setEnabled(False)
    assert Picture(line, theme, inner).count("text") == 0


@pytest.mark.parametrize("number", [1, 4, 9])
def test_a_stage_is_told_by_number_name_and_colour(theme: Theme, show: Show, number: int) -> None:
    chip = StageChip(theme, number, "Technical Review")
    show(chip)
    assert chip.accessibleName() == f"stage {number}, Technical Review"
    colors = theme.stage(number)
    pixels = Picture(chip, theme).pixels()
    assert pixels[colors.chip.rgb()] > 500
    assert pixels[colors.fill.rgb()] > 100
    assert Picture(chip, theme, chip.rect().adjusted(24, 3, -4, -3)).contrast() >= 4.5
    badge = StageBadge(theme, number)
    show(badge)
    assert badge.accessibleName() == f"stage {number}"
    assert Picture(badge, theme).pixels()[colors.fill.rgb()] > 150


def test_a_long_stage_is_cut_and_whole_in_its_tooltip(light: Theme) -> None:
    chip = StageChip(light, 2, LONG)
    assert chip.sizeHint().width() == 220
    assert chip.toolTip() == LONG
    assert StageChip(light, 2, "Won").sizeHint().width() < 100


@pytest.mark.parametrize("priority", ["Urgent", "High", "Normal"])
def test_a_priority_is_told_by_shape_word_and_colour(theme: Theme, show: Show, priority: str) -> None:
    mark = PriorityMark(theme, priority)
    show(mark)
    assert mark.accessibleName() == priority
    assert Picture(mark, theme, QRect(0, 2, 16, 16)).ink(priority.lower()) > 5
    assert Picture(mark, theme, QRect(20, 0, mark.width() - 20, 20)).contrast() >= 4.5
    assert mark.sizeHint() == PriorityMark(theme, "Urgent").sizeHint()


def test_an_icon_and_a_key_are_painted_in_their_size(theme: Theme, show: Show) -> None:
    icon = IconLabel(theme, "bell", "danger", 20)
    show(icon)
    assert (icon.width(), icon.height()) == (20, 20)
    assert Picture(icon, theme).ink("danger") > 10
    icon.show_icon("x", "ok")
    assert Picture(icon, theme).count("danger") == 0
    assert Picture(icon, theme).ink("ok") > 5
    key, wide = KeyCap(theme, "G"), KeyCap(theme, "Ctrl+Enter")
    show(key)
    assert wide.sizeHint().width() > key.sizeHint().width()
    assert Picture(key, theme).contrast() >= 4.5


def test_a_list_of_choices_has_its_arrow(theme: Theme, show: Show, qtbot: QtBot) -> None:
    combo = Combo(theme)
    combo.addItems(["Follow-up", "Check-in", "Roadmap"])
    show(combo)
    arrow = QRect(combo.width() - 20, (combo.height() - 14) // 2, 14, 14)
    assert Picture(combo, theme, arrow).ink("text2") > 5
    qtbot.keyClick(combo, Qt.Key.Key_Down)
    assert combo.currentText() == "Check-in"
    combo.setEnabled(False)
    assert Picture(combo, theme, arrow).count("text2") == 0
    assert Picture(combo, theme, arrow).ink("disabled") > 5


@pytest.fixture
def area(light: Theme, show: Show) -> QScrollArea:
    """An area of 200 x 100 whose content is 400 high."""
    area = QScrollArea()
    inner = QWidget()
    inner.setFixedSize(150, 400)
    area.setWidget(inner)
    show(area)
    area.resize(200, 100)
    return area


def test_a_floating_bar_lies_over_the_right_edge(area: QScrollArea, qtbot: QtBot) -> None:
    before = area.viewport().width()
    bar = FloatingBar(area)
    qtbot.waitUntil(lambda: area.viewport().width() >= before)
    assert bar.geometry() == QRect(190, 0, 10, 100)
    assert bar.isVisible()
    area.resize(260, 120)
    qtbot.waitUntil(lambda: bar.geometry() == QRect(250, 0, 10, 120))


def test_a_floating_bar_and_its_area_scroll_as_one(area: QScrollArea, qtbot: QtBot) -> None:
    bar = FloatingBar(area)
    inner = area.verticalScrollBar()
    assert (bar.maximum(), bar.pageStep(), bar.singleStep()) == (inner.maximum(), inner.pageStep(), inner.singleStep())
    bar.setValue(120)
    assert inner.value() == 120
    inner.setValue(30)
    assert bar.value() == 30


def test_a_floating_bar_outlasts_what_python_held_of_the_inner_one(area: QScrollArea, qtbot: QtBot) -> None:
    bar = FloatingBar(area)
    invalidate(area.verticalScrollBar())
    area.hide()
    area.show()
    bar.setValue(120)
    assert bar.isVisible()
    assert area.verticalScrollBar().value() == 120


def test_a_floating_bar_goes_where_everything_fits(area: QScrollArea, qtbot: QtBot) -> None:
    bar = FloatingBar(area)
    inner = area.widget()
    assert inner is not None
    inner.setFixedSize(150, 40)
    qtbot.waitUntil(lambda: not bar.isVisible())
    inner.setFixedSize(150, 600)
    qtbot.waitUntil(bar.isVisible)


@pytest.fixture
def due(workspace: Context, light: Theme, show: Show) -> DueField:
    """A field for a date, shown on Tuesday 19 May 2026."""
    field = DueField(workspace, light, "Due")
    show(field)
    return field


@pytest.mark.parametrize(
    ("typed", "understood"), [("fri", "Fri 22 May"), ("fri 14:30", "Fri 22 May, 14:30"), ("3d", "Fri 22 May"), ("soonish", "")]
)
def test_a_date_is_understood_while_it_is_typed(due: DueField, qtbot: QtBot, typed: str, understood: str) -> None:
    dates: list[object] = []
    due.changed.connect(dates.append)
    qtbot.keyClicks(due.field, typed)
    assert due.understood.text() == understood
    assert len(dates) == len(typed)
    assert (dates[-1] is not None) == bool(understood)


def test_a_word_without_its_icon_stands_in_the_middle_of_its_ground(light: Theme, show: Show) -> None:
    tag = IconTag(light, "clock")
    show(tag)
    tag.show_words("15 min")
    tag.resize((tag.minimumSizeHint().width() + tag.sizeHint().width()) // 2, tag.height())
    picture = Picture(tag, light, QRect(0, 6, tag.width(), 12))
    ground = light.color("sunk").rgb()
    inked = [place % picture.width for place, color in enumerate(picture.colors) if color != ground]
    assert abs(min(inked) - (tag.width() - 1 - max(inked))) <= 3


def test_a_field_for_a_date_has_all_the_room_until_one_is_understood(due: DueField, qtbot: QtBot) -> None:
    assert due.field.width() == due.width()
    qtbot.keyClicks(due.field, "fri")
    qtbot.waitUntil(lambda: due.field.width() < due.width())
    due.field.clear()
    qtbot.waitUntil(lambda: due.field.width() == due.width())


def test_the_keys_of_an_editor_have_the_same_room_at_both_ends(light: Theme, show: Show) -> None:
    window = QWidget()
    bar = HintBar(light, window)
    show(bar)
    bar.show_hints([hint("save", Action.EDIT_SAVE), hint("next field", Action.EDIT_NEXT), hint("keep it", Action.EDIT_KEEP)])
    texts = texts_of(bar)
    assert texts[-1].words == "keep it"
    assert 6 <= bar.width() - texts[-1].box.right() <= 14


def test_enter_hands_over_a_date_or_says_what_is_wrong(due: DueField, qtbot: QtBot) -> None:
    qtbot.keyClicks(due.field, "fri")
    with qtbot.waitSignal(due.given) as given:
        qtbot.keyClick(due.field, Qt.Key.Key_Return)
    assert given.args is not None
    assert given.args[0].day.isoformat() == "2026-05-22"
    due.show_text("whenever")
    with qtbot.waitSignal(due.refused) as refused, qtbot.assertNotEmitted(due.given):
        qtbot.keyClick(due.field, Qt.Key.Key_Return)
    assert refused.args is not None
    assert "whenever" in refused.args[0]


def test_typing_replaces_the_date_that_was_proposed(due: DueField, qtbot: QtBot) -> None:
    due.show_text("fri 14:30")
    assert due.understood.text() == "Fri 22 May, 14:30"
    qtbot.keyClicks(due.field, "mon")
    assert due.field.text() == "mon"
    qtbot.keyClick(due.field, Qt.Key.Key_Backspace)
    for _ in range(2):
        qtbot.keyClick(due.field, Qt.Key.Key_Backspace)
    assert due.understood.text() == ""
    due.setFocus()
    assert due.focusProxy() is due.field
    assert (due.field.accessibleName(), due.field.placeholderText()) == ("Due", "fri 14:30, 3d, next month")


def marked(edit: QTextEdit | QPlainTextEdit) -> list[str]:
    """The words that are marked in the first line."""
    block = edit.document().firstBlock()
    formats = block.layout().formats()
    return [block.text()[part.start : part.start + part.length] for part in formats]


def test_tokens_in_a_note_are_marked_while_it_is_typed(workspace: Context, theme: Theme, show: Show, qtbot: QtBot) -> None:
    edit = QPlainTextEdit()
    show(edit)
    document = edit.document()
    assert isinstance(document, QTextDocument)
    marker = TokenMarker(workspace, theme, document)
    qtbot.keyClicks(edit, "Called them, 15m and >fri")
    qtbot.waitUntil(lambda: marked(edit) == ["15m", ">fri"])
    colors = {part.format.background().color().rgb() for part in document.firstBlock().layout().formats()}
    assert colors == {theme.color("accent-soft").rgb()}
    edit.setPlainText("Nothing to mark")
    assert marked(edit) == []
    marker.deleteLater()


def test_everything_to_press_in_the_parts_has_a_name(light: Theme) -> None:
    parts: list[QAbstractButton] = [
        *(
            ViewChip(light, "Late"),
            FilterToken(light, "Owner is", "x"),
            KeyButton(light, "Go"),
            IconButton(light, "x", "Off"),
        ),
        *(link_button(light, "More"), ElidedLink(light, "More")),
    ]
    assert all(part.accessibleName() for part in parts)
