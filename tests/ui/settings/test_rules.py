"""Alert rules are found by their name, switched and given other numbers (docs/rules.md, "Alert rules")."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from journeydesk.domain.rules.churn import USAGE_DOWN
from journeydesk.domain.rules.registry import BY_NAME
from journeydesk.services.commands.settings import change_settings
from journeydesk.services.commands.undoing import undo
from journeydesk.services.notifying import quiet_hours
from journeydesk.ui.tabs.settings.changes_sheet import ChangesSheet
from journeydesk.ui.tabs.settings.rules.company_list import CompanyList
from journeydesk.ui.tabs.settings.rules.number_words import NUMBERS
from journeydesk.ui.tabs.settings.rules.page import RulesPage
from tests.ui.settings.conftest import Desk


@pytest.fixture
def page(desk: Desk) -> RulesPage:
    desk.tab.show_page("Alert rules")
    found = desk.tab.page("Alert rules")
    assert isinstance(found, RulesPage)
    return found


def shown(page: RulesPage) -> list[str]:
    return [name for name, row in page.rows.items() if not row.isHidden()]


def test_a_rule_is_found_by_its_name_its_words_or_its_action(desk: Desk, page: RulesPage) -> None:
    desk.bot.keyClicks(page.search, "churn")
    assert shown(page) == ["churn risk"]
    desk.fill(page.search, "executive urgent")
    assert shown(page) == ["Fortune 500"]
    desk.fill(page.search, "no such thing")
    assert shown(page) == []


def test_a_switch_turns_a_rule_off_for_the_team_and_undo_turns_it_on(desk: Desk, page: RulesPage) -> None:
    row = page.rows["churn risk"]
    row.switch.setFocus()
    desk.bot.keyClick(row.switch, Qt.Key.Key_Space)
    desk.settle()
    assert "churn risk" not in desk.context.settings.alerts.on
    assert desk.said == ["Switched the alert rule “churn risk” off"]
    page.shown._pick("off")
    assert shown(page) == ["churn risk"]
    undo(desk.context)
    desk.until(row.switch.isChecked)
    assert shown(page) == []


def test_a_number_is_saved_on_leaving_and_goes_back_to_default(desk: Desk, page: RulesPage) -> None:
    page.show_rule("churn risk")
    field = page.field_of("alerts.usage_down")
    assert field.edit.text() == "50"
    desk.type_in(field.edit, "35 %")
    desk.settle()
    assert desk.context.settings.alerts[USAGE_DOWN] == 0.35
    desk.until(field.back.isVisible)
    assert "Use fell by 35%" in page.rows["churn risk"]._when.text()
    page.shown._pick("changed")
    assert shown(page) == ["churn risk"]
    desk.press(field.back)
    desk.settle()
    assert desk.context.settings.alerts[USAGE_DOWN] == 0.5
    desk.until(lambda: field.edit.text() == "50")


@pytest.mark.parametrize(
    ("rule", "key", "text", "sentence"),
    [
        ("no answer", "alerts.no_answer_days", "0", "Give a whole number from 1 to 365 days."),
        ("no answer", "alerts.no_answer_days", "soon", "Give a whole number from 1 to 365 days."),
        ("no answer", "alerts.no_answer_days", "2.5", "Give a whole number from 1 to 365 days."),
        ("churn risk", "alerts.usage_down", "150", "Give 1 to 100 %."),
        ("daily: support", "alerts.tickets_times", "", "Give 1 to 100."),
    ],
)
def test_a_wrong_number_gets_a_sentence_beside_it_and_saves_nothing(
    desk: Desk, page: RulesPage, rule: str, key: str, text: str, sentence: str
) -> None:
    page.show_rule(rule)
    field = page.field_of(key)
    before = field.edit.text()
    desk.type_in(field.edit, text)
    desk.settle()
    assert field.wrong.isVisible()
    assert field.wrong.text() == sentence
    assert (desk.context.overrides, desk.said) == ({}, [])
    desk.bot.keyClick(field.edit, Qt.Key.Key_Escape)
    assert field.edit.text() == before
    assert not field.wrong.isVisible()


def test_a_rule_is_shown_by_name_whatever_was_searched(desk: Desk, page: RulesPage) -> None:
    desk.bot.keyClicks(page.search, "churn")
    desk.tab.show_page("About")
    desk.tab.show_rule("weekly: forecast")
    row = page.rows["weekly: forecast"]
    assert row.isVisible()
    assert row.is_open
    assert row.more.hasFocus()
    desk.until(lambda: not row.visibleRegion().isEmpty())
    desk.tab.show_rule("a rule of tomorrow")
    assert desk.said[-1] == "This version does not know the rule “a rule of tomorrow”"


def test_a_rule_can_be_silenced_and_a_normal_one_never_notifies(desk: Desk, page: RulesPage) -> None:
    page.show_rule("churn risk")
    desk.press(page.rows["churn risk"].notify)
    desk.settle()
    assert desk.context.settings.alerts.silent == {"churn risk"}
    page.show_rule("no answer")
    assert not page.rows["no answer"].notify.isEnabled()


def test_quiet_hours_are_of_this_computer_and_a_wrong_span_is_refused(desk: Desk, page: RulesPage) -> None:
    desk.type_in(page.quiet.edit, "late")
    assert "Write it like 22:00-07:00" in page.quiet.wrong.text()
    desk.type_in(page.quiet.edit, "22:00-7:00")
    assert quiet_hours(desk.context) == "22:00-07:00"
    assert page.quiet.edit.text() == "22:00-07:00"
    assert desk.context.overrides == {}


def test_the_list_of_companies_is_changed_as_a_whole(desk: Desk, page: RulesPage) -> None:
    page.show_rule("Fortune 500")
    desk.press(page.rows["Fortune 500"].companies)
    sheet = next(one for one in desk.tab.window().findChildren(CompanyList) if one.isVisible())
    sheet.names.selectAll()
    desk.bot.keyClicks(sheet.names, "Quillon Freight")
    desk.bot.keyClick(sheet.names, Qt.Key.Key_Return)
    desk.bot.keyClicks(sheet.names, "Quillon Freight")
    desk.bot.keyClick(sheet, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    desk.settle()
    assert desk.context.settings.alerts.fortune_500 == ("Quillon Freight",)
    assert desk.rows("SELECT count(*) FROM alerts WHERE rule = 'Fortune 500' AND deleted = 0") == [(1,)]


def test_a_colleagues_change_is_shown_and_typing_stays(desk: Desk, page: RulesPage) -> None:
    page.show_rule("no answer")
    field, other = page.field_of("alerts.no_answer_days"), page.field_of("alerts.expire_after_days")
    desk.fill(field.edit, "12")
    change_settings(desk.context, {"alerts.no_answer_days": 9, "alerts.expire_after_days": 5}, "By a colleague")
    desk.until(lambda: other.edit.text() == "5")
    assert field.edit.text() == "12"


def test_the_last_changes_are_told(desk: Desk, page: RulesPage) -> None:
    change_settings(desk.context, {"alerts.no_answer_days": 9}, "Changed")
    page.changes_requested.emit("Alert rules", ("alerts.",))
    sheet = next(one for one in desk.tab.window().findChildren(ChangesSheet) if one.isVisible())
    words = [one.accessibleName() or one.text() for one in sheet.middle.findChildren(QLabel)]
    assert words[5:] == ["11:05", "Amaia Etxarri", "Nothing from them for", "default", "9 days"]


def test_every_number_of_a_rule_has_a_field_of_its_own(page: RulesPage) -> None:
    wanted = {key for rule in BY_NAME.values() for key in rule.settings}
    assert wanted - set(NUMBERS) == {"team.reps", "alerts.fortune_500"}
    for row in page.rows.values():
        row.open()
    assert wanted & set(NUMBERS) <= {key for key, _ in page.fields}
