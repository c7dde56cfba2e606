"""What is changed for the whole team: numbers, switches, mutes, rates, journeys; checked before anything is written."""

import pytest

from journeydesk.domain.automation.names import TITLES
from journeydesk.domain.errors import SettingError, UserError
from journeydesk.domain.ids import RecordId
from journeydesk.domain.journeys import edit_stages
from journeydesk.domain.rules.registry import RULE_NAMES
from journeydesk.services.commands import journeys, mutes, settings
from journeydesk.services.commands.money import set_rate
from journeydesk.services.commands.undoing import redo, undo
from journeydesk.services.queries.alerts import muted_rules
from journeydesk.services.queries.settings import SettingValues, setting_changes
from journeydesk.services.workspace.settings import is_to_evaluate, preset, raw_settings, read
from tests.integration.office import Office

RULE = "churn risk"


def owes_evaluation(office: Office) -> bool:
    with office.context.database.read() as connection:
        return is_to_evaluate(connection)


def test_a_number_counts_at_once_and_undo_takes_it_back(office: Office) -> None:
    before = office.context.settings
    settings.change_settings(office.context, {"alerts.no_answer_days": 4}, "Fewer days")
    assert raw_settings(office.context)["alerts"]["no_answer_days"] == 4
    assert office.context.settings != before
    assert undo(office.context) == "Fewer days"
    assert office.context.settings == before
    assert redo(office.context) == "Fewer days"
    assert raw_settings(office.context)["alerts"]["no_answer_days"] == 4


def test_a_value_as_shipped_is_what_none_brings_back(office: Office) -> None:
    shipped = raw_settings(office.context)["alerts"]["no_answer_days"]
    settings.change_settings(office.context, {"alerts.no_answer_days": 4}, "Fewer days")
    settings.change_settings(office.context, {"alerts.no_answer_days": None}, "As shipped")
    assert raw_settings(office.context)["alerts"]["no_answer_days"] == shipped
    assert not SettingValues(office.context)["alerts.no_answer_days"].differs


@pytest.mark.parametrize(
    "changes",
    [
        {"alerts.no_answer_days": 0},
        {"alerts.no_answer_days": "four"},
        {"alerts.no_answer_days": True},
        {"team.time_zone": "Middle/Earth"},
        {"team.currency": "euros"},
        {"alerts.no_answer_days": 4, "team.time_zone": "Middle/Earth"},
    ],
)
def test_a_wrong_value_is_refused_before_anything_is_written(office: Office, changes: dict[str, object]) -> None:
    before = office.context.settings
    with pytest.raises(SettingError):
        settings.change_settings(office.context, changes, "Wrong")
    assert office.context.settings == before
    assert office.rows("SELECT 1 FROM settings") == []
    assert undo(office.context) is None


def test_what_the_rules_read_has_everybody_evaluated_later(office: Office) -> None:
    assert not owes_evaluation(office)
    settings.change_settings(office.context, {"alerts.no_answer_days": 4}, "Fewer days")
    assert owes_evaluation(office)


@pytest.mark.parametrize("changes", [{"team.name": "Sales North"}, {"payments.rates": {"USD": 0.9}}])
def test_what_no_rule_reads_has_nobody_evaluated(office: Office, changes: dict[str, object]) -> None:
    settings.change_settings(office.context, changes, "Changed")
    assert not owes_evaluation(office)


def test_with_progress_everybody_is_evaluated_before_it_returns(office: Office) -> None:
    prospects = [office.prospect() for _ in range(30)]
    steps: list[tuple[int, int]] = []
    settings.change_settings(
        office.context, {"alerts.no_answer_days": 4}, "Fewer days", progress=lambda done, all_: steps.append((done, all_))
    )
    assert steps[-1] == (len(prospects), len(prospects))
    assert not owes_evaluation(office)


@pytest.mark.parametrize("on", [True, False])
def test_a_rule_is_switched_for_the_team_and_for_no_other_rule(office: Office, on: bool) -> None:
    before = office.context.settings.alerts.on
    settings.switch_rule(office.context, RULE, not on)
    settings.switch_rule(office.context, RULE, on)
    after = office.context.settings.alerts.on
    assert (RULE in after) is on
    assert after - {RULE} == before - {RULE}


def test_a_silenced_rule_speaks_again(office: Office) -> None:
    settings.silence_rule(office.context, RULE, True)
    assert RULE in office.context.settings.alerts.silent
    settings.silence_rule(office.context, RULE, False)
    assert RULE not in office.context.settings.alerts.silent
    assert undo(office.context) == f"“{RULE}” notifies"


def test_an_automation_is_switched_off_and_on(office: Office) -> None:
    name = sorted(office.context.settings.automation.on)[0]
    settings.switch_automation(office.context, name, False)
    assert name not in office.context.settings.automation.on
    assert undo(office.context) == f"Switched “{TITLES[name]}” off"
    assert name in office.context.settings.automation.on


