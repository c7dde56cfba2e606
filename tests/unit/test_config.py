"""Where things are and what the environment says, and the keys that are made without a keyring."""

import stat
import sys
from pathlib import Path
from typing import Any

import pytest

from journeydesk import config
from journeydesk.credentials import database_key, go_unencrypted
from journeydesk.domain.errors import KeyringMissing, UserError


def test_a_home_of_its_own_holds_everything(tmp_path: Path) -> None:
    paths = config.paths({"JOURNEYDESK_HOME": str(tmp_path)})
    assert (paths.data, paths.config, paths.workspace) == (tmp_path, tmp_path, tmp_path / "workspace")


def test_the_process_environment_is_asked_unless_one_is_given(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("JOURNEYDESK_HOME", str(tmp_path / "own"))
    monkeypatch.setenv("JOURNEYDESK_ACTOR", "Amaia Etxarri")
    assert config.paths().data == tmp_path / "own"
    assert config.connections().actor == "Amaia Etxarri"


@pytest.mark.skipif(sys.platform != "linux", reason="the folders of the XDG specification")
def test_without_a_home_the_platforms_folders_are_taken(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    for environment in ({}, {"JOURNEYDESK_HOME": ""}):
        paths = config.paths(environment)
        assert (paths.data, paths.config) == (tmp_path / "data" / "journeydesk", tmp_path / "config" / "journeydesk")


_VARIABLES = {
    "AIRTABLE_URL": "remote_url",
    "AIRTABLE_TOKEN": "remote_token",
    "AIRTABLE_BASE": "remote_base",
    "STRIPE_URL": "stripe_url",
    "STRIPE_KEY": "stripe_key",
    "ACTOR": "actor",
    "PASSPHRASE": "passphrase",
}


@pytest.mark.parametrize(("name", "attribute"), _VARIABLES.items())
def test_each_variable_sets_one_thing_only(name: str, attribute: str) -> None:
    known = config.connections({f"JOURNEYDESK_{name}": "value", name: "without the prefix"})
    assert {other: getattr(known, other) for other in _VARIABLES.values()} == {
        other: "value" if other == attribute else None for other in _VARIABLES.values()
    }


@pytest.mark.parametrize("name", _VARIABLES)
def test_an_empty_variable_counts_as_not_given(name: str) -> None:
    assert config.connections({f"JOURNEYDESK_{name}": ""}) == config.connections({})


@pytest.mark.parametrize(
    ("text", "seconds"), [(None, 60.0), ("", 60.0), ("0", 0.0), ("2.5", 2.5), ("-5", 0.0), ("soon", 60.0), ("1e2", 100.0)]
)
def test_a_settle_time_is_a_number_of_seconds_from_zero(text: str | None, seconds: float) -> None:
    environment = {} if text is None else {"JOURNEYDESK_SYNC_SETTLE_S": text}
    assert config.connections(environment).settle_seconds == seconds


def test_the_shipped_settings_are_the_callers_own_copy() -> None:
    first: dict[str, Any] = config.default_settings()
    name = next(iter(first))
    first[name] = "changed"
    assert config.default_settings()[name] != "changed"
    assert (config.resources() / "journeydesk.toml").is_file()


@pytest.mark.parametrize(("frozen", "words"), [(True, []), (False, ["-m", "journeydesk"])])
def test_a_child_is_started_as_this_program_was(monkeypatch: pytest.MonkeyPatch, frozen: bool, words: list[str]) -> None:
    monkeypatch.setattr(sys, "frozen", frozen, raising=False)
    assert config.own_program() == [sys.executable, *words]


class _Kept:
    """A keyring in memory."""

    def __init__(self) -> None:
        self.secrets: dict[str, str] = {}

    def get(self, name: str) -> str | None:
        """The secret."""
        return self.secrets.get(name)

    def put(self, name: str, secret: str) -> None:
        """Keeps it."""
        self.secrets[name] = secret

    def remove(self, name: str) -> None:
        """Forgets it."""
        self.secrets.pop(name, None)


def test_a_keyring_keeps_one_key_for_each_workspace(tmp_path: Path) -> None:
    vault = _Kept()
    first = database_key(tmp_path / "a", None, lambda: vault)
    assert first is not None
    assert len(first) == 32
    assert database_key(tmp_path / "a", None, lambda: vault) == first
    assert database_key(tmp_path / "b", None, lambda: vault) != first
    name = (tmp_path / "a" / "workspace.id").read_text(encoding="ascii").strip()
    assert vault.secrets[f"database {name}"] == first.hex()


def test_a_passphrase_makes_a_key_without_a_keyring(tmp_path: Path) -> None:
    def none() -> _Kept:
        raise KeyringMissing("none here")

    key = database_key(tmp_path / "a", "correct horse", none)
    assert key is not None
    assert len(key) == 32 + 16
    assert database_key(tmp_path / "a", "correct horse", none) == key
    assert database_key(tmp_path / "a", "correct mule", none) != key
    assert database_key(tmp_path / "b", "correct horse", none) != key
    salt = tmp_path / "a" / "key.salt"
    assert stat.S_IMODE(salt.stat().st_mode) == 0o600
    assert stat.S_IMODE((tmp_path / "a").stat().st_mode) == 0o700
    with pytest.raises(KeyringMissing):
        database_key(tmp_path / "c", None, none)


def test_a_database_whose_key_is_lost_is_not_given_a_new_one(tmp_path: Path) -> None:
    vault = _Kept()
    (tmp_path / "journeydesk.db").touch()
    assert database_key(tmp_path, None, lambda: vault) is not None
    (tmp_path / "journeydesk.db").write_bytes(b"encrypted")
    vault.secrets.clear()
    with pytest.raises(UserError, match="the keyring has no key for it"):
        database_key(tmp_path, None, lambda: vault)
    assert vault.secrets == {}


def test_without_encryption_there_is_no_key(tmp_path: Path) -> None:
    folder = tmp_path / "plain"
    go_unencrypted(folder)
    go_unencrypted(folder)
    assert database_key(folder, "whatever", _Kept) is None
    assert stat.S_IMODE((folder / "unencrypted").stat().st_mode) == 0o600


def test_an_encrypted_database_cannot_go_unencrypted(tmp_path: Path) -> None:
    (tmp_path / "journeydesk.db").write_bytes(b"encrypted")
    with pytest.raises(UserError, match="is encrypted already"):
        go_unencrypted(tmp_path)
    assert not (tmp_path / "unencrypted").exists()
