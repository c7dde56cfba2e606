"""Scores and alerts by their rules (docs/rules.md, "Lead score" and docs/rules.md, "Alerts")."""

import tomllib

import pytest

from journeydesk.config import resources
from journeydesk.domain.alerts.alert import alert_id, next_status, status_at
from journeydesk.domain.errors import SettingError, UserError
from journeydesk.domain.journeys.fold import fold
from journeydesk.domain.rules.applications import hot_application
from journeydesk.domain.rules.jumps import BIG_JUMP, STAGE_SKIP, journey_alerts
from journeydesk.domain.score import score
from journeydesk.domain.settings import merged
from journeydesk.domain.settings.read import team_settings
from tests.unit.domain.test_fold import SETTINGS, event

DEFAULTS = tomllib.loads((resources() / "journeydesk.toml").read_text(encoding="utf-8"))


def test_the_best_application_scores_fifty_and_its_reasons_sum_to_it() -> None:
    best = {
        "industry": "News",
        "priority_level": "Critical",
        "volume_estimate": "100k+",
        "technical_capability": "API",
        "use_case": "x" * 280,
    }
    found = score(SETTINGS, best, 3.0)
    assert found.total == 50
    assert sum(reason.points for reason in found.reasons) == 50


@pytest.mark.parametrize(("hours", "points"), [(24.0, 5), (24.1, 3), (72.0, 3), (72.1, 0), (None, 0)])
def test_an_answer_counts_by_how_soon_it_came(hours: float | None, points: int) -> None:
    assert score(SETTINGS, {}, hours).reasons[-1].points == points


@pytest.mark.parametrize(("target", "rule"), [("3", STAGE_SKIP), ("4", STAGE_SKIP), ("5", BIG_JUMP), ("6", BIG_JUMP)])
def test_a_cta_ahead_raises_a_skip_or_a_jump_by_its_gap(target: str, rule: str) -> None:
    standing = fold(SETTINGS, [event(1, "application_received"), event(2, "cta_clicked", stage=target, points=5)])
    assert [draft.rule for draft in journey_alerts(SETTINGS, "BETA-1", "Acme", standing)] == [rule]


def test_a_cta_one_stage_ahead_raises_nothing() -> None:
    standing = fold(SETTINGS, [event(1, "application_received"), event(2, "cta_clicked", stage="2", points=5)])
    assert journey_alerts(SETTINGS, "BETA-1", "Acme", standing) == []


def test_two_machines_derive_the_same_alert() -> None:
    assert alert_id("big jump", "BETA-1", "E1") == alert_id("big jump", "BETA-1", "E1")
    assert alert_id("big jump", "BETA-1", "E1") != alert_id("big jump", "BETA-1", "E2")


@pytest.mark.parametrize(("total", "raised"), [(45, False), (46, True)])
def test_an_application_is_hot_above_forty_five(total: int, raised: bool) -> None:
    assert (hot_application(SETTINGS, "BETA-1", "Acme", total, "2026-05-01T08:00:00.000Z") is not None) is raised


def test_an_alert_goes_forward_only() -> None:
    assert next_status("Pending", "Acknowledged") == "Acknowledged"
    assert next_status("Acknowledged", "Actioned") == "Actioned"
    with pytest.raises(UserError, match="cannot become"):
        next_status("Actioned", "Acknowledged")


def test_a_pending_alert_expires_and_an_acknowledged_one_does_not() -> None:
    assert status_at("Pending", "2026-05-08T08:00:00.000Z", "2026-05-08T08:00:00.000Z") == "Expired"
    assert status_at("Acknowledged", "2026-05-08T08:00:00.000Z", "2027-01-01T00:00:00.000Z") == "Acknowledged"


@pytest.mark.parametrize(
    ("override", "key"),
    [
        ({"points": {"thresholds": [5, 1]}}, "points.thresholds"),
        ({"team": {"time_zone": "Mars/Olympus"}}, "team.time_zone"),
        ({"team": {"currency": "euro"}}, "team.currency"),
        ({"score": {"hot_above": 99}}, "score.hot_above"),
        ({"moves": {"login": {"Deal": "Nowhere"}}}, "moves.login.Deal"),
    ],
)
def test_a_wrong_setting_names_its_key_and_what_is_allowed(override: dict[str, object], key: str) -> None:
    with pytest.raises(SettingError) as wrong:
        team_settings(merged(DEFAULTS, override))
    assert wrong.value.key == key
    assert wrong.value.allowed
