"""Automations on several machines: once for a cause, what a person decided stays, what was taken back stays away
(docs/rules.md, "Automations")."""

from typing import Any

import pytest

from journeydesk.domain.catalogue import PROSPECTS
from journeydesk.domain.ids import RecordId
from journeydesk.services.commands.automation import take_back
from journeydesk.services.commands.events import take_events
from journeydesk.services.commands.many import assign
from journeydesk.services.commands.prospects import create_prospect, edit
from journeydesk.services.commands.undoing import undo
from journeydesk.services.evaluation.evaluate import evaluate, evaluate_due
from journeydesk.services.queries.automation import dry_run, runs
from journeydesk.storage.records import records
from tests.integration.journeys.test_edits_of_stages import take_only
from tests.integration.rules.conftest import Desk
from tests.integration.rules.test_two_machines import TASKS, Team, team

__all__ = ["team"]
REPS = {"team": {"reps": [{"name": "Joonas Leppänen"}, {"name": "Priya Raghunath"}]}}


def accept(team: Team, desk: Desk, prospect: RecordId) -> None:
    key = desk.rows("SELECT key FROM prospects WHERE lid = ?", prospect)[0][0]
    take_events(desk.context, [{"customer_id": key, "event": "application_accepted", "timestamp": desk.ago()}])


def test_a_run_taken_back_is_not_made_by_a_later_machine(team: Team) -> None:
    prospect = create_prospect(team.one.context, {"company": "Mbali Weaves"})
    accept(team, team.one, prospect)
    take_back(team.one.context, runs(team.one.context)[0].id)
    team.meet()
    assert team.same(TASKS) == []
    assert team.two.rows("SELECT count(*) FROM automation_run") == [(0,)]


def test_undoing_the_taking_back_brings_the_tasks_again(desk: Desk) -> None:
    prospect = create_prospect(desk.context, {"company": "Mbali Weaves"})
    edit(desk.context, prospect, {"status": "Accepted"})
    take_back(desk.context, runs(desk.context)[0].id)
    undo(desk.context)
    assert desk.rows("SELECT count(*) FROM tasks WHERE deleted = 0") == [(5,)]
    assert desk.rows("SELECT count(*) FROM settings WHERE deleted = 0") == [(0,)]


def test_a_deleted_task_does_not_come_back_from_elsewhere(team: Team) -> None:
    prospect = create_prospect(team.one.context, {"company": "Mbali Weaves"})
    accept(team, team.one, prospect)
    with team.one.context.database.write() as connection:
        first = RecordId(team.one.rows("SELECT min(lid) FROM tasks")[0][0])
        records.set_deleted(connection, "tasks", first, True, team.one.context.author())
    team.meet()
    assert len(team.same(TASKS)) == 4


def test_a_tier_chosen_after_the_checkout_stays(team: Team) -> None:
    prospect = create_prospect(team.one.context, {"company": "Mbali Weaves", "tier": "Explorer"})
    team.meet()
    key = team.one.rows("SELECT key FROM prospects")[0][0]
    take_events(team.one.context, [{"customer_id": key, "event": "checkout_completed", "timestamp": team.one.ago()}])
    assert team.one.rows("SELECT tier FROM prospects") == [("Accelerator",)]
    team.pass_time(minutes=5)
    edit(team.one.context, prospect, {"tier": None})
    team.meet()
    assert team.same("SELECT tier FROM prospects") == [(None,)]


def test_who_took_the_owner_away_again_is_not_overruled(desk: Desk) -> None:
    desk.settle(**REPS)
    prospect = desk.prospect(industry="News", priority_level="Critical", volume_estimate="100k+", technical_capability="API")
    desk.add("interactions", prospect=prospect, type="Call", date=desk.ago(hours=20), outcome="Reached")
    evaluate(desk.context, [prospect])
    assert desk.rows("SELECT score, owner FROM prospects") == [(45, "Joonas Leppänen")]
    desk.pass_time(minutes=1)
    assign(desk.context, [prospect], None)
    evaluate(desk.context, [prospect])
    assert desk.rows("SELECT owner FROM prospects") == [(None,)]


def test_equal_loads_are_given_by_name_and_each_gift_counts(desk: Desk) -> None:
    desk.settle(**REPS)
    best: dict[str, Any] = {
        "industry": "News",
        "priority_level": "Critical",
        "volume_estimate": "100k+",
        "technical_capability": "API",
        "use_case": "x" * 280,
    }
    for _ in range(4):
        desk.prospect(**best)
    evaluate(desk.context)
    owners = [row[0] for row in desk.rows("SELECT owner FROM prospects ORDER BY lid")]
    assert owners == ["Joonas Leppänen", "Priya Raghunath", "Joonas Leppänen", "Priya Raghunath"]


