"""Connecting Airtable in the window, over real HTTP: token, base, fields, first sync; and a token that was revoked."""

import json
from collections.abc import Iterator

import httpx
import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QAbstractButton
from pytestqt.qtbot import QtBot

from journeydesk.config import connections
from journeydesk.domain.mapping.offer import State
from journeydesk.remote.opening import RemoteAccess
from journeydesk.sandbox.server import Sandbox
from journeydesk.services.context import Context
from journeydesk.services.queries.lists.prospects import prospect_total
from journeydesk.services.sync.connecting import remote_access, set_pace
from journeydesk.services.sync.mapping.applying import LEAVE_OUT, MappingDraft, apply_mapping, open_mapping
from journeydesk.services.sync.session import sync_once
from journeydesk.storage.engine import sql
from journeydesk.sync.ports import TokenRefused
from journeydesk.ui.bridge import Bridge
from journeydesk.ui.dialogs.airtable.set_up import AirtableSetUp
from journeydesk.ui.main_window import MainWindow
from journeydesk.ui.work import Background
from tests.fakes.open_keyring import OpenKeyring

CONTROL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier


class PassOnRequest:
    """One real pass of sync, beside the window, each time it is asked for."""

    def __init__(self, context: Context, work: Background) -> None:
        self._context = context
        self._work = work
        self.problems: list[Exception] = []

    def request(self) -> None:
        known = connections()
        self._work.run("pass", lambda: sync_once(self._context, known), lambda _outcome: None, self.problems.append)


@pytest.fixture
def box(context: tuple[Context, Bridge], monkeypatch: pytest.MonkeyPatch) -> Iterator[Sandbox]:
    """Airtable's stand-in without its limits, which nobody waits for either."""
    set_pace(context[0], 0)
    with Sandbox.start(prospects=12, lift_limits=True) as started:
        monkeypatch.setenv("JOURNEYDESK_AIRTABLE_URL", started.airtable_url)
        monkeypatch.setenv("JOURNEYDESK_SYNC_SETTLE_S", "0")
        yield started


def opened(window: MainWindow, qtbot: QtBot) -> AirtableSetUp:
    qtbot.keyClick(window, Qt.Key.Key_A, CONTROL | SHIFT)
    return next(found for found in window.findChildren(AirtableSetUp) if found.isVisible())


def paste(dialog: AirtableSetUp, qtbot: QtBot, text: str) -> None:
    QGuiApplication.clipboard().setText(text)
    qtbot.keyClick(dialog.access.token, Qt.Key.Key_V, CONTROL)


def choose_base(dialog: AirtableSetUp, qtbot: QtBot, box: Sandbox) -> None:
    base = dialog.access.base
    qtbot.waitUntil(lambda: base.count() > 0)
    base.setFocus()
    while base.base != box.base_id:
        qtbot.keyClick(base, Qt.Key.Key_Down)
    edit = base.lineEdit()
    assert edit is not None
    qtbot.waitUntil(dialog.foot.on.isEnabled)
    qtbot.keyClick(edit, Qt.Key.Key_Return)


def matching(dialog: AirtableSetUp, qtbot: QtBot, box: Sandbox) -> MappingDraft:
    paste(dialog, qtbot, box.token)
    choose_base(dialog, qtbot, box)
    qtbot.waitUntil(lambda: dialog.step == 1, timeout=20_000)
    assert dialog.mapping.draft is not None
    return dialog.mapping.draft


def settle(draft: MappingDraft) -> None:
    for table in draft.tables:
        if table.state is State.DECIDE:
            draft.choose_table(table.slug, LEAVE_OUT)
        for field in draft.table(table.slug).fields:
            for option in field.options:
                if option.state is State.DECIDE:
                    draft.choose_option(table.slug, field.slug, option.id, None)
            if field.state is State.DECIDE and field.chosen is None:
                draft.choose_field(table.slug, field.slug, LEAVE_OUT)


