"""How sync and the services stand."""

from datetime import datetime
from typing import Literal

from journeydesk.domain.frozen_data import dataclass
from journeydesk.domain.ids import RecordId


@dataclass(frozen=True, slots=True)
class SyncStatus:
    """All that the sync pill may speak of; see `services.sync_pill` for its words. `trouble` and `offline_why` are sentences
    about the last pass, empty where it was well; `works_offline` that a person switched the network off."""

    connected: bool
    waiting: int
    conflicts: int
    needs_attention: int
    offline_since: datetime | None
    last_success: datetime | None
    running: bool
    done: int
    total: int
    paused_reason: str = ""
    paused_until: datetime | None = None
    token_refused: bool = False
    trouble: str = ""
    offline_why: str = ""
    works_offline: bool = False


SyncQuestion = Literal["deleted remotely", "deleted here", "schema"]
"""What a note of sync asks: whether deletes in the remote, or ours, were meant; or that the base's fields be looked at."""


@dataclass(frozen=True, slots=True)
class SyncNoteRow:
    """A note of sync, or with `question` one that waits for a person; `record` None where it is about a whole table."""

    id: int
    slug: str
    record: RecordId | None
    text: str
    question: SyncQuestion | None


@dataclass(frozen=True, slots=True)
class ServiceState:
    """One row of the integrations page."""

    name: str
    subtitle: str
    icon: str
    state: Literal["Working", "Slow", "Not working", "Not checked", "Off"]
    last_checked: datetime | None
    last_success: datetime | None
    criterion: str
    problem_title: str = ""
    problem_text: str = ""
    checks: tuple[tuple[datetime, bool, str, float], ...] = ()
    failures: int = 0
    """How many of the last checks failed one after the other."""
    tests: bool = False
    """Whether a person can run a test of it."""
    settles: bool = False
    """Whether it has settings that a person comes back to while it works."""
    waits: bool = False
    """Whether something of it waits for a person, on or off."""
