"""Keys in a real Secret Service, and what happens where there is none."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from keyring.backends import null
from keyring.errors import KeyringLocked

from journeydesk.credentials import KeyringMissing, SystemKeyring, database_key, go_unencrypted
from journeydesk.domain.errors import UserError

_SCRIPT = """
from pathlib import Path
from journeydesk.credentials import SystemKeyring, database_key
vault = SystemKeyring()
vault.put("token", "pat.secret")
assert vault.get("token") == "pat.secret"
vault.remove("token")
assert vault.get("token") is None
folder = Path({folder!r})
first = database_key(folder, None)
assert first == database_key(folder, None) and len(first) == 32
print("kept by", type(vault._backend).__module__)
"""


@pytest.mark.fault(53)
def test_a_real_secret_service_keeps_tokens_and_the_database_key(tmp_path: Path) -> None:
    program = tmp_path / "keep.py"
    program.write_text(_SCRIPT.format(folder=str(tmp_path / "workspace")), encoding="utf-8")
    runtime = tmp_path / "runtime"
    runtime.mkdir(mode=0o700)
    environment = dict(os.environ) | {"HOME": str(tmp_path), "XDG_RUNTIME_DIR": str(runtime)}
    environment.pop("PYTHON_KEYRING_BACKEND", None)
    unlock = "printf only-for-this-test | gnome-keyring-daemon --unlock --components=secrets >/dev/null 2>&1"
    session = ["dbus-run-session", "--", "sh", "-c", f'{unlock}; exec "{sys.executable}" "{program}"']
    done = subprocess.run(session, env=environment, capture_output=True, text=True, timeout=60, check=False, cwd=Path.cwd())
    assert done.returncode == 0, done.stderr
    assert "SecretService" in done.stdout


@pytest.mark.fault(53)
def test_without_a_keyring_a_sentence_says_what_to_do() -> None:
    with pytest.raises(KeyringMissing, match="JOURNEYDESK_PASSPHRASE"):
        SystemKeyring()


class _Dropping:
    """A keyring that says yes and keeps nothing."""

    def set_password(self, service: str, name: str, secret: str) -> None:
        """Accepts."""

    def get_password(self, service: str, name: str) -> None:
        """Knows nothing."""


class _Locked:
    """A keyring whose person dismissed the question."""

    def set_password(self, service: str, name: str, secret: str) -> None:
        """Refuses."""
        raise KeyringLocked("dismissed")

    def get_password(self, service: str, name: str) -> None:
        """Refuses."""
        raise KeyringLocked("dismissed")


@pytest.mark.fault(53)
@pytest.mark.parametrize(("backend", "words"), [(_Dropping(), "did not keep"), (_Locked(), "Unlock it")])
def test_a_keyring_that_drops_or_refuses_a_key_is_never_believed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, backend: object, words: str
) -> None:
    monkeypatch.setattr("keyring.get_keyring", lambda: backend)
    with pytest.raises(KeyringMissing, match=words):
        database_key(tmp_path / "w", None)
    with pytest.raises(KeyringMissing, match=words):
        SystemKeyring().put("airtable", "pat-canary")
    assert not any("pat-canary" in file.read_text() for file in tmp_path.rglob("*") if file.is_file())


@pytest.mark.fault(53)
def test_a_keyring_that_drops_in_silence_is_none(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("keyring.get_keyring", null.Keyring)
    with pytest.raises(KeyringMissing, match="JOURNEYDESK_PASSPHRASE"):
        SystemKeyring()


def test_a_passphrase_gives_the_same_key_each_time(tmp_path: Path) -> None:
    first = database_key(tmp_path, "open sesame")
    assert first == database_key(tmp_path, "open sesame")
    assert first != database_key(tmp_path, "open barley")


def test_a_workspace_may_go_without_encryption_only_while_it_is_new(tmp_path: Path) -> None:
    go_unencrypted(tmp_path / "new")
    assert database_key(tmp_path / "new", "ignored") is None
    (tmp_path / "old").mkdir()
    (tmp_path / "old" / "journeydesk.db").write_bytes(b"something")
    with pytest.raises(UserError, match="encrypted already"):
        go_unencrypted(tmp_path / "old")
