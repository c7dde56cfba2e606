"""What an agent proposed, in the window, by keys and clicks."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit
from pytestqt.qtbot import QtBot

from journeydesk.domain.agent.proposals import CHANGE, LOG, PROSPECT, TASK
from journeydesk.services.agent.card import AGENT_DOOR, is_door_open, open_door
from journeydesk.services.agent.deciding import approve_proposal, reject_proposal
from journeydesk.services.agent.proposing import propose, propose_message
from journeydesk.services.agent.showing import proposal_detail
from journeydesk.services.commands.prospects import edit
from journeydesk.services.context import Context
from journeydesk.storage.engine import sql
from journeydesk.ui.bridge import Bridge
from journeydesk.ui.dialogs.note_sheet import NoteSheet
from journeydesk.ui.main_window import MainWindow
from journeydesk.ui.tabs.alerts.tab import AlertsTab
from journeydesk.ui.tabs.proposals.door_sheet import AgentDoorSheet
from journeydesk.ui.tabs.proposals.view import ProposalsView
from journeydesk.ui.tabs.settings.integrations.opening import open_set_up
from journeydesk.ui.widgets.choosing.combo import Combo
from tests.ui.line_menu import entries, line_menu, take

# The platform without a screen says so of each menu that opens.
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")
CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def made(context: tuple[Context, Bridge]) -> list[int]:
    """A log, a task and a change for Quillon Freight, and a new prospect; the last is the newest."""
    opened, _ = context
    edit(opened, 1, {"email": "old@quillonfreight.example", "industry": "News"})  # type: ignore[arg-type]
    proposed = (
        (LOG, {"type": "Call", "summary": "She asked for two references"}),
        (TASK, {"title": "Send the references", "due": "3d"}),
        (CHANGE, {"email": "new@quillonfreight.example", "industry": "Research"}),
        (PROSPECT, {"company": "Brisalta", "contact_name": "Iker Zubiaga"}),
    )
    return [
        propose(opened, "Claude Desktop", kind, None if kind == PROSPECT else 1, values, "From her mail of Friday")  # type: ignore[arg-type]
        for kind, values in proposed
    ]


@pytest.fixture
def view(made: list[int], window: MainWindow, qtbot: QtBot) -> ProposalsView:
    """The proposals, reached by the key of the inbox's parts, with the keyboard in their list."""
    window.resize(1440, 900)
    window.show_place("Alerts")
    tab = window.tab("Alerts")
    assert isinstance(tab, AlertsTab)
    qtbot.waitUntil(tab.isVisible)
    assert tab.halves.switch.proposals.accessibleName() == "Proposals, 4"
    tab.list.setFocus()
    qtbot.keyClick(tab.list, Qt.Key.Key_G)
    assert tab.halves.messages is not None
    qtbot.keyClick(tab.halves.messages.list, Qt.Key.Key_G)
    shown = tab.halves.proposals
    assert shown is not None
    qtbot.waitUntil(shown.list.hasFocus)
    return shown


def state(context: Context, draft: int) -> str:
    detail = proposal_detail(context, draft)
    assert detail is not None
    return detail.row.state


def email(context: Context) -> str:
    with context.database.read() as connection:
        return str(sql.scalar(connection, "SELECT email FROM prospects WHERE lid = 1"))


def come_back() -> None:
    """The window is made the active one again."""
    QGuiApplication.instance().applicationStateChanged.emit(Qt.ApplicationState.ApplicationActive)  # type: ignore[union-attr]


def at(view: ProposalsView, draft: int) -> None:
    assert view.list.show_message(draft)


