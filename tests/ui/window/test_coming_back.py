"""The window comes back as it was left, on a screen that is there."""

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QRect
from pytestqt.qtbot import QtBot

from journeydesk.config import resources
from journeydesk.services.context import Context
from journeydesk.services.workspace.preferences import Preferences
from journeydesk.ui.bridge import Bridge
from journeydesk.ui.main_window import MainWindow
from journeydesk.ui.tabs.prospects.tab import ProspectsTab
from journeydesk.ui.theme import Theme
from journeydesk.ui.window.geometry import on_screen

ONE = QRect(0, 0, 1920, 1040)
TWO = QRect(1920, 0, 1280, 984)


def opened(context: Context, file: Path, qtbot: QtBot) -> MainWindow:
    window = MainWindow(context, Theme(resources() / "icons", "light"), Preferences(file))
    qtbot.addWidget(window)
    window.looks.bring_back()
    window.show()
    return window


def list_of(window: MainWindow) -> ProspectsTab:
    tab = window.tab("Prospects")
    assert isinstance(tab, ProspectsTab)
    return tab


def test_place_view_width_and_rows_come_back(context: tuple[Context, Bridge], tmp_path: Path, qtbot: QtBot) -> None:
    file = tmp_path / "window.json"
    first = opened(context[0], file, qtbot)
    first.setGeometry(40, 30, 1300, 800)
    tab = list_of(first)
    tab.choose(tab.views[0])
    tab.table.change_density()
    tab.splitter.setSizes([800, 430])
    sizes = tab.splitter.sizes()
    first.show_place("Kanban")
    first.close()
    again = opened(context[0], file, qtbot)
    assert again.place == "Kanban"
    left = json.loads(file.read_text())["geometry"]
    screen = again.screen().availableGeometry()
    assert left == [40, 30, 1300, 800]
    assert again.size() == on_screen(QRect(*left), [screen]).size()
    kept = list_of(again)
    assert (kept.view_name, kept.table.compact) == (tab.views[0].name, True)
    again.show_place("Prospects")
    assert abs(kept.splitter.sizes()[1] - sizes[1]) <= 4 or again.width() != first.width()


def test_a_panel_that_was_put_away_stays_away_and_keeps_its_width(
    context: tuple[Context, Bridge], tmp_path: Path, qtbot: QtBot
) -> None:
    file = tmp_path / "window.json"
    first = opened(context[0], file, qtbot)
    first.resize(1440, 900)
    tab = list_of(first)
    qtbot.waitUntil(tab.detail.isVisible)
    tab.splitter.setSizes([900, 430])
    qtbot.waitUntil(lambda: all(tab.splitter.sizes()))
    first.looks.keep()
    width = json.loads(file.read_text())["splitter"][1]
    first.looks.change_detail()
    first.close()
    again = opened(context[0], file, qtbot)
    again.resize(1440, 900)
    qtbot.wait(20)
    assert not list_of(again).detail.isVisible()
    assert json.loads(file.read_text())["splitter"][1] == width > 0
    again.looks.change_detail()
    assert list_of(again).detail.isVisible()


@pytest.mark.parametrize("text", ["", "no json", "[1, 2]", '{"geometry": "wide", "place": 7, "view": [], "splitter": [1]}'])
def test_a_file_that_says_nothing_sensible_is_passed_over(
    context: tuple[Context, Bridge], tmp_path: Path, qtbot: QtBot, text: str
) -> None:
    file = tmp_path / "window.json"
    file.write_text(text)
    window = opened(context[0], file, qtbot)
    assert window.place == "Prospects"
    window.close()
    assert json.loads(file.read_text())["place"] == "Prospects"


def test_a_place_or_view_that_is_gone_is_passed_over(context: tuple[Context, Bridge], tmp_path: Path, qtbot: QtBot) -> None:
    file = tmp_path / "window.json"
    file.write_text(json.dumps({"place": "Cellar", "view": "Nobody's view"}))
    window = opened(context[0], file, qtbot)
    assert window.place == "Prospects"
    tab = list_of(window)
    assert tab.view_name in [view.name for view in tab.views]


def test_a_window_left_on_a_screen_that_is_gone_comes_to_the_first() -> None:
    left = on_screen(QRect(2400, 100, 1200, 800), [ONE])
    assert ONE.contains(left)
    assert left.size() == QRect(0, 0, 1200, 800).size()
    assert abs(left.center().x() - ONE.center().x()) <= 1


def test_a_window_that_stands_well_stays_where_it_is() -> None:
    wanted = QRect(2000, 50, 1100, 800)
    assert on_screen(wanted, [ONE, TWO]) == wanted


def test_at_scale_2_the_window_is_no_larger_than_the_screen() -> None:
    small = QRect(0, 0, 720, 430)
    assert small.contains(on_screen(QRect(0, 0, 1440, 868), [small]))


_SIDES = st.integers(-4000, 4000)
_SIZES = st.integers(1, 4000)


@given(st.builds(QRect, _SIDES, _SIDES, _SIZES, _SIZES), st.lists(st.sampled_from([ONE, TWO]), min_size=1, max_size=2))
def test_wherever_it_was_left_it_is_whole_on_a_screen(wanted: QRect, screens: list[QRect]) -> None:
    placed = on_screen(wanted, screens)
    assert any(screen.contains(placed) for screen in screens)
