"""The page of services: red first and opened, real checks, one at a time, and the way out of what is wrong."""

from datetime import timedelta
from functools import partial

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLabel, QPushButton, QWidget

from journeydesk.domain.errors import WorldError
from journeydesk.remote.opening import REMOTE_NAME, REMOTE_SLUG
from journeydesk.services.commands.events import take_events
from journeydesk.services.workspace.doctor import airtable, look, service_checks
from journeydesk.storage.sync.api_calls import note_check
from journeydesk.storage.sync.meta import set_meta
from journeydesk.ui.dialogs.airtable.set_up import AirtableSetUp
from journeydesk.ui.notifications import checking
from journeydesk.ui.tabs.settings import tab as settings_tab
from journeydesk.ui.tabs.settings.integrations.page import Integrations
from journeydesk.ui.tabs.settings.integrations.service_row import ServiceRow
from tests.ui.settings.conftest import Desk
from tests.workspaces import NOWHERE


@pytest.fixture(autouse=True)
def dunst(monkeypatch: pytest.MonkeyPatch) -> None:
    """A desktop whose notification service answers, before the page is seen for the first time."""
    monkeypatch.setattr(settings_tab, "check_notifications", lambda _tray: "dunst answers")


@pytest.fixture
def page(desk: Desk) -> Integrations:
    """Airtable is connected and failed three checks after one that passed; Stripe is off; this computer is well."""
    context = desk.context
    with context.database.write() as connection:
        set_meta(connection, f"{REMOTE_SLUG}_base", "app1")
        for minutes, ok in ((60, True), (45, False), (30, False), (15, False)):
            at = (context.clock() - timedelta(minutes=minutes)).isoformat().replace("+00:00", "Z")
            note_check(connection, REMOTE_NAME, at, ok, "Base answers" if ok else "No answer in 30 s", 0.4)
    desk.tab.show_page("Integrations")
    desk.tab.integrations.refresh()
    desk.until(lambda: not desk.tab._checks)
    desk.until(lambda: [row.state.state for row in desk.tab.integrations.rows].count("Working") == 2)
    return desk.tab.integrations


def row_of(page: Integrations, name: str) -> ServiceRow:
    return next(row for row in page.rows if row.state.name == name)


def words(part: QWidget) -> str:
    return "\n".join(each.text() for each in part.findChildren(QLabel) if each.isVisibleTo(part))


def button(part: QWidget, words_on: str) -> QPushButton:
    return next(each for each in part.findChildren(QPushButton) if each.text() == words_on and each.isVisibleTo(part))


def test_what_does_not_work_stands_first_and_opened(page: Integrations) -> None:
    assert [(row.state.name, row.state.state, row.is_open) for row in page.rows] == [
        ("Airtable", "Not working", True),
        ("Notifications", "Working", False),
        ("Files", "Working", False),
        ("Stripe", "Off", False),
        ("Payment links", "Off", False),
        ("Claude", "Off", False),
        ("Make.com", "Off", False),
        ("E-mail", "Off", False),
        ("Events in", "Off", False),
        ("Phone page", "Off", False),
        ("Agent door", "Off", False),
        ("Events out", "Off", False),
        ("Google Analytics", "Off", False),
        ("Mixpanel", "Off", False),
    ]
    said = words(page.rows[0])
    assert "3 checks failed since today 10:20" in said
    assert "No answer in 30 s" in said
    assert "What you do is saved here meanwhile" in said


def test_the_list_of_pages_shows_that_something_is_red(desk: Desk, page: Integrations) -> None:
    item = next(desk.tab.list.item(n) for n in range(desk.tab.list.count()) if desk.tab.list.item(n).text() == "Integrations")
    assert item.data(Qt.ItemDataRole.AccessibleTextRole) == "Integrations, 1 not working"
    with desk.context.database.write() as connection:
        note_check(connection, REMOTE_NAME, desk.context.now(), True, "Base answers", 0.1)
    page.refresh()
    assert item.data(Qt.ItemDataRole.AccessibleTextRole) == "Integrations"


def test_it_is_set_up_again_from_there_and_its_details_are_copied(desk: Desk, page: Integrations) -> None:
    desk.press(button(page.rows[0], "Copy details"))
    copied = QGuiApplication.clipboard().text()
    assert copied.startswith("Airtable: Not working. No answer in 30 s")
    assert copied.count("failed") == 3
    desk.press(button(page.rows[0], "Set up again…"))
    assert desk.tab.window().findChildren(AirtableSetUp)[-1].isVisible()


def test_what_is_off_is_set_up_from_its_row(desk: Desk, page: Integrations) -> None:
    desk.press(button(row_of(page, "Stripe"), "Set up"))
    assert desk.tab.window().findChildren(AirtableSetUp)[-1].isVisible()


def test_rows_are_walked_and_opened_by_keys_and_stay_as_they_are(desk: Desk, page: Integrations) -> None:
    page.rows[0].setFocus()
    desk.bot.keyClick(page.rows[0], Qt.Key.Key_Down)
    assert page.rows[1].hasFocus()
    desk.bot.keyClick(page.rows[1], Qt.Key.Key_Return)
    assert page.rows[1].is_open
    assert "dunst answers" in words(page.rows[1])
    page.refresh()
    assert page.rows[1].is_open
    assert page.rows[1].hasFocus()
    desk.bot.keyClick(page.rows[1], Qt.Key.Key_Return)
    assert not page.rows[1].is_open


