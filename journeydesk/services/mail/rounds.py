"""One round of mail beside the window: what is due, what waits, and what the account's servers take and have."""

import time
from collections.abc import Callable

from journeydesk.config import Connections
from journeydesk.services.context import Context
from journeydesk.services.mail.account import mail_account
from journeydesk.services.mail.alerting import prepare_alert_mails
from journeydesk.services.mail.due import prepare_due
from journeydesk.services.mail.queueing import share_refusals


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
    # Many have none, and what speaks with its servers is not loaded for them.
    from journeydesk.services.mail.exchanging import exchange_mail

    exchange_mail(context, known, cancelled, sleep)
