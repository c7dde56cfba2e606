"""A run asked for once and followed to its end, whatever becomes of the request, the computer and the network."""

import json
import threading
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from typing import Any

import pytest

from journeydesk.config import Connections
from journeydesk.domain.errors import UserError, ValueRefused
from journeydesk.domain.ids import RecordId
from journeydesk.domain.scenarios.runs import RunState
from journeydesk.remote.make import client as client_module
from journeydesk.remote.make.client import MakeClient
from journeydesk.remote.make.refusals import MakeBusy, MakeRefused
from journeydesk.sandbox.faults import FaultKind
from journeydesk.sandbox.make.team import SALES, WEBSITE
from journeydesk.sandbox.server import Sandbox
from journeydesk.services.changes import Change
from journeydesk.services.commands.duplicates import merge, unmerge
from journeydesk.services.scenarios import running
from journeydesk.services.scenarios.account import connect_make, needed_account
from journeydesk.services.scenarios.listing import look_closer
from journeydesk.services.scenarios.running import (
    RunRow,
    StillOpen,
    has_open_runs,
    look_up_quietly,
    look_up_runs,
    prospect_values,
    run_of,
    run_scenario,
    run_words,
    runs_here,
    whom_of,
)
from journeydesk.services.sync.working_offline import work_offline
from tests.integration.office import Office
from tests.integration.scenarios.conftest import fault

WELCOME, WEEKLY, OFF = 30_311, 30_318, 30_340
TYPED = {"application_id": "BETA-0001", "email": "rada@example.org", "tier": "Scale", "seats": "12"}


def run(office: Office, known: Connections, prospect: RecordId | None = None, typed: dict[str, str] = TYPED) -> RunRow:
    closer = look_closer(office.context, known, WELCOME)
    return run_scenario(office.context, known, closer.scenario, closer.inputs, typed, prospect)


def look(office: Office, known: Connections) -> list[tuple[str, str]]:
    return [(row.state, row.detail) for row in look_up_runs(office.context, known, force=True)]


def time_passes(office: Office, make: Sandbox, **span: float) -> None:
    office.pass_time(**span)
    make.workspace.clock.advance(timedelta(**span))


def executions(make: Sandbox) -> int:
    return len(make.make.store.scenarios[WELCOME].executions)


