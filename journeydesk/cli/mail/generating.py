"""The command `generate`: a text about a prospect, printed, stored as an asset, or put aside as a draft. Nothing is sent."""

import argparse

from journeydesk.cli.opening import workspace
from journeydesk.cli.output import DONE, complain, say
from journeydesk.domain.words import tr
from journeydesk.services.commands.prospects import find_prospect


def generate_text(arguments: argparse.Namespace) -> int:
    """Prints the text; with `--store` as a record of Customer Assets, with `--draft` as a message that waits."""
    from journeydesk.services.generated.writing import draft_follow_up, generate, store_asset

    with workspace() as (context, known):
        prospect = find_prospect(context, arguments.prospect)
        if arguments.store:
            record = store_asset(context, known, prospect)
            say(arguments, tr("Stored in Customer Assets; it is sent with the next sync."), {"asset": record})
            return DONE
        if arguments.draft:
            message, text = draft_follow_up(context, known, prospect)
            facts = {"message": message, "origin": text.origin, "parts": dict(text.parts)}
            say(arguments, text.words + "\n\n" + tr("It waits in Alerts, Messages, for an approval."), facts)
        else:
            text = generate(context, known, arguments.kind, prospect, anew=arguments.anew)
            facts = {
                "kind": text.kind,
                "origin": text.origin,
                "made_at": text.made_at,
                "kept": text.kept,
                "parts": dict(text.parts),
            }
            say(arguments, text.words, facts)
    if text.why:
        complain(text.why)
    return DONE
