"""The receiver's place in the window, made when it is first wanted."""

from typing import TYPE_CHECKING

from journeydesk.domain.words import tr
from journeydesk.services.receiver.settings import receiver_settings
from journeydesk.ui.receiving.desk import ReceiverDesk

if TYPE_CHECKING:
    from journeydesk.ui.window.host import Host


def receiver_desk(window: "Host") -> ReceiverDesk:
    """The window's one."""
    desk = window.findChild(ReceiverDesk)
    if desk is None:
        desk = ReceiverDesk(window.context, window.work, window)
        desk.failed.connect(lambda sentence: window.fail(tr("Events in: {sentence}", sentence=sentence)))
    return desk


def set_up_events_in(window: "Host") -> None:
    """The sheet with its settings."""
    from journeydesk.ui.receiving.settings_sheet import EventsInSheet

    if any(sheet.isVisible() for sheet in window.findChildren(EventsInSheet)):
        return
    desk, settings = receiver_desk(window), receiver_settings(window.context)
    running = tr("Receives at {address}", address=desk.address or settings.address)
    state = running if desk.is_running else tr("Off")
    sheet = EventsInSheet(window.context, window.theme, window, window.work, state)
    sheet.saved.connect(desk.follow)
    sheet.said.connect(window.say)
    sheet.open()


def try_events_in(window: "Host") -> None:
    """The webhook tester."""
    from journeydesk.ui.receiving.tester import WebhookTester

    if any(sheet.isVisible() for sheet in window.findChildren(WebhookTester)):
        return
    sheet = WebhookTester(window.context, window.theme, window, window.work)
    sheet.prospect_requested.connect(window.show_prospect)
    sheet.set_up_requested.connect(lambda: set_up_events_in(window))
    sheet.said.connect(window.say)
    window.changed.connect(sheet.refresh)
    sheet.open()


def tell_others_of_events(window: "Host", name: str) -> None:
    """Who is told, for one of the services that are told."""
    from journeydesk.ui.receiving.targets_sheet import TargetsSheet

    if any(sheet.isVisible() for sheet in window.findChildren(TargetsSheet)):
        return
    sheet = TargetsSheet(window.context, window.theme, window, name)
    sheet.said.connect(window.say)
    sheet.open()
