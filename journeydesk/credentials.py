"""Tokens and the database key, in the operating system's keyring and nowhere else (docs/storage.md, "Keys and secrets")."""

import contextlib
import json
import os
from collections.abc import Callable, Collection
from pathlib import Path

from journeydesk.config import UNENCRYPTED, is_unencrypted
from journeydesk.domain.app_links import address_parts
from journeydesk.domain.errors import KeyLost, KeyringMissing, UserError
from journeydesk.domain.words import tr
from journeydesk.keyrings.beside import system_vault
from journeydesk.keyrings.names import DATABASE, IDENTITY, identity_in
from journeydesk.keyrings.vault import NoKeyring, Vault
from journeydesk.storage.engine.driver import KEY_BYTES, opens
from journeydesk.storage.engine.files import append_line, write_new
from journeydesk.storage.engine.folder import making

KINDS_FILE = "keyring.kinds"
"""What the keyring holds for a workspace, by kind, in its folder."""

_HELD: dict[str, str] = {}
"""Tokens that no keyring keeps, as long as the program runs: nothing of them is ever on disk."""


def without_keyring() -> str:
    """What to do about the database's key where there is no keyring: a passphrase helps there, and nowhere else."""
    return tr(
        "This system has no keyring to keep keys in. Set JOURNEYDESK_PASSPHRASE to protect the database "
        "with a passphrase, or run `journeydesk setup --unencrypted` to go without encryption."
    )


def database_key(folder: Path, passphrase: str | None, vault: Callable[[], Vault] = system_vault) -> bytes | None:
    """The key of the workspace in `folder`, made on first use: 32 bytes, and 16 of salt after them where a passphrase made it; None
    where the workspace was set up without encryption.

    A passphrase, where given, decides; else the keyring. Raises KeyringMissing where neither is there, KeyLost where an encrypted
    database lost its key, and WorldError where the folder cannot be written.
    """
    if is_unencrypted(folder):
        return None
    if passphrase:
        # Imported where there is one, so that no other start pays for it.
        from journeydesk.storage.upkeep.passphrases import key_of_workspace

        return key_of_workspace(folder, passphrase)
    try:
        store = vault()
    except NoKeyring as problem:
        raise NoKeyring(without_keyring()) from problem
    kept = _kept(store, folder, DATABASE)
    if kept is None:
        if (folder / "journeydesk.db").exists() and (folder / "journeydesk.db").stat().st_size:
            raise KeyLost(
                tr(
                    "The database in {folder} is encrypted and the keyring has no key for it. Enter its recovery key "
                    "with: journeydesk recovery-key --enter. Set JOURNEYDESK_PASSPHRASE if it was made with a "
                    "passphrase.",
                    folder=folder,
                )
            )
        kept = os.urandom(KEY_BYTES).hex()
        _keep(store, folder, DATABASE, kept)
    return bytes.fromhex(kept)


def keep_database_key(folder: Path, key: bytes, vault: Callable[[], Vault] = system_vault) -> None:
    """Keeps a key that somebody brought back. Raises UserError where it does not open the database, KeyringMissing."""
    if not opens(folder / "journeydesk.db", key):
        raise UserError(
            tr("This recovery key belongs to another workspace: it does not open the database in {folder}.", folder=folder)
        )
    _keep(vault(), folder, DATABASE, key.hex())


def keep_token(folder: Path, service: str, url: str, token: str, vault: Callable[[], Vault] = system_vault) -> None:
    """Keeps a token together with the host that it was entered for. Raises KeyringMissing."""
    _keep(vault(), folder, service, json.dumps({"host": _host(url), "token": token}))
    _HELD.pop(_name(folder, service), None)


def keep_or_hold_token(folder: Path, service: str, url: str, token: str, vault: Callable[[], Vault] = system_vault) -> bool:
    """Keeps a token as `keep_token` does; where there is no keyring, as long as the program runs. Whether it was kept."""
    try:
        keep_token(folder, service, url, token, vault)
    except KeyringMissing:
        _HELD[_name(folder, service)] = json.dumps({"host": _host(url), "token": token})
        return False
    return True


