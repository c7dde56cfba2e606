"""What the first painted list waits for: a fresh process opens a workspace, builds the window and paints it."""

import subprocess
import sys
from pathlib import Path

from journeydesk.storage.opening import open_database

_START = """
import sys
from pathlib import Path

from journeydesk.app import build
from journeydesk.config import connections
from PySide6.QtWidgets import QAbstractItemView

running = build(Path(sys.argv[1]), connections(), None, "light")
running.window.show()
running.window.grab()
assert any(view.isVisible() and view.model() is not None for view in running.window.findChildren(QAbstractItemView))
print(" ".join(sorted({name.partition(".")[0] for name in sys.modules} & {"sqlalchemy", "alembic", "pyairtable", "stripe", "typst"})))
running.window.close()
running.context.database.close()
"""


def test_the_first_list_is_painted_without_heavy_libraries(tmp_path: Path) -> None:
    # Made before: whoever opens a workspace the first time, or an older one, waits for its upgrade.
    open_database(tmp_path, None).close()
    start = subprocess.run(
        [sys.executable, "-c", _START, str(tmp_path)],
        env={"QT_QPA_PLATFORM": "offscreen", "HOME": str(tmp_path), "JOURNEYDESK_HOME": str(tmp_path), "PATH": "/usr/bin:/bin"},
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert (start.returncode, start.stdout.strip()) == (0, ""), start.stderr
