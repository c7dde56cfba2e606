"""The team's scenarios and their last runs: as Make has them, and as they were when they were last read."""

import json
from collections.abc import Sequence
from datetime import datetime

from journeydesk.config import Connections
from journeydesk.domain.frozen_data import dataclass
from journeydesk.domain.scenarios.inputs import Input
from journeydesk.domain.scenarios.runs import LogLine, newest
from journeydesk.domain.scenarios.states import Scenario, ScenarioState
from journeydesk.domain.time import moment_of
from journeydesk.domain.words import tr, tr_count
from journeydesk.services.context import Context
from journeydesk.services.scenarios.account import LISTED, MAKE, needed_account, open_make
from journeydesk.storage.engine.connection import Connection
from journeydesk.storage.sync.api_calls import note_worked
from journeydesk.storage.sync.meta import get_meta, set_meta

SHOWN_RUNS = 5
_ORDER = (
    ScenarioState.ON_DEMAND,
    ScenarioState.ACTIVE,
    ScenarioState.BY_WEBHOOK,
    ScenarioState.STOPPED,
    ScenarioState.PAUSED,
    ScenarioState.OFF,
)


@dataclass(frozen=True, slots=True)
class Listed:
    """Scenarios, those first that can be run; and when they were read, None where never."""

    scenarios: tuple[Scenario, ...] = ()
    at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Closer:
    """One scenario looked at: as it is now, what it takes, its last runs."""

    scenario: Scenario
    inputs: tuple[Input, ...]
    runs: tuple[LogLine, ...]


def kept_scenarios(context: Context) -> Listed:
    """What was read last; asks nobody."""
    with context.database.read() as connection:
        return listed_in(connection)


def listed_in(connection: Connection) -> Listed:
    """The same."""
    kept = get_meta(connection, LISTED)
    if kept is None:
        return Listed()
    facts = json.loads(kept)
    return Listed(
        tuple(
            Scenario(number, name, ScenarioState(state), incomplete) for number, name, state, incomplete in facts["scenarios"]
        ),
        moment_of(facts["at"]),
    )


def read_scenarios(context: Context, known: Connections) -> Listed:
    """Asks Make for the team's scenarios, and keeps them. For a thread other than the window's."""
    account = needed_account(context)
    with open_make(context, known, account) as client:
        found = client.scenarios(account.team)
    ordered = sorted(found, key=lambda each: (_ORDER.index(each.state), each.name.casefold()))
    now = context.now()
    lines = [[each.id, each.name, each.state.value, each.incomplete] for each in ordered]
    with context.database.write(counted=False) as connection:
        set_meta(connection, LISTED, json.dumps({"at": now, "scenarios": lines}, ensure_ascii=False))
        note_worked(connection, MAKE, now)
    return Listed(tuple(ordered), moment_of(now))


def look_closer(context: Context, known: Connections, scenario: int) -> Closer:
    """Asks Make for one scenario, its inputs and its last runs. For a thread other than the window's."""
    with open_make(context, known, needed_account(context)) as client:
        return Closer(client.scenario(scenario), client.inputs(scenario), tuple(newest(client.log(scenario), SHOWN_RUNS)))


def check_make(context: Context, known: Connections) -> str:
    """Reads the team's scenarios; what came of it in a sentence. Raises the errors of Make."""
    return scenario_words(read_scenarios(context, known).scenarios)


def scenario_words(scenarios: Sequence[Scenario]) -> str:
    """How many there are, and which Make stopped."""
    words = tr_count("{count} scenario answers", "{count} scenarios answer", len(scenarios))
    stopped = [each.name for each in scenarios if each.state is ScenarioState.STOPPED]
    return words if not stopped else tr("{words}; stopped by an error: {names}", words=words, names=", ".join(stopped))