def token_for(folder: Path, service: str, url: str, usual: str, vault: Callable[[], Vault] = system_vault) -> str | None:
    """The token of a service, for requests to `url`; None where none is kept. One that was kept without its host counts as entered
    for `usual`. Raises UserError where it was entered for another host than that of `url`, KeyringMissing."""
    kept = _HELD.get(_name(folder, service)) or _kept(vault(), folder, service)
    if kept is None:
        return None
    try:
        entry = json.loads(kept)
        host, token = str(entry["host"]), str(entry["token"])
    except (ValueError, TypeError, KeyError):
        host, token = _host(usual), kept
    if host != _host(url):
        raise UserError(
            tr(
                "The token in the keyring was entered for {host}, and this workspace names {named}. It was not "
                "sent there. Check the address, and enter the token again if it is right.",
                host=host,
                named=_host(url),
            )
        )
    return token


def keep_secret(folder: Path, kind: str, secret: str, vault: Callable[[], Vault] = system_vault) -> None:
    """Keeps a secret that is sent nowhere by itself, by its kind. Raises KeyringMissing."""
    _keep(vault(), folder, kind, secret)


def secret_of(folder: Path, kind: str, vault: Callable[[], Vault] = system_vault) -> str | None:
    """A secret kept by `keep_secret`; None where there is none. Raises KeyringMissing."""
    return _kept(vault(), folder, kind)


def forget(folder: Path, kinds: Collection[str], vault: Callable[[], Vault] = system_vault) -> list[str]:
    """Removes what is kept of these kinds (`DATABASE`, or services), under today's names and those of before; returns the kinds
    that there were. Raises KeyringMissing."""
    for kind in kinds:
        _HELD.pop(_name(folder, kind), None)
    store = vault()
    removed = []
    for kind in kinds:
        for name in (_name(folder, kind), *_names_of_before(folder, kind)):
            if store.get(name) is not None:
                store.remove(name)
                removed.append(kind)
    return sorted(set(removed))


def kept_kinds(folder: Path) -> list[str]:
    """The kinds of all that was ever kept for this workspace, as far as it was noted: the secrets themselves are in the keyring."""
    try:
        return list(dict.fromkeys((folder / KINDS_FILE).read_text(encoding="utf-8").splitlines()))
    except (OSError, UnicodeDecodeError):
        return []


def _keep(store: Vault, folder: Path, kind: str, secret: str) -> None:
    """The one way into the keyring. Its kind is noted first, so that removing everything knows of it whatever kept it."""
    name = _name(folder, kind)
    _note(folder, kind)
    store.put(name, secret)


def _note(folder: Path, kind: str) -> None:
    if kind not in kept_kinds(folder):
        append_line(folder / KINDS_FILE, kind)


def _host(url: str) -> str:
    parts = address_parts(url)
    return f"{parts.scheme}://{parts.netloc.rpartition('@')[2]}".casefold()


def _kept(store: Vault, folder: Path, kind: str) -> str | None:
    """What is kept under a name; what an earlier version kept by the folder's path is moved to the name of the workspace."""
    name = _name(folder, kind)
    kept = store.get(name)
    if kept is not None:
        # One that an earlier version kept without a note.
        with contextlib.suppress(UserError):
            _note(folder, kind)
        return kept
    for before in _names_of_before(folder, kind):
        kept = store.get(before)
        if kept is not None:
            _keep(store, folder, kind, kept)
            store.remove(before)
            return kept
    return None


def _names_of_before(folder: Path, kind: str) -> list[str]:
    return [f"{kind} {path}" for path in dict.fromkeys((str(folder.resolve()), str(folder)))]


def _name(folder: Path, kind: str) -> str:
    """What a secret is called in the keyring; a workspace without a name of its own gets one."""
    file = folder / IDENTITY
    try:
        name = file.read_text(encoding="ascii").strip()
    except FileNotFoundError:
        name = os.urandom(16).hex()
        write_new(file, name.encode() + b"\n")
        name = file.read_text(encoding="ascii").strip()
    except (OSError, UnicodeDecodeError):
        name = ""
    if not identity_in(name):
        words = tr("{file} does not hold the name of this workspace. Put it back from a copy of the folder.", file=file)
        raise UserError(words)
    return f"{kind} {name}"


def go_unencrypted(folder: Path) -> None:
    """Marks a new workspace as one without encryption. Raises UserError where there is a database already, and WorldError where the
    folder cannot be written."""
    database = folder / "journeydesk.db"
    if database.exists() and database.stat().st_size and not is_unencrypted(folder):
        raise UserError(
            tr("The database in {folder} is encrypted already. Choose another folder with JOURNEYDESK_HOME.", folder=folder)
        )
    with making(folder):
        write_new(folder / UNENCRYPTED, b"")
