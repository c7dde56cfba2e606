"""How long a hand waits: from a call or a key to what is painted."""

import time
from collections.abc import Callable, Sequence

from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QWidget

from tests.benchmarks.table import Figure, percentile, spread


class Taken(float):
    """Milliseconds that something took, and how many of them its thread computed: the rest it waited for processor, disk or others."""

    processor: float


def _taken(work: Callable[[], object]) -> Taken:
    computed, began = time.thread_time(), time.perf_counter()
    work()
    taken = Taken((time.perf_counter() - began) * 1000)
    taken.processor = (time.thread_time() - computed) * 1000
    return taken


def settle() -> None:
    """What the loop of the application does between two keys: everything that waits, the end of what was closed, which `processEvents`
    alone leaves in the window for ever, and what that end leaves to be painted."""
    QCoreApplication.processEvents()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    QCoreApplication.processEvents()


def milliseconds(work: Callable[[], object], widget: QWidget) -> float:
    """The time from a call to the widget painted."""
    settle()

    def whole() -> None:
        work()
        widget.repaint()

    return _taken(whole)


def frame(work: Callable[[], object], until: Callable[[], object] = lambda: None) -> float:
    """The time of one frame of scrolling: what stays is moved, only the rows that come in are painted. `until` waits for what is done
    beside it, such as saving."""
    settle()

    def whole() -> None:
        work()
        QCoreApplication.processEvents()
        until()

    return _taken(whole)


def figure(what: str, samples: Sequence[float], bound: float, share: float = 0.95) -> Figure:
    """A percentile of the samples, in milliseconds, against its bound; beside it what the thread computed in that time."""
    computed = [taken.processor for taken in samples if isinstance(taken, Taken)]
    words = f"; computing: median {percentile(computed, 0.5):.1f}, p95 {percentile(computed, 0.95):.1f} ms" if computed else ""
    return Figure(what, percentile(samples, share), "ms", bound, spread(samples) + words)
