"""Who is to be called: the number, what comes next, the money, last touches, open tasks, what was clicked, and the score."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from journeydesk.domain.ids import RecordId
from journeydesk.domain.words import tr
from journeydesk.services.calls.brief import CallBrief, call_brief
from journeydesk.services.context import Context
from journeydesk.services.rows.detail import ProspectDetail
from journeydesk.ui.call_session.brief_lines import BriefLine, BriefLines
from journeydesk.ui.detail.facts import Money, Who
from journeydesk.ui.detail.facts_area import NARROW
from journeydesk.ui.detail.score_and_touch import ScoreAndTouch
from journeydesk.ui.detail.tasks import NextStrip
from journeydesk.ui.detail.timeline.timeline import LINE, Timeline
from journeydesk.ui.keys.actions import Action
from journeydesk.ui.outside import open_address
from journeydesk.ui.tasks.line_words import due_of
from journeydesk.ui.theme import Theme
from journeydesk.ui.widgets.buttons import KeyButton
from journeydesk.ui.widgets.labels import label, rule
from journeydesk.ui.words.figures import moment_words


class Brief(QWidget):
    """Shows one prospect as it is in the database, network or not."""

    def __init__(self, context: Context, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._phone = ""
        self._touched = 8
        """The height of the touches in px where there is room for all."""
        zone = context.settings.time_zone
        self.setProperty("kind", "base")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.who = Who(theme, self, kept_right=0)
        self.money = Money(theme, self)
        self.score = ScoreAndTouch(theme, zone, self)
        self.score.today = context.today
        self.call = KeyButton(theme, tr("Call"), icon="phone", key=Action.DIAL.cap, parent=self)
        self.call.clicked.connect(self.dial)
        self._why_not = label(theme, step=-1, kind="secondary")
        self.next = NextStrip(context, theme, self)
        self.next.open_tasks.hide()
        self.touches = Timeline(theme, zone, context.today, self)
        self.touches.setAccessibleName(tr("Last three touches"))
        self.touches.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._none = label(theme, tr("Nobody has spoken to them yet."), step=-1, kind="secondary")
        self._none.setContentsMargins(16, 2, 16, 0)
        self.tasks = BriefLines(theme, "check", tr("Open tasks"), "none", self)
        self.clicks = BriefLines(theme, "cursor", tr("What they clicked"), tr("nothing yet"), self)
        dial = QHBoxLayout()
        dial.setContentsMargins(16, 10, 16, 8)
        dial.setSpacing(10)
        dial.addWidget(self.call)
        dial.addWidget(self._why_not)
        dial.addStretch(1)
        heading = label(theme, tr("Last touches"), step=-1, weight=600)
        heading.setContentsMargins(16, 10, 16, 4)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.who)
        column.addLayout(dial)
        for part in (self.next, self.money, heading, self._none, self.touches, rule()):
            column.addWidget(part)
        for part in (self.tasks, self.clicks):
            column.addWidget(part)
        self._above_score = rule()
        column.addWidget(self._above_score)
        column.addWidget(self.score)
        column.addStretch(1)

    def show_prospect(self, prospect: RecordId) -> ProspectDetail | None:
        """Reads and shows them; None where they are gone."""
        brief = call_brief(self._context, prospect)
        if brief is None:
            return None
        detail = brief.detail
        for block in (self.who, self.money, self.score):
            block.show_detail(detail)
        # A session is for calling; the rest is done in the prospect's own panel.
        self.score.history.hide()
        self.score.hand_back.hide()
        self._phone = detail.phone
        self.call.setText(detail.phone or tr("Call"))
        self.call.setAccessibleName(tr("Call {phone}", phone=detail.phone) if detail.phone else tr("Call"))
        self.call.setEnabled(bool(detail.phone))
        self.call.updateGeometry()
        self._why_not.setText("" if detail.phone else tr("No number on record"))
        self.next.show_next(brief.comes_next, 0)
        self.touches.entries.show_entries(brief.touches)
        self._none.setVisible(not brief.touches)
        self._touched = max(8, LINE * len(brief.touches))
        self._show_lines(brief)
        self._give_way()
        return detail

    def _show_lines(self, brief: CallBrief) -> None:
        zone, today = self._context.settings.time_zone, self._context.today()
        tasks = [BriefLine(line.title, due_of(line, zone, today), line.late) for line in brief.tasks]
        self.tasks.show_lines(tasks, brief.open_tasks - len(tasks))
        self.clicks.show_lines(
            [
                BriefLine(" · ".join(part for part in (entry.title, entry.detail) if part), moment_words(entry.at, zone, today))
                for entry in brief.clicks
            ]
        )

    def needed(self, score: bool = True) -> int:
        """The height in pixels of all that is shown, with the score or without."""
        layout = self.layout()
        assert layout is not None
        shown = self.score.isVisibleTo(self)
        self.score.setVisible(score)
        self._above_score.setVisible(score)
        layout.invalidate()
        height = layout.sizeHint().height()
        self.score.setVisible(shown)
        self._above_score.setVisible(shown)
        return height

    def _give_way(self) -> None:
        # In a low window the score gives way, then the clicks, then the older touches: whom to call, what was said last and what is
        # to be done matter more.
        self.clicks.show()
        self.touches.setFixedHeight(self._touched)
        room = self.height() >= self.needed()
        self.score.setVisible(room)
        self._above_score.setVisible(room)
        if not room and self.height() < self.needed(score=False):
            self.clicks.hide()
        over = self.needed(score=False) - self.height()
        if not room and over > 0:
            self.touches.setFixedHeight(max(min(LINE, self._touched), self._touched - LINE * -(-over // LINE)))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.who.fit(self.width() < NARROW)
        self._give_way()

    def dial(self) -> None:
        """Hands the number to whatever dials on this computer."""
        if self._phone:
            open_address(f"tel:{self._phone.replace(' ', '')}")
