"""One place says whether anything on the screen moves by itself, and what Qt moves follows it."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QProgressBar, QStyle

import journeydesk.ui
from journeydesk.ui import motion
from journeydesk.ui.theme import Theme

_MOVING = {"QPropertyAnimation", "QVariantAnimation", "QTimeLine", "QSequentialAnimationGroup", "QParallelAnimationGroup",
           "QGraphicsOpacityEffect", "setAnimated"}  # fmt: skip


def _moves_for(bar: QProgressBar) -> int:
    return bar.style().styleHint(QStyle.StyleHint.SH_Widget_Animation_Duration, None, bar)


@pytest.fixture
def fading(light: Theme, monkeypatch: pytest.MonkeyPatch) -> Iterator[Theme]:
    """A system whose menus fade."""
    monkeypatch.setattr(motion, "_FOUND", dict.fromkeys(motion._EFFECTS, True))
    light.motion.apply()
    yield light
    for effect in motion._EFFECTS:
        QApplication.setEffectEnabled(effect, False)


def test_what_qt_moves_stands_still_once_that_is_chosen(fading: Theme) -> None:
    bar = QProgressBar()
    QApplication.setEffectEnabled(Qt.UIEffect.UI_General, True)
    fading.motion.choose("reduced")
    assert _moves_for(bar) == 0
    assert not any(QApplication.isEffectEnabled(effect) for effect in motion._EFFECTS)
    fading.motion.choose("full")
    assert 0 < _moves_for(bar) <= 120
    assert all(QApplication.isEffectEnabled(effect) for effect in motion._EFFECTS)
    QApplication.setEffectEnabled(Qt.UIEffect.UI_General, False)


def test_the_systems_wish_counts_where_nobody_chose(light: Theme) -> None:
    seen = []
    light.motion.changed.connect(lambda: seen.append(light.motion.reduced))
    light.motion.hear(True)
    light.motion.choose("full")
    light.motion.hear(False)
    light.motion.choose("reduced")
    light.motion.choose("system")
    assert seen == [True, False, True, False]


def test_nothing_of_ours_moves_around_it() -> None:
    """What is to move takes its time from `Motion.milliseconds`, so whatever Qt has for moving is named there alone."""
    folder = Path(journeydesk.ui.__path__[0])
    sources = {path.name: path.read_text(encoding="utf-8") for path in folder.rglob("*.py") if path.name != "motion.py"}
    assert [name for name, source in sources.items() if any(moving in source for moving in _MOVING)] == []
