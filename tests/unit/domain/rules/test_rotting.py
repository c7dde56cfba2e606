"""Rotting: the clock of a stage in working days, paused by a next step (docs/rules.md, "Rotting")."""

import copy
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from journeydesk.domain.journeys.fold import fold
from journeydesk.domain.journeys.rotting import rots_on
from journeydesk.domain.rules.facts import ProspectFacts
from journeydesk.domain.rules.rotting import ROTTING
from journeydesk.domain.settings import TeamSettings
from journeydesk.domain.time import moment_text
from journeydesk.domain.working_days import WorkingDays
from tests.unit.domain.rules.building import DEFAULTS, SETTINGS, call, prospect, raised, settings, verdict
from tests.unit.domain.test_fold import event

DAYS = WorkingDays()
MONDAY = date(2026, 5, 4)
ENTERED = datetime(2026, 5, 4, 10, tzinfo=UTC)
"""A Monday; New Application of the journey Deal may rest for 7 working days, until Wednesday the 13th."""
ROTS = "2026-05-12T22:00:00.000Z"


def waiting(rules: TeamSettings = SETTINGS, **facts: Any) -> ProspectFacts:
    made = event(1, "stage_set", stage="New Application", at=ENTERED, journey="Deal")
    return replace(prospect(), standing=fold(rules, [made]), **facts)


def test_a_week_and_two_days_of_working_days_are_seven() -> None:
    assert rots_on(DAYS, MONDAY, 7) == date(2026, 5, 13)


def test_a_holiday_and_a_weekend_do_not_count() -> None:
    assert rots_on(WorkingDays(holidays=frozenset({date(2026, 5, 13)})), MONDAY, 7) == date(2026, 5, 14)
    assert rots_on(WorkingDays(weekend=frozenset()), MONDAY, 7) == date(2026, 5, 11)


def test_it_fires_and_is_rechecked_when_the_teams_day_begins() -> None:
    before, at = "2026-05-12T21:59:59.999Z", ROTS
    assert verdict(ROTTING, waiting(), before).recheck_at == at
    assert raised(ROTTING, waiting(), before) == []
    found = raised(ROTTING, waiting(), at)
    assert [(one.headline, one.priority, one.raised_at) for one in found] == [
        ("Acme has rested in New Application for 7 working days", "Normal", ROTS)
    ]


def test_it_fires_once_for_a_prospect_and_a_stage() -> None:
    again = waiting(touches=(call("2026-05-14T08:00:00.000Z"),))
    assert raised(ROTTING, again, "2026-06-20T00:00:00.000Z")[0].id == raised(ROTTING, waiting(), ROTS)[0].id


@pytest.mark.parametrize(
    "facts",
    [
        {"touches": (call("2026-05-12T08:00:00.000Z"),)},
        {"follow_up": date(2026, 5, 20)},
        {"planned_until": "2026-05-20T07:00:00.000Z"},
        {"status": "Rejected"},
        {"customer_status": "LEAD_EXHAUSTED"},
    ],
)
def test_a_touch_a_next_step_or_an_end_clears_it(facts: dict[str, Any]) -> None:
    assert raised(ROTTING, waiting(), "2026-05-14T08:00:00.000Z")
    assert raised(ROTTING, waiting(**facts), "2026-05-14T08:00:00.000Z") == []


def test_the_clock_goes_on_from_the_day_of_the_next_step() -> None:
    paused = waiting(follow_up=date(2026, 5, 20))
    assert verdict(ROTTING, paused, "2026-05-14T08:00:00.000Z").recheck_at == "2026-05-28T22:00:00.000Z"
    assert raised(ROTTING, paused, "2026-05-28T22:00:00.000Z")


def test_a_late_move_to_another_stage_is_another_cause() -> None:
    log = [
        event(1, "stage_set", stage="New Application", at=ENTERED, journey="Deal"),
        event(2, "stage_set", stage="Technical Review", at=ENTERED + timedelta(hours=1), journey="Deal"),
    ]
    moved = replace(prospect(), standing=fold(SETTINGS, log))
    assert raised(ROTTING, moved, ROTS) == []
    assert raised(ROTTING, moved, "2026-06-20T00:00:00.000Z")[0].id != raised(ROTTING, waiting(), ROTS)[0].id


def test_an_end_and_a_stage_without_a_limit_never_rot() -> None:
    for journey, stage in (("Deal", "Closed Won"), ("Lifecycle", "Purchase")):
        log = [event(1, "stage_set", stage=stage, at=ENTERED, journey=journey)]
        facts = replace(prospect(), standing=fold(SETTINGS, log))
        found = verdict(ROTTING, facts, "2027-01-01T00:00:00.000Z")
        assert (found.alerts, found.recheck_at) == ((), None)


@pytest.mark.parametrize(
    ("zone", "begins"),
    [
        # It is the fifth there when the fourth begins at Greenwich: one day later, and midnight ten hours before.
        ("Pacific/Kiritimati", "2026-05-13T10:00:00.000Z"),
        ("America/New_York", "2026-05-13T04:00:00.000Z"),
        ("UTC", "2026-05-13T00:00:00.000Z"),
    ],
)
def test_days_are_the_teams(zone: str, begins: str) -> None:
    rules = replace(SETTINGS, time_zone=ZoneInfo(zone))
    assert verdict(ROTTING, waiting(), "2026-05-05T00:00:00.000Z", rules).recheck_at == begins


def test_a_change_of_clocks_moves_the_hour_and_not_the_day() -> None:
    entered = datetime(2026, 3, 24, 10, tzinfo=UTC)
    log = [event(1, "stage_set", stage="New Application", at=entered, journey="Deal")]
    facts = replace(prospect(), standing=fold(SETTINGS, log))
    due = verdict(ROTTING, facts, moment_text(entered)).recheck_at
    assert due == moment_text(datetime(2026, 4, 2, tzinfo=ZoneInfo("Europe/Berlin")))


def test_renaming_a_stage_is_no_new_cause() -> None:
    journeys = copy.deepcopy(DEFAULTS["journey"])
    journeys[1]["stage"][0] |= {"name": "Inbox", "formerly": ["New Application"]}
    rules = settings(
        journey=journeys,
        moves={"application_received": {"Deal": "Inbox", "Lifecycle": "Awareness"}},
    )
    assert raised(ROTTING, waiting(rules), ROTS, rules)[0].id == raised(ROTTING, waiting(), ROTS)[0].id
