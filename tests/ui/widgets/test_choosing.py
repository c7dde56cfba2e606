"""Widgets that choose: segments, chips, a menu, a switch, a check box, a stepper; by mouse and by key, named for a screen reader."""

from itertools import pairwise

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QFontMetrics, QHelpEvent
from PySide6.QtWidgets import QAbstractButton, QApplication, QMenu, QToolTip
from pytestqt.qtbot import QtBot

from journeydesk.ui.theme import Theme
from journeydesk.ui.widgets.choosing.choice_button import ChoiceButton
from journeydesk.ui.widgets.choosing.choice_list import Choice, ChoiceList
from journeydesk.ui.widgets.choosing.choice_row import ChoiceRow
from journeydesk.ui.widgets.choosing.combo import Combo
from journeydesk.ui.widgets.choosing.segments import Segments, segment_rect
from journeydesk.ui.widgets.stepper_button import StepperButton
from journeydesk.ui.widgets.switch import CheckBox, Switch
from tests.ui.recorded_text import texts_of
from tests.ui.widgets.conftest import Picture, Show

LEFT = Qt.MouseButton.LeftButton
OUTCOMES = (("Reached", "Reached"), ("No answer", "No answer"), ("Voicemail", "Voicemail"))


def segments(theme: Theme, show: Show, marks: bool = False) -> Segments:
    icons = (("phone", "1"), ("mail", "2"), ("pencil", "3")) if marks else ()
    row = Segments(theme, "Kind", ("Call", "E-mail", "Note"), marks=icons)
    show(row)
    return row


def chosen_by(widget: Segments | ChoiceButton | ChoiceRow) -> list[object]:
    """Everything that the widget emits from now on."""
    emitted: list[object] = []
    widget.chosen.connect(emitted.append)
    return emitted


def test_a_click_chooses_a_segment_and_tells(light: Theme, show: Show, qtbot: QtBot) -> None:
    row = segments(light, show)
    emitted = chosen_by(row)
    qtbot.mouseClick(row, LEFT, pos=segment_rect(row, "E-mail").center())
    target = row.childAt(segment_rect(row, "E-mail").center())
    assert target is not None
    qtbot.mouseClick(target, LEFT)
    assert row.choice == "E-mail"
    assert emitted == ["E-mail"]


def test_choosing_by_code_tells_nobody(light: Theme, show: Show) -> None:
    row = segments(light, show)
    emitted = chosen_by(row)
    assert row.choice == ""
    row.choose("Note")
    assert row.choice == "Note"
    row.choose("Fax")
    assert row.choice == "Note"
    assert emitted == []


def test_arrows_choose_the_neighbouring_segment(light: Theme, show: Show, qtbot: QtBot) -> None:
    row = segments(light, show)
    row.choose("Call")
    emitted = chosen_by(row)
    for key in (Qt.Key.Key_Right, Qt.Key.Key_Right, Qt.Key.Key_Right, Qt.Key.Key_Left):
        qtbot.keyClick(row, key)
    assert emitted == ["E-mail", "Note", "E-mail"]
    assert row.choice == "E-mail"


def test_an_arrow_at_the_end_of_the_segments_stays(light: Theme, show: Show, qtbot: QtBot) -> None:
    row = segments(light, show)
    row.choose("Call")
    emitted = chosen_by(row)
    qtbot.keyClick(row, Qt.Key.Key_Left)
    assert row.choice == "Call"
    assert emitted == []


def test_each_segment_is_named_and_says_what_it_chooses(light: Theme, show: Show) -> None:
    row = segments(light, show)
    assert row.accessibleName() == "Kind"
    buttons = row.findChildren(QAbstractButton)
    assert [button.accessibleName() for button in buttons] == ["Call", "E-mail", "Note"]
    assert {button.accessibleDescription() for button in buttons} == {"Kind"}
    assert all(button.isCheckable() for button in buttons)


def test_the_chosen_segment_alone_has_the_soft_ground(theme: Theme, show: Show) -> None:
    row = segments(theme, show)
    row.choose("E-mail")
    soft = Picture(row, theme).box("accent-soft")
    assert segment_rect(row, "E-mail").adjusted(-1, -1, 1, 1).contains(soft)
    assert soft.width() > segment_rect(row, "E-mail").width() - 4
    for name in ("Call", "Note"):
        assert Picture(row, theme, segment_rect(row, name).adjusted(3, 3, -3, -3)).count("base") > 100


