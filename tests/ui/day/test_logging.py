"""Logging a call from anywhere: three keys and the note (docs/interface.md, "Log a call")."""

from collections.abc import Callable, Sequence

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from journeydesk.domain.errors import SettingError
from journeydesk.services.calls.drafts import draft_of
from journeydesk.services.changes import Change
from journeydesk.services.commands.prospects import edit
from journeydesk.services.commands.settings import change_settings
from journeydesk.services.rows.prospects import ListView
from journeydesk.storage.engine import sql
from journeydesk.storage.sync.meta import set_meta
from journeydesk.ui.dialogs.log_call.note_field import NoteField
from journeydesk.ui.dialogs.log_call.sheet import LogSheet
from journeydesk.ui.dialogs.next_step.sheet import NextStepSheet
from journeydesk.ui.dialogs.palette import Palette
from journeydesk.ui.main_window import MainWindow
from journeydesk.ui.tabs.prospects.tab import ProspectsTab
from tests.ui.day.conftest import ALT, CONTROL, Hand, Row, company, sheet_of
from tests.ui.killing import Killing

Stored = Callable[..., Sequence[Row]]
_LOGGED = "SELECT prospect, type, outcome, duration, summary FROM interactions ORDER BY lid"


def opened(window: MainWindow) -> LogSheet:
    found = sheet_of(window, LogSheet)
    assert isinstance(found, LogSheet)
    return found


def test_a_call_is_logged_with_three_keys_and_the_note(
    window: MainWindow, tab: ProspectsTab, hand: Hand, stored: Stored
) -> None:
    prospect = tab.current
    hand.press(Qt.Key.Key_L)
    assert isinstance(hand.focus(), NoteField)
    hand.press(Qt.Key.Key_2)
    note = "Try again after 16 15m"
    hand.type(note)
    hand.press(Qt.Key.Key_Return, CONTROL)
    assert hand.pressed - len(note) == 3
    assert stored(_LOGGED) == [(prospect, "Call", "No answer", 15, "Try again after 16")]


def test_the_form_opens_with_direction_time_and_phone(window: MainWindow, tab: ProspectsTab, hand: Hand) -> None:
    assert tab.current is not None
    edit(window.context, tab.current, {"phone": "+44 20 7946 0132"})
    hand.press(Qt.Key.Key_L)
    form = opened(window).form
    assert (form.when.text(), form.direction.value, form._phone.text()) == ("Today, 11:05", False, "+44 20 7946 0132")


def test_a_form_that_was_closed_does_not_mind_another_theme(window: MainWindow, hand: Hand, qtbot: QtBot) -> None:
    hand.press(Qt.Key.Key_L)
    form = opened(window).form
    hand.press(Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: not isValid(form))
    window.theme.choose("dark")
    window.theme.choose("light")


def test_it_is_on_the_timeline_at_once(window: MainWindow, tab: ProspectsTab, hand: Hand, qtbot: QtBot) -> None:
    entries = tab.detail.timeline.entries
    before = entries.rowCount()
    hand.press(Qt.Key.Key_L)
    hand.type("1Said yes")
    hand.press(Qt.Key.Key_Return, CONTROL)
    qtbot.waitUntil(lambda: entries.rowCount() == before + 1, timeout=1000)
    assert "Said yes, saved here, not sent yet" in str(entries.index(0).data(Qt.ItemDataRole.AccessibleTextRole))


def test_digits_are_text_once_the_note_has_begun(window: MainWindow, tab: ProspectsTab, hand: Hand) -> None:
    hand.press(Qt.Key.Key_L)
    hand.type("12 sites")
    form = opened(window).form
    assert (form.outcome.value, form.note.toPlainText()) == ("Reached", "2 sites")


def test_a_digit_before_a_space_was_the_notes_first_letter(window: MainWindow, tab: ProspectsTab, hand: Hand) -> None:
    hand.press(Qt.Key.Key_L)
    hand.type("3 depots")
    form = opened(window).form
    assert (form.outcome.value, form.note.toPlainText()) == (None, "3 depots")


def test_backspace_clears_an_outcome_and_space_makes_digits_text(window: MainWindow, tab: ProspectsTab, hand: Hand) -> None:
    hand.press(Qt.Key.Key_L)
    form = opened(window).form
    hand.press(Qt.Key.Key_1)
    hand.press(Qt.Key.Key_Backspace)
    assert form.outcome.accessibleName() == "Outcome: nothing chosen"
    hand.press(Qt.Key.Key_4)
    assert form.outcome.accessibleName() == "Outcome: Call back"
    hand.press(Qt.Key.Key_Backspace)
    hand.type(" 15m")
    assert (form.outcome.value, form.duration.value) == (None, 15)