def test_in_the_smallest_window_nothing_lies_out_of_reach(desk: Desk, page: Integrations) -> None:
    desk.tab.window().resize(960, 640)
    desk.until(lambda: page.rows[0].toolTip() != "")
    desk.until(lambda: page._area.horizontalScrollBar().maximum() == 0)
    desk.tab.window().resize(1440, 900)
    desk.until(lambda: page.rows[0].toolTip() == "")


def test_the_last_checks_stand_below_where_they_have_no_room_beside(desk: Desk, page: Integrations) -> None:
    row = row_of(page, "Airtable")
    for narrow in (True, False):
        row.fit(narrow)
        assert row._details is not None
        layout = row._details.layout()
        assert layout is not None
        layout.activate()
        sentence = next(part for part in row._details.findChildren(QLabel) if "failed since" in part.text())
        below = row._checks.y() >= sentence.mapTo(row._details, sentence.rect().bottomLeft()).y()
        assert below is narrow
        assert row._checks.width() > 200


def test_a_check_is_real_and_one_at_a_time(desk: Desk, page: Integrations) -> None:
    folder = desk.context.database.folder / "reports"
    folder.rmdir()
    folder.write_text("in the way")
    desk.press(button(row_of(page, "Files"), "Check now"))
    assert not row_of(page, "Files").button.isEnabled()
    desk.until(lambda: row_of(page, "Files").state.state == "Not working")
    desk.until(lambda: row_of(page, "Files").button.isEnabled())
    assert row_of(page, "Files").is_open
    folder.unlink()
    desk.press(button(row_of(page, "Files"), "Check now"))
    desk.until(lambda: row_of(page, "Files").state.state == "Working")


def test_all_that_is_on_is_checked_together(desk: Desk, page: Integrations) -> None:
    asked: list[str] = []
    page.check_requested.connect(asked.append)
    desk.press(button(page, "Check all"))
    assert asked == ["Airtable", "Notifications", "Files"]
    desk.until(lambda: not desk.tab._checks)


@pytest.mark.parametrize(
    ("service", "tray", "words_said"), [("dunst", False, "dunst answers"), ("", True, "The tray shows messages")]
)
def test_a_notification_takes_the_service_else_the_tray(
    monkeypatch: pytest.MonkeyPatch, service: str, tray: bool, words_said: str
) -> None:
    monkeypatch.setattr(checking, "_service", lambda: service)
    assert checking.check_notifications(tray) == words_said


def test_without_either_it_says_what_to_do(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(checking, "_service", lambda: "")
    with pytest.raises(WorldError, match="dunst"):
        checking.check_notifications(tray=False)


def test_the_key_to_sync_checks_every_service_here(page: Integrations, desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[str] = []
    page.check_requested.disconnect()
    page.check_requested.connect(asked.append)
    assert "What is of this computer is checked every 15 min" in words(page)
    assert desk.tab.asks_again()
    assert set(asked) == {"Airtable", "Notifications", "Files"}
    desk.tab.show_page("General")
    assert not desk.tab.asks_again()


def test_services_of_this_computer_are_checked_by_themselves(desk: Desk) -> None:
    from journeydesk.services.agent.card import open_door
    from journeydesk.services.queries.integrations import service_states
    from journeydesk.services.receiver.settings import change_receiver
    from journeydesk.services.sync.checking import check_here
    from tests.workspaces import NOWHERE

    change_receiver(desk.context, on=True)
    open_door(desk.context, True)
    check_here(desk.context, NOWHERE)
    checked = {state.name: state.state for state in service_states(desk.context) if state.checks}
    assert checked["Events in"] == "Not working"
    assert "Agent door" not in checked


@pytest.mark.qt_log_ignore("This plugin does not support")
def test_events_that_wait_are_reached_with_events_in_off(page: Integrations, desk: Desk) -> None:
    event = {"event_id": "e1", "customer_id": "crm-1", "event": "login", "timestamp": "2026-05-19T08:00:00Z"}
    take_events(desk.context, [event])
    page.refresh()
    row = row_of(page, "Events in")
    assert "1 event waits for its customer" in words(row)
    asked: list[str] = []
    page.test_requested.connect(asked.append)
    desk.press(button(row, "Assign…"))
    assert asked == ["Events in"]


def test_each_row_says_when_it_last_worked_as_doctor_does(desk: Desk, page: Integrations) -> None:
    context = desk.context
    base = ("airtable", partial(airtable, context, NOWHERE, offline=True))
    said = {check.name: check for check in look([base, *service_checks(context, NOWHERE, offline=True)])}
    page.refresh()
    shown = [row for row in page.rows if row.state.state != "Off"]
    assert {row.state.name.lower() for row in shown} == said.keys()
    for row in shown:
        found = said[row.state.name.lower()]
        assert found.found.rpartition("last success ")[2] in words(row).splitlines()
        assert found.ok == (": the last check failed" not in words(row))