def test_segments_are_as_wide_chosen_as_not(light: Theme, show: Show) -> None:
    row = segments(light, show)
    before = row.sizeHint()
    row.choose("E-mail")
    assert row.sizeHint() == before
    assert segment_rect(row, "Call").right() + 1 == segment_rect(row, "E-mail").left()
    assert segment_rect(row, "Fax").isNull()


def test_segments_can_be_read_in_both_looks(theme: Theme, show: Show) -> None:
    row = segments(theme, show)
    row.choose("Call")
    for name in ("Call", "Note"):
        assert Picture(row, theme, segment_rect(row, name).adjusted(4, 4, -4, -4)).contrast() >= 4.5


def test_the_keyboard_ring_shows_on_a_segment(theme: Theme, show: Show, qtbot: QtBot) -> None:
    row = segments(theme, show)
    row.choose("Call")
    button = row.findChildren(QAbstractButton)[0]
    assert Picture(button, theme).count("accent") < 20
    row.activateWindow()
    button.setFocus()
    qtbot.waitUntil(button.hasFocus)
    assert Picture(button, theme).count("accent") > 60


def test_marked_segments_take_icon_and_key_into_their_width(light: Theme, show: Show) -> None:
    plain, marked = segments(light, show), segments(light, show, marks=True)
    assert marked.sizeHint().width() > plain.sizeHint().width() + 3 * 22
    button = marked.findChildren(QAbstractButton)[0]
    assert button.minimumSizeHint().width() < button.sizeHint().width()
    full = Picture(button, light).count("text2")
    button.resize(button.minimumSizeHint())
    assert Picture(button, light).count("text2") < full


def row_of(theme: Theme, show: Show, *, numbered: bool = False, optional: bool = True) -> ChoiceRow:
    row = ChoiceRow(theme, "Outcome", numbered=numbered, optional=optional)
    row.offer(OUTCOMES)
    show(row)
    row.resize(row.sizeHint())
    return row


def test_a_press_on_a_chip_chooses_it_and_again_lets_it_go(light: Theme, show: Show, qtbot: QtBot) -> None:
    row = row_of(light, show)
    emitted = chosen_by(row)
    place = row.rects()[1].center()
    qtbot.mouseClick(row, LEFT, pos=place)
    assert (row.value, row.accessibleName()) == ("No answer", "Outcome: No answer")
    qtbot.mouseClick(row, LEFT, pos=place)
    assert (row.value, row.accessibleName()) == (None, "Outcome: nothing chosen")
    assert emitted == ["No answer", None]


def test_a_chip_that_must_be_chosen_stays_so(light: Theme, show: Show, qtbot: QtBot) -> None:
    row = row_of(light, show, optional=False)
    for _ in range(2):
        qtbot.mouseClick(row, LEFT, pos=row.rects()[2].center())
        assert row.value == "Voicemail"


def test_a_press_beside_the_chips_chooses_nothing(light: Theme, show: Show, qtbot: QtBot) -> None:
    row = row_of(light, show)
    row.resize(row.width() + 100, row.height())
    emitted = chosen_by(row)
    qtbot.mouseClick(row, LEFT, pos=QPoint(row.width() - 20, 10))
    assert emitted == []


def test_left_and_right_walk_the_chips_and_stop(light: Theme, show: Show, qtbot: QtBot) -> None:
    row = row_of(light, show)
    emitted = chosen_by(row)
    for key in (*(Qt.Key.Key_Right,) * 4, Qt.Key.Key_Left):
        qtbot.keyClick(row, key)
    assert emitted == ["Reached", "No answer", "Voicemail", "No answer"]


def test_space_chooses_the_first_chip_and_lets_go(light: Theme, show: Show, qtbot: QtBot) -> None:
    row = row_of(light, show)
    qtbot.keyClick(row, Qt.Key.Key_Space)
    assert row.value == "Reached"
    qtbot.keyClick(row, Qt.Key.Key_Space)
    assert row.value is None


@pytest.mark.parametrize(
    ("key", "value"),
    [(Qt.Key.Key_1, "Reached"), (Qt.Key.Key_3, "Voicemail"), (Qt.Key.Key_4, None), (Qt.Key.Key_0, None)],
)
def test_a_digit_chooses_a_numbered_chip(light: Theme, show: Show, qtbot: QtBot, key: Qt.Key, value: object) -> None:
    row = row_of(light, show, numbered=True)
    qtbot.keyClick(row, key)
    assert row.value == value


