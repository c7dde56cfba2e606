"""Opening a workspace: database, settings, actor; and what it is connected to."""

import contextlib
import getpass
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

from journeydesk.config import Connections
from journeydesk.services.changes import Listener
from journeydesk.services.context import Context, nobody
from journeydesk.services.workspace.settings import in_words, read
from journeydesk.storage.engine.database import WINDOW_LOCK
from journeydesk.storage.engine.file_lock import FileLock
from journeydesk.storage.opening import open_database
from journeydesk.storage.sync.meta import get_meta
from journeydesk.storage.sync.option_words import team_words


def now() -> datetime:
    """The wall clock in UTC."""
    return datetime.now(UTC)


def window_place(folder: Path) -> FileLock:
    """The one place for a window on the workspace in `folder`: `Database.has_window` sees who has it."""
    with contextlib.suppress(OSError):
        folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    return FileLock(folder / WINDOW_LOCK)


def open_workspace(
    folder: Path,
    key: bytes | None,
    known: Connections,
    publish: Listener = nobody,
    clock: Callable[[], datetime] = now,
) -> tuple[Context, list[str]]:
    """Opens the workspace in `folder`. Returns its context and what was wrong with its settings, in sentences.

    Raises the errors of `Database.open`.
    """
    database = open_database(folder, key)
    with database.read() as connection:
        settings, overrides, problems = read(connection)
        words = team_words(connection)
        stored = get_meta(connection, "actor")
    actor = known.actor or stored or getpass.getuser()
    return Context(database, in_words(settings, words), clock, actor, publish, overrides, words=words), problems
