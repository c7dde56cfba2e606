"""Running a scenario once, and following it to its end (docs/rules.md, "Scenario runs").

It is on disk before Make is asked, so a kill at any moment leaves a run that is looked up, and none that is asked for twice.
"""

import json
import logging
from collections.abc import Callable, Mapping, Sequence
from datetime import datetime
from typing import TYPE_CHECKING

from journeydesk.config import Connections
from journeydesk.domain.errors import JourneydeskError, NotNow, UserError
from journeydesk.domain.ids import RecordId
from journeydesk.domain.mail.templates import first_name
from journeydesk.domain.scenarios.inputs import Input, typed_data
from journeydesk.domain.scenarios.runs import OPEN, Found, RunState, find_run, given_up, is_due
from journeydesk.domain.scenarios.states import Scenario
from journeydesk.domain.time import moment_of, moment_text
from journeydesk.domain.words import named, noted, retold, tr
from journeydesk.services.changes import Change
from journeydesk.services.context import Context
from journeydesk.services.mail.merging import the_addressee
from journeydesk.services.scenarios.account import MakeAccount, make_account, needed_account, open_make
from journeydesk.services.sync.working_offline import works_offline
from journeydesk.storage.engine.file_lock import FileLock
from journeydesk.storage.records import records
from journeydesk.storage.records.labels import living_prospect
from journeydesk.storage.records.merges import survivor_of
from journeydesk.storage.scenarios import runs
from journeydesk.storage.scenarios.runs import RunRow as RunRow

if TYPE_CHECKING:
    from journeydesk.remote.make.client import MakeClient

LOCK_NAME = "scenarios.lock"
_LINES = 50
_log = logging.getLogger(__name__)


class StillOpen(UserError):
    """The same scenario was run for the same prospect, and how that ended is not known; `run` is its number."""

    def __init__(self, run: RunRow, when: str) -> None:
        super().__init__(
            tr(
                "“{name}” was run at {when} and its end is not known yet. It is looked up by itself; a second run waits for that.",
                name=run.name,
                when=when,
            )
        )
        self.run = run.id


def prospect_values(context: Context, prospect: RecordId) -> dict[str, str]:
    """What a prospect says to inputs, by field. Raises UserError where it is gone."""
    with context.database.read() as connection:
        whom = the_addressee(context, connection, prospect)
        row = records.get(connection, "prospects", prospect) or {}
    names = ("phone", "industry", "status", "owner", "use_case", "country", "website", "job_title", "source", "notes")
    return {
        **{name: str(row.get(name) or "") for name in names},
        "key": whom.key,
        "company": whom.company,
        "contact_name": whom.contact_name,
        "first_name": first_name(whom.contact_name),
        "email": whom.email,
        "stage": whom.stage,
        "tier": whom.tier,
    }


def run_scenario(
    context: Context,
    known: Connections,
    scenario: Scenario,
    inputs: tuple[Input, ...],
    typed: Mapping[str, str],
    prospect: RecordId | None = None,
) -> RunRow:
    """Runs a scenario with what was typed; the run as it stands then, also where no answer came.

    Raises ValueRefused for an input, StillOpen, and with the words of Make what it refused: then nothing ran. For a thread other than
    the window's: Make may take 45 s.
    """
    if not scenario.runs:
        raise UserError(f"{scenario.name}: {scenario.why_not}")
    data = typed_data(inputs, typed)
    account = needed_account(context)
    with open_make(context, known, account) as client:
        _refuse_second(context, account, scenario.id, prospect)
        before = [line.id for line in client.log(scenario.id, _LINES)]
        number = _write_down(context, account, scenario, prospect, data, before, client.server_time)
        _ask(context, client, number, scenario.id, data)
    return run_of(context, number)


def _refuse_second(context: Context, account: MakeAccount, scenario: int, prospect: RecordId | None) -> None:
    with context.database.read() as connection:
        there = runs.open_run(connection, account.host, scenario, prospect)
    if there is not None:
        raise StillOpen(there, f"{moment_of(there.asked_at).astimezone(context.settings.time_zone):%H:%M}")


