"""What work of the program itself costs a hand: a change from elsewhere, a dropped card, an evaluation, a change of thousands."""

import threading
import time
from functools import partial

from PySide6.QtCore import QCoreApplication, QEventLoop, Qt, QTimer
from PySide6.QtTest import QTest

from journeydesk.domain.ids import RecordId
from journeydesk.running import Running
from journeydesk.services.commands.many import bulk_edit
from journeydesk.services.commands.prospects import edit
from journeydesk.services.commands.tasks import add_task
from journeydesk.services.commands.undoing import undo
from journeydesk.services.context import Context
from journeydesk.services.duplicates.look_alikes import look_alikes as look_alikes_of
from journeydesk.services.evaluation.evaluate import evaluate
from journeydesk.services.rows.agenda import AgendaLine
from journeydesk.storage.engine import sql
from journeydesk.ui.main_window import MainWindow
from journeydesk.ui.tabs.alerts.tab import AlertsTab
from journeydesk.ui.tabs.kanban.tab import KanbanTab
from journeydesk.ui.tabs.prospects.tab import ProspectsTab
from journeydesk.ui.tabs.today.tab import TodayTab
from tests.benchmarks.frames import figure, frame
from tests.benchmarks.real_window import list_of, real_window
from tests.benchmarks.table import Figure
from tests.benchmarks.waiting import let_run
from tests.benchmarks.window import palette_keys
from tests.benchmarks.workspaces import Workspaces

_MANY = 12_481
_SETTLED_MS = 1_500
_FOLLOWED_MS = 150
_SEEN_MS = 300


def work_figures(workspaces: Workspaces) -> list[Figure]:
    """The window while the program works beside it, and what a change costs it."""
    with real_window(workspaces.run_folder("big")) as running:
        window, tab = running.window, list_of(running)
        # What opening a window goes on with, such as the panel beside the list, is measured by the start.
        let_run(_SETTLED_MS)
        figures = [
            figure("one changed prospect to screens right, p95", changes(running), 16),
            figure("the same where Today is shown, p95", changes_in(running, "Today"), 16),
            figure("the same where Alerts are shown, p95", changes_in(running, "Alerts"), 16),
            figure("Today, E finishes a task to painted, p95", finishes(running), 40),
            figure("Alerts, A acknowledges one to painted, p95", triages(running), 40),
            figure("a key in the palette while evaluation runs, p95", _keys_beside_evaluation(window, tab.model.all_ids()), 16),
            figure("kanban, a card moved to painted, p95", drops(window), 16),
            figure("kanban, a card moved to painted and on disk, p95", drops(window, on_disk=True), 30),
            figure("who it may be, beside a new prospect as it is typed, p95", look_alikes(running.context), 10),
        ]
        window.show_place("Prospects")
        # Nobody chooses 12,481 prospects within the second and a half after which it is made.
        tab.make_ready()
        # Nor before the list is painted: what switching to it costs is measured by itself.
        for _ in range(5):
            QCoreApplication.processEvents()
        stalls = _stalls(window, tab)
        return [
            *figures,
            figure("bulk edit of 12,481, longest stall", stalls, 50, share=1),
            figure("the same, p99", stalls, 16, share=0.99),
        ]


def changes(running: Running) -> list[float]:
    """A change that arrived from elsewhere, from the event loop to everything painted."""
    context, tab = running.context, list_of(running)
    samples = []
    for place in range(20):
        prospect = tab.model.id_at(place)
        assert prospect is not None
        QCoreApplication.processEvents()
        edit(context, prospect, {"job_title": f"Head of depots {place}"})
        began = time.perf_counter()
        QCoreApplication.processEvents()
        samples.append((time.perf_counter() - began) * 1000)
    for _ in samples:
        undo(context)
    return samples


def changes_in(running: Running, place: str) -> list[float]:
    """The same in another place than the list, of who is shown there."""
    context, window = running.context, running.window
    window.show_place(place)
    let_run(_SETTLED_MS)
    tab, samples = window.tab(place), []
    shown = [alert.prospect for alert in tab.model.alerts()] if isinstance(tab, AlertsTab) else tab.prospects_shown()
    prospects = list(dict.fromkeys(prospect for prospect in shown if prospect is not None))[:20]
    assert prospects, f"{place} shows nobody"
    for number, prospect in enumerate(prospects):
        QCoreApplication.processEvents()
        edit(context, prospect, {"contact_name": f"Ada Kern {number}"})
        began = time.perf_counter()
        QCoreApplication.processEvents()
        samples.append((time.perf_counter() - began) * 1000)
    for _ in samples:
        undo(context)
    window.show_place("Prospects")
    return samples


