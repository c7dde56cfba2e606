"""The keyring read by a process of its own: its library looks for every kind of keyring there is, which takes longer than a third of a
start, and needs 11 MB for what a window asks once in minutes. A window has it begun while it is made itself (docs/storage.md, "Keys and
secrets").

The child is asked for a name, or by None whether there is a keyring. It writes nothing, and is ended once nobody has asked for a while.
"""

import threading
import time
from typing import TYPE_CHECKING, Any

from journeydesk.child_process import ChildProcess, answer, questions

if TYPE_CHECKING:
    from journeydesk.keyrings.vault import SystemKeyring, Vault

COMMAND = "read-keyring"
"""The word by which the program is started as the child."""

_IDLE_SECONDS = 10.0

_KEPT, _NO_KEYRING, _LOCKED = "kept", "none", "locked"


class KeyringReader:
    """The child, begun when it is needed. Safe for threads: they ask in turn."""

    def __init__(self, idle_seconds: float = _IDLE_SECONDS) -> None:
        self._idle_seconds = idle_seconds
        self._lock = threading.Lock()
        self._child: ChildProcess | None = None
        self._asked_at = 0.0
        self._asked_ahead: str | None = None

    def begin(self, name: str | None) -> None:
        """Starts the child, asks it for what will be asked for first, if that is known, and waits for nothing."""
        with self._lock:
            child = self._begun()
            if child is not None and name is not None:
                child.say(name)
                self._asked_ahead = name

    @property
    def is_asked_ahead(self) -> bool:
        """Whether an answer is on its way, which says too whether there is a keyring."""
        return self._asked_ahead is not None

    def ask(self, name: str | None) -> tuple[str, str | None] | None:
        """What the child found: one of the words above, and the secret. None where it cannot be asked."""
        with self._lock:
            child = self._begun()
            said = None if child is None else self._answer(child, name)
            if said is None:
                self._end()
            return said

    def _answer(self, child: ChildProcess, name: str | None) -> tuple[str, str | None] | None:
        ahead, self._asked_ahead = self._asked_ahead, None
        said: tuple[str, str | None] | None
        if ahead is not None:
            said = child.hear()
            if said is None or name == ahead:
                return said
        said = child.ask(name)
        return said

    def _begun(self) -> ChildProcess | None:
        self._asked_at = time.monotonic()
        if self._child is None:
            try:
                self._child = ChildProcess(COMMAND)
            except OSError:
                # No process can be started now.
                return None
            self._look_after(self._idle_seconds)
        return self._child

    def _look_after(self, seconds: float) -> None:
        timer = threading.Timer(seconds, self._end_if_idle)
        timer.daemon = True
        timer.start()

    def _end_if_idle(self) -> None:
        with self._lock:
            left = self._asked_at + self._idle_seconds - time.monotonic()
            if left <= 0:
                self._end()
            elif self._child is not None:
                self._look_after(left)

    def _end(self) -> None:
        child, self._child, self._asked_ahead = self._child, None, None
        if child is not None:
            child.end()


class KeyringBeside:
    """The system's keyring, read through the child; what is written is written here. Raises as SystemKeyring does."""

    def __init__(self, reader: KeyringReader) -> None:
        self._reader = reader
        if not reader.is_asked_ahead:
            self._said(None)

    def _said(self, name: str | None) -> str | None:
        from journeydesk.keyrings.vault import locked_keyring, no_keyring

        said = self._reader.ask(name)
        if said is None:
            here = self._here()
            return None if name is None else here.get(name)
        what, secret = said
        if what == _NO_KEYRING:
            raise no_keyring()
        if what == _LOCKED:
            raise locked_keyring()
        return secret

    def _here(self) -> "SystemKeyring":
        from journeydesk.keyrings.vault import SystemKeyring

        return SystemKeyring()

    def get(self, name: str) -> str | None:
        return self._said(name)

    def put(self, name: str, secret: str) -> None:
        self._here().put(name, secret)

    def remove(self, name: str) -> None:
        self._here().remove(name)


_readers: list[KeyringReader] = []


def read_beside(first: str | None) -> None:
    """From now on this program reads the keyring through a child, which is begun at once; `first` is the name that will be asked for
    first, None where that is not known yet."""
    reader = KeyringReader()
    reader.begin(first)
    _readers[:] = [reader]


def system_vault() -> "Vault":
    """The system's keyring, read as this program reads it. Raises KeyringMissing where there is none worth the name."""
    from journeydesk.keyrings.vault import SystemKeyring

    return KeyringBeside(_readers[0]) if _readers else SystemKeyring()


def main() -> int:
    """The child: answers until its standard input ends."""
    import keyring

    # The one that is chosen is looked for before anybody asks.
    keyring.get_keyring()
    for name in questions():
        answer(_found(name))
    return 0


def _found(name: str | None) -> Any:
    from journeydesk.domain.errors import KeyringMissing
    from journeydesk.keyrings.vault import SystemKeyring

    try:
        store = SystemKeyring()
    except KeyringMissing:
        return _NO_KEYRING, None
    try:
        return _KEPT, None if name is None else store.get(name)
    except KeyringMissing:
        return _LOCKED, None
