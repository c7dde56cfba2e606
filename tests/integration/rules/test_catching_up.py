"""After a long sleep: one digest per rule, whatever the number of its causes (docs/rules.md, "Digests")."""

from collections.abc import Callable

import pytest

from journeydesk.domain.ids import RecordId
from journeydesk.services.commands.prospects import log_interaction
from journeydesk.services.commands.undoing import undo
from journeydesk.services.evaluation.evaluate import evaluate, evaluate_due
from journeydesk.services.queries.alerts import alert_detail, alerts
from tests.integration.rules.conftest import Desk, only

RULE = "unanswered application"


def asleep(desk: Desk, count: int) -> list[RecordId]:
    """So many applications came, and nobody looked for four days."""
    desk.settle(**only(RULE))
    made = [desk.prospect(company=f"Company {n}", applied_on=desk.ago(hours=n)) for n in range(count)]
    evaluate(desk.context)
    desk.pass_time(days=4)
    return made


def test_many_causes_of_a_sleep_become_one_digest(desk: Desk) -> None:
    asleep(desk, 30)
    assert evaluate_due(desk.context) == 1
    found = alerts(desk.context, "Pending")
    assert [(alert.company, alert.rule, alert.prospect) for alert in found] == [("Whole team", RULE, None)]
    detail = alert_detail(desk.context, found[0].id)
    assert detail is not None
    assert detail.headline == "30 prospects: unanswered application, while nobody was looking"
    assert len(detail.evidence) == 21
    assert detail.evidence[0].text == "and 10 before these"


def test_a_few_are_raised_one_by_one(desk: Desk) -> None:
    asleep(desk, 3)
    assert evaluate_due(desk.context) == 3


def test_an_awake_machine_raises_each(desk: Desk) -> None:
    asleep(desk, 5)
    desk.pass_time(days=-2, hours=6)
    assert evaluate_due(desk.context) == 5


def test_a_digest_is_made_once(desk: Desk) -> None:
    asleep(desk, 5)
    assert [evaluate_due(desk.context), evaluate(desk.context), evaluate_due(desk.context)] == [1, 0, 0]


def test_a_digest_clears_itself_when_the_last_of_its_causes_is_gone(desk: Desk) -> None:
    made = asleep(desk, 4)
    evaluate_due(desk.context)
    for prospect in made[:3]:
        log_interaction(desk.context, prospect, "Call", "Said hello")
    assert desk.alerts() == [(RULE, "Pending", None)]
    log_interaction(desk.context, made[3], "Call", "Said hello")
    assert desk.alerts() == [(RULE, "Expired", "cleared: all of its causes are gone")]


def test_what_an_awake_machine_raised_is_not_raised_again(desk: Desk) -> None:
    made = asleep(desk, 5)
    desk.pass_time(days=-2, hours=6)
    evaluate_due(desk.context)
    desk.pass_time(days=2)
    assert evaluate(desk.context, made) == 0


def test_the_digest_of_another_machine_speaks_for_the_same_causes(new_desk: Callable[[], Desk]) -> None:
    one, two = new_desk(), new_desk()
    asleep(one, 5)
    asleep(two, 5)
    evaluate_due(one.context)
    key, raised, expires = one.rows("SELECT key, raised_at, expires_at FROM alerts")[0]
    two.add("alerts", key=key, rule=RULE, status="Pending", raised_at=raised, expires_at=expires)
    assert evaluate_due(two.context) == 0


def test_two_machines_that_slept_make_the_same_digest(new_desk: Callable[[], Desk]) -> None:
    keys = set()
    for _ in range(2):
        desk = new_desk()
        asleep(desk, 5)
        evaluate_due(desk.context)
        keys.add(desk.rows("SELECT key FROM alerts")[0][0])
    assert len(keys) == 1


def test_a_cause_that_is_back_after_its_digest_is_raised(desk: Desk) -> None:
    made = asleep(desk, 4)
    evaluate_due(desk.context)
    for prospect in made:
        log_interaction(desk.context, prospect, "Call", "Said hello")
    undo(desk.context)
    assert [status for _, status, _ in desk.alerts()] == ["Expired", "Pending"]


def test_what_came_due_so_long_ago_that_it_would_have_run_out_is_left(desk: Desk) -> None:
    asleep(desk, 5)
    desk.pass_time(days=30)
    assert evaluate_due(desk.context) == 0
    assert desk.alerts() == []


@pytest.mark.parametrize("sleep", [5, 6])
def test_the_days_that_were_slept_through_are_judged_once(desk: Desk, sleep: int) -> None:
    desk.settle(**only("daily: applications"))
    desk.prospect(applied_on=desk.ago(days=30))
    evaluate_due(desk.context)
    desk.pass_time(days=sleep)
    assert evaluate_due(desk.context) == 1
    assert [status for _, status, _ in desk.alerts()].count("Pending") == 1
