"""View chips with counts, and filter tokens with a cross."""

from PySide6.QtCore import QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from journeydesk.ui.painting import LEFT
from journeydesk.ui.theme import Theme


class ViewChip(QAbstractButton):
    """A saved view: its name, and its count once it is known; checked while it is shown."""

    def __init__(self, theme: Theme, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._count = ""
        self.setText(name)
        self.setCheckable(True)
        self.setAccessibleName(name)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self.update)

    def show_count(self, count: int) -> None:
        """Says how many the view shows."""
        self._count = f"{count:,}"
        self.setAccessibleName(f"{self.text()}, {self._count}")
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        name = QFontMetrics(self._theme.font(0, 500)).horizontalAdvance(self.text())
        count = QFontMetrics(self._theme.font(0, tabular=True)).horizontalAdvance(self._count)
        return QSize(11 + name + (7 + count if self._count else 0) + 11, 26)

    def paintEvent(self, _event: QPaintEvent) -> None:
        theme, chosen = self._theme, self.isChecked()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        strong = chosen or self.hasFocus()
        painter.setPen(QPen(theme.color("accent" if strong else "line"), 1))
        painter.setBrush(theme.color("accent-soft" if chosen else "hover" if self.underMouse() else "base"))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 13, 13)
        painter.setFont(theme.font(0, 500))
        painter.setPen(theme.color("accent-ink" if chosen else "text2"))
        name = painter.fontMetrics().horizontalAdvance(self.text())
        painter.drawText(QRect(11, 0, name + 2, self.height()), LEFT, self.text())
        painter.setFont(theme.font(0, tabular=True))
        painter.setPen(theme.color("accent-ink" if chosen else "text3"))
        painter.drawText(QRect(11 + name + 7, 0, 80, self.height()), LEFT, self._count)
        painter.end()


class FilterToken(QAbstractButton):
    """One filter: field and operator in grey, value strong, and a cross that removes it."""

    removed = Signal()

    def __init__(self, theme: Theme, lead: str, value: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._lead = lead
        self._value = value
        self.setAccessibleName(f"Filter: {lead} {value}")
        self.setToolTip("Click to change, the cross removes it")
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        theme.changed.connect(self.update)

    def _widths(self) -> tuple[int, int]:
        lead = QFontMetrics(self._theme.font(-1)).horizontalAdvance(self._lead)
        return lead, QFontMetrics(self._theme.font(-1, 600)).horizontalAdvance(self._value)

    def sizeHint(self) -> QSize:
        lead, value = self._widths()
        return QSize(7 + lead + (5 if value else 0) + value + 7 + 21, 24)

    def paintEvent(self, _event: QPaintEvent) -> None:
        theme = self._theme
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(theme.color("accent" if self.hasFocus() else "line2"), 1))
        painter.setBrush(theme.color("base"))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 4, 4)
        cross = self.width() - 21
        painter.setPen(QPen(theme.color("line"), 1))
        painter.drawLine(cross, 1, cross, self.height() - 2)
        lead, value = self._widths()
        painter.setFont(theme.font(-1))
        painter.setPen(theme.color("text2"))
        painter.drawText(QRect(7, 0, lead + 2, self.height()), LEFT, self._lead)
        painter.setFont(theme.font(-1, 600))
        painter.setPen(theme.color("text"))
        painter.drawText(QRect(7 + lead + 5, 0, value + 2, self.height()), LEFT, self._value)
        theme.paint_icon(painter, QRect(cross + 4, 5, 14, 14), "x", "text")
        painter.end()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if self.rect().contains(event.position().toPoint()) and event.position().x() >= self.width() - 21:
            self.setDown(False)
            self.removed.emit()
            return
        super().mouseReleaseEvent(event)
