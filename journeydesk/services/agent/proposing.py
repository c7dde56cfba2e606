"""Keeping what an agent proposes, until a person decides. Nothing of it touches a record."""

from collections.abc import Mapping

from journeydesk.domain.agent.proposals import (
    LONGEST_LINE,
    LONGEST_REASON,
    LONGEST_TEXT,
    MOST_WAITING,
    PROSPECT,
    agent_name,
    checked,
    tidy,
)
from journeydesk.domain.errors import UserError
from journeydesk.domain.ids import RecordId, uuid7
from journeydesk.domain.words import noted, tr
from journeydesk.services.agent.performing import settled
from journeydesk.services.changes import Change
from journeydesk.services.context import Context
from journeydesk.storage.agent import drafts
from journeydesk.storage.engine.connection import Connection
from journeydesk.storage.mail import messages
from journeydesk.storage.records.labels import living_prospect

AGENT = "Agent"
"""The origin of a message that an agent drafted."""


def propose(context: Context, agent: str, kind: str, prospect: RecordId | None, given: Mapping[str, str], reason: str) -> int:
    """Keeps a proposal; returns its number, of the same one where it waits already. Raises ValueRefused and UserError where it could
    not be done as it is."""
    values = settled(context, kind, checked(kind, given))
    words = tidy("Reason", reason, LONGEST_REASON)
    with context.database.write() as connection:
        if kind != PROSPECT:
            _refuse_gone(connection, prospect)
        _refuse_flood(connection)
        number = drafts.add(connection, kind, prospect, values, words, agent_name(agent), context.now())
    context.publish(Change(frozenset({"proposals"})))
    return number


def propose_message(context: Context, agent: str, prospect: RecordId, subject: str, body: str, reason: str) -> int:
    """A drafted e-mail among the messages that wait for a person; its number. Raises ValueRefused, UserError."""
    subject, body = tidy("Subject", subject, LONGEST_LINE), tidy("Message", body, LONGEST_TEXT)
    if not subject or not body:
        raise UserError(tr("A message needs a subject and a text."))
    words = tidy("Reason", reason, LONGEST_REASON)
    about = noted("Proposed by {agent}: {reason}", agent=agent_name(agent), reason=words) if words else agent_name(agent)
    with context.database.write() as connection:
        _refuse_gone(connection, prospect)
        if sum(row.origin == AGENT for row in messages.pending(connection)) >= MOST_WAITING:
            raise UserError(_too_many())
        number = messages.add(
            connection,
            f"MSG-{uuid7()}",
            prospect,
            template=None,
            reason=about,
            origin=AGENT,
            subject=" ".join(subject.split()),
            bubbles=[part.strip() for part in body.split("\n\n") if part.strip()],
            at=context.now(),
        )
    context.publish(Change(frozenset({"messages"})))
    return number or 0


def _refuse_gone(connection: Connection, prospect: RecordId | None) -> None:
    if prospect is None or living_prospect(connection, prospect) is None:
        raise UserError(tr("The prospect is no longer there; it was deleted. Undo brings it back."))


def _refuse_flood(connection: Connection) -> None:
    if drafts.count_waiting(connection) >= MOST_WAITING:
        raise UserError(_too_many())


def _too_many() -> str:
    return tr("{count} proposals wait already. Ask the person to decide some of them first.", count=MOST_WAITING)
