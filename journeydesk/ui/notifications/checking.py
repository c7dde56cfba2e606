"""Whether this desktop can show a notification: the same ways that alerts take, asked without showing one."""

import sys

from journeydesk.domain.errors import WorldError
from journeydesk.domain.words import tr

_PATIENCE_SECONDS = 5.0
NEITHER = tr(
    "This desktop has no notification service and no tray that shows messages. The count at the bell is true all the same; "
    "on Linux install a notification daemon, like dunst."
)


def check_notifications(tray: bool) -> str:
    """Which way a notification takes, in words; `tray` says whether there is one. Raises WorldError where there is no way.

    For a thread other than the window's.
    """
    service = _service() if sys.platform == "linux" else ""
    if service:
        return tr("{service} answers", service=service)
    if tray:
        return tr("The tray shows messages")
    raise WorldError(NEITHER)


def _service() -> str:
    """The name of the notification service; empty where none answers."""
    from jeepney import DBusAddress, MessageType, new_method_call

    from journeydesk.ui.notifications.session_bus import connect

    path, name = "/org/freedesktop/Notifications", "org.freedesktop.Notifications"
    try:
        connection = connect()
    except OSError:
        return ""
    try:
        asked = new_method_call(DBusAddress(path, bus_name=name, interface=name), "GetServerInformation")
        answer = connection.send_and_get_reply(asked, timeout=_PATIENCE_SECONDS)
    except (OSError, TimeoutError):
        return ""
    finally:
        connection.close()
    return str(answer.body[0]) if answer.header.message_type is MessageType.method_return and answer.body else ""
