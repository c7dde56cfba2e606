"""What a hand feels: from a key or a scroll to painted rows, in the real window over a large workspace."""

from functools import partial
from itertools import permutations

from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtTest import QTest

from journeydesk.domain.lists.columns import SHOWN
from journeydesk.running import Running
from journeydesk.services.rows.prospects import Filter, ListView, SortKey
from journeydesk.ui.call_session.brief_sheet import BriefSheet
from journeydesk.ui.dialogs.palette import Palette
from journeydesk.ui.main_window import MainWindow
from journeydesk.ui.tabs.prospects.tab import ProspectsTab
from tests.benchmarks.frames import figure, frame, milliseconds
from tests.benchmarks.real_window import list_of, real_window
from tests.benchmarks.table import Figure
from tests.benchmarks.workspaces import Workspaces, evict

_WORDS = ("quillon", "marrow", "stonework", "brisalta", "new tra")
_FILTERS = (
    *(Filter("status", "is", (status,)) for status in ("New", "Accepted", "Active", "Rejected")),
    Filter("status", "none_of", ("Rejected", "Churned")),
    Filter("owner", "is", ("Amaia Etxarri",)),
    Filter("owner", "any_of", ("Amaia Etxarri", "Tomasz Wilk")),
    Filter("stage", "is_not", (6,)),
    Filter("follow_up", "on_or_before", ("2026-05-26",)),
    Filter("score", "at_least", (31,)),
    Filter("industry", "is", ("Retail",)),
    Filter("source", "is", ("Email",)),
    Filter("priority_level", "is", ("High",)),
    Filter("company", "contains", ("freight",)),
    Filter("notes", "contains", ("webhook",)),
    Filter("next_follow_up", "empty", ()),
)


def palette_keys(window: MainWindow) -> list[float]:
    """Real keys into the palette, each until everything that it changed was painted."""
    window.open_palette()
    palette = window.findChildren(Palette)[-1]
    samples = []
    for word in _WORDS:
        palette.field.clear()
        samples += [frame(partial(QTest.keyClick, palette.field, letter)) for letter in word]
    palette.done()
    return samples


def searches() -> list[ListView]:
    """The list's own search, letter by letter."""
    return [ListView(search=word[:end]) for word in _WORDS for end in range(1, len(word) + 1)]


def filters() -> list[ListView]:
    """One filter of each kind, then each two of the first."""
    pairs = [ListView(filters=(first, second)) for first, second in permutations(_FILTERS[4:10:2], 2)]
    return [ListView(filters=(one,)) for one in _FILTERS] + pairs


def sorts() -> list[ListView]:
    """Every column that the list shows, both ways."""
    return [ListView(sort=(SortKey(column.key, down),)) for column in SHOWN for down in (False, True)]


def pairs() -> list[ListView]:
    """Every two columns that the list shows."""
    return [ListView(sort=(SortKey(first.key, False), SortKey(second.key, True))) for first, second in permutations(SHOWN, 2)]


def shown(tab: ProspectsTab, views: list[ListView]) -> list[float]:
    """Each view asked for, as the header and the filter bar ask, to painted rows."""
    samples = [milliseconds(partial(tab.show_view, view), tab.table.viewport()) for view in views]
    tab.show_view(ListView())
    return samples


def log_form(window: MainWindow, tab: ProspectsTab) -> list[float]:
    """From the key to the painted form of a log (docs/interface.md, "Log a call")."""
    samples = []
    for _ in range(15):
        samples.append(frame(partial(QTest.keyClick, tab.table, Qt.Key.Key_L)))
        QTest.keyClick(window.focusWidget(), Qt.Key.Key_Escape)
        QCoreApplication.processEvents()
    return samples


def briefs(window: MainWindow, tab: ProspectsTab) -> list[float]:
    """From the key to the painted brief before a call, of one prospect after another."""
    samples = []
    for place in range(15):
        tab.table.go_to(place)
        samples.append(frame(partial(QTest.keyClick, tab.table, Qt.Key.Key_B)))
        (sheet,) = window.findChildren(BriefSheet)
        sheet.done()
        sheet.deleteLater()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    return samples


