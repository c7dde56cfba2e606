"""The marks that several screens paint: stage chips, score bars, avatars, key caps, the pending ring."""

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPen

from journeydesk.services.rows.common import StageMark
from journeydesk.ui.mirror import draw_text
from journeydesk.ui.theme import Theme

LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
CENTER = Qt.AlignmentFlag.AlignCenter
_LEFT_LINE = LEFT | Qt.TextFlag.TextSingleLine

MOST_SCORE = 50


def initials(name: str) -> str:
    """The first letters of the first and last word, for an avatar."""
    words = [word for word in name.split() if word[0].isalnum()]
    if not words:
        return "–"
    return (words[0][0] + (words[-1][0] if len(words) > 1 else "")).upper()


def paint_text(painter: QPainter, rect: QRect, text: str, align: Qt.AlignmentFlag = LEFT) -> int:
    """One line, cut with an ellipsis, left in its cell whatever its script; returns the width it took."""
    metrics = painter.fontMetrics()
    taken = metrics.horizontalAdvance(text)
    if taken > rect.width():
        text = metrics.elidedText(text, Qt.TextElideMode.ElideRight, rect.width())
        taken = metrics.horizontalAdvance(text)
    draw_text(painter, rect, _LEFT_LINE if align is LEFT else align | Qt.TextFlag.TextSingleLine, text)
    return taken


def paint_line(
    painter: QPainter,
    rect: QRect,
    theme: Theme,
    text: str,
    step: int = 0,
    weight: int = 400,
    *,
    tabular: bool = False,
    at_right: bool = False,
) -> int:
    """As `paint_text`, in one of the theme's fonts: what is written again and again is laid out once."""
    return theme.texts.paint(painter, rect, text, (step, weight, tabular), theme.font(step, weight, tabular), at_right)


def line_width(theme: Theme, text: str, step: int = 0, weight: int = 400, *, tabular: bool = False) -> int:
    """How wide `paint_line` writes it where it has room."""
    return theme.texts.width(text, (step, weight, tabular), theme.font(step, weight, tabular))


def first_that_fits(metrics: QFontMetrics, candidates: Sequence[str], room: int) -> str:
    """The first of the wordings, longest first, for which there is room; the last where none fits. A figure is never cut."""
    return next((words for words in candidates if metrics.horizontalAdvance(words) <= room), candidates[-1])


def paint_badge(painter: QPainter, rect: QRect, theme: Theme, number: int, radius: float = 3) -> None:
    """A stage's number on its fill."""
    fill, _, _ = theme.stage(number)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(fill)
    painter.drawRoundedRect(QRectF(rect), radius, radius)
    painter.setPen(theme.on_stage)
    painter.setFont(theme.font(-2, 600, tabular=True))
    draw_text(painter, rect, CENTER, str(number))


def chip_width(theme: Theme, mark: StageMark) -> int:
    """How wide a stage's chip is."""
    return 20 + 8 + line_width(theme, mark.name, -1, 500) + 7


def paint_chip(painter: QPainter, x: int, middle: int, theme: Theme, mark: StageMark, room: int = 999) -> int:
    """A stage as number, name and colour; returns its width."""
    width = min(chip_width(theme, mark), room)
    key = "chip", mark.number, mark.name
    theme.marks.paint(painter, QRect(x, middle - 10, width, 20), key, lambda brush, rect: _paint_chip(brush, rect, theme, mark))
    return width


def _paint_chip(painter: QPainter, rect: QRect, theme: Theme, mark: StageMark) -> None:
    _, chip, ink = theme.stage(mark.number)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(chip)
    painter.drawRoundedRect(QRectF(rect), 3, 3)
    paint_badge(painter, QRect(rect.left(), rect.top(), 20, 20), theme, mark.number)
    painter.setPen(ink)
    painter.setFont(theme.font(-1, 500))
    paint_text(painter, rect.adjusted(26, 0, -4, 0), mark.name)


