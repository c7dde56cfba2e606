"""What a person does with a roadmap: add a milestone, move it, say how far it is, finish it. Each is one step to undo."""

import re
from collections.abc import Callable, Sequence
from datetime import date, datetime, time, timedelta

from journeydesk.domain.errors import UserError, ValueRefused
from journeydesk.domain.ids import RecordId, uuid7
from journeydesk.domain.time import day_in_words, moment_of, moment_text
from journeydesk.domain.values import Stored
from journeydesk.domain.words import tr, tr_count
from journeydesk.services.calls.due_words import understand_due
from journeydesk.services.commands.base import Action, start_action
from journeydesk.services.commands.tasks import ask_rules, check_title
from journeydesk.services.context import Context
from journeydesk.storage.lists import task_list
from journeydesk.storage.records import records

Edit = Callable[[dict[str, Stored]], dict[str, Stored]]
_WRITTEN_OUT = re.compile(r"(\d{4}-\d{2}-\d{2})(?:[ T](\d{1,2}:\d{2}))?")
_PERCENT = re.compile(r"(\d{1,3}) ?%?")


def add_milestone(
    context: Context, prospect: RecordId, title: str, due: str, *, starts: str = "", owner: str = "", progress: str = ""
) -> RecordId:
    """Adds one, with its dates in plain words; without a start it is a day. Raises ValueRefused with the field."""
    check_title(title)
    values = _dates(context, due, starts) | {
        "key": f"TSK-{uuid7()}",
        "prospect": prospect,
        "title": title.strip(),
        "kind": "Roadmap",
        "owner": owner.strip() or context.actor,
        "origin": "by hand",
        "progress": share_typed(progress) if progress.strip() else None,
    }
    with start_action(context, tr("Added the milestone “{title}”", title=title.strip())) as action:
        action.living(prospect)
        action.prospects.add(prospect)
        record = action.insert("tasks", values)
        ask_rules(context, action)
    return record


def edit_milestone(
    context: Context, milestone: RecordId, title: str, due: str, *, starts: str = "", owner: str = "", progress: str = ""
) -> None:
    """Writes all of it. Raises ValueRefused with the field."""
    check_title(title)
    values = _dates(context, due, starts) | {
        "title": title.strip(),
        "owner": owner.strip() or None,
        "progress": share_typed(progress) if progress.strip() else None,
    }
    _write(context, [milestone], tr("Edited the milestone “{title}”", title=title.strip()), lambda _row: values)


