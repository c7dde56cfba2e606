"""Several workspaces on one computer: found by name, made once, meant by a word or the environment, and the last one opened again."""

import json
import os
from pathlib import Path

import pytest

from journeydesk import config
from journeydesk.cli.run import run
from journeydesk.domain.errors import UserError
from journeydesk.services.workspace import workspaces


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A home without anything."""
    monkeypatch.setenv("JOURNEYDESK_HOME", str(tmp_path))
    monkeypatch.setenv(config.WORKSPACE_VARIABLE, "")
    return tmp_path


def line(*words: str) -> int:
    def nothing(_: object) -> int:
        return 0

    return run(words, open_window=nothing, run_demo=nothing, run_sandbox=nothing, run_serve=nothing)


def test_there_is_one_until_another_is_made() -> None:
    assert workspaces.names(config.paths()) == ["main"]
    assert workspaces.add(config.paths(), "  Tea  house ") == "Tea house"
    workspaces.add(config.paths(), "bakery")
    assert workspaces.names(config.paths()) == ["main", "bakery", "Tea house"]
    assert workspaces.find(config.paths(), "TEA HOUSE") == "Tea house"


def test_each_has_a_folder_of_its_own(home: Path) -> None:
    workspaces.add(config.paths(), "Tea house")
    named = config.paths({"JOURNEYDESK_HOME": str(home), config.WORKSPACE_VARIABLE: "Tea house"})
    assert named.workspace == home / "workspaces" / "Tea house"
    assert config.name_of(named.workspace) == "Tea house"
    assert config.name_of(config.paths().workspace) == config.MAIN


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("", "needs a name"),
        ("   ", "needs a name"),
        ("a" * 41, "40 characters at most"),
        ("../elsewhere", "letters, digits"),
        ("a/b", "letters, digits"),
        ("a\\b", "letters, digits"),
        (".hidden", "begins with a letter"),
        ("ends.", "letters, digits"),
        ("Con", "letters, digits"),
        ("con.txt", "letters, digits"),
        ("MAIN", "already"),
        ("tea HOUSE", "already"),
    ],
)
def test_a_name_that_no_folder_can_have_is_refused_in_words(name: str, words: str) -> None:
    workspaces.add(config.paths(), "Tea house")
    with pytest.raises(UserError, match=words):
        workspaces.add(config.paths(), name)


@pytest.mark.parametrize("name", ["Käserei", "茶屋", "A.B-c_1"])
def test_names_of_every_script_are_taken(name: str) -> None:
    assert workspaces.add(config.paths(), name) == name


def test_the_last_one_is_opened_again_unless_gone_or_one_is_named(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    workspaces.add(config.paths(), "Tea house")
    workspaces.keep_last(config.paths(), "Tea house")
    config.go_on_with_last()
    assert config.paths().name == "Tea house"
    monkeypatch.setenv(config.WORKSPACE_VARIABLE, "main")
    config.go_on_with_last()
    assert config.paths().workspace == home / "workspace"
    (home / "workspaces" / "Tea house").rmdir()
    monkeypatch.setenv(config.WORKSPACE_VARIABLE, "")
    config.go_on_with_last()
    assert config.paths().name == config.MAIN


@pytest.mark.parametrize("junk", [b"\xff\xfe", b"../../etc", b""])
def test_a_file_that_says_nonsense_counts_as_none(home: Path, junk: bytes) -> None:
    (home / config.LAST).write_bytes(junk)
    assert config.last_workspace(config.paths()) == config.MAIN


def test_commands_add_list_and_mean_one(capsys: pytest.CaptureFixture[str]) -> None:
    assert line("workspaces", "--add", "Tea house") == 0
    assert line("--workspace", "tea house", "workspaces", "--json") == 0
    facts = json.loads(capsys.readouterr().out.splitlines()[-1])
    assert facts == {"workspaces": ["main", "Tea house"], "meant": "Tea house"}
    assert line("--workspace", "Bakery", "workspaces") == 1
    assert "There are: main, Tea house." in capsys.readouterr().err


def test_a_workspace_named_by_the_environment_must_be_there(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(config.WORKSPACE_VARIABLE, "Nowhere")
    assert line("workspaces") == 1
    assert "no workspace “Nowhere”" in capsys.readouterr().err
    assert os.environ[config.WORKSPACE_VARIABLE] == "Nowhere"
