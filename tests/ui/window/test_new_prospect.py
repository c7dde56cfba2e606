"""The form of a new prospect: little is enough, what is wrong is said at its field, and nothing that was typed is ever lost."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QLineEdit
from pytestqt.qtbot import QtBot

from journeydesk.domain.ids import RecordId
from journeydesk.services.fields.kept import NEW_PROSPECT, kept
from journeydesk.services.fields.reading import field_values
from journeydesk.storage.engine import sql
from journeydesk.ui.dialogs.new_prospect import NewProspect
from journeydesk.ui.main_window import MainWindow

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")
KEY, LEFT, CONTROL = Qt.Key, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.ControlModifier


def opened(window: MainWindow, bot: QtBot) -> NewProspect:
    """Ctrl+N."""
    bot.keyClick(window, KEY.Key_N, CONTROL)
    return next(sheet for sheet in window.findChildren(NewProspect) if sheet.isVisible())


def typed(sheet: NewProspect, slug: str, text: str, bot: QtBot) -> QLineEdit:
    line = sheet.fields[slug].input
    assert isinstance(line, QLineEdit)
    line.setFocus()
    bot.keyClicks(line, text)
    return line


def stored(window: MainWindow, company: str) -> dict[str, object]:
    with window.context.database.read() as connection:
        record = sql.scalar(connection, "SELECT lid FROM prospects WHERE company = ? AND NOT deleted", (company,))
    found = field_values(window.context, RecordId(record)) if record is not None else None
    return dict(found.values) if found is not None else {}


def test_a_company_is_enough_and_the_rest_has_its_beginnings(window: MainWindow, qtbot: QtBot) -> None:
    sheet = opened(window, qtbot)
    line = typed(sheet, "company", "Skerrivane Marine", qtbot)
    qtbot.keyClick(line, KEY.Key_Return, CONTROL)
    values = stored(window, "Skerrivane Marine")
    assert (values["status"], values["owner"]) == ("New", window.context.actor)
    assert window.message.accessibleName() == "Added Skerrivane Marine"
    qtbot.waitUntil(lambda: window.tab("Prospects").detail.accessibleName().startswith("Skerrivane Marine"))  # type: ignore[attr-defined]


def test_every_field_is_taken_as_it_is_written(window: MainWindow, qtbot: QtBot) -> None:
    sheet = opened(window, qtbot)
    if not sheet.rest.isVisible():
        qtbot.keyClick(sheet, KEY.Key_M, Qt.KeyboardModifier.AltModifier)
    for slug, text in (
        ("company", "Skerrivane Marine"),
        ("contact_name", "Morven Strachan"),
        ("email", "morven@skerrivane.example"),
        ("phone", "+44 20 7946 0132"),
        ("next_follow_up", "fri"),
        ("estimated_revenue", "12k"),
    ):
        typed(sheet, slug, text, qtbot)
    assert sheet.fields["next_follow_up"].hint.text() == "Fri 22 May"
    source = sheet.fields["source"].input
    assert isinstance(source, QComboBox)
    source.setFocus()
    qtbot.keyClicks(source, "L")
    qtbot.keyClick(source, KEY.Key_Return, CONTROL)
    values = stored(window, "Skerrivane Marine")
    assert {slug: values[slug] for slug in ("email", "phone", "next_follow_up", "estimated_revenue", "source")} == {
        "email": "morven@skerrivane.example",
        "phone": "+44 20 7946 0132",
        "next_follow_up": "2026-05-22",
        "estimated_revenue": 1_200_000,
        "source": "LinkedIn",
    }


def test_nothing_at_all_is_said_at_the_company(window: MainWindow, qtbot: QtBot) -> None:
    sheet = opened(window, qtbot)
    qtbot.mouseClick(sheet.add_button, LEFT)
    assert sheet.isVisible()
    assert "at least a company or a contact name" in sheet.fields["company"].wrong.text()


def test_a_wrong_address_is_said_when_it_is_left_and_holds_the_form(window: MainWindow, qtbot: QtBot) -> None:
    sheet = opened(window, qtbot)
    typed(sheet, "company", "Skerrivane Marine", qtbot)
    line = typed(sheet, "email", "morven@", qtbot)
    qtbot.keyClick(line, KEY.Key_Tab)
    assert sheet.fields["email"].wrong.text() == "Enter a full address, like name@firm.example."
    qtbot.mouseClick(sheet.add_button, LEFT)
    assert stored(window, "Skerrivane Marine") == {}
    assert (sheet.isVisible(), line.text(), line.hasFocus()) == (True, "morven@", True)


def test_what_was_typed_is_there_again_after_escape(window: MainWindow, qtbot: QtBot) -> None:
    sheet = opened(window, qtbot)
    line = typed(sheet, "contact_name", "Morven Strachan", qtbot)
    qtbot.keyClick(line, KEY.Key_Escape)
    again = opened(window, qtbot)
    assert again is not sheet
    assert again.fields["contact_name"].text == "Morven Strachan"
    assert again.back.isVisible()
    qtbot.mouseClick(again.empty, LEFT)
    assert (again.fields["contact_name"].text, kept(window.context, NEW_PROSPECT)) == ("", {})


def test_what_was_typed_is_on_disk_within_a_second(window: MainWindow, qtbot: QtBot) -> None:
    sheet = opened(window, qtbot)
    typed(sheet, "company", "Skerrivane", qtbot)
    qtbot.waitUntil(lambda: kept(window.context, NEW_PROSPECT) == {"company": "Skerrivane"}, timeout=2000)
    sheet.notes.setPlainText("Met at the fair")
    qtbot.waitUntil(lambda: kept(window.context, NEW_PROSPECT).get("notes") == "Met at the fair", timeout=2000)
    sheet.done()
    assert opened(window, qtbot).notes.toPlainText() == "Met at the fair"


def test_what_was_added_leaves_no_draft(window: MainWindow, qtbot: QtBot) -> None:
    sheet = opened(window, qtbot)
    line = typed(sheet, "company", "Skerrivane Marine", qtbot)
    qtbot.waitUntil(lambda: bool(kept(window.context, NEW_PROSPECT)))
    qtbot.keyClick(line, KEY.Key_Return, CONTROL)
    assert kept(window.context, NEW_PROSPECT) == {}
    assert not opened(window, qtbot).back.isVisible()


def test_another_one_can_be_added_at_once(window: MainWindow, qtbot: QtBot) -> None:
    sheet = opened(window, qtbot)
    qtbot.mouseClick(sheet.another, LEFT)
    for company in ("First Marine", "Second Marine"):
        line = typed(sheet, "company", company, qtbot)
        qtbot.keyClick(line, KEY.Key_Return, CONTROL)
        assert (sheet.isVisible(), sheet.fields["company"].text) == (True, "")
    assert stored(window, "First Marine")
    assert stored(window, "Second Marine")


def test_more_fields_are_remembered(window: MainWindow, qtbot: QtBot) -> None:
    sheet = opened(window, qtbot)
    before = sheet.rest.isVisible()
    qtbot.mouseClick(sheet.more, LEFT)
    sheet.done()
    again = opened(window, qtbot)
    assert (before, again.rest.isVisible()) == (False, True)


def test_somebody_alike_is_named_while_it_is_typed(window: MainWindow, qtbot: QtBot) -> None:
    sheet = opened(window, qtbot)
    typed(sheet, "company", "Quillon Freigt", qtbot)
    typed(sheet, "contact_name", "Adaeze Nwokorie", qtbot)
    qtbot.waitUntil(sheet.double.isVisible)
    assert "Quillon Freight" in sheet.double.accessibleName()
    qtbot.keyClick(sheet.fields["contact_name"].input, KEY.Key_1, Qt.KeyboardModifier.AltModifier)
    assert not sheet.isVisible()
    panel = window.tab("Prospects").detail  # type: ignore[attr-defined]
    qtbot.waitUntil(lambda: panel.accessibleName().startswith("Quillon Freight"))
    # It may be somebody else after all.
    assert kept(window.context, NEW_PROSPECT)["company"] == "Quillon Freigt"


def test_the_middle_scrolls_in_a_low_window_and_head_and_foot_stay(window: MainWindow, qtbot: QtBot) -> None:
    window.resize(960, 640)
    sheet = opened(window, qtbot)
    if not sheet.rest.isVisible():
        qtbot.keyClick(sheet, KEY.Key_M, Qt.KeyboardModifier.AltModifier)
    qtbot.waitUntil(lambda: sheet.middle.verticalScrollBar().maximum() > 0)
    frame = sheet.sheet.geometry()
    assert sheet.rect().contains(frame)
    assert sheet.add_button.isVisible()
    assert frame.contains(sheet.add_button.mapTo(sheet, sheet.add_button.rect().center()))
    sheet.fields["website"].input.setFocus()
    last = sheet.fields["website"]

    def seen() -> bool:
        return sheet.middle.viewport().rect().contains(last.mapTo(sheet.middle.viewport(), last.rect().center()))

    qtbot.waitUntil(seen)
