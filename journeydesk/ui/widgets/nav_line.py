"""One line of a list of places: icon and words, checked while it is shown."""

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from journeydesk.ui.mirror import painter_on
from journeydesk.ui.painting import paint_text
from journeydesk.ui.theme import Theme
from journeydesk.ui.widgets.labels import tip


class NavLine(QAbstractButton):
    """Without an icon it is a file or a command; `show_mark` puts an icon at the right for what is wrong there."""

    def __init__(self, theme: Theme, text: str, icon: str, height: int = 28, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._icon = icon
        self._mark = ""
        self.setText(text)
        self.setFixedHeight(height)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setCheckable(bool(icon))
        theme.changed.connect(self.update)

    def show_mark(self, icon: str, words: str) -> None:
        """Marks that something needs a look; an empty icon takes the mark away."""
        self._mark = icon
        self.setAccessibleName(f"{self.text()}, {words}" if words else self.text())
        self.setToolTip(tip(words))
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(187, self.height())

    def paintEvent(self, event: QPaintEvent) -> None:
        theme, chosen, height = self._theme, self.isChecked(), self.height()
        with painter_on(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            ground = "sel" if chosen else "hover" if self.underMouse() and self.isEnabled() else "win"
            painter.setPen(theme.focus_pen if self.hasFocus() else Qt.PenStyle.NoPen)
            painter.setBrush(theme.color(ground))
            inset = 1 if self.hasFocus() else 0
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(inset, inset, -inset, -inset), 4, 4)
            left = 10
            if self._icon:
                token = "accent" if chosen else "text2" if self.isEnabled() else "disabled"
                theme.paint_icon(painter, QRect(10, (height - 16) // 2, 16, 16), self._icon, token)
                left = 34
            painter.setFont(theme.font(0, 600 if chosen else 400))
            painter.setPen(theme.color("text" if self.isEnabled() else "disabled"))
            paint_text(painter, QRect(left, 0, self.width() - left - (30 if self._mark else 6), height), self.text())
            if self._mark:
                theme.paint_icon(painter, QRect(self.width() - 27, (height - 16) // 2, 16, 16), self._mark, "danger")