def test_a_proposal_says_who_what_why_and_what_stands_now(view: ProposalsView, made: list[int]) -> None:
    at(view, made[2])
    assert view.head.name.text() == "Quillon Freight"
    assert (view.about.agent.text(), view.about.why.text()) == ("Claude Desktop", "From her mail of Friday")
    field, choice = view.parts.editors["email"], view.parts.editors["industry"]
    assert isinstance(field, QLineEdit)
    assert isinstance(choice, Combo)
    assert (field.text(), choice.currentData()) == ("new@quillonfreight.example", "Research")
    from PySide6.QtWidgets import QLabel

    said = [each.text() for each in view.parts.findChildren(QLabel)]
    assert {"Now", "Would be", "old@quillonfreight.example", "News"} <= set(said)


def test_it_is_edited_and_approved_by_keys_and_undone(
    view: ProposalsView, made: list[int], context: tuple[Context, Bridge], window: MainWindow, qtbot: QtBot
) -> None:
    opened, _ = context
    at(view, made[2])
    qtbot.keyClick(view.list, Qt.Key.Key_E)
    field = view.parts.editors["email"]
    assert isinstance(field, QLineEdit)
    qtbot.waitUntil(field.hasFocus)
    field.selectAll()
    qtbot.keyClicks(field, "nobody")
    qtbot.keyClick(field, Qt.Key.Key_Return, CONTROL)
    assert view.about.wrong.isVisible()
    assert view.about.wrong.text().startswith("E-mail: ")
    assert email(opened) == "old@quillonfreight.example"
    field.selectAll()
    qtbot.keyClicks(field, "head@quillonfreight.example")
    qtbot.keyClick(field, Qt.Key.Key_Return, CONTROL)
    assert email(opened) == "head@quillonfreight.example"
    assert state(opened, made[2]) == "approved"
    assert "Edited Quillon Freight" in window.message.accessibleName()
    qtbot.mouseClick(window.message._undo, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: email(opened) == "old@quillonfreight.example")
    qtbot.waitUntil(lambda: state(opened, made[2]) == "waiting")
    assert [line.id for line in [view.list.current()] if line is not None] != []


def test_what_was_typed_stays_until_as_proposed(
    view: ProposalsView, made: list[int], context: tuple[Context, Bridge], qtbot: QtBot
) -> None:
    at(view, made[0])
    text = view.parts.editors["summary"]
    assert isinstance(text, QPlainTextEdit)
    text.setFocus()
    text.selectAll()
    qtbot.keyClicks(text, "She asked for three")
    at(view, made[1])
    at(view, made[0])
    again = view.parts.editors["summary"]
    assert isinstance(again, QPlainTextEdit)
    assert again.toPlainText() == "She asked for three"
    view.as_proposed()
    assert again.toPlainText() == "She asked for two references"


def test_rejecting_asks_why_and_it_can_be_taken_back(
    view: ProposalsView, made: list[int], context: tuple[Context, Bridge], window: MainWindow, qtbot: QtBot
) -> None:
    opened, _ = context
    at(view, made[1])
    qtbot.keyClick(view.list, Qt.Key.Key_R)
    (sheet,) = window.findChildren(NoteSheet)
    qtbot.keyClicks(sheet.note, "done already")
    qtbot.keyClick(sheet.note, Qt.Key.Key_Return, CONTROL)
    assert state(opened, made[1]) == "rejected"
    at(view, made[1])
    assert "done already" in view.about.note.text()
    qtbot.keyClick(view.list, Qt.Key.Key_U)
    assert state(opened, made[1]) == "waiting"


def test_a_new_prospect_has_nobody_to_open_yet(view: ProposalsView, made: list[int]) -> None:
    at(view, made[3])
    assert view.head.name.text() == "Brisalta"
    assert view.prospect is None
    view.open_prospect()
    view.log_call()


