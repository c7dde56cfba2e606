"""A place for secrets by name, and the one that the operating system has.

A back end that keeps nothing, or keeps it in a plain file, is refused; then the caller decides: session only, or a passphrase.
"""

from typing import Protocol

from journeydesk.domain.errors import KeyringMissing
from journeydesk.domain.words import tr

SERVICE = "Journeydesk"


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


class NoKeyring(KeyringMissing):
    """There is none at all, or none worth the name."""


class SystemKeyring:
    """The operating system's keyring. Raises NoKeyring where there is none worth the name."""

    def __init__(self) -> None:
        import keyring
        from keyring.backends import fail, null

        backend = keyring.get_keyring()
        plain = type(backend).__module__.startswith("keyrings.alt")
        if plain or isinstance(backend, (fail.Keyring, null.Keyring)):
            raise no_keyring()
        self._backend = backend

    def get(self, name: str) -> str | None:
        """The secret, or None. Raises KeyringMissing where the keyring is locked."""
        from keyring.errors import KeyringError

        try:
            secret: str | None = self._backend.get_password(SERVICE, name)
        except KeyringError as problem:
            raise locked_keyring() from problem
        return secret

    def put(self, name: str, secret: str) -> None:
        """Keeps a secret and reads it back, for some back ends accept and drop."""
        from keyring.errors import KeyringError

        try:
            self._backend.set_password(SERVICE, name, secret)
        except KeyringError as problem:
            raise KeyringMissing(tr("The system's keyring did not keep the key. Unlock it and try again.")) from problem
        if self.get(name) != secret:
            raise KeyringMissing(tr("The system's keyring did not keep the key. Check its settings and try again."))

    def remove(self, name: str) -> None:
        """Forgets a secret."""
        from keyring.errors import PasswordDeleteError

        if self.get(name) is not None:
            try:
                self._backend.delete_password(SERVICE, name)
            except PasswordDeleteError as problem:
                raise KeyringMissing(tr("The system's keyring did not remove the key.")) from problem


def no_keyring() -> NoKeyring:
    """That there is none worth the name."""
    return NoKeyring(tr("This system has no keyring to keep keys in. Set one up, such as GNOME Keyring or KWallet."))


def locked_keyring() -> KeyringMissing:
    """That it says nothing."""
    return KeyringMissing(tr("The system's keyring is locked or does not answer. Unlock it and try again."))