def test_a_digit_is_no_choice_where_no_digits_are_shown(light: Theme, show: Show, qtbot: QtBot) -> None:
    row = row_of(light, show)
    qtbot.keyClick(row, Qt.Key.Key_1)
    assert row.value is None
    numbered = row_of(light, show, numbered=True)
    qtbot.keyClick(numbered, Qt.Key.Key_1, Qt.KeyboardModifier.ControlModifier)
    assert numbered.value is None
    assert numbered.sizeHint().width() > row.sizeHint().width()


def test_a_value_that_is_not_offered_chooses_nothing(light: Theme, show: Show) -> None:
    row = row_of(light, show)
    emitted = chosen_by(row)
    row.choose("Voicemail")
    assert row.accessibleName() == "Outcome: Voicemail"
    row.choose("Fax")
    assert row.value is None
    assert not row.pick(7)
    assert emitted == []


def test_chips_that_do_not_fit_go_below(light: Theme, show: Show) -> None:
    row = row_of(light, show)
    assert {rect.top() for rect in row.rects()} == {0}
    assert row.heightForWidth(row.sizeHint().width()) == 28
    narrow = row.minimumSizeHint().width()
    assert [rect.top() for rect in row.rects(narrow)] == [0, 33, 66]
    assert [rect.left() for rect in row.rects(narrow)] == [0, 0, 0]
    assert row.heightForWidth(narrow) == 94
    two = row.rects()[1].right() + 1
    assert [rect.top() for rect in row.rects(two)] == [0, 0, 33]
    assert row.hasHeightForWidth()


def test_chips_stand_five_pixels_apart(light: Theme, show: Show) -> None:
    rects = row_of(light, show).rects()
    assert [after.left() - before.right() - 1 for before, after in pairwise(rects)] == [5, 5]


def test_the_chosen_chip_is_painted_soft_and_legible(theme: Theme, show: Show) -> None:
    row = row_of(theme, show)
    row.choose("No answer")
    rects = [rect.adjusted(3, 3, -3, -3) for rect in row.rects()]
    soft = [Picture(row, theme, rect).count("accent-soft") for rect in rects]
    assert soft[1] > 200
    assert soft[0] == soft[2] == 0
    assert min(Picture(row, theme, rect).contrast() for rect in rects) >= 4.5


def test_the_ring_stands_around_the_chip_the_keys_act_on(theme: Theme, show: Show, qtbot: QtBot) -> None:
    row = row_of(theme, show)
    row.activateWindow()
    row.setFocus()
    qtbot.waitUntil(row.hasFocus)
    assert row.rects()[0].contains(Picture(row, theme).box("accent"))
    row.choose("Voicemail")
    assert row.rects()[2].contains(Picture(row, theme).box("accent"))


def choice_button(theme: Theme, show: Show) -> ChoiceButton:
    button = ChoiceButton(theme, "Owner", "Owner: ")
    button.offer([("everyone", None), ("R&D", "R&D"), ("nobody", "")], None)
    show(button)
    return button


def test_a_choice_out_of_the_menu_is_shown_and_told(light: Theme, show: Show) -> None:
    button = choice_button(light, show)
    emitted = chosen_by(button)
    menu = button.menu()
    assert [action.text() for action in menu.actions()] == ["everyone", "R&&D", "nobody"]
    assert [action.isChecked() for action in menu.actions()] == [True, False, False]
    menu.actions()[1].trigger()
    assert (button.value, button.accessibleName()) == ("R&D", "Owner: R&D")
    assert emitted == ["R&D"]
    assert [action.isChecked() for action in button.menu().actions()] == [False, True, False]


def test_the_same_choice_again_tells_nobody(light: Theme, show: Show) -> None:
    button = choice_button(light, show)
    emitted = chosen_by(button)
    button.menu().actions()[0].trigger()
    button.choose("")
    assert emitted == []
    assert button.accessibleName() == "Owner: nobody"


@pytest.mark.qt_log_ignore("This plugin does not support")
@pytest.mark.parametrize("opening", ["click", "space"])
def test_the_menu_opens_below_the_button(light: Theme, show: Show, qtbot: QtBot, opening: str) -> None:
    button = choice_button(light, show)
    if opening == "click":
        qtbot.mouseClick(button, LEFT)
    else:
        qtbot.keyClick(button, Qt.Key.Key_Space)
    menu = next(menu for menu in button.findChildren(QMenu) if menu.isVisible())
    assert menu.y() >= button.mapToGlobal(QPoint(0, button.height())).y()
    assert menu.width() >= button.width()
    qtbot.keyClick(menu, Qt.Key.Key_Escape)
    assert not menu.isVisible()


