"""What happens by itself, over a real database: once for each cause, on record, taken back as one step
(docs/rules.md, "Automations")."""

from datetime import date
from typing import Any

import pytest

from journeydesk.domain.errors import UserError
from journeydesk.services.commands.automation import take_back
from journeydesk.services.commands.prospects import edit, move
from journeydesk.services.commands.undoing import undo
from journeydesk.services.evaluation.evaluate import evaluate, evaluate_due
from journeydesk.services.queries.automation import dry_run, runs
from journeydesk.storage.engine import sql
from tests.integration.rules.conftest import Desk

QUIET: dict[str, Any] = {"alerts": {"on": []}}
TEAM = {"team": {"reps": ["Amaia", {"name": "Joonas", "active": False}, "Tomasz"]}}


def tasks(desk: Desk) -> list[str]:
    return [row[0] for row in desk.rows("SELECT kind FROM tasks WHERE NOT deleted ORDER BY lid")]


def test_accepting_a_prospect_makes_its_onboarding_list_once(desk: Desk) -> None:
    desk.settle(**QUIET)
    prospect = desk.prospect()
    move(desk.context, prospect, "Deal", "Beta Accepted")
    evaluate(desk.context)
    assert tasks(desk) == ["Onboarding"] * 5
    assert [(one.rule, one.words, one.changes) for one in runs(desk.context)] == [
        ("onboarding tasks", "Mbali Weaves was accepted", 5)
    ]
    assert runs(desk.context)[0].made[4] == "Task “Review after two weeks”"


def test_setting_the_status_to_accepted_does_so_too(desk: Desk) -> None:
    prospect = desk.prospect()
    edit(desk.context, prospect, {"status": "Accepted"})
    assert tasks(desk) == ["Onboarding"] * 5


def test_a_run_is_taken_back_as_one_step_and_does_not_come_again(desk: Desk) -> None:
    desk.settle(**QUIET)
    prospect = desk.prospect()
    move(desk.context, prospect, "Deal", "Beta Accepted")
    take_back(desk.context, runs(desk.context)[0].id)
    evaluate(desk.context)
    assert tasks(desk) == []
    assert runs(desk.context)[0].taken_back_at == desk.moment
    with pytest.raises(UserError, match="taken back already"):
        take_back(desk.context, runs(desk.context)[0].id)
    undo(desk.context)
    assert tasks(desk) == ["Onboarding"] * 5
    assert runs(desk.context)[0].taken_back_at is None
    take_back(desk.context, runs(desk.context)[0].id)
    assert tasks(desk) == []


def test_a_task_that_another_machine_made_is_not_made_again(desk: Desk) -> None:
    desk.settle(**QUIET)
    prospect = desk.prospect()
    move(desk.context, prospect, "Deal", "Beta Accepted")
    key = desk.rows("SELECT key FROM tasks ORDER BY lid LIMIT 1")[0][0]
    with desk.context.database.write() as connection:
        sql.run(connection, "DELETE FROM automation_run")
        sql.run(connection, "UPDATE tasks SET deleted = 1 WHERE key <> ?", (key,))
    evaluate(desk.context)
    assert desk.rows("SELECT count(*) FROM tasks") == [(5,)]


def test_what_was_accepted_long_ago_is_left_alone(desk: Desk) -> None:
    prospect = desk.prospect(applied_on=desk.ago(days=60))
    desk.event(prospect, "application_accepted", desk.ago(days=30))
    evaluate(desk.context)
    assert tasks(desk) == []


def test_an_automation_that_is_off_does_nothing(desk: Desk) -> None:
    desk.settle(automation={"on": []}, **QUIET)
    prospect = desk.prospect()
    move(desk.context, prospect, "Deal", "Beta Accepted")
    assert tasks(desk) == []


