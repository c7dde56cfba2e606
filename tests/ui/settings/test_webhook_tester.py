"""The webhook tester against a receiver that runs, and the events whose customer nobody knows."""

import json
from collections.abc import Iterator
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLabel, QLineEdit, QPushButton, QRadioButton, QWidget
from pytestqt.qtbot import QtBot

from journeydesk.services.commands.events import take_events
from journeydesk.services.queries.events import unmatched_events
from journeydesk.services.receiver.settings import ReceiverSettings
from journeydesk.storage.engine import sql
from journeydesk.ui.main_window import MainWindow
from journeydesk.ui.receiving.opening import try_events_in
from journeydesk.ui.receiving.tester import WebhookTester
from journeydesk.ui.tabs.settings.integrations.marks import Mark
from tests.integration.receiver.conftest import SECRET, TOKEN, serving

SECONDS = 20_000
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


@pytest.fixture
def tester(window: MainWindow, monkeypatch: pytest.MonkeyPatch) -> Iterator[WebhookTester]:
    """The tester, with a receiver on the window's workspace."""
    monkeypatch.setenv("JOURNEYDESK_WEBHOOK_SECRETS", SECRET)
    monkeypatch.setenv("JOURNEYDESK_READ_TOKEN", TOKEN)
    with serving(window.context, replace(ReceiverSettings(), port=0)):
        try_events_in(window)
        found = window.findChild(WebhookTester)
        assert found is not None
        yield found
        window.work.wait()


def words(part: QWidget) -> str:
    marks = [mark.accessibleName() for mark in part.findChildren(Mark) if mark.isVisibleTo(part)]
    return "\n".join([*marks, *(each.text() for each in part.findChildren(QLabel) if each.isVisibleTo(part))])


def send(tester: WebhookTester, qtbot: QtBot) -> str:
    before = len(tester._tried)
    qtbot.mouseClick(tester.send, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: len(tester._tried) > before, timeout=SECONDS)
    qtbot.waitUntil(lambda: "What came of it" in words(tester.outcome) and "Stored on this computer" in words(tester.outcome))
    return words(tester.outcome)


def button(part: QWidget, text: str) -> QPushButton:
    return next(each for each in part.findChildren(QPushButton) if each.text() == text and each.isVisibleTo(part))


def test_a_sample_goes_all_the_way_and_changes_no_figure(tester: WebhookTester, qtbot: QtBot) -> None:
    shown = send(tester, qtbot)
    for step in ("accepted, 202", "Signature is right", "Message is complete", "Not seen before", "Stored on this computer"):
        assert step in shown
    assert "No prospect and no figure changes" in shown
    with tester._context.database.read() as connection:
        assert sql.scalar(connection, "SELECT count(*) FROM prospects") == 4


def test_a_wrong_signature_shows_the_step_that_fails(tester: WebhookTester, qtbot: QtBot) -> None:
    tester.signing.choose("wrong")
    tester.signing.chosen.emit("wrong")
    shown = send(tester, qtbot)
    assert "refused, 401" in shown
    assert "does not fit the body" in shown
    assert shown.count("Not reached") == 4


def test_a_wrong_field_is_said_beside_what_was_tried_before(tester: WebhookTester, qtbot: QtBot) -> None:
    send(tester, qtbot)
    message = json.loads(tester.message.toPlainText())
    tester.message.setPlainText(json.dumps(message | {"stage": "Dancing"}))
    shown = send(tester, qtbot)
    assert "refused, 422" in shown
    assert "“Dancing” is not a stage of Engagement" in shown
    assert "stage: stage" not in shown
    assert "Before that" in shown


def test_what_is_for_a_prospect_shows_where_they_stand_then(tester: WebhookTester, window: MainWindow, qtbot: QtBot) -> None:
    with window.context.database.read() as connection:
        key, lid = sql.only(connection, "SELECT key, lid FROM prospects WHERE company = 'Quillon Freight'")
    message = json.loads(tester.message.toPlainText())
    del message["customer_email"]
    tester.message.setPlainText(json.dumps(message | {"customer_id": key}))
    shown = send(tester, qtbot)
    assert "Applied to Quillon Freight" in shown
    with qtbot.waitSignal(tester.prospect_requested) as asked:
        qtbot.mouseClick(button(tester, "Open the prospect"), Qt.MouseButton.LeftButton)
    assert asked.args == [lid]


