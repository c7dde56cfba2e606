"""Who is to be called: the brief, the money, the score, the number, what comes next, and the last three touches."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from journeydesk.domain.ids import RecordId
from journeydesk.services.context import Context
from journeydesk.services.queries.detail import prospect_detail, timeline
from journeydesk.services.queries.next_steps import what_comes_next
from journeydesk.services.rows.detail import ProspectDetail
from journeydesk.ui.detail.facts import Money, ScoreAndTouch, Who
from journeydesk.ui.detail.tasks import NextStrip
from journeydesk.ui.detail.timeline import LINE, Timeline
from journeydesk.ui.keys.actions import Action
from journeydesk.ui.outside import open_address
from journeydesk.ui.theme import Theme
from journeydesk.ui.widgets.buttons import KeyButton
from journeydesk.ui.widgets.labels import label, rule

_TOUCHES = 3
_WITH_SCORE = 560


class Brief(QWidget):
    """Shows one prospect as it is in the database, network or not."""

    def __init__(self, context: Context, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._phone = ""
        zone = context.settings.time_zone
        self.setProperty("kind", "base")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.who = Who(theme, self)
        self.money = Money(theme, self)
        self.score = ScoreAndTouch(theme, zone, self)
        self.score.today = context.today
        self.call = KeyButton(theme, "Call", icon="phone", key=Action.DIAL.cap, parent=self)
        self.call.clicked.connect(self.dial)
        self._why_not = label(theme, step=-1, kind="secondary")
        self.next = NextStrip(context, theme, self)
        self.next.open_tasks.hide()
        self.touches = Timeline(theme, zone, context.today, self)
        self.touches.setAccessibleName("Last three touches")
        self.touches.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._none = label(theme, "Nobody has spoken to them yet.", step=-1, kind="secondary")
        self._none.setContentsMargins(16, 2, 16, 0)
        dial = QHBoxLayout()
        dial.setContentsMargins(16, 10, 16, 8)
        dial.setSpacing(10)
        dial.addWidget(self.call)
        dial.addWidget(self._why_not)
        dial.addStretch(1)
        heading = label(theme, "Last touches", step=-1, weight=600)
        heading.setContentsMargins(16, 10, 16, 4)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.who)
        column.addLayout(dial)
        for part in (self.next, self.money, heading, self._none, self.touches, rule(), self.score):
            column.addWidget(part)
        column.addStretch(1)

    def show_prospect(self, prospect: RecordId) -> ProspectDetail | None:
        """Reads and shows them; None where they are gone."""
        detail = prospect_detail(self._context, prospect)
        if detail is None or detail.row.deleting:
            return None
        for block in (self.who, self.money, self.score):
            block.show_detail(detail)
        # A session is for calling; the rest is done in the prospect's own panel.
        self.score.history.hide()
        self.score.hand_back.hide()
        self._phone = detail.phone
        self.call.setText(detail.phone or "Call")
        self.call.setAccessibleName(f"Call {detail.phone}" if detail.phone else "Call")
        self.call.setEnabled(bool(detail.phone))
        self.call.updateGeometry()
        self._why_not.setText("" if detail.phone else "No number on record")
        self.next.show_next(what_comes_next(self._context, prospect), 0)
        entries = timeline(self._context, prospect, "interactions", _TOUCHES)
        self.touches.entries.show_entries(entries)
        self._none.setVisible(not entries)
        self.touches.setFixedHeight(max(8, LINE * len(entries)))
        return detail

    def resizeEvent(self, event: QResizeEvent) -> None:
        # In a low window the score gives way: whom to call and what was said matter more.
        super().resizeEvent(event)
        self.score.setVisible(self.height() >= _WITH_SCORE)

    def dial(self) -> None:
        """Hands the number to whatever dials on this computer."""
        if self._phone:
            open_address(f"tel:{self._phone.replace(' ', '')}")
