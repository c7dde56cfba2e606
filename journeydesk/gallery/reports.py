"""Every report of the catalogue, each on the period on which it opens."""

from collections.abc import Callable, Iterator

from journeydesk.reports.catalogue import NAMES
from journeydesk.ui.main_window import MainWindow
from journeydesk.ui.tabs.reports.tab import ReportsTab


def reports(window: MainWindow, settle: Callable[[], None], wait_for: Callable[[Callable[[], bool]], None]) -> Iterator[str]:
    """The first as `reports`, the others by their names."""
    window.show_place("Reports")
    tab = window.tab("Reports")
    if not isinstance(tab, ReportsTab):
        return
    for name in NAMES:
        tab.picker.choose(name)
        tab.show_report(name)
        settle()
        wait_for(lambda: tab.ready)
        yield "reports" if name == NAMES[0] else f"reports-{name}"
    tab.picker.choose(NAMES[0])
    tab.show_report(NAMES[0])
    wait_for(lambda: tab.ready)
