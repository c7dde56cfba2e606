"""The entry in the desktop's menu: by the specification, for this person only, and gone without a trace."""

import shlex
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journeydesk.domain.errors import UserError
from journeydesk.services.workspace.desktop_entry import entry, files, remove_entry, write_entry


@pytest.fixture(autouse=True)
def own_data(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "share"))
    monkeypatch.setattr("shutil.which", lambda _name: None)
    monkeypatch.setattr(sys, "platform", "linux")


def value(text: str, key: str) -> str:
    return next(line.partition("=")[2] for line in text.splitlines() if line.startswith(f"{key}="))


def test_it_opens_links_and_is_taken_out_again(tmp_path: Path) -> None:
    file = write_entry()
    text = file.read_text()
    assert file.is_relative_to(tmp_path)
    assert text.startswith("[Desktop Entry]\n")
    assert "x-scheme-handler/journeydesk;" in value(text, "MimeType")
    assert value(text, "Exec").endswith(" open %u")
    assert Path(value(text, "Icon")).exists()
    assert "currentColor" not in Path(value(text, "Icon")).read_text()
    assert set(remove_entry()) == set(files())
    assert not any(path.exists() for path in files())
    assert remove_entry() == []


@given(st.lists(st.text(st.characters(min_codepoint=32, max_codepoint=126), min_size=1, max_size=20), min_size=1, max_size=4))
def test_every_program_is_quoted_as_the_specification_says(program: list[str]) -> None:
    stored = value(entry(program, Path("/icon.svg")), "Exec").removesuffix(" open %u")
    # First the value's own escapes, then the quoting of words; the shell's rules for double quotes are the same.
    words = shlex.split(stored.replace("\\\\", "\\").replace("\\$", "$").replace("\\`", "`"))
    assert [word.replace("%%", "%") for word in words] == program


def test_another_system_says_that_it_has_none(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "platform", "win32")
    with pytest.raises(UserError, match="Linux"):
        write_entry()
