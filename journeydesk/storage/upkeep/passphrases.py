"""A database's key out of a passphrase: derived slowly with the salt beside the database (docs/storage.md, "Keys and secrets")."""

import hashlib
import re
import secrets
from pathlib import Path

from journeydesk.domain.errors import UserError
from journeydesk.domain.words import tr
from journeydesk.storage.engine.driver import KEY_BYTES, opens, salt_in
from journeydesk.storage.engine.files import write_file, write_new
from journeydesk.storage.engine.folder import making
from journeydesk.storage.engine.presence import WorkspaceInUse

SCRYPT_N = 2**17
SCRYPT_R = 8

_SALT = "key.salt"
_SALT_BYTES = 16
_IS_SALT = re.compile(rb"scrypt-17 ([0-9a-f]{32})\n")


def derived(passphrase: str, salt: bytes) -> bytes:
    """The key of 32 bytes that a passphrase gives with a salt: a third of a second and 128 MB, for us and for whoever guesses."""
    return hashlib.scrypt(
        passphrase.encode(), salt=salt, n=SCRYPT_N, r=SCRYPT_R, p=1, maxmem=256 * SCRYPT_N * SCRYPT_R, dklen=KEY_BYTES
    )


def derived_before(folder: Path, passphrase: str) -> list[bytes]:
    """The keys that earlier versions derived for copies of this workspace."""
    try:
        salts = _earlier_salts((folder / _SALT).read_bytes())
    except OSError:
        return []
    return [_derived_weakly(passphrase, salt) for salt in salts]


def _derived_weakly(passphrase: str, salt: bytes) -> bytes:
    return hashlib.scrypt(passphrase.encode(), salt=salt, n=2**14, r=8, p=1, dklen=KEY_BYTES)


def _earlier_salts(content: bytes) -> list[bytes]:
    if len(content) == _SALT_BYTES:
        return [content]
    return [bytes.fromhex(line[8:].decode()) for line in content.splitlines() if line.startswith(b"earlier ")]


def key_of_workspace(folder: Path, passphrase: str) -> bytes:
    """The key of the workspace in `folder` by its passphrase, and the salt after it, which is made on first use. Raises UserError where
    the salt is damaged, and WorldError where the folder cannot be written."""
    file = folder / _SALT
    with making(folder):
        if not file.exists():
            write_new(file, _salt_line(secrets.token_bytes(_SALT_BYTES)))
        content = file.read_bytes()
    if len(content) == _SALT_BYTES:
        return _strengthened(folder, passphrase, content)
    match = _IS_SALT.match(content)
    if match is None:
        words = tr("{file} does not hold the salt of this workspace. Put it back from a copy of the folder.", file=file)
        raise UserError(words)
    salt = bytes.fromhex(match[1].decode())
    return derived(passphrase, salt) + salt


def _strengthened(folder: Path, passphrase: str, weak_salt: bytes) -> bytes:
    """An earlier version derived keys eight times as fast: the database is encrypted anew. Where it is in use that waits."""
    from journeydesk.storage.upkeep.rekeying import rekey

    database = folder / "journeydesk.db"
    weak = _derived_weakly(passphrase, weak_salt)
    salt = secrets.token_bytes(_SALT_BYTES)
    if database.exists() and database.stat().st_size:
        if opens(database, weak):
            try:
                rekey(folder, weak, derived(passphrase, salt) + salt)
            except WorkspaceInUse:
                return weak
        else:
            # Killed between the two files: the database is encrypted anew and begins with its salt.
            salt = salt_in(database) or salt
            if not opens(database, derived(passphrase, salt)):
                return weak
    line = _salt_line(salt) + b"earlier " + weak_salt.hex().encode() + b"\n"
    write_file(folder / _SALT, line)
    return derived(passphrase, salt) + salt


def _salt_line(salt: bytes) -> bytes:
    return b"scrypt-17 " + salt.hex().encode() + b"\n"
