"""How a file is read, said by chips and by what was said of the last file with the same columns; and what is left after the import."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMenu
from pytestqt.qtbot import QtBot

from journeydesk.services.commands.money import set_rate
from journeydesk.services.commands.prospects import create_prospect
from journeydesk.services.files.planning import Bucket
from journeydesk.services.files.saved_mappings import saved_mappings
from journeydesk.storage.engine import sql
from journeydesk.ui.main_window import MainWindow
from journeydesk.ui.tabs.importing.tab import ImportTab
from journeydesk.ui.widgets.choosing.choice_button import ChoiceButton

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")
_CTRL = Qt.KeyboardModifier.ControlModifier


def opened(window: MainWindow, file: Path, text: str, qtbot: QtBot) -> ImportTab:
    file.write_text(text, encoding="utf-8")
    window.deeds.open_file(file)
    tab = window.tab("Import")
    assert isinstance(tab, ImportTab)
    qtbot.waitUntil(lambda: tab.draft is not None and tab.draft.name == file.name and not tab.is_working)
    return tab


def choose(chip: ChoiceButton, words: str, tab: ImportTab, qtbot: QtBot) -> None:
    menu = chip.menu()
    next(action for action in menu.actions() if action.text() == words).trigger()
    qtbot.waitUntil(lambda: not tab.is_working)


def bring_in(tab: ImportTab, window: MainWindow, qtbot: QtBot) -> None:
    QTest.keyClick(tab.table, Qt.Key.Key_Return, _CTRL)
    qtbot.waitUntil(lambda: window.place == "Prospects")


def revenues(window: MainWindow) -> dict[str, int]:
    with window.context.database.read() as connection:
        return dict(sql.rows(connection, "SELECT company, estimated_revenue FROM prospects"))


def test_a_file_without_names_is_seen_and_may_be_read_either_way(window: MainWindow, tmp_path: Path, qtbot: QtBot) -> None:
    tab = opened(window, tmp_path / "plain.csv", "Orbey,g@orbey.example\nSévrin,n@sevrin.example\n", qtbot)
    chip = tab.chips.chips["named"]
    assert chip.accessibleName() == "First row: already a row"
    assert tab.draft is not None and tab.draft.rehearsal is not None
    assert len(tab.draft.rehearsal.rows) == 2
    assert [column.field.slug if column.field else None for column in tab.draft.rehearsal.columns] == [None, "email"]
    choose(chip, "column names", tab, qtbot)
    assert len(tab.draft.rehearsal.rows) == 1
    choose(tab.chips.chips["named"], "already a row", tab, qtbot)
    tab.columns.mapped.emit("Column 1", "Company")
    qtbot.waitUntil(lambda: not tab.is_working)
    bring_in(tab, window, qtbot)
    assert {"Orbey", "Sévrin"} <= set(revenues(window))


def test_titles_that_are_known_are_never_taken_for_a_row(window: MainWindow, tmp_path: Path, qtbot: QtBot) -> None:
    tab = opened(window, tmp_path / "named.csv", "Company,2026\nOrbey,3\n", qtbot)
    assert tab.chips.chips["named"].accessibleName() == "First row: column names"


def test_amounts_are_in_the_currency_that_is_said_and_converted(window: MainWindow, tmp_path: Path, qtbot: QtBot) -> None:
    set_rate(window.context, "USD", "0.92")
    text = "Company;Estimated Revenue\nOrbey;1000\nSévrin;€ 1000\nPons;USD 2000\n"
    tab = opened(window, tmp_path / "money.csv", text, qtbot)
    chip = tab.chips.chips["currency"]
    assert chip.accessibleName() == "Money in: EUR €"
    choose(chip, "USD $", tab, qtbot)
    bring_in(tab, window, qtbot)
    found = revenues(window)
    assert (found["Orbey"], found["Sévrin"], found["Pons"]) == (92_000, 100_000, 184_000)


def test_a_column_whose_title_says_its_currency_is_read_in_it(window: MainWindow, tmp_path: Path, qtbot: QtBot) -> None:
    tab = opened(window, tmp_path / "money.csv", "Company;Est. Revenue (USD)\nOrbey;1000\n", qtbot)
    assert tab.draft is not None
    tab.columns.mapped.emit("Est. Revenue (USD)", "Estimated Revenue")
    qtbot.waitUntil(lambda: not tab.is_working)
    assert tab.chips.chips["currency"].accessibleName() == "Money in: USD $, no rate"
    assert tab.draft.rehearsal is not None
    (row,) = tab.draft.rehearsal.rows
    assert row.bucket is Bucket.INVALID
    assert "is in USD, of which no rate is known. Add it in Settings, Money" in row.problems[0].words


def test_a_file_without_amounts_asks_for_no_currency(window: MainWindow, tmp_path: Path, qtbot: QtBot) -> None:
    tab = opened(window, tmp_path / "plain.csv", "Company\nOrbey\n", qtbot)
    assert not tab.chips.chips["currency"].isVisible()


def test_the_next_file_with_the_same_columns_is_read_as_the_last(window: MainWindow, tmp_path: Path, qtbot: QtBot) -> None:
    tab = opened(window, tmp_path / "may.csv", "Haus,Remarque,Budget\nOrbey,x,1\n", qtbot)
    tab.columns.mapped.emit("Haus", "Company")
    qtbot.waitUntil(lambda: not tab.is_working)
    tab.columns.mapped.emit("Remarque", "Notes")
    qtbot.waitUntil(lambda: not tab.is_working)
    bring_in(tab, window, qtbot)
    tab = opened(window, tmp_path / "june.csv", "remarque,HAUS,Budget\ny,Sévrin,2\n", qtbot)
    assert tab.draft is not None and tab.draft.rehearsal is not None
    fields = {column.title: column.field.slug if column.field else "" for column in tab.draft.rehearsal.columns}
    assert (fields["HAUS"], fields["remarque"]) == ("company", "notes")
    assert tab.chips.state.accessibleName() == "as may.csv was read"
    other = opened(window, tmp_path / "other.csv", "Haus,Budget\nPons,3\n", qtbot)
    assert other.draft is not None and other.draft.taken_from is None


def test_saved_mappings_are_taken_for_another_file_and_forgotten(window: MainWindow, tmp_path: Path, qtbot: QtBot) -> None:
    tab = opened(window, tmp_path / "may.csv", "Haus,Remarque\nOrbey,x\n", qtbot)
    tab.columns.mapped.emit("Haus", "Company")
    qtbot.waitUntil(lambda: not tab.is_working)
    bring_in(tab, window, qtbot)
    tab = opened(window, tmp_path / "other.csv", "Haus,Straße\nPons,3\n", qtbot)
    assert not tab.go.isEnabled()
    QTest.mouseClick(tab.columns.saved, Qt.MouseButton.LeftButton)
    menu = next(each for each in tab.columns.saved.findChildren(QMenu) if each.isVisible())
    first = menu.actions()[1]
    assert first.text().startswith("may.csv · 2 of 2 columns")
    first.trigger()
    menu.close()
    qtbot.waitUntil(lambda: not tab.is_working)
    assert tab.go.text() == "Import: create 1"
    QTest.mouseClick(tab.columns.saved, Qt.MouseButton.LeftButton)
    menu = next(each for each in tab.columns.saved.findChildren(QMenu) if each.isVisible())
    forget = menu.actions()[-1].menu()
    assert isinstance(forget, QMenu)
    forget.actions()[0].trigger()
    assert saved_mappings(window.context) == []
    menu.close()


@pytest.mark.parametrize("review", [True, False])
def test_what_may_be_there_twice_is_reviewed_after_the_import(
    window: MainWindow, tmp_path: Path, qtbot: QtBot, review: bool
) -> None:
    create_prospect(window.context, {"company": "Skerrivane Marine", "contact_name": "Morven Strachan"})
    text = "Company,Contact Name,Estimated Revenue\nOrbey,Ghislain Aubrac,5\nSkerrivane Marine,Morven Strachan,100\n"
    tab = opened(window, tmp_path / "list.csv", text, qtbot)
    tab.show_bucket(Bucket.CREATED)
    assert tab.undecided.text() == "1 possible duplicate"
    tab.afterwards.choose(review)
    QTest.keyClick(tab.table, Qt.Key.Key_Return, _CTRL)
    qtbot.waitUntil(lambda: not tab.is_working and "Orbey" in revenues(window))
    if not review:
        assert window.place == "Prospects"
        return
    qtbot.waitUntil(lambda: tab.model.can_decide)
    assert window.place == "Import"
    assert "1 possible duplicate is left" in window.message._lead
    assert tab.tabs.tabs[Bucket.SAME].count == 1
    QTest.keyClick(tab.table, Qt.Key.Key_N)
    bring_in(tab, window, qtbot)
    with window.context.database.read() as connection:
        assert sql.scalar(connection, "SELECT count(*) FROM prospects WHERE company = 'Skerrivane Marine'") == 2
