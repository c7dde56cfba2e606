"""The foot of the sync details: what each table was last told, calls used of the plan, days left, and the plan."""

from datetime import date
from zoneinfo import ZoneInfo

from PySide6.QtCore import QRect, QRectF, QSize, Signal
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from journeydesk.domain.words import figure, percent, tr
from journeydesk.services.queries.outbox import PLAN_NAMES, SyncDetails
from journeydesk.ui.mirror import draw_text, painter_on
from journeydesk.ui.painting import LEFT, RIGHT, paint_bar, paint_text
from journeydesk.ui.theme import Theme
from journeydesk.ui.widgets.choosing.choice_button import ChoiceButton
from journeydesk.ui.widgets.labels import label
from journeydesk.ui.words.figures import moment_words

_LINE = 19


class Pulls(QWidget):
    """Each table with the time of its last news and its records, in two columns."""

    def __init__(self, theme: Theme, zone: ZoneInfo, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._zone = zone
        self._lines: list[tuple[str, str, str]] = []
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self.update)

    def show_pulls(self, details: SyncDetails, today: date) -> None:
        """Shows every table that was read once."""
        self._lines = [
            (name, figure(count), moment_words(at, self._zone, today) if at else tr("never"))
            for name, at, count in details.pulls
        ]
        self.setAccessibleName(
            "; ".join(
                tr("{name}: {count} records, last read {at}", name=name, count=count, at=at) for name, count, at in self._lines
            )
        )
        self.setFixedHeight(_LINE * ((len(self._lines) + 1) // 2))
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(300, self.height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        theme, half = self._theme, (len(self._lines) + 1) // 2
        with painter_on(self) as painter:
            width = (self.width() - 24) // 2
            for place, (name, count, at) in enumerate(self._lines):
                x, y = (width + 24) * (place // half), _LINE * (place % half)
                painter.setFont(theme.font(-1, tabular=True))
                painter.setPen(theme.color("text2"))
                draw_text(painter, QRect(x, y, width, _LINE), RIGHT, at)
                draw_text(painter, QRect(x, y, width - 74, _LINE), RIGHT, count)
                painter.setPen(theme.color("text"))
                paint_text(painter, QRect(x, y, width - 122, _LINE), name, LEFT)


class CallBar(QWidget):
    """The share of the month's calls that is used."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._share = 0.0
        self.setFixedHeight(6)
        theme.changed.connect(self.update)

    def show_share(self, share: float) -> None:
        """From 0 to 1."""
        self._share = share
        self.setAccessibleName(tr("{share} of this month's calls are used", share=percent(share)))
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        with painter_on(self) as painter:
            paint_bar(painter, QRectF(0, 1, self.width(), 4), self._theme, self._share)


_WITH_PULLS = 580
"""The height of the window from which there is room for when each table was read."""


class SyncFacts(QWidget):
    """Emits the plan chosen."""

    plan_chosen = Signal(str)

    def __init__(self, theme: Theme, zone: ZoneInfo, parent: QWidget) -> None:
        super().__init__(parent)
        self.setProperty("kind", "panel")
        column = QVBoxLayout(self)
        column.setContentsMargins(18, 10, 18, 14)
        column.setSpacing(6)
        self._source = label(theme, step=-1, weight=600)
        self._pulls = Pulls(theme, zone, self)
        self._calls = label(theme, step=-1)
        self._left = label(theme, step=-1, kind="secondary")
        self._bar = CallBar(theme, self)
        self.plan = ChoiceButton(theme, tr("Airtable plan"), tr("Plan: "), parent=self)
        self.plan.offer([(name, name) for name in PLAN_NAMES], PLAN_NAMES[0])
        self.plan.setToolTip(tr("Your plan at Airtable; it says how many calls a month there are"))
        self.plan.chosen.connect(lambda name: self.plan_chosen.emit(str(name)))
        row = QHBoxLayout()
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(self._calls)
        words.addWidget(self._left)
        row.addLayout(words, 1)
        row.addWidget(self.plan)
        column.addWidget(self._source)
        column.addWidget(self._pulls)
        column.addSpacing(4)
        column.addWidget(self._bar)
        column.addLayout(row)

    def fit(self, height: int) -> None:
        """In a low window what waits goes before when each table was read."""
        self._pulls.setVisible(height >= _WITH_PULLS)
        self._source.setVisible(height >= _WITH_PULLS)

    def show_details(self, details: SyncDetails, today: date) -> None:
        """Shows the facts as they stand."""
        how = tr("told of changes by Airtable's feed") if details.by_feed else tr("each table is listed")
        self._source.setText(tr("Last read, {how}", how=how) if details.pulls else tr("Nothing was read from Airtable yet"))
        self._pulls.show_pulls(details, today)
        month = (
            tr("{calls_month} of {quota}", calls_month=figure(details.calls_month), quota=figure(details.quota))
            if details.quota
            else figure(details.calls_month)
        )
        self._calls.setText(
            tr("Calls: {calls_today} today · {month} this month", calls_today=figure(details.calls_today), month=month)
        )
        self._left.setText(_left(details))
        self._bar.setVisible(details.quota is not None)
        self._bar.show_share(min(1.0, details.calls_month / details.quota) if details.quota else 0)
        self.plan.choose(details.plan)


def _left(details: SyncDetails) -> str:
    if details.quota is None:
        return tr("This plan has no monthly limit.")
    if details.days_left is None:
        return tr("At this pace they last to the end of the month.")
    if details.days_left <= 0:
        return tr("They are used up; sync goes on next month, or with a larger plan.")
    days = tr("1 day") if details.days_left == 1 else tr("{days_left} days", days_left=details.days_left)
    return tr("At this pace they last {days} more.", days=days)
