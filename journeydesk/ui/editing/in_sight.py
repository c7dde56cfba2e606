"""Whether what lies in a part of the window is seen, and hearing that a part was moved by what it scrolls in."""

from PySide6.QtCore import QEvent, QObject, QRect, Signal
from PySide6.QtWidgets import QWidget


def in_sight(host: QWidget, rect: QRect) -> bool:
    """Whether anything of a place of `host` is not scrolled away."""
    part, seen = host, rect & host.rect()
    while (parent := part.parentWidget()) is not None and not part.isWindow():
        seen = seen.translated(part.pos()) & parent.rect()
        part = parent
    return not seen.isEmpty()


class Moves(QObject):
    """Says `moved` when a part, or anything that it lies in up to the window, goes elsewhere: a panel that scrolls under it."""

    moved = Signal()

    def watch(self, part: QWidget | None) -> None:
        """Hears of this part, too."""
        while part is not None and not part.isWindow():
            part.installEventFilter(self)
            part = part.parentWidget()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Move:
            self.moved.emit()
        return super().eventFilter(watched, event)
