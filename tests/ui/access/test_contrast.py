"""What measures on pictures whether text, icons and the borders of controls stand out from their ground finds what does not; the walks
of `tests/ui/sizes` do so on every screen."""

import pytest
from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLabel, QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from journeydesk.app import make_application
from journeydesk.config import resources
from journeydesk.ui.theme import Theme
from tests.ui.access.contrast import faults_of_contrast
from tests.ui.recorded_text import icons_noted, painted_by
from tests.ui.widgets.conftest import ratio

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


@pytest.fixture
def theme(qtbot: QtBot) -> Theme:
    chosen = Theme(resources() / "icons", "light")
    chosen.apply(make_application())
    return chosen


def test_what_does_not_stand_out_is_found(theme: Theme, qtbot: QtBot) -> None:
    window = _Window(theme)
    qtbot.addWidget(window)
    window.show()
    with icons_noted():
        found = faults_of_contrast(window, painted_by)
    assert [fault for fault in found if "“pale”" in fault]
    assert [fault for fault in found if "border" in fault]
    assert [fault for fault in found if "icon" in fault]
    assert len(found) == 3


def test_high_contrast_asks_for_more(theme: Theme, qtbot: QtBot) -> None:
    label = QLabel("said beside it")
    label.setProperty("kind", "caption")
    window = QWidget()
    QVBoxLayout(window).addWidget(label)
    qtbot.addWidget(window)
    window.show()
    assert not faults_of_contrast(window, painted_by)
    assert faults_of_contrast(window, painted_by, high=True)
    theme.choose_contrast("high")
    try:
        assert not faults_of_contrast(window, painted_by, high=True)
    finally:
        theme.choose_contrast("normal")


@pytest.mark.parametrize("look", ["light", "dark"])
def test_high_contrast_has_thicker_rings_that_are_seen(qtbot: QtBot, look: str) -> None:
    make_application()
    usual, high = (Theme(resources() / "icons", look, contrast) for contrast in ("normal", "high"))
    assert (usual.ring, high.ring) == (2, 3)
    for ground in ("base", "win", "panel", "sunk", "sel", "hover"):
        assert ratio(high.color("accent"), high.color(ground)) >= 7
        for border in ("line", "line2", "ctl"):
            assert ratio(high.color(border), high.color(ground)) >= 3


@pytest.mark.parametrize("asked", list(Qt.ContrastPreference))
def test_the_systems_contrast_is_followed_where_nobody_chose(
    qtbot: QtBot, asked: Qt.ContrastPreference, monkeypatch: pytest.MonkeyPatch
) -> None:
    make_application()
    monkeypatch.setattr(QGuiApplication, "styleHints", staticmethod(lambda: _Hints(asked)))
    high = {contrast: Theme(resources() / "icons", "light", contrast).high for contrast in ("system", "high", "normal")}
    assert high == {"system": asked == Qt.ContrastPreference.HighContrast, "high": True, "normal": False}


class _Hints(QObject):
    """A system that asks for a contrast: the offscreen one never does."""

    colorSchemeChanged = Signal()  # noqa: N815
    contrastPreferenceChanged = Signal()  # noqa: N815

    def __init__(self, asked: Qt.ContrastPreference) -> None:
        super().__init__()
        self._asked = asked

    def accessibility(self) -> "_Hints":
        return self

    def contrastPreference(self) -> Qt.ContrastPreference:
        return self._asked

    def colorScheme(self) -> Qt.ColorScheme:
        return Qt.ColorScheme.Light


class _Window(QWidget):
    def __init__(self, theme: Theme) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        pale, seen = QLabel("pale"), QLabel("seen")
        pale.setStyleSheet("color: #c0c0c0")
        faint, plain = QLineEdit(), QLineEdit()
        faint.setStyleSheet("border-color: #d8d8d8")
        icons = [QLabel(), QLabel()]
        for place, token in zip(icons, ("line2", "text2"), strict=True):
            place.setPixmap(theme.pixmap("check", token))
        for part in (pale, seen, faint, plain, *icons):
            column.addWidget(part)
        seen.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        seen.setFocus()
