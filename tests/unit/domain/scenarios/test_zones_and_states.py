"""Zones as people write them; a scenario's state out of Make's marks."""

import pytest

from journeydesk.domain.errors import UserError
from journeydesk.domain.scenarios.states import Scenario, ScenarioState, state_of
from journeydesk.domain.scenarios.zones import zone_host, zone_name


@pytest.mark.parametrize(
    ("typed", "host"),
    [
        ("eu1", "eu1.make.com"),
        (" EU2 ", "eu2.make.com"),
        ("us1.make.com", "us1.make.com"),
        ("https://eu1.make.com/4021/scenarios/30311", "eu1.make.com"),
        ("https://us1.make.celonis.com", "us1.make.celonis.com"),
    ],
)
def test_a_zone_is_taken_as_people_write_it(typed: str, host: str) -> None:
    assert zone_host(typed) == host


@pytest.mark.parametrize(
    "typed",
    [
        "",
        "make.com",
        "www.make.com",
        "https://eu1.make.com.evil.example/",
        "eu1.make.com@evil.example",
        "evil.example/eu1.make.com",
    ],
)
def test_a_token_goes_to_no_other_host(typed: str) -> None:
    with pytest.raises(UserError, match="no zone of Make"):
        zone_host(typed)


def test_a_zone_is_called_by_its_short_name() -> None:
    assert (zone_name("eu1.make.com"), zone_name("us1.make.celonis.com")) == ("eu1", "us1.make.celonis.com")


@pytest.mark.parametrize(
    ("marks", "state"),
    [
        ((True, False, False, "on-demand"), ScenarioState.ON_DEMAND),
        ((True, False, False, "weekly"), ScenarioState.ACTIVE),
        ((True, False, False, "immediately"), ScenarioState.BY_WEBHOOK),
        ((False, False, False, "daily"), ScenarioState.OFF),
        ((True, True, False, "daily"), ScenarioState.PAUSED),
        ((False, True, True, "daily"), ScenarioState.STOPPED),
    ],
)
def test_the_state_says_what_is_to_be_mended_first(marks: tuple[bool, bool, bool, str], state: ScenarioState) -> None:
    assert state_of(*marks) is state


def test_one_that_cannot_be_run_says_why() -> None:
    for state in ScenarioState:
        scenario = Scenario(1, "Welcome pack", state)
        assert scenario.runs == (scenario.why_not == "")
