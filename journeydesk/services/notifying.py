"""Which notifications this machine shows now; the showing itself is the window's."""

from collections.abc import Iterable
from datetime import datetime

from journeydesk.domain.alerts.notices import Notice, NoticePlan, UnnotifiedAlert, plan_notices
from journeydesk.domain.alerts.quiet_hours import parse_quiet_hours
from journeydesk.domain.ids import RecordId
from journeydesk.domain.time import moment_of, moment_text
from journeydesk.services.context import Context
from journeydesk.storage.alerts import attention as alert_attention
from journeydesk.storage.sync.meta import get_meta, set_meta

_QUIET = "quiet_hours"
_LAST = "last_notice_at"


def quiet_hours(context: Context) -> str:
    """This machine's quiet hours as text; empty for none."""
    with context.database.read() as connection:
        return get_meta(connection, _QUIET) or ""


def set_quiet_hours(context: Context, text: str) -> None:
    """Sets them, or with an empty text takes them away. Raises ValueRefused for a text that is no span of the day."""
    hours = parse_quiet_hours(text)
    with context.database.write() as connection:
        set_meta(connection, _QUIET, hours.text() if hours else None)


def attention(context: Context) -> tuple[int, datetime | None]:
    """How many alerts wait, and when that changes by itself: a snooze ends, or one runs out."""
    now = context.now()
    with context.database.read() as connection:
        turn = alert_attention.next_turn(connection, now)
        return alert_attention.pending(connection, now), moment_of(turn) if turn else None


def still_waiting(context: Context, alerts: Iterable[RecordId]) -> frozenset[RecordId]:
    """Which of these are pending and awake; a notification of the others is to be taken back."""
    with context.database.read() as connection:
        return alert_attention.waiting_among(connection, alerts, context.now())


def due_notices(context: Context) -> tuple[Notice, ...]:
    """What to show now. Each alert is told once on this machine: those shown are remembered with this call."""
    now = context.clock()
    with context.database.read() as connection:
        if not alert_attention.unnotified(connection, moment_text(now), 1):
            return ()
    with context.database.write() as connection:
        unnotified = [UnnotifiedAlert(*row) for row in alert_attention.unnotified(connection, moment_text(now))]
        last = get_meta(connection, _LAST)
        plan: NoticePlan = plan_notices(
            unnotified,
            now.astimezone(),
            parse_quiet_hours(get_meta(connection, _QUIET) or ""),
            context.settings.alerts.silent,
            context.settings.alerts.group_above,
            (now - moment_of(last)).total_seconds() if last else float("inf"),
        )
        alert_attention.mark_notified(connection, plan.settled, moment_text(now))
        if plan.notices:
            set_meta(connection, _LAST, moment_text(now))
    return plan.notices
