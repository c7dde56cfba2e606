"""The commands for what the team shares, run as `journeydesk` runs them, in this process."""

import argparse
import json
from datetime import UTC, datetime
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from journeydesk.cli.run import run
from journeydesk.credentials import go_unencrypted
from journeydesk.domain.rules.registry import RULE_NAMES


class Line:
    """Commands on one workspace: their status, and what they printed."""

    def __init__(self, capsys: pytest.CaptureFixture[str]) -> None:
        self._capsys = capsys

    def run(self, *words: str, status: int = 0) -> str:
        """Ends with this status; both outputs together."""

        def window(_: argparse.Namespace) -> int:
            raise AssertionError("no window")

        try:
            found = run(words, open_window=window, run_demo=window, run_sandbox=window, run_serve=window)
        except SystemExit as ended:
            found = int(ended.code or 0)
        out = self._capsys.readouterr()
        assert found == status, out
        return out.out + out.err

    def json(self, *words: str, status: int = 0) -> Any:
        """What it printed as JSON."""
        return json.loads(self.run(*words, "--json", status=status))


@pytest.fixture
def line(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Line:
    monkeypatch.setenv("JOURNEYDESK_HOME", str(tmp_path))
    go_unencrypted(tmp_path / "workspace")
    monkeypatch.setenv("JOURNEYDESK_ACTOR", "Amaia Etxarri")
    return Line(capsys)


def event(customer: str, kind: str, **more: Any) -> dict[str, Any]:
    return {"customer_id": customer, "event": kind, "timestamp": "2026-05-19T08:00:00Z"} | more


def take(line: Line, tmp_path: Path, *events: dict[str, Any], status: int = 0) -> Any:
    file = tmp_path / "events.json"
    file.write_text(json.dumps(events), encoding="utf-8")
    return line.json("event", str(file), status=status)


def test_settings_are_shown_set_taken_back_and_remembered(line: Line) -> None:
    assert line.json("settings", "show", "alerts.no_answer_days")[0]["value"] == 7
    assert line.json("settings", "set", "alerts.no_answer_days", "5") == {
        "key": "alerts.no_answer_days",
        "value": 5,
        "shipped": 7,
        "own": True,
    }
    line.run("settings", "set", "team.name", "Ostrelle")
    assert {one["key"] for one in line.json("settings") if one["own"]} == {"alerts.no_answer_days", "team.name"}
    assert line.json("settings", "reset", "team.name")["value"] == "My team"
    assert [one["key"] for one in line.json("settings", "history")][-1] == "alerts.no_answer_days"
    line.run("undo")
    assert "Ostrelle" in line.run("settings", "show", "team")


@pytest.mark.parametrize(
    ("key", "value", "words"),
    [
        ("alerts.no_answer_days", "0", "alerts.no_answer_days is 0; allowed is a whole number from 1 to 365"),
        ("team.time_zone", "Mars/Olympus", "allowed is a time zone like Europe/Berlin"),
        ("events.share", "some", "allowed is daily sums or all"),
        ("alerts.guessed", "1", "There is no setting “alerts.guessed”"),
    ],
)
def test_a_wrong_setting_is_refused_with_key_value_and_range(line: Line, key: str, value: str, words: str) -> None:
    assert words in line.run("settings", "set", key, value, status=1)
    assert not [one for one in line.json("settings") if one["own"]]


def test_rates_are_set_shown_with_the_totals_and_taken_away(line: Line) -> None:
    assert line.json("rates", "set", "usd", "0.92") == {"USD": "0.92"}
    assert line.json("rates")["rates"] == {"USD": "0.92"}
    assert "1 USD = 0.92 EUR" in line.run("rates")
    assert line.json("rates", "remove", "USD") == {}
    assert "out of range" in line.run("rates", "set", "USD", "0", status=1)
    assert "the team's own currency" in line.run("rates", "set", "EUR", "1", status=1)


def test_rules_are_listed_switched_and_silenced_by_name_case_forgiven(line: Line) -> None:
    assert len(line.json("rules")) == len(RULE_NAMES)
    assert line.json("rules", "off", "FORTUNE 500") == {"name": "Fortune 500", "on": False, "notifies": True}
    assert line.json("rules", "silent", "churn risk")["notifies"] is False
    assert {one["name"] for one in line.json("rules", "list") if not one["on"]} == {"Fortune 500"}
    line.run("rules", "on", "Fortune 500")
    assert "There is no alert rule “guesswork”" in line.run("rules", "on", "guesswork", status=1)


def test_an_automation_is_rehearsed_switched_logged_and_taken_back(line: Line, tmp_path: Path) -> None:
    now = datetime.now(ZoneInfo("Europe/Berlin"))
    accepted = event("visitor 7", "application_accepted", customer_name="Jo", timestamp=now.isoformat())
    take(line, tmp_path, accepted)
    runs = line.json("automation", "log")
    assert [(one["automation"], len(one["made"])) for one in runs] == [("onboarding tasks", 5)]
    found = line.json("automation", "dry-run", "onboarding tasks", "--period", f"{now:%Y-%m}")
    assert (found["runs"], found["tasks"]) == (1, 5)
    assert "would have made 5 tasks" in line.run("automation", "dry-run", "onboarding tasks", "--period", f"{now:%Y-%m}")
    line.run("automation", "undo", str(runs[0]["id"]))
    assert line.json("automation", "log")[0]["taken_back_at"]
    assert "taken back already" in line.run("automation", "undo", str(runs[0]["id"]), status=1)
    assert line.json("automation", "off", "tier") == {"name": "tier", "on": False}
    assert [one["name"] for one in line.json("automation") if not one["on"]] == ["tier"]


def test_a_changed_journey_is_previewed_and_moves_just_those(line: Line, tmp_path: Path) -> None:
    take(line, tmp_path, event("visitor 7", "application_reviewed", customer_name="Jo"))
    words = ("journeys", "remove-stage", "Deal", "Technical Review", "--into", "Qualified Lead")
    before = line.json("journeys", "show", "Deal")[0]["stages"]
    previewed = line.json(*words, "--preview")
    assert previewed["moving"] == [{"journey": "Deal", "from": "Technical Review", "to": "Qualified Lead", "count": 1}]
    assert line.json("journeys", "show", "Deal")[0]["stages"] == before
    assert line.json(*words)["moving"] == previewed["moving"]
    after = line.json("journeys", "show", "Deal")[0]["stages"]
    assert [(one["name"], one["count"]) for one in after if one["count"]] == [("Qualified Lead", 1)]
    line.run("undo")
    assert line.json("journeys", "show", "Deal")[0]["stages"] == before


def test_journeys_and_stages_are_added_renamed_limited_and_removed(line: Line) -> None:
    line.run("journeys", "add", "Partner", "Asked", "Signed")
    line.run("journeys", "add-stage", "Partner", "Agreed", "--place", "2", "--limit", "5")
    line.run("journeys", "rename-stage", "Partner", "Asked", "Contacted")
    line.run("journeys", "limit", "Partner", "Signed", "9")
    line.run("journeys", "reorder", "Partner", "Agreed", "Contacted", "Signed")
    stages = line.json("journeys", "show", "Partner")[0]["stages"]
    assert [(one["name"], one["limit_days"]) for one in stages] == [("Agreed", 5), ("Contacted", None), ("Signed", 9)]
    line.run("journeys", "rename", "Partner", "Alliance")
    line.run("journeys", "remove", "Alliance")
    assert len(line.json("journeys")) == 5
    assert "points and alerts stand on it" in line.run("journeys", "remove", "Engagement", status=1)


def test_alerts_are_listed_handled_snoozed_and_woken(line: Line, tmp_path: Path) -> None:
    at = datetime.now(UTC).isoformat()
    take(line, tmp_path, event("visitor 7", "cta_clicked", stage="5", customer_name="Jo", timestamp=at))
    found = [one for one in line.json("alerts") if one["rule"] == "big jump"]
    assert [one["priority"] for one in found] == ["Urgent"]
    key = found[0]["key"]
    assert line.json("alerts", "snooze", key, "--until", "changes stage") == {"step": "snooze", "count": 1}
    assert [one["snoozed_for"] for one in line.json("alerts", "list", "--status", "snoozed")] == ["changes stage"]
    line.run("alerts", "wake", key[:12])
    line.run("alerts", "snooze", key, "--until", "2h")
    line.run("alerts", "wake", key)
    line.run("alerts", "acknowledge", key)
    line.run("alerts", "done", key, "--note", "Called them")
    assert [one["rule"] for one in line.json("alerts", "list", "--status", "actioned")] == ["big jump"]
    assert "fits no alert" in line.run("alerts", "done", "ALR-none", status=1)


def test_a_score_is_shown_set_by_hand_and_handed_back(line: Line, tmp_path: Path) -> None:
    take(line, tmp_path, event("BETA-AAAA0001", "application_received", customer_name="Jo"))
    words = ("score", "--prospect", "BETA-AAAA0001")
    assert (line.json(*words)["score"], len(line.json(*words)["reasons"])) == (0, 6)
    by_hand = line.json(*words, "--set", "33")
    assert (by_hand["score"], by_hand["by_hand"], by_hand["by_rules"]) == (33, True, 0)
    assert "0 to 50" in line.run(*words, "--set", "51", status=1)
    assert line.json(*words, "--hand-back")["by_hand"] is False


def test_events_of_nobody_are_listed_given_or_dropped(line: Line, tmp_path: Path) -> None:
    take(line, tmp_path, event("BETA-AAAA0001", "application_received", customer_name="Jo"))
    first, second = event("nobody", "login", event_id="E1"), event("nobody", "payment_succeeded", event_id="E2")
    assert take(line, tmp_path, first, second, status=3)["unmatched"] == 2
    assert [one["id"] for one in line.json("unmatched")] == ["E1", "E2"]
    line.run("unmatched", "assign", "E2", "--prospect", "BETA-AAAA0001")
    assert line.json("status", "--prospect", "BETA-AAAA0001")["status"] == "CUSTOMER"
    line.run("unmatched", "drop", "E1")
    assert line.json("unmatched") == []
    assert "No event “E1” waits" in line.run("unmatched", "drop", "E1", status=1)


def test_todays_tasks_are_listed_and_postponed(line: Line) -> None:
    key = line.json("task", "add", "--title", "Call them", "--due", "today 23:59")["key"]
    assert [one["key"] for one in line.json("task", "today")["today"]] == [key]
    line.run("task", "postpone", key, "3d")
    assert line.json("task", "today") == {"overdue": [], "today": []}


@pytest.mark.parametrize(
    ("amount", "status"),
    [("10000.00", 0), ("0.00", 0), ("10000.01", 1), ("1e30", 1), ("-0.01", 1), ("12.345", 1), ("1_000", 1), ("٣", 1)],
)
def test_an_ltv_amount_is_checked_to_the_cent(line: Line, tmp_path: Path, amount: str, status: int) -> None:
    take(line, tmp_path, event("BETA-AAAA0001", "application_received", customer_name="Jo"))
    words = line.run("status", "--prospect", "BETA-AAAA0001", f"--ltv={amount}", status=status)
    assert status == 0 or "LTV" in words
    assert status == 0 or "0.00 to 10,000.00" in words


def test_customer_amounts_add_up_and_others_replace(line: Line, tmp_path: Path) -> None:
    take(line, tmp_path, event("BETA-AAAA0001", "application_received", customer_name="Jo"))

    def status(*words: str) -> tuple[str, float]:
        found = line.json("status", "--prospect", "BETA-AAAA0001", *words)
        return found["status"], float(found["ltv"]["amount"])

    assert status("--set", "customer", "--ltv", "100.10") == ("CUSTOMER", 100.1)
    assert status("--set", "CUSTOMER", "--ltv", "0.20") == ("CUSTOMER", 100.3)
    assert status("--set", "CHURNED", "--ltv", "50") == ("CHURNED", 50.0)
    assert status("--ltv", "7") == ("CHURNED", 7.0)
    line.run("undo")
    line.run("undo")
    assert status() == ("CUSTOMER", 100.3)


def test_a_standing_is_shown_with_history_first_and_last_touch(line: Line, tmp_path: Path) -> None:
    take(
        line,
        tmp_path,
        event("BETA-AAAA0001", "application_received", customer_name="Jo", timestamp="2026-05-01T08:00:00Z"),
        event("BETA-AAAA0001", "cta_clicked", timestamp="2026-05-02T08:00:00Z", metadata={"cta": "A", "utm_source": "x"}),
        event("BETA-AAAA0001", "cta_clicked", timestamp="2026-05-03T08:00:00Z", stage="6", metadata={"cta": "B", "points": 50}),
    )
    found = line.json("show", "--prospect", "BETA-AAAA0001")
    assert found["journeys"]["Engagement"]["stage"] == "Construction"
    assert [one["stage"] for one in found["history"]["Engagement"]] == ["Construction", "Call to Discovery"]
    assert found["history"]["Engagement"][1]["hours"] == 48.0
    assert (found["points"], found["first_touch"]["cta"], found["last_touch"]["cta"]) == (260, "A", "B")
    assert "First touch: A" in line.run("show", "--prospect", "BETA-AAAA0001")
