"""The menu, the list of keys and the guide as pictures; what a picture changes of the keys is taken back."""

from collections.abc import Callable, Iterator

from PySide6.QtWidgets import QMenu

from journeydesk.ui.dialogs.shortcut_list import ShortcutList
from journeydesk.ui.keys.actions import Action
from journeydesk.ui.keys.keyboard import KEYBOARD
from journeydesk.ui.main_window import MainWindow


def keys(window: MainWindow, settle: Callable[[], None]) -> Iterator[str]:
    """The list of keys with one of them being changed."""
    KEYBOARD.change(Action.FOLLOW_UP, "Y")
    window.show_shortcuts()
    sheet = window.findChildren(ShortcutList)[-1]
    settle()
    sheet.board.ask(sheet.board.row_of(Action.CALL_SESSION))
    assert sheet.board.capture is not None
    sheet.board.capture.press("R")
    settle()
    yield "dialog-shortcuts"
    sheet.done()
    KEYBOARD.reset()


def menu(window: MainWindow, settle: Callable[[], None]) -> Iterator[QMenu]:
    """The menu with its first part open; closed when the picture is taken."""
    shown = window.menu.open()
    settle()
    first = shown.actions()[0]
    shown.setActiveAction(first)
    settle()
    yield shown
    shown.close()
