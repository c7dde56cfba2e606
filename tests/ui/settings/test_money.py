"""Rates, the grace period, and which prospect a Stripe customer is (docs/rules.md, "Who a payer is")."""

from datetime import timedelta
from decimal import Decimal

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QPushButton

from journeydesk.domain.ids import RecordId
from journeydesk.services.commands.undoing import undo
from journeydesk.services.payments.links import link_and_compute
from journeydesk.storage.payments import stripe_mirror, stripe_payers
from journeydesk.storage.payments.stripe_mirror import ProspectMoney
from journeydesk.storage.payments.stripe_payers import PayerFacts
from journeydesk.storage.records import records
from journeydesk.storage.sync.api_calls import note_worked
from journeydesk.ui.tabs.settings.money.customer_card import CustomerCard
from journeydesk.ui.tabs.settings.money.page import MoneyPage
from journeydesk.ui.words.currencies import currency_codes
from tests.ui.settings.conftest import Desk

EMAIL = "accounts@meridian.example"


def prospect(desk: Desk, company: str) -> RecordId:
    return RecordId(desk.rows("SELECT lid FROM prospects WHERE company = ?", company)[0][0])


@pytest.fixture
def page(desk: Desk) -> MoneyPage:
    context = desk.context
    with context.database.write() as connection:
        for company in ("Quillon Freight", "Łąkowisko Meble"):
            records.update(connection, "prospects", prospect(desk, company), {"email": EMAIL}, context.author())
        at = "2026-04-02T10:00:00.000Z"
        stripe_payers.note_payers(
            connection, [PayerFacts("cus_two", EMAIL, None, at), PayerFacts("pi_guest", "a@b.example", None, at)]
        )
        euros, dollars = prospect(desk, "蒼嶺測器"), prospect(desk, "ندى القمر للخزف")
        figures = [ProspectMoney(euros, 10_000, 1_000, "EUR"), ProspectMoney(dollars, 5_000, 500, "USD")]
        stripe_mirror.set_money(connection, figures)
    link_and_compute(context)
    desk.tab.show_page("Money")
    found = desk.tab.page("Money")
    assert isinstance(found, MoneyPage)
    settled(desk, found)
    return found


def settled(desk: Desk, page: MoneyPage) -> None:
    desk.settle()
    desk.until(lambda: page.ready and not page.work.busy("money"))


def card(page: MoneyPage, customer: str) -> CustomerCard:
    return [one for one in page.findChildren(CustomerCard) if one._facts.customer == customer][-1]


def button(page: MoneyPage, name: str) -> QPushButton:
    return page.findChildren(QPushButton, name)[-1]


def test_a_currency_stays_out_of_the_sums_until_it_has_a_rate(desk: Desk, page: MoneyPage) -> None:
    assert page.totals.together == ("€100.00", "€10.00", "without US dollar")
    assert "left out of sums" in [part.text() for part in page.totals.findChildren(QLabel)]
    desk.type_in(page.totals.rates["USD"], "0,9")
    settled(desk, page)
    assert desk.context.settings.payments.rates == {"USD": Decimal("0.9")}
    desk.until(lambda: page.totals.together == ("€145.00", "€14.50", ""))
    assert desk.said == ["Set the rate of USD to 0,9"]
    undo(desk.context)
    desk.until(lambda: page.totals.together[2] == "without US dollar")


def test_a_currency_has_its_code_and_the_sums_their_age(desk: Desk, page: MoneyPage) -> None:
    said = [part.text() for part in page.findChildren(QLabel) if not part.isHidden()]
    assert {"Euro", "EUR", "US dollar", "USD"} <= set(said)
    assert page.until.text() == ""
    with desk.context.database.write() as connection:
        note_worked(connection, "Stripe", (desk.context.clock() - timedelta(minutes=2)).isoformat().replace("+00:00", "Z"))
    page.read()
    desk.until(lambda: page.until.text() == "up to 2 min ago")


def test_a_wrong_rate_gets_a_sentence_and_saves_nothing(desk: Desk, page: MoneyPage) -> None:
    for text, sentence in (("cheap", "is not a number"), ("-1", "out of range"), ("0", "out of range")):
        desk.type_in(page.totals.rates["USD"], text)
        settled(desk, page)
        assert sentence in page.totals.wrong.text()
        assert page.totals.rates["USD"].accessibleDescription() == page.totals.wrong.text()
    assert desk.context.overrides == {}


@pytest.mark.qt_log_ignore("This plugin does not support")
def test_a_rate_for_another_currency_is_added_and_taken_away(desk: Desk, page: MoneyPage) -> None:
    code = page.totals.code
    assert not {"EUR", "USD"} & {code.itemData(place) for place in range(code.count())}
    code.setFocus()
    desk.bot.keyClick(code, Qt.Key.Key_P)
    assert code.view().currentIndex().data() == "Polish złoty (PLN, zł)"
    desk.bot.keyClick(code.view(), Qt.Key.Key_Down)
    desk.bot.keyClick(code.view(), Qt.Key.Key_Return)
    assert code.code == "GBP"
    desk.type_in(page.totals.rate, "1.16")
    settled(desk, page)
    desk.until(lambda: "GBP" in page.totals.rates)
    assert code.code == ""
    named = "Take the rate of GBP away"
    desk.until(lambda: any(one.isVisible() for one in page.findChildren(QPushButton) if one.accessibleName() == named))
    away = [one for one in page.findChildren(QPushButton) if one.accessibleName() == named][-1]
    desk.press(away)
    settled(desk, page)
    assert desk.context.settings.payments.rates == {}
    desk.press(page.totals.button)
    assert "Choose the currency" in page.totals.wrong.text()
    assert code.window().focusWidget() is code


