"""One round of mail beside the window: what is due, what waits, and every few minutes what came back."""

import time
from collections.abc import Callable
from datetime import timedelta

from journeydesk.config import Connections
from journeydesk.domain.errors import NotNow
from journeydesk.domain.time import moment_of
from journeydesk.domain.words import tr
from journeydesk.services.context import Context
from journeydesk.services.mail.account import mail_account
from journeydesk.services.mail.alerting import prepare_alert_mails
from journeydesk.services.mail.due import prepare_due
from journeydesk.services.mail.queueing import share_refusals
from journeydesk.services.mail.receiving import read_back_or_tell
from journeydesk.services.mail.sending import MAIL_PROBLEM, READ_PROBLEM, SERVICE, send_due
from journeydesk.storage.sync.api_calls import note_check, note_worked
from journeydesk.storage.sync.meta import get_meta, set_meta

READ_EVERY = timedelta(minutes=5)
_READ_AT, _TROUBLE = "mail_read_at", READ_PROBLEM


def mail_round(
    context: Context,
    known: Connections,
    cancelled: Callable[[], bool] = lambda: False,
    sleep: Callable[[float], None] = time.sleep,
) -> None:
    """One round. Without an account only drafts are made."""
    share_refusals(context)
    prepare_due(context)
    prepare_alert_mails(context)
    if mail_account(context) is None:
        return
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