def test_no_response_makes_a_follow_up_even_where_the_alert_is_off(desk: Desk) -> None:
    desk.settle(**QUIET)
    prospect = desk.prospect(status="Reviewing")
    desk.add("interactions", prospect=prospect, type="Email", date=desk.ago(hours=1))
    evaluate(desk.context)
    desk.pass_time(days=7)
    evaluate_due(desk.context)
    assert tasks(desk) == ["Follow-up"]
    assert desk.alerts() == []


def test_high_scores_without_owner_go_to_who_has_the_fewest(desk: Desk) -> None:
    desk.settle(alerts={"on": ["auto-assigned"]}, **TEAM)
    desk.prospect(owner="Amaia", score=10)
    for score in (50, 45, 40):
        desk.prospect(company=f"Scored {score}", score=score)
    evaluate(desk.context)
    assert desk.rows("SELECT company, owner FROM prospects ORDER BY lid")[1:] == [
        ("Scored 50", "Tomasz"),
        ("Scored 45", "Amaia"),
        ("Scored 40", None),
    ]
    assert [alert[:2] for alert in desk.alerts()] == [("auto-assigned", "Pending")] * 2
    assert evaluate(desk.context) == 0


def test_an_owner_that_was_taken_back_is_not_given_again(desk: Desk) -> None:
    desk.settle(**QUIET, **TEAM)
    desk.prospect(score=50)
    evaluate(desk.context)
    take_back(desk.context, runs(desk.context)[0].id)
    evaluate(desk.context)
    assert desk.rows("SELECT owner FROM prospects") == [(None,)]


def test_a_checkout_grants_its_tier_and_a_later_change_by_hand_stays(desk: Desk) -> None:
    desk.settle(**QUIET)
    prospect = desk.prospect()
    desk.event(prospect, "checkout_completed", desk.ago(hours=1), payload='{"tier": "Explorer"}')
    evaluate(desk.context)
    assert desk.rows("SELECT tier FROM prospects") == [("Explorer",)]
    edit(desk.context, prospect, {"tier": "Accelerator"})
    evaluate(desk.context)
    assert desk.rows("SELECT tier FROM prospects") == [("Accelerator",)]


def test_a_dry_run_says_what_would_have_been_made_and_makes_nothing(desk: Desk) -> None:
    desk.settle(**QUIET)
    for days in (20, 30, 50):
        prospect = desk.prospect(applied_on=desk.ago(days=60))
        desk.event(prospect, "application_accepted", desk.ago(days=days))
    found = dry_run(desk.context, "onboarding tasks", date(2026, 4, 1), date(2026, 4, 30))
    assert (found.runs, found.tasks) == (2, 10)
    assert found.words == "would have made 10 tasks in April 2026"
    assert [line.words for line in found.lines] == ["Mbali Weaves was accepted"] * 2
    assert found.lines[0].made[0] == "Task “Welcome call: agree on goals and dates”"
    assert tasks(desk) == []
    assert runs(desk.context) == []


def test_a_dry_run_over_use_looks_back_as_far_as_it_is_asked(desk: Desk) -> None:
    prospect = desk.prospect(customer_status="CUSTOMER", status="Active", applied_on=desk.ago(days=200))
    for day, calls in enumerate([100] * 7 + [300] * 7 + [300] * 90):
        desk.add(
            "usage", prospect=prospect, date=date.fromordinal(date(2026, 1, 5).toordinal() + day).isoformat(), api_calls=calls
        )
    found = dry_run(desk.context, "check-in", date(2026, 1, 1), date(2026, 1, 31))
    assert found.words == "would have made 1 task in January 2026"
    assert dry_run(desk.context, "check-in", date(2026, 3, 1), date(2026, 3, 31)).tasks == 0


def test_a_dry_run_of_nothing_known_says_what_there_is(desk: Desk) -> None:
    with pytest.raises(UserError, match="onboarding tasks"):
        dry_run(desk.context, "sorcery", date(2026, 4, 1), date(2026, 4, 30))
