"""Every screen in every size of the window and every look (docs/interface.md, "Every size"): no text is cut or overpainted, what is
there stands out from its ground, has a name and a role and is reached by keys; a screen has one first action and a rep's words, and
Escape leaves every sheet. One walk finds all of it."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QPushButton, QScrollArea, QWidget
from pytestqt.qtbot import QtBot

from journeydesk.app import make_application
from tests.ui.recorded_text import texts_of
from tests.ui.sizes.walk import Found, Walk
from tests.ui.text_faults import bars_across, faults_of_text

WALKS = (
    Walk(1024, 740, "dark", high=True, on_pictures=True),
    Walk(1280, 720, high=True, on_pictures=True),
    Walk(1440, 900, on_pictures=True, by_hand=True),
    Walk(1920, 1080, "dark", on_pictures=True),
    Walk(2560, 1440),
    Walk(960, 640, mirrored=True, font="DejaVu Sans"),
)
"""The sizes are told apart by nothing else that text depends on, so each also shows one of the looks. The smallest
window is walked through where letters are widest, and where words are longest (`test_other_languages.py`)."""


@pytest.mark.qt_log_ignore("This plugin does not support")
@pytest.mark.parametrize("walk", WALKS, ids=lambda walk: f"{walk.width}x{walk.height}{' mirrored' * walk.mirrored}")
def test_every_screen_is_whole_readable_and_reached(walked: Callable[[Walk], Found], walk: Walk) -> None:
    found = walked(walk)
    assert not found.faults, "\n".join(found.faults)
    assert found.screens > 70
    assert not walk.by_hand or found.sheets > 10


def test_what_is_cut_is_found(qtbot: QtBot) -> None:
    make_application()
    window = QWidget()
    qtbot.addWidget(window)
    button = QPushButton("Paste new token", window)
    button.setGeometry(0, 0, 40, 30)
    window.resize(200, 100)
    window.show()
    assert any("Paste new token" in fault for fault in faults_of_text(window))
    button.setGeometry(0, 0, 180, 30)
    assert not faults_of_text(window)


def test_what_lies_over_another_text_is_found(qtbot: QtBot) -> None:
    make_application()
    window = _Twice()
    qtbot.addWidget(window)
    window.resize(300, 60)
    window.show()
    assert [fault for fault in faults_of_text(window) if "lies on" in fault]


def test_a_number_that_ends_in_an_ellipsis_is_found(qtbot: QtBot) -> None:
    make_application()
    window = QWidget()
    qtbot.addWidget(window)
    label = QLabel("€137,60…", window)
    label.resize(200, 30)
    window.resize(200, 60)
    window.show()
    assert faults_of_text(window) == ["QWidget/QLabel: the number in “€137,60…” is cut short"]
    label.setText("Quillon Fre…")
    assert not faults_of_text(window)


def test_what_lies_beyond_an_edge_nobody_scrolls_is_found(qtbot: QtBot) -> None:
    make_application()
    area = QScrollArea()
    qtbot.addWidget(area)
    inner = QWidget()
    inner.setMinimumWidth(500)
    QLabel("Shift+J", inner).setGeometry(180, 10, 60, 20)
    area.setWidget(inner)
    area.setWidgetResizable(True)
    area.resize(200, 100)
    area.show()
    qtbot.waitUntil(lambda: area.horizontalScrollBar().isVisible())
    assert not faults_of_text(area)
    assert [fault.rpartition(" by ")[0] for fault in bars_across(area)] == ["QScrollArea: a page scrolls sideways"]
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    assert any("Shift+J" in fault for fault in faults_of_text(area))
    assert not bars_across(area)


def test_a_text_is_recorded_where_it_is_painted(qtbot: QtBot) -> None:
    make_application()
    label = QLabel("Follow-up")
    qtbot.addWidget(label)
    label.resize(120, 30)
    (text,) = texts_of(label)
    assert text.words == "Follow-up"
    assert QRectF(0, 0, 120, 30).contains(text.box)


class _Twice(QWidget):
    def paintEvent(self, event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            painter.drawText(10, 30, "Reached stage 2")
            painter.drawText(40, 30, "Leads")