def move_milestones(context: Context, milestones: Sequence[RecordId], days: int) -> str:
    """Moves them by days, start and end alike, at the same time of day; what has no date stays. Returns what was done in words."""

    def moved(row: dict[str, Stored]) -> dict[str, Stored]:
        values: dict[str, Stored] = {}
        if row["due"]:
            values["due"] = _later(context, str(row["due"]), days)
        if row["starts_on"]:
            values["starts_on"] = _day_later(str(row["starts_on"]), days)
        return values

    with context.database.read() as connection:
        title = _title(_there(records.get(connection, "tasks", milestones[0]))) if len(milestones) == 1 else ""
    span = tr_count("{count} day", "{count} days", abs(days))
    if abs(days) % 7 == 0:
        span = tr_count("{count} week", "{count} weeks", abs(days) // 7)
    what = tr("“{title}”", title=title) if title else tr_count("{count} milestone", "{count} milestones", len(milestones))
    label = tr("Moved {what} {span} later", what=what, span=span)
    if days < 0:
        label = tr("Moved {what} {span} earlier", what=what, span=span)
    _write(context, milestones, label, moved)
    return label


def set_milestone_due(context: Context, milestone: RecordId, typed: str) -> str:
    """Another date in plain words; a stretch of work keeps its start where that still comes before. Returns what was done."""
    with context.database.read() as connection:
        row = _there(records.get(connection, "tasks", milestone))
    starts = str(row["starts_on"] or "")
    values = _dates(context, typed, "")
    day = _local_day(context, str(values["due"]))
    before = _stored_day(starts)
    if before is not None:
        values["starts_on"] = before.isoformat() if before <= day else day.isoformat()
    label = tr("Moved “{title}” to {day}", title=_title(row), day=day_in_words(day, context.today()))
    _write(context, [milestone], label, lambda _row: values)
    return label


def set_milestone_dates(context: Context, milestone: RecordId, starts: date | None, due: date) -> str:
    """Both dates, as a bar was drawn; the time of day stays. Returns what was done."""
    with context.database.read() as connection:
        row = _there(records.get(connection, "tasks", milestone))
    values: dict[str, Stored] = {"due": _on_day(context, row["due"], due)}
    if starts is not None:
        values["starts_on"] = min(starts, due).isoformat()
    label = tr("Moved “{title}” to {day}", title=_title(row), day=day_in_words(due, context.today()))
    _write(context, [milestone], label, lambda _row: values)
    return label


def set_milestone_progress(context: Context, milestone: RecordId, share: float) -> str:
    """How far it is, 0 to 1. Returns what was done."""
    with context.database.read() as connection:
        row = _there(records.get(connection, "tasks", milestone))
    values: dict[str, Stored] = {"progress": round(share, 4)}
    label = tr("“{title}” is {percent}% done", title=_title(row), percent=round(share * 100))
    _write(context, [milestone], label, lambda _row: values)
    return label


def finish_milestones(context: Context, milestones: Sequence[RecordId], *, done: bool = True) -> str:
    """Done now, or not done after all. Returns what was done in words."""
    with context.database.read() as connection:
        title = _title(_there(records.get(connection, "tasks", milestones[0]))) if len(milestones) == 1 else ""
    what = tr("“{title}”", title=title) if title else tr_count("{count} milestone", "{count} milestones", len(milestones))
    label = tr("Finished {what}", what=what) if done else tr("Reopened {what}", what=what)
    now = context.now() if done else None
    _write(context, milestones, label, lambda _row: {"done_at": now})
    return label


def delete_milestones(context: Context, milestones: Sequence[RecordId]) -> str:
    """Takes them away; undo brings them back. Returns what was done in words."""
    label = tr_count("Deleted {count} milestone", "Deleted {count} milestones", len(milestones))
    with start_action(context, label) as action:
        for milestone in milestones:
            _living(action, milestone)
            action.changed(records.set_deleted(action.connection, "tasks", milestone, True, action.author))
        ask_rules(context, action)
    return label


def share_typed(text: str) -> float:
    """A progress as people type it, `40` or `40%`, as a share of one. Raises ValueRefused."""
    match = _PERCENT.fullmatch(text.strip())
    if match is None or int(match[1]) > 100:
        raise ValueRefused("Progress", tr("Progress: “{text}” is no share. Write a number from 0 to 100.", text=text.strip()))
    return int(match[1]) / 100


def day_typed(context: Context, text: str, field: str) -> tuple[date, datetime | None]:
    """A day as people type it, with the instant where a time of day is said; one that is written in full may be past."""
    written = _WRITTEN_OUT.fullmatch(text.strip())
    if written is None:
        due = understand_due(context, text, field)
        return due.day, due.moment
    try:
        day = date.fromisoformat(written[1])
        clock = time.fromisoformat(written[2].zfill(5)) if written[2] else None
    except ValueError:
        raise ValueRefused(field, tr("{field}: there is no {day}. Check the date.", field=field, day=text.strip())) from None
    return day, None if clock is None else datetime.combine(day, clock, context.settings.time_zone)


def _dates(context: Context, due: str, starts: str) -> dict[str, Stored]:
    day, moment = day_typed(context, due, tr("Due"))
    zone, hour = context.settings.time_zone, context.settings.calendar.hour
    at = moment or datetime.combine(day, time(hour), zone)
    begins = day_typed(context, starts, tr("Starts"))[0] if starts.strip() else None
    if begins is not None and begins > day:
        raise ValueRefused(
            "Starts",
            tr(
                "Starts: {starts} is after the milestone is due ({due}). Give an earlier day.",
                starts=day_in_words(begins, context.today()),
                due=day_in_words(day, context.today()),
            ),
        )
    return {"due": moment_text(at), "starts_on": begins.isoformat() if begins is not None else None}


def _write(context: Context, milestones: Sequence[RecordId], label: str, values_of: Edit) -> None:
    with start_action(context, label) as action:
        for milestone in milestones:
            row = _living(action, milestone)
            action.update("tasks", milestone, values_of(row))
        ask_rules(context, action)


def _living(action: Action, milestone: RecordId) -> dict[str, Stored]:
    shown = task_list.task(action.connection, milestone)
    if shown is None:
        raise UserError(tr("The milestone is no longer there; it was deleted. Undo brings it back."))
    if shown.prospect is not None:
        action.prospects.add(shown.prospect)
    return _there(records.get(action.connection, "tasks", milestone))


def _there(row: dict[str, Stored] | None) -> dict[str, Stored]:
    if row is None:
        raise UserError(tr("The milestone is no longer there; it was deleted. Undo brings it back."))
    return row


def _title(row: dict[str, Stored]) -> str:
    return str(row["title"] or "")


def _later(context: Context, at: str, days: int) -> str:
    local = moment_of(at).astimezone(context.settings.time_zone)
    return moment_text(datetime.combine(_shifted(local.date(), days), local.time(), context.settings.time_zone))


def _day_later(day: str, days: int) -> str:
    stored = _stored_day(day)
    return day if stored is None else _shifted(stored, days).isoformat()


def _shifted(day: date, days: int) -> date:
    try:
        return day + timedelta(days=days)
    except OverflowError:
        raise UserError(tr("There is no day so far away.")) from None


def _on_day(context: Context, at: Stored, day: date) -> str:
    zone = context.settings.time_zone
    clock = moment_of(str(at)).astimezone(zone).time() if at else time(context.settings.calendar.hour)
    return moment_text(datetime.combine(day, clock, zone))


def _local_day(context: Context, at: str) -> date:
    return moment_of(at).astimezone(context.settings.time_zone).date()


def _stored_day(text: str) -> date | None:
    try:
        return date.fromisoformat(text[:10])
    except ValueError:
        return None
