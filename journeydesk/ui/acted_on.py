"""Who is acted on, at every place of the window: whoever is visibly selected, else whoever is visibly current, else nobody."""

from collections.abc import Sequence

from journeydesk.domain.frozen_data import dataclass
from journeydesk.domain.ids import RecordId
from journeydesk.services.context import Context
from journeydesk.services.queries.names import counted, name_of

LARGE = 20
"""A change of more prospects than this is asked about first, with their number."""


@dataclass(frozen=True, slots=True)
class ActedOn:
    """At least one prospect, and what a sheet, a message or a question calls them: "Quillon Freight", "38 prospects"."""

    prospects: tuple[RecordId, ...]
    name: str

    def __len__(self) -> int:
        return len(self.prospects)

    @property
    def only(self) -> RecordId | None:
        """The prospect where it is one."""
        return self.prospects[0] if len(self.prospects) == 1 else None

    @property
    def large(self) -> bool:
        """Whether so many are changed only after a question."""
        return len(self.prospects) > LARGE


def acted_on(context: Context, selected: Sequence[RecordId], current: RecordId | None) -> ActedOn | None:
    """Whom an action is for. `selected` and `current` are those that can be seen to be so; who was deleted meanwhile is nobody."""
    prospects = tuple(selected) or ((current,) if current is not None else ())
    if len(prospects) == 1:
        name = name_of(context, prospects[0])
        return ActedOn(prospects, name) if name is not None else None
    return ActedOn(prospects, counted(len(prospects))) if prospects else None
