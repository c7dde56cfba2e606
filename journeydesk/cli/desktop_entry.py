"""`journeydesk desktop-entry`: puts the program into the desktop's menu, and takes it out."""

import argparse

from journeydesk.cli.output import DONE, say
from journeydesk.domain.words import tr
from journeydesk.services.workspace.desktop_entry import remove_entry, write_entry


def desktop_entry(arguments: argparse.Namespace) -> int:
    """Writes the entry, or removes it with --remove."""
    if arguments.remove:
        gone = [str(path) for path in remove_entry()]
        say(arguments, tr("Removed {gone}.", gone=", ".join(gone)) if gone else tr("There was no entry."), {"removed": gone})
    else:
        file = write_entry()
        say(
            arguments,
            tr("Journeydesk is in the desktop's menu and opens journeydesk:// links ({file}).", file=file),
            {"file": str(file)},
        )
    return DONE
