"""Start to a usable list: the real application on a real workspace, ended after its first painted rows.

Run as a process with the workspace's folder and its key in hex; prints one JSON line like `empty_window`. With the word `tour`
it first opens every place, so that the memory is that of somebody who has worked with it, and with the stand-in's addresses as
JSON behind it a sync runs, too, and what it brought is evaluated.
"""

import json
import sys
import threading
import time
from pathlib import Path

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QApplication

from journeydesk import config
from journeydesk.app import build, make_application
from journeydesk.services.context import Context
from journeydesk.ui.main_window import MainWindow
from journeydesk.ui.places import KEYS
from journeydesk.ui.tabs.prospects.tab import ProspectsTab
from tests.benchmarks.process import resident_kib
from tests.benchmarks.waiting import let_run, wait_until

_SETTLES_MS = 700


class FirstRows(QObject):
    """Ends the program after the list was painted with rows in it."""

    def __init__(self, window: MainWindow, tab: ProspectsTab, tour: bool, addresses: dict[str, str]) -> None:
        super().__init__()
        self._window = window
        self._tab = tab
        self._tour = tour
        self._addresses = addresses

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Paint and self._tab.model.rowCount():
            watched.removeEventFilter(self)
            QTimer.singleShot(0, self.report)
        return super().eventFilter(watched, event)

    def report(self) -> None:
        painted = time.monotonic()
        for place in KEYS if self._tour else ():
            self._window.show_place(place)
            let_run(_SETTLES_MS)
        if self._addresses:
            worker = threading.Thread(target=_sync, args=(self._window.context, self._addresses))
            worker.start()
            wait_until(lambda: not worker.is_alive(), 20)
            let_run(_SETTLES_MS)
        print(json.dumps({"painted": painted, "resident": resident_kib()}), flush=True)
        QApplication.exit(0)


def _sync(context: Context, addresses: dict[str, str]) -> None:
    """A pass and what follows from it, on a thread of its own as in the program."""
    # Here, so that no start is measured with them.
    from journeydesk.services.sync.connecting import set_pace
    from journeydesk.services.sync.session import SyncSession

    known = config.connections(
        {
            "JOURNEYDESK_AIRTABLE_URL": addresses["airtable_url"],
            "JOURNEYDESK_AIRTABLE_TOKEN": addresses["token"],
            "JOURNEYDESK_AIRTABLE_BASE": addresses["base_id"],
        }
    )
    set_pace(context, 0)
    SyncSession(context, known).run()


def main() -> int:
    folder = Path(sys.argv[1])
    application = make_application()
    known = config.connections()
    running = build(folder, known, bytes.fromhex(sys.argv[2]))
    tab = running.window.tab("Prospects")
    assert isinstance(tab, ProspectsTab)
    addresses = json.loads(sys.argv[4]) if len(sys.argv) > 4 else {}
    watcher = FirstRows(running.window, tab, sys.argv[3:4] == ["tour"], addresses)
    tab.table.viewport().installEventFilter(watcher)
    running.window.show()
    status = application.exec()
    running.context.database.close()
    return status


if __name__ == "__main__":
    raise SystemExit(main())
