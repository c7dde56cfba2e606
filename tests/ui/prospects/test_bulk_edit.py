"""Changing fields of many prospects: the preview follows what is typed, and what it says is what is done, as one step."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QLineEdit

from journeydesk.services.commands.many import delete_prospects
from journeydesk.services.commands.prospects import edit
from journeydesk.services.commands.undoing import last_step
from journeydesk.services.fields.bulk import Fate, Only
from journeydesk.storage.sync import conflicts
from journeydesk.ui.dialogs.bulk_edit import BulkEdit, FieldRow
from journeydesk.ui.dialogs.bulk_list import columns
from journeydesk.ui.dialogs.confirm_sheet import ConfirmSheet
from tests.ui.prospects.conftest import CERAMICS, CONTROL, LEFT, MEBLE, QUILLON, SHIFT, SOKKI, Listed

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")
KEY = Qt.Key
ALL = (MEBLE, QUILLON, SOKKI, CERAMICS)


def opened(listed: Listed) -> BulkEdit:
    """All ticked, then Shift+F2."""
    listed.key(KEY.Key_A, CONTROL)
    listed.key(KEY.Key_F2, SHIFT)
    return listed.sheet(BulkEdit)


def follows(listed: Listed, sheet: BulkEdit, changing: int, same: int, locked: int = 0) -> None:
    """The preview says this after a moment."""
    wanted = {Fate.CHANGES: changing, Fate.SAME: same, Fate.LOCKED: locked}
    listed.bot.waitUntil(lambda: sheet.preview.counts == wanted)


def choose(row: FieldRow, value: str) -> None:
    box = row.value.input
    assert isinstance(box, QComboBox)
    box.setCurrentIndex(box.findData(value))


def write(listed: Listed, row: FieldRow, text: str) -> QLineEdit:
    line = row.value.input
    assert isinstance(line, QLineEdit)
    line.setFocus()
    line.selectAll()
    listed.bot.keyClicks(line, text)
    return line


def owners(listed: Listed) -> list[object]:
    return [listed.stored(listed.record(company), "owner") for company in ALL]


def test_the_form_names_whom_and_does_nothing_before_a_value(listed: Listed) -> None:
    sheet = opened(listed)
    assert (sheet.heading.text(), sheet.go.isEnabled()) == ("Change 4 prospects", False)
    listed.bot.keyClick(sheet, KEY.Key_Return, CONTROL)
    assert sheet.isVisible()


def test_the_preview_follows_and_what_it_says_is_done_as_one_step(listed: Listed) -> None:
    sheet = opened(listed)
    choose(sheet.rows[0], "Tomasz Wilk")
    follows(listed, sheet, 3, 1)
    assert (sheet.go.text(), sheet.total.text()) == ("Change 3 prospects", "3 + 1 = 4 selected")
    assert [line.name for line in sheet.list.lines.lines] == [QUILLON, SOKKI, CERAMICS]
    assert sheet.list.lines.words(sheet.list.lines.lines[0]) == f"{QUILLON}, Owner Amaia Etxarri to Tomasz Wilk"
    listed.bot.mouseClick(sheet.tabs[Fate.SAME], LEFT)
    assert [line.name for line in sheet.list.lines.lines] == [MEBLE]
    before = owners(listed)
    listed.bot.mouseClick(sheet.go, LEFT)
    assert owners(listed) == ["Tomasz Wilk"] * 4
    assert listed.said[-1] == "Changed owner of 3 prospects"
    step = last_step(listed.context)
    assert step is not None
    assert step[1] == "Changed owner of 4 prospects"
    listed.bot.keyClick(listed.window, KEY.Key_Z, CONTROL)
    listed.bot.waitUntil(lambda: owners(listed) == before)


def test_a_day_is_set_only_where_it_is_late_or_empty(listed: Listed) -> None:
    sheet = opened(listed)
    row = sheet.rows[0]
    row.which.setCurrentIndex(row.which.findData("next_follow_up"))
    row.only.setCurrentIndex(row.only.findData(Only.LATE))
    line = write(listed, row, "fri")
    follows(listed, sheet, 2, 2)
    assert [each.name for each in sheet.list.lines.lines] == [MEBLE, CERAMICS]
    listed.bot.keyClick(line, KEY.Key_Return, CONTROL)
    stored = [listed.stored(listed.record(company), "next_follow_up") for company in ALL]
    assert stored == ["2026-05-22", "2026-05-19", "2026-05-20", "2026-05-22"]


def test_two_fields_are_changed_at_once_each_where_it_is_said(listed: Listed) -> None:
    sheet = opened(listed)
    choose(sheet.rows[0], "Tomasz Wilk")
    listed.bot.mouseClick(sheet.another, LEFT)
    second = sheet.rows[1]
    assert second.slug == "next_follow_up"
    second.only.setCurrentIndex(second.only.findData(Only.EMPTY))
    write(listed, second, "fri")
    follows(listed, sheet, 3, 1)
    notes = [sheet.list.lines.words(line) for line in sheet.list.lines.lines]
    assert notes[0].endswith("follow-up stays")
    listed.bot.keyClick(sheet, KEY.Key_Return, CONTROL)
    assert owners(listed) == ["Tomasz Wilk"] * 4
    assert listed.stored(listed.record(CERAMICS), "next_follow_up") == "2026-05-22"
    assert listed.stored(listed.record(QUILLON), "next_follow_up") == "2026-05-19"


def test_who_cannot_be_changed_is_locked_with_the_reason(listed: Listed) -> None:
    record = listed.record(QUILLON)
    with listed.context.database.write() as connection:
        at = listed.context.now()
        conflicts.put(connection, "prospects", record, "owner", conflicts.MERGE, "a", "b", "c", "Tomasz Wilk", at)
    sheet = opened(listed)
    choose(sheet.rows[0], "Tomasz Wilk")
    follows(listed, sheet, 2, 1, 1)
    chip = sheet.tabs[Fate.LOCKED]
    assert chip.isVisible()
    assert chip.toolTip() == "owner is in conflict; decide it first"
    listed.bot.mouseClick(chip, LEFT)
    assert sheet.list.lines.words(sheet.list.lines.lines[0]).endswith("owner is in conflict; decide it first")
    listed.bot.mouseClick(sheet.go, LEFT)
    assert listed.stored(record, "owner") == "Amaia Etxarri"


def test_who_is_deleted_while_the_form_is_open_is_passed_over(listed: Listed) -> None:
    sheet = opened(listed)
    choose(sheet.rows[0], "Tomasz Wilk")
    follows(listed, sheet, 3, 1)
    gone = listed.record(SOKKI)
    delete_prospects(listed.context, [gone])
    listed.bot.mouseClick(sheet.go, LEFT)
    assert owners(listed)[1] == "Tomasz Wilk"
    assert listed.stored(gone, "owner") is None


def test_a_wrong_value_is_said_and_changes_nothing(listed: Listed) -> None:
    sheet = opened(listed)
    row = sheet.rows[0]
    row.which.setCurrentIndex(row.which.findData("estimated_revenue"))
    write(listed, row, "lots")
    listed.bot.waitUntil(lambda: row.value.wrong.isVisible())
    assert row.value.wrong.text() == "“lots” is no number. Write it like 1250 or 12.50."
    assert not sheet.go.isEnabled()


def test_enter_before_the_preview_came_shows_it_first(listed: Listed) -> None:
    sheet = opened(listed)
    row = sheet.rows[0]
    row.which.setCurrentIndex(row.which.findData("next_follow_up"))
    line = write(listed, row, "fri")
    listed.bot.keyClick(line, KEY.Key_Return, CONTROL)
    assert sheet.isVisible()
    assert sheet.go.text() == "Change 4 prospects"
    listed.bot.keyClick(line, KEY.Key_Return, CONTROL)
    assert listed.stored(listed.record(QUILLON), "next_follow_up") == "2026-05-22"


def test_so_many_that_nobody_looked_through_them_are_asked_about(listed: Listed, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("journeydesk.ui.tabs.prospects.acting._LOOKED_THROUGH", 2)
    sheet = opened(listed)
    choose(sheet.rows[0], "Tomasz Wilk")
    follows(listed, sheet, 3, 1)
    listed.bot.mouseClick(sheet.go, LEFT)
    asked = listed.sheet(ConfirmSheet)
    assert asked.sheet.accessibleName().startswith("Change owner of 3 prospects?")
    assert listed.stored(listed.record(QUILLON), "owner") == "Amaia Etxarri"
    listed.bot.keyClick(listed.window.focusWidget() or asked, KEY.Key_Return)
    assert listed.stored(listed.record(QUILLON), "owner") == "Tomasz Wilk"


def test_escape_changes_nothing(listed: Listed) -> None:
    before = owners(listed)
    sheet = opened(listed)
    choose(sheet.rows[0], "Tomasz Wilk")
    follows(listed, sheet, 3, 1)
    listed.bot.keyClick(sheet, KEY.Key_Escape)
    assert owners(listed) == before
    edit(listed.context, listed.record(QUILLON), {"notes": "x"})


def test_a_long_pair_of_owners_takes_what_other_columns_leave() -> None:
    needed = (110, 250, 120, 90)
    name, owner, day, note = columns(790, 2, needed)
    assert [place.width() >= wide for place, wide in zip((name, owner, day, note), needed, strict=True)] == [True] * 4
    assert name.right() < owner.left() < day.left() < note.left()
    assert note.right() < 790
    for before, after in zip(columns(500, 2, needed), columns(500, 2, needed)[1:], strict=False):
        assert before.right() < after.left()
