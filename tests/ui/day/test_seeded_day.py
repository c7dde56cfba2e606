"""A day of calls on the seeded team, by keys: at its end nobody open who was called lacks both a step and a reason
(docs/interface.md, "Next-step gate")."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from journeydesk.config import connections, resources
from journeydesk.sandbox.server import Sandbox
from journeydesk.services.context import Context
from journeydesk.services.queries.next_steps import without_next_step
from journeydesk.services.rows.prospects import Filter, ListView
from journeydesk.services.sync.connecting import remote_access
from journeydesk.services.sync.mapping.applying import apply_mapping, open_mapping
from journeydesk.services.sync.session import sync_once
from journeydesk.services.workspace.opening import open_workspace
from journeydesk.storage.engine import sql
from journeydesk.storage.sync.meta import set_meta
from journeydesk.ui.bridge import Bridge
from journeydesk.ui.call_session.tab import SessionTab
from journeydesk.ui.main_window import MainWindow
from journeydesk.ui.tabs.prospects.tab import ProspectsTab
from journeydesk.ui.theme import Theme
from tests.ui.day.conftest import CONTROL, SHIFT, Hand
from tests.workspaces import KEY

_ANSWERS = ("", "x waiting for their board", "fri 14:30", "3d", "next month", "send the offer tomorrow")
_CALLS = 18


@pytest.fixture
def seeded(tmp_path: Path, qtbot: QtBot) -> Iterator[tuple[Context, Bridge]]:
    """The invented team, set up and synced over HTTP; then the network goes."""
    bridge = Bridge()
    with Sandbox.start(prospects=60, lift_limits=True) as sandbox:
        known = connections(sandbox.addresses.environment() | {"JOURNEYDESK_ACTOR": "Amaia Etxarri"})
        context, _ = open_workspace(tmp_path / "seeded", KEY, known, bridge.publish)
        with context.database.write() as connection:
            set_meta(connection, "calls_per_second", "0")
        access = remote_access(context, known)
        apply_mapping(context, access, open_mapping(context, access), create=True)
        sync_once(context, known)
    yield context, bridge
    context.database.close()


def test_after_a_day_of_calls_each_has_a_step_or_a_reason(seeded: tuple[Context, Bridge], qtbot: QtBot) -> None:
    context, bridge = seeded
    window = MainWindow(context, Theme(resources() / "icons", "light"))
    bridge.changed.connect(window.refresh)
    qtbot.addWidget(window)
    window.show()
    qtbot.waitExposed(window)
    tab = window.tab("Prospects")
    assert isinstance(tab, ProspectsTab)
    tab.show_view(ListView("", (Filter("status", "none_of", ("Rejected", "Churned")),)))
    tab.table.setFocus()
    qtbot.waitUntil(tab.table.hasFocus)
    hand = Hand(window, qtbot)
    hand.press(Qt.Key.Key_L, SHIFT)
    session = window.pages.currentWidget()
    assert isinstance(session, SessionTab)
    called = []
    for number in range(_CALLS):
        called.append(session.prospect)
        hand.type(f"{number % 6 + 1}Call of the day")
        hand.press(Qt.Key.Key_Return, CONTROL)
        if session.gate.isVisible():
            hand.type(_ANSWERS[number % len(_ANSWERS)])
            hand.press(Qt.Key.Key_Return)
    assert len(set(called)) == _CALLS
    left = {one.prospect for one in without_next_step(context)}
    assert left & set(called) == set()
    with context.database.read() as connection:
        waiting = sql.scalar(
            connection,
            "SELECT count(*) FROM interactions i JOIN sync_record s ON s.table_slug = 'interactions' AND s.lid = i.lid "
            "WHERE i.summary = 'Call of the day' AND s.touched = 1",
        )
    assert waiting == _CALLS
