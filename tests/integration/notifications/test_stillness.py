"""A desktop that wants no animations is followed: asked over a real session bus, and heard when it changes."""

import threading
from collections.abc import Iterator

import pytest
from jeepney import HeaderFields, Message, MessageType, new_method_return, new_signal
from jeepney.bus_messages import message_bus
from jeepney.io.blocking import DBusConnection, open_dbus_connection
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from journeydesk.ui.program.stillness import follow_stillness

_PATH, _INTERFACE = "/org/freedesktop/portal/desktop", "org.freedesktop.portal.Settings"


class Portal:
    """The settings of a desktop, on a thread of its own."""

    def __init__(self, address: str) -> None:
        self._connection: DBusConnection = open_dbus_connection(address)
        self._connection.send_and_get_reply(message_bus.RequestName("org.freedesktop.portal.Desktop"))
        self.animations: object = True
        self._thread = threading.Thread(target=self._serve, daemon=True)
        self._thread.start()

    def _serve(self) -> None:
        while True:
            try:
                message = self._connection.receive()
            except (OSError, ConnectionError, ValueError):
                return
            if message.header.message_type == MessageType.method_call:
                self._answer(message)

    def _answer(self, message: Message) -> None:
        assert message.header.fields[HeaderFields.member] == "Read"
        assert message.body == ("org.gnome.desktop.interface", "enable-animations")
        kind = "b" if isinstance(self.animations, bool) else "s"
        self._connection.send(new_method_return(message, "v", (("v", (kind, self.animations)),)))

    def change(self, namespace: str, on: bool) -> None:
        """A person switches it in the desktop's settings."""
        from jeepney import DBusAddress

        emitter = DBusAddress(_PATH, interface=_INTERFACE)
        self._connection.send(new_signal(emitter, "SettingChanged", "ssv", (namespace, "enable-animations", ("b", on))))

    def stop(self) -> None:
        self._connection.sock.shutdown(2)
        self._thread.join(5)
        self._connection.close()


@pytest.fixture
def portal(bus: str) -> Iterator[Portal]:
    made = Portal(bus)
    yield made
    made.stop()


def test_a_desktop_that_stands_still_is_followed_as_it_changes(portal: Portal, qtbot: QtBot) -> None:
    portal.animations = False
    heard: list[bool] = []
    parent = QObject()
    end = follow_stillness(parent, heard.append, "linux")
    qtbot.waitUntil(lambda: heard == [True])
    portal.change("org.gnome.desktop.sound", False)
    portal.change("org.gnome.desktop.interface", True)
    qtbot.waitUntil(lambda: heard == [True, False])
    end()


def test_an_answer_of_another_kind_changes_nothing(portal: Portal, qtbot: QtBot) -> None:
    portal.animations = "never"
    heard: list[bool] = []
    parent = QObject()
    end = follow_stillness(parent, heard.append, "linux")
    portal.change("org.gnome.desktop.interface", False)
    qtbot.waitUntil(lambda: heard == [True])
    end()


def test_without_a_bus_or_a_portal_nothing_is_heard(bus: str, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    heard: list[bool] = []
    parent = QObject()
    end = follow_stillness(parent, heard.append, "linux")
    monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nowhere/bus")
    follow_stillness(parent, heard.append, "linux")()
    qtbot.wait(50)
    assert heard == []
    end()
