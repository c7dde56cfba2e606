"""Opens the dialog that pairs a phone."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from journeydesk.ui.window.host import Host


def pair_phone(window: "Host") -> None:
    """The one dialog; the page is served while it is open, and from then on."""
    from journeydesk.services.phone.settings import own_addresses
    from journeydesk.ui.phone.pairing_sheet import PairPhoneSheet
    from journeydesk.ui.receiving.opening import receiver_desk

    if any(sheet.isVisible() for sheet in window.findChildren(PairPhoneSheet)):
        return
    sheet = PairPhoneSheet(window.context, window.theme, window, own_addresses())
    sheet.switched.connect(receiver_desk(window).follow)
    sheet.said.connect(window.say)
    desk = receiver_desk(window)
    if not desk.is_running:
        desk.begin()
    sheet.open()
