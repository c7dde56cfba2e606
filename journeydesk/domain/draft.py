"""A log that was begun and not finished."""

from journeydesk.domain.frozen_data import dataclass


@dataclass(frozen=True, slots=True)
class Draft:
    """One half-filled log. `follow_up` and `happened` are as typed, empty where they were left alone; `duration` in minutes."""

    kind: str = "Call"
    text: str = ""
    outcome: str = ""
    duration: int | None = None
    follow_up: str = ""
    happened: str = ""
    incoming: bool = False

    @property
    def empty(self) -> bool:
        """Whether there is nothing worth keeping; a kind alone is not."""
        return not (self.text.strip() or self.outcome or self.duration or self.follow_up or self.happened)
