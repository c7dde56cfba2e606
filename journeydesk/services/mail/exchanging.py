"""What is due goes out through this computer's mail account, and every few minutes what came back is read."""

from collections.abc import Callable
from datetime import timedelta

from journeydesk.config import Connections
from journeydesk.domain.errors import NotNow
from journeydesk.domain.time import moment_of
from journeydesk.domain.words import tr
from journeydesk.services.context import Context
from journeydesk.services.mail.noting import MAIL_PROBLEM, READ_PROBLEM, SERVICE
from journeydesk.services.mail.receiving import read_back_or_tell
from journeydesk.services.mail.sending import send_due
from journeydesk.storage.sync.api_calls import note_check, note_worked
from journeydesk.storage.sync.meta import get_meta, set_meta

READ_EVERY = timedelta(minutes=5)
_READ_AT, _TROUBLE = "mail_read_at", READ_PROBLEM


def exchange_mail(context: Context, known: Connections, cancelled: Callable[[], bool], sleep: Callable[[float], None]) -> None:
    """One round with the account's servers."""
    try:
        send_due(context, known, cancelled=cancelled, sleep=sleep)
        if _is_time_to_read(context) and not cancelled():
            _read(context, known, cancelled)
    except NotNow:
        return


def _is_time_to_read(context: Context) -> bool:
    with context.database.read() as connection:
        last = get_meta(connection, _READ_AT)
    return last is None or moment_of(last) + READ_EVERY <= context.clock() or moment_of(last) > context.clock()


def _read(context: Context, known: Connections, cancelled: Callable[[], bool]) -> None:
    trouble = read_back_or_tell(context, known, cancelled)
    with context.database.write(counted=False) as connection:
        set_meta(connection, _READ_AT, context.now())
        if trouble != (get_meta(connection, _TROUBLE) or ""):
            set_meta(connection, _TROUBLE, trouble or None)
            note_check(connection, SERVICE, context.now(), not trouble, trouble or tr("Answers can be read again"), 0.0)
        if not trouble and not get_meta(connection, MAIL_PROBLEM):
            note_worked(connection, SERVICE, context.now())