def _write_down(
    context: Context,
    account: MakeAccount,
    scenario: Scenario,
    prospect: RecordId | None,
    data: Mapping[str, object],
    before: list[str],
    there: datetime | None,
) -> int:
    now = context.now()
    row = RunRow(
        0,
        account.host,
        scenario.id,
        scenario.name,
        prospect,
        RunState.ASKED.value,
        None,
        now,
        moment_text(there) if there is not None else now,
        context.actor,
        json.dumps(data, ensure_ascii=False),
        json.dumps(before),
        None,
        now,
        "",
    )
    with context.database.write(counted=False) as connection:
        # Looked at once more where only one can write: a second window may have been as quick.
        twin = runs.open_run(connection, account.host, scenario.id, prospect)
        if twin is not None:
            raise StillOpen(twin, f"{moment_of(twin.asked_at).astimezone(context.settings.time_zone):%H:%M}")
        number = runs.add(connection, row)
    _tell(context)
    return number


def _ask(context: Context, client: "MakeClient", number: int, scenario: int, data: Mapping[str, object]) -> None:
    from journeydesk.remote.make.refusals import RunUnknown

    try:
        execution = client.run(scenario, data)
    except RunUnknown as problem:
        _note(context, number, RunState.ASKED, str(problem))
    except JourneydeskError as problem:
        _note(context, number, RunState.REFUSED, str(problem))
        raise
    else:
        _note(context, number, RunState.RUNNING, "", execution)


def run_of(context: Context, number: int) -> RunRow:
    """A run as it stands. Raises UserError where there is none of that number."""
    with context.database.read() as connection:
        row = runs.one(connection, number)
    if row is None:
        raise UserError(tr("There is no run {number} on this computer.", number=number))
    return row


def runs_here(
    context: Context, limit: int = 50, *, scenario: int | None = None, prospect: RecordId | None = None
) -> list[RunRow]:
    """The runs that were asked for on this computer, the newest first."""
    with context.database.read() as connection:
        return runs.newest(connection, limit, scenario, prospect)


def open_run_of(context: Context, scenario: int, prospect: RecordId | None) -> RunRow | None:
    """The run of a scenario for a prospect, or for nobody, whose end is not known; None where there is none."""
    account = make_account(context)
    if account is None:
        return None
    with context.database.read() as connection:
        return runs.open_run(connection, account.host, scenario, prospect)


def whom_of(context: Context, rows: Sequence[RunRow]) -> dict[int, str]:
    """For whom each of these ran, by its number: the prospect's name, or that of who it was merged into; those whose prospect is gone
    are left out."""
    with context.database.read() as connection:
        labels = {
            prospect: living_prospect(connection, prospect)
            or living_prospect(connection, survivor_of(connection, prospect) or prospect)
            for prospect in {row.prospect for row in rows if row.prospect is not None}
        }
    found = {row.id: labels.get(row.prospect) for row in rows if row.prospect is not None}
    return {number: label.name for number, label in found.items() if label is not None}


def has_open_runs(context: Context) -> bool:
    """Whether the end of a run is not known."""
    with context.database.read() as connection:
        return bool(runs.open_runs(connection))


def look_up_runs(
    context: Context,
    known: Connections,
    *,
    only: int | None = None,
    force: bool = False,
    stopping: Callable[[], bool] = lambda: False,
) -> list[RunRow]:
    """Looks up runs that are open, those whose turn it is, or all with `force`; returns those whose state changed. Nothing is ever asked
    to run here. One program does it at a time; the others do nothing. For a thread other than the window's."""
    with context.database.read() as connection:
        waiting = [row for row in runs.open_runs(connection) if only in (None, row.id)]
    due = [row for row in waiting if force or _is_due(context, row)]
    account = make_account(context)
    if not due or account is None or works_offline(context):
        return []
    lock = FileLock(context.database.folder / LOCK_NAME)
    if not lock.take():
        return []
    changed = []
    try:
        with open_make(context, known, account) as client:
            for row in due:
                if stopping():
                    break
                # Another zone's runs are not known in this one: they wait until that account is back.
                if row.place == account.host and _look_up(context, client, account, row):
                    changed.append(run_of(context, row.id))
    finally:
        lock.let_go()
    return changed


