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
        area.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setStyleSheet(
            "QScrollBar:vertical { width: 10px; } QScrollBar::handle:vertical { margin: 2px; min-height: 40px; }"
        )
        inner = area.verticalScrollBar()
        inner.rangeChanged.connect(self._fit)
        inner.valueChanged.connect(self.setValue)
        self.valueChanged.connect(self._pass_on)
        area.installEventFilter(self)
        self._fit()

    def _pass_on(self, value: int) -> None:
        self._area.verticalScrollBar().setValue(value)

    def _fit(self) -> None:
        # Asked for each time: what Python holds of a part that Qt made can be cut off from it while the part lives, and an error here,
        # in the middle of a showing, ends the program.
        inner = self._area.verticalScrollBar()
        self.setRange(inner.minimum(), inner.maximum())
        self.setPageStep(inner.pageStep())
        self.setSingleStep(inner.singleStep())
        self.setVisible(inner.maximum() > inner.minimum())
        self.resize(_WIDTH, self._area.height())
        put(self, self._area.width() - _WIDTH, 0)
        self.raise_()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.Resize, QEvent.Type.Show):
            self._fit()
        return super().eventFilter(watched, event)
