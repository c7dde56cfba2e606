"""The composition root: builds every part, wires them, orders start and stop. It reads as a list of steps."""

import argparse
import contextlib
import getpass
import sys
import time
from collections.abc import Callable
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QLoggingCategory, Qt, QTimer
from PySide6.QtWidgets import QApplication

import journeydesk.ui.program.plain_imports  # noqa: F401 - before what it is to spare
from journeydesk import __version__, config, credentials
from journeydesk.background.heap import hold_the_heap_together
from journeydesk.domain.app_links import is_link
from journeydesk.domain.errors import DatabaseGone, DatabaseUnreadable, JourneydeskError, KeyLost, WorldError
from journeydesk.domain.frozen_data import dataclass
from journeydesk.domain.words import language_code, tr
from journeydesk.services.context import Context
from journeydesk.services.queries.lists.views import read_ahead
from journeydesk.services.workspace.opening import open_workspace, window_place
from journeydesk.services.workspace.preferences import FILE as WINDOW_FILE
from journeydesk.services.workspace.preferences import Preferences
from journeydesk.ui.bridge import Bridge
from journeydesk.ui.keys.keyboard import KEYBOARD
from journeydesk.ui.main_window import MainWindow
from journeydesk.ui.mirror import reads_from_the_right
from journeydesk.ui.program.garbage import Collector
from journeydesk.ui.program.zoom import begin_again, has_begun_again, scaled, system_size
from journeydesk.ui.theme import Theme
from journeydesk.ui.window.looks import chosen_size

if TYPE_CHECKING:
    from journeydesk.background.schedule import Schedule
    from journeydesk.background.worker import SyncWorker

COPIED_AFTER_SECONDS = 3.0
"""How long after the first paint the daily copy is made: a window is often open for a moment only."""
_TURN_SECONDS = 0.0005


@dataclass
class Running:
    """An open window and what belongs to it."""

    window: MainWindow
    context: Context
    bridge: Bridge
    theme: Theme


def make_application(text_size: int = 100) -> QApplication:
    """The one QApplication, named; all of it larger by `text_size` per cent."""
    # Qt says on stderr that the first font lacks a script, then takes one that has it; the reader sees the right glyphs.
    QLoggingCategory.setFilterRules("qt.text.font.db=false")
    existing = QApplication.instance()
    if isinstance(existing, QApplication):
        application = existing
    else:
        with scaled(text_size):
            application = QApplication(sys.argv[:1])
        if language_code() != "en":
            from journeydesk.ui.program.language import speak_to_qt

            speak_to_qt(application)
        if reads_from_the_right(language_code()):
            application.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    application.setApplicationName("Journeydesk")
    application.setApplicationVersion(__version__)
    application.setDesktopFileName("journeydesk")
    return application


def build(folder: Path, known: config.Connections, key: bytes | None, theme_choice: str = "") -> Running:
    """Database, settings, bridge, theme, window: all that a person sees, nothing that runs by itself.

    `theme_choice` goes before the one that is kept on this computer.
    """
    application = make_application()
    bridge = Bridge()
    context, problems = open_workspace(folder, key, known, bridge.publish)
    context.asks_beside = True
    context.database.hurry()
    context.database.tell = bridge.say
    read_ahead(context)
    preferences = Preferences(folder / WINDOW_FILE)
    KEYBOARD.take_up(preferences.table("keys"))
    choice = theme_choice or preferences.text("theme", "system")
    contrast, motion = preferences.text("contrast", "system"), preferences.text("motion", "system")
    theme = Theme(config.resources() / "icons", choice, contrast, motion)
    theme.apply(application)
    window = MainWindow(context, theme, preferences)
    bridge.changed.connect(window.refresh)
    bridge.said.connect(lambda sentence: window.message.say(sentence, stays=True))
    if problems:
        window.message.say(problems[0], stays=True)
    QTimer.singleShot(0, _settle)
    return Running(window, context, bridge, theme)


def _settle() -> None:
    """Once the list is painted."""
    # What is computed beside gives Python back within this time: a key waits for it once in each of many calls of Qt.
    sys.setswitchinterval(_TURN_SECONDS)
    hold_the_heap_together()


def start_background(running: Running, known: config.Connections) -> Callable[[], None]:
    """The worker and the timers; returns what stops them within a second."""
    from journeydesk.background.rounds import begin_rounds, stop_together
    from journeydesk.background.schedule import Schedule
    from journeydesk.services.workspace.health import closed_well
    from journeydesk.ui.notifications.desk import NotificationDesk
    from journeydesk.ui.program.reachability import when_online
    from journeydesk.ui.program.stillness import follow_stillness
    from journeydesk.ui.window.receiving import begin_receiving

    context = running.context
    schedule = Schedule()
    worker = _start_sync(context, known, schedule)
    workers = (worker, *begin_rounds(context, known, running.bridge.say, schedule))
    _look_now_and_then(running, known, schedule)
    schedule.start()
    running.window.sync.attach(worker)
    when_online(worker.request)
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


