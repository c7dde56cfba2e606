"""Driving the window through its screens and taking a picture of each, under the design pictures' own names."""

from collections.abc import Callable, Iterator
from datetime import timedelta
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QDeadlineTimer, QEvent, QEventLoop, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from journeydesk.domain.ids import RecordId
from journeydesk.domain.values import Stored, Wire
from journeydesk.services.changes import Change
from journeydesk.services.commands.prospects import edit, log_interaction
from journeydesk.services.commands.undoing import undo
from journeydesk.services.context import Context
from journeydesk.services.queries.sync import pending_changes
from journeydesk.storage import conflicts
from journeydesk.storage.sync_state import set_meta
from journeydesk.ui.dialogs.conflicts.review import ConflictReview
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
        for name in screens(window, context):
            settle()
            target = output / f"{name}-{choice}.png"
            framed_picture(window, theme).save(str(target))
            names.append(target.name)
    return names


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
    yield from _conflict(window, context, tab)
    window.open_palette()
    yield from _over(window, "dialog-palette")
    window.new_prospect()
    yield from _over(window, "dialog-new-prospect")
    window.show_place("Kanban")
    yield "kanban"
    board = window.tab("Kanban")
    press(board, Qt.Key.Key_G)
    yield "kanban-swimlanes"
    press(board, Qt.Key.Key_G)
    window.show_place("Alerts")
    yield "alerts"
    window.show_place("Reports")
    settle()
    wait_for(lambda: bool(getattr(window.tab("Reports"), "ready", True)))
    yield "reports"
    window.show_place("Settings")
    yield "settings-integrations"


def _offline(window: MainWindow, context: Context, tab: ProspectsTab) -> Iterator[str]:
    """A call logged in the train, and the next one half typed: the pill, the ring and the composer at work."""
    prospect = tab.detail.prospect
    if prospect is None:
        return
    if not pending_changes(context):
        log_interaction(
            context, prospect, "Call", "Wants the rollout in two depots, asked for references", outcome="Reached", duration=14
        )
    with context.database.write() as connection:
        set_meta(connection, "offline_since", context.now())
    settle()
    tab.detail.show_prospect(prospect)
    tab.detail.compose("Call")
    tab.detail.composer.note.setPlainText("Decision on Friday, needs two references 15m >fri")
    window.show_pill()
    yield "prospects-offline"
    tab.detail.composer.note.clear()
    with context.database.write() as connection:
        set_meta(connection, "offline_since", None)
    window.show_pill()
    tab.take_focus()


def _conflict(window: MainWindow, context: Context, tab: ProspectsTab) -> Iterator[str]:
    """Both sides changed the same fields of one prospect; all but the last are decided."""
    prospect = tab.detail.prospect
    if prospect is None:
        return
    identifiers = _disagree(context, prospect)
    settle()
    window.review_conflicts()
    review = next(found for found in window.findChildren(ConflictReview) if found.isVisible())
    for question, choice in zip(review.questions, ("mine", "mine", "theirs", "mine"), strict=False):
        question.pick(choice)
    review.take_focus()
    yield "dialog-conflict"
    review.done()
    with context.database.write() as connection:
        for identifier in identifiers:
            conflicts.drop(connection, identifier)
    undo(context)
    settle()
    window.show_pill()
    tab.take_focus()


def _disagree(context: Context, prospect: RecordId) -> list[int]:
    """Writes our values as one step, and the questions beside them as a pass of sync would. Each question is the field's slug,
    its value before, what is stored here, and what somebody else left in Airtable."""
    days = [(context.today() + timedelta(days=step)).isoformat() for step in (-1, 3, 0)]
    pilot = "Wants a pilot in "
    asked: tuple[tuple[str, Wire, Stored, Wire], ...] = (
        ("journey_stage", "Exploration", None, "Planning"),
        ("next_follow_up", days[0], days[1], days[2]),
        ("estimated_revenue", 36_000, 4_200_000, 48_000),
        ("phone", "+44 20 7946 0100", "+44 20 7946 0132", None),
        ("notes", f"{pilot}one depot.", f"{pilot}two depots, asked for references.", f"{pilot}one depot, budget approved."),
    )
    ours = {slug: mine for slug, _, mine, _ in asked if mine is not None}
    edit(context, prospect, ours | {"source": "Website"})
    with context.database.write() as connection:
        for slug, base, mine, theirs in asked:
            conflicts.put(
                connection, "prospects", prospect, slug, conflicts.MERGE, base, mine, theirs, "Tomasz Wilk", context.now()
            )
        found = conflicts.open_conflicts(connection, "prospects", prospect)
    context.publish(Change(frozenset({"prospects", "sync"})))
    return [one.id for one in found]


def _over(window: MainWindow, name: str) -> Iterator[str]:
    from journeydesk.ui.dialogs.palette import Palette
    from journeydesk.ui.dialogs.sheet import Sheet

    sheet = next(found for found in window.findChildren(QWidget) if isinstance(found, Sheet) and found.isVisible())
    if isinstance(sheet, Palette):
        sheet.field.setText("log qui")
    yield name
    sheet.done()