@pytest.fixture(autouse=True)
def _short_ends(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(client_module, "RUN_SECONDS", 1.0)


def test_a_run_for_a_prospect_carries_its_values_and_is_followed(connected: Office, make: Sandbox, known: Connections) -> None:
    prospect = connected.prospect(company="Rada & Co", contact_name="Rada Ilić", email="rada@example.org", key="BETA-0001")
    values = prospect_values(connected.context, prospect)
    assert {
        "key": "BETA-0001",
        "company": "Rada & Co",
        "first_name": "Rada",
        "email": "rada@example.org",
    }.items() <= values.items()
    row = run(connected, known, prospect)
    assert (row.state, row.prospect, row.asked_by) == ("Running", prospect, connected.context.actor)
    sent = make.make.store.scenarios[WELCOME].executions[-1].data
    assert sent == {"application_id": "BETA-0001", "email": "rada@example.org", "tier": "Scale", "seats": 12}
    assert json.loads(row.sent) == sent
    assert look(connected, known) == []
    time_passes(connected, make, seconds=7)
    assert look(connected, known) == [("Succeeded", "")]
    assert not has_open_runs(connected.context)
    assert connected.last() == Change(frozenset({"scenarios"}))


def test_a_run_that_fails_says_where_and_why(connected: Office, make: Sandbox, known: Connections) -> None:
    make.make.store.scenarios[WELCOME].fails = "The address was refused"
    row = run(connected, known)
    time_passes(connected, make, seconds=7)
    assert look(connected, known) == [("Failed", "Send an e-mail: The address was refused")]
    assert run_words(run_of(connected.context, row.id)) == (
        "Welcome pack for a new customer: Failed. Send an e-mail: The address was refused"
    )


LOST: list[tuple[FaultKind, dict[str, Any]]] = [
    (FaultKind.DROP_AFTER, {}),
    (FaultKind.TRUNCATE, {}),
    (FaultKind.STATUS_AFTER, {"status": 504}),
    (FaultKind.TRICKLE, {"seconds": 0.5}),
    (FaultKind.DELAY, {"seconds": 1.5}),
]


@pytest.mark.parametrize(("kind", "options"), LOST, ids=[kind.value for kind, _ in LOST])
def test_a_run_whose_answer_is_lost_is_found_and_never_repeated(
    connected: Office, make: Sandbox, known: Connections, kind: FaultKind, options: dict[str, Any]
) -> None:
    before = executions(make)
    fault(make, kind, path="/run", **options)
    row = run(connected, known)
    assert (row.state, row.execution) == ("Asked for", None)
    assert "looked up in its log" in row.detail
    assert look(connected, known) == [("Running", "")]
    time_passes(connected, make, seconds=7)
    assert look(connected, known) == [("Succeeded", "")]
    assert executions(make) == before + 1
    assert run_of(connected.context, row.id).execution == make.make.store.scenarios[WELCOME].executions[-1].id


@pytest.mark.parametrize("kind", [FaultKind.DROP_BEFORE, FaultKind.HTML])
def test_after_an_hour_without_a_line_it_did_not_begin(
    connected: Office, make: Sandbox, known: Connections, kind: FaultKind
) -> None:
    before = executions(make)
    fault(make, kind, path="/run", status=200)
    run(connected, known)
    time_passes(connected, make, minutes=59)
    assert look(connected, known) == []
    time_passes(connected, make, minutes=2)
    ((state, detail),) = look(connected, known)
    assert (state, "it did not begin" in detail) == ("Not in Make’s log", True)
    assert executions(make) == before


def test_another_persons_run_is_not_taken_for_ours(connected: Office, make: Sandbox, known: Connections) -> None:
    fault(make, FaultKind.DROP_BEFORE, path="/run")
    run(connected, known)
    store = make.make.store
    store.begin(store.scenarios[WELCOME], {}, author=store.user + 1)
    store.begin(store.scenarios[WELCOME], {}, kind="auto")
    assert look(connected, known) == []
    time_passes(connected, make, hours=2)
    assert [state for state, _ in look(connected, known)] == ["Not known"]


def test_two_runs_that_could_be_it_are_left_to_a_person(connected: Office, make: Sandbox, known: Connections) -> None:
    fault(make, FaultKind.DROP_AFTER, path="/run")
    run(connected, known)
    store = make.make.store
    store.begin(store.scenarios[WELCOME], {}, author=store.user)
    ((state, detail),) = look(connected, known)
    assert (state, "Look there before you run it again" in detail) == ("Not known", True)


def test_two_lost_runs_for_two_prospects_do_not_take_the_same_line(
    connected: Office, make: Sandbox, known: Connections
) -> None:
    first, second = connected.prospect(company="Rada & Co"), connected.prospect(company="Mbali Weaves")
    fault(make, FaultKind.DROP_AFTER, path="/run")
    run(connected, known, first)
    assert [state for state, _ in look(connected, known)] == ["Running"]
    fault(make, FaultKind.DROP_BEFORE, path="/run")
    run(connected, known, second)
    assert look(connected, known) == []


def test_the_same_run_waits_until_the_end_of_the_first_is_known(connected: Office, make: Sandbox, known: Connections) -> None:
    prospect, another = connected.prospect(company="Rada & Co"), connected.prospect(company="Mbali Weaves")
    fault(make, FaultKind.DROP_AFTER, path="/run")
    run(connected, known, prospect)
    count = executions(make)
    with pytest.raises(StillOpen, match="was run at 11:05 and its end is not known yet"):
        run(connected, known, prospect)
    assert executions(make) == count
    run(connected, known, another)
    assert executions(make) == count + 1


def test_two_windows_that_are_as_quick_run_it_once(
    connected: Office, make: Sandbox, known: Connections, monkeypatch: pytest.MonkeyPatch
) -> None:
    closer = look_closer(connected.context, known, WELCOME)
    together = threading.Barrier(2)
    written = running._write_down

    def wait_for_the_other(*given: object) -> int:
        together.wait(5)
        return written(*given)  # type: ignore[arg-type]

    monkeypatch.setattr(running, "_write_down", wait_for_the_other)

    def once(_: int) -> str:
        try:
            return run_scenario(connected.context, known, closer.scenario, closer.inputs, TYPED).state
        except StillOpen:
            return "refused"

    before = executions(make)
    with ThreadPoolExecutor(2) as pool:
        assert sorted(pool.map(once, range(2))) == ["Running", "refused"]
    assert executions(make) == before + 1


class Killed(BaseException):
    """The computer goes off."""


@pytest.mark.parametrize("arrived", [True, False])
def test_a_kill_while_asking_leaves_a_run_that_is_looked_up(
    connected: Office, make: Sandbox, known: Connections, monkeypatch: pytest.MonkeyPatch, arrived: bool
) -> None:
    asked = MakeClient.run

    def killed(self: MakeClient, scenario: int, data: dict[str, object]) -> str:
        if arrived:
            asked(self, scenario, data)
        raise Killed

    before = executions(make)
    with monkeypatch.context() as patched:
        patched.setattr(MakeClient, "run", killed)
        with pytest.raises(Killed):
            run(connected, known)
    assert [row.state for row in runs_here(connected.context)] == ["Asked for"]
    time_passes(connected, make, hours=1.1)
    assert [state for state, _ in look(connected, known)] == ["Succeeded" if arrived else "Not in Make’s log"]
    assert executions(make) == before + arrived


def test_what_make_refuses_is_no_run_and_may_be_tried_again(connected: Office, make: Sandbox, known: Connections) -> None:
    closer = look_closer(connected.context, known, WELCOME)
    make.make.store.scenarios[WELCOME].active = False
    with pytest.raises(MakeRefused, match="not active"):
        run_scenario(connected.context, known, closer.scenario, closer.inputs, TYPED)
    make.make.store.scenarios[WELCOME].active = True
    fault(make, FaultKind.STATUS_BEFORE, path="/run", status=429)
    with pytest.raises(MakeBusy):
        run(connected, known)
    assert [row.state for row in runs_here(connected.context)] == ["Refused by Make", "Refused by Make"]
    assert run(connected, known).state == "Running"


def test_what_cannot_be_run_is_not_asked_for(connected: Office, make: Sandbox, known: Connections) -> None:
    closer = look_closer(connected.context, known, OFF)
    with pytest.raises(UserError, match="switched off"):
        run_scenario(connected.context, known, closer.scenario, closer.inputs, {})
    with pytest.raises(ValueRefused, match="E-mail must be given"):
        run(connected, known, typed={"application_id": "BETA-0001"})
    assert runs_here(connected.context) == []


def test_one_without_inputs_is_told_nothing(connected: Office, make: Sandbox, known: Connections) -> None:
    closer = look_closer(connected.context, known, WEEKLY)
    run_scenario(connected.context, known, closer.scenario, closer.inputs, {"company": "Rada & Co"})
    assert make.make.store.scenarios[WEEKLY].executions[-1].data == {}


def test_a_run_whose_end_is_never_told_is_given_up_after_a_day(connected: Office, make: Sandbox, known: Connections) -> None:
    make.make.store.scenarios[WELCOME].takes_s = 1e6
    run(connected, known)
    time_passes(connected, make, hours=23)
    assert look(connected, known) == []
    time_passes(connected, make, hours=2)
    assert [state for state, _ in look(connected, known)] == ["Not known"]


def test_a_scenario_that_is_gone_keeps_no_other_run_waiting(
    connected: Office, make: Sandbox, known: Connections, monkeypatch: pytest.MonkeyPatch
) -> None:
    weekly = look_closer(connected.context, known, WEEKLY)
    fault(make, FaultKind.DROP_BEFORE, path="/run")
    lost = run_scenario(connected.context, known, weekly.scenario, weekly.inputs, {})
    run(connected, known)
    monkeypatch.delitem(make.make.store.scenarios, WEEKLY)
    time_passes(connected, make, seconds=7)
    assert look(connected, known) == [("Succeeded", "")]
    assert run_of(connected.context, lost.id).state == "Asked for"
    time_passes(connected, make, hours=25)
    assert [state for state, _ in look(connected, known)] == ["Not known"]


def test_an_answer_that_cannot_be_read_keeps_no_other_run_waiting(connected: Office, make: Sandbox, known: Connections) -> None:
    first, second = connected.prospect(company="Rada & Co"), connected.prospect(company="Mbali Weaves")
    run(connected, known, first)
    later = run(connected, known, second)
    time_passes(connected, make, seconds=7)
    fault(make, FaultKind.HTML, path="/executions/", status=200)
    assert [row.id for row in look_up_runs(connected.context, known, force=True)] == [later.id]


def test_a_run_belongs_to_who_its_prospect_was_merged_into(connected: Office, make: Sandbox, known: Connections) -> None:
    lost, kept = connected.prospect(company="Rada"), connected.prospect(company="Rada Weaves")
    row = run(connected, known, lost)
    merge(connected.context, kept, lost)
    assert [each.id for each in runs_here(connected.context, prospect=kept)] == [row.id]
    assert whom_of(connected.context, [row]) == {row.id: "Rada Weaves"}
    with pytest.raises(StillOpen):
        run(connected, known, kept)
    unmerge(connected.context, lost)
    assert runs_here(connected.context, prospect=kept) == []
    assert whom_of(connected.context, [row]) == {row.id: "Rada"}


def test_an_execution_that_make_no_longer_knows_is_read_from_its_log(
    connected: Office, make: Sandbox, known: Connections
) -> None:
    run(connected, known)
    time_passes(connected, make, seconds=7)
    fault(make, FaultKind.STATUS_BEFORE, path="/executions/", status=404)
    assert look(connected, known) == [("Succeeded", "")]


def test_runs_of_another_zone_wait_until_their_account_is_back(
    connected: Office, make: Sandbox, known: Connections, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Another zone knows nothing of them, which would look like never begun."""
    fault(make, FaultKind.DROP_AFTER, path="/run")
    row = run(connected, known)
    with connected.context.database.write() as connection:
        from journeydesk.storage.engine import sql

        sql.run(connection, "UPDATE scenario_run SET place = 'us1.make.com' WHERE id = ?", (row.id,))
    time_passes(connected, make, hours=2)
    assert look(connected, known) == []
    assert run_of(connected.context, row.id).state == RunState.ASKED.value


def test_another_team_of_the_same_zone_still_follows_them(connected: Office, make: Sandbox, known: Connections) -> None:
    run(connected, known)
    connect_make(connected.context, known, "eu1", make.make_token, WEBSITE)
    assert needed_account(connected.context).team == WEBSITE
    time_passes(connected, make, seconds=7)
    assert look(connected, known) == [("Succeeded", "")]
    connect_make(connected.context, known, "eu1", make.make_token, SALES)


def test_nothing_is_asked_while_somebody_works_offline(connected: Office, make: Sandbox, known: Connections) -> None:
    run(connected, known)
    counted = make.traffic.counts["make"]
    work_offline(connected.context, True)
    assert look(connected, known) == []
    assert make.traffic.counts["make"] == counted


def test_a_look_that_fails_is_tried_again_with_the_next(connected: Office, make: Sandbox, known: Connections) -> None:
    run(connected, known)
    time_passes(connected, make, seconds=7)
    fault(make, FaultKind.HTML, path="/executions/", status=200)
    assert look_up_quietly(connected.context, known) == []
    assert [row.state for row in look_up_quietly(connected.context, known)] == ["Succeeded"]


def test_only_those_whose_turn_it_is_are_looked_up(connected: Office, make: Sandbox, known: Connections) -> None:
    run(connected, known)
    time_passes(connected, make, minutes=30)
    make.make.store.scenarios[WELCOME].executions[-1].ends_at += timedelta(hours=5)
    look_up_quietly(connected.context, known)
    counted = make.traffic.counts["make"]
    connected.pass_time(seconds=30)
    look_up_quietly(connected.context, known)
    assert make.traffic.counts["make"] == counted
    connected.pass_time(seconds=31)
    look_up_quietly(connected.context, known)
    assert make.traffic.counts["make"] > counted
