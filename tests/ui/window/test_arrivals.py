"""Links and files that the program is handed: they are shown, or it is said why not."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from journeydesk.domain.app_links import is_link, link_to_prospect, prospect_key
from journeydesk.services.commands.many import delete_prospects
from journeydesk.storage.engine import sql
from journeydesk.ui.dialogs.restoring import RestoreCopySheet
from journeydesk.ui.main_window import MainWindow
from journeydesk.ui.tabs.importing.tab import ImportTab
from journeydesk.ui.tabs.prospects.tab import ProspectsTab
from journeydesk.ui.widgets.buttons import KeyButton
from journeydesk.ui.window.arrivals import open_in


def said(window: MainWindow) -> str:
    return window.message._text.text()


def test_a_link_shows_its_prospect_from_wherever_one_is(window: MainWindow) -> None:
    tab = window.tab("Prospects")
    assert isinstance(tab, ProspectsTab)
    record = tab.model.all_ids()[2]
    with window.context.database.read() as connection:
        key = str(sql.scalar(connection, "SELECT key FROM prospects WHERE lid = ?", (record,)))
    window.show_place("Reports")
    open_in(window, link_to_prospect(key))
    assert (window.place, tab.detail.prospect) == ("Prospects", record)


def test_a_link_to_who_was_deleted_shows_the_way_back(window: MainWindow) -> None:
    tab = window.tab("Prospects")
    assert isinstance(tab, ProspectsTab)
    record = tab.model.all_ids()[2]
    with window.context.database.read() as connection:
        key = str(sql.scalar(connection, "SELECT key FROM prospects WHERE lid = ?", (record,)))
    delete_prospects(window.context, [record])
    open_in(window, link_to_prospect(key))
    restoring = next(b for b in tab.findChildren(KeyButton) if b.isVisible() and b.accessibleName().startswith("Restore "))
    QTest.mouseClick(restoring, Qt.MouseButton.LeftButton)
    with window.context.database.read() as connection:
        assert sql.scalar(connection, "SELECT deleted FROM prospects WHERE lid = ?", (record,)) == 0


@pytest.mark.parametrize(
    ("what", "words"),
    [
        ("journeydesk://prospect/BETA-00000000", "BETA-00000000"),
        ("journeydesk://prospect/", "leads nowhere"),
        ("journeydesk://delete/BETA-7Q2K9M4X", "leads nowhere"),
        ("journeydesk:", "leads nowhere"),
        ("/nowhere/leads.csv", "is not there"),
        ("/dev/zero", "is not there"),
        ("/dev", "/dev is a folder"),
        ("leads." + "x" * 5_000, "is not there"),
    ],
)
def test_what_leads_nowhere_is_said_and_nothing_moves(window: MainWindow, what: str, words: str) -> None:
    window.show_place("Reports")
    open_in(window, what)
    assert words in said(window)
    assert window.place == "Reports"


def test_a_list_is_rehearsed_and_a_copy_asks_to_be_restored(window: MainWindow, tmp_path: Path, qtbot: QtBot) -> None:
    file = tmp_path / "leads.csv"
    file.write_text("Company\nRope Works\n")
    open_in(window, str(file))
    assert window.place == "Import"
    tab = window.tab("Import")
    assert isinstance(tab, ImportTab)
    qtbot.waitUntil(lambda: tab.go.text() == "Import: create 1")
    copy = tmp_path / "copy.db"
    copy.write_bytes(b"")
    open_in(window, str(copy))
    assert window.findChildren(RestoreCopySheet)[-1].isVisible()


@given(st.text(min_size=1, max_size=40).filter(lambda key: "/" not in key and key.strip() == key and key.isprintable()))
def test_every_key_comes_back_out_of_its_link(key: str) -> None:
    assert is_link(link_to_prospect(key))
    assert prospect_key(link_to_prospect(key)) == key


@given(st.text(max_size=60))
def test_no_text_breaks_the_reading_of_links(text: str) -> None:
    prospect_key(f"journeydesk:{text}")
    prospect_key(text)
