"""Which notifications this machine shows now; the showing itself is the window's."""

from journeydesk.domain.notices import Notice, Telling, Untold, parse_quiet_hours, tell
from journeydesk.domain.values import moment_of, moment_text
from journeydesk.services.context import Context
from journeydesk.storage import alert_inbox
from journeydesk.storage.sync_state import get_meta, set_meta

_QUIET = "quiet_hours"
_LAST = "last_notice_at"


def quiet_hours(context: Context) -> str:
    """This machine's quiet hours as text; empty for none."""
    with context.database.read() as connection:
        return get_meta(connection, _QUIET) or ""


def set_quiet_hours(context: Context, text: str) -> None:
    """Sets them, or with an empty text takes them away. Raises ValueRefused for a text that is no span of the day."""
    found = parse_quiet_hours(text)
    with context.database.write() as connection:
        set_meta(connection, _QUIET, found.text() if found else None)


def due_notices(context: Context) -> tuple[Notice, ...]:
    """What to show now. Each alert is told once on this machine: those shown are remembered with this call."""
    now = context.clock()
    with context.database.write() as connection:
        untold = [Untold(*row) for row in alert_inbox.untold(connection, moment_text(now))]
        if not untold:
            return ()
        last = get_meta(connection, _LAST)
        telling: Telling = tell(
            untold,
            now.astimezone(),
            parse_quiet_hours(get_meta(connection, _QUIET) or ""),
            context.settings.alerts.silent,
            context.settings.alerts.group_above,
            (now - moment_of(last)).total_seconds() if last else float("inf"),
        )
        alert_inbox.set_told(connection, telling.settled, moment_text(now))
        if telling.notices:
            set_meta(connection, _LAST, moment_text(now))
    return telling.notices
