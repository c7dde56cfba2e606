"""Pairing a phone as a picture: a phone has just asked, and the number waits to be compared."""

from collections.abc import Callable, Iterator

from journeydesk.services.context import Context
from journeydesk.services.phone.pairing import ask
from journeydesk.services.phone.settings import change_phone
from journeydesk.ui.main_window import MainWindow
from journeydesk.ui.phone.pairing_sheet import PairPhoneSheet

_ADDRESSES = [("Wi-Fi", "192.0.2.14")]
_AGENT = "Mozilla/5.0 (Linux; Android 15) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/141.0.0.0 Mobile Safari/537.36"


def pairing(window: MainWindow, context: Context, settle: Callable[[], None]) -> Iterator[str]:
    """The dialog; nothing is served, and the switch is off again after it."""
    sheet = PairPhoneSheet(context, window.theme, window, _ADDRESSES)
    sheet.open()
    settle()
    ask(context, sheet.invitation_secret, "picture", _AGENT, "0" * 64)
    sheet.look()
    settle()
    yield "dialog-pair-phone"
    sheet.done()
    change_phone(context, on=False)
