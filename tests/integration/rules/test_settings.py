"""The team's settings are records: written by commands, brought by sync, taken back by undo, and everybody follows
(docs/rules.md, "Settings of the team")."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from journeydesk.domain.errors import SettingError, UserError
from journeydesk.domain.journeys import edit_moves as journey_table
from journeydesk.domain.journeys import edit_stages as journey_edits
from journeydesk.domain.rules.answers import NO_ANSWER_DAYS
from journeydesk.domain.rules.applications import UNANSWERED_HOURS
from journeydesk.domain.rules.registry import RULE_NAMES
from journeydesk.services.commands.journeys import Edit, add_stage, remove_stage, rename_stage, save_edits
from journeydesk.services.commands.prospects import create_prospect, move
from journeydesk.services.commands.settings import change_settings, switch_rule
from journeydesk.services.commands.undoing import redo, undo
from journeydesk.services.evaluation.evaluate import evaluate, evaluate_due
from journeydesk.services.queries.journeys import preview
from journeydesk.services.queries.rules import automation_lines, rule_lines
from journeydesk.services.queries.settings import SettingValues, setting_changes
from tests.integration.rules.conftest import Desk
from tests.workspaces import workspace


def positions(desk: Desk, journey: str = "Deal") -> list[str]:
    found = desk.context.settings.journey(journey)
    assert found is not None
    query = "SELECT stage FROM position WHERE journey = ? ORDER BY prospect"
    return [found.stage(row[0]).name for row in desk.rows(query, found.name)]


def test_a_changed_setting_is_sent_with_who_changed_it(desk: Desk) -> None:
    change_settings(desk.context, {"alerts.no_answer_days": 5}, "Changed how long to wait")
    assert desk.context.settings.alerts[NO_ANSWER_DAYS] == 5
    assert desk.rows("SELECT key, value, changed_by FROM settings") == [("alerts.no_answer_days", "5", "Amaia Etxarri")]
    assert desk.rows("SELECT touched FROM sync_record WHERE table_slug = 'settings'") == [(1,)]


def test_it_counts_when_the_workspace_is_opened_again(tmp_path: Path) -> None:
    with workspace(tmp_path) as context:
        change_settings(context, {"team.name": "Ostrelle", "points.cta": {"Only this": 7}}, "Set up the team")
    with workspace(tmp_path) as context:
        assert context.settings.team_name == "Ostrelle"
        assert dict(context.settings.cta_points) == {"Only this": 7}


def test_undo_and_redo_bring_the_value_and_what_came_of_it(desk: Desk) -> None:
    create_prospect(desk.context, {"company": "Acme", "priority_level": "Critical"})
    change_settings(desk.context, {"score.priority_level": {"Critical": 3}}, "Changed the points", progress=lambda _d, _a: None)
    assert desk.rows("SELECT score FROM prospects") == [(3,)]
    assert undo(desk.context) == "Changed the points"
    assert desk.rows("SELECT score FROM prospects") == [(15,)]
    redo(desk.context)
    assert desk.rows("SELECT score FROM prospects") == [(3,)]
    change_settings(desk.context, {"score.priority_level": None}, "Took the points back", progress=lambda _d, _a: None)
    assert desk.rows("SELECT score FROM prospects") == [(15,)]


def test_a_wrong_value_is_refused_and_nothing_is_written(desk: Desk) -> None:
    with pytest.raises(SettingError, match=r"alerts\.no_answer_days"):
        change_settings(desk.context, {"alerts.no_answer_days": 0, "team.name": "Ostrelle"}, "Changed")
    assert desk.rows("SELECT count(*) FROM settings") == [(0,)]


def test_what_sync_brings_is_followed_with_everybody(desk: Desk) -> None:
    create_prospect(desk.context, {"company": "Acme", "priority_level": "Critical"})
    desk.add("settings", key="score.priority_level", value='{"Critical": 9}')
    evaluate(desk.context, ())
    assert desk.context.settings.score.priority_level == {"Critical": 9}
    assert desk.rows("SELECT score FROM prospects") == [(9,)]


def test_a_wrong_value_that_sync_brings_is_left_out(desk: Desk) -> None:
    desk.add("settings", key="team.name", value="no json")
    desk.add("settings", key="alerts.no_answer_days", value="0")
    desk.add("settings", key="alerts.unanswered_hours", value="24")
    evaluate(desk.context, ())
    assert (desk.context.settings.alerts[NO_ANSWER_DAYS], desk.context.settings.alerts[UNANSWERED_HOURS]) == (7, 24)


def test_without_progress_the_background_evaluates_everybody(desk: Desk) -> None:
    create_prospect(desk.context, {"company": "Acme", "priority_level": "Critical"})
    evaluate_due(desk.context)
    change_settings(desk.context, {"score.priority_level": {"Critical": 3}}, "Changed the points")
    assert desk.rows("SELECT score FROM prospects") == [(15,)]
    evaluate_due(desk.context)
    assert desk.rows("SELECT score FROM prospects") == [(3,)]


def test_a_name_or_a_target_makes_nobody_be_evaluated(desk: Desk) -> None:
    change_settings(desk.context, {"team.name": "Ostrelle", "targets.conversion": 0.2}, "Renamed the team")
    assert desk.rows("SELECT value FROM meta WHERE key = 'evaluate_all'") == []


def test_a_rule_is_switched_off_and_on_for_the_team(desk: Desk) -> None:
    switch_rule(desk.context, "churn risk", on=False)
    assert "churn risk" not in desk.context.settings.alerts.on
    switch_rule(desk.context, "churn risk", on=True)
    assert "churn risk" in desk.context.settings.alerts.on


def test_the_settings_page_lists_every_rule_with_its_numbers(desk: Desk) -> None:
    change_settings(desk.context, {"alerts.no_answer_days": 5, "alerts.silent": ["big jump"]}, "Changed")
    switch_rule(desk.context, "churn risk", on=False)
    lines = {line.name: line for line in rule_lines(desk.context)}
    assert lines.keys() == RULE_NAMES
    assert lines["no answer"].numbers == (("alerts.no_answer_days", 5),)
    assert "5 days" in lines["no answer"].when
    assert (lines["churn risk"].on, lines["big jump"].on, lines["big jump"].notifies) == (False, True, False)
    assert [line.on for line in automation_lines(desk.context)] == [True] * 6


def test_a_renamed_stage_keeps_everybody_and_shows_its_new_name(desk: Desk) -> None:
    prospect = create_prospect(desk.context, {"company": "Acme"})
    move(desk.context, prospect, "Deal", "Technical Review")
    found = preview(desk.context, lambda raw: journey_edits.rename_stage(raw, "Deal", "Technical Review", "Trial"))
    assert found.words == "Nobody moves"
    rename_stage(desk.context, "Deal", "Technical Review", "Trial", progress=lambda _d, _a: None)
    assert positions(desk) == ["Trial"]
    assert desk.rows("SELECT deal_stage FROM prospects") == [("Trial",)]


def test_a_removal_moves_just_those_that_its_preview_names(desk: Desk) -> None:
    for stage in ("Technical Review", "Technical Review", "Beta Accepted"):
        move(desk.context, create_prospect(desk.context, {"company": stage}), "Deal", stage)

    found = preview(desk.context, lambda raw: journey_edits.remove_stage(raw, "Deal", "Technical Review", "Qualified Lead"))
    assert [(group.before, group.after, group.count) for group in found.moving] == [("Technical Review", "Qualified Lead", 2)]
    assert found.words == "2 of 3 prospects move"
    remove_stage(desk.context, "Deal", "Technical Review", "Qualified Lead", progress=lambda _d, _a: None)
    assert positions(desk) == ["Qualified Lead", "Qualified Lead", "Beta Accepted"]
    undo(desk.context)
    assert positions(desk) == ["Technical Review", "Technical Review", "Beta Accepted"]


def test_a_new_stage_takes_those_whose_points_are_between(desk: Desk) -> None:
    prospect = create_prospect(desk.context, {"company": "Acme"})
    for number in range(3):
        metadata = json.dumps({"points": 15})
        desk.event(prospect, "cta_clicked", desk.ago(minutes=number), cta="Other", payload=metadata)
    evaluate(desk.context, [prospect])
    assert positions(desk, "Engagement") == ["Exploration"]
    found = preview(desk.context, lambda raw: journey_edits.add_stage(raw, "Engagement", "Trial", 3))
    assert [(group.before, group.after) for group in found.moving] == [("Exploration", "Trial")]
    add_stage(desk.context, "Engagement", "Trial", 3, progress=lambda _d, _a: None)
    assert positions(desk, "Engagement") == ["Trial"]


def test_a_stage_in_airtable_under_its_old_name_is_no_hand_edit(new_desk: Callable[[], Desk]) -> None:
    desk = new_desk()
    prospect = create_prospect(desk.context, {"company": "Acme"})
    move(desk.context, prospect, "Deal", "Technical Review")
    rename_stage(desk.context, "Deal", "Technical Review", "Trial")
    evaluate(desk.context, None, desk.ago())
    assert desk.rows("SELECT count(*) FROM events WHERE event = 'stage_set'") == [(1,)]


def test_a_settings_history_tells_each_value_who_set_it_and_when(desk: Desk) -> None:
    change_settings(desk.context, {"alerts.no_answer_days": 5}, "Changed")
    desk.pass_time(hours=1)
    change_settings(desk.context, {"alerts.no_answer_days": 4, "team.name": "Ostrelle"}, "Changed")
    desk.pass_time(hours=1)
    change_settings(desk.context, {"alerts.no_answer_days": None}, "Back to the default")
    found = setting_changes(desk.context, ["alerts."])
    assert [(one.before, one.after) for one in found] == [(4, None), (5, 4), (None, 5)]
    assert {one.actor for one in found} == {"Amaia Etxarri"}
    assert found[0].at > found[1].at > found[2].at


def test_a_setting_is_told_with_its_value_and_the_shipped_one(desk: Desk) -> None:
    change_settings(desk.context, {"alerts.no_answer_days": 5, "score.priority_level": {"Critical": 3}}, "Changed")
    values = SettingValues(desk.context)
    assert (values["alerts.no_answer_days"].value, values["alerts.no_answer_days"].shipped) == (5, 7)
    assert values["score.priority_level"].differs
    assert not values["journey"].differs


def test_several_journey_changes_are_one_step_or_none(desk: Desk) -> None:
    edits: list[Edit] = [
        lambda raw: journey_edits.add_stage(raw, "Deal", "Trial", 3),
        lambda raw: journey_table.set_move(raw, "demo_requested", "Deal", "Trial"),
    ]
    save_edits(desk.context, edits, "Changed Deal")
    assert dict(desk.context.settings.moves["demo_requested"])["Deal"] == 3
    assert undo(desk.context) == "Changed Deal"
    assert desk.context.settings.journeys[1].find("Trial") is None
    with pytest.raises(UserError, match="no stage"):
        save_edits(desk.context, [*edits, lambda raw: journey_table.set_end(raw, "Deal", "Nowhere", True)], "Changed Deal")
    assert desk.context.settings.journeys[1].find("Trial") is None


def test_undo_of_one_action_only_leaves_another_alone(desk: Desk) -> None:
    change_settings(desk.context, {"team.name": "Ostrelle"}, "Renamed the team")
    assert undo(desk.context, only="Another action") is None
    assert desk.context.settings.team_name == "Ostrelle"
    assert undo(desk.context, only="Renamed the team") == "Renamed the team"


def test_what_changes_during_an_evaluation_is_evaluated_after(desk: Desk) -> None:
    create_prospect(desk.context, {"company": "Acme", "priority_level": "Critical"})
    changed: list[bool] = []

    def change_once(_done: int, _all: int) -> None:
        if not changed:
            changed.append(True)
            change_settings(desk.context, {"score.priority_level": {"Critical": 9}}, "Changed again")

    change_settings(desk.context, {"score.priority_level": {"Critical": 3}}, "Changed", progress=change_once)
    evaluate_due(desk.context)
    assert desk.rows("SELECT score FROM prospects") == [(9,)]
    assert desk.rows("SELECT value FROM meta WHERE key = 'evaluate_all'") == []


def test_everybody_is_evaluated_by_one_thread_at_a_time(desk: Desk) -> None:
    one, _ = (create_prospect(desk.context, {"company": name, "priority_level": "Critical"}) for name in ("Acme", "Bolt"))
    change_settings(desk.context, {"score.priority_level": {"Critical": 3}}, "Changed")
    told: list[tuple[int, int]] = []

    def meanwhile(_done: int, every: int) -> None:
        told.append((0, every))
        evaluate(desk.context, [one], progress=lambda done, some: told.append((done, some)))

    evaluate(desk.context, progress=meanwhile)
    assert told == [(0, 2), (1, 1)]
    assert desk.rows("SELECT value FROM meta WHERE key = 'evaluate_all'") == []
    assert desk.rows("SELECT score FROM prospects") == [(3,), (3,)]


def test_an_ended_evaluation_lets_the_next_one_take_everybody(desk: Desk) -> None:
    create_prospect(desk.context, {"company": "Acme", "priority_level": "Critical"})
    change_settings(desk.context, {"score.priority_level": {"Critical": 3}}, "Changed")

    def end(_done: int, _every: int) -> None:
        raise UserError("Ended.")

    with pytest.raises(UserError, match="Ended"):
        evaluate(desk.context, (), progress=end)
    assert len(desk.rows("SELECT value FROM meta WHERE key = 'evaluate_all'")) == 1
    evaluate_due(desk.context)
    assert desk.rows("SELECT value FROM meta WHERE key = 'evaluate_all'") == []
