"""Does the system want things to stand still? Asked once after the start, and on a desktop with a portal heard from then on."""

import subprocess
import sys
from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QObject

_NAMESPACE, _KEY = "org.gnome.desktop.interface", "enable-animations"
_CLIENT_AREA_ANIMATION = 0x1042
"""Windows: SPI_GETCLIENTAREAANIMATION of SystemParametersInfo, off where a person switched off animation effects."""


def follow_stillness(parent: QObject, hear: Callable[[bool], None], platform: str = sys.platform) -> Callable[[], None]:
    """Calls `hear` with what the system wants, now or when it answers, and again when that changes; never where it says nothing.
    Returns what ends it."""
    if platform == "win32":
        hear(_windows_is_still())
    elif platform == "darwin":
        hear(_mac_is_still())
    else:
        return _follow_portal(parent, hear)
    return lambda: None


def _windows_is_still() -> bool:
    import ctypes

    moves = ctypes.c_int(1)
    # The library is there on Windows alone.
    asked = getattr(ctypes, "windll").user32.SystemParametersInfoW(_CLIENT_AREA_ANIMATION, 0, ctypes.byref(moves), 0)  # noqa: B009
    return bool(asked) and not moves.value


def _mac_is_still() -> bool:
    words = ["/usr/bin/defaults", "read", "com.apple.universalaccess", "reduceMotion"]
    try:
        said = subprocess.run(words, capture_output=True, text=True, timeout=2, check=False)
    except (OSError, subprocess.TimeoutExpired):
        return False
    return said.stdout.strip() == "1"


def _follow_portal(parent: QObject, hear: Callable[[bool], None]) -> Callable[[], None]:
    from jeepney import DBusAddress, MatchRule

    from journeydesk.ui.notifications.session_bus import SessionBus, connect

    try:
        bus = SessionBus(connect(), parent)
    except OSError:
        return lambda: None
    portal = DBusAddress("/org/freedesktop/portal/desktop", "org.freedesktop.portal.Desktop", "org.freedesktop.portal.Settings")

    def answered(body: tuple[Any, ...] | None, _sender: str) -> None:
        if body:
            _tell(body[0], hear)

    def heard(interface: str, member: str, body: Any) -> None:
        if (interface, member) == (portal.interface, "SettingChanged") and tuple(body[:2]) == (_NAMESPACE, _KEY):
            _tell(body[2], hear)

    bus.heard.connect(heard)
    bus.listen(MatchRule(type="signal", interface=portal.interface, member="SettingChanged", path=portal.object_path))
    bus.call(portal, "Read", "ss", (_NAMESPACE, _KEY), answered)
    return bus.close


def _tell(value: Any, hear: Callable[[bool], None]) -> None:
    # A variant is its signature and its value; the portal's older call wraps it twice.
    while isinstance(value, tuple) and len(value) == 2:
        value = value[1]
    if isinstance(value, bool):
        hear(not value)
