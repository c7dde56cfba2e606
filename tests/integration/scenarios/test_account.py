"""Setting Make up: zone, token and team; nothing is kept unless all is well, and what goes is gone."""

from dataclasses import replace

import pytest

from journeydesk.config import Connections
from journeydesk.domain.errors import UserError
from journeydesk.sandbox.make.team import SALES, WEBSITE
from journeydesk.sandbox.server import Sandbox
from journeydesk.services.queries.integrations import service_states
from journeydesk.services.scenarios.account import MAKE, TeamWanted, connect_make, forget_make, make_account
from journeydesk.services.scenarios.listing import kept_scenarios, look_closer, read_scenarios
from journeydesk.services.sync.checking import check_service
from journeydesk.services.sync.working_offline import WorkingOffline, work_offline
from journeydesk.services.workspace.doctor import service_checks
from journeydesk.sync.ports import TokenRefused
from tests.fakes.open_keyring import OpenKeyring
from tests.integration.office import Office


def card(office: Office) -> tuple[str, str]:
    state = next(each for each in service_states(office.context) if each.name == MAKE)
    return state.state, state.subtitle


def test_several_teams_are_asked_between(office: Office, make: Sandbox, known: Connections, ring: OpenKeyring) -> None:
    with pytest.raises(TeamWanted, match="2 teams") as wanted:
        connect_make(office.context, known, "eu1", make.make_token)
    assert [team.name for team in wanted.value.teams] == ["Sales", "Website"]
    assert make_account(office.context) is None
    assert ring.secrets == {}


def test_an_account_is_kept_with_its_token_in_the_keyring(
    office: Office, make: Sandbox, known: Connections, ring: OpenKeyring
) -> None:
    account = connect_make(office.context, known, "eu1", f" {make.make_token}\n", WEBSITE)
    assert (account.team, account.team_name, account.user) == (WEBSITE, "Website", make.make.store.user)
    assert make.make_token in next(iter(ring.secrets.values()))
    assert not office.rows("SELECT value FROM meta WHERE value LIKE ?", f"%{make.make_token}%")
    assert card(office)[0] == "Working"


@pytest.mark.parametrize(
    ("zone", "token", "said"),
    [("", "abc", "no zone of Make"), ("eu1", "", "no token of Make"), ("eu1", "schlüssel", "no token of Make")],
)
def test_what_is_no_zone_and_no_token_is_said(
    office: Office, make: Sandbox, ring: OpenKeyring, known: Connections, zone: str, token: str, said: str
) -> None:
    nowhere = replace(known, make_url=None) if not zone else known
    with pytest.raises(UserError, match=said):
        connect_make(office.context, nowhere, zone, token)
    assert ring.secrets == {}


def test_another_zone_is_named_where_the_organisation_is_there(office: Office, make: Sandbox, known: Connections) -> None:
    make.make.store.zone = "us1.make.com"
    with pytest.raises(UserError, match="zone us1"):
        connect_make(office.context, known, "eu1", make.make_token)


def test_a_team_that_the_token_does_not_see_is_refused(office: Office, make: Sandbox, known: Connections) -> None:
    with pytest.raises(UserError, match="does not see the team 7"):
        connect_make(office.context, known, "eu1", make.make_token, 7)


def test_it_is_forgotten_with_its_token(connected: Office, ring: OpenKeyring) -> None:
    read = card(connected)
    assert forget_make(connected.context)
    assert (read[0], card(connected)[0]) == ("Working", "Off")
    assert ring.secrets == {}
    assert not forget_make(connected.context)


def test_the_scenarios_are_kept_for_when_there_is_no_network(connected: Office, make: Sandbox, known: Connections) -> None:
    read = read_scenarios(connected.context, known)
    assert [each.name for each in read.scenarios][:2] == ["Content for a customer’s page", "Welcome pack for a new customer"]
    work_offline(connected.context, True)
    with pytest.raises(WorkingOffline):
        read_scenarios(connected.context, known)
    assert kept_scenarios(connected.context) == read


def test_one_looked_at_closer_says_what_it_takes_and_its_last_runs(connected: Office, known: Connections) -> None:
    closer = look_closer(connected.context, known, 30_320)
    assert closer.inputs == ()
    assert len(closer.runs) == 5
    assert sorted(closer.runs, key=lambda line: line.at, reverse=True) == list(closer.runs)


def test_the_check_counts_scenarios_and_names_those_that_make_stopped(connected: Office, known: Connections) -> None:
    assert check_service(connected.context, known, MAKE)
    state = next(each for each in service_states(connected.context) if each.name == MAKE)
    assert state.checks[0][2] == "7 scenarios answer; stopped by an error: Reminder of unpaid invoices"
    assert "1 stopped by an error" in state.subtitle


def test_a_revoked_token_turns_the_card_red_and_no_other(connected: Office, make: Sandbox, known: Connections) -> None:
    others = {each.name: each.state for each in service_states(connected.context) if each.name != MAKE}
    secret = make.make.store.new_token()
    connect_make(connected.context, known, "eu1", secret, SALES)
    del make.make.store.tokens[secret]
    with pytest.raises(TokenRefused):
        read_scenarios(connected.context, known)
    assert not check_service(connected.context, known, MAKE)
    assert card(connected)[0] == "Not working"
    assert {each.name: each.state for each in service_states(connected.context) if each.name != MAKE} == others


def test_the_doctor_looks_at_it_where_it_is_set_up(office: Office, make: Sandbox, known: Connections) -> None:
    assert "make.com" not in dict(service_checks(office.context, known))
    connect_make(office.context, known, "eu1", make.make_token, SALES)
    check = dict(service_checks(office.context, known))["make.com"]()
    assert (check.ok, check.found[:18]) == (True, "7 scenarios answer")
