"""What waits to go, what is unclear and what failed, each with what may be done about it."""

from collections.abc import Sequence
from datetime import date
from zoneinfo import ZoneInfo

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from journeydesk.domain.time import moment_of
from journeydesk.domain.words import tr
from journeydesk.services.mail.queueing import MailLine
from journeydesk.ui.tabs.settings.page import clear
from journeydesk.ui.theme import Theme
from journeydesk.ui.widgets.buttons import KeyButton
from journeydesk.ui.widgets.labels import ElidedLabel, label, rule
from journeydesk.ui.words.figures import touch_day

_SHOWN = 12
_STATES = {
    "waiting": tr("waits"),
    "held": tr("held"),
    "sending": tr("is going"),
    "unknown": tr("unclear"),
    "failed": tr("failed"),
    "sent": tr("sent"),
    "cancelled": tr("taken back"),
}


class QueueCard(QFrame):
    """`again`, `dropped` and `arrived` carry the number of a mail."""

    again = Signal(int)
    dropped = Signal(int)
    arrived = Signal(int)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.setProperty("kind", "card")
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(1, 1, 1, 1)
        self._column.setSpacing(0)

    def show_mails(self, rows: Sequence[MailLine], zone: ZoneInfo, today: date) -> None:
        """Shows these, those that need a person first."""
        clear(self._column)
        order = ("unknown", "failed", "held", "waiting", "sending", "sent", "cancelled")
        ranked = sorted(rows, key=lambda row: order.index(row.state))[:_SHOWN]
        if not ranked:
            empty = label(
                self._theme, tr("No mail waits, and none was sent from this computer yet."), kind="secondary", wrap=True
            )
            empty.setContentsMargins(14, 10, 14, 10)
            self._column.addWidget(empty)
        for place, row in enumerate(ranked):
            if place:
                self._column.addWidget(rule())
            self._column.addWidget(self._line(row, zone, today))

    def _line(self, row: MailLine, zone: ZoneInfo, today: date) -> QWidget:
        held = QWidget()
        line = QHBoxLayout(held)
        line.setContentsMargins(14, 7, 14, 7)
        line.setSpacing(10)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(ElidedLabel(self._theme, f"{row.recipient} · {row.subject}"))
        when = touch_day(moment_of(row.sent_at or row.due_at), zone, today)
        told = " · ".join(part for part in (f"{_STATES[row.state]} {when}", row.answer) if part)
        words.addWidget(
            ElidedLabel(self._theme, told, step=-1, kind="danger" if row.state in ("unknown", "failed") else "secondary")
        )
        line.addLayout(words, 1)
        held.setAccessibleName(f"{row.recipient}: {row.subject}, {told}")
        for states, text, signal in (
            (("unknown",), tr("It arrived"), self.arrived),
            (("unknown", "failed", "held"), tr("Send again"), self.again),
            (("unknown", "failed", "held", "waiting"), tr("Drop"), self.dropped),
        ):
            if row.state in states:
                button = KeyButton(self._theme, text, kind="flat")
                button.setAccessibleName(f"{text}: {row.recipient}")
                button.clicked.connect(lambda _checked=False, asked=signal, number=row.id: asked.emit(number))
                line.addWidget(button)
        return held
