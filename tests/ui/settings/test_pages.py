"""What holds for every page of the team's settings: names for screen readers, keys into the page, room in the smallest window."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QLineEdit, QPlainTextEdit, QWidget

from journeydesk.services.commands.settings import change_settings
from journeydesk.ui.tabs.settings.automation.page import AutomationPage
from journeydesk.ui.tabs.settings.page import SettingsPage
from journeydesk.ui.tabs.settings.rules.page import RulesPage
from tests.ui.settings.conftest import Desk

TEAM_PAGES = ("Team", "Journeys and stages", "Scoring", "Alert rules", "Automation", "Money")


def shown(desk: Desk, name: str) -> SettingsPage:
    desk.tab.show_page(name)
    page = desk.tab.page(name)
    assert isinstance(page, SettingsPage)
    if isinstance(page, RulesPage | AutomationPage):
        for row in page.rows.values():
            row.open()
    QApplication.processEvents()
    return page


def controls(page: QWidget) -> list[QWidget]:
    kinds = (QAbstractButton, QLineEdit, QPlainTextEdit)
    return [one for one in page.findChildren(QWidget) if isinstance(one, kinds) and one.isVisibleTo(page)]


@pytest.mark.parametrize("name", TEAM_PAGES)
def test_every_control_of_a_page_has_a_name_and_takes_the_keyboard(desk: Desk, name: str) -> None:
    page = shown(desk, name)
    # The cross within a search field is Qt's own; Escape does the same.
    found = [one for one in controls(page) if not isinstance(one.parent(), QLineEdit)]
    assert len(found) > 5
    unnamed = [one for one in found if not one.accessibleName() and not (isinstance(one, QAbstractButton) and one.text())]
    assert unnamed == []
    deaf = [one for one in found if one.isEnabled() and not one.focusPolicy() & Qt.FocusPolicy.TabFocus]
    assert deaf == []


@pytest.mark.parametrize("name", TEAM_PAGES)
def test_a_page_fits_the_smallest_window_without_side_scrolling(desk: Desk, name: str) -> None:
    desk.tab.window().resize(960, 640)
    page = shown(desk, name)
    desk.until(lambda: page.area.viewport().width() < 700)
    assert page.inner.minimumSizeHint().width() <= page.area.viewport().width()


def test_enter_goes_from_the_list_into_the_page(desk: Desk) -> None:
    desk.tab.show_page("Alert rules")
    desk.tab.list.setFocus()
    desk.bot.keyClick(desk.tab.list, Qt.Key.Key_Return)
    focused = QApplication.focusWidget()
    assert focused is not None
    assert desk.tab.page("Alert rules").isAncestorOf(focused)


def test_an_unseen_page_shows_what_changed_when_it_is_shown(desk: Desk) -> None:
    rules = shown(desk, "Alert rules")
    desk.tab.show_page("About")
    change_settings(desk.context, {"alerts.expire_after_days": 3}, "By a colleague")
    desk.until(lambda: rules.is_stale)
    assert rules.field_of("alerts.expire_after_days").edit.text() == "7"
    desk.tab.show_page("Alert rules")
    assert rules.field_of("alerts.expire_after_days").edit.text() == "3"
