"""From one workspace to another: the window closes, and the other one opens."""

import os
import subprocess
from functools import partial
from typing import TYPE_CHECKING

from journeydesk import config
from journeydesk.domain.errors import UserError
from journeydesk.domain.words import tr
from journeydesk.services.workspace import workspaces
from journeydesk.ui.window.menu.entry import Entry

if TYPE_CHECKING:
    from journeydesk.ui.window.host import Host

SWITCH = "switch"
"""The window's property that names the workspace to be opened once it is closed."""


def entries(window: "Host") -> list[Entry | None]:
    """The workspaces as lines of the menu, this one ticked."""
    here = config.name_of(window.context.database.folder)
    lines: list[Entry | None] = [
        Entry(workspaces.shown(name), partial(switch, window, name), ticked=name == here)
        for name in workspaces.names(config.paths())
    ]
    return [*lines, None, Entry(tr("New workspace…"), partial(ask_for_new, window), "plus")]


def switch(window: "Host", name: str) -> None:
    """Closes the window, to open another workspace; what waits here is sent when this one is open again."""
    if name != config.name_of(window.context.database.folder):
        window.setProperty(SWITCH, name)
        window.quit()


def ask_for_new(window: "Host") -> None:
    """Asks for the name of a new workspace, then opens it."""
    from journeydesk.ui.tabs.alerts.line_sheet import LineSheet

    def understand(name: str) -> str:
        where = config.paths().data / config.OTHERS / workspaces.check_name(config.paths(), name)
        return tr("A database, keys and a base of its own, in {where}", where=where)

    def make(name: str) -> None:
        try:
            switch(window, workspaces.add(config.paths(), name))
        except UserError as problem:
            window.fail(str(problem))

    sheet = LineSheet(window.theme, window, tr("New workspace"), tr("Its name"), tr("Make and open"), understand)
    sheet.given.connect(make)
    sheet.open()


def begin_other(name: str) -> None:
    """Starts the window of a workspace, now that this one is closed."""
    environment = {**os.environ, config.WORKSPACE_VARIABLE: name}
    subprocess.Popen([*config.own_program(), "open"], start_new_session=True, env=environment)
