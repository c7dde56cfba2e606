"""The command line in this process, on a workspace of its own."""

import json
from pathlib import Path
from typing import Any

import pytest

from journeydesk.__main__ import main

CUSTOMER = "BETA-CLITEST1"


class CommandLine:
    """Commands on one workspace: their status, and what they printed."""

    def __init__(self, capsys: pytest.CaptureFixture[str], folder: Path) -> None:
        self._capsys = capsys
        self.folder = folder

    def outputs(self, *words: str, status: int = 0) -> tuple[str, str]:
        """Ends with this status; what stands on either output."""
        try:
            ended = main(words)
        except SystemExit as leaving:
            ended = int(leaving.code or 0)
        captured = self._capsys.readouterr()
        assert ended == status, (words, captured)
        return captured.out, captured.err

    def run(self, *words: str, status: int = 0) -> str:
        """Ends with this status; both outputs together."""
        return "".join(self.outputs(*words, status=status))

    def json(self, *words: str, status: int = 0) -> Any:
        """What it printed as JSON, and nothing beside it."""
        return json.loads(self.outputs(*words, "--json", status=status)[0])

    def events(self, *events: dict[str, Any], status: int = 0) -> Any:
        """Events taken in from a file."""
        file = self.folder / "events.json"
        file.write_text(json.dumps(events), encoding="utf-8")
        return self.json("event", str(file), status=status)

    def write(self, name: str, text: str) -> str:
        """A file beside the workspace; returns its path."""
        (self.folder / name).write_text(text, encoding="utf-8")
        return str(self.folder / name)

    def exported(self, table: str) -> list[dict[str, Any]]:
        """A table's records."""
        rows: list[dict[str, Any]] = json.loads(self.run("export", "--table", table, "--format", "json"))
        return rows


@pytest.fixture
def line(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> CommandLine:
    """An empty workspace without encryption, which opens faster."""
    monkeypatch.setenv("JOURNEYDESK_HOME", str(tmp_path / "home"))
    monkeypatch.setenv("JOURNEYDESK_ACTOR", "Amaia Etxarri")
    (tmp_path / "home" / "workspace").mkdir(parents=True)
    (tmp_path / "home" / "workspace" / "unencrypted").touch()
    return CommandLine(capsys, tmp_path)


@pytest.fixture
def prospect(line: CommandLine) -> str:
    """The key of a prospect that applied."""
    applied = {"customer_id": CUSTOMER, "event": "application_received", "timestamp": "2026-11-01T10:00:00Z"}
    line.events({**applied, "customer_name": "Adaeze Nwokorie"})
    return CUSTOMER
