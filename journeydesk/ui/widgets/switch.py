"""A switch: on or off, by click or Space."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from journeydesk.ui.theme import Theme

_SIZE = QSize(30, 16)


class Switch(QAbstractButton):
    """The knob lies at the right while on; colour only adds to that."""

    def __init__(self, theme: Theme, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setCheckable(True)
        self.setAccessibleName(name)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self.update)

    def sizeHint(self) -> QSize:
        # With room for the focus ring.
        return QSize(_SIZE.width() + 4, 24)

    def paintEvent(self, event: QPaintEvent) -> None:
        theme, on = self._theme, self.isChecked()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        track = QRectF(2, (self.height() - _SIZE.height()) / 2, _SIZE.width(), _SIZE.height())
        if self.hasFocus():
            painter.setPen(QPen(theme.color("accent"), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(track.adjusted(-1, -1, 1, 1), 9, 9)
        tone = theme.color("accent-fill" if on else "base")
        painter.setPen(QPen(theme.color("accent-fill" if on else "ctl" if self.isEnabled() else "line"), 1))
        painter.setBrush(tone)
        painter.drawRoundedRect(track.adjusted(0.5, 0.5, -0.5, -0.5), 7.5, 7.5)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.color("on-accent" if on else "ctl"))
        x = track.right() - 8 if on else track.left() + 8
        painter.drawEllipse(QPointF(x, track.center().y()), 5, 5)
        painter.end()
