"""The bar above today's list: the day, the counts, whose list, and the call session."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from journeydesk.domain.periods import month_name, weekday_name
from journeydesk.domain.words import figure, tr
from journeydesk.services.context import Context
from journeydesk.services.queries.lists.prospects import owners
from journeydesk.services.rows.agenda import Agenda
from journeydesk.ui import tokens
from journeydesk.ui.keys.actions import Action
from journeydesk.ui.painting import first_that_fits
from journeydesk.ui.tasks.line_words import how_many
from journeydesk.ui.theme import Theme
from journeydesk.ui.widgets.buttons import KeyButton
from journeydesk.ui.widgets.choosing.choice_button import ChoiceButton
from journeydesk.ui.widgets.labels import label, tip


class TodayHead(QWidget):
    """Emits whose list is wanted; None for everybody's."""

    owner_chosen = Signal(object)
    session_requested = Signal()

    def __init__(self, context: Context, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self.setProperty("kind", "base")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setFixedHeight(tokens.CHIPS_ROW)
        self.day = label(theme, step=2, weight=600)
        self.counts = label(theme, step=-1, kind="secondary")
        self.owner = ChoiceButton(theme, tr("Owner"), tr("Owner: "), parent=self)
        self.owner.chosen.connect(self.owner_chosen)
        self.session = KeyButton(theme, tr("Call session"), icon="phone", key=Action.CALL_SESSION.cap, parent=self)
        self.session.clicked.connect(self.session_requested)
        self._day: Agenda | None = None
        row = QHBoxLayout(self)
        row.setSizeConstraint(QHBoxLayout.SizeConstraint.SetNoConstraint)
        row.setContentsMargins(16, 0, 12, 0)
        row.setSpacing(8)
        row.addWidget(self.day)
        row.addWidget(self.counts)
        row.addStretch(1)
        row.addWidget(self.owner)
        row.addWidget(self.session)

    def show_agenda(self, day: Agenda, owner: str | None) -> None:
        """The day in the team's zone, and how much there is."""
        today = self._context.today()
        self.day.setText(tr("{weekday} {day} {month}", weekday=weekday_name(today), day=today.day, month=month_name(today)))
        self._day = day
        self._fit()
        people = list(dict.fromkeys([self._context.actor, *owners(self._context)]))
        choices = [(tr("me") if person == self._context.actor else person, person) for person in people]
        self.owner.offer([*choices, (tr("everyone"), None)], owner)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """As many of the counts as there is room for, what is overdue first; the tip has them all."""
        if self._day is None:
            return
        taken = self.day.sizeHint().width() + self.owner.sizeHint().width() + self.session.sizeHint().width() + 80
        words = counts_in_words(self._day)
        parts = words.split(" · ")
        fewer = [" · ".join(parts[:many]) for many in range(len(parts), -1, -1)]
        self.counts.setText(first_that_fits(self.counts.fontMetrics(), fewer, self.width() - taken))
        self.counts.setToolTip(tip(words))
        self.counts.setAccessibleName(words)


def counts_in_words(day: Agenda) -> str:
    """3 overdue · 2 today · 5 in the next 14 days."""
    parts = [
        f"{how_many(len(lines))} {words}"
        for lines, words in ((day.overdue, tr("overdue")), (day.today, tr("today")), (day.upcoming, tr("to come")))
    ]
    if day.without_step:
        parts.append(tr("{count} without a next step", count=figure(len(day.without_step))))
    return " · ".join(parts)
