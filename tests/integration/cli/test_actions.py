"""Commands on one prospect: log, move, status, show, score, event, undo, and tasks."""

from typing import Any

import pytest

from tests.integration.cli.conftest import CUSTOMER, CommandLine

CALL = ("log", "--prospect", CUSTOMER, "--type", "Call", "--summary", "Said hello")


def test_a_log_says_its_key_and_keeps_every_detail(line: CommandLine, prospect: str) -> None:
    details = ("--outcome", "Reached", "--duration", "15", "--next-steps", "Send the offer", "--follow-up", "2026-12-24")
    words, errors = line.outputs(*CALL, *details)
    (row,) = line.exported("Customer Interactions")
    assert words.startswith(f"Logged as {row['Interaction ID']}. It is saved here and sent with the next sync.")
    assert errors == ""
    assert {name: row[name] for name in ("Type", "Summary", "Outcome", "Duration", "Next Steps")} == {
        "Type": "Call",
        "Summary": "Said hello",
        "Outcome": "Reached",
        "Duration": 15,
        "Next Steps": "Send the offer",
    }
    assert line.exported("Beta Applications")[0]["Next Follow-up"] == "2026-12-24"


def test_a_log_as_json_is_one_object(line: CommandLine, prospect: str) -> None:
    facts = line.json(*CALL, "--no-next-step", "no budget")
    assert set(facts) == {"key", "prospect", "next_step"}
    assert (facts["prospect"], facts["next_step"]) == (prospect, True)


@pytest.mark.parametrize(
    ("words", "refusal"),
    [
        (("--follow-up", "2026-02-30"), "“2026-02-30” is not a date"),
        (("--follow-up", "someday"), "is not a date that can be understood"),
        (("--outcome", "Fabulous"), "not a choice"),
    ],
)
def test_a_wrong_log_is_one_sentence_and_logs_nothing(
    line: CommandLine, prospect: str, words: tuple[str, ...], refusal: str
) -> None:
    out, errors = line.outputs(*CALL, *words, status=1)
    assert refusal in errors
    assert (out, errors.count("\n")) == ("", 1)
    assert line.exported("Customer Interactions") == []


def test_a_move_is_shown_with_its_reason_and_time(line: CommandLine, prospect: str) -> None:
    move = ("move", "--prospect", prospect, "--journey", "engagement", "--stage", "Mastery", "--reason", "signed")
    assert line.run(*move) == f"Moved {prospect} to Mastery.\n"
    shown = line.json("show", "--prospect", prospect)
    standing = shown["journeys"]["Engagement"]
    assert (standing["stage"], standing["reason"], standing["actor"]) == ("Mastery", "Signed", "Amaia Etxarri")
    assert standing["until"] is None
    assert shown["points"] == 300
    assert "Mastery since" in line.run("show", "--prospect", prospect)


def test_a_move_can_be_undone_and_then_nothing_is_left(line: CommandLine, prospect: str) -> None:
    before = line.json("show", "--prospect", prospect)["journeys"]["Engagement"]["stage"]
    line.run("move", "--prospect", prospect, "--journey", "Engagement", "--stage", "Mastery")
    assert "Mastery" in line.json("undo")["undone"]
    assert line.json("show", "--prospect", prospect)["journeys"]["Engagement"]["stage"] == before


def test_undo_on_an_empty_workspace_says_so(line: CommandLine) -> None:
    assert line.outputs("undo", status=1) == ("", "There is nothing to undo.\n")


@pytest.mark.parametrize("command", ["log", "move", "status", "show", "score"])
def test_an_unknown_prospect_is_refused_by_every_command(line: CommandLine, command: str) -> None:
    more = {
        "log": ("--type", "Call", "--summary", "x"),
        "move": ("--journey", "Engagement", "--stage", "Mastery"),
    }.get(command, ())
    assert "no prospect" in line.run(command, "--prospect", "BETA-NOBODY00", *more, status=1)


@pytest.mark.parametrize(
    ("options", "status", "ltv"),
    [
        ((), None, None),
        (("--set", "CUSTOMER"), "CUSTOMER", None),
        (("--set", "PROSPECT", "--ltv", "12.50"), "PROSPECT", 12.5),
        (("--ltv", "0"), None, 0.0),
    ],
)
def test_a_status_shows_what_stands_after_it(
    line: CommandLine, prospect: str, options: tuple[str, ...], status: str | None, ltv: float | None
) -> None:
    facts = line.json("status", "--prospect", prospect, *options)
    amount = facts["ltv"] and float(facts["ltv"]["amount"])
    assert (amount, facts["stripe_net"], facts["mrr"]) == (ltv, None, None)
    assert ltv is None or facts["ltv"]["currency"] == "EUR"
    if status is not None:
        assert facts["status"] == status
    words = "none" if ltv is None else f"{ltv:.2f} EUR"
    assert line.run("status", "--prospect", prospect).endswith(f"LTV by hand {words}\n")


@pytest.mark.parametrize(
    ("options", "refusal"),
    [(("--ltv", "10000.01"), "10,000.00"), (("--ltv", "much"), "much"), (("--set", "FRIEND"), "not a status")],
)
def test_a_wrong_status_changes_nothing(line: CommandLine, prospect: str, options: tuple[str, ...], refusal: str) -> None:
    before = line.json("status", "--prospect", prospect)
    assert refusal in line.run("status", "--prospect", prospect, *options, status=1)
    assert line.json("status", "--prospect", prospect) == before


