"""The seeded team, and what walks through its screens find."""

import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QFontDatabase

from journeydesk.app import make_application
from journeydesk.config import connections, resources
from journeydesk.sandbox.server import Sandbox
from journeydesk.services.sync.connecting import remote_access
from journeydesk.services.sync.mapping.applying import apply_mapping, open_mapping
from journeydesk.services.sync.session import sync_once
from journeydesk.services.workspace.opening import open_workspace
from journeydesk.storage.sync.meta import set_meta
from journeydesk.ui.bridge import Bridge
from journeydesk.ui.main_window import MainWindow
from journeydesk.ui.theme import Theme
from journeydesk.ui.tokens import BODY
from tests.ui.sizes.walk import Found, Walk, take
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


@pytest.fixture(scope="session")
def walked(team: Path, tmp_path_factory: pytest.TempPathFactory) -> Callable[[Walk], Found]:
    """Takes a walk and gives what it found."""

    def ask(walk: Walk) -> Found:
        with window_of(team, tmp_path_factory.mktemp("walk"), walk.mirrored, walk.font) as window:
            return take(walk, window)

    return ask


@contextmanager
def window_of(team: Path, place: Path, mirrored: bool = False, font: str = "") -> Iterator[MainWindow]:
    """A window on a copy of the team, not yet shown; `mirrored` is from right to left, `font` the family that its texts are in."""
    folder = place / "seeded"
    shutil.copytree(team, folder)
    bridge = Bridge()
    context, _ = open_workspace(folder, KEY, NOWHERE, bridge.publish)
    application = make_application()
    if mirrored:
        application.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    theme = theme_in(font)
    theme.apply(application)
    window = MainWindow(context, theme)
    bridge.changed.connect(window.refresh)
    try:
        yield window
    finally:
        window.close()
        window.deleteLater()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        # Others find the application as it was; without the window, whose eighty screens would all be styled anew.
        theme.choose_contrast("normal")
        theme.choose("light")
        application.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        context.database.close()


def theme_in(font: str) -> Theme:
    """The light theme, in a family that has to be there."""
    with pytest.MonkeyPatch.context() as patch:
        if font:
            assert font in QFontDatabase.families(), f"The font {font} is not installed."
            patch.setattr("journeydesk.ui.theme._system_font", lambda: (font, BODY))
        return Theme(resources() / "icons", "light")
