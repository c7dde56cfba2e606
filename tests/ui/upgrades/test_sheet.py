"""The upgrade dialog: the link is made when it opens; copied, mailed, made anew; talking to sales instead, also offline."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel

from journeydesk.config import connections
from journeydesk.services.commands.prospects import edit
from journeydesk.services.commands.settings import change_settings
from journeydesk.services.commands.undoing import undo
from journeydesk.services.sync.working_offline import work_offline
from journeydesk.services.upgrades.watching import look_at_links
from journeydesk.ui.dialogs.upgrade.mail_sheet import LinkMailSheet
from journeydesk.ui.dialogs.upgrade.sheet import UpgradeSheet
from journeydesk.ui.tabs.prospects.tab import ProspectsTab
from journeydesk.ui.targets import PlanningTarget
from tests.ui.upgrades.conftest import Counter


def _words(sheet: UpgradeSheet) -> str:
    return " | ".join(part.text() for part in sheet.findChildren(QLabel) if part.isVisible())


def test_it_says_what_is_needed_compares_the_tiers_and_makes_the_link(counter: Counter) -> None:
    sheet = counter.open("business_case")
    assert sheet.strip is not None
    assert sheet.strip.strong.text() == "“Business case” needs Accelerator."
    assert sheet.strip.rest.accessibleName() == "Quillon Freight has Explorer and used 0 of 50,000 calls this month."
    explorer, accelerator = sheet.tiers
    assert (explorer.price.text(), accelerator.price.text()) == ("€640", "€1,280")
    assert "a month · €640 more" in _words(sheet)
    assert explorer.tag is not None
    assert (explorer.tag.accessibleName(), accelerator.tag.accessibleName()) == ("has it now", "includes what they need")  # type: ignore[union-attr]
    (session,) = counter.stripe.sessions()
    assert sheet.address.text() == session["url"] == sheet.address.selectedText()
    assert "works once, until 20 May, 11:05; when paid, Accelerator is granted at once" in _words(sheet)
    assert "gives Amaia Etxarri a task for today" in sheet.note.text()


def test_ctrl_enter_copies_the_link_and_escape_leaves_it(counter: Counter) -> None:
    sheet = counter.open()
    QTest.keyClick(counter.window.focusWidget() or sheet, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert QGuiApplication.clipboard().text() == counter.stripe.sessions()[0]["url"]
    assert sheet.copy.text() == "Copied"
    QTest.keyClick(counter.window.focusWidget() or sheet, Qt.Key.Key_Escape)
    assert not sheet.isVisible()
    again = counter.open()
    assert again.address.text() == counter.stripe.sessions()[0]["url"]
    assert len(counter.stripe.sessions()) == 1


def test_u_in_the_list_opens_it_for_who_is_current(counter: Counter) -> None:
    window = counter.window
    tab = window.tab("Prospects")
    assert isinstance(tab, ProspectsTab)
    place = next(n for n in range(tab.model.rowCount()) if tab.model.id_at(n) == counter.prospect)
    tab.table.go_to(place)
    tab.table.setFocus()
    counter.qtbot.waitUntil(lambda: window.acted_on is not None and window.acted_on.only == counter.prospect)
    QTest.keyClick(tab.table, Qt.Key.Key_U)
    counter.qtbot.waitUntil(lambda: any(sheet.isVisible() for sheet in window.findChildren(UpgradeSheet)))
    (sheet,) = (each for each in window.findChildren(UpgradeSheet) if each.isVisible())
    counter.settle(sheet)
    assert sheet.about.accessibleName() == "Quillon Freight"
    assert window.offer_upgrade(counter.prospect) is None, "it opens once"


def test_a_new_link_closes_the_one_before(counter: Counter) -> None:
    sheet = counter.open()
    first = sheet.address.text()
    counter.qtbot.mouseClick(sheet.anew, Qt.MouseButton.LeftButton)
    counter.settle(sheet)
    assert sheet.address.text() != first
    assert [counter.stripe.store.objects["checkout/sessions"][s]["url"] for s in counter.stripe.open_sessions()] == [
        sheet.address.text()
    ]


def test_a_payment_shows_at_once_and_nothing_can_be_copied_any_more(counter: Counter) -> None:
    sheet = counter.open()
    counter.stripe.control("POST", "stripe", {"complete": counter.stripe.sessions()[0]["id"]})
    look_at_links(counter.context, connections(), all_living=True)
    counter.qtbot.waitUntil(lambda: not sheet.copy.isEnabled())
    assert sheet.note.text() == "It is paid: Accelerator is granted."
    assert (sheet.address.text(), sheet.mail.isEnabled(), sheet.anew.isVisible()) == ("", False, False)
    assert counter.rows("SELECT tier FROM prospects WHERE lid = ?", counter.prospect) == [("Accelerator",)]


def test_an_expired_link_is_said_and_made_anew(counter: Counter) -> None:
    sheet = counter.open()
    counter.stripe.later(1.01)
    look_at_links(counter.context, connections(), all_living=True)
    counter.qtbot.waitUntil(lambda: sheet.copy.text() == "Make a new link")
    assert "expired or was closed" in sheet.note.text()
    counter.stripe.later(-1.01)
    QTest.keyClick(sheet.copy, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    counter.settle(sheet)
    assert sheet.address.text() in {session["url"] for session in counter.stripe.sessions()}


def test_trouble_at_stripe_is_said_in_place_and_tried_again(counter: Counter) -> None:
    counter.stripe.fault("status-before", method="POST", path="checkout/sessions", status=503)
    sheet = counter.open()
    assert "Stripe has trouble answering; no payment link was made" in sheet.note.text()
    assert (sheet.copy.text(), sheet.copy.isEnabled()) == ("Make a new link", True)
    counter.qtbot.mouseClick(sheet.copy, Qt.MouseButton.LeftButton)
    counter.settle(sheet)
    assert sheet.address.text() == counter.stripe.sessions()[0]["url"]


def test_offline_the_link_is_off_with_its_reason_and_sales_works(counter: Counter) -> None:
    work_offline(counter.context, True)
    sheet = counter.open("business_case")
    assert sheet.note.text() == "You work offline. A payment link needs Stripe; talking to sales works."
    assert (sheet.address.isEnabled(), sheet.copy.isEnabled(), sheet.mail.isEnabled()) == (False, False, False)
    assert counter.window.focusWidget() is sheet.sales
    QTest.keyClick(sheet.sales, Qt.Key.Key_Space)
    assert not sheet.isVisible()
    assert counter.stripe.sessions() == []
    title, owner, due = counter.rows("SELECT title, owner, due FROM tasks WHERE title LIKE 'Talk%'")[0]
    assert (title, owner) == ("Talk about Accelerator with Adaeze Nwokorie (Business case needs it)", "Amaia Etxarri")
    assert str(due).startswith("2026-05-19")
    events = counter.rows("SELECT event FROM events WHERE prospect = ? AND NOT deleted ORDER BY lid", counter.prospect)
    assert {"inquiry_submitted", "upgrade_intent"} <= {event for (event,) in events}
    undo(counter.context)
    assert counter.rows("SELECT 1 FROM tasks WHERE title LIKE 'Talk%' AND NOT deleted") == []
    left = counter.rows("SELECT event FROM events WHERE prospect = ? AND NOT deleted", counter.prospect)
    assert not {"inquiry_submitted", "upgrade_intent"} & {event for (event,) in left}


def test_without_a_key_or_a_price_the_dialog_says_where_to_set_it(counter: Counter, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("JOURNEYDESK_STRIPE_CHECKOUT_KEY")
    assert counter.open().note.text() == "Payment links are not set up on this computer. See Settings, Integrations."
    for sheet in counter.window.findChildren(UpgradeSheet):
        sheet.done()
    change_settings(counter.context, {"upgrades.tiers": None}, "Sold no more")
    sheet = counter.open()
    assert sheet.note.text() == "Accelerator has no price yet. Enter it in Settings, Upgrades."
    assert "No price yet" in _words(sheet)


def test_who_has_the_highest_tier_is_offered_nothing(counter: Counter) -> None:
    edit(counter.context, counter.prospect, {"tier": "Accelerator"})
    sheet = counter.open()
    assert sheet.strip is not None
    assert sheet.strip.strong.text() == "They have the highest tier."
    assert not sheet.copy.isEnabled()
    assert counter.stripe.sessions() == []


def test_a_locked_planning_review_opens_the_offer_instead(counter: Counter) -> None:
    window = counter.window
    change_settings(counter.context, {"upgrades.needs": {"planning_review": "Accelerator"}}, "Locked")
    window.show_target(PlanningTarget(counter.prospect))
    (sheet,) = (each for each in window.findChildren(UpgradeSheet) if each.isVisible())
    counter.settle(sheet)
    assert sheet.strip is not None
    assert sheet.strip.strong.text() == "“Planning review” needs Accelerator."
    sheet.done()
    edit(counter.context, counter.prospect, {"tier": "Accelerator"})
    window.show_target(PlanningTarget(counter.prospect))
    assert window.place == "Planning review"


def test_without_an_account_the_mail_is_copied_and_logged(counter: Counter) -> None:
    sheet = counter.open()
    counter.qtbot.mouseClick(sheet.mail, Qt.MouseButton.LeftButton)
    (mail,) = counter.window.findChildren(LinkMailSheet)
    assert mail.subject.text() == "Your upgrade to Accelerator"
    url = counter.stripe.sessions()[0]["url"]
    assert url in mail.text.toPlainText()
    assert "Hello Adaeze," in mail.text.toPlainText()
    assert "20 May, 11:05" in mail.text.toPlainText()
    mail.text.setPlainText("No link here")
    QTest.keyClick(mail.text, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert "the payment link is not in it" in mail.wrong.text()
    mail.text.setPlainText(f"Here it is: {url}")
    QTest.keyClick(mail.text, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert QGuiApplication.clipboard().text() == f"Your upgrade to Accelerator\n\nHere it is: {url}"
    assert not sheet.isVisible()
    assert counter.rows("SELECT type, summary FROM interactions WHERE NOT deleted") == [
        ("Email", "E-mail: Your upgrade to Accelerator")
    ]
    undo(counter.context)
    assert counter.rows("SELECT 1 FROM interactions WHERE NOT deleted") == []


def test_who_has_no_address_is_mailed_nothing(counter: Counter) -> None:
    edit(counter.context, counter.prospect, {"email": None})
    sheet = counter.open()
    assert not sheet.mail.isEnabled()
    assert sheet.mail.toolTip() == "The prospect has no e-mail address."
