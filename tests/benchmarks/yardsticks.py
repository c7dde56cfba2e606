"""What the machine does today, measured in the same process as the figures that stand beside it.

A figure that moves while its yardstick stays is ours; where both move, something else had the processor or the disk.
"""

import os
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from tests.benchmarks.table import percentile

_SAMPLES = 30
_FRAMES = 60


def _p95(work: Callable[[], object], samples: int) -> float:
    took = []
    for _ in range(samples):
        began = time.perf_counter()
        work()
        took.append((time.perf_counter() - began) * 1000)
    return percentile(took, 0.95)


def python_loop() -> float:
    """Milliseconds of a loop of a hundred thousand steps, p95: the processor."""
    return _p95(lambda: sum(number & 7 for number in range(100_000)), _SAMPLES)


def disk_sync(folder: Path | None = None) -> float:
    """Milliseconds until 4 KiB are on disk, p95: what no durable save can be faster than."""
    with tempfile.NamedTemporaryFile(dir=folder) as file:

        def write() -> None:
            file.write(b"\0" * 4096)
            file.flush()
            os.fsync(file.fileno())

        return _p95(write, _SAMPLES)


def plain_frame() -> float:
    """Milliseconds from Page Down in a bare table of 100,000 rows to painted rows, p95: what Qt takes for a frame by itself."""
    from PySide6.QtCore import QAbstractTableModel, QCoreApplication, QModelIndex, QPersistentModelIndex, Qt
    from PySide6.QtTest import QTest
    from PySide6.QtWidgets import QTableView

    from journeydesk.app import make_application

    class Numbers(QAbstractTableModel):
        def rowCount(self, _parent: QModelIndex | QPersistentModelIndex = QModelIndex()) -> int:  # noqa: B008 - Qt's signature
            return 100_000

        def columnCount(self, _parent: QModelIndex | QPersistentModelIndex = QModelIndex()) -> int:  # noqa: B008
            return 8

        def data(self, index: QModelIndex | QPersistentModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
            return f"{index.row():,}" if role == Qt.ItemDataRole.DisplayRole else None

    make_application()
    model = Numbers()
    table = QTableView()
    table.setModel(model)
    table.resize(1440, 868)
    table.show()
    QCoreApplication.processEvents()

    def page() -> None:
        QTest.keyClick(table, Qt.Key.Key_PageDown)
        QCoreApplication.processEvents()

    took = _p95(page, _FRAMES)
    table.close()
    return took


YARDSTICKS: dict[str, tuple[str, Callable[[], float]]] = {
    "processor": ("a loop of 100,000 steps", python_loop),
    "disk": ("4 KiB on disk", disk_sync),
    "frame": ("a page of a bare table", plain_frame),
}
"""By name: its words, and what measures it in milliseconds."""
