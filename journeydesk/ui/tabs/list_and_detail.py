"""A list with the prospect pane beside it, divided by a handle; a place fills itself with one."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QSplitter, QWidget


class ListAndDetail(QSplitter):
    """`room` at the left, which grows with the window, and `detail`, from 360 to 560 pixels wide; it fills `place`."""

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
