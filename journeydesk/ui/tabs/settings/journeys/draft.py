"""What was changed of the journeys and is not saved yet: each change with its words, made on what the ones before it left."""

from contextlib import suppress
from typing import Any

from journeydesk.domain.errors import UserError
from journeydesk.domain.frozen_data import dataclass
from journeydesk.domain.settings import Journey, TeamSettings
from journeydesk.domain.settings.read import team_settings
from journeydesk.domain.words import tr
from journeydesk.services.commands.journeys import Edit, combined


@dataclass(frozen=True, slots=True)
class Change:
    """One change; a newer one of the same `about` right after it takes its place."""

    words: str
    edit: Edit
    about: str


class JourneyDraft:
    """`settings` are the team's as they would be. `raw` are those of now, in the form of the file."""

    def __init__(self, raw: dict[str, Any]) -> None:
        self._base = raw
        self._raw = raw
        self.settings: TeamSettings = team_settings(raw)
        self.changes: list[Change] = []

    @property
    def edit(self) -> Edit:
        """All changes as one."""
        return combined([change.edit for change in self.changes])

    @property
    def journeys(self) -> tuple[Journey, ...]:
        """The journeys as they would be."""
        return self.settings.journeys

    @property
    def label(self) -> str:
        """What undo says of it."""
        first = self.changes[0].words if self.changes else ""
        return first if len(self.changes) == 1 else tr("{count} changes of the journeys", count=len(self.changes))

    def add(self, words: str, edit: Edit, about: str = "") -> None:
        """Makes a change. Raises UserError where it cannot be made; then the draft is as it was."""
        kept = self.changes[:-1] if about and self.changes and self.changes[-1].about == about else self.changes
        self._take([*kept, Change(words, edit, about)])

    def take_back(self) -> str:
        """Takes the last change out; its words."""
        last = self.changes[-1]
        self._take(self.changes[:-1])
        return last.words

    def discard(self) -> list[Change]:
        """Takes all of them out, and hands them over."""
        before = self.changes
        self._take([])
        return before

    def restore(self, changes: list[Change]) -> None:
        """Makes these changes again, as far as they can be made."""
        for change in changes:
            with suppress(UserError):
                self.add(change.words, change.edit, change.about)

    def rebase(self, raw: dict[str, Any]) -> bool:
        """Makes the changes on other settings; where that cannot be they are gone, and it says so."""
        self._base = raw
        try:
            self._take(self.changes)
        except UserError:
            self._take([])
            return False
        return True

    def _take(self, changes: list[Change]) -> None:
        raw = combined([change.edit for change in changes])(self._base)
        # A change that brings back what was needs no saving.
        self.settings = team_settings(raw)
        self._raw = raw
        self.changes = changes if raw != self._base else []
