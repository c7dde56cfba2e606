"""`journeydesk recovery-key`: shows the recovery key and asks it back, or takes one in where the keyring lost the key."""

import argparse
import sys

from journeydesk import config
from journeydesk.cli.opening import workspace
from journeydesk.cli.output import DONE, ask_secret, complain, say
from journeydesk.domain.errors import UserError
from journeydesk.domain.words import tr
from journeydesk.services.workspace.recovery import bring_back, is_noted, note, recovery_key_of


def recovery(arguments: argparse.Namespace) -> int:
    """Shown once: who typed it back has it on paper, and sees it again only with --again."""
    if arguments.enter:
        bring_back(config.paths().workspace, ask_secret(tr("Recovery key: ")))
        with workspace():
            say(arguments, tr("The key is in the keyring again, and opens the workspace."), {"entered": True})
        return DONE
    with workspace() as (context, _):
        key = recovery_key_of(context)
        if key is None:
            raise UserError(tr("This workspace is not encrypted; it needs no recovery key."))
        if is_noted(context) and not arguments.again:
            raise UserError(
                tr("The recovery key was shown, and typed back. To see it once more: journeydesk recovery-key --again.")
            )
        if not arguments.json:
            print(key, flush=True)
            complain(tr("Write it down and keep it apart from this computer: it opens the workspace and all of its copies."))
        if arguments.json or not sys.stdin.isatty():
            typed = "" if sys.stdin.isatty() else sys.stdin.readline().strip()
        else:
            typed = input(tr("Type it back: "))
        if typed:
            note(context, typed)
        facts: dict[str, object] = {"recovery_key": key, "noted": is_noted(context)}
        words = (
            tr("It is noted that you have it.") if facts["noted"] else tr("It was not typed back; it is shown again next time.")
        )
        say(arguments, words, facts)
    return DONE
