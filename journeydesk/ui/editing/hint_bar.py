"""The dark bar below a field that is being edited: its keys, and above them a sentence where something is to be said."""

from collections.abc import Sequence

from PySide6.QtCore import QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from journeydesk.ui.keys.hints import Hint
from journeydesk.ui.mirror import draw_text, is_mirrored, painter_on
from journeydesk.ui.painting import CENTER, LEFT, key_width
from journeydesk.ui.theme import Theme

_LINE = 29
_PAD = 8
_BETWEEN = 14
_MOST = 460
_OFFSET = 36


class HintBar(QWidget):
    """Lies over the window and takes no clicks."""

    def __init__(self, theme: Theme, window: QWidget) -> None:
        super().__init__(window)
        self._theme = theme
        self._hints: Sequence[Hint] = ()
        self._sentence = ""
        self._icon = ""
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        theme.changed.connect(self.update)
        self.hide()

    @property
    def sentence(self) -> str:
        """What is said above the keys."""
        return self._sentence

    def show_hints(self, hints: Sequence[Hint], sentence: str = "", icon: str = "") -> None:
        """Shows keys, below a sentence with its icon."""
        self._hints, self._sentence, self._icon = hints, sentence, icon
        keys = ", ".join(f"{' '.join(keys)} {what}" for keys, what in hints)
        self.setAccessibleName(". ".join(part for part in (sentence, keys) if part))
        self.resize(self.sizeHint())
        self.update()

    def stand_by(self, editor: QRect, room: QRect) -> None:
        """Lies below the editor, or above it where there is no room; both are places of the window."""
        self.resize(self.sizeHint())
        begin = editor.right() + 1 + _OFFSET - self.width() if is_mirrored() else editor.left() - _OFFSET
        x = max(room.left() + 4, min(begin, room.right() - self.width() - 4))
        # Wider than the room, it lies over what is beside it rather than beyond the window.
        x = max(4, min(x, self._window().width() - self.width() - 4))
        below = editor.bottom() + 8
        y = below if below + self.height() <= self._window().height() - 4 else editor.top() - self.height() - 6
        self.move(QPoint(x, max(4, y)))
        self.show()
        self.raise_()

    def _window(self) -> QSize:
        parent = self.parentWidget()
        return parent.size() if parent is not None else QSize(10_000, 10_000)

    def sizeHint(self) -> QSize:
        lines = self._lines()
        width = max([self._hints_width(), *(QFontMetrics(self._theme.font(-1)).horizontalAdvance(line) for line in lines)])
        icon = 22 if self._icon else 0
        return QSize(
            min(width, _MOST) + icon + 2 * _PAD + 4, (_LINE if self._hints else 10) + 17 * len(lines) + (4 if lines else 0)
        )

    def _lines(self) -> list[str]:
        """The sentence, broken where it is longer than the bar may be."""
        metrics = QFontMetrics(self._theme.font(-1))
        lines: list[str] = []
        for word in self._sentence.split():
            if lines and metrics.horizontalAdvance(f"{lines[-1]} {word}") <= _MOST:
                lines[-1] = f"{lines[-1]} {word}"
            else:
                lines.append(word)
        return lines

    def _hints_width(self) -> int:
        words = QFontMetrics(self._theme.font(-1))
        widths = [
            sum(key_width(self._theme, key) + 4 for key in keys) + words.horizontalAdvance(what) for keys, what in self._hints
        ]
        return sum(widths) + _BETWEEN * (len(widths) - 1)

    def paintEvent(self, _event: QPaintEvent) -> None:
        theme = self._theme
        with painter_on(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.color("tip"))
            painter.drawRoundedRect(self.rect(), 6, 6)
            y = 6
            left = _PAD + (22 if self._icon else 0)
            if self._icon and self._sentence:
                theme.paint_icon(painter, QRect(_PAD, y, 16, 16), self._icon, "on-tip")
            painter.setFont(theme.font(-1))
            painter.setPen(theme.color("on-tip"))
            for line in self._lines():
                draw_text(painter, QRect(left, y, self.width() - left, 17), LEFT, line)
                y += 17
            self._paint_hints(painter, self.height() - _LINE)

    def _paint_hints(self, painter: QPainter, top: int) -> None:
        theme, x = self._theme, _PAD
        for keys, what in self._hints:
            for key in keys:
                width = key_width(theme, key)
                painter.setPen(QPen(theme.color("on-tip"), 1))
                painter.setBrush(Qt.BrushStyle.NoBrush)
                painter.drawRoundedRect(QRectF(x, top + 6, width, 17).adjusted(0.5, 0.5, -0.5, -0.5), 3, 3)
                painter.setFont(theme.font(-3, 500))
                draw_text(painter, QRect(x, top + 6, width, 17), CENTER, key)
                x += width + 4
            painter.setFont(theme.font(-1))
            draw_text(painter, QRect(x + 2, top, self.width() - x, _LINE), LEFT, what)
            x += painter.fontMetrics().horizontalAdvance(what) + _BETWEEN
