"""The recovery key: what opens the database and each of its copies where keyring and passphrase are gone."""

from pathlib import Path

from journeydesk import credentials
from journeydesk.domain import recovery_key
from journeydesk.domain.errors import UserError
from journeydesk.domain.recovery_key import KEY_BYTES, NoRecoveryKey
from journeydesk.domain.words import tr
from journeydesk.services.context import Context
from journeydesk.storage.sync.meta import get_meta, set_meta
from journeydesk.storage.upkeep import passphrases
from journeydesk.storage.upkeep.sealed_copy import passphrase_salt

_NOTED = "recovery_key_noted_at"


def recovery_key_of(context: Context) -> str | None:
    """For paper; None where the workspace is not encrypted."""
    key = context.database.key
    return None if key is None else recovery_key.written(key[:KEY_BYTES])


def is_noted(context: Context) -> bool:
    """Whether somebody typed the key back, so that it is written down; so where there is none."""
    if context.database.key is None:
        return True
    with context.database.read() as connection:
        return get_meta(connection, _NOTED) is not None


def note(context: Context, typed: str) -> None:
    """Remembers that the key was written down, proved by typing it back. Raises UserError where it is another one."""
    key = context.database.key
    if key is None or recovery_key.read(typed) != key[:KEY_BYTES]:
        raise UserError(tr("That is another key. Compare it with what is shown, and type it again."))
    with context.database.write(counted=False) as connection:
        set_meta(connection, _NOTED, context.now())


def bring_back(folder: Path, typed: str) -> None:
    """Puts a key that the keyring lost back into it. Raises UserError where it does not open the database, KeyringMissing."""
    credentials.keep_database_key(folder, recovery_key.read(typed))


def keys_of_copy(copy: Path, secret: str) -> list[bytes]:
    """The keys that a recovery key or a passphrase gives for a copy, whichever it is. Raises UserError where there is no such file."""
    try:
        return [recovery_key.read(secret)]
    except NoRecoveryKey:
        salt = passphrase_salt(copy)
        return [] if salt is None else [passphrases.derived(secret, salt)]


def earlier_keys(context: Context, passphrase: str) -> list[bytes]:
    """The keys that earlier versions derived from the passphrase: the workspace's older copies have them."""
    return passphrases.derived_before(context.database.folder, passphrase)
