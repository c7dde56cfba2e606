"""What is being typed on this computer and not saved yet, by its place: a form, or a field of a prospect."""

from journeydesk.storage.engine import sql
from journeydesk.storage.engine.connection import Connection
from journeydesk.storage.sync.meta import get_meta, set_meta

_PREFIX = "typed:"


def put_typed(connection: Connection, place: str, text: str | None) -> None:
    """Keeps a text in the place of the one before; None forgets it."""
    set_meta(connection, f"{_PREFIX}{place}", text)


def typed_at(connection: Connection, place: str) -> str | None:
    """What was being typed there."""
    return get_meta(connection, f"{_PREFIX}{place}")


def typed_places(connection: Connection) -> list[str]:
    """Every place at which something was being typed."""
    keys = sql.scalars(connection, "SELECT key FROM meta WHERE key LIKE ? ORDER BY key", (f"{_PREFIX}%",))
    return [str(key).removeprefix(_PREFIX) for key in keys]
