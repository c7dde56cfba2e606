"""Whether a receiver runs on this workspace, in any program."""

from journeydesk.services.context import Context
from journeydesk.storage.engine.file_lock import FileLock

LOCK_NAME = "receiver.lock"


def receiver_place(context: Context) -> FileLock:
    """The one place for a receiver on this workspace."""
    return FileLock(context.database.folder / LOCK_NAME)


def is_receiving(context: Context) -> bool:
    """Whether somebody has it."""
    return receiver_place(context).is_taken()
