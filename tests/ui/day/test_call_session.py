"""A call session: one prospect after another, at the same person after a restart (docs/interface.md, "Call session")."""

from collections.abc import Callable, Sequence
from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from journeydesk.config import resources
from journeydesk.domain.ids import RecordId
from journeydesk.services.calls.drafts import draft_of
from journeydesk.services.calls.session import MOST, begin_session, open_session
from journeydesk.services.changes import Change
from journeydesk.services.commands.many import delete_prospects
from journeydesk.services.commands.prospects import edit, log_interaction
from journeydesk.services.context import Context
from journeydesk.services.rows.prospects import Filter, ListView
from journeydesk.services.workspace.opening import open_workspace
from journeydesk.storage.engine import sql
from journeydesk.storage.records import records
from journeydesk.storage.records.records import Author
from journeydesk.ui.bridge import Bridge
from journeydesk.ui.call_session.question import SessionQuestion
from journeydesk.ui.call_session.tab import SessionTab
from journeydesk.ui.main_window import MainWindow
from journeydesk.ui.tabs.prospects.tab import ProspectsTab
from journeydesk.ui.theme import Theme
from tests.ui.day.conftest import ALT, CONTROL, SHIFT, Hand, Row, company, sheet_of
from tests.workspaces import KEY, NOW, NOWHERE

Stored = Callable[..., Sequence[Row]]


def session_of(window: MainWindow) -> SessionTab:
    found = window.pages.currentWidget()
    assert isinstance(found, SessionTab)
    return found


def colleague_logs(context: Context, prospect: RecordId) -> None:
    """What a sync brings: a touchpoint of somebody else."""
    now = context.now()
    values: records.Row = {
        "key": f"INT-{prospect}",
        "prospect": prospect,
        "type": "Call",
        "date": now,
        "summary": "Called from the car",
        "owner": "Tomasz Wilk",
    }
    with context.database.write() as connection:
        records.insert(connection, "interactions", values, Author("Tomasz Wilk", now, "sync"))
    context.publish(Change(frozenset({"interactions"}), frozenset({prospect}), "sync"))


@pytest.fixture
def session(window: MainWindow, tab: ProspectsTab, hand: Hand) -> SessionTab:
    """A session over all four prospects, by follow-up, with nothing planned by any automation."""
    with window.context.database.write() as connection:
        sql.run(connection, "UPDATE tasks SET deleted = 1")
    hand.press(Qt.Key.Key_L, SHIFT)
    return session_of(window)


def shown(session: SessionTab) -> str:
    return session.brief.who.accessibleName().split(", ")[2]


def log(hand: Hand, keys: str, step: str | None = "") -> None:
    hand.type(keys)
    hand.press(Qt.Key.Key_Return, CONTROL)
    if step is not None:
        hand.type(step)
        hand.press(Qt.Key.Key_Return)


def test_a_filtered_list_is_called_one_after_another_to_the_end_card(
    window: MainWindow, tab: ProspectsTab, session: SessionTab, hand: Hand, stored: Stored
) -> None:
    assert (shown(session), session.bar.place.text()) == ("Łąkowisko Meble", "1 of 4")
    log(hand, "2Nobody there")
    assert (shown(session), session.bar.place.text()) == ("Quillon Freight", "2 of 4")
    log(hand, "1Wants an offer", "fri 14:30")
    hand.press(Qt.Key.Key_Right, ALT)
    log(hand, "6Wants nothing", "x bought elsewhere")
    assert session.end.figures() == ("3", "2", "2", "0")
    assert session.end._rest.text() == "1 skipped"
    hand.press(Qt.Key.Key_Return)
    assert window.place == "Prospects"
    assert open_session(window.context) is None
    logged = stored("SELECT outcome FROM interactions ORDER BY lid")
    assert logged == [("No answer",), ("Reached",), ("Not interested",)]


def test_only_what_the_filter_shows_is_called(window: MainWindow, tab: ProspectsTab, hand: Hand) -> None:
    tab.show_view(ListView("", (Filter("company", "contains", ("Quillon",)),)))
    hand.press(Qt.Key.Key_L, SHIFT)
    assert session_of(window).bar.place.text() == "1 of 1"


def test_ticked_prospects_are_called_alone(window: MainWindow, tab: ProspectsTab, hand: Hand) -> None:
    hand.press(Qt.Key.Key_Space)
    hand.press(Qt.Key.Key_J)
    hand.press(Qt.Key.Key_Space)
    hand.press(Qt.Key.Key_L, SHIFT)
    assert session_of(window).bar.place.text() == "1 of 2"


def test_an_empty_list_says_that_nobody_is_there_to_call(window: MainWindow, tab: ProspectsTab, hand: Hand) -> None:
    tab.show_view(ListView("nobody at all"))
    window.sessions.start()
    assert "nobody to call" in window.message.accessibleName()
    assert window.place == "Prospects"


