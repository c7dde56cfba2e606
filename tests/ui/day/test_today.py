"""Today's list: tasks and follow-ups together, worked through by keys."""

from collections.abc import Callable, Sequence

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from journeydesk.domain.draft import Draft
from journeydesk.services.calls.drafts import save_draft
from journeydesk.services.changes import Change
from journeydesk.services.commands.many import delete_prospects
from journeydesk.services.commands.prospects import edit, log_interaction
from journeydesk.services.commands.tasks import add_task
from journeydesk.storage.engine import sql
from journeydesk.storage.records import tombstones
from journeydesk.ui.dialogs.log_call.sheet import LogSheet
from journeydesk.ui.dialogs.next_step.sheet import NextStepSheet
from journeydesk.ui.dialogs.palette import Palette
from journeydesk.ui.dialogs.restore_sheet import RestoreSheet
from journeydesk.ui.main_window import MainWindow
from journeydesk.ui.tabs.prospects.tab import ProspectsTab
from journeydesk.ui.tabs.today.tab import TodayTab
from journeydesk.ui.tasks.model import HEAD_ROLE
from tests.ui.day.conftest import CONTROL, Hand, Row, company, sheet_of
from tests.ui.line_menu import line_menu
from tests.ui.paints import Paints

Stored = Callable[..., Sequence[Row]]


@pytest.fixture
def today(window: MainWindow, tab: ProspectsTab, hand: Hand, qtbot: QtBot) -> TodayTab:
    """The list of a Tuesday: one follow-up late, one of today, one tomorrow, and two tasks."""
    with window.context.database.write() as connection:
        sql.run(connection, "UPDATE tasks SET deleted = 1")
    context = window.context
    add_task(context, company(tab, "Quillon Freight"), "Send the offer", "14:30")
    add_task(context, None, "Read the release notes", "3d")
    add_task(context, None, "Not mine", "3d", owner="Tomasz Wilk")
    hand.press(Qt.Key.Key_5, CONTROL)
    found = window.tab("Today")
    assert isinstance(found, TodayTab)
    return found


def lines(today: TodayTab) -> list[str]:
    """Headings in capitals and lines, from top to bottom."""
    shown = []
    for row in range(today.model.rowCount()):
        head, line = today.model.index(row).data(HEAD_ROLE), today.model.line(row)
        shown.append(head.words.upper() if head else f"{line.company or line.title}: {line.title}" if line else "")
    return shown


def go_to(today: TodayTab, hand: Hand, words: str) -> None:
    while (line := today.list.line()) is None or f"{line.company or line.title}: {line.title}" != words:
        before = today.list.currentIndex().row()
        hand.press(Qt.Key.Key_J)
        assert today.list.currentIndex().row() != before, f"{words} is not in the list"


def test_tasks_and_follow_ups_stand_together_by_when_they_are_due(today: TodayTab) -> None:
    assert lines(today) == [
        "OVERDUE",
        "Łąkowisko Meble: Follow up",
        "TODAY",
        "Quillon Freight: Send the offer",
        "NEXT 14 DAYS",
        "蒼嶺測器: Follow up",
        "Read the release notes: Read the release notes",
    ]
    assert today.head.counts.text() == "1 overdue · 1 today · 2 to come"


def test_it_is_in_the_rail_and_in_the_palette(window: MainWindow, tab: ProspectsTab, hand: Hand, qtbot: QtBot) -> None:
    qtbot.mouseClick(window.rail.buttons["Today"], Qt.MouseButton.LeftButton)
    assert window.place == "Today"
    window.show_place("Prospects")
    hand.press(Qt.Key.Key_K, CONTROL)
    hand.type(">today")
    hand.press(Qt.Key.Key_Return)
    assert sheet_of(window, Palette) is None
    assert window.place == "Today"


def test_another_owner_and_everybody_are_chosen(today: TodayTab) -> None:
    today._choose_owner("Tomasz Wilk")
    assert lines(today) == ["NEXT 14 DAYS", "Not mine: Not mine"]
    today._choose_owner(None)
    assert "Not mine: Not mine" in lines(today)
    assert "Read the release notes: Read the release notes" in lines(today)


