"""Long work beside the window: run on a pool thread, its result handed over on the GUI thread."""

from collections.abc import Callable
from typing import TypeVar

from PySide6.QtCore import QObject, QRunnable, Qt, QThreadPool, Signal

from journeydesk.domain.errors import Bug, JourneydeskError

T = TypeVar("T")


class _Handover(QObject):
    """Lives on the GUI thread; the pool emits, Qt queues."""

    finished = Signal(object)
    failed = Signal(object)


class _Run(QRunnable):
    """One piece of work."""

    def __init__(self, work: Callable[[], object], handover: _Handover) -> None:
        super().__init__()
        self._work = work
        self._handover = handover

    def run(self) -> None:
        try:
            result = self._work()
        except JourneydeskError as problem:
            self._emit(self._handover.failed, problem)
        except Exception as problem:  # noqa: BLE001 - told to the person as ours; a pool thread has nobody above it
            self._emit(self._handover.failed, Bug(f"{type(problem).__name__}: {problem}"))
        else:
            self._emit(self._handover.finished, result)

    @staticmethod
    def _emit(signal: object, value: object) -> None:
        try:
            signal.emit(value)  # type: ignore[attr-defined]
        except RuntimeError:
            # The window went while the work ran; nobody is left to tell.
            return


class Background(QObject):
    """Runs work for one screen. Of work of the same `kind` only the result of the last one asked for is handed over."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._pool = QThreadPool(self)
        self._pool.setMaxThreadCount(2)
        self._turns: dict[str, int] = {}
        self._running: dict[str, _Handover] = {}

    def run(
        self, kind: str, work: Callable[[], T], done: Callable[[T], None], failed: Callable[[JourneydeskError], None]
    ) -> None:
        """Starts the work; `done` or `failed` is called on this thread, unless newer work of its kind was asked for."""
        turn = self._turns[kind] = self._turns.get(kind, 0) + 1
        handover = _Handover(self)
        self._running[kind] = handover

        def if_last(tell: Callable[..., None]) -> Callable[[object], None]:
            def on_result(value: object) -> None:
                handover.deleteLater()
                if self._turns[kind] == turn:
                    del self._running[kind]
                    tell(value)

            return on_result

        handover.finished.connect(if_last(done), Qt.ConnectionType.QueuedConnection)
        handover.failed.connect(if_last(failed), Qt.ConnectionType.QueuedConnection)
        self._pool.start(_Run(work, handover))

    def run_while_wanted(
        self,
        kind: str,
        work: Callable[[Callable[[], bool]], T | None],
        done: Callable[[T], None],
        failed: Callable[[JourneydeskError], None],
    ) -> None:
        """`run` for work that asks now and then whether newer work of its kind was asked for, or it was dropped, and then ends with
        None: it would take time from what is waited for."""
        turn = self._turns.get(kind, 0) + 1

        def take(result: T | None) -> None:
            if result is not None:
                done(result)

        self.run(kind, lambda: work(lambda: self._turns[kind] != turn), take, failed)

    def drop(self, kind: str) -> None:
        """What runs of this kind is no longer waited for."""
        self._turns[kind] = self._turns.get(kind, 0) + 1
        self._running.pop(kind, None)

    def busy(self, kind: str) -> bool:
        """Whether a result of this kind is still to come."""
        return kind in self._running

    def wait(self) -> None:
        """Waits until nothing runs: before the window or its database goes."""
        self._pool.waitForDone()