def test_the_brief_shows_number_money_and_the_last_three_touches(window: MainWindow, tab: ProspectsTab, hand: Hand) -> None:
    prospect = company(tab, "Łąkowisko Meble")
    edit(window.context, prospect, {"phone": "+48 22 123 45 67"})
    with window.context.database.write() as connection:
        sql.run(connection, "UPDATE prospects SET net_paid_minor = 418000, mrr_minor = 64000, money_currency = 'EUR'")
    for number in range(5):
        at = NOW - timedelta(days=9 - number)
        log_interaction(window.context, prospect, "Call", f"Touch {number}", outcome="Reached", at=at)
    hand.press(Qt.Key.Key_L, SHIFT)
    brief = session_of(window).brief
    assert brief.call.text() == "+48 22 123 45 67"
    assert "€4,180" in brief.money.accessibleName()
    entries = brief.touches.entries
    assert [entries.index(row).data(Qt.ItemDataRole.ToolTipRole) for row in range(entries.rowCount())] == [
        "Touch 4",
        "Touch 3",
        "Touch 2",
    ]


def test_back_goes_to_the_one_before_and_the_draft_is_kept(window: MainWindow, session: SessionTab, hand: Hand) -> None:
    hand.press(Qt.Key.Key_Right, ALT)
    second = session.prospect
    assert second is not None
    hand.type("1half a thought")
    hand.press(Qt.Key.Key_Left, ALT)
    assert shown(session) == "Łąkowisko Meble"
    assert draft_of(window.context, RecordId(second)).text == "half a thought"
    hand.press(Qt.Key.Key_Right, ALT)
    assert session.form.note.toPlainText() == "half a thought"


def test_the_gate_is_not_passed_by_skipping(session: SessionTab, hand: Hand) -> None:
    log(hand, "2Nobody there", None)
    hand.press(Qt.Key.Key_Right, ALT)
    assert "Say what comes next" in session.gate.understood.text()
    hand.press(Qt.Key.Key_Escape)
    assert shown(session) == "Łąkowisko Meble"


def test_a_paused_session_goes_on_at_the_same_person(window: MainWindow, session: SessionTab, hand: Hand) -> None:
    log(hand, "2Nobody there")
    hand.press(Qt.Key.Key_Escape)
    assert window.place == "Prospects"
    assert "paused, 3 left" in window.message.accessibleName()
    hand.press(Qt.Key.Key_L, SHIFT)
    question = sheet_of(window, SessionQuestion)
    assert isinstance(question, SessionQuestion)
    hand.press(Qt.Key.Key_Return)
    assert shown(session_of(window)) == "Quillon Freight"


def test_leaving_before_the_next_step_asks_on_coming_back(
    window: MainWindow, session: SessionTab, hand: Hand, stored: Stored
) -> None:
    log(hand, "2Nobody there", None)
    hand.press(Qt.Key.Key_1, CONTROL)
    assert window.place == "Prospects"
    hand.press(Qt.Key.Key_L, SHIFT)
    hand.press(Qt.Key.Key_Return)
    assert session.gate.isVisible()
    assert session.gate.field.placeholderText() == "No answer → call in 2 working days"
    hand.press(Qt.Key.Key_Return)
    assert shown(session) == "Quillon Freight"
    assert stored("SELECT count(*) FROM interactions") == [(1,)]


def test_who_was_called_still_counts_after_going_back_and_on(session: SessionTab, hand: Hand) -> None:
    log(hand, "1Good talk", "fri")
    hand.press(Qt.Key.Key_Left, ALT)
    assert shown(session) == "Łąkowisko Meble"
    for _ in range(4):
        hand.press(Qt.Key.Key_Right, ALT)
    assert session.end.figures() == ("1", "1", "1", "0")


def test_a_new_one_may_begin_instead(window: MainWindow, session: SessionTab, hand: Hand) -> None:
    log(hand, "2Nobody there")
    hand.press(Qt.Key.Key_Escape)
    hand.press(Qt.Key.Key_L, SHIFT)
    hand.press(Qt.Key.Key_N)
    assert session_of(window).bar.place.text() == "1 of 4"


