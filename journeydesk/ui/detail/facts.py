"""The painted blocks above the timeline: who, LTV and status, score with reasons, first touch."""

from collections.abc import Sequence
from datetime import date
from zoneinfo import ZoneInfo

from PySide6.QtCore import QRect, QRectF, QSize
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from journeydesk.services.rows.detail import ProspectDetail
from journeydesk.ui.painting import CENTER, LEFT, RIGHT, initials, paint_bar, paint_text
from journeydesk.ui.theme import Theme
from journeydesk.ui.widgets.link import link_button
from journeydesk.ui.words import exact_amount, short_day, whole_amount

_PAD = 16
_ROOM_FOR_BOTH = 198


class Block(QWidget):
    """A painted block with a line below it."""

    def __init__(self, theme: Theme, height: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._detail: ProspectDetail | None = None
        self.setFixedHeight(height)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self.update)

    def sizeHint(self) -> QSize:
        return QSize(380, self.height())

    def show_detail(self, detail: ProspectDetail) -> None:
        """Shows a prospect."""
        self._detail = detail
        self.setAccessibleName(self.words(detail))
        self.update()

    def words(self, detail: ProspectDetail) -> str:
        """What a screen reader says."""
        return detail.row.company

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), self._theme.color("base"))
        painter.fillRect(0, self.height() - 1, self.width(), 1, self._theme.color("line"))
        if self._detail is not None:
            self.paint_detail(painter, self._detail)
        painter.end()

    def paint_detail(self, painter: QPainter, detail: ProspectDetail) -> None:
        """The block's own content."""

    def text(self, painter: QPainter, rect: QRect, words: str, step: int = 0, weight: int = 400, token: str = "text") -> int:
        """One line of text."""
        painter.setFont(self._theme.font(step, weight, tabular=True))
        painter.setPen(self._theme.color(token))
        return paint_text(painter, rect, words, LEFT)