def open_window(arguments: argparse.Namespace) -> int:
    """The window on the last workspace, on the link or file that it was started with; returns when it is closed."""
    folder = config.paths().workspace
    preferences = Preferences(folder / WINDOW_FILE)
    application = make_application(chosen_size(preferences))
    if _follow_the_system(preferences):
        return begin_again([*config.own_program(), *sys.argv[1:]])
    from journeydesk.services.workspace.recovery import is_noted
    from journeydesk.services.workspace.workspaces import keep_last
    from journeydesk.ui.dialogs import repair_offer
    from journeydesk.ui.program.afterwards import after_closing
    from journeydesk.ui.program.ending import EndSignals, leave
    from journeydesk.ui.program.raising import raise_window
    from journeydesk.ui.program.single_instance import InstanceServer, take_or_raise
    from journeydesk.ui.window.arrivals import open_in

    place = window_place(folder)
    what = _absolute(getattr(arguments, "what", None) or "")
    taken = take_or_raise(place, folder, what=what)
    if taken is None:
        busy = tr("Another Journeydesk has this workspace and does not answer. End it, and start Journeydesk again.")
        repair_offer.refuse(busy)
        return 1
    if not taken:
        return 0
    server = InstanceServer(folder)
    known = config.connections()
    keep_last(config.paths(), config.paths().name)
    running = open_or_repair(folder, known)
    if running is None:
        return 1
    server.raise_requested.connect(lambda: raise_window(running.window))
    server.open_requested.connect(partial(open_in, running.window))
    if what:
        QTimer.singleShot(0, running.window, partial(open_in, running.window, what))
    application.commitDataRequest.connect(running.window.end_session)
    signals = EndSignals(running.window.quit)
    if not is_noted(running.context):
        running.window.message.say(tr("Write down the recovery key: Settings, Sync and storage."), stays=True)

    status = run_until_closed(application, running, known, first=server.close, last=place.let_go)
    signals.stop()
    after_closing(running.window, folder, known)
    leave(status)
    return status


def _follow_the_system(preferences: Preferences) -> bool:
    """Keeps the size of text that the system asks for; whether that is another than what this program was started with."""
    before, begun_again = chosen_size(preferences), has_begun_again()
    preferences.keep({"system_text": system_size()})
    return chosen_size(preferences) != before and not begun_again


def _absolute(what: str) -> str:
    """A file as it is found from anywhere: another window's folder is another."""
    return what if not what or is_link(what) else str(Path(what).resolve())


def _key_or_ask(folder: Path, known: config.Connections) -> bytes | None:
    """The key of the workspace; where the keyring lost it, from paper."""
    try:
        return credentials.database_key(folder, known.passphrase)
    except KeyLost as problem:
        from journeydesk.services.workspace.recovery import bring_back
        from journeydesk.ui.dialogs import repair_offer

        typed = repair_offer.ask_recovery_key(str(problem))
        if typed is None:
            raise
        bring_back(folder, typed)
        return credentials.database_key(folder, known.passphrase)


def open_or_repair(folder: Path, known: config.Connections) -> Running | None:
    """Builds the window; a database that is damaged or gone is repaired if the person wishes. None where nothing can be opened."""
    from journeydesk.ui.dialogs import repair_offer

    try:
        key = _key_or_ask(folder, known)
        try:
            return build(folder, known, key)
        except (DatabaseUnreadable, DatabaseGone) as problem:
            if not repair_offer.wants_repair(str(problem)):
                return None
            from journeydesk.services.workspace.repair import repair

            repair_offer.tell(repair(folder, key, datetime.now(UTC), known.actor or getpass.getuser()).words())
            return build(folder, known, key)
    except JourneydeskError as problem:
        repair_offer.refuse(str(problem))
        return None


def run_until_closed(
    application: QApplication,
    running: Running,
    known: config.Connections,
    first: Callable[[], object] = lambda: None,
    last: Callable[[], object] = lambda: None,
) -> int:
    """Shows the window, starts the background after the first paint, stops it when the window closes: `first` before all else,
    `last` when nothing of the workspace is open any more."""
    from journeydesk.background.crash_log import write_crashes_to
    from journeydesk.background.log_files import catch_what_nobody_catches, write_logs_to
    from journeydesk.ui.program.qt_messages import log_qt_messages

    logs = running.context.database.folder / "logs"
    ends = [
        write_logs_to(logs),
        write_crashes_to(logs),
        log_qt_messages(),
        catch_what_nobody_catches(running.bridge.say),
    ]
    stops: list[Callable[[], None]] = []
    closing: list[bool] = []

    def start() -> None:
        if not closing:
            stops.append(start_background(running, known))
            running.window.ahead.begin()

    def stop_all() -> None:
        if closing:
            return
        closing.append(True)
        first()
        running.bridge.blockSignals(True)
        for stop in stops:
            stop()
        running.context.database.close()
        last()

    running.window.on_close = stop_all
    running.window.looks.bring_back()
    running.window.show()
    collector = Collector(application)
    QTimer.singleShot(0, start)
    status = application.exec()
    collector.stop()
    stop_all()
    running.context.database.close()
    for end in reversed(ends):
        end()
    return status
