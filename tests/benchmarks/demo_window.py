"""The demonstration with a watch: ends once its list was painted with rows in it, and says how long after the sandbox stood."""

import argparse
import json
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QApplication

from journeydesk import app, demo
from journeydesk.running import Running
from journeydesk.ui.tabs.prospects.tab import ProspectsTab

_stood = 0.0
_sandbox = demo.sandbox
_build = app.build


@contextmanager
def _timed_sandbox(prospects: int) -> Iterator[dict[str, str]]:
    global _stood
    with _sandbox(prospects) as addresses:
        _stood = time.monotonic()
        yield addresses


class _Watch(QObject):
    """Ends the program after the list was painted with rows in it."""

    def __init__(self, running: Running) -> None:
        super().__init__(running.window)
        tab = running.window.tab("Prospects")
        assert isinstance(tab, ProspectsTab)
        self._model = tab.model
        self._window = running.window
        tab.table.viewport().installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Paint and self._model.rowCount():
            watched.removeEventFilter(self)
            QTimer.singleShot(0, self._end)
        return False

    def _end(self) -> None:
        print(json.dumps({"usable": time.monotonic() - _stood}), flush=True)
        self._window.close()
        QApplication.quit()


def _watched_build(*arguments: object, **named: object) -> Running:
    running = _build(*arguments, **named)  # type: ignore[arg-type]
    _Watch(running)
    return running


def main() -> int:
    demo.sandbox = _timed_sandbox
    demo.has_display = lambda: True
    app.build = _watched_build
    return demo.run(argparse.Namespace(headless=False, output="demo-output", prospects=int(sys.argv[1])))


if __name__ == "__main__":
    raise SystemExit(main())
