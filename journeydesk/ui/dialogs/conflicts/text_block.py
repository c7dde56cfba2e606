"""Plain text in pieces, broken into lines and painted: changed words underlined, words that are gone struck out."""

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QTextCharFormat, QTextLayout, QTextOption

from journeydesk.ui.dialogs.conflicts.word_diff import Piece
from journeydesk.ui.mirror import is_mirrored, turned_back
from journeydesk.ui.theme import Theme

_MOST_LINES = 8
_LINE = 18


class TextBlock:
    """Never reads markup: what it shows may come from anywhere."""

    def __init__(self, theme: Theme, pieces: Sequence[Piece], *, ink: str = "text", step: int = 0, weight: int = 400) -> None:
        self._theme = theme
        self._pieces = [Piece(piece.text.replace("\r\n", "\n").replace("\n", "\u2028"), piece.kind) for piece in pieces]
        self._ink = ink
        self._step = step
        self._weight = weight

    def height(self, width: int) -> int:
        """How high it is at this width, in pixels."""
        return max(1, self._layout(width).lineCount()) * _LINE

    def paint(self, painter: QPainter, x: int, y: int, width: int) -> None:
        """At most eight lines."""
        painter.setPen(self._theme.color(self._ink))
        layout = self._layout(width)
        with turned_back(painter, QRectF(x, y, width, layout.lineCount() * _LINE)):
            layout.draw(painter, QPointF(x, y))

    def _layout(self, width: int) -> QTextLayout:
        layout = QTextLayout("".join(piece.text for piece in self._pieces), self._theme.font(self._step, self._weight))
        option = QTextOption()
        if is_mirrored():
            option.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignAbsolute)
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        layout.setTextOption(option)
        layout.setFormats(self._formats())
        layout.beginLayout()
        for number in range(_MOST_LINES):
            line = layout.createLine()
            if not line.isValid():
                break
            line.setLineWidth(width)
            line.setPosition(QPointF(0, number * _LINE))
        layout.endLayout()
        return layout

    def _formats(self) -> list[QTextLayout.FormatRange]:
        formats, at = [], 0
        for piece in self._pieces:
            if piece.kind != "same":
                style = QTextCharFormat()
                if piece.kind == "new":
                    style.setFontUnderline(True)
                    style.setUnderlineColor(self._theme.color("accent"))
                else:
                    style.setFontStrikeOut(True)
                    style.setForeground(self._theme.color("text3"))
                marked = QTextLayout.FormatRange()
                marked.start, marked.length, marked.format = at, _units(piece.text), style
                formats.append(marked)
            at += _units(piece.text)
        return formats


def _units(text: str) -> int:
    """Qt counts UTF-16 units; a character beyond the first plane is two of them."""
    return len(text) + sum(ord(character) > 0xFFFF for character in text)
