"""The desktop's notification service, by the specification org.freedesktop.Notifications 1.2, with buttons."""

from typing import Any

from jeepney import DBusAddress, MatchRule, message_bus
from PySide6.QtCore import QObject

from journeydesk.domain.words import tr
from journeydesk.ui.notifications.notifier import Notifier, Toast
from journeydesk.ui.notifications.session_bus import SessionBus

NAME = "org.freedesktop.Notifications"
SERVICE = DBusAddress("/org/freedesktop/Notifications", bus_name=NAME, interface=NAME)
_NORMAL, _CRITICAL = 1, 2
_COMING_SECONDS = 0.2
_ACTIONS = {"open": tr("Open"), "acknowledge": tr("Acknowledge"), "snooze": tr("Snooze 1 h")}


class DesktopNotifier(Notifier):
    """Toasts by their number; the service numbers them anew, and starts again from one when it is restarted."""

    def __init__(self, bus: SessionBus, parent: QObject) -> None:
        super().__init__(parent)
        self._bus = bus
        self._ids: dict[int, int] = {}
        self._owner = ""
        self._asked: set[int] = set()
        self._unwanted: set[int] = set()
        self._tokens: dict[int, str] = {}
        self._can: frozenset[str] = frozenset()
        self._waiting: list[Toast] | None = []
        bus.heard.connect(self._heard)
        bus.lost.connect(self._ids.clear)
        bus.listen(MatchRule(type="signal", sender=NAME, interface=NAME, path="/org/freedesktop/Notifications"))
        restarts = MatchRule(
            type="signal", sender=message_bus.bus_name, interface=message_bus.interface, member="NameOwnerChanged"
        )
        restarts.add_arg_condition(0, NAME)
        bus.listen(restarts)
        # Asking starts the service where the desktop starts it on demand.
        bus.call(SERVICE, "GetCapabilities", answer=self._know)

    def _know(self, body: tuple[Any, ...] | None, _owner: str) -> None:
        if body and isinstance(body[0], list):
            self._can = frozenset(str(capability) for capability in body[0])
        waiting, self._waiting = self._waiting or [], None
        for toast in waiting:
            self.show_toast(toast)

    def show_toast(self, toast: Toast) -> None:
        """Asks the service, once it has said what it can."""
        if self._waiting is not None:
            self._waiting.append(toast)
            return
        actions = ["default", "Open"]
        if "actions" in self._can:
            for key, words in _ACTIONS.items():
                if toast.single or key == "open":
                    actions += [key, words]
        hints = {"urgency": ("y", _CRITICAL if toast.urgent else _NORMAL), "desktop-entry": ("s", "journeydesk")}
        text = _escaped(toast.text) if "body-markup" in self._can else toast.text
        self._asked.add(toast.number)
        self._bus.call(
            SERVICE,
            "Notify",
            "susssasa{sv}i",
            ("Journeydesk", 0, "journeydesk", toast.title, text, actions, hints, -1),
            lambda body, owner: self._shown(toast, body, owner),
        )

    def _shown(self, toast: Toast, body: tuple[Any, ...] | None, owner: str) -> None:
        self._asked.discard(toast.number)
        if not body or not isinstance(body[0], int):
            if toast.number not in self._unwanted:
                self.failed.emit(toast)
        else:
            self._ids[toast.number], self._owner = body[0], owner
            if toast.number in self._unwanted:
                self.withdraw(toast.number)
        self._unwanted.discard(toast.number)

    def withdraw(self, number: int) -> None:
        """Closes it; one that is on its way is closed when it is there."""
        if self._waiting is not None:
            self._waiting = [toast for toast in self._waiting if toast.number != number]
        shown = self._ids.pop(number, None)
        if shown is not None:
            # By the unique name: where the service was restarted and the news of it is still on its way, the new one has
            # a notification of somebody else under this number.
            owner = DBusAddress(SERVICE.object_path, bus_name=self._owner, interface=NAME)
            self._bus.call(owner, "CloseNotification", "u", (shown,))
        elif number in self._asked:
            self._unwanted.add(number)

    def close(self) -> None:
        """Closes every one that is still on screen, those too that are just coming, and the connection."""
        self._bus.wait(lambda: not self._asked, _COMING_SECONDS)
        for number in list(self._ids):
            self.withdraw(number)
        self._bus.close()

    def _heard(self, interface: str, member: str, body: object) -> None:
        if not isinstance(body, tuple) or not body:
            return
        if interface != NAME:
            if member == "NameOwnerChanged" and body[0] == NAME:
                self._ids.clear()
            return
        number = next((ours for ours, theirs in self._ids.items() if theirs == body[0]), None)
        if number is None:
            return
        if member == "ActivationToken":
            self._tokens[number] = str(body[-1])
        elif member == "ActionInvoked":
            key = str(body[-1])
            self.invoked.emit(number, key if key in _ACTIONS else "open", self._tokens.pop(number, ""))
        elif member == "NotificationClosed":
            self._ids.pop(number, None)
            self._tokens.pop(number, None)


def _escaped(text: str) -> str:
    """Text that a service that reads markup shows as it is."""
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
