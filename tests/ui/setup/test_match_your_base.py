"""The step "Match your base" by keys and mouse, on a base that its own team made."""

import time
from collections.abc import Callable
from functools import partial
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from journeydesk.domain.mapping.offer import State
from journeydesk.gallery.mapping import mapping_draft
from journeydesk.services.sync.mapping.applying import LEAVE_OUT, MappingDraft
from journeydesk.sync.offer import offered_table
from journeydesk.sync.ports import RemoteField, RemoteTable
from journeydesk.ui.dialogs.airtable.mapping.field_lines import FieldLine, MoreLine, OptionLine, Part
from journeydesk.ui.dialogs.airtable.set_up import AirtableSetUp
from journeydesk.ui.main_window import MainWindow

CONTROL, ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier
KEY = Qt.Key


@pytest.fixture
def dialog(window: MainWindow) -> AirtableSetUp:
    window.resize(1280, 760)
    window.activateWindow()
    window.sync.set_up()
    dialog = next(sheet for sheet in window.findChildren(AirtableSetUp) if sheet.isVisible())
    dialog.show_draft(mapping_draft(window.context), "prospects")
    return dialog


def draft_of(dialog: AirtableSetUp) -> MappingDraft:
    assert dialog.mapping.draft is not None
    return dialog.mapping.draft


def state_of(dialog: AirtableSetUp, slug: str) -> State:
    return next(field.state for field in draft_of(dialog).table("prospects").fields if field.slug == slug)


def row_of(dialog: AirtableSetUp, slug: str) -> int:
    lines = dialog.mapping.list.lines.lines
    return next(n for n, line in enumerate(lines) if isinstance(line, FieldLine) and line.field.slug == slug)


def choose(dialog: AirtableSetUp, qtbot: QtBot, typed: str) -> None:
    chooser = dialog.mapping.chooser
    assert chooser is not None
    assert chooser.isVisible()
    qtbot.keyClicks(chooser.search, typed)
    qtbot.keyClick(chooser.search, KEY.Key_Return)


def test_problems_stand_first_and_what_matches_is_folded(dialog: AirtableSetUp) -> None:
    lines = dialog.mapping.list.lines.lines
    assert isinstance(lines[0], FieldLine)
    assert lines[0].field.slug == "journey_stage"
    assert isinstance(lines[-1], MoreLine)
    states = [line.field.state for line in lines if isinstance(line, FieldLine)]
    assert states.index(State.LIKELY) < states.index(State.READ_ONLY) < states.index(State.CREATE)
    assert State.MATCHED not in states


def test_all_is_decided_by_keys_and_continue_unlocks(dialog: AirtableSetUp, qtbot: QtBot) -> None:
    fields = dialog.mapping.list
    assert fields.hasFocus()
    assert not dialog.foot.on.isEnabled()
    assert "Parked and Nurture" in dialog.foot.words.text()
    assert fields.rect_of(row_of(dialog, "journey_stage"), Part.CHOOSER).top() >= 0
    for name in ("Parked", "Nurture"):
        assert isinstance(fields.line, OptionLine)
        assert fields.line.options[fields.line.parts.index(fields.part or Part.FIRST)].name == name
        qtbot.keyClick(fields, KEY.Key_Return)
        choose(dialog, qtbot, "discovery")
        assert fields.hasFocus()
    assert state_of(dialog, "journey_stage") is State.LIKELY
    assert draft_of(dialog).decisions_left() == 0
    assert dialog.foot.on.isEnabled()
    qtbot.keyClick(fields, KEY.Key_Return, CONTROL)
    assert dialog.step == 2
    qtbot.keyClick(dialog.stripe.key, KEY.Key_Left, ALT)
    assert dialog.step == 1


def test_alt_y_accepts_what_is_likely_in_this_table_only(dialog: AirtableSetUp, qtbot: QtBot) -> None:
    others = draft_of(dialog).table("usage").counts[State.LIKELY]
    assert state_of(dialog, "contact_name") is State.LIKELY
    qtbot.keyClick(dialog.mapping.list, KEY.Key_Y, ALT)
    assert state_of(dialog, "contact_name") is State.MATCHED
    assert draft_of(dialog).table("prospects").counts[State.LIKELY] == 0
    assert not dialog.mapping.accept.isEnabled()
    assert draft_of(dialog).table("usage").counts[State.LIKELY] == others


