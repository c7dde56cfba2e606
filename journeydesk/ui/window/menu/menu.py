"""The menus themselves: below the ≡ of the top bar, on macOS in the menu bar. A part is filled when it is opened."""

import sys
from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint, Qt, Signal
from PySide6.QtWidgets import QMenu, QMenuBar, QWidget

from journeydesk.domain.words import named, tr
from journeydesk.ui.keys.actions import Action
from journeydesk.ui.keys.hints import Hint, hint
from journeydesk.ui.theme import Theme
from journeydesk.ui.widgets.popup_menu import PopupMenu
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
        menu.popup(below.mapToGlobal(QPoint(0, below.height() + 4)))
        return menu

    def make(self, parent: QWidget) -> QMenu:
        """The whole menu."""
        menu = PopupMenu(parent)
        menu.setObjectName("application")
        menu.setAccessibleName(tr("Menu"))
        self._add_parts(menu.addMenu, menu)
        return menu

    def _add_parts(self, add: Callable[[QMenu], object], parent: QWidget | None) -> None:
        for name in NAMES:
            part = PopupMenu(name_here(self._window.place) if name == "Prospect" else named(name), parent)
            part.aboutToShow.connect(partial(self._fill, part, name))
            add(part)

    def _fill(self, part: QMenu, name: str) -> None:
        part.clear()
        if name == "Prospect":
            part.setTitle(name_here(self._window.place))
        fill(part, self._window.theme, entries(self._window, name))


def fill(menu: QMenu, theme: Theme, lines: Entries) -> None:
    """Puts lines into a menu."""
    for line in lines:
        if line is None:
            menu.addSeparator()
            continue
        words = line.words.replace("&", "&&")
        if line.below:
            below = menu.addMenu(words)
            if line.icon:
                below.setIcon(theme.icon(line.icon))
            fill(below, theme, line.below)
            continue
        # The key is only written: it is the window's own shortcut that takes it.
        entry = menu.addAction(f"{words}\t{line.action.label}" if line.action is not None else words)
        if line.ticked is not None:
            entry.setCheckable(True)
            entry.setChecked(line.ticked)
        elif line.icon:
            entry.setIcon(theme.icon(line.icon))
        entry.setEnabled(line.run is not None)
        if line.run is not None:
            entry.triggered.connect(lambda _checked=False, run=line.run: run())
