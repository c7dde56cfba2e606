"""Noticing that the computer slept or that its clock was set: the two clocks drift apart (docs/sync.md, "When a pass runs")."""

from collections.abc import Callable
from dataclasses import dataclass, field

DRIFT_SECONDS = 90.0


@dataclass
class Awake:
    """Compares the wall's clock with the monotonic one, which stands still while the computer sleeps."""

    wall: Callable[[], float]
    monotonic: Callable[[], float]
    _apart: float = field(init=False)

    def __post_init__(self) -> None:
        self._apart = self.wall() - self.monotonic()

    def jumped(self) -> bool:
        """Whether they drifted apart since the last look: once for each jump, forward or back."""
        apart = self.wall() - self.monotonic()
        drift = abs(apart - self._apart)
        self._apart = apart
        return drift > DRIFT_SECONDS
