"""What a hand feels: from a key or a scroll to painted rows, in the real window over a large workspace."""

from pathlib import Path

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtTest import QTest

from journeydesk import config
from journeydesk.app import build
from journeydesk.domain.ids import RecordId
from journeydesk.services.commands.many import bulk_edit
from journeydesk.services.commands.undoing import undo
from journeydesk.services.rows.prospects import Filter, ListView, SortKey
from journeydesk.ui.dialogs.outbox.drawer import SyncDrawer
from journeydesk.ui.garbage import Collector
from journeydesk.ui.main_window import MainWindow
from journeydesk.ui.tabs.prospects.tab import ProspectsTab
from tests.benchmarks.frames import figure as _figure
from tests.benchmarks.frames import frame, milliseconds
from tests.benchmarks.openings import first_openings
from tests.benchmarks.table import Figure
from tests.benchmarks.work import palette_keys, work_figures


def _sync_details(window: MainWindow, changed: list[RecordId]) -> list[float]:
    """Opening the details from the pill while so many records wait."""
    bulk_edit(window.context, changed, {"job_title": "Head of depots"}, "Edited many")
    samples = []
    for _ in range(15):
        samples.append(milliseconds(window.sync.show_details, window))
        for drawer in window.findChildren(SyncDrawer):
            drawer.done()
    undo(window.context)
    return samples


def _log_form(window: MainWindow, tab: ProspectsTab) -> list[float]:
    """From the key to the painted form of a log (docs/interface.md, "Log a call")."""
    samples = []
    for _ in range(12):
        samples.append(milliseconds(lambda: QTest.keyClick(tab.table, Qt.Key.Key_L), window))
        QTest.keyClick(window.focusWidget(), Qt.Key.Key_Escape)
        QCoreApplication.processEvents()
    return samples[1:]


def _second_visits(window: MainWindow) -> list[float]:
    samples = []
    for _ in range(15):
        window.show_place("Prospects")
        samples.append(frame(lambda: window.show_place("Kanban")))
    return samples


def _jumps(tab: ProspectsTab) -> list[float]:
    """The keys that go far in the list, and the one that ticks it all."""
    control = Qt.KeyboardModifier.ControlModifier
    keys = ((Qt.Key.Key_End, control), (Qt.Key.Key_Home, control), (Qt.Key.Key_PageDown, Qt.KeyboardModifier.NoModifier))
    samples = []
    for _ in range(5):
        samples += [frame(lambda key=key: QTest.keyClick(tab.table, *key)) for key in keys]  # type: ignore[misc]
        samples.append(frame(lambda: QTest.keyClick(tab.table, Qt.Key.Key_A, control)))
        tab.model.clear_ticks()
    return samples


def window_figures(folder: Path, key: bytes | None) -> list[Figure]:
    """Typing, filtering and sorting, scrolling, opening a prospect, opening the board."""
    running = build(folder, config.connections({"JOURNEYDESK_ACTOR": "Amaia Etxarri"}), key, "light")
    window = running.window
    # As the program does: a collection in the thread that works would stop the window.
    collector = Collector(window)
    window.show()
    try:
        tab = window.tab("Prospects")
        assert isinstance(tab, ProspectsTab)
        typing = palette_keys(window)
        views = [
            ListView(sort=(SortKey(column, down),))
            for column in ("company", "score", "revenue", "owner", "source")
            for down in (False, True)
        ]
        views += [
            ListView(filters=(Filter("status", "is", (status,)),)) for status in ("New", "Accepted", "Active", "Rejected")
        ]
        viewport = tab.table.viewport()
        sorting = [milliseconds(lambda view=view: tab.model.show_view(view), viewport) for view in views]  # type: ignore[misc]
        tab.model.show_view(ListView())
        bar = tab.table.verticalScrollBar()
        scrolling = [frame(lambda step=step: bar.setValue(step * 114)) for step in range(1, 200)]  # type: ignore[misc]
        ids = [tab.model.id_at(place) for place in range(0, 400, 10)]
        opening = [milliseconds(lambda one=one: tab.detail.show_prospect(one), tab.detail) for one in ids]  # type: ignore[misc]
        details = _sync_details(window, tab.model.all_ids()[:1_000])
        form = _log_form(window, tab)
        window.show_place("Kanban")
        again = _second_visits(window)
        window.show_place("Prospects")
        jumps = _jumps(tab)
        return [
            _figure("key press to painted rows in the palette, p95", typing, 12),
            _figure("filter or sort to painted rows, p95", sorting, 25),
            _figure("scrolling, a frame, p95", scrolling, 16),
            _figure("open a prospect, p95", opening, 50),
            _figure("sync details with 1,000 changes, p95", details, 80),
            _figure("L to the painted log form, p95", form, 80),
            _figure("kanban, second visit, p95", again, 40),
            _figure("Home, End, tick all, p95", jumps, 30),
            *work_figures(running),
            *first_openings(running),
        ]
    finally:
        collector.stop()
        window.close()
        running.context.database.close()
