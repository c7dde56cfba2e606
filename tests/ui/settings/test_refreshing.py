"""A refresh in the middle of an edit takes nothing away: what is typed, what was refused, its sentence, the keyboard."""

import pytest
from PySide6.QtCore import Qt

from journeydesk.services.changes import Change
from journeydesk.services.commands.prospects import create_prospect
from journeydesk.services.commands.settings import change_settings
from journeydesk.services.queries.integrations import FILES
from journeydesk.storage.sync.api_calls import note_check
from journeydesk.ui.tabs.settings.automation.page import AutomationPage
from journeydesk.ui.tabs.settings.in_place_edit import InPlaceEdit
from journeydesk.ui.tabs.settings.money.page import MoneyPage
from journeydesk.ui.tabs.settings.page import SettingsPage, edits_in
from journeydesk.ui.tabs.settings.team.page import TeamPage
from tests.ui.settings.conftest import Desk

EVERYTHING = Change(frozenset({"settings", "prospects", "positions", "alerts", "money"}))


def team(desk: Desk) -> TeamPage:
    """The team page with two reps."""
    reps = [{"name": "Tomasz Wilk", "email": "", "active": True}, {"name": "Amaia Etxarri", "email": "", "active": True}]
    change_settings(desk.context, {"team.reps": reps}, "Two reps")
    desk.tab.show_page("Team")
    page = desk.tab.page("Team")
    assert isinstance(page, TeamPage)
    desk.until(lambda: len([edit for edit in edits_in(page.reps) if edit.objectName()]) == 4)
    desk.settle()
    return page


def rep_field(page: TeamPage, name: str) -> InPlaceEdit:
    return next(edit for edit in edits_in(page.reps) if edit.objectName() == name)


def remake(desk: Desk, page: TeamPage) -> None:
    """Forces a refresh that makes the fields of the reps anew."""
    before = rep_field(page, "name 0")
    create_prospect(desk.context, {"company": "Fennel Labs", "owner": "Tomasz Wilk"})
    desk.until(lambda: rep_field(page, "name 0") is not before)


def refresh(desk: Desk, page: SettingsPage) -> None:
    """Forces a refresh of a page that reads its values at once."""
    page.refresh(EVERYTHING)
    desk.settle()


def test_a_refused_rep_keeps_its_sentence_through_a_refresh(desk: Desk) -> None:
    page = team(desk)
    desk.type_in(rep_field(page, "email 1"), "amaia at ostrelle")
    desk.settle()
    remake(desk, page)
    edit = rep_field(page, "email 1")
    assert edit.text() == "amaia at ostrelle"
    assert edit.property("wrong")
    assert edit.accessibleDescription() == page.reps.wrong.text() == "E-mail: give an e-mail address, or none."
    assert page.reps.wrong.isVisible()
    assert desk.context.settings.reps[1].email == ""


def test_escape_after_a_refresh_brings_the_saved_value_back(desk: Desk) -> None:
    page = team(desk)
    desk.type_in(rep_field(page, "email 1"), "amaia at ostrelle")
    desk.settle()
    remake(desk, page)
    edit = rep_field(page, "email 1")
    edit.setFocus()
    desk.bot.keyClick(edit, Qt.Key.Key_Escape)
    assert (edit.text(), edit.accessibleDescription()) == ("", "")
    assert not page.reps.wrong.isVisible()


def test_half_a_name_stays_typed_through_a_refresh(desk: Desk) -> None:
    page = team(desk)
    edit = rep_field(page, "name 1")
    desk.fill(edit, "Amaia E")
    edit.setCursorPosition(3)
    remake(desk, page)
    edit = rep_field(page, "name 1")
    assert (edit.text(), edit.cursorPosition(), edit.hasFocus()) == ("Amaia E", 3, True)
    desk.settle()
    assert desk.context.settings.reps[1].name == "Amaia Etxarri"
    desk.bot.keyClick(edit, Qt.Key.Key_End)
    desk.bot.keyClicks(edit, ".")
    desk.bot.keyClick(edit, Qt.Key.Key_Return)
    desk.settle()
    assert desk.context.settings.reps[1].name == "Amaia E."


def test_a_refresh_before_the_refusal_keeps_what_was_given(desk: Desk) -> None:
    page = team(desk)
    edit = rep_field(page, "email 1")
    desk.fill(edit, "amaia at ostrelle")
    page.reps.given.disconnect()
    desk.bot.keyClick(edit, Qt.Key.Key_Return)
    remake(desk, page)
    page.reps.refuse("E-mail: give an e-mail address, or none.", 1, "email")
    edit = rep_field(page, "email 1")
    assert edit.text() == "amaia at ostrelle"
    assert edit.accessibleDescription() == "E-mail: give an e-mail address, or none."


def test_another_machines_value_replaces_what_was_refused(desk: Desk) -> None:
    page = team(desk)
    desk.type_in(rep_field(page, "email 1"), "amaia at ostrelle")
    desk.settle()
    reps = [
        {"name": "Tomasz Wilk", "email": "", "active": True},
        {"name": "Amaia Etxarri", "email": "amaia@ostrelle.example", "active": True},
    ]
    change_settings(desk.context, {"team.reps": reps}, "From elsewhere")
    desk.until(lambda: rep_field(page, "email 1").text() == "amaia@ostrelle.example")
    assert not rep_field(page, "email 1").property("wrong")
    assert not page.reps.wrong.isVisible()


def test_the_sentence_about_a_new_rep_stays_through_a_refresh(desk: Desk) -> None:
    page = team(desk)
    desk.bot.keyClick(page.reps.name, Qt.Key.Key_Return)
    desk.settle()
    assert page.reps.wrong.text() == "Name: give a text."
    remake(desk, page)
    assert page.reps.wrong.isVisible()
    desk.bot.keyClicks(page.reps.name, "Ines Rovira")
    desk.bot.keyClick(page.reps.name, Qt.Key.Key_Return)
    desk.settle()
    desk.until(lambda: not page.reps.wrong.isVisible())


