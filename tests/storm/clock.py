"""A clock that moves only when it is told to, for a whole team and the service they share."""

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from journeydesk.domain.time import moment_text


@dataclass
class VirtualClock:
    """Aware UTC; `skew` is how far the service's clock is ahead of ours."""

    at: datetime = datetime(2026, 5, 19, 9, 5, tzinfo=UTC)
    skew: timedelta = timedelta(minutes=3)

    def now(self) -> datetime:
        """Our time."""
        return self.at

    def theirs(self) -> str:
        """The service's time, as a stored moment."""
        return moment_text(self.at + self.skew)

    def sleep(self, seconds: float) -> None:
        """Lets time pass."""
        self.at += timedelta(seconds=seconds)
