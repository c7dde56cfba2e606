"""Keys in a real Secret Service, and what happens where there is none."""

import hashlib
import os
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest
from keyring.backends import null
from keyring.errors import KeyringLocked

from journeydesk.credentials import (
    database_key,
    go_unencrypted,
    keep_token,
    token_for,
)
from journeydesk.domain.errors import DatabaseUnreadable, KeyringMissing, UserError
from journeydesk.keyrings.vault import SystemKeyring
from journeydesk.storage.engine.driver import opens
from journeydesk.storage.opening import open_database
from journeydesk.storage.sync.meta import get_meta, set_meta
from journeydesk.storage.upkeep.passphrases import derived, derived_before
from journeydesk.storage.upkeep.restoring import restore
from journeydesk.storage.upkeep.snapshots import copy_database

_SCRIPT = """
from pathlib import Path
from journeydesk.credentials import database_key
from journeydesk.keyrings.vault import SystemKeyring
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
def test_a_passphrase_is_advised_for_the_database_alone(tmp_path: Path) -> None:
    with pytest.raises(KeyringMissing, match="JOURNEYDESK_PASSPHRASE"):
        database_key(tmp_path / "w", None)
    with pytest.raises(KeyringMissing, match="Set one up") as said:
        SystemKeyring()
    assert "PASSPHRASE" not in str(said.value)


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
    with pytest.raises(KeyringMissing, match="no keyring to keep keys in"):
        SystemKeyring()


def test_a_passphrase_gives_the_same_key_each_time(tmp_path: Path) -> None:
    first = database_key(tmp_path, "open sesame")
    assert first == database_key(tmp_path, "open sesame")
    assert first != database_key(tmp_path, "open barley")


def test_each_workspace_has_a_salt_of_its_own(tmp_path: Path) -> None:
    keys = [database_key(tmp_path / name, "open sesame") for name in ("one", "two")]
    salts = [(tmp_path / name / "key.salt").read_bytes() for name in ("one", "two")]
    assert salts[0] != salts[1]
    assert keys[0] is not None
    assert keys[1] is not None
    assert keys[0][:32] != keys[1][:32]


def test_a_key_from_a_passphrase_costs_its_guesser_much(tmp_path: Path) -> None:
    key = database_key(tmp_path, "open sesame")
    assert key is not None
    salt = key[32:]
    strong = hashlib.scrypt(b"open sesame", salt=salt, n=2**17, r=8, p=1, maxmem=2**28, dklen=32)
    assert key[:32] == strong
    assert len(salt) == 16
    assert salt.hex() in (tmp_path / "key.salt").read_text(encoding="ascii")


def test_the_salt_is_for_its_owner_only(tmp_path: Path) -> None:
    before = os.umask(0)
    try:
        database_key(tmp_path, "open sesame")
    finally:
        os.umask(before)
    assert (tmp_path / "key.salt").stat().st_mode & 0o777 == 0o600


@pytest.mark.parametrize("content", [b"", b"scrypt-2 " + b"0" * 32, b"scrypt-17 nonsense", b"x" * 17])
def test_a_salt_that_is_none_is_refused(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "key.salt").write_bytes(content)
    with pytest.raises(UserError, match="does not hold the salt"):
        database_key(tmp_path, "open sesame")


def test_a_database_begins_with_the_salt_of_its_key(tmp_path: Path) -> None:
    key = database_key(tmp_path, "open sesame")
    assert key is not None
    database = open_database(tmp_path, key)
    copy = copy_database(database, tmp_path / "copy.db")
    database.close()
    for file in (tmp_path / "journeydesk.db", copy):
        assert file.read_bytes()[:16] == key[32:]
        assert opens(file, derived("open sesame", file.read_bytes()[:16]))


def _weak(tmp_path: Path) -> bytes:
    """A workspace of an earlier version, with one fact in it."""
    salt = bytes(range(16))
    (tmp_path / "key.salt").write_bytes(salt)
    weak = hashlib.scrypt(b"open sesame", salt=salt, n=2**14, r=8, p=1, dklen=32)
    database = open_database(tmp_path, weak)
    with database.write() as connection:
        set_meta(connection, "fact", "kept")
    copy_database(database, tmp_path / "backups" / "earlier.db")
    database.close()
    return weak


def _fact(folder: Path, key: bytes | None) -> str | None:
    with closing(open_database(folder, key)) as database, database.read() as connection:
        return get_meta(connection, "fact")


def test_a_weak_key_of_an_earlier_version_is_replaced(tmp_path: Path) -> None:
    weak = _weak(tmp_path)
    key = database_key(tmp_path, "open sesame")
    assert key is not None
    assert key[:32] == hashlib.scrypt(b"open sesame", salt=key[32:], n=2**17, r=8, p=1, maxmem=2**28, dklen=32)
    assert _fact(tmp_path, key) == "kept"
    assert not opens(tmp_path / "journeydesk.db", weak)
    assert database_key(tmp_path, "open sesame") == key
    assert derived_before(tmp_path, "open sesame") == [weak]
    with closing(open_database(tmp_path, key)) as database:
        restore(database, tmp_path / "backups" / "earlier.db", derived_before(tmp_path, "open sesame"), "aside")
    assert _fact(tmp_path, key) == "kept"


def test_a_kill_between_database_and_salt_costs_nothing(tmp_path: Path) -> None:
    _weak(tmp_path)
    old_salt = (tmp_path / "key.salt").read_bytes()
    key = database_key(tmp_path, "open sesame")
    (tmp_path / "key.salt").write_bytes(old_salt)
    assert database_key(tmp_path, "open sesame") == key
    assert _fact(tmp_path, key) == "kept"


def test_a_wrong_passphrase_changes_no_earlier_workspace(tmp_path: Path) -> None:
    weak = _weak(tmp_path)
    before = (tmp_path / "journeydesk.db").read_bytes()
    key = database_key(tmp_path, "open barley")
    with pytest.raises(DatabaseUnreadable):
        open_database(tmp_path, key)
    assert (tmp_path / "journeydesk.db").read_bytes() == before
    assert _fact(tmp_path, weak) == "kept"


class _Memory:
    """A keyring that keeps."""

    def __init__(self) -> None:
        self.secrets: dict[str, str] = {}

    def get(self, name: str) -> str | None:
        return self.secrets.get(name)

    def put(self, name: str, secret: str) -> None:
        self.secrets[name] = secret

    def remove(self, name: str) -> None:
        del self.secrets[name]


REAL = "https://api.airtable.com"


@pytest.mark.parametrize(
    "url",
    [
        "https://evil.example",
        "http://api.airtable.com",
        "https://api.airtable.com:8443",
        "https://api.airtable.com.evil.example",
    ],
)
def test_a_token_goes_only_to_the_host_it_was_entered_for(tmp_path: Path, url: str) -> None:
    vault = _Memory()
    keep_token(tmp_path, "airtable", REAL, "patReal", lambda: vault)
    assert token_for(tmp_path, "airtable", f"{REAL}/", REAL, lambda: vault) == "patReal"
    with pytest.raises(UserError, match="It was not sent there"):
        token_for(tmp_path, "airtable", url, url, lambda: vault)


def test_a_token_of_an_earlier_version_goes_to_the_usual_host(tmp_path: Path) -> None:
    vault = _Memory()
    vault.put(f"airtable {tmp_path}", "patEarlier")
    with pytest.raises(UserError, match="It was not sent there"):
        token_for(tmp_path, "airtable", "https://evil.example", REAL, lambda: vault)
    assert token_for(tmp_path, "airtable", REAL, REAL, lambda: vault) == "patEarlier"
    assert [name for name in vault.secrets if str(tmp_path) in name] == []


def test_the_name_of_a_workspace_is_for_its_owner_and_checked(tmp_path: Path) -> None:
    vault = _Memory()
    key = database_key(tmp_path, None, lambda: vault)
    file = tmp_path / "workspace.id"
    assert file.stat().st_mode & 0o777 == 0o600
    (tmp_path / "moved").mkdir()
    file.rename(tmp_path / "moved" / "workspace.id")
    assert database_key(tmp_path / "moved", None, lambda: vault) == key
    file.write_text("../../etc", encoding="ascii")
    with pytest.raises(UserError, match="name of this workspace"):
        database_key(tmp_path, None, lambda: vault)


def test_a_workspace_may_go_without_encryption_only_while_it_is_new(tmp_path: Path) -> None:
    go_unencrypted(tmp_path / "new")
    assert database_key(tmp_path / "new", "ignored") is None
    (tmp_path / "old").mkdir()
    (tmp_path / "old" / "journeydesk.db").write_bytes(b"something")
    with pytest.raises(UserError, match="encrypted already"):
        go_unencrypted(tmp_path / "old")