def test_a_refused_target_keeps_its_sentence_through_a_refresh(desk: Desk) -> None:
    page = team(desk)
    field = page.field_of("targets.conversion")
    desk.type_in(field.edit, "-3")
    desk.settle()
    refresh(desk, page)
    assert (field.edit.text(), field.wrong.text()) == ("-3", "Give a number from 0 up.")
    assert field.wrong.isVisibleTo(page)
    assert field.edit.accessibleDescription() == "Give a number from 0 up."
    change_settings(desk.context, {"targets.conversion": 0.25}, "From elsewhere")
    desk.until(lambda: field.edit.text() == "25")
    assert not field.wrong.isVisibleTo(page)


def test_a_refused_next_step_keeps_its_sentence(desk: Desk) -> None:
    page = team(desk)
    edit = page.steps.edits["Reached", "days"]
    desk.type_in(edit, "soon")
    desk.settle()
    refresh(desk, page)
    assert edit.text() == "soon"
    assert page.steps.wrong.isVisibleTo(page)
    edit.setFocus()
    desk.bot.keyClick(edit, Qt.Key.Key_Escape)
    assert not page.steps.wrong.isVisibleTo(page)


def test_a_day_that_is_none_keeps_its_sentence(desk: Desk) -> None:
    page = team(desk)
    desk.type_in(page.days.new, "Christmas")
    refresh(desk, page)
    assert page.days.wrong.text() == "“Christmas” is no day. Write it like 25 Dec 2026."
    assert page.days.new.text() == "Christmas"


def test_a_refused_task_keeps_its_text_and_its_sentence(desk: Desk) -> None:
    desk.tab.show_page("Automation")
    page = desk.tab.page("Automation")
    assert isinstance(page, AutomationPage)
    tasks = page.tasks["automation.onboarding"]
    desk.until(lambda: bool(edits_in(tasks)))
    edit = next(edit for edit in edits_in(tasks) if edit.objectName() == "days 0")
    desk.type_in(edit, "soon")
    desk.settle()
    sentence = tasks.wrong.text()
    assert sentence
    refresh(desk, page)
    edit = next(edit for edit in edits_in(tasks) if edit.objectName() == "days 0")
    assert (edit.text(), edit.accessibleDescription()) == ("soon", sentence)
    assert not tasks.wrong.isHidden()
    desk.type_in(edit, "4")
    desk.settle()
    desk.until(lambda: tasks.wrong.isHidden())


def test_a_refused_rate_keeps_its_text_and_its_sentence(desk: Desk) -> None:
    change_settings(desk.context, {"payments.rates": {"USD": 0.92}}, "A rate")
    desk.tab.show_page("Money")
    page = desk.tab.page("Money")
    assert isinstance(page, MoneyPage)
    desk.until(lambda: "USD" in page.totals.rates)
    desk.type_in(page.totals.rates["USD"], "a lot")
    desk.settle()
    sentence = page.totals.wrong.text()
    assert sentence
    before = page.totals.rates["USD"]
    refresh(desk, page)
    desk.until(lambda: page.totals.rates["USD"] is not before)
    assert (page.totals.rates["USD"].text(), page.totals.rates["USD"].accessibleDescription()) == ("a lot", sentence)
    assert page.totals.wrong.isVisibleTo(page)


@pytest.mark.parametrize("name", ["Team", "Scoring", "Alert rules", "Automation", "Money"])
def test_nothing_is_saved_by_a_refresh(desk: Desk, name: str) -> None:
    desk.tab.show_page(name)
    page = desk.tab.page(name)
    assert isinstance(page, SettingsPage)
    desk.settle()
    fields = [edit for edit in page.findChildren(InPlaceEdit) if edit.isVisible() and edit.isEnabled()]
    assert fields
    fields[0].setFocus()
    desk.bot.keyClicks(fields[0], "7")
    overrides = dict(desk.context.overrides)
    refresh(desk, page)
    desk.bot.wait(30)
    desk.settle()
    assert dict(desk.context.overrides) == overrides
    typed = desk.tab.window().focusWidget()
    assert isinstance(typed, InPlaceEdit)
    assert "7" in typed.text()


def test_integrations_that_are_not_seen_are_read_when_shown(desk: Desk) -> None:
    desk.tab.show_page("Integrations")
    desk.settle()
    desk.until(lambda: not desk.tab._checks)

    def files() -> str:
        return next(row.state.state for row in desk.tab.integrations.rows if row.state.name == FILES)

    desk.until(lambda: files() == "Working")
    desk.tab.hide()
    with desk.context.database.write() as connection:
        note_check(connection, FILES, desk.context.now(), False, "No room on the disk", 0.1)
    desk.tab.refresh(Change(frozenset({"sync"})))
    assert files() == "Working"
    desk.tab.show()
    assert files() == "Not working"


def test_of_the_services_only_those_that_changed_are_shown_anew(desk: Desk) -> None:
    desk.tab.show_page("Integrations")
    page = desk.tab.integrations
    desk.until(lambda: not desk.tab._checks and all(row.button.isEnabled() for row in page.rows))
    before = {row.state.name: row for row in page.rows}
    page.refresh()
    assert all(row is before[row.state.name] for row in page.rows)
    with desk.context.database.write() as connection:
        note_check(connection, FILES, desk.context.now(), True, "All folders can be written", 0.2)
    page.refresh()
    assert [row.state.name for row in page.rows if row is not before[row.state.name]] == [FILES]
