"""A notification that is read when the program is gone: the desktop's own service shows it on."""

import os
import sys
import threading
from pathlib import Path

_ANSWER_SECONDS = 1.0
_LOW = 0


def has_bus() -> bool:
    """Whether there may be a service to show it."""
    if sys.platform != "linux":
        return False
    folder = os.environ.get("XDG_RUNTIME_DIR")
    return bool(os.environ.get("DBUS_SESSION_BUS_ADDRESS")) or bool(folder and Path(folder, "bus").exists())


class Parting:
    """One notification on its way, on a thread of its own and over a connection of its own: the window's is about to be closed."""

    def __init__(self, title: str, text: str) -> None:
        self._content = (title, text)
        self._shown = threading.Event()
        # A daemon, so that a bus that hangs cannot keep the program alive.
        self._thread = threading.Thread(target=self._send, name="parting", daemon=True)

    def begin(self) -> None:
        """Sends it; nothing is waited for."""
        self._thread.start()

    def is_shown(self, within: float) -> bool:
        """Whether the service has taken it, waited for so many seconds at most."""
        self._thread.join(within)
        return self._shown.is_set()

    def _send(self) -> None:
        from jeepney import DBusErrorResponse, new_method_call
        from jeepney.wrappers import unwrap_msg

        from journeydesk.ui.notifications.desktop import SERVICE
        from journeydesk.ui.notifications.session_bus import connect

        title, text = self._content
        hints = {"urgency": ("y", _LOW), "desktop-entry": ("s", "journeydesk")}
        actions: list[str] = []
        body = ("Journeydesk", 0, "journeydesk", title, text, actions, hints, -1)
        try:
            with connect() as connection:
                message = new_method_call(SERVICE, "Notify", "susssasa{sv}i", body)
                unwrap_msg(connection.send_and_get_reply(message, timeout=_ANSWER_SECONDS))
        except (OSError, DBusErrorResponse):
            # Nobody shows it: the window says it by itself.
            return
        self._shown.set()
