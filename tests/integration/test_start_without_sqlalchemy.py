"""What the first painted list waits for: a fresh process opens a workspace, builds the window and paints it."""

import subprocess
import sys
from pathlib import Path

from journeydesk.storage.opening import open_database
from journeydesk.storage.records import records
from journeydesk.storage.records.records import Author

_START = """
import sys
from pathlib import Path

from journeydesk.app import build
from journeydesk.config import connections
from PySide6.QtWidgets import QTableView

running = build(Path(sys.argv[1]), connections(), None, "light")
running.window.show()
running.window.grab()
assert any(view.isVisible() and view.model().rowCount() == 1 for view in running.window.findChildren(QTableView))
late = {"sqlalchemy", "alembic", "pyairtable", "stripe", "typst", "journeydesk.services.evaluation.evaluate"}
print(" ".join(sorted(({name.partition(".")[0] for name in sys.modules} | set(sys.modules)) & late)))
running.window.close()
running.context.database.close()
"""


def test_the_first_list_is_painted_without_heavy_libraries(tmp_path: Path) -> None:
    # Made before: whoever opens a workspace the first time, or an older one, waits for its upgrade.
    database = open_database(tmp_path, None)
    with database.write() as connection:
        author = Author("Amaia Etxarri", "2026-05-19T09:00:00.000Z")
        records.insert(connection, "prospects", {"key": "BETA-1", "company": "Mbali"}, author)
    database.close()
    start = subprocess.run(
        [sys.executable, "-c", _START, str(tmp_path)],
        env={"QT_QPA_PLATFORM": "offscreen", "HOME": str(tmp_path), "JOURNEYDESK_HOME": str(tmp_path), "PATH": "/usr/bin:/bin"},
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert (start.returncode, start.stdout.strip()) == (0, ""), start.stderr
