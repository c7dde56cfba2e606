"""Where a window may stand: whole on a screen that is there."""

from collections.abc import Sequence

from PySide6.QtCore import QRect


def on_screen(wanted: QRect, screens: Sequence[QRect]) -> QRect:
    """The wanted place, pulled onto the screen that shows most of it and no larger than that; in the middle of the first where none
    shows any. `screens` are the parts of the screens that windows may cover."""
    if not screens:
        return QRect(wanted)
    best = max(screens, key=lambda screen: _area(screen.intersected(wanted)))
    size = wanted.size().boundedTo(best.size())
    left, top = wanted.left(), wanted.top()
    if not _area(best.intersected(wanted)):
        left, top = best.center().x() - size.width() // 2, best.center().y() - size.height() // 2
    left = max(best.left(), min(left, best.right() + 1 - size.width()))
    top = max(best.top(), min(top, best.bottom() + 1 - size.height()))
    return QRect(left, top, size.width(), size.height())


def _area(rect: QRect) -> int:
    return max(0, rect.width()) * max(0, rect.height())