def test_e_finishes_a_task_and_moves_it_below(today: TodayTab, hand: Hand, qtbot: QtBot) -> None:
    go_to(today, hand, "Read the release notes: Read the release notes")
    hand.press(Qt.Key.Key_E)
    qtbot.waitUntil(lambda: lines(today)[-2:] == ["DONE TODAY", "Read the release notes: Read the release notes"])
    hand.press(Qt.Key.Key_U)
    qtbot.waitUntil(lambda: "DONE TODAY" not in lines(today))


def test_a_press_on_the_ring_finishes(today: TodayTab, hand: Hand, stored: Stored, qtbot: QtBot) -> None:
    go_to(today, hand, "Read the release notes: Read the release notes")
    middle = today.list.visualRect(today.list.currentIndex()).center().y()
    qtbot.mouseClick(today.list.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(50, middle))
    assert stored("SELECT count(*) FROM tasks WHERE done_at IS NOT NULL") == [(1,)]


def test_a_follow_up_that_is_finished_asks_for_the_next_step(
    window: MainWindow, today: TodayTab, tab: ProspectsTab, hand: Hand, stored: Stored
) -> None:
    go_to(today, hand, "Łąkowisko Meble: Follow up")
    hand.press(Qt.Key.Key_E)
    assert sheet_of(window, NextStepSheet) is not None
    hand.type("x they went bankrupt")
    hand.press(Qt.Key.Key_Return)
    assert stored("SELECT next_steps FROM interactions") == [("No next step: they went bankrupt",)]


def test_p_postpones_one_and_many_in_plain_words(today: TodayTab, hand: Hand, stored: Stored, qtbot: QtBot) -> None:
    go_to(today, hand, "Łąkowisko Meble: Follow up")
    hand.press(Qt.Key.Key_Space)
    hand.press(Qt.Key.Key_J)
    hand.press(Qt.Key.Key_Space)
    assert today._ticked.text() == "2 selected"
    hand.press(Qt.Key.Key_P)
    hand.type("next week")
    assert today.entry.understood.text() == "Mon 25 May"
    hand.press(Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: "OVERDUE" not in lines(today))
    assert stored("SELECT due FROM tasks WHERE title = 'Send the offer'") == [("2026-05-25T12:30:00.000Z",)]
    hand.press(Qt.Key.Key_Z, CONTROL)
    qtbot.waitUntil(lambda: "WITHOUT A NEXT STEP" not in lines(today))
    assert stored("SELECT due FROM tasks WHERE title = 'Send the offer'") == [("2026-05-19T12:30:00.000Z",)]


def test_a_wrong_time_is_said_and_nothing_moves(today: TodayTab, hand: Hand) -> None:
    before = lines(today)
    hand.press(Qt.Key.Key_P)
    hand.type("whenever")
    hand.press(Qt.Key.Key_Return)
    assert "“whenever” is not a date" in today.entry.understood.text()
    hand.press(Qt.Key.Key_Escape)
    assert hand.focus() is today.list
    assert lines(today) == before


def test_n_adds_a_task_about_who_is_current(today: TodayTab, tab: ProspectsTab, hand: Hand, stored: Stored) -> None:
    go_to(today, hand, "Quillon Freight: Send the offer")
    hand.press(Qt.Key.Key_N)
    hand.type("ask for references tomorrow")
    hand.press(Qt.Key.Key_Return)
    wanted = company(tab, "Quillon Freight")
    assert stored("SELECT prospect FROM tasks WHERE title = 'ask for references'") == [(wanted,)]


def test_l_logs_with_who_is_current_and_the_task_is_done_with_it(
    window: MainWindow, today: TodayTab, hand: Hand, stored: Stored, qtbot: QtBot
) -> None:
    go_to(today, hand, "Quillon Freight: Send the offer")
    hand.press(Qt.Key.Key_L)
    sheet = sheet_of(window, LogSheet)
    assert isinstance(sheet, LogSheet)
    hand.type("1Sent while we talked >fri")
    hand.press(Qt.Key.Key_Return, CONTROL)
    assert stored("SELECT done_at IS NOT NULL FROM tasks WHERE title = 'Send the offer'") == [(1,)]
    hand.press(Qt.Key.Key_Z, CONTROL)
    assert stored("SELECT done_at IS NOT NULL FROM tasks WHERE title = 'Send the offer'") == [(0,)]
    assert stored("SELECT count(*) FROM interactions WHERE deleted = 0") == [(0,)]


