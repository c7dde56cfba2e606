"""Another look for a widget that is there: found by the style sheet, and not asked for twice."""

import pytest
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from journeydesk.ui.restyling import restyle


@pytest.fixture
def words(qtbot: QtBot) -> QLabel:
    shown = QLabel("words")
    qtbot.addWidget(shown)
    shown.setStyleSheet('QLabel[kind="danger"] { color: #aa0000 }')
    shown.show()
    return shown


def ink(words: QLabel) -> str:
    return words.palette().color(QPalette.ColorRole.WindowText).name()


def test_another_kind_has_its_colour_and_loses_it(words: QLabel) -> None:
    plain = ink(words)
    restyle(words, "kind", "danger")
    assert ink(words) == "#aa0000"
    restyle(words, "kind", "")
    assert ink(words) == plain


@pytest.mark.parametrize(("before", "after"), [("danger", "danger"), (None, ""), (None, False), ("", "")])
def test_what_a_widget_is_already_is_not_asked_for(
    words: QLabel, monkeypatch: pytest.MonkeyPatch, before: object, after: object
) -> None:
    words.setProperty("kind", before)
    asked: list[str] = []
    monkeypatch.setattr(words, "style", lambda: asked.append("style"))
    restyle(words, "kind", after)
    assert asked == []
