"""The panel's values edited where they stand, the page of all fields, the notes, and the stage by a press on its step."""

import json

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from journeydesk.domain.ids import RecordId
from journeydesk.domain.values import Stored
from journeydesk.services.changes import Change
from journeydesk.services.commands.prospects import edit, move
from journeydesk.services.commands.undoing import undo
from journeydesk.services.fields.kept import kept, place_of
from journeydesk.services.fields.reading import field_values, value_of
from journeydesk.storage.engine import sql
from journeydesk.storage.records import records
from journeydesk.storage.records.records import Author
from journeydesk.ui.detail.facts import Block
from journeydesk.ui.detail.fields_page import FieldsPage
from journeydesk.ui.detail.panel import DetailPanel
from journeydesk.ui.dialogs.status_sheet import StatusSheet
from journeydesk.ui.editing.editors import LineEditor
from journeydesk.ui.main_window import MainWindow
from journeydesk.ui.tabs.kanban.reason import ReasonPopup
from journeydesk.ui.tabs.prospects.tab import ProspectsTab

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")
KEY, LEFT, CONTROL = Qt.Key, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def quillon(window: MainWindow) -> RecordId:
    with window.context.database.read() as connection:
        return RecordId(sql.scalar(connection, "SELECT lid FROM prospects WHERE company = 'Quillon Freight'"))


@pytest.fixture
def panel(window: MainWindow, quillon: RecordId, qtbot: QtBot) -> DetailPanel:
    """The panel with Quillon Freight."""
    tab = window.tab("Prospects")
    assert isinstance(tab, ProspectsTab)
    edit(window.context, quillon, {"email": "adaeze@quillon.example", "job_title": "Director", "notes": "Wants a pilot.\n"})
    window.show_prospect(quillon)
    qtbot.waitUntil(lambda: tab.detail.email == "adaeze@quillon.example")
    return tab.detail


def press(panel: DetailPanel, block: Block, slug: str, bot: QtBot) -> LineEditor:
    """A click on a value of a block."""
    spot = block.spot_of(slug)
    assert spot is not None
    bot.mouseClick(block, LEFT, pos=spot.center())
    editor = panel.editing.edit.editor
    assert isinstance(editor, LineEditor)
    return editor


def fields(panel: DetailPanel, bot: QtBot) -> FieldsPage:
    """The page of all fields, opened by its button."""
    button = next(button for button in panel.findChildren(QPushButton) if button.text() == "Fields")
    bot.mouseClick(button, LEFT)
    return panel.fields


def elsewhere(panel: DetailPanel, record: RecordId, **values: Stored) -> None:
    """A change by a colleague, as a pass of sync writes and publishes it."""
    context = panel._context
    with context.database.write() as connection:
        records.update(connection, "prospects", record, values, Author("Tomasz Wilk", context.now(), "sync"))
    context.publish(Change(frozenset({"prospects", "sync"}), frozenset({record}), "sync"))


def said(panel: DetailPanel) -> str:
    window = panel.window()
    assert isinstance(window, MainWindow)
    return window.message.accessibleName()


def test_a_click_on_a_value_edits_it_where_it_stands(panel: DetailPanel, quillon: RecordId, qtbot: QtBot) -> None:
    editor = press(panel, panel._who, "email", qtbot)
    assert (editor.text(), editor.hasFocus()) == ("adaeze@quillon.example", True)
    editor.selectAll()
    qtbot.keyClicks(editor, "a.n@quillon.example")
    qtbot.keyClick(editor, KEY.Key_Return)
    assert value_of(panel._context, quillon, "email") == "a.n@quillon.example"
    assert said(panel) == "Set the e-mail of Quillon Freight to a.n@quillon.example"
    qtbot.waitUntil(lambda: panel.email == "a.n@quillon.example")
    undo(panel._context)
    qtbot.waitUntil(lambda: panel.email == "adaeze@quillon.example")


def test_a_wrong_address_has_its_sentence_beside_it_and_stays(panel: DetailPanel, quillon: RecordId, qtbot: QtBot) -> None:
    editor = press(panel, panel._who, "email", qtbot)
    qtbot.keyClicks(editor, "adaeze@")
    qtbot.keyClick(editor, KEY.Key_Return)
    assert panel.editing.edit.bar.sentence == "Enter a full address, like name@firm.example."
    assert (editor.text(), editor.property("wrong")) == ("adaeze@", True)
    assert value_of(panel._context, quillon, "email") == "adaeze@quillon.example"
    qtbot.keyClicks(editor, "quillon.example")
    assert panel.editing.edit.bar.sentence == ""


def test_a_phone_number_is_checked(panel: DetailPanel, quillon: RecordId, qtbot: QtBot) -> None:
    editor = press(panel, panel._who, "phone", qtbot)
    qtbot.keyClicks(editor, "ask her")
    qtbot.keyClick(editor, KEY.Key_Return)
    assert panel.editing.edit.bar.sentence == "“ask her” is no phone number. Write it like +43 1 234 567."
    assert value_of(panel._context, quillon, "phone") is None


