"""The rep's day in the window, with real keys on a real database."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QAbstractItemModelTester
from pytestqt.qtbot import QtBot

from journeydesk.domain.lists.columns import SHOWN
from journeydesk.domain.lists.layout import Layout
from journeydesk.services.queries.detail import timeline
from journeydesk.services.rows.prospects import ListView, SortKey
from journeydesk.ui.dialogs.palette import Palette
from journeydesk.ui.main_window import MainWindow
from journeydesk.ui.picture import framed_picture
from journeydesk.ui.tabs.prospects.tab import ProspectsTab


@pytest.fixture
def tab(window: MainWindow, qtbot: QtBot) -> ProspectsTab:
    found = window.tab("Prospects")
    assert isinstance(found, ProspectsTab)
    found.show_view(ListView(sort=(SortKey("follow_up"),)))
    found.table.setFocus()
    qtbot.waitUntil(lambda: found.detail.prospect is not None)
    return found


def companies(tab: ProspectsTab) -> list[str]:
    rows = [tab.model.row_at(place) for place in range(tab.model.rowCount())]
    return [row.company for row in rows if row is not None]


def test_the_list_is_sorted_by_follow_up_with_the_unplanned_last(tab: ProspectsTab) -> None:
    assert companies(tab) == ["Łąkowisko Meble", "Quillon Freight", "蒼嶺測器", "ندى القمر للخزف"]


def test_a_letter_that_is_no_key_leaves_the_list_where_it_is(tab: ProspectsTab, qtbot: QtBot) -> None:
    assert companies(tab)[1].startswith("Quillon")
    qtbot.keyClicks(tab.table, "q")
    assert tab.table.currentIndex().row() == 0


def test_a_press_on_a_title_sorts_and_again_turns_it_round(tab: ProspectsTab, qtbot: QtBot) -> None:
    header = tab.table.header
    place = header.sectionViewportPosition(7) + 20
    from PySide6.QtCore import QPoint

    qtbot.mouseClick(header.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(place, 10))
    assert companies(tab)[0] == "蒼嶺測器"
    qtbot.mouseClick(header.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(place, 10))
    assert companies(tab)[0] == "Łąkowisko Meble"


def test_a_meeting_is_logged_with_one_key_the_note_and_ctrl_enter(tab: ProspectsTab, window: MainWindow, qtbot: QtBot) -> None:
    prospect = tab.detail.prospect
    assert prospect is not None
    qtbot.keyClick(tab.table, Qt.Key.Key_M)
    note = tab.detail.composer.note
    qtbot.waitUntil(note.hasFocus)
    qtbot.keyClicks(note, "Wants two references 15m >fri")
    qtbot.keyClick(note, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    logged = timeline(window.context, prospect, "interactions")
    assert [(entry.title, entry.title_rest, entry.detail, entry.pending) for entry in logged] == [
        ("Meeting", " · 15 min", "Wants two references", True)
    ]
    row = tab.model.row_at(tab.model.place_of(prospect) or 0)
    qtbot.waitUntil(lambda: "waiting" in window.top.pill.text() or "Not connected" in window.top.pill.text())
    assert note.toPlainText() == ""
    assert row is not None


def test_a_note_not_logged_is_there_when_the_prospect_is_shown(tab: ProspectsTab, qtbot: QtBot) -> None:
    qtbot.keyClick(tab.table, Qt.Key.Key_N)
    note = tab.detail.composer.note
    qtbot.keyClicks(note, "half a thought")
    qtbot.keyClick(note, Qt.Key.Key_Escape)
    first = tab.detail.prospect
    qtbot.keyClick(tab.table, Qt.Key.Key_J)
    qtbot.waitUntil(lambda: tab.detail.prospect not in (None, first))
    assert note.toPlainText() == ""
    qtbot.keyClick(tab.table, Qt.Key.Key_K)
    qtbot.waitUntil(lambda: tab.detail.prospect == first)
    assert note.toPlainText() == "half a thought"


def test_space_ticks_and_the_bulk_bar_says_what_the_ticked_are_worth(tab: ProspectsTab, qtbot: QtBot) -> None:
    assert not tab.bulk.isVisible()
    qtbot.keyClick(tab.table, Qt.Key.Key_Space)
    qtbot.keyClick(tab.table, Qt.Key.Key_J)
    qtbot.keyClick(tab.table, Qt.Key.Key_Space)
    assert len(tab.model.ticked) == 2
    assert tab.bulk.isVisible()
    qtbot.keyClick(tab.table, Qt.Key.Key_Escape)
    assert tab.model.ticked == []


def test_a_deletion_is_undone_with_ctrl_z(tab: ProspectsTab, window: MainWindow, qtbot: QtBot) -> None:
    tab.act("delete")
    qtbot.keyClick(window.focusWidget() or window, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: tab.model.rowCount() == 3)
    qtbot.keyClick(window, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: tab.model.rowCount() == 4)
    assert companies(tab)[0] == "Łąkowisko Meble"


@pytest.mark.parametrize(
    ("typed", "company"),
    [("qui", "Quillon Freight"), ("lakow", "Łąkowisko Meble"), ("嶺測", "蒼嶺測器"), ("ADAEZE", "Quillon Freight")],
)
def test_three_letters_find_a_prospect_whatever_accents_and_case(
    window: MainWindow, qtbot: QtBot, typed: str, company: str
) -> None:
    qtbot.keyClick(window, Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    palette = next(iter(window.findChildren(Palette)))
    palette.field.setText(typed)
    titles = [line.title for line in palette.model.lines if line.icon == "building"]
    assert titles == [company]
    palette.done()


def test_the_palette_opens_the_prospect_that_is_chosen(window: MainWindow, tab: ProspectsTab, qtbot: QtBot) -> None:
    qtbot.keyClick(window, Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    palette = next(iter(window.findChildren(Palette)))
    qtbot.keyClicks(palette.field, "quillon")
    qtbot.keyClick(palette.field, Qt.Key.Key_Return)
    wanted = next(place for place in range(4) if (row := tab.model.row_at(place)) and row.company == "Quillon Freight")
    qtbot.waitUntil(lambda: tab.detail.prospect == tab.model.id_at(wanted))
    assert tab.table.currentIndex().row() == wanted


def test_every_model_of_the_tab_passes_qts_own_tester(tab: ProspectsTab) -> None:
    fatal = QAbstractItemModelTester.FailureReportingMode.Fatal
    testers = [QAbstractItemModelTester(model, fatal) for model in (tab.model, tab.detail.timeline.entries)]
    tab.model.sort_by(SHOWN[0], False)
    assert len(testers) == 2


def test_the_theme_switches_live_and_the_picture_follows(window: MainWindow, tab: ProspectsTab, qtbot: QtBot) -> None:
    def ground() -> int:
        image: QImage = framed_picture(window, window.theme)
        return image.pixelColor(900, 860).lightness()

    light = ground()
    window.theme.choose("dark")
    assert light > 200
    assert ground() < 60


def test_each_place_has_its_key_and_its_title(window: MainWindow, qtbot: QtBot) -> None:
    titles = []
    for key in (Qt.Key.Key_2, Qt.Key.Key_3, Qt.Key.Key_4, Qt.Key.Key_1):
        qtbot.keyClick(window, key, Qt.KeyboardModifier.ControlModifier)
        titles.append(window.windowTitle().split(" – ")[0])
    reports = window.tab("Reports")
    qtbot.waitUntil(lambda: bool(getattr(reports, "ready", True)), timeout=20_000)
    assert titles == ["Kanban", "Alerts", "Reports", "Prospects"]


def test_a_column_that_is_not_wanted_leaves_and_comes_back(tab: ProspectsTab) -> None:
    tab.table.show_layout(Layout().showing(SHOWN[3], False))
    assert SHOWN[3] not in tab.model.columns
    tab.table.show_layout(tab.model.layout.showing(SHOWN[3], True))
    assert tab.model.columns[-1] == SHOWN[3]