class Who(Block):
    """Initials, name, title and company; below them how to reach them and who owns them."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, 106, parent)

    def words(self, detail: ProspectDetail) -> str:
        """Name, title, company."""
        return f"{detail.row.contact}, {detail.job_title}, {detail.row.company}, {detail.email}, {detail.phone}"

    def paint_detail(self, painter: QPainter, detail: ProspectDetail) -> None:
        """As in the mock-up."""
        theme, right = self._theme, self.width() - _PAD
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(theme.color("line"), 1))
        painter.setBrush(theme.color("sunk"))
        painter.drawRoundedRect(QRectF(_PAD + 0.5, 11.5, 33, 33), 4, 4)
        painter.setFont(theme.font(0, 600))
        painter.setPen(theme.color("text2"))
        painter.drawText(QRect(_PAD, 11, 34, 34), CENTER, initials(detail.row.company or detail.row.contact))
        room = right - 110 - 60
        self.text(painter, QRect(60, 9, room, 20), detail.row.contact or detail.row.company, 2, 600)
        title = f"{detail.job_title} · " if detail.job_title else ""
        used = self.text(painter, QRect(60, 28, room, 17), title, -1, 400, "text2") if title else 0
        painter.setFont(theme.font(-1, 500))
        painter.setPen(theme.color("text"))
        paint_text(painter, QRect(60 + used, 28, room - used, 17), detail.row.company)
        self._paint_reach(painter, detail)

    def _paint_reach(self, painter: QPainter, detail: ProspectDetail) -> None:
        theme = self._theme
        website = detail.website.removeprefix("https://").removeprefix("http://").rstrip("/")
        # A number that is cut short is another number, so the right column is as wide as the number is.
        needed = QFontMetrics(theme.font(-1)).horizontalAdvance(detail.phone) + 24 + _PAD + 10
        middle = max(_PAD + 60, min(int(self.width() * 0.64), self.width() - needed))
        left = (("mail", detail.email), ("globe", website))
        right = (("phone", detail.phone), ("user", detail.row.owner))
        for x, lines, room in ((_PAD, left, middle - 60), (middle, right, self.width() - middle - 24 - _PAD)):
            for place, (icon, words) in enumerate(lines):
                if words:
                    y = 53 + place * 23
                    theme.paint_icon(painter, QRect(x, y + 2, 15, 15), icon, "text2")
                    self.text(painter, QRect(x + 24, y, room, 19), words, -1, 400, "text2")


class Money(Block):
    """LTV, MRR and status in three columns."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, 54, parent)

    def words(self, detail: ProspectDetail) -> str:
        """The three figures, and the LTV by hand beside Stripe's."""
        beside = f", by hand {exact_amount(detail.ltv_by_hand)}" if self._has_both(detail) else ""
        ltv, mrr = (
            "".join(f" and {exact_amount(amount)} without a rate" for amount in apart)
            for apart in (detail.ltv_apart, detail.mrr_apart)
        )
        return (
            f"LTV {exact_amount(detail.ltv) or 'none'}{ltv}{beside}, MRR {exact_amount(detail.mrr) or 'none'}{mrr}, "
            f"{detail.row.status}"
        )

    @staticmethod
    def _has_both(detail: ProspectDetail) -> bool:
        return detail.ltv_source == "Stripe net" and detail.ltv_by_hand is not None

    def _beneath(self, detail: ProspectDetail) -> tuple[str, str]:
        """What stands small under LTV and MRR: sums without a rate, and the LTV by hand."""
        by_hand = [f"{whole_amount(detail.ltv_by_hand)} by hand"] if self._has_both(detail) else []
        ltv = [f"+ {whole_amount(amount)}" for amount in detail.ltv_apart]
        return " · ".join(ltv + by_hand), " · ".join(f"+ {whole_amount(amount)}" for amount in detail.mrr_apart)

    def show_detail(self, detail: ProspectDetail) -> None:
        """One line taller where more than one sum is known."""
        self.setFixedHeight(68 if any(self._beneath(detail)) else 54)
        super().show_detail(detail)

    def paint_detail(self, painter: QPainter, detail: ProspectDetail) -> None:
        """Caption above figure."""
        columns = (
            (f"LTV, {detail.ltv_source}" if detail.ltv_source else "LTV", whole_amount(detail.ltv) or "none yet"),
            ("MRR", whole_amount(detail.mrr) or "none yet"),
            ("Status", detail.row.status or "not set"),
        )
        third = self.width() / 3
        for place, (caption, value) in enumerate(columns):
            x = int(third * place)
            if place:
                painter.fillRect(x, 0, 1, self.height(), self._theme.color("line"))
            room = int(third) - 2 * _PAD + 8
            self.text(painter, QRect(x + _PAD, 8, room, 16), caption, -2, 400, "text2")
            empty = value in ("none yet", "not set")
            small = place == 2 or empty
            used = self.text(
                painter,
                QRect(x + _PAD, 25, room, 20),
                value,
                0 if small else 2,
                400 if empty else 600,
                "text3" if empty else "text",
            )
            if place < 2 and (beneath := self._beneath(detail)[place]):
                self.text(painter, QRect(x + _PAD, 45, room, 16), beneath, -2, 400, "text2")
            if place == 2 and detail.tier_words:
                self.text(painter, QRect(x + _PAD + used + 6, 25, room - used - 6, 20), detail.tier_words, 0, 400, "text2")


