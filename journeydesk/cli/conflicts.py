"""Commands for the questions that sync asks."""

import argparse

from journeydesk.cli.opening import workspace
from journeydesk.cli.output import DONE, say
from journeydesk.domain.words import tr


def conflicts(arguments: argparse.Namespace) -> int:
    """Lists what was changed on both sides; with --json an array."""
    from journeydesk.services.queries.conflicts import conflicts_as_json, describe

    with workspace() as (context, _):
        open_conflicts = conflicts_as_json(context)
    say(arguments, describe(open_conflicts), open_conflicts)
    return DONE


def resolve(arguments: argparse.Namespace) -> int:
    """Answers one; what was chosen goes with the next sync."""
    from journeydesk.services.commands.conflicts import resolve as answer

    with workspace() as (context, _):
        answer(context, arguments.id, arguments.choice)
    say(
        arguments,
        tr("Conflict {id} is resolved: {choice}. Sync sends it.", id=arguments.id, choice=arguments.choice),
        {"id": arguments.id, "choice": arguments.choice},
    )
    return DONE