@pytest.mark.qt_log_ignore("This plugin does not support")
def test_the_grace_period_and_the_currency_are_settings_of_the_team(desk: Desk, page: MoneyPage) -> None:
    desk.type_in(page.field_of("payments.grace_days").edit, "7")
    settled(desk, page)
    assert desk.context.settings.payments.grace_days == 7
    choice = page.currency.choice
    assert choice.currentText() == "Euro (EUR, €)"
    choice.setFocus()
    desk.bot.keyClick(choice, Qt.Key.Key_U)
    desk.bot.keyClicks(choice.view(), "s d")
    assert desk.context.settings.currency == "EUR"
    desk.bot.keyClick(choice.view(), Qt.Key.Key_Return)
    settled(desk, page)
    assert (desk.context.settings.currency, choice.currentText()) == ("USD", "US dollar (USD, $)")
    undo(desk.context)
    desk.bot.waitUntil(lambda: choice.currentText() == "Euro (EUR, €)")


def test_a_team_chooses_which_lifetime_value_comes_first(desk: Desk, page: MoneyPage) -> None:
    by_hand = next(each for each in page.value_from.findChildren(QAbstractButton) if each.text() == "Typed by hand")
    desk.press(by_hand)
    settled(desk, page)
    assert desk.context.settings.payments.value_from == "by hand"
    undo(desk.context)
    desk.bot.waitUntil(lambda: not by_hand.isChecked())


def test_a_wheel_over_the_currency_scrolls_and_changes_nothing(desk: Desk, page: MoneyPage) -> None:
    choice = page.currency.choice
    choice.setFocus()
    middle, here = QPointF(choice.rect().center()), QPointF(choice.mapToGlobal(choice.rect().center()))
    turn = QWheelEvent(
        middle,
        here,
        QPoint(),
        QPoint(0, -120),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(choice, turn)
    settled(desk, page)
    assert (desk.context.settings.currency, choice.currentData()) == ("EUR", "EUR")


def test_every_currency_is_listed_once_and_one_unlisted_is_shown(page: MoneyPage) -> None:
    codes = currency_codes()
    assert len(codes) == len(set(codes)) > 150
    assert all(len(code) == 3 and code.isupper() for code in codes)
    page.currency.show_currency("XTS")
    assert page.currency.choice.currentText() == "XTS"


def test_an_ambiguous_customer_is_linked_by_one_press_and_undone(desk: Desk, page: MoneyPage) -> None:
    wanted = prospect(desk, "Łąkowisko Meble")
    link = button(page, f"link cus_two {wanted}")
    link.setFocus()
    desk.bot.keyClick(link, Qt.Key.Key_Space)
    settled(desk, page)
    assert desk.rows("SELECT stripe_customer FROM prospects WHERE lid = ?", wanted) == [("cus_two",)]
    assert desk.said == ["Linked a Stripe customer to Łąkowisko Meble"]
    assert undo(desk.context) == "Linked a Stripe customer to Łąkowisko Meble"
    assert desk.rows("SELECT stripe_customer FROM prospects WHERE lid = ?", wanted) == [(None,)]


def test_a_guest_that_fits_nobody_is_found_by_typing_and_linked(desk: Desk, page: MoneyPage) -> None:
    found = card(page, "pi_guest")
    desk.bot.keyClicks(found.search, "quill")
    wanted = prospect(desk, "Quillon Freight")
    undoable: list[bool] = []
    desk.tab.said.connect(lambda _words, can: undoable.append(can))
    desk.press(button(page, f"link pi_guest {wanted}"))
    settled(desk, page)
    assert desk.rows("SELECT prospect, how FROM stripe_payer WHERE payer = 'pi_guest'") == [(wanted, "person")]
    assert undoable == [False]


def test_a_customer_is_left_and_asked_about_again(desk: Desk, page: MoneyPage) -> None:
    desk.press(button(page, "leave cus_two"))
    settled(desk, page)
    assert desk.rows("SELECT how FROM stripe_payer WHERE payer = 'cus_two'") == [("nobody",)]
    name = f"Ask again about {EMAIL}"
    desk.until(lambda: any(one.accessibleName() == name for one in page.findChildren(QPushButton)))
    desk.press(next(one for one in page.findChildren(QPushButton) if one.accessibleName() == name))
    settled(desk, page)
    assert desk.rows("SELECT how FROM stripe_payer WHERE payer = 'cus_two'") == [("asked",)]


def test_spend_is_entered_changed_and_taken_away(desk: Desk, page: MoneyPage) -> None:
    card_of_spend = page.spend
    card_of_spend.month.setText("2026-04")
    card_of_spend.source.setText("LinkedIn")
    card_of_spend.amount.setText("much")
    desk.press(card_of_spend.button)
    desk.until(lambda: card_of_spend.wrong.isVisible())
    assert "Amount: “much” is not an amount" in card_of_spend.wrong.text()
    card_of_spend.amount.setText("300")
    desk.press(card_of_spend.button)
    desk.until(lambda: ("2026-04", "LinkedIn") in card_of_spend.amounts)
    assert desk.context.settings.spend["2026-04"]["LinkedIn"] == 300
    desk.type_in(card_of_spend.amounts["2026-04", "LinkedIn"], "450.50")
    desk.until(lambda: desk.context.settings.spend["2026-04"]["LinkedIn"] == Decimal("450.5"))
    desk.type_in(card_of_spend.amounts["2026-04", "LinkedIn"], "")
    desk.until(lambda: not desk.context.settings.spend)
    undo(desk.context)
    desk.until(lambda: ("2026-04", "LinkedIn") in card_of_spend.amounts)
