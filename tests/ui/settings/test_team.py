"""Reps, time zone, working days and targets are the team's to change (docs/rules.md, "Settings of the team")."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton

from journeydesk.domain.ids import RecordId
from journeydesk.domain.settings import Rep
from journeydesk.services.commands.prospects import edit
from journeydesk.services.commands.undoing import undo
from journeydesk.ui.tabs.settings.in_place_edit import InPlaceEdit
from journeydesk.ui.tabs.settings.team.page import TeamPage
from journeydesk.ui.widgets.switch import Switch
from tests.ui.settings.conftest import Desk


@pytest.fixture
def page(desk: Desk) -> TeamPage:
    prospect = RecordId(desk.rows("SELECT lid FROM prospects WHERE company = 'Quillon Freight'")[0][0])
    edit(desk.context, prospect, {"owner": "Tomasz Wilk"})
    desk.tab.show_page("Team")
    found = desk.tab.page("Team")
    assert isinstance(found, TeamPage)
    desk.until(lambda: not found.is_stale and not found.work.busy("team"))
    return found


def field(page: TeamPage, name: str) -> InPlaceEdit:
    return page.reps.findChildren(InPlaceEdit, name)[-1]


def add(desk: Desk, page: TeamPage, name: str, email: str = "") -> None:
    before = len(desk.context.settings.reps)
    desk.bot.keyClicks(page.reps.name, name)
    desk.bot.keyClicks(page.reps.email, email)
    desk.bot.keyClick(page.reps.email, Qt.Key.Key_Return)
    desk.settle()
    if len(desk.context.settings.reps) > before:
        desk.until(lambda: len(page.reps.findChildren(InPlaceEdit, f"name {before}")) > 0)


def test_a_rep_is_added_renamed_made_inactive_and_removed(desk: Desk, page: TeamPage) -> None:
    add(desk, page, "Amaia Etxarri", "amaia@ostrelle.example")
    assert desk.context.settings.reps == (Rep("Amaia Etxarri", "amaia@ostrelle.example"),)
    assert page.reps.name.text() == ""
    switch = page.reps.findChildren(Switch, "active 0")[-1]
    desk.until(switch.isVisible)
    desk.press(switch)
    desk.settle()
    assert desk.context.settings.reps == (Rep("Amaia Etxarri", "amaia@ostrelle.example", False),)
    desk.type_in(field(page, "name 0"), "Amaia E.")
    desk.settle()
    assert desk.context.settings.reps[0].name == "Amaia E."
    assert desk.said == [
        "Added the rep Amaia Etxarri",
        "Amaia Etxarri is no longer active",
        "Renamed Amaia Etxarri to Amaia E.",
    ]
    undo(desk.context)
    assert desk.context.settings.reps[0].name == "Amaia Etxarri"


def test_an_owner_who_is_no_rep_is_offered(desk: Desk, page: TeamPage) -> None:
    words = "Add Tomasz Wilk, who owns 1 open prospect, as a rep"
    desk.until(lambda: any(one.accessibleName() == words for one in page.findChildren(QPushButton)))
    desk.press([one for one in page.findChildren(QPushButton) if one.accessibleName() == words][-1])
    desk.settle()
    assert desk.context.settings.reps == (Rep("Tomasz Wilk"),)


def test_a_wrong_rep_gets_a_sentence_and_saves_nothing(desk: Desk, page: TeamPage) -> None:
    add(desk, page, "", "")
    assert page.reps.wrong.text() == "Name: give a text."
    add(desk, page, "Tomasz Wilk")
    add(desk, page, "Amaia Etxarri")
    desk.type_in(field(page, "email 1"), "amaia at ostrelle")
    desk.settle()
    assert page.reps.wrong.text() == "E-mail: give an e-mail address, or none."
    assert field(page, "email 1").accessibleDescription() == page.reps.wrong.text()
    desk.type_in(field(page, "email 1"), "")
    desk.type_in(field(page, "name 1"), "tomasz wilk")
    desk.settle()
    assert page.reps.wrong.text() == "Name: give a name that no other rep has."
    assert [rep.name for rep in desk.context.settings.reps] == ["Tomasz Wilk", "Amaia Etxarri"]


def test_the_time_zone_is_checked_and_can_go_back(desk: Desk, page: TeamPage) -> None:
    zone = page.field_of("team.time_zone")
    assert zone.edit.completer().completionModel().rowCount() > 400
    # The platform of the tests has no popups.
    zone.edit.setCompleter(None)  # type: ignore[arg-type]
    desk.type_in(zone.edit, "Berlin")
    desk.settle()
    assert zone.wrong.text() == "Give a time zone like Europe/Berlin."
    desk.type_in(zone.edit, "Asia/Tokyo")
    desk.settle()
    assert desk.context.settings.time_zone.key == "Asia/Tokyo"
    desk.until(zone.back.isVisible)
    desk.press(zone.back)
    desk.settle()
    assert desk.context.settings.time_zone.key == "Europe/Berlin"


def test_working_days_and_holidays_are_changed(desk: Desk, page: TeamPage) -> None:
    button = page.days.days["Friday"]
    button.setFocus()
    desk.bot.keyClick(button, Qt.Key.Key_Space)
    desk.settle()
    assert desk.context.settings.calendar.days.weekend == {4, 5, 6}
    desk.type_in(page.days.new, "Christmas")
    assert page.days.wrong.text() == "“Christmas” is no day. Write it like 25 Dec 2026."
    desk.type_in(page.days.new, "25 Dec 2026")
    desk.settle()
    assert [day.isoformat() for day in desk.context.settings.calendar.days.holidays] == ["2026-12-25"]
    desk.until(lambda: any(one.isVisible() for one in page.findChildren(QPushButton, "holiday 2026-12-25")))
    desk.press(page.findChildren(QPushButton, "holiday 2026-12-25")[-1])
    desk.settle()
    assert desk.context.settings.calendar.days.holidays == frozenset()


def test_a_week_without_a_working_day_is_refused(desk: Desk, page: TeamPage) -> None:
    for name in ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday"):
        desk.press(page.days.days[name])
        desk.settle()
        desk.until(lambda: not page.is_stale)
    assert page.days.wrong_days.text() == "Give at least one working day."
    assert page.days.days["Friday"].isChecked()
    assert desk.context.settings.calendar.days.weekend == {0, 1, 2, 3, 5, 6}


def test_targets_are_numbers_from_nought_up(desk: Desk, page: TeamPage) -> None:
    target = page.field_of("targets.conversion")
    desk.type_in(target.edit, "-3")
    desk.settle()
    assert target.wrong.text() == "Give a number from 0 up."
    desk.type_in(target.edit, "20")
    desk.settle()
    assert desk.context.settings.targets["conversion"] == 0.2


def test_what_usually_comes_next_is_the_teams_to_say(desk: Desk, page: TeamPage) -> None:
    desk.type_in(page.steps.edits["No answer", "days"], "3")
    desk.settle()
    desk.type_in(page.steps.edits["Voicemail", "title"], "Write an e-mail")
    desk.settle()
    steps = desk.context.settings.calendar.next_steps
    assert (steps["No answer"].days, steps["Voicemail"].title) == (3, "Write an e-mail")
    desk.type_in(page.steps.edits["Reached", "days"], "soon")
    desk.settle()
    assert page.steps.wrong.text() == "Reached: give a whole number from 0 to 365 working days."
    bot_edit = page.steps.edits["Reached", "days"]
    desk.bot.keyClick(bot_edit, Qt.Key.Key_Escape)
    assert bot_edit.text() == "5"
    desk.type_in(page.steps.edits["Not interested", "title"], "")
    desk.settle()
    assert "Not interested" not in desk.context.settings.calendar.next_steps
    desk.until(page.steps.back.isVisible)
    desk.press(page.steps.back)
    desk.settle()
    assert desk.context.overrides == {}


def test_addresses_of_a_role_are_filled_in_and_a_wrong_one_is_refused(desk: Desk, page: TeamPage) -> None:
    role = page.field_of("alert_mail.success")
    desk.type_in(role.edit, "ann@desk.example, bo@desk.example")
    desk.settle()
    assert desk.context.settings.alert_mail.to["success"] == ("ann@desk.example", "bo@desk.example")
    desk.type_in(role.edit, "ann")
    desk.settle()
    assert desk.context.settings.alert_mail.to["success"] == ("ann@desk.example", "bo@desk.example")
    desk.type_in(role.edit, "")
    desk.settle()
    assert not desk.context.settings.alert_mail.to["success"]
