"""The seeded team in a workspace that each test has a copy of."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from journeydesk.app import make_application
from journeydesk.config import connections, resources
from journeydesk.sandbox.server import Sandbox
from journeydesk.services.sync.connecting import remote_access
from journeydesk.services.sync.mapping import apply_mapping, open_mapping
from journeydesk.services.sync.session import sync_once
from journeydesk.services.workspace.opening import open_workspace
from journeydesk.storage.sync.meta import set_meta
from journeydesk.ui.bridge import Bridge
from journeydesk.ui.main_window import MainWindow
from journeydesk.ui.theme import Theme
from tests.workspaces import KEY, NOWHERE


@pytest.fixture(scope="session")
def team(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of a workspace with an invented team of 120 prospects, synced over HTTP and closed."""
    folder = tmp_path_factory.mktemp("team") / "seeded"
    with Sandbox.start(prospects=120, lift_limits=True) as sandbox:
        known = connections(sandbox.addresses.environment() | {"JOURNEYDESK_ACTOR": "Amaia Etxarri"})
        context, _ = open_workspace(folder, KEY, known, lambda _: None)
        with context.database.write() as connection:
            set_meta(connection, "calls_per_second", "0")
        access = remote_access(context, known)
        apply_mapping(context, access, open_mapping(context, access), create=True)
        sync_once(context, known)
        context.database.close()
    return folder


@pytest.fixture
def team_window(team: Path, tmp_path: Path, qtbot: QtBot) -> Iterator[MainWindow]:
    """The window on a copy of the team, not yet shown."""
    folder = tmp_path / "seeded"
    shutil.copytree(team, folder)
    bridge = Bridge()
    context, _ = open_workspace(folder, KEY, NOWHERE, bridge.publish)
    theme = Theme(resources() / "icons", "light")
    theme.apply(make_application())
    window = MainWindow(context, theme)
    bridge.changed.connect(window.refresh)
    qtbot.addWidget(window)
    yield window
    window.close()
    context.database.close()
