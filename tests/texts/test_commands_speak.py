"""The commands and the phone's pages speak the language of this computer without Qt, with the same texts and marks as the window."""

import json
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QLocale

from journeydesk.cli.upgrades.parser import _THINGS
from journeydesk.config import paths, resources
from journeydesk.domain.settings.upgrades import NEEDING
from journeydesk.domain.words import language_code, speak, tr
from journeydesk.services.workspace.preferences import FILE
from journeydesk.services.workspace.speaking import speak_without_window, written
from journeydesk.ui.program.language import LANGUAGES, read_language
from tests.texts.extraction import CODES, read

FOLDER = resources() / "translations"


@pytest.fixture(autouse=True)
def english_again() -> Iterator[None]:
    yield
    speak(None)


@pytest.mark.parametrize("code", CODES)
def test_without_qt_every_text_is_the_same(code: str) -> None:
    texts = read(FOLDER / f"journeydesk_{code}.ts")
    with_qt = read_language(code, FOLDER)
    speak_without_window(environment={"JOURNEYDESK_LANGUAGE": code})
    assert language_code() == code
    assert {key: tr(key[0], meaning=key[1]) for key in texts} == {key: with_qt.text(*key) for key in texts}


@pytest.mark.parametrize("code", LANGUAGES)
@pytest.mark.parametrize(("number", "decimals"), [(0, 0), (999, 0), (1234, 0), (12_345, 0), (1_234_567.891, 2), (0.5, 1)])
def test_numbers_have_the_marks_that_the_window_gives_them(code: str, number: float, decimals: int) -> None:
    assert written(code, number, decimals) == QLocale(LANGUAGES[code]).toString(float(number), "f", decimals)


@pytest.mark.parametrize(
    ("environment", "chosen", "for_programs", "code"),
    [
        ({}, "de", False, "de"),
        ({"LANG": "es_MX.UTF-8"}, "system", False, "es"),
        ({"LC_ALL": "C.UTF-8", "LANG": "de_DE.UTF-8"}, "system", False, "en"),
        ({"LANG": "fr_FR.UTF-8"}, "system", False, "en"),
        ({"LANG": "es_ES.UTF-8"}, "en", False, "en"),
        ({"LANG": "de_DE.UTF-8"}, "es", True, "en"),
        ({"JOURNEYDESK_LANGUAGE": "de"}, "es", True, "de"),
    ],
)
def test_variable_then_choice_then_system_decide(
    tmp_path: Path, environment: dict[str, str], chosen: str, for_programs: bool, code: str
) -> None:
    here = environment | {"JOURNEYDESK_HOME": str(tmp_path)}
    paths(here).workspace.mkdir(parents=True, exist_ok=True)
    (paths(here).workspace / FILE).write_text(json.dumps({"language": chosen}))
    speak_without_window(for_programs=for_programs, environment=here)
    assert language_code() == code


def test_a_command_answers_in_german_and_a_program_in_english(tmp_path: Path) -> None:
    environment = {
        "LANG": "de_DE.UTF-8",
        "JOURNEYDESK_HOME": str(tmp_path),
        "PATH": "/usr/bin:/bin",
        "JOURNEYDESK_PASSPHRASE": "x",
    }

    def answered(*words: str) -> str:
        command = [sys.executable, "-m", "journeydesk", *words]
        return subprocess.run(command, capture_output=True, text=True, env=environment, timeout=60).stderr

    assert "Es gibt keine Datei" in answered("restore", "nowhere.db")
    assert "There is no file" in answered("restore", "nowhere.db", "--json")


def test_the_command_line_knows_what_needs_a_tier() -> None:
    assert sorted(NEEDING) == list(_THINGS)
