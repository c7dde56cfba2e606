"""A lock that programs see of each other and that ends with the program that holds it, however that ends."""

import os
import sys
from pathlib import Path


class FileLock:
    """A lock on an empty file, which stays there. Two objects exclude each other in one program too."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._handle: int | None = None

    def take(self) -> bool:
        """Takes the lock if nobody holds it; never waits. A folder that takes no file has no locks: then it is taken as well."""
        try:
            handle = os.open(self._path, os.O_CREAT | os.O_RDWR | getattr(os, "O_NOFOLLOW", 0), 0o600)
        except OSError:
            return True
        if not _locked(handle):
            os.close(handle)
            return False
        self.let_go()
        self._handle = handle
        return True

    def let_go(self) -> None:
        """Lets go of it, if this object holds it."""
        if self._handle is not None:
            os.close(self._handle)
            self._handle = None

    def is_taken(self) -> bool:
        """Whether somebody holds it now."""
        if not self._path.exists():
            return False
        free = self.take()
        self.let_go()
        return not free


if sys.platform == "win32":
    import msvcrt

    def _locked(handle: int) -> bool:
        try:
            msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)
        except OSError:
            return False
        return True

else:
    import fcntl

    def _locked(handle: int) -> bool:
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            return False
        return True
