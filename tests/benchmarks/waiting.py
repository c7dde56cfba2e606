"""Waiting as the window's own loop does: while it waits, other threads have Python to themselves. `QTest.qWait` sleeps without giving it
away, so that what is computed beside takes many times as long."""

from collections.abc import Callable

from PySide6.QtCore import QEventLoop, QTimer


def let_run(milliseconds: int) -> None:
    """Lets events and other threads run for so long."""
    loop = QEventLoop()
    QTimer.singleShot(milliseconds, loop.quit)
    loop.exec()


def wait_until(ended: Callable[[], bool], look_every_ms: int = 1) -> None:
    """Lets them run until `ended` says so."""
    while not ended():
        let_run(look_every_ms)