def test_events_of_nobody_are_assigned_made_or_dropped(tester: WebhookTester, window: MainWindow, qtbot: QtBot) -> None:
    at = "2026-05-19T08:00:00Z"
    for name in ("crm-1", "crm-2", "crm-3"):
        take_events(window.context, [{"event_id": f"e{name}", "customer_id": name, "event": "login", "timestamp": at}])
    tester.unmatched.read()
    qtbot.waitUntil(lambda: "3 events wait" in words(tester.unmatched))

    def line(name: str) -> QWidget:
        def those() -> list[QWidget]:
            found = tester.unmatched.findChildren(QWidget, f"unmatched e{name}")
            return [each for each in found if each.isVisibleTo(tester.unmatched)]

        qtbot.waitUntil(lambda: len(those()) == 1)
        return those()[0]

    with window.context.database.read() as connection:
        key = sql.scalar(connection, "SELECT key FROM prospects WHERE company = 'Quillon Freight'")
    whose = line("crm-1").findChild(QLineEdit)
    assert whose is not None
    qtbot.keyClicks(whose, "nobody")
    qtbot.keyClick(whose, Qt.Key.Key_Return)
    assert len(unmatched_events(window.context)) == 3
    whose = line("crm-1").findChild(QLineEdit)
    assert whose is not None
    whose.setText(key)
    qtbot.mouseClick(button(line("crm-1"), "Assign"), Qt.MouseButton.LeftButton)
    qtbot.mouseClick(button(line("crm-2"), "Make a prospect"), Qt.MouseButton.LeftButton)
    qtbot.mouseClick(button(line("crm-3"), "Drop"), Qt.MouseButton.LeftButton)
    assert unmatched_events(window.context) == []
    with window.context.database.read() as connection:
        assert sql.scalar(connection, "SELECT count(*) FROM events WHERE event = 'login'") == 2
        assert sql.scalar(connection, "SELECT count(*) FROM prospects") == 5
    qtbot.waitUntil(lambda: not tester.unmatched.isVisibleTo(tester))


def choose_quillon(tester: WebhookTester, qtbot: QtBot) -> None:
    """By a few letters, as a person does."""
    line = tester.whose.lineEdit()
    assert line is not None
    line.setFocus()
    line.selectAll()
    qtbot.keyClicks(line, "quil")
    completer = tester.whose.completer()
    assert completer is not None
    names = [completer.model().index(row, 0).data() for row in range(completer.model().rowCount())]
    assert names[1].startswith("Quillon Freight (BETA-")
    completer.activated.emit(names[1])


def test_a_sample_for_a_chosen_prospect_is_undone(tester: WebhookTester, window: MainWindow, qtbot: QtBot) -> None:
    with window.context.database.read() as connection:
        key, lid = sql.only(connection, "SELECT key, lid FROM prospects WHERE company = 'Quillon Freight'")
        before = sql.rows(connection, "SELECT journey, stage FROM position WHERE prospect = ? ORDER BY 1", (lid,))
    choose_quillon(tester, qtbot)
    message = json.loads(tester.message.toPlainText())
    assert message["customer_id"] == key
    assert "customer_email" not in message
    shown = send(tester, qtbot)
    assert "Applied to Quillon Freight" in shown
    assert "Raised an alert" in shown
    assert "Stage skip" in shown
    qtbot.mouseClick(button(tester, "Undo this event"), Qt.MouseButton.LeftButton)
    with window.context.database.read() as connection:
        after = sql.rows(connection, "SELECT journey, stage FROM position WHERE prospect = ? ORDER BY 1", (lid,))
        standing = sql.scalars(
            connection, "SELECT status FROM alerts WHERE prospect = ? AND deleted = 0 AND status = 'Pending'", (lid,)
        )
    assert after == before
    assert standing == []
    assert not [each for each in tester.findChildren(QPushButton) if each.text() == "Undo this event" and each.isVisible()]


def test_a_sample_that_raises_nothing_says_so(tester: WebhookTester, qtbot: QtBot) -> None:
    choose_quillon(tester, qtbot)
    tester.samples.setCurrentIndex(4)
    assert "first_api_call" in tester.message.toPlainText()
    assert "No alert" in send(tester, qtbot)


def test_letters_that_nobody_has_leave_whom_it_is_for(tester: WebhookTester, qtbot: QtBot) -> None:
    line = tester.whose.lineEdit()
    assert line is not None
    line.setFocus()
    line.selectAll()
    qtbot.keyClicks(line, "nobody at all")
    qtbot.keyClick(line, Qt.Key.Key_Return)
    assert tester.whose.currentText() == "Test customer"
    assert "TRYING01" in tester.message.toPlainText()


def test_the_address_is_copied_from_its_field(tester: WebhookTester, qtbot: QtBot) -> None:
    copy = next(each for each in tester.findChildren(QPushButton) if each.accessibleName() == "Copy the address")
    qtbot.mouseClick(copy, Qt.MouseButton.LeftButton)
    assert QGuiApplication.clipboard().text() == tester.where.accessibleName()
    assert tester.where.accessibleName().endswith("/api/webhook/customer-journey")


def test_the_arrows_choose_another_signature(tester: WebhookTester, qtbot: QtBot) -> None:
    chosen = [each for each in tester.signing.findChildren(QRadioButton) if each.isChecked()]
    qtbot.waitUntil(lambda: tester._signature != "")
    right = tester._signature
    chosen[0].setFocus()
    qtbot.keyClick(chosen[0], Qt.Key.Key_Right)
    assert tester.signing.choice == "wrong"
    qtbot.waitUntil(lambda: tester._signature not in ("", right))
    tester.signing.findChildren(QRadioButton)[2].click()
    qtbot.waitUntil(lambda: tester._signature == "")
