"""Undo right after a field was saved: the keyboard is still in it, and what is taken back is the change."""

from PySide6.QtCore import Qt

from tests.ui.settings.conftest import Desk
from tests.ui.settings.test_pages import shown

CONTROL = Qt.KeyboardModifier.ControlModifier


def test_undo_in_a_field_just_saved_takes_the_change_back(desk: Desk) -> None:
    desk.tab.window().activateWindow()
    desk.until(desk.tab.window().isActiveWindow)
    field = shown(desk, "Money").field_of("payments.grace_days").edit
    desk.type_in(field, "21")
    desk.settle()
    desk.until(lambda: desk.context.settings.payments.grace_days == 21)
    assert field.hasFocus()
    desk.bot.keyClick(field, Qt.Key.Key_Z, CONTROL)
    desk.until(lambda: desk.context.settings.payments.grace_days == 14)
    desk.until(lambda: field.text() == "14")


def test_undo_while_typing_takes_letters_back_and_saves_nothing(desk: Desk) -> None:
    desk.tab.window().activateWindow()
    desk.until(desk.tab.window().isActiveWindow)
    field = shown(desk, "Money").field_of("payments.grace_days").edit
    desk.fill(field, "2")
    desk.bot.keyClick(field, Qt.Key.Key_Z, CONTROL)
    desk.settle()
    assert desk.context.settings.payments.grace_days == 14
    assert field.text() != "2"
