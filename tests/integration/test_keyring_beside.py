"""The keyring read by a process beside a window: it says what this one would read, and whatever becomes of it, the key is read."""

from collections.abc import Callable
from pathlib import Path

import pytest

from journeydesk.domain.errors import KeyringMissing
from journeydesk.keyrings.beside import KeyringBeside, KeyringReader
from journeydesk.keyrings.vault import NoKeyring, SystemKeyring
from tests.fakes import locked_keyring
from tests.integration.processes.windows import wait_until
from tests.integration.secret_service import Computer

_READS = """
import sys
from journeydesk import child_process
from journeydesk.keyrings.beside import KeyringBeside, KeyringReader
reader = KeyringReader()
"""
READ: dict[str, tuple[str, str]] = {
    "asked ahead": ("reader.begin('known 1'); beside = KeyringBeside(reader)", "None"),
    "not ahead": ("beside = KeyringBeside(reader)", "None"),
    "something else ahead": ("reader.begin('other'); beside = KeyringBeside(reader)", "None"),
    "begun, nothing known": ("reader.begin(None); beside = KeyringBeside(reader)", "None"),
    "an ended process": (
        "beside = KeyringBeside(reader); reader._child._process.kill(); reader._child._process.wait()",
        "here",
    ),
    "a process of others": ("child_process.own_program = lambda: ['false']; beside = KeyringBeside(reader)", "here"),
    "no process": ("child_process.own_program = lambda: ['/no/such']; beside = KeyringBeside(reader)", "here"),
}


@pytest.fixture(scope="module")
def computer(tmp_path_factory: pytest.TempPathFactory) -> Computer:
    """A computer whose keyring knows one secret."""
    made = Computer(tmp_path_factory.mktemp("computer"))
    made.run(("-c", "from journeydesk.keyrings.vault import SystemKeyring; SystemKeyring().put('known 1', 'the key')"))
    return made


@pytest.mark.parametrize("way", READ)
def test_a_secret_is_read_whatever_becomes_of_the_process(computer: Computer, way: str) -> None:
    preparing, _ = READ[way]
    words = f"{_READS}{preparing}\nprint(beside.get('known 1'), beside.get('unknown'), 'keyring' in sys.modules)"
    # The first to ask hears of a process that ended; all others are read as before.
    (said,) = computer.run(("-c", words))
    assert said.split() == ["the", "key", "None", str(READ[way][1] == "here")]


def test_what_is_written_is_read_beside(computer: Computer) -> None:
    words = f"{_READS}beside = KeyringBeside(reader)\nbeside.put('new', 'x')\nprint(beside.get('new'))\n"
    words += "beside.remove('new')\nprint(beside.get('new'))"
    (said,) = computer.run(("-c", words))
    assert said.split() == ["x", "None"]


def with_backend(monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    monkeypatch.setenv("PYTHON_KEYRING_BACKEND", name)


def sentence(ask: Callable[[], object]) -> str:
    with pytest.raises(KeyringMissing) as said:
        ask()
    return f"{type(said.value).__name__}: {said.value}"


def test_no_keyring_is_told_as_here(monkeypatch: pytest.MonkeyPatch) -> None:
    with_backend(monkeypatch, "keyring.backends.null.Keyring")
    reader = KeyringReader()
    assert sentence(lambda: KeyringBeside(reader)).startswith(NoKeyring.__name__)
    reader.begin("known 1")
    assert sentence(lambda: KeyringBeside(reader).get("known 1")).startswith(NoKeyring.__name__)


def test_a_locked_keyring_is_told_as_here(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("keyring.get_keyring", locked_keyring.Keyring)
    here = sentence(lambda: SystemKeyring().get("known 1"))
    with_backend(monkeypatch, f"{locked_keyring.__name__}.Keyring")
    assert sentence(lambda: KeyringBeside(KeyringReader()).get("known 1")) == here


def test_a_reader_that_nobody_asks_ends_and_begins_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with_backend(monkeypatch, "keyring.backends.null.Keyring")
    reader = KeyringReader(idle_seconds=0.05)
    assert reader.ask("known 1") == ("none", None)
    wait_until(lambda: reader._child is None)
    assert reader.ask("known 1") == ("none", None)
