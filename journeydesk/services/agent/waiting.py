"""Whether proposals are to be shown, and how many wait: what the window asks first, without anything else of the door."""

from journeydesk.services.context import Context
from journeydesk.storage.agent import drafts
from journeydesk.storage.sync.meta import get_meta

DOOR = "agent_door"
"""Where it is kept that the door is open."""


def are_expected(context: Context) -> bool:
    """Whether an agent may propose, or did."""
    with context.database.read() as connection:
        return get_meta(connection, DOOR) is not None or bool(drafts.newest(connection, 1))


def count_waiting(context: Context) -> int:
    """How many proposals wait for a decision."""
    with context.database.read() as connection:
        return drafts.count_waiting(connection)
