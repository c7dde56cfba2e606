"""The log of what was refused: time, address, request, status and reason, a JSON object a line. No body, no query, no secret."""

import json
import logging
import logging.handlers
import os
from pathlib import Path

from journeydesk.domain.time import moment_text
from journeydesk.domain.webhooks.rates import Buckets, Rate
from journeydesk.services.context import Context

FILE = "security.log"
_BYTES = 2 * 1024 * 1024
_KEPT = 3
_LONGEST_PATH = 120
_LINES = Rate(burst=200, per_second=10)


class _Private(logging.handlers.RotatingFileHandler):
    def _open(self):  # type: ignore[no-untyped-def]
        return os.fdopen(os.open(self.baseFilename, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600), "a", encoding="utf-8")


class SecurityLog:
    """Writes into the workspace's folder of logs. A flood is counted, not written: the disk is not the sender's to fill."""

    def __init__(self, context: Context) -> None:
        self._clock = context.clock
        self._lines = Buckets(_LINES)
        self._left_out = 0
        self.path: Path = context.database.folder / "logs" / FILE
        self._handler = _Private(self.path, maxBytes=_BYTES, backupCount=_KEPT, encoding="utf-8", delay=True)

    def note(self, now: float, address: str, method: str, path: str, status: int, reason: str) -> None:
        """Notes a refusal; `now` is monotonic."""
        if self._lines.take("", now):
            self._left_out += 1
            return
        line = {
            "at": moment_text(self._clock()),
            "address": address,
            "method": method[:20],
            "path": path[:_LONGEST_PATH],
            "status": status,
            "reason": reason,
        }
        if self._left_out:
            line["left_out_before"] = self._left_out
            self._left_out = 0
        # As ASCII, so that no path can write a line of its own or steer a terminal.
        record = logging.LogRecord("security", logging.INFO, "", 0, json.dumps(line), (), None)
        self._handler.handle(record)

    def close(self) -> None:
        """Closes the file."""
        self._handler.close()
