"""Working offline because a person wants it: nothing is asked of any service until they switch it off."""

from journeydesk.domain.errors import NotNow
from journeydesk.domain.words import tr
from journeydesk.services.changes import Change
from journeydesk.services.context import Context
from journeydesk.storage.sync.meta import get_meta, set_meta

_META = "work_offline"


class WorkingOffline(NotNow):
    """A person switched the network off; nothing was begun."""


def works_offline(context: Context) -> bool:
    """Whether a person switched the network off."""
    with context.database.read() as connection:
        return get_meta(connection, _META) is not None


def work_offline(context: Context, on: bool) -> None:
    """Switches it off, or on again; the workspace remembers it."""
    with context.database.write(counted=False) as connection:
        set_meta(connection, _META, context.now() if on else None)
    context.publish(Change(frozenset({"sync"}), None, "sync"))


def refuse_offline(context: Context) -> None:
    """Raises WorkingOffline while a person has the network off."""
    if works_offline(context):
        raise WorkingOffline(tr("You work offline. Switch it off in the menu (Tools) or in Settings, then sync again."))