def test_the_history_tells_who_changed_what_from_what_to_what(office: Office) -> None:
    settings.change_settings(office.context, {"alerts.no_answer_days": 4}, "Fewer days")
    office.pass_time(minutes=1)
    settings.change_settings(office.context, {"alerts.no_answer_days": 5, "team.name": "North"}, "More days")
    lines = setting_changes(office.context, ["alerts."])
    assert [(line.key, line.before, line.after, line.actor) for line in lines] == [
        ("alerts.no_answer_days", 4, 5, "Amaia Etxarri"),
        ("alerts.no_answer_days", None, 4, "Amaia Etxarri"),
    ]
    assert lines[0].at == office.moment
    assert len(setting_changes(office.context, ["alerts.", "team."], limit=2)) == 2
    assert setting_changes(office.context, ["journey"]) == []


def test_preset_values_are_no_step_to_undo(office: Office) -> None:
    preset(office.context, {"team.name": "North", "team.currency": "USD"})
    assert (office.context.settings.team_name, office.context.settings.currency) == ("North", "USD")
    assert undo(office.context) is None


def test_a_broken_value_of_the_base_is_said_and_left_out(office: Office) -> None:
    shipped = office.context.settings
    office.add("settings", key="alerts.no_answer_days", value="not JSON")
    office.add("settings", key="team.time_zone", value='"Middle/Earth"')
    with office.context.database.read() as connection:
        stored, overrides, problems = read(connection)
    assert stored == shipped
    assert set(overrides) == {"alerts.no_answer_days", "team.time_zone"}
    assert len(problems) == 2


def test_a_mute_for_one_is_written_once_for_all_its_rules(office: Office) -> None:
    prospect = office.prospect(key="BETA-1", company="Quillon")
    for rule in ("churn risk", "no answer"):
        mutes.mute(office.context, prospect, rule)
    assert office.rows("SELECT value FROM settings WHERE NOT deleted") == [('["churn risk", "no answer"]',)]
    mutes.mute(office.context, prospect, "churn risk", muted=False)
    single = [(each.rule, each.name) for each in muted_rules(office.context) if each.prospect == prospect]
    assert single == [("no answer", "Quillon")]
    assert undo(office.context) == "Unmuted “churn risk” for Quillon"


@pytest.mark.parametrize("values", [{"company": "Quillon"}, {"company": None, "contact_name": "Ida"}, {"company": None}])
def test_a_mute_is_labelled_by_the_best_name_there_is(office: Office, values: dict[str, object]) -> None:
    prospect = office.prospect(key="BETA-1", **values)
    mutes.mute(office.context, prospect, RULE)
    name = values.get("company") or values.get("contact_name") or "BETA-1"
    assert undo(office.context) == f"Muted “{RULE}” for {name}"


@pytest.mark.parametrize("for_all", [True, False])
def test_a_rule_that_is_none_cannot_be_muted(office: Office, for_all: bool) -> None:
    with pytest.raises(UserError, match=r"There is no alert rule “boredom”"):
        if for_all:
            mutes.mute_for_all(office.context, "boredom")
        else:
            mutes.mute(office.context, office.prospect(), "boredom")
    assert office.rows("SELECT 1 FROM settings") == []


def test_a_deleted_prospect_cannot_be_muted(office: Office) -> None:
    prospect = office.prospect()
    office.delete(prospect)
    for gone in (prospect, RecordId(99)):
        with pytest.raises(UserError, match="no longer there"):
            mutes.mute(office.context, gone, RULE)


def test_a_mute_for_all_clears_only_what_nobody_handled(office: Office) -> None:
    states = ("Pending", "Acknowledged", "Actioned")
    alerts = [
        office.add("alerts", rule=RULE, status=status, expires_at=office.ago(days=-7), raised_at=office.ago())
        for status in states
    ]
    other = office.add("alerts", rule="no answer", status="Pending", expires_at=office.ago(days=-7), raised_at=office.ago())
    mutes.mute_for_all(office.context, RULE)
    assert [office.values("alerts", each)["status"] for each in alerts] == ["Expired", "Acknowledged", "Actioned"]
    assert office.values("alerts", other)["status"] == "Pending"
    assert office.values("alerts", alerts[0])["note"] == "cleared: the rule is off"


def test_the_mutes_of_all_are_listed_first_and_by_name(office: Office) -> None:
    prospect = office.prospect(company="Quillon")
    mutes.mute(office.context, prospect, RULE)
    for rule in sorted(RULE_NAMES)[:3]:
        mutes.mute_for_all(office.context, rule)
    listed = muted_rules(office.context)
    for_all = [each.rule for each in listed if each.prospect is None]
    assert for_all == sorted(for_all, key=str.casefold)
    assert listed[len(for_all)].prospect == prospect


