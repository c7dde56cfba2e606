"""Bringing in a file in the window, by drop and by keys: what it says, what can be put right, what is written."""

from collections.abc import Callable
from pathlib import Path
from threading import Event

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from journeydesk.services.commands.prospects import create_prospect
from journeydesk.services.files.importing import carry_out
from journeydesk.services.files.planning import Bucket, Planner
from journeydesk.services.files.rehearsal import Rehearsal
from journeydesk.services.files.rehearsing import Rehearsing
from journeydesk.storage.engine import sql
from journeydesk.ui.dialogs.confirm_sheet import ConfirmSheet
from journeydesk.ui.main_window import MainWindow
from journeydesk.ui.tabs.importing import tab as importing_tab
from journeydesk.ui.tabs.importing.tab import ImportTab
from tests.ui.line_menu import entries, line_menu, line_menu_by_key, take
from tests.ui.recorded_text import texts_of

# The platform without a screen says so of each menu that opens.
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")
_HEADER = "Company;Contact Name;Email;Phone;Estimated Revenue\n"
_ROWS = (
    "Filature Orbey;Ghislain Aubrac;g.aubrac@orbey.example;;8200\n"
    "Atelier Sévrin;Noémie Sévrin;noemie.sevrin@;;3900\n"
    "Kéravel Nautisme;Enora Kéravel;enora@keravel.example;;n. c.\n"
    "Vinaigrerie Pons;Lucien Pons;lucien@pons.example;;n. c.\n"
    "Skerrivane Marine;Morven Strachan;;;100\n"
)


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """A list with a wrong address, two amounts that are none, and somebody who may be there."""
    path = tmp_path / "Salon.csv"
    path.write_text(_HEADER + _ROWS, encoding="utf-8")
    return path


def _opened(window: MainWindow, file: Path, qtbot: QtBot) -> ImportTab:
    create_prospect(window.context, {"company": "Skerrivane Marine", "contact_name": "Morven Strachan"})
    window.deeds.open_file(file)
    tab = window.tab("Import")
    assert isinstance(tab, ImportTab)
    qtbot.waitUntil(lambda: tab.draft is not None and tab.draft.rehearsal is not None and not tab.is_working)
    return tab


def _counts(tab: ImportTab) -> list[int]:
    return [tab.tabs.tabs[bucket].count for bucket in Bucket]


def _type(tab: ImportTab, text: str) -> None:
    QTest.keyClick(tab.table, Qt.Key.Key_F2)
    editor = tab.table.findChild(QLineEdit)
    assert editor is not None
    editor.selectAll()
    QTest.keyClicks(editor, text)
    QTest.keyClick(editor, Qt.Key.Key_Return)
    QApplication.processEvents()


def _companies(window: MainWindow) -> set[str]:
    with window.context.database.read() as connection:
        return set(sql.scalars(connection, "SELECT company FROM prospects WHERE NOT deleted"))


def test_every_row_ends_in_one_tab_and_the_button_says_the_result(window: MainWindow, file: Path, qtbot: QtBot) -> None:
    tab = _opened(window, file, qtbot)
    assert _counts(tab) == [1, 0, 0, 1, 3]
    assert tab.go.text() == "Import: create 1"
    assert window.place == "Import"


def test_titles_stand_over_their_cells(window: MainWindow, file: Path, qtbot: QtBot) -> None:
    tab = _opened(window, file, qtbot)
    heads = {text.words: text.box for text in texts_of(tab.table.horizontalHeader().viewport())}
    cells = {text.words: text.box for text in texts_of(tab.table.viewport())}
    assert abs(heads["Company"].left() - cells["Atelier Sévrin"].left()) < 2
    assert abs(heads["E-mail"].left() - cells["noemie.sevrin@"].left()) < 2
    assert abs(heads["Row"].right() - cells["3"].right()) < 2
    assert abs(heads["Est. revenue"].right() - cells["n. c."].right()) < 2


