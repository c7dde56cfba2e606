"""A workspace with nobody in it: how to begin, as a picture of a window of its own."""

import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QEvent, QSize

from journeydesk import config
from journeydesk.services.workspace.opening import open_workspace
from journeydesk.ui.main_window import MainWindow
from journeydesk.ui.tabs.prospects.tab import ProspectsTab
from journeydesk.ui.theme import Theme


@contextmanager
def empty_window(theme: Theme, size: QSize, wait_for: Callable[[Callable[[], bool]], None]) -> Iterator[MainWindow]:
    """The window on a new workspace, which goes with the block."""
    nowhere = config.connections({})
    with tempfile.TemporaryDirectory(prefix="journeydesk-empty-") as folder:
        context, _ = open_workspace(Path(folder), None, nowhere)
        window = MainWindow(context, theme)
        tab = window.tab("Prospects")
        assert isinstance(tab, ProspectsTab)
        try:
            window.resize(size)
            window.show()
            wait_for(lambda: tab.counted)
            yield window
        finally:
            wait_for(lambda: tab.counted)
            window.close()
            window.deleteLater()
            # Its timers would ask a workspace that is gone.
            QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
            context.database.close()
