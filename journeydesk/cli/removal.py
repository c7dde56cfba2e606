"""`journeydesk remove-everything`: asks once, removes, and says what remains."""

import argparse
import sys

from journeydesk import config
from journeydesk.cli.output import DONE, say
from journeydesk.domain.errors import UserError
from journeydesk.domain.words import tr
from journeydesk.services.workspace.removal import remove_everything

_WORD = "remove everything"


def removal(arguments: argparse.Namespace) -> int:
    """Only where these words were typed, or --yes given: nothing brings it back."""
    paths = config.paths()
    if not arguments.yes:
        if not sys.stdin.isatty():
            raise UserError(
                tr("This removes the workspace, its copies and its keys for good. Say that it is meant with --yes.")
            )
        print(
            tr(
                "This removes {workspace} with all copies, logs and reports, and its keys from the keyring. "
                "Nothing brings it back.",
                workspace=paths.workspace,
            )
        )
        if input(f"Type “{_WORD}”: ").strip() != _WORD:
            raise UserError(tr("Nothing was removed."))
    done = remove_everything(paths, config.connections())
    say(arguments, done.words(), {"removed": list(done.removed), "remains": list(done.remains)})
    return DONE
