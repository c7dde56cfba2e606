"""Remove everything: what is gone, in files, keyring and base, and what is said to remain."""

import json
from pathlib import Path

import pytest

from journeydesk.sandbox.server import Sandbox
from tests.integration.processes.windows import finished, start, wait_until
from tests.integration.secret_service import Computer

_FORGET = """
from journeydesk.credentials import SystemKeyring
vault = SystemKeyring()
print([vault.get(f"{kind} NAME") is not None for kind in ("database", "airtable", "stripe")])
"""


def test_files_keys_and_feed_are_gone_and_the_rest_is_said(tmp_path: Path) -> None:
    computer = Computer(tmp_path / "one")
    with Sandbox.start(prospects=3, lift_limits=True) as sandbox:
        environment = {
            name: value for name, value in sandbox.addresses.environment().items() if name.startswith("JOURNEYDESK_AIRTABLE")
        }
        environment["JOURNEYDESK_SYNC_SETTLE_S"] = "0"
        computer.run(
            ("setup", "--create-missing"),
            ("sync",),
            ("backup", str(tmp_path / "one" / "home" / "workspace" / "backups" / "mine.db")),
            environment=environment,
        )
        workspace = tmp_path / "one" / "home" / "workspace"
        name = (workspace / "workspace.id").read_text(encoding="ascii").strip()
        (workspace / "my notes.txt").write_text("keep me", encoding="utf-8")
        kept, done, after = computer.run(
            ("-c", _FORGET.replace("NAME", name)),
            ("remove-everything", "--yes", "--json"),
            ("-c", _FORGET.replace("NAME", name)),
            environment=environment,
        )
        hooks = _hooks(sandbox)
    assert kept.strip() == "[True, True, False]"
    assert after.strip() == "[False, False, False]"
    assert hooks == []
    facts = json.loads(done)
    assert [path.name for path in workspace.iterdir()] == ["my notes.txt"]
    assert "the change feed in Airtable" in facts["removed"]
    assert any("my notes.txt" in line for line in facts["remains"])
    assert any("revoke it" in line for line in facts["remains"])
    assert not (tmp_path / "one" / "home" / "installation").exists()


def _hooks(sandbox: Sandbox) -> list[object]:
    import urllib.request

    request = urllib.request.Request(
        f"{sandbox.airtable_url}/v0/bases/{sandbox.base_id}/webhooks", headers={"Authorization": f"Bearer {sandbox.token}"}
    )
    with urllib.request.urlopen(request) as answer:
        hooks: list[object] = json.load(answer)["webhooks"]
    return hooks


def test_without_a_network_the_feed_is_said_to_remain(tmp_path: Path) -> None:
    computer = Computer(tmp_path / "one")
    with Sandbox.start(prospects=3, lift_limits=True) as sandbox:
        environment = {
            name: value for name, value in sandbox.addresses.environment().items() if name.startswith("JOURNEYDESK_AIRTABLE")
        }
        computer.run(("setup", "--create-missing"), ("sync",), environment=environment)
    (done,) = computer.run(("remove-everything", "--yes"), environment=environment)
    assert "Remains: a change feed (webhook) in Airtable" in done
    assert "within 7 days" in done
    assert not (tmp_path / "one" / "home" / "workspace").exists()


def test_nothing_is_removed_beside_an_open_window_or_unasked(tmp_path: Path) -> None:
    workspace = tmp_path / "home" / "workspace"
    workspace.mkdir(parents=True)
    (workspace / "unencrypted").touch()
    window = start(tmp_path / "home")
    try:
        wait_until(lambda: (workspace / "journeydesk.db-wal").exists())
        command = start(tmp_path / "home", None, "remove-everything", "--yes")
        assert "has this workspace open" in command.communicate(timeout=30)[1]
        assert (workspace / "journeydesk.db").exists()
    finally:
        window.kill()
        window.communicate()
    command = start(tmp_path / "home", None, "remove-everything")
    assert "--yes" in command.communicate(timeout=30)[1]
    assert (workspace / "journeydesk.db").exists()
    assert finished(start(tmp_path / "home", None, "remove-everything", "--yes")) == 0
    assert not workspace.exists()


@pytest.mark.parametrize("name", ["backups", "logs"])
def test_what_lies_behind_a_link_is_not_removed(tmp_path: Path, name: str) -> None:
    workspace = tmp_path / "home" / "workspace"
    workspace.mkdir(parents=True)
    (workspace / "unencrypted").touch()
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    (elsewhere / "precious").touch()
    (workspace / name).symlink_to(elsewhere)
    assert finished(start(tmp_path / "home", None, "remove-everything", "--yes")) == 0
    assert (elsewhere / "precious").exists()
    assert not (workspace / name).is_symlink()
