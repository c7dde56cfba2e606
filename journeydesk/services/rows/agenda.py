"""What there is to do, as one kind of line: tasks, follow-ups, and next steps that nobody has named."""

from datetime import date, datetime
from typing import Literal

from journeydesk.domain.frozen_data import dataclass
from journeydesk.domain.ids import RecordId


@dataclass(frozen=True, slots=True)
class AgendaLine:
    """One thing to do. `id` is the task's, or the prospect's for a follow-up, a missing step or a log that was begun; a meeting's is made
    of what its calendar says. `at` is the instant where a time of day was given; `late` where its time has passed; `lost` where its
    prospect was deleted. `detail` says the kind of a task as the team calls it, `task_kind` as the rules do; `link` is where a meeting is
    held."""

    kind: Literal["task", "follow_up", "step", "draft", "meeting"]
    id: RecordId
    title: str
    detail: str
    day: date | None
    at: datetime | None
    done: bool
    late: bool
    owner: str
    prospect: RecordId | None
    company: str
    contact: str
    pending: bool = False
    lost: bool = False
    task_kind: str = ""
    link: str = ""

    @property
    def name(self) -> str:
        """What tells it from all others."""
        return f"{self.kind}{self.id}"


@dataclass(frozen=True, slots=True)
class Agenda:
    """Today's list: logs that were begun, what is from before today, today's, of the next two weeks, without a date, without a next
    step, and done."""

    begun: tuple[AgendaLine, ...]
    overdue: tuple[AgendaLine, ...]
    today: tuple[AgendaLine, ...]
    upcoming: tuple[AgendaLine, ...]
    undated: tuple[AgendaLine, ...]
    without_step: tuple[AgendaLine, ...]
    done: tuple[AgendaLine, ...]