def jumps(tab: ProspectsTab) -> list[float]:
    """The keys that go far in the list, and the one that ticks it all."""
    control, plain = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.NoModifier
    keys = ((Qt.Key.Key_End, control), (Qt.Key.Key_Home, control), (Qt.Key.Key_PageDown, plain), (Qt.Key.Key_PageUp, plain))
    samples = []
    for _ in range(5):
        samples += [frame(partial(QTest.keyClick, tab.table, *key)) for key in keys]
        samples.append(frame(partial(QTest.keyClick, tab.table, Qt.Key.Key_A, control)))
        tab.model.clear_ticks()
    return samples


def ticks_at_once(tab: ProspectsTab) -> list[float]:
    """All ticked right after the list was sorted anew, while its ids are still to come."""
    samples = []
    for view in sorts()[:15]:
        tab.show_view(view)
        samples.append(frame(partial(QTest.keyClick, tab.table, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)))
        tab.model.clear_ticks()
    tab.show_view(ListView())
    return samples


def scrolling(tab: ProspectsTab) -> list[float]:
    """Frames of scrolling through the list."""
    bar = tab.table.verticalScrollBar()
    return [frame(partial(bar.setValue, step * 114)) for step in range(1, 200)]


def openings_of_prospects(tab: ProspectsTab) -> list[float]:
    """The panel beside the list, for one prospect after another."""
    ids = [tab.model.id_at(place) for place in range(0, 400, 10)]
    return [milliseconds(partial(tab.detail.show_prospect, one), tab.detail) for one in ids]


def second_visits(window: MainWindow) -> list[float]:
    """To the board and back."""
    samples = []
    for _ in range(15):
        window.show_place("Prospects")
        samples.append(frame(partial(window.show_place, "Kanban")))
    window.show_place("Prospects")
    return samples


def later_visits(window: MainWindow) -> list[float]:
    """The same after a while, when the pictures of its cards have gone."""
    samples = []
    for _ in range(15):
        window.show_place("Prospects")
        QCoreApplication.processEvents()
        window.theme.cards.clear()
        samples.append(frame(partial(window.show_place, "Kanban")))
    window.show_place("Prospects")
    return samples


def window_figures(workspaces: Workspaces) -> list[Figure]:
    """Typing, filtering and sorting, scrolling, opening a prospect, going places: the first time in a window whose file is not in
    the system's cache, and again."""
    folder = workspaces.run_folder("big")
    evict(folder)
    with real_window(folder) as running:
        first = _in(running, ", first time")
        return [*first, *_in(running, ", again")]


def _in(running: Running, when: str) -> list[Figure]:
    window, tab = running.window, list_of(running)
    figures = [
        figure(f"key press to painted rows in the palette, p95{when}", palette_keys(window), 12),
        figure(f"a key in the list's own search, p95{when}", shown(tab, searches()), 25),
        figure(f"filter to painted rows, p95{when}", shown(tab, filters()), 25),
        figure(f"sort by any column to painted rows, p95{when}", shown(tab, sorts()), 25),
        figure(f"sort by any two columns to painted rows, p95{when}", shown(tab, pairs()), 25),
        figure(f"scrolling, a frame, p95{when}", scrolling(tab), 16),
        figure(f"open a prospect, p95{when}", openings_of_prospects(tab), 50),
        figure(f"L to the painted log form, p95{when}", log_form(window, tab), 80),
        figure(f"B to the painted brief before a call, p95{when}", briefs(window, tab), 100),
        figure(f"Home, End, Page Up and Down, tick all, p95{when}", jumps(tab), 30),
        figure(f"tick all right after a sort, p95{when}", ticks_at_once(tab), 30),
    ]
    window.show_place("Kanban")
    return [
        *figures,
        figure(f"kanban, second visit, p95{when}", second_visits(window), 40),
        figure(f"kanban, a visit after a while, p95{when}", later_visits(window), 40),
    ]
