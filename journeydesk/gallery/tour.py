"""Driving the window through its screens and taking a picture of each, under the design pictures' own names."""

from collections.abc import Callable, Iterator
from pathlib import Path

from PySide6.QtCore import QBuffer, QCoreApplication, QDeadlineTimer, QEvent, QEventLoop, Qt, QThread
from PySide6.QtGui import QImage, QKeyEvent, QTextCursor
from PySide6.QtWidgets import QApplication, QMenu, QWidget

from journeydesk.gallery.alerts import inbox
from journeydesk.gallery.board import show_board_at_work
from journeydesk.gallery.day import day
from journeydesk.gallery.editing import edits
from journeydesk.gallery.fair_list import duplicate_screens, import_screens
from journeydesk.gallery.first_run import empty_window
from journeydesk.gallery.help import keys, menu
from journeydesk.gallery.lists import lists
from journeydesk.gallery.mapping import show_mapping
from journeydesk.gallery.phone import pairing
from journeydesk.gallery.planning import planning
from journeydesk.gallery.reports import reports
from journeydesk.gallery.scenarios import scenarios
from journeydesk.gallery.settings import team_settings
from journeydesk.gallery.sync import disagreement, outbox, show_conflict
from journeydesk.gallery.upgrades import upgrade
from journeydesk.services.commands.prospects import log_interaction
from journeydesk.services.context import Context
from journeydesk.services.queries.sync import sync_status
from journeydesk.storage.engine.files import write_file
from journeydesk.storage.sync.meta import set_meta
from journeydesk.ui.guide.window import show_guide
from journeydesk.ui.main_window import MainWindow
from journeydesk.ui.picture import framed_picture
from journeydesk.ui.tabs.prospects.tab import ProspectsTab
from journeydesk.ui.theme import Theme

WIDTH, HEIGHT = 1440, 868
STAR = "Quillon Freight"
"""The prospect that the design's pictures show."""


def settle() -> None:
    """Lets layouts, paints and the short timers of the window run."""
    for _ in range(6):
        QCoreApplication.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 50)
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def wait_for(done: Callable[[], bool], within_ms: int = 20_000) -> None:
    """Lets events run until something is there; after a while it gives up, and the picture shows how it stood then."""
    deadline = QDeadlineTimer(within_ms)
    while not done() and not deadline.hasExpired():
        QCoreApplication.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 20)
        # What is waited for is computed beside: asking without a pause would take its time.
        QThread.msleep(2)


def press(widget: QWidget, key: Qt.Key) -> None:
    """A key, as a hand would press it."""
    for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
        QCoreApplication.sendEvent(widget, QKeyEvent(kind, key, Qt.KeyboardModifier.NoModifier))


def photograph(window: MainWindow, theme: Theme, context: Context, output: Path) -> list[str]:
    """Writes `<screen>-<light|dark>.png` for each screen and returns the names."""
    window.resize(WIDTH, HEIGHT)
    window.show()
    names = []
    for choice in ("light", "dark"):
        theme.choose(choice)
        # The guide and the empty workspace are windows of their own: without the keyboard nothing would show that it has it.
        window.activateWindow()
        for name in screens(window, context):
            settle()
            target = output / f"{name}-{choice}.png"
            write_file(target, _as_png(framed_picture(window, theme, _menus_over())))
            names.append(target.name)
        with empty_window(theme, window.size(), wait_for) as empty:
            target = output / f"empty-workspace-{choice}.png"
            write_file(target, _as_png(framed_picture(empty, theme)))
            names.append(target.name)
        for picture in _helps(window, theme, choice):
            write_file(output / picture[0], _as_png(picture[1]))
            names.append(picture[0])
    return names


def _menus_over() -> list[QWidget]:
    """The menu that is open."""
    popup = QApplication.activePopupWidget()
    return [popup] if popup is not None else []


def _helps(window: MainWindow, theme: Theme, choice: str) -> Iterator[tuple[str, QImage]]:
    """The menu over the window, and the guide in its own."""
    window.show_place("Prospects")
    for shown in menu(window, settle):
        parts = [shown, *(part for part in shown.findChildren(QMenu) if part.isVisible())]
        yield f"menu-app-{choice}.png", framed_picture(window, theme, parts)
    guide = show_guide(window)
    settle()
    yield f"guide-{choice}.png", guide.grab().toImage()
    guide.close()
    settle()


