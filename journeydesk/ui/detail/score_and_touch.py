"""The score with its reasons, and the first touch."""

from collections.abc import Mapping, Sequence
from datetime import date
from zoneinfo import ZoneInfo

from PySide6.QtCore import QRect, QRectF
from PySide6.QtGui import QPainter, QResizeEvent
from PySide6.QtWidgets import QWidget

from journeydesk.domain.words import tr
from journeydesk.services.rows.detail import ProspectDetail
from journeydesk.ui.detail.fact_words import score_sentence
from journeydesk.ui.detail.facts import Block
from journeydesk.ui.mirror import draw_text, put
from journeydesk.ui.painting import RIGHT, paint_bar
from journeydesk.ui.theme import Theme
from journeydesk.ui.widgets.buttons import IconButton
from journeydesk.ui.widgets.link import link_button
from journeydesk.ui.words.figures import short_day

_PAD = 16
_ROOM_FOR_BOTH = 198
_TALL, _LINE = 140, 35


class ScoreAndTouch(Block):
    """The score with its reasons, and beside it the first touch; in a narrow panel one line until it is opened."""

    def __init__(self, theme: Theme, zone: ZoneInfo, parent: QWidget | None = None) -> None:
        super().__init__(theme, _TALL, parent)
        self._narrow = self._opened = False
        self._zone = zone
        self.today = date.today
        self.hand_back = link_button(theme, tr("Hand back"), tr("Hand the score back to the rules"))
        self.hand_back.setToolTip(tr("The rules score it again"))
        self.history = link_button(theme, tr("History"), tr("First and last touch, entry points, stages with the time in each"))
        for button in (self.hand_back, self.history):
            button.setParent(self)
            button.setFont(theme.font(-2, 500))
        self.hand_back.hide()
        self.opener = IconButton(theme, "down", tr("Show the reasons and the first touch"), parent=self)
        self.opener.clicked.connect(self._open)
        self.opener.hide()

    def show_detail(self, detail: ProspectDetail) -> None:
        """A score set by hand can be handed back."""
        super().show_detail(detail)
        self._arrange()

    def fit(self, narrow: bool) -> None:
        """One line in a narrow panel, unless it was opened."""
        self._narrow = narrow
        self._arrange()

    def _open(self) -> None:
        self._opened = not self._opened
        self._arrange()

    @property
    def _is_line(self) -> bool:
        return self._narrow and not self._opened

    def _arrange(self) -> None:
        self.setFixedHeight(_LINE if self._is_line else _TALL)
        self.hand_back.setVisible(not self._is_line and self._detail is not None and self._detail.score_by_hand)
        self.history.setVisible(not self._is_line)
        self.opener.setVisible(self._narrow)
        self.opener.show_icon("down" if self._is_line else "up")
        self._place()
        self.update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place()

    def _place(self) -> None:
        put(self.opener, self.width() - _PAD + 4 - self.opener.width(), 3 if self._is_line else _TALL - 31)
        end = self.width() - _PAD + 4 - self.history.sizeHint().width()
        for button, x in ((self.hand_back, _PAD + 33), (self.history, end)):
            button.resize(button.sizeHint())
            put(button, x, 9 + (18 - button.height()) // 2)

    def words(self, detail: ProspectDetail) -> str:
        """The score in words, then the first touch."""
        return score_sentence(detail)

    def paint_detail(self, painter: QPainter, detail: ProspectDetail) -> None:
        """Two columns, or one line."""
        if self._is_line:
            self._paint_line(painter, detail)
            return
        half = int(self.width() * 0.465)
        painter.fillRect(half, 0, 1, self.height(), self._theme.color("line"))
        self._paint_score(painter, detail, half)
        self._paint_touch(painter, detail, half)

    def spots(self, detail: ProspectDetail) -> Mapping[str, QRect]:
        """The score's total."""
        if self._is_line:
            return {"score": QRect(_PAD - 4, 8, self.width_of(" ".join(self._score_words(detail))) + 12, 20)}
        half = int(self.width() * 0.465)
        return {"score": QRect(half - 92, 8, 80, 20)}

    def _score_words(self, detail: ProspectDetail) -> tuple[str, str, str]:
        total = "–" if detail.score_total is None else str(detail.score_total)
        return tr("Score"), total, (tr(" by hand") if detail.score_by_hand else tr(" of 50")).strip()

    def _paint_line(self, painter: QPainter, detail: ProspectDetail) -> None:
        x = _PAD
        for place, words in enumerate(self._score_words(detail)):
            x += 4 + self.text(
                painter, QRect(x, 9, 120, 18), words, -1, 600 if place == 1 else 400, "text" if place == 1 else "text2"
            )
        first = detail.entry_point.cta if detail.entry_point is not None else tr("Not known")
        room = self.width() - x - 16 - _PAD - self.opener.width()
        words = tr("First touch: {what}", what=first or tr("not given"))
        self.text(painter, QRect(x + 4, 9, 8, 18), "·", -1, 400, "text2")
        self.text(painter, QRect(x + 16, 9, room, 18), words, -1, 400, "text2")

    def _paint_score(self, painter: QPainter, detail: ProspectDetail, half: int) -> None:
        theme = self._theme
        self.text(painter, QRect(_PAD, 9, 80, 18), tr("Score"), -1, 600)
        total = "–" if detail.score_total is None else str(detail.score_total)
        # In a narrow panel “Hand back” alone says that it was set by hand.
        tail = ("" if half < _ROOM_FOR_BOTH else tr(" by hand")) if detail.score_by_hand else tr(" of 50")
        painter.setFont(theme.font(0))
        painter.setPen(theme.color("text2"))
        words = painter.fontMetrics().horizontalAdvance(tail)
        draw_text(painter, QRect(0, 9, half - 14, 18), RIGHT, tail)
        painter.setFont(theme.font(0, 600, tabular=True))
        painter.setPen(theme.color("text"))
        draw_text(painter, QRect(0, 9, half - 14 - words, 18), RIGHT, total)
        for place, reason in enumerate(detail.score_reasons[:6]):
            y = 30 + place * 17
            self.text(painter, QRect(_PAD, y, 76, 17), reason.label, -1, 400, "text2")
            share = reason.points / reason.possible if reason.possible else 0
            paint_bar(painter, QRectF(_PAD + 80, y + 7, half - _PAD - 80 - 56, 4), theme, share)
            painter.setFont(theme.font(-1, tabular=True))
            painter.setPen(theme.color("text2"))
            draw_text(painter, QRect(0, y, half - 14, 17), RIGHT, f"{reason.points}/{reason.possible}")

    def _paint_touch(self, painter: QPainter, detail: ProspectDetail, half: int) -> None:
        x, room = half + _PAD, self.width() - half - 2 * _PAD
        self.text(painter, QRect(x, 9, room, 18), tr("First touch"), -1, 600)
        entry = detail.entry_point
        if entry is None:
            self.text(painter, QRect(x, 30, room, 17), tr("Not known"), -1, 400, "text3")
            return
        local = entry.at.astimezone(self._zone) if entry.at else None
        when = f"{short_day(local.date(), self.today())}, {local:%H:%M}" if local else ""
        lines: Sequence[tuple[str, str]] = (
            ("CTA", entry.cta),
            (tr("Page"), entry.page),
            ("UTM", entry.utm),
            (tr("When"), when),
        )
        for place, (label, value) in enumerate(lines):
            y = 30 + place * 20
            self.text(painter, QRect(x, y, 50, 17), label, -1, 400, "text2")
            self.text(painter, QRect(x + 50, y, room - 50, 17), value or tr("not given"), -1, 400, "text" if value else "text3")
