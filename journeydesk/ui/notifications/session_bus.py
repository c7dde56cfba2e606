"""A connection to the session's D-Bus in the window's event loop: nothing waits, no thread of its own.

PySide's QtDBus cannot say an unsigned number, which the notification service demands (a call is refused as `si` for `su`), so the
messages are made by jeepney, which the keyring brings already.
"""

import os
import select
import socket
import time
from collections.abc import Callable
from typing import Any

from jeepney import DBusAddress, HeaderFields, MatchRule, Message, MessageType, message_bus, new_method_call
from jeepney.io.blocking import DBusConnection, open_dbus_connection
from PySide6.QtCore import QObject, QSocketNotifier, QTimer, Signal

from journeydesk.domain.words import tr

_CHUNK = 65536
_ANSWER_MS = 10_000

Answer = Callable[[tuple[Any, ...] | None, str], None]
"""Gets the body of a reply, or None, and the unique name of who sent it, empty where nobody did."""


def connect() -> DBusConnection:
    """Opens the connection. Takes a millisecond, at most a second where the bus hangs. Raises OSError where there is none."""
    address = os.environ.get("DBUS_SESSION_BUS_ADDRESS") or tr("unix:path={get}/bus", get=os.environ.get("XDG_RUNTIME_DIR", ""))
    try:
        return open_dbus_connection(address)
    except (ValueError, RuntimeError, StopIteration) as problem:
        raise OSError(f"no session bus: {problem}") from problem


class SessionBus(QObject):
    """`heard` carries each signal as (interface, member, body); `lost` says that the bus is gone."""

    heard = Signal(str, str, object)
    lost = Signal()

    def __init__(self, connection: DBusConnection, parent: QObject) -> None:
        super().__init__(parent)
        self._connection = connection
        self._answers: dict[int, Answer] = {}
        self._socket: socket.socket = connection.sock
        self._reader = QSocketNotifier(self._socket.fileno(), QSocketNotifier.Type.Read, self)
        self._reader.activated.connect(self._read)
        # What came with the greeting was read already and would not be announced again.
        QTimer.singleShot(0, self, self._take)

    def call(
        self, to: DBusAddress, method: str, signature: str = "", body: tuple[Any, ...] = (), answer: Answer | None = None
    ) -> None:
        """Asks; `answer` gets None for a body where it was refused, did not come in time, or the bus is gone."""
        message = new_method_call(to, method, signature or None, body)
        serial = next(self._connection.outgoing_serial)
        if answer is not None:
            self._answers[serial] = answer
            QTimer.singleShot(_ANSWER_MS, self, lambda: self._answer(serial))
        try:
            self._connection.send(message, serial=serial)
        except OSError:
            self._end()

    def listen(self, rule: MatchRule) -> None:
        """Asks the bus for signals."""
        self.call(message_bus, "AddMatch", "s", (rule.serialise(),))

    def _read(self) -> None:
        try:
            data = self._socket.recv(_CHUNK, socket.MSG_DONTWAIT)
        except BlockingIOError:
            return
        except OSError:
            data = b""
        if not data:
            self._end()
            return
        self._connection.parser.add_data(data, [])
        self._take()

    def _take(self) -> None:
        while (message := self._connection.parser.get_next_message()) is not None:
            self._handle(message)

    def _handle(self, message: Message) -> None:
        kind, fields = message.header.message_type, message.header.fields
        if kind in (MessageType.method_return, MessageType.error):
            body = message.body if kind == MessageType.method_return else None
            self._answer(fields.get(HeaderFields.reply_serial, -1), body, fields.get(HeaderFields.sender, ""))
        elif kind == MessageType.signal:
            self.heard.emit(fields.get(HeaderFields.interface, ""), fields.get(HeaderFields.member, ""), message.body)

    def _answer(self, serial: int, body: tuple[Any, ...] | None = None, sender: str = "") -> None:
        answer = self._answers.pop(serial, None)
        if answer is not None:
            answer(body, sender)

    def _end(self) -> None:
        if self._reader.isEnabled():
            self._reader.setEnabled(False)
            self._connection.close()
            for serial in list(self._answers):
                self._answer(serial)
            self.lost.emit()

    def wait(self, until: Callable[[], bool], seconds: float) -> None:
        """Takes what comes, without the window's event loop, until that is so, the bus is gone or the time is over."""
        ends_at = time.monotonic() + seconds
        while not until() and self._reader.isEnabled() and (left := ends_at - time.monotonic()) > 0:
            if select.select([self._socket], [], [], left)[0]:
                self._read()

    def close(self) -> None:
        """Ends the connection; answers that are still to come are not waited for."""
        self._answers.clear()
        if self._reader.isEnabled():
            self._reader.setEnabled(False)
            self._connection.close()
