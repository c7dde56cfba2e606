"""Files in and out, copies, alerts, conflicts, doctor, and setup with sync against a small sandbox, in this process."""

import csv
import json
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from journeydesk.cli import opening
from journeydesk.sandbox.server import Sandbox
from tests.integration.cli.conftest import CommandLine

TABLE = "Beta Applications"


@pytest.fixture(scope="module")
def sandbox() -> Iterator[Sandbox]:
    """A team of ten."""
    with Sandbox.start(prospects=10, lift_limits=True) as running:
        yield running


@pytest.fixture
def connected(line: CommandLine, sandbox: Sandbox, monkeypatch: pytest.MonkeyPatch) -> CommandLine:
    """A workspace that knows the sandbox."""
    for name, value in (sandbox.addresses.environment() | {"JOURNEYDESK_SYNC_SETTLE_S": "0"}).items():
        monkeypatch.setenv(name, value)
    return line


def _sheet(line: CommandLine, *rows: str) -> str:
    return line.write("leads.csv", "\n".join(["Application ID,Company,Email", *rows]) + "\n")


def test_a_file_is_brought_in_and_again_changes_nothing(line: CommandLine) -> None:
    file = _sheet(line, "BETA-IMPORT01,Acme,a@acme.example", "BETA-IMPORT02,Bolt,b@bolt.example")
    first = line.json("import", file, "--table", TABLE)
    assert (first["created"], first["updated"], first["same"], first["rows"]) == (2, 0, 0, 2)
    assert line.json("import", file, "--table", TABLE)["same"] == 2
    file = _sheet(line, "BETA-IMPORT01,Acme Ltd,a@acme.example")
    assert line.json("import", file, "--table", "prospects")["updated"] == 1
    assert sorted(row["Company"] for row in line.exported(TABLE)) == ["Acme Ltd", "Bolt"]


def test_a_rehearsal_counts_alike_and_writes_nothing(line: CommandLine) -> None:
    file = _sheet(line, "BETA-IMPORT01,Acme,a@acme.example")
    assert line.json("import", file, "--table", TABLE, "--dry-run")["created"] == 1
    assert "1" in line.run("import", file, "--table", TABLE, "--dry-run")
    assert line.exported(TABLE) == []


def test_rows_left_out_are_named_saved_and_the_rest_comes_in(line: CommandLine, tmp_path: Path) -> None:
    file = _sheet(line, "BETA-IMPORT01,Acme,a@acme.example", "BETA-IMPORT02,Bolt,no address")
    failed = tmp_path / "failed.csv"
    _, errors = line.outputs("import", file, "--table", TABLE, "--failed", str(failed), status=3)
    assert "Row 3: " in errors
    rows = list(csv.reader(failed.read_text(encoding="utf-8-sig").splitlines()))
    assert len(rows) == 2
    assert [row["Company"] for row in line.exported(TABLE)] == ["Acme"]


@pytest.mark.parametrize(
    ("options", "refusal"),
    [
        (("--table", "Shoes"), "There is no table “Shoes”"),
        (("--table", TABLE, "--map", "Company"), "has no ="),
        (("--table", TABLE, "--delimiter", "ab"), "takes one sign, or the word tab"),
    ],
)
def test_a_wrong_import_is_one_sentence(line: CommandLine, options: tuple[str, ...], refusal: str) -> None:
    out, errors = line.outputs("import", _sheet(line, "BETA-IMPORT01,Acme,a@acme.example"), *options, status=1)
    assert (out, refusal in errors, errors.count("\n")) == ("", True, 1)


def test_columns_can_be_mapped_and_left_out(line: CommandLine) -> None:
    file = line.write("other.csv", "Nr\tFirm\tMail\nBETA-IMPORT01\tAcme\ta@acme.example\n")
    maps = ("--map", "Nr=Application ID", "--map", "Firm=Company", "--map", "Mail=")
    assert line.json("import", file, "--table", TABLE, "--delimiter", "tab", *maps)["created"] == 1
    (row,) = line.exported(TABLE)
    assert (row["Company"], "Email" in row and bool(row["Email"])) == ("Acme", False)


def test_an_export_goes_to_a_file_or_to_standard_output(line: CommandLine, prospect: str, tmp_path: Path) -> None:
    target = tmp_path / "out.csv"
    out, errors = line.outputs("export", "--table", TABLE, "--format", "csv", "--output", str(target))
    assert (out, errors) == ("", f"1 records of {TABLE} written to {target}.\n")
    printed = line.outputs("export", "--table", TABLE, "--format", "csv")[0]
    for text in (printed, target.read_text(encoding="utf-8-sig")):
        (row,) = csv.DictReader(text.lstrip("\ufeff").splitlines())
        assert row["Application ID"] == prospect


def test_records_are_deleted_all_or_none(line: CommandLine, prospect: str) -> None:
    refused = line.run("delete", "--table", TABLE, prospect, "BETA-NOBODY00", status=1)
    assert "BETA-NOBODY00" in refused
    assert len(line.exported(TABLE)) == 1
    assert line.json("delete", "--table", TABLE, prospect) == {"deleted": [prospect]}
    assert line.exported(TABLE) == []
    line.run("undo")
    assert len(line.exported(TABLE)) == 1


