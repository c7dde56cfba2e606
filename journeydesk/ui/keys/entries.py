"""What an entry of the registry of keys is, and the parts of the window in which keys work."""

from enum import Enum
from typing import NamedTuple

from journeydesk.domain.words import tr


class Scope(Enum):
    """Where a key works; its value is the heading in the list of shortcuts."""

    WINDOW = tr("Everywhere")
    PROSPECTS = tr("Prospects")
    COLUMNS = tr("Columns and views")
    KANBAN = tr("Kanban")
    ALERTS = tr("Alerts")
    MESSAGES = tr("Messages for approval")
    REPORTS = tr("Reports")
    LINES = tr("Today and tasks")
    EDITING = tr("Editing a field")
    LOG = tr("Log form and call session")
    SESSION = tr("Call session")
    SESSION_QUESTION = tr("A call session waits")
    CONFLICTS = tr("Conflict review")
    OUTBOX = tr("Sync details")
    SET_UP = tr("Set-up")
    IMPORT = tr("Import")
    DUPLICATES = tr("Possible duplicates")
    PLANNING = tr("Planning review")
    PALETTE = tr("Search and commands")
    DIALOGS = tr("Dialogs")
    FIELDS = tr("Lists and fields")


class Entry(NamedTuple):
    """Words, keys (any of them will do) and scope, with others where the same key does the same.

    `label` is for keys that are many and are printed as one.
    """

    words: str
    keys: tuple[str, ...]
    scope: Scope
    also: tuple[Scope, ...] = ()
    label: str = ""
