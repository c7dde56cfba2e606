"""Where a window may stand, whole on a screen that is there; and where its parts stand in it."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, QSize
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QWidget

if TYPE_CHECKING:
    from journeydesk.ui.window.scrolling import Scrolling

LEAST = QSize(960, 540)
"""In less room than this, in pixels, a window's parts would lie over each other."""


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


class Stage(QWidget):
    """Where the parts of a window stand: as large as the window, and never smaller than they need. A smaller window scrolls."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._scrolling: Scrolling | None = None

    @property
    def scrolls(self) -> bool:
        """Whether the window shows only a part of it."""
        return self._scrolling is not None and self._scrolling.scrolls

    def fit(self) -> None:
        """The window has another size."""
        room = self._window.size()
        if self._scrolling is None:
            if room.expandedTo(LEAST) == room:
                self.setGeometry(self._window.rect())
                return
            # Few screens are so small.
            from journeydesk.ui.window.scrolling import Scrolling

            self._scrolling = Scrolling(self, self._window, LEAST)
        self._scrolling.fit()

    def wheel(self, event: QWheelEvent) -> None:
        """Scrolls by what no list took."""
        if self._scrolling is not None:
            self._scrolling.wheel(event)
        else:
            event.ignore()


def ground_of(window: QWidget) -> QRect:
    """What a sheet covers: the stage, or the window that has none; in the window's coordinates."""
    stage = stage_of(window)
    return stage.geometry() if stage is not None else window.rect()


def stage_of(window: QWidget) -> Stage | None:
    """The stage of a window that has one."""
    found = getattr(window, "stage", None)
    return found if isinstance(found, Stage) else None