def look_up_quietly(context: Context, known: Connections, stopping: Callable[[], bool] = lambda: False) -> list[RunRow]:
    """The same by itself beside the window: what fails is tried again with the next round."""
    try:
        return look_up_runs(context, known, stopping=stopping)
    except NotNow:
        return []
    except JourneydeskError as problem:
        _log.info("runs of scenarios could not be looked up: %s", type(problem).__name__)
        return []


def _is_due(context: Context, row: RunRow) -> bool:
    looked_at = moment_of(row.looked_at) if row.looked_at else None
    return is_due(moment_of(row.asked_at), looked_at, context.clock())


def _look_up(context: Context, client: "MakeClient", account: MakeAccount, row: RunRow) -> bool:
    """One look; whether the state changed. A scenario that is gone, or an answer that cannot be read, keeps no other run waiting."""
    from journeydesk.remote.make.refusals import MakeMissing, MakeTrouble

    state: RunState | None = None
    detail, execution, over = "", None, given_up(moment_of(row.asked_at), context.clock())
    try:
        found = _found(context, client, account, row) if row.execution is None else _followed(client, row)
        state, detail, execution = found
    except MakeMissing as problem:
        _log.info("a run's scenario is gone: %s", problem)
    except MakeTrouble as problem:
        _log.info("a run could not be looked up: %s", problem)
        if not over:
            return False
    if (state is None or state in OPEN) and over:
        state, detail = RunState.UNSURE, noted("Make told of no end within a day. Look at its log.")
    if state is None or (state.value == row.state and execution in (None, row.execution)):
        with context.database.write(counted=False) as connection:
            runs.note_look(connection, row.id, context.now())
        return False
    _note(context, row.id, state, detail, execution)
    return True


def _found(
    context: Context, client: "MakeClient", account: MakeAccount, row: RunRow
) -> tuple[RunState | None, str, str | None]:
    """What the log says of a run that was never answered."""
    lines = client.log(row.scenario, _LINES)
    with context.database.read() as connection:
        taken = runs.executions_of(connection, row.place, row.scenario)
    there = client.server_time or context.clock()
    asked = moment_of(row.asked_there)
    found: Found = find_run(lines, json.loads(row.before), taken, account.user, asked, there)
    if found.line is not None:
        state = found.line.state or RunState.RUNNING
        problem = ""
        if state is RunState.FAILED:
            _, problem, _ = _followed(client, row, found.line.id)
        return state, problem, found.line.id
    words = {
        RunState.UNSEEN: noted("Make’s log shows no run since: it did not begin. It was not repeated."),
        RunState.UNSURE: noted("Make’s log does not tell which run it is. Look there before you run it again."),
    }
    if found.state is not None:
        return found.state, words[found.state], None
    return RunState.ASKED, "", None


def _followed(client: "MakeClient", row: RunRow, execution: str | None = None) -> tuple[RunState | None, str, str | None]:
    """Where an execution that is known stands; its line in the log where its own page is gone."""
    from journeydesk.remote.make.refusals import MakeMissing

    name = execution or row.execution or ""
    try:
        stands = client.execution(row.scenario, name)
        return stands.state, stands.problem, name
    except MakeMissing:
        try:
            line = client.log_line(row.scenario, name)
        except MakeMissing:
            return None, "", None
        return line.state, "", name


def _note(context: Context, number: int, state: RunState, detail: str, execution: str | None = None) -> None:
    with context.database.write(counted=False) as connection:
        runs.note(connection, number, state.value, context.now(), detail, execution)
    _tell(context)


def _tell(context: Context) -> None:
    context.publish(Change(frozenset({"scenarios"})))


def run_words(row: RunRow) -> str:
    """What became of a run, in a sentence."""
    detail = retold(row.detail)
    words = tr("{name}: {state}", name=row.name, state=named(row.state))
    return f"{words}. {detail}" if detail else f"{words}."
