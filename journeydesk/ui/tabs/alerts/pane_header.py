"""The head of the reading pane: priority, state, when and why, the headline, and how long it lives."""

from datetime import datetime
from zoneinfo import ZoneInfo

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from journeydesk.domain.words import named, tr, within
from journeydesk.services.rows.alerts import AlertDetail, AlertRow
from journeydesk.ui.mirror import draw_text, painter_on
from journeydesk.ui.painting import LEFT, RIGHT, paint_bar, paint_text
from journeydesk.ui.theme import Theme
from journeydesk.ui.words.alerts import day_and_time, expires_soon, expiry_words, share_left, sleep_words

HEIGHT = 75
_ICONS = {"Urgent": "urgent", "High": "high", "Normal": "normal"}
_SOFT = {"Urgent": "danger-soft", "High": "warn-soft", "Normal": "sunk"}


class PaneHeader(QWidget):
    """Painted; its accessible name is the headline and its description the rest."""

    def __init__(self, theme: Theme, zone: ZoneInfo, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._zone = zone
        self._detail: AlertDetail | None = None
        self._now: datetime | None = None
        self.setFixedHeight(HEIGHT)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self.update)

    def show_alert(self, detail: AlertDetail, now: datetime) -> None:
        """Shows this alert as of now."""
        self._detail, self._now = detail, now
        self.setAccessibleName(detail.headline)
        row = detail.row
        self.setAccessibleDescription(
            f"{named(row.priority)}, {within(_state(row))}, {self._fired(detail, now)}, {self._ends(row, now)}"
        )
        self.update()

    def _fired(self, detail: AlertDetail, now: datetime) -> str:
        today = now.astimezone(self._zone).date()
        return tr(
            "Fired {day} · rule “{rule_name}”",
            day=day_and_time(detail.row.raised_at, self._zone, today),
            rule_name=detail.rule_name,
        )

    def _ends(self, row: AlertRow, now: datetime) -> str:
        """Until when it sleeps, or when it expires."""
        return sleep_words(row, self._zone, now.astimezone(self._zone).date()) or expiry_words(row, now, self._zone)

    def sizeHint(self) -> QSize:
        return QSize(400, HEIGHT)

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._detail is None or self._now is None:
            return
        theme, row = self._theme, self._detail.row
        with painter_on(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            x = (
                self._tag(
                    painter, 24, named(row.priority), _SOFT[row.priority], row.priority.lower(), 600, _ICONS[row.priority]
                )
                + 8
            )
            x = self._tag(painter, x, _state(row), "sunk", "text2", 500, "") + 8
            room = self._paint_expiry(painter, self._now)
            painter.setFont(theme.font(-1))
            painter.setPen(theme.color("text3"))
            paint_text(painter, QRect(x, 14, room - x - 12, 20), self._fired(self._detail, self._now))
            painter.setFont(theme.font(5, 600))
            painter.setPen(theme.color("text"))
            paint_text(painter, QRect(24, 38, self.width() - 48, 26), self._detail.headline)
            painter.fillRect(0, HEIGHT - 1, self.width(), 1, theme.color("line"))

    def _tag(self, painter: QPainter, x: int, text: str, ground: str, ink: str, weight: int, icon: str) -> int:
        font = self._theme.font(-1, weight)
        before = 25 if icon else 7
        width = before + QFontMetrics(font).horizontalAdvance(text) + 7
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._theme.color(ground))
        painter.drawRoundedRect(QRectF(x, 14, width, 20), 3, 3)
        if icon:
            self._theme.paint_icon(painter, QRect(x + 6, 16, 16, 16), icon, ink)
        painter.setFont(font)
        painter.setPen(self._theme.color(ink))
        draw_text(painter, QRect(x + before, 14, width, 20), LEFT, text)
        return x + width

    def _paint_expiry(self, painter: QPainter, now: datetime) -> int:
        if self._detail is None:
            return self.width()
        row, right = self._detail.row, self.width() - 24
        words = self._ends(row, now)
        if not words:
            return right
        soon = expires_soon(row, now) and row.snoozed_until is None
        asleep = row.snoozed_until is not None
        if row.status == "Pending" and not asleep:
            paint_bar(painter, QRectF(right - 55, 22, 55, 4), self._theme, share_left(row, now))
            right -= 61
        token = "warn" if soon else "text2"
        font = self._theme.font(-1, 500, tabular=True)
        painter.setFont(font)
        painter.setPen(self._theme.color(token))
        draw_text(painter, QRect(right - 200, 14, 200, 20), RIGHT, words)
        x = right - QFontMetrics(font).horizontalAdvance(words) - 20
        self._theme.paint_icon(painter, QRect(x, 17, 14, 14), "moon" if asleep else "hourglass", token)
        return x


def _state(row: AlertRow) -> str:
    return tr("Snoozed") if row.snoozed_until is not None else named(row.status)
