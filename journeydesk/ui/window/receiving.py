"""The receiver beside the window: begun after the first paint where it is switched on, ended with the window."""

from collections.abc import Callable

from PySide6.QtCore import QObject

from journeydesk.services.events_out.telling import start_telling
from journeydesk.services.phone.settings import phone_settings
from journeydesk.services.receiver.settings import receiver_settings
from journeydesk.ui.receiving import DESK
from journeydesk.ui.window.host import Host


def begin_receiving(window: Host) -> Callable[[], None]:
    """Starts it where it is switched on; returns what ends it, also one that was switched on since."""
    if receiver_settings(window.context).on or phone_settings(window.context).on:
        from journeydesk.ui.receiving.opening import receiver_desk

        receiver_desk(window).begin()

    stop_telling = start_telling(window.context)

    def end() -> None:
        stop_telling()
        desk = window.findChild(QObject, DESK)
        if desk is not None:
            desk.end()  # type: ignore[attr-defined]

    return end
