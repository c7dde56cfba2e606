"""Opening the workspace for a command, and which there are."""

import argparse
from collections.abc import Iterator
from contextlib import contextmanager

from journeydesk import config, credentials
from journeydesk.cli.output import DONE, complain, say
from journeydesk.domain.errors import UserError, WorldError
from journeydesk.domain.words import figure, tr
from journeydesk.services.commands.long_steps import recover
from journeydesk.services.context import Context
from journeydesk.services.workspace.opening import open_workspace

_SLOW_BYTES = 100_000_000


@contextmanager
def workspace() -> Iterator[tuple[Context, config.Connections]]:
    """The workspace with its connections; closed when the block ends. What the command wrote is in the copy of the day, if there
    is none yet; one that only reads does not wait for it."""
    folder = config.paths().workspace
    known = config.connections()
    key = credentials.database_key(folder, known.passphrase)
    context, problems = open_workspace(folder, key, known)
    for problem in problems:
        complain(problem)
    interrupted = recover(context)
    if interrupted is not None:
        complain(interrupted)
    try:
        before = context.database.change_number()
        yield context, known
        if context.database.change_number() != before:
            _copy_of_the_day(context)
    finally:
        context.database.close()


def _copy_of_the_day(context: Context) -> None:
    from journeydesk.services.workspace.copies import has_daily_copy, take_daily_copy

    size = context.database.path.stat().st_size
    if size > _SLOW_BYTES and not has_daily_copy(context):
        complain(tr("It is done. Today's copy of the database, {size} MB, is being made.", size=figure(size // 1_000_000)))
    try:
        take_daily_copy(context)
    except (UserError, WorldError) as problem:
        # What was asked is done.
        complain(tr("Today's copy of the database could not be made. {why}", why=problem))


def workspaces(arguments: argparse.Namespace) -> int:
    """A line each, the one that is meant with a mark; --add makes another."""
    from journeydesk.services.workspace import workspaces as known

    paths = config.paths()
    if arguments.add is not None:
        name = known.add(paths, arguments.add)
        say(
            arguments,
            tr("Made the workspace “{name}”. Open it: journeydesk --workspace “{name}” open.", name=name),
            {"added": name},
        )
        return DONE
    names = known.names(paths)
    lines = [f"{'*' if name == paths.name else ' '} {name}" for name in names]
    say(arguments, "\n".join(lines), {"workspaces": names, "meant": paths.name})
    return DONE
