"""The blocks above the composer: as tall as they are where there is room, and scrolled where there is not."""

from PySide6.QtCore import QEvent, QObject, QSize, Qt
from PySide6.QtWidgets import QScrollArea, QSizePolicy, QVBoxLayout, QWidget

_LEAST = 150


class FactsArea(QScrollArea):
    """Blocks of fixed height below each other, never over what stands below them."""

    def __init__(self) -> None:
        super().__init__()
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

    def sizeHint(self) -> QSize:
        return QSize(360, self._column.sizeHint().height())

    def minimumSizeHint(self) -> QSize:
        return QSize(0, _LEAST)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        # A block that came, went or grew changes how tall all of them are.
        if event.type() == QEvent.Type.LayoutRequest:
            self.updateGeometry()
        return super().eventFilter(watched, event)
