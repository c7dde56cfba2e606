"""The places of the window: each has a tab, made when it is first asked for."""

from collections.abc import Callable
from importlib import import_module

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from journeydesk.services.changes import Change
from journeydesk.services.context import Context
from journeydesk.ui.places import FIRST, TABS
from journeydesk.ui.tabs.tab import Tab
from journeydesk.ui.targets import Target
from journeydesk.ui.theme import Theme


class TabStack(QStackedWidget):
    """`connect_tab` is called once for each tab, when it is made; `place_shown` carries the place gone to."""

    place_shown = Signal(str)

    def __init__(self, context: Context, theme: Theme, connect_tab: Callable[[Tab], None], parent: QWidget) -> None:
        super().__init__(parent)
        self._context = context
        self._theme = theme
        self._connect_tab = connect_tab
        self._tabs: dict[str, Tab] = {}

    @property
    def place(self) -> str:
        """The place shown."""
        return next((name for name, tab in self._tabs.items() if tab is self.currentWidget()), FIRST)

    @property
    def current(self) -> Tab:
        """The tab of the place shown."""
        return self.tab(self.place)

    def is_made(self, place: str) -> bool:
        """Whether a place's tab is there already."""
        return place in self._tabs

    def tab(self, place: str) -> Tab:
        """A place's tab."""
        if place not in self._tabs:
            module, name = TABS[place]
            tab = getattr(import_module(module), name)(self._context, self._theme, self)
            assert isinstance(tab, Tab)
            self._tabs[place] = tab
            self.addWidget(tab)
            self._connect_tab(tab)
        return self._tabs[place]

    def show_place(self, place: str) -> None:
        """Goes to a place."""
        tab = self.tab(place)
        self.setCurrentWidget(tab)
        self.place_shown.emit(place)
        tab.take_focus()

    def show_target(self, target: Target) -> None:
        """Goes to a place and shows there what is asked for."""
        self.show_place(target.place)
        self.tab(target.place).show_target(target)

    def refresh(self, change: Change) -> None:
        """Hands a change to every tab that was made; they decide what it means for them."""
        for tab in self._tabs.values():
            tab.refresh(change)