def test_f8_goes_from_problem_to_problem_over_the_tables(dialog: AirtableSetUp, qtbot: QtBot) -> None:
    draft = draft_of(dialog)
    draft.choose_table("tasks", "tblInvoices")
    draft.choose_table("usage", "tblInvoices")
    assert draft.table("tasks").state is State.DECIDE
    fields = dialog.mapping.list
    seen = []
    for _ in range(3):
        qtbot.keyClick(dialog.focusWidget() or fields, KEY.Key_F8)
        seen.append((dialog.mapping.slug, fields.part if fields.hasFocus() else None))
    assert seen[0] == ("prospects", Part.SECOND)
    assert seen[1] == ("tasks", None)
    assert seen[2] == ("prospects", Part.FIRST)
    qtbot.keyClick(fields, KEY.Key_F8)
    qtbot.keyClick(fields, KEY.Key_F8)
    assert dialog.mapping.table.hasFocus()


def test_leave_out_and_yes_are_reached_by_arrow_and_space(dialog: AirtableSetUp, qtbot: QtBot) -> None:
    fields = dialog.mapping.list
    for slug, after in (("phone", State.MATCHED), ("tier", State.LEFT_OUT)):
        fields.go_to(row_of(dialog, slug), Part.CHOOSER)
        qtbot.keyClick(fields, KEY.Key_Right)
        assert fields.part is Part.ACTION
        qtbot.keyClick(fields, KEY.Key_Space)
        assert state_of(dialog, slug) is after


def test_a_field_is_chosen_by_mouse_out_of_those_that_fit(dialog: AirtableSetUp, qtbot: QtBot) -> None:
    fields = dialog.mapping.list
    row = row_of(dialog, "email")
    fields.go_to(row)
    qtbot.mouseClick(fields.viewport(), Qt.MouseButton.LeftButton, pos=fields.rect_of(row, Part.CHOOSER).center())
    chooser = dialog.mapping.chooser
    assert chooser is not None
    names = [choice.name for choice in chooser.choices.lines]
    assert names[:2] == ["Work email", "Billing email"]
    assert names[-1].startswith("Leave out")
    place = chooser.list.visualRect(chooser.choices.index(1)).center()
    qtbot.mouseClick(chooser.list.viewport(), Qt.MouseButton.LeftButton, pos=place)
    email = next(field for field in draft_of(dialog).table("prospects").fields if field.slug == "email")
    assert email.chosen is not None
    assert email.chosen.name == "Billing email"
    assert email.state is State.MATCHED


def test_escape_closes_the_chooser_and_not_the_set_up(dialog: AirtableSetUp, qtbot: QtBot) -> None:
    qtbot.keyClick(dialog.mapping.list, KEY.Key_Return)
    chooser = dialog.mapping.chooser
    assert chooser is not None
    qtbot.keyClick(chooser.search, KEY.Key_Escape)
    assert dialog.isVisible()
    assert dialog.mapping.list.hasFocus()
    assert draft_of(dialog).decisions_left() == 1


def test_what_is_folded_opens_and_closes_by_enter(dialog: AirtableSetUp, qtbot: QtBot) -> None:
    fields = dialog.mapping.list
    before = len(fields.lines.lines)
    matched = draft_of(dialog).table("prospects").counts[State.MATCHED]
    fields.go_to(before - 1)
    qtbot.keyClick(fields, KEY.Key_Return)
    assert len(fields.lines.lines) == before + matched
    qtbot.keyClick(fields, KEY.Key_Return)
    assert len(fields.lines.lines) == before


def test_another_table_is_chosen_and_its_fields_are_guessed(dialog: AirtableSetUp, qtbot: QtBot) -> None:
    dialog.side.tables.setFocus()
    dialog.side.tables.go_to("events")
    assert dialog.mapping.slug == "events"
    assert "It will be created with its fields" in dialog.mapping.empty.text()
    dialog.mapping.table.setFocus()
    qtbot.keyClick(dialog.mapping.table, KEY.Key_Return)
    choose(dialog, qtbot, "invoices")
    remote = draft_of(dialog).table("events").remote
    assert remote is not None
    assert remote.name == "Invoices"
    assert dialog.mapping.list.lines.lines
    assert dialog.side.untouched.accessibleName() == "1 table of the base stays untouched"


def test_the_table_list_says_how_each_table_stands(dialog: AirtableSetUp, qtbot: QtBot) -> None:
    tables = dialog.side.tables
    words = [str(tables.lines.index(n).data()) for n in range(tables.lines.rowCount())]
    assert words[0] == "Prospects, Leads · 1,874: 1 to decide"
    assert "Customer assets, left out" in words
    assert "Alerts, will be created" in words
    tables.setFocus()
    qtbot.keyClick(tables, KEY.Key_Down)
    assert dialog.mapping.slug == "interactions"
    qtbot.keyClick(tables, KEY.Key_Right)
    assert dialog.mapping.list.hasFocus()


