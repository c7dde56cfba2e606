"""The command `task`: add, list, done."""

import argparse
from collections.abc import Mapping
from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

from journeydesk.cli.opening import workspace
from journeydesk.cli.output import DONE, say
from journeydesk.domain.words import tr
from journeydesk.services.commands.prospects import find_prospect
from journeydesk.services.commands.tasks import add_task, finish_task, postpone_task
from journeydesk.services.queries.tasks import TaskLine, find_task, task_line, todays_list


def add(arguments: argparse.Namespace) -> int:
    """Adds a task; on disk when the command ends."""
    with workspace() as (context, _):
        prospect = find_prospect(context, arguments.prospect) if arguments.prospect else None
        task = add_task(context, prospect, arguments.title, arguments.due, kind=arguments.kind)
        line, zone = task_line(context, task), context.settings.time_zone
    say(arguments, tr("Added as {key}, due {when}.", key=line.key, when=_when(line.due, zone)), _facts(line))
    return DONE


def list_tasks(arguments: argparse.Namespace) -> int:
    """The tasks to do, by when they are due."""
    with workspace() as (context, _):
        day, zone = todays_list(context, getattr(arguments, "owner", None)), context.settings.time_zone
    parts = {"overdue": day.overdue, "today": day.today, "upcoming": day.upcoming, "later": day.later}
    words = [
        f"{name.capitalize()}\n"
        + "\n".join(f"  {_when(line.due, zone):16}  {line.title}  {line.company}  {line.key}" for line in lines)
        for name, lines in parts.items()
        if lines
    ]
    facts = {name: [_facts(line) for line in lines] for name, lines in parts.items()}
    say(arguments, "\n".join(words) or tr("Nothing to do."), facts)
    return DONE


def list_today(arguments: argparse.Namespace) -> int:
    """What is overdue and due today."""
    with workspace() as (context, _):
        day, zone = todays_list(context, arguments.owner), context.settings.time_zone
    lines = [f"{_when(line.due, zone):16}  {line.title}  {line.company}  {line.key}" for line in (*day.overdue, *day.today)]
    facts = {"overdue": [_facts(line) for line in day.overdue], "today": [_facts(line) for line in day.today]}
    say(arguments, "\n".join(lines) or tr("Nothing to do today."), facts)
    return DONE


def postpone(arguments: argparse.Namespace) -> int:
    """Moves one to another time."""
    with workspace() as (context, _):
        due = postpone_task(context, find_task(context, arguments.key), arguments.due)
        zone = context.settings.time_zone
    say(arguments, tr("Due {when}.", when=_when(due, zone)), {"key": arguments.key, "due": due.isoformat()})
    return DONE


def finish(arguments: argparse.Namespace) -> int:
    """Marks one as done."""
    with workspace() as (context, _):
        finish_task(context, find_task(context, arguments.key))
    say(arguments, "Done.", {"key": arguments.key, "done": True})
    return DONE


def _when(due: datetime | None, zone: ZoneInfo) -> str:
    return f"{due.astimezone(zone):%Y-%m-%d %H:%M}" if due else "no date"


def _facts(line: TaskLine) -> Mapping[str, Any]:
    return {
        "key": line.key,
        "title": line.title,
        "kind": line.kind,
        "due": line.due.isoformat() if line.due else None,
        "owner": line.owner,
        "company": line.company,
        "overdue": line.overdue,
    }
