"""The stand-in for Make as Make's own client sees it, in a process of its own."""

import json
import os
import subprocess
from pathlib import Path
from typing import Any

import pytest

from journeydesk.sandbox.server import Sandbox
from tests.npm import npm_modules

HERE = Path(__file__).parent / "node" / "make"


@pytest.fixture(scope="module")
def report(sandbox: Sandbox) -> dict[str, Any]:
    """What the client saw."""
    modules = npm_modules(HERE / "package.json", "@makehq/sdk")
    zone = sandbox.make_url.removeprefix("http://")
    command = ["node", str(HERE / "drive.js"), zone, sandbox.make_token]
    environment = {**os.environ, "NODE_PATH": str(modules)}
    done = subprocess.run(command, capture_output=True, text=True, timeout=60, env=environment, check=False)
    assert done.returncode == 0, done.stderr
    found: dict[str, Any] = json.loads(done.stdout)
    return found


def test_makes_own_client_finds_the_team(report: dict[str, Any]) -> None:
    assert (report["organisation"], report["teams"]) == ("Ostrelle", ["Sales", "Website"])


def test_makes_own_client_lists_scenarios_with_their_states(report: dict[str, Any]) -> None:
    assert report["states"] == {
        "Welcome pack for a new customer": [True, False, False, "on-demand", 0],
        "Content for a customer’s page": [True, False, False, "on-demand", 0],
        "Weekly figures to the channel": [True, False, False, "weekly", 0],
        "Website to Airtable": [True, False, False, "immediately", 0],
        "Reminder of unpaid invoices": [False, False, True, "daily", 3],
        "Look up in the trade register": [True, True, False, "on-demand", 0],
        "Newsletter of last year": [False, False, False, "monthly", 0],
    }
    assert report["page"] == [30331, 30340]


def test_makes_own_client_runs_one_and_follows_it(report: dict[str, Any]) -> None:
    assert report["inputs"][:3] == [["application_id", "text", True], ["company", "text", False], ["email", "text", True]]
    assert (report["detail"], report["line"]) == ("RUNNING", [0, True, "manual"])
    assert (report["added"], report["newest"]) == (1, True)
    assert report["why"]["status"] == "ERROR"
    assert report["why"]["error"]["message"] == "The address was refused by the mail server"


def test_makes_own_client_understands_the_refusals(report: dict[str, Any]) -> None:
    refusals = report["refusals"]
    assert {name: refusal["status"] for name, refusal in refusals.items()} == {
        "token": 401,
        "scenario": 404,
        "off": 400,
        "inputs": 400,
    }
    assert "not active" in refusals["off"]["message"]
    assert "email is required" in refusals["inputs"]["message"]
