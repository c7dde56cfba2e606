"""The end-to-end check against a receiver that runs, a base that answers, and others that answer or do not."""

import json
import threading
from collections.abc import Iterator
from contextlib import ExitStack
from dataclasses import replace
from pathlib import Path

import pytest

from journeydesk.config import Connections
from journeydesk.domain.onboarding.steps import State
from journeydesk.services.context import Context
from journeydesk.services.onboarding.end_to_end import EndToEnd, check_end_to_end, last_check
from journeydesk.services.queries.lists.prospects import prospect_total
from journeydesk.services.receiver.folding import fold_some
from journeydesk.storage.engine import sql
from journeydesk.storage.sync.meta import set_meta
from journeydesk.sync.ports import RemoteUnreachable
from tests.integration.onboarding.tables import contents
from tests.integration.receiver.conftest import JOURNEY, KNOWN, Line, receiving
from tests.integration.sync.test_shared_map import Team, teamed


@pytest.fixture
def line(tmp_path: Path) -> Iterator[Line]:
    """A receiver that a person switched on."""
    with receiving(tmp_path / "line") as running:
        with running.context.database.write() as connection:
            set_meta(connection, "receiver", json.dumps({"on": True}))
        yield running


@pytest.fixture
def team(tmp_path: Path) -> Iterator[Team]:
    """A base with a few prospects."""
    with teamed(tmp_path / "team") as made:
        yield made


def states(run: EndToEnd) -> dict[str, State]:
    return {each.step.name: each.state for each in run.outcomes}


def said(run: EndToEnd, name: str) -> str:
    return next(each.said for each in run.outcomes if each.step.name == name)


def test_without_anything_connected_each_step_says_so(line: Line) -> None:
    with line.context.database.write() as connection:
        set_meta(connection, "receiver", None)
    run = check_end_to_end(line.context, KNOWN, patience=0)
    assert set(states(run).values()) == {State.OFF}
    assert "switched off" in said(run, "Assessment")
    assert "is not connected" in said(run, "Airtable record")
    assert all(each.way_out for each in run.outcomes)
    assert last_check(line.context) == run


def test_a_platform_that_answers_for_the_test_customer_passes(line: Line) -> None:
    before = contents(line.context)

    def platform() -> None:
        """Another program: it hears of the assessment and does its part."""
        customer = ""
        while not customer:
            rows = line.rows("SELECT customer FROM end_to_end_run")
            customer = rows[0][0] if rows else ""
        for kind in ("scenario_succeeded", "content_generated", "access_granted", "login"):
            told = {"customer_id": customer, "event": kind, "timestamp": line.context.now(), "event_id": f"{customer}-{kind}"}
            assert line.post(JOURNEY, told).status == 202

    other = threading.Thread(target=platform)
    other.start()
    run = check_end_to_end(line.context, KNOWN, patience=20)
    other.join()
    assert states(run) == {
        "Assessment": State.PASSED,
        "Payment": State.OFF,
        "Scenario": State.PASSED,
        "Content": State.PASSED,
        "Airtable record": State.OFF,
        "Credentials": State.PASSED,
        "Own content": State.PASSED,
    }
    line.fold()
    assert contents(line.context) == before
    assert prospect_total(line.context) == 0


def test_a_scenario_that_fails_for_the_test_customer_fails(line: Line) -> None:
    def automation() -> None:
        while not (rows := line.rows("SELECT customer FROM end_to_end_run")):
            pass
        line.post(JOURNEY, {"customer_id": rows[0][0], "event": "scenario_failed", "timestamp": line.context.now()})

    other = threading.Thread(target=automation)
    other.start()
    run = check_end_to_end(line.context, KNOWN, patience=2)
    other.join()
    assert states(run)["Scenario"] is State.FAILED
    assert states(run)["Content"] is State.OFF


def test_real_customers_speak_where_nobody_answers(line: Line) -> None:
    for kind in ("scenario_succeeded", "content_failed"):
        line.post(JOURNEY, {"customer_id": "ida@pine.example", "event": kind, "timestamp": "2026-05-18T10:00:00Z"})
    line.fold()
    run = check_end_to_end(line.context, KNOWN, patience=0)
    assert (states(run)["Scenario"], states(run)["Content"]) == (State.SEEN, State.FAILED)


def test_a_wrong_secret_fails_the_assessment(line: Line) -> None:
    run = check_end_to_end(line.context, replace(KNOWN, webhook_secrets=("jdsec_another",)), patience=0)
    assert states(run)["Assessment"] is State.FAILED
    assert "was not taken: 401" in said(run, "Assessment")


def test_a_record_is_written_read_and_deleted_in_the_base(team: Team) -> None:
    context = team.computer("mine")
    team.set_up(context)
    team.sync(context)
    before = team.records(context, _table(context), [])
    run = check_end_to_end(context, team.known, patience=0)
    assert states(run)["Airtable record"] is State.PASSED
    assert "written, read back and deleted" in said(run, "Airtable record")
    assert team.records(context, _table(context), []) == before


def test_a_record_that_stayed_behind_is_no_prospect_anywhere(team: Team) -> None:
    context = team.computer("mine")
    team.set_up(context)
    team.sync(context)
    before = contents(context)
    _leave_behind(team, context)
    team.sync(context)
    assert contents(context) == before
    with ExitStack():
        fresh = team.computer("fresh")
        team.set_up(fresh, create=False)
        team.sync(fresh)
    with fresh.database.read() as connection:
        assert (
            sql.scalar(
                connection, "SELECT count(*) FROM prospects WHERE key LIKE 'TEST-%' OR email LIKE '%journeydesk.invalid'"
            )
            == 0
        )


def test_a_base_that_does_not_answer_fails_with_its_words(team: Team) -> None:
    context = team.computer("mine")
    team.set_up(context)
    gone = Connections("http://127.0.0.1:9", team.box.token, team.box.base_id, None, None, "Amaia", None, 0.0)
    run = check_end_to_end(context, gone, patience=0)
    assert states(run)["Airtable record"] is State.FAILED
    assert said(run, "Airtable record")
    assert issubclass(RemoteUnreachable, Exception)


def test_an_application_of_a_test_customer_is_no_prospect(line: Line) -> None:
    before = contents(line.context)
    form = {"email": "test-abcd2345@test.journeydesk.invalid", "company": "Nobody", "contact_name": "Test"}
    answer = line.post("/api/beta-application", form)
    while fold_some(line.context, 50):
        pass
    assert answer.status in (201, 202, 401, 422)
    assert contents(line.context) == before


def test_the_check_ends_where_it_is_stopped(line: Line) -> None:
    run = check_end_to_end(line.context, KNOWN, patience=60, stopping=lambda: True)
    assert states(run)["Assessment"] is State.WAITING
    assert run.ended_at is not None


def _table(context: Context) -> str:
    from journeydesk.storage.sync.table_maps import table_maps

    with context.database.read() as connection:
        return table_maps(connection)["prospects"].table_id


def _leave_behind(team: Team, context: Context) -> None:
    from journeydesk.services.sync.connecting import open_configured
    from journeydesk.storage.sync.table_maps import table_maps

    with context.database.read() as connection:
        mapped = table_maps(connection)["prospects"]
    remote = open_configured(context, team.access)
    fields = {mapped.fields["key"]: "TEST-LEFT2345", mapped.fields["email"]: "test-left2345@test.journeydesk.invalid"}
    remote.create(mapped.table_id, fields)
    remote.create(mapped.table_id, {mapped.fields["email"]: "x@TEST.journeydesk.invalid"})