@pytest.mark.parametrize("new", [True, False])
def test_the_last_step_says_a_new_teams_zone_and_currency(
    window: MainWindow, qtbot: QtBot, box: Sandbox, vault: OpenKeyring, monkeypatch: pytest.MonkeyPatch, new: bool
) -> None:
    monkeypatch.setenv("TZ", "Africa/Lagos")
    monkeypatch.setenv("LC_ALL", "en_NG.UTF-8")
    if new:
        with window.context.database.write() as connection:
            sql.run(connection, "DELETE FROM prospects")
    dialog = opened(window, qtbot)
    settle(matching(dialog, qtbot, box))
    dialog.mapping.changed.emit()
    qtbot.keyClick(dialog.mapping.list, Qt.Key.Key_Return, CONTROL)
    qtbot.waitUntil(dialog.foot.on.isEnabled)
    qtbot.keyClick(dialog.stripe.key, Qt.Key.Key_Return, CONTROL)
    qtbot.waitUntil(lambda: dialog.step == 3, timeout=20_000)
    region = dialog.first_sync.region
    assert region.isVisible() is new
    words = "The team's time zone is Africa/Lagos (as on this computer), its currency NGN (as on this computer). "
    assert region.text() == (f"{words}Change them under Settings, Team and Money." if new else "")


def test_token_base_map_and_first_sync_fill_the_window(
    window: MainWindow, qtbot: QtBot, box: Sandbox, vault: OpenKeyring
) -> None:
    work = Background(window)
    window.sync.attach(PassOnRequest(window.context, work))
    before = prospect_total(window.context)
    dialog = opened(window, qtbot)
    draft = matching(dialog, qtbot, box)
    assert "Token works" in dialog.access.state.text()
    settle(draft)
    dialog.mapping.changed.emit()
    qtbot.keyClick(dialog.mapping.list, Qt.Key.Key_Return, CONTROL)
    assert dialog.step == 2
    assert vault.secrets == {}
    qtbot.waitUntil(dialog.foot.on.isEnabled)
    qtbot.keyClick(dialog.stripe.key, Qt.Key.Key_Return, CONTROL)
    qtbot.waitUntil(lambda: dialog.first_sync.title.text() == "Everything is here", timeout=30_000)
    assert prospect_total(window.context) == before + 12
    assert [json.loads(secret)["token"] for secret in vault.secrets.values()] == [box.token]
    qtbot.keyClick(dialog.foot.on, Qt.Key.Key_Return, CONTROL)
    qtbot.waitUntil(lambda: window.windowTitle() == "Prospects – Journeydesk")
    work.wait()


def test_a_wrong_token_is_said_to_be_wrong_and_nothing_is_kept(
    window: MainWindow, qtbot: QtBot, box: Sandbox, vault: OpenKeyring
) -> None:
    dialog = opened(window, qtbot)
    paste(dialog, qtbot, "not a token")
    state = dialog.access.state
    qtbot.waitUntil(lambda: "no Airtable token" in state.text())
    dialog.access.token.clear()
    paste(dialog, qtbot, "patAAAAAAAAAAAAAA.0000000000")
    qtbot.waitUntil(lambda: "token" in state.text() and state.property("kind") == "danger")
    assert dialog.access.base.count() == 0
    assert not dialog.foot.on.isEnabled()
    assert vault.secrets == {}


def test_without_a_keyring_a_good_token_holds_until_the_end(
    window: MainWindow, qtbot: QtBot, box: Sandbox, monkeypatch: pytest.MonkeyPatch
) -> None:
    dialog = opened(window, qtbot)
    paste(dialog, qtbot, box.token)
    qtbot.waitUntil(lambda: "holds until you quit" in dialog.access.state.text())
    choose_base(dialog, qtbot, box)
    qtbot.waitUntil(lambda: dialog.step == 1, timeout=20_000)
    assert dialog.mapping.draft is not None
    settle(dialog.mapping.draft)
    dialog.mapping.changed.emit()
    qtbot.keyClick(dialog.mapping.list, Qt.Key.Key_Return, CONTROL)
    qtbot.waitUntil(dialog.foot.on.isEnabled)
    qtbot.keyClick(dialog.stripe.key, Qt.Key.Key_Return, CONTROL)
    qtbot.waitUntil(lambda: dialog.step == 3, timeout=20_000)
    assert remote_access(window.context, connections()).token == box.token
    on_disk = [file for file in window.context.database.folder.rglob("*") if file.is_file()]
    assert not any(box.token.encode() in file.read_bytes() for file in on_disk)


