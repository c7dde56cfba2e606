"""Start to a usable list: the real application on a real workspace, ended after its first painted rows.

Run as a process with the workspace's folder and its key in hex; prints one JSON line like `empty_window`.
"""

import json
import sys
import time
from pathlib import Path

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QApplication

from journeydesk import config
from journeydesk.app import build, make_application
from journeydesk.ui.tabs.prospects.tab import ProspectsTab
from tests.benchmarks.process import resident_kib


class FirstRows(QObject):
    """Ends the program after the list was painted with rows in it."""

    def __init__(self, tab: ProspectsTab) -> None:
        super().__init__()
        self._tab = tab

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Paint and self._tab.model.rowCount():
            watched.removeEventFilter(self)
            QTimer.singleShot(0, self.report)
        return super().eventFilter(watched, event)

    def report(self) -> None:
        print(json.dumps({"painted": time.monotonic(), "resident": resident_kib()}), flush=True)
        QApplication.exit(0)


def main() -> int:
    folder = Path(sys.argv[1])
    application = make_application()
    known = config.connections()
    running = build(folder, known, bytes.fromhex(sys.argv[2]))
    tab = running.window.tab("Prospects")
    assert isinstance(tab, ProspectsTab)
    watcher = FirstRows(tab)
    tab.table.viewport().installEventFilter(watcher)
    running.window.show()
    status = application.exec()
    running.context.database.close()
    return status


if __name__ == "__main__":
    raise SystemExit(main())
