"""The sync pill: words, an icon and, while at work, a bar; a key where one key answers it."""

from PySide6.QtCore import QRect, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from journeydesk.domain.words import tr
from journeydesk.services.sync.pill import PillWords
from journeydesk.ui.keys.actions import Action
from journeydesk.ui.keys.keyboard import KEYBOARD
from journeydesk.ui.mirror import draw_text, painter_on
from journeydesk.ui.painting import LEFT, key_width
from journeydesk.ui.theme import Theme
from journeydesk.ui.widgets.labels import tip

_TONES = {
    "ok": ("base", "line", "ok", "text"),
    "busy": ("base", "line", "accent", "text"),
    "quiet": ("sunk", "line2", "text2", "text"),
    "warn": ("warn-soft", "warn-line", "warn", "warn"),
    "danger": ("danger-soft", "danger-line", "danger", "danger"),
}
_BAR = 42
ANNOUNCE_MS = 10_000


class SyncPill(QAbstractButton):
    """Its accessible name is its text. A change is announced to screen readers at most every ten seconds, and
    then the newest; `announced` carries what was said."""

    announced = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None, *, announce_ms: int = ANNOUNCE_MS) -> None:
        super().__init__(parent)
        self._theme = theme
        self._said = ""
        self._quiet = QTimer(self)
        self._quiet.setSingleShot(True)
        self._quiet.setInterval(announce_ms)
        self._quiet.timeout.connect(self._announce)
        self._words = PillWords(tr("Not connected"), "quiet", "cloud-off")
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setFixedHeight(28)
        KEYBOARD.changed.connect(self._name_key)
        self._name_key()
        theme.changed.connect(self.update)
        self.show_words(self._words)

    @property
    def _key(self) -> str:
        return Action.CONFLICTS.cap

    def _name_key(self) -> None:
        self.setToolTip(tip(tr("Sync details ({label})", label=Action.SYNC_DETAILS.label)))
        self.updateGeometry()
        self.update()

    @property
    def words(self) -> PillWords:
        """What the pill says."""
        return self._words

    def show_words(self, words: PillWords) -> None:
        """Changes what the pill says."""
        if words == self._words and words.text == self.text():
            # Asked for after every change; mostly it says what it said, and neither it nor the bar that holds it is laid out anew.
            return
        self._words = words
        self.setText(words.text)
        self.setAccessibleName(words.text)
        self.updateGeometry()
        self.update()
        if not self._quiet.isActive():
            self._announce()

    def _announce(self) -> None:
        if self.text() == self._said:
            return
        self._said = self.text()
        self._quiet.start()
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, self._said))
        self.announced.emit(self._said)

    def sizeHint(self) -> QSize:
        words = QFontMetrics(self._theme.font(-1, 500)).horizontalAdvance(self._words.text)
        bar = 8 + _BAR if self._words.share is not None else 0
        key = 8 + key_width(self._theme, self._key) if self._words.key else 0
        return QSize(12 + 16 + 7 + words + bar + key + 12, 28)

    def paintEvent(self, _event: QPaintEvent) -> None:
        theme = self._theme
        fill, line, icon, text = _TONES[self._words.tone]
        with painter_on(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            focused = self.hasFocus()
            painter.setPen(QPen(theme.color("accent" if focused else line), 2 if focused else 1))
            painter.setBrush(theme.color(fill))
            inset = 1 if focused else 0.5
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(inset, inset, -inset, -inset), 14, 14)
            theme.paint_icon(painter, QRect(12, 6, 16, 16), self._words.icon, icon)
            painter.setFont(theme.font(-1, 500))
            painter.setPen(theme.color(text))
            words = painter.fontMetrics().horizontalAdvance(self._words.text)
            draw_text(painter, QRect(35, 0, words + 2, 28), LEFT, self._words.text)
            if self._words.share is not None:
                self._paint_share(painter, QRectF(35 + words + 8, 12, _BAR, 4), self._words.share)
            if self._words.key:
                self._paint_key(painter, QRect(35 + words + 8, 6, key_width(theme, self._key), 16), text)

    def _paint_key(self, painter: QPainter, rect: QRect, token: str) -> None:
        painter.setPen(QPen(self._theme.color(token), 1))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(QRectF(rect).adjusted(0.5, 0.5, -0.5, -0.5), 3, 3)
        painter.setFont(self._theme.font(-3, 500))
        draw_text(painter, rect, Qt.AlignmentFlag.AlignCenter, self._key)

    def _paint_share(self, painter: QPainter, rect: QRectF, share: float) -> None:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._theme.color("line"))
        painter.drawRoundedRect(rect, 2, 2)
        painter.setBrush(self._theme.color("accent-fill"))
        painter.drawRoundedRect(QRectF(rect.left(), rect.top(), rect.width() * share, rect.height()), 2, 2)
