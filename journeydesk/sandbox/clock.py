"""The stand-ins' own clock, which a test can set off from the machine's."""

from datetime import UTC, datetime, timedelta
from email.utils import format_datetime


class SandboxClock:
    """The time that the stand-ins believe in: the machine's, plus an offset that can be changed while they run."""

    def __init__(self, start: datetime | None = None) -> None:
        """Begin at `start` (aware), or at the machine's time; from there it runs at the machine's speed."""
        self._offset = timedelta(0) if start is None else start.astimezone(UTC) - datetime.now(UTC)
        self._frozen_at: datetime | None = None

    @property
    def offset(self) -> timedelta:
        """How far this clock is ahead of the machine's."""
        return self._offset

    def set_offset(self, offset: timedelta) -> None:
        """Set this clock off from the machine's by `offset`."""
        self._offset = offset

    def advance(self, by: timedelta) -> None:
        """Let `by` pass at once."""
        self._offset += by

    def now(self) -> datetime:
        """The time now, aware, UTC."""
        return (self._frozen_at or datetime.now(UTC)) + self._offset

    def freeze(self) -> None:
        """Stand still, but for `advance` and `set_offset`."""
        self._frozen_at = datetime.now(UTC)

    def run(self) -> None:
        """Run again, at the machine's speed."""
        self._frozen_at = None

    def http_date(self) -> str:
        """The time now as an HTTP `Date` header has it (RFC 9110 section 5.6.7)."""
        return format_datetime(self.now(), usegmt=True)


def milliseconds(moment: datetime) -> int:
    """`moment` (aware) as Unix milliseconds."""
    return round(moment.timestamp() * 1000)


def iso(moment_ms: int) -> str:
    """Unix milliseconds as Airtable writes a date and time: UTC, milliseconds, `Z`."""
    seconds, rest = divmod(moment_ms, 1000)
    return f"{datetime.fromtimestamp(seconds, UTC).isoformat()[:19]}.{rest:03d}Z"
