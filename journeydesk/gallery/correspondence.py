"""Mails of a demonstration: some that wait, some that went to the stand-in's people, and what those wrote back."""

from dataclasses import replace
from datetime import timedelta

from journeydesk.config import Connections
from journeydesk.domain.errors import JourneydeskError
from journeydesk.domain.ids import RecordId
from journeydesk.services.context import Context
from journeydesk.services.evaluation.evaluate import all_prospects
from journeydesk.services.mail.merging import preview
from journeydesk.services.mail.receiving import read_back_or_tell
from journeydesk.services.mail.sending import send_due
from journeydesk.services.messages.deciding import Decision, approve, write_message
from journeydesk.services.queries.alerts import alerts

_WAITING, _SENT = 4, 12
_LOOKED_AT = 100
_LATER = timedelta(minutes=2)
"""What was approved goes after half a minute; the demonstration does not wait for it."""

_REASONS = ("They did not answer for 7 days", "They asked for references", "The check-in of this week", "They were accepted")
_TEMPLATES = ("follow_up", "second_follow_up", "weekly_check_in", "welcome")


def correspond(context: Context, known: Connections) -> int:
    """Writes to those whom the inbox names, and to others where these are few; returns to how many a mail went. Needs a mail account and
    prospects that were synced."""
    named = [alert.prospect for alert in alerts(context, "Pending") if alert.prospect is not None]
    whom = dict.fromkeys([*named, *all_prospects(context)[-_LOOKED_AT:]])
    gone = 0
    for number, prospect in enumerate(whom):
        if gone == _SENT:
            break
        try:
            message = _written(context, prospect, number)
            if number >= _WAITING:
                gone += bool(approve(context, message, Decision((), 4)).mail)
        except JourneydeskError:
            # Somebody without an address, or who gets no mail.
            continue
    # The first look says from where on the mailbox is read.
    read_back_or_tell(context, known)
    later = replace(context, clock=lambda: context.clock() + _LATER)
    send_due(later, known, sleep=lambda _seconds: None)
    read_back_or_tell(later, known)
    return gone


def _written(context: Context, prospect: RecordId, number: int) -> int:
    template = _TEMPLATES[number % len(_TEMPLATES)]
    text = preview(context, context.settings.mail.templates[template], prospect)
    bubbles = [part for part in text.body.split("\n\n") if part.strip()]
    return write_message(context, prospect, text.subject, bubbles, reason=_REASONS[number % 4], template=template)