class ScoreAndTouch(Block):
    """The score with its reasons, and beside it the first touch."""

    def __init__(self, theme: Theme, zone: ZoneInfo, parent: QWidget | None = None) -> None:
        super().__init__(theme, 140, parent)
        self._zone = zone
        self.today = date.today
        self.hand_back = link_button(theme, "Hand back", "Hand the score back to the rules")
        self.hand_back.setToolTip("The rules score it again")
        self.history = link_button(theme, "History", "First and last touch, entry points, stages with the time in each")
        for button in (self.hand_back, self.history):
            button.setParent(self)
            button.setFont(theme.font(-2, 500))
        self.hand_back.hide()

    def show_detail(self, detail: ProspectDetail) -> None:
        """A score set by hand can be handed back."""
        super().show_detail(detail)
        self.hand_back.setVisible(detail.score_by_hand)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        for button, x in (
            (self.hand_back, _PAD + 33),
            (self.history, self.width() - _PAD + 4 - self.history.sizeHint().width()),
        ):
            button.resize(button.sizeHint())
            button.move(x, 9 + (18 - button.height()) // 2)

    def words(self, detail: ProspectDetail) -> str:
        """The score in words, then the first touch."""
        reasons = ", ".join(f"{r.label} {r.points} of {r.possible}" for r in detail.score_reasons)
        entry = f"; first touch {detail.entry_point.cta}" if detail.entry_point else ""
        return f"Score {detail.score_total} of 50: {reasons}{entry}"

    def paint_detail(self, painter: QPainter, detail: ProspectDetail) -> None:
        """Two columns."""
        half = int(self.width() * 0.465)
        painter.fillRect(half, 0, 1, self.height(), self._theme.color("line"))
        self._paint_score(painter, detail, half)
        self._paint_touch(painter, detail, half)

    def _paint_score(self, painter: QPainter, detail: ProspectDetail, half: int) -> None:
        theme = self._theme
        self.text(painter, QRect(_PAD, 9, 80, 18), "Score", -1, 600)
        total = "–" if detail.score_total is None else str(detail.score_total)
        # In a narrow panel “Hand back” alone says that it was set by hand.
        tail = ("" if half < _ROOM_FOR_BOTH else " by hand") if detail.score_by_hand else " of 50"
        painter.setFont(theme.font(0))
        painter.setPen(theme.color("text2"))
        words = painter.fontMetrics().horizontalAdvance(tail)
        painter.drawText(QRect(0, 9, half - 14, 18), RIGHT, tail)
        painter.setFont(theme.font(0, 600, tabular=True))
        painter.setPen(theme.color("text"))
        painter.drawText(QRect(0, 9, half - 14 - words, 18), RIGHT, total)
        for place, reason in enumerate(detail.score_reasons[:6]):
            y = 30 + place * 17
            self.text(painter, QRect(_PAD, y, 76, 17), reason.label, -1, 400, "text2")
            share = reason.points / reason.possible if reason.possible else 0
            paint_bar(painter, QRectF(_PAD + 80, y + 7, half - _PAD - 80 - 56, 4), theme, share)
            painter.setFont(theme.font(-1, tabular=True))
            painter.setPen(theme.color("text2"))
            painter.drawText(QRect(0, y, half - 14, 17), RIGHT, f"{reason.points}/{reason.possible}")

    def _paint_touch(self, painter: QPainter, detail: ProspectDetail, half: int) -> None:
        x, room = half + _PAD, self.width() - half - 2 * _PAD
        self.text(painter, QRect(x, 9, room, 18), "First touch", -1, 600)
        entry = detail.entry_point
        if entry is None:
            self.text(painter, QRect(x, 30, room, 17), "Not known", -1, 400, "text3")
            return
        local = entry.at.astimezone(self._zone) if entry.at else None
        when = f"{short_day(local.date(), self.today())}, {local:%H:%M}" if local else ""
        lines: Sequence[tuple[str, str]] = (("CTA", entry.cta), ("Page", entry.page), ("UTM", entry.utm), ("When", when))
        for place, (label, value) in enumerate(lines):
            y = 30 + place * 20
            self.text(painter, QRect(x, y, 50, 17), label, -1, 400, "text2")
            self.text(painter, QRect(x + 50, y, room - 50, 17), value or "not given", -1, 400, "text" if value else "text3")
