"""What a person asked for that is done once the window is closed and nothing of its workspace is open: remove, restore, switch, begin
again."""

import subprocess
from pathlib import Path

from PySide6.QtWidgets import QWidget

from journeydesk import config, credentials
from journeydesk.domain.errors import JourneydeskError
from journeydesk.domain.words import tr
from journeydesk.services.workspace.opening import open_workspace
from journeydesk.ui.dialogs import repair_offer
from journeydesk.ui.dialogs.restoring import RESTORE
from journeydesk.ui.dialogs.safety import REMOVAL
from journeydesk.ui.window.looks import AGAIN
from journeydesk.ui.window.switching import SWITCH, begin_other


def after_closing(window: QWidget, folder: Path, known: config.Connections) -> None:
    """Does what the window's properties name."""
    if window.property(REMOVAL):
        _remove_everything(known)
    elif (other := window.property(SWITCH)) is not None:
        begin_other(other)
    elif (copy := window.property(RESTORE)) or window.property(AGAIN):
        if copy:
            _restore(folder, known, Path(copy))
        subprocess.Popen([*config.own_program(), "open"], start_new_session=True)


def _restore(folder: Path, known: config.Connections, copy: Path) -> None:
    """Puts a copy that a person chose in the window in the place of what is here, now that no window has it open."""
    from journeydesk.services.workspace.copies import restore

    try:
        context, _ = open_workspace(folder, credentials.database_key(folder, known.passphrase), known)
        try:
            done = restore(context, copy)
        finally:
            context.database.close()
    except JourneydeskError as problem:
        repair_offer.refuse(tr("{why} Nothing was changed.", why=problem))
        return
    repair_offer.tell(done.words(copy))


def _remove_everything(known: config.Connections) -> None:
    """What a person confirmed in Settings, now that nothing of the workspace is open."""
    from journeydesk.services.workspace.removal import remove_everything

    try:
        repair_offer.tell(remove_everything(config.paths(), known).words())
    except JourneydeskError as problem:
        repair_offer.refuse(str(problem))
