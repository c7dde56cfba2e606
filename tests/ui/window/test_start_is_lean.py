"""The first window does not wait for what is opened later: menu, keys, guide and settings are imported when they are wanted."""

import subprocess
import sys
from pathlib import Path

LATER = (
    "journeydesk.ui.window.menu.menu",
    "journeydesk.ui.guide.window",
    "journeydesk.ui.shortcuts.board",
    "journeydesk.ui.dialogs.shortcut_list",
    "journeydesk.ui.tabs.settings.tab",
    "journeydesk.ui.tabs.prospects.first_steps",
    "journeydesk.services.workspace.doctor",
    "journeydesk.services.workspace.parts",
)
_CODE = """
import os, sys, pathlib
os.environ["QT_QPA_PLATFORM"] = "offscreen"
from journeydesk import config, credentials
from journeydesk.app import build
from journeydesk.services.commands.prospects import create_prospect
from journeydesk.services.workspace.opening import open_workspace
folder = pathlib.Path(sys.argv[1])
credentials.go_unencrypted(folder)
context, _ = open_workspace(folder, None, config.connections({}))
create_prospect(context, {"company": "Rope Works"})
context.database.close()
running = build(folder, config.connections({}), None)
running.window.looks.bring_back()
running.window.show()
print(*sorted(sys.modules))
running.context.database.close()
"""


def test_a_start_imports_nothing_that_is_opened_later(tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-c", _CODE, str(tmp_path / "lean")], capture_output=True, text=True, timeout=120, check=False
    )
    modules = set(done.stdout.split())
    assert "journeydesk.ui.main_window" in modules, done.stderr
    assert [module for module in LATER if module in modules] == []


def test_mail_speaks_with_no_server_before_it_has_an_account() -> None:
    code = (
        "import sys\n"
        "import journeydesk.background.rounds, journeydesk.services.messages.showing, journeydesk.services.messages.deciding\n"
        "print(*sorted({'smtplib', 'ssl', 'imapclient', 'httpx'} & set(sys.modules)))\n"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, timeout=120, check=True)
    assert done.stdout.split() == []
