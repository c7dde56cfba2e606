"""A scroll bar that lies over what it scrolls, so that nothing changes its width when the bar comes and goes."""

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import QAbstractScrollArea, QScrollBar

from journeydesk.ui.mirror import put

_WIDTH = 10


class FloatingBar(QScrollBar):
    """Stands for the vertical bar of `area`, at its right edge."""

    def __init__(self, area: QAbstractScrollArea) -> None:
        super().__init__(Qt.Orientation.Vertical, area)
        self._area = area
        self._inner = area.verticalScrollBar()
        area.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setStyleSheet(
            "QScrollBar:vertical { width: 10px; } QScrollBar::handle:vertical { margin: 2px; min-height: 40px; }"
        )
        self._inner.rangeChanged.connect(self._fit)
        self._inner.valueChanged.connect(self.setValue)
        self.valueChanged.connect(self._inner.setValue)
        area.installEventFilter(self)
        self._fit()

    def _fit(self) -> None:
        self.setRange(self._inner.minimum(), self._inner.maximum())
        self.setPageStep(self._inner.pageStep())
        self.setSingleStep(self._inner.singleStep())
        self.setVisible(self._inner.maximum() > self._inner.minimum())
        self.resize(_WIDTH, self._area.height())
        put(self, self._area.width() - _WIDTH, 0)
        self.raise_()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.Resize, QEvent.Type.Show):
            self._fit()
        return super().eventFilter(watched, event)
