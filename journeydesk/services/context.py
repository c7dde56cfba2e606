"""What every command and query is given: the database, the team's settings, the clock, who acts, and whom to tell."""

from collections.abc import Callable, Mapping
from dataclasses import field
from datetime import date, datetime
from threading import Lock
from typing import TYPE_CHECKING

from journeydesk.domain.field_kinds.team_words import TeamWords
from journeydesk.domain.frozen_data import dataclass
from journeydesk.domain.settings import TeamSettings
from journeydesk.domain.time import moment_text
from journeydesk.services.changes import Change, Listener
from journeydesk.storage.engine.database import Database
from journeydesk.storage.records.records import Author

if TYPE_CHECKING:
    from journeydesk.services.kept_inputs import KeptInputs


def nobody(_: Change) -> None:
    """A listener for where no screen is open."""


@dataclass(slots=True)
class Context:
    """One open workspace as one person sees it. `clock` gives aware UTC.

    While it is open `settings` changes, as a whole, when the team's own values (`overrides`, JSON by key) change, and `words` when the
    base calls its options otherwise; the stages in `settings` are called as in `words`. So does `actor`, when a
    person says who they are.
    """

    database: Database
    settings: TeamSettings
    clock: Callable[[], datetime]
    actor: str
    publish: Listener = nobody
    overrides: Mapping[str, str] = field(default_factory=dict)
    words: TeamWords = field(default_factory=TeamWords)
    evaluating: Lock = field(default_factory=Lock, repr=False)
    """Held while everybody is evaluated, so that two threads do not do it side by side."""
    kept: "KeptInputs | None" = field(default=None, repr=False)
    """What reports were computed from, once one was."""
    ahead: Callable[[object], object] | None = field(default=None, repr=False)
    """What gives the ids that a view shows first, read while the window was made; the first list takes it."""

    asks_beside: bool = False
    """Whether the remote is asked by a process of its own: a window lives for days, and needs what asks for seconds."""

    def now(self) -> str:
        """The stored moment of now."""
        return moment_text(self.clock())

    def today(self) -> date:
        """Today in the team's time zone."""
        return self.clock().astimezone(self.settings.time_zone).date()

    def author(self, source: str = "user") -> Author:
        """Who writes now."""
        return Author(self.actor, self.now(), source)
