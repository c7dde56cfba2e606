"""The entry of a menu that opens a prospect's page in the team's base, or says why it cannot."""

from collections.abc import Callable
from functools import partial

from PySide6.QtGui import QGuiApplication

from journeydesk.domain.ids import RecordId
from journeydesk.domain.words import tr
from journeydesk.remote.opening import REMOTE_NAME
from journeydesk.services.context import Context
from journeydesk.services.queries.remote_page import prospect_page_address
from journeydesk.services.queries.sync import sync_status
from journeydesk.ui.outside import open_address
from journeydesk.ui.widgets.popovers.action_menu import ActionMenu


class BasePage:
    """What the entry does and says."""

    def __init__(self, context: Context, prospect: RecordId | None) -> None:
        self._offline = sync_status(context).offline_since is not None
        self._address = prospect_page_address(context, prospect) if prospect is not None else None
        self._one = prospect is not None

    @property
    def why_not(self) -> str:
        """Why it cannot be opened; empty where it can."""
        if self._address is not None:
            return "offline" if self._offline else ""
        return tr("not there yet") if self._one else tr("one at a time")

    def open(self, say: Callable[[str], object]) -> None:
        """Opens it in the browser; where there is none the address is copied, and that is said."""
        if self._address is not None and not open_address(self._address):
            QGuiApplication.clipboard().setText(self._address)
            say(tr("No program on this computer opens web pages. The address was copied."))


def add_base_page(menu: ActionMenu, page: BasePage, say: Callable[[str], object]) -> None:
    """The entry at the end of a menu."""
    menu.add(
        tr("Open in {remote_name}", remote_name=REMOTE_NAME),
        partial(page.open, say),
        icon="external",
        keys=page.why_not,
        enabled=not page.why_not,
    )