def test_the_preview_follows_what_is_chosen(dialog: AirtableSetUp) -> None:
    preview = dialog.mapping.preview.preview
    column = next(n for n, field in enumerate(preview.fields) if field.slug == "contact_name")
    assert preview.index(0, column).data() == "Dolores Iribarne"
    draft_of(dialog).choose_field("prospects", "contact_name", LEAVE_OUT)
    dialog.mapping.show_draft(draft_of(dialog), "prospects")
    assert preview.index(0, column).data() == "left out"
    assert preview.rowCount() == 5


def test_a_stage_has_its_short_name_where_its_column_is_narrow(dialog: AirtableSetUp, monkeypatch: pytest.MonkeyPatch) -> None:
    preview = dialog.mapping.preview
    column = next(n for n, field in enumerate(preview.preview.fields) if field.slug == "journey_stage")
    painted: list[str] = []

    def paint(*given: Any) -> None:
        painted.append(given[4].name)

    monkeypatch.setattr("journeydesk.ui.dialogs.airtable.mapping.preview.paint_chip", paint)
    for other in range(column):
        preview.setColumnWidth(other, 20)
    preview.setColumnHidden(column, False)
    for width, words in ((400, "Call to Discovery"), (130, "Discovery")):
        painted.clear()
        preview.setColumnWidth(column, width)
        preview.viewport().grab()
        assert words in painted


def test_hostile_names_are_shown_letter_by_letter(dialog: AirtableSetUp, qtbot: QtBot) -> None:
    name = "<img src='file:///etc/passwd'>" + "long " * 60
    field = RemoteField("fld1", name, "singleLineText")
    table = RemoteTable("tbl1", name, "fld1", (field,))
    draft = MappingDraft(name, [offered_table(table)], draft_of(dialog).known)
    draft.choose_table("prospects", "tbl1")
    draft.choose_field("prospects", "company", "fld1")
    dialog.show_draft(draft, "prospects")
    assert "<img" not in dialog.mapping.table.toolTip()
    assert "&lt;img" in dialog.mapping.table.toolTip()
    qtbot.mouseClick(dialog.mapping.table, Qt.MouseButton.LeftButton)
    assert dialog.mapping.chooser is not None
    for lines in (dialog.side.tables.lines, dialog.mapping.chooser.choices):
        assert "&lt;img" in lines.index(0).data(Qt.ItemDataRole.ToolTipRole)
    dialog.mapping.chooser.leave()
    assert dialog.side.about.textFormat() is Qt.TextFormat.PlainText
    dialog.grab()


def seconds(run: Callable[[], object]) -> float:
    began = time.perf_counter()
    run()
    return time.perf_counter() - began


def test_thirty_tables_of_a_hundred_fields_stay_fast(dialog: AirtableSetUp, qtbot: QtBot) -> None:
    types = ("singleLineText", "number", "date", "email", "singleSelect")
    tables = [
        offered_table(
            RemoteTable(
                f"tbl{n}", f"Table {n}", f"fld{n}_0",
                tuple(RemoteField(f"fld{n}_{k}", f"Field {k} of {n}", types[k % 5]) for k in range(100)),
            )
        )
        for n in range(30)
    ]  # fmt: skip
    draft = MappingDraft("Large", tables, draft_of(dialog).known)
    draft.choose_table("prospects", "tbl7")
    before = len(dialog.findChildren(QWidget))
    assert seconds(partial(dialog.show_draft, draft, "prospects")) < 1.5
    assert seconds(dialog.grab) < 0.5
    assert len(dialog.findChildren(QWidget)) == before
    fields = dialog.mapping.list
    fields.go_to(row_of(dialog, "company"), Part.CHOOSER)
    assert seconds(lambda: (qtbot.keyClick(fields, KEY.Key_Return), dialog.grab())) < 0.5
    assert seconds(lambda: choose(dialog, qtbot, "Field 35 of 7")) < 1.0
    company = next(field for field in draft.table("prospects").fields if field.slug == "company")
    assert company.chosen is not None
    assert company.chosen.name == "Field 35 of 7"


def test_in_a_narrow_window_each_option_has_a_line(dialog: AirtableSetUp, window: MainWindow, qtbot: QtBot) -> None:
    def at_once() -> set[int]:
        lines = dialog.mapping.list.lines.lines
        return {len(line.options) for line in lines if isinstance(line, OptionLine)}

    window.resize(1440, 900)
    qtbot.waitUntil(lambda: 2 in at_once())
    window.resize(960, 640)
    qtbot.waitUntil(lambda: at_once() == {1})
    window.resize(1440, 900)
    qtbot.waitUntil(lambda: 2 in at_once())
