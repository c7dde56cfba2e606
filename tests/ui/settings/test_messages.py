"""The page of messages, and setting a mail account up, by hand."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton

from journeydesk.services.mail.account import mail_account
from journeydesk.services.mail.opens import agreed_to_opens
from journeydesk.services.mail.queueing import no_mail_list
from journeydesk.services.mail.sender import sends_here
from journeydesk.ui.dialogs.mail_account import MailAccountSheet
from journeydesk.ui.main_window import MainWindow
from journeydesk.ui.tabs.settings.mail.page import MessagesPage
from tests.fakes.open_keyring import OpenKeyring
from tests.fakes.post_office import post_office
from tests.ui.settings.conftest import Desk


@pytest.fixture
def page(desk: Desk) -> MessagesPage:
    """The page, shown."""
    desk.tab.show_page("Messages")
    shown = desk.tab.page("Messages")
    assert isinstance(shown, MessagesPage)
    return shown


def choose(desk: Desk, page: MessagesPage, template: str, way: str) -> None:
    """A press on how a template goes."""
    (button,) = [each for each in page.cards[template].ways.findChildren(QAbstractButton) if each.text() == way]
    desk.press(button)
    desk.settle()


def test_a_template_is_edited_previewed_and_saved(desk: Desk, page: MessagesPage) -> None:
    card = page.cards["welcome"]
    desk.press(card.opener)
    assert not card.save.isEnabled()
    desk.fill(card.subject, "Welcome, {first_name|friend}")
    page._preview("welcome", card.subject.text(), card.text.toPlainText())
    assert card.preview.isVisible()
    desk.press(card.save)
    desk.settle()
    assert desk.context.settings.mail.templates["welcome"].subject == "Welcome, {first_name|friend}"
    desk.press(card.back)
    desk.settle()
    assert desk.context.settings.mail.templates["welcome"].subject == "Welcome to {team}"
    assert card.subject.text() == "Welcome to {team}"


def test_a_field_that_there_is_not_is_refused_and_kept(desk: Desk, page: MessagesPage) -> None:
    card = page.cards["welcome"]
    desk.press(card.opener)
    desk.fill(card.subject, "Hello {firstname}")
    desk.press(card.save)
    desk.settle()
    assert "there is no field {firstname}" in card.wrong.text()
    assert card.subject.text() == "Hello {firstname}"
    assert desk.context.settings.mail.templates["welcome"].subject == "Welcome to {team}"


def test_a_template_goes_by_itself_only_by_a_switch(desk: Desk, page: MessagesPage) -> None:
    assert desk.context.settings.mail.by_itself == {}
    choose(desk, page, "weekly_check_in", "By itself")
    assert set(desk.context.settings.mail.by_itself) == {"weekly_check_in"}
    assert sends_here(desk.context)
    choose(desk, page, "weekly_check_in", "Off")
    assert desk.context.settings.mail.by_itself == {}
    choose(desk, page, "weekly_check_in", "For approval")
    assert "weekly_check_in" in desk.context.settings.mail.drafted


def test_a_link_without_https_is_refused(desk: Desk, page: MessagesPage) -> None:
    desk.type_in(page.links.links["support"], "ftp://x")
    desk.settle()
    assert "https://" in page.links.wrong.text()
    desk.type_in(page.links.links["support"], "https://help.example/ask")
    desk.settle()
    assert desk.context.settings.mail.links["support"] == "https://help.example/ask"


def test_an_address_is_taken_on_and_off_the_list(desk: Desk, page: MessagesPage) -> None:
    desk.type_in(page.refusals.address, "ann@x.example")
    assert [each.address for each in no_mail_list(desk.context)] == ["ann@x.example"]
    (back,) = [
        each for each in page.findChildren(QAbstractButton) if each.accessibleName() == "Allow mail to ann@x.example again"
    ]
    desk.press(back)
    assert no_mail_list(desk.context) == []


def shown_counting(desk: Desk) -> bool:
    """Whether the team counts opens."""
    return desk.context.settings.mail.count_opens


def test_who_agreed_is_noted_with_how_and_taken_back(desk: Desk, page: MessagesPage) -> None:
    card = page.opens
    desk.press(card.switch)
    desk.settle()
    assert shown_counting(desk)
    desk.type_in(card.address, "ann@x.example")
    assert agreed_to_opens(desk.context) == []
    assert card.beside is not None
    desk.type_in(card.beside, "fair in Bilbao")
    (agreed,) = agreed_to_opens(desk.context)
    assert (agreed.address, agreed.how) == ("ann@x.example", "fair in Bilbao")
    assert card.address.text() == card.beside.text() == ""
    (back,) = [each for each in card.findChildren(QAbstractButton) if each.accessibleName() == "ann@x.example takes it back"]
    desk.press(back)
    assert agreed_to_opens(desk.context) == []
    desk.press(card.switch)
    desk.settle()
    assert not shown_counting(desk)
    assert not card.switch.isChecked()


def test_an_account_is_kept_once_its_servers_take_it(desk: Desk, window: MainWindow, vault: OpenKeyring) -> None:
    with post_office(auth_required=True) as server:
        server.users["amaia@ostrelle.example"] = "good password"
        desk.tab.integrations.set_up_requested.emit("E-mail")
        (sheet,) = [each for each in window.findChildren(MailAccountSheet) if each.isVisible()]
        desk.fill(sheet.address, "amaia@ostrelle.example")
        desk.fill(sheet.smtp, f"127.0.0.1:{server.port}")
        desk.fill(sheet.password, "wrong")
        desk.bot.keyClick(sheet.password, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
        desk.bot.waitUntil(sheet.wrong.isVisible, timeout=10_000)
        assert "does not take the sign-in" in sheet.wrong.text()
        assert mail_account(desk.context) is None
        desk.fill(sheet.password, "good password")
        desk.press(sheet.save)
        desk.bot.waitUntil(lambda: mail_account(desk.context) is not None, timeout=10_000)
    assert any("good password" in secret for secret in vault.secrets.values())
    with desk.context.database.read() as connection:
        from journeydesk.storage.engine import sql

        kept = "".join(str(value) for value in sql.scalars(connection, "SELECT value FROM meta"))
    assert "good password" not in kept
    desk.bot.waitUntil(
        lambda: "Working" in [each.state.state for each in desk.tab.integrations.rows if each.state.name == "E-mail"]
    )
