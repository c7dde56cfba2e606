"""The menu of a line: what its list does at keys, to be found by who does not know them."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtWidgets import QAbstractItemView

from journeydesk.ui.keys.actions import Action
from journeydesk.ui.keys.pictures import PICTURES
from journeydesk.ui.keys.pressing import press_for
from journeydesk.ui.theme import Theme
from journeydesk.ui.widgets.popovers.action_menu import ActionMenu

_DELETING = frozenset({Action.LINE_DELETE, Action.CHANGE_DROP})
Offered = Sequence[Action | None]
"""Actions in order; None is a line between two groups."""


def line_at(view: QAbstractItemView, event: QContextMenuEvent) -> QPoint | None:
    """Where the menu of a line opens, on the screen: at the pointer, on a line that is then the current one, or below the current line
    where a key asks for it. None where there is no line."""
    if event.reason() == QContextMenuEvent.Reason.Mouse:
        index = view.indexAt(event.pos())
        if not index.isValid() or not index.flags() & Qt.ItemFlag.ItemIsSelectable:
            return None
        if not view.selectionModel().isSelected(index):
            view.setCurrentIndex(index)
        view.setFocus(Qt.FocusReason.MouseFocusReason)
        return event.globalPos()
    current = view.currentIndex()
    if not current.isValid():
        return None
    return view.viewport().mapToGlobal(view.visualRect(current).bottomLeft() + QPoint(8, -4))


def open_key_menu(theme: Theme, view: QAbstractItemView, where: QPoint, title: str, offered: Offered) -> ActionMenu:
    """Opens it; what is chosen is pressed where the list is, so that it does the same."""
    menu = ActionMenu(theme, view, title)
    for action in offered:
        if action is None:
            menu.addSeparator()
            continue
        icon, danger = PICTURES.get(action, ""), action in _DELETING
        menu.add(action.words, partial(press_for, view, action), icon=icon, keys=action.label, danger=danger)
    menu.popup(where)
    return menu
