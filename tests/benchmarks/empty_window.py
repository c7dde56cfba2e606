"""The yardstick for start and memory: an empty QTableView in a window, painted once.

Run as a process; prints one JSON line with the monotonic clock at the first paint and the resident memory in KiB.
"""

import json
import sys
import time

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtGui import QStandardItemModel
from PySide6.QtWidgets import QApplication, QTableView


class FirstPaint(QObject):
    """Ends the program after the table was painted for the first time."""

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Paint:
            QTimer.singleShot(0, self.report)
            watched.removeEventFilter(self)
        return super().eventFilter(watched, event)

    def report(self) -> None:
        from tests.benchmarks.process import resident_kib

        print(json.dumps({"painted": time.monotonic(), "resident": resident_kib()}), flush=True)
        QApplication.exit(0)


def main() -> int:
    application = QApplication(sys.argv[:1])
    table = QTableView()
    table.setModel(QStandardItemModel(0, 8, table))
    table.resize(1440, 868)
    watcher = FirstPaint()
    table.viewport().installEventFilter(watcher)
    table.show()
    return application.exec()


if __name__ == "__main__":
    raise SystemExit(main())
