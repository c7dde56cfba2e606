"""A later start of the same workspace: it asks the window that is open, by a file in a folder of the workspace.

The window takes the file away as its answer. A file can be taken away once: a start that takes its own back knows that nobody heard it.
(A socket of Qt would do the same for 3 MB of resident memory.)
"""

import contextlib
import os
import stat
import time
from pathlib import Path
from secrets import token_hex
from typing import Protocol

from journeydesk.storage.engine.files import write_new
from journeydesk.storage.engine.folder import STARTS

PATIENCE_SECONDS = 10.0
"""How long a start waits for another that has just begun, or for a window that is closing."""

_AGAIN_SECONDS = 0.01
_ENDS_WITH = ".start"
_MOST_BYTES = 8_192
"""The longest thing to open that is listened to: a path may be long, and no link is."""


class Place(Protocol):
    """The one place for a window on a workspace."""

    def take(self) -> bool:
        """Whether this program has it now."""
        ...


def take_or_raise(place: Place, workspace: Path, patience: float = PATIENCE_SECONDS, what: str = "") -> bool | None:
    """True where this program has the place now, False where another one's window came to the front and opens `what` (a link or a file),
    None where another has it and does not answer within `patience` seconds."""
    until = time.monotonic() + patience
    asked: Path | None = None
    while not place.take():
        asked = asked or _asked(folder_of(workspace), what)
        time.sleep(_AGAIN_SECONDS)
        if asked is not None and not asked.exists():
            return False
        if time.monotonic() > until:
            return None if asked is None or _took_back(asked) else False
    if asked is not None:
        # A window that heard it and closed since has opened nothing that stands: this one opens it.
        _took_back(asked)
    return True


def folder_of(workspace: Path) -> Path:
    """Where later starts ask; it is there once the workspace was opened."""
    return workspace / STARTS


def heard(workspace: Path) -> list[str]:
    """What later starts ask to open, "" where one only wants the window to come to the front; each is answered by it."""
    asked = []
    for path in sorted(folder_of(workspace).glob(f"*{_ENDS_WITH}")):
        # One that took its word back asks for nothing.
        with contextlib.suppress(OSError):
            about = path.lstat()
            said = path.read_bytes() if stat.S_ISREG(about.st_mode) and about.st_size <= _MOST_BYTES else b""
            path.unlink()
            # Nor does one that was killed, as old as that.
            if time.time() - about.st_mtime <= PATIENCE_SECONDS:
                asked.append(os.fsdecode(said))
    return asked


def _asked(folder: Path, what: str) -> Path | None:
    path = folder / f"{token_hex(8)}{_ENDS_WITH}"
    with contextlib.suppress(OSError):
        # As the system spells it: a name of a file may be no text.
        write_new(path, os.fsencode(what))
        return path
    return None


def _took_back(asked: Path) -> bool:
    """Whether nobody has heard it, nor will."""
    try:
        asked.unlink()
    except OSError:
        # It is gone, or (on Windows) held open by the window that reads it.
        return False
    return True