def paint_bar(painter: QPainter, rect: QRectF, theme: Theme, share: float) -> None:
    """A share as a small bar; in whole pixels from a copy."""
    share = max(0.0, min(1.0, share))
    whole = rect.toRect()
    if QRectF(whole) == rect:
        key = "bar", round(rect.width() * share, 2)
        theme.marks.paint(painter, whole, key, lambda brush, place: _paint_bar(brush, QRectF(place), theme, share))
    else:
        _paint_bar(painter, rect, theme, share)


def _paint_bar(painter: QPainter, rect: QRectF, theme: Theme, share: float) -> None:
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme.color("line2"))
    radius = rect.height() / 2
    painter.drawRoundedRect(rect, radius, radius)
    filled = QRectF(rect)
    filled.setWidth(rect.width() * share)
    painter.setBrush(theme.color("text2"))
    painter.drawRoundedRect(filled, min(radius, filled.width() / 2), radius)


def paint_avatar(painter: QPainter, rect: QRect, theme: Theme, name: str, selected: bool = False) -> None:
    """A person's initials in a ring."""
    letters = initials(name)
    key = "avatar", letters, selected
    theme.marks.paint(painter, rect, key, lambda brush, place: _paint_avatar(brush, place, theme, letters, selected))


def _paint_avatar(painter: QPainter, rect: QRect, theme: Theme, letters: str, selected: bool) -> None:
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(theme.color("line2"), 1))
    painter.setBrush(theme.color("base" if selected else "sunk"))
    painter.drawEllipse(QRectF(rect).adjusted(0.5, 0.5, -0.5, -0.5))
    painter.setPen(theme.color("text2"))
    painter.setFont(theme.font(-4, 600))
    draw_text(painter, rect, CENTER, letters)


def paint_ring(painter: QPainter, center: QPointF, theme: Theme) -> None:
    """The pending ring: saved here, not sent yet."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(theme.color("warn-mark"), 2))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawEllipse(center, 3, 3)


def key_width(theme: Theme, text: str) -> int:
    """How wide a key cap is."""
    return max(18, line_width(theme, text, -3, 500) + 10)


def paint_key(painter: QPainter, rect: QRect, theme: Theme, text: str, on_accent: bool = False) -> None:
    """A key cap; light on a primary button."""
    key = "key", text, on_accent
    theme.marks.paint(painter, rect, key, lambda brush, place: _paint_key(brush, place, theme, text, on_accent))


def _paint_key(painter: QPainter, rect: QRect, theme: Theme, text: str, on_accent: bool) -> None:
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    color = theme.color("on-accent" if on_accent else "text2")
    line = theme.color("on-accent" if on_accent else "line2")
    painter.setPen(QPen(line, 1))
    painter.setBrush(Qt.BrushStyle.NoBrush if on_accent else theme.color("base"))
    painter.drawRoundedRect(QRectF(rect).adjusted(0.5, 0.5, -0.5, -0.5), 3, 3)
    painter.setPen(color)
    painter.setFont(theme.font(-3, 500))
    draw_text(painter, rect, CENTER, text)


def paint_check(painter: QPainter, rect: QRect, theme: Theme, state: Qt.CheckState) -> None:
    """A check box of 14 px."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    box = QRectF(rect).adjusted(0.5, 0.5, -0.5, -0.5)
    if state == Qt.CheckState.Unchecked:
        painter.setPen(QPen(theme.color("ctl"), 1))
        painter.setBrush(theme.color("base"))
        painter.drawRoundedRect(box, 3, 3)
        return
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme.color("accent-fill"))
    painter.drawRoundedRect(QRectF(rect), 3, 3)
    theme.paint_icon(
        painter,
        QRect(rect).adjusted(1, 1, -1, -1),
        "minus" if state == Qt.CheckState.PartiallyChecked else "check",
        "on-accent",
    )