def test_a_copy_is_made_and_put_back(line: CommandLine, prospect: str, tmp_path: Path) -> None:
    copy = tmp_path / "copy.db"
    assert line.json("backup", str(copy)) == {"file": str(copy)}
    line.run("delete", "--table", TABLE, prospect)
    restored = line.json("restore", str(copy))
    assert restored["tables"][TABLE] == {"before": 0, "now": 1}
    assert Path(restored["aside"]).is_file()
    assert line.exported(TABLE)[0]["Application ID"] == prospect
    assert "no file" in line.run("restore", str(tmp_path / "nowhere.db"), status=1)


def test_only_a_command_that_writes_makes_the_days_copy(
    line: CommandLine, prospect: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    backups = tmp_path / "home" / "workspace" / "backups"
    (copy,) = backups.glob("daily-*.db")
    copy.unlink()
    line.run("show", "--prospect", prospect)
    assert list(backups.iterdir()) == []
    monkeypatch.setattr(opening, "_SLOW_BYTES", 100_000)
    words = line.outputs("log", "--prospect", prospect, "--type", "Call", "--summary", "Moved to Graz")[1]
    assert re.search(r"Today's copy of the database, \d+ MB, is being made", words)
    assert list(backups.iterdir()) == [copy]
    assert "copy" not in line.run("log", "--prospect", prospect, "--type", "Call", "--summary", "And back")


def test_an_empty_inbox_says_so_in_each_status(line: CommandLine) -> None:
    for status in ("pending", "snoozed", "acknowledged", "actioned", "expired"):
        assert line.run("alerts", "list", "--status", status) == f"No alert is {status}.\n"
    assert line.json("alerts") == []


def test_an_alert_goes_through_its_life_by_command(line: CommandLine, prospect: str) -> None:
    line.run("log", "--prospect", prospect, "--type", "Call", "--summary", "x")
    line.run("move", "--prospect", prospect, "--journey", "Engagement", "--stage", "Mastery")
    pending = line.json("alerts")
    assert pending
    key = pending[0]["key"]
    assert line.json("alerts", "snooze", key, "--until", "tomorrow 9:00") == {"step": "snooze", "count": 1}
    assert line.json("alerts", "list", "--status", "snoozed")[0]["snoozed_until"]
    assert line.json("alerts", "wake", key)["count"] == 1
    assert line.json("alerts", "acknowledge", key[:12])["count"] == 1
    assert line.run("alerts", "done", key, "--note", "called") == "1 done. Undo takes it back.\n"
    assert key in [alert["key"] for alert in line.json("alerts", "list", "--status", "actioned")]


@pytest.mark.parametrize("step", ["acknowledge", "done", "wake"])
def test_an_unknown_alert_is_named(line: CommandLine, step: str) -> None:
    assert "alert-none" in line.run("alerts", step, "alert-none", status=1)


def test_without_conflicts_there_is_nothing_to_resolve(line: CommandLine) -> None:
    assert line.json("conflicts") == []
    assert line.run("resolve", "7", "mine", status=1).count("\n") == 1


def test_sync_without_a_connection_says_what_to_do(line: CommandLine) -> None:
    assert "Set JOURNEYDESK_AIRTABLE_TOKEN" in line.run("sync", status=1)
    assert line.run("setup", status=1).count("\n") == 1


def test_setup_and_sync_move_the_team_once(connected: CommandLine) -> None:
    assert "Create what is missing" in connected.run("setup")
    created = connected.json("setup", "--create-missing")
    assert created["missing"] == []
    assert "Journeydesk Settings" in created["created"]
    first = connected.json("sync")
    assert first["pulled"] >= 10
    assert (first["conflicts"], first["pending"], first["problems"]) == (0, 0, [])
    second = connected.json("sync")
    assert (second["pulled"], second["pushed"], second["pending"]) == (0, 0, 0)
    words = connected.run("sync")
    assert words.startswith("0 pulled, 0 sent, 0 conflicts, 0 waiting, ")
    assert len(connected.exported(TABLE)) == 10


def test_doctor_names_every_check_and_repairs_on_request(line: CommandLine, prospect: str) -> None:
    checks = {check["name"]: check for check in line.json("doctor", status=1)["checks"]}
    assert checks["database"]["ok"]
    assert [name for name, check in checks.items() if not check["ok"]]
    words = line.run("doctor", status=1)
    assert all(name in words for name in checks)
    assert "sound" in json.dumps(line.json("doctor", "--mend", status=1), ensure_ascii=False)


def test_a_report_is_written_or_refused_with_the_ones_there_are(line: CommandLine, tmp_path: Path) -> None:
    assert "acquisition" in line.run("report", "horoscope", "--period", "2026-W46", status=1).casefold()
    assert "2026-W46" in line.run("report", "acquisition", "--period", "2026-W99", status=1)
    target = tmp_path / "week.pdf"
    facts = line.json("report", "acquisition", "--period", "2026-W46", "--output", str(target))
    csv = target.with_suffix(".csv")
    assert facts == {"file": str(target), "csv": str(csv), "report": "acquisition", "period": "2026-W46"}
    assert csv.read_text(encoding="utf-8-sig").startswith("Part,Name,Value")
    assert target.read_bytes().startswith(b"%PDF-")
