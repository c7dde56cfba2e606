"""Every rule fires, does not nearly fire, fires once, clears, survives what comes late, clocks that change and every time zone."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from journeydesk.domain.alerts.alert import AlertDraft
from journeydesk.domain.rules.registry import BY_NAME, RULE_NAMES
from journeydesk.domain.time import moment_of, moment_text
from tests.unit.domain.rules.building import NOW, SETTINGS, raised, settings, verdict
from tests.unit.domain.rules.scenarios import SCENARIOS, TROUBLE_OF_THE_TEAM, Facts, Scenario, World

ALL = (*SCENARIOS, TROUBLE_OF_THE_TEAM)
every = pytest.mark.parametrize("one", ALL, ids=lambda one: one.rule)
ZONES = ("UTC", "Europe/Berlin", "America/St_Johns", "Asia/Kathmandu", "Pacific/Kiritimati", "Pacific/Pago_Pago")
CLOCKS = (
    # Berlin's clocks change in these nights, New York's in the last.
    datetime(2026, 3, 29, 9, tzinfo=UTC),
    datetime(2026, 3, 30, 0, 30, tzinfo=UTC),
    datetime(2026, 10, 25, 9, tzinfo=UTC),
    datetime(2026, 10, 26, 0, 30, tzinfo=UTC),
    datetime(2026, 11, 2, 9, tzinfo=UTC),
)


def world(now: datetime = NOW, zone: str = "Europe/Berlin") -> World:
    return World(now, replace(SETTINGS, time_zone=ZoneInfo(zone)))


def asked(one: Scenario, facts: Facts, there: World, **later: float) -> list[AlertDraft]:
    return raised(one.rule, facts, moment_text(there.now + timedelta(**later)), there.rules)


def test_there_is_a_scenario_for_every_rule() -> None:
    assert {one.rule for one in SCENARIOS} == RULE_NAMES


@every
def test_it_fires_with_the_priority_that_it_promises(one: Scenario) -> None:
    here = world()
    found = asked(one, one.fires(here), here)
    assert [alert.rule for alert in found] == [one.rule]
    assert found[0].priority == BY_NAME[one.rule].priority
    assert found[0].headline
    assert found[0].reason
    assert moment_of(found[0].raised_at) <= here.now or one.rule == "auto-assigned"


@every
def test_it_does_not_fire_where_one_thing_is_short_of_it(one: Scenario) -> None:
    here = world()
    assert asked(one, one.nearly(here), here) == []


@every
def test_it_fires_once_however_often_it_is_asked(one: Scenario) -> None:
    here = world()
    facts = one.fires(here)
    ids = {alert.id for hours in (0, 1, 3, 5) for alert in asked(one, facts, here, hours=hours)}
    assert len(ids) == 1


@every
def test_it_clears_when_its_cause_goes(one: Scenario) -> None:
    here = world()
    assert asked(one, one.clears(here), here) == []


@every
def test_late_news_that_is_no_answer_leaves_the_alert(one: Scenario) -> None:
    here = world()
    assert [alert.id for alert in asked(one, one.late(here), here)] == [alert.id for alert in asked(one, one.fires(here), here)]


@every
@pytest.mark.parametrize("now", CLOCKS, ids=lambda now: f"{now:%d %b %H:%M}")
@pytest.mark.parametrize("zone", ["Europe/Berlin", "America/New_York"])
def test_it_holds_when_clocks_change(one: Scenario, now: datetime, zone: str) -> None:
    here = world(now, zone)
    assert len(asked(one, one.fires(here), here)) == 1
    assert asked(one, one.nearly(here), here) == []
    assert asked(one, one.clears(here), here) == []


@every
@pytest.mark.parametrize("zone", ZONES)
def test_it_holds_and_is_raised_by_local_time_in_every_zone(one: Scenario, zone: str) -> None:
    here = world(zone=zone)
    found = asked(one, one.fires(here), here)
    assert len(found) == 1
    assert moment_of(found[0].raised_at) <= here.now
    assert asked(one, one.nearly(here), here) == []
    assert asked(one, one.clears(here), here) == []


@every
def test_a_rule_that_waits_says_when_to_look_again_and_fires_then(one: Scenario) -> None:
    here = world()
    facts: Any = one.fires(here)
    found = asked(one, facts, here)[0]
    before = moment_text(moment_of(found.raised_at) - timedelta(milliseconds=1))
    earlier = verdict(one.rule, facts, before, here.rules)
    if earlier.alerts == ():
        assert earlier.recheck_at == found.raised_at


@every
def test_its_alert_runs_out_after_a_week_or_as_the_team_sets_it(one: Scenario) -> None:
    here = world()
    for days in (7, 3):
        rules = settings(alerts={"expire_after_days": days})
        found = raised(one.rule, one.fires(here), moment_text(here.now), rules)[0]
        assert moment_of(found.expires_at) - moment_of(found.raised_at) == timedelta(days=days)
