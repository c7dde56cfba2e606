"""Spans of the day in which nobody is told of alerts."""

import re
from datetime import datetime, time

from journeydesk.domain.errors import ValueRefused
from journeydesk.domain.frozen_data import dataclass
from journeydesk.domain.words import tr

_SPAN = re.compile(r"([01]?\d|2[0-3]):([0-5]\d)\s*[-–]\s*([01]?\d|2[0-3]):([0-5]\d)")


@dataclass(frozen=True, slots=True)
class QuietHours:
    """A span of the day on this machine, over midnight where it ends before it begins."""

    begins: time
    ends: time

    def hold(self, local: datetime) -> bool:
        """Whether a local time is within."""
        now = local.time()
        if self.begins <= self.ends:
            return self.begins <= now < self.ends
        return now >= self.begins or now < self.ends

    def text(self) -> str:
        """As it is written: 22:00-07:00."""
        return f"{self.begins:%H:%M}-{self.ends:%H:%M}"


def parse_quiet_hours(text: str) -> QuietHours | None:
    """`22:00-07:00`, or None for an empty text. Raises ValueRefused saying how to write it."""
    if not text.strip():
        return None
    match = _SPAN.fullmatch(text.strip())
    if not match:
        raise ValueRefused(
            "Quiet hours", tr("Quiet hours: “{text}” is not a span of the day. Write it like 22:00-07:00.", text=text)
        )
    hours = [int(part) for part in match.groups()]
    return QuietHours(time(hours[0], hours[1]), time(hours[2], hours[3]))
