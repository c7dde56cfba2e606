"""A notification service by the specification, in the test's process and on the real bus: what it was asked, and a hand to press."""

import threading
from dataclasses import dataclass, field
from typing import Any

from jeepney import (
    DBusAddress,
    HeaderFields,
    MessageType,
    message_bus,
    new_error,
    new_method_call,
    new_method_return,
    new_signal,
)
from jeepney.io.blocking import DBusConnection, open_dbus_connection

NAME = "org.freedesktop.Notifications"
PATH = "/org/freedesktop/Notifications"
_EMITTER = DBusAddress(PATH, interface=NAME)


@dataclass
class Shown:
    """One notification on the screen."""

    id: int
    title: str
    text: str
    actions: dict[str, str]
    urgency: int
    app: str


@dataclass
class NotificationService:
    """Answers until it is stopped. `broken` refuses every notification, as a service does that is full."""

    address: str
    capabilities: tuple[str, ...] = ("actions", "body", "body-markup")
    broken: bool = False
    shown: dict[int, Shown] = field(default_factory=dict)
    closed: list[int] = field(default_factory=list)
    asked: int = 0

    def __post_init__(self) -> None:
        self._connection: DBusConnection = open_dbus_connection(self.address)
        reply = self._connection.send_and_get_reply(new_method_call(message_bus, "RequestName", "su", (NAME, 4)))
        assert reply.body == (1,)
        self._stopping = threading.Event()
        self._thread = threading.Thread(target=self._serve, name="notification service")
        self._thread.start()

    def _serve(self) -> None:
        while not self._stopping.is_set():
            try:
                message = self._connection.receive(timeout=0.05)
            except TimeoutError:
                continue
            if message.header.message_type == MessageType.method_call:
                self._answer(message)

    def _answer(self, message: Any) -> None:
        member = message.header.fields.get(HeaderFields.member)
        if member == "GetCapabilities":
            self._connection.send(new_method_return(message, "as", (list(self.capabilities),)))
        elif member == "Notify" and self.broken:
            self.asked += 1
            self._connection.send(new_error(message, f"{NAME}.Error.ExcessNotificationGeneration", "s", ("too many",)))
        elif member == "Notify":
            assert message.header.fields[HeaderFields.signature] == "susssasa{sv}i"
            app, _, _, title, text, actions, hints, _ = message.body
            self.asked += 1
            number = 40 + self.asked
            pairs = dict(zip(actions[::2], actions[1::2], strict=True))
            self.shown[number] = Shown(number, title, text, pairs, hints["urgency"][1], app)
            self._connection.send(new_method_return(message, "u", (number,)))
        elif member == "CloseNotification":
            self.closed.append(message.body[0])
            self.shown.pop(message.body[0], None)
            self._connection.send(new_method_return(message))
            self._emit("NotificationClosed", "uu", (message.body[0], 3))

    def _emit(self, member: str, signature: str, body: tuple[object, ...]) -> None:
        self._connection.send(new_signal(_EMITTER, member, signature, body))

    def press(self, number: int, action: str, token: str = "") -> None:
        """Somebody presses a button, or with `default` the notification itself; then it goes, as services do it."""
        if token:
            self._emit("ActivationToken", "us", (number, token))
        self._emit("ActionInvoked", "us", (number, action))
        self.shown.pop(number, None)
        self._emit("NotificationClosed", "uu", (number, 2))

    def dismiss(self, number: int) -> None:
        """Somebody wipes it away."""
        self.shown.pop(number, None)
        self._emit("NotificationClosed", "uu", (number, 2))

    def stop(self) -> None:
        """Leaves the bus; again is no harm."""
        if self._stopping.is_set():
            return
        self._stopping.set()
        self._thread.join()
        self._connection.close()