def test_what_came_meanwhile_is_counted_on_coming_back(
    view: ProposalsView, context: tuple[Context, Bridge], window: MainWindow
) -> None:
    opened, _ = context
    tab = window.tab("Alerts")
    assert isinstance(tab, AlertsTab)
    quiet = Context(opened.database, opened.settings, opened.clock, opened.actor)
    propose(quiet, "Claude Desktop", TASK, 1, {"title": "One more", "due": "3d"}, "")  # type: ignore[arg-type]
    assert tab.halves.switch.proposals.accessibleName() == "Proposals, 4"
    come_back()
    assert tab.halves.switch.proposals.accessibleName() == "Proposals, 5"
    assert "1 new proposal waits in Alerts, Proposals" in window.message.accessibleName()
    approve_proposal(quiet, 1)
    come_back()
    assert tab.halves.switch.proposals.accessibleName() == "Proposals, 4"
    propose_message(quiet, "Claude Desktop", 1, "Two references", "Good morning", "")  # type: ignore[arg-type]
    come_back()
    assert tab.halves.switch.messages.accessibleName() == "Messages, 1"
    assert tab.halves.messages is not None
    assert tab.halves.messages.list.current() is None
    tab.halves.show_messages(True)
    assert tab.halves.messages.head.name.text() == "Adaeze Nwokorie"


def test_what_is_taken_back_offers_undo_of_itself_only(
    view: ProposalsView, made: list[int], context: tuple[Context, Bridge], window: MainWindow, qtbot: QtBot
) -> None:
    opened, _ = context
    approve_proposal(opened, made[2])
    edit(opened, 1, {"phone": "+49 30 1"})  # type: ignore[arg-type]
    at(view, made[2])
    view.take_back()
    qtbot.mouseClick(window.message._undo, Qt.MouseButton.LeftButton)
    assert state(opened, made[2]) == "approved"
    reject_proposal(opened, made[1], "done already")
    at(view, made[1])
    view.take_back()
    assert state(opened, made[1]) == "waiting"
    assert window.message._undo.isHidden()
    with opened.database.read() as connection:
        assert sql.scalar(connection, "SELECT phone FROM prospects WHERE lid = 1") == "+49 30 1"


def test_without_a_door_the_inbox_has_two_parts(window: MainWindow, context: tuple[Context, Bridge], qtbot: QtBot) -> None:
    opened, _ = context
    window.show_place("Alerts")
    tab = window.tab("Alerts")
    assert isinstance(tab, AlertsTab)
    assert tab.halves.switch.proposals.isHidden()
    open_door(opened, True)
    qtbot.waitUntil(lambda: not tab.halves.switch.proposals.isHidden())


def test_the_card_opens_the_door_and_gives_the_snippet(
    window: MainWindow, context: tuple[Context, Bridge], qtbot: QtBot
) -> None:
    opened, _ = context
    open_set_up(window, AGENT_DOOR)
    (sheet,) = window.findChildren(AgentDoorSheet)
    qtbot.mouseClick(sheet.copy, Qt.MouseButton.LeftButton)
    assert '"mcpServers"' in QGuiApplication.clipboard().text()
    qtbot.mouseClick(sheet.open_door, Qt.MouseButton.LeftButton)
    assert is_door_open(opened)
    open_set_up(window, AGENT_DOOR)
    again = next(each for each in window.findChildren(AgentDoorSheet) if each.isVisible())
    qtbot.mouseClick(again.close_door, Qt.MouseButton.LeftButton)
    assert not is_door_open(opened)


def test_the_menu_of_a_proposal_offers_who_is_there_already(
    view: ProposalsView, made: list[int], context: tuple[Context, Bridge], window: MainWindow, qtbot: QtBot
) -> None:
    at(view, made[3])
    menu = line_menu(view.list, view.list.currentIndex(), qtbot)
    assert entries(menu) == ["Approve", "Edit", "Save for later", "Reject…"]
    menu.close()
    at(view, made[2])
    menu = line_menu(view.list, view.list.currentIndex(), qtbot)
    assert entries(menu) == ["Approve", "Edit", "Save for later", "Reject…", "Open prospect", "Log a call…"]
    take(menu, "Reject…")
    (sheet,) = window.findChildren(NoteSheet)
    qtbot.keyClicks(sheet.note, "done already")
    qtbot.keyClick(sheet.note, Qt.Key.Key_Return, CONTROL)
    assert state(context[0], made[2]) == "rejected"
