"""The settings page of upgrades, and the sheet of the key: each change is checked, saved, undone; what is wrong is said in place."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit

from journeydesk.services.commands.undoing import undo
from journeydesk.services.queries.integrations import service_states
from journeydesk.services.upgrades.key import UPGRADES
from journeydesk.ui.dialogs.upgrade.key_sheet import CheckoutKeySheet
from journeydesk.ui.tabs.settings.integrations.opening import open_set_up
from journeydesk.ui.tabs.settings.tab import SettingsTab
from journeydesk.ui.tabs.settings.upgrades.page import UpgradesPage
from journeydesk.ui.targets import PageTarget
from tests.fakes.open_keyring import OpenKeyring
from tests.ui.upgrades.conftest import Counter


@pytest.fixture
def page(counter: Counter) -> UpgradesPage:
    counter.window.show_target(PageTarget("Upgrades"))
    tab = counter.window.tab("Settings")
    assert isinstance(tab, SettingsTab)
    page = tab.page("Upgrades")
    assert isinstance(page, UpgradesPage)
    return page


def _type(edit: QLineEdit, text: str) -> None:
    edit.setFocus()
    edit.selectAll()
    QTest.keyClicks(edit, text)
    QTest.keyClick(edit, Qt.Key.Key_Return)


def _settled(counter: Counter, page: UpgradesPage) -> None:
    counter.qtbot.waitUntil(lambda: not page.saving.busy, timeout=10_000)
    counter.qtbot.wait(20)


def test_a_price_is_changed_in_place_and_undone(counter: Counter, page: UpgradesPage) -> None:
    _type(page.tiers.edits["Accelerator", "amount"], "1490")
    _settled(counter, page)
    assert counter.context.settings.upgrades.tiers["Accelerator"].costs.minor == 149_000
    undo(counter.context)
    assert counter.context.settings.upgrades.tiers["Accelerator"].costs.minor == 128_000


def test_what_is_no_price_is_said_and_what_was_typed_stays(counter: Counter, page: UpgradesPage) -> None:
    edit = page.tiers.edits["Explorer", "price"]
    _type(edit, "prod_123")
    _settled(counter, page)
    assert "begins with price_" in page.tiers.wrong.text()
    assert edit.text() == "prod_123"
    assert counter.context.settings.upgrades.tiers["Explorer"].price == "price_OstrelleExplorer"
    QTest.keyClick(edit, Qt.Key.Key_Escape)
    assert edit.text() == "price_OstrelleExplorer"
    assert page.tiers.wrong.isHidden()


def test_lines_are_added_changed_counted_and_taken_away(counter: Counter, page: UpgradesPage) -> None:
    features = page.features
    _type(features.new, "Single sign-on")
    _settled(counter, page)
    assert counter.context.settings.upgrades.features[-1].name == "Single sign-on"
    assert features.new.text() == ""
    last = len(features.names) - 1
    _type(features.values[last, "Explorer"], "no")
    _settled(counter, page)
    _type(features.values[last, "Accelerator"], "SAML")
    _settled(counter, page)
    line = counter.context.settings.upgrades.features[-1]
    assert (line.values["Explorer"], line.values["Accelerator"]) == (False, "SAML")
    counter.qtbot.mouseClick(features.aways[last], Qt.MouseButton.LeftButton)
    _settled(counter, page)
    assert "Single sign-on" not in [line.name for line in counter.context.settings.upgrades.features]


def test_a_line_that_is_there_twice_is_refused_in_place(counter: Counter, page: UpgradesPage) -> None:
    _type(page.features.new, "people")
    _settled(counter, page)
    assert page.features.wrong.text() == "Give features of different names."
    assert page.features.new.text() == "people"


def test_what_a_thing_needs_is_one_press(counter: Counter, page: UpgradesPage) -> None:
    page.needs["planning_review"].chosen.emit("Explorer")
    _settled(counter, page)
    assert dict(counter.context.settings.upgrades.needs) == {"business_case": "Accelerator", "planning_review": "Explorer"}
    page.needs["business_case"].chosen.emit("Nothing needed")
    _settled(counter, page)
    assert dict(counter.context.settings.upgrades.needs) == {"planning_review": "Explorer"}


def test_a_mail_without_the_link_is_refused_and_can_go_back(counter: Counter, page: UpgradesPage) -> None:
    page.text.setPlainText("Pay, please.")
    counter.qtbot.mouseClick(page.save_mail, Qt.MouseButton.LeftButton)
    _settled(counter, page)
    assert "{payment_link}" in page.mail_wrong.text()
    page.text.setPlainText("Pay here: {payment_link}")
    counter.qtbot.mouseClick(page.save_mail, Qt.MouseButton.LeftButton)
    _settled(counter, page)
    assert counter.context.settings.upgrades.mail.body == "Pay here: {payment_link}"
    counter.qtbot.mouseClick(page.back, Qt.MouseButton.LeftButton)
    _settled(counter, page)
    assert "Kind regards" in counter.context.settings.upgrades.mail.body
    assert "Kind regards" in page.text.toPlainText()


def test_the_key_is_set_up_from_its_card_checked_and_taken_away(
    counter: Counter, vault: OpenKeyring, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("JOURNEYDESK_STRIPE_CHECKOUT_KEY")
    window = counter.window
    open_set_up(window, UPGRADES)
    (sheet,) = window.findChildren(CheckoutKeySheet)
    _type(sheet.key, "sk_live_0123456789")
    QTest.keyClick(sheet.key, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    counter.qtbot.waitUntil(lambda: sheet.meant.isVisible())
    sheet.key.setText(counter.stripe.box.checkout_key)
    sheet.meant.setChecked(False)
    with counter.qtbot.waitSignal(sheet.saved, timeout=10_000):
        counter.qtbot.mouseClick(sheet.save, Qt.MouseButton.LeftButton)
    assert len(vault.secrets) == 1
    card = next(state for state in service_states(counter.context) if state.name == UPGRADES)
    assert card.state == "Working"
    open_set_up(window, UPGRADES)
    again = next(each for each in window.findChildren(CheckoutKeySheet) if each.isVisible())
    counter.qtbot.mouseClick(again.forget, Qt.MouseButton.LeftButton)
    assert vault.secrets == {}
    card = next(state for state in service_states(counter.context) if state.name == UPGRADES)
    assert card.state == "Off"
