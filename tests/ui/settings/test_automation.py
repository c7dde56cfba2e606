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
from journeydesk.storage.records.records import Author, FieldChange
from journeydesk.storage.team.automation_log import add_run
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
    page.dry.which.menu().actions()[3].trigger()
    desk.press(page.dry.start)
    desk.until(page.dry.start.isEnabled)
    assert page.dry.words.text() == "When a prospect is accepted: would have made 0 tasks in April 2026."
    desk.press(page.dry.month.back)
    desk.bot.keyClick(page.dry.start, Qt.Key.Key_Space)
    desk.until(lambda: page.dry.start.isEnabled() and "March" in page.dry.words.text())
    assert page.dry.words.text() == "When a prospect is accepted: would have made 5 tasks in March 2026."
    shown = [one.accessibleName() for one in page.dry.findChildren(QPushButton)]
    assert "Quillon Freight was accepted: open the prospect" in shown
    assert onboarding(desk) == 0


def test_all_of_them_are_tried_at_once(desk: Desk, page: AutomationPage) -> None:
    accept(desk, 4)
    page.dry.run()
    desk.until(page.dry.start.isEnabled)
    assert page.dry.words.text().startswith(
        "Nothing for these: When a new prospect scores high; When somebody pays for a plan;"
    )
    assert "accepted" not in page.dry.words.text()
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
    assert undo(desk.context) == "Switched “When somebody pays for a plan” off"
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


def test_rules_say_when_and_what_in_a_reps_words(desk: Desk, page: AutomationPage) -> None:
    said = [row.accessibleName() for row in page.rows.values()]
    assert said[0] == "When a new prospect scores over 40. Give it to the rep with the fewest open prospects. On"
    assert "When a prospect is accepted. Make 5 onboarding tasks for the owner. On" in said
    desk.type_in(page.field_of("score.assign_above").edit, "44")
    desk.settle()
    desk.until(lambda: "over 44" in page.rows["owner"].accessibleName())


def test_one_rule_is_open_at_a_time_and_space_switches(desk: Desk, page: AutomationPage) -> None:
    rows = list(page.rows.values())
    rows[0].setFocus()
    desk.bot.keyClick(rows[0], Qt.Key.Key_Return)
    assert [row.is_open for row in rows[:3]] == [True, False, False]
    desk.bot.keyClick(rows[0], Qt.Key.Key_Down)
    assert rows[1].hasFocus()
    desk.bot.keyClick(rows[1], Qt.Key.Key_Return)
    assert [row.is_open for row in rows[:3]] == [False, True, False]
    assert (rows[0].more.text(), rows[1].more.text()) == ("Change", "Close")
    desk.bot.keyClick(rows[1], Qt.Key.Key_Space)
    desk.settle()
    desk.until(lambda: rows[1].name not in desk.context.settings.automation.on)
    desk.until(lambda: rows[1].accessibleName().endswith(". Off"))


def test_a_rule_says_when_it_ran_last_and_what_that_made(desk: Desk, page: AutomationPage) -> None:
    with desk.context.database.write() as connection:
        changes = [FieldChange("tasks", RecordId(number), "title", None, "Call") for number in (1, 2)]
        add_run(connection, "onboarding tasks", prospect(desk), "EVT-1", "accepted", changes, moment_text(NOW))
    page.read()
    assert page.rows["onboarding tasks"].accessibleName().endswith("On, last today, 2 tasks")
