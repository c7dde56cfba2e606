"""Larger text: the whole interface grows with it (docs/interface.md, "Every size")."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from journeydesk.services.workspace.preferences import Preferences
from journeydesk.ui.dialogs.confirm_sheet import ConfirmSheet
from journeydesk.ui.main_window import MainWindow
from journeydesk.ui.program.zoom import SIZES, nearest_size, scaled
from journeydesk.ui.window.looks import AGAIN, chosen_size

_MEASURE = """
import json, os
from journeydesk.app import make_application
application = make_application({size})
print(json.dumps([application.primaryScreen().devicePixelRatio(), os.environ.get("QT_SCALE_FACTOR")]))
"""


def measured(size: int, environment: dict[str, str]) -> list[object]:
    """Device pixels of one pixel in a program started with this size of text, and what its own children would be told."""
    clean = {name: value for name, value in os.environ.items() if name != "QT_SCALE_FACTOR"}
    words = [sys.executable, "-c", _MEASURE.format(size=size)]
    answer = subprocess.run(words, env=clean | environment, capture_output=True, text=True, check=True, timeout=120)
    found: list[object] = json.loads(answer.stdout.splitlines()[-1])
    return found


def test_everything_grows_with_the_text_beside_the_screens_scale() -> None:
    assert measured(100, {}) == [1.0, None]
    assert measured(150, {}) == [1.5, None]
    assert measured(150, {"QT_SCALE_FACTOR": "2"}) == [3.0, "2"]


def test_a_scale_that_is_no_number_counts_as_one(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("QT_SCALE_FACTOR", "big")
    with scaled(125):
        assert os.environ["QT_SCALE_FACTOR"] == "1.25"
    assert os.environ["QT_SCALE_FACTOR"] == "big"


@pytest.mark.parametrize(
    ("platform", "pixels", "size"),
    [
        ("linux", 13.3, 100),
        ("linux", 14.67, 100),
        ("linux", 18.4, 125),
        ("linux", 29.3, 200),
        ("linux", 60.0, 200),
        ("win32", 12.0, 100),
        ("win32", 18.0, 150),
        ("darwin", 13.0, 100),
        ("darwin", 8.0, 100),
    ],
)
def test_a_system_with_larger_text_asks_for_the_nearest_size(platform: str, pixels: float, size: int) -> None:
    assert nearest_size(pixels, platform) == size


def test_what_a_person_chose_goes_before_what_the_system_asks_for(tmp_path: Path) -> None:
    kept = Preferences(tmp_path / "window.json")
    assert chosen_size(kept) == 100
    kept.keep({"system_text": 150})
    assert chosen_size(kept) == 150
    kept.keep({"text_size": 110})
    assert chosen_size(Preferences(tmp_path / "window.json")) == 110


def test_choosing_a_size_keeps_it_and_asks_whether_to_start_again(window: MainWindow, qtbot: QtBot) -> None:
    window.looks.choose_text_size(SIZES[3])
    assert window.looks.text_size == 150
    (sheet,) = window.findChildren(ConfirmSheet)
    qtbot.keyClick(sheet, Qt.Key.Key_Escape)
    assert window.isVisible()
    assert window.property(AGAIN) is None
    window.looks.choose_text_size(SIZES[2])
    sheet = window.findChildren(ConfirmSheet)[-1]
    qtbot.mouseClick(sheet.yes, Qt.MouseButton.LeftButton)
    assert window.property(AGAIN)
    qtbot.waitUntil(lambda: not window.isVisible())
