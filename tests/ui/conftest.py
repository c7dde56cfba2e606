"""A real window over a real encrypted workspace with a few prospects."""

from collections.abc import Callable, Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from journeydesk.app import make_application
from journeydesk.config import resources
from journeydesk.services.commands.prospects import create_prospect
from journeydesk.services.context import Context
from journeydesk.ui.bridge import Bridge
from journeydesk.ui.main_window import MainWindow
from journeydesk.ui.theme import Theme
from tests.made_once import workspace_like
from tests.ui.killing import killed
from tests.workspaces import NOW

__all__ = ["killed"]

PEOPLE = (
    ("Quillon Freight", "Adaeze Nwokorie", "2026-05-19", 4_800_000),
    ("Łąkowisko Meble", "Zuzanna Korbiel", "2026-05-12", 1_850_000),
    ("蒼嶺測器", "久我 真帆", "2026-05-20", 12_000_000),
    ("ندى القمر للخزف", "ليان الخطاط", None, 7_150_000),
)


def four_prospects(opened: Context) -> None:
    """Creates `PEOPLE`, who applied a day apart."""
    for number, (company, contact, follow_up, revenue) in enumerate(PEOPLE):
        values = {"company": company, "contact_name": contact, "next_follow_up": follow_up, "estimated_revenue": revenue}
        create_prospect(opened, values | {"applied_on": (NOW - timedelta(days=number)).isoformat()})


@pytest.fixture(scope="session", autouse=True)
def nothing_copied_at_the_end() -> Iterator[None]:
    """What Python put on the clipboard goes before Python does: the platform without a screen frees it after that, and the process would
    end in a crash."""
    yield
    if QGuiApplication.instance() is not None:
        QGuiApplication.clipboard().clear()


@pytest.fixture
def people() -> Callable[[Context], None]:
    """What makes the workspace of the window; a folder of tests may have more in it. It runs once."""
    return four_prospects


@pytest.fixture
def context(tmp_path: Path, people: Callable[[Context], None]) -> Iterator[tuple[Context, Bridge]]:
    """A workspace with `people`, and the bridge that its changes go over."""
    make_application()
    bridge = Bridge()
    opened = workspace_like(people, tmp_path / "workspace", bridge.publish)
    yield opened, bridge
    opened.database.close()


@pytest.fixture
def window(context: tuple[Context, Bridge], qtbot: QtBot) -> MainWindow:
    """The window, shown, with changes reaching it as they do in the application."""
    opened, bridge = context
    theme = Theme(resources() / "icons", "light")
    theme.apply(make_application())
    found = MainWindow(opened, theme)
    bridge.changed.connect(found.refresh)
    qtbot.addWidget(found)
    found.show()
    qtbot.waitExposed(found)
    return found
