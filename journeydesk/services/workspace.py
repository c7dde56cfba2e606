"""Opening a workspace: database, settings, actor; and what it is connected to."""

import getpass
import json
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

from journeydesk.config import Connections, default_settings
from journeydesk.domain.errors import SettingError
from journeydesk.domain.settings import TeamSettings, merged, team_settings
from journeydesk.services.changes import Listener
from journeydesk.services.context import Context, nobody
from journeydesk.storage.database import Database
from journeydesk.storage.sync_state import get_meta


def now() -> datetime:
    """The wall clock in UTC."""
    return datetime.now(UTC)


def open_workspace(
    folder: Path,
    key: bytes | None,
    known: Connections,
    publish: Listener = nobody,
    clock: Callable[[], datetime] = now,
) -> tuple[Context, list[str]]:
    """Opens the workspace in `folder`. Returns its context and what was wrong with its settings, in sentences.

    Raises the errors of `Database.open`.
    """
    database = Database.open(folder, key)
    settings, problems = read_settings(database)
    with database.read() as connection:
        stored = get_meta(connection, "actor")
    actor = known.actor or stored or getpass.getuser()
    return Context(database, settings, clock, actor, publish), problems


def read_settings(database: Database) -> tuple[TeamSettings, list[str]]:
    """The shipped settings with the team's overrides laid over them; where those are wrong, the shipped ones and why."""
    defaults = default_settings()
    with database.read() as connection:
        stored = get_meta(connection, "settings")
    if not stored:
        return team_settings(defaults), []
    try:
        return team_settings(merged(defaults, json.loads(stored))), []
    except (SettingError, ValueError) as wrong:
        return team_settings(defaults), [str(wrong)]
