"""Whoever is visibly current or visibly selected is acted on, and nobody else; what is left of the view is said."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from journeydesk.domain.ids import RecordId
from journeydesk.services.changes import Change
from journeydesk.services.commands.many import delete_prospects
from journeydesk.services.commands.prospects import edit
from journeydesk.services.commands.undoing import last_step
from journeydesk.services.rows.prospects import Filter
from journeydesk.ui.dialogs.confirm_sheet import ConfirmSheet
from journeydesk.ui.dialogs.due_sheet import DueSheet
from journeydesk.ui.dialogs.log_call.sheet import LogSheet
from journeydesk.ui.dialogs.note_sheet import NoteSheet
from journeydesk.ui.dialogs.palette import Palette
from tests.ui.prospects.conftest import BY_FOLLOW_UP, CERAMICS, CONTROL, LEFT, MEBLE, QUILLON, SOKKI, Listed

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")

_AMAIA = Filter("owner", "is", ("Amaia Etxarri",))


def said(listed: Listed) -> str:
    return listed.window.message.accessibleName()


def shown(listed: Listed) -> str:
    record = listed.tab.detail.prospect
    return "" if record is None else listed.company_of(record)


def by_somebody_else(listed: Listed, company: str, **values: str) -> None:
    """A change that comes from the base, as a pass of sync publishes it."""
    record = listed.record(company)
    publish, listed.context.publish = listed.context.publish, lambda _change: None
    edit(listed.context, record, values)
    listed.context.publish = publish
    publish(Change(frozenset({"prospects", "positions", "sync"}), frozenset({record}), "sync"))


def find(listed: Listed, words: str) -> None:
    """Ctrl+K, the words, Enter."""
    listed.bot.keyClick(listed.window, Qt.Key.Key_K, CONTROL)
    palette = listed.sheet(Palette)
    palette.field.setText(words)
    listed.bot.keyClick(palette.field, Qt.Key.Key_Return)


def test_del_does_not_reach_a_prospect_that_left_the_filter(listed: Listed) -> None:
    listed.show(_AMAIA)
    assert listed.current == QUILLON
    by_somebody_else(listed, QUILLON, owner="Tomasz Wilk")
    listed.bot.waitUntil(lambda: QUILLON not in listed.companies)
    # It stays open beside the list; no line is marked, so what is current can be seen to be it.
    listed.bot.waitUntil(lambda: (shown(listed), listed.current) == (QUILLON, ""))
    asked = listed.confirming(lambda: listed.key(Qt.Key.Key_Delete), Qt.Key.Key_Escape)
    assert asked.startswith(f"Delete {QUILLON}?")
    listed.key(Qt.Key.Key_Down)
    listed.bot.waitUntil(lambda: shown(listed) == listed.current != "")
    target = listed.current
    assert listed.confirming(lambda: listed.key(Qt.Key.Key_Delete)).startswith(f"Delete {target}?")
    listed.bot.waitUntil(lambda: target not in listed.companies)
    assert listed.stored(listed.record(QUILLON), "owner") == "Tomasz Wilk"
    assert said(listed).startswith(f"Deleted {target}")


def test_a_delete_is_asked_about_by_name_and_escape_keeps_everything(listed: Listed) -> None:
    asked = listed.confirming(lambda: listed.key(Qt.Key.Key_Delete), Qt.Key.Key_Escape)
    assert asked.startswith(f"Delete {MEBLE}?")
    listed.bot.wait(50)
    assert listed.companies == BY_FOLLOW_UP
    assert listed.tab.table.hasFocus()


def test_after_a_delete_the_next_line_is_current_and_in_view(listed: Listed) -> None:
    listed.key(Qt.Key.Key_J)
    listed.confirming(lambda: listed.key(Qt.Key.Key_Delete))
    listed.bot.waitUntil(lambda: QUILLON not in listed.companies)
    assert listed.current == SOKKI
    listed.bot.waitUntil(lambda: shown(listed) == SOKKI)
    rect = listed.tab.table.visualRect(listed.tab.table.currentIndex())
    assert listed.tab.table.viewport().rect().contains(rect.center())


def test_after_the_last_line_is_deleted_the_one_before_is_current(listed: Listed) -> None:
    listed.tab.table.go_to(3)
    listed.confirming(lambda: listed.key(Qt.Key.Key_Delete))
    listed.bot.waitUntil(lambda: CERAMICS not in listed.companies)
    assert listed.current == SOKKI


def test_who_was_found_by_search_stays_when_the_list_refreshes(listed: Listed) -> None:
    listed.show(_AMAIA)
    find(listed, "meble")
    listed.bot.waitUntil(lambda: shown(listed) == MEBLE)
    assert listed.current == ""
    by_somebody_else(listed, SOKKI, notes="changed elsewhere")
    listed.bot.wait(150)
    assert shown(listed) == MEBLE
    listed.tab.table.setFocus()
    listed.key(Qt.Key.Key_L)
    sheet = listed.sheet(LogSheet)
    assert any(MEBLE in part.accessibleName() for part in sheet.findChildren(QWidget))
    assert not any(SOKKI in part.accessibleName() for part in sheet.findChildren(QWidget))


def test_who_was_found_and_is_in_the_list_is_its_current_line(listed: Listed) -> None:
    find(listed, SOKKI)
    listed.bot.waitUntil(lambda: shown(listed) == SOKKI)
    assert listed.current == SOKKI


def test_enter_on_a_card_and_the_list_agree(listed: Listed) -> None:
    listed.window.show_place("Kanban")
    board = listed.window.tab("Kanban")
    board.show_journey("Engagement")  # type: ignore[attr-defined]
    board.board.focus_card(listed.record(QUILLON))  # type: ignore[attr-defined]
    card = listed.window.focusWidget()
    assert card is not None
    listed.bot.keyClick(card, Qt.Key.Key_Return)
    assert listed.window.place == "Prospects"
    listed.bot.waitUntil(lambda: shown(listed) == QUILLON)
    assert listed.current == QUILLON
    listed.bot.wait(100)
    assert (shown(listed), listed.current) == (QUILLON, QUILLON)


def test_enter_on_a_card_not_in_the_list_marks_no_other_line(listed: Listed) -> None:
    listed.show(Filter("owner", "is", ("Tomasz Wilk",)))
    listed.window.show_prospect(listed.record(QUILLON))
    listed.bot.wait(100)
    assert (shown(listed), listed.current) == (QUILLON, "")
    assert listed.tab.acted_on is not None
    assert listed.tab.acted_on.name == QUILLON
    listed.key(Qt.Key.Key_J)
    listed.bot.waitUntil(lambda: (shown(listed), listed.current) == (MEBLE, MEBLE))


def test_ticks_that_leave_with_another_filter_are_dropped_and_said(listed: Listed) -> None:
    listed.key(Qt.Key.Key_A, CONTROL)
    listed.show(_AMAIA)
    assert listed.ticked == {QUILLON, SOKKI, CERAMICS}
    assert said(listed) == f"{MEBLE} left this view and is no longer selected"
    listed.show(Filter("status", "is", ("Active",)))
    assert listed.ticked == {CERAMICS}
    assert said(listed) == "2 prospects left this view and are no longer selected"


def test_a_tick_that_leaves_the_view_is_dropped_and_said(listed: Listed) -> None:
    listed.show(_AMAIA)
    listed.click_cell(1, 0)
    by_somebody_else(listed, SOKKI, owner="Tomasz Wilk")
    listed.bot.waitUntil(lambda: listed.ticked == set())
    assert said(listed) == f"{SOKKI} left this view and is no longer selected"


def test_who_leaves_the_view_gives_way_to_the_next_line(listed: Listed) -> None:
    listed.show(_AMAIA)
    listed.tab.table.setFocus()
    listed.choosing("Tomasz", lambda: listed.key(Qt.Key.Key_A))
    listed.bot.waitUntil(lambda: QUILLON not in listed.companies)
    listed.bot.waitUntil(lambda: shown(listed) == SOKKI)
    assert listed.current == SOKKI
    assert said(listed) == f"Assigned {QUILLON} to Tomasz Wilk. {QUILLON} is no longer in this view"


def test_what_is_said_beside_an_action_leaves_its_undo(listed: Listed) -> None:
    listed.show(_AMAIA)
    listed.tab.table.setFocus()
    listed.choosing("Tomasz", lambda: listed.key(Qt.Key.Key_A))
    listed.bot.waitUntil(lambda: "no longer in this view" in said(listed))
    listed.bot.mouseClick(listed.window.message._undo, LEFT)
    listed.bot.waitUntil(lambda: QUILLON in listed.companies)


def test_a_line_that_an_action_moves_leaves_the_cursor(listed: Listed) -> None:
    listed.key(Qt.Key.Key_D)
    sheet = listed.sheet(DueSheet)
    assert sheet.sheet.accessibleName() == f"Follow-up of {MEBLE}"
    listed.bot.keyClicks(sheet.field.field, "30 Jun")
    listed.bot.keyClick(sheet.field.field, Qt.Key.Key_Return)
    listed.bot.waitUntil(lambda: listed.companies[0] == QUILLON)
    assert listed.current == QUILLON
    assert said(listed).startswith(f"Follow-up of {MEBLE} set to ")


def test_who_is_written_about_stays_open_outside_the_view(listed: Listed) -> None:
    listed.show(_AMAIA)
    listed.bot.waitUntil(lambda: shown(listed) == QUILLON)
    listed.tab.detail.compose("Call")
    note = listed.window.focusWidget()
    assert isinstance(note, QPlainTextEdit)
    listed.bot.keyClicks(note, "Wants")
    by_somebody_else(listed, QUILLON, owner="Tomasz Wilk")
    listed.bot.waitUntil(lambda: QUILLON not in listed.companies)
    listed.bot.wait(100)
    listed.bot.keyClicks(note, " two")
    assert (shown(listed), note.toPlainText(), note.hasFocus()) == (QUILLON, "Wants two", True)
    assert said(listed) == f"{QUILLON} is no longer in this view and stays open"


def test_who_was_deleted_elsewhere_is_left(listed: Listed) -> None:
    listed.show(Filter("owner", "is", ("Tomasz Wilk",)))
    listed.window.show_prospect(listed.record(QUILLON))
    delete_prospects(listed.context, [listed.record(QUILLON)])
    listed.bot.waitUntil(lambda: shown(listed) == MEBLE)
    assert listed.current == MEBLE


def test_a_note_for_several_is_logged_with_each_in_one_step(listed: Listed) -> None:
    listed.click_cell(1, 0)
    listed.click_cell(2, 0)
    listed.key(Qt.Key.Key_N)
    sheet = listed.sheet(NoteSheet)
    assert sheet.sheet.accessibleName() == "Note with 2 prospects"
    listed.bot.keyClick(sheet.note, Qt.Key.Key_Return, CONTROL)
    assert sheet.wrong.isVisible()
    listed.bot.keyClicks(sheet.note, "Sent the price list")
    listed.bot.keyClick(sheet.note, Qt.Key.Key_Return, CONTROL)
    assert said(listed) == "Note logged with 2 prospects"
    touched = [listed.stored(listed.record(company), "last_touch_type") for company in (MEBLE, QUILLON, SOKKI)]
    assert touched == [None, "Follow-up", "Follow-up"]
    step = last_step(listed.context)
    assert step is not None
    assert step[1] == "Logged a follow-up with 2 prospects"


def test_a_large_change_is_asked_about_with_its_number(listed: Listed, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("journeydesk.ui.acted_on.LARGE", 3)
    listed.key(Qt.Key.Key_A, CONTROL)
    listed.choosing("Zuzanna", lambda: listed.key(Qt.Key.Key_A))
    sheet = listed.sheet(ConfirmSheet)
    assert sheet.sheet.accessibleName().startswith("Assign 4 prospects to Zuzanna?")
    assert listed.stored(listed.record(MEBLE), "owner") == "Tomasz Wilk"
    listed.bot.keyClick(listed.window.focusWidget() or sheet, Qt.Key.Key_Return)
    assert listed.stored(listed.record(MEBLE), "owner") == "Zuzanna"


def test_the_panel_and_the_marked_line_are_the_same_after_every_step(listed: Listed) -> None:
    def agree() -> bool:
        record: RecordId | None = listed.tab.detail.prospect
        return listed.tab.current == record and listed.current in ("", shown(listed))

    for act in (
        lambda: listed.key(Qt.Key.Key_J),
        lambda: listed.window.show_prospect(listed.record(CERAMICS)),
        lambda: listed.show(_AMAIA),
        lambda: listed.window.show_prospect(listed.record(MEBLE)),
        lambda: by_somebody_else(listed, SOKKI, owner="Tomasz Wilk"),
        lambda: listed.show(),
        lambda: listed.key(Qt.Key.Key_K),
    ):
        act()
        listed.bot.waitUntil(agree)


def test_the_palette_says_whom_an_action_is_for(listed: Listed) -> None:
    listed.tab.table.setFocus()
    listed.bot.keyClick(listed.window, Qt.Key.Key_K, CONTROL)
    palette = listed.sheet(Palette)
    palette.field.setText(">delete")
    (line,) = [line for line in palette.model.lines if line.title == "Delete"]
    assert line.subtitle == MEBLE


def test_the_palette_reaches_no_list_that_is_not_shown(listed: Listed) -> None:
    listed.window.show_place("Kanban")
    listed.bot.keyClick(listed.window, Qt.Key.Key_K, CONTROL)
    palette = listed.sheet(Palette)
    palette.field.setText(">delete")
    assert "Delete" not in [line.title for line in palette.model.lines]
    palette.field.setText(">undo")
    assert "Undo" in [line.title for line in palette.model.lines]


def test_every_place_says_whom_its_actions_are_for(listed: Listed) -> None:
    for place in ("Kanban", "Alerts", "Today"):
        listed.window.show_place(place)
        whom = listed.window.tab(place).acted_on
        assert whom is None or (len(whom) == 1 and whom.name)
    listed.window.show_place("Kanban")
    board = listed.window.tab("Kanban")
    board.show_journey("Engagement")  # type: ignore[attr-defined]
    board.board.focus_card(listed.record(QUILLON))  # type: ignore[attr-defined]
    whom = board.acted_on
    assert whom is not None
    assert (whom.name, whom.only) == (QUILLON, listed.record(QUILLON))
    listed.window.show_place("Prospects")
    listed.window.sessions.start()
    session = listed.window.pages.current.acted_on
    assert session is not None
    assert session.name == MEBLE


def test_a_logged_call_names_whom_it_was_with(listed: Listed) -> None:
    listed.tab.table.setFocus()
    listed.key(Qt.Key.Key_L)
    sheet = listed.sheet(LogSheet)
    listed.bot.keyClicks(sheet.form.note, "Spoke about the pilot")
    listed.bot.keyClick(sheet.form.note, Qt.Key.Key_Return, CONTROL)
    assert said(listed) == f"Call logged with {MEBLE}"