def test_the_outcome_is_picked_by_a_digit_outside_of_the_text_too(window: MainWindow, tab: ProspectsTab, hand: Hand) -> None:
    hand.press(Qt.Key.Key_L)
    hand.type("Nobody there")
    hand.press(Qt.Key.Key_Tab)
    hand.press(Qt.Key.Key_3)
    form = opened(window).form
    assert form.outcome.accessibleName() == "Outcome: Voicemail"
    hand.press(Qt.Key.Key_Left)
    assert form.outcome.accessibleName() == "Outcome: No answer"


def test_the_team_says_which_outcomes_there_are_and_in_which_order(
    window: MainWindow, tab: ProspectsTab, hand: Hand, stored: Stored
) -> None:
    with pytest.raises(SettingError, match=r"calendar\.outcomes"):
        change_settings(window.context, {"calendar.outcomes": ["Reached", "Sang a song"]}, "Outcomes")
    change_settings(window.context, {"calendar.outcomes": ["Voicemail", "Reached"]}, "Outcomes")
    hand.press(Qt.Key.Key_L)
    hand.press(Qt.Key.Key_1)
    hand.press(Qt.Key.Key_Return, CONTROL)
    assert stored(_LOGGED) == [(tab.current, "Call", "Voicemail", None, None)]


def test_an_outcome_is_enough_and_nothing_gets_a_sentence(
    window: MainWindow, tab: ProspectsTab, hand: Hand, stored: Stored
) -> None:
    hand.press(Qt.Key.Key_L)
    hand.press(Qt.Key.Key_Return, CONTROL)
    assert "choose the outcome" in opened(window).notice.words.text()
    hand.press(Qt.Key.Key_2)
    hand.press(Qt.Key.Key_Return, CONTROL)
    assert stored(_LOGGED) == [(tab.current, "Call", "No answer", None, None)]


def test_alt_and_a_digit_choose_what_is_logged(window: MainWindow, tab: ProspectsTab, hand: Hand, stored: Stored) -> None:
    hand.press(Qt.Key.Key_L)
    hand.press(Qt.Key.Key_2, ALT)
    form = opened(window).form
    assert (form.kind, form.outcome.isVisible()) == ("Meeting", False)
    hand.type("2 of them came")
    hand.press(Qt.Key.Key_Return, CONTROL)
    assert stored(_LOGGED)[0][1:] == ("Meeting", None, None, "2 of them came")


def test_the_note_sets_duration_and_follow_up_and_shows_them(
    window: MainWindow, tab: ProspectsTab, hand: Hand, stored: Stored
) -> None:
    hand.press(Qt.Key.Key_L)
    hand.type("1Wants two references 20m >fri")
    form = opened(window).form
    assert (form.duration.value, form.follow_up.said) == (20, "2026-05-22")
    prospect = form.prospect
    hand.press(Qt.Key.Key_Return, CONTROL)
    assert stored("SELECT next_follow_up FROM prospects WHERE lid = ?", prospect) == [("2026-05-22",)]
    assert sheet_of(window, NextStepSheet) is None


def test_a_time_of_the_follow_up_makes_a_task(window: MainWindow, tab: ProspectsTab, hand: Hand, stored: Stored) -> None:
    hand.press(Qt.Key.Key_L)
    hand.type("1Good talk")
    form = opened(window).form
    form.follow_up.row.setFocus()
    for _ in range(4):
        hand.press(Qt.Key.Key_Right)
    hand.type("fri 14:30")
    assert form.follow_up.pick.understood.text() == "Fri 22 May, 14:30"
    hand.press(Qt.Key.Key_Return, CONTROL)
    assert stored("SELECT title, due FROM tasks ORDER BY lid DESC LIMIT 1") == [("Follow up", "2026-05-22T12:30:00.000Z")]


def test_a_past_call_is_logged_for_then_a_future_one_refused(
    window: MainWindow, tab: ProspectsTab, hand: Hand, stored: Stored
) -> None:
    hand.press(Qt.Key.Key_L)
    hand.type("1They rang")
    form = opened(window).form
    form.direction.pick(1)
    form.when.setFocus()
    form.when.selectAll()
    hand.type("23:50")
    hand.press(Qt.Key.Key_Return, CONTROL)
    assert "still to come" in opened(window).notice.words.text()
    form.when.selectAll()
    hand.type("yesterday 16:00")
    hand.press(Qt.Key.Key_Return, CONTROL)
    assert stored("SELECT date, summary FROM interactions") == [("2026-05-18T14:00:00.000Z", "They called. They rang")]


