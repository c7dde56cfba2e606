"""The command `calendar`: which calendars are read, and reading them now."""

import argparse

from journeydesk.cli.opening import workspace
from journeydesk.cli.output import DONE, FAILED, ask_secret, say
from journeydesk.domain.errors import UserError
from journeydesk.domain.words import figure, tr
from journeydesk.services.calendar.sources import add_calendar, calendar_sources, read_calendars, remove_calendar


def add(arguments: argparse.Namespace) -> int:
    """Adds a calendar once it could be read; the password is asked for and goes to the keyring."""
    password = ask_secret(tr("Password of {user}: ", user=arguments.user)) if arguments.user else ""
    with workspace() as (context, _):
        source = add_calendar(
            context, arguments.address, name=arguments.name or "", user=arguments.user or "", password=password
        )
    say(arguments, tr("Reading “{name}” from now on.", name=source.name), {"name": source.name, "id": source.id})
    return DONE


def show(arguments: argparse.Namespace) -> int:
    """The calendars with when each was read."""
    with workspace() as (context, _):
        sources = calendar_sources(context)
    lines = [
        tr("{id}  {name}  read {read_at}", id=each.id, name=each.name, read_at=each.read_at or tr("never"))
        + (f"  {each.problem}" if each.problem else "")
        for each in sources
    ]
    facts = [
        {"id": each.id, "name": each.name, "kind": each.kind, "read": each.read_at, "problem": each.problem} for each in sources
    ]
    say(arguments, "\n".join(lines) or tr("No calendar is read."), {"calendars": facts})
    return DONE


def check(arguments: argparse.Namespace) -> int:
    """Reads all of them now."""
    with workspace() as (context, _):
        problems = read_calendars(context, force=True)
    say(arguments, "\n".join(problems) or tr("Every calendar was read."), {"problems": problems})
    return FAILED if problems else DONE


def remove(arguments: argparse.Namespace) -> int:
    """Forgets one; the calendar itself is not touched."""
    with workspace() as (context, _):
        fitting = [each for each in calendar_sources(context) if arguments.name in (each.name, str(each.id))]
        if len(fitting) != 1:
            said = {"count": figure(len(fitting)), "name": arguments.name}
            raise UserError(
                tr("{count} calendars are called “{name}”. `calendar list` has their numbers.", **said)
                if fitting
                else tr("No calendar is called “{name}”. `calendar list` has their numbers.", **said)
            )
        remove_calendar(context, fitting[0].id)
    say(arguments, tr("“{name}” is read no more.", name=fitting[0].name), {"name": fitting[0].name})
    return DONE
