"""View chips with counts, and filter tokens with a cross."""

from PySide6.QtCore import QPoint, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from journeydesk.domain.words import figure, tr
from journeydesk.ui.keys.actions import Action
from journeydesk.ui.keys.key_map import is_key_of
from journeydesk.ui.mirror import draw_text, painter_on, seen_at
from journeydesk.ui.painting import LEFT, paint_text
from journeydesk.ui.theme import Theme
from journeydesk.ui.widgets.labels import tip

_DRAG_FROM = 8


class ViewChip(QAbstractButton):
    """A saved view: its name, and its count once it is known; checked while it is shown. `dragged` carries where on the screen a hand
    has it, `dropped` that it was let go there."""

    dragged = Signal(object)
    dropped = Signal()

    def __init__(self, theme: Theme, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._count = ""
        self._pressed_at: QPoint | None = None
        self._dragging = False
        self.setText(name)
        self.setCheckable(True)
        self.setAccessibleName(name)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self.update)

    @property
    def count(self) -> str:
        """How many the view shows; empty until it is known."""
        return self._count

    def show_count(self, count: int) -> None:
        """Says how many the view shows."""
        self._count = figure(count)
        self.setAccessibleName(f"{self.text()}, {self._count}")
        self.updateGeometry()
        self.update()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._pressed_at, self._dragging = event.position().toPoint(), False
        super().mousePressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        at = event.position().toPoint()
        if self._pressed_at is not None and abs(at.x() - self._pressed_at.x()) >= _DRAG_FROM:
            self._dragging = True
        if self._dragging:
            self.setDown(False)
            self.dragged.emit(event.globalPosition().toPoint())
        else:
            super().mouseMoveEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self._pressed_at = None
        if self._dragging:
            self._dragging = False
            self.dropped.emit()
            return
        super().mouseReleaseEvent(event)

    def sizeHint(self) -> QSize:
        name = QFontMetrics(self._theme.font(0, 500)).horizontalAdvance(self.text())
        count = QFontMetrics(self._theme.font(0, tabular=True)).horizontalAdvance(self._count)
        return QSize(11 + name + (7 + count if self._count else 0) + 11, 26)

    def paintEvent(self, _event: QPaintEvent) -> None:
        theme, chosen = self._theme, self.isChecked()
        with painter_on(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            strong = chosen or self.hasFocus()
            painter.setPen(QPen(theme.color("accent" if strong else "line"), 1))
            painter.setBrush(theme.color("accent-soft" if chosen else "hover" if self.underMouse() else "base"))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 13, 13)
            painter.setFont(theme.font(0, 500))
            painter.setPen(theme.color("accent-ink" if chosen else "text2"))
            name = painter.fontMetrics().horizontalAdvance(self.text())
            draw_text(painter, QRect(11, 0, name + 2, self.height()), LEFT, self.text())
            painter.setFont(theme.font(0, tabular=True))
            painter.setPen(theme.color("accent-ink" if chosen else "text3"))
            draw_text(painter, QRect(11 + name + 7, 0, 80, self.height()), LEFT, self._count)


_MOST_VALUE = 190


class FilterToken(QAbstractButton):
    """One filter: field and operator in grey, value strong, and a cross that removes it. `whole` is what its tooltip says; it is
    checked while its pane is open."""

    removed = Signal()

    def __init__(
        self, theme: Theme, lead: str, value: str, parent: QWidget | None = None, whole: str = "", short: str = ""
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._leads = (lead, short or lead)
        self._lead = lead
        self._value = value
        self._icon = "x"
        self.setAccessibleName(tr("Filter: {whole}", whole=whole or f"{lead} {value}"))
        self.setToolTip(tip(tr("{whole}\nClick to change, the cross or Del removes it", whole=whole or f"{lead} {value}")))
        self.setCheckable(True)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        theme.changed.connect(self.update)

    def shorten(self, on: bool) -> None:
        """Says the shorter words where room is short, or the full ones."""
        if self._lead != self._leads[on]:
            self._lead = self._leads[on]
            self.updateGeometry()
            self.update()

    def stand_for(self, value: str) -> None:
        """Stands for others that open below it, instead of for one filter."""
        self._value, self._icon = value, "down"
        self.setAccessibleName(value)
        self.setToolTip("")
        self.updateGeometry()
        self.update()

    def _widths(self) -> tuple[int, int]:
        lead = QFontMetrics(self._theme.font(-1)).horizontalAdvance(self._lead)
        value = QFontMetrics(self._theme.font(-1, 600)).horizontalAdvance(self._value)
        return lead, min(value, _MOST_VALUE)

    def sizeHint(self) -> QSize:
        lead, value = self._widths()
        return QSize(7 + lead + (5 if value and lead else 0) + value + 7 + 21, 24)

    def paintEvent(self, _event: QPaintEvent) -> None:
        theme = self._theme
        with painter_on(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(theme.color("accent" if self.hasFocus() or self.isChecked() else "line2"), 1))
            painter.setBrush(theme.color("accent-soft" if self.isChecked() else "hover" if self.underMouse() else "base"))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 4, 4)
            cross = self.width() - 21
            painter.setPen(QPen(theme.color("line"), 1))
            painter.drawLine(cross, 1, cross, self.height() - 2)
            lead, value = self._widths()
            painter.setFont(theme.font(-1))
            painter.setPen(theme.color("text2"))
            draw_text(painter, QRect(7, 0, lead + 2, self.height()), LEFT, self._lead)
            painter.setFont(theme.font(-1, 600))
            painter.setPen(theme.color("text"))
            paint_text(painter, QRect(7 + lead + (5 if lead else 0), 0, value + 2, self.height()), self._value)
            theme.paint_icon(painter, QRect(cross + 4, 5, 14, 14), self._icon, "text")

    def nextCheckState(self) -> None:
        # Its owner says when it is checked.
        return

    def keyPressEvent(self, event: QKeyEvent) -> None:
        # Del takes away what has the keyboard: here the filter.
        if is_key_of(Action.DELETE, event):
            self.removed.emit()
        elif is_key_of(Action.TAKE, event):
            self.click()
        else:
            super().keyPressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        on_cross = self._icon == "x" and seen_at(self, event.position()).x() >= self.width() - 21
        if on_cross and self.rect().contains(event.position().toPoint()):
            self.setDown(False)
            self.removed.emit()
            return
        super().mouseReleaseEvent(event)
