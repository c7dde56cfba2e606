"""The pages of this computer: who works here, sync and storage, keys, look, and what the program is made of."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QLabel, QWidget
from pytestqt.qtbot import QtBot

from journeydesk.services.queries.integrations import NOTIFICATIONS
from journeydesk.services.queries.outbox import sync_details
from journeydesk.services.sync.pace import sync_minutes
from journeydesk.services.sync.session import next_interval
from journeydesk.services.sync.working_offline import works_offline
from journeydesk.services.workspace.parts import parts
from journeydesk.storage.sync.api_calls import note_check
from journeydesk.ui.dialogs.shortcut_list import ShortcutList
from journeydesk.ui.keys.actions import Action
from journeydesk.ui.keys.keyboard import KEYBOARD
from journeydesk.ui.main_window import MainWindow
from journeydesk.ui.notifications import tray as notification_tray
from journeydesk.ui.tabs.settings.computer import general
from journeydesk.ui.tabs.settings.computer.about import AboutPage
from journeydesk.ui.tabs.settings.computer.appearance import ONE, AppearancePage
from journeydesk.ui.tabs.settings.computer.general import QUIT, STAY, GeneralPage
from journeydesk.ui.tabs.settings.computer.shortcuts import ShortcutsPage
from journeydesk.ui.tabs.settings.computer.sync import SyncPage
from journeydesk.ui.tabs.settings.form import WIDTH, FormCard
from tests.ui.settings.conftest import Desk

OWN_PAGES = ("General", "Calendars", "Sync and storage", "Shortcuts", "Appearance", "About")


def page(desk: Desk, name: str) -> QWidget:
    desk.tab.show_page(name)
    return desk.tab.page(name)


def words(part: QWidget) -> str:
    return "\n".join(each.text() for each in part.findChildren(QLabel) if each.isVisibleTo(part))


def choose(desk: Desk, control: QWidget, text: str) -> None:
    desk.press(next(each for each in control.findChildren(QAbstractButton) if each.text() == text))


def window_of(desk: Desk) -> MainWindow:
    window = desk.tab.window()
    assert isinstance(window, MainWindow)
    return window


@pytest.mark.parametrize("name", OWN_PAGES)
def test_every_control_has_a_name_and_takes_the_keyboard(desk: Desk, name: str) -> None:
    shown = page(desk, name)
    found = [each for each in shown.findChildren(QAbstractButton) if each.isVisibleTo(shown)]
    assert [each for each in found if not each.accessibleName() and not each.text()] == []
    deaf = [each for each in found if each.isEnabled() and not each.focusPolicy() & Qt.FocusPolicy.TabFocus]
    assert [each for each in deaf if each.parent().__class__.__name__ != "KeySearch"] == []


@pytest.mark.parametrize("name", ["General", "Calendars", "Sync and storage", "Appearance", "About"])
def test_the_form_is_as_wide_as_can_be_read_and_fits(desk: Desk, name: str) -> None:
    shown = page(desk, name)
    window_of(desk).resize(1440, 868)
    desk.until(lambda: all(card.width() == WIDTH for card in shown.findChildren(FormCard) if card.isVisible()))
    window_of(desk).resize(960, 640)
    desk.until(lambda: shown.width() < 720)
    area = shown.area  # type: ignore[attr-defined]
    assert shown.inner.minimumSizeHint().width() <= area.viewport().width()  # type: ignore[attr-defined]


def test_your_name_is_kept_and_stands_beside_what_you_do_next(desk: Desk) -> None:
    shown = page(desk, "General")
    assert isinstance(shown, GeneralPage)
    desk.type_in(shown.name, "  Zoe   Quillon ")
    assert desk.context.actor == "Zoe Quillon"
    assert desk.rows("SELECT value FROM meta WHERE key = 'actor'") == [("Zoe Quillon",)]
    assert shown.name.text() == "Zoe Quillon"
    desk.type_in(shown.name, " ")
    assert "1 to 80 letters" in words(shown)
    assert desk.context.actor == "Zoe Quillon"


def test_a_name_that_the_environment_gives_is_not_changed_here(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("JOURNEYDESK_ACTOR", "Amaia Etxarri")
    shown = page(desk, "General")
    assert isinstance(shown, GeneralPage)
    assert not shown.name.isEnabled()
    assert "Set by JOURNEYDESK_ACTOR" in words(shown)


def test_general_says_team_zone_and_how_amounts_look(desk: Desk) -> None:
    shown = page(desk, "General")
    said = words(shown)
    assert "4 prospects" in said
    assert "Berlin, now 11:05" in said
    assert "€1,234.50" in said
    to_money = next(b for b in shown.findChildren(QAbstractButton) if b.accessibleName() == "Change on the page Money")
    desk.press(to_money)
    assert desk.tab.list.currentItem().text() == "Money"


def test_closing_to_the_tray_is_chosen_where_there_is_one(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    shown = page(desk, "General")
    assert isinstance(shown, GeneralPage)
    assert not shown.closing.isEnabled()
    assert "no tray" in words(shown)
    monkeypatch.setattr(general, "has_tray", lambda: True)
    shown.read()
    assert shown.closing.choice == QUIT
    choose(desk, shown.closing, STAY)
    assert window_of(desk).tray.is_wanted
    assert notification_tray.has_tray() is False


def test_working_offline_pace_and_plan_are_chosen_on_the_page_of_sync(desk: Desk) -> None:
    shown = page(desk, "Sync and storage")
    assert isinstance(shown, SyncPage)
    desk.press(shown.offline)
    assert works_offline(desk.context)
    desk.press(shown.offline)
    assert not works_offline(desk.context)
    shown.plan.menu().actions()[2].trigger()
    assert sync_details(desk.context).plan == "Business"
    shown.every.menu().actions()[3].trigger()
    assert (sync_minutes(desk.context), next_interval(desk.context)) == (30, 30)
    shown.read()
    assert shown.every.value == 30


def test_the_page_of_sync_makes_a_copy_and_counts_it(desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    shown = page(desk, "Sync and storage")
    copy = tmp_path / "mine.db"
    monkeypatch.setattr("PySide6.QtWidgets.QFileDialog.getSaveFileName", lambda *_: (str(copy), ""))
    desk.press(next(b for b in shown.findChildren(QAbstractButton) if b.text() == "Back up now…"))
    desk.until(lambda: not window_of(desk).work.busy("backup"))
    assert copy.exists()
    assert "0 copies" in words(shown)
    backups = desk.context.database.folder / "backups"
    backups.mkdir(exist_ok=True)
    (backups / "daily-2026-05-19.db").write_bytes(b"")
    assert isinstance(shown, SyncPage)
    shown.read()
    assert "1 copy" in words(shown)


def test_the_look_is_chosen_and_the_menu_agrees(desk: Desk) -> None:
    shown = page(desk, "Appearance")
    assert isinstance(shown, AppearancePage)
    window = window_of(desk)
    choose(desk, shown.themes, "Dark")
    choose(desk, shown.rows, ONE)
    choose(desk, shown.sizes, "110 %")
    assert (window.theme.dark, window.looks.compact, window.looks.text_size) == (True, True, 110)
    window.looks.choose_theme("light")
    desk.tab.show_page("About")
    desk.tab.show_page("Appearance")
    assert shown.themes.choice == "Light"


def test_contrast_and_motion_are_chosen_at_once_and_kept(desk: Desk) -> None:
    shown = page(desk, "Appearance")
    assert isinstance(shown, AppearancePage)
    window = window_of(desk)
    assert (shown.contrasts.choice, shown.motions.choice) == ("System", "System")
    try:
        choose(desk, shown.contrasts, "High")
        choose(desk, shown.motions, "Reduced")
        assert window.theme.high
        assert window.theme.motion.reduced
        assert window.looks.preferences.text("contrast", "") == "high"
        assert window.looks.preferences.text("motion", "") == "reduced"
    finally:
        window.looks.choose_contrast("system")
        window.looks.choose_motion("system")
    assert not window.theme.high


def test_keys_are_changed_on_their_page(desk: Desk) -> None:
    shown = page(desk, "Shortcuts")
    assert isinstance(shown, ShortcutsPage)
    try:
        assert not shown.reset.isEnabled()
        desk.press(shown.board.row_of(Action.SYNC))
        assert shown.board.capture is not None
        desk.bot.keyClick(shown.board.capture, Qt.Key.Key_F6)
        desk.bot.keyClick(shown.board.capture, Qt.Key.Key_Return)
        assert Action.SYNC.keys == ("F6",)
        desk.press(shown.reset)
        assert Action.SYNC.keys == ("F5",)
    finally:
        KEYBOARD.reset()


def test_keys_stand_in_as_many_columns_as_have_room(desk: Desk) -> None:
    board = page(desk, "Shortcuts").board  # type: ignore[attr-defined]
    for width, columns in ((560, 1), (1000, 2), (560, 1)):
        board.setMaximumWidth(1000)
        board.resize(width, 500)
        board.column.activate()
        desk.bot.waitUntil(lambda: all(row.width() >= row.needed for row in board.rows))
        assert len({row.x() for row in board.rows}) == columns


def test_about_names_the_version_and_checks_this_computer(desk: Desk, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    shown = page(desk, "About")
    assert isinstance(shown, AboutPage)
    desk.until(lambda: not desk.tab._checks)
    with desk.context.database.write() as connection:
        note_check(connection, NOTIFICATIONS, desk.context.now(), True, "dunst answers", 0.1)
    desk.press(shown.check)
    qtbot.waitUntil(shown.check.isEnabled, timeout=30_000)
    said = words(shown.checks)
    assert "1 of 7 needs something" in said
    assert "JOURNEYDESK_PASSPHRASE" in said
    assert "4 prospects" in said
    desk.press(shown.check)
    qtbot.waitUntil(shown.check.isEnabled, timeout=30_000)
    assert "1 of 7 needs something" in words(shown.checks)
    assert words(shown.checks).count("JOURNEYDESK_PASSPHRASE") == said.count("JOURNEYDESK_PASSPHRASE") == 1


def test_about_lists_every_part_with_its_licence(desk: Desk, qtbot: QtBot) -> None:
    shown = page(desk, "About")
    assert isinstance(shown, AboutPage)
    qtbot.waitUntil(lambda: "SQLAlchemy" in words(shown), timeout=20_000)
    known = {part.name: part for part in parts()}
    assert {"PySide6_Essentials", "SQLAlchemy", "stripe"} <= set(known)
    assert all(part.version and part.licence for part in known.values())
    assert not {"pytest", "mypy"} & set(known)


def test_the_dialog_of_keys_has_three_columns_where_they_have_room(window: MainWindow) -> None:
    window.resize(1440, 900)
    keys = ShortcutList(window.theme, window)
    keys.open()
    assert len({row.x() for row in keys.board.rows}) == 3
    assert max(row.needed for row in keys.board.rows) <= min(row.width() for row in keys.board.rows)
