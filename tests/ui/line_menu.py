"""The menu of a line of a list, opened as a hand does."""

from PySide6.QtCore import QModelIndex
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
