"""What happens by itself is switched, tried over the past, and taken back (docs/rules.md, "Automations")."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton

from journeydesk.domain.ids import RecordId
from journeydesk.domain.time import moment_text
from journeydesk.domain.values import Stored
from journeydesk.services.commands.prospects import edit
from journeydesk.services.commands.undoing import undo
from journeydesk.storage.records import records
from journeydesk.storage.records.records import Author
from journeydesk.ui.tabs.settings.automation.page import AutomationPage
from journeydesk.ui.tabs.settings.in_place_edit import InPlaceEdit
from tests.ui.settings.conftest import Desk
from tests.workspaces import NOW


@pytest.fixture
def page(desk: Desk) -> AutomationPage:
    desk.tab.show_page("Automation")
    found = desk.tab.page("Automation")
    assert isinstance(found, AutomationPage)
    return found


def prospect(desk: Desk) -> RecordId:
    return RecordId(desk.rows("SELECT lid FROM prospects WHERE company = 'Quillon Freight'")[0][0])


def onboarding(desk: Desk) -> int:
    return int(desk.rows("SELECT count(*) FROM tasks WHERE deleted = 0 AND kind = 'Onboarding'")[0][0])


def accept(desk: Desk, month: int) -> None:
    """The prospect was accepted in this month, as the log of another machine tells."""
    values: dict[str, Stored] = {
        "key": f"EVT-{month}",
        "prospect": prospect(desk),
        "event": "application_accepted",
        "occurred_at": f"2026-{month:02}-09T10:00:00.000Z",
        "source": "test",
    }
    with desk.context.database.write() as connection:
        records.update(connection, "prospects", prospect(desk), {"applied_on": "2026-01-02"}, Author("test", moment_text(NOW)))
        records.insert(connection, "events", values, Author("test", moment_text(NOW)))


def test_a_dry_run_says_what_it_would_make_and_makes_nothing(desk: Desk, page: AutomationPage) -> None:
    accept(desk, 3)
    row = page.rows["onboarding tasks"]
    desk.press(row.findChildren(QPushButton)[0])
    desk.until(page.dry.start.isEnabled)
    assert page.dry.words.text() == "“onboarding tasks” would have made 0 tasks in April 2026."
    desk.press(page.dry.month.back)
    desk.bot.keyClick(page.dry.start, Qt.Key.Key_Space)
    desk.until(lambda: page.dry.start.isEnabled() and "March" in page.dry.words.text())
    assert page.dry.words.text() == "“onboarding tasks” would have made 5 tasks in March 2026."
    shown = [one.accessibleName() for one in page.dry.findChildren(QPushButton)]
    assert "Quillon Freight was accepted: open the prospect" in shown
    assert onboarding(desk) == 0


def test_all_of_them_are_tried_at_once(desk: Desk, page: AutomationPage) -> None:
    accept(desk, 4)
    page.dry.run()
    desk.until(page.dry.start.isEnabled)
    assert page.dry.words.text() == "Nothing for owner, tier, planning review, check-in, follow-up."
    assert any("5 tasks in April 2026" in one.text() for one in page.dry.findChildren(QLabel))


def test_a_dry_run_can_be_stopped(desk: Desk, page: AutomationPage) -> None:
    page.dry.run()
    assert page.dry.end.isVisible()
    desk.press(page.dry.end)
    assert page.dry.words.text() == "Stopped."
    assert page.dry.start.isEnabled()


def test_the_months_to_come_are_not_offered(desk: Desk, page: AutomationPage) -> None:
    desk.press(page.dry.month.forward)
    assert page.dry.month.text == "May 2026"
    assert not page.dry.month.forward.isEnabled()


def test_a_recorded_run_is_taken_back_by_one_press(desk: Desk, page: AutomationPage) -> None:
    edit(desk.context, prospect(desk), {"status": "Accepted"})
    run = desk.rows("SELECT id FROM automation_run WHERE rule = 'onboarding tasks'")[0][0]
    desk.until(lambda: bool(page.log.findChildren(QPushButton, f"take back {run}")))
    words = [one.accessibleName() for one in page.log.findChildren(QLabel)]
    assert any(one.startswith("5: Task “Welcome call") for one in words)
    button = page.log.findChildren(QPushButton, f"take back {run}")[-1]
    desk.until(button.isVisible)
    desk.press(button)
    desk.settle()
    assert onboarding(desk) == 0
    assert desk.said == ["Took back: Quillon Freight was accepted"]
    desk.until(lambda: any(one.text() == "taken back today 11:05" for one in page.log.findChildren(QLabel)))
    undo(desk.context)
    assert onboarding(desk) == 5


def test_a_switch_and_a_number_are_saved_and_taken_back(desk: Desk, page: AutomationPage) -> None:
    desk.press(page.rows["tier"].switch)
    desk.settle()
    assert "tier" not in desk.context.settings.automation.on
    desk.type_in(page.field_of("automation.not_older_than_days").edit, "0")
    desk.settle()
    assert page.field_of("automation.not_older_than_days").wrong.text() == "Give a whole number from 1 to 365 days."
    assert undo(desk.context) == "Switched the automation “tier” off"
    desk.until(page.rows["tier"].switch.isChecked)


def test_the_tasks_that_are_made_are_changed_in_place(desk: Desk, page: AutomationPage) -> None:
    row, tasks = page.rows["onboarding tasks"], page.tasks["automation.onboarding"]
    desk.press(row.more)
    desk.type_in(tasks.findChildren(InPlaceEdit, "days 4")[-1], "12")
    desk.settle()
    assert desk.context.settings.automation.onboarding[4].days == 12
    desk.until(tasks.back.isVisible)
    desk.type_in(tasks.findChildren(InPlaceEdit, "title 4")[-1], "")
    desk.settle()
    assert tasks.wrong.text() == "The title: give a text."
    assert desk.context.settings.automation.onboarding[4].title == "Review after two weeks"
    desk.press(tasks.back)
    desk.settle()
    assert desk.context.settings.automation.onboarding[4].days == 10


def test_the_tier_and_the_stages_of_a_planning_review_are_chosen(desk: Desk, page: AutomationPage) -> None:
    page.rows["tier"].open()
    page.tier.chosen.emit("Explorer")
    page.stages.given.emit([4, 5, 6])
    desk.settle()
    assert desk.context.settings.automation.tier == "Explorer"
    assert desk.context.settings.automation.planning_stages == (4, 5, 6)
