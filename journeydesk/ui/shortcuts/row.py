"""One action with its keys: a line that is pressed to change them."""

from PySide6.QtCore import QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QWidget

from journeydesk.domain.words import tr
from journeydesk.ui.keys.actions import Action, Scope
from journeydesk.ui.keys.caps import in_words
from journeydesk.ui.keys.key_map import KeyMap
from journeydesk.ui.mirror import draw_text, painter_on
from journeydesk.ui.painting import LEFT, key_width, paint_key, paint_text
from journeydesk.ui.theme import Theme

HEIGHT = 25
_PAD, _WORDS = 6, 190


class KeyRow(QAbstractButton):
    """`step_requested` goes to the line above or below."""

    step_requested = Signal(int)

    def __init__(self, theme: Theme, action: Action, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._keys = KeyMap(
            Scope.FIELDS,
            {
                Action.TAKE: self.click,
                Action.DOWN: lambda: self.step_requested.emit(1),
                Action.UP: lambda: self.step_requested.emit(-1),
            },
        )
        self.action = action
        self.setFixedHeight(HEIGHT)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.renew()

    def renew(self) -> None:
        """Shows the keys that hold now."""
        was = tr(", was {in_value}", in_value=in_words(self.action.shipped_keys[0])) if self.action.is_changed else ""
        self.setText(self.action.words)
        keys = tr(" or ").join(self.caps)
        self.setAccessibleName(f"{self.action.words}: {keys}{was}")
        self.setAccessibleDescription(tr("{value}. Press to change the keys.", value=self.action.scope.value))
        self.update()

    @property
    def caps(self) -> list[str]:
        """The keys as they are shown."""
        first = self.action.label
        return [str(first)] if self.action.is_many else [str(first), *(in_words(key) for key in self.action.keys[1:])]

    def sizeHint(self) -> QSize:
        return QSize(300, HEIGHT)

    @property
    def needed(self) -> int:
        """How wide it is with its keys in full, and of its words what tells it from others."""
        theme = self._theme
        between = (QFontMetrics(theme.font(-2)).horizontalAdvance(tr("or")) + 8) * (len(self.caps) - 1)
        words = QFontMetrics(theme.font()).horizontalAdvance(self.action.words)
        return 2 * _PAD + min(words, _WORDS) + 6 + between + sum(key_width(theme, cap) for cap in self.caps)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not self._keys.press(event):
            super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        theme = self._theme
        with painter_on(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            if self.underMouse():
                painter.setPen(Qt.PenStyle.NoPen)
                painter.setBrush(theme.color("hover"))
                painter.drawRoundedRect(QRectF(self.rect()), 4, 4)
            if self.hasFocus():
                painter.setPen(theme.focus_pen)
                painter.setBrush(Qt.BrushStyle.NoBrush)
                painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 4, 4)
            left = self._paint_keys(painter)
            room = QRect(_PAD, 0, left - _PAD - 6, self.height())
            painter.setFont(theme.font())
            painter.setPen(theme.color("text"))
            taken = paint_text(painter, room, self.action.words)
            if self.action.is_changed:
                painter.setFont(theme.font(-2))
                painter.setPen(theme.color("accent"))
                was = tr("was {in_value}", in_value=in_words(self.action.shipped_keys[0]))
                paint_text(painter, room.adjusted(taken + 6, 0, 0, 0), was)

    def _paint_keys(self, painter: QPainter) -> int:
        """From the right; returns where the keys begin."""
        theme, x = self._theme, self.width() - _PAD
        between = QFontMetrics(theme.font(-2))
        for place, cap in reversed(list(enumerate(self.caps))):
            width = key_width(theme, cap)
            x -= width
            paint_key(painter, QRect(x, (self.height() - 17) // 2, width, 17), theme, cap)
            if place:
                x -= 4 + between.horizontalAdvance(tr("or")) + 4
                painter.setFont(theme.font(-2))
                painter.setPen(theme.color("text2"))
                draw_text(painter, QRect(x + 4, 0, 40, self.height()), LEFT, tr("or"))
        return x