def test_enter_opens_the_prospect(window: MainWindow, today: TodayTab, tab: ProspectsTab, hand: Hand) -> None:
    go_to(today, hand, "Quillon Freight: Send the offer")
    hand.press(Qt.Key.Key_Return)
    assert window.place == "Prospects"
    assert tab.detail.prospect == company(tab, "Quillon Freight")


def test_who_was_spoken_to_without_a_step_stands_after_the_day(
    window: MainWindow, today: TodayTab, tab: ProspectsTab, hand: Hand, qtbot: QtBot
) -> None:
    log_interaction(window.context, company(tab, "ندى القمر للخزف"), "Call", "From a script", outcome="No answer")
    qtbot.waitUntil(lambda: "WITHOUT A NEXT STEP" in lines(today))
    headings = [words for words in lines(today) if words.isupper()]
    assert headings[:3] == ["OVERDUE", "TODAY", "WITHOUT A NEXT STEP"]
    today.list.show_nearest(lines(today).index("WITHOUT A NEXT STEP"))
    hand.press(Qt.Key.Key_Return)
    gate = sheet_of(window, NextStepSheet)
    assert isinstance(gate, NextStepSheet)
    assert gate.line.field.placeholderText() == "No answer → call in 2 working days"
    hand.press(Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: lines(today)[0] == "OVERDUE")


def test_an_hour_and_its_day_are_one_line_and_go_together(
    window: MainWindow, today: TodayTab, tab: ProspectsTab, hand: Hand, stored: Stored, qtbot: QtBot
) -> None:
    hand.press(Qt.Key.Key_L)
    hand.type("1Good")
    hand.press(Qt.Key.Key_Return, CONTROL)
    hand.type("send offer fri 14:30")
    hand.press(Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: "Łąkowisko Meble: Send offer" in lines(today))
    assert "Łąkowisko Meble: Follow up" not in lines(today)
    go_to(today, hand, "Łąkowisko Meble: Send offer")
    hand.press(Qt.Key.Key_P)
    hand.type("next week")
    hand.press(Qt.Key.Key_Return)
    wanted = company(tab, "Łąkowisko Meble")
    assert stored("SELECT next_follow_up FROM prospects WHERE lid = ?", wanted) == [("2026-05-25",)]