@pytest.mark.parametrize("key", ["leave", "on"])
def test_the_keys_of_the_set_up_work_while_the_base_has_the_keyboard(
    window: MainWindow, qtbot: QtBot, box: Sandbox, vault: OpenKeyring, key: str
) -> None:
    dialog = opened(window, qtbot)
    paste(dialog, qtbot, box.token)
    base = dialog.access.base
    qtbot.waitUntil(lambda: base.count() > 0)
    base.setCurrentIndex(base.findData(box.base_id))
    base.setFocus()
    qtbot.waitUntil(dialog.foot.on.isEnabled)
    focus = window.focusWidget()
    assert focus is not None
    if key == "leave":
        qtbot.keyClick(focus, Qt.Key.Key_Escape)
        assert not dialog.isVisible()
    else:
        qtbot.keyClick(focus, Qt.Key.Key_Return, CONTROL)
        qtbot.waitUntil(lambda: dialog.step == 1, timeout=20_000)


def test_offline_the_set_up_says_so_and_can_be_left(window: MainWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("JOURNEYDESK_AIRTABLE_URL", "http://127.0.0.1:9")
    dialog = opened(window, qtbot)
    paste(dialog, qtbot, "patAAAAAAAAAAAAAA.0000000000")
    qtbot.waitUntil(lambda: "cannot be reached" in dialog.access.state.text(), timeout=10_000)
    qtbot.keyClick(dialog.access.token, Qt.Key.Key_Escape)
    assert not dialog.isVisible()


def test_what_was_stopped_at_is_gone_on_with(window: MainWindow, qtbot: QtBot, box: Sandbox, vault: OpenKeyring) -> None:
    dialog = opened(window, qtbot)
    draft = matching(dialog, qtbot, box)
    draft.choose_table("assets", LEAVE_OUT)
    qtbot.mouseClick(dialog.foot.stop, Qt.MouseButton.LeftButton)
    assert not dialog.isVisible()
    again = matching(opened(window, qtbot), qtbot, box)
    assert again is not draft
    assert again.table("assets").state is State.LEFT_OUT
    assert again.table("prospects").remote == draft.table("prospects").remote


def test_matching_again_keeps_what_other_tables_got(window: MainWindow, qtbot: QtBot, box: Sandbox, vault: OpenKeyring) -> None:
    dialog = opened(window, qtbot)
    draft = matching(dialog, qtbot, box)
    draft.choose_table("alerts", LEAVE_OUT)
    draft.choose_field("prospects", "notes", LEAVE_OUT)
    dialog.side.tables.go_to("prospects")
    qtbot.mouseClick(dialog.mapping.again, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: dialog.mapping.draft is not draft, timeout=20_000)
    fresh = dialog.mapping.draft
    assert fresh is not None
    assert fresh.table("alerts").state is State.LEFT_OUT
    notes = next(field for field in fresh.table("prospects").fields if field.slug == "notes")
    assert notes.state is not State.LEFT_OUT


def test_every_control_of_the_set_up_has_a_name(window: MainWindow, qtbot: QtBot, box: Sandbox) -> None:
    dialog = opened(window, qtbot)
    assert [b for b in dialog.findChildren(QAbstractButton) if not (b.accessibleName() or b.text())] == []
    assert dialog.access.token.accessibleName()
    assert dialog.access.base.accessibleName()


def test_a_revoked_token_is_replaced_from_the_clipboard(
    window: MainWindow, qtbot: QtBot, box: Sandbox, vault: OpenKeyring
) -> None:
    context = window.context
    access = RemoteAccess(box.airtable_url, box.token, box.base_id)
    apply_mapping(context, access, open_mapping(context, access), create=True)
    httpx.request("DELETE", f"{box.control_url}/tokens", json={"token": box.token}).raise_for_status()
    with pytest.raises(TokenRefused):
        sync_once(context, connections())
    qtbot.waitUntil(window.sync.banner.isVisible)
    assert window.top.pill.text() == "Sign-in needed"
    assert "12 changes are safe on this computer" in window.sync.banner.accessibleName()
    fresh = httpx.post(f"{box.control_url}/tokens", json={}).json()["token"]
    QGuiApplication.clipboard().setText(fresh)
    qtbot.mouseClick(window.sync.banner.paste, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: not window.sync.banner.isVisible(), timeout=10_000)
    assert [json.loads(secret)["token"] for secret in vault.secrets.values()] == [fresh]
    qtbot.waitUntil(lambda: "works" in window.message.accessibleName())


def test_without_a_token_on_the_clipboard_the_set_up_opens(window: MainWindow, qtbot: QtBot, box: Sandbox) -> None:
    QGuiApplication.clipboard().setText("something else")
    window.sync.banner.show_state(True, 0)
    qtbot.mouseClick(window.sync.banner.paste, Qt.MouseButton.LeftButton)
    assert any(found.isVisible() for found in window.findChildren(AirtableSetUp))
