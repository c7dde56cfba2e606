"""Where a service is set up, and where it is tested, by its name; each imported when it is wanted."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from journeydesk.services.agent.card import AGENT_DOOR
from journeydesk.services.events_out.card import KINDS
from journeydesk.services.phone.card import PHONE
from journeydesk.services.queries.integrations import CLAUDE, MAIL
from journeydesk.services.receiver.running import SERVICE_NAME
from journeydesk.services.scenarios.account import MAKE
from journeydesk.services.upgrades.key import UPGRADES

if TYPE_CHECKING:
    from journeydesk.ui.dialogs.accounts.key_sheet import KeySheet
    from journeydesk.ui.dialogs.mail_account import MailAccountSheet
    from journeydesk.ui.dialogs.scenarios.account import MakeAccountSheet
    from journeydesk.ui.window.host import Host


def _events_in(window: "Host") -> None:
    from journeydesk.ui.receiving.opening import set_up_events_in

    set_up_events_in(window)


def _phone(window: "Host") -> None:
    from journeydesk.ui.phone.opening import pair_phone

    pair_phone(window)


def _open(window: "Host", sheet: "MailAccountSheet | MakeAccountSheet | KeySheet") -> None:
    """Opens it; what was set up or taken away is said in the window."""
    sheet.saved.connect(lambda words: window.say(words, False))
    sheet.open()


def _mail(window: "Host") -> None:
    from journeydesk.ui.dialogs.mail_account import MailAccountSheet

    _open(window, MailAccountSheet(window.context, window.theme, window))


def _claude(window: "Host") -> None:
    from journeydesk.ui.dialogs.accounts.claude_key import ClaudeKeySheet

    _open(window, ClaudeKeySheet(window.context, window.theme, window))


def _agent_door(window: "Host") -> None:
    from journeydesk.ui.tabs.proposals.door_sheet import AgentDoorSheet
    from journeydesk.ui.tabs.settings.integrations.page import Integrations

    sheet = AgentDoorSheet(window.context, window.theme, window)
    sheet.said.connect(window.say)
    page = window.findChild(Integrations)
    if page is not None:
        sheet.opened.connect(lambda: page.check_requested.emit(AGENT_DOOR))
    sheet.open()


def _payment_links(window: "Host") -> None:
    from journeydesk.ui.dialogs.upgrade.key_sheet import CheckoutKeySheet

    _open(window, CheckoutKeySheet(window.context, window.theme, window))


def _make(window: "Host") -> None:
    from journeydesk.ui.dialogs.scenarios.account import MakeAccountSheet

    _open(window, MakeAccountSheet(window.context, window.theme, window))


def _try_events_in(window: "Host") -> None:
    from journeydesk.ui.receiving.opening import try_events_in

    try_events_in(window)


def _told(name: str) -> Callable[["Host"], None]:
    def open_sheet(window: "Host") -> None:
        from journeydesk.ui.receiving.opening import tell_others_of_events

        tell_others_of_events(window, name)

    return open_sheet


SET_UPS: dict[str, Callable[["Host"], None]] = {
    SERVICE_NAME: _events_in,
    PHONE: _phone,
    MAIL: _mail,
    CLAUDE: _claude,
    AGENT_DOOR: _agent_door,
    MAKE: _make,
    UPGRADES: _payment_links,
}
"""By the name of the service; for others that of the base opens."""

SET_UPS |= {name: _told(name) for name in KINDS}

TESTS: dict[str, Callable[["Host"], None]] = {SERVICE_NAME: _try_events_in}


def open_set_up(window: "Host", name: str) -> None:
    """Opens where a service is set up."""
    if name in SET_UPS:
        SET_UPS[name](window)
    else:
        window.sync.set_up()


def open_test(window: "Host", name: str) -> None:
    """Opens where a service is tested."""
    if name in TESTS:
        TESTS[name](window)
