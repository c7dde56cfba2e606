"""What a crash of the process itself leaves: where each thread stood, kept for its owner and logged at the next start."""

import contextlib
import faulthandler
import logging
import sys
from collections.abc import Callable
from pathlib import Path

from journeydesk.storage.engine.files import new_file

FILE_NAME = "crash.txt"
_LONGEST = 15_000

_log = logging.getLogger("journeydesk.crash")


def write_crashes_to(folder: Path) -> Callable[[], None]:
    """Begins to note crashes in `folder`; the last one goes into the log, which redacts it. Returns what ends it."""
    path = folder / FILE_NAME
    before = faulthandler.is_enabled()
    try:
        _log_the_last(path)
        file = new_file(path)
    except OSError as problem:
        _log.warning("crashes cannot be noted in %s: %s", path, problem.strerror)
        return lambda: None
    faulthandler.enable(file, all_threads=True)

    def end() -> None:
        faulthandler.disable()
        if before and sys.stderr is not None:
            with contextlib.suppress(OSError, ValueError):
                faulthandler.enable()
        file.close()
        with contextlib.suppress(OSError):
            path.unlink()

    return end


def _log_the_last(path: Path) -> None:
    if path.is_symlink():
        path.unlink()
        return
    with contextlib.suppress(FileNotFoundError):
        text = path.read_text(encoding="utf-8", errors="replace")[:_LONGEST]
        if text:
            _log.warning("the program crashed when it last ran: %s", text)
        path.unlink()
