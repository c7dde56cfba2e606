"""When the application menu opens: at a press on the ≡, at its key, at Alt pressed and let go alone."""

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QEvent, QObject
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractButton, QMenu

from journeydesk.ui.keys.keyboard import is_menu_key

if TYPE_CHECKING:
    from journeydesk.ui.window.host import Host
    from journeydesk.ui.window.menu.menu import ApplicationMenu

_OTHER = frozenset({QEvent.Type.KeyPress, QEvent.Type.ShortcutOverride, QEvent.Type.MouseButtonPress, QEvent.Type.Wheel})


class MenuOpening(QObject):
    """The menu is made when it is first opened."""

    def __init__(self, window: "Host", button: QAbstractButton) -> None:
        super().__init__(window)
        self._window = window
        self._button = button
        self._menu: ApplicationMenu | None = None
        button.clicked.connect(self.open)

    @property
    def menu(self) -> "ApplicationMenu":
        """The menu."""
        if self._menu is None:
            from journeydesk.ui.window.menu.menu import HINTS, ApplicationMenu

            self._menu = ApplicationMenu(self._window)
            self._menu.opened.connect(lambda: self._window.status.show_hints(HINTS))
            self._menu.closed.connect(self._window.show_hints)
            self._menu.opened.connect(partial(self._button.setDown, True))
            self._menu.closed.connect(partial(self._button.setDown, False))
        return self._menu

    def open(self) -> QMenu:
        """Shows it below its button."""
        return self.menu.popup(self._button)

    def heard(self, event: QKeyEvent) -> bool:
        """Takes a press of Alt that no part of the window wanted: let go with nothing between, it opens the menu."""
        if not is_menu_key(event) or event.isAutoRepeat():
            return False
        application = QCoreApplication.instance()
        if application is not None:
            application.installEventFilter(self)
        return True

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        # Listens only while Alt is held.
        let_go = event.type() == QEvent.Type.KeyRelease
        if isinstance(event, QKeyEvent) and is_menu_key(event) and not let_go:
            return False
        if let_go or event.type() in _OTHER or event.type() == QEvent.Type.WindowDeactivate:
            application = QCoreApplication.instance()
            if application is not None:
                application.removeEventFilter(self)
            if isinstance(event, QKeyEvent) and let_go and is_menu_key(event) and not event.isAutoRepeat():
                self.open()
        return False
