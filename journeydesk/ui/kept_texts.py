"""What is written again and again is measured and laid out once: a list says the same words in many of its lines."""

import math

from PySide6.QtCore import QPointF, QRect, Qt
from PySide6.QtGui import QFont, QFontMetrics, QFontMetricsF, QPainter, QStaticText

from journeydesk.ui.kept_pictures import pixels_a_point
from journeydesk.ui.mirror import draw_text, is_mirrored

Look = tuple[int, int, bool]
"""A font as the theme knows it: its step, its weight, and whether its figures are of one width."""

_MIDDLE = Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine
_LEFT_LINE, _RIGHT_LINE = Qt.AlignmentFlag.AlignLeft | _MIDDLE, Qt.AlignmentFlag.AlignRight | _MIDDLE
_HEBREW = "\u0590"
_SIGNS = "\u2000", "\u20ff"


class _Text:
    """One line. What is written a second time is laid out for good; most of what a list shows is seen once."""

    __slots__ = ("advance", "laid_out", "may_be_kept", "width")

    def __init__(self, text: str, advance: float, width: int) -> None:
        self.advance = advance
        self.width = width
        self.may_be_kept = _reads_from_the_left(text)
        self.laid_out: QStaticText | None = None


class KeptTexts:
    """Lines of text in a theme's fonts, at most so many: the oldest go first."""

    def __init__(self, most: int) -> None:
        self._most = most
        self._texts: dict[tuple[str, Look], _Text] = {}
        self._cut: dict[tuple[str, Look, int], str] = {}
        self._metrics: dict[Look, QFontMetricsF] = {}
        self._heights: dict[Look, float] = {}

    def width(self, text: str, look: Look, font: QFont) -> int:
        """How wide a line is, in pixels."""
        known = self._texts.get((text, look))
        return known.width if known is not None else self._measured(text, look, font).width

    def paint(self, painter: QPainter, rect: QRect, text: str, look: Look, font: QFont, at_right: bool = False) -> int:
        """One line in the middle of `rect`, at its beginning or its end, cut with an ellipsis; returns the width it took. It is what
        `draw_text` paints, to the pixel."""
        painter.setFont(font)
        known = self._texts.get((text, look))
        again = known is not None
        if known is None:
            known = self._measured(text, look, font)
        room = rect.width()
        if known.width > room:
            text = self._cut_to(text, look, font, room)
            known = self._texts.get((text, look)) or self._measured(text, look, font)
        above = (rect.height() - self._heights[look]) / 2
        if not again or above < 0 or not known.may_be_kept or not _is_plain(painter, at_right):
            draw_text(painter, rect, _RIGHT_LINE if at_right else _LEFT_LINE, text)
            return known.width
        if known.laid_out is None:
            known.laid_out = QStaticText(text)
            known.laid_out.setTextFormat(Qt.TextFormat.PlainText)
        x = rect.x() + room - known.advance if at_right else rect.x()
        painter.drawStaticText(QPointF(x, rect.y() + above), known.laid_out)
        return known.width

    def _measured(self, text: str, look: Look, font: QFont) -> _Text:
        if len(self._texts) >= self._most:
            del self._texts[next(iter(self._texts))]
        advance = self._metrics_of(look, font).horizontalAdvance(text)
        known = self._texts[(text, look)] = _Text(text, advance, math.floor(advance + 0.5))
        return known

    def _metrics_of(self, look: Look, font: QFont) -> QFontMetricsF:
        metrics = self._metrics.get(look)
        if metrics is None:
            metrics = self._metrics[look] = QFontMetricsF(font)
            self._heights[look] = metrics.height()
        return metrics

    def _cut_to(self, text: str, look: Look, font: QFont, room: int) -> str:
        key = text, look, room
        cut = self._cut.get(key)
        if cut is None:
            if len(self._cut) >= self._most:
                del self._cut[next(iter(self._cut))]
            cut = self._cut[key] = QFontMetrics(font).elidedText(text, Qt.TextElideMode.ElideRight, room)
        return cut


def _is_plain(painter: QPainter, at_right: bool) -> bool:
    """Whether a painter puts what was laid out before where it would put it now: not on paper, not where the window is mirrored, and
    what ends at a place only in whole pixels of the screen."""
    if is_mirrored():
        return False
    ratio = pixels_a_point(painter)
    return ratio is not None and (not at_right or ratio.is_integer())


def _reads_from_the_left(text: str) -> bool:
    """Whether it is one line that no direction of its letters may turn: then it looks the same however it is laid out."""
    first, last = _SIGNS
    return text.isprintable() and (text.isascii() or all(sign < _HEBREW or first <= sign <= last for sign in text))
