"""Who has a workspace open: every program shares its lock, and one that replaces or removes the file has it alone.

A lock of the operating system, which goes with the program that holds it, however that ends.
"""

import os
import stat
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from journeydesk.domain.errors import NotNow, UserError

LOCK_NAME = "workspace.lock"
PATIENCE_SECONDS = 5.0
_AGAIN_SECONDS = 0.02


class WorkspaceInUse(NotNow):
    """Another program has the workspace open, or replaces its database at this moment; nothing was begun."""


class Presence:
    """This program's share of a workspace: from `enter` to `leave` nobody replaces the database under it. From any thread."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._guard = threading.Lock()
        self._handle: int | None = None

    def enter(self) -> bool:
        """Takes the share unless it is held already; whether it was taken now. Raises WorkspaceInUse where another program
        replaces the database."""
        with self._guard:
            if self._handle is not None:
                return False
            self._handle = _locked(
                self._folder,
                alone=False,
                refusal="The database of this workspace is being replaced by a copy at this moment. Nothing was changed; "
                "try again when that has finished.",
            )
            return self._handle is not None

    def leave(self) -> None:
        """Gives the share back; nothing happens where there is none."""
        with self._guard:
            handle, self._handle = self._handle, None
        if handle is not None:
            os.close(handle)


@contextmanager
def alone_in(folder: Path) -> Iterator[None]:
    """Nobody else has the workspace in `folder` open within the block, in this program or another. Raises WorkspaceInUse where
    somebody still has after five seconds."""
    handle = _locked(
        folder,
        alone=True,
        refusal="Journeydesk has this workspace open, in a window or in another command. Nothing was changed; close it and try "
        "again.",
    )
    try:
        yield
    finally:
        if handle is not None:
            os.close(handle)


def _locked(folder: Path, *, alone: bool, refusal: str) -> int | None:
    """A handle that holds the lock; None where the folder takes no file, so that nobody can replace one in it either."""
    handle = _lock_file(folder / LOCK_NAME)
    until = time.monotonic() + PATIENCE_SECONDS
    while handle is not None and not _lock(handle, alone):
        if time.monotonic() > until:
            os.close(handle)
            raise WorkspaceInUse(refusal)
        time.sleep(_AGAIN_SECONDS)
    return handle


def _lock_file(path: Path) -> int | None:
    if path.is_symlink():
        raise UserError(f"{path} is a link. Remove it; Journeydesk makes the file itself.")
    try:
        return os.open(path, os.O_CREAT | os.O_RDWR | getattr(os, "O_NOFOLLOW", 0), stat.S_IRUSR | stat.S_IWUSR)
    except OSError:
        return None


if sys.platform == "win32":
    import ctypes
    import msvcrt
    from ctypes import wintypes

    _EXCLUSIVE, _AT_ONCE = 2, 1

    class _Overlapped(ctypes.Structure):
        _fields_ = (
            ("internal", ctypes.c_void_p),
            ("internal_high", ctypes.c_void_p),
            ("offset", wintypes.DWORD),
            ("offset_high", wintypes.DWORD),
            ("event", wintypes.HANDLE),
        )

    def _lock(handle: int, alone: bool) -> bool:
        file = wintypes.HANDLE(msvcrt.get_osfhandle(handle))
        flags = _AT_ONCE | (_EXCLUSIVE if alone else 0)
        return bool(ctypes.windll.kernel32.LockFileEx(file, flags, 0, 1, 0, ctypes.byref(_Overlapped())))
else:
    import fcntl

    def _lock(handle: int, alone: bool) -> bool:
        try:
            fcntl.flock(handle, (fcntl.LOCK_EX if alone else fcntl.LOCK_SH) | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        return True
