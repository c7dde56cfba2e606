"""A running sandbox, and commands as real processes against it."""

import json
import os
import subprocess
import sys
import urllib.request
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from journeydesk.__main__ import main
from journeydesk.credentials import go_unencrypted
from journeydesk.sandbox.server import Sandbox
from journeydesk.storage.opening import open_database
from journeydesk.storage.sync.meta import set_meta
from journeydesk.storage.upkeep.passphrases import key_of_workspace

PASSPHRASE = "only for this test"


@dataclass
class Shell:
    """Runs commands with a home of their own."""

    environment: dict[str, str]
    home: Path

    def start(self, *arguments: str) -> subprocess.Popen[str]:
        """A command as a process."""
        return subprocess.Popen(
            [sys.executable, "-m", "journeydesk", *arguments],
            env=self.environment,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )

    def run(self, *arguments: str, status: int = 0) -> str:
        """A command that must end with this status; what it printed on both outputs."""
        process = self.start(*arguments)
        out, err = process.communicate(timeout=60)
        assert process.returncode == status, (arguments, out, err)
        assert "Traceback" not in err
        return out if status == 0 else out + err

    def json(self, *arguments: str, status: int = 0) -> Any:
        """The one JSON object that a command printed."""
        process = self.start(*arguments, "--json")
        out, err = process.communicate(timeout=60)
        assert process.returncode == status, (arguments, out, err)
        return json.loads(out)


@pytest.fixture
def sandbox() -> Iterator[Sandbox]:
    """A few prospects, no limit of calls."""
    with Sandbox.start(prospects=25, lift_limits=True) as running:
        yield running


@pytest.fixture
def shell(sandbox: Sandbox, tmp_path: Path) -> Shell:
    """Commands pointed at the sandbox, with a workspace of their own, which no passphrase locks: that takes a third of a second a
    command. `locked` is one with it."""
    return shell_in(tmp_path / "home", sandbox)


@pytest.fixture
def locked(sandbox: Sandbox, tmp_path: Path) -> Shell:
    """The same under a passphrase, set up and synced once, all of it by processes."""
    shell = shell_in(tmp_path / "home", sandbox, PASSPHRASE)
    shell.run("setup", "--create-missing")
    shell.run("sync")
    return shell


@pytest.fixture
def synced(shell: Shell) -> Shell:
    """The same, set up and synced once."""
    return set_up(shell)


def shell_in(home: Path, sandbox: Sandbox, passphrase: str | None = None) -> Shell:
    """Commands with this home, at the pace of a stand-in without limits."""
    environment = {name: value for name, value in os.environ.items() if not name.startswith("JOURNEYDESK_")}
    environment |= sandbox.addresses.environment()
    environment |= {
        "JOURNEYDESK_HOME": str(home),
        "JOURNEYDESK_ACTOR": "Amaia Etxarri",
        "JOURNEYDESK_SYNC_SETTLE_S": "0",
    }
    folder = home / "workspace"
    if passphrase is None:
        go_unencrypted(folder)
    else:
        environment["JOURNEYDESK_PASSPHRASE"] = passphrase
    database = open_database(folder, key_of_workspace(folder, passphrase) if passphrase else None)
    with database.write() as connection:
        set_meta(connection, "calls_per_second", "0")
    database.close()
    return Shell(environment, home)


def set_up(shell: Shell) -> Shell:
    """Sets up and syncs once, by the same commands, in this process."""
    with pytest.MonkeyPatch.context() as patch:
        for name in os.environ.keys() - shell.environment.keys():
            patch.delenv(name)
        for name, value in shell.environment.items():
            patch.setenv(name, value)
        for command in (["setup", "--create-missing"], ["sync"]):
            assert main(command) == 0
    return shell


def remote_records(sandbox: Sandbox, table: str) -> list[dict[str, Any]]:
    """Every record of a table as the stand-in has it, asked over HTTP."""
    found: list[dict[str, Any]] = []
    offset = ""
    while True:
        url = f"{sandbox.airtable_url}/v0/{sandbox.base_id}/{table.replace(' ', '%20')}?pageSize=100{offset}"
        request = urllib.request.Request(url, headers={"Authorization": f"Bearer {sandbox.token}"})
        with urllib.request.urlopen(request) as answer:
            page = json.load(answer)
        found += page["records"]
        if "offset" not in page:
            return found
        offset = f"&offset={page['offset']}"
