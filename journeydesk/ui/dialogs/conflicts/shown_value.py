"""One value of a question, painted: a stage's chip, or text with what changed in it, and a caption below."""

from PySide6.QtCore import QRect
from PySide6.QtGui import QPainter

from journeydesk.services.rows.common import StageMark
from journeydesk.ui.dialogs.conflicts.text_block import TextBlock
from journeydesk.ui.dialogs.conflicts.word_diff import Piece
from journeydesk.ui.painting import paint_chip, paint_text
from journeydesk.ui.theme import Theme

_CAPTION = 17


class ShownValue:
    """What a cell shows; `empty` are the words where there is no value."""

    def __init__(
        self, theme: Theme, pieces: list[Piece], *, stage: StageMark | None, caption: str = "", empty: str, ink: str = "text"
    ) -> None:
        self._theme = theme
        self._stage = stage
        self._caption = caption
        shown = pieces or [Piece(empty, "same")]
        self._block = TextBlock(theme, shown, ink=ink if pieces else "text3")

    def height(self, width: int) -> int:
        """How high it is at this width."""
        value = 20 if self._stage else self._block.height(width)
        return value + (_CAPTION if self._caption else 0)

    def paint(self, painter: QPainter, x: int, y: int, width: int) -> None:
        """The value, then the caption."""
        if self._stage is not None:
            paint_chip(painter, x, y + 9, self._theme, self._stage, width)
            bottom = y + 21
        else:
            self._block.paint(painter, x, y, width)
            bottom = y + self._block.height(width)
        if self._caption:
            painter.setFont(self._theme.font(-2))
            painter.setPen(self._theme.color("text2"))
            paint_text(painter, QRect(x, bottom, width, _CAPTION), self._caption)
