"""Today's list through a day: midnight, another's list, many lines at once, the field below, and the windows it stands in."""

from collections.abc import Callable, Iterator, Sequence
from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from journeydesk.services.changes import Change
from journeydesk.services.commands.tasks import add_task
from journeydesk.storage.engine import sql
from journeydesk.ui.main_window import MainWindow
from journeydesk.ui.tabs.prospects.tab import ProspectsTab
from journeydesk.ui.tabs.today.tab import TodayTab
from journeydesk.ui.tasks.model import HEAD_ROLE
from tests.ui.day.conftest import CONTROL, SHIFT, Hand, Row, company
from tests.workspaces import NOW

Stored = Callable[..., Sequence[Row]]
LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def today(window: MainWindow, tab: ProspectsTab, hand: Hand) -> Iterator[TodayTab]:
    """One follow-up late, one of tomorrow, and three tasks."""
    with window.context.database.write() as connection:
        sql.run(connection, "UPDATE tasks SET deleted = 1")
    context = window.context
    add_task(context, company(tab, "Quillon Freight"), "Send the offer", "14:30")
    add_task(context, None, "Read the release notes", "tomorrow")
    add_task(context, None, "Water the plants", "3d")
    hand.press(Qt.Key.Key_5, CONTROL)
    place = window.tab("Today")
    assert isinstance(place, TodayTab)
    place.take_focus()
    yield place


def groups(today: TodayTab) -> dict[str, list[str]]:
    """The titles below each heading."""
    parts: dict[str, list[str]] = {}
    for row in range(today.model.rowCount()):
        head, line = today.model.index(row).data(HEAD_ROLE), today.model.line(row)
        if head:
            parts[head.words] = []
        elif line is not None:
            parts[list(parts)[-1]].append(line.title)
    return parts


def go_to(today: TodayTab, title: str) -> None:
    row = next(row for row in range(today.model.rowCount()) if (line := today.model.line(row)) and line.title == title)
    today.list.show_nearest(row)


def test_each_line_stands_in_the_group_of_its_day(today: TodayTab) -> None:
    assert groups(today) == {
        "Overdue": ["Follow up"],
        "Today": ["Send the offer"],
        "Next 14 days": ["Follow up", "Read the release notes", "Water the plants"],
    }
    assert today.head.day.text() == "Tuesday 19 May"
    assert today.head.counts.text() == "1 overdue · 1 today · 3 to come"


def test_at_midnight_tomorrow_becomes_today(window: MainWindow, today: TodayTab) -> None:
    window.context.clock = lambda: NOW + timedelta(days=1)
    window.show_place("Prospects")
    window.show_place("Today")
    assert today.head.day.text() == "Wednesday 20 May"
    assert groups(today)["Today"] == ["Follow up", "Read the release notes"]
    assert groups(today)["Overdue"] == ["Follow up", "Send the offer"]


def test_within_a_day_coming_back_reads_nothing_again(window: MainWindow, today: TodayTab) -> None:
    resets: list[int] = []
    today.model.modelReset.connect(lambda: resets.append(1))
    window.show_place("Prospects")
    window.show_place("Today")
    assert resets == []


def test_what_changed_behind_another_place_shows_on_return(window: MainWindow, today: TodayTab) -> None:
    window.show_place("Prospects")
    add_task(window.context, None, "Call the printer", "today")
    QApplication.processEvents()
    assert "Call the printer" not in groups(today)["Today"]
    window.show_place("Today")
    assert "Call the printer" in groups(today)["Today"]


def test_a_change_of_something_else_reads_nothing(today: TodayTab) -> None:
    with today.context.database.write() as connection:
        sql.run(connection, "UPDATE tasks SET title = 'Written meanwhile' WHERE title = 'Send the offer'")
    today.refresh(Change(frozenset({"alerts"})))
    assert "Written meanwhile" not in titles(today)
    today.refresh(Change(frozenset({"tasks"})))
    assert "Written meanwhile" in titles(today)


