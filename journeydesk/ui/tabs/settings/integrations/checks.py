"""The last checks of a service: when, whether it passed, what it said, how long it took."""

from datetime import date, datetime
from zoneinfo import ZoneInfo

from PySide6.QtWidgets import QGridLayout, QWidget

from journeydesk.domain.words import figure, tr
from journeydesk.services.rows.sync import ServiceState
from journeydesk.ui.theme import Theme
from journeydesk.ui.widgets.icon_label import IconLabel
from journeydesk.ui.widgets.labels import ElidedLabel, label
from journeydesk.ui.widgets.short_lines import card_of_lines, short_line
from journeydesk.ui.words.figures import touch_day

CHECKS_WIDTH, _LINE = 620, 27
UNBOUND = 16_777_215
"""Qt's own: no upper bound."""


def last_checks(theme: Theme, state: ServiceState, zone: ZoneInfo, today: date) -> QWidget:
    """A line each, the newest first."""
    frame = card_of_lines([_line(theme, check, zone, today) for check in state.checks])
    frame.setMaximumWidth(CHECKS_WIDTH)
    return frame


def _line(theme: Theme, check: tuple[datetime, bool, str, float], zone: ZoneInfo, today: date) -> QWidget:
    at, ok, text, seconds = check
    when, words = label(theme, touch_day(at, zone, today), step=-1), ElidedLabel(theme, text, step=-1)
    when.setFixedWidth(96)
    icon = IconLabel(theme, "ok-circle" if ok else "x-square", "ok" if ok else "danger", 14)
    took = label(theme, tr("{seconds} s", seconds=figure(seconds, 1)), step=-1, kind="secondary")
    held = short_line(_LINE, when, icon, words, took, wide=words)
    held.setAccessibleName(f"{when.text()}: {(tr('passed') if ok else tr('failed'))}, {text}")
    return held


CRITERION = 3
"""The column that goes where the page is narrow."""


def spread(grid: QGridLayout, narrow: bool) -> None:
    """The widths of the columns, the same in the head and in every row."""
    for place, stretch in enumerate((5, 3, 3, 0 if narrow else 8, 0)):
        grid.setColumnStretch(place, stretch)
    for place, least in enumerate((196, 104, 84, 0, 104) if narrow else (256, 104, 96, 150, 112)):
        grid.setColumnMinimumWidth(place, least)
    item = grid.itemAtPosition(0, CRITERION)
    part = item.widget() if item is not None else None
    if part is not None:
        part.setVisible(not narrow)
