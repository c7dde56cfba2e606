"""Who brings the write-ahead log to disk beside the thread that wrote to it: that one paints meanwhile."""

import threading
from collections.abc import Callable
from contextlib import ExitStack, suppress
from pathlib import Path

from journeydesk.domain.errors import JourneydeskError
from journeydesk.domain.words import tr
from journeydesk.storage.engine import sql
from journeydesk.storage.engine.connection import Connection
from journeydesk.storage.engine.driver import DiskTrouble
from journeydesk.storage.engine.files import bring_to_disk
from journeydesk.storage.engine.folder import FILE_NAME, LOG_NAME

_STAYS_SECONDS = 5.0
"""How long the thread waits for the next one: to begin one costs the thread that writes a millisecond."""

_QUIET_SECONDS = 0.05
"""How long after a sync nothing more was asked for when the log is moved: what that takes of Python, whoever paints would wait for."""


class LogKeeper:
    """Syncs the log of the database in `folder` and has it moved into the file, in a thread that ends once nothing is asked for.
    `tell` is told by that thread, in words, that the disk refused."""

    def __init__(self, folder: Path, move_into_file: Callable[[], None], tell: Callable[[str], object]) -> None:
        self._folder = folder
        self._move_into_file = move_into_file
        self._tell = tell
        self._turn = threading.Condition()
        self._asked = self._is_at_it = self._is_closed = False
        self._thread: threading.Thread | None = None

    def ask(self) -> None:
        """All that was written until now is to come to disk."""
        with self._turn:
            self._asked = True
            if self._thread is None:
                self._thread = threading.Thread(target=self._work, name="log-keeper")
                self._thread.start()
            else:
                self._turn.notify_all()

    def wait(self) -> None:
        """Until all that was asked for is on disk."""
        with self._turn:
            self._turn.wait_for(lambda: not self._asked and not self._is_at_it)

    def close(self) -> None:
        """The same, and the thread's end; who asks afterwards begins another."""
        with self._turn:
            self._is_closed = True
            self._turn.notify_all()
            thread = self._thread
        if thread is not None:
            thread.join()
        self._is_closed = False

    def _work(self) -> None:
        try:
            while self._is_asked():
                self._sync()
                if self._is_quiet():
                    self._move()
        finally:
            with self._turn:
                # Another may have begun since this one found nothing more to do.
                if self._thread is threading.current_thread():
                    self._thread, self._is_at_it = None, False
                    self._turn.notify_all()

    def _is_asked(self) -> bool:
        """Whether there is more to do; waits for it a little."""
        with self._turn:
            self._is_at_it = False
            self._turn.notify_all()
            self._turn.wait_for(lambda: self._asked or self._is_closed, _STAYS_SECONDS)
            self._is_at_it, self._asked = self._asked, False
            if not self._is_at_it:
                # Whoever asks from now on begins another.
                self._thread = None
            return self._is_at_it

    def _is_quiet(self) -> bool:
        """Says that all is on disk, and whether nothing more is asked for."""
        with self._turn:
            self._is_at_it = False
            self._turn.notify_all()
            return not self._turn.wait_for(lambda: self._asked or self._is_closed, _QUIET_SECONDS)

    def _sync(self) -> None:
        try:
            bring_to_disk(self._folder / LOG_NAME)
        except OSError as problem:
            self._tell(
                tr(
                    "The disk that holds {path} reported a fault ({why}). Your last change is shown, but may be gone after a loss "
                    "of power; check the disk, and restore a copy if need be.",
                    path=self._folder / FILE_NAME,
                    why=problem.strerror,
                )
            )

    def _move(self) -> None:
        with suppress(DiskTrouble, JourneydeskError):
            # What cannot be moved now goes with a later commit.
            self._move_into_file()


def leave_to_keeper(connection: Connection, transaction: ExitStack) -> None:
    """The commit of this transaction neither syncs the log nor moves it into the file."""
    for setting, now in (("synchronous", 1), ("wal_autocheckpoint", 0)):
        before = int(sql.scalar(connection, f"PRAGMA {setting}"))
        sql.run(connection, f"PRAGMA {setting} = {now}")
        transaction.callback(sql.run, connection, f"PRAGMA {setting} = {before}")
