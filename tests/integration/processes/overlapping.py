"""A window that keeps its place when it closes until it is told to let go: `python -m tests.integration.processes.overlapping`.

Two of them overlap for certain, however fast either is: the second one leaves `refused` beside the workspace where the place was
taken, and the first one holds it until `let-go` is there.
"""

import sys
import time
from pathlib import Path

from PySide6.QtCore import QCoreApplication

from journeydesk import app
from journeydesk.storage.engine.database import WINDOW_LOCK
from journeydesk.storage.engine.file_lock import FileLock

REFUSED, LET_GO = "refused", "let-go"


class HeldPlace(FileLock):
    """The window's place on a workspace, in the test's hand."""

    def __init__(self, workspace: Path) -> None:
        super().__init__(workspace / WINDOW_LOCK)
        self._home = workspace.parent

    def take(self, *, shared: bool = False) -> bool:
        taken = super().take(shared=shared)
        if not taken:
            (self._home / REFUSED).touch()
        return taken

    def let_go(self) -> None:
        # Taking lets go of what was held before, which is nothing.
        while self._handle is not None and not (self._home / LET_GO).exists():
            # A program that still listens for later starts would answer them now.
            QCoreApplication.processEvents()
            time.sleep(0.01)
        super().let_go()


def _place(workspace: Path) -> FileLock:
    workspace.mkdir(parents=True, exist_ok=True, mode=0o700)
    return HeldPlace(workspace)


if __name__ == "__main__":
    from journeydesk.__main__ import main

    vars(app)["window_place"] = _place
    sys.exit(main(["open"]))
