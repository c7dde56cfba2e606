"""A few facts under a heading, one line each: what, and at the right when."""

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import QRect, QSize
from PySide6.QtGui import QFontMetrics, QPaintEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from journeydesk.domain.words import figure, tr
from journeydesk.ui.mirror import draw_text, painter_on
from journeydesk.ui.painting import LEFT, RIGHT, paint_text
from journeydesk.ui.theme import Theme

_PAD, _HEAD, _LINE, _FOOT = 16, 28, 22, 4


class BriefLine(NamedTuple):
    """One fact; `late` where its day is over."""

    words: str
    when: str
    late: bool = False


class BriefLines(QLabel):
    """Painted; a screen reader hears the heading and every line. Without lines the heading says so."""

    def __init__(self, theme: Theme, icon: str, heading: str, none: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._icon = icon
        self._heading = heading
        self._none = none
        self._more = ""
        self.lines: tuple[BriefLine, ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self.update)
        self.show_lines(())

    def show_lines(self, lines: Sequence[BriefLine], more: int = 0) -> None:
        """Shows these; `more` are known beside them."""
        self.lines = tuple(lines)
        self._more = tr("and {more} more", more=figure(more)) if more else ""
        said = [f"{line.words}, {line.when}" if line.when else line.words for line in self.lines]
        self.setAccessibleName(f"{self._heading}: {'; '.join([*said, self._more]) if said else self._none}".rstrip("; "))
        self.setFixedHeight(_HEAD + _LINE * len(self.lines) + (_FOOT if self.lines else 0))
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(300, self.height())

    def minimumSizeHint(self) -> QSize:
        return QSize(200, self.height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        theme, right = self._theme, self.width() - _PAD
        with painter_on(self) as painter:
            head = theme.font(-1, 600)
            painter.setFont(head)
            painter.setPen(theme.color("text"))
            used = paint_text(painter, QRect(_PAD, 4, right - _PAD, 22), self._heading)
            painter.setFont(theme.font(-1))
            painter.setPen(theme.color("text2"))
            beside = self._more if self.lines else self._none
            paint_text(painter, QRect(_PAD + used + 8, 4, right - _PAD - used - 8, 22), beside)
            for place, line in enumerate(self.lines):
                top = _HEAD + place * _LINE
                theme.paint_icon(painter, QRect(_PAD, top + 3, 15, 15), self._icon, "text2")
                font = theme.font(-1, 500 if line.late else 400, tabular=True)
                painter.setFont(font)
                painter.setPen(theme.color("danger" if line.late else "text2"))
                width = QFontMetrics(font).horizontalAdvance(line.when)
                draw_text(painter, QRect(right - width - 2, top, width + 2, 21), RIGHT, line.when)
                painter.setFont(theme.font(-1))
                painter.setPen(theme.color("text"))
                paint_text(painter, QRect(_PAD + 24, top, right - width - 12 - _PAD - 24, 21), line.words, LEFT)