def test_the_list_passes_qts_own_tester(today: TodayTab) -> None:
    tester = QAbstractItemModelTester(today.model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    today.reload()
    assert tester.model() is today.model


def test_a_log_that_was_begun_stands_below_what_is_overdue(
    window: MainWindow, today: TodayTab, hand: Hand, stored: Stored, qtbot: QtBot
) -> None:
    go_to(today, hand, "Quillon Freight: Send the offer")
    hand.press(Qt.Key.Key_L)
    hand.type("1Half a thought")
    hand.press(Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: "BEGUN, NOT LOGGED" in lines(today))
    shown = lines(today)
    begun = shown.index("BEGUN, NOT LOGGED")
    assert shown.index("OVERDUE") < begun < shown.index("TODAY")
    assert shown[begun + 1] == "Quillon Freight: Not logged yet"
    today.list.show_nearest(begun)
    hand.press(Qt.Key.Key_Return)
    sheet = sheet_of(window, LogSheet)
    assert isinstance(sheet, LogSheet)
    assert sheet.form.note.toPlainText() == "Half a thought"
    hand.press(Qt.Key.Key_Return, CONTROL)
    assert stored("SELECT summary FROM interactions") == [("Half a thought",)]
    qtbot.waitUntil(lambda: "BEGUN, NOT LOGGED" not in lines(today))


def test_the_next_start_says_which_log_was_begun(window: MainWindow, today: TodayTab, tab: ProspectsTab) -> None:
    save_draft(window.context, company(tab, "Quillon Freight"), Draft(text="Half a thought"))
    window.logging.tell()
    assert window.message.accessibleName() == "Begun and not logged yet: Quillon Freight. Ctrl+5 has it"


def test_a_log_in_progress_is_left_out_of_bulk_steps(
    window: MainWindow, today: TodayTab, tab: ProspectsTab, hand: Hand, stored: Stored
) -> None:
    save_draft(window.context, company(tab, "ندى القمر للخزف"), Draft(text="Half a thought"))
    today.reload()
    hand.press(Qt.Key.Key_A, CONTROL)
    hand.press(Qt.Key.Key_P)
    hand.type("next week")
    hand.press(Qt.Key.Key_Return)
    assert stored("SELECT next_follow_up FROM prospects WHERE company = 'ندى القمر للخزف'") == [(None,)]
    assert stored("SELECT text FROM draft") == [("Half a thought",)]


GONE = "Quillon Freight (deleted): Send the offer"


@pytest.fixture
def deleted(window: MainWindow, today: TodayTab, tab: ProspectsTab, hand: Hand, qtbot: QtBot) -> TodayTab:
    """The same list after Airtable lost Quillon Freight, the task about it current."""
    prospect = company(tab, "Quillon Freight")
    delete_prospects(window.context, [prospect])
    with window.context.database.write() as connection:
        tombstones.forget(connection, "prospects", [prospect], "Airtable", window.context.now())
    today.reload()
    go_to(today, hand, GONE)
    return today


def test_a_task_of_a_deleted_prospect_is_finished_like_another(
    window: MainWindow, deleted: TodayTab, hand: Hand, stored: Stored, qtbot: QtBot
) -> None:
    before = lines(deleted)
    assert before[2:4] == ["TODAY", GONE]
    hand.press(Qt.Key.Key_E)
    qtbot.waitUntil(lambda: lines(deleted)[-2:] == ["DONE TODAY", GONE])
    assert sheet_of(window, NextStepSheet) is None
    assert stored("SELECT done_at IS NOT NULL FROM tasks WHERE title = 'Send the offer'") == [(1,)]
    hand.press(Qt.Key.Key_U)
    qtbot.waitUntil(lambda: lines(deleted) == before)


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_L])
def test_enter_or_a_log_offers_to_restore_the_deleted_prospect(
    window: MainWindow, deleted: TodayTab, hand: Hand, qtbot: QtBot, key: Qt.Key
) -> None:
    hand.press(key)
    sheet = sheet_of(window, RestoreSheet)
    assert isinstance(sheet, RestoreSheet)
    assert sheet.note.title.text() == "Quillon Freight was deleted"
    assert sheet.note.how.text().startswith("Deleted in Airtable ")
    assert sheet.note.kept.text().startswith("1 open task still stands here with the name and comes back with it.")
    hand.press(Qt.Key.Key_Escape)
    assert hand.focus() is deleted.list
    assert GONE in lines(deleted)
    hand.press(key)
    hand.press(Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: "Quillon Freight: Send the offer" in lines(deleted))
    assert window.message.accessibleName() == "Restored Quillon Freight"
    hand.press(Qt.Key.Key_Z, CONTROL)
    qtbot.waitUntil(lambda: GONE in lines(deleted))


def test_who_was_deleted_stands_beside_the_list_with_restore(
    window: MainWindow, deleted: TodayTab, tab: ProspectsTab, qtbot: QtBot
) -> None:
    detail = deleted.detail
    qtbot.waitUntil(lambda: detail.lost is not None)
    page = detail.deleted_page()
    assert page.isVisible()
    assert page.note.title.text() == "Quillon Freight was deleted"
    qtbot.mouseClick(page.restore, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: not page.isVisible())
    assert (detail.prospect, detail.lost) == (company(tab, "Quillon Freight"), None)


def test_nobody_is_called_or_given_a_new_task_who_was_deleted(deleted: TodayTab, hand: Hand, stored: Stored) -> None:
    line = deleted.list.line()
    assert line is not None
    assert line.prospect is not None
    assert line.prospect not in deleted.prospects_shown()
    hand.press(Qt.Key.Key_N)
    hand.type("ask for references tomorrow")
    hand.press(Qt.Key.Key_Return)
    assert stored("SELECT prospect FROM tasks WHERE title = 'ask for references'") == [(None,)]


def test_of_whom_nothing_is_kept_any_more_it_is_said(window: MainWindow, deleted: TodayTab, hand: Hand, qtbot: QtBot) -> None:
    with window.context.database.write() as connection:
        sql.run(connection, "DELETE FROM tombstone")
    hand.press(Qt.Key.Key_Return)
    assert sheet_of(window, RestoreSheet) is None
    assert "Nothing is kept of this prospect" in window.message.accessibleName()


