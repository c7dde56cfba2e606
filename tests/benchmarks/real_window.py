"""The real window over a large workspace, as the program runs it."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from PySide6.QtCore import QCoreApplication

from journeydesk import config
from journeydesk.app import build
from journeydesk.running import Running
from journeydesk.ui.program.garbage import Collector
from journeydesk.ui.tabs.prospects.tab import ProspectsTab
from tests.benchmarks.big_database import KEY

ACTOR = "Amaia Etxarri"


@contextmanager
def real_window(folder: Path) -> Iterator[Running]:
    """Shown, with its own collector: a collection in the thread that works would stop the window."""
    running = build(folder, config.connections({"JOURNEYDESK_ACTOR": ACTOR}), KEY, "light")
    collector = Collector(running.window)
    running.window.show()
    QCoreApplication.processEvents()
    try:
        yield running
    finally:
        collector.stop()
        running.window.close()
        running.context.database.close()


def list_of(running: Running) -> ProspectsTab:
    """The tab with the list."""
    tab = running.window.tab("Prospects")
    assert isinstance(tab, ProspectsTab)
    return tab
