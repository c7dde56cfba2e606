"""Keeps what is on screen true to the alerts that wait: the badge, who sleeps, and the notifications outside of the window."""

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import QObject, QTimer, Signal

from journeydesk.domain.alerts.notices import Notice
from journeydesk.domain.errors import JourneydeskError
from journeydesk.domain.frozen_data import dataclass
from journeydesk.domain.ids import RecordId
from journeydesk.services.changes import Change
from journeydesk.services.context import Context
from journeydesk.services.notifying import attention, due_notices, still_waiting
from journeydesk.ui.notifications.notifier import Notifier, Toast
from journeydesk.ui.work import Background

LOOK_EVERY_MS = 20_000
"""Quiet hours end, a minute since the last notification passes, the computer wakes: nothing announces these."""

_KINDS = frozenset({"alerts", "settings"})
_WORK = "attention"


@dataclass(frozen=True, slots=True)
class Look:
    """One look at the database: how many wait, when that changes by itself, what to notify of, and which of those
    notified of still wait."""

    pending: int
    turn: datetime | None
    notices: tuple[Notice, ...]
    waiting: frozenset[RecordId]


class Attention(QObject):
    """Looks after each change, at the moment when a snooze ends or an alert runs out, and now and then.

    `counted` carries how many alerts wait. `invoked` carries what was pressed on a notification, its alerts and the desktop's
    token. Nothing here waits for the database or the desktop.
    """

    counted = Signal(int)
    invoked = Signal(str, object, str)

    def __init__(self, context: Context, work: Background, notifier: Callable[[], Notifier | None], parent: QObject) -> None:
        super().__init__(parent)
        self._context = context
        self._work = work
        self._notifier = notifier
        self._shown: dict[int, frozenset[RecordId]] = {}
        self._number = 0
        self._again = False
        self._stopped = False
        self._turn: datetime | None = None
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.look)

    def refresh(self, change: Change) -> None:
        """Looks where the change may matter."""
        if change.kinds & _KINDS:
            self.look()

    def look(self) -> None:
        """Looks, beside the window; asked while it looks, it looks once more."""
        if self._stopped:
            return
        if self._work.busy(_WORK):
            self._again = True
            return
        self._timer.stop()
        notified = frozenset(alert for alerts in self._shown.values() for alert in alerts)
        self._work.run(_WORK, lambda: look(self._context, notified), self._seen, self._not_seen)

    def _seen(self, seen: Look) -> None:
        if self._stopped:
            return
        self.counted.emit(seen.pending)
        for number, alerts in list(self._shown.items()):
            if not alerts & seen.waiting:
                self._withdraw(number)
        for notice in seen.notices:
            self._notify(notice)
        now = self._context.clock()
        if self._turn is not None and self._turn <= now:
            # A snooze has ended or an alert ran out; nobody wrote anything, so the screens have not been notified.
            self._context.publish(Change(frozenset({"alerts"}), None, "rule"))
        self._turn = seen.turn
        until = (seen.turn - now).total_seconds() * 1000 if seen.turn is not None else LOOK_EVERY_MS
        self._timer.start(max(1, min(LOOK_EVERY_MS, int(until) + 1)))
        if self._again:
            self._again = False
            self.look()

    def _not_seen(self, _problem: JourneydeskError) -> None:
        # The database is held by somebody else, or closed; the next look will see.
        self._again = False
        if not self._stopped:
            self._timer.start(LOOK_EVERY_MS)

    def _notify(self, notice: Notice) -> None:
        notifier = self._notifier()
        if notifier is None:
            return
        self._number += 1
        alerts = frozenset(RecordId(alert) for alert in notice.alerts)
        self._shown[self._number] = alerts
        notifier.show_toast(Toast(self._number, notice.title, notice.text, notice.urgent, len(alerts) == 1))

    def _withdraw(self, number: int) -> None:
        self._shown.pop(number, None)
        notifier = self._notifier()
        if notifier is not None:
            notifier.withdraw(number)

    def pressed(self, number: int, what: str, token: str) -> None:
        """Somebody pressed something on a notification: it has done its work, whatever the service makes of it."""
        alerts = self._shown.get(number)
        if alerts:
            self.invoked.emit(what, sorted(alerts), token)
            self._withdraw(number)

    def stop(self) -> None:
        """Looks no more."""
        self._stopped = True
        self._timer.stop()


def look(context: Context, notified: frozenset[RecordId]) -> Look:
    """One look; what is to be notified counts as notified with this."""
    pending, turn = attention(context)
    return Look(pending, turn, due_notices(context), still_waiting(context, notified) if notified else frozenset())
