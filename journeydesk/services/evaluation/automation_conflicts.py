"""What an automation set here while another machine or a person set it, too: theirs stands, and nobody is asked
(docs/rules.md, "Automations")."""

from collections.abc import Sequence

from journeydesk.domain.catalogue import PROSPECTS
from journeydesk.domain.ids import RecordId
from journeydesk.domain.values import from_wire
from journeydesk.remote.opening import REMOTE_NAME
from journeydesk.storage.engine.connection import Connection
from journeydesk.storage.records import records
from journeydesk.storage.records.history import last_source
from journeydesk.storage.records.records import Author
from journeydesk.storage.sync import conflicts

_AUTOMATED = ("owner", "tier")


def yield_to_others(connection: Connection, prospects: Sequence[RecordId], at: str) -> None:
    """Answers the questions about owners and tiers that only an automation of this machine has an opinion on."""
    for prospect in prospects if conflicts.count(connection) else ():
        for question in conflicts.open_conflicts(connection, PROSPECTS.slug, prospect):
            if question.kind == conflicts.MERGE and question.field in _AUTOMATED and _by_rule(connection, question):
                stored = from_wire(PROSPECTS.by_slug[question.field], question.theirs, lambda _slug, _remote: None)
                conflicts.answer(connection, question)
                records.update(connection, PROSPECTS.slug, prospect, {question.field: stored}, Author(REMOTE_NAME, at, "sync"))


def _by_rule(connection: Connection, question: conflicts.Conflict) -> bool:
    return last_source(connection, "prospects", question.record, question.field) == "rule"
