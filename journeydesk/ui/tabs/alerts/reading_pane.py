"""The reading pane: one alert with its recommended action, why it fired, what earned the points, its history."""

from collections.abc import Sequence
from datetime import datetime

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from journeydesk.domain.words import named, tr, within
from journeydesk.services.context import Context
from journeydesk.services.queries.detail import prospect_detail
from journeydesk.services.rows.alerts import AlertDetail
from journeydesk.ui.keys.actions import Action
from journeydesk.ui.tabs.alerts.action_card import ActionCard
from journeydesk.ui.tabs.alerts.evidence_list import EvidenceList
from journeydesk.ui.tabs.alerts.history_list import HistoryLine, HistoryList
from journeydesk.ui.tabs.alerts.pane_buttons import PaneButtons
from journeydesk.ui.tabs.alerts.pane_header import PaneHeader
from journeydesk.ui.tabs.alerts.side_column import SideColumn
from journeydesk.ui.tabs.alerts.why_card import WhyCard
from journeydesk.ui.tabs.alerts.why_words import WhyWords
from journeydesk.ui.theme import Theme
from journeydesk.ui.widgets.labels import label, selectable, tip
from journeydesk.ui.words.alerts import contact_lines, day_and_time, deadline_words

_SIDE = 303


class ReadingPane(QWidget):
    """Shows one alert; what is done with it is asked by signals."""

    acknowledged = Signal()
    actioned = Signal()
    snoozed = Signal()
    call_logged = Signal()
    opened = Signal()
    acted = Signal()
    rule_requested = Signal()
    mute_requested = Signal()

    def __init__(self, context: Context, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        zone = context.settings.time_zone
        self._context = context
        self._theme = theme
        self.setProperty("kind", "base")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.header = PaneHeader(theme, zone)
        self.buttons = PaneButtons(theme)
        self.action = ActionCard(theme)
        self.why = WhyCard(theme)
        self.reasons = WhyWords(theme)
        self._note_title = label(theme, tr("Note"), weight=600)
        self._note = selectable(label(theme, wrap=True))
        self._earned_title = label(theme, tr("What earned the points"), weight=600)
        self.earned = EvidenceList(theme, zone)
        self.history = HistoryList(theme, tr("Audit history"))
        self.side = SideColumn(theme, zone)
        self._side_frame = QFrame()
        self._scroll = QScrollArea()
        self._shown: tuple[object, ...] = ()
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        main = QWidget()
        column = QVBoxLayout(main)
        column.setContentsMargins(24, 17, 24, 24)
        column.setSpacing(0)
        column.addWidget(self.action)
        for title, part in (
            (label(self._theme, tr("Why it fired"), weight=600), self.why),
            (self._earned_title, self.earned),
            (label(self._theme, tr("Audit history"), weight=600), self.history),
        ):
            column.addSpacing(19)
            column.addWidget(title)
            column.addSpacing(12 if part is self.history else 9)
            column.addWidget(part)
            if part is self.why:
                column.addWidget(self.reasons)
                self._note_title.setContentsMargins(0, 8, 0, 4)
                column.addWidget(self._note_title)
                column.addWidget(self._note)
        column.addStretch(1)
        body = QWidget()
        body.setProperty("kind", "base")
        body.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._body = QHBoxLayout(body)
        self._body.setContentsMargins(0, 0, 0, 0)
        self._body.setSpacing(0)
        self._body.addWidget(main, 1)
        self._main = column
        self._line = QFrame()
        self._line.setProperty("kind", "line")
        self._line.setFixedWidth(1)
        self._body.addWidget(self._line)
        self.side.setFixedWidth(_SIDE - 1)
        self._body.addWidget(self.side)
        self._scroll.setWidget(body)
        self._scroll.setWidgetResizable(True)
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.header)
        layout.addWidget(self.buttons)
        layout.addWidget(self._scroll, 1)

    def _connect(self) -> None:
        self.buttons.acknowledge.clicked.connect(self.acknowledged)
        self.buttons.actioned.clicked.connect(self.actioned)
        self.buttons.snooze.clicked.connect(self.snoozed)
        self.buttons.call.clicked.connect(self.call_logged)
        self.buttons.open.clicked.connect(self.opened)
        self.action.acted.connect(self.acted)
        self.reasons.settings_requested.connect(self.rule_requested)
        self.reasons.mute_requested.connect(self.mute_requested)

    def show_alert(self, detail: AlertDetail) -> None:
        """Shows this alert as of now; where that shows already, nothing is made anew."""
        now, today, zone = self._context.clock(), self._context.today(), self._context.settings.time_zone
        prospect = prospect_detail(self._context, detail.row.prospect) if detail.row.prospect is not None else None
        contact = contact_lines(prospect, zone, today) if prospect is not None else ()
        # Ages and deadlines are said to the minute.
        shown = (detail, tuple(contact), zone, now.replace(second=0, microsecond=0))
        if shown != self._shown:
            self._shown = shown
            self._show(detail, contact, now)

    def _show(self, detail: AlertDetail, contact: Sequence[tuple[str, str]], now: datetime) -> None:
        today, zone = self._context.today(), self._context.settings.time_zone
        self.header.show_alert(detail, now)
        self.action.show_action(
            detail.action_title,
            deadline_words(detail, zone, today) + detail.action_text,
            detail.act,
            detail.phone,
            detail.email,
            done=detail.row.status in ("Actioned", "Expired"),
        )
        self.why.show_alert(detail)
        self.reasons.show_alert(detail)
        self._note.setText(detail.note)
        for noted in (self._note_title, self._note):
            noted.setVisible(bool(detail.note))
        self.earned.show_evidence(detail.evidence, today)
        self.earned.setVisible(bool(detail.evidence))
        self._earned_title.setText(tr("What earned the points") if detail.points_after is not None else tr("What it saw"))
        self._earned_title.setVisible(bool(detail.evidence))
        lines = [
            HistoryLine(line.bold, line.rest, f"{day_and_time(line.at, zone, today)} · {line.caption}")
            for line in detail.history
        ]
        self.history.show_lines(lines)
        of_team = detail.row.prospect is None
        self.side.setVisible(not of_team)
        self._line.setVisible(not of_team and self._body.indexOf(self.side) >= 0)
        self.side.show_alert(detail, contact, today)
        self._allow(detail)

    def _allow(self, detail: AlertDetail) -> None:
        status = detail.row.status
        buttons = self.buttons
        buttons.acknowledge.setEnabled(status == "Pending")
        buttons.actioned.setEnabled(status in ("Pending", "Acknowledged"))
        buttons.snooze.setEnabled(status == "Pending")
        buttons.call.setEnabled(status in ("Pending", "Acknowledged") and detail.row.prospect is not None)
        buttons.open.setEnabled(detail.row.prospect is not None)
        done = tr("This alert is {status}", status=within(named(status)))
        for button in (buttons.acknowledge, buttons.actioned, buttons.snooze, buttons.call):
            hint = tr("{label} adds a note", label=Action.ALERT_NOTE.label) if button is buttons.actioned else ""
            button.setToolTip(tip(hint if button.isEnabled() else done))

    def show_why(self) -> None:
        """Brings the reasons into view and gives them the keyboard."""
        self._scroll.ensureWidgetVisible(self.why)
        self.why.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def set_narrow(self, narrow: bool) -> None:
        """Puts the context under the history where the window is narrow."""
        if narrow == (self._body.indexOf(self.side) < 0):
            return
        self._line.setVisible(not narrow)
        if narrow:
            self._body.removeWidget(self.side)
            self.side.setMinimumWidth(0)
            self.side.setMaximumWidth(16_777_215)
            self._main.insertWidget(self._main.count() - 1, self.side)
        else:
            self._main.removeWidget(self.side)
            self.side.setFixedWidth(_SIDE - 1)
            self._body.addWidget(self.side)

    def minimumSizeHint(self) -> QSize:
        # May be narrow: the buttons decide.
        return QSize(420, 300)
