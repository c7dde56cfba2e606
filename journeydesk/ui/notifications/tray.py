"""Notifications from the tray: where the system has no service that answers over D-Bus."""

from PySide6.QtCore import QObject
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QSystemTrayIcon

from journeydesk.ui.notifications.notifier import Notifier, Toast

_SHOWN_MS = 10_000


def has_tray() -> bool:
    """Whether there is a tray that shows messages."""
    return QSystemTrayIcon.isSystemTrayAvailable() and QSystemTrayIcon.supportsMessages()


class TrayNotifier(Notifier):
    """The icon is there only while there is something to notify of. A press on a message opens what the last one was about."""

    def __init__(self, icon: QIcon, parent: QObject) -> None:
        super().__init__(parent)
        self.icon = QSystemTrayIcon(icon, self)
        self.icon.setToolTip("Journeydesk")
        self.icon.messageClicked.connect(self._pressed)
        self.icon.activated.connect(lambda _reason: self._pressed())
        self._shown: list[int] = []

    def show_toast(self, toast: Toast) -> None:
        """Shows the icon and the message."""
        self._shown.append(toast.number)
        self.icon.show()
        kind = QSystemTrayIcon.MessageIcon.Warning if toast.urgent else QSystemTrayIcon.MessageIcon.Information
        self.icon.showMessage(toast.title, toast.text, kind, _SHOWN_MS)

    def withdraw(self, number: int) -> None:
        """A message cannot be taken back by itself; with the last one the icon goes, and its message with it."""
        if number in self._shown:
            self._shown.remove(number)
            if not self._shown:
                self.icon.hide()

    def close(self) -> None:
        """Takes the icon away."""
        self._shown.clear()
        self.icon.hide()

    def _pressed(self) -> None:
        if self._shown:
            self.invoked.emit(self._shown[-1], "open", "")