def test_from_nowhere_two_letters_and_enter_find_whom_it_is_about(
    window: MainWindow, tab: ProspectsTab, hand: Hand, stored: Stored
) -> None:
    window.show_place("Kanban")
    hand.press(Qt.Key.Key_L, CONTROL)
    hand.type("qu")
    hand.press(Qt.Key.Key_Return)
    assert isinstance(hand.focus(), NoteField)
    hand.type("1Hello")
    hand.press(Qt.Key.Key_Return, CONTROL)
    assert stored(_LOGGED)[0][0] == company(tab, "Quillon Freight")
    assert window.place == "Kanban"


def test_one_letter_finds_nobody_yet(window: MainWindow, tab: ProspectsTab, hand: Hand) -> None:
    hand.press(Qt.Key.Key_L, CONTROL)
    hand.type("q")
    sheet = opened(window)
    assert sheet.field.found == []
    hand.press(Qt.Key.Key_Return, CONTROL)
    assert "Choose a prospect first" in sheet.notice.words.text()


def test_a_search_hit_is_logged_with_ctrl_l(window: MainWindow, tab: ProspectsTab, hand: Hand) -> None:
    hand.press(Qt.Key.Key_K, CONTROL)
    hand.type("lakow")
    hand.press(Qt.Key.Key_L, CONTROL)
    assert sheet_of(window, Palette) is None
    assert opened(window).form.prospect == company(tab, "Łąkowisko Meble")


def test_l_logs_with_who_is_open_though_not_in_the_list(
    window: MainWindow, tab: ProspectsTab, hand: Hand, qtbot: QtBot
) -> None:
    wanted = company(tab, "Quillon Freight")
    tab.show_view(ListView("lakow"))
    qtbot.waitUntil(lambda: tab.detail.prospect not in (None, wanted))
    window.show_prospect(wanted)
    qtbot.wait(80)
    hand.press(Qt.Key.Key_L)
    assert opened(window).form.prospect == wanted


def test_l_works_in_the_panel_and_is_a_letter_in_its_composer(window: MainWindow, tab: ProspectsTab, hand: Hand) -> None:
    hand.press(Qt.Key.Key_N)
    hand.type("lll")
    assert tab.detail.composer.note.toPlainText() == "lll"
    tab.detail.composer.note.clear()
    tab.detail.setFocus()
    hand.press(Qt.Key.Key_L)
    assert opened(window).form.prospect == tab.detail.prospect


def test_a_draft_beside_the_list_goes_on_where_it_ended(window: MainWindow, tab: ProspectsTab, hand: Hand) -> None:
    first = tab.detail.prospect
    hand.press(Qt.Key.Key_N)
    hand.type("half a ")
    tab.detail.show_prospect(None)
    tab.detail.show_prospect(first)
    note = tab.detail.composer.note
    note.setFocus(Qt.FocusReason.MouseFocusReason)
    hand.type("thought")
    assert note.toPlainText() == "half a thought"


def test_while_a_log_is_written_the_keys_shown_are_those_of_the_log(
    window: MainWindow, tab: ProspectsTab, hand: Hand, qtbot: QtBot
) -> None:
    hand.press(Qt.Key.Key_N)
    qtbot.waitUntil(lambda: "Ctrl+Enter log" in window.status.accessibleDescription())
    hand.press(Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: "F2 edit" in window.status.accessibleDescription())


def test_what_was_understood_of_the_note_stands_beside_its_outcome(tab: ProspectsTab, hand: Hand) -> None:
    hand.press(Qt.Key.Key_N)
    assert (tab.detail.composer.duration.isVisible(), tab.detail.composer.follow_up.isVisible()) == (False, False)
    hand.type("Two depots 15m >3d")
    assert tab.detail.composer.duration.accessibleName() == "15 min"
    assert tab.detail.composer.follow_up.isVisible()


def test_a_card_is_logged_with_l(window: MainWindow, tab: ProspectsTab, hand: Hand) -> None:
    hand.press(Qt.Key.Key_2, CONTROL)
    hand.press(Qt.Key.Key_L)
    assert opened(window).form.prospect is not None


