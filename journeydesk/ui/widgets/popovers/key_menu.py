"""The menu of a line: what its list does at keys, to be found by who does not know them."""

from collections.abc import Callable, Mapping, Sequence
from functools import partial

from PySide6.QtCore import QPoint, Qt, SignalInstance
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtWidgets import QAbstractItemView

from journeydesk.ui.keys.actions import Action
from journeydesk.ui.keys.pictures import PICTURES
from journeydesk.ui.keys.pressing import press_for
from journeydesk.ui.mirror import under
from journeydesk.ui.theme import Theme
from journeydesk.ui.widgets.popovers.action_menu import ActionMenu

_DELETING = frozenset({Action.LINE_DELETE, Action.CHANGE_DROP, Action.MESSAGE_REJECT})
Offered = Action | tuple[Action, str] | None
"""An action, with the words of the place where its own say less; None is a line between two groups."""


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
    return view.viewport().mapToGlobal(under(view.visualRect(current), 8, -4))


def moves_of(view: QAbstractItemView) -> tuple[SignalInstance, ...]:
    """What tells that another line of a list may be current, or others selected."""
    model, selection = view.model(), view.selectionModel()
    return model.modelReset, model.rowsRemoved, selection.currentChanged, selection.selectionChanged


def open_key_menu(
    theme: Theme,
    view: QAbstractItemView,
    where: QPoint,
    title: str,
    offered: Sequence[Offered],
    about: Callable[[], object],
    icons: Mapping[Action, str] = PICTURES,
) -> ActionMenu:
    """Opens it; what is chosen is pressed where the list is, so that it does the same, and only while the list is `about` the same."""
    menu = ActionMenu(theme, view, title)
    for line in offered:
        if line is None:
            menu.addSeparator()
            continue
        action, words = line if isinstance(line, tuple) else (line, line.words)
        icon, danger = icons.get(action) or PICTURES.get(action, ""), action in _DELETING
        menu.add(words, partial(press_for, view, action), icon=icon, keys=action.label, danger=danger)
    menu.stay_with(about, *moves_of(view))
    menu.popup(where)
    return menu
