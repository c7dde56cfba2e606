"""First openings: a fresh window each time, left alone until it has made its places, as while its first list is read."""

from collections import defaultdict
from functools import partial

from PySide6.QtCore import QCoreApplication, QEvent, QEventLoop

from journeydesk.running import Running
from journeydesk.services.calls.session import end_session, open_session
from journeydesk.ui.main_window import MainWindow
from journeydesk.ui.window.making_ahead import MakingAhead
from tests.benchmarks.frames import figure, frame
from tests.benchmarks.real_window import real_window
from tests.benchmarks.table import Figure
from tests.benchmarks.workspaces import Workspaces

_BOUNDS = {"Kanban": 90, "Today": 80, "Alerts": 80, "Reports": 80, "Settings": 80, "Call session": 80}
_WINDOWS = 15


def opening_figures(workspaces: Workspaces) -> list[Figure]:
    """Each place for the first time in its window."""
    with real_window(workspaces.run_folder("big")) as running:
        samples = first_openings(running, _WINDOWS)
    return [figure(f"{place}, first opening, p95", samples[place], bound) for place, bound in _BOUNDS.items()]


def first_openings(running: Running, windows: int) -> dict[str, list[float]]:
    """Milliseconds of each place's first opening, in so many windows."""
    samples: dict[str, list[float]] = defaultdict(list)
    for _ in range(windows):
        window = MainWindow(running.context, running.theme)
        window.show()
        QCoreApplication.processEvents()
        _leave_alone(window)
        if open_session(running.context) is not None:
            end_session(running.context)
        for place in _BOUNDS:
            window.show_place("Prospects")
            begin = window.sessions.start if place == "Call session" else partial(window.show_place, place)
            samples[place].append(frame(begin))
        assert window.place == "Call session"
        end_session(running.context)
        window.close()
        window.deleteLater()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    return samples


def _leave_alone(window: MainWindow) -> None:
    ahead = MakingAhead(window.pages, quiet_ms=0)
    loop = QEventLoop()
    ahead.done.connect(loop.quit)
    ahead.begin()
    loop.exec()
