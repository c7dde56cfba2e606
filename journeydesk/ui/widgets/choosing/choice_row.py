"""A row of chips of which at most one is chosen: one stop of Tab, arrows choose, digits where they are shown."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from journeydesk.domain.words import named, tr
from journeydesk.ui.keys.actions import Action, Scope
from journeydesk.ui.keys.key_map import KeyMap
from journeydesk.ui.mirror import draw_text, painter_on, seen_at
from journeydesk.ui.painting import CENTER, line_width
from journeydesk.ui.theme import Theme

_HEIGHT = 28
_GAP = 5
_PAD = 7


class ChoiceRow(QAbstractButton):
    """`choices` are (words, value). Pressing the chosen chip again lets it go where nothing may be chosen (`optional`)."""

    chosen = Signal(object)

    def __init__(
        self, theme: Theme, name: str, *, numbered: bool = False, optional: bool = True, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._keys = KeyMap(
            Scope.FIELDS,
            {
                Action.LEFT: partial(self._step, -1),
                Action.RIGHT: partial(self._step, 1),
                Action.TOGGLE: lambda: self.pick(max(0, self._at)) or True,
            },
            {Action.NUMBER: self._pick_number},
        )
        self._theme = theme
        self._name = name
        self._numbered = numbered
        self._optional = optional
        self._choices: Sequence[tuple[str, object]] = ()
        self._at = -1
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        theme.changed.connect(self.update)
        self._say()

    def offer(self, choices: Sequence[tuple[str, object]], value: object = None) -> None:
        """Offers these, with one of them chosen."""
        self._choices = [(named(words), choice) for words, choice in choices]
        self.choose(value)
        self.updateGeometry()

    def choose(self, value: object) -> None:
        """Marks a choice without telling; a value that is not offered chooses nothing."""
        self._at = next((place for place, (_, choice) in enumerate(self._choices) if choice == value), -1)
        self._say()

    @property
    def value(self) -> object:
        """The value chosen, or None."""
        return self._choices[self._at][1] if self._at >= 0 else None

    def pick(self, place: int) -> bool:
        """Chooses the chip at this place, as a press would; whether there is one."""
        if not 0 <= place < len(self._choices):
            return False
        self._at = -1 if self._optional and place == self._at else place
        self._say()
        self.chosen.emit(self.value)
        return True

    def _say(self) -> None:
        words = self._choices[self._at][0] if self._at >= 0 else tr("nothing chosen")
        self.setAccessibleName(f"{self._name}: {words}")
        self.update()

    def _width(self, place: int) -> int:
        words = line_width(self._theme, self._choices[place][0], 0, 600)
        return words + 2 * _PAD + (self._digit() if self._numbered else 0)

    def _digit(self) -> int:
        return line_width(self._theme, "0", -3, 500) + 4

    def rects(self, room: int | None = None) -> list[QRect]:
        """Where the chips are, in as many lines as this width needs."""
        rects: list[QRect] = []
        room = self.width() if room is None else room
        x = y = 0
        for place in range(len(self._choices)):
            width = self._width(place)
            if x and x + width > room:
                x, y = 0, y + _HEIGHT + _GAP
            rects.append(QRect(x, y, width, _HEIGHT))
            x += width + _GAP
        return rects

    def heightForWidth(self, width: int) -> int:
        rects = self.rects(width)
        return rects[-1].bottom() + 1 if rects else _HEIGHT

    def hasHeightForWidth(self) -> bool:
        return True

    def sizeHint(self) -> QSize:
        rects = self.rects(100_000)
        return QSize(rects[-1].right() + 1 if rects else 40, _HEIGHT)

    def minimumSizeHint(self) -> QSize:
        return QSize(max((self._width(place) for place in range(len(self._choices))), default=40), _HEIGHT)

    def paintEvent(self, _event: QPaintEvent) -> None:
        with painter_on(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            for place, rect in enumerate(self.rects()):
                self._paint_chip(painter, place, rect)

    def _paint_chip(self, painter: QPainter, place: int, rect: QRect) -> None:
        theme, chosen = self._theme, place == self._at
        ring = self.hasFocus() and place == max(0, self._at)
        hovered = (
            self.isEnabled() and rect.contains(seen_at(self, self.mapFromGlobal(self.cursor().pos()))) and self.underMouse()
        )
        painter.setPen(QPen(theme.color("accent" if chosen or ring else "line2"), 2 if ring else 1))
        painter.setBrush(theme.color("accent-soft" if chosen else "hover" if hovered else "base"))
        inset = 1.0 if ring else 0.5
        painter.drawRoundedRect(QRectF(rect).adjusted(inset, inset, -inset, -inset), 4, 4)
        ink = theme.color("accent-ink" if chosen else "text" if self.isEnabled() else "disabled")
        x = rect.left() + _PAD
        if self._numbered:
            painter.setFont(theme.font(-3, 500, tabular=True))
            painter.setPen(ink if chosen else theme.color("text3"))
            draw_text(painter, QPointF(x, rect.top() + 18), str(place + 1))
            x += self._digit()
        painter.setFont(theme.font(0, 600 if chosen else 400))
        painter.setPen(ink)
        draw_text(painter, QRect(x, rect.top(), rect.right() - _PAD - x + 2, rect.height()), CENTER, self._choices[place][0])

    def mousePressEvent(self, event: QMouseEvent) -> None:
        # What counts is where it is let go; nothing is painted pressed.
        event.accept()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        for place, rect in enumerate(self.rects()):
            if rect.contains(seen_at(self, event.position().toPoint())):
                self.pick(place)

    def _step(self, by: int) -> None:
        place = min(len(self._choices) - 1, max(0, self._at + by))
        if place != self._at:
            self.pick(place)

    def _pick_number(self, number: int) -> bool:
        return self._numbered and self.pick(number)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not self._keys.press(event):
            QWidget.keyPressEvent(self, event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.update()
