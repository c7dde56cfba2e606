"""Where notifications go: the desktop's service where it answers, else the tray, else nowhere."""

import sys
from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QIcon

from journeydesk.domain.words import tr
from journeydesk.ui.notifications.notifier import Notifier, Toast
from journeydesk.ui.notifications.tray import TrayNotifier, has_tray
from journeydesk.ui.work import Background

if TYPE_CHECKING:
    from jeepney.io.blocking import DBusConnection

    from journeydesk.ui.notifications.desktop import DesktopNotifier


class Outlet(Notifier):
    """Connects with the first toast, and again with a later one where the bus went. What the service does not take goes to the
    tray; with neither, nothing is shown and nothing breaks."""

    settled = Signal()
    """Whether there is a service is known."""

    def __init__(self, work: Background, icon: QIcon, parent: QObject, tray: Callable[[], bool] = has_tray) -> None:
        super().__init__(parent)
        self._work = work
        self._icon = icon
        self._has_tray = tray
        self._desktop: DesktopNotifier | None = None
        self._tray: TrayNotifier | None = None
        self._waiting: list[Toast] = []
        self._in_tray: set[int] = set()

    def show_toast(self, toast: Toast) -> None:
        """Shows it where it can be shown."""
        if self._desktop is not None:
            self._desktop.show_toast(toast)
        elif sys.platform == "linux":
            self._waiting.append(toast)
            self._connect()
        else:
            self._fall_back(toast)

    def _connect(self) -> None:
        from journeydesk.ui.notifications.session_bus import connect

        if not self._work.busy("session bus"):
            self._work.run(tr("session bus"), partial(_try, connect), self._connected, lambda _: self._connected(None))

    def _connected(self, connection: "DBusConnection | None") -> None:
        if connection is not None:
            from journeydesk.ui.notifications.desktop import DesktopNotifier
            from journeydesk.ui.notifications.session_bus import SessionBus

            bus = SessionBus(connection, self)
            self._desktop = DesktopNotifier(bus, self)
            self._desktop.invoked.connect(self.invoked)
            self._desktop.failed.connect(self._fall_back)
            bus.lost.connect(self._lost)
        waiting, self._waiting = self._waiting, []
        for toast in waiting:
            if self._desktop is not None:
                self._desktop.show_toast(toast)
            else:
                self._fall_back(toast)
        self.settled.emit()

    def _lost(self) -> None:
        if self._desktop is not None:
            self._desktop.deleteLater()
            self._desktop = None

    def _fall_back(self, toast: Toast) -> None:
        if not self._has_tray():
            self.failed.emit(toast)
            return
        if self._tray is None:
            self._tray = TrayNotifier(self._icon, self)
            self._tray.invoked.connect(self.invoked)
        self._in_tray.add(toast.number)
        self._tray.show_toast(toast)

    def withdraw(self, number: int) -> None:
        """Takes it off the screen, wherever it is."""
        self._waiting = [toast for toast in self._waiting if toast.number != number]
        if number in self._in_tray and self._tray is not None:
            self._in_tray.discard(number)
            self._tray.withdraw(number)
        elif self._desktop is not None:
            self._desktop.withdraw(number)

    def close(self) -> None:
        """Takes all of them off."""
        self._waiting.clear()
        for notifier in (self._desktop, self._tray):
            if notifier is not None:
                notifier.close()


def _try(connect: Callable[[], "DBusConnection"]) -> "DBusConnection | None":
    try:
        return connect()
    except OSError:
        return None