@pytest.mark.qt_log_ignore("This plugin does not support")
def test_the_menu_of_a_line_does_what_its_keys_do(today: TodayTab, hand: Hand, stored: Stored, qtbot: QtBot) -> None:
    go_to(today, hand, "Quillon Freight: Send the offer")
    menu = line_menu(today.list, today.list.currentIndex(), qtbot)
    assert menu.actions()[0].text() == "Send the offer"
    next(entry for entry in menu.actions() if entry.text() == "Delete the task\tDel").trigger()
    menu.close()
    qtbot.waitUntil(lambda: stored("SELECT 1 FROM tasks WHERE title = 'Send the offer' AND NOT deleted") == [])


def test_a_change_elsewhere_leaves_the_list_as_it_is_laid_out(today: TodayTab, tab: ProspectsTab, qtbot: QtBot) -> None:
    resets: list[int] = []
    today.model.modelReset.connect(lambda: resets.append(1))
    edit(today.context, company(tab, "Łąkowisko Meble"), {"company": "Łąka"})
    qtbot.waitUntil(lambda: "Łąka: Follow up" in lines(today))
    assert resets == []


def test_a_line_that_shows_another_name_is_painted_anew(today: TodayTab, tab: ProspectsTab, qtbot: QtBot) -> None:
    prospect, paints = company(tab, "Łąkowisko Meble"), Paints()
    QApplication.processEvents()
    today.list.viewport().installEventFilter(paints)
    edit(today.context, prospect, {"company": "Another name"})
    qtbot.waitUntil(lambda: "Another name: Follow up" in lines(today))
    qtbot.waitUntil(lambda: paints.count > 0)


def test_after_a_change_of_settings_every_line_is_read_again(today: TodayTab, tab: ProspectsTab) -> None:
    sent(today)
    with today.context.database.write() as connection:
        sql.run(connection, "UPDATE prospects SET company = 'Renamed' WHERE company = '蒼嶺測器'")
    elsewhere = frozenset({company(tab, "Quillon Freight")})
    today.refresh(Change(frozenset({"prospects"}), elsewhere))
    assert "Renamed: Follow up" not in lines(today)
    today.refresh(Change(frozenset({"prospects", "settings"}), elsewhere))
    assert "Renamed: Follow up" in lines(today)


def sent(today: TodayTab, kinds: frozenset[str] = frozenset({"prospects"})) -> None:
    """All that waited was sent, and a pass tells of these kinds."""
    with today.context.database.write() as connection:
        sql.run(connection, "UPDATE sync_record SET touched = 0")
    today.refresh(Change(kinds, None, "sync"))


@pytest.mark.parametrize("kinds", [{"sync", "positions", "alerts"}, {"sync", "positions", "alerts", "tasks"}])
def test_what_was_sent_has_its_ring_no_more(today: TodayTab, tab: ProspectsTab, qtbot: QtBot, kinds: set[str]) -> None:
    prospect = company(tab, "Łąkowisko Meble")

    def waits() -> list[bool]:
        return [line.pending for line in today.model.lines() if line.prospect == prospect]

    sent(today)
    assert waits() == [False]
    edit(today.context, prospect, {"job_title": "Head of depots"})
    qtbot.waitUntil(lambda: waits() == [True])
    sent(today, frozenset(kinds))
    assert waits() == [False]


@pytest.mark.parametrize(("typed", "told"), [("", []), ("Asked for the contract", [frozenset({"drafts"})])])
def test_a_form_that_is_left_tells_of_a_draft_only_if_begun(
    window: MainWindow, today: TodayTab, hand: Hand, qtbot: QtBot, typed: str, told: list[frozenset[str]]
) -> None:
    go_to(today, hand, "Quillon Freight: Send the offer")
    kinds: list[frozenset[str]] = []
    window.changed.connect(lambda change: kinds.append(change.kinds))
    hand.press(Qt.Key.Key_L)
    hand.type(typed)
    hand.press(Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: sheet_of(window, LogSheet) is None)
    QApplication.processEvents()
    assert kinds == told
    assert ("BEGUN, NOT LOGGED" in lines(today)) is bool(typed)
