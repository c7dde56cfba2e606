"""Who works at this computer: the name that stands beside what they log and change."""

from journeydesk.config import Connections
from journeydesk.domain.errors import UserError
from journeydesk.domain.words import tr
from journeydesk.services.changes import Change
from journeydesk.services.context import Context
from journeydesk.storage.sync.meta import set_meta

MOST_LETTERS = 80


def is_given(known: Connections) -> bool:
    """Whether the environment says who it is, which goes before what a person says here."""
    return known.actor is not None


def rename(context: Context, name: str) -> str:
    """Keeps who works here, from now on; the name as it is kept. What was written before keeps its author.

    Raises UserError for a name that is empty, too long or more than one line.
    """
    kept = " ".join(name.split())
    if not kept or len(kept) > MOST_LETTERS or not kept.isprintable():
        raise UserError(tr("Give a name of 1 to {most_letters} letters.", most_letters=MOST_LETTERS))
    with context.database.write(counted=False) as connection:
        set_meta(connection, "actor", kept)
    context.actor = kept
    context.publish(Change(frozenset({"settings"})))
    return kept
