"""The lines at the side of a report: one prospect each, and a reason with how often it was given."""

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from journeydesk.domain.words import figure
from journeydesk.ui.mirror import draw_text, painter_on
from journeydesk.ui.painting import RIGHT, paint_avatar, paint_text
from journeydesk.ui.theme import Theme
from journeydesk.ui.widgets.labels import tip

_TALL = 42
_AVATAR = 22
_REASON = 25
_NAME = 116
_COUNT = 44


class PersonLine(QAbstractButton):
    """Company, what is said of it, a time at the right, and the owner's initials; pressed it opens the prospect."""

    def __init__(self, theme: Theme, company: str, words: str, time: str, owner: str, late: bool = False) -> None:
        super().__init__()
        self._theme = theme
        self._words, self._time, self._owner, self._late = words, time, owner, late
        self.setText(company)
        self.setAccessibleName(", ".join(each for each in (company, words, time, owner) if each))
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self.update)

    def sizeHint(self) -> QSize:
        return QSize(260, _TALL)

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = self._theme
        with painter_on(self) as painter:
            if self.underMouse():
                painter.fillRect(self.rect(), theme.color("hover"))
            painter.fillRect(0, 0, self.width(), 1, theme.color("line"))
            right = self.width() - (_AVATAR + 8 if self._owner else 0)
            if self._owner:
                paint_avatar(
                    painter, QRect(self.width() - _AVATAR, (_TALL - _AVATAR) // 2, _AVATAR, _AVATAR), theme, self._owner
                )
            painter.setFont(theme.font(0, 600 if self._late else 400, tabular=True))
            painter.setPen(theme.color("warn" if self._late else "text"))
            taken = painter.fontMetrics().horizontalAdvance(self._time)
            draw_text(painter, QRect(right - taken - 2, 0, taken + 2, _TALL), RIGHT, self._time)
            room = right - taken - 12
            painter.setFont(theme.font(0, 500))
            painter.setPen(theme.color("text"))
            paint_text(painter, QRect(0, 3, room, 20), self.text())
            painter.setFont(theme.font(-1))
            painter.setPen(theme.color("text2"))
            paint_text(painter, QRect(0, 21, room, 18), self._words)
            if self.hasFocus():
                painter.setPen(theme.focus_pen)
                painter.drawRect(self.rect().adjusted(1, 1, -1, -1))


class ReasonLine(QWidget):
    """A reason, a bar as long as it is frequent, and how often it was given."""

    def __init__(self, theme: Theme, reason: str, count: int, most: int) -> None:
        super().__init__()
        self._theme, self._reason, self._count, self._share = theme, reason, count, count / max(1, most)
        self.setAccessibleName(f"{reason}: {figure(count)}")
        self.setToolTip(tip(reason))
        self.setFixedHeight(_REASON)
        theme.changed.connect(self.update)

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = self._theme
        with painter_on(self) as painter:
            painter.setFont(theme.font())
            painter.setPen(theme.color("text"))
            paint_text(painter, QRect(0, 0, _NAME - 6, _REASON), self._reason)
            painter.setFont(theme.font(0, 600, tabular=True))
            draw_text(painter, QRect(self.width() - _COUNT, 0, _COUNT, _REASON), RIGHT, figure(self._count))
            room = self.width() - _NAME - _COUNT
            painter.fillRect(QRectF(_NAME, _REASON / 2 - 4, max(2.0, room * self._share), 8), theme.color("text3"))


class PartsBar(QWidget):
    """Two parts of a whole: tinted those who are still there, hollow those who left."""

    def __init__(self, theme: Theme, number: int, still: int, left: int) -> None:
        super().__init__()
        self._theme, self._number, self._share = theme, number, still / max(1, still + left)
        self.setFixedHeight(12)
        theme.changed.connect(self.update)

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = self._theme
        with painter_on(self) as painter:
            fill, chip, _ = theme.stage(self._number)
            painter.setPen(QPen(theme.color("text3"), 1))
            painter.drawRect(0, 0, self.width() - 1, 11)
            wide = round((self.width() - 1) * self._share)
            if wide:
                painter.setPen(QPen(fill, 1))
                painter.setBrush(chip)
                painter.drawRect(0, 0, wide, 11)
