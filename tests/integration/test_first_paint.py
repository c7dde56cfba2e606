"""What the first painted list waits for: a fresh process opens a workspace, builds the window and paints it.

Time and memory of a start are mostly modules (docs/architecture.md, "Bounds"), so these are counted, which no busy machine disturbs.
"""

import json
import subprocess
import sys
from dataclasses import dataclass

import pytest

from journeydesk.storage.opening import open_database
from journeydesk.storage.records import records
from journeydesk.storage.records.records import Author

_START = """
import builtins, json, linecache, sys
from pathlib import Path

from journeydesk.app import build
from journeydesk.config import connections
from PySide6.QtWidgets import QTableView

running = build(Path(sys.argv[1]), connections(), None, "light")
running.window.show()
running.window.grab()
assert any(view.isVisible() and view.model().rowCount() == 1 for view in running.window.findChildren(QTableView))
slow = {
    f"{kind.__module__}.{kind.__qualname__}"
    for name, module in list(sys.modules.items())
    if name.startswith("journeydesk")
    for kind in vars(module).values()
    if isinstance(kind, type) and "__dataclass_params__" in vars(kind) and kind.__dataclass_params__.frozen
    # Below the domain.
    and kind.__module__ != "journeydesk.config"
}
answer = {"modules": sorted(sys.modules), "sources": len(linecache.cache), "importer": builtins.__import__.__name__}
print(json.dumps(answer | {"slow": sorted(slow)}))
running.window.close()
running.context.database.close()
"""

_LIBRARIES = {"PySide6", "shiboken6", "shibokensupport", "signature_bootstrap", "__feature__", "sqlcipher3"}
_OF_THE_MACHINE = (
    "__main__",
    "_distutils_hack",
    "_sysconfigdata",
    "sitecustomize",
    "usercustomize",
    "_virtualenv",
    "__editable__",
)
_LATER = (
    "journeydesk.cli",
    "journeydesk.demo",
    "journeydesk.gallery",
    "journeydesk.reports",
    "journeydesk.sandbox",
    "journeydesk.remote.airtable.remote",
    "journeydesk.remote.stripe",
    "journeydesk.services.evaluation.evaluate",
    "journeydesk.services.files",
    "journeydesk.services.payments",
    "journeydesk.services.sync.session",
    "journeydesk.sync",
    "journeydesk.ui.call_session.tab",
    "journeydesk.ui.detail.panel",
    "journeydesk.ui.dialogs.palette",
    "journeydesk.ui.dialogs.log_call",
    "journeydesk.ui.notifications",
    "journeydesk.ui.tabs.alerts",
    "journeydesk.ui.tabs.kanban",
    "journeydesk.ui.tabs.reports",
    "journeydesk.ui.tabs.settings",
    "journeydesk.ui.tabs.today",
)
"""What is imported when it is opened, or made while nobody touches anything."""

_SOURCES_OF_PYSIDE = 30


@dataclass(frozen=True, slots=True)
class FirstPaint:
    """What was there when the list had been painted."""

    modules: frozenset[str]
    sources: int
    importer: str
    slow: tuple[str, ...]


@pytest.fixture(scope="module")
def first_paint(tmp_path_factory: pytest.TempPathFactory) -> FirstPaint:
    folder = tmp_path_factory.mktemp("start")
    # Made before: whoever opens a workspace the first time, or an older one, waits for its upgrade.
    database = open_database(folder, None)
    with database.write() as connection:
        author = Author("Amaia Etxarri", "2026-05-19T09:00:00.000Z")
        records.insert(connection, "prospects", {"key": "BETA-1", "company": "Mbali"}, author)
    database.close()
    start = subprocess.run(
        [sys.executable, "-c", _START, str(folder)],
        env={"QT_QPA_PLATFORM": "offscreen", "HOME": str(folder), "JOURNEYDESK_HOME": str(folder), "PATH": "/usr/bin:/bin"},
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert start.returncode == 0, start.stderr
    said = json.loads(start.stdout)
    return FirstPaint(frozenset(said["modules"]), said["sources"], said["importer"], tuple(said["slow"]))


def test_it_needs_no_library_but_qt_and_the_database(first_paint: FirstPaint) -> None:
    tops = {name.partition(".")[0] for name in first_paint.modules}
    others = {name for name in tops - sys.stdlib_module_names if not name.startswith(_OF_THE_MACHINE)}
    assert others <= _LIBRARIES | {"journeydesk"}


def test_nothing_is_imported_that_is_opened_later(first_paint: FirstPaint) -> None:
    early = {name for name in first_paint.modules for later in _LATER if name == later or name.startswith(f"{later}.")}
    assert early == set()


def test_pyside_leaves_imports_alone_and_keeps_no_source(first_paint: FirstPaint) -> None:
    assert first_paint.importer != "__feature_import__"
    assert first_paint.sources <= _SOURCES_OF_PYSIDE


def test_its_frozen_classes_are_made_quickly(first_paint: FirstPaint) -> None:
    assert first_paint.slow == (), "take dataclass from journeydesk.domain.frozen_data: each costs the start a millisecond"


_EVERY_PLACE = """
import json, sys
from importlib import import_module

from journeydesk.ui.places import TABS
from journeydesk.ui.window.making_ahead import _SHEETS, _modules_beside

for module, _ in TABS.values():
    for name in _modules_beside(module):
        import_module(name)
for name in _SHEETS:
    import_module(name)
print(json.dumps(sorted(sys.modules)))
"""
_OF_SERVICES = {
    "alembic",
    "anyio",
    "apscheduler",
    "httpx",
    "imapclient",
    "pyairtable",
    "requests",
    "sqlalchemy",
    "starlette",
    "urllib3",
}
_OF_MAIL = {"email.headerregistry", "email.policy", "http.client", "http.server"}


def test_no_place_loads_what_only_a_connected_service_needs() -> None:
    """Each is megabytes that somebody without that service would never use."""
    ended = subprocess.run([sys.executable, "-c", _EVERY_PLACE], capture_output=True, text=True, check=True)
    loaded = set(json.loads(ended.stdout))
    assert {name.partition(".")[0] for name in loaded} & _OF_SERVICES == set()
    assert loaded & _OF_MAIL == set()
