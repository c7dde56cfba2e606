"""The exchange so far: what was written either way as bubbles, what else happened as a line between them, days above."""

from collections.abc import Sequence
from datetime import date, datetime
from functools import partial
from zoneinfo import ZoneInfo

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QWheelEvent
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from journeydesk.domain.words import tr
from journeydesk.services.messages.showing import TalkLine
from journeydesk.ui.mirror import painter_on
from journeydesk.ui.tabs.settings.page import clear
from journeydesk.ui.theme import Theme
from journeydesk.ui.widgets.icon_label import IconLabel
from journeydesk.ui.widgets.labels import ElidedLabel, label, selectable
from journeydesk.ui.widgets.link import link_button
from journeydesk.ui.words.days import day_words
from journeydesk.ui.words.figures import has_time

_ICONS = {"call": "phone", "meeting": "users", "demo": "screen", "support": "question", "payment": "card", "cta": "cursor"}
_MOST_WIDE, _NEARLY_ALL = 480, 1_000
_PAD, _ICON = 12, 14
_MOST_CHARACTERS = 4_000


class _Bubble(QWidget):
    """A frame in the colour of its side."""

    def __init__(self, theme: Theme, ground: str, radius: float = 6) -> None:
        super().__init__()
        self._theme, self._ground, self._radius = theme, ground, radius

    def paintEvent(self, _event: QPaintEvent) -> None:
        with painter_on(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(self._theme.color("line"), 1))
            painter.setBrush(self._theme.color(self._ground))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), self._radius, self._radius)


class Talk(QScrollArea):
    """Shows the newest at its end. `shared` carries a mail (out or in, and its number) whose text the team is to see."""

    shared = Signal(str, int)

    def __init__(self, theme: Theme, zone: ZoneInfo) -> None:
        super().__init__()
        self._theme, self._zone = theme, zone
        self.setWidgetResizable(True)
        self.setFrameShape(QScrollArea.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName(tr("The exchange so far"))
        inner = QWidget()
        inner.setProperty("kind", "base")
        inner.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._column = QVBoxLayout(inner)
        self._column.setContentsMargins(20, 12, 20, 12)
        self._column.setSpacing(8)
        self.setWidget(inner)
        self._to_end = False
        bar = self.verticalScrollBar()
        bar.rangeChanged.connect(lambda _least, _most: self._go_to_end())
        bar.sliderPressed.connect(self._stay)

    def _stay(self) -> None:
        self._to_end = False

    def show_lines(self, lines: Sequence[TalkLine], contact: str, today: date) -> None:
        """Shows these, oldest first."""
        clear(self._column)
        self._column.addStretch(1)
        day: date | None = None
        if not lines:
            self._column.addWidget(
                self._centred(label(self._theme, tr("Nothing was written or said yet."), step=-1, kind="secondary"))
            )
        for line in lines:
            at = line.at.astimezone(self._zone)
            if at.date() != day:
                day = at.date()
                self._column.addWidget(self._centred(label(self._theme, day_words(day, today), step=-1, kind="secondary")))
            if line.kind in ("sent", "received"):
                self._column.addWidget(self._written(line, contact, at))
            else:
                self._column.addWidget(self._happened(line, at))
        self._to_end = True
        self._go_to_end()

    def _written(self, line: TalkLine, contact: str, at: datetime) -> QWidget:
        sent = line.kind == "sent"
        bubble = _Bubble(self._theme, "sunk" if sent else "panel")
        column = QVBoxLayout(bubble)
        column.setContentsMargins(12, 8, 12, 8)
        column.setSpacing(2)
        column.addWidget(selectable(label(self._theme, line.text[:_MOST_CHARACTERS] or tr("No text is kept here"), wrap=True)))
        who = tr("Us") if sent else contact or line.who
        told = tr("{who}, e-mail, {time}", who=who, time=f"{at:%H:%M}") if has_time(at) else tr("{who}, e-mail", who=who)
        column.addWidget(label(self._theme, told, step=-1, kind="secondary"))
        if line.mail is not None:
            share = link_button(self._theme, tr("Share the text with the team"))
            share.clicked.connect(partial(self._share, line.mail))
            column.addWidget(share, 0, Qt.AlignmentFlag.AlignLeft)
        bubble.setAccessibleName(f"{who}: {line.text[:300]}")
        held = QWidget()
        row = QHBoxLayout(held)
        row.setContentsMargins(0, 0, 0, 0)
        if sent:
            row.addStretch(2)
        row.addWidget(bubble, 7)
        if not sent:
            row.addStretch(2)
        return held

    def _go_to_end(self) -> None:
        # What was just laid out grows until every text knows its height.
        if self._to_end:
            self.verticalScrollBar().setValue(self.verticalScrollBar().maximum())

    def wheelEvent(self, event: QWheelEvent) -> None:
        self._to_end = False
        super().wheelEvent(event)

    def _share(self, mail: tuple[str, int], _checked: bool = False) -> None:
        self.shared.emit(*mail)

    def _happened(self, line: TalkLine, at: datetime) -> QWidget:
        pill = _Bubble(self._theme, "base", 13)
        pill.setFixedHeight(26)
        pill.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        row = QHBoxLayout(pill)
        row.setContentsMargins(_PAD, 0, _PAD, 0)
        row.setSpacing(8)
        row.addWidget(IconLabel(self._theme, _ICONS.get(line.kind, "info"), "text2", _ICON))
        told = f"{line.text} · {at:%H:%M}" if has_time(at) else line.text
        words = ElidedLabel(self._theme, told, step=-1, kind="secondary")
        words.setMaximumWidth(min(_MOST_WIDE, words.fontMetrics().horizontalAdvance(told) + 4))
        row.addWidget(words)
        pill.setMaximumWidth(words.maximumWidth() + 2 * _PAD + _ICON + row.spacing())
        return self._centred(pill, _NEARLY_ALL)

    def _centred(self, widget: QWidget, share: int = 0) -> QWidget:
        held = QWidget()
        row = QHBoxLayout(held)
        row.setContentsMargins(0, 0, 0, 0)
        row.addStretch(1)
        row.addWidget(widget, share)
        row.addStretch(1)
        return held
