"""What goes wrong while a widget paints is said and logged, and the window goes on: a painter that outlives what it painted on would end
the program, so that each is ended with the block that it is for."""

import ast
import subprocess
import sys
from pathlib import Path

import pytest

import journeydesk

_BEGUN_BY = {"QPainter", "painter_on"}
_PAINTING = """
import sys
from PySide6.QtCore import QTimer
from journeydesk.app import make_application
from journeydesk.background.log_files import catch_what_nobody_catches
from journeydesk.config import resources
from journeydesk.ui.tabs.reports.side_lines import ReasonLine
from journeydesk.ui.theme import Theme
application = make_application()
application.setQuitOnLastWindowClosed(False)
catch_what_nobody_catches(lambda sentence: print(sentence, flush=True))
theme = Theme(resources() / "icons", "light")
line = ReasonLine(theme, "Too expensive", 3, 9)
def color(token):
    raise LookupError(token)
theme.color = color
line.resize(200, 40)
line.show()
QTimer.singleShot(50, lambda: line.resize(400, 60))
QTimer.singleShot(100, line.deleteLater)
QTimer.singleShot(150, lambda: application.exit(7))
sys.exit(application.exec())
"""


@pytest.mark.fault(51)
def test_painting_that_fails_ends_nothing() -> None:
    done = subprocess.run([sys.executable, "-c", _PAINTING], capture_output=True, text=True, check=False, timeout=60)
    assert done.returncode == 7, done.stderr
    assert done.stdout.count("LookupError") > 1


def test_every_painter_ends_with_its_block() -> None:
    begun = []
    for module in Path(journeydesk.__file__).parent.rglob("*.py"):
        tree = ast.parse(module.read_text(encoding="utf-8"))
        ended = {id(item.context_expr) for node in ast.walk(tree) if isinstance(node, ast.With) for item in node.items}
        begun += [
            f"{module.name}:{node.lineno}"
            for node in ast.walk(tree)
            if isinstance(node, ast.Call)
            and isinstance(node.func, ast.Name)
            and node.func.id in _BEGUN_BY
            and id(node) not in ended
        ]
    # Where `painter_on` itself begins one.
    assert [place.partition(":")[0] for place in begun] == ["mirror.py"]
