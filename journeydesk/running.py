"""What runs by itself while a window is open: sync, rounds, looks and timers, begun in pieces once the window stands."""

import contextlib
import time
from collections.abc import Callable, Iterable, Iterator
from importlib import import_module
from typing import TYPE_CHECKING

from journeydesk import config
from journeydesk.domain.errors import WorldError
from journeydesk.domain.frozen_data import dataclass
from journeydesk.services.context import Context
from journeydesk.ui.bridge import Bridge
from journeydesk.ui.main_window import MainWindow
from journeydesk.ui.program.first_picture import FirstPicture
from journeydesk.ui.theme import Theme
from journeydesk.ui.window.making_ahead import WhileIdle

if TYPE_CHECKING:
    from journeydesk.background.schedule import Schedule
    from journeydesk.background.worker import SyncWorker

COPIED_AFTER_SECONDS = 3.0
"""How long after the first paint the daily copy is made: a window is often open for a moment only."""

_UNTOUCHED_MS = 300
_ANSWERED_MS = 80
"""What a key asked for stands painted by then."""

_STANDING_AFTER_MS = 1_000
"""Logs and later starts wait no longer for a hand that rests neither on the keys nor on the mouse."""

_FOR_STANDING = (
    "journeydesk.ui.dialogs.palette",
    "journeydesk.background.log_files",
    "journeydesk.ui.program.qt_messages",
    "journeydesk.ui.program.ending",
    "journeydesk.ui.program.single_instance",
    "journeydesk.ui.window.arrivals",
    "journeydesk.services.workspace.recovery",
)
"""What is loaded as soon as the window stands: for whoever looks for somebody at once, for the logs, and for what comes from outside."""

_PIECES = (
    "importlib.metadata",
    "uuid",
    "journeydesk.background.schedule",
    "jeepney.io.blocking",
    "journeydesk.services.evaluation.one_evaluation",
    "journeydesk.services.workspace.health",
    "journeydesk.ui.notifications.desk",
    "journeydesk.ui.window.receiving",
    "journeydesk.sync.engine",
    "journeydesk.services.sync.session",
    "journeydesk.services.queries.integrations",
    "journeydesk.services.mail.account",
    "journeydesk.services.mail.rounds",
    "journeydesk.background.rounds",
    "journeydesk.reports.document",
    "journeydesk.background.weekly_report",
    "journeydesk.services.sync.checking",
    "journeydesk.services.workspace.copies",
)
"""What is loaded for it, in pieces between which a key is answered."""


@dataclass
class Running:
    """An open window and what belongs to it."""

    window: MainWindow
    context: Context
    bridge: Bridge
    theme: Theme


class Beginning:
    """Calls `stands` once the window stands, then begins all of it while nobody touches it, and has the other places made after it."""

    def __init__(self, running: Running, known: config.Connections, stands: Callable[[], object]) -> None:
        self._running = running
        self._known = known
        self._stops: list[Callable[[], None]] = []
        self._picture = FirstPicture(running.window)
        self._standing = WhileIdle(_loaded(_FOR_STANDING), _ANSWERED_MS, running.window, _STANDING_AFTER_MS)
        self._loading = WhileIdle(self._pieces(), _UNTOUCHED_MS, running.window)
        self._picture.stands.connect(lambda: self._standing.begin(0))
        self._standing.done.connect(stands)
        self._standing.done.connect(lambda: self._loading.begin(0))

    def _pieces(self) -> Iterator[None]:
        yield from _loaded(_PIECES)
        self._stops.append(start_background(self._running, self._known))
        yield
        # Nobody touches it now; otherwise this would not be reached yet.
        self._running.window.ahead.begin(_UNTOUCHED_MS)

    def stop(self) -> None:
        """Begins no more, and stops what was begun within a second."""
        self._picture.stop()
        self._standing.stop()
        self._loading.stop()
        for stop in self._stops:
            stop()


def _loaded(names: Iterable[str]) -> Iterator[None]:
    for name in names:
        import_module(name)
        yield


def start_background(running: Running, known: config.Connections) -> Callable[[], None]:
    """The worker and the timers; returns what stops them within a second."""
    from journeydesk.background.rounds import begin_rounds, stop_together
    from journeydesk.background.schedule import Schedule
    from journeydesk.services.workspace.health import closed_well
    from journeydesk.ui.notifications.desk import NotificationDesk
    from journeydesk.ui.program.stillness import follow_stillness
    from journeydesk.ui.window.receiving import begin_receiving

    context = running.context
    schedule = Schedule()
    worker = _start_sync(context, known, schedule)
    workers = (worker, *begin_rounds(context, known, running.bridge.say, schedule))
    _look_now_and_then(running, known, schedule)
    schedule.start()
    running.window.sync.attach(worker)
    worker.request()
    desk = NotificationDesk(context, running.window)
    end_receiving = begin_receiving(running.window)
    end_following = follow_stillness(running.window, running.theme.motion.hear)

    def stop() -> None:
        end_receiving()
        end_following()
        desk.stop()
        schedule.stop()
        stop_together(workers)
        # An end that cannot be noted counts as one out of order: the next look is thorough, no more.
        with contextlib.suppress(WorldError):
            closed_well(context)

    return stop


def _start_sync(context: Context, known: config.Connections, schedule: "Schedule") -> "SyncWorker":
    """The worker that syncs, asked every few minutes and after the computer slept."""
    from journeydesk.background.awake import Awake
    from journeydesk.background.worker import SyncWorker
    from journeydesk.services.sync.session import EVERY_MINUTES, SyncSession, next_interval
    from journeydesk.services.sync.working_offline import works_offline

    session = SyncSession(context, known)
    awake = Awake(time.time, time.monotonic)

    def one_pass(stopping: Callable[[], bool], sleep: Callable[[float], None]) -> object:
        # Nothing is tried again by itself while a person has the network off.
        return None if works_offline(context) else session.run(cancelled=stopping, sleep=sleep)

    def keep_pace() -> None:
        schedule.set_minutes("sync", next_interval(context))

    def look_at_the_clock() -> None:
        keep_pace()
        if awake.jumped():
            worker.request()

    worker = SyncWorker(one_pass, after=keep_pace)
    worker.start()
    schedule.every_minutes("sync", EVERY_MINUTES, worker.request)
    schedule.every_minutes("clock", 1, look_at_the_clock)
    return worker


def _look_now_and_then(running: Running, known: config.Connections, schedule: "Schedule") -> None:
    """Rules by the clock, the weekly report, the services, the daily copy and the soundness of the workspace."""
    from journeydesk.background.weekly_report import WeeklyReport
    from journeydesk.services.evaluation.evaluate import evaluate_due
    from journeydesk.services.sync.checking import CHECKED_EVERY_MINUTES, check_here
    from journeydesk.services.workspace.copies import take_daily_copy
    from journeydesk.services.workspace.health import check_health

    context, say = running.context, running.bridge.say

    def look() -> None:
        for sentence in check_health(context, config.paths().config):
            say(sentence)

    schedule.every_minutes("rules", 1, lambda: evaluate_due(context))
    schedule.every_minutes("weekly report", 1, WeeklyReport(context, say).look)
    schedule.every_minutes("services", CHECKED_EVERY_MINUTES, lambda: check_here(context, known))
    schedule.every_minutes("snapshot", 60, lambda: take_daily_copy(context))
    schedule.every_minutes("soundness", 24 * 60, look)
    schedule.soon("soundness")
    schedule.soon("snapshot", COPIED_AFTER_SECONDS)
