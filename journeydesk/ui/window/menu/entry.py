"""One line of the application menu."""

from collections.abc import Callable, Sequence

from journeydesk.domain.frozen_data import dataclass
from journeydesk.ui.keys.actions import Action

Run = Callable[[], object]


@dataclass(frozen=True, slots=True)
class Entry:
    """Words, icon and what it runs; `action` lends its key. `ticked` is None where there is nothing to tick."""

    words: str
    run: Run | None
    icon: str = ""
    action: Action | None = None
    ticked: bool | None = None
    below: "Sequence[Entry | None]" = ()


Entries = Sequence[Entry | None]
"""Lines in order; None is a line that separates."""
