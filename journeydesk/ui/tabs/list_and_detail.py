"""A list with the prospect pane beside it, divided by a handle; a place fills itself with one."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSplitter, QWidget

from journeydesk.ui import tokens


class ListAndDetail(QSplitter):
    """`room` at the left, which grows with the window, and `detail`, from 360 to 560 pixels wide; it fills `place`. Until somebody moves
    the handle, `detail` is narrower in a small window."""

    def __init__(self, place: QWidget, room: QWidget, detail: QWidget) -> None:
        super().__init__(Qt.Orientation.Horizontal, place)
        self.setHandleWidth(2)
        self.addWidget(room)
        self.addWidget(detail)
        self.setStretchFactor(0, 1)
        self.setCollapsible(0, False)
        detail.setMinimumWidth(360)
        detail.setMaximumWidth(560)
        outer = QHBoxLayout(place)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self)

    def share_out(self) -> None:
        """Gives `detail` its usual width, where there is room for it."""
        wanted = self._usual_width()
        if self.width() > wanted:
            self.setSizes([self.width() - wanted - self.handleWidth(), wanted])

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        # What somebody chose is hardly ever to the pixel what another window would have had.
        if self.sizes()[1] in (tokens.DETAIL, tokens.DETAIL_NARROW) and self.sizes()[1] != self._usual_width():
            self.share_out()

    def _usual_width(self) -> int:
        small = self.width() + tokens.RAIL < tokens.DETAIL_NARROW_BELOW
        return tokens.DETAIL_NARROW if small else tokens.DETAIL
