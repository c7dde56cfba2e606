"""Whether a receiver runs on this workspace, in any program, and asking it to end."""

import secrets

from journeydesk.domain.words import noted
from journeydesk.services.context import Context
from journeydesk.storage.engine.file_lock import FileLock
from journeydesk.storage.sync.meta import get_meta, set_meta

LOCK_NAME = "receiver.lock"
SERVICE_NAME = noted("Events in")
"""What the receiver is called beside the other services."""

_STOP = "receiver_stop"
_ADDRESS = "receiver_address"


def receiver_place(context: Context) -> FileLock:
    """The one place for a receiver on this workspace."""
    return FileLock(context.database.folder / LOCK_NAME)


def is_receiving(context: Context) -> bool:
    """Whether somebody has it."""
    return receiver_place(context).is_taken()


def stop_mark(context: Context) -> str | None:
    """What stands where a receiver is asked to end: another than at its start says that it is to."""
    with context.database.read() as connection:
        return get_meta(connection, _STOP)


def ask_to_stop(context: Context) -> None:
    """Asks the receiver that runs, in whatever program, to end within a second or two."""
    with context.database.write(counted=False) as connection:
        set_meta(connection, _STOP, secrets.token_hex(8))


def note_address(context: Context, address: str) -> None:
    """Where the receiver that runs is reached."""
    with context.database.write(counted=False) as connection:
        set_meta(connection, _ADDRESS, address)


def noted_address(context: Context) -> str:
    """Where the last receiver was reached; empty where there was none."""
    with context.database.read() as connection:
        return get_meta(connection, _ADDRESS) or ""
