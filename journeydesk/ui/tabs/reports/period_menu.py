"""Choosing a period: the latest ones, and those before by year and quarter."""

from collections.abc import Callable
from datetime import date

from PySide6.QtWidgets import QMenu, QWidget

from journeydesk.domain.periods import Period
from journeydesk.domain.words import tr
from journeydesk.ui.widgets.popup_menu import PopupMenu
from journeydesk.ui.words.figures import short_day

_LATEST = 9
_YEARS = 3


def period_menu(
    parent: QWidget, current: Period, newest: Period, name_of: Callable[[Period], str], choose: Callable[[Period], None]
) -> QMenu:
    """The nine newest periods, and a menu for each quarter of the three years before them; `name_of` says a period."""
    menu = PopupMenu(parent)
    period = newest
    for _ in range(_LATEST):
        _add(menu, period, current, name_of, choose)
        period = period.previous()
    menu.addSeparator()
    quarters: dict[tuple[int, int], QMenu] = {}
    while period.first.year > newest.first.year - _YEARS:
        quarter = (period.first.year, (period.first.month - 1) // 3 + 1)
        if quarter not in quarters:
            quarters[quarter] = menu.addMenu(tr("{year}, quarter {number}", year=quarter[0], number=quarter[1]))
        _add(quarters[quarter], period, current, name_of, choose)
        period = period.previous()
    return menu


def _add(
    menu: QMenu, period: Period, current: Period, name_of: Callable[[Period], str], choose: Callable[[Period], None]
) -> None:
    action = menu.addAction(name_of(period))
    action.setCheckable(True)
    action.setChecked(period.name == current.name)
    action.triggered.connect(lambda _checked=False: choose(period))


def period_title(period: Period, first: date | None = None) -> str:
    """Week 20 · 11–17 May 2026, or May 2026, or Mon 18 May 2026; of a report that looks back the days from `first` on."""
    from journeydesk.reports.report import period_words, span_words

    if first is not None and first != period.first:
        return span_words(Period("", first, period.last))
    if not period.is_week:
        return period_words(period)
    begin, last = period.first, period.last
    begins = str(begin.day) if begin.month == last.month else short_day(begin, last)
    return tr(
        "Week {number} · {begins}–{ends} {year}",
        number=period.number,
        begins=begins,
        ends=short_day(last, last),
        year=last.year,
    )
