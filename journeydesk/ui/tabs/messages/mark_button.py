"""A tag or a mark of a draft's quality."""

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy

from journeydesk.ui.mirror import draw_text, painter_on
from journeydesk.ui.theme import Theme

_TAG_HEIGHT = 26


class MarkButton(QAbstractButton):
    """A tag or a number in a frame, marked while it is chosen."""

    def __init__(self, theme: Theme, text: str, *, ticked: bool) -> None:
        super().__init__()
        self._theme, self._ticked = theme, ticked
        self.setText(text)
        self.setCheckable(True)
        self.setAccessibleName(text)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self.update)

    def sizeHint(self) -> QSize:
        mark = 18 if self._ticked and self.isChecked() else 0
        self.setFont(self._theme.font(-1 if self._ticked else 0, 500))
        return QSize(self.fontMetrics().horizontalAdvance(self.text()) + 22 + mark, _TAG_HEIGHT)

    def paintEvent(self, _event: QPaintEvent) -> None:
        theme, chosen = self._theme, self.isChecked()
        with painter_on(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            edge = "accent" if chosen or self.hasFocus() else "line2"
            painter.setPen(QPen(theme.color(edge), 2 if self.hasFocus() else 1))
            painter.setBrush(theme.color("accent-soft" if chosen else "hover" if self.underMouse() else "base"))
            painter.drawRoundedRect(self.rect().adjusted(1, 1, -1, -1), 4, 4)
            painter.setFont(theme.font(-1 if self._ticked else 0, 500))
            painter.setPen(theme.color("accent-ink" if chosen else "text" if self.isEnabled() else "disabled"))
            room = QRect(self.rect())
            if chosen and self._ticked:
                theme.paint_icon(painter, QRect(8, (self.height() - 14) // 2, 14, 14), "check", "accent-ink")
                room.setLeft(18)
            draw_text(painter, room, Qt.AlignmentFlag.AlignCenter, self.text())
