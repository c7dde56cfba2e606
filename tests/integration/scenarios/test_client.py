"""Our client of Make against its stand-in over real sockets: every way in which an answer is none."""

import socket
import threading
import time
from collections.abc import Callable, Iterator
from datetime import timedelta
from typing import Any

import pytest

from journeydesk.domain.errors import JourneydeskError
from journeydesk.domain.scenarios.runs import RunState
from journeydesk.domain.scenarios.states import ScenarioState
from journeydesk.remote.make.client import MakeClient
from journeydesk.remote.make.refusals import MakeBusy, MakeMissing, MakeRefused, MakeTrouble, MakeUnreachable, RunUnknown
from journeydesk.sandbox.faults import FaultKind
from journeydesk.sandbox.make.team import SALES, WEBSITE
from journeydesk.sandbox.server import Sandbox
from journeydesk.sync.ports import AccessDenied, TokenRefused
from tests.fakes.scripted_service import Reply, ScriptedService, scripted
from tests.integration.scenarios.conftest import fault

WELCOME, CONTENT = 30_311, 30_312
GIVEN = {"application_id": "BETA-0001", "email": "rada@example.org"}


@pytest.fixture
def slept() -> list[float]:
    """How long was waited between tries."""
    return []


@pytest.fixture
def client(make: Sandbox, slept: list[float]) -> Iterator[MakeClient]:
    """A client with short ends, and no real waits between tries."""
    with MakeClient(make.make_url, make.make_token, sleep=slept.append, seconds=2.0, run_seconds=2.0) as opened:
        yield opened


def asked_to_run(make: Sandbox) -> int:
    return len(make.make.store.scenarios[WELCOME].executions)


def test_it_reads_whose_token_it_is_the_teams_and_the_scenarios(client: MakeClient, make: Sandbox) -> None:
    assert client.me() == make.make.store.user
    assert [(team.id, team.name, team.organisation) for team in client.teams()] == [
        (SALES, "Sales", "Ostrelle"),
        (WEBSITE, "Website", "Ostrelle"),
    ]
    states = {scenario.name: scenario.state for scenario in client.scenarios(SALES)}
    assert states["Welcome pack for a new customer"] is ScenarioState.ON_DEMAND
    assert states["Reminder of unpaid invoices"] is ScenarioState.STOPPED
    assert client.scenario(30_327).incomplete == 3


