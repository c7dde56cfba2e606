"""How often a pass runs by itself, as a person set it for this computer."""

from journeydesk.domain.errors import UserError
from journeydesk.domain.words import tr
from journeydesk.services.changes import Change
from journeydesk.services.context import Context
from journeydesk.services.sync.session import EVERY_MINUTES
from journeydesk.storage.sync.meta import get_meta, set_meta

CHOICES = (1, 5, 15, 30, 60)
"""Minutes from one pass to the next that are offered."""

_META = "sync_minutes"


def sync_minutes(context: Context) -> float:
    """Minutes from one pass to the next, where the month's calls allow it."""
    with context.database.read() as connection:
        return float(get_meta(connection, _META) or EVERY_MINUTES)


def set_sync_minutes(context: Context, minutes: int) -> None:
    """Sets it, from the next pass on. Raises UserError for minutes that are not offered."""
    if minutes not in CHOICES:
        raise UserError(tr("Sync runs every {choices} minutes.", choices=", ".join(str(each) for each in CHOICES)))
    with context.database.write(counted=False) as connection:
        set_meta(connection, _META, str(minutes))
    context.publish(Change(frozenset({"sync"}), None, "sync"))
