"""The application menu: everything in it by keys and mouse, Undo by its name, and nothing that a place has is missing."""

from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QFileDialog, QMenu
from pytestqt.qtbot import QtBot

from journeydesk.domain.ids import RecordId
from journeydesk.services.commands.prospects import edit
from journeydesk.services.commands.undoing import undo
from journeydesk.services.queries.lists.prospects import prospect_total
from journeydesk.ui import base_page
from journeydesk.ui.dialogs.log_call.sheet import LogSheet
from journeydesk.ui.dialogs.restoring import RESTORE, RestoreCopySheet
from journeydesk.ui.guide.window import GuideWindow
from journeydesk.ui.keys.actions import Action, Scope
from journeydesk.ui.keys.keyboard import KEYBOARD
from journeydesk.ui.main_window import MainWindow
from journeydesk.ui.places import KEYS
from journeydesk.ui.tabs.prospects.tab import ProspectsTab
from journeydesk.ui.tabs.settings.tab import SettingsTab
from journeydesk.ui.window.menu.entries import NAMES, entries
from journeydesk.ui.window.menu.entry import Entries, Entry
from journeydesk.ui.window.menu.menu import ApplicationMenu

LEFT = Qt.MouseButton.LeftButton

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


def lines(found: Entries) -> list[Entry]:
    every = [line for line in found if line is not None]
    return every + [line for entry in every for line in lines(entry.below)]


def named(window: MainWindow, part: str, words: str) -> Entry:
    return next(line for line in lines(entries(window, part)) if line.words == words)


def run(window: MainWindow, part: str, words: str) -> None:
    entry = named(window, part, words)
    assert entry.run is not None
    entry.run()


@pytest.fixture
def listed(window: MainWindow, qtbot: QtBot) -> ProspectsTab:
    """The list with the keyboard in it."""
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    tab = window.tab("Prospects")
    assert isinstance(tab, ProspectsTab)
    tab.table.setFocus()
    return tab


def menu_of(window: MainWindow) -> QMenu:
    return next(menu for menu in window.findChildren(QMenu, "application") if menu.isVisible())


def test_it_opens_by_mouse_by_its_key_and_by_alt_alone(listed: ProspectsTab, window: MainWindow, qtbot: QtBot) -> None:
    qtbot.mouseClick(window.top.menu, LEFT)
    assert [entry.text() for entry in menu_of(window).actions()] == list(NAMES)
    menu_of(window).close()
    qtbot.keyClick(listed.table, Qt.Key.Key_F10)
    menu_of(window).close()
    qtbot.keyClick(listed.table, Qt.Key.Key_Alt)
    menu = menu_of(window)
    assert menu.pos() == window.top.menu.mapToGlobal(QPoint(0, window.top.menu.height() + 4))
    assert "F10 menu" in window.status.accessibleDescription()
    menu.close()
    assert "F10 menu" not in window.status.accessibleDescription()


