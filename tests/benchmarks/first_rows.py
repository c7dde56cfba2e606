"""Watches a window that opens until its list was painted with rows in it, and what is done in it then."""

import json
import time
from typing import Any

from PySide6.QtCore import QEvent, QObject, QTimer

from tests.benchmarks.process import resident_kib
from tests.benchmarks.waiting import let_run, wait_until

_SETTLES_MS = 700
_RESTS_MS = 3_000
"""What runs by itself has begun, and nothing that was read beside the window is held any more."""


class FirstRows(QObject):
    """Ends the program after the list was painted with rows in it."""

    def __init__(self, running: Any, words: list[str]) -> None:
        super().__init__()
        self._running = running
        self._words = words
        self._tab = running.window.tab("Prospects")
        self._began = self._last_pass()
        self._tab.table.viewport().installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Paint and self._tab.model.rowCount():
            watched.removeEventFilter(self)
            QTimer.singleShot(0, self._report)
        return super().eventFilter(watched, event)

    def _report(self) -> None:
        painted = time.monotonic()
        if "tour" in self._words:
            self._tour()
        if "sync" in self._words:
            wait_until(lambda: self._last_pass() != self._began and not self._fact("running"), 20)
            let_run(_RESTS_MS)
        waited = self._pressed() if {"type", "today"} & set(self._words) else []
        print(json.dumps({"painted": painted, "resident": resident_kib(), "waited": waited}), flush=True)
        # The next start shows what this one leaves.
        self._running.window.show_place("Prospects")
        self._running.window.quit()

    def _pressed(self) -> list[float]:
        # No start waits for what only this needs.
        from tests.benchmarks.typed_early import opened_early, typed_early

        return (typed_early if "type" in self._words else opened_early)(self._running.window)

    def _tour(self) -> None:
        from journeydesk.ui.places import TABS

        for place in TABS:
            self._running.window.show_place(place)
            let_run(_SETTLES_MS)
        # Whose work goes on beside the window.
        duplicates = self._running.window.tab("Duplicates")
        wait_until(lambda: not duplicates.is_looking, 20)
        let_run(_RESTS_MS)

    def _last_pass(self) -> str | None:
        return self._fact("last_began")

    def _fact(self, name: str) -> str | None:
        from journeydesk.storage.sync.meta import get_meta

        with self._running.context.database.read() as connection:
            return get_meta(connection, name)
