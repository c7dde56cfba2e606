"""What hangs under the pointer while a card is carried: the card, and a line that says what a drop would do."""

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QPixmap
from PySide6.QtWidgets import QWidget

from journeydesk.ui.theme import Theme

_BELOW_POINTER = 8
_TIP_GAP = 8
_TIP_HEIGHT = 26
_TIP_PAD = 8


class Ghost(QWidget):
    """Painted above everything in the board; takes no events. `picture` is the card as lifted."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._picture = QPixmap()
        self._card = QSize()
        self._grip = QPoint()
        self._words = ""
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.hide()

    def lift(self, picture: QPixmap, grip: QPoint) -> None:
        """Begins to carry this picture, taken at `grip`. A null picture shows the words only."""
        self._picture = picture
        self._card = picture.deviceIndependentSize().toSize() if not picture.isNull() else QSize()
        self._grip = grip
        self._words = ""
        self.raise_()
        self.show()

    @property
    def words(self) -> str:
        """What a drop would do, as shown."""
        return self._words

    def carry(self, where: QPoint, words: str) -> None:
        """Follows the pointer (in the parent's coordinates) and says what a drop would do."""
        self._words = words
        tip = QFontMetrics(self._theme.font(-1)).horizontalAdvance(words) + 2 * _TIP_PAD if words else 0
        height = self._card.height() + (_TIP_GAP + _TIP_HEIGHT if words else 0)
        corner = where - self._grip + QPoint(0, _BELOW_POINTER)
        size = QSize(max(self._card.width(), tip), height)
        parent = self.parentWidget()
        room = parent.rect() if parent is not None else self.rect()
        x = max(0, min(corner.x(), room.width() - size.width()))
        y = max(0, min(corner.y(), room.height() - size.height()))
        self.setGeometry(x, y, size.width(), size.height())
        self.update()

    def put_down(self) -> None:
        """Ends the carrying."""
        self.hide()
        self._picture = QPixmap()

    def paintEvent(self, event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            if not self._picture.isNull():
                painter.drawPixmap(0, 0, self._picture)
            if self._words:
                font = self._theme.font(-1)
                width = QFontMetrics(font).horizontalAdvance(self._words) + 2 * _TIP_PAD
                top = self._card.height() + _TIP_GAP if not self._picture.isNull() else 0
                tip = QRect(0, top, width, _TIP_HEIGHT)
                painter.setPen(Qt.PenStyle.NoPen)
                painter.setBrush(self._theme.color("tip"))
                painter.drawRoundedRect(tip, 4, 4)
                painter.setFont(font)
                painter.setPen(self._theme.color("on-tip"))
                painter.drawText(tip, Qt.AlignmentFlag.AlignCenter, self._words)
