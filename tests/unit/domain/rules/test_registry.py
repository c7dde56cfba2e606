"""Every rule is found by its name, says what it does, and is on."""

import pytest

from journeydesk.domain.errors import SettingError
from journeydesk.domain.rules.registry import BY_NAME, RULE_NAMES, advice, why
from journeydesk.domain.settings import TeamSettings
from tests.unit.domain.rules.building import DEFAULTS, SETTINGS, settings


def test_every_name_has_its_rule_and_every_rule_is_on() -> None:
    assert set(BY_NAME) == RULE_NAMES == SETTINGS.alerts.on


def test_the_keys_of_a_rules_settings_are_there() -> None:
    for rule in BY_NAME.values():
        for key in rule.settings:
            table, name = key.split(".")
            assert name in DEFAULTS[table]


@pytest.mark.parametrize("name", sorted(RULE_NAMES))
def test_a_rule_says_why_in_sentences_with_the_teams_numbers(name: str) -> None:
    words = why(SETTINGS, name, "2026-05-26T09:00:00.000Z")
    assert words[0].isupper()
    assert words.endswith("or on 26 May 2026 if nobody handles it.")
    assert advice(name).title


def test_a_changed_number_changes_the_words() -> None:
    rules: TeamSettings = settings(alerts={"no_answer_days": 12})
    assert "12 days" in why(rules, "no answer", None)


def test_a_rule_that_this_version_does_not_know_is_said_to_be_unknown() -> None:
    assert "does not know" in why(SETTINGS, "of tomorrow", None)
    assert advice("of tomorrow").title == "Look at it"


@pytest.mark.parametrize(
    ("override", "key"),
    [
        ({"on": ["no such rule"]}, "alerts.on"),
        ({"error_rate_above": 5}, "alerts.error_rate_above"),
        ({"usage_down": 0}, "alerts.usage_down"),
        ({"satisfaction_at_most": 11}, "alerts.satisfaction_at_most"),
        ({"fortune_500": "Acme"}, "alerts.fortune_500"),
        ({"group_above": 0}, "alerts.group_above"),
    ],
)
def test_a_wrong_number_of_a_rule_names_its_key(override: dict[str, object], key: str) -> None:
    with pytest.raises(SettingError) as wrong:
        settings(alerts=override)
    assert wrong.value.key == key


def test_only_an_assignment_stays_and_only_rotting_gathers() -> None:
    assert [name for name, rule in BY_NAME.items() if not rule.clears_itself] == ["auto-assigned"]
    assert [name for name, rule in BY_NAME.items() if rule.gathers] == ["rotting"]


def test_a_rule_of_time_is_one_that_fires_because_nothing_happened() -> None:
    assert {name for name, rule in BY_NAME.items() if rule.by == "time"} >= {"no answer", "rotting", "unanswered application"}
    assert {name for name, rule in BY_NAME.items() if rule.by == "event"} >= {"hot application", "churn risk", "stage skip"}