def test_tab_goes_through_the_values_and_into_all_fields(panel: DetailPanel, qtbot: QtBot) -> None:
    qtbot.keyClick(panel, KEY.Key_F2)
    seen = []
    for _ in range(5):
        seen.append(panel.editing.edit.slug)
        qtbot.keyClick(panel.editing.edit.editor, KEY.Key_Tab)
    assert seen == ["contact_name", "job_title", "company", "email", "website"]
    assert panel.editing.edit.slug == "phone"


def test_status_and_ltv_are_one_form_that_adds_for_a_new_customer(
    panel: DetailPanel, quillon: RecordId, window: MainWindow, qtbot: QtBot
) -> None:
    spot = panel._money.spot_of("ltv")
    assert spot is not None
    qtbot.mouseClick(panel._money, LEFT, pos=spot.center())
    sheet = next(sheet for sheet in window.findChildren(StatusSheet) if sheet.isVisible())
    assert sheet.sheet.accessibleName() == "Status and LTV of Quillon Freight"
    qtbot.keyClicks(sheet.ltv, "10,001")
    qtbot.keyClick(sheet.ltv, KEY.Key_Return, CONTROL)
    assert sheet.wrong.text() == "10,001 is out of range. Give an amount from 0 to 10,000."
    sheet.ltv.clear()
    qtbot.keyClicks(sheet.ltv, "640.50")
    sheet.status.setFocus()
    qtbot.keyClick(sheet.status, KEY.Key_3)
    qtbot.keyClick(sheet.status, KEY.Key_Return, CONTROL)
    found = field_values(window.context, quillon)
    assert found is not None
    assert (found.values["customer_status"], found.values["ltv"]) == ("CUSTOMER", 64_050)
    assert said(panel) == "Quillon Freight: status Customer, LTV €640.50 added"
    undo(window.context)
    again = field_values(window.context, quillon)
    assert again is not None
    assert again.values["ltv"] is None


def test_a_step_ahead_is_set_by_a_press_and_taken_back(panel: DetailPanel, quillon: RecordId, qtbot: QtBot) -> None:
    width = panel._stepper.width() / 6
    qtbot.mouseClick(panel._stepper, LEFT, pos=QPoint(int(width * 2.5), 16))
    qtbot.waitUntil(lambda: panel._stepper.accessibleName().endswith("3 Commitment"))
    assert said(panel) == "Quillon Freight moved to 3 Commitment"
    undo(panel._context)
    qtbot.waitUntil(lambda: panel._stepper.accessibleName().endswith("1 Discovery"))


def test_a_step_back_asks_why_and_escape_leaves_it(panel: DetailPanel, quillon: RecordId, qtbot: QtBot) -> None:
    move(panel._context, quillon, "Engagement", "4")
    qtbot.waitUntil(lambda: panel._stepper.accessibleName().endswith("4 Planning"))
    panel._stepper.setFocus()
    qtbot.keyClick(panel._stepper, KEY.Key_Left)
    qtbot.keyClick(panel._stepper, KEY.Key_Return)
    popup = next(popup for popup in panel.findChildren(ReasonPopup) if popup.isVisible())
    qtbot.keyClick(popup._field, KEY.Key_Escape)
    assert panel._stepper.accessibleName().endswith("4 Planning")
    qtbot.keyClick(panel._stepper, KEY.Key_Return)
    popup = next(popup for popup in panel.findChildren(ReasonPopup) if popup.isVisible())
    qtbot.keyClicks(popup._field, "Budget was cut")
    qtbot.keyClick(popup._field, KEY.Key_Return)
    qtbot.waitUntil(lambda: panel._stepper.accessibleName().endswith("3 Commitment"))


def test_every_field_stands_on_the_page_read_only_with_a_reason(
    panel: DetailPanel, quillon: RecordId, window: MainWindow, qtbot: QtBot
) -> None:
    with window.context.database.write() as connection:
        extra = json.dumps({"Region": ["North", "West"], "Signed": True})
        sql.run(connection, "UPDATE prospects SET extra = ? WHERE lid = ?", (extra, quillon))
    page = fields(panel, qtbot)
    said_lines = [page.list.fields.words(line) for line in page.list.fields.lines]
    assert "E-mail: adaeze@quillon.example" in said_lines
    assert "Region: North, West. It is kept as Airtable has it and is changed there." in said_lines
    assert "Signed: yes. It is kept as Airtable has it and is changed there." in said_lines
    assert any(line.startswith("Journey points: 0. Points are counted") or "Points are counted" in line for line in said_lines)
    row = next(n for n, line in enumerate(page.list.fields.lines) if line.title == "Region")
    page.begin(row)
    assert not page.edit.active
    assert page.edit.bar.sentence == "It is kept as Airtable has it and is changed there."


