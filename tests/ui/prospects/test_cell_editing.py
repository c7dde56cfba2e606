"""A cell of the list being edited: by F2 or a double click, saved by Enter or Tab, beside others who change the same."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QWidget

from journeydesk.domain.values import Stored
from journeydesk.services.changes import Change
from journeydesk.services.commands.prospects import edit
from journeydesk.services.commands.undoing import last_step
from journeydesk.services.rows.prospects import Filter
from journeydesk.ui.dialogs.status_sheet import StatusSheet
from journeydesk.ui.editing.editors import LineEditor
from journeydesk.ui.editing.field_edit import FieldEdit
from journeydesk.ui.widgets.choosing.chooser import Chooser
from tests.ui.prospects.conftest import CERAMICS, CONTROL, LEFT, MEBLE, NO_KEY, QUILLON, SOKKI, Listed

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")
KEY = Qt.Key


def editing(listed: Listed) -> FieldEdit:
    return listed.tab.editing.edit


def begin(listed: Listed, place: int, column: str) -> LineEditor:
    """F2 on a cell that was clicked."""
    listed.click_cell(place, listed.section(column))
    listed.key(KEY.Key_F2)
    editor = editing(listed).editor
    assert isinstance(editor, LineEditor)
    return editor


def write(listed: Listed, editor: QWidget, text: str, key: Qt.Key = KEY.Key_Return) -> None:
    """Types over what stands there and presses a key."""
    listed.bot.keyClicks(editor, text)
    listed.bot.keyClick(editor, key)


def said(listed: Listed) -> str:
    return listed.window.message.accessibleName()


def elsewhere(listed: Listed, company: str, **values: Stored) -> None:
    """A change by a colleague, as a pass of sync writes and publishes it."""
    from journeydesk.storage.records import records
    from journeydesk.storage.records.records import Author

    record = listed.record(company)
    with listed.context.database.write() as connection:
        records.update(connection, "prospects", record, values, Author("Tomasz Wilk", listed.context.now(), "sync"))
    listed.context.publish(Change(frozenset({"prospects", "sync"}), frozenset({record}), "sync"))


def test_f2_edits_the_cell_where_it_stands_with_its_keys_below(listed: Listed) -> None:
    editor = begin(listed, 1, "revenue")
    cell = listed.tab.table.visualRect(listed.tab.model.index(1, listed.section("revenue")))
    assert (editor.text(), editor.selectedText(), editor.hasFocus()) == ("48,000", "48,000", True)
    assert editor.geometry().topLeft() == cell.topLeft()
    assert editing(listed).bar.isVisible()
    assert editing(listed).bar.accessibleName() == "Enter save, Tab next field, Esc keep €48,000"
    assert editor.accessibleName() == f"Est. revenue of {QUILLON}"


def test_enter_saves_on_disk_says_whose_it_is_and_stays_in_the_column(listed: Listed) -> None:
    editor = begin(listed, 1, "revenue")
    write(listed, editor, "57,500")
    assert listed.stored(listed.record(QUILLON), "estimated_revenue") == 5_750_000
    assert said(listed) == f"Set the est. revenue of {QUILLON} to €57,500"
    assert not editing(listed).active
    assert not editing(listed).bar.isVisible()
    assert listed.tab.table.hasFocus()
    assert listed.tab.table.currentIndex().column() == listed.section("revenue")
    step = last_step(listed.context)
    assert step is not None
    assert step[1] == f"Set the est. revenue of {QUILLON} to €57,500"
    listed.bot.keyClick(listed.window, KEY.Key_Z, CONTROL)
    listed.bot.waitUntil(lambda: listed.stored(listed.record(QUILLON), "estimated_revenue") == 4_800_000)


def test_escape_keeps_the_old_value_and_writes_no_step(listed: Listed) -> None:
    before = last_step(listed.context)
    editor = begin(listed, 1, "revenue")
    write(listed, editor, "1", KEY.Key_Escape)
    assert listed.stored(listed.record(QUILLON), "estimated_revenue") == 4_800_000
    assert (last_step(listed.context), editing(listed).active, listed.tab.table.hasFocus()) == (before, False, True)


def test_the_frame_of_a_cell_leaves_its_value_in_sight(listed: Listed) -> None:
    """The cells before it are painted first: an avatar leaves its colour behind."""
    editor = begin(listed, 1, "revenue")
    write(listed, editor, "1", KEY.Key_Escape)
    table = listed.tab.table
    picture = table.viewport().grab().toImage()
    cell = table.visualRect(listed.tab.model.index(1, listed.section("revenue")))
    colors = {picture.pixelColor(x, cell.center().y()).name() for x in range(cell.left() + 4, cell.right() - 4)}
    assert listed.tab.theme.color("sel").name() in colors
    assert len(colors) > 2, "its letters are there"


def test_a_value_left_as_it_was_writes_no_step(listed: Listed) -> None:
    before = last_step(listed.context)
    listed.bot.keyClick(begin(listed, 1, "follow_up"), KEY.Key_Return)
    assert last_step(listed.context) == before


def test_a_double_click_edits_the_cell_that_was_hit(listed: Listed) -> None:
    at = listed.cell(2, listed.section("revenue"))
    listed.bot.mouseClick(listed.tab.table.viewport(), LEFT, NO_KEY, at)
    listed.bot.mouseDClick(listed.tab.table.viewport(), LEFT, NO_KEY, at)
    assert editing(listed).editor is not None
    assert editing(listed).name == SOKKI


def test_tab_saves_and_goes_on_through_the_row_and_back(listed: Listed) -> None:
    editor = begin(listed, 1, "company")
    write(listed, editor, "Quillon Sea Freight", KEY.Key_Tab)
    assert listed.stored(listed.record("Quillon Sea Freight"), "contact_name") == "Adaeze Nwokorie"
    assert (editing(listed).slug, editing(listed).editor.typed) == ("contact_name", "Adaeze Nwokorie")  # type: ignore[union-attr]
    listed.bot.keyClick(editing(listed).editor, KEY.Key_Backtab, Qt.KeyboardModifier.ShiftModifier)
    assert editing(listed).slug == "company"
    seen = []
    for _ in range(9):
        seen.append(editing(listed).slug)
        target = editing(listed).editor or editing(listed).chooser.search  # type: ignore[union-attr]
        listed.bot.keyClick(target, KEY.Key_Tab)
    assert seen == [
        *(
            "company",
            "contact_name",
            "journey_stage",
            "score",
            "status",
            "next_follow_up",
            "owner",
            "estimated_revenue",
            "source",
        )
    ]
    assert (editing(listed).name, editing(listed).slug) == (SOKKI, "company")


def test_a_choice_opens_its_list_and_is_taken_by_enter(listed: Listed) -> None:
    listed.click_cell(1, listed.section("status"))
    listed.key(KEY.Key_F2)
    chooser = editing(listed).chooser
    assert isinstance(chooser, Chooser)
    assert chooser.inside.current is not None
    assert chooser.inside.current.value == "Reviewing"
    listed.bot.keyClicks(chooser.search, "acc")
    listed.bot.keyClick(chooser.search, KEY.Key_Return)
    assert listed.stored(listed.record(QUILLON), "status") == "Accepted"
    assert said(listed) == f"Set the status of {QUILLON} to Accepted"
    assert listed.tab.table.hasFocus()


def test_a_stage_is_set_by_an_event_that_can_be_taken_back(listed: Listed) -> None:
    listed.click_cell(1, listed.section("stage"))
    listed.key(KEY.Key_F2)
    chooser = editing(listed).chooser
    assert chooser is not None
    listed.bot.keyClicks(chooser.search, "4")
    listed.bot.keyClick(chooser.search, KEY.Key_Return)
    assert listed.stored(listed.record(QUILLON), "engagement_stage") == 4
    listed.bot.keyClick(listed.window, KEY.Key_Z, CONTROL)
    listed.bot.waitUntil(lambda: listed.stored(listed.record(QUILLON), "engagement_stage") == 3)


def test_a_name_that_is_nobodys_yet_can_be_written_as_owner(listed: Listed) -> None:
    listed.click_cell(1, listed.section("owner"))
    listed.key(KEY.Key_F2)
    chooser = editing(listed).chooser
    assert chooser is not None
    listed.bot.keyClicks(chooser.search, "Zuzanna")
    listed.bot.keyClick(chooser.search, KEY.Key_Return)
    assert listed.stored(listed.record(QUILLON), "owner") == "Zuzanna"


@pytest.mark.parametrize(
    ("column", "typed", "field", "stored"),
    [
        ("follow_up", "fri", "next_follow_up", "2026-05-22"),
        ("follow_up", "3 Jun 2026", "next_follow_up", "2026-06-03"),
        ("revenue", "12k", "estimated_revenue", 1_200_000),
        ("revenue", "1,250.50", "estimated_revenue", 125_050),
        ("score", "44", "score", 44),
    ],
)
def test_days_and_amounts_are_written_as_people_write_them(
    listed: Listed, column: str, typed: str, field: str, stored: Stored
) -> None:
    write(listed, begin(listed, 1, column), typed)
    assert listed.stored(listed.record(QUILLON), field) == stored


def test_an_emptied_cell_clears_the_field(listed: Listed) -> None:
    editor = begin(listed, 1, "follow_up")
    listed.bot.keyClick(editor, KEY.Key_Delete)
    listed.bot.keyClick(editor, KEY.Key_Return)
    assert listed.stored(listed.record(QUILLON), "next_follow_up") is None
    assert said(listed) == f"Cleared the follow-up of {QUILLON}"


@pytest.mark.parametrize(
    ("column", "typed", "sentence"),
    [
        ("revenue", "lots", "“lots” is no number. Write it like 1250 or 12.50."),
        ("revenue", "-5", "-5.00 is out of range. Enter a value of 0.00 or more."),
        ("follow_up", "soonish", "“soonish” is no day. Write it like fri, 3d, next month or 22 May."),
        ("score", "60", "60 is out of range. Enter a value from 0 to 50."),
    ],
)
def test_a_wrong_value_is_said_beside_it_and_nothing_typed_is_lost(
    listed: Listed, column: str, typed: str, sentence: str
) -> None:
    editor = begin(listed, 1, column)
    write(listed, editor, typed)
    assert (editing(listed).bar.sentence, editor.text(), editor.property("wrong")) == (sentence, typed, True)
    assert editor.hasFocus()
    # Neither does a click elsewhere lose it.
    listed.click_cell(3, listed.section("status"))
    assert (editing(listed).active, editor.text()) == (True, typed)
    listed.bot.keyClick(editor, KEY.Key_Escape)
    assert not editing(listed).active


def test_the_status_bar_has_the_lists_keys_after_a_click_away(listed: Listed) -> None:
    begin(listed, 1, "revenue")
    assert "next field" in [words for _, words in listed.tab.hints()]
    asked: list[None] = []
    listed.tab.hints_changed.connect(lambda: asked.append(None))
    listed.click_cell(3, listed.section("status"))
    assert asked
    assert "next field" not in [words for _, words in listed.tab.hints()]


def test_a_click_elsewhere_saves_what_was_typed(listed: Listed) -> None:
    editor = begin(listed, 1, "revenue")
    listed.bot.keyClicks(editor, "100")
    listed.click_cell(3, listed.section("status"))
    assert listed.stored(listed.record(QUILLON), "estimated_revenue") == 10_000
    assert listed.current == CERAMICS


def test_what_comes_from_elsewhere_says_why_it_is_not_written_here(listed: Listed) -> None:
    listed.click_cell(1, listed.section("last_touch"))
    listed.key(KEY.Key_F2)
    assert not editing(listed).active
    assert "log a call" in editing(listed).bar.sentence


def test_a_field_that_changes_elsewhere_says_so(listed: Listed) -> None:
    editor = begin(listed, 1, "revenue")
    listed.bot.keyClicks(editor, "57,500")
    elsewhere(listed, QUILLON, estimated_revenue=6_000_000)
    listed.bot.waitUntil(lambda: editing(listed).bar.sentence == "Changed elsewhere to €60,000 while you were writing.")
    assert editor.text() == "57,500"
    listed.bot.keyClick(editor, KEY.Key_Return)
    assert listed.stored(listed.record(QUILLON), "estimated_revenue") == 6_000_000
    assert "Tomasz Wilk changed it to €60,000" in editing(listed).bar.sentence
    listed.bot.keyClick(editor, KEY.Key_Return)
    assert listed.stored(listed.record(QUILLON), "estimated_revenue") == 5_750_000


def test_the_editor_goes_with_its_row_when_the_order_changes(listed: Listed) -> None:
    editor = begin(listed, 1, "revenue")
    listed.bot.keyClicks(editor, "57")
    elsewhere(listed, QUILLON, next_follow_up="2026-06-30")
    listed.bot.waitUntil(lambda: listed.companies == [MEBLE, SOKKI, QUILLON, CERAMICS])
    cell = listed.tab.table.visualRect(listed.tab.model.index(2, listed.section("revenue")))
    listed.bot.waitUntil(lambda: editor.geometry().top() == cell.top())
    write(listed, editor, "5")
    assert listed.stored(listed.record(QUILLON), "estimated_revenue") == 57_500


def test_the_editor_stays_when_its_row_leaves_the_view(listed: Listed) -> None:
    listed.show(Filter("owner", "is", ("Amaia Etxarri",)))
    editor = begin(listed, 0, "revenue")
    listed.bot.keyClicks(editor, "77")
    elsewhere(listed, QUILLON, owner="Tomasz Wilk")
    listed.bot.waitUntil(lambda: QUILLON not in listed.companies)
    assert (editor.isVisible(), editor.text(), editor.hasFocus()) == (True, "77", True)
    assert editing(listed).bar.sentence == f"{QUILLON} is no longer in this view."
    listed.bot.keyClick(editor, KEY.Key_Return)
    assert listed.stored(listed.record(QUILLON), "estimated_revenue") == 7_700


def test_somebody_deleted_meanwhile_is_said_and_the_text_stays(listed: Listed) -> None:
    editor = begin(listed, 1, "revenue")
    listed.bot.keyClicks(editor, "77")
    elsewhere(listed, QUILLON, deleted=1)
    listed.bot.waitUntil(lambda: "was deleted meanwhile" in editing(listed).bar.sentence)
    listed.bot.keyClick(editor, KEY.Key_Return)
    assert "deleted" in editing(listed).bar.sentence
    assert editor.text() == "77"


def test_a_row_sent_elsewhere_by_an_edit_leaves_the_cursor(listed: Listed) -> None:
    write(listed, begin(listed, 0, "follow_up"), "30 Jun")
    listed.bot.waitUntil(lambda: listed.companies[0] == QUILLON)
    index = listed.tab.table.currentIndex()
    assert (listed.current, index.column()) == (QUILLON, listed.section("follow_up"))


def test_arrows_mark_a_cell_and_go_through_the_columns(listed: Listed) -> None:
    for _ in range(3):
        listed.key(KEY.Key_Right)
    assert listed.tab.table.currentIndex().column() == listed.section("score")
    listed.key(KEY.Key_J)
    assert listed.tab.table.currentIndex().column() == listed.section("score")
    listed.key(KEY.Key_F2)
    assert (editing(listed).name, editing(listed).slug) == (QUILLON, "score")


def test_a_letter_typed_in_a_cell_is_no_shortcut(listed: Listed) -> None:
    editor = begin(listed, 1, "company")
    listed.bot.keyClicks(editor, "Lad 1")
    assert editor.text() == "Lad 1"
    assert not [sheet for sheet in listed.window.findChildren(StatusSheet) if sheet.isVisible()]


def test_the_editor_follows_its_cell_when_the_list_scrolls(listed: Listed) -> None:
    editor = begin(listed, 3, "revenue")
    listed.window.resize(1440, 640)
    listed.tab.table.setFixedHeight(100)
    listed.tab.table.verticalScrollBar().setValue(30)
    listed.bot.waitUntil(
        lambda: (
            editor.geometry().top() == listed.tab.table.visualRect(listed.tab.model.index(3, listed.section("revenue"))).top()
        )
    )
    assert editor.pos() != QPoint()
    edit(listed.context, listed.record(MEBLE), {"notes": "x"})
