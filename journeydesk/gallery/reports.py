"""Every report of the catalogue, each on the period on which it opens, and some in a narrow window."""

from collections.abc import Callable, Iterator

from journeydesk.reports.catalogue import NAMES
from journeydesk.ui.main_window import MainWindow
from journeydesk.ui.tabs.reports.records_sheet import RecordsSheet
from journeydesk.ui.tabs.reports.tab import ReportsTab

_PICTURES = {NAMES[0]: "reports", "map": "reports-journey-map"}
_NARROW = (1280, 740)
_IN_NARROW = ("weekly", "pipeline", "funnel", "map", "kpi")


def reports(window: MainWindow, settle: Callable[[], None], wait_for: Callable[[Callable[[], bool]], None]) -> Iterator[str]:
    """The first as `reports`, the others by their names; narrow ones end with `-1280`."""
    window.show_place("Reports")
    tab = window.tab("Reports")
    if not isinstance(tab, ReportsTab):
        return
    for name in NAMES:
        _show(tab, name, settle, wait_for)
        yield picture_of(name)
    yield from _records(tab, settle, wait_for)
    size = window.size()
    window.resize(*_NARROW)
    for name in _IN_NARROW:
        _show(tab, name, settle, wait_for)
        yield f"{picture_of(name)}-1280"
    window.resize(size)
    _show(tab, NAMES[0], settle, wait_for)


def _records(tab: ReportsTab, settle: Callable[[], None], wait_for: Callable[[Callable[[], bool]], None]) -> Iterator[str]:
    """What a figure opens that counts no prospects: the answers of a month."""
    _show(tab, "satisfaction", settle, wait_for)
    asked = (button.tile.behind for button in tab.page.tiles if button.tile is not None and button.tile.behind is not None)
    first = next(asked, None)
    if first is None:
        return
    tab.opening.open(first)
    wait_for(lambda: not tab.opening.busy)
    settle()
    yield "dialog-records"
    for sheet in tab.window().findChildren(RecordsSheet):
        sheet.done()


def picture_of(name: str) -> str:
    """How the picture of a report is called."""
    return _PICTURES.get(name, f"reports-{name}")


def _show(tab: ReportsTab, name: str, settle: Callable[[], None], wait_for: Callable[[Callable[[], bool]], None]) -> None:
    tab.picker.choose(name)
    tab.show_report(name)
    settle()
    wait_for(lambda: tab.ready)