def _event(**different: Any) -> dict[str, Any]:
    return {"customer_id": CUSTOMER, "event": "demo_requested", "timestamp": "2026-11-02T10:00:00Z"} | different


def test_events_are_counted_by_what_became_of_them(line: CommandLine, prospect: str) -> None:
    stranger = _event(customer_id="cus_Stranger")
    assert line.events(_event()) == {"added": 1, "repeated": 0, "unmatched": 0, "new_prospects": 0}
    facts = line.events(_event(), stranger, status=3)
    assert (facts["added"], facts["repeated"], facts["unmatched"]) == (0, 1, 1)


def test_a_waiting_event_is_given_to_a_prospect(line: CommandLine, prospect: str) -> None:
    line.events(_event(customer_id="cus_Stranger"), status=3)
    (waiting,) = line.json("unmatched")
    assert (waiting["customer_id"], waiting["event"]) == ("cus_Stranger", "demo_requested")
    assert line.run("unmatched", "assign", waiting["id"], "--prospect", prospect) == f"The event is given to {prospect}.\n"
    assert line.run("unmatched") == "No event waits for its customer.\n"


def test_a_waiting_event_can_be_dropped(line: CommandLine, prospect: str) -> None:
    line.events(_event(customer_id="cus_Stranger"), status=3)
    line.run("unmatched", "drop", line.json("unmatched")[0]["id"])
    assert line.json("unmatched") == []


@pytest.mark.parametrize(
    ("text", "refusal"),
    [
        ("{", "is no JSON"),
        ('[{"customer_id": "x"}]', "Event 1 of 1"),
        ('[{"customer_id": "x", "event": "sneezed", "timestamp": "2026-05-18T10:00:00Z"}]', "Event 1 of 1"),
    ],
)
def test_a_wrong_file_of_events_is_refused_whole(line: CommandLine, text: str, refusal: str) -> None:
    assert refusal in line.run("event", line.write("bad.json", text), status=1)
    assert line.json("unmatched") == []


def test_a_file_of_events_that_is_not_there_is_named(line: CommandLine) -> None:
    assert "nowhere.json cannot be read" in line.run("event", "nowhere.json", status=1)


def test_events_may_come_on_standard_input(line: CommandLine, monkeypatch: pytest.MonkeyPatch) -> None:
    import io
    import json

    applied = _event(event="application_received", customer_name="Bo Li")
    monkeypatch.setattr("sys.stdin", io.StringIO(json.dumps(applied)))
    assert line.json("event", "-")["new_prospects"] == 1


def test_a_score_is_set_by_hand_and_handed_back(line: CommandLine, prospect: str) -> None:
    by_rules = line.json("score", "--prospect", prospect)
    assert by_rules["by_hand"] is False
    assert by_rules["score"] == by_rules["by_rules"] == sum(reason["points"] for reason in by_rules["reasons"])
    other = 1 if by_rules["score"] != 1 else 2
    by_hand = line.json("score", "--prospect", prospect, "--set", str(other))
    assert (by_hand["score"], by_hand["by_hand"], by_hand["by_rules"]) == (other, True, by_rules["by_rules"])
    assert "set by hand" in line.run("score", "--prospect", prospect)
    assert line.json("score", "--prospect", prospect, "--hand-back") == by_rules


def test_a_task_is_added_listed_postponed_and_done(line: CommandLine, prospect: str) -> None:
    added = line.json("task", "add", "--title", "Call them", "--due", "3d", "--prospect", prospect, "--kind", "Check-in")
    assert (added["title"], added["kind"], added["overdue"]) == ("Call them", "Check-in", False)
    (listed,) = line.json("task", "list")["upcoming"]
    assert listed == added
    assert "Upcoming" in line.run("task", "list")
    assert line.json("task", "today") == {"overdue": [], "today": []}
    assert line.run("task", "today") == "Nothing to do today.\n"
    later = line.json("task", "postpone", added["key"], "next month")
    assert later["due"] > added["due"]
    assert line.run("task", "done", added["key"][:8]) == "Done.\n"
    assert line.run("task", "list") == "Nothing to do.\n"


@pytest.mark.parametrize(
    ("words", "refusal"),
    [
        (("add", "--title", "x", "--due", "soon"), "Write it like fri 14:30"),
        (("add", "--title", " ", "--due", "3d"), ""),
        (("add", "--title", "x", "--due", "3d", "--prospect", "BETA-NOBODY00"), "no prospect"),
        (("done", "TASK-NONE"), "TASK-NONE"),
        (("postpone", "TASK-NONE", "3d"), "TASK-NONE"),
    ],
)
def test_a_wrong_task_command_changes_nothing(line: CommandLine, words: tuple[str, ...], refusal: str) -> None:
    assert refusal in line.outputs("task", *words, status=1)[1]
    assert line.run("task", "list") == "Nothing to do.\n"


@pytest.mark.parametrize("customer", ["visitor-7", "user@example.com", "cus_Nordlicht1", "  VISITOR 7 "])
def test_a_new_customer_is_shown_by_the_senders_id(line: CommandLine, customer: str) -> None:
    applied = {"customer_id": customer, "event": "application_received", "timestamp": "2026-11-01T10:00:00Z"}
    line.events({**applied, "customer_name": "Adaeze Nwokorie"})
    (row,) = line.exported("prospects")
    assert line.json("show", "--prospect", customer)["journeys"]
    assert line.json("status", "--prospect", customer, "--set", "PROSPECT")["status"] == "PROSPECT"
    assert row["Application ID"].startswith("BETA-")
