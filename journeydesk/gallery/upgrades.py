"""The upgrade dialog as a picture: the star of the pictures is offered the next tier; nothing of it stays."""

from collections.abc import Callable, Iterator

from journeydesk.domain.ids import RecordId
from journeydesk.services.commands.prospects import edit
from journeydesk.services.commands.undoing import undo
from journeydesk.services.context import Context
from journeydesk.ui.dialogs.upgrade.sheet import UpgradeSheet
from journeydesk.ui.main_window import MainWindow

WaitFor = Callable[[Callable[[], bool]], None]


def upgrade(
    window: MainWindow, context: Context, prospect: RecordId | None, settle: Callable[[], None], wait_for: WaitFor
) -> Iterator[str]:
    """The dialog over the list, opened from a business case that is locked."""
    if prospect is None:
        return
    edit(context, prospect, {"tier": "Explorer"})
    sheet = window.offer_upgrade(prospect, "business_case")
    if isinstance(sheet, UpgradeSheet):
        wait_for(lambda: not sheet.is_busy)
        settle()
        yield "dialog-upgrade"
        sheet.done()
    undo(context)
