"""A copy is whole by itself: with its recovery key or passphrase it opens on any computer; a moved home keeps its key."""

import shutil
from pathlib import Path

import pytest

from journeydesk.domain import recovery_key
from tests.integration.secret_service import Computer

TABLE = ("--table", "Beta Applications")


@pytest.fixture
def list_file(tmp_path: Path) -> str:
    file = tmp_path / "list.csv"
    file.write_text("Application ID,Company\nBETA-1,Quillon\n", encoding="utf-8")
    return str(file)


def _companies(computer: Computer, **environment: str) -> str:
    (text,) = computer.run(("export", *TABLE, "--format", "csv"), environment=environment)
    return text


def test_a_copy_opens_elsewhere_with_its_recovery_key(tmp_path: Path, list_file: str) -> None:
    one, other = Computer(tmp_path / "one"), Computer(tmp_path / "other")
    copy = str(tmp_path / "copy.db")
    _, _, shown = one.run(("import", list_file, *TABLE), ("backup", copy), ("recovery-key",))
    key = shown.splitlines()[0]
    assert recovery_key.read(key)
    (status, _, refusal) = other.results(("restore", copy))[0]
    assert status == 1
    assert "restore --unlock" in refusal
    (status, _, refusal) = other.results(("restore", copy, "--unlock"), typed=recovery_key.written(bytes(32)))[0]
    assert status == 1
    other.run(("restore", copy, "--unlock"), typed=key.lower().replace("-", " "))
    assert "Quillon" in _companies(other)


def test_a_copy_opens_elsewhere_with_its_passphrase(tmp_path: Path, list_file: str) -> None:
    one, other = Computer(tmp_path / "one"), Computer(tmp_path / "other")
    copy = str(tmp_path / "copy.db")
    with_passphrase = {"JOURNEYDESK_PASSPHRASE": "only for this test"}
    one.run(("import", list_file, *TABLE), ("backup", copy), environment=with_passphrase)
    assert other.results(("restore", copy, "--unlock"), typed="another phrase")[0][0] == 1
    other.run(("restore", copy, "--unlock"), typed="only for this test")
    assert "Quillon" in _companies(other)
    # The salt of the first computer is no longer needed.
    shutil.rmtree(tmp_path / "one")
    assert "Quillon" in _companies(other)


def test_the_recovery_key_is_asked_back_and_shown_once(tmp_path: Path) -> None:
    computer = Computer(tmp_path / "one")
    first, second = computer.run(("recovery-key",), ("recovery-key",))
    assert first == second
    key = first.splitlines()[0]
    wrong = computer.results(("recovery-key",), typed=recovery_key.written(bytes(32)))[0]
    assert wrong[0] == 1
    assert "another key" in wrong[2]
    (noted,) = computer.run(("recovery-key",), typed=key)
    assert "It is noted" in noted
    again = computer.results(("recovery-key",))[0]
    assert again[0] == 1
    assert "--again" in again[2]
    assert key not in again[1]
    assert computer.run(("recovery-key", "--again"))[0].splitlines()[0] == key


def test_a_moved_home_keeps_its_key(tmp_path: Path, list_file: str) -> None:
    computer = Computer(tmp_path / "one")
    computer.run(("import", list_file, *TABLE))
    (tmp_path / "one" / "home").rename(tmp_path / "elsewhere")
    assert "Quillon" in _companies(computer, JOURNEYDESK_HOME=str(tmp_path / "elsewhere"))


def test_a_key_kept_by_the_folder_s_path_is_moved_over(tmp_path: Path, list_file: str) -> None:
    computer = Computer(tmp_path / "one")
    computer.run(("import", list_file, *TABLE))
    workspace = tmp_path / "one" / "home" / "workspace"
    name = (workspace / "workspace.id").read_text(encoding="ascii").strip()
    back = (
        "from journeydesk.keyrings.vault import SystemKeyring; vault = SystemKeyring(); "
        f"vault.put('database {workspace}', vault.get('database {name}')); vault.remove('database {name}')"
    )
    computer.run(("-c", back))
    assert "Quillon" in _companies(computer)
    (names,) = computer.run(
        (
            "-c",
            "from journeydesk.keyrings.vault import SystemKeyring; vault = SystemKeyring(); "
            f"print(vault.get('database {workspace}') is None, vault.get('database {name}') is not None)",
        )
    )
    assert names.strip() == "True True"
    assert str(tmp_path) not in name


def test_a_lost_key_is_brought_back_from_paper(tmp_path: Path, list_file: str) -> None:
    computer = Computer(tmp_path / "one")
    _, shown = computer.run(("import", list_file, *TABLE), ("recovery-key",))
    shutil.rmtree(tmp_path / "one" / "share")
    lost = computer.results(("export", *TABLE, "--format", "csv"))[0]
    assert lost[0] == 1
    assert "recovery-key --enter" in lost[2]
    wrong = computer.results(("recovery-key", "--enter"), typed=recovery_key.written(bytes(32)))[0]
    assert wrong[0] == 1
    assert "another workspace" in wrong[2]
    computer.run(("recovery-key", "--enter"), typed=shown.splitlines()[0])
    assert "Quillon" in _companies(computer)
