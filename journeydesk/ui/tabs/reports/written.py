"""Whether figures on screen are of before the last write: they are computed beside the window, and it is told of writes a little later."""

from journeydesk.domain.settings import TeamSettings
from journeydesk.services.context import Context


class Written:
    """Remembers what was written when figures were asked for."""

    def __init__(self, context: Context) -> None:
        self._context = context
        self._noted: tuple[int, TeamSettings] | None = None

    def note(self) -> None:
        """Figures are asked for now; they will count all that is written."""
        self._noted = self._now

    def since(self) -> bool:
        """Whether anything was written, or set, after that."""
        return self._noted != self._now

    @property
    def _now(self) -> tuple[int, TeamSettings]:
        return self._context.database.change_number(), self._context.settings
