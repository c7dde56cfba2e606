"""A rep's day by command, against a running sandbox."""

import contextlib
import csv
import json
import random
import subprocess
from pathlib import Path

import pytest

from journeydesk.sandbox.server import Sandbox
from tests.e2e.conftest import Shell, remote_records


def first_key(shell: Shell) -> str:
    return str(exported(shell, "Beta Applications")[0]["Application ID"])


def exported(shell: Shell, table: str) -> list[dict[str, object]]:
    found: list[dict[str, object]] = json.loads(shell.run("export", "--table", table, "--format", "json"))
    return found


def test_setup_names_what_is_missing_and_creates_it_only_when_told(shell: Shell) -> None:
    assert "Create what is missing" in shell.run("setup")
    made = shell.json("setup", "--create-missing")
    assert "Journeydesk Settings" in made["created"]
    assert shell.json("setup")["missing"] == []


def test_a_second_sync_with_nothing_changed_moves_nothing(synced: Shell) -> None:
    facts = synced.json("sync")
    assert (facts["pulled"], facts["pushed"], facts["pending"], facts["conflicts"]) == (0, 0, 0, 0)
    assert facts["calls"] == 1


def test_a_logged_call_is_there_exactly_once_after_a_sync(locked: Shell, sandbox: Sandbox) -> None:
    key = locked.json(
        "log", "--prospect", first_key(locked), "--type", "call", "--summary", "Wants two references", "--duration", "15"
    )["key"]
    assert locked.json("sync")["pushed"] == 1
    found = [r["fields"] for r in remote_records(sandbox, "Customer Interactions") if r["fields"].get("Interaction ID") == key]
    assert [(f["Summary"], f["Duration"], f["Type"]) for f in found] == [("Wants two references", 15, "Call")]


def test_a_logged_call_is_there_once_however_often_sync_is_killed(locked: Shell, sandbox: Sandbox) -> None:
    chance = random.Random(20_261_121)
    prospect = first_key(locked)
    keys = []
    for number in range(5):
        keys.append(locked.json("log", "--prospect", prospect, "--type", "Call", "--summary", f"Call {number}")["key"])
        process = locked.start("sync")
        with contextlib.suppress(subprocess.TimeoutExpired):
            process.wait(chance.uniform(0.25, 1.1))
        process.kill()
        process.communicate()
    locked.run("sync")
    there = [r["fields"].get("Interaction ID") for r in remote_records(sandbox, "Customer Interactions")]
    assert [there.count(key) for key in keys] == [1] * 5
    doctor = {check["name"]: check["ok"] for check in locked.json("doctor")["checks"]}
    assert doctor["database"]
    mended = {check["name"]: check["found"] for check in locked.json("doctor", "--mend")["checks"]}
    assert "sound" in mended["mending"]


def test_an_edit_in_airtable_comes_here_and_one_here_goes_there(synced: Shell, sandbox: Sandbox, tmp_path: Path) -> None:
    key = first_key(synced)
    file = tmp_path / "edit.csv"
    file.write_text(f"Application ID,Notes\n{key},Wants two references\n", encoding="utf-8")
    synced.json("import", str(file), "--table", "Beta Applications")
    file.write_text(f"Application ID,Phone,Notes\n{key},+44 20 7946 0132,\n", encoding="utf-8")
    kept = synced.json("import", str(file), "--table", "Beta Applications", "--dry-run", "--empty-clears")
    assert kept["clears"] == {"Notes": 1}
    assert synced.json("import", str(file), "--table", "Beta Applications", "--empty-clears")["updated"] == 1
    assert synced.json("import", str(file), "--table", "Beta Applications")["same"] == 1
    synced.run("sync")
    record = next(r["fields"] for r in remote_records(sandbox, "Beta Applications") if r["fields"]["Application ID"] == key)
    assert record["Phone"] == "+44 20 7946 0132"
    assert "Notes" not in record


