"""Messages in the window, by keys and clicks."""

from datetime import datetime

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QPushButton
from pytestqt.qtbot import QtBot

from journeydesk.services.changes import Change
from journeydesk.services.commands.prospects import edit, log_interaction
from journeydesk.services.context import Context
from journeydesk.services.messages.deciding import write_message
from journeydesk.services.messages.showing import message_detail, message_lines
from journeydesk.storage.engine import sql
from journeydesk.storage.mail import received
from journeydesk.storage.mail.received import ReceivedMail
from journeydesk.ui.bridge import Bridge
from journeydesk.ui.dialogs.note_sheet import NoteSheet
from journeydesk.ui.main_window import MainWindow
from journeydesk.ui.tabs.alerts.tab import AlertsTab
from journeydesk.ui.tabs.messages.view import MessagesView
from tests.fakes.claude_service import claude_service
from tests.ui.line_menu import entries, line_menu, line_menu_by_key, take

# The platform without a screen says so of each menu that opens.
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


@pytest.fixture
def made(context: tuple[Context, Bridge]) -> list[int]:
    """Two messages; the second is the newest."""
    opened, _ = context
    with opened.database.read() as connection:
        prospects = sql.scalars(connection, "SELECT lid FROM prospects ORDER BY lid LIMIT 2")
    edit(opened, prospects[1], {"customer_status": "LEAD_QUALIFIED", "ltv": 90_000})
    return [
        write_message(opened, prospect, "Two references", ["Good morning, here they are.", "Shall we talk on Monday?"])
        for prospect in prospects
    ]


@pytest.fixture
def view(made: list[int], window: MainWindow, qtbot: QtBot) -> MessagesView:
    """The messages, shown by the key of the inbox, with the keyboard in their list."""
    window.resize(1440, 900)
    window.show_place("Alerts")
    tab = window.tab("Alerts")
    assert isinstance(tab, AlertsTab)
    qtbot.waitUntil(tab.isVisible)
    assert tab.halves.switch.messages.accessibleName() == "Messages, 2"
    tab.list.setFocus()
    qtbot.keyClick(tab.list, Qt.Key.Key_G)
    shown = tab.halves.messages
    assert shown is not None
    qtbot.waitUntil(shown.list.hasFocus)
    return shown


def state(context: Context, message: int) -> str:
    """What was decided of a message."""
    detail = message_detail(context, message)
    assert detail is not None
    return detail.row.state


def test_the_newest_stands_first_and_j_goes_on(view: MessagesView, made: list[int], qtbot: QtBot) -> None:
    current = view.list.current()
    assert current is not None
    assert current.id == made[1]
    assert view.head.name.text() == "Zuzanna Korbiel"
    qtbot.keyClick(view.list, Qt.Key.Key_J)
    assert view.head.name.text() == "Adaeze Nwokorie"