def test_a_choice_button_is_as_wide_as_its_words(light: Theme, show: Show) -> None:
    button = choice_button(light, show)
    short = button.sizeHint().width()
    button.offer([("somebody with a rather long name", 1)], 1)
    assert button.sizeHint().width() > short
    assert ChoiceButton(light, "Owner", width=120).sizeHint().width() == 120
    button.offer([("x" * 200, 1)], 1)
    assert button.sizeHint().width() == 240 + 42


def test_a_choice_button_shows_its_words_and_its_ring(theme: Theme, show: Show, qtbot: QtBot) -> None:
    button = choice_button(theme, show)
    assert Picture(button, theme, button.rect().adjusted(3, 3, -30, -3)).contrast() >= 4.5
    before = Picture(button, theme).count("accent")
    button.activateWindow()
    button.setFocus()
    qtbot.waitUntil(button.hasFocus)
    assert Picture(button, theme).count("accent") > before + 100
    button.setEnabled(False)
    assert Picture(button, theme, button.rect().adjusted(3, 3, -30, -3)).count("text") == 0


@pytest.mark.parametrize("toggle", ["click", "space"])
def test_a_switch_goes_on_and_off(light: Theme, show: Show, qtbot: QtBot, toggle: str) -> None:
    switch = Switch(light, "Lanes")
    show(switch)
    assert (switch.accessibleName(), switch.isChecked()) == ("Lanes", False)
    for state in (True, False):
        with qtbot.waitSignal(switch.toggled) as told:
            if toggle == "click":
                qtbot.mouseClick(switch, LEFT)
            else:
                qtbot.keyClick(switch, Qt.Key.Key_Space)
        assert told.args == [state]


def test_the_knob_of_a_switch_lies_right_while_on(theme: Theme, show: Show) -> None:
    switch = Switch(theme, "Lanes")
    show(switch)
    middle = switch.width() // 2
    assert Picture(switch, theme).count("accent-fill") == 0
    left = Picture(switch, theme, switch.rect().adjusted(5, 7, -middle, -7)).count("ctl")
    right = Picture(switch, theme, switch.rect().adjusted(middle, 7, -5, -7)).count("ctl")
    assert left > 20
    assert left > 3 * right
    switch.setChecked(True)
    knob = Picture(switch, theme).box("on-accent")
    assert knob.left() > middle
    assert 8 <= knob.width() <= 10
    assert Picture(switch, theme).count("accent-fill") > 150


def test_a_switch_shows_the_keyboard(theme: Theme, show: Show, qtbot: QtBot) -> None:
    switch = Switch(theme, "Lanes")
    show(switch)
    before = Picture(switch, theme).count("accent")
    switch.activateWindow()
    switch.setFocus()
    qtbot.waitUntil(switch.hasFocus)
    assert Picture(switch, theme).count("accent") > before + 30
    assert switch.sizeHint().height() >= 24