@pytest.mark.fault(59)
def test_a_rehearsed_import_changes_nothing_and_its_buckets_sum_up(synced: Shell, tmp_path: Path) -> None:
    before = exported(synced, "Beta Applications")
    file = tmp_path / "leads.csv"
    rows = [["Company", "Email", "Next Follow-up"], ["Acme", "a@acme.example", "2026-12-01"], ["Bad", "b@acme.example", "soon"]]
    with file.open("w", newline="", encoding="utf-8") as handle:
        csv.writer(handle, delimiter=";").writerows(rows)
    facts = synced.json("import", str(file), "--table", "Beta Applications", "--dry-run", status=3)
    assert (facts["created"], facts["updated"], facts["same"], facts["invalid"]) == (1, 0, 0, 1)
    assert "Next Follow-up: “soon” is not a date" in facts["errors"][0]["message"]
    assert exported(synced, "Beta Applications") == before


def test_a_delete_goes_to_airtable_unless_undone_before(synced: Shell, sandbox: Sandbox) -> None:
    keys = [str(row["Application ID"]) for row in exported(synced, "Beta Applications")[:2]]
    synced.run("delete", "--table", "Beta Applications", keys[0])
    synced.run("undo")
    synced.run("delete", "--table", "Beta Applications", keys[1])
    synced.run("sync")
    there = {r["fields"].get("Application ID") for r in remote_records(sandbox, "Beta Applications")}
    assert keys[0] in there
    assert keys[1] not in there


def test_a_move_is_an_event_and_its_projection_goes_to_airtable(synced: Shell, sandbox: Sandbox) -> None:
    key = first_key(synced)
    synced.run("move", "--prospect", key, "--journey", "engagement", "--stage", "Mastery", "--reason", "signed")
    synced.run("sync")
    record = next(r["fields"] for r in remote_records(sandbox, "Beta Applications") if r["fields"]["Application ID"] == key)
    assert (record["Journey Stage"], record["Journey Points"]) == ("Mastery", 300)
    kinds = [r["fields"]["Event"] for r in remote_records(sandbox, "Journey Events") if r["fields"].get("Stage") == "Mastery"]
    assert "stage_set" in kinds


def test_a_status_with_an_amount_adds_for_customers(synced: Shell) -> None:
    key = first_key(synced)
    synced.run("status", "--prospect", key, "--set", "PROSPECT", "--ltv", "100.00")
    facts = synced.json("status", "--prospect", key, "--set", "CUSTOMER", "--ltv", "49.50")
    assert (facts["status"], facts["ltv"]) == ("CUSTOMER", {"amount": "149.50", "currency": "EUR"})


def test_the_same_event_taken_in_twice_counts_once(synced: Shell, tmp_path: Path) -> None:
    file = tmp_path / "event.json"
    file.write_text(
        f'{{"customer_id": "{first_key(synced)}", "event": "demo_requested", "timestamp": "2026-05-18T10:00:00Z"}}',
        encoding="utf-8",
    )
    assert synced.json("event", str(file))["added"] == 1
    assert synced.json("event", str(file))["repeated"] == 1


def test_the_weekly_report_is_written_as_pdf(synced: Shell, tmp_path: Path) -> None:
    target = tmp_path / "week.pdf"
    synced.run("report", "acquisition", "--period", "2026-W46", "--output", str(target))
    assert target.read_bytes().startswith(b"%PDF-")


def test_after_a_restore_sync_brings_what_was_sent_since(synced: Shell, sandbox: Sandbox, tmp_path: Path) -> None:
    key, copy = first_key(synced), tmp_path / "copy.db"
    synced.run("backup", str(copy))
    synced.run("log", "--prospect", key, "--type", "Call", "--summary", "After the copy")
    synced.run("sync")
    done = synced.json("restore", str(copy))
    calls = done["tables"]["Customer Interactions"]
    assert calls["before"] == calls["now"] + 1
    assert Path(done["aside"]).is_file()
    assert not any(row.get("Summary") == "After the copy" for row in exported(synced, "Customer Interactions"))
    synced.run("sync")
    assert [row.get("Summary") for row in exported(synced, "Customer Interactions")].count("After the copy") == 1
    assert [r["fields"].get("Summary") for r in remote_records(sandbox, "Customer Interactions")].count("After the copy") == 1
    assert "no file" in synced.run("restore", str(tmp_path / "nowhere.db"), status=1)
    other = tmp_path / "other.db"
    other.write_text("something else " * 1000, encoding="utf-8")
    assert "is no copy of this database" in synced.run("restore", str(other), status=1)