def titles(today: TodayTab) -> list[str]:
    return [line.title for line in today.model.lines()]


def test_everything_is_ticked_and_finished_in_one_step(today: TodayTab, hand: Hand, stored: Stored, qtbot: QtBot) -> None:
    with today.context.database.write() as connection:
        sql.run(connection, "UPDATE prospects SET next_follow_up = NULL")
    today.reload()
    today.list.show_nearest(0)
    hand.press(Qt.Key.Key_A, CONTROL)
    assert today._ticked.text() == "3 selected"
    hand.press(Qt.Key.Key_E)
    qtbot.waitUntil(lambda: set(groups(today)) == {"Done today"})
    assert today.model.ticked == set()
    hand.press(Qt.Key.Key_Z, CONTROL)
    qtbot.waitUntil(lambda: "Done today" not in groups(today))
    assert stored("SELECT count(*) FROM tasks WHERE done_at IS NOT NULL") == [(0,)]


def test_shift_and_down_ticks_both_and_escape_lets_go(today: TodayTab, hand: Hand) -> None:
    today.list.show_nearest(0)
    hand.press(Qt.Key.Key_Down, SHIFT)
    assert len(today.model.ticked) == 2
    assert today._ticked.isVisible()
    hand.press(Qt.Key.Key_Escape)
    assert today.model.ticked == set()
    assert not today._ticked.isVisible()


def test_a_finished_task_opens_again_with_the_same_key(today: TodayTab, hand: Hand, stored: Stored, qtbot: QtBot) -> None:
    go_to(today, "Water the plants")
    hand.press(Qt.Key.Key_E)
    qtbot.waitUntil(lambda: groups(today).get("Done today") == ["Water the plants"])
    go_to(today, "Water the plants")
    hand.press(Qt.Key.Key_E)
    qtbot.waitUntil(lambda: "Done today" not in groups(today))
    assert stored("SELECT count(*) FROM tasks WHERE done_at IS NOT NULL") == [(0,)]


def test_a_task_is_deleted_and_taken_back(today: TodayTab, hand: Hand, qtbot: QtBot) -> None:
    go_to(today, "Water the plants")
    hand.press(Qt.Key.Key_Delete)
    qtbot.waitUntil(lambda: "Water the plants" not in groups(today)["Next 14 days"])
    hand.press(Qt.Key.Key_Z, CONTROL)
    qtbot.waitUntil(lambda: "Water the plants" in groups(today)["Next 14 days"])


def test_a_follow_up_is_not_deleted_as_a_task_is(today: TodayTab, hand: Hand, stored: Stored) -> None:
    before = stored("SELECT company, next_follow_up FROM prospects ORDER BY lid")
    today.list.show_nearest(0)
    hand.press(Qt.Key.Key_Delete)
    assert stored("SELECT company, next_follow_up FROM prospects ORDER BY lid") == before


def test_the_buttons_do_what_the_keys_do(today: TodayTab, hand: Hand, stored: Stored, qtbot: QtBot) -> None:
    go_to(today, "Water the plants")
    qtbot.mouseClick(today.postpone, LEFT)
    assert (today.entry.mode, today.entry.field.accessibleName()) == ("postpone", "Postpone Water the plants")
    hand.press(Qt.Key.Key_Escape)
    assert today.entry.mode == "add"
    assert today.list.hasFocus()
    qtbot.mouseClick(today.finish, LEFT)
    assert stored("SELECT title FROM tasks WHERE done_at IS NOT NULL") == [("Water the plants",)]


def test_many_are_named_by_their_number_when_postponed(today: TodayTab, hand: Hand) -> None:
    today.list.show_nearest(0)
    hand.press(Qt.Key.Key_Down, SHIFT)
    hand.press(Qt.Key.Key_P)
    assert today.entry.field.accessibleName() == "Postpone 2 lines"
    assert today.entry.take.text() == "Postpone"


