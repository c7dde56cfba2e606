"""What is noted of a mail once it is out, and of one that came: in the workspace alone, whoever sent or read it."""

from journeydesk.domain.journeys.events import Event
from journeydesk.domain.mail.identity import event_key, survey_key
from journeydesk.domain.mail.templates import PMF_SURVEY, WEEKLY_CHECK_IN
from journeydesk.domain.words import noted
from journeydesk.services.context import Context
from journeydesk.services.evaluation.when_asked import evaluate_within
from journeydesk.services.mail.due import event_payload
from journeydesk.storage.engine.connection import Connection
from journeydesk.storage.facts.events import add_event
from journeydesk.storage.mail import queue
from journeydesk.storage.mail.queue import MailRow
from journeydesk.storage.mail.received import ReceivedMail
from journeydesk.storage.receiver.links import note_links_sent
from journeydesk.storage.records import records
from journeydesk.storage.records.labels import living_prospect
from journeydesk.storage.records.lookup import is_key_taken
from journeydesk.storage.records.records import Author
from journeydesk.storage.sync.api_calls import note_worked
from journeydesk.storage.sync.meta import get_meta

SERVICE = "E-mail"
"""How its checks are kept."""

MAIL_PROBLEM, READ_PROBLEM = "mail_problem", "mail_read_problem"
"""Where stands what stopped the queue, and what stopped reading back."""

_SURVEYS = {WEEKLY_CHECK_IN: "Weekly", PMF_SURVEY: "PMF"}


def note_sent(context: Context, connection: Connection, mail: MailRow, account: str, words: str) -> None:
    """Notes that a mail is out: in the queue, as an event that the team shares, and for a survey as the record of its answers."""
    now = context.now()
    author = Author(context.actor, now, "receiver")
    queue.set_sent(connection, mail.id, now, account, words)
    note_links_sent(connection, mail.key, now)
    if not get_meta(connection, READ_PROBLEM):
        note_worked(connection, SERVICE, now)
    if mail.prospect is None or living_prospect(connection, mail.prospect) is None:
        return
    payload = event_payload(mail.template, mail.message_id, mail.key)
    event = Event(event_key(mail.key), "email_sent", None, None, now, now, context.actor, payload)
    add_event(connection, mail.prospect, event, author)
    kind = _SURVEYS.get(mail.template or "")
    if kind and not is_key_taken(connection, "surveys", survey_key(mail.key)):
        values: records.Row = {
            "key": survey_key(mail.key),
            "prospect": mail.prospect,
            "survey_type": kind,
            "date_sent": context.today().isoformat(),
        }
        records.insert(connection, "surveys", values, author)
    evaluate_within(context, connection, [mail.prospect])


def received_words(mail: ReceivedMail, shared: bool) -> str:
    """What the history says of an answer: its text only where it is shared."""
    return f"{mail.subject}\n\n{mail.body}".strip() if shared else noted("Answered by e-mail")
