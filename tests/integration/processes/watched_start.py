"""A window that says, a line each, what it has loaded when its first rows are painted, and when what runs by itself begins:
`python -m tests.integration.processes.watched_start`."""

import sys
from typing import Any

from PySide6.QtCore import QEvent, QObject

import journeydesk.__main__ as program


class Watching(QObject):
    """Says what is loaded with the first rows."""

    def __init__(self, window: Any) -> None:
        super().__init__()
        self._table = window.tab("Prospects").table
        self._table.viewport().installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Paint and self._table.model().rowCount():
            watched.removeEventFilter(self)
            print("rows", *sorted(sys.modules), flush=True)
        return False


def _watch() -> None:
    from journeydesk import app, running

    build, begin = app.build, running.start_background

    def watched(*arguments: Any) -> Any:
        built = build(*arguments)
        kept.append(Watching(built.window))
        return built

    def begun(*arguments: Any) -> Any:
        stop = begin(*arguments)
        print("begun", flush=True)
        return stop

    vars(app)["build"], vars(running)["start_background"] = watched, begun


if __name__ == "__main__":
    kept: list[Watching] = []
    speak = program._speak

    def speak_and_watch() -> None:
        speak()
        _watch()

    program._speak = speak_and_watch
    sys.exit(program.main(sys.argv[1:]))
