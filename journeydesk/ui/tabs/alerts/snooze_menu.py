"""Until when an alert sleeps: an hour, tomorrow, next week, a date in plain words, or until something happens
(docs/interface.md, "Alert inbox")."""

from collections.abc import Sequence
from datetime import datetime
from zoneinfo import ZoneInfo

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from journeydesk.domain.alerts.snooze import MOVES, PAYS, REPLIES
from journeydesk.domain.due import parse_due
from journeydesk.domain.periods import short_weekday
from journeydesk.domain.words import tr
from journeydesk.domain.working_days import WorkingDays
from journeydesk.ui.widgets.popup_menu import PopupMenu
from journeydesk.ui.words.figures import short_day

_EVENTS = ((PAYS, tr("Until it &pays")), (REPLIES, tr("Until it &replies")), (MOVES, tr("Until it changes &stage")))


def snooze_choices(now: datetime, zone: ZoneInfo, days: WorkingDays) -> Sequence[tuple[str, datetime]]:
    """What is offered, in words and as moments in UTC."""

    def moment(words: str) -> datetime:
        until = parse_due(words, now, zone, days).moment
        assert until is not None
        return until

    monday = moment("next week 9:00")
    today = now.astimezone(zone).date()
    local = monday.astimezone(zone)
    return (
        (tr("&1 hour"), moment("1 hour")),
        (tr("&Tomorrow 09:00"), moment("tomorrow 9:00")),
        (tr("Next &week, {local} {day} 09:00", local=short_weekday(local.date()), day=short_day(local.date(), today)), monday),
    )


class SnoozeMenu(PopupMenu):
    """Emits a moment, an event, that a date is to be asked for, or that what sleeps is to wake.

    Moments after `expires_at` are offered disabled, with the reason; events only where every alert has a prospect.
    """

    until = Signal(object)
    event_chosen = Signal(str)
    date_requested = Signal()
    woken = Signal()

    def __init__(
        self,
        choices: Sequence[tuple[str, datetime]],
        expires_at: datetime | None,
        *,
        events: bool,
        asleep: bool,
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self.setToolTipsVisible(True)
        self.setAccessibleName(tr("Snooze"))
        if asleep:
            self.addAction(tr("Wake &now")).triggered.connect(lambda _checked=False: self.woken.emit())
            self.addSeparator()
        for words, moment in choices:
            action = self.addAction(words)
            action.triggered.connect(lambda _checked=False, m=moment: self.until.emit(m))
            if expires_at is not None and moment >= expires_at:
                action.setEnabled(False)
                action.setToolTip(tr("The alert expires before that"))
        self.addAction(tr("A &date…")).triggered.connect(lambda _checked=False: self.date_requested.emit())
        self.addSeparator()
        for event, words in _EVENTS:
            action = self.addAction(words)
            action.triggered.connect(lambda _checked=False, e=event: self.event_chosen.emit(e))
            if not events:
                action.setEnabled(False)
                action.setToolTip(tr("An alert of the whole team waits for no prospect"))
