"""The last checks of a service: when, whether it passed, what it said, how long it took."""

from datetime import date
from zoneinfo import ZoneInfo

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from journeydesk.domain.words import figure, tr
from journeydesk.services.rows.sync import ServiceState
from journeydesk.ui.theme import Theme
from journeydesk.ui.widgets.icon_label import IconLabel
from journeydesk.ui.widgets.labels import ElidedLabel, label, rule
from journeydesk.ui.words.figures import touch_day

CHECKS_WIDTH, _LINE = 620, 27
UNBOUND = 16_777_215
"""Qt's own: no upper bound."""


def last_checks(theme: Theme, state: ServiceState, zone: ZoneInfo, today: date) -> QWidget:
    """A line each, the newest first."""
    frame = QFrame()
    frame.setProperty("kind", "card")
    frame.setMaximumWidth(CHECKS_WIDTH)
    column = QVBoxLayout(frame)
    column.setContentsMargins(1, 1, 1, 1)
    column.setSpacing(0)
    for place, (at, ok, text, seconds) in enumerate(state.checks):
        if place:
            column.addWidget(rule())
        held = QWidget()
        held.setFixedHeight(_LINE)
        row = QHBoxLayout(held)
        row.setContentsMargins(10, 0, 10, 0)
        row.setSpacing(10)
        when = label(theme, touch_day(at, zone, today), step=-1)
        when.setFixedWidth(96)
        row.addWidget(when)
        row.addWidget(IconLabel(theme, "ok-circle" if ok else "x-square", "ok" if ok else "danger", 14))
        row.addWidget(ElidedLabel(theme, text, step=-1), 1)
        row.addWidget(
            label(theme, tr("{seconds} s", seconds=figure(seconds, 1)), step=-1, kind="secondary"),
            0,
            Qt.AlignmentFlag.AlignRight,
        )
        held.setAccessibleName(f"{when.text()}: {(tr('passed') if ok else tr('failed'))}, {text}")
        column.addWidget(held)
    return frame


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
