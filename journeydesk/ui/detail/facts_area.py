"""The blocks above the composer: as tall as they are where there is room, and scrolled where there is not."""

from typing import Protocol, runtime_checkable

from PySide6.QtCore import QEvent, QObject, QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QScrollArea, QSizePolicy, QVBoxLayout, QWidget

_LEAST = 150
NARROW = 400
"""Blocks in a panel of less than so many pixels take their narrow form."""


@runtime_checkable
class Fits(Protocol):
    """A block that has another form in a narrow panel."""

    def fit(self, narrow: bool) -> None:
        """Takes that form, or its usual one."""


class FactsArea(QScrollArea):
    """Blocks of fixed height below each other, never over what stands below them; in a panel below 400 px in their narrow form."""

    def __init__(self) -> None:
        super().__init__()
        self._fitting: list[Fits] = []
        self._narrow = False
        inner = QWidget()
        inner.setProperty("kind", "base")
        inner.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._column = QVBoxLayout(inner)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        inner.installEventFilter(self)
        self.setWidget(inner)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Maximum)

    def add(self, block: QWidget) -> None:
        """Adds a block below the others."""
        self._column.addWidget(block)
        if isinstance(block, Fits):
            self._fitting.append(block)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        narrow = self.width() < NARROW
        if narrow != self._narrow:
            self._narrow = narrow
            for block in self._fitting:
                block.fit(narrow)

    def sizeHint(self) -> QSize:
        return QSize(360, self._column.sizeHint().height())

    def minimumSizeHint(self) -> QSize:
        return QSize(0, _LEAST)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        # A block that came, went or grew changes how tall all of them are.
        if event.type() == QEvent.Type.LayoutRequest:
            self.updateGeometry()
        return super().eventFilter(watched, event)
