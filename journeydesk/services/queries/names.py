"""What people know prospects by, in the sentences that name them."""

from collections.abc import Sequence

from journeydesk.domain.ids import RecordId
from journeydesk.domain.words import figure, tr
from journeydesk.services.context import Context
from journeydesk.storage.records.labels import living_prospect


def name_of(context: Context, prospect: RecordId) -> str | None:
    """The company, else the person, else the Application ID; None where the prospect is gone or deleted."""
    with context.database.read() as connection:
        label = living_prospect(connection, prospect)
    return label.name if label is not None else None


def first_names(context: Context, prospects: Sequence[RecordId], most: int) -> list[str]:
    """The names of the first of these that are there, at most so many."""
    with context.database.read() as connection:
        labels = [living_prospect(connection, prospect) for prospect in prospects[:most]]
    return [label.name for label in labels if label is not None]


def counted(count: int) -> str:
    """So many prospects: 1 prospect, 38 prospects."""
    return tr("1 prospect") if count == 1 else tr("{count} prospects", count=figure(count))
