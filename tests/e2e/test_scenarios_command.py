"""The command `scenarios`: the team's scenarios, and one run for a prospect and followed to its end."""

from pathlib import Path

import pytest

from journeydesk.sandbox.faults import Fault, FaultKind
from journeydesk.sandbox.make.team import SALES
from journeydesk.sandbox.server import Sandbox
from tests.e2e.conftest import Shell

WELCOME = "30311"


@pytest.fixture
def one(shell: Shell, sandbox: Sandbox, tmp_path: Path) -> Shell:
    """A workspace with one prospect and an account at Make."""
    file = tmp_path / "list.csv"
    file.write_text(
        "Application ID,Company,Contact Name,Email\nB-1,Marrow & Pine,Ottilie Farnsby,ottilie@marrow.example\n",
        encoding="utf-8",
    )
    shell.run("import", str(file), "--table", "Beta Applications")
    assert "--team 4021  Sales (Ostrelle)" in shell.run("scenarios", "connect", status=1)
    assert shell.json("scenarios", "connect", "--team", str(SALES))["team_name"] == "Sales"
    return shell


def test_scenarios_are_listed_looked_at_and_run_for_a_prospect(one: Shell, sandbox: Sandbox) -> None:
    executions = sandbox.make.store.scenarios[int(WELCOME)].executions
    sandbox.make.store.scenarios[int(WELCOME)].takes_s = 0.1
    before = len(executions)
    listed = {each["name"]: each for each in one.json("scenarios", "list")["scenarios"]}
    assert listed["Reminder of unpaid invoices"] == {
        "id": 30327,
        "name": "Reminder of unpaid invoices",
        "state": "Stopped by an error",
        "incomplete": 3,
        "can_run": False,
    }
    assert "application_id (text, needed)" in one.run("scenarios", "show", WELCOME)
    shown = one.json("scenarios", "run", WELCOME, "--prospect", "B-1", "--set", "seats=12")
    assert (shown["ran"], shown["data"]["company"], shown["data"]["seats"]) == (False, "Marrow & Pine", 12)
    assert len(executions) == before
    assert "names no input" in one.run("scenarios", "run", WELCOME, "--set", "colour=blue", status=1)
    assert "E-mail must be given" in one.run("scenarios", "run", WELCOME, "--prospect", "B-1", "--set", "email=", status=1)
    ran = one.json("scenarios", "run", WELCOME, "--prospect", "B-1", "--approve", "--follow")
    assert (ran["state"], ran["sent"]["email"]) == ("Succeeded", "ottilie@marrow.example")
    assert len(executions) == before + 1
    assert [each["execution"] for each in one.json("scenarios", "runs", "--prospect", "B-1")["runs"]] == [executions[-1].id]
    assert "Switch it on" in one.run("scenarios", "run", "30340", "--approve", status=1)


def test_a_run_is_told_of_whatever_becomes_of_the_looks_at_it(one: Shell, sandbox: Sandbox) -> None:
    """Whoever is told nothing of a run that began would run it again."""

    def refuse(path: str) -> None:
        sandbox.traffic.faults.append(Fault(FaultKind.STATUS_BEFORE, path=path, status=401))

    refuse("/executions/")
    ran = one.json("scenarios", "run", WELCOME, "--prospect", "B-1", "--approve", "--follow", status=3)
    assert (ran["state"], ran["ran"]) == ("Running", True)
    refuse("/executions/")
    assert [each["run"] for each in one.json("scenarios", "runs", status=3)["runs"]] == [ran["run"]]
    sandbox.traffic.faults.append(Fault(FaultKind.DROP_BEFORE, path="/run"))
    unknown = one.json(
        "scenarios", "run", WELCOME, "--set", "application_id=B-1", "--set", "email=o@marrow.example", "--approve", status=3
    )
    assert (unknown["state"], unknown["ran"]) == ("Asked for", False)


def test_without_an_account_it_says_where_to_set_it_up(shell: Shell, sandbox: Sandbox) -> None:
    assert "Make.com is not set up" in shell.run("scenarios", status=1)
    assert "was not set up" in shell.run("scenarios", "forget")
