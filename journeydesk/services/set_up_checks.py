"""The first check of a service: the answer that it gave when it was set up."""

from journeydesk.domain.words import tr
from journeydesk.services.context import Context
from journeydesk.storage.engine.connection import Connection
from journeydesk.storage.sync.api_calls import note_check


def note_answered_at_set_up(context: Context, connection: Connection, service: str, words: str = "") -> None:
    """Counts as a check that went well; `words` is what it answered, where that says more."""
    note_check(connection, service, context.now(), True, words or tr("It answered when it was set up"), 0.0)
