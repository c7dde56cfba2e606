"""A keyring whose person dismissed the question, for a process that is told its name in `PYTHON_KEYRING_BACKEND`."""

from keyring.backend import KeyringBackend
from keyring.errors import KeyringLocked


class Keyring(KeyringBackend):
    """Refuses to read and to write."""

    priority = 1.0

    def get_password(self, service: str, username: str) -> str | None:
        """Refuses."""
        raise KeyringLocked("dismissed")

    def set_password(self, service: str, username: str, password: str) -> None:
        """Refuses."""
        raise KeyringLocked("dismissed")
