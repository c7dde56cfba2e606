"""The team's Stripe key in the set-up: pasted, checked with Stripe over HTTP, kept, refused, taken away."""

import json
from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from journeydesk.gallery.mapping import mapping_draft
from journeydesk.sandbox.server import Sandbox
from journeydesk.sandbox.stripe.access import read_everything
from journeydesk.ui.dialogs.airtable.set_up import AirtableSetUp
from journeydesk.ui.main_window import MainWindow
from tests.fakes.open_keyring import OpenKeyring
from tests.integration.payments.conftest import Account

CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def account(monkeypatch: pytest.MonkeyPatch) -> Iterator[Account]:
    with Sandbox.start(prospects=1, lift_limits=True) as box:
        monkeypatch.setenv("JOURNEYDESK_STRIPE_URL", box.stripe_url)
        yield Account(box)


@pytest.fixture
def dialog(window: MainWindow, qtbot: QtBot, vault: OpenKeyring, account: Account) -> AirtableSetUp:
    window.activateWindow()
    window.sync.set_up()
    dialog = next(sheet for sheet in window.findChildren(AirtableSetUp) if sheet.isVisible())
    draft = mapping_draft(window.context)
    for name in ("Parked", "Nurture"):
        draft.choose_option("prospects", "journey_stage", f"sel{name}", None)
    dialog.show_draft(draft, "prospects")
    qtbot.keyClick(dialog.mapping.list, Qt.Key.Key_Return, CONTROL)
    qtbot.waitUntil(dialog.foot.on.isEnabled)
    assert dialog.step == 2
    assert dialog.stripe.key.hasFocus()
    return dialog


def kept(vault: OpenKeyring) -> list[str]:
    return [json.loads(secret)["token"] for secret in vault.secrets.values()]


def test_a_restricted_key_is_checked_and_kept(
    dialog: AirtableSetUp, qtbot: QtBot, account: Account, vault: OpenKeyring
) -> None:
    key = account.key("rk_test_reads", **read_everything())
    qtbot.keyClicks(dialog.stripe.key, key)
    assert not dialog.foot.on.isEnabled()
    qtbot.waitUntil(lambda: "Key works: a restricted key for test data" in dialog.stripe.state.text(), timeout=10_000)
    assert dialog.stripe.state.property("kind") == "ok"
    assert kept(vault) == [key]
    assert dialog.foot.on.isEnabled()
    assert dialog.stripe.forget.isVisible()
    qtbot.mouseClick(dialog.stripe.forget, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: "taken out of the keyring" in dialog.stripe.state.text())
    assert kept(vault) == []
    assert dialog.stripe.key.text() == ""


def test_what_a_key_may_not_read_is_named(dialog: AirtableSetUp, qtbot: QtBot, account: Account) -> None:
    key = account.key("rk_test_some", **{**read_everything(), "invoices": "none"})
    qtbot.keyClicks(dialog.stripe.key, key)
    qtbot.waitUntil(lambda: dialog.stripe.state.property("kind") == "warn", timeout=10_000)
    assert "invoice" in dialog.stripe.state.text()


def test_a_secret_live_key_needs_a_tick(dialog: AirtableSetUp, qtbot: QtBot, account: Account, vault: OpenKeyring) -> None:
    key = account.key("sk_live_everything")
    assert not dialog.stripe.meant.isVisible()
    qtbot.keyClicks(dialog.stripe.key, key)
    qtbot.waitUntil(dialog.stripe.meant.isVisible)
    assert "could move money" in dialog.stripe.state.text()
    assert "--" not in dialog.stripe.state.text()
    assert kept(vault) == []
    qtbot.keyClick(dialog.stripe.meant, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: "a secret key for live data" in dialog.stripe.state.text(), timeout=10_000)
    assert kept(vault) == [key]
    qtbot.keyClick(dialog.stripe.key, Qt.Key.Key_Backspace)
    assert not dialog.stripe.meant.isChecked()
    assert not dialog.stripe.meant.isVisible()


@pytest.mark.parametrize(
    ("text", "words"),
    [("pk_live_abc", "publishable key"), ("whsec_abc", "webhook's secret"), ("hello", "no Stripe key")],
)
def test_what_is_no_key_is_said_to_be_none(
    dialog: AirtableSetUp, qtbot: QtBot, vault: OpenKeyring, text: str, words: str
) -> None:
    qtbot.keyClicks(dialog.stripe.key, text)
    qtbot.waitUntil(lambda: words in dialog.stripe.state.text())
    assert dialog.stripe.state.property("kind") == "danger"
    assert not dialog.foot.on.isEnabled()
    assert "empty the field" in dialog.foot.words.text()
    dialog.stripe.key.clear()
    assert dialog.foot.on.isEnabled()
    assert kept(vault) == []


def test_the_key_is_hidden_until_it_is_asked_for(dialog: AirtableSetUp, qtbot: QtBot) -> None:
    key = dialog.stripe.key
    assert key.echoMode() is key.EchoMode.Password
    qtbot.mouseClick(dialog.stripe.row.shown, Qt.MouseButton.LeftButton)
    assert key.echoMode() is key.EchoMode.Normal
