"""What the program was started with, or is handed by a later start: a link to a prospect, or a file."""

from pathlib import Path
from typing import TYPE_CHECKING

from journeydesk.config import is_file, is_folder
from journeydesk.domain.app_links import is_link, prospect_key
from journeydesk.domain.errors import UserError
from journeydesk.domain.words import tr

if TYPE_CHECKING:
    from journeydesk.ui.window.host import Host


def open_in(window: "Host", what: str) -> None:
    """Shows the prospect of a link; says of anything else what it is and what to do with it."""
    if not is_link(what):
        _open_file(window, Path(what))
        return
    key = prospect_key(what)
    if key is None:
        window.say(
            tr("“{what}” leads nowhere in Journeydesk. A link looks like journeydesk://prospect/KEY.", what=what[:80]), False
        )
        return
    from journeydesk.services.commands.prospects import find_prospect
    from journeydesk.services.queries.deleted import deleted_with_key

    try:
        window.show_prospect(find_prospect(window.context, key))
    except UserError as problem:
        # Who was deleted is shown with the way back.
        gone = deleted_with_key(window.context, key)
        if gone is not None:
            window.show_prospect(gone)
        else:
            window.say(str(problem), False)


def _open_file(window: "Host", file: Path) -> None:
    if is_folder(file):
        window.say(tr("{file} is a folder. Open one of its files.", file=file), False)
        return
    if not is_file(file):
        window.say(tr("{file} is not there. Nothing was opened.", file=file), False)
        return
    window.deeds.open_file(file)
