"""What a hand feels: from a key or a scroll to painted rows, in the real window over a large workspace."""

import time
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from journeydesk import config
from journeydesk.app import build
from journeydesk.domain.ids import RecordId
from journeydesk.services.commands.many import bulk_edit
from journeydesk.services.commands.undoing import undo
from journeydesk.services.rows.prospects import Filter, ListView, SortKey
from journeydesk.ui.dialogs.outbox.drawer import SyncDrawer
from journeydesk.ui.dialogs.palette import Palette
from journeydesk.ui.main_window import MainWindow
from journeydesk.ui.tabs.prospects.tab import ProspectsTab
from tests.benchmarks.table import Figure, percentile, spread


def milliseconds(work: Callable[[], object], widget: QWidget) -> float:
    """The time from a call to the widget painted."""
    QCoreApplication.processEvents()
    began = time.perf_counter()
    work()
    widget.repaint()
    return (time.perf_counter() - began) * 1000


def frame(work: Callable[[], object]) -> float:
    """The time of one frame of scrolling: what stays is moved, only the rows that come in are painted."""
    QCoreApplication.processEvents()
    began = time.perf_counter()
    work()
    QCoreApplication.processEvents()
    return (time.perf_counter() - began) * 1000


def _figure(what: str, samples: list[float], bound: float) -> Figure:
    return Figure(what, percentile(samples, 0.95), "ms", bound, spread(samples))


def _sync_details(window: MainWindow, changed: list[RecordId]) -> list[float]:
    """Opening the details from the pill while so many records wait."""
    bulk_edit(window.context, changed, {"job_title": "Head of depots"}, "Edited many")
    samples = []
    for _ in range(5):
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


def _palette_keys(window: MainWindow) -> list[float]:
    """Real keys into the palette, each until everything that it changed was painted."""
    window.open_palette()
    palette = window.findChildren(Palette)[-1]
    QTest.keyClicks(palette.field, "warm")
    samples = []
    for word in ("quillon", "marrow", "stonework", "brisalta", "new tra"):
        palette.field.clear()
        samples += [frame(lambda letter=letter: QTest.keyClick(palette.field, letter)) for letter in word]  # type: ignore[misc]
    palette.done()
    return samples


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
    window.show()
    try:
        tab = window.tab("Prospects")
        assert isinstance(tab, ProspectsTab)
        typing = _palette_keys(window)
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
        board = [frame(lambda: window.show_place("Kanban"))]
        again = _second_visits(window)
        opened = [
            _figure(f"{place}, first opening", [frame(lambda place=place: window.show_place(place))], 80)  # type: ignore[misc]
            for place in ("Today", "Reports", "Settings")
        ]
        window.show_place("Prospects")
        jumps = _jumps(tab)
        return [
            _figure("key press to painted rows in the palette, p95", typing, 12),
            _figure("filter or sort to painted rows, p95", sorting, 25),
            _figure("scrolling, a frame, p95", scrolling, 16),
            _figure("open a prospect, p95", opening, 50),
            _figure("sync details with 1,000 changes, p95", details, 80),
            _figure("L to the painted log form, p95", form, 80),
            _figure("kanban, first opening", board, 90),
            _figure("kanban, second visit, p95", again, 40),
            *opened,
            _figure("Home, End, tick all, p95", jumps, 30),
        ]
    finally:
        window.close()
        running.context.database.close()