def test_it_walks_all_pages_of_scenarios(client: MakeClient, make: Sandbox, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("journeydesk.remote.make.client._PAGE", 3)
    assert len(client.scenarios(SALES)) == 7


def test_a_listing_that_never_ends_is_left(client: MakeClient) -> None:
    with scripted() as service:
        service.answers({"scenarios": [{"id": 1, "name": "a"}], "pg": {"limit": 1}})
        with MakeClient(service.url, "token") as endless:
            assert [each.id for each in endless.scenarios(1)] == [1]


def test_it_runs_one_and_follows_it_to_its_end(client: MakeClient, make: Sandbox) -> None:
    execution = client.run(WELCOME, GIVEN)
    assert client.execution(WELCOME, execution).state is RunState.RUNNING
    make.workspace.clock.advance(timedelta(seconds=7))
    assert client.execution(WELCOME, execution).state is RunState.SUCCEEDED
    assert client.log(WELCOME)[0].id == execution
    assert client.log_line(WELCOME, execution).author == client.me()


def test_a_failed_run_says_in_which_module_and_why(client: MakeClient) -> None:
    failed = next(line for line in client.log(CONTENT) if line.state is RunState.FAILED)
    assert client.execution(CONTENT, failed.id).problem == "Send an e-mail: The address was refused by the mail server"


def test_makes_own_reason_is_said_in_full(client: MakeClient, make: Sandbox) -> None:
    with pytest.raises(MakeRefused, match=r"inputs are not valid\. email is required"):
        client.run(WELCOME, {"application_id": "BETA-0001"})
    assert asked_to_run(make) == 3


def test_a_revoked_token_is_said_to_be_one(make: Sandbox) -> None:
    with (
        MakeClient(make.make_url, "7d1b2c3d-0000-4000-8000-000000000000") as stranger,
        pytest.raises(TokenRefused, match="zone"),
    ):
        stranger.me()


def test_a_token_without_a_scope_names_those_that_it_needs(make: Sandbox) -> None:
    secret = make.make.store.new_token(frozenset({"user:read", "scenarios:read"}))
    with MakeClient(make.make_url, secret) as reader:
        assert reader.log(WELCOME)
        with pytest.raises(AccessDenied, match="scenarios:run"):
            reader.run(WELCOME, GIVEN)


def test_what_is_not_there_is_said_to_be_missing(client: MakeClient) -> None:
    with pytest.raises(MakeMissing):
        client.scenario(1)
    with pytest.raises(MakeMissing):
        client.execution(WELCOME, "0" * 32)


READS: list[tuple[FaultKind, dict[str, Any]]] = [
    (FaultKind.HTML, {"status": 200}),
    (FaultKind.TRUNCATE, {}),
    (FaultKind.REDIRECT, {"location": "https://evil.example/"}),
    (FaultKind.HUGE, {"megabytes": 9}),
    (FaultKind.DROP_BEFORE, {}),
    (FaultKind.STATUS_BEFORE, {"status": 503}),
]


@pytest.mark.parametrize(("kind", "options"), READS, ids=[kind.value for kind, _ in READS])
def test_reading_ends_in_a_sentence_whatever_comes_back(
    client: MakeClient, make: Sandbox, kind: FaultKind, options: dict[str, Any]
) -> None:
    fault(make, kind, times=9, **options)
    with pytest.raises((MakeTrouble, MakeUnreachable)) as said:
        client.scenarios(SALES)
    assert "Make.com" in str(said.value)
    assert "127.0.0.1" not in str(said.value)


@pytest.mark.parametrize(
    "body",
    [
        [],
        "null",
        {"scenarios": None},
        {"scenarios": [7]},
        {"scenarios": [{"id": "x"}]},
        {"scenarios": [{"id": True}]},
        {"message": "ok"},
    ],
)
def test_json_of_another_shape_is_not_believed(body: object) -> None:
    with scripted() as service, MakeClient(service.url, "token") as client:
        service.answers(Reply(body))
        with pytest.raises(MakeTrouble, match="could not be read"):
            client.scenarios(1)


@pytest.mark.parametrize(
    "body",
    [
        {"interface": {"input": "x"}},
        {"interface": {"input": [None]}},
        {"interface": []},
    ],
)
def test_an_interface_of_another_shape_is_not_believed(body: object) -> None:
    with scripted() as service, MakeClient(service.url, "token") as client:
        service.answers(Reply(body))
        with pytest.raises(MakeTrouble):
            client.inputs(1)


def test_trouble_that_passes_is_waited_out(client: MakeClient, make: Sandbox, slept: list[float]) -> None:
    fault(make, FaultKind.STATUS_BEFORE, status=502, times=1)
    assert client.scenarios(SALES)
    assert slept == [1.0]


def test_429_is_waited_out_as_long_as_it_says(make: Sandbox) -> None:
    slept: list[float] = []
    with MakeClient(make.make_url, make.make_token, sleep=slept.append) as client:
        fault(make, FaultKind.STATUS_BEFORE, status=429, times=1)
        assert client.me()
        fault(make, FaultKind.STATUS_BEFORE, status=429, times=1, retry_after="7")
        assert client.me()
    assert slept == [1.0, 7.0]


def test_a_pause_that_is_longer_than_a_request_may_take_is_said(make: Sandbox) -> None:
    make.make.lifted, make.make.store.limit = False, 0
    slept: list[float] = []
    with (
        MakeClient(make.make_url, make.make_token, sleep=slept.append, seconds=2.0) as client,
        pytest.raises(MakeBusy, match="a pause of 20 s") as busy,
    ):
        client.me()
    assert (slept, busy.value.seconds) == ([], 20.0)


def test_a_run_that_make_has_no_room_for_did_not_begin(client: MakeClient, make: Sandbox) -> None:
    fault(make, FaultKind.STATUS_BEFORE, path="/run", status=429)
    with pytest.raises(MakeBusy, match="Nothing was run"):
        client.run(WELCOME, GIVEN)
    assert asked_to_run(make) == 3


def test_one_byte_a_second_ends_with_the_request(make: Sandbox) -> None:
    with MakeClient(make.make_url, make.make_token, seconds=0.6) as client:
        fault(make, FaultKind.TRICKLE, seconds=0.2, times=3)
        began = time.monotonic()
        with pytest.raises(MakeUnreachable):
            client.scenarios(SALES)
        assert time.monotonic() - began < 3


LOST: list[tuple[FaultKind, dict[str, Any]]] = [
    (FaultKind.DROP_AFTER, {}),
    (FaultKind.TRUNCATE, {}),
    (FaultKind.STATUS_AFTER, {"status": 504}),
    (FaultKind.STATUS_AFTER, {"status": 408}),
    (FaultKind.STATUS_AFTER, {"status": 502}),
    (FaultKind.HTML, {"status": 200}),
    (FaultKind.TRICKLE, {"seconds": 0.5}),
    (FaultKind.DROP_BEFORE, {}),
]


@pytest.mark.parametrize(("kind", "options"), LOST, ids=[f"{kind.value} {options}" for kind, options in LOST])
def test_a_run_without_an_outcome_is_asked_for_once(
    client: MakeClient, make: Sandbox, kind: FaultKind, options: dict[str, Any]
) -> None:
    fault(make, kind, path="/run", times=9, **options)
    before = asked_to_run(make)
    counted = make.traffic.counts["make POST"]
    with pytest.raises(RunUnknown, match="looked up in its log"):
        client.run(WELCOME, GIVEN)
    assert make.traffic.counts["make POST"] == counted + 1
    assert asked_to_run(make) - before <= 1


@pytest.mark.parametrize("body", [{}, {"executionId": None}, {"executionId": "a/b"}, [], "later"])
def test_an_answer_without_an_execution_is_an_unknown_outcome(body: object) -> None:
    with scripted() as service, MakeClient(service.url, "token") as client:
        service.answers(Reply(body))
        with pytest.raises(RunUnknown):
            client.run(1, {})
        assert len(service.requests) == 1


def test_makes_forty_seconds_are_less_than_our_end(make: Sandbox) -> None:
    """Its own limit must come first, for then the answer says what it is."""
    from journeydesk.remote.make.client import RUN_SECONDS
    from journeydesk.sandbox.make.service import RESPONSIVE_S

    assert RUN_SECONDS > RESPONSIVE_S


def test_where_nobody_listens_nothing_was_run() -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        with (
            MakeClient(f"http://127.0.0.1:{taken.getsockname()[1]}", "token") as client,
            pytest.raises(MakeUnreachable, match="was not run"),
        ):
            client.run(1, {})


def test_a_host_that_takes_the_line_and_hangs_up_may_have_run_it() -> None:
    with socket.create_server(("127.0.0.1", 0)) as server:

        def hang_up() -> None:
            line, _ = server.accept()
            line.recv(10)
            line.close()

        threading.Thread(target=hang_up, daemon=True).start()
        with MakeClient(f"http://127.0.0.1:{server.getsockname()[1]}", "token") as client, pytest.raises(RunUnknown):
            client.run(1, {})


def test_a_token_goes_by_its_kind_and_into_no_sentence() -> None:
    kinds: dict[str, str] = {}
    for token in ("7d1b2c3d-0000-4000-8000-000000000000", "an-oauth-token"):
        with scripted() as service, MakeClient(service.url, token) as client:
            service.answers(Reply({"message": "no"}, 401))
            with pytest.raises(JourneydeskError) as said:
                client.me()
            assert token not in str(said.value)
            kinds[token[:2]] = service.requests[0].headers["Authorization"].partition(" ")[0]
    assert kinds == {"7d": "Token", "an": "Bearer"}


Call = Callable[[MakeClient], object]


@pytest.mark.parametrize("call", [lambda c: c.me(), lambda c: c.teams(), lambda c: c.log(1), lambda c: c.execution(1, "a")])
def test_every_reading_refuses_html(call: Call) -> None:
    service: ScriptedService
    with scripted() as service, MakeClient(service.url, "token") as client:
        service.answers(Reply("<html>Sign in to the network</html>", 200, content_type="text/html"))
        with pytest.raises(MakeTrouble, match="sign-in page"):
            call(client)
