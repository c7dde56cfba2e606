"""Undo and redo over any series of commands: everything taken back is the database of before, done again that of after."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from journeydesk.domain.due import Due
from journeydesk.domain.ids import RecordId
from journeydesk.domain.next_step import NoStep, Step
from journeydesk.services.commands import alerts as triage
from journeydesk.services.commands import many, mutes, next_steps, prospects, scores, tasks
from journeydesk.services.commands.settings import change_settings
from journeydesk.services.commands.undoing import follow, last_step, redo, undo
from journeydesk.services.evaluation.evaluate import evaluate
from journeydesk.services.workspace.settings import preset
from tests.integration.office import Office, office_in

Act = Callable[[Office, RecordId, int], object]

_DAY = date(2026, 5, 22)
ACTS: dict[str, Act] = {
    "assign": lambda o, p, n: many.assign(o.context, [p], [None, "Tomasz Wilk", "Amaia Etxarri"][n % 3]),
    "edit": lambda o, p, n: prospects.edit(o.context, p, {"phone": f"+49 {n}", "notes": "" if n % 2 else "Note"}),
    "industry": lambda o, p, n: prospects.edit(o.context, p, {"industry": ["News", "Research"][n % 2]}),
    "move": lambda o, p, n: prospects.move(o.context, p, ["Engagement", "Deal"][n % 2], str(n % 5 + 1)),
    "log": lambda o, p, n: prospects.log_interaction(o.context, p, "Call", "", outcome=["Reached", "No answer"][n % 2]),
    "delete": lambda o, p, n: many.delete_prospects(o.context, [p]),
    "score": lambda o, p, n: scores.set_score(o.context, p, n % 51),
    "task": lambda o, p, n: tasks.add_task(o.context, p, f"Task {n}", "3d"),
    "step": lambda o, p, n: next_steps.answer_gate(o.context, p, Step("Offer", Due(_DAY)) if n % 2 else NoStep("No budget")),
    "status": lambda o, p, n: prospects.set_status(o.context, p, ["PROSPECT", "CUSTOMER", "CHURNED"][n % 3], n),
    "mute": lambda o, p, n: mutes.mute(o.context, p, ["churn risk", "no answer"][n % 2], muted=n % 3 > 0),
}
_STEPS = st.lists(st.tuples(st.sampled_from(sorted(ACTS)), st.integers(0, 2), st.integers(0, 60)), min_size=1, max_size=10)


def _team(office: Office) -> list[RecordId]:
    # What automations and rules do besides has its own way to be taken back.
    preset(office.context, {"automation.on": [], "alerts.on": []})
    people = [
        office.prospect(company=name, owner=owner, journey_points=0, status="Reviewing")
        for name, owner in (("Quillon", "Amaia Etxarri"), ("Mbali", None), ("Lakowisko", "Tomasz Wilk"))
    ]
    for prospect in people:
        office.event(prospect, "application_received", office.ago(days=2))
    evaluate(office.context)
    return people


@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
@given(steps=_STEPS)
def test_any_series_of_commands_is_undone_and_redone_step_by_step(
    tmp_path_factory: pytest.TempPathFactory, empty_workspace: Path, steps: list[tuple[str, int, int]]
) -> None:
    folder = tmp_path_factory.mktemp("series")
    with office_in(folder / "office", empty_workspace) as office:
        people = _team(office)
        states = [office.contents()]
        for name, whose, number in steps:
            office.pass_time(minutes=1)
            if office.values("prospects", people[whose])["deleted"]:
                continue
            before = last_step(office.context)
            ACTS[name](office, people[whose], number)
            if last_step(office.context) != before:
                states.append(office.contents())
        for expected in states[-2::-1]:
            assert undo(office.context) is not None
            assert office.contents() == expected
        assert undo(office.context) is None
        for expected in states[1:]:
            assert redo(office.context) is not None
            assert office.contents() == expected
        assert redo(office.context) is None


def test_there_is_nothing_to_undo_at_first(office: Office) -> None:
    assert last_step(office.context) is None
    assert undo(office.context) is None
    assert redo(office.context) is None
    assert office.heard == []


def test_undo_of_one_label_leaves_any_other_step(office: Office) -> None:
    prospect = office.prospect()
    many.assign(office.context, [prospect], "Tomasz Wilk")
    assert undo(office.context, only="Edited Mbali Weaves") is None
    assert office.values("prospects", prospect)["owner"] == "Tomasz Wilk"
    label = "Assigned Mbali Weaves to Tomasz Wilk"
    assert undo(office.context, only=label) == label
    assert office.values("prospects", prospect)["owner"] is None


def test_undo_publishes_whom_it_touches_and_what(office: Office) -> None:
    prospect = office.prospect()
    prospects.log_interaction(office.context, prospect, "Call", "Spoke")
    undo(office.context)
    change = office.last()
    assert change.prospects == frozenset({prospect})
    assert {"interactions", "sync", "positions"} <= change.kinds
    redo(office.context)
    assert office.last().prospects == frozenset({prospect})


def test_undo_of_a_task_touches_its_prospect(office: Office) -> None:
    prospect = office.prospect()
    tasks.add_task(office.context, prospect, "Call", "3d")
    undo(office.context)
    assert office.last().prospects == frozenset({prospect})


def test_undo_of_a_mute_touches_its_prospect(office: Office) -> None:
    prospect = office.prospect()
    mutes.mute(office.context, prospect, "churn risk")
    mutes.mute(office.context, prospect, "no answer")
    undo(office.context)
    assert office.last().prospects == frozenset({prospect})


def test_undo_of_an_alert_touches_any(office: Office) -> None:
    alert = office.add("alerts", rule="churn risk", status="Pending", raised_at=office.ago(), expires_at=office.ago(days=-7))
    triage.acknowledge(office.context, alert)
    undo(office.context)
    assert office.last().prospects is None
    assert "alerts" in office.last().kinds


def test_a_new_step_ends_what_could_be_redone(office: Office) -> None:
    prospect = office.prospect()
    many.assign(office.context, [prospect], "Tomasz Wilk")
    undo(office.context)
    prospects.edit(office.context, prospect, {"phone": "1"})
    assert redo(office.context) is None
    assert office.values("prospects", prospect)["owner"] is None


def test_undone_steps_are_done_again_in_their_order(office: Office) -> None:
    prospect = office.prospect()
    for owner in ("A", "B", "C"):
        many.assign(office.context, [prospect], owner)
    for _ in range(3):
        undo(office.context)
    owners = []
    for _ in range(3):
        redo(office.context)
        owners.append(office.values("prospects", prospect)["owner"])
    assert owners == ["A", "B", "C"]


def test_an_undo_stands_in_the_history_as_an_undo(office: Office) -> None:
    prospect = office.prospect()
    many.assign(office.context, [prospect], "Tomasz Wilk")
    undo(office.context)
    sources = office.rows("SELECT source FROM field_history WHERE field = 'owner' ORDER BY id")
    assert sources == [("user",), ("undo",)]


def test_the_window_lets_settings_be_followed_later(office: Office) -> None:
    office.prospect()
    change_settings(office.context, {"alerts.no_answer_days": 4}, "Fewer days", progress=lambda _done, _all: None)
    undo(office.context, following=False)
    office.heard.clear()
    follow(office.context)
    assert {"prospects", "positions", "alerts", "tasks", "sync"} == office.last().kinds
    office.heard.clear()
    follow(office.context)
    assert office.heard == []
