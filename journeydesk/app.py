"""The composition root: builds every part, wires them, orders start and stop. It reads as a list of steps."""

import getpass
import sys
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
from journeydesk.domain.errors import DatabaseGone, DatabaseUnreadable, JourneydeskError, KeyLost
from journeydesk.domain.words import language_code, tr
from journeydesk.running import Beginning, Running
from journeydesk.services.queries.lists.views import read_ahead
from journeydesk.services.workspace.opening import open_workspace, window_place
from journeydesk.services.workspace.preferences import FILE as WINDOW_FILE
from journeydesk.services.workspace.preferences import Preferences
from journeydesk.ui.bridge import Bridge
from journeydesk.ui.keys.keyboard import KEYBOARD
from journeydesk.ui.main_window import AFTER_PICTURE_MS, MainWindow
from journeydesk.ui.mirror import reads_from_the_right
from journeydesk.ui.program.garbage import Collector
from journeydesk.ui.program.zoom import begin_again, has_begun_again, scaled, system_size
from journeydesk.ui.theme import Theme
from journeydesk.ui.window.looks import chosen_size

if TYPE_CHECKING:
    from journeydesk.services.workspace.later_starts import Place

_TURN_SECONDS = 0.0005


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
    QTimer.singleShot(AFTER_PICTURE_MS, _settle)
    return Running(window, context, bridge, theme)


def _settle() -> None:
    """Once the list is painted."""
    # What is computed beside gives Python back within this time: a key waits for it once in each of many calls of Qt.
    sys.setswitchinterval(_TURN_SECONDS)
    hold_the_heap_together()


def open_window(what: str) -> int:
    """The window on the last workspace, on the link or file that it was started with (or ""); returns when it is closed."""
    folder = config.paths().workspace
    preferences = Preferences(folder / WINDOW_FILE)
    application = make_application(chosen_size(preferences))
    if _follow_the_system(preferences):
        return begin_again([*config.own_program(), *sys.argv[1:]])
    from journeydesk.services.workspace.workspaces import keep_last
    from journeydesk.ui.program.attending import Attending

    place = window_place(folder)
    what = _absolute(what)
    if not place.take() and (status := _hand_over(place, folder, what)) is not None:
        return status
    known = config.connections()
    keep_last(config.paths(), config.paths().name)
    running = open_or_repair(folder, known)
    if running is None:
        return 1
    if what:
        from journeydesk.ui.window.arrivals import open_in

        QTimer.singleShot(0, running.window, partial(open_in, running.window, what))
    application.commitDataRequest.connect(running.window.end_session)
    attending = Attending(running.window, folder)

    def stands() -> None:
        attending.begin()
        _remind_of_recovery_key(running)

    status = run_until_closed(application, running, known, stands, first=attending.hand_over_no_more, last=place.let_go)
    attending.end()
    from journeydesk.ui.program.afterwards import after_closing
    from journeydesk.ui.program.ending import leave

    after_closing(running.window, folder, known)
    leave(status)
    return status


def _remind_of_recovery_key(running: Running) -> None:
    from journeydesk.services.workspace.recovery import is_noted

    if not is_noted(running.context):
        running.window.message.say(tr("Write down the recovery key: Settings, Sync and storage."), stays=True)


def _hand_over(place: "Place", folder: Path, what: str) -> int | None:
    """The exit status of a start beside another of the same workspace; None where it has the place now."""
    from journeydesk.services.workspace.later_starts import take_or_raise

    taken = take_or_raise(place, folder, what=what)
    if taken is None:
        from journeydesk.ui.dialogs import repair_offer

        busy = tr("Another Journeydesk has this workspace and does not answer. End it, and start Journeydesk again.")
        repair_offer.refuse(busy)
        return 1
    return None if taken else 0


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
    try:
        key = _key_or_ask(folder, known)
        try:
            return build(folder, known, key)
        except (DatabaseUnreadable, DatabaseGone) as problem:
            from journeydesk.ui.dialogs import repair_offer

            if not repair_offer.wants_repair(str(problem)):
                return None
            from journeydesk.services.workspace.repair import repair

            repair_offer.tell(repair(folder, key, datetime.now(UTC), known.actor or getpass.getuser()).words())
            return build(folder, known, key)
    except JourneydeskError as problem:
        from journeydesk.ui.dialogs import repair_offer

        repair_offer.refuse(str(problem))
        return None


def run_until_closed(
    application: QApplication,
    running: Running,
    known: config.Connections,
    stands: Callable[[], object] = lambda: None,
    first: Callable[[], object] = lambda: None,
    last: Callable[[], object] = lambda: None,
) -> int:
    """Shows the window, calls `stands` and has the background begin once it stands, stops it when the window closes: `first` before
    all else, `last` when nothing of the workspace is open any more."""
    from journeydesk.background.crash_log import write_crashes_to

    logs = running.context.database.folder / "logs"
    ends = [write_crashes_to(logs)]

    def stand() -> None:
        from journeydesk.background.log_files import catch_what_nobody_catches, write_logs_to
        from journeydesk.ui.program.qt_messages import log_qt_messages

        ends.extend([write_logs_to(logs), log_qt_messages(), catch_what_nobody_catches(running.bridge.say)])
        stands()

    beginning = Beginning(running, known, stand)
    closing: list[bool] = []

    def stop_all() -> None:
        if closing:
            return
        closing.append(True)
        first()
        running.bridge.blockSignals(True)
        beginning.stop()
        running.context.database.close()
        last()

    running.window.on_close = stop_all
    running.window.looks.bring_back()
    running.window.show()
    collector = Collector(application)
    status = application.exec()
    collector.stop()
    stop_all()
    running.context.database.close()
    for end in reversed(ends):
        end()
    return status
