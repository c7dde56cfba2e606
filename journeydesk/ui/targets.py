"""What a tab can be asked to show; each kind says at which place of the rail that is."""

from pathlib import Path
from typing import ClassVar

from journeydesk.domain.frozen_data import dataclass
from journeydesk.domain.ids import RecordId
from journeydesk.services.rows.prospects import ListView


@dataclass(frozen=True, slots=True)
class ProspectTarget:
    """A prospect, whether the list has it or not."""

    prospect: RecordId
    place: ClassVar[str] = "Prospects"


@dataclass(frozen=True, slots=True)
class ViewTarget:
    """The prospect list with a search, filter and sort."""

    view: ListView
    place: ClassVar[str] = "Prospects"


@dataclass(frozen=True, slots=True)
class ImportTarget:
    """A file to bring in."""

    file: Path
    place: ClassVar[str] = "Import"


@dataclass(frozen=True, slots=True)
class DuplicatesTarget:
    """The possible duplicates of a prospect."""

    prospect: RecordId
    place: ClassVar[str] = "Duplicates"


@dataclass(frozen=True, slots=True)
class PlanningTarget:
    """The planning review of a prospect."""

    prospect: RecordId
    place: ClassVar[str] = "Planning review"


@dataclass(frozen=True, slots=True)
class AlertTarget:
    """An alert, whatever its state."""

    alert: RecordId
    place: ClassVar[str] = "Alerts"


@dataclass(frozen=True, slots=True)
class ReportsTarget:
    """The reports, at the one shown last."""

    place: ClassVar[str] = "Reports"


@dataclass(frozen=True, slots=True)
class PageTarget:
    """A page of the settings by its name in their list."""

    page: str
    place: ClassVar[str] = "Settings"


@dataclass(frozen=True, slots=True)
class RuleTarget:
    """An alert rule in the settings, with its numbers open."""

    rule: str
    place: ClassVar[str] = "Settings"


@dataclass(frozen=True, slots=True)
class SessionTarget:
    """The call session that is open, at the prospect it has come to."""

    place: ClassVar[str] = "Call session"


Target = (
    ProspectTarget
    | ViewTarget
    | ImportTarget
    | DuplicatesTarget
    | PlanningTarget
    | AlertTarget
    | ReportsTarget
    | PageTarget
    | RuleTarget
    | SessionTarget
)
