"""The commands `rules` and `automation`: what is on, what it would have done, what it did, and taking that back."""

import argparse

from journeydesk.cli.opening import workspace
from journeydesk.cli.output import DONE, say
from journeydesk.cli.settings import at_once
from journeydesk.domain.errors import UserError
from journeydesk.domain.periods import parse_period
from journeydesk.domain.words import tr
from journeydesk.services.commands.automation import take_back
from journeydesk.services.commands.settings import silence_rule, switch_automation, switch_rule
from journeydesk.services.queries.automation import dry_run, runs
from journeydesk.services.queries.rules import automation_lines, rule_lines


def rules(arguments: argparse.Namespace) -> int:
    """Every alert rule with its switch and its numbers."""
    with workspace() as (context, _):
        lines = rule_lines(context)
    facts = [
        {
            "name": rule.name,
            "priority": rule.priority,
            "on": rule.on,
            "notifies": rule.notifies,
            "when": rule.when,
            "clears": rule.clears,
            "action": rule.action,
            "settings": dict(rule.numbers),
        }
        for rule in lines
    ]
    words = [f"{'on ' if rule.on else 'off'}  {rule.priority:<6}  {rule.name:<22}  {rule.when}" for rule in lines]
    say(arguments, "\n".join(words), facts)
    return DONE


def switch(arguments: argparse.Namespace) -> int:
    """Switches an alert rule on or off, or whether it notifies."""
    with workspace() as (context, _):
        name = _named(arguments.name, [rule.name for rule in rule_lines(context)], tr("alert rule"))
        if arguments.what in ("on", "off"):
            switch_rule(context, name, arguments.what == "on", at_once)
        else:
            silence_rule(context, name, arguments.what == "silent")
        now = next(rule for rule in rule_lines(context) if rule.name == name)
    words = tr("“{name}” is {value}", name=name, value=tr("on") if now.on else tr("off")) + (
        "." if not now.on or now.notifies else tr(" and notifies nobody.")
    )
    say(arguments, words, {"name": name, "on": now.on, "notifies": now.notifies})
    return DONE


def automations(arguments: argparse.Namespace) -> int:
    """What happens by itself, each with its switch."""
    with workspace() as (context, _):
        lines = automation_lines(context)
    facts = [{"name": automation.name, "on": automation.on, "words": automation.words} for automation in lines]
    say(
        arguments,
        "\n".join(f"{'on ' if automation.on else 'off'}  {automation.name:<18}  {automation.words}" for automation in lines),
        facts,
    )
    return DONE


def switch_named(arguments: argparse.Namespace) -> int:
    """Switches an automation on or off."""
    with workspace() as (context, _):
        name = _named(arguments.name, [automation.name for automation in automation_lines(context)], tr("automation"))
        switch_automation(context, name, arguments.what == "on", at_once)
    say(
        arguments,
        tr("“{name}” is {what}.", name=name, what=tr("on") if arguments.what == "on" else tr("off")),
        {"name": name, "on": arguments.what == "on"},
    )
    return DONE


def rehearse(arguments: argparse.Namespace) -> int:
    """What an automation would have made in a week or month; nothing is written."""
    period = parse_period(arguments.period)
    with workspace() as (context, _):
        name = _named(arguments.name, [automation.name for automation in automation_lines(context)], tr("automation"))
        rehearsal = dry_run(context, name, period.first, period.last)
        zone = context.settings.time_zone
    facts = {
        "automation": name,
        "from": rehearsal.first.isoformat(),
        "to": rehearsal.last.isoformat(),
        "runs": rehearsal.runs,
        "tasks": rehearsal.tasks,
        "changes": rehearsal.fields,
        "first": [{"at": run.at.isoformat(), "why": run.words, "made": list(run.made)} for run in rehearsal.lines],
    }
    lines = [f"{run.at.astimezone(zone):%Y-%m-%d %H:%M}  {run.words}" for run in rehearsal.lines]
    say(arguments, "\n".join([f"“{name}” {rehearsal.words}.", *lines]), facts)
    return DONE


def log(arguments: argparse.Namespace) -> int:
    """What happened by itself, newest first."""
    with workspace() as (context, _):
        past_runs, zone = runs(context, arguments.limit), context.settings.time_zone
    facts = [
        {
            "id": run.id,
            "at": run.at.isoformat(),
            "automation": run.rule,
            "company": run.company,
            "why": run.words,
            "made": list(run.made),
            "taken_back_at": run.taken_back_at.isoformat() if run.taken_back_at else None,
        }
        for run in past_runs
    ]
    words = [
        f"{run.id:>6}  {run.at.astimezone(zone):%Y-%m-%d %H:%M}  {run.rule}: {run.words}"
        + (tr(" (taken back)") if run.taken_back_at else "")
        for run in past_runs
    ]
    say(arguments, "\n".join(words) or "Nothing happened by itself yet.", facts)
    return DONE


def undo(arguments: argparse.Namespace) -> int:
    """Takes one run back; it does not run again for its cause."""
    with workspace() as (context, _):
        words = take_back(context, arguments.id)
    say(arguments, tr("Taken back: {words}.", words=words), {"id": arguments.id, "taken_back": words})
    return DONE


def _named(name_given: str, names: list[str], what: str) -> str:
    for name in names:
        if name.casefold() == name_given.strip().casefold():
            return name
    raise UserError(
        tr("There is no {what} “{name_given}”. They are {names}.", what=what, name_given=name_given, names=", ".join(names))
    )
