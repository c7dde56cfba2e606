"""What somebody wants to know in the seconds before a call: last touches, money, open tasks, what was clicked."""

from journeydesk.domain.frozen_data import dataclass
from journeydesk.domain.ids import RecordId
from journeydesk.services.context import Context
from journeydesk.services.queries.agenda import tasks_of
from journeydesk.services.queries.detail import clicks, prospect_detail, timeline
from journeydesk.services.queries.next_steps import WhatComesNext, what_comes_next
from journeydesk.services.rows.agenda import AgendaLine
from journeydesk.services.rows.detail import ProspectDetail, TimelineEntry

SHOWN = 3
"""How many touches, tasks and clicks a brief shows: what is read while it rings."""


@dataclass(frozen=True, slots=True)
class CallBrief:
    """One prospect before a call. `touches` and `clicks` are the newest, `tasks` the open ones by when they are due, of which there are
    `open_tasks`."""

    detail: ProspectDetail
    comes_next: WhatComesNext
    touches: tuple[TimelineEntry, ...]
    tasks: tuple[AgendaLine, ...]
    open_tasks: int
    clicks: tuple[TimelineEntry, ...]


def call_brief(context: Context, prospect: RecordId) -> CallBrief | None:
    """Reads it from the database alone; None where they are gone or being deleted."""
    detail = prospect_detail(context, prospect)
    if detail is None or detail.row.deleting:
        return None
    tasks = [line for line in tasks_of(context, prospect) if not line.done]
    return CallBrief(
        detail=detail,
        comes_next=what_comes_next(context, prospect),
        touches=tuple(timeline(context, prospect, "interactions", SHOWN)),
        tasks=tuple(tasks[:SHOWN]),
        open_tasks=len(tasks),
        clicks=tuple(clicks(context, prospect, SHOWN)),
    )