def test_a_field_of_the_page_is_edited_by_a_click_and_tab_goes_on(panel: DetailPanel, quillon: RecordId, qtbot: QtBot) -> None:
    page = fields(panel, qtbot)
    row = page.list.row_of("deal_probability")
    assert row is not None
    page.list.scrollTo(page.list.fields.index(row))
    qtbot.mouseClick(page.list.viewport(), LEFT, pos=page.list.visualRect(page.list.fields.index(row)).center())
    assert isinstance(page.edit.editor, LineEditor)
    qtbot.keyClicks(page.edit.editor, "40")
    qtbot.keyClick(page.edit.editor, KEY.Key_Tab)
    assert value_of(panel._context, quillon, "deal_probability") == 0.4
    assert page.edit.slug == "expected_close"
    qtbot.keyClicks(page.edit.editor, "30 Jun 2026")
    qtbot.keyClick(page.edit.editor, KEY.Key_Return)
    assert value_of(panel._context, quillon, "expected_close") == "2026-06-30"


def test_a_long_text_is_edited_in_several_lines_and_its_draft_is_kept(
    panel: DetailPanel, quillon: RecordId, qtbot: QtBot
) -> None:
    page = fields(panel, qtbot)
    page.begin_field("use_case")
    editor = page.edit.editor
    assert editor is not None
    qtbot.keyClicks(editor, "Two depots")
    qtbot.keyClick(editor, KEY.Key_Return)
    qtbot.keyClicks(editor, "night shifts")
    qtbot.waitUntil(lambda: kept(panel._context, place_of(quillon, "use_case")).get("text") == "Two depots\nnight shifts")
    qtbot.keyClick(editor, KEY.Key_Escape)
    assert value_of(panel._context, quillon, "use_case") is None
    page.begin_field("use_case")
    again = page.edit.editor
    assert again is not None
    assert again.typed == "Two depots\nnight shifts"
    qtbot.keyClick(again, KEY.Key_Return, CONTROL)
    assert value_of(panel._context, quillon, "use_case") == "Two depots\nnight shifts"
    assert kept(panel._context, place_of(quillon, "use_case")) == {}


def test_notes_are_a_draft_at_once_and_saved_by_ctrl_enter(panel: DetailPanel, quillon: RecordId, qtbot: QtBot) -> None:
    notes = fields(panel, qtbot).notes
    notes.take_focus()
    notes.text.moveCursor(notes.text.textCursor().MoveOperation.End)
    qtbot.keyClicks(notes.text, "Two depots.")
    qtbot.waitUntil(lambda: str(kept(panel._context, place_of(quillon, "notes")).get("text")).endswith("Two depots."))
    assert notes.state.text() == "draft, kept on this computer"
    assert value_of(panel._context, quillon, "notes") == "Wants a pilot.\n"
    qtbot.keyClick(notes.text, KEY.Key_Return, CONTROL)
    assert value_of(panel._context, quillon, "notes") == "Wants a pilot.\nTwo depots."
    assert said(panel) == "Set the notes of Quillon Freight"
    assert kept(panel._context, place_of(quillon, "notes")) == {}


def test_a_draft_of_notes_comes_back_in_another_window(panel: DetailPanel, quillon: RecordId, qtbot: QtBot) -> None:
    notes = fields(panel, qtbot).notes
    qtbot.keyClicks(notes.text, "Begun. ")
    qtbot.waitUntil(lambda: bool(kept(panel._context, place_of(quillon, "notes"))))
    other = DetailPanel(panel._context, panel._theme)
    qtbot.addWidget(other)
    other.show_prospect(quillon)
    other.show_fields()
    assert other.fields.notes.text.toPlainText() == "Begun. Wants a pilot.\n"
    assert other.fields.notes.is_changed


def test_notes_that_change_elsewhere_are_joined_or_asked_about(panel: DetailPanel, quillon: RecordId, qtbot: QtBot) -> None:
    notes = fields(panel, qtbot).notes
    notes.text.setPlainText("Wants a pilot in one depot.\n")
    elsewhere(panel, quillon, notes="Wants a pilot soon.\n")
    qtbot.waitUntil(lambda: notes.state.text() == "changed elsewhere meanwhile")
    assert notes.text.toPlainText() == "Wants a pilot in one depot.\n"
    notes.save()
    assert "Tomasz Wilk changed the notes" in notes.wrong.text()
    assert value_of(panel._context, quillon, "notes") == "Wants a pilot soon.\n"
    qtbot.mouseClick(notes.both_button, LEFT)
    assert value_of(panel._context, quillon, "notes") == "Wants a pilot in one depot.\nWants a pilot soon.\n"


def test_what_is_wrong_when_another_is_shown_is_said(
    panel: DetailPanel, quillon: RecordId, window: MainWindow, qtbot: QtBot
) -> None:
    editor = press(panel, panel._who, "email", qtbot)
    qtbot.keyClicks(editor, "adaeze@")
    with window.context.database.read() as connection:
        other = RecordId(sql.scalar(connection, "SELECT lid FROM prospects WHERE company = 'Łąkowisko Meble'"))
    window.show_prospect(other)
    assert "You had written “adaeze@”" in said(panel)
    assert not panel.editing.edit.active
