"""What holds for every command: it can be undone to the equal database and redone, says what it did, and whom it touches."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta

import pytest

from journeydesk.domain.catalogue import TASKS
from journeydesk.domain.due import Due
from journeydesk.domain.ids import RecordId
from journeydesk.domain.next_step import NoStep, Step
from journeydesk.services.commands import agenda as lines
from journeydesk.services.commands import alerts as triage
from journeydesk.services.commands import (
    conflicts,
    duplicates,
    journeys,
    many,
    mutes,
    next_steps,
    outbox,
    prospects,
    scores,
    settings,
    tasks,
)
from journeydesk.services.commands.money import set_rate
from journeydesk.services.commands.records import delete_records
from journeydesk.services.commands.undoing import last_step, redo, undo
from journeydesk.services.evaluation.evaluate import evaluate
from journeydesk.services.queries.agenda import agenda
from journeydesk.services.rows.agenda import AgendaLine
from journeydesk.storage.engine import sql
from tests.integration.office import Office


@dataclass
class Team:
    """Two prospects with what belongs to them."""

    first: RecordId
    second: RecordId
    task: RecordId
    call: RecordId
    alert: RecordId
    question: int


@pytest.fixture
def team(office: Office) -> Team:
    first = office.pulled(
        remote="rec1",
        company="Quillon Freight",
        contact_name="Ida Quill",
        status="New",
        owner="Amaia Etxarri",
        ltv=100,
        journey_points=0,
    )
    second = office.pulled(remote="rec2", company="Mbali Weaves", status="Reviewing", next_follow_up="2026-05-19", score=12)
    task = office.add("tasks", title="Call back", kind="Follow-up", due=office.ago(hours=-3), prospect=second)
    call = office.add("interactions", prospect=first, type="Call", outcome="Reached", date=office.ago(days=3))
    alert = office.add(
        "alerts", rule="no answer", priority="High", status="Pending", raised_at=office.ago(), prospect=second,
        expires_at=office.ago(days=-7),
    )  # fmt: skip
    prospects.edit(office.context, first, {"notes": "Wants two depots"})
    question = office.question(first, "notes", "Wants a depot", "Wants two depots", "Budget approved")
    for prospect in (first, second):
        office.event(prospect, "application_received", office.ago(days=3))
    evaluate(office.context)
    office.heard.clear()
    return Team(first, second, task, call, alert, question)


Act = Callable[[Office, Team], object]


def _called_back(office: Office) -> list[AgendaLine]:
    """The line of the task, without those that the automations made."""
    return [line for line in agenda(office.context).today if line.title == "Call back"]


_FRIDAY = date(2026, 5, 22)

COMMANDS: dict[str, tuple[Act, str, set[str]]] = {
    "create": (
        lambda o, t: prospects.create_prospect(o.context, {"company": "Lakowisko"}),
        "Added Lakowisko",
        {"prospects", "events", "positions"},
    ),
    "edit": (lambda o, t: prospects.edit(o.context, t.first, {"phone": "+49 30 1"}), "Edited Quillon Freight", {"prospects"}),
    "edit judged": (
        lambda o, t: prospects.edit(o.context, t.first, {"industry": "News"}, "Set the industry"),
        "Set the industry",
        {"prospects", "positions", "alerts"},
    ),
    "assign": (
        lambda o, t: many.assign(o.context, [t.first, t.second], "Tomasz Wilk"),
        "Assigned 2 prospects to Tomasz Wilk",
        {"prospects"},
    ),
    "unassign": (lambda o, t: many.assign(o.context, [t.first], None), "Assigned Quillon Freight to nobody", {"prospects"}),
    "follow up": (
        lambda o, t: many.set_follow_up(o.context, [t.first], _FRIDAY),
        "Set the follow-up of Quillon Freight",
        {"prospects", "alerts", "positions"},
    ),
    "delete": (
        lambda o, t: many.delete_prospects(o.context, [t.first, t.second]),
        "Deleted 2 prospects",
        {"prospects", "positions"},
    ),
    "log": (
        lambda o, t: prospects.log_interaction(o.context, t.first, "call", "Spoke", outcome="reached", follow_up=_FRIDAY),
        "Logged a call with Quillon Freight",
        {"interactions", "prospects"},
    ),
    "move": (
        lambda o, t: prospects.move(o.context, t.first, "Engagement", "3", "They said so"),
        "Moved Quillon Freight to Commitment",
        {"events", "positions", "prospects"},
    ),
    "status": (
        lambda o, t: prospects.set_status(o.context, t.first, "CUSTOMER", 9_900),
        "Changed the status of Quillon Freight",
        {"prospects", "events", "positions"},
    ),
    "score": (lambda o, t: scores.set_score(o.context, t.second, 31), "Set a score of 31 by hand", {"prospects"}),
    "hand back": (
        lambda o, t: scores.hand_back(o.context, [t.second]),
        "Handed 1 score back to the rules",
        {"prospects"},
    ),
    "task": (
        lambda o, t: tasks.add_task(o.context, t.first, "Send the offer", "fri 14:30"),
        "Added the task “Send the offer”",
        {"tasks", "alerts"},
    ),
    "edit task": (
        lambda o, t: tasks.edit_task(o.context, t.task, "Write", Due(_FRIDAY)),
        "Edited the task “Call back”",
        {"tasks", "alerts"},
    ),
    "finish task": (lambda o, t: tasks.finish_task(o.context, t.task), "Finished the task “Call back”", {"tasks", "alerts"}),
    "postpone task": (
        lambda o, t: tasks.postpone_task(o.context, t.task, "2d"),
        "Postponed the task “Call back”",
        {"tasks", "alerts"},
    ),
    "finish lines": (
        lambda o, t: lines.finish_lines(o.context, _called_back(o)),
        "Finished “Call back” with Mbali Weaves",
        {"tasks", "prospects", "alerts"},
    ),
    "postpone lines": (
        lambda o, t: lines.postpone_lines(o.context, _called_back(o), "fri"),
        "Postponed “Call back” with Mbali Weaves",
        {"tasks", "prospects", "alerts"},
    ),
    "delete lines": (
        lambda o, t: lines.delete_lines(o.context, _called_back(o)),
        "Deleted “Call back” with Mbali Weaves",
        {"tasks", "alerts"},
    ),
    "next step": (
        lambda o, t: next_steps.answer_gate(o.context, t.first, Step("Send the offer", Due(_FRIDAY))),
        "Planned the next step with Quillon Freight",
        {"prospects", "interactions", "alerts"},
    ),
    "no next step": (
        lambda o, t: next_steps.answer_gate(o.context, t.second, NoStep("No budget")),
        "No next step with Mbali Weaves",
        {"prospects", "interactions", "alerts"},
    ),
    "acknowledge": (
        lambda o, t: triage.acknowledge(o.context, t.alert),
        "Acknowledged an alert of “no answer”",
        {"alerts"},
    ),
    "action": (
        lambda o, t: triage.mark_actioned(o.context, [t.alert], "Done"),
        "Marked as actioned: an alert of “no answer”",
        {"alerts"},
    ),
    "snooze": (
        lambda o, t: triage.snooze(o.context, t.alert, o.moment + timedelta(hours=2)),
        "Snoozed an alert of “no answer”",
        {"alerts"},
    ),
    "snooze until": (
        lambda o, t: triage.snooze_until(o.context, t.alert, "replies"),
        "Snoozed an alert of “no answer”",
        {"alerts"},
    ),
    "mute": (
        lambda o, t: mutes.mute(o.context, t.first, "churn risk"),
        "Muted “churn risk” for Quillon Freight",
        {"settings", "alerts"},
    ),
    "mute for all": (
        lambda o, t: mutes.mute_for_all(o.context, "no answer"),
        "Muted “no answer” for all",
        {"settings", "alerts"},
    ),
    "setting": (
        lambda o, t: settings.change_settings(o.context, {"alerts.no_answer_days": 4}, "Changed a number"),
        "Changed a number",
        {"settings"},
    ),
    "switch rule": (
        lambda o, t: settings.switch_rule(o.context, "churn risk", False),
        "Switched the alert rule “churn risk” off",
        {"settings"},
    ),
    "silence rule": (
        lambda o, t: settings.silence_rule(o.context, "churn risk", True),
        "“churn risk” no longer notifies",
        {"settings"},
    ),
    "rate": (lambda o, t: set_rate(o.context, "usd", "0.9"), "Set the rate of USD to 0.9", {"settings"}),
    "rename stage": (
        lambda o, t: journeys.rename_stage(o.context, "Engagement", "Exploration", "Discovery"),
        "Renamed the stage “Exploration” to “Discovery”",
        {"settings"},
    ),
    "add journey": (
        lambda o, t: journeys.add_journey(o.context, "Renewal", ["Asked", "Signed"]),
        "Added the journey “Renewal”",
        {"settings"},
    ),
    "resolve mine": (
        lambda o, t: conflicts.resolve(o.context, t.question, "mine"),
        "Resolved a conflict: mine",
        {"prospects", "positions"},
    ),
    "resolve theirs": (
        lambda o, t: conflicts.resolve(o.context, t.question, "theirs"),
        "Resolved a conflict: theirs",
        {"prospects", "positions"},
    ),
    "resolve edit": (
        lambda o, t: conflicts.resolve(o.context, t.question, "edit", "Three depots"),
        "Resolved a conflict: edit",
        {"prospects", "positions"},
    ),
    "drop change": (
        lambda o, t: outbox.drop_change(o.context, "prospects", t.first, "notes"),
        "Dropped a change that waited",
        {"prospects", "positions"},
    ),
    "decide pair": (
        lambda o, t: duplicates.decide_pair(o.context, t.first, t.second, "different"),
        "Quillon Freight and Mbali Weaves are different",
        {"settings"},
    ),
    "merge": (
        lambda o, t: duplicates.merge(o.context, t.first, t.second),
        "Merged Mbali Weaves into Quillon Freight",
        {"prospects", "tasks", "events", "positions"},
    ),
    "delete records": (
        lambda o, t: delete_records(o.context, TASKS, ["tasks-0000"]),
        "Deleted 1 of Tasks",
        {"tasks"},
    ),
}


@pytest.mark.parametrize("name", COMMANDS)
def test_undo_restores_the_equal_database_and_redo_the_later(office: Office, team: Team, name: str) -> None:
    act, label, _ = COMMANDS[name]
    before = office.contents()
    office.pass_time(minutes=1)
    act(office, team)
    after = office.contents()
    assert after != before
    step = last_step(office.context)
    assert step is not None
    assert step[1] == label
    assert undo(office.context) == label
    assert office.contents() == before
    assert redo(office.context) == label
    assert office.contents() == after
    assert undo(office.context) == label
    assert office.contents() == before


@pytest.mark.parametrize("name", COMMANDS)
def test_one_change_names_the_kinds_that_screens_must_ask_again(office: Office, team: Team, name: str) -> None:
    act, _, kinds = COMMANDS[name]
    act(office, team)
    (change,) = office.heard
    assert kinds | {"sync"} <= change.kinds
    assert change.origin == "user"


_TOUCHES = {
    "edit": {"first"},
    "assign": {"first", "second"},
    "follow up": {"first"},
    "delete": {"first", "second"},
    "log": {"first"},
    "move": {"first"},
    "status": {"first"},
    "score": {"second"},
    "hand back": {"second"},
    "task": {"first"},
    "finish task": {"second"},
    "postpone lines": {"second"},
    "next step": {"first"},
    "no next step": {"second"},
    "mute": {"first"},
    "resolve theirs": {"first"},
    "drop change": {"first"},
    "decide pair": {"first", "second"},
    "merge": {"first", "second"},
}


@pytest.mark.parametrize("name", _TOUCHES)
def test_the_change_names_the_prospects_touched_and_no_others(office: Office, team: Team, name: str) -> None:
    COMMANDS[name][0](office, team)
    assert office.last().prospects == frozenset(getattr(team, whose) for whose in _TOUCHES[name])


@pytest.mark.parametrize("name", ["acknowledge", "setting", "mute for all", "rate", "delete records"])
def test_a_change_that_touches_no_one_prospect_means_any(office: Office, team: Team, name: str) -> None:
    COMMANDS[name][0](office, team)
    assert office.last().prospects is None


@pytest.mark.parametrize("name", ["edit", "assign", "log", "task", "score", "acknowledge", "setting", "resolve edit"])
def test_what_a_command_wrote_waits_to_be_sent(office: Office, team: Team, name: str) -> None:
    with office.context.database.write() as connection:
        sql.run(connection, "UPDATE sync_record SET touched = 0")
    COMMANDS[name][0](office, team)
    assert office.waiting()
