"""Today's list: what is overdue, what is due today, what comes; and the text that a follow-up begins with."""

from collections.abc import Iterable
from datetime import datetime, timedelta

from journeydesk.domain.automation.after_alerts import follow_up_text
from journeydesk.domain.errors import UserError
from journeydesk.domain.frozen_data import dataclass
from journeydesk.domain.ids import Key, RecordId
from journeydesk.domain.time import end_of, moment_of, start_of
from journeydesk.domain.words import figure, tr
from journeydesk.services.context import Context
from journeydesk.storage.lists import task_list
from journeydesk.storage.lists.task_list import TaskRow

_UPCOMING_DAYS = 14
MOST = 500
"""Each part of the list has at most so many."""


@dataclass(frozen=True, slots=True)
class TaskLine:
    """One task with whom it is about; `overdue` where its time has passed, `lost` where whom it is about was deleted."""

    id: RecordId
    key: Key
    title: str
    kind: str
    due: datetime | None
    done_at: datetime | None
    owner: str
    prospect: RecordId | None
    company: str
    contact: str
    origin: str
    overdue: bool
    pending: bool
    lost: bool


@dataclass(frozen=True, slots=True)
class TodayList:
    """What to do: `overdue` from before today, `today` (with what of it has passed), `upcoming` of two weeks, `later` without a
    date, `done` today."""

    overdue: tuple[TaskLine, ...]
    today: tuple[TaskLine, ...]
    upcoming: tuple[TaskLine, ...]
    later: tuple[TaskLine, ...]
    done: tuple[TaskLine, ...]


def todays_list(context: Context, owner: str | None = None) -> TodayList:
    """The list of one owner, or of everybody; days are those of the team's zone."""
    zone, today = context.settings.time_zone, context.today()
    morning, night = start_of(today, zone), end_of(today, zone)
    horizon = end_of(today + timedelta(days=_UPCOMING_DAYS), zone)
    with context.database.read() as connection:
        parts = [
            task_list.open_tasks(connection, owner, since, until, MOST)
            for since, until in (("", morning), (morning, night), (night, horizon))
        ]
        undated = task_list.undated_tasks(connection, owner, MOST)
        done = task_list.finished_tasks(connection, owner, morning, MOST)
    return TodayList(
        overdue=task_lines(context, parts[0]),
        today=task_lines(context, parts[1]),
        upcoming=task_lines(context, parts[2]),
        later=task_lines(context, undated),
        done=task_lines(context, done),
    )


def task_line(context: Context, task: RecordId) -> TaskLine:
    """One task. Raises UserError where it is gone."""
    with context.database.read() as connection:
        row = task_list.task(connection, task)
    if row is None:
        raise UserError(tr("The task is no longer there; it was deleted. Undo brings it back."))
    return task_lines(context, [row])[0]


def drafted_text(context: Context, task: RecordId) -> str:
    """The first draft of what a follow-up says, made of what is known; a person edits and sends it. Empty for other tasks."""
    with context.database.read() as connection:
        row = task_list.task(connection, task)
    if row is None:
        raise UserError(tr("The task is no longer there; it was deleted. Undo brings it back."))
    if row.kind != "Follow-up" or row.prospect is None:
        return ""
    waiting = row.status in ("New", None, "")
    return follow_up_text(row.contact_name or "", row.company or "", row.owner or context.actor, waiting)


def find_task(context: Context, key: str) -> RecordId:
    """The task with this key, or whose key begins so where only one does. Raises UserError."""
    with context.database.read() as connection:
        tasks = task_list.keys_like(connection, key)
    if len(tasks) != 1:
        raise UserError(
            tr("“{key}” fits {count} tasks. Give more of its key; `task list` shows them.", key=key, count=figure(len(tasks)))
            if tasks
            else tr("“{key}” fits no task. `task list` shows them.", key=key)
        )
    return tasks[0]


def task_lines(context: Context, rows: Iterable[TaskRow]) -> tuple[TaskLine, ...]:
    """Rows of `storage.task_list` as lines."""
    now = context.now()
    return tuple(
        TaskLine(
            id=row.id,
            key=row.key,
            title=row.title or row.kind or "",
            kind=row.kind or "",
            due=moment_of(row.due) if row.due else None,
            done_at=moment_of(row.done_at) if row.done_at else None,
            owner=row.owner or "",
            prospect=row.prospect,
            company=row.company or row.contact_name or "",
            contact=row.contact_name or "",
            origin=row.origin or "",
            overdue=bool(row.due and row.done_at is None and row.due <= now),
            pending=bool(row.touched),
            lost=bool(row.lost),
        )
        for row in rows
    )
