"""A switch and a check box: on or off, by click or Space."""

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QCheckBox, QSizePolicy, QWidget

from journeydesk.ui.mirror import draw_text, painter_on
from journeydesk.ui.painting import LEFT, paint_check
from journeydesk.ui.theme import Theme

_SIZE = QSize(30, 16)
_BOX = 14
_GAP = 8


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
        with painter_on(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            track = QRectF(2, (self.height() - _SIZE.height()) / 2, _SIZE.width(), _SIZE.height())
            if self.hasFocus():
                painter.setPen(theme.focus_pen)
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


class CheckBox(QCheckBox):
    """A box with words, drawn as the lists draw theirs."""

    def __init__(self, theme: Theme, words: str, parent: QWidget | None = None) -> None:
        super().__init__(words, parent)
        self._theme = theme
        theme.changed.connect(self.update)

    def sizeHint(self) -> QSize:
        # With room for the focus ring.
        return QSize(2 + _BOX + _GAP + self.fontMetrics().horizontalAdvance(self.text()) + 2, 24)

    def hitButton(self, _at: object) -> bool:
        return True

    def paintEvent(self, _event: QPaintEvent) -> None:
        theme = self._theme
        with painter_on(self) as painter:
            box = QRect(2, (self.height() - _BOX) // 2, _BOX, _BOX)
            paint_check(painter, box, theme, self.checkState())
            if self.hasFocus():
                painter.setPen(theme.focus_pen)
                painter.setBrush(Qt.BrushStyle.NoBrush)
                painter.drawRoundedRect(QRectF(box).adjusted(-1, -1, 1, 1), 4, 4)
            painter.setPen(theme.color("text" if self.isEnabled() else "disabled"))
            draw_text(painter, self.rect().adjusted(box.right() + 1 + _GAP, 0, 0, 0), LEFT, self.text())
