"""A few choices in a line, each with its circle: for where they stand in a field beside what they change."""

from collections.abc import Sequence

from PySide6.QtCore import QPoint, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QRadioButton, QSizePolicy, QWidget

from journeydesk.ui.mirror import draw_text, painter_on
from journeydesk.ui.painting import LEFT
from journeydesk.ui.theme import Theme

_HEIGHT, _MIDDLE, _RADIUS, _TEXT = 24, 9.0, 6.5, 22


class _Radio(QRadioButton):
    def __init__(self, theme: Theme, text: str) -> None:
        super().__init__(text)
        self._theme = theme
        self.setAccessibleName(text)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self.update)

    def sizeHint(self) -> QSize:
        return QSize(_TEXT + QFontMetrics(self._theme.font(-1)).horizontalAdvance(self.text()) + 4, _HEIGHT)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def hitButton(self, pos: QPoint) -> bool:
        return self.rect().contains(pos)

    def paintEvent(self, _event: QPaintEvent) -> None:
        theme, middle = self._theme, QPointF(_MIDDLE, _HEIGHT / 2)
        with painter_on(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(theme.color("accent-fill" if self.isChecked() else "ctl"), 1.5))
            painter.setBrush(theme.color("accent-fill" if self.isChecked() else "base"))
            painter.drawEllipse(middle, _RADIUS, _RADIUS)
            if self.isChecked():
                painter.setPen(Qt.PenStyle.NoPen)
                painter.setBrush(theme.color("on-accent"))
                painter.drawEllipse(middle, 2.5, 2.5)
            painter.setFont(theme.font(-1))
            painter.setPen(theme.color("text"))
            draw_text(painter, QRectF(_TEXT, 0, self.width() - _TEXT, _HEIGHT), LEFT, self.text())
            if self.hasFocus():
                painter.setPen(theme.focus_pen)
                painter.setBrush(Qt.BrushStyle.NoBrush)
                painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 3, 3)


class Radios(QWidget):
    """`chosen` carries the words of the one that a person chose; arrows go from one to the next."""

    chosen = Signal(str)

    def __init__(self, theme: Theme, name: str, choices: Sequence[str]) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(10)
        self._buttons = [_Radio(theme, words) for words in choices]
        for button in self._buttons:
            button.toggled.connect(lambda on, button=button: self._tell(button, on))
            row.addWidget(button)
        self._telling = True

    def _tell(self, button: QRadioButton, on: bool) -> None:
        if on and self._telling:
            self.chosen.emit(button.text())

    @property
    def choice(self) -> str:
        """The words of the one that is chosen; empty where none is."""
        return next((button.text() for button in self._buttons if button.isChecked()), "")

    def choose(self, words: str) -> None:
        """Chooses one without telling."""
        self._telling = False
        for button in self._buttons:
            if button.text() == words:
                button.setChecked(True)
        self._telling = True
