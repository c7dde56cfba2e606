"""The list being arranged, in pictures: its columns, a filter, plain words, the menu of a row; nothing of it stays."""

from collections.abc import Callable, Iterator

from PySide6.QtCore import QPoint

from journeydesk.gallery.settings import WaitFor
from journeydesk.services.rows.prospects import Filter, ListView
from journeydesk.ui.main_window import MainWindow
from journeydesk.ui.tabs.prospects.filter_pane import FilterPane
from journeydesk.ui.tabs.prospects.filter_parts import Ticks
from journeydesk.ui.tabs.prospects.tab import ProspectsTab


def lists(window: MainWindow, tab: ProspectsTab, settle: Callable[[], None], wait_for: WaitFor) -> Iterator[str]:
    """One screen after another; the name belongs to what is shown when it is yielded."""
    before = tab.model.view
    columns = tab.choose_columns()
    yield "prospects-columns"
    columns.leave()
    due, *_ = before.filters or (Filter("follow_up", "on_or_before", ("7 days from now",)),)
    tab.show_view(ListView(filters=(due, Filter("source", "none_of", ("Twitter", "Product Hunt"))), sort=before.sort))
    settle()
    tab.filters.edit(1)
    pane = window.findChildren(FilterPane)[-1]
    wait_for(lambda: pane.counted)
    for part in pane.findChildren(Ticks):
        part.search.setText("t")
    yield "prospects-filter"
    pane.leave()
    tab.filters.edit(0)
    pane = window.findChildren(FilterPane)[-1]
    wait_for(lambda: pane.counted)
    yield "prospects-filter-day"
    pane.leave()
    tab.show_view(before)
    settle()
    line = tab.filters.ask()
    wait_for(lambda: line.knows)
    line.field.setText("from LinkedIn, not called for 2 weeks, depot")
    settle()
    yield "prospects-filter-words"
    line.leave()
    tab.show_view(before)
    tab.take_focus()
    settle()
    menu = tab.menus.of_row(tab.table.viewport().mapToGlobal(QPoint(136, 200)))
    if menu is not None:
        menu.setActiveAction(menu.actions()[1])
        settle()
        yield "prospects-menu"
        menu.close()
    settle()
