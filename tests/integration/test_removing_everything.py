"""Remove everything: what is gone, in files, keyring and base, and what is said to remain."""

import json
from pathlib import Path

import pytest

from journeydesk.credentials import forget, keep_secret, keep_token, kept_kinds
from journeydesk.sandbox.server import Sandbox
from tests.integration.processes.windows import finished, start, wait_until
from tests.integration.secret_service import Computer

_FORGET = """
from journeydesk.keyrings.vault import SystemKeyring
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


_KEEP = """
from datetime import UTC, datetime
from pathlib import Path
from journeydesk import config, credentials
from journeydesk.receiver.phone.certificate import own_certificate
from journeydesk.services.events_out.targets import add_target, target_secrets
from journeydesk.services.generated.key import CLAUDE_SERVICE
from journeydesk.services.mail.account import MAIL_SERVICE
from journeydesk.services.payments.stripe_key import STRIPE_SERVICE
from journeydesk.services.receiver.keys import receiver_keys
from journeydesk.services.workspace.opening import open_workspace
folder, known = config.paths().workspace, config.connections()
context, _ = open_workspace(folder, credentials.database_key(folder, None), known)
for service in (STRIPE_SERVICE, CLAUDE_SERVICE, MAIL_SERVICE):
    credentials.keep_token(folder, service, "https://example.com", f"{service} canary")
receiver_keys(folder, known, context.clock())
target_secrets(folder, add_target(context, "https://example.com/hook").id, context.clock())
credentials.keep_secret(folder, "of a later version", "canary")
own_certificate(folder, "127.0.0.1", datetime.now(UTC))
context.database.close()
"""
_COUNT = """
import secretstorage
collection = secretstorage.get_default_collection(secretstorage.dbus_init())
print(len([item for item in collection.get_all_items() if item.get_attributes().get("service") == "Journeydesk"]))
"""


def test_no_secret_of_any_kind_stays(tmp_path: Path) -> None:
    computer = Computer(tmp_path / "one")
    _, before, _, done, after = computer.run(
        ("-c", _KEEP), ("-c", _COUNT), ("export", "--table", "Beta Applications", "--format", "json"),
        ("remove-everything", "--yes"), ("-c", _COUNT),
    )  # fmt: skip
    assert int(before) == 7
    assert int(after) == 0
    assert "of a later version" in done
    assert not (tmp_path / "one" / "home" / "workspace").exists()


class _Drawer(dict[str, str]):
    """A keyring in memory."""

    def put(self, name: str, secret: str) -> None:
        """Keeps it."""
        self[name] = secret

    def get(self, name: str, default: str | None = None) -> str | None:  # type: ignore[override]
        """What is kept."""
        return super().get(name, default)

    def remove(self, name: str) -> None:
        """Forgets it."""
        del self[name]


def test_whatever_is_kept_is_noted_by_its_kind(tmp_path: Path) -> None:
    drawer = _Drawer()
    keep_token(tmp_path, "airtable", "https://example.com", "pat-canary", lambda: drawer)
    for kind in ("a new kind", "a new kind", "another"):
        keep_secret(tmp_path, kind, "canary", lambda: drawer)
    assert kept_kinds(tmp_path) == ["airtable", "a new kind", "another"]
    assert "canary" not in (tmp_path / "keyring.kinds").read_text(encoding="utf-8")
    assert forget(tmp_path, kept_kinds(tmp_path), lambda: drawer) == ["a new kind", "airtable", "another"]
    assert drawer == {}


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
