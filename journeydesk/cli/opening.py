"""Opening the workspace for a command."""

from collections.abc import Iterator
from contextlib import contextmanager

from journeydesk import config, credentials
from journeydesk.cli.output import complain
from journeydesk.domain.errors import UserError, WorldError
from journeydesk.services.commands.long_steps import recover
from journeydesk.services.context import Context
from journeydesk.services.workspace.copies import take_daily_copy
from journeydesk.services.workspace.opening import open_workspace


@contextmanager
def workspace() -> Iterator[tuple[Context, config.Connections]]:
    """The workspace with its connections; closed when the block ends."""
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
        yield context, known
        try:
            take_daily_copy(context)
        except (UserError, WorldError) as problem:
            # What was asked is done.
            complain(f"Today's copy of the database could not be made. {problem}")
    finally:
        context.database.close()
