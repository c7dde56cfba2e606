"""The one kind of lock that programs see of each other: it ends with the program that holds it, however that ends.

Of our own because a workspace is shared by its readers and held alone by whoever replaces it, which packaged locks do not offer.
"""

import os
import stat
import sys
from pathlib import Path


class FileLock:
    """A lock on an empty file, which stays there. Two objects exclude each other in one program too."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._handle: int | None = None

    def take(self, *, shared: bool = False) -> bool:
        """Takes the lock if nobody holds it, or nobody alone where it is `shared`; never waits. A folder that takes no file, and a
        disk without locks, have none: then it is taken as well."""
        try:
            handle = os.open(self.path, os.O_CREAT | os.O_RDWR | getattr(os, "O_NOFOLLOW", 0), stat.S_IRUSR | stat.S_IWUSR)
        except OSError:
            return True
        if not _locked(handle, shared):
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
        """Whether somebody holds it alone now."""
        if not self.path.exists():
            return False
        look = FileLock(self.path)
        free = look.take(shared=True)
        look.let_go()
        return not free


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

    def _locked(handle: int, shared: bool) -> bool:
        file = wintypes.HANDLE(msvcrt.get_osfhandle(handle))
        flags = _AT_ONCE | (0 if shared else _EXCLUSIVE)
        return bool(ctypes.windll.kernel32.LockFileEx(file, flags, 0, 1, 0, ctypes.byref(_Overlapped())))

else:
    import fcntl

    def _locked(handle: int, shared: bool) -> bool:
        try:
            fcntl.flock(handle, (fcntl.LOCK_SH if shared else fcntl.LOCK_EX) | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        except OSError:
            return True
        return True