@pytest.mark.parametrize(
    ("typed", "understood"),
    [
        ("call the bank fri 14:30", "call the bank · Fri 22 May, 14:30"),
        ("call the bank tomorrow", "call the bank · tomorrow, Wed 20 May"),
        ("fri", "…"),
        ("call soonish", "…"),
        ("  ", ""),
    ],
)
def test_the_field_says_what_it_understood(today: TodayTab, hand: Hand, typed: str, understood: str) -> None:
    hand.press(Qt.Key.Key_N)
    hand.type(typed)
    assert today.entry.understood.text() == understood
    assert today.entry.understood.isVisible() is bool(understood)


def test_a_new_task_in_plain_words_is_kept_with_its_hour(today: TodayTab, hand: Hand, stored: Stored, qtbot: QtBot) -> None:
    hand.press(Qt.Key.Key_N)
    hand.type("call the bank fri 14:30")
    hand.press(Qt.Key.Key_Return)
    assert stored("SELECT due FROM tasks WHERE title = 'call the bank'") == [("2026-05-22T12:30:00.000Z",)]
    assert today.entry.field.text() == ""
    assert today.list.hasFocus()
    qtbot.waitUntil(lambda: "call the bank" in groups(today)["Next 14 days"])


def test_a_task_is_edited_in_the_words_it_would_be_typed(today: TodayTab, hand: Hand, stored: Stored) -> None:
    go_to(today, "Water the plants")
    hand.press(Qt.Key.Key_Return)
    assert (today.entry.mode, today.entry.take.text()) == ("edit", "Save")
    today.entry.field.clear()
    hand.type("Water the garden tomorrow")
    hand.press(Qt.Key.Key_Return)
    assert [title for (title,) in stored("SELECT title FROM tasks WHERE title LIKE 'Water%'")] == ["Water the garden"]


def test_the_owners_menu_begins_with_me_and_ends_with_everyone(today: TodayTab) -> None:
    choices = [action.text() for action in today.head.owner.menu().actions()]
    assert (choices[0], choices[-1]) == ("me", "everyone")
    assert today.list_name() == "today's list"
    today.head.owner.menu().actions()[-1].trigger()
    assert today.list_name() == "the list of everyone"
    assert today.list.hasFocus()


def test_an_empty_list_has_nothing_to_act_on(today: TodayTab, hand: Hand, stored: Stored) -> None:
    today._choose_owner("Somebody Else")
    assert today.model.rowCount() == 0
    for key in (Qt.Key.Key_E, Qt.Key.Key_P, Qt.Key.Key_Delete, Qt.Key.Key_J):
        hand.press(key)
    assert today.entry.mode == "add"
    assert today.prospects_shown() == []
    assert stored("SELECT count(*) FROM tasks WHERE done_at IS NOT NULL") == [(0,)]


def test_a_session_calls_each_once_and_nobody_who_is_done(today: TodayTab, tab: ProspectsTab) -> None:
    add_task(today.context, company(tab, "Quillon Freight"), "Send the contract", "today")
    today.reload()
    calls = today.prospects_shown()
    assert calls.count(company(tab, "Quillon Freight")) == 1
    assert calls == [company(tab, name) for name in ("Łąkowisko Meble", "Quillon Freight", "蒼嶺測器")]


def test_in_a_narrow_window_the_list_has_all_the_room(window: MainWindow, today: TodayTab, qtbot: QtBot) -> None:
    window.resize(1000, 700)
    qtbot.waitUntil(lambda: not today.detail.isVisible())
    window.resize(1400, 800)
    qtbot.waitUntil(today.detail.isVisible)


def test_who_is_current_stands_beside_the_list(today: TodayTab, tab: ProspectsTab, qtbot: QtBot, window: MainWindow) -> None:
    window.resize(1400, 800)
    go_to(today, "Send the offer")
    qtbot.waitUntil(lambda: today.detail.prospect == company(tab, "Quillon Freight"))
    go_to(today, "Water the plants")
    qtbot.waitUntil(lambda: today.detail.prospect is None)
