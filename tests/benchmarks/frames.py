"""How long a hand waits: from a call or a key to what is painted."""

import time
from collections.abc import Callable, Sequence

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from tests.benchmarks.table import Figure, percentile, spread


def milliseconds(work: Callable[[], object], widget: QWidget) -> float:
    """The time from a call to the widget painted."""
    QCoreApplication.processEvents()
    began = time.perf_counter()
    work()
    widget.repaint()
    return (time.perf_counter() - began) * 1000


def frame(work: Callable[[], object]) -> float:
    """The time of one frame of scrolling: what stays is moved, only the rows that come in are painted."""
    QCoreApplication.processEvents()
    began = time.perf_counter()
    work()
    QCoreApplication.processEvents()
    return (time.perf_counter() - began) * 1000


def figure(what: str, samples: Sequence[float], bound: float, share: float = 0.95) -> Figure:
    """A percentile of the samples, in milliseconds, against its bound."""
    return Figure(what, percentile(samples, share), "ms", bound, spread(samples))
