"""What Qt has to say goes into the log, where it is redacted, not to a terminal that nobody looks at."""

import logging
from collections.abc import Callable

from PySide6.QtCore import QMessageLogContext, QtMsgType, qInstallMessageHandler

_LEVELS = {
    QtMsgType.QtDebugMsg: logging.DEBUG,
    QtMsgType.QtInfoMsg: logging.INFO,
    QtMsgType.QtWarningMsg: logging.WARNING,
    QtMsgType.QtCriticalMsg: logging.ERROR,
    QtMsgType.QtFatalMsg: logging.CRITICAL,
}

_log = logging.getLogger("qt")


def log_qt_messages() -> Callable[[], None]:
    """Begins to log Qt's messages; returns what puts the former handler back."""

    def handle(kind: QtMsgType, context: QMessageLogContext, message: str) -> None:
        _log.log(_LEVELS.get(kind, logging.WARNING), "%s: %s", context.category or "default", message)

    before = qInstallMessageHandler(handle)

    def end() -> None:
        qInstallMessageHandler(before)

    return end
