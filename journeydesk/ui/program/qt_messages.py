"""What Qt has to say goes into the log, where it is redacted, not to a terminal that nobody looks at."""

import logging
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from PySide6.QtCore import QMessageLogContext, QtMsgType, qInstallMessageHandler

_LEVELS = {
    QtMsgType.QtDebugMsg: logging.DEBUG,
    QtMsgType.QtInfoMsg: logging.INFO,
    QtMsgType.QtWarningMsg: logging.WARNING,
    QtMsgType.QtCriticalMsg: logging.ERROR,
    QtMsgType.QtFatalMsg: logging.CRITICAL,
}

_EXCUSE = "This plugin does not support"
_log = logging.getLogger("qt")


def log_qt_messages() -> Callable[[], None]:
    """Begins to log Qt's messages; returns what puts the former handler back."""

    def handle(kind: QtMsgType, context: QMessageLogContext, message: str) -> None:
        _log.log(_LEVELS.get(kind, logging.WARNING), "%s: %s", context.category or "default", message)

    before = qInstallMessageHandler(handle)

    def end() -> None:
        qInstallMessageHandler(before)

    return end


@contextmanager
def without_excuses() -> Iterator[None]:
    """Qt's messages on standard error, but for what a platform without a screen cannot do with windows: raise one, grab the keyboard."""

    def handle(_kind: QtMsgType, _context: QMessageLogContext, message: str) -> None:
        if not message.startswith(_EXCUSE):
            sys.stderr.write(f"{message}\n")

    before = qInstallMessageHandler(handle)
    try:
        yield
    finally:
        qInstallMessageHandler(before)
