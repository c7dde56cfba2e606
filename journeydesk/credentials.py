"""Tokens and the database key, in the operating system's keyring and nowhere else (docs/storage.md, "Keys and secrets").

A back end that keeps nothing, or keeps it in a plain file, is refused; then the caller decides: session only, or a passphrase.
"""

import hashlib
import os
import secrets
from collections.abc import Callable
from pathlib import Path
from typing import Protocol

from journeydesk.domain.errors import UserError, WorldError

SERVICE = "Journeydesk"
KEY_BYTES = 32
_SALT = "key.salt"
_UNENCRYPTED = "unencrypted"


class KeyringMissing(WorldError):
    """This system has no keyring that keeps secrets safely."""


class Vault(Protocol):
    """A place for secrets by name."""

    def get(self, name: str) -> str | None:
        """The secret, or None."""
        ...

    def put(self, name: str, secret: str) -> None:
        """Keeps a secret; raises KeyringMissing where it was not kept."""
        ...

    def remove(self, name: str) -> None:
        """Forgets a secret; nothing happens where there is none."""
        ...


class SystemKeyring:
    """The operating system's keyring. Raises KeyringMissing where there is none worth the name."""

    def __init__(self) -> None:
        import keyring
        from keyring.backends import fail, null

        backend = keyring.get_keyring()
        plain = type(backend).__module__.startswith("keyrings.alt")
        if plain or isinstance(backend, (fail.Keyring, null.Keyring)):
            raise KeyringMissing(
                "This system has no keyring to keep keys in. Set JOURNEYDESK_PASSPHRASE to protect the database with a "
                "passphrase, or run `journeydesk setup --unencrypted` to go without encryption."
            )
        self._backend = backend

    def get(self, name: str) -> str | None:
        """The secret, or None. Raises KeyringMissing where the keyring is locked."""
        from keyring.errors import KeyringError

        try:
            secret: str | None = self._backend.get_password(SERVICE, name)
        except KeyringError as problem:
            raise KeyringMissing("The system's keyring is locked or does not answer. Unlock it and try again.") from problem
        return secret

    def put(self, name: str, secret: str) -> None:
        """Keeps a secret and reads it back, for some back ends accept and drop."""
        from keyring.errors import KeyringError

        try:
            self._backend.set_password(SERVICE, name, secret)
        except KeyringError as problem:
            raise KeyringMissing("The system's keyring did not keep the key. Unlock it and try again.") from problem
        if self.get(name) != secret:
            raise KeyringMissing("The system's keyring did not keep the key. Check its settings and try again.")

    def remove(self, name: str) -> None:
        """Forgets a secret."""
        from keyring.errors import PasswordDeleteError

        if self.get(name) is not None:
            try:
                self._backend.delete_password(SERVICE, name)
            except PasswordDeleteError as problem:
                raise KeyringMissing("The system's keyring did not remove the key.") from problem


def database_key(folder: Path, passphrase: str | None, vault: Callable[[], Vault] = SystemKeyring) -> bytes | None:
    """The key of the workspace in `folder`, made on first use; None where it was set up without encryption.

    A passphrase, where given, decides; else the keyring. Raises KeyringMissing where neither is there, and UserError where an
    encrypted database lost its key.
    """
    if (folder / _UNENCRYPTED).exists():
        return None
    if passphrase:
        return _derived(folder, passphrase)
    store = vault()
    name = f"database {folder.resolve()}"
    kept = store.get(name)
    if kept is None:
        if (folder / "journeydesk.db").exists() and (folder / "journeydesk.db").stat().st_size:
            raise UserError(
                f"The database in {folder} is encrypted and the keyring has no key for it. Set JOURNEYDESK_PASSPHRASE if it "
                "was made with a passphrase, or restore the keyring."
            )
        kept = secrets.token_hex(KEY_BYTES)
        store.put(name, kept)
    return bytes.fromhex(kept)


def _derived(folder: Path, passphrase: str) -> bytes:
    folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    salt_file = folder / _SALT
    if not salt_file.exists():
        handle = os.open(salt_file, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600)
        with os.fdopen(handle, "wb") as file:
            file.write(secrets.token_bytes(16))
    return hashlib.scrypt(passphrase.encode(), salt=salt_file.read_bytes(), n=2**14, r=8, p=1, dklen=KEY_BYTES)


def go_unencrypted(folder: Path) -> None:
    """Marks a new workspace as one without encryption. Raises UserError where there is a database already."""
    database = folder / "journeydesk.db"
    if database.exists() and database.stat().st_size and not (folder / _UNENCRYPTED).exists():
        raise UserError(f"The database in {folder} is encrypted already. Choose another folder with JOURNEYDESK_HOME.")
    folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    (folder / _UNENCRYPTED).touch(mode=0o600)