def test_l_logs_an_alert_that_saving_the_call_actions(
    window: MainWindow, tab: ProspectsTab, hand: Hand, stored: Stored, qtbot: QtBot
) -> None:
    prospect = company(tab, "Quillon Freight")
    with window.context.database.write() as connection:
        sql.run(
            connection,
            "INSERT INTO alerts (key, prospect, rule, priority, status, raised_at, created_at) "
            "VALUES ('ALR-1', ?, 'stage skip', 'Urgent', 'Pending', ?, ?)",
            (prospect, window.context.now(), window.context.now()),
        )
    window.refresh(Change(frozenset({"alerts"})))
    hand.press(Qt.Key.Key_3, CONTROL)
    hand.press(Qt.Key.Key_L)
    assert opened(window).form.prospect == prospect
    hand.type("1Spoke to her")
    hand.press(Qt.Key.Key_Return, CONTROL)
    qtbot.waitUntil(lambda: stored("SELECT status FROM alerts WHERE key = 'ALR-1'") == [("Actioned",)])


def test_what_is_typed_is_on_disk_within_a_second_and_there_again(
    window: MainWindow, tab: ProspectsTab, hand: Hand, qtbot: QtBot
) -> None:
    prospect = tab.current
    assert prospect is not None
    hand.press(Qt.Key.Key_L)
    hand.type("4half a thought 15m")
    qtbot.waitUntil(lambda: draft_of(window.context, prospect).text == "half a thought 15m", timeout=1000)
    kept = draft_of(window.context, prospect)
    assert (kept.outcome, kept.duration) == ("Call back", 15)
    hand.press(Qt.Key.Key_Escape)
    assert tab.detail.composer.note.toPlainText() == "half a thought 15m"
    hand.press(Qt.Key.Key_L)
    form = opened(window).form
    assert (form.note.toPlainText(), form.outcome.value, form.duration.value) == ("half a thought 15m", "Call back", 15)


def test_who_types_without_a_pause_has_a_draft_as_well(window: MainWindow, tab: ProspectsTab, hand: Hand, qtbot: QtBot) -> None:
    prospect = tab.current
    assert prospect is not None
    hand.press(Qt.Key.Key_L)
    for _ in range(100):
        hand.type("a")
        qtbot.wait(20)
        if draft_of(window.context, prospect).text:
            return
    pytest.fail("a hundred keys without a pause, and no draft")


def test_a_saved_log_leaves_no_draft(window: MainWindow, tab: ProspectsTab, hand: Hand, stored: Stored) -> None:
    hand.press(Qt.Key.Key_L)
    hand.type("1Done")
    hand.press(Qt.Key.Key_Escape)
    assert stored("SELECT count(*) FROM draft") == [(1,)]
    hand.press(Qt.Key.Key_L)
    hand.press(Qt.Key.Key_Return, CONTROL)
    assert stored("SELECT count(*) FROM draft") == [(0,)]


def test_one_undo_takes_a_log_back(window: MainWindow, tab: ProspectsTab, hand: Hand, stored: Stored) -> None:
    hand.press(Qt.Key.Key_L)
    hand.type("1Good >fri")
    hand.press(Qt.Key.Key_Return, CONTROL)
    hand.press(Qt.Key.Key_Z, CONTROL)
    assert stored("SELECT count(*) FROM interactions WHERE deleted = 0") == [(0,)]


def test_without_a_network_the_form_says_that_it_is_saved_here(window: MainWindow, tab: ProspectsTab, hand: Hand) -> None:
    with window.context.database.write() as connection:
        set_meta(connection, "offline_since", window.context.now())
    hand.press(Qt.Key.Key_L)
    assert "saved here now and sent when you are back online" in opened(window).notice.words.text()


_LOGGER = """
QTest.keyClick(tab.table, Qt.Key.Key_L)
note = window.focusWidget()
QTest.keyClicks(note, "2Nobody there, and then the power went")
QTest.keyClick(note, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
print("saved", flush=True)
QTest.keyClick(window.focusWidget(), Qt.Key.Key_Return)
QTest.qWait(50)
tab.table.setFocus()
QTest.keyClick(tab.table, Qt.Key.Key_L)
QTest.keyClicks(window.focusWidget(), "1Half a thou")
QTest.qWait(1000)
print("typed", flush=True)
"""


def test_a_kill_right_after_saving_loses_nothing(killed: Killing) -> None:
    with killed(_LOGGER, "saved").read() as connection:
        rows = sql.rows(connection, "SELECT outcome, summary FROM interactions")
    assert [tuple(row) for row in rows] == [("No answer", "Nobody there, and then the power went")]


def test_what_was_half_typed_is_there_after_a_kill(killed: Killing) -> None:
    with killed(_LOGGER, "typed").read() as connection:
        rows = sql.rows(connection, "SELECT outcome, text FROM draft")
    assert [tuple(row) for row in rows] == [("Reached", "Half a thou")]
