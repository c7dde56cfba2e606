"""The Airtable stand-in as Airtable's own JavaScript client sees it, in a process of its own."""

import json
import os
import subprocess
from pathlib import Path
from typing import Any

import pytest

from journeydesk.sandbox.server import Sandbox
from tests.npm import npm_modules

HERE = Path(__file__).parent / "node"


@pytest.fixture(scope="module")
def modules() -> Path:
    """A folder with the pinned client, installed once and kept in the cache."""
    return npm_modules(HERE / "package.json", "airtable")


@pytest.fixture(scope="module")
def report(modules: Path, sandbox: Sandbox) -> dict[str, Any]:
    """What the client saw."""
    command = ["node", str(HERE / "drive.js"), sandbox.airtable_url, sandbox.token, sandbox.base_id]
    environment = {**os.environ, "NODE_PATH": str(modules)}
    done = subprocess.run(command, capture_output=True, text=True, timeout=60, env=environment, check=False)
    assert done.returncode == 0, done.stderr
    found: dict[str, Any] = json.loads(done.stdout)
    return found


def test_airtables_own_client_walks_the_pages(report: dict[str, Any]) -> None:
    assert report["pages"] == [100, 100, 50]
    assert report["distinct"] == 250


def test_airtables_own_client_creates_changes_finds_and_deletes(report: dict[str, Any]) -> None:
    assert report["companies"] == ["Ćma i Świerk", "深山出版"]
    assert (report["status"], report["probability"]) == ("Reviewing", 0.25)
    assert report["replacedCompany"] is True
    assert report["found"] == [True]
    assert report["destroyed"] == 2


def test_airtables_own_client_upserts(report: dict[str, Any]) -> None:
    assert report["upserted"] == [["BETA-NODE0001", True, "merged"], ["BETA-NODE0003", False, None]]


def test_airtables_own_client_understands_the_refusals(report: dict[str, Any]) -> None:
    refusals = report["refusals"]
    assert {name: refusal["statusCode"] for name, refusal in refusals.items()} == {
        "token": 401,
        "table": 403,
        "record": 404,
        "field": 422,
        "eleven": 422,
    }
    assert refusals["field"]["error"] == "UNKNOWN_FIELD_NAME"
    assert refusals["field"]["message"] == 'Unknown field name: "Nonsense"'
    assert refusals["eleven"]["error"] == "INVALID_RECORDS"
