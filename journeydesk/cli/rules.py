"""The commands `rules` and `automation`: what is on, what it would have done, what it did, and taking that back."""

import argparse

from journeydesk.cli.opening import workspace
from journeydesk.cli.output import DONE, say
from journeydesk.cli.settings import at_once
from journeydesk.domain.errors import UserError
from journeydesk.domain.periods import parse_period
from journeydesk.services.commands.automation import take_back
from journeydesk.services.commands.settings import silence_rule, switch_automation, switch_rule
from journeydesk.services.queries.automation import dry_run, runs
from journeydesk.services.queries.rules import automation_lines, rule_lines


def rules(arguments: argparse.Namespace) -> int:
    """Every alert rule with its switch and its numbers."""
    with workspace() as (context, _):
        found = rule_lines(context)
    facts = [
        {
            "name": one.name,
            "priority": one.priority,
            "on": one.on,
            "notifies": one.notifies,
            "when": one.when,
            "clears": one.clears,
            "action": one.action,
            "settings": dict(one.numbers),
        }
        for one in found
    ]
    words = [f"{'on ' if one.on else 'off'}  {one.priority:<6}  {one.name:<22}  {one.when}" for one in found]
    say(arguments, "\n".join(words), facts)
    return DONE


def switch(arguments: argparse.Namespace) -> int:
    """Switches an alert rule on or off, or whether it notifies."""
    with workspace() as (context, _):
        name = _named(arguments.name, [one.name for one in rule_lines(context)], "alert rule")
        if arguments.what in ("on", "off"):
            switch_rule(context, name, arguments.what == "on", at_once)
        else:
            silence_rule(context, name, arguments.what == "silent")
        now = next(one for one in rule_lines(context) if one.name == name)
    words = f"“{name}” is {'on' if now.on else 'off'}" + ("." if not now.on or now.notifies else " and notifies nobody.")
    say(arguments, words, {"name": name, "on": now.on, "notifies": now.notifies})
    return DONE


def automations(arguments: argparse.Namespace) -> int:
    """What happens by itself, each with its switch."""
    with workspace() as (context, _):
        found = automation_lines(context)
    facts = [{"name": one.name, "on": one.on, "words": one.words} for one in found]
    say(arguments, "\n".join(f"{'on ' if one.on else 'off'}  {one.name:<18}  {one.words}" for one in found), facts)
    return DONE


def switch_one(arguments: argparse.Namespace) -> int:
    """Switches an automation on or off."""
    with workspace() as (context, _):
        name = _named(arguments.name, [one.name for one in automation_lines(context)], "automation")
        switch_automation(context, name, arguments.what == "on", at_once)
    say(arguments, f"“{name}” is {arguments.what}.", {"name": name, "on": arguments.what == "on"})
    return DONE


def rehearse(arguments: argparse.Namespace) -> int:
    """What an automation would have made in a week or month; nothing is written."""
    period = parse_period(arguments.period)
    with workspace() as (context, _):
        name = _named(arguments.name, [one.name for one in automation_lines(context)], "automation")
        found = dry_run(context, name, period.first, period.last)
        zone = context.settings.time_zone
    facts = {
        "automation": name,
        "from": found.first.isoformat(),
        "to": found.last.isoformat(),
        "runs": found.runs,
        "tasks": found.tasks,
        "changes": found.fields,
        "first": [{"at": one.at.isoformat(), "why": one.words, "made": list(one.made)} for one in found.lines],
    }
    lines = [f"{one.at.astimezone(zone):%Y-%m-%d %H:%M}  {one.words}" for one in found.lines]
    say(arguments, "\n".join([f"“{name}” {found.words}.", *lines]), facts)
    return DONE


def log(arguments: argparse.Namespace) -> int:
    """What happened by itself, newest first."""
    with workspace() as (context, _):
        found, zone = runs(context, arguments.limit), context.settings.time_zone
    facts = [
        {
            "id": one.id,
            "at": one.at.isoformat(),
            "automation": one.rule,
            "company": one.company,
            "why": one.words,
            "made": list(one.made),
            "taken_back_at": one.taken_back_at.isoformat() if one.taken_back_at else None,
        }
        for one in found
    ]
    words = [
        f"{one.id:>6}  {one.at.astimezone(zone):%Y-%m-%d %H:%M}  {one.rule}: {one.words}"
        + (" (taken back)" if one.taken_back_at else "")
        for one in found
    ]
    say(arguments, "\n".join(words) or "Nothing happened by itself yet.", facts)
    return DONE


def undo(arguments: argparse.Namespace) -> int:
    """Takes one run back; it does not run again for its cause."""
    with workspace() as (context, _):
        words = take_back(context, arguments.id)
    say(arguments, f"Taken back: {words}.", {"id": arguments.id, "taken_back": words})
    return DONE


def _named(wanted: str, names: list[str], what: str) -> str:
    for name in names:
        if name.casefold() == wanted.strip().casefold():
            return name
    raise UserError(f"There is no {what} “{wanted}”. They are {', '.join(names)}.")
