"""What `scenarios` does."""

import argparse
import json
import time

from journeydesk.cli.opening import workspace
from journeydesk.cli.output import DONE, FAILED, PARTLY, ask_secret, complain, say
from journeydesk.config import Connections
from journeydesk.domain.errors import JourneydeskError, UserError
from journeydesk.domain.ids import RecordId
from journeydesk.domain.scenarios.inputs import Input, filled_in, typed_data
from journeydesk.domain.scenarios.runs import OPEN, LogLine, RunState
from journeydesk.domain.scenarios.states import Scenario
from journeydesk.domain.time import moment_of
from journeydesk.domain.words import named, tr, within
from journeydesk.services.commands.prospects import find_prospect
from journeydesk.services.context import Context
from journeydesk.services.scenarios import running
from journeydesk.services.scenarios.account import TeamWanted, connect_make, forget_make, needed_account
from journeydesk.services.scenarios.listing import look_closer, read_scenarios
from journeydesk.services.scenarios.running import RunRow, look_up_runs, run_of, run_words

_FOLLOWED_SECONDS = 3_600
_OPEN = {state.value for state in OPEN}
_UNKNOWN = {RunState.UNSEEN.value, RunState.UNSURE.value}


def listing(arguments: argparse.Namespace) -> int:
    """The team's scenarios."""
    with workspace() as (context, known):
        account = needed_account(context)
        scenarios = read_scenarios(context, known).scenarios
    lines = [tr("{team_name}, zone {zone}", team_name=account.team_name, zone=account.zone)]
    for each in scenarios:
        waiting = tr(", {incomplete} incomplete", incomplete=each.incomplete) if each.incomplete else ""
        lines.append(f"{each.id:>9}  {each.name}  ({within(named(each.state.value))}{waiting})")
    say(
        arguments,
        "\n".join(lines),
        {"team": account.team_name, "zone": account.zone, "scenarios": [_scenario(each) for each in scenarios]},
    )
    return DONE


def show(arguments: argparse.Namespace) -> int:
    """One scenario looked at closer."""
    with workspace() as (context, known):
        closer = look_closer(context, known, arguments.scenario)
        zone = context.settings.time_zone
    lines = [f"{closer.scenario.name}: {within(named(closer.scenario.state.value))}"]
    if closer.scenario.why_not:
        lines.append(closer.scenario.why_not)
    lines += [
        f"  {one.name} ({tr('{label}, needed', label=one.kind) if one.required else one.kind})  {one.label}"
        for one in closer.inputs
    ]
    lines += [
        f"{line.at.astimezone(zone):%Y-%m-%d %H:%M}  {_state(line)}  {line.seconds:.1f} s  {line.kind}" for line in closer.runs
    ]
    facts = {
        **_scenario(closer.scenario),
        "inputs": [{"name": one.name, "label": one.label, "kind": one.kind, "required": one.required} for one in closer.inputs],
        "runs": [
            {
                "id": line.id,
                "at": line.at.isoformat(),
                "state": line.state.value if line.state is not None else None,
                "seconds": line.seconds,
            }
            for line in closer.runs
        ],
    }
    say(arguments, "\n".join(lines), facts)
    return DONE


def run(arguments: argparse.Namespace) -> int:
    """Shows what would be told; with `--approve` runs it, with `--follow` waits until it ended."""
    with workspace() as (context, known):
        prospect = find_prospect(context, arguments.prospect) if arguments.prospect else None
        closer = look_closer(context, known, arguments.scenario)
        values = running.prospect_values(context, prospect) if prospect is not None else {}
        typed = filled_in(closer.inputs, values) | _given(closer.inputs, arguments.set)
        data = typed_data(closer.inputs, typed)
        told = [f"  {name}: {value}" for name, value in data.items()] or [tr("  nothing: it takes no inputs")]
        if not arguments.approve:
            words = [tr("{name} would be told:", name=closer.scenario.name), *told, tr("Run it with --approve.")]
            say(arguments, "\n".join(words), {"scenario": closer.scenario.id, "data": data, "ran": False})
            return DONE
        row = running.run_scenario(context, known, closer.scenario, closer.inputs, typed, prospect)
        if arguments.follow:
            row = _followed(context, known, row)
    say(arguments, run_words(row), _run(row) | {"ran": row.execution is not None})
    return PARTLY if arguments.follow and row.state in _OPEN else _status(row)


