"""The menus themselves: below the ≡ of the top bar, on macOS in the menu bar. A part is filled when it is opened."""

import sys
from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QMenu, QMenuBar, QWidget

from journeydesk.domain.words import named, tr
from journeydesk.ui.keys.actions import Action
from journeydesk.ui.keys.hints import Hint, hint
from journeydesk.ui.mirror import under
from journeydesk.ui.theme import Theme
from journeydesk.ui.widgets.popovers.action_menu import ActionMenu
from journeydesk.ui.window.menu.entries import NAMES, entries, name_here
from journeydesk.ui.window.menu.entry import Entries

if TYPE_CHECKING:
    from journeydesk.ui.window.host import Host

HINTS: tuple[Hint, ...] = (
    hint(tr("menu"), Action.MENU),
    hint(tr("open"), Action.RIGHT),
    hint(tr("move"), Action.UP, Action.DOWN),
    hint(tr("run"), Action.TAKE),
    hint(tr("close"), Action.CLOSE),
)


class ApplicationMenu(QObject):
    """`opened` and `closed` tell when the menu below the button comes and goes."""

    opened = Signal()
    closed = Signal()

    def __init__(self, window: "Host") -> None:
        super().__init__(window)
        self._window = window
        self.bar: QMenuBar | None = None
        if sys.platform == "darwin":
            # Without a parent it is the menu bar of every window of the program.
            self.bar = QMenuBar()
            self._add_parts(self.bar.addMenu, None)

    def popup(self, below: QWidget) -> QMenu:
        """Shows the menu below a widget."""
        menu = self.make(self._window)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.aboutToHide.connect(self.closed)
        self.opened.emit()
        menu.popup(below.mapToGlobal(under(below.rect(), 0, 5)))
        return menu

    def make(self, parent: QWidget) -> QMenu:
        """The whole menu."""
        menu = _menu(self._window.theme, parent)
        menu.setObjectName("application")
        menu.setAccessibleName(tr("Menu"))
        self._add_parts(menu.addMenu, menu)
        return menu

    def _add_parts(self, add: Callable[[QMenu], object], parent: QWidget | None) -> None:
        for name in NAMES:
            part = _menu(self._window.theme, parent)
            part.setTitle(name_here(self._window.place) if name == "Prospect" else named(name))
            part.aboutToShow.connect(partial(self._fill, part, name))
            add(part)

    def _fill(self, part: ActionMenu, name: str) -> None:
        part.clear()
        if name == "Prospect":
            part.setTitle(name_here(self._window.place))
        fill(part, entries(self._window, name))


def _menu(theme: Theme, parent: QWidget | None) -> ActionMenu:
    menu = ActionMenu(theme, parent)
    menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
    return menu


def fill(menu: ActionMenu, lines: Entries) -> None:
    """Puts lines into a menu."""
    for line in lines:
        if line is None:
            menu.addSeparator()
        elif line.below:
            fill(menu.add_menu(line.words, line.icon), line.below)
        else:
            # The key is only written: it is the window's own shortcut that takes it.
            keys = line.action.label if line.action is not None else ""
            icon = line.icon if line.ticked is None else ""
            menu.add(line.words, line.run or _nothing, icon=icon, keys=keys, enabled=line.run is not None, checked=line.ticked)


def _nothing() -> None:
    """What a line does that cannot be chosen now."""
