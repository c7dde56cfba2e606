"""One step of pairing: its number or a tick, what is to be done, and what is known of it."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from journeydesk.domain.words import tr
from journeydesk.ui.mirror import draw_text, painter_on
from journeydesk.ui.theme import Theme
from journeydesk.ui.widgets.labels import label

_SIDE = 22


class _Mark(QWidget):
    def __init__(self, theme: Theme, number: int) -> None:
        super().__init__()
        self._theme = theme
        self._number = number
        self.state = "ahead"
        self.setFixedSize(_SIDE, _SIDE)

    def paintEvent(self, _event: QPaintEvent) -> None:
        theme = self._theme
        with painter_on(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            ground, line, ink = {
                "done": ("ok-soft", "ok-line", "ok"),
                "now": ("accent-fill", "accent-fill", "on-accent"),
                "wrong": ("danger-soft", "danger-line", "danger"),
                "ahead": ("base", "line2", "text2"),
            }[self.state]
            circle = QRectF(0.5, 0.5, _SIDE - 1, _SIDE - 1)
            painter.setPen(QPen(theme.color(line), 1))
            painter.setBrush(theme.color(ground))
            painter.drawEllipse(circle)
            if self.state in ("done", "wrong"):
                theme.paint_icon(painter, QRectF(4, 4, 14, 14), "check" if self.state == "done" else "x", ink)
                return
            painter.setFont(theme.font(-1, 600))
            painter.setPen(theme.color(ink))
            draw_text(painter, circle, Qt.AlignmentFlag.AlignCenter, str(self._number))


class StepLine(QWidget):
    """`below` is a column for what a step needs beside its words."""

    def __init__(self, theme: Theme, number: int, title: str) -> None:
        super().__init__()
        self._title = title
        self._mark = _Mark(theme, number)
        self._about = label(theme, kind="secondary", step=-1, wrap=True)
        words = QVBoxLayout()
        words.setSpacing(1)
        words.addWidget(label(theme, title, weight=600, wrap=True))
        words.addWidget(self._about)
        self.below = QVBoxLayout()
        self.below.setContentsMargins(0, 6, 0, 0)
        words.addLayout(self.below)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(12)
        row.addWidget(self._mark, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(words, 1)

    def show_state(self, state: str, about: str) -> None:
        """`state` is done, now, wrong or ahead."""
        self._mark.state = state
        self._mark.update()
        self._about.setText(about)
        self._about.setVisible(bool(about))
        spoken = {"done": tr("done"), "now": tr("now"), "wrong": tr("not possible"), "ahead": tr("later")}[state]
        self.setAccessibleName(tr("{title}, {state}. {about}", title=self._title, state=spoken, about=about))
