"""Who rests in a stage for too long: one alert a stage, a next step pauses it, and many are one line
(docs/rules.md, "Rotting")."""

from datetime import timedelta
from typing import Any

import pytest

from journeydesk.domain.ids import RecordId
from journeydesk.services.commands.many import set_follow_up
from journeydesk.services.commands.prospects import create_prospect, log_interaction, move
from journeydesk.services.commands.tasks import add_task, finish_task, postpone_task
from journeydesk.services.commands.undoing import undo
from journeydesk.services.evaluation.evaluate import evaluate_due
from tests.integration.rules.conftest import Desk, only
from tests.integration.rules.test_two_machines import ALERTS, Team, team

__all__ = ["team"]


@pytest.fixture
def resting(desk: Desk) -> RecordId:
    """A prospect that nobody touched for eleven days in a stage of seven working days."""
    desk.settle(**only("rotting"), automation={"on": []})
    prospect = create_prospect(desk.context, {"company": "Mbali Weaves"})
    desk.pass_time(days=11)
    evaluate_due(desk.context)
    return prospect


def states(desk: Desk) -> list[str]:
    return [status for _, status, _ in desk.alerts()]


def test_it_is_raised_once(desk: Desk, resting: RecordId) -> None:
    desk.pass_time(days=1)
    evaluate_due(desk.context)
    assert desk.alerts() == [("rotting", "Pending", None)]


@pytest.mark.parametrize("step", ["task", "follow-up", "touch"])
def test_a_next_step_or_a_touch_clears_it_and_undo_brings_it_back(desk: Desk, resting: RecordId, step: str) -> None:
    if step == "task":
        add_task(desk.context, resting, "Call", "3d")
    elif step == "follow-up":
        set_follow_up(desk.context, [resting], desk.context.today() + timedelta(days=3))
    else:
        log_interaction(desk.context, resting, "Call", "Spoke to them", outcome="Reached")
    assert states(desk) == ["Expired"]
    undo(desk.context)
    assert states(desk) == ["Pending"]


def test_the_clock_goes_on_after_the_task_until_postponed(desk: Desk, resting: RecordId) -> None:
    task = add_task(desk.context, resting, "Call", "1d")
    desk.pass_time(days=3)
    evaluate_due(desk.context)
    assert states(desk) == ["Expired"]
    postpone_task(desk.context, task, "2d")
    finish_task(desk.context, task)
    assert states(desk) == ["Pending"]


def test_another_stage_is_another_alert(desk: Desk, resting: RecordId) -> None:
    move(desk.context, resting, "Deal", "Qualified Lead")
    assert states(desk) == ["Expired"]
    desk.pass_time(days=25)
    evaluate_due(desk.context)
    assert states(desk) == ["Expired", "Pending"]


def test_many_on_one_morning_are_one_line_however_punctual(desk: Desk) -> None:
    desk.settle(**only("rotting"), automation={"on": []})
    for number in range(6):
        create_prospect(desk.context, {"company": f"Acme {number}"})
    for _ in range(12):
        desk.pass_time(days=1)
        evaluate_due(desk.context)
    assert desk.rows("SELECT headline, status, prospect FROM alerts") == [("6 prospects: rotting", "Pending", None)]


def test_two_machines_raise_one(team: Team) -> None:
    settings: dict[str, Any] = {**only("rotting"), "automation": {"on": []}}
    for desk in (team.one, team.two):
        desk.settle(**settings)
    create_prospect(team.one.context, {"company": "Mbali Weaves"})
    team.meet()
    team.pass_time(days=11)
    for desk in (team.one, team.two):
        evaluate_due(desk.context)
    team.meet()
    assert [row[1:] for row in team.same(ALERTS)] == [("rotting", "Pending")]
    assert team.conflicts() == 0


def test_planning_for_very_many_asks_the_rules_later(desk: Desk) -> None:
    desk.settle(**only("rotting"), automation={"on": []})
    many = [create_prospect(desk.context, {"company": f"Acme {number}"}) for number in range(60)]
    desk.pass_time(days=11)
    evaluate_due(desk.context)
    assert states(desk) == ["Pending"]
    set_follow_up(desk.context, many, desk.context.today() + timedelta(days=3))
    assert states(desk) == ["Pending"]
    evaluate_due(desk.context)
    assert states(desk) == ["Expired"]
