"""The log on this computer: small, rotating, one event a line, without secrets (docs/storage.md, "Log")."""

import logging
import os
import re
import stat
import sys
import threading
from collections.abc import Callable
from io import TextIOWrapper
from logging.handlers import RotatingFileHandler
from pathlib import Path
from types import TracebackType
from typing import cast

from journeydesk.domain.words import tr

_BYTES = 2 * 1024 * 1024
_FILES = 5
_LONGEST = 20_000
_SECRETS = (
    (re.compile(r"\bpat[A-Za-z0-9]{10,}(?:\.[0-9a-f]{16,})?"), "pat…"),
    (re.compile(r"\b([srp]k_(?:live|test)_)\w+"), r"\1…"),
    (re.compile(r"\bwhsec_\w+"), "whsec_…"),
    (
        re.compile(
            r"(?i)\b(authorization|cookie|set-cookie|x-[\w-]*signature)(['\"]?\s*[:=]\s*['\"]?)[^\s'\",}]+(?: [^\s'\",}]+)?"
        ),
        r"\1\2…",
    ),
    (re.compile(r"(?i)\bbearer\s+\S+"), "Bearer …"),
    # Google Analytics takes its secret in the address.
    (re.compile(r"(?i)(\bhttps?://[^\s?#'\"]{1,2000})[?#][^\s'\"]*"), r"\1?…"),
    (re.compile(r"(?<![\w.+-])[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,8}"), "…@…"),
)
_CONTROLS = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069]")

_SPEAKING = ("httpx", "httpcore", "httpx2")
_log = logging.getLogger("journeydesk")


def redacted(text: str) -> str:
    """The text without tokens, keys and addresses, on one line: what steers a terminal or turns text round is written out."""
    for pattern, instead in _SECRETS:
        text = pattern.sub(instead, text)
    return _CONTROLS.sub(lambda match: " ⏎ " if match[0] == "\n" else f"\\x{ord(match[0]):02x}", text)


class _OneLine(logging.Formatter):
    """Time, level, where, what; a traceback follows on the same line."""

    def __init__(self) -> None:
        super().__init__("%(asctime)s %(levelname)s %(name)s %(message)s")

    def format(self, record: logging.LogRecord) -> str:
        """The whole event, redacted last, so that nothing of it is left out."""
        return redacted(super().format(record)[:_LONGEST])


class _OwnersOnly(RotatingFileHandler):
    """Each file of the log is made for its owner only."""

    def _open(self) -> TextIOWrapper:
        def opener(path: str, flags: int) -> int:
            if Path(path).is_symlink():
                Path(path).unlink()
            return os.open(path, flags | getattr(os, "O_NOFOLLOW", 0), stat.S_IRUSR | stat.S_IWUSR)

        file = open(self.baseFilename, self.mode, encoding=self.encoding, opener=opener)  # noqa: SIM115 - the handler closes it
        return cast("TextIOWrapper", file)


def write_logs_to(folder: Path) -> Callable[[], None]:
    """Begins to log into `folder`, readable by its owner only; returns what ends it."""
    folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    handler = _OwnersOnly(folder / "journeydesk.log", maxBytes=_BYTES, backupCount=_FILES - 1, encoding="utf-8")
    handler.setFormatter(_OneLine())
    root = logging.getLogger()
    before = root.level
    root.addHandler(handler)
    root.setLevel(logging.INFO)
    for speaking in _SPEAKING:
        # They would write down every address; one that a team is told by may be the secret itself.
        logging.getLogger(speaking).setLevel(logging.WARNING)

    def end() -> None:
        root.removeHandler(handler)
        root.setLevel(before)
        handler.close()

    return end


def catch_what_nobody_catches(notify: Callable[[str], None]) -> Callable[[], None]:
    """An exception that reaches the top of a slot or a thread is logged and shown in a sentence; the program goes on.

    `notify` may be called from any thread. Returns what puts the former hooks back. docs/sync.md, row 51.
    """
    hooks = sys.excepthook, threading.excepthook

    def caught(kind: type[BaseException], problem: BaseException | None, trace: TracebackType | None) -> None:
        if issubclass(kind, (KeyboardInterrupt, SystemExit)):
            hooks[0](kind, problem or kind(), trace)
            return
        try:
            _log.error("nobody caught this", exc_info=(kind, problem or kind(), trace))
            notify(
                tr(
                    "Something went wrong in Journeydesk itself ({name}). What you saved is safe. The log has the "
                    "details; doctor says where it is.",
                    name=kind.__name__,
                )
            )
        except Exception:  # noqa: BLE001 - the last one there is must not raise
            sys.__excepthook__(kind, problem or kind(), trace)

    def in_thread(failure: threading.ExceptHookArgs) -> None:
        caught(failure.exc_type, failure.exc_value, failure.exc_traceback)

    sys.excepthook, threading.excepthook = caught, in_thread

    def give_back() -> None:
        sys.excepthook, threading.excepthook = hooks

    return give_back