def _as_png(picture: QImage) -> bytes:
    buffer = QBuffer()
    picture.save(buffer, "PNG")  # type: ignore[call-overload]
    return bytes(buffer.data().data())


def screens(window: MainWindow, context: Context) -> Iterator[str]:
    """Brings up one screen after another; the name belongs to what is shown when it is yielded."""
    window.show_place("Prospects")
    tab = window.tab("Prospects")
    assert isinstance(tab, ProspectsTab)
    tab.choose(tab.views[1])
    place = next((n for n in range(tab.model.rowCount()) if (row := tab.model.row_at(n)) and row.company == STAR), 0)
    tab.table.go_to(place)
    tab.table.verticalScrollBar().setValue(0)
    ids = [tab.model.id_at(place + step) for step in (-1, 0, 1)]
    tab.model.tick([record for record in ids if record is not None], True)
    wait_for(lambda: tab.counted and tab.detail.prospect == tab.model.id_at(place))
    yield "prospects"
    tab.model.clear_ticks()
    yield from _offline(window, context, tab)
    yield from _sync(window, context, tab)
    yield from day(window, context, tab, settle, wait_for)
    window.open_palette()
    yield from _over(window, "dialog-palette")
    yield from upgrade(window, context, tab.detail.prospect, settle, wait_for)
    yield from edits(window, context, tab, settle, wait_for)
    yield from lists(window, tab, settle, wait_for)
    yield from keys(window, settle)
    yield from show_mapping(window, context)
    yield from import_screens(window, wait_for)
    yield from duplicate_screens(window, context, wait_for)
    yield from planning(window, context, settle)
    yield from scenarios(window, context, tab.detail.prospect, settle, wait_for)
    window.show_place("Kanban")
    yield "kanban"
    board = window.tab("Kanban")
    press(board, Qt.Key.Key_G)
    yield "kanban-swimlanes"
    press(board, Qt.Key.Key_G)
    yield from show_board_at_work(window)
    yield from inbox(window, context)
    yield from reports(window, settle, wait_for)
    window.show_place("Settings")
    yield "settings-integrations"
    yield from pairing(window, context, settle)
    yield from team_settings(window, context, settle, wait_for)


def _offline(window: MainWindow, context: Context, tab: ProspectsTab) -> Iterator[str]:
    """A call logged in the train, and the next one half typed: the pill, the ring and the composer at work."""
    prospect = tab.detail.prospect
    if prospect is None:
        return
    if not sync_status(context).waiting:
        log_interaction(
            context, prospect, "Call", "Wants the rollout in two depots, asked for references", outcome="Reached", duration=14
        )
    with context.database.write() as connection:
        set_meta(connection, "offline_since", context.now())
    settle()
    # In a narrow window the panel covers the list.
    tab.open_prospect(prospect)
    tab.detail.compose("Call")
    tab.detail.composer.note.setPlainText("Decision on Friday, needs two references 15m >fri")
    tab.detail.composer.note.moveCursor(QTextCursor.MoveOperation.End)
    window.sync.show_pill()
    yield "prospects-offline"
    tab.detail.composer.note.clear()
    tab.detail.closed.emit()
    with context.database.write() as connection:
        set_meta(connection, "offline_since", None)
    window.sync.show_pill()
    tab.take_focus()


def _sync(window: MainWindow, context: Context, tab: ProspectsTab) -> Iterator[str]:
    """What a person decides and sees of sync."""
    prospect = tab.detail.prospect
    if prospect is None:
        return
    with disagreement(context, prospect):
        settle()
        yield from show_conflict(window)
    with outbox(context, prospect):
        settle()
        window.sync.show_details()
        yield from _over(window, "sync-details")
    settle()
    tab.detail.show_prospect(prospect)
    tab.take_focus()
    for refused in ("1", None):
        with context.database.write() as connection:
            set_meta(connection, "token_refused", refused)
        window.sync.show_pill()
        if refused:
            yield "error-token"


def _over(window: MainWindow, name: str) -> Iterator[str]:
    from journeydesk.ui.dialogs.palette import Palette
    from journeydesk.ui.dialogs.sheet import Sheet

    sheet = next(widget for widget in window.findChildren(QWidget) if isinstance(widget, Sheet) and widget.isVisible())
    if isinstance(sheet, Palette):
        sheet.field.setText("log qui")
    yield name
    sheet.done()