def test_a_draft_is_edited_rated_and_approved_by_keys(
    view: MessagesView, made: list[int], context: tuple[Context, Bridge], qtbot: QtBot
) -> None:
    opened, _ = context
    qtbot.keyClick(view.list, Qt.Key.Key_4)
    qtbot.keyClick(view.list, Qt.Key.Key_E)
    edit_field = view.composer.edits[0]
    qtbot.waitUntil(edit_field.hasFocus)
    qtbot.keyClicks(edit_field, " Both are 5 km away")
    assert view.composer.changed.text() == "you changed 5 words"
    qtbot.keyClick(edit_field, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    ((waiting,), (decided,)) = message_lines(opened)
    assert (waiting.id, decided.id) == (made[0], made[1])
    detail = message_detail(opened, made[1])
    assert detail is not None
    assert detail.row.parts()[0] == "Good morning, here they are. Both are 5 km away"
    assert detail.row.quality == 4
    assert decided.outcome == "Approved by Amaia Etxarri · quality 4"


def test_what_is_typed_is_saved_by_itself(
    view: MessagesView, made: list[int], context: tuple[Context, Bridge], qtbot: QtBot
) -> None:
    view.composer.take_focus()
    qtbot.keyClicks(view.composer.edits[0], " Now")

    def saved() -> bool:
        detail = message_detail(context[0], made[1])
        return detail is not None and detail.row.parts()[0].endswith("they are. Now")

    qtbot.waitUntil(saved)


def test_a_value_out_of_range_is_refused_in_place(
    view: MessagesView, made: list[int], context: tuple[Context, Bridge], qtbot: QtBot
) -> None:
    view.form.status.setCurrentIndex(view.form.status.findData("CUSTOMER"))
    view.form.ltv.setFocus()
    qtbot.keyClicks(view.form.ltv, "10000.01")
    assert "from 0 to 10,000" in view.form.wrong.text()
    qtbot.keyClick(view.form.ltv, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert view.form.wrong.isVisible()
    assert state(context[0], made[1]) == "waiting"
    view.form.ltv.clear()
    qtbot.keyClicks(view.form.ltv, "1280")
    assert not view.form.wrong.isVisible()
    assert "2,180" in view.form.words.text()
    qtbot.mouseClick(view.approve, Qt.MouseButton.LeftButton)
    assert state(context[0], made[1]) == "approved"


@pytest.mark.parametrize("typed", ["1,5", "12,80", "ten", "1280.001"])
def test_an_amount_that_can_be_misread_is_refused_with_its_field(
    view: MessagesView, made: list[int], context: tuple[Context, Bridge], typed: str, qtbot: QtBot
) -> None:
    qtbot.keyClicks(view.form.ltv, typed)
    qtbot.mouseClick(view.approve, Qt.MouseButton.LeftButton)
    assert typed in view.form.wrong.text()
    assert view.form.ltv.hasFocus()
    assert view.form.ltv.selectedText() == typed
    assert state(context[0], made[1]) == "waiting"


def test_a_rejection_asks_why(
    view: MessagesView, window: MainWindow, made: list[int], context: tuple[Context, Bridge], qtbot: QtBot
) -> None:
    qtbot.keyClick(view.list, Qt.Key.Key_R)
    (sheet,) = [each for each in window.findChildren(NoteSheet) if each.isVisible()]
    qtbot.keyClick(sheet.note, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert sheet.wrong.isVisible()
    qtbot.keyClicks(sheet.note, "wrong product")
    qtbot.keyClick(sheet.note, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert state(context[0], made[1]) == "rejected"
    view.list.show_message(made[1])
    view.list.setFocus()
    qtbot.keyClick(view.list, Qt.Key.Key_U)
    assert state(context[0], made[1]) == "waiting"


def test_bubbles_are_added_moved_and_taken_out(view: MessagesView, qtbot: QtBot) -> None:
    view.composer.add_bubble()
    qtbot.keyClicks(view.composer.edits[2], "Third")
    qtbot.keyClick(view.composer.edits[2], Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    assert [text.split()[0] for text in view.composer.bubbles()] == ["Good", "Third", "Shall"]
    away = [button for button in view.composer.findChildren(QPushButton) if button.accessibleName() == "Take the bubble 1 out"]
    qtbot.mouseClick(away[-1], Qt.MouseButton.LeftButton)
    assert [text.split()[0] for text in view.composer.bubbles()] == ["Third", "Shall"]


def test_the_text_as_it_was_made_is_shown_and_never_sent(
    view: MessagesView, made: list[int], context: tuple[Context, Bridge], qtbot: QtBot
) -> None:
    view.composer.take_focus()
    qtbot.keyClicks(view.composer.edits[0], " More")
    view.composer.toggle_made()
    assert view.composer.bubbles()[0] == "Good morning, here they are."
    view.approve_now()
    detail = message_detail(context[0], made[1])
    assert detail is not None
    assert detail.row.parts()[0] == "Good morning, here they are. More"


def test_g_goes_back_to_the_alerts(view: MessagesView, window: MainWindow, qtbot: QtBot) -> None:
    qtbot.keyClick(view.list, Qt.Key.Key_G)
    tab = window.tab("Alerts")
    assert isinstance(tab, AlertsTab)
    assert not tab.halves.shows_messages
    qtbot.waitUntil(tab.list.hasFocus)


def test_c_opens_the_log_of_a_call_for_the_prospect(view: MessagesView, window: MainWindow, qtbot: QtBot) -> None:
    from journeydesk.ui.dialogs.log_call.sheet import LogSheet

    qtbot.keyClick(view.list, Qt.Key.Key_C)
    (sheet,) = [each for each in window.findChildren(LogSheet) if each.isVisible()]
    sheet.done()


def test_write_again_asks_claude_and_marks_the_draft(
    view: MessagesView, made: list[int], context: tuple[Context, Bridge], monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    with claude_service() as service:
        service.answer = lambda _body: '{"subject": "Night shifts", "text": "Hello Zuzanna, here is a better draft."}'
        monkeypatch.setenv("JOURNEYDESK_CLAUDE_URL", service.url)
        monkeypatch.setenv("JOURNEYDESK_CLAUDE_KEY", "sk-ant-test")
        (again,) = [each for each in view.composer.findChildren(QPushButton) if each.accessibleName() == "Write again"]
        qtbot.mouseClick(again, Qt.MouseButton.LeftButton)
        qtbot.waitUntil(lambda: view.composer.subject.text() == "Night shifts", timeout=15_000)
    assert view.composer.bubbles() == ["Hello Zuzanna, here is a better draft."]
    assert view.composer.origin.text().startswith("generated by Claude")
    assert state(context[0], made[1]) == "waiting"


def test_write_again_without_claude_says_so(
    view: MessagesView, made: list[int], context: tuple[Context, Bridge], qtbot: QtBot
) -> None:
    said: list[str] = []
    view.said.connect(lambda words, _undoable: said.append(words))
    (again,) = [each for each in view.composer.findChildren(QPushButton) if each.accessibleName() == "Write again"]
    qtbot.mouseClick(again, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: bool(said), timeout=10_000)
    assert said == ["Claude is not set up; this is the built-in text."]
    assert view.composer.subject.text() == "How do things stand, Zuzanna?"


def test_a_mail_is_shared_with_the_team_by_a_press(
    view: MessagesView, made: list[int], context: tuple[Context, Bridge], qtbot: QtBot
) -> None:
    opened, _ = context
    with opened.database.read() as connection:
        prospect = sql.scalar(connection, "SELECT prospect FROM message WHERE id = ?", (made[1],))
    record = log_interaction(opened, prospect, "Email", "Answered by e-mail")
    with opened.database.write() as connection:
        kept = ReceivedMail(
            "<1@x>", None, prospect, "reply", "z@x.example", "Re: Two", "A private word", opened.now(), "", record
        )
        received.add(connection, kept)
    opened.publish(Change(frozenset({"mail"})))

    def offered() -> list[QPushButton]:
        return [each for each in view.talk.findChildren(QPushButton) if each.isVisible() and each.text().startswith("Share")]

    qtbot.waitUntil(lambda: bool(offered()))
    qtbot.mouseClick(offered()[0], Qt.MouseButton.LeftButton)
    with opened.database.read() as connection:
        assert (
            sql.scalar(connection, "SELECT summary FROM interactions WHERE lid = ?", (record,)) == "Re: Two\n\nA private word"
        )
    qtbot.waitUntil(lambda: not offered())


def test_what_is_entered_beside_it_outlasts_what_others_change(
    view: MessagesView, made: list[int], context: tuple[Context, Bridge], qtbot: QtBot
) -> None:
    opened, _ = context
    view.form.status.setCurrentIndex(view.form.status.findData("CUSTOMER"))
    view.form.ltv.setFocus()
    qtbot.keyClicks(view.form.ltv, "1280")
    opened.publish(Change(frozenset({"messages", "prospects"})))
    qtbot.wait(100)
    assert view.form.decision().status == "CUSTOMER"
    assert view.form.ltv.text() == "1280"
    view.list.step(1)
    view.list.step(-1)
    detail = message_detail(opened, made[1])
    assert detail is not None
    assert (detail.row.customer_status, detail.row.ltv_minor) == ("CUSTOMER", 128_000)
    assert view.form.decision().ltv == 128_000


def test_the_newest_of_the_exchange_is_in_sight(
    view: MessagesView, made: list[int], context: tuple[Context, Bridge], qtbot: QtBot
) -> None:
    opened, _ = context
    with opened.database.read() as connection:
        prospect = sql.scalar(connection, "SELECT prospect FROM message WHERE id = ?", (made[1],))
    for number in range(20):
        log_interaction(opened, prospect, "Call", f"Call number {number} with quite some words about it")
    opened.publish(Change(frozenset({"interactions"})))
    bar = view.talk.verticalScrollBar()
    qtbot.waitUntil(lambda: bar.maximum() > 0 and bar.value() == bar.maximum())


def test_a_call_of_which_only_the_day_is_known_has_no_time(
    view: MessagesView, made: list[int], context: tuple[Context, Bridge], qtbot: QtBot
) -> None:
    opened, _ = context
    with opened.database.read() as connection:
        prospect = sql.scalar(connection, "SELECT prospect FROM message WHERE id = ?", (made[1],))
    zone = opened.settings.time_zone
    log_interaction(opened, prospect, "Call", "Of a day", at=datetime(2026, 5, 11, tzinfo=zone))
    log_interaction(opened, prospect, "Call", "With a time", at=datetime(2026, 5, 12, 14, 30, tzinfo=zone))
    log_interaction(opened, prospect, "Email", "Asked about volume", at=datetime(2026, 5, 13, tzinfo=zone))
    opened.publish(Change(frozenset({"interactions"})))

    def told() -> list[str]:
        names = [each.accessibleName() for each in view.talk.findChildren(QLabel)]
        return [name for name in names if "Of a day" in name or "With a time" in name]

    qtbot.waitUntil(lambda: len(told()) == 2)
    assert not any("00:00" in name for name in told())
    assert any(name.endswith("· 14:30") for name in told())
    beneath = [each.text() for each in view.talk.findChildren(QLabel) if "e-mail" in each.text()]
    assert beneath == ["Us, e-mail"]


def test_the_menu_of_a_message_does_what_its_buttons_do(
    view: MessagesView, made: list[int], context: tuple[Context, Bridge], qtbot: QtBot
) -> None:
    menu = line_menu(view.list, view.list.indexFromItem(view.list.item(2)), qtbot)
    assert menu.actions()[0].text() == view.head.name.text() == "Adaeze Nwokorie"
    assert entries(menu) == [view.approve.text(), "Edit", "Save for later", "Reject…", "Open prospect", "Log a call…"]
    take(menu, view.approve.text())
    assert (state(context[0], made[0]), state(context[0], made[1])) == ("approved", "waiting")
    view.list.show_message(made[0])
    menu = line_menu_by_key(view.list, qtbot)
    assert entries(menu) == ["Take back", "Open prospect", "Log a call…"]
    take(menu, "Take back")
    assert state(context[0], made[0]) == "waiting"


def test_the_menu_of_a_message_goes_with_the_message(
    view: MessagesView, made: list[int], context: tuple[Context, Bridge], qtbot: QtBot
) -> None:
    menu = line_menu(view.list, view.list.currentIndex(), qtbot)
    approving = next(entry for entry in menu.actions() if entry.text().startswith(view.approve.text()))
    with context[0].database.write() as connection:
        sql.run(connection, "DELETE FROM message WHERE id = ?", (made[1],))
    context[0].publish(Change(frozenset({"messages"})))
    qtbot.waitUntil(lambda: view.head.name.text() == "Adaeze Nwokorie")
    approving.trigger()
    assert state(context[0], made[0]) == "waiting"
    qtbot.waitUntil(lambda: QApplication.activePopupWidget() is None)


def test_a_decision_leads_on_to_the_next_and_u_takes_it_back(
    view: MessagesView, made: list[int], context: tuple[Context, Bridge], qtbot: QtBot
) -> None:
    opened, _ = context
    qtbot.keyClick(view.list, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert state(opened, made[1]) == "approved"
    assert view.head.name.text() == "Adaeze Nwokorie"
    assert view.list.hasFocus()
    qtbot.keyClick(view.list, Qt.Key.Key_U)
    assert state(opened, made[1]) == "waiting"
    assert view.head.name.text() == "Zuzanna Korbiel"
    view.list.step(1)
    qtbot.keyClick(view.list, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert view.head.name.text() == "Zuzanna Korbiel"
