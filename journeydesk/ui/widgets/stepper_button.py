"""Back, what is shown, forward: in one frame."""

from PySide6.QtCore import QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QSizePolicy, QWidget

from journeydesk.ui.mirror import draw_text, painter_on
from journeydesk.ui.theme import Theme
from journeydesk.ui.widgets.labels import tip

_HEIGHT = 28
_ARROW = 29


class _Arrow(QAbstractButton):
    """One of the two ends."""

    def __init__(self, theme: Theme, icon: str, name: str) -> None:
        super().__init__()
        self._theme = theme
        self._icon = icon
        self.show_name(name)
        self.setFixedSize(_ARROW, _HEIGHT)

    def show_name(self, name: str) -> None:
        """What it does, for tooltip and screen reader."""
        self.setAccessibleName(name)
        self.setToolTip(tip(name))

    def paintEvent(self, event: QPaintEvent) -> None:
        with painter_on(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            if self.underMouse() and self.isEnabled():
                painter.fillRect(self.rect().adjusted(1, 1, -1, -1), self._theme.color("hover"))
            token = "text" if self.isEnabled() else "disabled"
            self._theme.paint_icon(painter, QRect((_ARROW - 16) // 2, 6, 16, 16), self._icon, token)
            if self.hasFocus():
                painter.setPen(self._theme.focus_pen)
                painter.drawRoundedRect(QRectF(self.rect()).adjusted(2, 2, -2, -2), 3, 3)


class _Middle(QAbstractButton):
    """What is shown, as a button over it."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.setFixedHeight(_HEIGHT)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(0, _HEIGHT)

    def paintEvent(self, event: QPaintEvent) -> None:
        with painter_on(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            if self.hasFocus():
                painter.setPen(self._theme.focus_pen)
                painter.drawRoundedRect(QRectF(self.rect()).adjusted(2, 2, -2, -2), 3, 3)


class StepperButton(QWidget):
    """Emits -1 or 1. With `choosable` the middle is a button that asks for a choice among all."""

    stepped = Signal(int)
    asked = Signal()

    def __init__(
        self, theme: Theme, back: str, forward: str, room: int = 0, parent: QWidget | None = None, *, choosable: bool = False
    ) -> None:
        super().__init__(parent)
        self.middle = _Middle(theme)
        self.middle.setVisible(choosable)
        self._theme = theme
        self._text = ""
        self._room = room
        self.back = _Arrow(theme, "left", back)
        self.forward = _Arrow(theme, "right", forward)
        self.back.clicked.connect(lambda: self.stepped.emit(-1))
        self.forward.clicked.connect(lambda: self.stepped.emit(1))
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.back)
        layout.addWidget(self.middle, 1)
        layout.addStretch(0 if choosable else 1)
        self.middle.clicked.connect(self.asked)
        layout.addWidget(self.forward)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self.update)

    def name_steps(self, back: str, forward: str) -> None:
        """What the two ends do."""
        self.back.show_name(back)
        self.forward.show_name(forward)

    def show_text(self, text: str) -> None:
        """What is shown between the arrows."""
        self._text = text
        self.setAccessibleName(text)
        self.middle.setAccessibleName(text)
        self.updateGeometry()
        self.update()

    @property
    def text(self) -> str:
        """What is shown between the arrows."""
        return self._text

    def sizeHint(self) -> QSize:
        words = QFontMetrics(self._theme.font(0, 500, tabular=True)).horizontalAdvance(self._text)
        return QSize(max(self._room, words + 20 + 2 * _ARROW), _HEIGHT)

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = self._theme
        with painter_on(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(theme.color("line2"), 1))
            painter.setBrush(theme.color("base"))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 4, 4)
            painter.fillRect(_ARROW, 1, 1, _HEIGHT - 2, theme.color("line"))
            painter.fillRect(self.width() - _ARROW - 1, 1, 1, _HEIGHT - 2, theme.color("line"))
            painter.setFont(theme.font(0, 500, tabular=True))
            painter.setPen(theme.color("text"))
            middle = QRect(_ARROW + 1, 0, self.width() - 2 * _ARROW - 2, _HEIGHT)
            draw_text(painter, middle, Qt.AlignmentFlag.AlignCenter, self._text)
