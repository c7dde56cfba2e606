"""Who has a workspace open: every program shares its lock, and one that replaces or removes the file has it alone."""

import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from journeydesk.domain.errors import NotNow, UserError
from journeydesk.domain.words import tr
from journeydesk.storage.engine.file_lock import FileLock

LOCK_NAME = "workspace.lock"
PATIENCE_SECONDS = 5.0
_AGAIN_SECONDS = 0.02


class WorkspaceInUse(NotNow):
    """Another program has the workspace open, or replaces its database at this moment; nothing was begun."""


class Presence:
    """This program's share of a workspace: from `enter` to `leave` nobody replaces the database under it. From any thread."""

    def __init__(self, folder: Path) -> None:
        self._lock = FileLock(folder / LOCK_NAME)
        self._guard = threading.Lock()
        self._inside = False

    def enter(self) -> bool:
        """Takes the share unless it is held already; whether it was taken now. Raises WorkspaceInUse where another program
        replaces the database."""
        with self._guard:
            if self._inside:
                return False
            _take(
                self._lock,
                shared=True,
                refusal=tr(
                    "The database of this workspace is being replaced by a copy at this moment. Nothing was changed; "
                    "try again when that has finished."
                ),
            )
            self._inside = True
            return True

    def leave(self) -> None:
        """Gives the share back; nothing happens where there is none."""
        with self._guard:
            self._inside = False
            self._lock.let_go()


@contextmanager
def alone_in(folder: Path) -> Iterator[None]:
    """Nobody else has the workspace in `folder` open within the block, in this program or another. Raises WorkspaceInUse where
    somebody still has after five seconds."""
    lock = FileLock(folder / LOCK_NAME)
    _take(
        lock,
        shared=False,
        refusal=tr(
            "Journeydesk has this workspace open, in a window or in another command. Nothing was changed; "
            "close it and try again."
        ),
    )
    try:
        yield
    finally:
        lock.let_go()


def _take(lock: FileLock, *, shared: bool, refusal: str) -> None:
    if lock.path.is_symlink():
        raise UserError(tr("{path} is a link. Remove it; Journeydesk makes the file itself.", path=lock.path))
    until = time.monotonic() + PATIENCE_SECONDS
    while not lock.take(shared=shared):
        if time.monotonic() > until:
            raise WorkspaceInUse(refusal)
        time.sleep(_AGAIN_SECONDS)
