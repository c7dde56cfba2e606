"""The menu of a line of a list, opened as a hand does."""

from PySide6.QtCore import QModelIndex, QPoint
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtWidgets import QAbstractItemView, QApplication
from pytestqt.qtbot import QtBot

from journeydesk.ui.widgets.popovers.action_menu import ActionMenu


def line_menu(view: QAbstractItemView, index: QModelIndex, qtbot: QtBot) -> ActionMenu:
    """By the right mouse button on the line."""
    where = view.visualRect(index).center()
    at = view.viewport().mapToGlobal(where)
    QApplication.sendEvent(view.viewport(), QContextMenuEvent(QContextMenuEvent.Reason.Mouse, where, at))
    qtbot.waitUntil(lambda: isinstance(QApplication.activePopupWidget(), ActionMenu))
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, ActionMenu)
    return menu


def line_menu_by_key(view: QAbstractItemView, qtbot: QtBot) -> ActionMenu:
    """By the menu key, on the current line."""
    QApplication.sendEvent(view, QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, QPoint(), QPoint()))
    qtbot.waitUntil(lambda: isinstance(QApplication.activePopupWidget(), ActionMenu))
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, ActionMenu)
    return menu


def entries(menu: ActionMenu) -> list[str]:
    """What it offers below its title, without the keys."""
    return [entry.text().partition("\t")[0] for entry in menu.actions()[1:] if not entry.isSeparator()]


def take(menu: ActionMenu, words: str) -> None:
    """Chooses an entry."""
    next(entry for entry in menu.actions() if entry.text().partition("\t")[0] == words).trigger()
    menu.close()
