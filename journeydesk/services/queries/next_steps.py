"""The next-step gate's questions (docs/interface.md, "Next-step gate"): is anything to come, what usually follows, and who was
left without."""

from datetime import date, datetime, timedelta

from journeydesk.domain.due import Due
from journeydesk.domain.frozen_data import dataclass
from journeydesk.domain.ids import RecordId
from journeydesk.domain.next_step import NO_STEP, NoStep, Step, Suggestion, parse_step, suggestions
from journeydesk.domain.statuses import is_open
from journeydesk.domain.time import moment_of, moment_text, start_of
from journeydesk.domain.words import tr
from journeydesk.services.calls.due_words import understand_due
from journeydesk.services.context import Context
from journeydesk.storage.lists import next_steps, task_list
from journeydesk.storage.lists.prospect_page import open_state, prospect_page

_ASKED_DAYS = 7


@dataclass(frozen=True, slots=True)
class WhatComesNext:
    """A prospect's follow-up, the open task that is due first, and where there is neither the reason, by whom and when it was said."""

    follow_up: date | None
    task: str
    task_due: datetime | None
    reason: str
    by: str
    at: datetime | None


@dataclass(frozen=True, slots=True)
class WithoutStep:
    """Somebody who was spoken to and has nothing to come."""

    prospect: RecordId
    company: str
    contact: str
    owner: str
    outcome: str


def suggested_steps(context: Context, outcome: str | None) -> tuple[Suggestion, ...]:
    """What the gate offers after this outcome, the likeliest first."""
    called = context.words.shown("interactions", "outcome", outcome) if outcome else ""
    return suggestions(context.settings, outcome, context.clock(), called)


def understand_step(context: Context, typed: str, offered: Suggestion) -> Step | NoStep:
    """What was answered to the gate. Raises ValueRefused."""

    def understand(text: str) -> Due:
        return understand_due(context, text, tr("Next step"))

    return parse_step(typed, offered, understand)


def lacks_next_step(context: Context, prospect: RecordId, just_logged: bool = False) -> bool:
    """Whether an open prospect has neither a follow-up nor a task to come: then the gate asks for one.

    With `just_logged` a follow-up of today does not count: what was just logged was it.
    """
    today = context.today()
    first = today + timedelta(days=1) if just_logged else today
    with context.database.read() as connection:
        state = open_state(connection, prospect)
        if state is None or not is_open(state.status, state.customer_status):
            return False
        if (state.next_follow_up or "") >= first.isoformat():
            return False
        return not task_list.has_task_to_come(connection, prospect, context.now())


def what_comes_next(context: Context, prospect: RecordId) -> WhatComesNext:
    """What stands above a prospect's notes."""
    with context.database.read() as connection:
        page = prospect_page(connection, prospect)
        task = next_steps.next_task(connection, prospect)
        last = next_steps.last_interaction(connection, prospect)
    follow_up = page.next_follow_up if page else None
    _, marker, reason = ((last.next_steps if last else None) or "").rpartition(NO_STEP)
    nothing_to_come = bool(marker) and not follow_up and task is None
    return WhatComesNext(
        date.fromisoformat(follow_up) if follow_up else None,
        (task.title or task.kind or "") if task else "",
        moment_of(task.due) if task and task.due else None,
        reason if nothing_to_come else "",
        (last.owner or "") if last and nothing_to_come else "",
        moment_of(last.date) if last and nothing_to_come and last.date else None,
    )


def without_next_step(context: Context, owner: str | None = None, limit: int = 200) -> list[WithoutStep]:
    """Open prospects logged in the last week with neither a step nor a reason: the gate was not answered, or never asked (a command,
    a colleague's phone). One owner's, or everybody's."""
    zone, today = context.settings.time_zone, context.today()
    since = start_of(today - timedelta(days=_ASKED_DAYS), zone)
    with context.database.read() as connection:
        rows = next_steps.without_step(
            connection, owner, since, today.isoformat(), moment_text(context.clock()), NO_STEP, limit
        )
    return [
        WithoutStep(
            row.id,
            row.company or "",
            row.contact_name or "",
            row.owner or "",
            row.last_touch_outcome or "",
        )
        for row in rows
    ]
