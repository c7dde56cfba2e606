"""The journey as steps: done with a tick, current with its number in a ring, ahead hollow; where there is little room as a bar."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QFontMetrics, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from journeydesk.domain.words import tr
from journeydesk.services.rows.detail import Step
from journeydesk.ui.keys.actions import Action, Scope
from journeydesk.ui.keys.key_map import KeyMap
from journeydesk.ui.mirror import draw_text, painter_on, seen_at
from journeydesk.ui.painting import CENTER
from journeydesk.ui.theme import Theme
from journeydesk.ui.widgets.labels import tip

_TALL, _BAR = 62, 20
_GAP = 4


class Stepper(QAbstractButton):
    """Painted; its accessible name says where the prospect stands. A press on a step, or arrows and Enter, emit `stage_chosen` with its
    number."""

    stage_chosen = Signal(int)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._steps: Sequence[Step] = ()
        self._at = -1
        self._hovered = -1
        self._is_bar = False
        self._keys = KeyMap(
            Scope.FIELDS,
            {
                Action.LEFT: lambda: self._go(-1),
                Action.RIGHT: lambda: self._go(1),
                Action.TAKE: self._choose,
                Action.TOGGLE: self._choose,
            },
        )
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFixedHeight(_TALL)
        theme.changed.connect(self.update)

    def sizeHint(self) -> QSize:
        return QSize(380, self.height())

    def show_steps(self, steps: Sequence[Step]) -> None:
        """The steps of a journey."""
        self._steps = steps
        self._at = next((place for place, step in enumerate(steps) if step.state == "current"), 0)
        current = next((step for step in steps if step.state == "current"), None)
        where = tr("at {number} {name}", number=current.mark.number, name=current.mark.name) if current else tr("not begun")
        self.setAccessibleName(tr("Journey with {count} stages, {where}", count=len(steps), where=where))
        self.update()

    def show_as_bar(self, bar: bool) -> None:
        """A bar with a part for each step, pressed alike; or the steps with their names."""
        self._is_bar = bar
        self.setFixedHeight(_BAR if bar else _TALL)
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        if not self._steps:
            return
        with painter_on(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            if self._is_bar:
                self._paint_bar(painter)
                return
            count = len(self._steps)
            width = self.width() / count
            centers = [QPointF(width * (n + 0.5), 16) for n in range(count)]
            for number in range(count - 1):
                done = self._steps[number].state == "done"
                painter.setPen(QPen(self._theme.color("text2" if done else "line2"), 2))
                painter.drawLine(centers[number] + QPointF(17, 0), centers[number + 1] - QPointF(17, 0))
            for place, (step, center) in enumerate(zip(self._steps, centers, strict=True)):
                ring = self.hasFocus() and place == self._at
                if ring or place == self._hovered:
                    painter.setPen(QPen(self._theme.color("accent" if ring else "ctl"), 2))
                    painter.setBrush(self._theme.color("hover"))
                    painter.drawEllipse(center, 15, 15)
                self._paint_step(painter, step, center, width)

    def _paint_bar(self, painter: QPainter) -> None:
        width = (self.width() + _GAP) / len(self._steps)
        for place, step in enumerate(self._steps):
            part = QRectF(place * width, 7, width - _GAP, 5)
            if (self.hasFocus() and place == self._at) or place == self._hovered:
                painter.setPen(QPen(self._theme.color("accent" if self.hasFocus() and place == self._at else "ctl"), 2))
                painter.setBrush(Qt.BrushStyle.NoBrush)
                painter.drawRoundedRect(part.adjusted(1, -3, -1, 3), 4, 4)
            painter.setPen(Qt.PenStyle.NoPen)
            ahead = step.state == "ahead"
            painter.setBrush(self._theme.color("line2") if ahead else self._theme.stage(step.mark.number).fill)
            painter.drawRoundedRect(part, 2.5, 2.5)

    def _place_at(self, x: float) -> int:
        return int(x * len(self._steps) / max(1, self.width())) if self._steps else -1

    def _go(self, by: int) -> None:
        self._at = min(len(self._steps) - 1, max(0, self._at + by))
        step = self._steps[self._at]
        self.setAccessibleDescription(
            tr(
                "{number} {name}, {state}. {label} sets it",
                number=step.mark.number,
                name=step.mark.name,
                state=step.state,
                label=Action.TAKE.label,
            )
        )
        self.update()

    def _choose(self) -> None:
        if 0 <= self._at < len(self._steps) and self._steps[self._at].state != "current":
            self.stage_chosen.emit(self._steps[self._at].mark.number)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        place = self._place_at(seen_at(self, event.position()).x())
        if place != self._hovered and 0 <= place < len(self._steps):
            self._hovered = place
            step = self._steps[place]
            current = step.state == "current"
            self.setCursor(Qt.CursorShape.ArrowCursor if current else Qt.CursorShape.PointingHandCursor)
            self.setToolTip(
                tip("" if current else tr("Set the stage to {number} {name}", number=step.mark.number, name=step.mark.name))
            )
            self.update()

    def leaveEvent(self, _event: QEvent) -> None:
        self._hovered = -1
        self.update()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        # What counts is where it is let go; nothing is painted pressed.
        event.accept()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        place = self._place_at(seen_at(self, event.position()).x())
        if event.button() == Qt.MouseButton.LeftButton and 0 <= place < len(self._steps):
            self._at = place
            self._choose()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not self._keys.press(event):
            QWidget.keyPressEvent(self, event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.update()

    def _paint_step(self, painter: QPainter, step: Step, center: QPointF, width: float) -> None:
        theme = self._theme
        colors = theme.stage(step.mark.number)
        circle = QRectF(center.x() - 10, center.y() - 10, 20, 20)
        if step.state == "ahead":
            painter.setPen(QPen(theme.color("ctl"), 1))
            painter.setBrush(theme.color("base"))
            painter.drawEllipse(circle.adjusted(0.5, 0.5, -0.5, -0.5))
            painter.setPen(theme.color("text2"))
        else:
            if step.state == "current":
                painter.setPen(QPen(theme.color("text2"), 1.5))
                painter.setBrush(Qt.BrushStyle.NoBrush)
                painter.drawEllipse(circle.adjusted(-3, -3, 3, 3))
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(colors.fill)
            painter.drawEllipse(circle)
            painter.setPen(theme.on_stage)
        painter.setFont(theme.font(-2, 600))
        if step.state == "done":
            theme.paint_icon(painter, circle.adjusted(3, 3, -3, -3), "check", "base" if theme.dark else "on-accent")
        else:
            draw_text(painter, circle, CENTER, str(step.mark.number))
        current = step.state == "current"
        weight = 600 if current else 400
        # A long word in a narrow step is set smaller; it has no place to break.
        longest = max(step.mark.name.split(), key=len, default="")
        sizes = [
            size for size in (-2, -3, -4) if QFontMetrics(theme.font(size, weight)).horizontalAdvance(longest) <= width + 6
        ]
        painter.setFont(theme.font(sizes[0] if sizes else -4, weight))
        painter.setPen(theme.color("text" if current else "text2"))
        words = QRect(int(center.x() - width / 2), 32, int(width), 30)
        flags = Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop | Qt.TextFlag.TextWordWrap
        draw_text(painter, words.adjusted(-3, 0, 3, 0), flags, step.mark.name)