def test_a_restart_resumes_at_the_same_person_and_counts(
    window: MainWindow, session: SessionTab, hand: Hand, qtbot: QtBot
) -> None:
    log(hand, "2Nobody there")
    folder = window.context.database.folder
    window.close()
    window.context.database.close()
    bridge = Bridge()
    again, _ = open_workspace(folder, KEY, NOWHERE, bridge.publish, lambda: NOW + timedelta(hours=14))
    other = MainWindow(again, Theme(resources() / "icons", "light"))
    bridge.changed.connect(other.refresh)
    qtbot.addWidget(other)
    other.show()
    qtbot.waitExposed(other)
    qtbot.waitUntil(lambda: "paused at Quillon Freight, 3 left" in other.message.accessibleName())
    other.sessions.start()
    question = sheet_of(other, SessionQuestion)
    assert isinstance(question, SessionQuestion)
    question.go_on.click()
    found = session_of(other)
    assert (shown(found), found.bar.place.text()) == ("Quillon Freight", "2 of 4")
    for _ in range(3):
        found.skip()
    # The night in between is not counted.
    assert found.end.figures() == ("1", "0", "1", "0")
    again.database.close()


def test_whom_a_colleague_called_meanwhile_is_skipped_with_a_notice(
    window: MainWindow, tab: ProspectsTab, session: SessionTab, hand: Hand
) -> None:
    colleague_logs(window.context, company(tab, "Quillon Freight"))
    log(hand, "2Nobody there")
    assert shown(session) == "蒼嶺測器"
    assert session.notice.words.text() == "Skipped Quillon Freight: Tomasz Wilk logged a call with them just now."
    for _ in range(2):
        hand.press(Qt.Key.Key_Right, ALT)
    assert session.end._rest.text() == "2 skipped · 1 had been called by a colleague meanwhile"


def test_a_colleagues_call_passes_the_shown_one_unless_typing(
    window: MainWindow, tab: ProspectsTab, session: SessionTab, hand: Hand, qtbot: QtBot
) -> None:
    colleague_logs(window.context, company(tab, "Łąkowisko Meble"))
    qtbot.waitUntil(lambda: shown(session) == "Quillon Freight")
    hand.type("1Half")
    colleague_logs(window.context, company(tab, "Quillon Freight"))
    qtbot.waitUntil(lambda: "What you typed is kept" in session.notice.words.text())
    assert (shown(session), session.form.note.toPlainText()) == ("Quillon Freight", "Half")


def test_a_colleagues_call_of_yesterday_skips_nobody(window: MainWindow, tab: ProspectsTab, hand: Hand) -> None:
    prospect = company(tab, "Łąkowisko Meble")
    values: records.Row = {
        "key": "INT-OLD",
        "prospect": prospect,
        "type": "Call",
        "date": (NOW - timedelta(days=1)).isoformat(),
        "owner": "Tomasz Wilk",
    }
    with window.context.database.write() as connection:
        records.insert(connection, "interactions", values, window.context.author("sync"))
    hand.press(Qt.Key.Key_L, SHIFT)
    assert shown(session_of(window)) == "Łąkowisko Meble"


def test_who_was_deleted_meanwhile_is_passed_over(
    window: MainWindow, tab: ProspectsTab, session: SessionTab, hand: Hand
) -> None:
    delete_prospects(window.context, [company(tab, "Quillon Freight")])
    hand.press(Qt.Key.Key_Right, ALT)
    assert shown(session) == "蒼嶺測器"
    assert "deleted meanwhile" in session.notice.words.text()


def test_a_log_that_is_taken_back_counts_no_more(window: MainWindow, session: SessionTab, hand: Hand) -> None:
    log(hand, "1Good talk", "")
    for _ in range(2):
        hand.press(Qt.Key.Key_Z, CONTROL)
    for _ in range(3):
        hand.press(Qt.Key.Key_Right, ALT)
    assert session.end.figures() == ("0", "0", "0", "0")


def test_todays_list_is_called_with_the_same_key(window: MainWindow, tab: ProspectsTab, hand: Hand) -> None:
    hand.press(Qt.Key.Key_5, CONTROL)
    hand.press(Qt.Key.Key_L, SHIFT)
    assert session_of(window).bar.name.text() == "Calling today's list"


def test_minutes_are_those_at_work(context: tuple[Context, Bridge]) -> None:
    from journeydesk.services.calls.session import end_session, pause_session, resume_session, take_step

    opened, _ = context
    moment = NOW
    opened.clock = lambda: moment
    with opened.database.read() as connection:
        everybody = [RecordId(row[0]) for row in sql.rows(connection, "SELECT lid FROM prospects ORDER BY lid")]
    begin_session(opened, "All", everybody)
    moment += timedelta(minutes=4)
    take_step(opened, "skipped")
    moment += timedelta(minutes=3)
    pause_session(opened)
    moment += timedelta(hours=2)
    resume_session(opened)
    moment += timedelta(minutes=2)
    assert end_session(opened).minutes == 9


def test_a_long_list_is_taken_up_to_a_thousand(context: tuple[Context, Bridge]) -> None:
    opened, _ = context
    assert begin_session(opened, "All", [RecordId(number) for number in range(1, 3_000)]).total == MOST