def past(arguments: argparse.Namespace) -> int:
    """The runs of this computer; those that are open are looked up first."""
    with workspace() as (context, known):
        prospect = find_prospect(context, arguments.prospect) if arguments.prospect else None
        try:
            look_up_runs(context, known, force=True)
        except JourneydeskError as problem:
            complain(str(problem))
        rows = running.runs_here(context, max(1, arguments.limit), prospect=prospect)
        zone = context.settings.time_zone
    lines = [f"{moment_of(row.asked_at).astimezone(zone):%Y-%m-%d %H:%M}  {run_words(row)}" for row in rows]
    say(arguments, "\n".join(lines) or tr("Nothing was run from this computer yet."), {"runs": [_run(row) for row in rows]})
    return PARTLY if any(row.state in _OPEN for row in rows) else DONE


def connect(arguments: argparse.Namespace) -> int:
    """Takes a token, and keeps it if Make takes it."""
    token = ask_secret(tr("Token of Make: "))
    with workspace() as (context, known):
        try:
            account = connect_make(context, known, arguments.zone, token, arguments.team)
        except TeamWanted as wanted:
            for team in wanted.teams:
                complain(f"  --team {team.id}  {team.name} ({team.organisation})")
            raise
    say(
        arguments,
        tr("Connected: scenarios of {team_name}, zone {zone}.", team_name=account.team_name, zone=account.zone),
        {"team": account.team, "team_name": account.team_name, "zone": account.zone},
    )
    return DONE


def forget(arguments: argparse.Namespace) -> int:
    """Takes it away."""
    with workspace() as (context, _):
        there = forget_make(context)
    say(arguments, tr("The token is taken away.") if there else tr("Make.com was not set up."), {"forgotten": there})
    return DONE


def _given(inputs: tuple[Input, ...], given: list[str]) -> dict[str, str]:
    names = {one.name for one in inputs}
    values = {}
    for each in given:
        name, equals, value = each.partition("=")
        if not equals or name not in names:
            raise UserError(
                tr(
                    "“{each}” names no input. The scenario takes: {names}.",
                    each=each,
                    names=", ".join(sorted(names)) or tr("nothing"),
                )
            )
        values[name] = value
    return values


def _followed(context: Context, known: Connections, row: RunRow) -> RunRow:
    """The run once it ended. It goes on whatever becomes of the network here, so that only what a person has to mend ends the wait."""
    ends_at, told = time.monotonic() + _FOLLOWED_SECONDS, ""
    while row.state in _OPEN and time.monotonic() < ends_at:
        time.sleep(2)
        try:
            look_up_runs(context, known, only=row.id)
        except JourneydeskError as problem:
            if str(problem) != told:
                told = str(problem)
                complain(told)
            if isinstance(problem, UserError):
                break
        row = run_of(context, row.id)
    return row


def _status(row: RunRow) -> int:
    if row.state == RunState.FAILED.value:
        return FAILED
    return PARTLY if row.state in _UNKNOWN or row.state == RunState.ASKED.value else DONE


def _scenario(scenario: Scenario) -> dict[str, object]:
    return {
        "id": scenario.id,
        "name": scenario.name,
        "state": scenario.state.value,
        "incomplete": scenario.incomplete,
        "can_run": scenario.runs,
    }


def _state(line: LogLine) -> str:
    return within(named(line.state.value)) if line.state is not None else tr("of a state that is not known")


def _run(row: RunRow) -> dict[str, object]:
    prospect: RecordId | None = row.prospect
    return {
        "run": row.id,
        "scenario": row.scenario,
        "name": row.name,
        "prospect": prospect,
        "state": row.state,
        "execution": row.execution,
        "asked_at": row.asked_at,
        "asked_by": row.asked_by,
        "sent": json.loads(row.sent),
        "detail": row.detail,
    }