def test_alt_held_for_another_key_opens_nothing(listed: ProspectsTab, window: MainWindow, qtbot: QtBot) -> None:
    qtbot.keyPress(listed.table, Qt.Key.Key_Alt)
    qtbot.keyClick(listed.table, Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    qtbot.keyRelease(listed.table, Qt.Key.Key_Alt)
    assert [menu for menu in window.findChildren(QMenu, "application") if menu.isVisible()] == []


def test_it_is_walked_by_keys_and_runs_what_is_chosen(listed: ProspectsTab, window: MainWindow, qtbot: QtBot) -> None:
    qtbot.keyClick(listed.table, Qt.Key.Key_F10)
    menu = menu_of(window)
    for _ in range(3):
        qtbot.keyClick(menu, Qt.Key.Key_Down)
    qtbot.keyClick(menu, Qt.Key.Key_Right)
    view = next(part for part in menu.findChildren(QMenu) if part.title() == "View")
    qtbot.waitUntil(view.isVisible)
    assert [entry.text().partition("\t")[0] for entry in view.actions()[:3]] == ["Prospects", "Kanban", "Alerts"]
    view.setActiveAction(view.actions()[1])
    qtbot.keyClick(view, Qt.Key.Key_Return)
    assert window.place == "Kanban"
    assert not menu.isVisible()


def test_undo_and_redo_carry_what_they_would_do(window: MainWindow, listed: ProspectsTab) -> None:
    edit(window.context, RecordId(listed.model.all_ids()[0]), {"industry": "Rope"})
    step = entries(window, "Edit")[0]
    assert step is not None
    assert step.words.startswith("Undo “")
    again = entries(window, "Edit")[1]
    assert again is not None
    assert again.run is None
    label = undo(window.context)
    again = entries(window, "Edit")[1]
    assert again is not None
    assert again.words == f"Redo “{label}”"


@pytest.mark.parametrize(
    ("place", "scope"),
    [
        ("Prospects", Scope.PROSPECTS),
        ("Kanban", Scope.KANBAN),
        ("Alerts", Scope.ALERTS),
        ("Reports", Scope.REPORTS),
        ("Today", Scope.LINES),
    ],
)
def test_every_action_of_a_place_is_in_its_menu(window: MainWindow, place: str, scope: Scope) -> None:
    window.show_place(place)
    offered = {line.action for line in lines(entries(window, "Prospect"))} - {None}
    assert {action for action in Action if scope in action.scopes} == offered


def test_every_action_of_the_window_is_in_the_menu(window: MainWindow) -> None:
    offered = {line.action for part in NAMES for line in lines(entries(window, part))}
    assert {action for action in Action if action.scope is Scope.WINDOW} - offered == {Action.MENU}


def test_what_a_screen_takes_by_its_own_map_runs_from_the_menu_too(window: MainWindow, listed: ProspectsTab) -> None:
    window.show_place("Prospects")
    run(window, "Prospect", Action.ROW_TICK.words)
    assert len(listed.model.ticked) == 1
    run(window, "Prospect", Action.ROW_TICK_ALL.words)
    assert len(listed.model.ticked) == listed.model.rowCount()
    run(window, "Prospect", Action.LOG_CALL.words)
    assert window.findChildren(LogSheet)[-1].isVisible()


def test_a_changed_key_stands_in_the_menu(window: MainWindow) -> None:
    KEYBOARD.change(Action.SYNC, "F6")
    try:
        menu = window.menu.menu.make(window)
        tools = menu.actions()[4].menu()
        assert isinstance(tools, QMenu)
        tools.aboutToShow.emit()
        assert "Sync now\tF6" in [entry.text() for entry in tools.actions()]
    finally:
        KEYBOARD.reset()


def test_cut_and_copy_are_there_while_a_text_is_written(listed: ProspectsTab, window: MainWindow, qtbot: QtBot) -> None:
    assert named(window, "Edit", "Copy").run is None
    listed.detail.show_prospect(listed.model.id_at(0))
    listed.detail.compose("Note")
    note = listed.detail.composer.note
    qtbot.keyClicks(note, "rope")
    run(window, "Edit", "Select all")
    run(window, "Edit", "Cut")
    assert note.toPlainText() == ""
    run(window, "Edit", "Paste")
    assert note.toPlainText() == "rope"


def test_the_look_is_chosen_in_the_menu_and_kept(window: MainWindow) -> None:
    run(window, "View", "Dark")
    assert window.theme.dark
    assert named(window, "View", "Dark").ticked is True
    run(window, "View", "125 %")
    assert named(window, "View", "125 %").ticked is True
    run(window, "View", "Compact rows")
    assert named(window, "View", "Compact rows").ticked is True
    assert (window.looks.preferences.text("theme"), window.looks.preferences.flag("compact")) == ("dark", True)


def test_the_panel_goes_and_comes_by_the_menu(window: MainWindow, listed: ProspectsTab, qtbot: QtBot) -> None:
    window.resize(1440, 900)
    qtbot.waitUntil(listed.detail.isVisible)
    run(window, "View", "Detail panel")
    assert (named(window, "View", "Detail panel").ticked, listed.detail.isVisible()) == (False, False)
    qtbot.waitUntil(lambda: listed.splitter.sizes()[0] >= window.width() - 100)  # the list has all the room
    qtbot.keyClick(listed.table, Qt.Key.Key_Home)
    qtbot.keyClick(listed.table, Qt.Key.Key_Return)
    assert listed.detail.isVisible(), "who is opened is shown"
    window.resize(1400, 860)
    assert listed.detail.isVisible()
    qtbot.keyClick(listed.detail, Qt.Key.Key_Escape)
    assert (listed.detail.isVisible(), listed.table.hasFocus()) == (False, True)
    run(window, "View", "Detail panel")
    assert (named(window, "View", "Detail panel").ticked, listed.detail.isVisible()) == (True, True)


def test_who_is_current_is_opened_in_the_base_or_it_is_said_why_not(
    window: MainWindow, listed: ProspectsTab, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[str] = []

    def open_address(address: str) -> bool:
        opened.append(address)
        return True

    monkeypatch.setattr(base_page, "open_address", open_address)
    assert named(window, "Prospect", "Open in Airtable (not there yet)").run is None
    monkeypatch.setattr(base_page, "prospect_page_address", lambda _context, record: f"https://base.example/{record}")
    run(window, "Prospect", "Open in Airtable")
    assert opened == [f"https://base.example/{listed.current}"]
    window.show_place("Reports")
    assert not any(line.words.startswith("Open in Airtable") for line in lines(entries(window, "Prospect")))


def test_the_list_is_written_to_a_file_from_every_place(
    window: MainWindow, listed: ProspectsTab, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    path = tmp_path / "list.csv"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(path), ""))
    said: list[str] = []
    listed.said.connect(lambda words, _undoable: said.append(words))
    window.show_place("Kanban")
    run(window, "File", "Export this list…")
    qtbot.waitUntil(lambda: bool(said))
    shown = listed.model.rowCount()
    assert said == [f"{shown} prospects written to list.csv"]
    assert len(path.read_text(encoding="utf-8").splitlines()) == shown + 1


def test_working_offline_is_switched_and_said(window: MainWindow) -> None:
    run(window, "Tools", "Work offline")
    assert named(window, "Tools", "Work offline").ticked is True
    run(window, "Tools", "Work offline")
    assert named(window, "Tools", "Work offline").ticked is False


def test_a_copy_is_made_and_one_is_put_back_by_closing_the_window(window: MainWindow, tmp_path: Path, qtbot: QtBot) -> None:
    copy = tmp_path / "copy.db"
    window.deeds.back_up_to(copy)
    qtbot.waitUntil(lambda: not window.work.busy("backup"))
    assert copy.stat().st_size > 0
    assert prospect_total(window.context) == 4
    window.deeds.restore_from(copy)
    sheet = window.findChildren(RestoreCopySheet)[-1]
    assert "today" in sheet.words.text() or str(copy.name) in sheet.words.text()
    qtbot.keyClick(sheet.sheet, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert not window.isVisible()
    assert window.property(RESTORE) == str(copy)


def test_help_leads_to_the_guide_what_is_new_and_the_page_about(window: MainWindow) -> None:
    run(window, "Help", "What’s new")
    guide = window.findChildren(GuideWindow)[-1]
    assert "Added" in guide.reader.toPlainText()
    guide.close()
    run(window, "Help", "About Journeydesk")
    settings = window.tab("Settings")
    assert isinstance(settings, SettingsTab)
    assert settings.list.currentItem().text() == "About"


def test_support_gets_version_and_checks_without_names(window: MainWindow, qtbot: QtBot) -> None:
    from PySide6.QtGui import QGuiApplication

    QGuiApplication.clipboard().clear()
    run(window, "Help", "Copy details for support")
    qtbot.waitUntil(lambda: not window.work.busy("details"), timeout=60_000)
    qtbot.waitUntil(lambda: window.message.isVisible())
    assert window.message._lead.startswith("Copied for support"), window.message._lead
    words = QGuiApplication.clipboard().text()
    assert words.startswith("Journeydesk ")
    assert "ok database: 4 prospects" in words
    assert "Quillon" not in words
    assert str(Path.home()) not in words


def test_quit_closes_the_window(window: MainWindow) -> None:
    run(window, "File", Action.QUIT.words)
    assert not window.isVisible()
    assert set(KEYS) >= {window.place}


def test_on_a_mac_the_parts_stand_in_the_bar_of_the_system(window: MainWindow, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.platform", "darwin")
    menu = ApplicationMenu(window)
    assert menu.bar is not None
    titles = [entry.text() for entry in menu.bar.actions()]
    assert titles == [entry.text() for entry in menu.make(window).actions()]
    first = menu.bar.actions()[0].menu()
    assert isinstance(first, QMenu)
    first.aboutToShow.emit()
    assert any(entry.text().startswith("Quit") for entry in first.actions())
    menu.bar.deleteLater()