def _month(desk: Desk) -> None:
    """A month of a small team: calls without an answer, acceptances, a checkout, use that doubles, high scores."""
    silent = create_prospect(desk.context, {"company": "Silent", "status": "Reviewing"})
    desk.add("interactions", prospect=silent, type="Call", date=desk.ago(), outcome="No answer")
    quick = create_prospect(desk.context, {"company": "Quick", "status": "Reviewing"})
    desk.add("interactions", prospect=quick, type="Call", date=desk.ago(), outcome="No answer")
    user = create_prospect(desk.context, {"company": "User", "status": "Active"})
    for day in range(28):
        today = desk.context.today().isoformat()
        desk.add("usage", prospect=user, date=today, api_calls=100 if day < 14 else 260, error_rate=0.0)
        if day == 3:
            key = desk.rows("SELECT key FROM prospects WHERE lid = ?", quick)[0][0]
            for kind in ("application_accepted", "checkout_completed"):
                take_events(desk.context, [{"customer_id": key, "event": kind, "timestamp": desk.ago()}])
        if day == 5:
            keys = desk.rows("SELECT key FROM prospects WHERE lid = ?", silent)[0][0]
            move = {"journey": "Engagement"}
            event = {"customer_id": keys, "event": "stage_set", "stage": "5", "metadata": move, "timestamp": desk.ago()}
            take_events(desk.context, [event])
        desk.pass_time(days=1)
        evaluate_due(desk.context)
        evaluate(desk.context)


@pytest.mark.parametrize("rule", ["onboarding tasks", "check-in", "follow-up", "tier", "planning review"])
def test_a_dry_run_of_a_month_makes_what_the_real_run_made(new_desk: Any, rule: str) -> None:
    real, rehearsed = new_desk(), new_desk()
    real.settle(automation={"on": [rule]})
    rehearsed.settle(automation={"on": []})
    first = real.context.today()
    for desk in (real, rehearsed):
        _month(desk)
    made = runs(real.context)
    found = dry_run(rehearsed.context, rule, first, rehearsed.context.today())
    assert found.runs == len(made) > 0
    assert found.tasks == real.rows("SELECT count(*) FROM tasks")[0][0]
    assert sorted(line.words for line in found.lines) == sorted(line.words for line in made)


def test_a_dry_run_gives_owners_as_the_real_run_does(new_desk: Any) -> None:
    real, rehearsed = new_desk(), new_desk()
    real.settle(**REPS)
    rehearsed.settle(**REPS, automation={"on": []})
    best = {"industry": "News", "priority_level": "Critical", "volume_estimate": "100k+", "technical_capability": "API"}
    for desk in (real, rehearsed):
        for _ in range(3):
            desk.prospect(**best, use_case="x" * 280)
        desk.pass_time(minutes=5)
        evaluate(desk.context)
    today = real.context.today()
    found = dry_run(rehearsed.context, "owner", today.replace(day=1), today)
    assert sorted(line.words for line in found.lines) == sorted(
        line.words for line in runs(real.context) if line.rule == "owner"
    )


def test_two_owners_given_by_two_machines_ask_nobody(team: Team) -> None:
    for desk in (team.one, team.two):
        desk.settle(**REPS)
    # Each knows of a load that the other does not.
    create_prospect(team.two.context, {"company": "Brumalta", "owner": "Joonas Leppänen"})
    table = next(one for one in team.base.schema() if one.name == PROSPECTS.name)
    ids = {field.name: field.id for field in table.fields}
    answers = {"Industry": "News", "Priority Level": "Critical", "Volume Estimate": "100k+", "Technical Capability": "API"}
    row = {"Application ID": "BETA-X", "Company": "Acme", "Status": "New", "Applied On": team.one.ago(), "Use Case": "x" * 300}
    team.base.upsert(table.id, ids["Application ID"], [{ids[name]: value for name, value in (row | answers).items()}])
    owner = "SELECT owner FROM prospects WHERE key = 'BETA-X'"
    for desk in (team.one, team.two):
        take_only(team, desk)
    assert (team.one.rows(owner), team.two.rows(owner)) == ([("Joonas Leppänen",)], [("Priya Raghunath",)])
    team.meet()
    assert team.same(owner) == [("Joonas Leppänen",)]
    assert team.conflicts() == 0