def finishes(running: Running) -> list[float]:
    """A task of hundreds of lines finished by its key: saved, the list right, painted."""
    context, window = running.context, running.window
    for number in range(15):
        add_task(context, None, f"Call the depot {number}", "1d")
    window.show_place("Today")
    let_run(_SETTLED_MS)
    tab = window.tab("Today")
    assert isinstance(tab, TodayTab)
    samples = []
    for number in range(15):
        row = next(row for row, line in enumerate(_lines(tab)) if line is not None and line.title == f"Call the depot {number}")
        tab.list.show_nearest(row)
        let_run(_FOLLOWED_MS)
        samples.append(frame(partial(QTest.keyClick, tab.list, Qt.Key.Key_E)))
    for _ in range(2 * len(samples)):
        undo(context)
    window.show_place("Prospects")
    return samples


def triages(running: Running) -> list[float]:
    """An alert of hundreds handled by its key: saved, the list right, the next one read."""
    context, window = running.context, running.window
    window.show_place("Alerts")
    let_run(_SETTLED_MS)
    tab = window.tab("Alerts")
    assert isinstance(tab, AlertsTab)
    tab.list.show_nearest(0)
    samples = []
    for _ in range(15):
        let_run(_FOLLOWED_MS)
        samples.append(frame(partial(QTest.keyClick, tab.list, Qt.Key.Key_A)))
    for _ in samples:
        undo(context)
    window.show_place("Prospects")
    return samples


def _lines(tab: TodayTab) -> list[AgendaLine | None]:
    return [tab.model.line(row) for row in range(tab.model.rowCount())]


def _keys_beside_evaluation(window: MainWindow, everybody: list[RecordId]) -> list[float]:
    stopping = threading.Event()
    worker = threading.Thread(target=_evaluate_until, args=(window.context, everybody, stopping), name="evaluation")
    worker.start()
    try:
        return palette_keys(window)
    finally:
        stopping.set()
        worker.join()


def _evaluate_until(context: Context, everybody: list[RecordId], stopping: threading.Event) -> None:
    for start in range(0, len(everybody), 400):
        if stopping.is_set():
            return
        evaluate(context, everybody[start : start + 400])


def drops(window: MainWindow, *, on_disk: bool = False) -> list[float]:
    """A card moved on by key, which lands as one that is dropped: both columns painted. It is saved by then, so that no end of the program
    loses it; with `on_disk` until no loss of power does either."""
    window.show_place("Kanban")
    board = window.tab("Kanban")
    assert isinstance(board, KanbanTab)
    pane, keeper = board.board.panes[0], window.context.database.log_keeper
    # Nobody moves a card within a third of a second of the board.
    let_run(_SEEN_MS)
    samples = []
    for _ in range(15):
        keeper.wait()
        pane.view.focus_row(0)
        press = partial(QTest.keyClick, pane.view, Qt.Key.Key_Right, Qt.KeyboardModifier.AltModifier)
        samples.append(frame(press, until=keeper.wait) if on_disk else frame(press))
    for _ in samples:
        undo(window.context)
    return samples


def look_alikes(context: Context) -> list[float]:
    """Who a new prospect may be, asked after each of its fields, in the window's thread."""
    slugs = ("company", "contact_name", "email", "phone", "website")
    with context.database.read() as connection:
        known = sql.rows(connection, f"SELECT {', '.join(slugs)} FROM prospects WHERE lid % 4999 = 7", ())
    samples = []
    for values in known:
        typed = dict(zip(slugs, values, strict=True))
        for count in range(2, len(slugs) + 1):
            fields = {slug: typed[slug] for slug in slugs[:count]}
            samples.append(frame(partial(look_alikes_of, context, fields)))
    return samples


def _stalls(window: MainWindow, tab: ProspectsTab) -> list[float]:
    """How long the event loop stood still, each time, while so many were changed beside it."""
    targets = tab.model.all_ids()[:_MANY]
    gaps: list[float] = []
    loop, timer = QEventLoop(), QTimer()
    last = time.perf_counter()

    def note() -> None:
        nonlocal last
        now = time.perf_counter()
        gaps.append((now - last) * 1000)
        last = now

    timer.timeout.connect(note)
    timer.start(1)
    bulk = tab._actions.bulk
    bulk.said.connect(loop.quit)
    bulk.failed.connect(loop.quit)
    change = partial(bulk_edit, window.context, targets, {"job_title": "Head of depots"}, "Edited many")
    bulk.run(len(targets), "Edited many", lambda progress: change(progress=progress))
    loop.exec()
    timer.stop()
    undo(window.context)
    return gaps