@pytest.mark.parametrize(("currency", "rate"), [("usd", "0.9"), (" CHF ", "1.05"), ("JPY", "0.006")])
def test_a_rate_is_kept_by_its_code(office: Office, currency: str, rate: str) -> None:
    set_rate(office.context, currency, rate)
    assert str(office.context.settings.payments.rates[currency.strip().upper()]) == rate


def test_a_second_rate_leaves_the_first(office: Office) -> None:
    set_rate(office.context, "USD", "0.9")
    set_rate(office.context, "CHF", "1.05")
    set_rate(office.context, "USD", "0.8")
    assert {code: str(rate) for code, rate in office.context.settings.payments.rates.items()} == {"USD": "0.8", "CHF": "1.05"}
    set_rate(office.context, "USD", None)
    assert list(office.context.settings.payments.rates) == ["CHF"]
    assert undo(office.context) == "Took the rate of USD away"


@pytest.mark.parametrize(("currency", "rate"), [("dollars", "1"), ("USD", "zero"), ("USD", "0"), ("USD", "-1"), ("EUR", "1")])
def test_a_rate_that_makes_no_sense_is_refused(office: Office, currency: str, rate: str) -> None:
    with pytest.raises(UserError):
        set_rate(office.context, currency, rate)
    assert dict(office.context.settings.payments.rates) == {}


def stages(office: Office, journey: str = "Engagement") -> list[str]:
    found = office.context.settings.journey(journey)
    return [stage.name for stage in found.stages] if found else []


def test_journeys_and_stages_change_one_step_each(office: Office) -> None:
    before = stages(office)
    journeys.add_stage(office.context, "Engagement", "Rehearsal", 2, 5)
    assert stages(office) == [before[0], "Rehearsal", *before[1:]]
    journeys.rename_stage(office.context, "Engagement", "Rehearsal", "Trial")
    journeys.reorder_stages(office.context, "Engagement", ["Trial", *before])
    assert stages(office) == ["Trial", *before]
    journeys.remove_stage(office.context, "Engagement", "Trial", before[0])
    assert stages(office) == before
    journeys.rename_journey(office.context, "Engagement", "Courtship")
    journeys.add_journey(office.context, "Renewal", ["Asked", "Signed"])
    journeys.remove_journey(office.context, "Lifecycle")
    names = [journey.name for journey in office.context.settings.journeys]
    assert "Courtship" in names
    assert "Renewal" in names
    assert "Lifecycle" not in names
    labels = [undo(office.context) for _ in range(7)]
    assert labels == [
        "Removed the journey “Lifecycle”",
        "Added the journey “Renewal”",
        "Renamed “Engagement” to “Courtship”",
        f"Joined the stage “Trial” into “{before[0]}”",
        "Reordered Engagement",
        "Renamed the stage “Rehearsal” to “Trial”",
        "Added the stage “Rehearsal” to Engagement",
    ]
    assert stages(office) == before


def test_several_edits_are_one_step_or_none(office: Office) -> None:
    before = stages(office)
    first = lambda raw: edit_stages.rename_stage(raw, "Engagement", "Exploration", "Discovery")  # noqa: E731
    second = lambda raw: edit_stages.rename_stage(raw, "Engagement", "Discovery", "Research")  # noqa: E731
    journeys.save_edits(office.context, [first, second], "Changed stages")
    assert stages(office)[1] == "Research"
    assert undo(office.context) == "Changed stages"
    assert stages(office) == before
    with pytest.raises(UserError):
        journeys.save_edits(office.context, [first, first], "Changed stages")
    assert stages(office) == before


def test_the_first_journey_stays(office: Office) -> None:
    with pytest.raises(UserError):
        journeys.remove_journey(office.context, "Engagement")


def test_a_rule_muted_for_all_is_off_at_once(office: Office) -> None:
    mutes.mute_for_all(office.context, RULE)
    assert RULE not in office.context.settings.alerts.on
    mutes.mute_for_all(office.context, RULE, muted=False)
    assert RULE in office.context.settings.alerts.on
    assert undo(office.context) == f"Unmuted “{RULE}” for all"


def test_a_rule_may_be_muted_whose_settings_record_was_deleted(office: Office) -> None:
    prospect = office.prospect(key="BETA-1")
    mutes.mute(office.context, prospect, RULE)
    undo(office.context)
    mutes.mute(office.context, prospect, "no answer")
    assert office.rows("SELECT value FROM settings WHERE NOT deleted") == [('["no answer"]',)]


def test_a_mute_says_that_alerts_may_be_others(office: Office) -> None:
    prospect = office.prospect()
    mutes.mute(office.context, prospect, RULE)
    assert {"alerts", "settings"} <= office.last().kinds
    office.heard.clear()
    mutes.mute_for_all(office.context, RULE)
    assert {"alerts", "settings"} <= office.last().kinds


def test_a_change_without_a_difference_still_renews_the_page(office: Office) -> None:
    settings.change_settings(office.context, {"alerts.no_answer_days": None}, "As shipped")
    assert "settings" in office.last().kinds
    assert undo(office.context) is None