def test_a_cell_put_right_keeps_its_row_until_the_tab_is_left(window: MainWindow, file: Path, qtbot: QtBot) -> None:
    tab = _opened(window, file, qtbot)
    assert tab.model.text(tab.table.currentIndex().row(), tab.table.currentIndex().column()) == "noemie.sevrin@"
    _type(tab, "noemie@sevrin.example")
    assert _counts(tab) == [2, 0, 0, 1, 2]
    assert tab.go.text() == "Import: create 2"
    assert (len(tab.model.rows), tab.model.text(0, tab.model.columnCount() - 1)) == (3, "Fixed: will be created")
    QTest.keyClick(tab.table, Qt.Key.Key_F8)
    assert tab.model.text(tab.table.currentIndex().row(), tab.table.currentIndex().column()) == "n. c."
    tab.show_bucket(Bucket.CREATED)
    tab.show_bucket(Bucket.INVALID)
    assert len(tab.model.rows) == 2


def test_ctrl_z_takes_the_last_fix_back_not_what_was_done_before(window: MainWindow, file: Path, qtbot: QtBot) -> None:
    tab = _opened(window, file, qtbot)
    _type(tab, "noemie@sevrin.example")
    QTest.keyClick(tab.table, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert _counts(tab) == [1, 0, 0, 1, 3]
    assert "Skerrivane Marine" in _companies(window)


def test_the_same_wrong_thing_in_many_rows_is_read_as_empty_at_once(window: MainWindow, file: Path, qtbot: QtBot) -> None:
    tab = _opened(window, file, qtbot)
    assert tab.offer.isVisible()
    assert "2 rows say “n. c.”" in tab.offer.words.accessibleName()
    QTest.mouseClick(tab.offer.yes, Qt.MouseButton.LeftButton)
    assert _counts(tab) == [3, 0, 0, 1, 1]


def test_a_possible_duplicate_is_the_same_or_created_by_a_key(window: MainWindow, file: Path, qtbot: QtBot) -> None:
    tab = _opened(window, file, qtbot)
    tab.show_bucket(Bucket.DUPLICATE)
    QTest.keyClick(tab.table, Qt.Key.Key_Y)
    assert _counts(tab) == [1, 1, 0, 0, 3]
    assert tab.go.text() == "Import: create 1, update 1"
    QTest.keyClick(tab.table, Qt.Key.Key_N)
    assert _counts(tab) == [2, 0, 0, 0, 3]


def test_what_the_button_says_is_one_step_to_take_back(window: MainWindow, file: Path, qtbot: QtBot) -> None:
    tab = _opened(window, file, qtbot)
    before = _companies(window)
    tab.afterwards.choose(False)
    QTest.keyClick(tab.table, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: window.place == "Prospects")
    assert _companies(window) == before | {"Filature Orbey"}
    with window.context.database.read() as connection:
        assert sql.scalar(connection, "SELECT owner FROM prospects WHERE company = 'Filature Orbey'") == window.context.actor
    window.undoing.undo()
    qtbot.waitUntil(lambda: _companies(window) == before)


def test_nothing_is_written_where_the_import_is_left(window: MainWindow, file: Path, qtbot: QtBot) -> None:
    tab = _opened(window, file, qtbot)
    before = _companies(window)
    QTest.keyClick(tab.table, Qt.Key.Key_Escape)
    assert window.place == "Prospects"
    assert _companies(window) == before


def test_reading_it_otherwise_keeps_what_was_put_right(window: MainWindow, file: Path, qtbot: QtBot) -> None:
    tab = _opened(window, file, qtbot)
    _type(tab, "noemie@sevrin.example")
    tab.columns.mapped.emit("Phone", "")
    qtbot.waitUntil(lambda: tab.draft is not None and not tab.is_working)
    assert _counts(tab) == [2, 0, 0, 1, 2]
    tab.chips.chosen.emit("delimiter", ",")
    qtbot.waitUntil(lambda: not tab.is_working)
    assert sum(_counts(tab)) == 5
    assert not tab.go.isEnabled()
    assert tab.go.text() == "Nothing to import"
    tab.chips.chosen.emit("delimiter", ";")
    qtbot.waitUntil(lambda: not tab.is_working)
    assert _counts(tab) == [2, 0, 0, 1, 2]


def test_a_file_read_otherwise_slowly_comes_back_with_its_columns(
    window: MainWindow, file: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    tab = _opened(window, file, qtbot)
    go_on, rehearse = Event(), Rehearsing.rehearse

    def slowly(draft: Rehearsing, progress: Callable[[int, int], None]) -> tuple[Rehearsal, Planner]:
        go_on.wait(10)
        return rehearse(draft, progress)

    monkeypatch.setattr(Rehearsing, "rehearse", slowly)
    tab.chips.chosen.emit("delimiter", ",")
    qtbot.waitUntil(tab.pause.isVisible)
    go_on.set()
    qtbot.waitUntil(lambda: not tab.is_working)
    assert tab.table.isVisible()
    assert tab.model.columnCount() == 2


def test_rows_that_are_left_out_are_saved_with_what_is_wrong(window: MainWindow, file: Path, qtbot: QtBot) -> None:
    tab = _opened(window, file, qtbot)
    saved = file.with_name("failed.csv")
    tab.save_failed_to(saved)
    text = saved.read_text(encoding="utf-8-sig")
    assert len(text.splitlines()) == 5
    assert "is no e-mail address" in text


def test_a_file_that_is_dropped_on_the_window_is_opened(window: MainWindow, file: Path, qtbot: QtBot) -> None:
    carried = QMimeData()
    carried.setUrls([QUrl.fromLocalFile(str(file))])
    copy, left, none = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    enter = QDragEnterEvent(QPoint(400, 300), copy, carried, left, none)
    QApplication.sendEvent(window, enter)
    assert enter.isAccepted()
    QApplication.sendEvent(window, QDropEvent(QPointF(400, 300), copy, carried, left, none))
    tab = window.tab("Import")
    assert isinstance(tab, ImportTab)
    qtbot.waitUntil(lambda: tab.draft is not None)
    assert tab.name.text() == "Salon.csv"


@pytest.mark.parametrize(
    ("name", "data", "said"),
    [
        ("photo.csv", b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", "photo.csv is a picture (PNG), not a list of prospects."),
        ("nothing.csv", b"", "nothing.csv is empty"),
        ("letter.pdf", b"%PDF-1.7\n%\xe2\xe3", "letter.pdf is a PDF"),
    ],
)
def test_a_file_that_is_no_list_is_named_as_what_it_is(
    window: MainWindow, tmp_path: Path, qtbot: QtBot, name: str, data: bytes, said: str
) -> None:
    (tmp_path / name).write_bytes(data)
    window.deeds.open_file(tmp_path / name)
    tab = window.tab("Import")
    assert isinstance(tab, ImportTab)
    qtbot.waitUntil(lambda: said in tab.pause.words.text())
    assert tab.pause.choose.isVisible()


def test_the_menu_of_a_row_edits_a_wrong_cell_or_empties_it(window: MainWindow, file: Path, qtbot: QtBot) -> None:
    tab = _opened(window, file, qtbot)
    menu = line_menu(tab.table, tab.table.currentIndex(), qtbot)
    assert menu.actions()[0].text() == "Row 3"
    assert entries(menu) == ["Edit the cell", "Read as empty", "Next wrong cell", "Copy the row"]
    take(menu, "Read as empty")
    assert _counts(tab) == [2, 0, 0, 1, 2]
    menu = line_menu_by_key(tab.table, qtbot)
    assert entries(menu) == ["Edit the cell", "Next wrong cell", "Undo a fix", "Copy the row"]
    take(menu, "Undo a fix")
    assert _counts(tab) == [1, 0, 0, 1, 3]
    take(line_menu_by_key(tab.table, qtbot), "Edit the cell")
    assert tab.table.findChild(QLineEdit) is not None


def test_rows_are_copied_with_their_titles_by_key_and_menu(window: MainWindow, file: Path, qtbot: QtBot) -> None:
    tab = _opened(window, file, qtbot)
    tab.table.selectAll()
    QTest.keyClick(tab.table, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    title, *rows = QApplication.clipboard().text().splitlines()
    assert "Company" in title.split("\t")
    assert [row.split("\t")[0] for row in rows] == ["3", "4", "5"]
    menu = line_menu_by_key(tab.table, qtbot)
    assert menu.actions()[0].text() == "3 selected"
    assert "Copy rows" in entries(menu)
    menu.close()


def test_the_menu_of_possible_duplicates_decides_them(window: MainWindow, file: Path, qtbot: QtBot) -> None:
    tab = _opened(window, file, qtbot)
    tab.show_bucket(Bucket.DUPLICATE)
    menu = line_menu(tab.table, tab.table.currentIndex(), qtbot)
    assert entries(menu)[:2] == ["The row is who is there", "The row is somebody new"]
    take(menu, "The row is somebody new")
    assert _counts(tab) == [2, 0, 0, 0, 3]


def test_an_import_is_planned_anew_where_prospects_came_meanwhile(window: MainWindow, file: Path, qtbot: QtBot) -> None:
    tab = _opened(window, file, qtbot)
    create_prospect(window.context, {"company": "Filature Orbey", "email": "g.aubrac@orbey.example"})
    QTest.keyClick(tab.table, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: not tab.is_working and not tab._work.busy("read"))
    assert window.place == "Import"
    assert tab.go.text() == "Import: update 1"
    assert "Prospects changed since Salon.csv was read" in window.message.accessibleName()
    tab.afterwards.choose(False)
    QTest.keyClick(tab.table, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: window.place == "Prospects")
    with window.context.database.read() as connection:
        assert sql.scalar(connection, "SELECT count(*) FROM prospects WHERE company = 'Filature Orbey' AND NOT deleted") == 1


def test_what_was_put_right_is_lost_only_after_a_question(window: MainWindow, file: Path, qtbot: QtBot) -> None:
    tab = _opened(window, file, qtbot)
    _type(tab, "noemie@sevrin.example")
    QTest.keyClick(tab.table, Qt.Key.Key_Escape)
    asked = next(each for each in window.findChildren(ConfirmSheet) if each.isVisible())
    assert asked.sheet.accessibleName().startswith("Leave the import of Salon.csv?")
    QTest.keyClick(asked, Qt.Key.Key_Escape)
    other = file.with_name("other.csv")
    other.write_text(_HEADER + "Solo;;s@solo.example;;\n", encoding="utf-8")
    window.deeds.open_file(other)
    asked = next(each for each in window.findChildren(ConfirmSheet) if each.isVisible())
    assert _counts(tab) == [2, 0, 0, 1, 2]
    QTest.mouseClick(asked.yes, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: tab.name.text() == "other.csv")
    QTest.keyClick(tab.table, Qt.Key.Key_Escape)
    assert window.place == "Prospects"


def test_a_file_dropped_while_another_is_written_comes_after_it(
    window: MainWindow, file: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    tab = _opened(window, file, qtbot)
    go_on, write = Event(), carry_out

    def slowly(*words: object) -> None:
        go_on.wait(10)
        write(*words)  # type: ignore[arg-type]

    monkeypatch.setattr(importing_tab, "carry_out", slowly)
    QTest.keyClick(tab.table, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    again = file.with_name("again.csv")
    again.write_bytes(file.read_bytes())
    window.deeds.open_file(again)
    assert "again.csv is opened once this import is done" in window.message.accessibleName()
    go_on.set()
    qtbot.waitUntil(lambda: tab.name.text() == "again.csv" and not tab.is_working)
    assert _counts(tab) == [0, 0, 1, 1, 3]


def test_why_there_is_no_file_is_to_be_read_whole(window: MainWindow, qtbot: QtBot) -> None:
    window.resize(960, 640)
    window.show_place("Import")
    tab = window.tab("Import")
    assert isinstance(tab, ImportTab)
    said = tab.pause.words
    qtbot.waitUntil(said.isVisible)
    qtbot.waitUntil(lambda: said.height() >= said.heightForWidth(said.width()))