@pytest.mark.parametrize("toggle", ["box", "words", "space"])
def test_a_check_box_goes_on_and_off(light: Theme, show: Show, qtbot: QtBot, toggle: str) -> None:
    box = CheckBox(light, "Problems first")
    show(box)
    for state in (True, False):
        with qtbot.waitSignal(box.toggled) as told:
            if toggle == "space":
                qtbot.keyClick(box, Qt.Key.Key_Space)
            else:
                qtbot.mouseClick(box, LEFT, pos=QPoint(8 if toggle == "box" else box.width() - 4, box.height() // 2))
        assert told.args == [state]


def test_a_check_box_is_painted_in_the_themes_colours(theme: Theme, show: Show) -> None:
    box = CheckBox(theme, "Problems first")
    show(box)
    words = box.rect().adjusted(20, 0, 0, 0)
    assert Picture(box, theme, words).contrast() >= 4.5
    assert Picture(box, theme).count("accent-fill") == 0
    empty = Picture(box, theme, QRect(0, 0, 18, box.height())).contrast()
    assert empty >= 3
    box.setChecked(True)
    assert Picture(box, theme).count("accent-fill") > 80


def test_a_check_box_shows_the_keyboard(theme: Theme, show: Show, qtbot: QtBot) -> None:
    box = CheckBox(theme, "Problems first")
    show(box)
    before = Picture(box, theme).count("accent")
    box.activateWindow()
    box.setFocus()
    qtbot.waitUntil(box.hasFocus)
    assert Picture(box, theme).count("accent") > before + 30
    assert box.sizeHint().height() >= 24


def test_the_arrows_of_a_stepper_step_back_and_on(light: Theme, show: Show, qtbot: QtBot) -> None:
    stepper = StepperButton(light, "The week before", "The week after")
    stepper.show_text("Week 21, 2026")
    show(stepper)
    steps: list[int] = []
    stepper.stepped.connect(steps.append)
    qtbot.mouseClick(stepper.back, LEFT)
    qtbot.keyClick(stepper.forward, Qt.Key.Key_Space)
    assert steps == [-1, 1]
    assert stepper.accessibleName() == stepper.text == "Week 21, 2026"
    assert (stepper.back.accessibleName(), stepper.forward.accessibleName()) == ("The week before", "The week after")
    assert (stepper.back.toolTip(), stepper.forward.toolTip()) == ("The week before", "The week after")
    stepper.forward.setEnabled(False)
    qtbot.mouseClick(stepper.forward, LEFT)
    assert steps == [-1, 1]


def test_a_stepper_keeps_its_room_and_grows_with_its_words(light: Theme, show: Show) -> None:
    stepper = StepperButton(light, "Back", "On", 200)
    show(stepper)
    stepper.show_text("May")
    assert stepper.sizeHint().width() == 200
    stepper.show_text("A period that lasts from one day to another day")
    assert stepper.sizeHint().width() > 200
    stepper.resize(stepper.sizeHint())
    assert stepper.back.geometry().left() == 0
    assert stepper.forward.geometry().right() == stepper.width() - 1


def test_a_stepper_paints_its_words_between_the_arrows(theme: Theme, show: Show) -> None:
    stepper = StepperButton(theme, "Back", "On", 160)
    stepper.show_text("May 2026")
    show(stepper)
    between = stepper.rect().adjusted(31, 3, -31, -3)
    assert Picture(stepper, theme, between).contrast() >= 4.5
    stepper.show_text("")
    assert Picture(stepper, theme, between).contrast() == 1
    assert Picture(stepper.back, theme).count("text") > 0
    stepper.back.setEnabled(False)
    assert Picture(stepper.back, theme).count("text") == 0


def test_a_chip_is_as_wide_as_its_bold_words_and_its_pad(theme: Theme, show: Show) -> None:
    row = ChoiceRow(theme, "Outcome")
    row.offer(OUTCOMES)
    show(row)
    bold = QFontMetrics(theme.font(0, 600))
    assert [rect.width() for rect in row.rects()] == [bold.horizontalAdvance(words) + 14 for words, _ in OUTCOMES]
    assert row.sizePolicy().hasHeightForWidth()
    first = row.rects()[0]
    assert Picture(row, theme, QRect(2, 4, 4, 20)).contrast() == 1
    assert Picture(row, theme, QRect(first.right() - 5, 4, 4, 20)).contrast() == 1
    assert Picture(row, theme, first.adjusted(7, 4, -7, -4)).contrast() >= 4.5


@pytest.mark.qt_log_ignore("This plugin does not support")
def test_a_long_choice_ends_in_an_ellipsis_and_is_whole_in_its_tip(light: Theme, show: Show, qtbot: QtBot) -> None:
    box = Combo(light)
    box.addItems(["In all of them", "Only where late or empty"])
    box.setCurrentIndex(1)
    box.setFixedWidth(120)
    show(box)
    (words,) = [text.words for text in texts_of(box)]
    assert words.startswith("Only wh")
    assert words.endswith("…")
    middle = box.rect().center()
    QApplication.sendEvent(box, QHelpEvent(QHelpEvent.Type.ToolTip, middle, box.mapToGlobal(middle)))
    qtbot.waitUntil(lambda: QToolTip.text() == "Only where late or empty")
    box.hold(120)
    assert [text.words for text in texts_of(box)] == ["Only where late or empty"]


def test_a_choice_says_all_of_its_state_where_there_is_room(light: Theme, show: Show) -> None:
    name, state = "Reminder of unpaid invoices", "Stopped by an error"
    chooser = ChoiceList(light, "Scenarios")
    show(chooser)
    chooser.offer([Choice("1", name, sample=state, icon="x-square")], None)
    wide = QFontMetrics(light.font()).horizontalAdvance(name) + QFontMetrics(light.font(-1)).horizontalAdvance(state)
    chooser.resize(wide + 60, 200)
    assert [text.words for text in texts_of(chooser.list.viewport())] == [name, state]
